"""Where the terms of a map stand: computed once, the same for the same graph, never moved by physics."""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING

from rolegraph.exports.map.overlaps import without_overlaps
from rolegraph.exports.map.stress import graph_distances, place_by_stress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rolegraph.exports.map.stress import Point

__all__ = ["place"]

_APART = 1.25
_GAP = 16.0
_DENSITY = 0.7
"""How much of the picture boxes and their gaps would cover before they are pushed apart."""
_ASPECT = 1.25


def place(
    sizes: Sequence[tuple[float, float]],
    edges: Iterable[tuple[int, int]],
    groups: Sequence[int],
    *,
    start: dict[int, Point] | None = None,
    heavy: Sequence[float] = (),
) -> list[Point]:
    """Place boxes so that what is related is near, groups keep together and no box lies on another.

    ``start`` gives some boxes a position to stay near; ``heavy`` ones give way less than others.
    """
    links = _links(len(sizes), edges)
    parts = [
        (members, _place_component(members, links, sizes, groups, start or {}, heavy))
        for members in _components(links)
    ]
    points: list[Point] = [(0.0, 0.0)] * len(sizes)
    for members, placed in _packed(parts, sizes):
        for node, point in zip(members, placed, strict=True):
            points[node] = point
    return points


def _links(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    links: list[set[int]] = [set() for _ in range(count)]
    for start, end in edges:
        if start != end:
            links[start].add(end)
            links[end].add(start)
    return [sorted(found) for found in links]


def _components(links: list[list[int]]) -> list[list[int]]:
    """Give the connected parts, the largest first."""
    seen: set[int] = set()
    parts = []
    for node in range(len(links)):
        if node not in seen:
            part, waiting = {node}, [node]
            while waiting:
                fresh = set(links[waiting.pop()]) - part
                part |= fresh
                waiting += fresh
            seen |= part
            parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part))


def _place_component(
    members: list[int],
    links: list[list[int]],
    sizes: Sequence[tuple[float, float]],
    groups: Sequence[int],
    start: dict[int, Point],
    heavy: Sequence[float],
) -> list[Point]:
    if len(members) == 1:
        return [(0.0, 0.0)]
    local = {node: number for number, node in enumerate(members)}
    inner = [[local[other] for other in links[node]] for node in members]
    boxes = [sizes[node] for node in members]
    lengths = _lengths(inner, [groups[node] for node in members])
    begin = _beginning(members, links, start, lengths)
    points = place_by_stress(inner, lengths, start=begin)
    weights = [heavy[node] for node in members] if heavy else []
    return without_overlaps(_spread(points if begin else _level(points), boxes), boxes, _GAP, weights)


def _lengths(links: list[list[int]], groups: list[int]) -> list[list[float]]:
    """Turn steps into lengths, longer between groups."""
    return [
        [steps * (1.0 if groups[i] == groups[j] else _APART) for j, steps in enumerate(row)]
        for i, row in enumerate(graph_distances(links))
    ]


def _beginning(
    members: list[int], links: list[list[int]], start: dict[int, Point], lengths: list[list[float]]
) -> list[Point] | None:
    """Scale the known positions to lengths, and put the other boxes beside those they are related to."""
    known = [(number, *start[node]) for number, node in enumerate(members) if node in start]
    pairs = [(a, b) for a in known for b in known if a < b]
    apart = sum(hypot(a[1] - b[1], a[2] - b[2]) for a, b in pairs)
    if not apart:
        return None
    scale = sum(lengths[a[0]][b[0]] for a, b in pairs) / apart
    scaled = {members[number]: (x * scale, y * scale) for number, x, y in known}
    points = []
    for number, node in enumerate(members):
        near = [scaled[other] for other in links[node] if other in scaled] or list(scaled.values())
        x, y = _middle(near)
        beside = (x + 0.4 * cos(2.4 * number), y + 0.4 * sin(2.4 * number))  # the golden angle spreads them
        points.append(scaled.get(node, beside))
    return points


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _spread(points: list[Point], sizes: Sequence[tuple[float, float]]) -> list[Point]:
    """Scale a picture to the room that its boxes need and to the shape of a screen."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width = max(x for x, _ in points) - left or 1.0
    height = max(y for _, y in points) - top or 1.0
    area = sum((wide + _GAP) * (high + _GAP) for wide, high in sizes) / _DENSITY
    to_height = (area / _ASPECT) ** 0.5
    to_width = to_height * _ASPECT
    return [((x - left) * to_width / width, (y - top) * to_height / height) for x, y in points]


def _level(points: list[Point]) -> list[Point]:
    """Turn the picture so that its longest extent lies flat, as screens are."""
    mean_x, mean_y = _middle(points)
    moved = [(x - mean_x, y - mean_y) for x, y in points]
    xx, yy = sum(x * x for x, _ in moved), sum(y * y for _, y in moved)
    angle = -0.5 * atan2(2 * sum(x * y for x, y in moved), xx - yy)
    return [(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in moved]


def _packed(
    parts: list[tuple[list[int], list[Point]]], sizes: Sequence[tuple[float, float]]
) -> list[tuple[list[int], list[Point]]]:
    """Set the parts below each other: the largest first, the others in rows as wide as it."""
    packed = []
    widest = 0.0
    x = y = row = 0.0
    for members, points in parts:
        left, top, right, bottom = _frame(points, [sizes[node] for node in members])
        width, height = right - left, bottom - top
        widest = max(widest, width, 900.0)
        if x and x + width > widest:
            x, y, row = 0.0, y + row + 2 * _GAP, 0.0
        packed.append((members, [(px - left + x, py - top + y) for px, py in points]))
        x, row = x + width + 2 * _GAP, max(row, height)
    return packed


def _frame(points: list[Point], sizes: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    return (
        min(x - width / 2 for (x, _), (width, _) in zip(points, sizes, strict=True)),
        min(y - height / 2 for (_, y), (_, height) in zip(points, sizes, strict=True)),
        max(x + width / 2 for (x, _), (width, _) in zip(points, sizes, strict=True)),
        max(y + height / 2 for (_, y), (_, height) in zip(points, sizes, strict=True)),
    )
