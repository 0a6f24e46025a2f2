"""Boxes set into a frame so that few edges run behind them, and no line seems to end where it does not.

Boxes are set one after the other, the most related first and then what is related to them, each where it costs least
near its neighbours and near the point that stress has found for it. Then they are moved one at a time, at
first now and then to a worse place too (a heat bath that cools down), at last only to better ones.
"""

from __future__ import annotations

import random
from math import ceil, hypot, log
from typing import TYPE_CHECKING, TypeAlias

from rolegraph.exports.map.crossings import Line, crossed, line, lines_behind, over
from rolegraph.exports.map.room import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rolegraph.exports.map.stress import Point

__all__ = ["settled"]

Size: TypeAlias = tuple[float, float]
Edge: TypeAlias = tuple[int, int]
_Spot: TypeAlias = tuple[int, int]

_CELL = 6.0
_MARGIN = 4.0
"""How near to a box an edge may pass."""
_WORK = 30_000_000
"""About how many pairs of edge and box are looked at."""
_ROUNDS_LEAST, _ROUNDS_MOST = 4, 40
_HEAT, _COLD = 1.2, 2
"""How willing boxes are at first to go to a worse place, and how many rounds there are at the end when none is."""
_HIT, _CROSSING, _LENGTH, _DRIFT = 2.2, 0.12, 0.002, 0.006
"""What an edge behind a box costs, two edges that cross, and a pixel of an edge or away from the point by stress."""
_SPARSE = 1.6
"""Up to so many edges for each box, crossings count; there are too many of them in denser pictures."""
_REACH = 24
_APART = 3
"""In cells: how far up and down free places are looked for, and how far they are apart."""
_FAR = 1e9
_SET_NEAR, _SET_HOME = 16, 12
_MOVES = (4, 5, 5, 1)
"""How many free places are tried: near the neighbours and the point when a box is set; when it is moved near itself,
amid its neighbours, near one of them and anywhere."""


def settled(
    points: Sequence[Point], sizes: Sequence[Size], edges: Sequence[Edge], gap: float, frame: Size
) -> list[Point]:
    """Place boxes in a frame of this size, near their points and off the edges; the frame grows if it is too small."""
    board = _Board(points, sizes, gap, frame)
    board.settle(edges)
    board.improve()
    return [(x, y) for x, y, *_ in board.boxes]


