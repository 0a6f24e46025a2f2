"""All that a graph says about one term, gathered as values: the card that ``show`` prints."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.cli.wording import class_labels, iri_of, name_of
from rolegraph.graph.record import Statement, Term, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rolegraph.graph import Evidence, KnowledgeGraph, Question
    from rolegraph.graph.relations import Relation
    from rolegraph.ontology import RelationType

__all__ = ["Activity", "Card", "Group", "Item", "gather"]


class Item(NamedTuple):
    """The other end of a relation, a term (of which the names are known) or a text, and what states the relation."""

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
    """A term with its classes, collections, relations, denials (negative evidence), activities and questions."""

    term: Term
    classes: tuple[str, ...]
    collections: tuple[str, ...]
    relations: tuple[Group, ...]
    denials: tuple[Group, ...]
    activities: tuple[Activity, ...]
    questions: tuple[Question, ...]


def gather(kg: KnowledgeGraph, term: Term) -> Card:
    """Gather what a graph says about a term."""
    evidence = _Said([*kg.evidence(subject=term), *kg.evidence(object=term)])
    relations = kg.relations(term, names_only=True)
    return Card(
        term=term,
        classes=tuple(class_labels(kg, term)),
        collections=tuple(one.label.value for one in kg.collections(term)),
        relations=_groups((r.relation_type, r.inverse, Item(r.end, evidence.of(r))) for r in relations),
        denials=_groups(_denied(kg, term, evidence.denials)),
        activities=tuple(_activities(kg, term, relations, evidence)),
        questions=tuple(kg.questions(term)),
    )


class _Said:
    """The evidence about a term, found by the relation that it states: one look-up serves the whole card."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        self.denials: dict[Statement, list[Evidence]] = {}
        self._stated: dict[Statement, list[Evidence]] = {}
        for one in dict.fromkeys(evidence):  # a term that is related to itself is found from both ends
            statements = self.denials if one.negative else self._stated
            statements.setdefault(one.statement, []).append(one)

    def of(self, relation: Relation) -> tuple[Evidence, ...]:
        """Give what states a relation; a symmetric one may be stated either way round."""
        subject, kind, end, _ = relation
        value = end.iri if isinstance(end, Term) else end
        found = self._stated.get(Statement(subject.iri, kind.iri, value), [])
        if kind.symmetric and isinstance(value, str) and value != subject.iri:
            found = found + self._stated.get(Statement(value, kind.iri, subject.iri), [])
        return tuple(found)


def _groups(stated: Iterable[tuple[RelationType, bool, Item]]) -> tuple[Group, ...]:
    """Put together what has type and direction in common; the order is kept."""
    return tuple(
        Group(kind, inverse, tuple(item for _, _, item in same))
        for (kind, inverse), same in groupby(stated, key=lambda one: one[:2])
    )


def _denied(
    kg: KnowledgeGraph, term: Term, denials: Mapping[Statement, list[Evidence]]
) -> list[tuple[RelationType, bool, Item]]:
    """Turn the denials about a term into what would be its relations, by type and label."""
    found = []
    for (subject, kind, value), evidence in denials.items():
        inverse = subject != term.iri
        end = subject if inverse else value
        item = Item(end if isinstance(end, Text) else kg.term(end), tuple(evidence))
        found.append((kg.relation_type(kind), inverse, item))
    return sorted(found, key=lambda one: (one[0].name, one[1], name_of(one[2].end)))


def _activities(
    kg: KnowledgeGraph, term: Term, relations: Iterable[Relation], evidence: _Said
) -> list[Activity]:
    """Read the activity table: what the term answers for with a share of the time, the largest first."""
    rows = [
        (relation.end, share)
        for relation in relations
        if isinstance(relation.end, Term) and relation.relation_type.name == "responsibleFor"
        for share in _shares(evidence.of(relation))
    ]
    rows.sort(key=lambda row: (-_number(row[1]), name_of(row[0])))
    return [Activity(name_of(end), share, tuple(_collaborators(kg, end, term))) for end, share in rows]


def _shares(evidence: Iterable[Evidence]) -> list[str]:
    return sorted({value for one in evidence for name, value in one.qualifiers if name == "share"})


def _collaborators(kg: KnowledgeGraph, activity: Term, term: Term) -> list[str]:
    others = kg.relations(activity, relation="collaboratesWith", names_only=True)
    return [name_of(other.end) for other in others if iri_of(other.end) != term.iri]


def _number(share: str) -> float:
    try:
        return float(share)
    except ValueError:
        return 0.0
