"""The running text of a web page: how a span grows from pieces of text, and where among the elements it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.document import Block, Link, Span
from rolegraph.readers.spans import SpanBuilder

if TYPE_CHECKING:
    from rolegraph.readers.pagetree import Element, Words

__all__ = ["LineText", "Piece", "join_spans"]

_SPACES = re.compile(r"\s+")
_NOTHING = Span("", ((0, 1),))


class Piece(NamedTuple):
    """A block, and by which elements and classes a page marks paragraphs of its kind ("div.card>span.term")."""

    block: Block
    signature: str = ""


class LineText:
    """Gathers the text of one block after another; marks that are still open go on in the next."""

    def __init__(self) -> None:
        self._builder = SpanBuilder()
        self._path: list[str] = []
        self._common = self._lowest = -1
        self._bold: list[int] = []
        self._links: list[tuple[int, str]] = []
        self._anchors: list[str] = []
        self._broken = False
        self._begun_terms: list[int] = []
        self._terms: list[tuple[int, int]] = []

    def add(self, words: Words) -> None:
        """Add a piece of text; spaces in a row count as one."""
        if words.broken:
            self._builder.add_break()
        text = _SPACES.sub(" ", words.text)
        if text in ("", " "):
            if text:
                self._builder.add_break()
            return
        self._builder.add_gap()
        self._builder.add(text, words.line)
        self._broken = False
        depth = len(self._path)
        self._common = depth if self._common < 0 else min(self._common, depth, self._lowest)
        self._lowest = depth

    def open(self, element: Element) -> None:
        """Note that an element begins, and the names by which links lead to it."""
        self._path.append(f"{element.tag}.{element.get('class')}" if element.has("class") else element.tag)
        for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if name:
                self._anchors.append(name)

    def close(self) -> None:
        """Note that an element ends."""
        self._path.pop()
        self._lowest = min(self._lowest, len(self._path))

    def bold(self) -> Callable[[], None]:
        """Begin bold text, and say how it ends."""
        self._bold.append(self._builder.length)
        return self._end_bold

    def term(self) -> Callable[[], None]:
        """Begin a term that the running text defines, and say how it ends."""
        self._begun_terms.append(self._builder.length)
        self._bold.append(self._builder.length)
        return self._end_term

    def link(self, target: str) -> Callable[[], None]:
        """Begin a link, and say how it ends."""
        self._links.append((self._builder.length, target))
        return self._end_link

    def break_line(self, *, on_purpose: bool = False) -> None:
        """Begin a new line of the same block."""
        self._builder.add_break(on_purpose)
        self._broken = on_purpose

    def ends_word(self) -> bool:
        """Tell whether the text so far ends in no space, so that what comes next would run into its last word."""
        return self._builder.length > 0 and not self._builder.is_spaced

    def is_broken(self) -> bool:
        """Tell whether the last line holds nothing yet."""
        return self._broken

    def take_terms(self) -> list[tuple[int, int]]:
        """Give where in the text gathered terms are defined; to be asked before the text is taken."""
        terms, self._terms = self._terms, []
        return terms

    def take(self) -> tuple[Span, str]:
        """Give the text gathered and the signature of the innermost element around all of it."""
        if not self._builder.length:
            self._broken = False
            return _NOTHING, ""
        for start in self._bold:
            self._builder.add_strong(start)
        for start, target in self._links:
            self._builder.add_link(start, target)
        span = self._builder.span(1)
        signature = ">".join(self._path[max(0, self._common - 2) : max(0, self._common)])
        if span.text:
            span = span._replace(anchors=tuple(dict.fromkeys(self._anchors)))
            self._anchors = []
        self._builder, self._common, self._broken = SpanBuilder(), -1, False
        self._bold = [0] * len(self._bold)
        self._begun_terms = [0] * len(self._begun_terms)
        self._links = [(0, target) for _, target in self._links]
        return span, signature

    def _end_term(self) -> None:
        self._terms.append((self._begun_terms.pop(), self._builder.length))
        self._end_bold()

    def _end_bold(self) -> None:
        self._builder.add_strong(self._bold.pop())
        self.close()

    def _end_link(self) -> None:
        self._builder.add_link(*self._links.pop())
        self.close()


def join_spans(spans: Sequence[Span]) -> Span:
    """Join the paragraphs of a cell or a term into one text, with a break between any two.

    >>> join_spans([Span("PM", ((0, 3),)), Span("APM", ((0, 4),))])
    Span(text='PM APM', starts=((0, 3), (3, 4)), links=(), strong=(), breaks=(3,), anchors=())
    """
    if len(spans) < 2:
        return spans[0] if spans else Span("", ((0, 1),))
    starts: list[tuple[int, int]] = []
    links: list[Link] = []
    strong: list[tuple[int, int]] = []
    breaks: list[int] = []
    at = 0
    for span in spans:
        if at:
            breaks.append(at)
        starts += [
            (at + offset, line)
            for offset, line in span.starts
            if not starts or starts[-1][1] != line or offset
        ]
        links += [Link(at + link.start, at + link.end, link.target) for link in span.links]
        strong += [(at + start, at + end) for start, end in span.strong]
        breaks += [at + offset for offset in span.breaks]
        at += len(span.text) + 1
    anchors = tuple(name for span in spans for name in span.anchors)
    text = " ".join(span.text for span in spans)
    return Span(text, tuple(starts), tuple(links), tuple(strong), tuple(breaks), anchors)
