"""The elements of a web page, read into blocks: headings, paragraphs, items, tables and definition pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from rolegraph.readers.boilerplate import Furniture, is_mute
from rolegraph.readers.document import Block, Definition, Dropped, Heading, Item, Paragraph, Span
from rolegraph.readers.encodings import clean
from rolegraph.readers.pagecells import Cell, read_rows
from rolegraph.readers.pagelines import LineText, Piece, join_spans
from rolegraph.readers.pagetags import PARTS, TITLES, is_card, meaning, read_preformatted, stands_apart
from rolegraph.readers.pagetree import Element, Words, text_of, words_below
from rolegraph.readers.spans import cut_head, cut_tail

__all__ = ["PageBlocks", "dropped"]

_FRAMES = {
    "li": "_end_item",
    "dl": "_end_definitions",
    "dt": "_end_term",
    "dd": "_end_detail",
    "table": "_end_table",
    "td": "_end_cell",
    "th": "_end_cell",
}
_BLOCKS = TITLES | PARTS | _FRAMES.keys()
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_MAX_NESTING, _MAX_QUOTE, _MAX_TERMS = 40, 80, 20
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_LETTER = re.compile(r"[^\W_]")

_Closing: TypeAlias = Callable[[], None]


class _Frame:
    """An element that is open and gathers blocks: the page, an item, a list of terms, a term, a table, a cell."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.pieces: list[Piece] = []
        self.terms: list[Span] = []
        self.details: list[Span] = []
        self.rest: list[Piece] = []
        self.rows: list[list[Cell]] = []


