"""The relations of a whole graph by node, as numbers: what many searches for paths run on.

A search over the store reads each relation that it looks at, which is quick for one path and slow for a hundred. Here
a relation is a few bytes at each of its ends, made of the columns of a folder, and the ways that are found are the same
as those of :mod:`rolegraph.graph.routes`, where it is told what they cost.
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import accumulate, chain, compress, pairwise
from typing import TYPE_CHECKING

from rolegraph.graph import vocabulary as v
from rolegraph.graph.edges import Edge
from rolegraph.graph.routes import HUB, LARGEST, MOST_EDGES, Ways, toll_of

if TYPE_CHECKING:
    from collections.abc import Container

    from rolegraph.graph.column_file import ColumnFile
    from rolegraph.graph.edges import Edges
    from rolegraph.ontology import RelationType

__all__ = ["Adjacency"]


class Adjacency:
    """The edges at each node: where they begin among all, the other ends, and of what type and direction they are."""

    def __init__(self, edges: Edges, columns: ColumnFile) -> None:
        self._columns = columns
        self._kinds: list[RelationType] = []
        pairs: list[tuple[array[int], array[int]]] = []
        for kind, found in edges.between_numbers(columns):
            self._kinds.append(kind)
            both = array("I", chain.from_iterable(found))
            pairs.append((both[::2], both[1::2]))
        self._fill(pairs)
        self._tolls = self._counted_tolls(edges)

    def _fill(self, pairs: list[tuple[array[int], array[int]]]) -> None:
        counts = array("I", bytes(4 * (len(self._columns) + 1)))
        for node in chain.from_iterable(chain.from_iterable(pairs)):
            counts[node + 1] += 1
        self._begins = array("I", accumulate(counts))
        total = self._begins[-1]
        self._ends = array("I", bytes(4 * total))
        small = 2 * len(self._kinds) <= 256
        self._codes = array("B", bytes(total)) if small else array("H", bytes(2 * total))
        at, ends, codes = self._begins[:], self._ends, self._codes
        for number, (kind, (starts, others)) in enumerate(zip(self._kinds, pairs, strict=True)):
            out, back = 2 * number, 2 * number + (not kind.symmetric)
            for start, end in zip(starts, others, strict=True):
                place = at[start]
                ends[place], codes[place], at[start] = end, out, place + 1
                place = at[end]
                ends[place], codes[place], at[end] = start, back, place + 1

    def _counted_tolls(self, edges: Edges) -> bytearray:
        """Tell what each node costs to pass, as the search over the store counts it."""
        spoken = Counter(chain.from_iterable(self._columns.speakers(kind.iri) for kind in edges.of_texts()))
        begins = self._begins
        related = (end - begin for begin, end in pairwise(begins))
        hubs = {node for node, count in enumerate(related) if count + spoken[node] >= HUB}
        counted: Counter[int] = Counter()
        for predicate in self._columns.of_nodes():
            if predicate not in (v.SUBJECT.value, v.OBJECT.value):
                ends = chain.from_iterable(self._columns.number_pairs(predicate))
                counted.update(node for node in ends if node in hubs)
        tolls = bytearray(len(self._columns))
        for node in hubs:
            tolls[node] = toll_of(min(counted[node], LARGEST))
        return tolls

    def ways(self, start: str, end: str, max_cost: int, wanted: Container[str] | None = None) -> Ways:
        """Find the cheapest ways between two nodes, by relations of the ``wanted`` types."""
        first, last = self._columns.number(start), self._columns.number(end)
        if first is None or last is None:
            return Ways(False, lambda _: [], 0, False)
        codes = None
        if wanted is not None:
            codes = frozenset(
                2 * number + back
                for number, kind in enumerate(self._kinds)
                if kind.iri in wanted
                for back in (0, 1)
            )
        return _Search(self, codes, (first, last)).ways(max_cost)

    def around(self, node: int, codes: Container[int] | None) -> array[int]:
        """Give the other ends of the edges at a node, of some types."""
        begin, end = self._begins[node], self._begins[node + 1]
        ends = self._ends[begin:end]
        if codes is None:
            return ends
        kept = (code in codes for code in self._codes[begin:end])
        return array("I", compress(ends, kept))

    def toll(self, node: int, codes: Container[int] | None) -> int:
        """Tell what it costs to pass through a node."""
        toll = self._tolls[node]
        return toll if not toll or codes is None or len(self.around(node, codes)) >= HUB else 0

    def edges(self, node: int, ends: Container[int], codes: Container[int] | None) -> list[Edge]:
        """Give the edges from a node to some others."""
        name, begin = self._columns.name, self._begins[node]
        found = []
        for at, end in enumerate(self._ends[begin : self._begins[node + 1]], begin):
            if end in ends and (codes is None or self._codes[at] in codes):
                code = self._codes[at]
                found.append(Edge(name(node), self._kinds[code >> 1], name(end), bool(code & 1)))
        return list(dict.fromkeys(found))

    def number(self, name: str) -> int:
        """Give the number of a node that there is."""
        number = self._columns.number(name)
        assert number is not None
        return number


class _Search:
    """A search from both ends at a time, level by level, as :class:`rolegraph.graph.routes.Routes` does it."""

    def __init__(self, graph: Adjacency, codes: frozenset[int] | None, free: tuple[int, int]) -> None:
        self.graph, self.codes, self.free = graph, codes, free
        self.looked_at = 0

    def ways(self, max_cost: int) -> Ways:
        near, far = (_Side(self, root) for root in self.free)
        meeting = self._meeting(near, far, max_cost)
        onward = near.toward(meeting)

        def steps(name: str) -> list[Edge]:
            node = self.graph.number(name)
            ends = onward.get(node, set())
            if (
                node in far.cost
            ):  # a node on a cheapest way that both sides have reached is one where they meet
                ends = ends | far.before(node)
            return self.graph.edges(node, ends, self.codes)

        return Ways(bool(meeting), steps, self.looked_at, self.looked_at >= MOST_EDGES)

    def toll(self, node: int) -> int:
        return 0 if node in self.free else self.graph.toll(node, self.codes)

    def _meeting(self, near: _Side, far: _Side, max_cost: int) -> list[int]:
        """Search from both ends until nothing cheaper can come; give the nodes where the cheapest ways meet."""
        met: dict[int, int] = {}
        best = max_cost + 1
        while not (near.is_over or far.is_over or self.looked_at >= MOST_EDGES):
            if near.level + far.level >= min(best, max_cost):  # what is not met by now costs more
                break
            side, other = (near, far) if near.width <= far.width else (far, near)
            side.advance()
            for node in filter(other.cost.__contains__, side.latest):
                met[node] = near.cost[node] + self.toll(node) + far.cost[node]
            best = min(best, min(met.values(), default=best))
        return [node for node, cost in met.items() if cost == best <= max_cost]


class _Side:
    """One of the two searches: what each node costs to reach from its root."""

    def __init__(self, search: _Search, root: int) -> None:
        self._search = search
        self.cost = {root: 0}
        self.level = 0
        self.latest: list[int] = []
        self._passed_over: set[int] = set()
        self._waiting: dict[int, list[int]] = {1: [root]}

    @property
    def is_over(self) -> bool:
        return not self._waiting

    @property
    def width(self) -> int:
        return len(self._waiting.get(self.level + 1, ()))

    def advance(self) -> None:
        """Go to the next level: from each node that is due, where its toll is paid."""
        self.level += 1
        level, cost, search = self.level, self.cost, self._search
        around, toll, codes = search.graph.around, search.toll, search.codes
        latest = self.latest = []
        for node in self._waiting.pop(level, []):
            due = cost[node] + toll(node) + 1
            if due > level:
                self._waiting.setdefault(due, []).append(node)
            elif search.looked_at >= MOST_EDGES:
                self._passed_over.add(node)
            else:
                ends = around(node, codes)
                search.looked_at += len(ends)
                for end in ends:
                    if end not in cost:
                        cost[end] = level
                        latest.append(end)
        if latest:
            self._waiting.setdefault(level + 1, []).extend(latest)

    def toward(self, nodes: list[int]) -> dict[int, set[int]]:
        """Give the nodes that come next on the ways from the root to some nodes."""
        onward: dict[int, set[int]] = {}
        waiting, seen = list(nodes), set(nodes)
        while waiting:
            node = waiting.pop()
            for other in self.before(node):
                onward.setdefault(other, set()).add(node)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return onward

    def before(self, node: int) -> set[int]:
        """Give the nodes that a node was reached from."""
        cost, toll = self.cost, self._search.toll
        reached = set(filter(cost.__contains__, self._search.graph.around(node, self._search.codes)))
        return {one for one in reached if cost[one] + toll(one) + 1 == cost[node]} - self._passed_over
