"""The tables of a web page: rows of cells that span others, headers, and tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.document import Definition, Dropped, Heading, Item, Paragraph, Row, Span, Table
from rolegraph.readers.pagelines import Piece, join_spans

if TYPE_CHECKING:
    from rolegraph.readers.pagetree import Element

__all__ = ["Cell", "read_rows"]

_MAX_SPAN, _MAX_COLUMNS = 20, 60
_FEW_ROWS, _LEAST_BELOW, _MOST_IN_CELL = 3, 2, 7


class Cell(NamedTuple):
    """A cell: its element and the blocks in it."""

    element: Element
    pieces: tuple[Piece, ...]

    @property
    def is_header(self) -> bool:
        """Tell whether the cell is a title."""
        return self.element.tag == "th"

    def span(self) -> Span:
        """Give the whole text of the cell."""
        spans: list[Span] = []
        for piece in self.pieces:
            if isinstance(piece.block, Heading | Paragraph):
                spans.append(piece.block.span)
            elif isinstance(piece.block, Item):
                spans += (piece.block.span, *piece.block.more)
        return join_spans(spans) if spans else Span("", ((0, self.element.line),))


def read_rows(table: Element, rows: Sequence[Sequence[Cell]]) -> Iterator[Piece | Dropped]:
    """Give a table of data as a block; of one that lays out a page, the blocks in its cells."""
    if _is_layout(table, rows):
        yield from (piece for row in rows for cell in row for piece in cell.pieces)
        return
    head = list(takewhile(_is_head, rows)) or [
        row for row in rows[:1] if len(rows) > 1 and _is_bold(row) and not _is_bold(rows[1])
    ]
    head = head if len(head) < len(rows) else head[:1]
    laid = [row.cells for row in _filled(head)]
    header = max(
        reversed(laid), key=lambda cells: len({cell.text for cell in cells if cell.text}), default=()
    )
    body: list[Sequence[Cell]] = []
    for row in rows[len(head) :]:
        if len(row) == 1 and _width(rows) > 1 and _number(row[0].element.get("colspan")) > 1:
            span = row[0].span()
            yield Dropped(span.line, span.text[:80], "title between the rows of a table")
        elif [cell.span().text for cell in row] != [cell.text for cell in header]:
            body.append(row)
    filled = _filled(body)
    if header or filled:
        first = next(span for cells in (header, *(row.cells for row in filled)) for span in cells)
        yield Piece(Table(header, tuple(filled), first.line))


def _is_layout(table: Element, rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell a table that lays out a page: it says so, has one column, or holds tables, lists of terms, sections."""
    if table.get("role") in ("presentation", "none") or _width(rows) < 2:
        return True
    inner = [piece.block for row in rows for cell in row for piece in cell.pieces]
    headings = sum(isinstance(block, Heading) for block in inner)
    if any(isinstance(block, Table | Definition) for block in inner) or headings > len(rows):
        return True
    if len(rows) <= _FEW_ROWS and any(map(_holds_page, (cell for row in rows for cell in row))):
        return True
    return len(rows) == 1 and not any(cell.is_header for cell in rows[0]) and len(inner) > len(rows[0])


def _holds_page(cell: Cell) -> bool:
    """Tell a cell with the text of a page beside its menu: a heading with several blocks below it, or many blocks."""
    first = next(
        (n for n, piece in enumerate(cell.pieces) if isinstance(piece.block, Heading)), len(cell.pieces)
    )
    told = len(cell.pieces) - first > _LEAST_BELOW or len(cell.pieces) > _MOST_IN_CELL
    return told and not cell.is_header


def _width(rows: Sequence[Sequence[Cell]]) -> int:
    return max((len(row) for row in rows), default=0)


def _is_head(row: Sequence[Cell]) -> bool:
    above = row[0].element.parent
    while above is not None and above.tag not in ("thead", "tbody", "tfoot", "table"):
        above = above.parent
    return (above is not None and above.tag == "thead") or all(cell.is_header for cell in row)


def _is_bold(row: Sequence[Cell]) -> bool:
    spans = [cell.span() for cell in row]
    return all(span.strong == ((0, len(span.text)),) for span in spans if span.text) and any(
        span.text for span in spans
    )


def _filled(rows: Sequence[Sequence[Cell]]) -> list[Row]:
    """Lay out the cells: one that spans rows stands in each, one that spans columns in the first."""
    above: dict[int, tuple[int, Span]] = {}
    filled: list[Row] = []
    for row in rows:
        cells: list[Span] = []
        for cell in row:
            cells += _hanging(above, len(cells))
            if len(cells) >= _MAX_COLUMNS:
                break
            cells += _spread(cell, len(cells), above)
        cells += _hanging(above, len(cells))
        if any(span.text for span in cells):
            filled.append(Row(tuple(cells), row[0].span().line))
    return filled


def _spread(cell: Cell, column: int, above: dict[int, tuple[int, Span]]) -> Iterator[Span]:
    """Yield what a cell puts into its columns, and note what hangs down into the rows below."""
    span = cell.span()
    down = _number(cell.element.get("rowspan"))
    for number in range(_number(cell.element.get("colspan"))):
        spread = Span("", ((0, span.line),)) if number else span
        if down > 1:
            above[column + number] = (down - 1, spread)
        yield spread


def _hanging(above: dict[int, tuple[int, Span]], column: int) -> Iterator[Span]:
    """Yield what hangs down from rows above into the next columns."""
    while column in above:
        rows, span = above.pop(column)
        if rows > 1:
            above[column] = (rows - 1, span)
        yield span
        column += 1


def _number(value: str) -> int:
    return min(_MAX_SPAN, int(value)) if value.isdecimal() and value != "0" and len(value) < 6 else 1
