"""A review: what a graph states, a row a statement, for a person to accept, reject or change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.quads import evidence_iri
from rolegraph.graph.reading import local_name
from rolegraph.graph.record import Evidence, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rolegraph.graph.knowledge_graph import KnowledgeGraph
    from rolegraph.ontology import Ontology

__all__ = [
    "COLUMNS",
    "NOT",
    "UNSETTLED",
    "VERDICTS",
    "ReviewRow",
    "evidence_id",
    "in_order",
    "review_rows",
    "row_of",
]

VERDICTS = ("accept", "reject", "change")
NOT = "not "
"""What stands before the relation of a statement that the source denies."""

UNSETTLED = "left open: "
"""What the rule of a statement begins with whose ends are names, one of which can mean several terms."""

COLUMNS = (
    *("id", "subject", "relation", "object", "quote", "source", "line", "confidence", "rule"),
    *("verdict", "new subject", "new relation", "new object", "comment"),
)
"""The titles of the columns, in the order of the fields of a row."""

_DECISION = COLUMNS.index("verdict")


class ReviewRow(NamedTuple):
    """A statement with the words it was read in, and what a person decides of it; every field is a text."""

    id: str
    subject: str
    relation: str
    object: str
    quote: str
    source: str = ""
    line: str = ""
    confidence: str = ""
    rule: str = ""
    verdict: str = ""
    new_subject: str = ""
    new_relation: str = ""
    new_object: str = ""
    comment: str = ""

    @property
    def decided(self) -> bool:
        """Whether a person has written anything into the row."""
        return any(self[_DECISION:])

    def deciding_as(self, fresh: ReviewRow) -> ReviewRow:
        """Write the decision of this row behind what another row states now."""
        return ReviewRow(*fresh[:_DECISION], *self[_DECISION:])


def evidence_id(evidence: Evidence) -> str:
    """Name evidence by what does not change when lines move: the end of its IRI.

    What a source says again in the same words has the same id, and one verdict serves for both.
    """
    return evidence_iri(evidence, "")


def review_rows(kg: KnowledgeGraph, below: float | None = None) -> list[ReviewRow]:
    """List the statements that are less sure than ``below`` and that nobody reviewed, document by document.

    Without ``below`` all statements are listed, also those of which nobody knows how sure they are.
    """
    labels = {term.iri: term.label.value for term in kg.terms(mentions=True)}
    sources = {source.iri: source.name for source in kg.sources()}
    rows = {
        evidence_id(one): row_of(one, kg.ontology, labels.get, sources.get)
        for one in reversed(kg.evidence())
        if below is None or _is_doubtful(one, below)
    }
    return in_order(rows.values())


def in_order(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """Sort rows so that a reviewer reads one document after the other, line by line."""
    return sorted(rows, key=_order)


def row_of(
    evidence: Evidence,
    ontology: Ontology,
    label: Callable[[str], str | None],
    source: Callable[[str], str | None],
) -> ReviewRow:
    """Write a statement as a row; ``label`` and ``source`` give the names of terms and documents by IRI."""
    subject, relation, value = evidence.statement
    known = ontology.relation_types.get(relation)
    place = evidence.place
    return ReviewRow(
        evidence_id(evidence),
        label(subject) or local_name(subject),
        (NOT if evidence.negative else "") + (known.name if known else local_name(relation)),
        value.value if isinstance(value, Text) else label(value) or local_name(value),
        evidence.quote.value,
        source(place.source) or place.source,
        str(place.first or ""),
        "" if evidence.confidence is None else f"{evidence.confidence:g}",
        evidence.rule,
    )


def _is_doubtful(evidence: Evidence, below: float) -> bool:
    reviewed = any(name == "review" for name, _ in evidence.qualifiers)
    return not reviewed and evidence.confidence is not None and evidence.confidence < below


def _order(row: ReviewRow) -> tuple[object, ...]:
    return (
        row.source,
        int(row.line) if row.line.isdecimal() else 0,
        row.subject,
        row.relation,
        row.object,
        row.id,
    )
