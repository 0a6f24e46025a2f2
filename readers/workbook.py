"""Excel workbooks and OpenDocument sheets: a table for each sheet, the values that its formulas last gave."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeAlias

from rolegraph.readers.cells import cell_span
from rolegraph.readers.document import Block, Document, Heading, Link, Row, Span, Table
from rolegraph.readers.encodings import clean
from rolegraph.readers.errors import ReadError
from rolegraph.readers.workbook_parts import WorkbookParts, check_workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

__all__ = ["read_workbook"]

_Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, name: str) -> Document:
    """Read a workbook: for each visible sheet with content its name, where there are several, and its table.

    Hidden sheets are read only where no other has content. A merged cell's value stands in each of its rows. The line
    of a cell is its row. Raises ReadError for what is no workbook, or would unpack to more than memory holds.
    """
    if data[:4] != b"PK\x03\x04":
        raise ReadError(
            name, "is no Excel workbook of 2007 or later, nor an OpenDocument sheet; save it as .xlsx"
        )
    sheets = _sheets(data, check_workbook(data, name), name)
    blocks: list[Block] = []
    for title, rows in sheets:
        if len(sheets) > 1:
            blocks.append(Heading(Span(title, ((0, 1),)), 1))
        blocks.append(Table((), tuple(rows), rows[0].line))
    form = "ods" if name.lower().endswith(".ods") else "xlsx"
    return Document(name, form, tuple(blocks))


def _sheets(data: bytes, parts: WorkbookParts, name: str) -> list[tuple[str, list[Row]]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            known = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
            shown = [each.name for each in known if each.visible == SheetVisibleEnum.Visible]
            hidden = [each.name for each in known if each.name not in shown]
            return _filled(workbook, shown, parts) or _filled(workbook, hidden, parts)
    except BaseException as error:  # a panic of the Rust library is no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise ReadError(name, f"cannot be read as a workbook ({error}); save it again") from None
        raise


def _filled(
    workbook: CalamineWorkbook, names: Sequence[str], parts: WorkbookParts
) -> list[tuple[str, list[Row]]]:
    """Give the rows of each sheet that has any."""
    found = (
        (clean(name), list(_rows(workbook.get_sheet_by_name(name), parts.links(name)))) for name in names
    )
    return [(name, rows) for name, rows in found if rows]


def _rows(sheet: CalamineSheet, links: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    values = sheet.to_python(skip_empty_area=False)
    for first, last in sheet.merged_cell_ranges or ():
        _fill_down(values, first, last)
    for number, row in enumerate(values, 1):
        cells = [cell_span(_text(value), number, step=0) for value in row]
        for column, cell in enumerate(cells) if links else ():
            if cell.text and (target := links.get((number - 1, column))):
                cells[column] = cell._replace(links=(Link(0, len(cell.text), target),))
        if any(cell.text for cell in cells):
            yield Row(tuple(cells), number)


def _fill_down(values: list[list[_Value]], first: tuple[int, int], last: tuple[int, int]) -> None:
    """Put the value of a merged cell into the empty rows below it that it covers."""
    if first[0] >= len(values) or first[1] >= len(values[0]):
        return
    for row in values[first[0] + 1 : last[0] + 1]:
        if row[first[1]] != "":
            break
        row[first[1]] = values[first[0]][first[1]]


def _text(value: _Value) -> str:
    """Write a value as a person would: 3 and not 3.0, a day without midnight."""
    if isinstance(value, str):
        return clean(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
