"""AsciiDoc: sections, lists of terms, lists, tables, cross references; remarks, code and attributes are left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rolegraph.readers.asciidoc_attributes import ATTRIBUTE, with_values
from rolegraph.readers.asciidoc_inline import marked_span
from rolegraph.readers.document import Block, Definition, Document, Heading, Item, Paragraph, Row, Span, Table
from rolegraph.readers.frontmatter import language_of

__all__ = ["is_asciidoc", "read_asciidoc"]

_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})[ \t]+(?P<title>\S.*?)(?:[ \t]+(?P=marks))?")
_TERM = re.compile(r"(?P<term>\S.*?)(?:::{1,3}|;;)(?:[ \t]+(?P<text>\S.*))?")
_ITEM = re.compile(r"[ \t]*(?P<mark>\*{1,5}|-|\.{1,5}|\d+\.)[ \t]+(?P<text>\S.*)")
_ANCHOR = re.compile(r"\[\[(?P<name>[^\[\],]+)(?:,[^\[\]]*)?\]\]|\[#(?P<id>[^\[\],.%]+)[^\[\]]*\]")
_LIST_OF_ATTRIBUTES = re.compile(r"\[[^\[\]]*\]")
_FENCE = re.compile(r"(?P<mark>-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}\w*)")  # code, or remarks
_BORDER = re.compile(r"={4,}|\*{4,}|_{4,}|--|'{3,}|<{3,}")
_TABLE = re.compile(r"[|,!:]={3,}")
_CELL = re.compile(r"(?<!\\)(?:\d*\.?\d*[+*])?[<^>]?(?:\.[<^>])?[a-z]?\|")
_COLUMNS = re.compile(r"""cols\s*=\s*["']?(?P<cols>[^"'\]]+)""")
_REPEATED = re.compile(r"(\d+)\*")
_NOTHING = re.compile(r"(?:\{empty\}|\{sp\}|\{nbsp\}|\+|\s)+")
_MACRO = re.compile(
    r"(?:include|image|video|audio|toc|ifdef|ifndef|ifeval|endif|link|anchor|index)::[^\[\]]*\["
)
_LISTS_TERMS = re.compile(r"^\[glossary[^\]\n]*\]$|^\{empty\} \+$|^\[\[[^\]\n]+\]\][^\n]*::$", re.MULTILINE)
_TITLED = re.compile(r"^==? [^\s=].*[^=\s]$", re.MULTILINE)


class _Line(NamedTuple):
    text: str
    number: int


def is_asciidoc(text: str) -> bool:
    r"""Tell whether a plain text has the marks by which AsciiDoc lists terms, and its titles.

    >>> is_asciidoc("== Terms\n\n[glossary]\nSLA::\n  An agreement.\n"), is_asciidoc("== Terms ==\n\nSLA: yes\n")
    (True, False)
    """
    return _LISTS_TERMS.search(text) is not None and _TITLED.search(text) is not None


def read_asciidoc(text: str, name: str) -> Document:
    r"""Read AsciiDoc into blocks; a labeled list gives a definition pair for each of its terms.

    >>> [block] = read_asciidoc("[[sla]]SLA:: An agreement on <<qos,quality>>.", "a.adoc").blocks
    >>> block.term.text, block.term.anchors, block.details[0].text
    ('SLA', ('sla',), 'An agreement on quality.')
    """
    told = with_values(line.rstrip() for line in text.split("\n"))
    lines = [_Line(line, number) for number, line in enumerate(told, 1)]
    reader = _Blocks(lines)
    blocks = tuple(reader.read())
    return Document(name, "asciidoc", blocks, reader.values, language_of(reader.values))


class _Blocks:
    """Reads lines into blocks; keeps what a line of attributes says of the block below it."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._alike = _alike(lines)
        self.values: dict[str, object] = {}
        self._anchors: list[str] = []
        self._attributes = ""

    def read(self) -> Iterator[Block]:
        """Yield the blocks."""
        place = self._header_end()
        while place < len(self._lines):
            end, blocks = self._next(place)
            for block in blocks:
                yield self._anchored(block)
            if blocks:
                self._attributes = ""
            place = max(end, place + 1)

    def _header_end(self) -> int:
        """Go over writers and attributes, which stand right below the title of a document, and give its line."""
        first = 0
        while first < len(self._lines):
            text = self._lines[first].text
            if fence := _FENCE.fullmatch(text):
                first = self._closing(first, fence["mark"])
            elif not self._takes(text):
                break
            first += 1
        title = _HEADING.fullmatch(self._lines[first].text) if first < len(self._lines) else None
        if title is None or len(title["marks"]) > 1:
            return first
        for place in range(first + 1, len(self._lines)):
            if not self._lines[place].text:
                self._lines = [*self._lines[: first + 1], *self._lines[place:]]
                self._alike = _alike(self._lines)
                break
            self._takes(self._lines[place].text)
        return first

    def _next(self, place: int) -> tuple[int, list[Block]]:
        """Read what begins at a place: where it ends, and its blocks."""
        line = self._lines[place]
        if fence := _FENCE.fullmatch(line.text):
            return self._closing(place, fence["mark"]) + 1, []
        if _TABLE.fullmatch(line.text):
            end = self._closing(place, line.text)
            return end + 1, self._table(self._lines[place + 1 : end])
        if self._takes(line.text):
            return place + 1, []
        if heading := _HEADING.fullmatch(line.text):
            return place + 1, [_heading(heading, line.number)]
        if item := _ITEM.fullmatch(line.text):
            end = self._text_end(place + 1)
            return end, [self._item(item, place, end)]
        if _TERM.fullmatch(line.text) and not line.text.startswith((".", "|")):
            return self._pair(place)
        end = self._text_end(place + 1)
        span = _span(self._lines[place:end])
        return end, [Paragraph(span)] if span.text else []

    def _takes(self, text: str) -> bool:
        """Take a line that is no text: blank, an attribute, a remark, the name or the title of a block."""
        if not text or _NOTHING.fullmatch(text) or _BORDER.fullmatch(text):
            return True
        if attribute := ATTRIBUTE.fullmatch(text):
            self.values[attribute["name"].lower()] = attribute["value"] or ""
            return True
        anchor = _ANCHOR.fullmatch(text)
        if anchor:
            self._anchors.append(anchor["name"] or anchor["id"])
        if _LIST_OF_ATTRIBUTES.fullmatch(text):
            self._attributes += text
        whole = anchor or _LIST_OF_ATTRIBUTES.fullmatch(text) or _MACRO.match(text)
        return bool(whole) or text.startswith("//") or bool(re.match(r"\.\w", text))

    def _closing(self, place: int, mark: str) -> int:
        """Give the line that closes what a line opens; where none does, the one before the next blank line."""
        mark = mark.rstrip("abcdefghijklmnopqrstuvwxyz") if mark.startswith("`") else mark
        for wanted in (mark, ""):
            places = self._alike.get(wanted, [])
            after = bisect_right(places, place)
            if after < len(places):
                return places[after] - (wanted == "")
        return len(self._lines)

    def _text_end(self, place: int) -> int:
        """Give where a run of lines of text ends that goes on at a place."""
        while place < len(self._lines) and not self._parts(self._lines[place].text):
            place += 1
        return place

    def _parts(self, text: str) -> bool:
        """Tell a line that ends the text above it."""
        marks = (_HEADING, _ITEM, _FENCE, _BORDER, _TABLE, _NOTHING, _LIST_OF_ATTRIBUTES, ATTRIBUTE)
        if not text or any(mark.fullmatch(text) for mark in marks) or text.startswith("//"):
            return True
        term = _TERM.fullmatch(text)
        return term is not None and (term["text"] is None or _is_term(term["term"]))

    def _item(self, item: re.Match[str], place: int, end: int) -> Item:
        first = _Line(item["text"], self._lines[place].number)
        mark = item["mark"]
        depth = 0 if mark == "-" or mark[0].isdigit() else len(mark) - 1
        return Item(_span([first, *self._lines[place + 1 : end]]), depth, mark[0] not in "*-")

    def _pair(self, place: int) -> tuple[int, list[Block]]:
        """Read the terms of a labeled list that stand above one text, and that text with what is joined to it."""
        terms: list[Span] = []
        details: list[Span] = []
        while place < len(self._lines) and (found := _TERM.fullmatch(self._lines[place].text)):
            number = self._lines[place].number
            terms.append(_term(found["term"], number))
            place = self._skip_blanks(place + 1, terms=True) if found["text"] is None else place + 1
            if found["text"] is not None:
                end = self._text_end(place)
                details.append(_span([_Line(found["text"], number), *self._lines[place:end]]))
                place = end
                break
        place = self._details(place, details)
        named, told = [term for term in terms if term.text], [span for span in details if span.text]
        if not named:
            return place, [Paragraph(span) for span in told]
        return place, [Definition(named[0], tuple(told), tuple(named[1:]))]

    def _skip_blanks(self, place: int, *, terms: bool = False) -> int:
        """Go over blank lines where a text follows, or a term."""
        after = place
        while after < len(self._lines) and not self._lines[after].text:
            after += 1
        if after >= len(self._lines):
            return place
        text = self._lines[after].text
        if terms and self._code_end(after, told=False):
            return after
        opens = _TERM.fullmatch(text) is not None and not text.startswith((" ", "\t"))
        return after if (opens and terms and after == place) or not (opens or self._parts(text)) else place

    def _details(self, place: int, details: list[Span]) -> int:
        """Read the text below a term, its items, and the paragraphs that a plus joins to it."""
        while place < len(self._lines):
            text = self._lines[place].text
            item = _ITEM.fullmatch(text)
            if text == "+" or (not text and self._item_follows(place)):
                place += 1
            elif code := self._code_end(place, told=bool(details)):
                place = code if details else self._skip_blanks(code)
            elif item or not (self._parts(text) or details):
                end = self._text_end(place + 1)
                first = _Line(item["text"], self._lines[place].number) if item else self._lines[place]
                details.append(_span([first, *self._lines[place + 1 : end]]))
                place = end
            elif text and self._lines[place - 1].text == "+":
                end = self._text_end(place + 1)
                details.append(_span(self._lines[place:end]))
                place = end
            else:
                break
        return place

    def _code_end(self, place: int, *, told: bool) -> int:
        """Tell where the code ends that is joined to a term, or that stands before its text; 0 for something else."""
        start = place + (_LIST_OF_ATTRIBUTES.fullmatch(self._lines[place].text) is not None)
        fence = _FENCE.fullmatch(self._lines[start].text) if start < len(self._lines) else None
        joined = self._lines[place - 1].text == "+" or not told
        return self._closing(start, fence["mark"]) + 1 if fence and joined else 0

    def _item_follows(self, place: int) -> bool:
        """Tell whether an item stands below a blank line, which belongs to the term above."""
        below = self._lines[place + 1].text if place + 1 < len(self._lines) else ""
        return _ITEM.fullmatch(below) is not None

    def _table(self, lines: Sequence[_Line]) -> list[Block]:
        """Read the cells of a table; as many make a row as are said, or as the first line has."""
        drawn: list[list[_Line]] = []
        width = _width(self._attributes)
        first_row, blank_behind = 0, False
        for place, line in enumerate(lines):
            parts = _CELL.split(line.text)
            if parts[0].strip() and drawn:
                drawn[-1].append(_Line(parts[0], line.number))
            drawn += ([_Line(part, line.number)] for part in parts[1:])
            if drawn and not first_row:
                first_row = len(drawn)
                blank_behind = place + 1 < len(lines) and not lines[place + 1].text
        cells = [_span(each) for each in drawn]
        width = width or first_row
        if not cells or not width:
            return []
        rows = [Row(tuple(cells[at : at + width]), cells[at].line) for at in range(0, len(cells), width)]
        headed = "header" in self._attributes or (blank_behind and first_row == width)
        header = rows[0].cells if headed else ()
        return [Table(header, tuple(rows[1:] if headed else rows), cells[0].line)]

    def _anchored(self, block: Block) -> Block:
        """Give a block the names that stand in lines before it."""
        names, self._anchors = tuple(self._anchors), []
        if not names or isinstance(block, Table):
            return block
        if isinstance(block, Definition):
            return block._replace(term=_named(block.term, names))
        return block._replace(span=_named(block.span, names))


def _alike(lines: Sequence[_Line]) -> dict[str, list[int]]:
    """Give the places of the lines that can close something, by their text; blank lines are there under ""."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if not line.text or _FENCE.fullmatch(line.text) or _TABLE.fullmatch(line.text):
            places.setdefault(line.text, []).append(place)
    return places


def _heading(found: re.Match[str], number: int) -> Heading:
    """Read the title of a section, with the name that is made of its words."""
    span = _span([_Line(found["title"], number)])
    made = "_" + re.sub(r"[^\w]+", "_", span.text.casefold()).strip("_")
    return Heading(_named(span, (made,)), len(found["marks"]))


def _is_term(text: str) -> bool:
    """Tell a term from the code that a text speaks of: "std::map is"."""
    return len(text.split()) <= 12 and not text.endswith((".", ","))


def _term(text: str, number: int) -> Span:
    names = tuple(found["name"] or found["id"] for found in _ANCHOR.finditer(text))
    return _named(_span([_Line(_ANCHOR.sub("", text), number)]), names)


def _named(span: Span, names: tuple[str, ...]) -> Span:
    return span._replace(anchors=(*span.anchors, *names))


def _width(attributes: str) -> int:
    """Give the number of columns that a table is said to have, 0 where none is."""
    found = _COLUMNS.search(attributes)
    if found is None:
        return 0
    parts = [part.strip() for part in re.split(r"[,;]", found["cols"]) if part.strip()]
    return sum(int(many[1]) if (many := _REPEATED.match(part)) else 1 for part in parts)


def _span(lines: Sequence[_Line]) -> Span:
    return marked_span((line.text, line.number) for line in lines)
