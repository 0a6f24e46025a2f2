"""Texts in two columns: a term at the margin, and its definition hanging beside it at one indent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["Hanging", "find_hanging", "hanging_entry", "is_ragged", "ragged_entry"]

_COLUMNS = re.compile(r"(?P<term>\S(?:[^\t]*?\S)?)(?P<gap> {2,}|\t+ *)(?P<definition>\S.*)")
_MAX_TERM, _MIN_RAGGED, _MIN_COLUMNS, _WIDEST = 50, 6, 3, 30


class Hanging(NamedTuple):
    """An entry in two columns: the places, in the list of lines, of the term, of the definition, and of its end.

    Where the term fills its line, the definition begins on the next.
    """

    term: str
    definition: str
    first: int
    end: int


def find_hanging(lines: Sequence[Line]) -> int:
    r"""Find the column at which definitions hang, 0 where a text is not in two columns.

    At least two terms stand before it, and at least one definition goes on below itself.

    >>> from rolegraph.readers.lines import split_lines
    >>> find_hanging(split_lines("toil      work by hand,\n          and dull\nrunbook   steps to take"))
    10
    """
    beside = Counter(column for line in lines if (column := _column(line)))
    below = Counter(line.indent for line in lines if line.kind == "text" and line.indent)
    fitting = [column for column, count in beside.items() if count >= 2 and below[column]]
    return max(fitting, key=lambda column: (beside[column], -column), default=0)


def _column(line: Line) -> int:
    """Give the column of the second text on a line that has two."""
    told = line.text.rstrip().expandtabs(4).lstrip()
    match = _COLUMNS.fullmatch(told) if line.kind == "text" and line.indent < _MARGIN else None
    return line.indent + match.start("definition") if match and match.end("term") <= _MAX_TERM else 0


def hanging_entry(lines: Sequence[Line], place: int, column: int) -> Hanging | None:
    """Read the entry that begins at a place; None where none does."""
    line = lines[place]
    if line.kind != "text" or line.indent >= min(column, _MARGIN):
        return None
    term, definition = line.body, ""
    if _column(line) == column:
        text = line.text.rstrip().expandtabs(4)
        term, definition = text[:column].strip(), text[column:]
    elif len(line.body) > _MAX_TERM or not _hangs(lines, place + 1, column):
        return None
    end = place + 1
    while _hangs(lines, end, column):
        end += 1
    return Hanging(term, definition, place, end)


_NO_TERM = re.compile(r"[.!?:;,]$|:\s")  # a sentence, and "Chair: A. B."
_MARGIN = 8  # of a text that stands further in as a whole, at most
_DOTTED = re.compile(
    r"(?P<term>[^\W\d_][^.]{0,48}?)\s*(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*(?P<definition>\S+\s+\S.*)"
)


def is_ragged(lines: Sequence[Line]) -> bool:
    r"""Tell a text of which nearly all lines are a term, a gap or dots, and a definition that begins anywhere.

    >>> from rolegraph.readers.lines import split_lines
    >>> names = ("toil", "runbook", "page", "incident", "alert", "on call")
    >>> is_ragged(split_lines("\n".join(f"{name}  a word of the trade" for name in names)))
    True
    """
    told = [line for line in lines if line.kind in ("text", "item") and len(line.body) > 1]
    dotted = sum(_DOTTED.fullmatch(line.body) is not None for line in told)
    if dotted >= _MIN_RAGGED - 1 and 3 * dotted >= 2 * (len(told) - 1):
        return True
    columns = [column for line in told if (column := _column(line)) and _in_two(line)]
    return (
        len(columns) >= _MIN_RAGGED
        and len(set(columns)) >= _MIN_COLUMNS
        and 3 * len(columns) >= 2 * len(told) - 2
    )


def _in_two(line: Line) -> re.Match[str] | None:
    """Read a term and a text with a gap between them, which is no space between sentences or margins."""
    found = _COLUMNS.fullmatch(line.body)
    return found if found and len(found["gap"]) < _WIDEST and not _NO_TERM.search(found["term"]) else None


def ragged_entry(lines: Sequence[Line], place: int) -> Hanging | None:
    """Read the entry that stands on a line; None where none does."""
    found = _DOTTED.fullmatch(lines[place].body) if lines[place].kind in ("text", "item") else None
    found = found or (_in_two(lines[place]) if _column(lines[place]) else None)
    return Hanging(found["term"], found["definition"], place, place + 1) if found else None


def _hangs(lines: Sequence[Line], place: int, column: int) -> bool:
    return place < len(lines) and lines[place].kind == "text" and lines[place].indent == column
