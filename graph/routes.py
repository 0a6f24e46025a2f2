"""The cheapest ways through a graph: level by level from both ends, over the store itself.

A step costs 1. To pass through a hub costs 1 more for each power of ten of its relations from a hundred on, so that a
term that everything is related to does not stand between any two others; to begin or to end at one costs nothing.
With whole numbers as costs the search goes in levels, where Dijkstra's algorithm needs a queue.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.edges import Edge, reverse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["HUB", "LARGEST", "MOST_EDGES", "Routes", "Search", "Ways", "toll_of"]

HUB = 100
LARGEST = 10_000
"""Relations are counted no further: the largest hubs cost 3."""

MOST_EDGES = 1_000_000
"""When so many edges were looked at, a search stops."""


def toll_of(degree: int) -> int:
    """Tell what it costs to pass through a hub of so many relations."""
    return len(str(degree // HUB))


class Ways(NamedTuple):
    """The cheapest ways: the edges onward from a node that is on one; how many relations were looked at for it.

    ``is_stopped`` tells that these were too many to go on.
    """

    is_found: bool
    onward: Callable[[str], list[Edge]]
    looked_at: int
    is_stopped: bool


class Search:
    """What a search may walk on: the edges at a node, and how many relations a hub has, counted up to a limit.

    ``looked_at`` counts the edges that were given; ``is_stopped`` tells that these were too many to go on.
    """

    def __init__(
        self,
        around: Callable[[str], Iterator[Edge]],
        degree: Callable[[str, int], int],
        most_edges: int = MOST_EDGES,
        prefetch: Callable[[list[str]], None] = lambda nodes: None,
    ) -> None:
        self.prefetch = prefetch
        self._around, self._degree, self._most = around, degree, most_edges
        self._tolls: dict[str, int] = {}
        self._begun: dict[str, tuple[list[Edge], Iterator[Edge]]] = {}
        self.looked_at = 0

    @property
    def is_stopped(self) -> bool:
        """Tell whether enough was looked at."""
        return self.looked_at >= self._most

    def around(self, node: str) -> Iterator[Edge]:
        """Give the edges at a node that lead to nodes, once."""
        first, rest = self._begun.pop(node) if node in self._begun else ([], self._around(node))
        for edge in chain(first, rest):
            self.looked_at += 1
            if isinstance(edge.end, str):
                yield edge

    def toll(self, node: str) -> int:
        """Tell what it costs to pass through a node; the edges of one that is no hub are then at hand."""
        if node not in self._tolls:
            rest = self._around(node)
            first = list(islice(rest, HUB))
            self._begun[node] = first, rest
            self._tolls[node] = 0 if len(first) < HUB else toll_of(self._degree(node, LARGEST))
        return self._tolls[node]

    def free(self, node: str) -> None:
        """Let a node be passed for nothing: an end of the way."""
        self._tolls[node] = 0


class Routes:
    """The cheapest ways between two nodes: the edges onward from each node on one of them."""

    def __init__(self, search: Search, start: str, end: str, max_cost: int) -> None:
        self.onward: dict[str, list[Edge]] = {}
        for node in (start, end):
            search.free(node)
        near, far = _Side(search, start), _Side(search, end)
        best = _cheapest(search, near, far, max_cost)
        if best is not None:
            self._join(near, far, [one for one in near.cost if _cost(search, near, far, one) == best])

    def _join(self, near: _Side, far: _Side, meeting: list[str]) -> None:
        onward = _back_to_root(far, meeting)
        for steps in _back_to_root(near, meeting).values():
            for step in map(reverse, steps):
                onward.setdefault(step.start, []).append(step)
        self.onward = {node: list(dict.fromkeys(steps)) for node, steps in onward.items()}


class _Side:
    """One of the two searches: what each node costs to reach from its root, and the edges that lead back there."""

    def __init__(self, search: Search, root: str) -> None:
        self._search = search
        self.cost = {root: 0}
        self.back: dict[str, list[Edge]] = {}
        self.level = 0
        self._waiting: dict[int, list[str]] = {1: [root]}
        self.latest: list[str] = []

    @property
    def is_over(self) -> bool:
        """Tell whether there is nowhere to go on."""
        return not self._waiting

    @property
    def width(self) -> int:
        """How many nodes come next."""
        return len(self._waiting.get(self.level + 1, ()))

    def advance(self) -> None:
        """Go to the next level: from each node that is due, where its toll is paid."""
        self.level += 1
        self.latest = []
        due_now = self._waiting.pop(self.level, [])
        self._search.prefetch(due_now)
        for node in due_now:
            due = self.cost[node] + self._search.toll(node) + 1
            if due > self.level:
                self._waiting.setdefault(due, []).append(node)
            elif not self._search.is_stopped:
                self._leave(node)
        if self.latest:
            self._waiting.setdefault(self.level + 1, []).extend(self.latest)

    def _leave(self, node: str) -> None:
        for edge in self._search.around(node):
            end = str(edge.end)
            if self.cost.setdefault(end, self.level) == self.level:
                if end not in self.back:
                    self.latest.append(end)
                self.back.setdefault(end, []).append(reverse(edge))


def _cheapest(search: Search, near: _Side, far: _Side, max_cost: int) -> int | None:
    """Search from both ends until nothing cheaper can come; None where there is no way of this cost."""
    best = None
    while not (near.is_over or far.is_over or search.is_stopped):
        reached = near.level + far.level  # what is not met by now costs more
        if reached >= (max_cost if best is None else min(best, max_cost)):
            break
        side, other = (near, far) if near.width <= far.width else (far, near)
        side.advance()
        met = (_cost(search, near, far, node) for node in side.latest if node in other.cost)
        best = min((cost for cost in (best, *met) if cost is not None), default=None)
    return best if best is not None and best <= max_cost else None


def _cost(search: Search, near: _Side, far: _Side, node: str) -> int | None:
    """Tell what the way through a node costs; None for one that only one side has reached."""
    if node not in far.cost or node not in near.cost:
        return None
    return near.cost[node] + search.toll(node) + far.cost[node]


def _back_to_root(side: _Side, nodes: list[str]) -> dict[str, list[Edge]]:
    """Give the edges that lead from nodes back to the root of a side, by the node that they leave."""
    found: dict[str, list[Edge]] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in found and node in side.back:
            found[node] = list(side.back[node])
            waiting.extend(str(edge.end) for edge in found[node])
    return found
