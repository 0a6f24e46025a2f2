"""What was found, as the record: terms, evidence, questions, each with its place."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from rolegraph.extraction.links.linking import Glossary, Mentions, assign_iris
from rolegraph.extraction.passes.accounts import Assertion
from rolegraph.extraction.review.confidence import surest
from rolegraph.extraction.review.doubts import DoubtfulClass
from rolegraph.graph import Collection, Evidence, Place, Question, Statement, Term, Text, slug
from rolegraph.graph.reading import language_rank

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.passes.accounts import Account, Answered
    from rolegraph.ontology import Ontology

__all__ = ["Recorder", "source_iri"]

_PART = 1000  # assertions that are unpacked at once
_decoder = msgspec.msgpack.Decoder(list[Assertion])


def source_iri(name: str, base: str) -> str:
    """Give the IRI of a source by its name."""
    return f"{base}source/{quote(name)}"


class Recorder:
    """Collects what documents say, and gives it as values of the record once all are read.

    ``unsettled`` are statements whose ends are names, one of which can mean several terms.
    """

    def __init__(self, glossary: Glossary, ontology: Ontology, base: str) -> None:
        self._glossary, self._ontology, self._base = glossary, ontology, base
        self._mentions = Mentions()
        self._said: list[tuple[str, bytes]] = []
        self._questions: list[tuple[Place, Answered]] = []
        self.unsettled: list[Evidence] = []

    def add(self, account: Account) -> None:
        """Note what a document says; its assertions are kept packed until all are read."""
        source = source_iri(account.source, self._base)
        places = _Places(source)
        said = [each for each in account.assertions if each.literal or each.subject.key != each.object.key]
        for each in account.assertions:
            for end in (each.subject, each.object):
                if end.key and end.label:
                    self._mentions.note(end, places.of(each))
        for start in range(0, len(said), _PART):
            packed = zlib.compress(msgspec.msgpack.encode(said[start : start + _PART]), 1)
            self._said.append((source, packed))
        self.unsettled += (_evidence(each, *_names(each), places) for each in account.unsettled)
        self._questions += ((Place(source, each.first, each.last), each) for each in account.questions)

    def _assertions(self) -> Iterator[tuple[str, list[Assertion]]]:
        """Give what was noted again, by document."""
        for source, packed in self._said:
            yield source, _decoder.decode(zlib.decompress(packed))

    # --- the record ------------------------------------------------------------------------------------------

    @cached_property
    def _iris(self) -> dict[str, str]:
        """The IRI of each key, once all documents are read."""
        entries = {key: merged.label for key, merged in self._glossary.merged.items()}
        return assign_iris(entries, self._mentions.names(), self._base)

    def terms(self) -> list[Term]:
        """Give all terms, entries and mentions, ordered by IRI."""
        iris = self._iris
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
        iris = self._iris
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
        iris = self._iris
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
        iris = self._iris
        broader, related = (self._ontology.relation_type(name).iri for name in ("broader", "related"))
        hierarchical = {
            _ends(each, iris) for _, said in self._assertions() for each in said if each.relation == broader
        }
        found: dict[str, list[Evidence]] = {}
        for source, said in self._assertions():
            places = _Places(source)
            own = [each for each in said if each.relation != related or _ends(each, iris) not in hierarchical]
            for each in own:
                one = _evidence(each, *_iris_of(each, iris), places)
                found.setdefault(one.statement.subject, []).append(one)
        return [each for subject in sorted(found) for each in sorted(surest(found.pop(subject)), key=_order)]

    def questions(self) -> list[Question]:
        """Give all questions in order."""
        iris, taken, found = self._iris, dict[str, int](), []
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


def _ends(assertion: Assertion, iris: dict[str, str]) -> tuple[str, ...]:
    """Give the IRIs of both ends in order; the end that a literal is has none."""
    return tuple(sorted(iris.get(end.key, "") for end in (assertion.subject, assertion.object)))


def _iris_of(said: Assertion, iris: dict[str, str]) -> tuple[str, str | Text]:
    return iris[said.subject.key], Text(said.object.label) if said.literal else iris[said.object.key]


def _names(said: Assertion) -> tuple[str, str]:
    """Give the names of both ends, which stand for IRIs in what is left open."""
    return said.subject.label, said.object.label


class _Places:
    """The places, quotes and qualifiers of a document, each kept once: several assertions come of one sentence."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._places: dict[tuple[int, int], Place] = {}
        self._quotes: dict[tuple[str, str], Text] = {}
        self._qualifiers: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}

    def of(self, said: Assertion) -> Place:
        lines = (said.first, said.last)
        return self._places.get(lines) or self._places.setdefault(lines, Place(self._source, *lines))

    def quote(self, said: Assertion) -> Text:
        key = (said.quote, said.language)
        return self._quotes.get(key) or self._quotes.setdefault(key, Text(said.quote, intern(said.language)))

    def qualifiers(self, said: Assertion) -> tuple[tuple[str, str], ...]:
        return self._qualifiers.setdefault(said.qualifiers, said.qualifiers)


def _evidence(said: Assertion, subject: str, target: str | Text, places: _Places) -> Evidence:
    statement = Statement(subject, intern(said.relation), target)
    told = (said.negative, said.confidence, intern(said.rule), said.line)
    return Evidence(statement, places.quote(said), places.of(said), places.qualifiers(said), *told)


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
