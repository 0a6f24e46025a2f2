"""The triples of an endpoint, fetched as they are asked for: a term at a time, many terms in one request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from rolegraph.graph.remote_names import RemoteNames
from rolegraph.graph.triples import Triples

if TYPE_CHECKING:
    from pyoxigraph import QuerySolution

    from rolegraph.graph.endpoint import Endpoint
    from rolegraph.graph.triples import Value

__all__ = ["PAGE", "RemoteTriples"]

PAGE = 5_000
"""Rows that are asked for at a time; Virtuoso gives out 10,000 at most, and does not say that there are more."""

_TOGETHER = 100  # terms in one request


class RemoteTriples(Triples):
    """The triples of an endpoint's default graph, which is taken to stay as it is while it is asked.

    All that is said of a term is fetched at once and kept, and so is all that leads to it. Blank nodes can't be asked
    for by their name in another request, so that nothing is known of them.
    """

    __slots__ = ("_about", "_asked", "_copy", "_endpoint", "_patterns", "_to")

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint, self.language = endpoint, "en"
        self.index = RemoteNames(endpoint)
        self.columns = self.kept = None
        self._about: dict[object, list[Quad]] = {}
        self._to: dict[object, list[Quad]] = {}
        self._patterns: dict[tuple[object, object], list[Quad]] = {}
        self._asked: dict[str, bool] = {}
        self._copy: Store | None = None

    @property
    def endpoint(self) -> Endpoint:
        """The endpoint."""
        return self._endpoint

    @property
    def store(self) -> Store:  # type: ignore[override]
        """A copy of the whole graph, for what needs all of it."""
        if self._copy is None:
            copy = Store()
            copy.bulk_extend(self._pages(None, None, None))
            self._copy = copy
        return self._copy

    def named_graphs(self) -> list[NamedNode | BlankNode]:
        """List nothing: which graphs count is the endpoint's to decide."""
        return []

    def match(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | BlankNode | Literal | None = None,
    ) -> Iterator[Quad]:
        """Give the triples of a pattern."""
        if isinstance(subject, BlankNode) or isinstance(value, BlankNode):
            return iter(())
        if subject is not None:
            self.prefetch([subject], inward=False)
            found = self._about[subject]
        elif value is not None and predicate is None:
            self.prefetch([value], outward=False)
            found = self._to[value]
        elif value is not None and value in self._to:
            found = self._to[value]
        elif value is not None:
            return iter(self._pattern(predicate, value))
        else:
            return self._pages(None, predicate, None)
        return (quad for quad in found if _fits(quad, predicate, value))

    def has(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
    ) -> bool:
        """Tell whether any triple has this pattern."""
        if subject is not None and subject not in self._about and value in self._to:
            return any(_fits(quad, predicate, value) and quad.subject == subject for quad in self._to[value])
        if subject is not None:
            return next(self.match(subject, predicate, value), None) is not None
        query = f"ASK {{ ?s {predicate or '?p'} {value or '?o'} }}"
        if query not in self._asked:
            self._asked[query] = self._endpoint.truth(query)
        return self._asked[query]

    def prefetch(self, nodes: Iterable[object], *, outward: bool = True, inward: bool = True) -> None:
        """Fetch what is said of nodes, and what leads to them, in few requests."""
        wanted = [node for node in dict.fromkeys(nodes) if isinstance(node, NamedNode | Literal)]
        if outward:
            new = [node for node in wanted if isinstance(node, NamedNode) and node not in self._about]
            self._fetch(new, "s", self._about)
        if inward:
            self._fetch([node for node in wanted if node not in self._to], "o", self._to)

    def count(self) -> int:
        """Count all triples."""
        row = next(iter(list(self._endpoint.solutions("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }"))))
        return int(getattr(row[0], "value", 0))

    def column(self, predicate: NamedNode, holder_of: NamedNode | None = None) -> str:
        """Give subject and object of all that has a predicate, a line each."""
        narrowed = f"?s {holder_of} ?held . " if holder_of else ""
        return "".join(
            f"{one}\t{other}\n" for one, other in self._rows("?s ?o", f"{narrowed}?s {predicate} ?o")
        )

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Give the IRIs that a predicate relates; what else it has is not fetched."""
        for one, other in self._rows("?s ?o", f"?s <{predicate}> ?o FILTER(isIRI(?s) && isIRI(?o))"):
            if isinstance(one, NamedNode) and isinstance(other, NamedNode):
                yield one.value, other.value

    def _iris(self, query: str) -> list[str]:
        head, _, body = query.removeprefix("SELECT ").partition(" { ")
        found = (value for (value,) in self._rows(head, body.removesuffix(" }")))
        return [value.value for value in found if isinstance(value, NamedNode)]

    def count_at(self, node: NamedNode, without: Iterable[NamedNode], most: int) -> int:
        """Count the triples from IRI to IRI that a node stands in, up to ``most``."""
        others = ", ".join(map(str, without))
        query = (
            f"SELECT (COUNT(*) AS ?count) {{ {{ {node} ?p ?end }} UNION {{ ?end ?p {node} }} "
            f"FILTER(isIRI(?end)) FILTER(?p NOT IN ({others})) }}"
        )
        row = next(iter(self._endpoint.solutions(query)))
        return min(int(getattr(row[0], "value", 0)), most)

    def _fetch(self, nodes: Sequence[object], place: str, kept: dict[object, list[Quad]]) -> None:
        for start in range(0, len(nodes), _TOGETHER):
            some = nodes[start : start + _TOGETHER]
            kept.update((node, []) for node in some)
            values = " ".join(map(str, some))
            body = f"VALUES ?{place} {{ {values} }} ?s ?p ?o"
            for row in self._rows("?s ?p ?o", body):
                if (quad := _quad(*row)) is not None:
                    kept[quad.subject if place == "s" else quad.object].append(quad)

    def _pattern(self, predicate: NamedNode | None, value: NamedNode | Literal) -> list[Quad]:
        if (predicate, value) not in self._patterns:
            self._patterns[predicate, value] = list(self._pages(None, predicate, value))
        return self._patterns[predicate, value]

    def _pages(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: NamedNode | Literal | None
    ) -> Iterator[Quad]:
        parts = (("?s", subject), ("?p", predicate), ("?o", value))
        free = " ".join(name for name, node in parts if node is None)
        body = " ".join(name if node is None else str(node) for name, node in parts)
        for row in self._rows(free, body):
            values = iter(row)
            if (quad := _quad(*(next(values) if node is None else node for _, node in parts))) is not None:
                yield quad

    def _rows(self, variables: str, body: str) -> Iterator[QuerySolution]:
        """Give all rows, page by page; what fits on one page is asked for without an order, which is dear."""
        first = list(self._endpoint.solutions(f"SELECT {variables} {{ {body} }} LIMIT {PAGE}"))
        if len(first) < PAGE:
            yield from first
            return
        inner = f"SELECT {variables} {{ {body} }} ORDER BY {variables}"
        offset = 0
        while True:
            query = f"SELECT {variables} {{ {{ {inner} }} }} LIMIT {PAGE} OFFSET {offset}"
            page = list(self._endpoint.solutions(query))
            yield from page
            offset += len(page)
            if len(page) < PAGE:
                return


def _fits(quad: Quad, predicate: NamedNode | None, value: object) -> bool:
    return (predicate is None or quad.predicate == predicate) and (value is None or quad.object == value)


def _quad(subject: Value | None, predicate: Value | None, value: Value | None) -> Quad | None:
    if (
        not isinstance(subject, NamedNode | BlankNode)
        or not isinstance(predicate, NamedNode)
        or value is None
    ):
        return None
    return None if isinstance(value, Triple) else Quad(subject, predicate, value)
