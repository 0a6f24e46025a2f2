"""Rows of results as a table for people, or JSON, CSV and TSV for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolegraph.cli import style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["FORMS", "Cell", "Column", "Table"]

Cell: TypeAlias = "str | int | float | bool | Sequence[str] | None"

_NARROWEST = 6


class Column(NamedTuple):
    """A column: its key in JSON and CSV, and its heading; the table leaves out what has no heading."""

    key: str
    heading: str = ""


class Table(NamedTuple):
    """Results in rows; a cell of several values is a list in JSON and joined by "; " elsewhere."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]

    def render(self, form: str, width: int | None = None) -> str:
        """Write the rows in a form of ``FORMS``; a table is fitted to ``width``, where one is given."""
        return FORMS[form](self, width)


def _text(cell: Cell) -> str:
    if cell is None or isinstance(cell, bool):
        return {None: "", True: "yes", False: ""}[cell]
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int | float):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    return "; ".join(cell)


def _as_table(table: Table, width: int | None) -> str:
    """Align the columns that have a heading; numbers stand to the right, a terminal's width is kept."""
    shown = [at for at, column in enumerate(table.columns) if column.heading]
    numeric = [_is_numeric(table, at) for at in shown]
    heading = [table.columns[at].heading for at in shown]
    lines = [[style.plain(_text(row[at])) for at in shown] for row in table.rows]
    widths = [max(map(_width, cells)) for cells in zip(heading, *lines, strict=True)]
    if width is not None:
        widths = _fitted(widths, width)
    head = _line(heading, widths, numeric)
    body = [_line(line, widths, numeric) for line in lines]
    return "\n".join([style.bold(head), *body]) + "\n"


def _is_numeric(table: Table, at: int) -> bool:
    cells = [row[at] for row in table.rows if row[at] is not None]
    return bool(cells) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in cells)


def _fitted(widths: list[int], width: int) -> list[int]:
    """Narrow the widest columns until the line fits, or nothing is left to narrow."""
    widths = list(widths)
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    return "  ".join(map(_padded, cells, widths, numeric)).rstrip()


def _padded(cell: str, width: int, right: bool) -> str:
    cell = _cut(cell, width)
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _cut(cell: str, width: int) -> str:
    """Shorten a cell to a width, an ellipsis for its end.

    >>> _cut("Business process outsourcing", 10)
    'Business …'
    """
    if _width(cell) <= width:
        return cell
    while _width(cell) > width - 1:
        cell = cell[:-1]
    return cell + "…"


def _width(text: str) -> int:
    """Count terminal columns: East Asian wide characters take two, combining ones none (Unicode UAX 11)."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _as_json(table: Table, width: int | None) -> str:
    import json

    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _as_csv(table: Table, width: int | None) -> str:
    """Write RFC 4180: a header line, CRLF, quotes where needed."""
    import csv
    import io

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([column.key for column in table.columns])
    writer.writerows([[_value(cell) for cell in row] for row in table.rows])
    return stream.getvalue()


def _as_tsv(table: Table, width: int | None) -> str:
    """Write text/tab-separated-values, which has no quoting: tabs and line ends in a cell become spaces."""
    lines = [
        [column.key for column in table.columns],
        *([_value(cell) for cell in row] for row in table.rows),
    ]
    return "".join("\t".join(map(style.plain, line)) + "\n" for line in lines)


def _value(cell: Cell) -> str:
    """Write a cell for a program: truth values as XML Schema spells them."""
    return str(cell).lower() if isinstance(cell, bool) else _text(cell)


FORMS: dict[str, Callable[[Table, int | None], str]] = {
    "table": _as_table,
    "json": _as_json,
    "csv": _as_csv,
    "tsv": _as_tsv,
}
