"""Plain texts whose pages are set in two columns: the left one is read first, then the right one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.lines import classify

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["NARROWEST", "with_columns_unfolded"]

NARROWEST = 20  # characters of a column
_HALVES = re.compile(r"(?P<left>\S.*?)(?P<gap> {3,})(?P<right>\S.*)")
_LEAST, _LEAST_GOING_ON = 6, 2
_CLOSED = re.compile(r"""[.!?:;]["'”’)]*$""")


class _Halves(NamedTuple):
    """A line in two columns, the number of the second in characters."""

    left: str
    right: str
    column: int


def with_columns_unfolded(lines: Sequence[Line]) -> list[Line]:
    r"""Give the lines of a text that is set in two columns in the order in which they are read, else as they are.

    In both columns sentences go on from line to line, which they do not beside a column of terms.

    >>> from rolegraph.readers.lines import split_lines
    >>> rows = [
    ...     ("Berth: a place", "Fender: a soft"), ("for ships to lie.", "cushion."),
    ...     ("Crane: a machine", "Quay: a wall"), ("that lifts loads.", "beside water."),
    ...     ("Dock: a basin", "Winch: a drum"), ("with gates.", "for ropes."),
    ... ]
    >>> lines = split_lines("\n".join(f"{left:<22}{right}" for left, right in rows))
    >>> [line.text for line in with_columns_unfolded(lines)][5:8]
    ['with gates.', '', 'Fender: a soft']
    """
    halves = [_halves(line) for line in lines]
    columns = Counter(each.column for each in halves if each)
    column, times = max(columns.items(), key=lambda pair: pair[1], default=(0, 0))
    told = sum(line.kind != "blank" for line in lines)
    if times < _LEAST or column < NARROWEST or 5 * times < 4 * (told - 2) or not _go_on(halves, column):
        return list(lines)
    return list(_unfolded(lines, column))


def _halves(line: Line) -> _Halves | None:
    found = (
        _HALVES.fullmatch(line.text.rstrip().expandtabs(4).lstrip())
        if line.kind in ("text", "item")
        else None
    )
    return _Halves(found["left"], found["right"], line.indent + found.start("right")) if found else None


def _go_on(halves: Sequence[_Halves | None], column: int) -> bool:
    """Tell whether some sentences begin and some go on from line to line, in both columns."""
    pairs = [(a, b) for a, b in pairwise(halves) if a and b and a.column == b.column == column]
    for side in (0, 1):
        goes = sum(not _CLOSED.search(str(a[side])) and str(b[side])[:1].islower() for a, b in pairs)
        opened = sum(str(each[side])[:1].isupper() for each in halves if each)
        if min(goes, opened) < _LEAST_GOING_ON:
            return False
    return True


def _unfolded(lines: Sequence[Line], column: int) -> Iterator[Line]:
    """Yield the left halves of the lines, and behind them the right ones; a line across both parts such runs."""
    for across, run in groupby(lines, lambda line: line.kind != "blank" and not _fits(line, column)):
        group = list(run)
        if across:
            yield from group
            continue
        for start, end in ((0, column), (column, None)):
            for line in group:
                yield classify(line.text.expandtabs(4)[start:end].strip(), line.number)
            yield classify("", group[-1].number)


def _fits(line: Line, column: int) -> bool:
    """Tell a line with nothing across the gap between the columns."""
    return not line.text.expandtabs(4)[column - 2 : column].strip()
