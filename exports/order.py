"""In which order a graph is told: which subject comes after which, and which predicate.

Entries come in the order of their labels, then mentions, collections, sources and questions; the evidence of a term
follows the term, an answer its question. A new statement then changes one place of the file, and only that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

__all__ = [
    "DECISIVE",
    "NAMES",
    "TYPE",
    "Facts",
    "first_predicates",
    "kind_of",
    "name_key",
    "subjects_in_order",
]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RG = "https://w3id.org/rolegraph/ns#"
_PROV = "http://www.w3.org/ns/prov#"
_SCHEMA = "https://schema.org/"
_DCTERMS = "http://purl.org/dc/terms/"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"

TYPE = f"<{_RDF}type>"
_FIRST_PREDICATES = (
    f"{_RDF}type",
    *(f"{_SKOS}inScheme", f"{_SKOS}topConceptOf", f"{_SKOS}hasTopConcept"),
    *(f"{_RDF}subject", f"{_RDF}predicate", f"{_RDF}object", f"{_RG}polarity"),
    *(f"{_SKOS}prefLabel", f"{_RDFS}label", f"{_DCTERMS}title", f"{_RG}path", f"{_DCTERMS}language"),
    *(f"{_RG}abbreviation", f"{_SKOS}altLabel", f"{_SKOS}hiddenLabel", f"{_SKOS}notation"),
    *(f"{_SKOS}definition", f"{_RDFS}comment", f"{_SKOS}scopeNote", f"{_SKOS}example"),
    *(f"{_SCHEMA}about", f"{_SCHEMA}name", f"{_SCHEMA}text", f"{_SCHEMA}acceptedAnswer"),
    *(f"{_RG}quote", f"{_PROV}wasDerivedFrom"),
)
NAMES = (f"{_SKOS}prefLabel", f"{_RDFS}label", f"{_SCHEMA}name", f"{_DCTERMS}title")
DECISIVE = frozenset(
    {
        *NAMES,
        *(_RDF + name for name in ("type", "subject", "predicate", "object")),
        f"{_SCHEMA}acceptedAnswer",
    }
)
"""The predicates that decide where a subject comes."""

_KINDS = {
    f"{_SKOS}ConceptScheme": 0,
    f"{_RG}Mention": 2,
    f"{_SKOS}Concept": 1,
    f"{_SKOS}Collection": 3,
    f"{_RG}SourceDocument": 4,
    f"{_SCHEMA}Question": 5,
}
_OTHER, _BLANK = 6, 7
_LINE = re.compile(r"(.*?)(?:#|\\#)line(?:=|\\=)([0-9]+)")

_Key: TypeAlias = tuple[object, ...]


class Facts(Protocol):
    """What an order is decided by: the subjects, and of each the text and the first object of a predicate."""

    @property
    def subjects(self) -> Collection[str]:
        """All subjects."""

    def text(self, subject: str, predicate: str) -> str:
        """Give the objects of a predicate, joined by " , "; nothing where there is none."""

    def first(self, subject: str, predicate: str) -> str:
        """Give the first object of a predicate; nothing where there is none."""


def first_predicates(name: Callable[[str], str]) -> dict[str, int]:
    """Give the ranks of the predicates that come first, in reading order; the others follow by name."""
    return {name(iri): rank for rank, iri in enumerate(_FIRST_PREDICATES)}


def kind_of(types: Collection[str]) -> int:
    """Give the place of a subject among the kinds by the IRIs of its classes.

    A mention is also a concept: the first kind of the table counts.
    """
    return next((rank for iri, rank in _KINDS.items() if iri in types), _OTHER)


def name_key(literal: str) -> str:
    """Give what a subject is ordered by within its kind, of the token of its first name: ``"Agent"@en``."""
    return literal.rpartition('"')[0].casefold()


def subjects_in_order(facts: Facts, name: Callable[[str], str]) -> list[str]:
    """List the subjects as they are to be written, each followed by what belongs to it.

    ``name`` gives the tokens of IRIs: ``<IRI>`` in N-Triples, names with a prefix in Turtle.
    """
    return _Order(facts, name).subjects()


class _Order:
    """The tokens that decide the order."""

    def __init__(self, facts: Facts, name: Callable[[str], str]) -> None:
        self._facts = facts
        self._type = name(f"{_RDF}type")
        self._subject, self._predicate, self._object = (
            name(_RDF + one) for one in ("subject", "predicate", "object")
        )
        self._answer, self._derived = name(f"{_SCHEMA}acceptedAnswer"), name(f"{_PROV}wasDerivedFrom")
        self._polarity = name(f"{_RG}polarity")
        self._names = [name(iri) for iri in NAMES]
        self._iris = {name(iri): iri for iri in _KINDS}
        self._kinds: dict[str, int] = {}

    def subjects(self) -> list[str]:
        owned = self._owned()
        owners: dict[str, list[str]] = {}
        for subject, owner in owned.items():
            owners.setdefault(owner, []).append(subject)
        order: list[str] = []
        for head in sorted((one for one in self._facts.subjects if one not in owned), key=self._subject_key):
            order.append(head)
            if head in owners:
                order += sorted(owners[head], key=self._evidence_key)
        return order

    def _owned(self) -> dict[str, str]:
        """Map each piece of evidence to its term and each answer to its question."""
        facts, owned = self._facts, {}
        for subject in facts.subjects:
            owner = facts.text(subject, self._subject)
            if owner and owner in facts.subjects and facts.text(subject, self._object):
                owned[subject] = owner
            answer = facts.text(subject, self._answer)
            if answer and answer in facts.subjects:
                owned[answer] = subject
        return {subject: owner for subject, owner in owned.items() if owner not in owned}

    def _subject_key(self, subject: str) -> _Key:
        if subject[0] == "_":
            return _BLANK, "", subject
        types = self._facts.text(subject, self._type)
        kind = self._kinds.get(types)
        if kind is None:
            kind = self._kinds[types] = kind_of([self._iris.get(one, "") for one in types.split(" , ")])
        return kind, name_key(self._name(subject)), subject

    def _name(self, subject: str) -> str:
        for predicate in self._names:
            if text := self._facts.first(subject, predicate):
                return text
        return ""

    def _evidence_key(self, subject: str) -> _Key:
        """Order evidence as its term orders its relations, then as it stands in the sources."""
        first = self._facts.first
        derived = first(subject, self._derived)
        place = _LINE.match(derived)
        source, line = (place[1], int(place[2])) if place else (derived, 0)
        relation, value = first(subject, self._predicate), first(subject, self._object)
        return relation, value, first(subject, self._polarity), source, line, subject
