"""Turtle made for git: one triple a line, terms in the order of their labels, same graph same bytes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rolegraph.exports.blanks import LABELLED, nesting_of
from rolegraph.exports.order import first_predicates, subjects_in_order
from rolegraph.exports.pieces import LEAST, pieces_of
from rolegraph.exports.statements import Statements, objects_of
from rolegraph.exports.tokens import Names
from rolegraph.exports.triples import turtle_by_graph
from rolegraph.ontology.namespaces import RDF, RG, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import BinaryIO

    from rolegraph.exports.triples import Graph
    from rolegraph.graph.recorded import Recorded

__all__ = ["write_recorded", "write_trig", "write_turtle"]

_TYPE = f"{RDF}type"


def write_turtle(
    graph: Graph, stream: BinaryIO, *, prefixes: Mapping[str, str] | None = None, base: str = ""
) -> None:
    """Write the default graph as Turtle 1.1, grouped by term.

    A triple is a line of its own, so that a change of the graph is a change of exactly its lines; only the
    classes of a term share one. Terms under ``base`` are written as ``:name``, other resources under it as
    relative IRIs. Named graphs are left out: ``write_trig`` has them. RDF 1.2 triple terms are written in the
    syntax of Turtle 1.2.

    >>> from io import BytesIO
    >>> from pyoxigraph import RdfFormat, parse
    >>> triples = parse('<http://e/pm> <http://e/uses> <http://e/crm> .', format=RdfFormat.TURTLE)
    >>> write_turtle(triples, stream := BytesIO(), prefixes={}, base="http://e/")
    >>> print(stream.getvalue().decode().rstrip())
    @prefix : <http://e/> .
    <BLANKLINE>
    :pm
        :uses :crm ;
    .
    """
    names = Names(_prefixes(prefixes), base)
    text, has_blanks = turtle_by_graph(graph, names.prefixes, named=False)[""]
    body = _Writer(text, names, is_nested=has_blanks).blocks()
    _write(stream, [names.header(names.used(body)), *body])


def write_recorded(
    recorded: Recorded, stream: BinaryIO, *, prefixes: Mapping[str, str] | None = None, least: int = LEAST
) -> None:
    """Write a recorded graph as ``write_turtle`` writes its store, to the byte, with little of it in memory.

    It is written in pieces of at least so many quads, where it can be cut.
    """
    import tempfile
    from shutil import copyfileobj

    pieces = pieces_of(recorded, least)
    if pieces is None:
        write_turtle(recorded.store(), stream, prefixes=prefixes, base=recorded.base)
        return
    names = Names(_prefixes(prefixes), recorded.base)
    used: set[str] = set()
    with tempfile.TemporaryFile() as beside:
        for piece in pieces:
            text, _ = turtle_by_graph(piece, names.prefixes, named=False)[""]
            body = _Writer(text, names).blocks()
            used = names.used(body, used)
            _write(beside, body)
            names.forget()
        stream.write(names.header(used).encode())
        beside.seek(0)
        copyfileobj(beside, stream)


def write_trig(
    graph: Graph, stream: BinaryIO, *, prefixes: Mapping[str, str] | None = None, base: str = ""
) -> None:
    """Write the default graph as ``write_turtle`` does, then each named graph in the order of their names."""
    names = Names(_prefixes(prefixes), base)
    body: list[str] = []
    for name, (text, _) in turtle_by_graph(graph, names.prefixes).items():
        blocks = _Writer(text, names).blocks()
        body += [f"GRAPH {name} {{\n\n", *blocks, "}\n\n"] if name else blocks
    _write(stream, [names.header(names.used(body)), *body])


def _prefixes(prefixes: Mapping[str, str] | None) -> Mapping[str, str]:
    if prefixes is None:
        from rolegraph.ontology import PREFIXES

        return PREFIXES
    return prefixes


def _write(stream: BinaryIO, body: Iterable[str]) -> None:
    parts = iter(body)
    while chunk := "".join(islice(parts, 2000)):
        stream.write(chunk.encode())


class _Writer:
    """Writes a block for each subject, with the blank nodes that only it refers to inside."""

    def __init__(self, text: str, names: Names, *, is_nested: bool = False) -> None:
        def name(iri: str) -> str:
            return "a" if iri == _TYPE else names.of(iri)

        self._plain = names.plain
        self._statements = Statements(text, first_predicates(name))
        self._order = subjects_in_order(self._statements, name)
        self._nesting = nesting_of(self._statements, names.of) if is_nested else LABELLED
        self._concept, self._mention = names.of(f"{SKOS}Concept"), names.of(f"{RG}Mention")
        self._types: dict[str, str] = {}

    def blocks(self) -> list[str]:
        nested = self._nesting.nested
        return [self._block(subject) for subject in self._order if subject not in nested]

    def _block(self, subject: str) -> str:
        lines = self._statements.lines(subject)
        name = "[]" if subject in self._nesting.anonymous else self._token(subject)
        types = ""
        if lines[0][:2] == "a ":
            types, lines = self._classes(lines[0]), lines[1:]
        body = " ;\n    ".join(self._plain_lines(lines))
        return f"{name}{types}\n    {body} ;\n.\n\n" if lines else f"{name}{types}\n.\n\n"

    def _plain_lines(self, lines: Sequence[str]) -> list[str]:
        """Give each triple a line; most lines are one and have nothing to be written otherwise."""
        has_nested = bool(self._nesting.nested)
        plain = []
        for line in lines:
            bare = line[:2] == ": " or line[-2:] == " :"
            if bare or "\\" in line or " , " in line or (has_nested and "_:" in line):
                plain += self._triples(line)
            else:
                plain.append(line)
        return plain

    def _classes(self, line: str) -> str:
        """Name the general before the special: a concept, its class, that it is a mention."""
        written = self._types.get(line)
        if written is None:
            each = sorted(
                objects_of(line[2:]), key=lambda one: (one != self._concept, one == self._mention, one)
            )
            written = self._types[line] = f" a {', '.join(map(self._object, each))} ;"
        return written

    def _triples(self, line: str) -> list[str]:
        predicate, text = line.split(" ", 1)
        return [f"{self._token(predicate)} {value}" for value in self._objects(text)]

    def _objects(self, text: str) -> list[str]:
        if " , " not in text:
            return [self._object(text)]
        values = objects_of(text)
        written = [self._object(value) for value in values]
        return written if self._nesting.nested.isdisjoint(values) else sorted(written)

    def _object(self, value: str) -> str:
        if value not in self._nesting.nested:
            return self._token(value)
        if value in self._nesting.cells:
            members = self._nesting.members(value, self._statements)
            return f"( {' '.join(self._object(member) for member in members)} )"
        lines = self._statements.lines(value) if value in self._statements.subjects else ()
        pairs = [triple for line in lines for triple in self._triples(line)]
        return f"[ {' ; '.join(pairs)} ]" if pairs else "[]"

    def _token(self, token: str) -> str:
        return self._plain(token) if "\\" in token or token == ":" else token
