"""The elements of a web page, read into blocks: headings, paragraphs, items, tables and definition pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from rolegraph.readers.boilerplate import Furniture, is_toggle
from rolegraph.readers.document import Block, Definition, Dropped, Heading, Item, Paragraph, Span
from rolegraph.readers.pagecells import Cell, read_rows
from rolegraph.readers.pagelines import LineText, Piece, join_spans
from rolegraph.readers.pagetree import Element, Words, text_of, words_below
from rolegraph.readers.text import text_blocks

__all__ = ["PageBlocks"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLES = _HEADINGS | {"summary"}
_PARTS = frozenset(
    "html body main section article header footer aside nav form fieldset legend blockquote center figure figcaption "
    "address hgroup details p div dir menu ul ol search hr tbody thead tfoot tr caption".split()
)
_FRAMES = {
    "li": "_end_item",
    "dl": "_end_definitions",
    "dt": "_end_term",
    "dd": "_end_detail",
    "table": "_end_table",
    "td": "_end_cell",
    "th": "_end_cell",
}
_BLOCKS = _TITLES | _PARTS | _FRAMES.keys()
_BOLD = frozenset({"b", "strong", "dfn"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CODE = re.compile(r"[{};]\s*$|^\s*[$>#]\s|</|==|\(\)|:=", re.MULTILINE)
_MAX_NESTING, _MAX_QUOTE = 40, 80
_LETTER = re.compile(r"[^\W_]")

_Closing: TypeAlias = Callable[[], None]


class _Frame:
    """An element that is open and gathers blocks: the page, an item, a list of definitions, one of its parts, a table."""

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
        self._title = ""
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
            elif not self._furniture.is_mute(child) and not self._is_dropped(child):
                stack.append((iter(child.children), self._enter(child)))
        self._end_group(self._frames[0])
        return self._frames[0].pieces

    def _is_dropped(self, element: Element) -> bool:
        """Tell whether an element is left out, or has just been read as a whole."""
        if element.tag == "pre":
            self._read_preformatted(element)
            return True
        reason = self._furniture.reason(element)
        if reason and element.size and reason != "link to itself":
            self._drop(element, reason)
        return bool(reason)

    def _drop(self, element: Element, reason: str) -> None:
        line = next((words.line for words in words_below(element) if words.text.strip()), element.line)
        self.dropped.append(Dropped(line, text_of(element)[:_MAX_QUOTE], reason))

    def _enter(self, element: Element) -> _Closing:
        """Begin what an element stands for, and say how it ends."""
        tag = self._kind(element)
        block = tag in _BLOCKS
        if block:
            self._break(element)
        self._text.open(element)
        if block and not self._title:
            return self._enter_block(element, tag)
        if tag in _BOLD or _BOLD_STYLE.search(element.get("style")):
            return self._text.bold()
        if tag == "a" and element.has("href"):
            return self._text.link(element.get("href"))
        if tag == "br":
            self._read_break()
        return self._text.close

    def _enter_block(self, element: Element, tag: str) -> _Closing:
        if tag in _TITLES:
            self._title = tag
            return self._end_title
        if tag in ("ul", "ol"):
            self._lists.append(tag == "ol")
            return self._end_list
        if tag == "tr" and self._frames[-1].kind == "table":
            self._frames[-1].rows.append([])
        if tag not in _FRAMES or len(self._frames) > _MAX_NESTING:
            return self._end_part
        if tag in ("td", "th") and self._frames[-1].kind != "table":
            return self._end_part
        return self._enter_frame(element, tag)

    def _enter_frame(self, element: Element, tag: str) -> _Closing:
        if tag == "dl":
            self._end_group(self._frames[-1])
        self._frames.append(_Frame(tag))
        ending: Callable[[Element], None] = getattr(self, _FRAMES[tag])
        return lambda: ending(element)

    def _kind(self, element: Element) -> str:
        """Tell what an element stands for: its tag, unless its role or what it is a property of says more."""
        tag, role = element.tag, element.get("role")
        if not element.attributes or self._title or tag in _TITLES:
            return tag
        if role == "heading":
            level = element.get("aria-level")
            return f"h{level}" if level in tuple("123456") else "h2"
        if (tag == "button" or role == "button") and is_toggle(element):
            return "summary" if self._frames[-1].kind not in ("dt", "td", "th") else tag
        return _property(element) or tag

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

    def _end_part(self) -> None:
        if self._title:
            self._text.break_line()
        else:
            self._flush()
        self._text.close()

    def _end_title(self) -> None:
        span, _ = self._text.take()
        tag, self._title = self._title, ""
        if span.text:
            self._sink(Piece(Heading(span, 0 if tag == "summary" else int(tag[1]))))
            if tag != "h1":
                self._furniture.begin()
        self._text.close()

    def _end_list(self) -> None:
        self._flush()
        self._lists.pop()
        self._text.close()

    def _flush(self) -> None:
        """End the paragraph that is open, if it holds any text."""
        span, signature = self._text.take()
        if span.text and not self._title:
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
            frame.terms.append(join_spans(spans))
            self._furniture.begin()

    def _end_detail(self, element: Element) -> None:
        pieces = self._close_frame()
        frame = self._frames[-1]
        if not frame.terms:
            self._sink_all(pieces)
            return
        for piece in pieces:
            if isinstance(piece.block, Paragraph | Item):
                frame.details += _spans(piece.block)
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
        lines: list[tuple[str, int]] = []
        for words in words_below(element):
            if words.broken or not lines:
                lines.append(("", words.line))
            text, line = lines[-1]
            lines[-1] = (text + words.text, words.line if words.text.strip() else line)
        text = "\n".join(text for text, _ in lines)
        filled = [(number, line) for number, (text, line) in enumerate(lines) if text.strip()]
        first = filled[0][1] - filled[0][0] if filled else 0
        even = all(line - number == first for number, line in filled)
        if not filled or not even or _CODE.search(text) or _holds(element, "code"):
            self._drop(element, "code")
            return
        for block in text_blocks(text, first):
            self._sink(Piece(block))


def _holds(element: Element, tag: str) -> bool:
    return any(isinstance(child, Element) and child.tag == tag for child in element.children)


def _spans(block: Block) -> list[Span]:
    if isinstance(block, Paragraph | Heading):
        return [block.span]
    return [block.span, *block.more] if isinstance(block, Item) else []


_TERM_PROPERTIES = {"name": "dt", "description": "dd"}
_QUESTION_PROPERTIES = {"name": "summary"}


def _property(element: Element) -> str:
    """Tell what a property of a defined term or a question stands for (schema.org microdata)."""
    name = element.get("itemprop")
    if name not in _TERM_PROPERTIES:
        return ""
    above = element.parent
    for _ in range(_MAX_NESTING):
        if above is None or above.has("itemscope"):
            break
        above = above.parent
    kind = above.get("itemtype").rpartition("/")[2] if above is not None else ""
    return {"DefinedTerm": _TERM_PROPERTIES, "Question": _QUESTION_PROPERTIES}.get(kind, {}).get(name, "")
