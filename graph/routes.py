"""The cheapest ways through a graph: level by level from both ends.

A step costs 1. To pass through a hub costs 1 more for each power of ten of its relations from a hundred on, so that a
term that everything is related to does not stand between any two others; to begin or to end at one costs nothing.
With whole numbers as costs the search goes in levels, where Dijkstra's algorithm needs a queue.

What is walked on is a :class:`Ground`: the store by the names of its nodes, the columns of a folder or the relations
gathered of them by their numbers. The search is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Hashable, Iterable

    from rolegraph.graph.edges import Edge

__all__ = ["HUB", "LARGEST", "MOST_EDGES", "Ground", "Ways", "find_ways", "toll_of"]

HUB = 100
LARGEST = 10_000
"""Relations are counted no further: the largest hubs cost 3."""

MOST_EDGES = 1_000_000
"""When so many edges were looked at, a search stops."""

Node = TypeVar("Node", bound="Hashable")


def toll_of(degree: int) -> int:
    """Tell what it costs to pass through a hub of so many relations."""
    return len(str(degree // HUB))


class Ground(Protocol[Node]):
    """What a search walks on, by edges of the types that it follows."""

    def node(self, name: str) -> Node | None:
        """Give the node of an IRI; None where there is none."""

    def prefetch(self, nodes: Iterable[Node]) -> None:
        """Hear which nodes will be left next."""

    def around(self, node: Node) -> Collection[Node]:
        """Give the other ends of the edges at a node."""

    def beside(self, node: Node) -> Iterable[Node]:
        """Give the same of a node that was reached, at least those ends that it was reached from."""

    def toll(self, node: Node) -> int:
        """Tell what it costs to pass through a node."""

    def edges(self, node: Node, ends: Container[Node]) -> list[Edge]:
        """Give the edges from a node to some of its ends on a way."""


class Ways(NamedTuple):
    """The cheapest ways: the edges onward from a node that is on one; how many relations were looked at for it.

    ``is_stopped`` tells that these were too many to go on.
    """

    is_found: bool
    onward: Callable[[str], list[Edge]]
    looked_at: int
    is_stopped: bool


def find_ways(ground: Ground[Node], start: str, end: str, max_cost: int) -> Ways:
    """Find the cheapest ways between two nodes, of at most this cost."""
    first, last = ground.node(start), ground.node(end)
    if first is None or last is None:
        return Ways(False, lambda _: [], 0, False)
    return _Search(ground, (first, last)).ways(max_cost)


class _Search(Generic[Node]):
    """A search from both ends, which may be passed for nothing."""

    def __init__(self, ground: Ground[Node], free: tuple[Node, Node]) -> None:
        self.ground, self._free = ground, free
        self.looked_at = 0

    @property
    def is_stopped(self) -> bool:
        """Tell whether enough was looked at."""
        return self.looked_at >= MOST_EDGES

    def ways(self, max_cost: int) -> Ways:
        near, far = (_Side(self, root) for root in self._free)
        meeting = self._meeting(near, far, max_cost)
        onward = near.toward(meeting) if meeting else {}
        node_of, edges = self.ground.node, self.ground.edges

        def steps(name: str) -> list[Edge]:
            node = node_of(name)
            assert node is not None  # it is on a way
            ends = onward.get(node, set())
            # on a cheapest way, what both sides have reached is where they meet or beyond
            return edges(node, ends | far.before(node) if node in far.cost else ends)

        return Ways(bool(meeting), steps, self.looked_at, self.is_stopped)

    def toll(self, node: Node) -> int:
        """Tell what it costs to pass through a node."""
        return 0 if node in self._free else self.ground.toll(node)

    def _meeting(self, near: _Side[Node], far: _Side[Node], max_cost: int) -> list[Node]:
        """Search until nothing cheaper can come; give the nodes where the cheapest ways meet."""
        met: dict[Node, int] = {}
        best = max_cost + 1
        while not (near.is_over or far.is_over or self.is_stopped):
            if near.level + far.level >= min(best, max_cost):  # what is not met by now costs more
                break
            side, other = (near, far) if near.width <= far.width else (far, near)
            side.advance()
            for node in filter(other.cost.__contains__, side.latest):
                met[node] = near.cost[node] + self.toll(node) + far.cost[node]
            best = min(best, min(met.values(), default=best))
        return [node for node, cost in met.items() if cost == best <= max_cost]


class _Side(Generic[Node]):
    """One of the two searches: what each node costs to reach from its root."""

    def __init__(self, search: _Search[Node], root: Node) -> None:
        self._search, self._root = search, root
        self.cost = {root: 0}
        self.level = 0
        self.latest: list[Node] = []
        self._passed_over: set[Node] = set()
        self._waiting: dict[int, list[Node]] = {1: [root]}

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
        self.level = level = self.level + 1
        search, cost, latest = self._search, self.cost, list[Node]()
        around, toll, looked_at = search.ground.around, search.ground.toll, search.looked_at
        due_now = self._waiting.pop(level, [])
        search.ground.prefetch(due_now)
        for node in due_now:
            due = cost[node] + toll(node) + 1 if level > 1 else 1  # the root is left for nothing
            if due > level:
                self._waiting.setdefault(due, []).append(node)
            elif looked_at >= MOST_EDGES:
                self._passed_over.add(node)
            else:
                ends = around(node)
                looked_at += len(ends)
                for end in ends:
                    if end not in cost:
                        cost[end] = level
                        latest.append(end)
        self.latest, search.looked_at = latest, looked_at
        if latest:
            self._waiting.setdefault(level + 1, []).extend(latest)

    def toward(self, nodes: list[Node]) -> dict[Node, set[Node]]:
        """Give the nodes that come next on the ways from the root to some nodes."""
        onward: dict[Node, set[Node]] = {}
        waiting, seen = list(nodes), set(nodes)
        while waiting:
            node = waiting.pop()
            for other in self.before(node):
                onward.setdefault(other, set()).add(node)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return onward

    def before(self, node: Node) -> set[Node]:
        """Give the nodes that a node was reached from."""
        cost, own = self.cost, self.cost[node]
        if own == 1:  # only the root costs less
            return {self._root}
        toll, near = self._search.ground.toll, filter(cost.__contains__, self._search.ground.beside(node))
        found = {one for one in near if cost[one] < own and cost[one] + toll(one) + 1 == own}
        return found - self._passed_over if self._passed_over else found
