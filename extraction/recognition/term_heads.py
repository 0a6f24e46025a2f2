"""What stands where a list of terms has its terms: headings, pairs and columns, and how few of them are roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.sheets.columns import layout_of
from rolegraph.readers import Definition, Heading, Item, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.extraction.sheets.column_titles import ColumnTitles
    from rolegraph.readers import Block

__all__ = ["are_few_roles", "heads_of"]

_FEWEST = 4


def heads_of(blocks: Sequence[Block], titles: ColumnTitles) -> Iterator[str]:
    """Give what the headings but the first, the pairs and the tables of terms of a document name."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    for block in blocks:
        if isinstance(block, Heading) and block is not first:
            yield block.span.text
        elif isinstance(block, Item | Paragraph):
            pair = read_pair(block.span)
            yield from [pair.head] if pair else ()
        elif isinstance(block, Definition):
            yield block.term.text
        elif isinstance(block, Table):
            yield from _terms_of(block, titles)


def _terms_of(table: Table, titles: ColumnTitles) -> Iterator[str]:
    layout = layout_of(table, titles)
    columns = layout.of("term") if layout else []
    for column in columns[:1]:
        for row in table.rows:
            yield from [row.cells[column.place].text] if column.place < len(row.cells) else ()


def are_few_roles(heads: Sequence[str], titles: RoleTitles) -> bool:
    """Tell whether fewer than half of several terms are titles of roles."""
    roles = sum(titles.read(head) is not None for head in heads)
    return len(heads) >= _FEWEST and 2 * roles < len(heads)
