"""All that a graph says about one term, gathered as values: the card that ``show`` prints."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.cli.wording import class_labels, evidence_of, name_of
from rolegraph.graph.record import Term, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rolegraph.graph import Evidence, KnowledgeGraph, Question
    from rolegraph.graph.relations import Relation
    from rolegraph.ontology import RelationType

__all__ = ["Activity", "Card", "Group", "Item", "gather"]


class Item(NamedTuple):
    """The other end of a relation, a term or a text, and what states the relation."""

    end: Term | Text
    evidence: tuple[Evidence, ...]


class Group(NamedTuple):
    """The relations of a term that read alike: the type, whether it is read backwards, and the other ends."""

    relation_type: RelationType
    inverse: bool
    items: tuple[Item, ...]

    @property
    def phrase(self) -> str:
        """The words between the term and the other ends."""
        return self.relation_type.inverse_phrase if self.inverse else self.relation_type.phrase


class Activity(NamedTuple):
    """A row of the activity table: what takes which share of the time, and who works on it too."""

    label: str
    share: str
    collaborators: tuple[str, ...]


class Card(NamedTuple):
    """A term with its classes, relations, denials (negative evidence), activities and questions."""

    term: Term
    classes: tuple[str, ...]
    relations: tuple[Group, ...]
    denials: tuple[Group, ...]
    activities: tuple[Activity, ...]
    questions: tuple[Question, ...]


def gather(kg: KnowledgeGraph, term: Term) -> Card:
    """Gather what a graph says about a term."""
    stated = (
        (r.relation_type, r.inverse, Item(r.end, tuple(evidence_of(kg, r)))) for r in kg.relations(term)
    )
    return Card(
        term=term,
        classes=tuple(class_labels(kg, term)),
        relations=_groups(stated),
        denials=_groups(_denied(kg, term)),
        activities=tuple(_activities(kg, term)),
        questions=tuple(kg.questions(term)),
    )


def _groups(stated: Iterable[tuple[RelationType, bool, Item]]) -> tuple[Group, ...]:
    """Put together what has type and direction in common; the order is kept."""
    return tuple(
        Group(kind, inverse, tuple(item for _, _, item in same))
        for (kind, inverse), same in groupby(stated, key=lambda one: one[:2])
    )


def _denied(kg: KnowledgeGraph, term: Term) -> list[tuple[RelationType, bool, Item]]:
    """Turn the negative evidence about a term into what relations would be, by type."""
    found: dict[tuple[str, bool, str | Text], list[Evidence]] = {}
    for evidence in [*kg.evidence(subject=term), *kg.evidence(object=term)]:
        if evidence.negative:
            subject, kind, value = evidence.statement
            inverse = subject != term.iri
            found.setdefault((kind, inverse, subject if inverse else value), []).append(evidence)
    denied = [
        (kg.relation_type(kind), inverse, Item(_end(kg, end), tuple(evidence)))
        for (kind, inverse, end), evidence in found.items()
    ]
    return sorted(denied, key=lambda one: (one[0].name, one[1], name_of(one[2].end)))


def _end(kg: KnowledgeGraph, end: str | Text) -> Term | Text:
    return end if isinstance(end, Text) else kg.term(end)


def _activities(kg: KnowledgeGraph, term: Term) -> list[Activity]:
    """Read the activity table: what the term answers for with a share of the time, largest share first."""
    rows = [
        (relation, share)
        for relation in kg.relations(term, direction="out")
        for share in _shares(kg, relation)
        if isinstance(relation.end, Term)
    ]
    rows.sort(key=lambda row: (-_number(row[1]), name_of(row[0].end)))
    return [Activity(name_of(r.end), share, tuple(_collaborators(kg, r, term))) for r, share in rows]


def _shares(kg: KnowledgeGraph, relation: Relation) -> list[str]:
    shares = [dict(evidence.qualifiers).get("share") for evidence in evidence_of(kg, relation)]
    return sorted({share for share in shares if share is not None})


def _collaborators(kg: KnowledgeGraph, relation: Relation, term: Term) -> list[str]:
    if not isinstance(relation.end, Term):
        return []
    others = kg.relations(relation.end, relation="collaboratesWith")
    return [name_of(other.end) for other in others if other.end != term]


def _number(share: str) -> float:
    try:
        return float(share)
    except ValueError:
        return 0.0
