"""Tables that reStructuredText writes as lists of lists, or as delimited text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from rolegraph.readers.document import Row, Span, Table
from rolegraph.readers.rst_inline import marked_span

__all__ = ["listed_table", "separated_table"]

_ROW, _CELL = re.compile(r"[*+-]\s+(?=[*+-](?:\s|$))"), re.compile(r"[*+-](?:\s+|$)")


class _Line(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def number(self) -> int: ...


def listed_table(lines: Sequence[_Line], number: int, headed: int) -> Iterator[Table]:
    """Yield the table of a list of lists, one item a row (docutils, "list-table"); ``headed`` rows are its header."""
    rows: list[list[list[tuple[str, int]]]] = []
    for line in lines:
        text = line.text.strip()
        if row := _ROW.match(text):
            rows.append([])
            text = text[row.end() :]
        if rows and (cell := _CELL.match(text)):
            rows[-1].append([(text[cell.end() :], line.number)])
        elif rows and rows[-1] and text:
            rows[-1][-1].append((text, line.number))
    yield from _table([[marked_span(cell) for cell in row] for row in rows if row], number, headed)


def separated_table(lines: Sequence[_Line], number: int, options: Mapping[str, str]) -> Iterator[Table]:
    """Yield the table of delimited text (docutils, "csv-table"); a cell that breaks over lines ends its row."""
    header = [(options["header"], number)] if options.get("header") else []
    texts = [*header, *((line.text, line.number) for line in lines if line.text)]
    rows = [_cells(text, place) for text, place in texts]
    yield from _table(rows, number, int(bool(header) or options.get("header-rows") == "1"))


def _cells(text: str, number: int) -> list[Span]:
    try:
        cells = next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:
        cells = [text]
    return [marked_span([(cell, number)]) for cell in cells]


def _table(rows: Sequence[Sequence[Span]], number: int, headed: int) -> Iterator[Table]:
    if not rows:
        return
    header = tuple(rows[0]) if headed and len(rows) > 1 else ()
    below = rows[1:] if header else rows
    yield Table(header, tuple(Row(tuple(row), row[0].line) for row in below if row), number)
