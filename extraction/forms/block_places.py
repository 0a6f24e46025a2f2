"""Where the blocks of a document begin, whatever they are."""

from __future__ import annotations

from rolegraph.readers import Block, Definition, Span, Table

__all__ = ["cells_of", "first_span", "line_of"]


def first_span(block: Block) -> Span:
    """Give the text that a block begins with; that of an empty table is empty."""
    if isinstance(block, Table):
        return next(iter(cells_of(block)), Span("", ((0, block.line),)))
    return block.term if isinstance(block, Definition) else block.span


def line_of(block: Block) -> int:
    """Give the line that a block begins on.

    >>> from rolegraph.readers import Paragraph
    >>> line_of(Paragraph(Span("Toil is work.", ((0, 7),))))
    7
    """
    if isinstance(block, Table):
        return block.line
    return block.term.line if isinstance(block, Definition) else block.span.line


def cells_of(table: Table) -> list[Span]:
    """Give all cells of a table, its titles first."""
    return [*table.header, *(cell for row in table.rows for cell in row.cells)]