class PageBlocks:
    """Reads the elements of a page one after the other; ``dropped`` is what was no content."""

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture
        self._frames = [_Frame("page")]
        self._closed = self._frames[0]
        self._lists: list[bool] = []
        self._text = LineText()
        self._title = self._heading = ""
        self._expansions: list[tuple[str, Element]] = []
        self.dropped: list[Dropped] = []

    def read(self, root: Element) -> list[Piece]:
        """Give the blocks below an element."""
        stack: list[tuple[Iterator[Element | Words], _Closing]] = [(iter(root.children), self._flush)]
        while stack:
            child = next(stack[-1][0], None)
            if child is None:
                stack.pop()[1]()
            elif isinstance(child, Words):
                self._text.add(child)
            elif not is_mute(child) and not self._is_dropped(child):
                stack.append((iter(child.children), self._enter(child)))
        self._end_group(self._frames[0])
        return self._frames[0].pieces

    def read_title(self, element: Element) -> list[Piece]:
        """Give the title of the page, which stands outside its main part."""
        text = LineText()
        for words in words_below(element):
            text.add(words)
        span, _ = text.take()
        return [Piece(Heading(span, 1))] if span.text else []

    def _is_dropped(self, element: Element) -> bool:
        """Tell whether an element is left out, or has just been read as a whole."""
        if element.tag == "pre":
            self._read_preformatted(element)
            return True
        reason = "title of a table" if element.tag == "caption" else self._furniture.reason(element)
        if reason and element.size and not reason.startswith("link to"):
            self.dropped.append(dropped(element, reason))
        return bool(reason)

    def _enter(self, element: Element) -> _Closing:
        """Begin what an element stands for, and say how it ends."""
        tag = element.tag if self._title else meaning(element, self._frames[-1].kind in ("dt", "td", "th"))
        block = tag in _BLOCKS
        if block:
            self._break(element)
        self._text.open(element)
        if block and not self._title:
            return self._enter_block(element, tag)
        return self._enter_inline(element, tag)

    def _enter_inline(self, element: Element, tag: str) -> _Closing:
        if self._text.ends_word() and stands_apart(element):
            self._text.break_line(on_purpose=True)
        if tag == "dfn":
            return self._text.term()
        if tag in ("abbr", "acronym") and element.has("title"):
            self._expansions.append((text_of(element), element))
        if tag in _BOLD or _BOLD_STYLE.search(element.get("style")):
            return self._text.bold()
        if tag == "a" and element.has("href"):
            return self._text.link(element.get("href"))
        if tag == "br":
            self._read_break()
        return self._end_block_in_title if self._title and tag in _BLOCKS else self._text.close

    def _end_block_in_title(self) -> None:
        self._text.break_line()
        self._text.close()

    def _enter_block(self, element: Element, tag: str) -> _Closing:
        if tag in TITLES:
            self._title = tag
            return self._end_title
        if tag in ("ul", "ol"):
            self._lists.append(tag == "ol")
            return self._end_list
        table = self._frames[-1] if self._frames[-1].kind == "table" else None
        if tag == "tr" and table:
            table.rows.append([])
        if tag not in _FRAMES or len(self._frames) > _MAX_NESTING or (tag in ("td", "th") and not table):
            return self._enter_part(element)
        return self._enter_frame(element, tag)

    def _enter_part(self, element: Element) -> _Closing:
        """Begin a paragraph or what holds some; as a whole it can be bold or a link."""
        card = element.parent if element.parent is not None and is_card(element.parent) else None
        names = card is not None and next(e for e in card.children if isinstance(e, Element)) is element
        ending = (
            self._text.link(card.get("href"))
            if card is not None and names
            else self._enter_inline(element, element.tag)
        )

        def end() -> None:
            self._flush()
            ending()

        return end

    def _enter_frame(self, element: Element, tag: str) -> _Closing:
        if tag == "dl":
            self._end_group(self._frames[-1])
        self._frames.append(_Frame(tag))
        ending: Callable[[Element], None] = getattr(self, _FRAMES[tag])
        return lambda: ending(element)

    def _break(self, element: Element) -> None:
        """End a paragraph; within a title, begin a new line."""
        if self._title:
            self._text.break_line()
        else:
            self._flush()
        if element.tag == "div" and self._frames[-1].kind == "dl":
            self._end_group(self._frames[-1])

    def _read_break(self) -> None:
        """Begin a new line; two breaks in a row end a paragraph."""
        if self._text.is_broken() and not self._title:
            self._flush()
        else:
            self._text.break_line(on_purpose=True)

    def _end_title(self) -> None:
        self._text.take_terms()
        span, _ = self._text.take()
        tag, self._title = self._title, ""
        if span.text:
            self._heading = span.text.casefold()
            self._sink(Piece(Heading(span, 0 if tag == "summary" else int(tag[1]))))
            if tag != "h1":
                self._furniture.begin()
        self._text.close()

    def _end_list(self) -> None:
        self._flush()
        self._lists.pop()
        self._text.close()

    def _flush(self) -> None:
        """End the paragraph that is open, if it holds any text; one that defines terms by the way is about these."""
        terms = self._text.take_terms()
        span, signature = self._text.take()
        if not span.text:
            return
        inner = [cut_tail(cut_head(span, start), end - start) for start, end in terms[:_MAX_TERMS] if start]
        inner = [term for term in inner if term.text and term.text.casefold() != self._heading]
        if inner and self._frames[-1].kind == "page":
            self._sink_all([Piece(Definition(term, (span,))) for term in inner])
        else:
            self._sink(Piece(Paragraph(span), signature))

    def _sink(self, piece: Piece) -> None:
        """Put a block into the frame that is open; behind a term it is what is said of it."""
        frame = self._frames[-1]
        block = piece.block
        if frame.terms and isinstance(block, Paragraph | Item) and (frame.kind == "dl" or not frame.details):
            frame.details += _spans(block)
            return
        if frame.terms and not (frame.kind == "dl" and isinstance(block, Definition)):
            self._end_group(frame)
        frame.pieces.append(piece)

    def _end_item(self, element: Element) -> None:
        """Make an item of the paragraphs of an element; one that holds headings or terms is a mere frame."""
        pieces = self._close_frame()
        if any(isinstance(piece.block, Heading | Definition) for piece in pieces):
            self._sink_all(pieces)
            return
        paragraphs = [piece for piece in pieces if isinstance(piece.block, Paragraph)]
        if paragraphs:
            spans = [span for piece in paragraphs for span in _spans(piece.block)]
            depth = max(0, len(self._lists) - 1)
            item = Item(spans[0], min(depth, _MAX_NESTING), self._lists[-1:] == [True], tuple(spans[1:]))
            self._sink(Piece(item, paragraphs[0].signature))
        self._sink_all([piece for piece in pieces if not isinstance(piece.block, Paragraph)])

    def _end_term(self, element: Element) -> None:
        pieces = self._close_frame()
        frame = self._frames[-1]
        if frame.details:
            self._end_group(frame)
        spans = [span for piece in pieces for span in _spans(piece.block)]
        if spans:
            term = join_spans(spans)
            frame.terms += [term, *self._expanded(term)]
            self._furniture.begin()

    def _expanded(self, term: Span) -> Iterator[Span]:
        """Yield the full name of a term that is marked as an abbreviation as a whole."""
        for short, element in self._expansions:
            if short == term.text and (full := " ".join(clean(element.get("title")).split())):
                yield Span(full, ((0, element.line),))
        self._expansions = []

    def _end_detail(self, element: Element) -> None:
        pieces = self._close_frame()
        frame = self._frames[-1]
        if not frame.terms:
            self._sink_all(pieces)
            return
        for piece in pieces:
            if isinstance(piece.block, Paragraph | Item):
                frame.details += (_without_number(span) for span in _spans(piece.block))
            elif not isinstance(piece.block, Heading):
                frame.rest.append(piece)

    def _end_definitions(self, element: Element) -> None:
        self._end_group(self._frames[-1])
        self._sink_all(self._close_frame())

    def _end_group(self, frame: _Frame) -> None:
        """Make a definition of the terms and details gathered in a frame; terms without any stand each alone."""
        terms, details, rest = frame.terms, tuple(frame.details), frame.rest
        frame.terms, frame.details, frame.rest = [], [], []
        while len(terms) > 1 and len(_LETTER.findall(terms[0].text)) == 1:
            frame.pieces.append(Piece(Heading(terms.pop(0), 0)))
        if details or not terms:
            frame.pieces += [Piece(Definition(terms[0], details, tuple(terms[1:])))] if terms else []
        else:
            frame.pieces += [Piece(Definition(term, ())) for term in terms]
        frame.pieces += rest

    def _end_cell(self, element: Element) -> None:
        pieces = self._close_frame()
        table = self._frames[-1]
        table.rows = table.rows or [[]]
        table.rows[-1].append(Cell(element, tuple(pieces)))

    def _end_table(self, element: Element) -> None:
        pieces = self._close_frame()
        rows = [row for row in self._closed.rows if row]
        for each in read_rows(element, rows):
            if isinstance(each, Dropped):
                self.dropped.append(each)
            else:
                self._sink(each)
        self._sink_all(pieces)
        self._furniture.begin()

    def _close_frame(self) -> list[Piece]:
        self._flush()
        self._text.close()
        self._end_group(self._frames[-1])
        self._closed = self._frames.pop()
        return self._closed.pieces

    def _sink_all(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            self._sink(piece)

    def _read_preformatted(self, element: Element) -> None:
        """Read what is set with its line breaks as a plain text, unless it is code."""
        self._flush()
        blocks = read_preformatted(element)
        if not blocks:
            self.dropped.append(dropped(element, "code"))
        for block in blocks:
            self._sink(Piece(block))


def dropped(element: Element, reason: str) -> Dropped:
    """Say of an element that it is left out, and why."""
    words = (each.line for each in words_below(element, _MAX_QUOTE) if each.text.strip())
    return Dropped(next(words, element.line), text_of(element)[:_MAX_QUOTE], reason)


def _without_number(span: Span) -> Span:
    """Cut the number off one of several meanings."""
    match = _NUMBER.match(span.text)
    return cut_head(span, match.end()) if match else span


def _spans(block: Block) -> list[Span]:
    if isinstance(block, Paragraph | Heading):
        return [block.span]
    return [block.span, *block.more] if isinstance(block, Item) else []
