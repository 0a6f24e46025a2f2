"""Evidence of statements, by pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.reading import read_evidence

if TYPE_CHECKING:
    from rolegraph.graph.record import Evidence, Text
    from rolegraph.graph.triples import Triples

__all__ = ["find_evidence"]

_Node = NamedNode | BlankNode


def find_evidence(
    triples: Triples, subject: str | None, relation: str | None, value: str | Text | None
) -> list[Evidence]:
    """Find the evidence whose statement has these IRIs (the object may be a literal), in order of place."""
    nodes = _candidates(triples, subject, relation, value)
    found = (read_evidence(triples, node) for node in nodes)
    return sorted({one for one in found if one and _fits(one, subject, relation, value)}, key=_order)


def _candidates(
    triples: Triples, subject: str | None, relation: str | None, value: str | Text | None
) -> set[_Node]:
    """Narrow down by what is rarest in a graph: subject, object, relation."""
    if subject is not None:
        quads = triples.match(None, v.SUBJECT, NamedNode(subject))
    elif isinstance(value, str):
        quads = triples.match(None, v.OBJECT, NamedNode(value))
    elif relation is not None:
        quads = triples.match(None, v.PREDICATE, NamedNode(relation))
    else:
        quads = triples.match(None, v.SUBJECT)
    return {quad.subject for quad in quads if isinstance(quad.subject, NamedNode | BlankNode)}


def _fits(evidence: Evidence, subject: str | None, relation: str | None, value: str | Text | None) -> bool:
    asked = (subject, relation, value)
    return all(part is None or part == stated for part, stated in zip(asked, evidence.statement, strict=True))


def _order(evidence: Evidence) -> tuple[object, ...]:
    subject, relation, value = evidence.statement
    what = (subject, relation, str(value))  # an IRI and a text can't be compared
    return evidence.place, what, evidence.quote, evidence.qualifiers, evidence.negative
