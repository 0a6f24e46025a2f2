"""The tokens of the Markdown parser, read into blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.readers.bullets import restore_bullets
from rolegraph.readers.document import Block, Definition, Heading, Item, Paragraph, Row, Span, Table
from rolegraph.readers.fragments import read_fragment
from rolegraph.readers.inline import inline_span
from rolegraph.readers.myst import is_glossary, read_myst_glossary
from rolegraph.readers.prose import is_prose, read_prose
from rolegraph.readers.spans import cut_head

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["TokenBlocks"]

_MAX_UNDERLINED_WORDS = 8


class TokenBlocks:
    """Read a flat run of block tokens, one after the other, of a source of which the lines are given."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str]) -> None:
        self._tokens = iter(tokens)
        self._lines = lines
        self._line = 1
        self._anchors: tuple[str, ...] = ()

    def read(self, end: str = "", depth: int = -1) -> Iterator[Block]:
        """Yield blocks up to the token that closes what is being read."""
        for token in self._tokens:
            if token.type == end:
                return
            yield from self._read_block(token, depth)

    def _read_block(self, token: Token, depth: int) -> Iterator[Block]:
        kind = token.type
        if token.map:
            self._line = token.map[0] + 1
        if kind == "heading_open":
            yield from self._filled(_heading(token, self._read_span("heading_close")))
        elif kind == "paragraph_open":
            yield from self._filled(Paragraph(self._read_span("paragraph_close")))
        elif kind in ("bullet_list_open", "ordered_list_open"):
            yield from self._read_list(kind.removesuffix("_open") + "_close", depth + 1)
        elif kind == "table_open":
            yield from self._read_table(self._line)
        elif kind == "dl_open":
            yield from self._read_definitions()
        elif kind == "footnote_open":
            yield from self._read_footnote(f"^{token.meta['label']}", depth)
        elif kind == "html_block":
            yield from read_fragment(restore_bullets(token.content), self._line)
        elif kind == "fence" and is_glossary(token.info):
            yield from read_myst_glossary(token.content, self._line + 1)
        elif kind in ("code_block", "fence") and not token.info and is_prose(token.content):
            yield from read_prose(restore_bullets(token.content), self._line + (kind == "fence"))

    def _read_footnote(self, anchor: str, depth: int) -> Iterator[Block]:
        """Yield the blocks of a footnote, its paragraphs with the name by which the text refers to it."""
        for block in self.read("footnote_close", depth):
            if isinstance(block, Paragraph):
                yield Paragraph(block.span._replace(anchors=(anchor,)))
            else:
                yield block

    def _filled(self, block: Heading | Paragraph) -> Iterator[Block]:
        """Yield a block unless nothing is left of it; the anchors of such a one are those of the next."""
        anchors = (*self._anchors, *block.span.anchors)
        self._anchors = () if block.span.text else anchors
        if block.span.text:
            yield block._replace(span=block.span._replace(anchors=anchors))

    def _read_span(self, end: str) -> Span:
        span = Span("", ((0, self._line),))
        for token in self._tokens:
            if token.type == end:
                break
            if token.type == "inline":
                span = inline_span(token, (token.map or [self._line - 1])[0] + 1)
        return span

    def _read_list(self, end: str, depth: int) -> Iterator[Block]:
        for token in self._tokens:
            if token.type == end:
                return
            yield from self._read_item(end == "ordered_list_close", depth)

    def _read_item(self, ordered: bool, depth: int) -> Iterator[Block]:
        """Yield an item with its paragraphs, then what else it holds (deeper items, tables)."""
        inner = list(self.read("list_item_close", depth))
        spans = [block.span for block in inner if isinstance(block, Heading | Paragraph)]
        if spans:
            yield Item(_without_box(spans[0]), depth, ordered, tuple(spans[1:]))
        yield from (block for block in inner if not isinstance(block, Heading | Paragraph))

    def _read_table(self, line: int) -> Iterator[Block]:
        """Yield a table, then what stands right below it without any pipe: the parser makes rows of that."""
        rows: list[Row] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                self._line = (token.map or [self._line - 1])[0] + 1
                rows.append(Row(self._read_cells(), self._line))
        body = [row for row in rows[1:] if "|" in self._lines[row.line - 1]]
        yield Table(rows[0].cells, tuple(body), line)
        beside = (row.cells[0] for row in rows[1:] if "|" not in self._lines[row.line - 1])
        yield from (Paragraph(cell) for cell in beside if cell.text)

    def _read_cells(self) -> tuple[Span, ...]:
        cells: list[Span] = []
        for token in self._tokens:
            if token.type == "tr_close":
                break
            if token.type in ("th_open", "td_open"):
                cells.append(self._read_span(token.type.removesuffix("_open") + "_close"))
        return tuple(cells)

    def _read_definitions(self) -> Iterator[Block]:
        """Yield each term of a definition list with its details, then what else these hold."""
        term = Span("", ((0, self._line),))
        details: list[Span] = []
        rest: list[Block] = []
        for token in self._tokens:
            if token.type in ("dt_open", "dl_close"):
                if term.text:
                    yield Definition(term, tuple(details))
                yield from rest
                details, rest = [], []
            if token.type == "dl_close":
                return
            if token.type == "dt_open":
                term = self._read_span("dt_close")
            elif token.type == "dd_open":
                for block in self.read("dd_close"):
                    details += [block.span] if isinstance(block, Heading | Paragraph) else []
                    rest += [] if isinstance(block, Heading | Paragraph) else [block]


def _heading(token: Token, span: Span) -> Heading | Paragraph:
    """Make a heading of a span, unless it is a text that a rule happens to follow without a blank line.

    Such are long sentences, and a bold line with a text below it.
    """
    ruled = token.markup in ("-", "=")
    long = len(span.text.split()) > _MAX_UNDERLINED_WORDS and span.text.endswith(".")
    titled = len(span.starts) > 1 and span.strong[:1] == ((0, span.starts[1][0] - 1),)
    return Paragraph(span) if ruled and (long or titled) else Heading(span, int(token.tag[1]))


def _without_box(span: Span) -> Span:
    """Cut the box off an item of a task list."""
    return cut_head(span, 4) if span.text[:4].lower() in ("[ ] ", "[x] ") else span
