"""The relations of a graph as edges between IRIs, each asserted relation once."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.nodes import is_term, term_nodes, term_numbers
from rolegraph.graph.record import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator

    from pyoxigraph import Quad

    from rolegraph.graph.adjacency import Adjacency
    from rolegraph.graph.column_file import ColumnFile
    from rolegraph.graph.predicates import Predicates, Sense
    from rolegraph.graph.routes import Ground
    from rolegraph.graph.triples import Triples, Value
    from rolegraph.ontology import RelationType

__all__ = ["Edge", "Edges", "reverse"]

_End = TypeVar("_End", str, int)
_WORTH = 2  # to read an edge from the columns takes so many times as long as to gather those of a node


class Edge(NamedTuple):
    """A relation seen from an end; with ``inverse`` that is the object (never so where it is symmetric)."""

    start: str
    relation_type: RelationType
    end: str | Text
    inverse: bool = False


class Edges:
    """The edges of a graph.

    A statement made twice is one edge: under a property and its inverse (``skos:broader`` and
    ``skos:narrower``), or both ways round under a symmetric one. Ends of a relation type of the ontology are
    taken as they come; under a predicate that only this graph knows both ends must be terms.
    """

    def __init__(self, triples: Triples, predicates: Predicates) -> None:
        self._triples = triples
        self._predicates = predicates
        self._told: dict[object, bool] = {}  # of a store that stays as it is
        self._walked = 0
        self._adjacency: Adjacency | None = None

    def at(self, iri: str) -> list[Edge]:
        """List the edges of a node, seen from it, in the order of their types and other ends."""
        return sorted(set(self.around(iri)), key=self.order)

    def prefetch(self, iris: Iterable[str]) -> None:
        """Hear whose edges will be asked for next; of an endpoint they are fetched together."""
        if self._triples.endpoint is None:
            return
        nodes = [NamedNode(iri) for iri in iris]
        self._triples.prefetch(nodes)
        ends = {end for node in nodes for end in self._doubtful_ends(node)}
        self._triples.prefetch(sorted(ends, key=str), inward=False)

    def around(self, iri: str) -> Iterator[Edge]:
        """Give the edges of a node, seen from it, in no order; one to itself may come twice."""
        node = NamedNode(iri)
        self.prefetch([iri])
        for quad in self._at(node):
            if edge := self._edge(quad, self.is_term):
                yield edge if edge.start == iri else reverse(edge)

    def _at(self, node: NamedNode) -> Iterator[Quad]:
        return chain(self._triples.match(node), self._triples.match(None, None, node))

    def _doubtful_ends(self, node: NamedNode) -> Iterator[NamedNode]:
        """Give the ends of which it must be known whether they are terms."""
        for quad in self._at(node):
            sense = self._predicates.sense(quad.predicate.value)
            if sense and not self._predicates.is_known(sense.relation_type):
                yield from (one for one in (quad.subject, quad.object) if isinstance(one, NamedNode))

    def senses(self, predicates: Iterable[str], wanted: Container[str] | None = None) -> dict[str, Sense]:
        """Tell what predicates say, of those that are relations, of the ``wanted`` types."""
        told = ((predicate, self._predicates.sense(predicate)) for predicate in predicates)
        return {
            predicate: sense
            for predicate, sense in told
            if sense and (wanted is None or sense.relation_type.iri in wanted)
        }

    def is_known(self, relation_type: RelationType) -> bool:
        """Tell whether a relation type is of the ontology, whose ends are taken as they come."""
        return self._predicates.is_known(relation_type)

    def ground(self, wanted: Container[str] | None) -> Ground[Any]:
        """Give what a search for paths walks on, by edges of the ``wanted`` types."""
        from rolegraph.graph.grounds import ColumnGround, StoreGround

        if (adjacency := self.adjacency()) is not None:
            return adjacency.ground(wanted)
        columns = self._triples.columns
        return StoreGround(self, wanted) if columns is None else ColumnGround(self, columns, wanted)

    def degree(self, iri: str, most: int) -> int:
        """Count the statements of relations that a node stands in, up to ``most``, without reading them."""
        return self._triples.count_at(NamedNode(iri), (v.SUBJECT, v.OBJECT), most)

    def adjacency(self) -> Adjacency | None:
        """Give all edges by node, once it is worth while to have them; None before, and where there are no columns."""
        columns = self._triples.columns
        if columns is not None and self._adjacency is None and self._walked > len(columns) / _WORTH:
            from rolegraph.graph.adjacency import Adjacency

            self._adjacency = Adjacency(self, columns)
        return self._adjacency

    def walked(self, count: int) -> None:
        """Hear how many edges a search for paths has looked at."""
        self._walked += count

    def all(self) -> Iterator[Edge]:
        """Give every edge from subject to object, in no order that means anything."""
        for kind, found in self.by_type():
            yield from (Edge(start, kind, end) for start, end in found)

    def by_type(self) -> Iterator[tuple[RelationType, set[tuple[str, str | Text]]]]:
        """Give the subjects and objects of each relation type that is used, each pair once."""
        for kind, found in self.between_nodes():
            both: set[tuple[str, str | Text]] = {*found, *(self._texts(kind.iri) if kind.literal else ())}
            if both:
                yield kind, both

    def between_nodes(self) -> Iterator[tuple[RelationType, Collection[tuple[str, str]]]]:
        """Give the subjects and objects of each relation type, each pair once, without relations to texts."""
        terms: set[str] = set()
        for kind, spelled in self._used():
            if not terms and not self._predicates.is_known(kind):
                terms = term_nodes(self._triples)
            columns = [_turned(self._triples.pairs(one), back) for one, back in spelled]
            found = self._once(kind, columns, terms)
            yield kind, found if isinstance(found, set) else list(found)

    def between_numbers(
        self, columns: ColumnFile
    ) -> Iterator[tuple[RelationType, Iterable[tuple[int, int]]]]:
        """Give the same as the numbers that the nodes have in the columns of the graph, to go through once."""
        terms: set[int] = set()
        for kind, spelled in self._used():
            if not terms and not self._predicates.is_known(kind):
                terms = term_numbers(self._triples, columns)
            pairs = [_turned(columns.number_pairs(one), back) for one, back in spelled]
            yield kind, self._once(kind, pairs, terms)

    def _used(self) -> Iterator[tuple[RelationType, list[tuple[str, bool]]]]:
        """Give the relation types with the predicates that state them, and whether from object to subject."""
        used: dict[str, RelationType] = {}
        spelled: dict[str, list[tuple[str, bool]]] = {}
        for predicate in self._triples.predicates():
            if sense := self._predicates.sense(predicate):
                used[sense.relation_type.iri] = sense.relation_type
                spelled.setdefault(sense.relation_type.iri, []).append((predicate, sense.inverse))
        return ((kind, spelled[iri]) for iri, kind in used.items())

    def _once(
        self, kind: RelationType, columns: list[Iterable[tuple[_End, _End]]], terms: Container[_End]
    ) -> Iterable[tuple[_End, _End]]:
        """Give the pairs of a type, under all its predicates; of a symmetric pair that is stated both ways one."""
        is_once = len(columns) == 1 and not self._triples.named_graphs() and self._triples.endpoint is None
        found = columns[0] if is_once else set(chain.from_iterable(columns))
        if kind.symmetric:
            known = set(found)
            found = {pair for pair in known if not (pair[0] > pair[1] and pair[::-1] in known)}
        if not self._predicates.is_known(kind):
            kept = (pair for pair in found if pair[0] in terms and pair[1] in terms)
            return kept if is_once and not kind.symmetric else set(kept)
        return found

    def of_texts(self) -> Iterator[RelationType]:
        """Give the relation types in use whose objects are texts."""
        return (kind for kind, _ in self._used() if kind.literal)

    def _texts(self, predicate: str) -> Iterator[tuple[str, Text]]:
        from rolegraph.graph.columns import texts

        for node, text, language in texts(self._triples.column(NamedNode(predicate))):
            if node[0] == "<":
                yield node[1:-1], Text(text, language)

    def rank(self, relation_type: RelationType) -> tuple[int, str, str]:
        """Order relation types as the ontology does."""
        return self._predicates.rank(relation_type)

    def order(self, edge: Edge) -> tuple[object, ...]:
        """Order edges by type, direction and the IRI (or text) of the other end."""
        return (*self._predicates.rank(edge.relation_type), edge.inverse, str(edge.end), edge.start)

    def _edge(self, quad: Quad, known: Callable[[Value], bool]) -> Edge | None:
        """Read a quad as an edge in the primary direction; None where it is none, or is said elsewhere."""
        sense = self._predicates.sense(quad.predicate.value)
        if sense is None or not isinstance(quad.subject, NamedNode):
            return None
        kind, subject, value = sense.relation_type, quad.subject, quad.object
        if isinstance(value, Literal):
            return (
                Edge(subject.value, kind, Text(value.value, value.language or "")) if kind.literal else None
            )
        if not isinstance(value, NamedNode) or self._is_repeated(sense, subject, value):
            return None
        if not self._predicates.is_known(kind) and not (known(subject) and known(value)):
            return None
        return (
            Edge(value.value, kind, subject.value)
            if sense.inverse
            else Edge(subject.value, kind, value.value)
        )

    def _is_repeated(self, sense: Sense, subject: NamedNode, value: NamedNode) -> bool:
        if sense.inverse:
            return self._triples.has(value, NamedNode(sense.relation_type.iri), subject)
        turned = sense.relation_type.symmetric and subject.value > value.value
        return turned and self._triples.has(value, NamedNode(sense.relation_type.iri), subject)

    def is_term(self, node: Value) -> bool:
        """Tell whether a node is a term."""
        if not self._triples.is_frozen:
            return is_term(self._triples, node)
        if node not in self._told:
            self._told[node] = is_term(self._triples, node)
        return self._told[node]


def _turned(pairs: Iterable[tuple[_End, _End]], inverse: bool) -> Iterable[tuple[_End, _End]]:
    return ((end, start) for start, end in pairs) if inverse else pairs


def reverse(edge: Edge) -> Edge:
    """See an edge between two nodes from its other end."""
    if isinstance(edge.end, Text):
        return edge
    inverse = not edge.inverse and not edge.relation_type.symmetric
    return Edge(edge.end, edge.relation_type, edge.start, inverse)
