"""Places behind the comma of a title: a "Store clerk, Leeds" is located there, where the page says it is a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.sections import Section, all_sections
from rolegraph.readers import Definition, Item, Paragraph, Table

if TYPE_CHECKING:
    from rolegraph.readers import Block

__all__ = ["place_of"]

_TITLE = re.compile(
    r"[^,()]{2,60},\s+(?P<place>[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,2})(?:,\s+[A-ZÀ-Þ][\w. ]+)?"
)
_LOCATED = (
    r"\b(?:(?:based|located|situated|offices?|headquarters|hub|site|branch|plant|depot|store|warehouse)\b[^.;:]{{0,20}}?"
    r"\s(?:in|at|near)\s(?:the\s|our\s|central\s|downtown\s)?"
    r"|(?:location|office|city|town|place of work|workplace|site|standort|arbeitsort|dienstort|ort|lieu(?: de travail)?"
    r"|ubicación|lugar(?: de trabajo)?)\s*[:–|-]\s*[^.;:]{{0,30}}?){place}\b"
)


def place_of(title: str, section: Section, is_place: Callable[[str], bool]) -> str:
    """Give the place behind the comma of a role's title, if it is one or the section below says so; else nothing.

    >>> from rolegraph.readers import Span
    >>> page = Section(None, (Paragraph(Span("Location: Leeds", ((0, 3),))),), ())
    >>> place_of("Store clerk, Leeds", page, lambda name: False)
    'Leeds'
    >>> place_of("Director, Marketing", page, lambda name: False)
    ''
    """
    found = _TITLE.fullmatch(title.strip())
    if found is None:
        return ""
    told = re.compile(_LOCATED.format(place=re.escape(found["place"])), re.IGNORECASE)
    said = is_place(found["place"]) or any(told.search(text) for text in _texts(section))
    return found["place"] if said else ""


def _texts(section: Section) -> Iterator[str]:
    for each in all_sections(section):
        if each.heading and each.blocks:
            yield from (f"{each.title}: {text}" for text in _texts_of(each.blocks[0]))
        for block in each.blocks:
            yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Item):
        yield block.span.text
    elif isinstance(block, Definition):
        yield from (f"{block.term.text}: {span.text}" for span in block.details)
    elif isinstance(block, Table):
        rows = (block.header, *(row.cells for row in block.rows))
        yield from (": ".join(cell.text for cell in cells) for cells in rows)
