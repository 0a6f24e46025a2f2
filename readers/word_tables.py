"""Tables of a Word document: rows with as many cells as columns, merged cells filled up, a header where one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.document import Block, Heading, Item, Paragraph, Row, Span, Table
from rolegraph.readers.spans import join_spans
from rolegraph.readers.word_styles import W, is_on, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_word_table"]

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"))
_MAX_COLUMNS = 64
_MAX_TITLE_WORDS, _SENTENCE_ENDS = 5, (".", "!", "?", ";", ",")


class _Cell(NamedTuple):
    blocks: list[Block]
    span: Span
    width: int
    continued: bool


def read_word_table(
    table: _Element, line: int, read_cell: Callable[[_Element], list[Block]]
) -> Iterator[Block]:
    """Yield a table that begins on a line, then the tables inside its cells.

    A table of one column is a frame around running text, whose blocks are yielded instead.
    """
    nodes = [row for row in _inner(table, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
    rows = [[_cell(cell, line, read_cell) for cell in _inner(node, W + "tc")] for node in nodes]
    if all(len(row) < 2 for row in rows):
        yield from (block for row in rows for cell in row for block in cell.blocks)
        return
    grid = _filled([_spread(row, line) for row in rows])
    headed = _is_headed(table, nodes, grid)
    if any(cell.text for row in grid for cell in row.cells):
        yield Table(grid[0].cells if headed else (), tuple(grid[headed:]), grid[0].line)
    yield from (block for row in rows for cell in row for block in cell.blocks if isinstance(block, Table))


def _inner(node: _Element, tag: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, through what may be wrapped around them."""
    for child in node.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inner(child, tag)


def _cell(node: _Element, line: int, read_cell: Callable[[_Element], list[Block]]) -> _Cell:
    blocks = read_cell(node)
    spans = [block.span for block in blocks if isinstance(block, Heading | Paragraph | Item)]
    properties = node.find(W + "tcPr")
    width = value_of(properties, "gridSpan")
    merged = properties.find(W + "vMerge") if properties is not None else None
    return _Cell(
        blocks,
        join_spans(spans, spans[0].line if spans else line),
        min(int(width), _MAX_COLUMNS) if width.isascii() and width.isdecimal() and len(width) < 4 else 1,
        merged is not None and merged.get(W + "val", "continue") == "continue",
    )


def _spread(row: Sequence[_Cell], line: int) -> list[_Cell]:
    """Put empty cells behind one that runs over several columns, so that those after it stand in their column."""
    empty = _Cell([], Span("", ((0, row[0].span.line if row else line),)), 1, False)
    return [each for cell in row for each in (cell, *[empty] * (cell.width - 1))]


def _filled(rows: Sequence[Sequence[_Cell]]) -> list[Row]:
    """Repeat in each row what a cell merged downward says in the first of its rows."""
    grid: list[Row] = []
    above: Sequence[Span] = ()
    for cells in filter(None, rows):
        pairs = list(zip_longest(cells, above[: len(cells)]))
        spans = [over if cell.continued and over else cell.span for cell, over in pairs if cell]
        lines = [cell.span.line for cell in cells if cell.span.text] or [cells[0].span.line]
        grid.append(Row(tuple(spans), min(lines)))
        above = spans
    return grid


def _is_headed(table: _Element, nodes: Sequence[_Element], rows: Sequence[Row]) -> bool:
    """Tell whether the first row is a header: it says so, is bold alone, or is set off and looks like titles."""
    if len(rows) < 2:
        return False
    if is_on(nodes[0].find(W + "trPr"), "tblHeader"):
        return True
    if _is_bold(rows[0]):
        return not _is_bold(rows[1])
    look = table.find(f"{W}tblPr/{W}tblLook")
    return look is not None and _has_first_row(look) and _looks_like_titles(rows)


def _is_bold(row: Row) -> bool:
    texts = [cell for cell in row.cells if cell.text]
    return bool(texts) and all(cell.strong == ((0, len(cell.text)),) for cell in texts)


def _has_first_row(look: _Element) -> bool:
    """Tell whether the style of the table sets off its first row (ECMA-376 1, 17.4.55: bit 5 of the older form)."""
    if first := look.get(W + "firstRow"):
        return first in ("1", "true", "on")
    mask = look.get(W + "val", "0")
    return (
        len(mask) == 4
        and all(digit in "0123456789abcdefABCDEF" for digit in mask)
        and bool(int(mask, 16) & 0x20)
    )


def _looks_like_titles(rows: Sequence[Row]) -> bool:
    """Tell whether the first row is all short names, and some row below it is not."""
    return _is_short(rows[0]) and not all(_is_short(row) for row in rows[1:])


def _is_short(row: Row) -> bool:
    return all(
        cell.text and len(cell.text.split()) <= _MAX_TITLE_WORDS and not cell.text.endswith(_SENTENCE_ENDS)
        for cell in row.cells
    )
