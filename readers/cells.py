"""The text of one cell or value as a span: its line breaks are kept as breaks, mark-up is taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolegraph.readers.document import Heading, Item, Paragraph, Span
from rolegraph.readers.emphasis import text_span
from rolegraph.readers.fragments import read_fragment
from rolegraph.readers.spans import join_spans

__all__ = ["cell_span", "lines_span"]

_MARKED = re.compile(r"[*_`\[]")
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|em|ul|ol|li|br|div|span|strong|sub|sup|code|abbr)\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|`")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def cell_span(text: str, line: int, *, step: int = 1) -> Span:
    r"""Make a span of the text of a cell that begins on a line; each further line of it is ``step`` lines on.

    >>> cell_span("Churn\n**lost** customers", 7)
    Span(text='Churn lost customers', starts=((0, 7), (6, 8)), links=(), strong=((6, 10),), breaks=(6,), anchors=())
    """
    if _UNPRINTABLE.search(text):
        text = _UNPRINTABLE.sub("", text)
    if "\n" not in text and not _MARKED.search(text) and not _has_markup(text):
        return Span(text.strip(), ((0, line),))
    if _has_markup(text):
        span = join_spans(_fragment_spans(text, line), line)
    else:
        lines = (text_span([(each, number)]) for number, each in enumerate(text.split("\n"), line))
        span = join_spans(lines, line)
    return span if step else span._replace(starts=((0, line),))


def lines_span(pieces: Sequence[tuple[str, int]]) -> Span:
    """Make a span of the pieces of a value that is folded over lines, each with its line.

    >>> lines_span([("A <a", 3), ('href="#Crane">crane</a>', 4), ("&amp; hook", 6)])[:2]
    ('A crane & hook', ((0, 3), (2, 4), (8, 6)))
    """
    whole, last = "", pieces[0][1]
    for text, line in pieces:
        whole += "\n" * (line - last) + text
        last = line
    return cell_span(whole, pieces[0][1]) if _has_markup(whole) else text_span(pieces)


def _has_markup(text: str) -> bool:
    return ("<" in text and bool(_TAG.search(text))) or ("&" in text and bool(_ENTITY.search(text)))


def _fragment_spans(text: str, line: int) -> list[Span]:
    blocks = read_fragment(_EMPHASIS.sub("", text), line)
    return [block.span for block in blocks if isinstance(block, Heading | Item | Paragraph)]
