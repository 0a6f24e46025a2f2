"""Reviews as spreadsheets: CSV that Excel opens rightly, or an Excel workbook with verdicts to choose from."""

from __future__ import annotations

import csv
import io
import os
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.exports.errors import UnknownFormat
from rolegraph.exports.tables import guarded
from rolegraph.graph.reviews import COLUMNS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, BinaryIO

    from rolegraph.graph.reviews import ReviewRow

__all__ = ["SHEETS", "Sheet", "sheet_for", "write_csv", "write_xlsx"]

_WIDTHS = {"id": 12, "subject": 28, "relation": 18, "object": 28, "quote": 70, "source": 24, "comment": 40}
_NARROW = 14
_DECIDED = COLUMNS.index("verdict")
_LONGEST = 32767  # characters that a cell of Excel holds
_CREATED = datetime(2000, 1, 1)  # the same rows give the same bytes
_CELL = {"text_wrap": True, "valign": "top", "num_format": "@"}
_QUIET = {"font_color": "#595959"}
_UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])  # XML 1.0, 2.2


class Sheet(NamedTuple):
    """A form that a review can be written in."""

    write: Callable[[Sequence[ReviewRow], BinaryIO], None]
    description: str


def write_csv(rows: Sequence[ReviewRow], stream: BinaryIO) -> None:
    """Write rows as CSV in UTF-8, with the byte order mark by which Excel knows it; no cell becomes a formula."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    text.detach()


def write_xlsx(rows: Sequence[ReviewRow], stream: BinaryIO) -> None:
    """Write rows as an Excel workbook: the head stays in view, verdicts are chosen from a list, all cells are text."""
    from xlsxwriter import Workbook

    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": "Review", "created": _CREATED})
    sheet = book.add_worksheet("Review")
    styles = {
        (quiet, quoted): book.add_format({**_CELL, "quote_prefix": quoted, **(_QUIET if quiet else {})})
        for quiet in (True, False)
        for quoted in (True, False)
    }
    sheet.write_row(0, 0, COLUMNS, book.add_format({**_CELL, "bold": True}))
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            cell = text.translate(_UNWRITABLE)[:_LONGEST]
            style = styles[column < _DECIDED, guarded(cell) != cell]
            # write_string: "write" would make a formula of "=…" and a link of "http:…"
            _ = (
                sheet.write_string(number, column, cell, style)
                if cell
                else sheet.write_blank(number, column, "", style)
            )
    _lay_out(sheet, max(1, len(rows)))
    book.close()


def _lay_out(sheet: Any, last: int) -> None:
    for number, title in enumerate(COLUMNS):
        sheet.set_column(number, number, _WIDTHS.get(title, _NARROW))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    choice = {"validate": "list", "source": list(VERDICTS), "error_title": "No such verdict"}
    message = {"error_message": f"Choose one of {', '.join(VERDICTS)}, or leave the cell empty."}
    sheet.data_validation(1, _DECIDED, last, _DECIDED, {**choice, **message})


SHEETS: dict[str, Sheet] = {
    ".csv": Sheet(write_csv, "comma-separated values, for any spreadsheet"),
    ".xlsx": Sheet(write_xlsx, "Excel workbook, verdicts to choose from a list"),
}
"""The forms of a review by the ending of its file."""


def sheet_for(path: str) -> Sheet:
    """Find the form of a review by the ending of its file's name. Raises UnknownFormat."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in SHEETS:
        raise UnknownFormat(f"ending of a review {ending!r}", ending, SHEETS)
    return SHEETS[ending]
