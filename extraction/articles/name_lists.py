"""Sections and lines of an article that are nothing but names: related terms, other names, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.layout.term_links import leads_to_terms
from rolegraph.extraction.words.pointing_words import POINTING_FIRST
from rolegraph.readers import Block, Item, Paragraph, Span

if TYPE_CHECKING:
    from rolegraph.extraction.layout.sections import Section

__all__ = [
    "are_names",
    "has_words_linked",
    "is_prose",
    "is_stray",
    "leading_to_terms",
    "names_listed",
    "only_links",
    "points",
]

_PARTING = re.compile(r"[,;|]|\s/\s")
_MOST_WORDS = 6
_POINTS = re.compile(rf"(?:{POINTING_FIRST}|related terms)\s*:\s", re.IGNORECASE)


def points(span: Span) -> bool:
    """Tell a line that only points to related terms, which answers no question above it: "See also: toil"."""
    return _POINTS.match(span.text) is not None and not is_prose(span.text)


def is_stray(block: Item | Paragraph) -> bool:
    """Tell a few words behind a list of names, without a link, as stand at the foot of a page."""
    return isinstance(block, Paragraph) and not block.span.links and read_pair(block.span) is None


def are_names(section: Section) -> bool:
    """Tell whether a section is nothing but names, in items or between commas, and no sentences with links."""
    spans = [block.span for block in section.blocks if isinstance(block, Item | Paragraph)]
    if any(span.links and is_prose(span.text) and not only_links(span) for span in spans):
        return False
    names = [name for span in spans for name in names_listed(span)]
    if any(span.text.endswith(".") and len(span.text.split()) > _MOST_WORDS for span in spans):
        return any(span.links for span in spans)  # a sentence, unless it is links
    whole = len(spans) == len(section.blocks) and not section.children
    return (
        whole and bool(names) and all(len(name.split()) <= _MOST_WORDS and ":" not in name for name in names)
    )


def leading_to_terms(section: Section) -> tuple[Block, ...]:
    """Give what a section has of links to other terms, if that is all, whatever its heading says: "Read next".

    What stands below a list of them is of the page.
    """
    texts = [block for block in section.blocks if isinstance(block, Item | Paragraph)]
    listed = [block for block in texts if isinstance(block, Item)] or texts
    return tuple(listed) if not section.children and all(leads_to_terms(each.span) for each in listed) else ()


def is_prose(text: str) -> bool:
    """Tell sentences from a list of names."""
    return text.rstrip().endswith((".", "!", "?")) and len(text.split()) > 3


def has_words_linked(span: Span) -> bool:
    """Tell whether some words of a text are links, and not all of it is one."""
    return bool(span.links) and not only_links(span)


def only_links(span: Span) -> bool:
    """Tell whether a text is nothing but links and what stands between them."""
    return sum(link.end - link.start for link in span.links) >= 0.7 * len(span.text)


def names_listed(span: Span) -> list[str]:
    """Give the names in an item of related terms: its links, or what signs separate."""
    if span.links:
        return [span.text[link.start : link.end] for link in span.links]
    return [name for part in _PARTING.split(span.text) if (name := part.strip(' ."“”„«»'))]
