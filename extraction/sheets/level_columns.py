"""Columns that are the levels of a tree, "Level 1", "Level 2": the last filled cell of a row is its term."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from rolegraph.readers import Row, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["with_levels_joined"]

_LEVEL = re.compile(r"(?:level|tier|l|ebene|stufe|niveau|nivel)[ _-]?(?P<depth>\d)", re.IGNORECASE)


def with_levels_joined(
    header: Sequence[Span], rows: Sequence[Row]
) -> tuple[tuple[Span, ...], tuple[Row, ...]]:
    """Put one column of terms and one of what stands above each for the first columns of a table that are levels.

    >>> header = [Span(text, ((0, 1),)) for text in ("Level 1", "Level 2", "Meaning")]
    >>> row = Row(tuple(Span(text, ((0, 2),)) for text in ("Port", "Berth", "a place")), 2)
    >>> titles, rows = with_levels_joined(header, [row])
    >>> [title.text for title in titles], [cell.text for cell in rows[0].cells]
    (['Term', 'Parent', 'Meaning'], ['Berth', 'Port', 'a place'])
    """
    depths = [_LEVEL.fullmatch(title.text.strip()) for title in header]
    levels = len(list(takewhile(bool, depths)))
    if levels < 2 or levels == len(header):
        return tuple(header), tuple(rows)
    first = header[0]
    titles = (first._replace(text="Term"), first._replace(text="Parent"), *header[levels:])
    return titles, tuple(row._replace(cells=_joined(row.cells, levels)) for row in rows)


def _joined(cells: tuple[Span, ...], levels: int) -> tuple[Span, ...]:
    """Give the last filled one of the first cells, the one before it, and the rest."""
    filled = [cell for cell in cells[:levels] if cell.text.strip()]
    blank = Span("", cells[0].starts) if cells else Span("", ((0, 1),))
    term, above = ([*reversed(filled), blank, blank])[:2]
    return (term, above, *cells[levels:])