class _Board:
    """The boxes in their frame: what stands where, and what another place would cost."""

    def __init__(self, points: Sequence[Point], sizes: Sequence[Size], gap: float, frame: Size) -> None:
        self.home = list(points)
        self.cells = [(ceil((wide + gap) / _CELL), ceil((high + gap) / _CELL)) for wide, high in sizes]
        self.half = [(wide / 2 + _MARGIN, high / 2 + _MARGIN) for wide, high in sizes]
        columns = max(ceil(frame[0] / _CELL), *(wide for wide, _ in self.cells))
        self.room = Room(columns, max(ceil(frame[1] / _CELL), *(high for _, high in self.cells)))
        self.corners: dict[int, _Spot] = {}
        self.boxes = [(_FAR, _FAR, *half) for half in self.half]
        self.links: list[list[int]] = [[] for _ in points]
        self.edges: list[Edge] = []
        self.is_sparse = True

    # ---- setting ----

    def settle(self, edges: Sequence[Edge]) -> None:
        """Set all boxes, the most related first and then always what is related to those that stand."""
        wanted: list[list[int]] = [[] for _ in self.home]
        for start, end in edges:
            wanted[start].append(end)
            wanted[end].append(start)
        self.is_sparse = len(edges) <= _SPARSE * len(wanted)
        for node in _from_hubs(wanted):
            near = [one for one in wanted[node] if one in self.corners]
            self.links[node] = near
            self._set(node)
            for one in near:
                self.links[one].append(node)
                self.edges.append((one, node))

    def _set(self, node: int) -> None:
        """Set a box where it costs least; where there is no room near its place, anywhere."""
        at, home = self._amid(node), self.home[node]
        spots = [*self._spots(node, at, _SET_NEAR), *self._spots(node, home, _SET_HOME)]
        spots = spots or self._far_spots(node, home)
        others = self._other_lines(node)
        self._put(node, min((self._cost(node, spot, others), spot) for spot in spots)[1])

    def _amid(self, node: int) -> Point:
        """Give the middle of the neighbours of a box that stand, or its point by stress."""
        near = [self.boxes[one] for one in self.links[node]]
        if not near:
            return self.home[node]
        return sum(box[0] for box in near) / len(near), sum(box[1] for box in near) / len(near)

    def _put(self, node: int, spot: _Spot) -> None:
        self.corners[node] = spot
        self.room.take(*spot, *self.cells[node])
        self.boxes[node] = (*self._middle(node, spot), *self.half[node])

    def _lift(self, node: int) -> _Spot:
        spot = self.corners.pop(node)
        self.room.leave(*spot, *self.cells[node])
        self.boxes[node] = (_FAR, _FAR, *self.half[node])
        return spot

    # ---- free places ----

    def _spots(self, node: int, point: Point, most: int, reach: int = _REACH) -> list[_Spot]:
        """Give free corners for a box, those first that bring it nearest to a point, apart from each other."""
        wide, high = self.cells[node]
        column = round(point[0] / _CELL - wide / 2)
        row = min(max(0, round(point[1] / _CELL - high / 2)), self.room.rows - high)
        near = self.room.near(column, row, wide=wide, high=high, reach=reach)
        found: list[_Spot] = []
        for _, left, top in sorted(((x - column) ** 2 + (y - row) ** 2, x, y) for x, y in near):
            if all(abs(left - x) + abs(top - y) > _APART for x, y in found):
                found.append((left, top))
                if len(found) == most:
                    break
        return found

    def _far_spots(self, node: int, point: Point) -> list[_Spot]:
        """Give free corners anywhere; a frame that is full grows below."""
        found = self._spots(node, point, _SET_NEAR, reach=0)
        while not found:
            self.room.grow(self.cells[node][1])
            found = self._spots(node, point, _SET_NEAR, reach=0)
        return found

    def _middle(self, node: int, spot: _Spot) -> Point:
        wide, high = self.cells[node]
        return (spot[0] + wide / 2) * _CELL, (spot[1] + high / 2) * _CELL

    # ---- moving ----

    def improve(self) -> None:
        """Move boxes one at a time, at first also to worse places, as often as the work allows."""
        draw = random.Random(1)
        nodes = list(range(len(self.home)))
        a_round = 3 * len(self.edges) * len(nodes) * sum(_MOVES)  # each box, and both ends of each edge
        rounds = min(_ROUNDS_MOST, max(_ROUNDS_LEAST, _WORK // max(1, a_round)))
        for round_ in range(1, 1 + rounds + _COLD):
            draw.shuffle(nodes)
            heat = _HEAT * max(0.0, 1 - round_ / rounds) ** 2
            for node in nodes:
                self._move(node, heat, draw)

    def _move(self, node: int, heat: float, draw: random.Random) -> None:
        """Put a box where it costs least; heat makes the costs uncertain (the Gumbel distribution: a heat bath)."""
        here = self.boxes[node][:2]
        spots = [self._lift(node), *self._candidates(node, here, draw)]
        others = self._other_lines(node)
        least, best = _FAR, spots[0]
        for spot in spots:
            luck = heat * log(draw.expovariate(1.0) + 1e-12)
            cost = self._cost(node, spot, others, least - luck) + luck
            if cost < least:
                least, best = cost, spot
        self._put(node, best)

    def _candidates(self, node: int, here: Point, draw: random.Random) -> list[_Spot]:
        near = self.links[node]
        one = self.boxes[draw.choice(near)][:2] if near else self.home[node]
        somewhere = draw.random() * self.room.columns * _CELL, draw.random() * self.room.rows * _CELL
        points = (here, self._amid(node), one, somewhere)
        return [
            spot
            for point, most in zip(points, _MOVES, strict=True)
            for spot in self._spots(node, point, most)
        ]

    # ---- costs ----

    def _other_lines(self, node: int) -> list[Line]:
        """Give the edges that are not the box's own as lines."""
        ends = [(self.boxes[a], self.boxes[b]) for a, b in self.edges if node not in (a, b)]
        return [line(a[0], a[1], b[0], b[1]) for a, b in ends]

    def _cost(self, node: int, spot: _Spot, others: Sequence[Line], most: float = _FAR) -> float:
        """Sum up what a place costs a box; where it is more than ``most``, perhaps not all of it."""
        x, y = self._middle(node, spot)
        ends = [self.boxes[one] for one in self.links[node]]
        cost = _DRIFT * hypot(x - self.home[node][0], y - self.home[node][1])
        cost += _LENGTH * sum(hypot(x - end[0], y - end[1]) for end in ends)
        if cost < most:
            cost += _HIT * lines_behind(x, y, *self.half[node], others)
        for end in ends:
            if cost >= most:
                break
            own = line(x, y, end[0], end[1])
            cost += _HIT * (over(own, self.boxes) - 1)  # but for the box that it leads to
            if self.is_sparse:
                cost += _CROSSING * crossed(own, others)
        return cost


def _from_hubs(links: Sequence[Sequence[int]]) -> Iterable[int]:
    """Go through a graph breadth first, from the most related node of each part, the more related first."""
    seen: set[int] = set()
    weight = lambda node: (-len(links[node]), node)  # noqa: E731
    for first in sorted(range(len(links)), key=weight):
        waiting = [] if first in seen else [first]
        seen.add(first)
        for node in waiting:
            yield node
            fresh = [one for one in sorted(links[node], key=weight) if one not in seen]
            seen.update(fresh)
            waiting += fresh
