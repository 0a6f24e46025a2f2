"""Boxes moved off the edges that run behind them, so that no line seems to end where it does not."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, TypeAlias

from rolegraph.exports.map.overlaps import without_overlaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.exports.map.stress import Point

__all__ = ["badness", "cleared"]

Size: TypeAlias = tuple[float, float]
Edge: TypeAlias = tuple[int, int]
_Hit: TypeAlias = tuple[int, int, int, float]

_ROUNDS = 100
_SQUEEZED = 12
_SQUEEZE = 0.88
_WORK = 2_000_000
"""How many pairs of edge and box are looked at in all rounds."""
_STEP = 0.35
_ENDS = 0.25
"""How much of a push goes to the ends of the edge; the rest goes to the box."""
_MARGIN = 3.0
_SCREEN = 1.32
_ROOM_MOST = 1300.0
"""The side of a picture whose smallest text is 9 pixels high where it fits a desk's screen (1800 x 1050)."""
_OVER, _WITHIN = 2.0, 0.8
"""What room counts, in edges behind a box for each edge: as far as it is over the most, and within it."""


def cleared(points: Sequence[Point], sizes: Sequence[Size], edges: Sequence[Edge], gap: float) -> list[Point]:
    """Push boxes and edges apart, and keep the picture that is best in all: few edges behind boxes, little room.

    While it takes too much room, the best picture so far is squeezed from time to time, and pushed apart anew.
    """
    now = best = list(points)
    hits = _hits(now, sizes, edges)
    least = _judged(now, sizes, edges, hits)
    for turn in range(1, 1 + min(_ROUNDS, _WORK // max(1, len(edges) * len(points)))):
        if not hits and _room(best, sizes) <= _ROOM_MOST:
            break
        if not hits or (turn % _SQUEEZED == 0 and _room(best, sizes) > _ROOM_MOST):
            now = without_overlaps([(x * _SQUEEZE, y * _SQUEEZE) for x, y in best], sizes, gap)
        else:
            now = without_overlaps(_pushed(now, hits), sizes, gap)
        hits = _hits(now, sizes, edges)
        bad = _judged(now, sizes, edges, hits)
        if bad < least:
            best, least = now, bad
    return best


def badness(points: Sequence[Point], sizes: Sequence[Size], edges: Sequence[Edge]) -> float:
    """Judge a picture: boxes with edges behind them for each edge, and the room that it takes for its boxes.

    >>> round(badness([(0, 0), (50, 0), (100, 0)], [(10, 10)] * 3, [(0, 2), (0, 1)]), 2)
    0.55
    """
    return _judged(points, sizes, edges, _hits(points, sizes, edges))


def _judged(
    points: Sequence[Point], sizes: Sequence[Size], edges: Sequence[Edge], hits: Sequence[_Hit]
) -> float:
    room = _room(points, sizes) / _ROOM_MOST
    return len(hits) / max(1, len(edges)) + _OVER * max(0.0, room - 1) + _WITHIN * room


def _room(points: Sequence[Point], sizes: Sequence[Size]) -> float:
    """Measure the side of the screen that a picture needs, in boxes' own pixels: the less, the larger its text."""
    width = max(x + w / 2 for (x, _), (w, _) in zip(points, sizes, strict=True)) - min(
        x - w / 2 for (x, _), (w, _) in zip(points, sizes, strict=True)
    )
    height = max(y + h / 2 for (_, y), (_, h) in zip(points, sizes, strict=True)) - min(
        y - h / 2 for (_, y), (_, h) in zip(points, sizes, strict=True)
    )
    return max(width / _SCREEN, height)


def _hits(points: Sequence[Point], sizes: Sequence[Size], edges: Sequence[Edge]) -> list[_Hit]:
    """Find the boxes that edges run behind, each with how far it has to move to be clear."""
    boxes = [(x, y, width / 2, height / 2) for (x, y), (width, height) in zip(points, sizes, strict=True)]
    found = []
    for a, b in edges:
        (ax, ay), (bx, by) = points[a], points[b]
        dx, dy = bx - ax, by - ay
        left, right = (ax, bx) if ax < bx else (bx, ax)
        top, bottom = (ay, by) if ay < by else (by, ay)
        length = hypot(dx, dy) or 1.0
        for box, (x, y, wide, high) in enumerate(boxes):
            if x + wide < left or x - wide > right or y + high < top or y - high > bottom:
                continue
            depth = (wide * abs(dy) + high * abs(dx) - abs((x - ax) * dy - (y - ay) * dx)) / length
            if depth > 0 and box != a and box != b:
                found.append((a, b, box, depth))
    return found


def _pushed(points: Sequence[Point], hits: Sequence[_Hit]) -> list[Point]:
    """Move boxes a part of the way off the edges, across them, and the ends of the edges the other way."""
    shifts = [[0.0, 0.0] for _ in points]
    for a, b, box, depth in hits:
        (ax, ay), (bx, by), (x, y) = points[a], points[b], points[box]
        length = hypot(bx - ax, by - ay) or 1.0
        side = 1.0 if (x - ax) * (ay - by) + (y - ay) * (bx - ax) >= 0 else -1.0
        way = side * (depth + _MARGIN) * _STEP / length
        for axis, across in ((0, ay - by), (1, bx - ax)):
            shifts[box][axis] += across * way * (1 - _ENDS)
            shifts[a][axis] -= across * way * _ENDS
            shifts[b][axis] -= across * way * _ENDS
    return [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, shifts, strict=True)]
