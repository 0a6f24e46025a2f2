"""Tables that are drawn as grids: each row stands between two rules, and its cells may go over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolegraph.readers.document import Row, Table
from rolegraph.readers.emphasis import text_span

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["is_grid", "read_grid"]

_RULE = re.compile(r"\+(?:[-=:]+\+)+")
_LABEL = re.compile(r"^\.\. _[^:]+:$")  # a name by which reStructuredText links to what follows
_BORDER = re.compile(r"(?<!\\)\|")


def is_grid(lines: Sequence[Line]) -> bool:
    """Tell a grid from a table that has a row on each line and rules around it, as databases print them.

    A grid has a rule below each row, or one of equals signs below its titles (docutils, "Grid Tables").
    """
    rules = [line.body for line in lines if _RULE.fullmatch(line.body)]
    framed = bool(rules) and _RULE.fullmatch(lines[0].body) and _RULE.fullmatch(lines[-1].body)
    return bool(framed) and (len(rules) > 3 or any("=" in rule for rule in rules))


def read_grid(lines: Sequence[Line]) -> Table:
    r"""Read the lines of a grid; the row above a rule of equals signs, or else the first, is its header.

    >>> from rolegraph.readers.lines import split_lines
    >>> drawn = "+------+------+\n| Term | Text |\n+======+======+\n| Bill | Sum  |\n| of X | due  |\n+------+------+"
    >>> [cell.text for cell in read_grid(split_lines(drawn)).rows[0].cells]
    ['Bill of X', 'Sum due']
    """
    rows: list[Row] = []
    taken: list[Line] = []
    headed = 0
    for line in lines:
        if not _RULE.fullmatch(line.body):
            taken.append(line)
            continue
        rows += [_row(taken)] if taken else []
        taken = []
        headed = headed or ("=" in line.body and len(rows))
    header = rows[: headed or 1] if len(rows) > 1 else []
    return Table(header[-1].cells if header else (), tuple(rows[len(header) :]), lines[0].number)


def _row(lines: Sequence[Line]) -> Row:
    """Join the lines of a row cell by cell."""
    pieces: list[list[tuple[str, int]]] = []
    for line in lines:
        for place, text in enumerate(_BORDER.split(line.body.removeprefix("|").removesuffix("|"))):
            pieces += [[]] if place == len(pieces) else []
            bare = _LABEL.sub("", text.replace("\\|", "|").strip())
            if bare:
                pieces[place].append((bare, line.number))
    cells = (text_span(cell or [("", lines[0].number)]) for cell in pieces)
    return Row(tuple(cells), lines[0].number)
