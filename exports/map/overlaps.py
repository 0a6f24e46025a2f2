"""Boxes pushed apart until none lies on another, moved as little as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.exports.map.stress import Point

__all__ = ["without_overlaps"]

_ROUNDS = 60
_STRETCH = 1.06
_SIDEWAYS = 1.5
"""Boxes are wide, so most overlaps are shortest upwards; a picture would grow to a tower without this."""


def without_overlaps(
    points: Sequence[Point], sizes: Sequence[tuple[float, float]], gap: float, heavy: Sequence[float] = ()
) -> list[Point]:
    """Push overlapping boxes apart along the axis where they overlap less; ``heavy`` ones give way less."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    half = [((width + gap) / 2, (height + gap) / 2) for width, height in sizes]
    weights = heavy or [1.0] * len(points)
    rounds = 0
    while _push(xs, ys, half, weights):
        rounds += 1
        if rounds % _ROUNDS == 0:  # too little room to settle
            xs, ys = [x * _STRETCH for x in xs], [y * _STRETCH for y in ys]
    return list(zip(xs, ys, strict=True))


def _push(
    xs: list[float], ys: list[float], half: list[tuple[float, float]], weights: Sequence[float]
) -> bool:
    """Part each pair of overlapping boxes once, in a sweep from left to right; tell whether any was."""
    moved = False
    order = sorted(range(len(xs)), key=lambda node: (xs[node], node))
    widest = max((width for width, _ in half), default=0.0)
    for rank, i in enumerate(order):
        wide, high = half[i]
        for j in order[rank + 1 :]:
            dx = xs[j] - xs[i]
            if dx > wide + widest:
                break
            over_x, dy = wide + half[j][0] - abs(dx), ys[j] - ys[i]
            over_y = high + half[j][1] - abs(dy)
            if over_x <= 0.01 or over_y <= 0.01:
                continue
            moved = True
            share = weights[j] / (weights[i] + weights[j])
            if over_x < over_y * _SIDEWAYS:
                _part(xs, i, j, over_x if dx >= 0 else -over_x, share)
            else:
                _part(ys, i, j, over_y if dy >= 0 else -over_y, share)
    return moved


def _part(at: list[float], i: int, j: int, way: float, share: float) -> None:
    at[i] -= way * share
    at[j] += way * (1 - share)
