"""The asserted triples of a store: all its graphs taken as one, without what was inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store, Triple

from rolegraph.graph.vocabulary import DEFAULT_GRAPH, INFERRED, TYPE

if TYPE_CHECKING:
    from rolegraph.graph.candidates import Candidates
    from rolegraph.graph.column_file import ColumnFile
    from rolegraph.graph.endpoint import Endpoint
    from rolegraph.graph.record import Term

__all__ = ["Facts", "Triples", "Value"]

Value = NamedNode | BlankNode | Literal | Triple
"""What can stand as the object of a triple."""

Facts = dict[str, list[Value]]
"""What is said of a node, by predicate."""


class Triples:
    """Asserted triples by pattern.

    A Store rewrites literals to their canonical form (``"01"^^xsd:integer`` comes back as ``1``) and puts
    language tags in lower case; what is read here is what the store holds, not what a file said.
    ``language`` is the one whose labels go first, ``index`` finds names faster than going through all. The graphs
    of a ``frozen`` store, which nobody can write to, are looked up once; ``columns`` holds what is asked of all of it,
    ``kept`` the terms that were read lately.
    """

    __slots__ = ("_named", "columns", "index", "kept", "language", "store")

    def __init__(
        self, store: Store, language: str = "en", index: Candidates | None = None, *, frozen: bool = False
    ) -> None:
        self.store, self.language, self.index = store, language, index
        self.columns: ColumnFile | None = None
        self.kept: dict[str, Term] | None = {} if frozen else None
        self._named = self._read_named_graphs() if frozen else None

    @property
    def is_frozen(self) -> bool:
        """Tell whether nobody can write to the store, which then gives its triples in the same order each time."""
        return self._named is not None

    @property
    def endpoint(self) -> Endpoint | None:
        """The endpoint that the triples are fetched from; None where they are in a store."""
        return None

    def match(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | BlankNode | Literal | None = None,
    ) -> Iterator[Quad]:
        """Give the triples of a pattern, each once, in no order that means anything."""
        if not self.named_graphs():
            return self.store.quads_for_pattern(subject, predicate, value, DEFAULT_GRAPH)
        return self._merged(subject, predicate, value)

    def facts(self, subject: NamedNode | BlankNode, among: frozenset[str] | None = None) -> Facts:
        """Give what is said of a node by predicate; there may be more than those ``among`` which it is asked."""
        facts: Facts = {}
        for quad in self.match(subject):
            facts.setdefault(quad.predicate.value, []).append(quad.object)
        return facts

    def named_graphs(self) -> list[NamedNode | BlankNode]:
        """List the named graphs that hold assertions."""
        return self._read_named_graphs() if self._named is None else self._named

    def _read_named_graphs(self) -> list[NamedNode | BlankNode]:
        return [graph for graph in self.store.named_graphs() if graph != INFERRED]

    def objects(self, subject: NamedNode | BlankNode, predicate: NamedNode) -> list[Value]:
        """List what a subject has under a predicate."""
        return [quad.object for quad in self.match(subject, predicate)]

    def subjects(self, predicate: NamedNode, value: NamedNode | Literal) -> list[NamedNode]:
        """List the IRIs that have an object under a predicate."""
        found = (quad.subject for quad in self.match(None, predicate, value))
        return [subject for subject in found if isinstance(subject, NamedNode)]

    def has(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
    ) -> bool:
        """Tell whether any triple has this pattern."""
        return next(self.match(subject, predicate, value), None) is not None

    def prefetch(self, nodes: Iterable[object], *, outward: bool = True, inward: bool = True) -> None:
        """Hear which nodes will be asked for next; here they are at hand."""

    def predicates(self) -> list[str]:
        """List the predicates in use, in order."""
        if self.index is not None and (known := self.index.predicates()) is not None:
            return known
        return sorted(self._iris("SELECT DISTINCT ?p { ?s ?p ?o }"))

    def column(self, predicate: NamedNode, holder_of: NamedNode | None = None) -> str:
        """Give subject and object of all that has a predicate: a line each, spelled as in Turtle, a tab between.

        They come in no order that means anything, the same perhaps twice. ``holder_of`` narrows to subjects that
        have that predicate as well. To filter by kind of node in the query would take as long as the rest of it.
        """
        narrowed = f"?s {holder_of} ?held . " if holder_of else ""
        return self._table(f"SELECT ?s ?o {{ {narrowed}?s {predicate} ?o }}")

    def column_parts(self, predicate: NamedNode) -> Iterator[str]:
        """Give a column in parts, where it can be had so."""
        return iter((self.column(predicate),))

    def spelled(
        self, lower: str, predicates: Iterable[NamedNode]
    ) -> Iterator[tuple[str, NamedNode, Literal]]:
        """Give the IRIs that have a text of some letters, in any case, under one of some predicates.

        The engine compares faster than it gives texts out.
        """
        kinds, text = " ".join(map(str, predicates)), Literal(lower)
        query = f"SELECT ?s ?p ?o {{ VALUES ?p {{ {kinds} }} ?s ?p ?o FILTER(LCASE(STR(?o)) = {text}) }}"
        rows = self.store.query(query, default_graph=[DEFAULT_GRAPH, *self.named_graphs()])
        assert isinstance(rows, QuerySolutions)  # what a SELECT gives
        for node, predicate, value in rows:
            if (
                isinstance(node, NamedNode)
                and isinstance(predicate, NamedNode)
                and isinstance(value, Literal)
            ):
                yield node.value, predicate, value

    def pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        """Give the IRIs that a predicate relates, in no order that means anything; the same pair may come twice."""
        from rolegraph.graph.columns import iri_pairs

        return iri_pairs(self.column(NamedNode(predicate)))

    def members(self, kind: NamedNode) -> Iterable[str]:
        """Give the IRIs of a class."""
        return self._iris(f"SELECT ?s {{ ?s {TYPE} {kind} }}")

    def holders(self, predicate: NamedNode) -> Iterable[str]:
        """Give the IRIs that have anything under a predicate, each once."""
        return self._iris(f"SELECT DISTINCT ?s {{ ?s {predicate} ?o }}")

    def count(self) -> int:
        """Count all triples."""
        if self.named_graphs():
            return sum(1 for _ in self.match())
        return int(self._first("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }"))

    def _iris(self, query: str) -> list[str]:
        """Give the IRIs among the answers of a query for one variable."""
        from rolegraph.graph.columns import iris

        return iris(self._table(query))

    def _table(self, query: str) -> str:
        """Ask for nodes; as text they come several times as fast as one value after the other."""
        rows = self.store.query(query, default_graph=[DEFAULT_GRAPH, *self.named_graphs()])
        assert isinstance(rows, QuerySolutions)  # what a SELECT gives
        text = (rows.serialize(format=QueryResultsFormat.TSV) or b"").decode()
        return text.partition("\n")[2]  # without the names of the columns

    def count_at(self, node: NamedNode, without: Iterable[NamedNode], most: int) -> int:
        """Count the triples from IRI to IRI that a node stands in, up to ``most``, but for those of some predicates.

        The engine counts by its own keys, which is many times as fast as giving the triples out.
        """
        others = ", ".join(map(str, without))
        left_out = f"FILTER(?p NOT IN ({others})) " if others else ""
        # a triple may stand in several graphs
        once = "DISTINCT ?p ?end ?way" if self.named_graphs() else "?p"
        query = (
            f"SELECT (COUNT(*) AS ?count) {{ SELECT {once} {{ {{ {node} ?p ?end }} UNION "
            f"{{ ?end ?p {node} BIND(true AS ?way) }} "
            f"FILTER(isIRI(?end)) {left_out}}} LIMIT {most} }}"
        )
        return int(self._first(query))

    def _first(self, query: str) -> str:
        graphs = [DEFAULT_GRAPH, *self.named_graphs()]
        rows = self.store.query(query, default_graph=graphs)
        assert isinstance(rows, QuerySolutions)  # what a SELECT gives
        value = next(rows)[0]
        return value.value if isinstance(value, Literal) else "0"

    def _merged(
        self,
        subject: NamedNode | BlankNode | None,
        predicate: NamedNode | None,
        value: NamedNode | BlankNode | Literal | None,
    ) -> Iterator[Quad]:
        seen = set()
        for quad in self.store.quads_for_pattern(subject, predicate, value, None):
            if quad.graph_name != INFERRED and quad.triple not in seen:
                seen.add(quad.triple)
                yield quad
