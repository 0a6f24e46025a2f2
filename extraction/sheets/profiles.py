"""What the cells of a column look like: short names, abbreviations, sentences, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.extraction.names.heads import is_code, spells

__all__ = ["Profile", "is_blank", "profile_of", "share_spelled"]

_SAMPLE = 500
_BLANK = frozenset(
    {
        "n/a", "n.a.", "na", "none", "null", "nil", "nan", "tbd", "tbc", "tba", "todo", "to do", "k.a.", "s.o.",
        "s/o", "unknown",
    }
)  # fmt: skip
_NO_TEXT = re.compile(r"[\W\d_]*|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")


class Profile(NamedTuple):
    """A column by its filled cells.

    How many there are; the mean number of words; the shares of different ones, of abbreviations, and of those
    without any words (numbers, dates, addresses).
    """

    filled: int
    words: float
    distinct: float
    codes: float
    wordless: float

    @property
    def is_name(self) -> bool:
        """Tell whether the column can name things."""
        return self.filled > 0 and self.words <= 5 and self.distinct >= 0.7 and self.wordless < 0.3

    @property
    def is_code(self) -> bool:
        """Tell whether most cells are abbreviations."""
        return self.filled > 0 and self.codes >= 0.6


def is_blank(text: str) -> bool:
    """Tell whether a cell says that it says nothing.

    >>> [is_blank(text) for text in ("", "–", "n/a", "TBD", "CRM")]
    [True, True, True, True, False]
    """
    return text.strip().casefold() in _BLANK or not any(map(str.isalnum, text))


def profile_of(cells: Sequence[str]) -> Profile:
    """Take the measure of a column."""
    filled = [cell for cell in cells[:_SAMPLE] if not is_blank(cell)]
    count = len(filled) or 1
    return Profile(
        len(filled),
        sum(len(cell.split()) for cell in filled) / count,
        len(set(filled)) / count,
        sum(map(is_code, filled)) / count,
        sum(_NO_TEXT.fullmatch(cell) is not None for cell in filled) / count,
    )


def share_spelled(shorts: Sequence[str], fulls: Sequence[str]) -> float:
    """Give the share of abbreviations that the text beside them spells out.

    >>> share_spelled(["CRM", "FAQ"], ["Customer relationship management", "A list"])
    0.5
    """
    pairs = [
        pair for pair in zip(shorts[:_SAMPLE], fulls[:_SAMPLE], strict=True) if not any(map(is_blank, pair))
    ]
    return sum(spells(short, full) for short, full in pairs) / (len(pairs) or 1)
