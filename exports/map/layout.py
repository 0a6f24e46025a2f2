"""Where the terms of a map stand: computed once, the same for the same graph, never moved by physics."""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING

from rolegraph.exports.map.clearance import settled
from rolegraph.exports.map.overlaps import without_overlaps
from rolegraph.exports.map.stress import graph_distances, place_by_stress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rolegraph.exports.map.stress import Point

__all__ = ["place"]

_APART = 1.25
_GAP = 10.0
_DENSITY = 0.7
"""How much of the picture boxes and their gaps would cover before they are pushed apart."""
_ASPECT = 1.15
_DENSEST, _DENSE, _SPARSEST, _AIRY = 0.42, 0.36, 0.18, 0.17
"""How much of its frame boxes cover: at most, with one edge for each box, at least, and how much less for each more."""
_LARGEST = 1_500_000.0
"""How large a frame may be whose smallest text is 9 pixels high on a screen of 1440 x 900; denser ones keep to it."""
_STRETCH = 0.5
_JOINED_LEAST = 2
_EVENED = 0.7


def place(
    sizes: Sequence[tuple[float, float]],
    edges: Iterable[tuple[int, int]],
    groups: Sequence[int],
    *,
    start: dict[int, Point] | None = None,
    heavy: Sequence[float] = (),
) -> list[Point]:
    """Place some hundred boxes so that what is related is near, groups keep together and no box lies on another.

    ``start`` gives some boxes a position to stay near; ``heavy`` ones give way less than others.
    """
    pairs = [(one, other) for one, other in edges if one != other]
    links = _joined(_links(len(sizes), pairs))
    parts = [
        (members, _place_component(members, links, pairs, sizes, groups, start or {}, heavy))
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


def _joined(links: list[list[int]]) -> list[list[int]]:
    """Link the larger parts at their rims, so that they are laid out side by side as one picture."""
    parts = [part for part in _components(links) if len(part) >= _JOINED_LEAST]
    rims = [_rim(links, part) for part in parts]
    joined = [set(found) for found in links]
    for rim in rims[1:]:
        joined[rims[0]].add(rim)
        joined[rim].add(rims[0])
    return [sorted(found) for found in joined]


def _rim(links: list[list[int]], part: list[int]) -> int:
    """Give the node that is farthest from the one of most links."""
    hub = max(part, key=lambda node: (len(links[node]), -node))
    seen, order = {hub}, [hub]
    for node in order:
        for other in links[node]:
            if other not in seen:
                seen.add(other)
                order.append(other)
    return order[-1]


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
    edges: Sequence[tuple[int, int]],
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
    if begin:
        return without_overlaps(_spread(points, boxes), boxes, _GAP, weights)
    inside = sorted({(min(local[a], local[b]), max(local[a], local[b])) for a, b in edges if a in local})
    frame = _room_for(boxes, inside)
    placed = settled(_fitted(_evened(_level(points), _EVENED), boxes, frame), boxes, inside, _GAP, frame)
    return _stretched(placed, boxes)


def _room_for(sizes: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Give the frame that boxes and their edges need, in the shape of a screen."""
    density = max(_DENSE - _AIRY * max(0.0, len(edges) / len(sizes) - 1), _SPARSEST)
    boxes = sum(width * height for width, height in sizes)
    area = min(boxes / density, max(boxes / _DENSEST, _LARGEST))
    return (area * _ASPECT) ** 0.5, (area / _ASPECT) ** 0.5


def _stretched(points: list[Point], sizes: Sequence[tuple[float, float]]) -> list[Point]:
    """Pull a picture apart along its shorter side, to the shape of a screen: its text stays as large."""
    left, top, right, bottom = _frame(points, sizes)
    missing_x = (bottom - top) * _ASPECT - (right - left)
    missing_y = (right - left) / _ASPECT - (bottom - top)
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    by_x = 1 + min(max(0.0, missing_x) / (wide or 1.0), _STRETCH)
    by_y = 1 + min(max(0.0, missing_y) / (high or 1.0), _STRETCH)
    return [(x * by_x, y * by_y) for x, y in points]


def _fitted(
    points: list[Point], sizes: Sequence[tuple[float, float]], frame: tuple[float, float]
) -> list[Point]:
    """Stretch a picture to a frame, so that the boxes at its rims stand inside."""
    placed = []
    for axis in (0, 1):
        values = [point[axis] for point in points]
        half = max(size[axis] for size in sizes) / 2
        least, span = min(values), max(values) - min(values) or 1.0
        room = max(0.0, frame[axis] - 2 * half)
        placed.append([half + (value - least) * room / span for value in values])
    return list(zip(*placed, strict=True))


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


def _spread(
    points: list[Point], sizes: Sequence[tuple[float, float]], aspect: float = _ASPECT
) -> list[Point]:
    """Scale a picture to the room that its boxes need and to the shape of a screen."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width = max(x for x, _ in points) - left or 1.0
    height = max(y for _, y in points) - top or 1.0
    area = sum((wide + _GAP) * (high + _GAP) for wide, high in sizes) / _DENSITY
    to_height = (area / aspect) ** 0.5
    to_width = to_height * aspect
    return [((x - left) * to_width / width, (y - top) * to_height / height) for x, y in points]


def _evened(points: list[Point], part: float) -> list[Point]:
    """Move points towards even spacing on each axis, in the same order: dense middles need less pushing then."""
    columns = [_evened_axis([point[axis] for point in points], part) for axis in (0, 1)]
    return list(zip(*columns, strict=True))


def _evened_axis(values: list[float], part: float) -> list[float]:
    least, span = min(values), max(values) - min(values) or 1.0
    ranks = {at: rank for rank, at in enumerate(sorted(range(len(values)), key=lambda at: (values[at], at)))}
    last = max(1, len(values) - 1)
    return [(1 - part) * (value - least) / span + part * ranks[at] / last for at, value in enumerate(values)]


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
    """Set the parts in rows, the largest first, in the width that leaves the text largest on a screen."""
    frames = [_frame(points, [sizes[node] for node in members]) for members, points in parts]
    extents = [(right - left, bottom - top) for left, top, right, bottom in frames]
    widths = sorted(
        {sum(width + 2 * _GAP for width, _ in extents[:count]) for count in range(1, 1 + len(parts))}
    )
    corners = min(
        (_shelved(extents, width) for width in widths), key=lambda one: _side(extents, one), default=[]
    )
    return [
        (members, [(px - left + x, py - top + y) for px, py in points])
        for (members, points), (left, top, *_), (x, y) in zip(parts, frames, corners, strict=True)
    ]


def _shelved(extents: Sequence[tuple[float, float]], widest: float) -> list[Point]:
    """Give the upper left corners of things that stand in rows of a width."""
    corners = []
    x = y = row = 0.0
    for width, height in extents:
        if x and x + width > widest:
            x, y, row = 0.0, y + row + 2 * _GAP, 0.0
        corners.append((x, y))
        x, row = x + width + 2 * _GAP, max(row, height)
    return corners


def _side(extents: Sequence[tuple[float, float]], corners: Sequence[Point]) -> float:
    """Measure the screen that things need, by its height."""
    right = max(x + width for (x, _), (width, _) in zip(corners, extents, strict=True))
    return max(right / _ASPECT, max(y + height for (_, y), (_, height) in zip(corners, extents, strict=True)))


def _frame(points: list[Point], sizes: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    return (
        min(x - width / 2 for (x, _), (width, _) in zip(points, sizes, strict=True)),
        min(y - height / 2 for (_, y), (_, height) in zip(points, sizes, strict=True)),
        max(x + width / 2 for (x, _), (width, _) in zip(points, sizes, strict=True)),
        max(y + height / 2 for (_, y), (_, height) in zip(points, sizes, strict=True)),
    )
