"""Which term a phrase means: an entry, or a mention that several sentences share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.classes import is_weak
from rolegraph.extraction.mentions import Name, Names
from rolegraph.graph import Place, Term, Text, fold, slug

if TYPE_CHECKING:
    from rolegraph.extraction.accounts import End
    from rolegraph.extraction.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.phrases import Phrase

__all__ = ["Glossary", "Mentions", "assign_iris", "class_of_entry"]


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
            grouped.setdefault(fold(entry.label), []).append(entry)
        merged = {key: _merged(key, grouped[key]) for key in sorted(grouped)}
        known = {fold(name) for one in merged.values() for entry in one.entries for name in entry.names()}
        self.merged: Mapping[str, Merged] = {
            key: one for key, one in merged.items() if not _is_joint(one, known)
        }
        self.classes: Mapping[str, Classes] = {}
        self._found: Names | None = None

    def names(self) -> Names:
        """Give the names of all entries, to be found in text; they are gathered once."""
        if self._found is None:
            self._found = Names(self._names())
        return self._found

    def _names(self) -> Iterator[Name]:
        for key, merged in self.merged.items():
            for entry in merged.entries:
                for text in (entry.label, *entry.alternatives):
                    yield Name(text, key, exact=_is_code(text))
                for text in entry.abbreviations:
                    yield Name(text, key, exact=True)

    def key(self, phrase: Phrase) -> str:
        """Give the key of the term that a phrase means, be it an entry or a mention.

        The abbreviation at the end of a name is written out: "senior PM" is "senior product manager".
        """
        if phrase.keys:
            return phrase.keys[0]
        key = fold(phrase.text)
        if len(phrase.head_keys) == 1 and phrase.head_keys[0] in self.merged:
            full = f"{' '.join(key.split()[:-1])} {phrase.head_keys[0]}".strip()
            if full in self.merged:
                return full
        return key

    def by_reference(self) -> dict[str, str]:
        """Map what a hyperlink can say (a file's stem, a slug of a label) to the keys of entries."""
        found: dict[str, str] = {}
        for key, merged in self.merged.items():
            for entry in merged.entries:
                found.setdefault(slug(entry.label), key)
        for key, merged in self.merged.items():
            for entry in merged.entries:
                if not entry.gloss and _only_entry_of_its_file(entry, merged):
                    found[slug(entry.source.rpartition("/")[2].rpartition(".")[0])] = key
        return found


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


def _is_code(text: str) -> bool:
    """Tell whether a name is written as a code: CAVE, not cave."""
    return text.isupper() and len(text) <= 6 and " " not in text


class _Mention:
    """What has been said of a thing without an entry: its spellings, classes and places."""

    def __init__(self) -> None:
        self.labels: Counter[str] = Counter()
        self.classes: Counter[str] = Counter()
        self.places: set[Place] = set()

    def label(self) -> str:
        """Give the commonest spelling, one in small letters first among equals."""
        return min(self.labels, key=lambda text: (-self.labels[text], text[:1].isupper(), text))


class Mentions:
    """The things that are only spoken of, by the key of their name."""

    def __init__(self) -> None:
        self._found: dict[str, _Mention] = {}

    def note(self, end: End, place: Place) -> None:
        """Note what is said of a thing at a place: its spelling, and its classes by their weight."""
        mention = self._found.setdefault(end.key, _Mention())
        mention.labels[end.label] += 1
        mention.classes.update(dict.fromkeys(end.classes, end.weight))
        mention.places.add(place)

    def terms(self, iris: Mapping[str, str], language: str) -> Iterator[Term]:
        """Give the mentions as terms of the record."""
        for key in sorted(self._found):
            mention = self._found[key]
            classes = sorted(mention.classes, key=lambda iri: (-mention.classes[iri], iri))[:1]
            label = mention.label()
            places = tuple(sorted(mention.places))
            yield Term(iris[key], Text(label, language), classes=tuple(classes), mention=True, places=places)

    def names(self) -> dict[str, str]:
        """Map the keys of all mentions to what their IRIs are made of: the folded name, which no spelling changes."""
        return {key: key for key in sorted(self._found)}


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
