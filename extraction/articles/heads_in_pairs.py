"""Two terms below one heading, each with a sentence of its own: "Gross tonnage vs. net tonnage"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolegraph.extraction.articles.tellings import tellings
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.layout.sections import Section
from rolegraph.graph.names import fold
from rolegraph.readers import Paragraph

__all__ = ["parted_pairs"]

_BETWEEN = re.compile(r"\s+(?:vs\.?|versus|and|&|/)\s+", re.IGNORECASE)


def parted_pairs(section: Section) -> Iterator[Section]:
    """Yield a section for each of two terms in a heading that the first text below tells of in turn, or it as it is.

    >>> from rolegraph.readers import Heading, Span
    >>> text = Paragraph(Span("A bay is a place for ships. A quay is a wall in it.", ((0, 2),)))
    >>> both = Section(Heading(Span("Bay vs. quay", ((0, 1),)), 2), (text,), ())
    >>> [(part.title, part.blocks[0].span.text) for part in parted_pairs(both)]
    [('Bay', 'A bay is a place for ships.'), ('quay', 'A quay is a wall in it.')]
    """
    heading, lead = section.heading, section.blocks[0] if section.blocks else None
    between = _BETWEEN.search(section.title) if heading else None
    start = _start_of_second(section.title, lead) if between and isinstance(lead, Paragraph) else 0
    if not start or heading is None or not isinstance(lead, Paragraph):
        yield section
        return
    text, first = heading.span.text, heading.span.text.index(section.title)
    sign = _BETWEEN.search(text, first)
    ends = (sign.start(), sign.end()) if sign else (len(text), len(text))
    names = cut(heading.span, first, ends[0]), cut(heading.span, ends[1])
    one, other = (heading._replace(span=name) for name in names)
    yield Section(one, (Paragraph(cut(lead.span, 0, start)),), ())
    yield section._replace(heading=other, blocks=(Paragraph(cut(lead.span, start)), *section.blocks[1:]))


def _start_of_second(title: str, lead: Paragraph) -> int:
    """Give where a text begins to tell of the second name in a title, behind a sentence on the first; 0 for no."""
    names = [fold(name) for name in _BETWEEN.split(title)]
    told = [(fold(each.head.label), each.start) for each in tellings(lead.span)]
    if len(names) != 2 or not told or told[0] != (names[0], 0):
        return 0
    return next((start for name, start in told if name == names[1]), 0)
