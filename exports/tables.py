"""CSV for spreadsheets and importers: a table of terms and a table of relations (RFC 4180, UTF-8).

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula. Such a cell, and one
that begins so after apostrophes, gets one apostrophe in front; a reader gets the text back by taking it off.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from rolegraph.exports.contents import contents_of, document_names, placed, proofs_of
from rolegraph.exports.looks import class_of
from rolegraph.graph.evidence import highest_confidence
from rolegraph.graph.record import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import BinaryIO

    from rolegraph.graph import Evidence, KnowledgeGraph, Place, Text
    from rolegraph.graph.relations import Relation

__all__ = ["EDGE_COLUMNS", "NODE_COLUMNS", "guarded", "write_edges", "write_nodes"]

NODE_COLUMNS = (
    "id",
    "label",
    "class",
    "abbreviations",
    "alternatives",
    "translations",
    "definition",
    "mention",
    "document",
    "line",
)
EDGE_COLUMNS = (
    *("source", "relation", "target", "source_label", "phrase", "target_label"),
    *("quote", "document", "line", "qualifiers", "confidence"),
)
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def write_nodes(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write a row a term: entries by label, then mentions."""
    names = document_names(kg)
    _write(stream, NODE_COLUMNS, (_node(kg, term, names) for term in contents_of(kg).terms))


def write_edges(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write a row a relation, with its first evidence by place; a relation to a text has no ``target``.

    The confidence is that of its surest evidence, empty where nobody knows.
    """
    names, proofs = document_names(kg), proofs_of(kg)
    _write(stream, EDGE_COLUMNS, (_edge(relation, proofs, names) for relation in kg.relations()))


def guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell.

    >>> guarded("=1+1"), guarded("-"), guarded("R&D"), guarded("'=1")
    ("'=1+1", "'-", 'R&D', "''=1")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _write(stream: BinaryIO, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    text.detach()


def _node(kg: KnowledgeGraph, term: Term, names: dict[str, str]) -> list[str]:
    known = class_of(kg.ontology, term)
    return [
        term.iri,
        term.label.value,
        "" if known.iri == kg.ontology.concept.iri else known.name,
        _joined(term.abbreviations),
        _joined(term.alternatives),
        "; ".join(f"{text.value} ({text.language})" for text in term.translations),
        " ".join(text.value for text in term.definitions[:1]),
        "true" if term.mention else "false",
        *_place(term.places[0] if term.places else None, names),
    ]


def _edge(relation: Relation, proofs: Mapping[Any, list[Evidence]], names: dict[str, str]) -> list[str]:
    subject, kind, value = relation.subject, relation.relation_type, relation.object
    target, label = (value.iri, value.label.value) if isinstance(value, Term) else ("", value.value)
    found = proofs.get((subject.iri, kind.iri, target or value), [])
    proof = found[0] if found else None
    sure = highest_confidence(found)
    return [
        *(subject.iri, kind.name, target, subject.label.value, kind.phrase, label),
        proof.quote.value if proof else "",
        *_place(proof.place if proof else None, names),
        "; ".join(f"{name}={text}" for name, text in proof.qualifiers) if proof else "",
        "" if sure is None else f"{sure:g}",
    ]


def _joined(texts: Iterable[Text]) -> str:
    return "; ".join(text.value for text in texts)


def _place(place: Place | None, names: dict[str, str]) -> list[str]:
    document, line = placed(place, names)
    return [document, str(line or "")]
