"""What a search for paths walks on where the relations are not gathered: the store, or the columns of a folder."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from rolegraph.graph import routes
from rolegraph.graph import vocabulary as v
from rolegraph.graph.column_file import OUT, TEXT
from rolegraph.graph.edges import Edge, reverse
from rolegraph.graph.routes import LARGEST, toll_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from rolegraph.graph.column_file import ColumnFile, Row
    from rolegraph.graph.edges import Edges

__all__ = ["ColumnGround", "StoreGround"]


class StoreGround:
    """The nodes of a store by their IRIs; what was read of one is kept."""

    def __init__(self, edges: Edges, wanted: Container[str] | None) -> None:
        self._edges, self._wanted = edges, wanted
        self._tolls: dict[str, int] = {}
        self._at_hand: dict[str, list[Edge]] = {}  # of nodes that are no hubs
        self._ends: dict[str, list[str]] = {}
        self._seen: dict[str, list[Edge]] = {}

    def node(self, name: str) -> str:
        """Give a node as it is named."""
        return name

    def prefetch(self, nodes: Iterable[str]) -> None:
        """Hear whose edges will be asked for next."""
        self._edges.prefetch(nodes)

    def around(self, node: str) -> list[str]:
        """Give the other ends of the edges at a node that lead to nodes."""
        if node not in self._ends:
            found = self._at_hand.pop(node) if node in self._at_hand else self._read(node)
            self._ends[node] = list(self._noted(found))
        return self._ends[node]

    def beside(self, node: str) -> Iterator[str]:
        """Give the other ends of the edges that were read so far."""
        return (str(edge.end) for edge in self._seen.get(node, ()))

    def toll(self, node: str) -> int:
        """Tell what it costs to pass through a node; the edges of one that is no hub are then at hand.

        Those of a hub are read again when it is left: a reading that waits would keep the store's own iterator,
        which must end in the thread that it began in.
        """
        if node not in self._tolls:
            first = list(islice(self._read(node), routes.HUB))
            is_hub = len(first) >= routes.HUB
            if not is_hub:
                self._at_hand[node] = first
            self._tolls[node] = toll_of(self._edges.degree(node, LARGEST)) if is_hub else 0
        return self._tolls[node]

    def edges(self, node: str, ends: Container[str]) -> list[Edge]:
        """Give the edges from a node to some others, of those that were read."""
        return list(dict.fromkeys(edge for edge in self._seen.get(node, ()) if edge.end in ends))

    def _read(self, node: str) -> Iterator[Edge]:
        found = self._edges.around(node)
        return (edge for edge in found if self._wanted is None or edge.relation_type.iri in self._wanted)

    def _noted(self, edges: Iterable[Edge]) -> Iterator[str]:
        for edge in edges:
            if isinstance(edge.end, str):
                self._seen.setdefault(edge.start, []).append(edge)
                self._seen.setdefault(edge.end, []).append(reverse(edge))
                yield edge.end


class ColumnGround:
    """The nodes of a folder by their numbers in its columns; neither quads nor names are made of them."""

    def __init__(self, edges: Edges, columns: ColumnFile, wanted: Container[str] | None) -> None:
        self._edges, self._columns = edges, columns
        self._senses = senses = edges.senses(columns.predicates(), wanted)
        texts = {predicate for predicate, sense in senses.items() if sense.relation_type.literal}
        self._related_columns = columns.columns_of(senses, texts)
        self._rows: dict[int, list[Row]] = {}
        self._tolls: dict[int, int] = {}
        self._terms: dict[int, bool] = {}
        self._kinds = columns.columns_of({v.TYPE.value})
        self._concepts = {columns.number(concept.value) for concept in v.CONCEPTS}

    def node(self, name: str) -> int | None:
        """Give the number of a node."""
        return self._columns.number(name)

    def prefetch(self, nodes: Iterable[int]) -> None:
        """Hear which nodes will be left next, which are at hand."""

    def around(self, node: int) -> list[int]:
        """Give the other ends of the edges at a node; of what is stated in two ways twice."""
        return [end for row in self._related(node) if row.way is not TEXT for end in self._ends(node, row)]

    beside = around

    def toll(self, node: int) -> int:
        """Tell what it costs to pass through a node."""
        if node not in self._tolls:
            is_hub, name = self._is_hub(node), self._columns.name
            self._tolls[node] = toll_of(self._edges.degree(name(node), LARGEST)) if is_hub else 0
        return self._tolls[node]

    def edges(self, node: int, ends: Container[int]) -> list[Edge]:
        """Give the edges from a node to some others."""
        name, found = self._columns.name, []
        for row in self._related(node):
            if row.way is not TEXT:
                kind = self._senses[row.predicate].relation_type
                back = not (kind.symmetric or self._is_out(row))
                some = (end for end in self._ends(node, row) if end in ends)
                found += [Edge(name(node), kind, name(end), back) for end in some]
        return list(dict.fromkeys(found))

    def _related(self, node: int) -> list[Row]:
        """Give the rows of a node that are of relations."""
        if node not in self._rows:
            self._rows[node] = self._columns.rows(node, self._related_columns)
        return self._rows[node]

    def _is_out(self, row: Row) -> bool:
        """Tell whether a node stands as the subject in what a row says, read in its primary direction."""
        return (row.way is OUT) != self._senses[row.predicate].inverse

    def _ends(self, node: int, row: Row) -> Iterable[int]:
        """Give the other ends in a row, which must be terms where the predicate is the graph's own."""
        ends: Iterable[int] = self._columns.nodes_of(row)
        if blank := self._columns.blank:
            ends = (end for end in ends if end not in blank)
        if not self._is_own(row):
            return ends
        return filter(self._is_term, ends) if self._is_term(node) else ()

    def _is_term(self, node: int) -> bool:
        if node not in self._terms:
            rows = (row for row in self._columns.rows(node, self._kinds) if row.way is OUT)
            is_concept = not self._concepts.isdisjoint(chain.from_iterable(map(self._columns.nodes_of, rows)))
            self._terms[node] = is_concept or self._edges.is_term(NamedNode(self._columns.name(node)))
        return self._terms[node]

    def _is_hub(self, node: int) -> bool:
        """Tell whether a node has the edges of a hub, each counted once, though it be stated in two ways."""
        related = self._related(node)
        if sum(row.length for row in related) < routes.HUB:  # with what is stated twice, or of no terms
            return False
        count = sum(row.length for row in related if row.way is TEXT)
        found: dict[tuple[str, bool], set[int]] = defaultdict(set)
        for row in sorted(related, key=self._is_own):  # to tell terms takes longest
            if row.way is not TEXT:
                kind = self._senses[row.predicate].relation_type
                ends = found[kind.iri, kind.symmetric or self._is_out(row)]
                count -= len(ends)
                ends.update(self._ends(node, row))
                count += len(ends)
                count += kind.symmetric and row.way is OUT and node in ends  # it has two ends there
            if count >= routes.HUB:
                return True
        return False

    def _is_own(self, row: Row) -> bool:
        return not self._edges.is_known(self._senses[row.predicate].relation_type)
