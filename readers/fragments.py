"""HTML that stands inside Markdown: its tags go, its headings, lists, tables and definition pairs stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.readers.boilerplate import Furniture
from rolegraph.readers.pageblocks import PageBlocks
from rolegraph.readers.pagetree import parse_page

if TYPE_CHECKING:
    from rolegraph.readers.document import Block

__all__ = ["read_fragment"]

# Markdown ends a piece of HTML at a blank line, so that a table can come in several.
_ROWS = re.compile(r"\s*<(?:tr|td|th|thead|tbody|tfoot)\b", re.IGNORECASE)


def read_fragment(text: str, line: int) -> list[Block]:
    """Read a piece of HTML that begins on a line.

    >>> [block] = read_fragment("<dl><dt>ITO</dt><dd>IT work done by <b>others</b></dd></dl>", 7)
    >>> block.term.text, block.details[0].text, block.details[0].strong
    ('ITO', 'IT work done by others', ((16, 22),))
    """
    root = parse_page(f"<table>{text}" if _ROWS.match(text) else text, "", line)
    return [piece.block for piece in PageBlocks(Furniture(root, piece=True)).read(root)]
