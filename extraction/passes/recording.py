"""What was found, as the record: terms, evidence, questions, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from rolegraph.extraction.links.linking import Glossary, Mentions, assign_iris
from rolegraph.extraction.review.confidence import surest
from rolegraph.extraction.review.doubts import DoubtfulClass
from rolegraph.graph import Collection, Evidence, Place, Question, Statement, Term, Text, slug
from rolegraph.graph.reading import language_rank

if TYPE_CHECKING:
    from rolegraph.extraction.forms.entries import Entry
    from rolegraph.extraction.passes.accounts import Account, Answered, Assertion, End
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
    """Collects what documents say, and gives it as values of the record once all are read.

    ``unsettled`` are statements whose ends are names, one of which can mean several terms.
    """

    def __init__(self, glossary: Glossary, ontology: Ontology, base: str) -> None:
        self._glossary, self._ontology, self._base = glossary, ontology, base
        self._mentions = Mentions()
        self._noted: list[_Noted] = []
        self._questions: list[tuple[Place, Answered]] = []
        self.unsettled: list[Evidence] = []

    def add(self, account: Account) -> None:
        """Note what a document says."""
        source = source_iri(account.source, self._base)
        for assertion in account.assertions:
            noted = _Noted(assertion, source)
            for end in (assertion.subject, assertion.object):
                self._mention(end, noted.place)
            if assertion.literal or assertion.subject.key != assertion.object.key:
                self._noted.append(noted)
        self.unsettled += (_named(_Noted(each, source)) for each in account.unsettled)
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
        found = [*self._entries(iris), *self._mentions.terms(iris)]
        return sorted(found, key=lambda term: term.iri)

    def _entries(self, iris: dict[str, str]) -> Iterator[Term]:
        for key, merged in self._glossary.merged.items():
            entries = merged.entries
            full = [entry for entry in entries if not entry.gloss] or list(entries)
            label, translations = self._labels(merged.label, entries)
            yield Term(
                iris[key],
                label,
                _texts((name, entry.language) for entry in entries for name in entry.abbreviations),
                _texts((name, entry.language) for entry in entries for name in entry.alternatives),
                _texts(definition for entry in full for definition in _definitions(entry)),
                self._glossary.classes[key],
                places=tuple(sorted({self._place(entry) for entry in entries})),
                translations=translations,
            )

    def _place(self, entry: Entry) -> Place:
        return Place(source_iri(entry.source, self._base), entry.first, entry.last)

    def _labels(self, label: str, entries: Sequence[Entry]) -> tuple[Text, tuple[Text, ...]]:
        """Give the label of a term in the main language of the graph, if it has one there, and those in others."""
        own = Text(label, entries[0].language)
        others = ((entry.label, entry.language) for entry in entries if entry.language != own.language)
        told = _texts([*others, *(pair for entry in entries for pair in entry.translations)])
        texts = sorted(
            dict.fromkeys([own, *told]),
            key=lambda text: (language_rank(text.language, self.language), text != own),
        )
        return texts[0], tuple(texts[1:])

    @cached_property
    def language(self) -> str:
        """The language of most entries, the first in the alphabet among equals."""
        counts = Counter(entry.language for each in self._glossary.merged.values() for entry in each.entries)
        return min(counts, key=lambda tag: (-counts[tag], tag), default="")

    def doubts(self, evidence: Sequence[Evidence], names: Mapping[str, str]) -> Iterator[DoubtfulClass]:
        """Give the mentions whose class is told in several ways; ``names`` are those of sources by IRI."""
        iris = self._iris()
        spoken: dict[str, Evidence] = {}
        for one in evidence:
            for end in (one.statement.subject, one.statement.object):
                if isinstance(end, str):
                    spoken.setdefault(end, one)
        labels = {term.iri: term.label for term in self._mentions.terms(iris)}
        for key, chosen, other in self._mentions.disputed():
            said = spoken.get(iris[key])
            if said is not None:
                label, language = labels[iris[key]]
                place = (names[said.place.source], said.place.first, said.quote.value)
                yield DoubtfulClass(label, language, chosen, other, *place)

    def collections(self) -> list[Collection]:
        """Give the groups that category headings make of entries, ordered by IRI."""
        iris = self._iris()
        members: dict[str, set[str]] = {}
        labels: dict[str, Text] = {}
        for key, merged in self._glossary.merged.items():
            for entry in merged.entries:
                for name in entry.collections:
                    iri = f"{self._base}collection/{slug(name)}"
                    labels.setdefault(iri, Text(name, entry.language))
                    members.setdefault(iri, set()).add(iris[key])
        return [Collection(iri, labels[iri], tuple(sorted(members[iri]))) for iri in sorted(members)]

    def evidence(self) -> list[Evidence]:
        """Give the evidence of all claims, ordered; a link beside a hierarchical relation is left out (SKOS S27)."""
        iris = self._iris()
        broader, related = (self._ontology.relation_type(name).iri for name in ("broader", "related"))
        hierarchical = {_ends(each) for each, _ in self._noted if each.relation == broader}
        found = (
            _evidence(noted, iris)
            for noted in self._noted
            if noted.assertion.relation != related or _ends(noted.assertion) not in hierarchical
        )
        return sorted(surest(found), key=_order)

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


def _definitions(entry: Entry) -> list[tuple[str, str]]:
    own = [(entry.definition.text, entry.language)] if entry.definition else []
    return own + entry.renderings


def _texts(pairs: Iterable[tuple[str, str]]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(Text(value, language) for value, language in pairs))


def _ends(assertion: Assertion) -> frozenset[str]:
    return frozenset((assertion.subject.key, assertion.object.key))


def _evidence(noted: _Noted, iris: dict[str, str]) -> Evidence:
    said = noted.assertion
    target = Text(said.object.label) if said.literal else iris[said.object.key]
    return _said(noted, Statement(iris[said.subject.key], said.relation, target))


def _named(noted: _Noted) -> Evidence:
    """Give what is left open as evidence whose ends are names in place of IRIs."""
    said = noted.assertion
    return _said(noted, Statement(said.subject.label, said.relation, said.object.label))


def _said(noted: _Noted, statement: Statement) -> Evidence:
    said = noted.assertion
    text = Text(said.quote, said.language)
    told = (said.qualifiers, said.negative, said.confidence, said.rule, said.line)
    return Evidence(statement, text, noted.place, *told)


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
