"""Whether a plain text is broken at a width, and so which lines belong to one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.alphabet import is_alphabetical

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["Wrapping", "find_wrapping"]

_MIN_WIDTH, _MAX_WIDTH, _MIN_PAIRS, _MIN_ENTRIES = 45, 125, 3, 4
_OPEN = re.compile(r"(?:,|\b(?:and|or|of|the|an?|to|in|for|with|by|from|that))$")
_GOING_ON = re.compile(
    r"(?:and|or|but|nor|as|of|to|in|on|at|by|for|from|with|that|which|who|when|where|than)\b"
)
_CLOSED = re.compile(r"""[.!?:;][)\]"'”’»]*$""")

# How an entry of a glossary begins: "Agent: ", "Agent – "; it does not go on with a sentence that has ended.
_ENTRY = re.compile(r"([^\W\d_a-z][^.:;,!?]{0,60}?)(?::|\s[-–—=]{1,2})\s")


_ANY_ENTRY = re.compile(r"([^\W\d_][^.:;,!?]{0,60}?)(?::|\s[-–—=]{1,2})\s+\S")


class Wrapping(NamedTuple):
    """The width at which a text is broken; 0 where each line is a paragraph of its own.

    In a ``listed`` text an entry begins wherever a line looks like it, be the one before it at its end or not; where
    lines stand ``apart``, each is one.
    """

    width: int
    listed: bool = False
    apart: bool = False

    def joins(self, line: Line, following: Line) -> bool:
        """Tell whether the following line goes on with the paragraph of a line."""
        if self.apart or (len(following.body) == 1 and following.body.isupper()):
            return False  # a letter of an index
        if self.width and _fills(line, following, self.width):
            return not ((self.listed or _CLOSED.search(line.body)) and _ENTRY.match(following.body))
        dedents = line.kind == "text" and following.indent < line.indent
        if dedents or not following.body[0].islower() or _CLOSED.search(line.body):
            return False
        hangs = line.kind == "item" or following.indent > line.indent or bool(_GOING_ON.match(following.body))
        return hangs or len(line.body) >= max(_MIN_WIDTH, self.width // 2) or bool(_OPEN.search(line.body))


def find_wrapping(lines: Sequence[Line], least: int = _MIN_WIDTH) -> Wrapping:
    r"""Find the width of a text from its lines: in a broken text most lines leave no room for the next word.

    It is at ``least`` so many characters.

    >>> from rolegraph.readers.lines import split_lines
    >>> find_wrapping(split_lines("Offshoring\nNearshoring")).width
    0
    """
    if _are_entries(lines):
        return Wrapping(0, apart=True)
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.kind in ("text", "item") and following.kind == "text"
    ]
    width = _usual_width([line for line, _ in pairs])
    if not least <= width <= _MAX_WIDTH:
        return Wrapping(0)
    long = [(line, following) for line, following in pairs if 2 * _length(line) > width]
    full = sum(_fills(line, following, width) and not _is_whole(line, following) for line, following in long)
    sure = len(long) >= _MIN_PAIRS or all(following.body[0].islower() for _, following in long)
    return Wrapping(width if sure and 2 * full >= len(long) else 0, _is_listed(lines))


def _are_entries(lines: Sequence[Line]) -> bool:
    """Tell whether each line of a text looks like an entry of its own, in capitals or not: "crane: a lift"."""
    heads = [
        match[1] if (match := _ANY_ENTRY.match(line.body)) else "" for line in lines if line.kind == "text"
    ]
    return len(heads) >= _MIN_ENTRIES and all(heads) and len(set(heads)) == len(heads)


def _is_listed(lines: Sequence[Line]) -> bool:
    """Tell whether the lines of a text that look like entries are many, and in the order of the alphabet."""
    texts = [line.body for line in lines if line.kind == "text"]
    heads = [match[1] for text in texts if (match := _ENTRY.match(text))]
    return len(heads) >= _MIN_ENTRIES and 4 * len(heads) > len(texts) and is_alphabetical(heads)


def _usual_width(lines: Sequence[Line]) -> int:
    """Give the length that only one line in twenty passes."""
    lengths = sorted(_length(line) for line in lines)
    return lengths[(len(lengths) - 1) * 19 // 20] if lengths else 0


def _length(line: Line) -> int:
    return line.indent + len(line.text.strip())


def _fills(line: Line, following: Line, width: int) -> bool:
    """Tell whether the first word of the following line found no room on this one."""
    return _length(line) + 1 + len(following.body.split(maxsplit=1)[0]) > width


def _is_whole(line: Line, following: Line) -> bool:
    return bool(_CLOSED.search(line.body)) and not following.body[0].islower()
