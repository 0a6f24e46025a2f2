"""Whether two entries of one label define the same thing: by their words, and by what their genera are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.definitions.definition_starts import definition_start
from rolegraph.extraction.definitions.genus import read_genus
from rolegraph.extraction.prose.prose import headword
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.plurals import primary, singular
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.prose.prose import ProseReader

__all__ = ["Kind", "Likeness", "Senses", "stems"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_FEW = 2
"""A definition of fewer words tells nothing."""

_KINDRED = 3
"""Glossaries that define so many labels in like words are of one field."""

_SOME = 0.25
"""What one shared word must be of the shorter definition to make the two alike."""

_IDLE = frozenset().union(
    *(en.DETERMINERS, en.PREPOSITIONS, en.CONNECTIVES, en.PRONOUNS, en.AUXILIARIES, en.CONJUNCTIONS),
    *(en.ADVERBS, en.MODALS, en.STAND_INS, en.QUESTION_WORDS, en.EMPTY_HEADS, en.LIGHT_HEADS),
    *(("used", "uses", "using", "made", "other", "many", "such", "etc"),),
    *(("person", "people", "someone", "somebody", "anyone", "individual", "individuals"),),
)

_ALIKE = """
company firm business organization organisation enterprise corporation
customer client buyer consumer subscriber purchaser
employee worker staff personnel
seller vendor supplier merchant
goods product merchandise
rate percentage share ratio proportion
value worth
debt obligation liability
standard benchmark reference
document record paper
money cash funds currency
fee charge price
buy purchase acquire
sell sale
begin start
end finish
picture image
car vehicle
"""
"""English words that definitions say one thing with, a line each."""


class Likeness(Enum):
    """What is known of two entries of one label."""

    SAME = "same"
    APART = "apart"
    UNSURE = "unsure"


class Kind(NamedTuple):
    """What the genus of a definition tells: its last noun, and the classes of it."""

    noun: str = ""
    classes: Classes = ()


@lru_cache(maxsize=1 << 14)
def stems(text: str, language: str) -> frozenset[str]:
    """Give the beginnings of the words that say something, plurals folded.

    >>> sorted(stems("The institutions that take deposits", "en"))
    ['depos', 'insti', 'take']
    """
    language = primary(language)
    words = (word.casefold() for word in _WORD.findall(text))
    found = (singular(word, language) for word in words if word not in _IDLE)
    alike = _alike() if language == "en" else {}
    return frozenset(alike.get(word, word)[:_STEM] for word in found)


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    """Map words to the first of those that say the same."""
    lines = (line.split() for line in _ALIKE.strip().splitlines())
    return {singular(word, "en"): words[0] for words in lines for word in words}


class Senses:
    """Compares the definitions of entries of one label; ``reader`` is asked for where their words do not tell."""

    def __init__(self, reader: Callable[[], ProseReader], labels: Iterable[Sequence[Entry]]) -> None:
        self._reader = reader
        self._kinds: dict[int, Kind] = {}
        self._agreed = _agreements(labels)

    def likeness(self, one: Entry, other: Entry) -> Likeness:
        """Tell whether two entries, both of them defined, are one term.

        They are where their definitions share words or their other names agree. They are not where the definitions
        share none and nothing else speaks for one thing, or where their genera are of other classes. A name of several
        words has seldom two meanings, and an author who puts a qualifier behind a name means it. Where two glossaries
        agree on other labels they are of one field, and it is open.
        """
        found = self._likeness(one, other)
        kindred = self._agreed[_glossaries(one, other)] >= _KINDRED
        return Likeness.UNSURE if found is Likeness.APART and kindred else found

    def _likeness(self, one: Entry, other: Entry) -> Likeness:
        if one.qualifier and other.qualifier and one.source == other.source and not self._is_role(one):
            return Likeness.SAME if one.qualifier == other.qualifier else Likeness.APART
        if primary(one.language) != primary(other.language) or _named_alike(one, other):
            return Likeness.SAME
        return self._by_definitions(one, other)

    def _by_definitions(self, one: Entry, other: Entry) -> Likeness:
        words, others = _words(one), _words(other)
        if len(words & others) > 1 or min(len(words), len(others)) < _FEW:
            return Likeness.SAME
        kinds = self.kind(one), self.kind(other)
        classes, both = [set(kind.classes) for kind in kinds], all(kind.classes for kind in kinds)
        noun = stems(kinds[0].noun, one.language) & stems(kinds[1].noun, one.language)
        differ = both and not classes[0] & classes[1]
        if _are_alike(words - noun, others - noun):
            return Likeness.UNSURE if differ else Likeness.SAME
        if both or noun:
            return Likeness.APART if differ else Likeness.UNSURE
        if self._as_label_tells(one, kinds):
            return Likeness.SAME
        return Likeness.UNSURE if words & others or " " in one.key else Likeness.APART

    def kind(self, entry: Entry) -> Kind:
        """Give what the genus of an entry tells; nothing where there is none, or nothing is known of it."""
        if id(entry) not in self._kinds:
            self._kinds[id(entry)] = _kind(entry, self._reader())
        return self._kinds[id(entry)]

    def _is_role(self, entry: Entry) -> bool:
        """Tell a role, which is one whatever stands behind it: "Clerk (Berlin)", "Clerk (part-time)"."""
        return RG + "Role" in self._reader().classifier.of_name(entry.label, entry.language)

    def _as_label_tells(self, entry: Entry, kinds: Iterable[Kind]) -> bool:
        """Tell whether the label says already what the term is, and no genus another: a "Recruiter" is a role."""
        told = self._reader().classifier.of_name(entry.label, entry.language)
        return bool(told) and all(not kind.noun or kind.classes == told for kind in kinds)


def _agreements(labels: Iterable[Sequence[Entry]]) -> Counter[frozenset[str]]:
    """Count for two glossaries the labels that both define in like words."""
    found: Counter[frozenset[str]] = Counter()
    for entries in labels:
        words = [(entry, _words(entry)) for entry in entries]
        alike = {
            _glossaries(one, other)
            for (one, mine), (other, others) in combinations(words, 2)
            if _are_alike(mine, others)
        }
        found.update(alike)
    return found


def _glossaries(one: Entry, other: Entry) -> frozenset[str]:
    """Give the glossaries of two entries, each a document or, where that is about one term, its folder."""
    return frozenset(
        entry.source if entry.first > 2 else f"{entry.source.rpartition('/')[0]}/" for entry in (one, other)
    )


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two definitions share two words, or one that is a good part of the shorter."""
    shared, fewest = len(words & others), min(len(words), len(others))
    return shared > 1 or (shared == 1 and shared >= _SOME * fewest)


