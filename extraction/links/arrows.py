"""Arrows before words that have an entry of their own, as dictionaries write them: "a file format of the → Web"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rolegraph.extraction.words.mentions import Names

__all__ = ["arrows", "pointed_at"]

_ARROW = re.compile(r"(?:->|[→⇒↗↑➔➜►])\s*[*\"“„«]?(?=\w)(?!\d+(?:\.\d+)*\W)")
_SENTENCE_END = re.compile(r"[.!?;:(]\s*|,\s+")
_WORD = re.compile(r"[^\s-]+")  # "the → HTTP-Mechanismus" points at HTTP
_MOST_WORDS = 8
# Behind one of these even the first words of a sentence lead up to a pointer; other words may be a step of a chain.
_LEADING = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "by",
        "with",
        "to",
        "see",
        "also",
        "and",
        "or",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "im",
        "in",
        "am",
        "von",
        "zu",
        "und",
        "oder",
        "mit",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "et",
        "ou",
        "el",
        "los",
        "las",
        "una",
        "y",
        "o",
    ]
)


def arrows(text: str) -> Iterator[int]:
    """Yield where the words begin that arrows point at; one from a step to the next ("lead → order") points at none.

    >>> list(arrows("A format of the → Web (→ HTML).")), list(arrows("Lead → opportunity → order"))
    ([18, 25], [])
    """
    before = 0
    for match in _ARROW.finditer(text):
        ends = [end.end() for end in _SENTENCE_END.finditer(text, before, match.start())]
        words = text[ends[-1] if ends else before : match.start()].split()
        if (
            not words
            or words[-1].lower() in _LEADING
            or (len(words) > 2 and not before)
            or (len(words) > 2 and ends)
        ):
            yield match.end()
        before = match.end()


def pointed_at(text: str, names: Names) -> Iterator[tuple[int, str]]:
    """Yield where each word begins that an arrow points at, and the key of the one term that it names."""
    for start in arrows(text):
        parts = _WORD.findall(text, start, start + 120)[:_MOST_WORDS]
        words = [word.strip(".,;:()\"“”„'’*") for word in parts]
        found = names.find(words)
        if found and found[0].start == 0 and len(found[0].keys) == 1:
            yield start, found[0].keys[0]
