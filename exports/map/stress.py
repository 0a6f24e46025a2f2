"""Positions by stress: distances on the plane that follow distances in the graph.

The energy is that of Kamada and Kawai (1989), brought down by stochastic gradient descent (Zheng, Pawar and
Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018). For the few hundred boxes that a map draws plain
Python is quick enough, and no numeric library has to be installed for it.
"""

from __future__ import annotations

import random
from collections import deque
from math import exp, log, sqrt
from typing import TypeAlias

__all__ = ["Point", "graph_distances", "place_by_stress"]

Point: TypeAlias = tuple[float, float]
_Links: TypeAlias = list[list[int]]
_Pair: TypeAlias = tuple[int, int, float, float]

_ROUNDS = 30
_COARSEST = 0.05
_NEAR = 1.6
_ALL_PAIRS = 100


def place_by_stress(
    links: _Links,
    lengths: list[list[float]],
    *,
    seed: int = 1,
    start: list[Point] | None = None,
) -> list[Point]:
    """Place the nodes of a connected graph so that ``lengths`` are met, near ones more closely than far ones.

    ``start`` gives positions to begin from; they are then moved gently.
    """
    draw = random.Random(seed)
    count = len(links)
    span = max((max(row) for row in lengths), default=1.0) or 1.0
    xs = [x for x, _ in start] if start else [draw.random() * span for _ in range(count)]
    ys = [y for _, y in start] if start else [draw.random() * span for _ in range(count)]
    pairs = _pairs(lengths)
    draw.shuffle(pairs)
    for step in _steps(pairs, gentle=start is not None):
        cut = draw.randrange(len(pairs))  # a fresh shuffle each round takes longer than the round
        pairs = pairs[cut:] + pairs[:cut]
        _descend(xs, ys, pairs, step)
    return list(zip(xs, ys, strict=True))


def _pairs(lengths: list[list[float]]) -> list[_Pair]:
    """Give the pairs of nodes; of a large graph all near ones, and of the far ones a part that stands for all."""
    every = max(1, len(lengths) // _ALL_PAIRS)
    pairs = []
    for i, row in enumerate(lengths):
        for j in range(i):
            near = row[j] < _NEAR
            if near or (i + 7 * j) % every == 0:
                pairs.append((i, j, row[j], (1 if near else every) * row[j] ** -2))
    return pairs


def graph_distances(links: _Links) -> list[list[int]]:
    """Count the steps between all pairs of nodes; -1 where there is no path."""
    return [_steps_from(links, node) for node in range(len(links))]


def _steps_from(links: _Links, start: int) -> list[int]:
    found = [-1] * len(links)
    found[start] = 0
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in links[node]:
            if found[other] < 0:
                found[other] = found[node] + 1
                waiting.append(other)
    return found


def _steps(pairs: list[_Pair], *, gentle: bool) -> list[float]:
    """Give the step sizes of the rounds: from as long as the longest distance down to a small part of the shortest."""
    if not pairs:
        return []
    weights = [weight for *_, weight in pairs]
    first, last = 1 / min(weights), _COARSEST / max(weights)
    if gentle:
        first = sqrt(first * last)
    fall = log(first / last) / (_ROUNDS - 1) if first > last else 0.0
    return [first * exp(-fall * round_) for round_ in range(_ROUNDS)]


def _descend(xs: list[float], ys: list[float], pairs: list[_Pair], step: float) -> None:
    for i, j, length, weight in pairs:
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        distance = sqrt(dx * dx + dy * dy) or 1e-9
        push = step * weight
        push = 0.5 * (push if push < 1 else 1.0) * (length - distance) / distance
        dx, dy = dx * push, dy * push
        xs[i] += dx
        ys[i] += dy
        xs[j] -= dx
        ys[j] -= dy
