"""Which term a phrase means: an entry, or a mention that several sentences share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.classes import is_weak
from rolegraph.extraction.links.hyperlinks import pointing
from rolegraph.extraction.links.senses import stems
from rolegraph.extraction.words.mentions import Name, Names
from rolegraph.graph import Place, Term, Text, fold, slug
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.passes.accounts import End
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["Glossary", "Mentions", "assign_iris", "class_of_entry", "spelling"]


class Merged(NamedTuple):
    """The entries of one label in all documents; those with a text of their own before mere glosses."""

    key: str
    label: str
    entries: tuple[Entry, ...]


class Glossary:
    """All entries of all documents, merged by label, and their names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        grouped: dict[str, list[Entry]] = {}
        for entry in entries:
            grouped.setdefault(entry.key, []).append(entry)
        merged = {key: _merged(key, grouped[key]) for key in sorted(grouped)}
        known = {fold(name) for one in merged.values() for entry in one.entries for name in entry.names()}
        self.merged: Mapping[str, Merged] = {
            key: one for key, one in merged.items() if not _is_joint(one, known)
        }
        self.classes: Mapping[str, Classes] = {}
        self.pointing: Mapping[str, bool] = pointing(
            entry for merged in self.merged.values() for entry in merged.entries
        )
        self._found: dict[str, Names] = {}
        self._loud = _written_in_capitals(
            entry for merged in self.merged.values() for entry in merged.entries
        )
        self._give_hints()

    def _give_hints(self) -> None:
        """Note for the entries whose names other terms have too by which words their meaning is told."""
        keys: dict[str, set[str]] = {}
        entries = [entry for merged in self.merged.values() for entry in merged.entries]
        for entry in entries:
            for name in (entry.bare, *entry.abbreviations, *entry.alternatives):
                keys.setdefault(fold(name, entry.language), set()).add(entry.key)
        for entry in entries:
            names = (entry.bare, *entry.abbreviations, *entry.alternatives)
            if entry.definition and any(len(keys[fold(name, entry.language)]) > 1 for name in names):
                own = frozenset[str]().union(*(stems(name, entry.language) for name in names))
                entry.hints = sorted(stems(entry.definition.text, entry.language) - own)

    def names(self, language: str = "en") -> Names:
        """Give the names of all entries, to be found in text of a language; they are gathered once."""
        language = primary(language)
        if language not in self._found:
            self._found[language] = Names(self._names(language), language)
        return self._found[language]

    def _names(self, language: str) -> Iterator[Name]:
        for key, merged in self.merged.items():
            for entry in merged.entries:
                foreign = primary(entry.language) != language
                loud = entry.source in self._loud
                for text in dict.fromkeys((entry.bare, *entry.alternatives)):
                    if not (foreign and _is_one_word(text)):
                        yield Name(text, key, exact=_is_code(text) and not loud)
                for text in entry.abbreviations:
                    yield Name(text, key, exact=True)
                for text, tag in entry.translations:
                    if primary(tag) == language:
                        yield Name(text, key, exact=_is_code(text))

    def meant(self, phrase: Phrase) -> tuple[str, bool]:
        """Give the key of the term that a phrase means, and whether it has an entry or is only a mention."""
        if phrase.keys:
            return phrase.keys[0], True
        key = self._full_name(phrase)
        if key not in self.merged:
            return key, False
        return (f"{key} {primary(phrase.language)}", False) if self._is_foreign(key, phrase) else (key, True)

    def _is_foreign(self, key: str, phrase: Phrase) -> bool:
        """Tell whether a word only looks like the name of entries in other languages."""
        spoken = {primary(entry.language) for entry in self.merged[key].entries}
        return _is_one_word(phrase.text) and primary(phrase.language) not in spoken

    def _full_name(self, phrase: Phrase) -> str:
        """Write out the abbreviation at the end of a name: "senior PM" is "senior product manager"."""
        key = fold(phrase.text, phrase.language)
        if len(phrase.head_keys) == 1 and phrase.head_keys[0] in self.merged:
            full = f"{' '.join(key.split()[:-1])} {phrase.head_keys[0]}".strip()
            if full in self.merged:
                return full
        return key

    def by_reference(self) -> dict[str, str]:
        """Map what a hyperlink can say to the keys of entries: a slug of a label, a file's stem, "#" and an anchor.

        An anchor that leads to several entries by itself leads to none; with its file's stem before it, to the first.
        """
        found = self._by_anchor()
        for key, merged in self.merged.items():
            for entry in merged.entries:
                found.setdefault(slug(entry.label), key)
        for key, merged in self.merged.items():
            for entry in merged.entries:
                if not entry.gloss and _only_entry_of_its_file(entry, merged):
                    found[_stem(entry)] = key
        return found

    def _by_anchor(self) -> dict[str, str]:
        alone: dict[str, set[str]] = {}
        found: dict[str, str] = {}
        for key, merged in self.merged.items():
            for entry in merged.entries:
                if entry.qualifier:
                    found.setdefault(f"{_stem(entry)}#{slug(entry.bare)}", key)
                for anchor in entry.anchors:
                    alone.setdefault(f"#{anchor}", set()).add(key)
                    found.setdefault(f"{_stem(entry)}#{anchor}", key)
        return found | {anchor: min(keys) for anchor, keys in alone.items() if len(keys) == 1}


