"""Mermaid flowcharts, for the Markdown pages of GitHub and GitLab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.exports.contents import contents_of
from rolegraph.exports.looks import class_of
from rolegraph.graph.record import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.relations import Relation

__all__ = ["MOST_EDGES", "quoted", "write_mermaid"]

MOST_EDGES = 500
"""Where Mermaid's own limit stands: a page can raise it (``maxEdges``), the flowchart cannot."""

_ENCODED = re.compile(r"[^\w ,.()/:–—-]")
_UNDRAWABLE = re.compile("[\x00-\x1f\x7f\ufffe\uffff]+")


def write_mermaid(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write entries and their relations; mentions too, where all of them stay below ``MOST_EDGES``."""
    terms, relations = contents_of(kg)
    edges = [one for one in relations if isinstance(one.object, Term)]
    lines = ["flowchart LR"]
    if len(edges) > MOST_EDGES:
        mentions = {term.iri for term in terms if term.mention}
        lines.append(
            f"  %% {len(mentions)} mentions are left out, for Mermaid draws {MOST_EDGES} relations at most"
        )
        terms = [term for term in terms if not term.mention]
        edges = [one for one in edges if not mentions & {one.subject.iri, _end(one)}]
    for line in (*lines, *_nodes(kg, terms), *_edges(edges, terms)):
        stream.write(f"{line}\n".encode())


def quoted(text: str) -> str:
    """Write a text as a Mermaid string: every sign that means something is an entity code.

    >>> quoted('R&D "lead" #1'), quoted("end")
    ('"R#38;D #34;lead#34; #35;1"', '"end"')
    """
    return '"' + _ENCODED.sub(lambda sign: f"#{ord(sign[0])};", _UNDRAWABLE.sub(" ", text)) + '"'


def _nodes(kg: KnowledgeGraph, terms: Iterable[Term]) -> Iterator[str]:
    styles: dict[tuple[str, bool], str] = {}
    for number, term in enumerate(terms, 1):
        look = class_of(kg.ontology, term)
        style = f"fill:{look.fill},stroke:{look.colour},color:#1b1b1b"
        name = styles.setdefault((style, term.mention), f"c{len(styles) + 1}")
        yield f"  n{number}[{quoted(term.label.value)}]:::{name}"
    for (style, mention), name in styles.items():
        yield f"  classDef {name} {style}{',stroke-dasharray:4 3' if mention else ''}"


def _edges(relations: Iterable[Relation], terms: Iterable[Term]) -> Iterator[str]:
    ids = {term.iri: f"n{number}" for number, term in enumerate(terms, 1)}
    for relation in relations:
        kind = relation.relation_type
        line = "-.-" if kind.symmetric else "-->"
        yield f"  {ids[relation.subject.iri]} {line}|{quoted(kind.phrase)}| {ids[_end(relation)]}"


def _end(relation: Relation) -> str:
    return relation.object.iri if isinstance(relation.object, Term) else ""
