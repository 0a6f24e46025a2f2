"""Tables of a plain text: cells between pipes, between tabs, or in columns that spaces keep aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.readers.document import Row, Span, Table
from rolegraph.readers.emphasis import text_span
from rolegraph.readers.grid_tables import is_grid, read_grid
from rolegraph.readers.loose_tables import loose_length, read_loose

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["is_column_rule", "read_table", "table_length"]

_SEPARATOR = re.compile(r"[|+]?[ \t:=-]+(?:[|+][ \t:=-]*)*")
_BORDER = re.compile(r"(?<!\\)\|")
_TAB_BORDERS = (re.compile(r"\t+"), re.compile(r"\t"))
_CLOSED_ROW = re.compile(r"[^|]*\S\s*\|(?:[^|]*\|)+")
_LEAST_CLOSED = 3
_GAP = re.compile(r"(?<=[^\s.!?:;]) {2,}(?=\S)")
_COLUMN_RULE = re.compile(r"[-=]{2,}(?: +[-=]{2,})+")


def table_length(lines: Sequence[Line], start: int) -> int:
    r"""Count the lines of the table that begins at a place among the lines; 0 where none does.

    >>> from rolegraph.readers.lines import split_lines
    >>> table_length(split_lines("| BPO | sector |\n| PM | role |\nOther"), 0)
    2
    """
    for measure in (loose_length, _measure_pipes, _measure_tabs, _measure_columns):
        if length := measure(lines, start):
            return length
    return 0


def read_table(lines: Sequence[Line]) -> Table:
    """Read lines that make up a table; it has a header where a rule stands below the first row."""
    if is_grid(lines):
        return read_grid(lines)
    if loose_length(lines, 0) == len(lines):
        return read_loose(lines)
    rows = list(_rows(lines))
    rules = [number for number, line in enumerate(lines) if _is_rule(line)]
    headed = any(0 < number < len(lines) - 1 for number in rules) and len(rows) > 1
    header = rows.pop(0).cells if headed else ()
    return Table(header, tuple(rows), lines[0].number)


def is_column_rule(line: Line) -> bool:
    """Tell whether a rule has gaps, as below the header of aligned columns."""
    return _COLUMN_RULE.fullmatch(line.body) is not None


def _is_rule(line: Line) -> bool:
    return line.kind == "rule" or (("-" in line.body or "=" in line.body) and _is_separator(line))


def _is_separator(line: Line) -> bool:
    return ("|" in line.body or "+" in line.body) and _SEPARATOR.fullmatch(line.body) is not None


def _measure_pipes(lines: Sequence[Line], start: int) -> int:
    after = lines[start + 1] if start + 1 < len(lines) else None
    separated = after is not None and "|" in lines[start].body and _is_separator(after)
    if lines[start].kind != "row" and not separated:
        return _measure_closed(lines, start)
    end = start + 1
    while end < len(lines) and (
        lines[end].kind == "row" or (lines[end].kind == "text" and "|" in lines[end].body)
    ):
        end += 1
    return end - start


def _measure_closed(lines: Sequence[Line], start: int) -> int:
    """Count the lines of a table whose rows end with a pipe and begin without one: "BPO | a sector |"."""
    end = start
    while end < len(lines) and lines[end].kind == "text" and _CLOSED_ROW.fullmatch(lines[end].body):
        end += 1
    counts = {line.body.count("|") for line in lines[start:end]}
    return end - start if end - start >= _LEAST_CLOSED and len(counts) == 1 else 0


def _measure_tabs(lines: Sequence[Line], start: int) -> int:
    if "\t" not in lines[start].body:
        return 0
    return max(_measure_equal(lines, start, border) for border in _TAB_BORDERS)


def _measure_equal(lines: Sequence[Line], start: int, border: re.Pattern[str]) -> int:
    """Count the lines that a border cuts into as many cells as the first."""
    cells = len(border.findall(lines[start].body))
    end = place = start
    while place < len(lines) and (
        lines[place].kind == "blank" or len(border.findall(lines[place].body)) == cells
    ):
        if lines[place].kind == "text":
            end = place + 1
        elif lines[place].kind != "blank" or place > end:
            break  # a single blank line stands between rows
        place += 1
    return end - start if end > start + 1 else 0


def _measure_columns(lines: Sequence[Line], start: int) -> int:
    """Count lines whose second cell begins in the same column, and those that go on in that column.

    Once two rows agree, a row whose first cell is too long for the column belongs to the table as well.
    """
    column = _second_column(lines[start])
    end, rows = start + 1, 1
    while column and end < len(lines):
        second = _second_column(lines[end])
        goes_on = lines[end].kind == "text" and lines[end].indent == column
        if not (second == column or (second and rows > 1) or goes_on or is_column_rule(lines[end])):
            break
        rows += second == column
        end += 1
    return end - start if rows > 1 else 0


def _second_column(line: Line) -> int:
    """Give the column in which the second cell of a line begins; 0 where there is none."""
    match = _GAP.search(line.text.rstrip()) if line.kind == "text" else None
    return match.end() if match else 0


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    if broken := _broken_rows(lines):
        yield from broken
    elif any("|" in line.body for line in lines):
        yield from (_pipe_row(line) for line in lines if not _is_rule(line))
    elif border := _tab_border(lines):
        filled = (line for line in lines if line.kind != "blank")
        yield from (Row(_cells(border.split(line.body), line), line.number, " ") for line in filled)
    else:
        yield from _aligned_rows(lines)


def _broken_rows(lines: Sequence[Line]) -> list[Row]:
    """Give the rows of a table whose cells stand in lines of their own, the first of each row behind a pipe."""
    parts: list[list[Line]] = []
    for line in lines:
        if line.body.startswith("|"):
            parts.append([])
        if not parts or not line.body.endswith("|"):
            return []
        parts[-1].append(line)
    rows = [[cell for line in part for cell in _pipe_row(line).cells] for part in parts]
    whole = len({len(cells) for cells in rows}) == 1 and len(rows) > 1
    if not whole or all(len(part) == 1 for part in parts) or any(map(_is_rule, lines)):
        return []
    return [Row(tuple(cells), part[0].number) for cells, part in zip(rows, parts, strict=True)]


def _tab_border(lines: Sequence[Line]) -> re.Pattern[str] | None:
    """Give the border that cuts every line into as many cells, and more than one; None where none does."""
    for border in _TAB_BORDERS:
        counts = {len(border.findall(line.body)) for line in lines if line.kind != "blank"}
        if len(counts) == 1 and counts != {0}:
            return border
    return None


def _pipe_row(line: Line) -> Row:
    cells = _BORDER.split(line.body.removeprefix("|"))
    cells = cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells
    return Row(_cells([cell.replace("\\|", "|") for cell in cells], line), line.number)


def _cells(texts: Sequence[str], line: Line) -> tuple[Span, ...]:
    return tuple(text_span([(text, line.number)]) for text in texts)


def _aligned_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield rows of aligned columns; a line without a first cell goes on with the last cell of its row."""
    texts: list[list[list[tuple[str, int]]]] = []
    for line in lines:
        if line.kind == "rule":
            continue
        cells = [" ".join(cell.split()) for cell in _GAP.split(line.body)]
        if len(cells) == 1 and texts:
            texts[-1][-1].append((cells[0], line.number))
        else:
            texts.append([[(cell, line.number)] for cell in cells])
    for row in texts:
        yield Row(tuple(text_span(cell) for cell in row), row[0][0][1], " ")
