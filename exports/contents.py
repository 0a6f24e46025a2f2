"""What tables and pictures show of a graph: its terms, and the relations between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.record import Evidence, Place, Statement, Term

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.relations import Relation

__all__ = ["Contents", "contents_of", "document_names", "placed", "proofs_of"]


class Contents(NamedTuple):
    """Terms by label, entries before mentions, and the relations from their subjects."""

    terms: list[Term]
    relations: list[Relation]


def contents_of(kg: KnowledgeGraph) -> Contents:
    """Collect terms and relations; what a relation ends at is a term too, whatever else is said of it."""
    relations = kg.relations()
    terms = {term.iri: term for term in kg.terms(mentions=True)}
    for relation in relations:
        for end in (relation.subject, relation.object):
            if isinstance(end, Term):
                terms.setdefault(end.iri, end._replace(mention=True))
    return Contents(sorted(terms.values(), key=lambda term: term.mention), relations)


def proofs_of(kg: KnowledgeGraph) -> dict[Statement, list[Evidence]]:
    """Give the evidence of each asserted statement, by place."""
    proofs: dict[Statement, list[Evidence]] = {}
    for evidence in kg.evidence():
        if not evidence.negative:
            proofs.setdefault(evidence.statement, []).append(evidence)
    return proofs


def document_names(kg: KnowledgeGraph) -> dict[str, str]:
    """Give the names of the sources by IRI."""
    return {source.iri: source.name for source in kg.sources()}


def placed(place: Place | None, names: dict[str, str]) -> tuple[str, int]:
    """Give the document's name and the first line of a place, 0 where it is the whole document."""
    if place is None or not place.source:
        return "", 0
    return names.get(place.source, place.source), place.first
