"""Groups of nodes that are closely linked among themselves.

The method is that of Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large
networks" (2008): nodes move to the neighbouring group that gains most modularity, then groups become the nodes.
Nodes are visited in a fixed order, so the same graph has the same groups; no numeric library is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["group"]

_Weights: TypeAlias = list[dict[int, float]]
_ROUNDS = 20
_LEAST_GAIN = 1e-9


def group(count: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    """Give each of ``count`` nodes the number of its group, 0 the largest.

    >>> group(6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
    [0, 0, 0, 1, 1, 1]
    """
    weights: _Weights = [{} for _ in range(count)]
    for a, b in {(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]}:
        weights[a][b] = weights[b][a] = 1.0
    weights = [dict(sorted(links.items())) for links in weights]
    found = list(range(count))
    loops = [0.0] * count
    while True:
        joined = _moved(weights, loops)
        if len(set(joined)) == len(weights):
            return _numbered(found)
        weights, loops, names = _folded(weights, loops, joined)
        found = [names[joined[one]] for one in found]


def _moved(weights: _Weights, loops: list[float]) -> list[int]:
    """Move each node to the group beside it that gains most, round by round, until none moves."""
    at = list(range(len(weights)))
    degrees = [sum(links.values()) + 2 * loop for links, loop in zip(weights, loops, strict=True)]
    totals, whole = degrees.copy(), sum(degrees) or 1.0
    for _ in range(_ROUNDS):
        moves = 0
        for node, links in enumerate(weights):
            own, degree = at[node], degrees[node]
            shared = {own: 0.0}
            for other, weight in links.items():
                shared[at[other]] = shared.get(at[other], 0.0) + weight
            totals[own] -= degree
            best, most = own, shared[own] - totals[own] * degree / whole
            for place, weight in shared.items():
                gain = weight - totals[place] * degree / whole
                if gain > most + _LEAST_GAIN:
                    best, most = place, gain
            totals[best] += degree
            at[node] = best
            moves += best != own
        if not moves:
            break
    return at


def _folded(
    weights: _Weights, loops: list[float], joined: list[int]
) -> tuple[_Weights, list[float], dict[int, int]]:
    """Make each group a node: the links between groups, those within, and the new numbers of the groups."""
    names = {one: number for number, one in enumerate(dict.fromkeys(joined))}
    links: _Weights = [{} for _ in names]
    within = [0.0] * len(names)
    for node, found in enumerate(weights):
        own = names[joined[node]]
        within[own] += loops[node]
        for other, weight in found.items():
            place = names[joined[other]]
            if place == own:
                within[own] += weight / 2
            else:
                links[own][place] = links[own].get(place, 0.0) + weight
    return links, within, names


def _numbered(found: list[int]) -> list[int]:
    """Give groups numbers by size, the largest first, equal ones by their first node."""
    members: dict[int, list[int]] = {}
    for node, one in enumerate(found):
        members.setdefault(one, []).append(node)
    order = sorted(members.values(), key=lambda nodes: (-len(nodes), nodes))
    numbers = {node: number for number, nodes in enumerate(order) for node in nodes}
    return [numbers[node] for node in range(len(found))]
