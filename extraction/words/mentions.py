"""Where the names of terms stand in a text: longest match over all names of all documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from rolegraph.graph.names import fold

__all__ = ["Match", "Name", "Names"]


_ENDING = re.compile(r"(?<=[A-Z0-9])['’]?s?['’]?$")
"""What a code takes on as a plural or possessive: KPIs, the PM's, PMs'."""

_PLURAL_ONLY = frozenset(
    {"arms", "customs", "goods", "minutes", "proceeds", "securities", "spirits", "works"}
)


class Name(NamedTuple):
    """A name of a term: its text, the key of the term, and whether only this very case counts (AC, not ac)."""

    text: str
    key: str
    exact: bool = False


class Match(NamedTuple):
    """The words ``start`` to ``end`` (exclusive) are a name of the terms with these keys."""

    start: int
    end: int
    keys: tuple[str, ...]


class Names:
    """All names of all terms, to be found in running text of a language.

    ``searched`` are the texts, folded, that were gone through.

    >>> names = Names([Name("product manager", "product-manager"), Name("AC", "air-conditioning", exact=True)])
    >>> names.find(["Product", "managers", "like", "ac"])
    [Match(start=0, end=2, keys=('product-manager',))]
    """

    def __init__(self, names: Iterable[Name], language: str = "en") -> None:
        self._by_words: dict[str, list[Name]] = {}
        self.searched: set[str] = set()
        self._language = language
        for name in names:
            words = folded(name.text, language)
            if words:
                self._by_words.setdefault(_framed(words.split()), []).append(name)
        self._by_words |= self._joined()
        self._automaton = ahocorasick.Automaton()
        for framed in self._by_words:
            self._automaton.add_word(framed, framed)
        if self._by_words:
            self._automaton.make_automaton()

    def _joined(self) -> dict[str, list[Name]]:
        """Give the names of two words as one word, where that is no name: "e-mail" is "email"."""
        found: dict[str, list[Name]] = {}
        for framed, names in self._by_words.items():
            words = framed.split()
            one = _framed(["".join(words)])
            if len(words) == 2 and all(map(str.isalpha, words)) and one not in self._by_words:
                found.setdefault(one, []).extend(name for name in names if not name.exact)
        return {framed: names for framed, names in found.items() if names}

    def find(self, words: Sequence[str]) -> list[Match]:
        """Find the longest names in a text given as words, left to right, none overlapping.

        A word with a hyphen is looked for in its parts and, where these are none, as a whole: "on-boarding".
        """
        matches = self._search(words)
        hyphened = [number for number, word in enumerate(words) if "-" in word.strip("-")]
        if not hyphened:
            return matches
        taken = {number for match in matches for number in range(match.start, match.end)}
        whole = (
            match
            for match in self._search([word.replace("-", "") for word in words])
            if not taken.intersection(range(match.start, match.end))
        )
        return sorted([*matches, *whole])

    def _search(self, words: Sequence[str]) -> list[Match]:
        text, starts = _frame_all(words, self._language)
        self.searched.add(text)
        if not self._by_words:
            return []
        matches = []
        for end, framed in self._automaton.iter_long(text):
            first, last = starts.get(end + 1 - len(framed)), starts.get(end + 1, None)
            if first is None or last is None:
                continue
            keys = self._keys(framed, words[first:last])
            if keys:
                matches.append(Match(first, last, keys))
        return matches

    def occurring(self, text: str) -> list[tuple[int, list[Name]]]:
        """Give the names found in a text that was searched, and where each ends."""
        if not self._by_words:
            return []
        return [(end, self._by_words[framed]) for end, framed in self._automaton.iter_long(text)]

    def _keys(self, framed: str, words: Sequence[str]) -> tuple[str, ...]:
        surface = " ".join(words)
        names = self._by_words[framed]
        exact = {name.key for name in names if name.exact and _same_case(name.text, surface)}
        if exact and _is_code(surface):
            return tuple(sorted(exact))  # CAVE is no cave
        others = (name.key for name in names if not name.exact and _same_number(name.text, surface))
        return tuple(sorted(exact.union(others)))


def _same_case(name: str, surface: str) -> bool:
    """Tell whether an abbreviation stands in its own case, a plural or possessive s allowed on either side.

    One that has small letters among its capitals may stand in capitals: SAAS for SaaS.
    """
    bare, written = _ENDING.sub("", name), _ENDING.sub("", surface)
    mixed = sum(map(str.isupper, bare)) > 1
    return surface == name or written == bare or (mixed and written == bare.upper())


def _same_number(name: str, surface: str) -> bool:
    """Tell whether a name that is another word without its s has it: "goods" are nothing good."""
    lower = name.casefold()
    return lower not in _PLURAL_ONLY or surface.casefold() == lower


def _is_code(surface: str) -> bool:
    """Tell whether words are written as a code, a plural or possessive s aside."""
    return _ENDING.sub("", surface).isupper()


@lru_cache(maxsize=65536)
def folded(word: str, language: str = "en") -> str:
    """Fold one word or name; remembered, since texts repeat their words."""
    return fold(word, language)


def _framed(words: Iterable[str]) -> str:
    return "".join(f" {word} " for word in words)


@lru_cache(maxsize=65536)
def _framed_word(word: str, language: str) -> str:
    return _framed(folded(word, language).split()) or " \0 "


def _frame_all(words: Sequence[str], language: str) -> tuple[str, dict[int, int]]:
    """Join folded words, and map the offset at which each begins (and the end) to its number."""
    parts: list[str] = []
    starts: dict[int, int] = {}
    offset = 0
    for number, word in enumerate(words):
        starts[offset] = number
        framed = _framed_word(word, language)
        parts.append(framed)
        offset += len(framed)
    starts[offset] = len(words)
    return "".join(parts), starts
