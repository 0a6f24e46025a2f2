"""DOT for Graphviz: boxes in the colours of their classes, arrows with the words of their relations."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from rolegraph.exports.contents import contents_of
from rolegraph.exports.looks import class_of
from rolegraph.graph.record import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.relations import Relation

__all__ = ["quoted", "write_dot"]

_UNDRAWABLE = re.compile("[\x00-\x1f\x7f\ufffe\uffff]+")
_SPECIAL = {"\\": "\\\\", '"': '\\"', "&": "&amp;"}


def write_dot(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write all terms and their relations; mentions are drawn dashed, without a colour of their own."""
    for line in _lines(kg):
        stream.write(f"{line}\n".encode())


def quoted(text: str, width: int = 0) -> str:
    r"""Write a text as a DOT string that is drawn as it is, wrapped where a width is given.

    Graphviz reads backslash escapes and HTML entities even within quotes.

    >>> quoted('R&D "lead"'), quoted("Business process outsourcing", 12)
    ('"R&amp;D \\"lead\\""', '"Business\\nprocess\\noutsourcing"')
    """
    plain = _UNDRAWABLE.sub(" ", text)
    lines = textwrap.wrap(plain, width, break_long_words=False) if width else [plain]
    escaped = ("".join(_SPECIAL.get(sign, sign) for sign in line) for line in lines)
    return '"' + "\\n".join(escaped) + '"'


def _lines(kg: KnowledgeGraph) -> Iterator[str]:
    yield "digraph rolegraph {"
    yield '  graph [rankdir=LR, overlap=false, splines=true, charset="UTF-8"];'
    yield '  node [shape=box, style="rounded,filled", fontname="Arial,Helvetica,sans-serif", fontsize=12];'
    yield '  edge [color="#808890", fontname="Arial,Helvetica,sans-serif", fontsize=9];'
    contents = contents_of(kg)
    yield from (_node(kg, term) for term in contents.terms)
    for relation in contents.relations:
        if isinstance(relation.object, Term):
            yield _edge(relation, relation.object)
    yield "}"


def _node(kg: KnowledgeGraph, term: Term) -> str:
    look = class_of(kg.ontology, term)
    attributes = [
        f"label={quoted(term.label.value, 18)}",
        f'color="{look.colour}"',
        f'fillcolor="{look.fill}"',
    ]
    if term.mention:
        attributes.append('style="rounded,dashed"')
    if term.definitions:
        attributes.append(f"tooltip={quoted(term.definitions[0].value)}")
    if term.iri.startswith(("http://", "https://")):
        attributes.append(f"URL={quoted(term.iri)}")
    return f"  {quoted(term.iri)} [{', '.join(attributes)}];"


def _edge(relation: Relation, end: Term) -> str:
    kind = relation.relation_type
    plain = ', dir=none, style="dashed"' if kind.symmetric else ""
    start, to = quoted(relation.subject.iri), quoted(end.iri)
    return f"  {start} -> {to} [label={quoted(kind.phrase)}{plain}];"
