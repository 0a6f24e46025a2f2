"""What was found, as the record: terms, evidence, questions, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from rolegraph.extraction.linking import Glossary, Mentions, assign_iris
from rolegraph.graph import Evidence, Place, Question, Statement, Term, Text, slug

if TYPE_CHECKING:
    from rolegraph.extraction.accounts import Account, Answered, Assertion, End
    from rolegraph.extraction.entries import Entry
    from rolegraph.ontology import Ontology

__all__ = ["Recorder", "source_iri"]


def source_iri(name: str, base: str) -> str:
    """Give the IRI of a source by its name."""
    return f"{base}source/{quote(name)}"


class _Noted(NamedTuple):
    """An assertion and the IRI of its document."""

    assertion: Assertion
    source: str

    @property
    def place(self) -> Place:
        return Place(self.source, self.assertion.first, self.assertion.last)


class Recorder:
    """Collects what documents say, and gives it as values of the record once all are read."""

    def __init__(self, glossary: Glossary, ontology: Ontology, base: str) -> None:
        self._glossary, self._ontology, self._base = glossary, ontology, base
        self._mentions = Mentions()
        self._noted: list[_Noted] = []
        self._questions: list[tuple[Place, Answered]] = []

    def add(self, account: Account) -> None:
        """Note what a document says."""
        source = source_iri(account.source, self._base)
        for assertion in account.assertions:
            noted = _Noted(assertion, source)
            for end in (assertion.subject, assertion.object):
                self._mention(end, noted.place)
            if assertion.literal or assertion.subject.key != assertion.object.key:
                self._noted.append(noted)
        self._questions += ((Place(source, each.first, each.last), each) for each in account.questions)

    def _mention(self, end: End, place: Place) -> None:
        if end.key and end.label:
            self._mentions.note(end, place)

    # --- the record ------------------------------------------------------------------------------------------

    def _iris(self) -> dict[str, str]:
        entries = {key: merged.label for key, merged in self._glossary.merged.items()}
        return assign_iris(entries, self._mentions.names(), self._base)

    def terms(self) -> list[Term]:
        """Give all terms, entries and mentions, ordered by IRI."""
        iris = self._iris()
        found = [*self._entries(iris), *self._mentions.terms(iris, "en")]
        return sorted(found, key=lambda term: term.iri)

    def _entries(self, iris: dict[str, str]) -> Iterator[Term]:
        for key, merged in self._glossary.merged.items():
            entries, language = merged.entries, merged.entries[0].language
            full = [entry for entry in entries if not entry.gloss] or list(entries)
            yield Term(
                iris[key],
                Text(merged.label, language),
                _texts((name, entry.language) for entry in entries for name in entry.abbreviations),
                _texts((name, entry.language) for entry in entries for name in entry.alternatives),
                _texts((entry.definition.text, entry.language) for entry in full if entry.definition),
                self._glossary.classes[key],
                places=tuple(sorted({self._place(entry) for entry in entries})),
            )

    def _place(self, entry: Entry) -> Place:
        return Place(source_iri(entry.source, self._base), entry.first, entry.last)

    def evidence(self) -> list[Evidence]:
        """Give the evidence of all claims, ordered; a link beside a hierarchical relation is left out (SKOS S27)."""
        iris = self._iris()
        broader, related = (self._ontology.relation_type(name).iri for name in ("broader", "related"))
        hierarchical = {_ends(each) for each, _ in self._noted if each.relation == broader}
        found = dict.fromkeys(
            _evidence(noted, iris)
            for noted in self._noted
            if noted.assertion.relation != related or _ends(noted.assertion) not in hierarchical
        )
        return sorted(found, key=_order)

    def questions(self) -> list[Question]:
        """Give all questions in order."""
        iris, taken, found = self._iris(), dict[str, int](), []
        for place, asked in sorted(self._questions, key=lambda each: (each[0], each[1].key)):
            name = slug(asked.question)
            taken[name] = taken.get(name, 0) + 1
            name = name if taken[name] == 1 else f"{name}-{taken[name]}"
            texts = (Text(asked.question, asked.language), Text(asked.answer, asked.language))
            found.append(Question(f"{self._base}question/{name}", iris[asked.key], *texts, place))
        return found


def _texts(pairs: Iterator[tuple[str, str]]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(Text(value, language) for value, language in pairs))


def _ends(assertion: Assertion) -> frozenset[str]:
    return frozenset((assertion.subject.key, assertion.object.key))


def _evidence(noted: _Noted, iris: dict[str, str]) -> Evidence:
    said = noted.assertion
    target = Text(said.object.label) if said.literal else iris[said.object.key]
    statement = Statement(iris[said.subject.key], said.relation, target)
    return Evidence(statement, Text(said.quote, said.language), noted.place, said.qualifiers, said.negative)


def _order(evidence: Evidence) -> tuple[object, ...]:
    statement = evidence.statement
    target = statement.object
    text = target.value if isinstance(target, Text) else target
    return (
        statement.subject,
        statement.relation,
        text,
        evidence.place,
        evidence.negative,
        evidence.quote,
        evidence.qualifiers,
    )
