"""Turtle made for git: one triple a line, terms in the order of their labels, same graph same bytes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rolegraph.exports.blanks import LABELLED, nesting_of
from rolegraph.exports.order import TYPE, predicate_ranks, subjects_in_order
from rolegraph.exports.tokens import Tokens
from rolegraph.exports.triples import blocks_of, lines_by_graph, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from rolegraph.exports.blanks import Nesting
    from rolegraph.exports.triples import Blocks, Graph

__all__ = ["write_trig", "write_turtle"]


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
    tokens = Tokens(_prefixes(prefixes), base)
    blocks = blocks_of(lines_of(graph))
    body = _statements(blocks, tokens, nesting_of(blocks))
    _write(stream, tokens, body)


def write_trig(
    graph: Graph, stream: BinaryIO, *, prefixes: Mapping[str, str] | None = None, base: str = ""
) -> None:
    """Write the default graph as ``write_turtle`` does, then each named graph in the order of their names."""
    tokens = Tokens(_prefixes(prefixes), base)
    body: list[str] = []
    for name, lines in lines_by_graph(graph).items():
        statements = _statements(blocks_of(lines), tokens, LABELLED)
        body += [f"GRAPH {tokens[name]} {{\n\n", *statements, "}\n\n"] if name else statements
    _write(stream, tokens, body)


def _prefixes(prefixes: Mapping[str, str] | None) -> Mapping[str, str]:
    if prefixes is None:
        from rolegraph.ontology import PREFIXES

        return PREFIXES
    return prefixes


def _write(stream: BinaryIO, tokens: Tokens, body: list[str]) -> None:
    header = tokens.header()
    parts: Iterator[str] = iter([f"{header}\n" if header else "", *body])
    while chunk := "".join(islice(parts, 2000)):
        stream.write(chunk.encode())


def _statements(blocks: Blocks, tokens: Tokens, nesting: Nesting) -> list[str]:
    """Write every block that does not stand inside another."""
    writer = _BlockWriter(blocks, tokens, nesting)
    return [writer.block(subject) for subject in subjects_in_order(blocks) if subject not in nesting.nested]


class _BlockWriter:
    """Writes the triples of one subject, with the blank nodes that only it refers to inside."""

    def __init__(self, blocks: Blocks, tokens: Tokens, nesting: Nesting) -> None:
        self.blocks, self.tokens, self.nesting = blocks, tokens, nesting
        self.ranks = predicate_ranks(blocks)

    def block(self, subject: str) -> str:
        block = self.blocks[subject]
        name = "[]" if subject in self.nesting.anonymous else self.tokens[subject]
        types = f" a {', '.join(self._objects(block[TYPE]))} ;" if TYPE in block else ""
        return f"{name}{types}\n{''.join(self._lines(block))}.\n\n"

    def _lines(self, block: dict[str, list[str]]) -> list[str]:
        tokens, nested = self.tokens, self.nesting.nested
        lines = []
        for predicate in sorted(block, key=self.ranks.__getitem__):
            values = block[predicate]
            if predicate == TYPE:
                continue
            if len(values) == 1 and values[0] not in nested:  # nine of ten
                lines.append(f"    {tokens[predicate]} {tokens[values[0]]} ;\n")
            else:
                lines += [f"    {tokens[predicate]} {value} ;\n" for value in self._objects(values)]
        return lines

    def _objects(self, values: list[str]) -> list[str]:
        written = [self._object(value) for value in values]
        return written if self.nesting.nested.isdisjoint(values) else sorted(written)

    def _object(self, value: str) -> str:
        if value not in self.nesting.nested:
            return self.tokens[value]
        if value in self.nesting.cells:
            members = self.nesting.members(value, self.blocks)
            return f"( {' '.join(self._object(member) for member in members)} )"
        pairs = self._pairs(self.blocks.get(value, {}))
        return f"[ {' ; '.join(pairs)} ]" if pairs else "[]"

    def _pairs(self, block: dict[str, list[str]]) -> list[str]:
        return [
            f"{'a' if predicate == TYPE else self.tokens[predicate]} {value}"
            for predicate in sorted(block, key=self.ranks.__getitem__)
            for value in self._objects(block[predicate])
        ]
