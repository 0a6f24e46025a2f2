"""Mark-up within the lines of reStructuredText: roles, links, bold, code; taken out, kept as offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

from rolegraph.readers.spans import SpanBuilder

if TYPE_CHECKING:
    from rolegraph.readers.document import Span

__all__ = ["marked_span", "term_anchor"]

_MARKUP = re.compile(
    r"""``(?P<code>[^`]+(?:`[^`]+)*)``
      | (?::(?P<role>[\w:+.-]{1,40}):)?`(?P<text>[^`<>]*[^`<>\s])?(?:\s*<(?P<target>[^`<>]+)>)?`(?P<named>__?(?!\w))?
      | \*\*(?P<bold>[^\s*](?:[^*]*[^\s*])?)\*\*
      | (?<![\w*])\*(?P<single>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])
      | <(?P<address>(?:https?|mailto):[^<>\s]+)>
      | (?P<note>[ ]?\[(?:\#?\w*|\*)\]_(?!\w))
      | \\(?P<escaped>\s|\S)""",
    re.VERBOSE,
)
_SPACES = re.compile(r"[^\w]+")


def term_anchor(name: str) -> str:
    """Give the name by which a link leads to a term of a glossary, in any letter case.

    >>> term_anchor("Service Desk")
    'term-service-desk'
    """
    return f"term-{_SPACES.sub('-', name.casefold()).strip('-')}"


def marked_span(lines: Iterable[tuple[str, int]]) -> Span:
    """Join the lines of a paragraph (text and number of each) into one span, mark-up taken out.

    A role may begin on one line and end on the next (reStructuredText, "Inline markup").

    >>> span = marked_span([("A :term:`CRM` by **us**, see `the", 3), ("docs <https://x.y>`_.", 4)])
    >>> span.text, [link.target for link in span.links]
    ('A CRM by us, see the docs.', ['#term-crm', 'https://x.y'])
    """
    pieces = [(text.strip(), number) for text, number in lines]
    place = _Places(pieces)
    builder = SpanBuilder()
    whole = "\n".join(text for text, _ in pieces)
    done = 0
    for match in _MARKUP.finditer(whole):
        place.add(builder, whole, done, match.start())
        start = builder.length
        _add_marked(builder, match, place, whole)
        if match["bold"]:
            builder.add_strong(start)
        if target := _target(match):
            builder.add_link(start, target)
        done = match.end()
    place.add(builder, whole, done, len(whole))
    return builder.span(pieces[0][1] if pieces else 1)


class _Places:
    """Knows the line of each character of lines that were joined, and adds parts of them to a span."""

    def __init__(self, pieces: list[tuple[str, int]]) -> None:
        self._numbers = [number for _, number in pieces]
        self._starts = list(accumulate((len(text) + 1 for text, _ in pieces), initial=0))

    def add(self, builder: SpanBuilder, whole: str, start: int, end: int) -> None:
        """Append a part of the joined lines, a space for each line end."""
        line = bisect_right(self._starts, start) - 1
        for count, part in enumerate(whole[start:end].split("\n")):
            if count:
                builder.add_break()
            builder.add(part, self._numbers[line + count])


def _add_marked(builder: SpanBuilder, match: re.Match[str], place: _Places, whole: str) -> None:
    """Append the words between the marks; a target alone is its own text, but for a bare address."""
    if match["escaped"] is not None:
        if not match["escaped"].isspace():
            place.add(builder, whole, *match.span("escaped"))
        return
    for name in ("code", "bold", "single", "address", "text"):
        if match[name]:
            start, end = match.span(name)
            place.add(builder, whole, start + (match["role"] is not None and match[name][0] in "~!"), end)
            return
    if match["target"]:
        place.add(builder, whole, *match.span("target"))


def _target(match: re.Match[str]) -> str:
    """Give what a marked piece of text leads to, empty where it is no link."""
    if match["text"] is None and match["target"] is None:
        return match["address"] or ""
    role = (match["role"] or "").rpartition(":")[2]
    named = " ".join((match["target"] or match["text"] or "").split())
    if role == "term":
        return f"#{term_anchor(named)}"
    if role in ("ref", "numref") or (not role and match["named"] and not match["target"]):
        return f"#{named.casefold()}"
    if role == "doc":
        return named
    return named if not role and match["named"] and match["target"] else ""
