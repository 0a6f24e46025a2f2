"""The relations of a whole graph by node, as numbers: what many searches for paths run on.

A search over the store reads each relation that it looks at, which is quick for one path and slow for a hundred. Here
a relation is a few bytes at each of its ends, made of the columns of a folder.
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import accumulate, chain, compress, pairwise
from typing import TYPE_CHECKING

from rolegraph.graph import vocabulary as v
from rolegraph.graph.edges import Edge
from rolegraph.graph.routes import HUB, LARGEST, toll_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from rolegraph.graph.column_file import ColumnFile
    from rolegraph.graph.edges import Edges
    from rolegraph.ontology import RelationType

__all__ = ["Adjacency", "GatheredGround"]


class Adjacency:
    """The edges at each node: where they begin among all, the other ends, and of what type and direction they are."""

    def __init__(self, edges: Edges, columns: ColumnFile) -> None:
        self.columns = columns
        self.kinds: list[RelationType] = []
        pairs: list[tuple[array[int], array[int]]] = []
        for kind, found in edges.between_numbers(columns):
            self.kinds.append(kind)
            both = array("I", chain.from_iterable(found))
            pairs.append((both[::2], both[1::2]))
        self._fill(pairs)
        self.tolls = self._counted_tolls(edges)

    def _fill(self, pairs: list[tuple[array[int], array[int]]]) -> None:
        counts = array("I", bytes(4 * (len(self.columns) + 1)))
        for node in chain.from_iterable(chain.from_iterable(pairs)):
            counts[node + 1] += 1
        self.begins = array("I", accumulate(counts))
        total = self.begins[-1]
        self.ends = array("I", bytes(4 * total))
        small = 2 * len(self.kinds) <= 256
        self.codes = array("B", bytes(total)) if small else array("H", bytes(2 * total))
        at, ends, codes = self.begins[:], self.ends, self.codes
        for number, (kind, (starts, others)) in enumerate(zip(self.kinds, pairs, strict=True)):
            out, back = 2 * number, 2 * number + (not kind.symmetric)
            for start, end in zip(starts, others, strict=True):
                place = at[start]
                ends[place], codes[place], at[start] = end, out, place + 1
                place = at[end]
                ends[place], codes[place], at[end] = start, back, place + 1

    def _counted_tolls(self, edges: Edges) -> bytearray:
        """Tell what each node costs to pass, as the search over the store counts it."""
        told = {kind.iri: Counter(self.columns.speakers(kind.iri)) for kind in edges.of_texts()}
        spoken: Counter[int] = sum(told.values(), Counter())
        begins = self.begins
        related = (end - begin for begin, end in pairwise(begins))
        hubs = {node for node, count in enumerate(related) if count + spoken[node] >= HUB}
        self.told = {node: {kind: each[node] for kind, each in told.items() if node in each} for node in hubs}
        counted: Counter[int] = Counter()
        for predicate in self.columns.of_nodes():
            if predicate not in (v.SUBJECT.value, v.OBJECT.value):
                ends = chain.from_iterable(self.columns.number_pairs(predicate))
                counted.update(node for node in ends if node in hubs)
        tolls = bytearray(len(self.columns))
        for node in hubs:
            tolls[node] = toll_of(min(counted[node], LARGEST))
        return tolls

    def ground(self, wanted: Container[str] | None) -> GatheredGround:
        """Give what a search walks on, by relations of the ``wanted`` types."""
        codes = None
        if wanted is not None:
            kinds = (number for number, kind in enumerate(self.kinds) if kind.iri in wanted)
            codes = frozenset(code for number in kinds for code in (2 * number, 2 * number + 1))
        return GatheredGround(self, codes, wanted)


class GatheredGround:
    """The relations of some types, all where ``codes`` is None."""

    def __init__(
        self, gathered: Adjacency, codes: frozenset[int] | None, types: Container[str] | None
    ) -> None:
        self._gathered, self._wanted, self._types = gathered, codes, types
        self._begins, self._ends, self._codes = gathered.begins, gathered.ends, gathered.codes
        self.node = gathered.columns.number
        self.toll: Callable[[int], int] = self._toll if types is not None else gathered.tolls.__getitem__
        """Tells what it costs to pass through a node."""

    def prefetch(self, nodes: Iterable[int]) -> None:
        """Hear which nodes will be left next, which are at hand."""

    def around(self, node: int) -> array[int]:
        """Give the other ends of the edges at a node."""
        begin, end = self._begins[node], self._begins[node + 1]
        ends = self._ends[begin:end]
        if self._wanted is None:
            return ends
        return array("I", compress(ends, map(self._wanted.__contains__, self._codes[begin:end])))

    beside = around

    def _toll(self, node: int) -> int:
        toll = self._gathered.tolls[node]
        if not toll or self._types is None:
            return toll
        told = sum(count for kind, count in self._gathered.told[node].items() if kind in self._types)
        return toll if len(self.around(node)) + told >= HUB else 0

    def edges(self, node: int, ends: Container[int]) -> list[Edge]:
        """Give the edges from a node to some others."""
        name, begin, kinds = self._gathered.columns.name, self._begins[node], self._gathered.kinds
        found = []
        for at, end in enumerate(self._ends[begin : self._begins[node + 1]], begin):
            code = self._codes[at]
            if end in ends and (self._wanted is None or code in self._wanted):
                found.append(Edge(name(node), kinds[code >> 1], name(end), bool(code & 1)))
        return list(dict.fromkeys(found)) if len(found) > 1 else found
