"""HTML that stands inside Markdown: its tags go, its headings, lists, tables and definition pairs stay."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import TypeVar

from rolegraph.readers.document import (
    Block,
    Definition,
    Heading,
    Item,
    Paragraph,
    Row,
    Span,
    Table,
)
from rolegraph.readers.encodings import clean
from rolegraph.readers.spans import SpanBuilder

__all__ = ["read_fragment", "tag_target"]

_Start = TypeVar("_Start")

_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*+)(?P<attributes>[^<>]*+)>|<[!?/][^<>]*>")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_UNREAD = frozenset({"script", "style", "svg", "template", "pre", "nav", "iframe", "math"})
_INLINE = frozenset({"p", "div", "section", "article", "figure", "blockquote", "center"})
_CELLS = frozenset({"td", "th"})
_KINDS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "summary", "p"}) | _CELLS


def tag_target(attributes: str) -> str:
    """Give the target that the attributes of a tag name, or nothing.

    >>> tag_target(' class="x" href="/crm/"')
    '/crm/'
    """
    match = _HREF.search(attributes)
    return html.unescape(match[1] or match[2] or match[3] or "") if match else ""


def read_fragment(text: str, line: int) -> list[Block]:
    """Read a piece of HTML that begins on a line.

    >>> [block] = read_fragment("<dl><dt>ITO</dt><dd>IT work done by <b>others</b></dd></dl>", 7)
    >>> block.term.text, block.details[0].text, block.details[0].strong
    ('ITO', 'IT work done by others', ((16, 22),))
    """
    return _Fragment(line).read(text)


class _Fragment:
    def __init__(self, line: int) -> None:
        self._line = line
        self._blocks: list[Block] = []
        self._builder = SpanBuilder()
        self._kind = "p"
        self._lists: list[str] = []
        self._unread = ""
        self._links: list[tuple[int, str]] = []
        self._bold: list[int] = []
        self._term: Span | None = None
        self._details: list[Span] = []
        self._rows: list[list[tuple[str, Span]]] = []

    def read(self, text: str) -> list[Block]:
        done = 0
        for match in _TOKEN.finditer(text):
            self._read_text(text[done : match.start()])
            if match["name"]:
                self._read_tag(match["name"].lower(), bool(match["end"]), match["attributes"])
            self._line += match[0].count("\n")
            done = match.end()
        self._read_text(text[done:])
        self._finish()
        return self._blocks

    def _finish(self) -> None:
        self._flush()
        self._end_definition()
        self._end_table()

    def _read_text(self, text: str) -> None:
        for number, piece in enumerate(text.split("\n")):
            self._line += bool(number)
            if number:
                self._builder.add_break()
            if not self._unread:
                self._builder.add(clean(html.unescape(piece)).replace("\n", " "), self._line)

    def _read_tag(self, name: str, end: bool, attributes: str) -> None:
        if self._unread or name in _UNREAD:
            self._skip(name, end, attributes)
        elif name in ("b", "strong"):
            self._mark(self._bold, end, self._builder.length, self._builder.add_strong)
        elif name == "a":
            start = (self._builder.length, tag_target(attributes))
            self._mark(self._links, end, start, lambda link: self._builder.add_link(*link))
        elif name == "br" or (name in _INLINE and self._kind != "p"):
            self._builder.add_break(on_purpose=True)
        else:
            self._read_structure(name, end)

    def _skip(self, name: str, end: bool, attributes: str) -> None:
        """Leave out what is between the tags of an element that holds no prose."""
        if not self._unread and not end and not attributes.endswith("/"):
            self._unread = name
        elif end and name == self._unread:
            self._unread = ""

    def _mark(self, opened: list[_Start], end: bool, start: _Start, add: Callable[[_Start], object]) -> None:
        if not end:
            opened.append(start)
        elif opened:
            add(opened.pop())

    def _read_structure(self, name: str, end: bool) -> None:
        """Begin or end a block: a list, a row, a table, a paragraph and what stands for one."""
        if name in _KINDS or name in _INLINE:
            self._flush()
            self._kind = "p" if end or name in _INLINE else name
        elif name in ("ul", "ol"):
            self._flush()
            self._lists = self._lists[:-1] if end else [*self._lists, name]
        elif name == "tr" and not end:
            self._flush()
            self._rows.append([])
        elif name in ("dl", "table", "details"):
            self._finish()

    def _flush(self) -> None:
        """End the block that is open, if it holds any text; an empty cell counts."""
        span = self._builder.span(self._line)
        self._builder, self._links, self._bold = SpanBuilder(), [], []
        kind, self._kind = self._kind, "p"
        if kind in _CELLS:
            self._rows = self._rows or [[]]
            self._rows[-1].append((kind, span))
        elif kind == "dt" and span.text:
            self._end_definition()
            self._term = span
        elif kind == "dd" and span.text:
            self._details.append(span)
        elif span.text:
            self._blocks.append(self._block(kind, span))

    def _block(self, kind: str, span: Span) -> Block:
        if kind == "li":
            return Item(span, max(0, len(self._lists) - 1), self._lists[-1:] == ["ol"])
        if kind == "summary":
            return Heading(span, 0)
        return Heading(span, int(kind[1])) if kind[0] == "h" else Paragraph(span)

    def _end_definition(self) -> None:
        if self._term:
            self._blocks.append(Definition(self._term, tuple(self._details)))
        elif self._details:
            self._blocks += map(Paragraph, self._details)
        self._term, self._details = None, []

    def _end_table(self) -> None:
        rows = [row for row in self._rows if row]
        self._rows = []
        if not rows:
            return
        line = rows[0][0][1].line
        header = rows.pop(0) if all(kind == "th" for kind, _ in rows[0]) else []
        body = (Row(tuple(span for _, span in row), row[0][1].line) for row in rows)
        self._blocks.append(Table(tuple(span for _, span in header), tuple(body), line))
