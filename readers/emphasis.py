"""Mark-up that people put in plain texts: bold, links, code; taken out, kept as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rolegraph.readers.spans import SpanBuilder

if TYPE_CHECKING:
    from rolegraph.readers.document import Span

__all__ = ["text_span"]

_MARKUP = re.compile(
    r"""\*\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*\*
      | (?<!\w)__(?P<under>[^\s_](?:[^_\n]*[^\s_])?)__(?!\w)
      | (?<![\w*])\*(?P<single>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])
      | (?<![\w_])_(?P<thin>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])
      | `(?P<code>[^`\n]+)`
      | \[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<shown>[^\[\]\n]+))?\]\]
      | \[(?P<label>[^\[\]\n]+)\]\((?P<target>[^()\s]+)\)""",
    re.VERBOSE,
)


def text_span(lines: Iterable[tuple[str, int]]) -> Span:
    """Join the lines of a paragraph (text and number of each) into one span, mark-up taken out.

    >>> text_span([("A **PM** owns", 3), ("the [roadmap](#roadmap).", 4)])  # doctest: +NORMALIZE_WHITESPACE
    Span(text='A PM owns the roadmap.', starts=((0, 3), (10, 4)), links=(Link(start=14, end=21,
        target='#roadmap'),), strong=((2, 4),), breaks=(), anchors=())
    """
    builder = SpanBuilder()
    first = 0
    for text, number in lines:
        first = first or number
        builder.add_break()
        _add_line(builder, text.strip(), number)
    return builder.span(first)


def _add_line(builder: SpanBuilder, text: str, number: int) -> None:
    done = 0
    for match in _MARKUP.finditer(text):
        builder.add(text[done : match.start()], number)
        start = builder.length
        _add_marked(builder, match, number)
        if match["bold"] or match["under"]:
            builder.add_strong(start)
        if target := match["target"] or match["page"]:
            builder.add_link(start, target.strip())
        done = match.end()
    builder.add(text[done:], number)


def _add_marked(builder: SpanBuilder, match: re.Match[str], number: int) -> None:
    """Add the words between the marks; bold may hold a link, and a link bold."""
    if code := match["code"]:
        builder.add(code, number)
    else:
        inner = match["bold"] or match["under"] or match["single"] or match["thin"] or match["label"]
        _add_line(builder, inner or match["shown"] or match["page"], number)
