"""Places behind the comma of a title: "Store clerk, Leeds" is a store clerk, where the page says it is a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.sections import Section, all_sections
from rolegraph.readers import Definition, Item, Paragraph, Table

if TYPE_CHECKING:
    from rolegraph.readers import Block

__all__ = ["without_place"]

_TITLE = re.compile(
    r"(?P<role>[^,()]{2,60}),\s+(?P<place>[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,2})(?:,\s+[A-ZÀ-Þ][\w. ]+)?"
)
_LOCATED = (
    r"\b(?:(?:based|located|situated|offices?|headquarters|hub|site|branch|plant|depot|store|warehouse)\b[^.;:]{{0,20}}?"
    r"\s(?:in|at|near)\s(?:the\s|our\s|central\s|downtown\s)?"
    r"|(?:location|office|city|town|place of work|workplace|site|standort|arbeitsort|dienstort|ort|lieu(?: de travail)?"
    r"|ubicación|lugar(?: de trabajo)?)\s*[:–|-]\s*[^.;:]{{0,30}}?){place}\b"
)


def without_place(label: str, section: Section, is_place: Callable[[str], bool]) -> tuple[str, str]:
    """Part the title of a role from the place behind its comma, if the section below says that it is one.

    >>> from rolegraph.readers import Span
    >>> page = Section(None, (Paragraph(Span("Location: Leeds", ((0, 3),))),), ())
    >>> without_place("Store clerk, Leeds", page, lambda name: False)
    ('Store clerk', 'Leeds')
    >>> without_place("Director, Marketing", page, lambda name: False)
    ('Director, Marketing', '')
    """
    found = _TITLE.fullmatch(label)
    if found is None:
        return label, ""
    told = re.compile(_LOCATED.format(place=re.escape(found["place"])), re.IGNORECASE)
    said = is_place(found["place"]) or any(told.search(text) for text in _texts(section))
    return (found["role"], found["place"]) if said else (label, "")


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
