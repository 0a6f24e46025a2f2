"""Where a block stands and what it begins with, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.readers import Document

__all__ = ["as_paragraph", "cells_of", "first_span", "is_bare_heading", "line_of", "parted_front"]


def first_span(block: Block) -> Span:
    """Give the text that a block begins with, empty for a table without any."""
    if isinstance(block, Table):
        return next(iter(cells_of(block)), Span("", ((0, block.line),)))
    return block.term if isinstance(block, Definition) else block.span


def line_of(block: Block) -> int:
    """Give the line on which a block begins.

    >>> line_of(Paragraph(Span("Toil is work.", ((0, 7),))))
    7
    """
    return block.line if isinstance(block, Table) else first_span(block).line


def cells_of(table: Table) -> list[Span]:
    """Give the cells of a table, those of its header first."""
    return [*table.header, *(cell for row in table.rows for cell in row.cells)]


def as_paragraph(block: Block) -> Block:
    """Take a list item for a paragraph; any other block stays what it is."""
    return Paragraph(block.span) if isinstance(block, Item) else block


def is_bare_heading(block: Block) -> bool:
    """Tell a line of a plain text that is taken for a heading, of no level."""
    return isinstance(block, Heading) and not block.level


def parted_front(document: Document) -> tuple[Sequence[Block], Sequence[Block]]:
    """Part off the terms that the front matter lists: they come last, and stand above all else."""
    blocks = document.blocks if document.meta else ()
    for number in range(len(blocks) - 1, 0, -1):
        if line_of(blocks[number]) < line_of(blocks[number - 1]):
            return blocks[:number], blocks[number:]
    return document.blocks, ()
