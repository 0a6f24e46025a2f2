"""The triples of an Oxigraph folder as its columns hold them; the store behind them is for queries.

The engine looks each node up anew for each row that it gives out. Blank nodes have the names of the columns here,
which are not those in the store, so that no pattern is looked up in the store.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from rolegraph.graph.column_file import IN, TEXT
from rolegraph.graph.columns import literals
from rolegraph.graph.triples import Triples
from rolegraph.graph.vocabulary import TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Store

    from rolegraph.graph.column_file import ColumnFile, Row
    from rolegraph.graph.triples import Facts, Value

__all__ = ["ColumnTriples"]


class ColumnTriples(Triples):
    """The asserted triples of a folder, which nobody can write to, by its columns."""

    __slots__ = ("_file", "_held", "_opened")

    def __init__(self, columns: ColumnFile, opened: Callable[[], Store]) -> None:
        self.columns = self._file = columns
        self.kept, self._named = {}, None
        self._opened = opened
        self._held: Store | None = None
        self.language, self.index = "en", None

    @property
    def store(self) -> Store:  # type: ignore[override]
        """The store, which is opened when it is first asked for."""
        if self._held is None:
            self._held = self._opened()
        return self._held

    @property
    def is_frozen(self) -> bool:
        """Tell that nobody can write to the store."""
        return True

    def named_graphs(self) -> list[NamedNode | BlankNode]:
        """List the named graphs that hold assertions."""
        if self._named is None:
            self._named = self._read_named_graphs() if self._file.has_named_graphs else []
        return self._named

    def match(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        value: Value | None = None,
    ) -> Iterator[Quad]:
        """Give the triples of a pattern, each once, by predicate."""
        if subject is not None:
            return self._of_subject(subject, predicate, value)
        if isinstance(value, NamedNode | BlankNode):
            return self._of_end(predicate, value)
        predicates = self._file.predicates() if predicate is None else [predicate.value]
        found = chain.from_iterable(map(self._of_predicate, predicates))
        return found if value is None else (quad for quad in found if quad.object == value)

    def has(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
    ) -> bool:
        """Tell whether any triple has this pattern."""
        if subject is None and value is None and predicate is not None:
            return any(
                map(len, (self._file.numbers(predicate.value)[0], self._file.literals(predicate.value)[0]))
            )
        return super().has(subject, predicate, value)

    def facts(self, subject: NamedNode | BlankNode, among: frozenset[str] | None = None) -> Facts:
        """Give what is said of a node by predicate, by those ``among`` which it is asked or by all."""
        facts: Facts = {}
        if (number := self._file.number(_spelled(subject))) is not None:
            for row in self._file.rows(number, self._file.said_by(among)):
                facts.setdefault(row.predicate, []).extend(self._values(row))
        return facts

    def predicates(self) -> list[str]:
        """List the predicates in use, in order."""
        return self._file.predicates()

    def column(self, predicate: NamedNode, holder_of: NamedNode | None = None) -> str:
        """Give subject and object of all that has a predicate, each once."""
        return "".join(self._file.parts(predicate.value, holder_of.value if holder_of else None))

    def column_parts(self, predicate: NamedNode) -> Iterator[str]:
        """Give a column in parts, so that not all of it is held at once."""
        return self._file.parts(predicate.value)

    def pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        """Give the IRIs that a predicate relates, each pair once."""
        return self._file.pairs(predicate)

    def members(self, kind: NamedNode) -> Iterable[str]:
        """Give the IRIs of a class."""
        return self._file.members(TYPE.value, kind.value)

    def holders(self, predicate: NamedNode) -> Iterable[str]:
        """Give the IRIs that have anything under a predicate, each once."""
        return self._file.holder_names(predicate.value)

    def count(self) -> int:
        """Count all triples."""
        return self._file.count()

    def count_at(self, node: NamedNode, without: Iterable[NamedNode], most: int) -> int:
        """Count the triples from IRI to IRI that a node stands in, up to ``most``, but for those of some predicates."""
        if (number := self._file.number(node.value)) is None:
            return 0
        left_out = {one.value for one in without}
        rows = (row for row in self._file.rows(number) if row.predicate not in left_out)
        return min(most, sum(map(self._file.count_iris, rows)))

    def _of_subject(
        self, subject: NamedNode | BlankNode, predicate: NamedNode | None, value: Value | None
    ) -> Iterator[Quad]:
        for row in self._rows(subject, predicate):
            said = predicate or NamedNode(row.predicate)
            if row.way is TEXT:
                found = literals(self._file.lines_of(row))
                yield from (Quad(subject, said, one) for one in found if value is None or one == value)
            elif row.way is not IN and value is None:
                yield from (Quad(subject, said, self._node(one)) for one in self._file.nodes_of(row))
            elif (
                row.way is not IN and isinstance(value, NamedNode | BlankNode) and self._leads_to(row, value)
            ):
                yield Quad(subject, said, value)

    def _leads_to(self, row: Row, value: NamedNode | BlankNode) -> bool:
        """Tell whether a node is among those that a row leads to, which stand in order."""
        number = self._file.number(_spelled(value))
        nodes = self._file.nodes_of(row)
        place = bisect_left(nodes, number) if number is not None else len(nodes)
        return place < len(nodes) and nodes[place] == number

    def _of_end(self, predicate: NamedNode | None, end: NamedNode | BlankNode) -> Iterator[Quad]:
        for row in self._rows(end, predicate):
            if row.way is IN:
                said = predicate or NamedNode(row.predicate)
                for start in map(self._node, self._file.nodes_of(row)):
                    yield Quad(start, said, end)

    def _of_predicate(self, predicate: str) -> Iterator[Quad]:
        said, node = NamedNode(predicate), self._node
        for start, end in zip(*self._file.numbers(predicate), strict=True):
            yield Quad(node(start), said, node(end))
        for start, line in self._file.lines(predicate):
            yield from (Quad(node(start), said, value) for value in literals(line))

    def _rows(self, node: NamedNode | BlankNode, predicate: NamedNode | None = None) -> list[Row]:
        """Give what a node has, and what has it, under a predicate or all."""
        if (number := self._file.number(_spelled(node))) is None:
            return []
        rows = self._file.rows(number)
        return rows if predicate is None else [row for row in rows if row.predicate == predicate.value]

    def _values(self, row: Row) -> Iterable[Value]:
        if row.way is TEXT:
            return literals(self._file.lines_of(row))
        return map(self._node, self._file.nodes_of(row))

    def _node(self, number: int) -> NamedNode | BlankNode:
        name = self._file.name(number)
        return BlankNode(name[2:]) if name.startswith("_:") else NamedNode(name)


def _spelled(node: NamedNode | BlankNode) -> str:
    return f"_:{node.value}" if isinstance(node, BlankNode) else node.value
