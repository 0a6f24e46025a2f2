"""What a document was told by the glossary while it was read, so that it need not be read again while that holds.

Whatever reads a document asks the glossary through look-ups that remember the questions. Asked again, the same
questions give a digest of the answers; where it is the old one, reading the document anew would give what it gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

if TYPE_CHECKING:
    from rolegraph.extraction.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.linking import Merged
    from rolegraph.extraction.mentions import Names

__all__ = ["Lookup", "Trace", "Watch"]

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
    """The questions: texts searched for names, keys of entries, of classes, of links; all entries where ``whole``."""

    texts: list[str]
    entries: list[str]
    classes: list[str]
    links: list[str]
    whole: bool = False


class Watch:
    """Watches the look-ups through which a document is read, and answers their questions anew."""

    def __init__(
        self, names: Names, entries: Lookup[Merged], classes: Lookup[Classes], links: Lookup[str]
    ) -> None:
        self._names, self._entries, self._classes, self._links = names, entries, classes, links
        self._told: dict[str, object] = {}
        self._everything = b""

    def begin(self) -> None:
        """Forget the questions asked so far."""
        self._names.searched.clear()
        for lookup in (self._entries, self._classes, self._links):
            lookup.forget()

    def trace(self) -> Trace:
        """Give the questions asked since."""
        entries, classes, links = lookups = (self._entries, self._classes, self._links)
        return Trace(
            sorted(self._names.searched),
            sorted(entries.asked),
            sorted(classes.asked),
            sorted(links.asked),
            any(lookup.whole for lookup in lookups),
        )

    def digest(self, trace: Trace) -> str:
        """Put the questions again, and give a digest of the answers."""
        answers = (
            [self._names.occurring(text) for text in trace.texts],
            [self._entry(key) for key in trace.entries],
            [self._classes.peek(key) for key in trace.classes],
            [self._links.peek(key) for key in trace.links],
            self._all() if trace.whole else b"",
        )
        return blake2b(msgspec.msgpack.encode(answers), digest_size=16).hexdigest()

    def _entry(self, key: str) -> object:
        if key not in self._told:
            merged = self._entries.peek(key)
            self._told[key] = merged and _facts(merged)
        return self._told[key]

    def _all(self) -> bytes:
        if not self._everything:
            told = [(key, self._entry(key), self._classes.peek(key)) for key in self._entries.keys_unasked()]
            self._everything = blake2b(msgspec.msgpack.encode(told)).digest()
        return self._everything


_LEFT_OUT = frozenset({"definition", "renderings", "first", "last"})
"""What no other entry depends on: the wording of a definition, and the lines of an entry."""


def _facts(merged: Merged) -> object:
    return [merged.label, [_facts_of(entry) for entry in merged.entries]]


def _facts_of(entry: Entry) -> list[object]:
    return [value for name, value in sorted(vars(entry).items()) if name not in _LEFT_OUT]
