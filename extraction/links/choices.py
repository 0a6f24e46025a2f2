"""Which of several terms a name means where it stands: told by the entry, document, folder or words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.links.senses import stems
from rolegraph.extraction.words.mentions import Match, Names

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.links.linking import Glossary, Merged

__all__ = ["Chooser", "NamesHere"]

_AHEAD = 2
"""By so many words one meaning has to be ahead of the next for the words around to tell."""


class Chooser:
    """Chooses among the terms of one name for the entry that is being read; what nothing tells stays open."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._entry: Entry | None = None

    def enter(self, entry: Entry) -> None:
        """Go on to an entry."""
        self._entry = entry

    def choose(self, keys: tuple[str, ...], words: str = "") -> tuple[str, ...]:
        """Give the one term that a name means, or all where nothing tells.

        It is the headword; else the only one with an entry in the same document, or in the same folder; else the one
        whose definition shares clearly more words with the text around the name.
        """
        entry = self._entry
        if len(keys) < 2 or entry is None:
            return keys
        if entry.key in keys:
            return (entry.key,)
        for near in (_is_of_source, _is_of_folder):
            here = tuple(key for key in keys if any(near(one, entry) for one in self._entries(key)))
            if len(here) == 1:
                return here
        return self._by_words(keys, words, entry)

    def _by_words(self, keys: tuple[str, ...], words: str, entry: Entry) -> tuple[str, ...]:
        around = stems(words, entry.language) | stems(entry.label, entry.language)
        if entry.definition is not None:
            around |= stems(entry.definition.text, entry.language)
        scores = {key: len(around & self._hints(key)) for key in keys}
        first, second, *_ = sorted(keys, key=lambda key: (-scores[key], key))
        return (first,) if scores[first] - scores[second] >= _AHEAD else keys

    def _entries(self, key: str) -> Sequence[Entry]:
        return self._glossary.merged[key].entries

    def _hints(self, key: str) -> frozenset[str]:
        return frozenset(hint for entry in self._entries(key) for hint in entry.hints)

    def meanings(self, keys: Iterable[str]) -> str:
        """Name the terms that a name can mean, each with its document."""
        found = sorted(f"{merged.label} ({merged.entries[0].source})" for merged in self._merged(keys))
        return " or ".join(found)

    def _merged(self, keys: Iterable[str]) -> Iterator[Merged]:
        return (self._glossary.merged[key] for key in keys)


def _is_of_source(one: Entry, other: Entry) -> bool:
    return one.source == other.source


def _is_of_folder(one: Entry, other: Entry) -> bool:
    return one.source.rpartition("/")[0] == other.source.rpartition("/")[0]


class NamesHere(Names):
    """The names of all terms, as the entry that is being read means them."""

    def __init__(self, names: Names, chooser: Chooser) -> None:
        super().__init__(())
        self._names, self._chooser = names, chooser

    def find(self, words: Sequence[str]) -> list[Match]:
        """Find the longest names in a text given as words, each with the terms that it can mean here."""
        found = self._names.find(words)
        if all(len(match.keys) < 2 for match in found):
            return found
        text = " ".join(words)
        return [match._replace(keys=self._chooser.choose(match.keys, text)) for match in found]