def _named_alike(one: Entry, other: Entry) -> bool:
    """Tell whether two entries have an abbreviation or another name in common beside the label."""
    return bool(_other_names(one) & _other_names(other))


def _other_names(entry: Entry) -> set[str]:
    names = (*entry.abbreviations, *entry.alternatives, *(text for text, _ in entry.translations))
    return {name.casefold() for name in names} - {entry.label.casefold()}


def _words(entry: Entry) -> frozenset[str]:
    """Give the words of a definition that are none of the names."""
    text = entry.definition.text if entry.definition else ""
    return stems(text, entry.language) - _stems_of_all(entry.names(), entry.language)


def _stems_of_all(texts: Iterable[str], language: str) -> frozenset[str]:
    return frozenset[str]().union(*(stems(text, language) for text in texts))


def _kind(entry: Entry, reader: ProseReader) -> Kind:
    first = next(iter(sentences(entry.definition, entry.language)), None) if entry.definition else None
    if first is None:
        return Kind()
    if primary(entry.language) != "en":
        phrase = reader.plain(entry.language).genus(first.text, headword(entry))
    else:
        tokens = reader.tagged(first.text)
        start = definition_start(tokens, entry.key)
        phrase, end = read_genus(tokens, start) if start is not None else (None, -1)
        if phrase is None and end > 0:
            noun = tokens[end - 1].lower
            return Kind(noun, reader.classifier.of_name(noun))
    return Kind(phrase.head, reader.classifier.of_phrase(phrase)) if phrase else Kind()
