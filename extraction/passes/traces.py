"""What a document was told by the glossary while it was read, so that it need not be read again while that holds.

Whatever reads a document asks the glossary through look-ups that remember the questions. Asked again, the same
questions give a digest of the answers; where it is the old one, reading the document anew would give what it gave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.links.linking import Merged
    from rolegraph.extraction.words.mentions import Names

__all__ = ["Lookup", "Trace", "Watch", "Watched"]

_Value = TypeVar("_Value")


class Lookup(Mapping[str, _Value]):
    """A mapping that remembers the keys it was asked for, and whether it was gone through as a whole."""

    def __init__(self, values: Mapping[str, _Value]) -> None:
        self._values = values
        self.asked: set[str] = set()
        self.whole = False

    def __getitem__(self, key: str) -> _Value:
        self.asked.add(key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self.whole = True
        return iter(self._values)

    def __len__(self) -> int:
        self.whole = True
        return len(self._values)

    def forget(self) -> None:
        """Forget what was asked."""
        self.asked.clear()
        self.whole = False

    def peek(self, key: str) -> _Value | None:
        """Look up without being remembered."""
        return self._values.get(key)

    def keys_unasked(self) -> list[str]:
        """Give all keys, sorted, without being remembered."""
        return sorted(self._values)


class Trace(NamedTuple):
    """The questions: texts searched for names, by language; keys of entries, of classes, of links; sources.

    Of a source it was asked whether its glossary points to related terms. With ``whole`` all entries were gone through.
    """

    texts: dict[str, list[str]]
    entries: list[str]
    classes: list[str]
    links: list[str]
    sources: list[str]
    whole: bool = False


class Watched(NamedTuple):
    """The look-ups through which a document is read: entries and classes by key, keys by link, what sources do."""

    entries: Lookup[Merged]
    classes: Lookup[Classes]
    links: Lookup[str]
    sources: Lookup[bool]


class Watch:
    """Watches the look-ups through which a document is read, and answers their questions anew.

    ``names`` gives the names of terms in a language.
    """

    def __init__(self, names: Callable[[str], Names], lookups: Watched) -> None:
        self._names, self._lookups = names, lookups
        self._opened: dict[str, Names] = {}
        self._told: dict[str, object] = {}
        self._everything = b""

    def names(self, language: str) -> Names:
        """Give the names of terms in a language, watched from now on."""
        return self._opened.setdefault(primary(language), self._names(language))

    def begin(self) -> None:
        """Forget the questions asked so far."""
        for names in self._opened.values():
            names.searched.clear()
        for lookup in self._lookups:
            lookup.forget()

    def trace(self) -> Trace:
        """Give the questions asked since."""
        searched = ((language, sorted(names.searched)) for language, names in self._opened.items())
        texts = {language: found for language, found in searched if found}
        entries, classes, links, sources = (sorted(lookup.asked) for lookup in self._lookups)
        whole = any(lookup.whole for lookup in self._lookups)
        return Trace(texts, entries, classes, links, sources, whole)

    def digest(self, trace: Trace) -> str:
        """Put the questions again, and give a digest of the answers."""
        _, classes, links, sources = self._lookups
        answers = (
            [
                self.names(language).occurring(text)
                for language, texts in trace.texts.items()
                for text in texts
            ],
            [self._entry(key) for key in trace.entries],
            [classes.peek(key) for key in trace.classes],
            [links.peek(key) for key in trace.links],
            [sources.peek(key) for key in trace.sources],
            self._all() if trace.whole else b"",
        )
        return blake2b(msgspec.msgpack.encode(answers), digest_size=16).hexdigest()

    def _entry(self, key: str) -> object:
        if key not in self._told:
            merged = self._lookups.entries.peek(key)
            self._told[key] = merged and _facts(merged)
        return self._told[key]

    def _all(self) -> bytes:
        if not self._everything:
            entries, classes, *_ = self._lookups
            told = [(key, self._entry(key), classes.peek(key)) for key in entries.keys_unasked()]
            self._everything = blake2b(msgspec.msgpack.encode(told)).digest()
        return self._everything


_LEFT_OUT = frozenset({"definition", "renderings", "references", "first", "last", "pointing", "linking"})
"""What no other entry depends on: the wording of a definition, what it points to, the lines of an entry.

That a glossary has pointers is asked by its sources.
"""


def _facts(merged: Merged) -> object:
    return [merged.label, [_facts_of(entry) for entry in merged.entries]]


def _facts_of(entry: Entry) -> list[object]:
    names = sorted(one.name for one in fields(entry))
    return [getattr(entry, name) for name in names if name not in _LEFT_OUT]
