"""CSV and its kin: one table, the cells of each row parted by a comma, a semicolon, a tab or a bar."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rolegraph.readers.cells import cell_span
from rolegraph.readers.document import Document, Row, Table

__all__ = ["read_csv"]

_DELIMITERS = ("\t", ";", "|", ",")
_SAMPLE = 400
_DECLARED = re.compile(r'"?sep=(.)"?[ \t]*', re.IGNORECASE)
_WRAPPED = re.compile(r'"(?:[^"]|"")*"[ \t]*')
_END = "\ufdd1"  # a noncharacter, which no text holds: the line that follows the last
_LONGEST_CELL = 64 << 20


class _Record(NamedTuple):
    """The cells of one record as written, and the line that it begins on."""

    cells: list[str]
    line: int


def read_csv(text: str, name: str) -> Document:
    r"""Read delimited text into one table without a header: which row holds the titles, its words tell.

    The delimiter is the one that gives most rows one width, or that a first line such as ``sep=;`` names. Rows
    without any text and remarks behind ``#`` are left out. A row that is too long is one whose last cell holds
    the delimiter without quotes.

    >>> table = read_csv('Term;Meaning\nCRM;"Software for\ncustomers"', "terms.csv").blocks[0]
    >>> [(cell.text, cell.starts) for cell in table.rows[1].cells]
    [('CRM', ((0, 2),)), ('Software for customers', ((0, 2), (13, 3)))]
    """
    lines = text.split("\n")
    first = 0
    declared = _DECLARED.fullmatch(lines[0])
    if declared:
        lines, first = lines[1:], 1
    delimiter = declared[1] if declared else _delimiter_within(lines)
    wrapped = bool(delimiter) and not declared
    if wrapped:
        lines = [line.strip()[1:-1].replace('""', '"') for line in lines]
    delimiter = delimiter or _delimiter(lines, name)
    records = [record for record in _records(lines, delimiter, first) if any(map(str.strip, record.cells))]
    width = len(records[0].cells) if wrapped else _width(records)
    rows = [_row(record, width, delimiter) for record in records if not _is_remark(record, width)]
    return Document(name, "csv", (Table((), tuple(rows), rows[0].line),) if rows else ())


def _delimiter_within(lines: Sequence[str]) -> str:
    """Give the delimiter in lines that each stand in quotation marks as a whole, empty for other lines."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 or not all(map(_WRAPPED.fullmatch, filled)):
        return ""
    return next((each for each in _DELIMITERS if all(each in line for line in filled)), "")


def _delimiter(lines: Sequence[str], name: str) -> str:
    """Choose the delimiter under which the most rows have one width, more than one cell wide."""
    sample = [line for line in lines[:_SAMPLE] if line.strip()]
    if name.lower().endswith((".tsv", ".tab")) and 2 * sum("\t" in line for line in sample) >= len(sample):
        return "\t"
    return max(_DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))


def _regularity(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    """Give the share of rows that are as wide as most, and that width."""
    widths = Counter(len(record.cells) for record in _records(lines, delimiter, 0))
    wide = Counter({width: times for width, times in widths.items() if width > 1})
    if not wide:
        return 0.0, 0
    width, times = wide.most_common(1)[0]
    return times / widths.total(), width


def _records(lines: Sequence[str], delimiter: str, first: int) -> Iterator[_Record]:
    """Yield the records of lines; from a quotation mark that nothing closes, quotation marks are text."""
    csv.field_size_limit(_LONGEST_CELL)
    done = 0
    spaced, quoting = f'{delimiter} "' in "\n".join(lines[:_SAMPLE]), _quoting(lines, delimiter)
    rows = csv.reader(_ended(lines), delimiter=delimiter, skipinitialspace=spaced, quoting=quoting)
    for cells in rows:
        if rows.line_num > len(lines):
            break
        yield _Record(cells, first + done + 1)
        done = rows.line_num
    for number, line in enumerate(lines[done:], first + done + 1):
        yield _Record(line.split(delimiter), number)


def _quoting(lines: Sequence[str], delimiter: str) -> Literal[0, 3]:
    """Tell whether quotation marks are text, as between tabs where they open a cell and do not close it."""
    sample = lines[:_SAMPLE]
    rows = csv.reader((line + "\n" for line in sample), delimiter=delimiter, strict=True)
    try:
        for _ in rows if delimiter == "\t" else ():
            pass
    except csv.Error:
        return csv.QUOTE_NONE if rows.line_num < len(sample) else csv.QUOTE_MINIMAL
    return csv.QUOTE_MINIMAL


def _ended(lines: Sequence[str]) -> Iterator[str]:
    yield from (line + "\n" for line in lines)
    yield _END


def _width(records: Sequence[_Record]) -> int:
    """Give the usual width of a row, or that of the first row with several cells if it is wider."""
    widths = Counter(len(record.cells) for record in records if len(record.cells) > 1)
    head = next((len(record.cells) for record in records if sum(map(bool, record.cells)) > 1), 1)
    return max(head, widths.most_common(1)[0][0] if widths else 1)


def _is_remark(record: _Record, width: int) -> bool:
    """Tell a remark from a row whose first cell begins with a number sign."""
    return record.cells[0].lstrip().startswith("#") and len(record.cells) < width


def _row(record: _Record, width: int, delimiter: str) -> Row:
    """Make a row; the lines of a cell follow from the line breaks in the cells before."""
    cells, line = record.cells, record.line
    if len(cells) > width and any(map(str.strip, cells[width:])):
        cells = [*cells[: width - 1], delimiter.join(cells[width - 1 :])]
    spans = []
    for cell in cells[:width]:
        spans.append(cell_span(cell, line))
        line += cell.count("\n")
    return Row(tuple(spans), record.line)
