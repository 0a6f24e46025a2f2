"""Pointers that stand within a sentence: "a place where ships lie; see also anchor", "for details see cable"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.words.pointing_words import POINTING

if TYPE_CHECKING:
    from rolegraph.extraction.words.mentions import Names

__all__ = ["Pointer", "pointers", "without_pointer"]

_AIM = r"(?:for\s+(?:more|further|full|details?|information|an?\s+example)\b[\w\s]{0,40}?,?\s+)"
# Behind a sign of its own, or behind the aim with which a sentence opens.
_CUE = re.compile(
    rf"(?:[;,(\[]\s*|\s[–—-]\s+|[.:]\s+){_AIM}?{POINTING}\s*:?\s+|^{_AIM}{POINTING}\s*:?\s+"
    r"|[;,(]\s*(?-i:s\.\s+(?=[A-ZÄÖÜ]))",  # "…, s. Liegegeld"
    re.IGNORECASE,
)
_END = re.compile(r"[)\]]|[.;:!?](?:\s|$)|\s[–—-]\s|\s+for\s+(?:more|further|details?)\b|$", re.IGNORECASE)
_WORD = re.compile(r"[^\s,]+")
_JOINING = frozenset(
    ["and", "or", "also", "the", "a", "an", "term", "terms", "entry", "for", "of"]
) | frozenset(["und", "oder", "den", "die", "das", "et", "ou", "le", "la", "les", "y", "o", "el"])
_LONGEST = 160


class Pointer(NamedTuple):
    """Where a pointer begins and ends in its text, where its names begin, and the keys of the terms named."""

    start: int
    named: int
    end: int
    keys: tuple[str, ...]


def pointers(text: str, names: Names) -> Iterator[Pointer]:
    """Yield the pointers that name terms and nothing else; "log in, see reports and act" points at none."""
    for cue in _CUE.finditer(text):
        end = _END.search(text, cue.end(), cue.end() + _LONGEST)
        words = [
            word.strip('"“”„‘’*.')
            for word in _WORD.findall(text, cue.end(), end.start() if end else cue.end())
        ]
        found = names.find(words)
        covered = {number for match in found for number in range(match.start, match.end)}
        besides = [word for number, word in enumerate(words) if number not in covered]
        if found and end and all(len(match.keys) == 1 for match in found) and _JOINING.issuperset(besides):
            yield Pointer(cue.start(), cue.end(), end.start(), tuple(match.keys[0] for match in found))


def without_pointer(text: str, names: Names) -> str:
    """Give a sentence without the pointer that it ends with."""
    for pointer in pointers(text, names):
        if not text[pointer.end :].strip(" .!;)]"):
            return text[: pointer.start]
    return text