def _written_in_capitals(entries: Iterable[Entry]) -> frozenset[str]:
    """Give the sources that write all their labels in capitals, so that these tell no codes: BANK, BORROWER."""
    labels: dict[str, list[str]] = {}
    for entry in entries:
        labels.setdefault(entry.source, []).append(entry.bare)
    return frozenset(source for source, texts in labels.items() if _are_in_capitals(texts))


def _are_in_capitals(labels: Sequence[str]) -> bool:
    upper = [label for label in labels if label.isupper()]
    long = [label for label in upper if not _is_code(label)]
    return len(upper) > 0.8 * len(labels) and 3 * len(long) > len(upper)


def _stem(entry: Entry) -> str:
    return slug(entry.source.rpartition("/")[2].rpartition(".")[0])


def _is_joint(merged: Merged, known: set[str]) -> bool:
    """Tell whether a gloss of related terms stands for several known ones: "CRM and ERP"."""
    parts = [part for part in re.split(r"\s+and\s+|\s*[,&]\s*", merged.label) if part]
    return (
        len(parts) > 1
        and all(entry.gloss for entry in merged.entries)
        and all(fold(p) in known for p in parts)
    )


def _only_entry_of_its_file(entry: Entry, merged: Merged) -> bool:
    return entry.first <= 2 or len(merged.entries) == 1


def _merged(key: str, entries: list[Entry]) -> Merged:
    entries.sort(key=lambda entry: (entry.gloss, entry.definition is None, entry.source, entry.first))
    return Merged(key, entries[0].label, tuple(entries))


def _is_one_word(text: str) -> bool:
    """Tell a name that may well be another word in another language ("red" is a net in Spanish); a code is none."""
    return " " not in text and not _is_code(text)


def _is_code(text: str) -> bool:
    """Tell whether a name is written as a code: CAVE, not cave."""
    return text.isupper() and len(text) <= 6 and " " not in text


class _Mention:
    """What has been said of a thing without an entry: how often in which words and classes, and where."""

    __slots__ = ("ends", "places")

    def __init__(self) -> None:
        self.ends: dict[End, int] = {}
        self.places: list[Place] = []

    def note(self, end: End, place: Place) -> None:
        self.ends[end] = self.ends.get(end, 0) + 1
        if not self.places or self.places[-1] is not place:
            self.places.append(place)

    def classes(self) -> list[str]:
        """Give the classes that were told, the one with the greatest weight first."""
        weights = Counter[str]()
        for end, times in self.ends.items():
            weights.update(dict.fromkeys(end.classes, end.weight * times))
        return sorted(weights, key=lambda each: (-weights[each], each))

    def term(self, iri: str) -> Term:
        labels, languages = Counter[str](), Counter[str]()
        for end, times in self.ends.items():
            labels[end.label] += times
            languages[end.language] += times
        language = min(languages, key=lambda tag: (-languages[tag], tag))
        # the commonest spelling, one in small letters first among equals
        label = min(labels, key=lambda text: (-labels[text], text[:1].isupper(), text))
        places = tuple(sorted(set(self.places)))
        return Term(
            iri, Text(label, language), classes=tuple(self.classes()[:1]), mention=True, places=places
        )


class Mentions:
    """The things that are only spoken of, by the key of their name."""

    def __init__(self) -> None:
        self._found: dict[str, _Mention] = {}

    def note(self, end: End, place: Place) -> None:
        """Note what is said of a thing at a place: its spelling, language, and its classes by their weight."""
        if end.key not in self._found:
            self._found[end.key] = _Mention()
        self._found[end.key].note(end, place)

    def terms(self, iris: Mapping[str, str]) -> Iterator[Term]:
        """Give the mentions as terms of the record, each in the language that most often speaks of it."""
        return (self._found[key].term(iris[key]) for key in sorted(self._found))

    def disputed(self) -> Iterator[tuple[str, str, str]]:
        """Give the mentions whose class is told in several ways: the key, the class it gets, and the next."""
        for key, mention in sorted(self._found.items()):
            ranked = mention.classes()
            if len(ranked) > 1:
                yield key, ranked[0], ranked[1]

    def names(self) -> dict[str, str]:
        """Map the keys of all mentions to what their IRIs are made of: the folded name, which no spelling changes."""
        return {key: key for key in sorted(self._found)}


def spelling(phrase: Phrase) -> str:
    """Write a common name small where it opens a sentence or a cell, a proper name or a code as it stands."""
    text = phrase.text
    if primary(phrase.language) == "de":
        return text
    first, *rest = text.split(" ")
    if not rest and phrase.start == 0 and phrase.plural and first[1:].islower():
        return text.lower()
    common = first[:1].isupper() and first[1:].islower() and not any(word[:1].isupper() for word in rest)
    return text[:1].lower() + text[1:] if common and rest else text


def assign_iris(entries: Mapping[str, str], mentions: Mapping[str, str], base: str) -> dict[str, str]:
    """Give each key its IRI by the slug of its label.

    Labels of one slug are numbered in order, those of entries first.
    """
    taken: Counter[str] = Counter()
    iris: dict[str, str] = {}
    for key, label in [*sorted(entries.items()), *sorted(mentions.items())]:
        name = slug(label)
        taken[name] += 1
        iris[key] = base + (name if taken[name] == 1 else f"{name}-{taken[name]}")
    return iris


def class_of_entry(declared: Iterable[str], by_label: Classes, by_genus: Classes) -> Classes:
    """Choose the class of an entry: declared, told by the noun of its label, or by the genus of its definition."""
    found = tuple(dict.fromkeys(declared))
    told = by_genus or by_label if is_weak(by_label) else by_label
    return found or told
