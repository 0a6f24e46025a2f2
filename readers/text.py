"""Plain text: blocks from nothing but lines, blanks, bullets and short lines that head longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rolegraph.readers.document import Document, Heading, Item, Paragraph, Row, Span, Table
from rolegraph.readers.emphasis import text_span
from rolegraph.readers.frontmatter import language_of, split_front_matter
from rolegraph.readers.headings import Draft, find_headings
from rolegraph.readers.lines import Line, split_lines
from rolegraph.readers.wrapping import find_wrapping

__all__ = ["read_text"]

_SEPARATOR_ROW = re.compile(r"[|+]?[ \t:=-]+(?:[|+][ \t:=-]*)*")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_MAX_UNDERLINED_WORDS = 14


def read_text(text: str, name: str) -> Document:
    r"""Read plain text into blocks.

    Lines broken at a width are joined into paragraphs; where each line is a paragraph they stay apart. A bare
    short line with something longer below becomes a heading of level 0.

    >>> [type(block).__name__ for block in read_text("Offshoring\nWork is done abroad.", "a.txt").blocks]
    ['Heading', 'Paragraph']
    """
    front = split_front_matter(text, name)
    lines = split_lines("\n".join(text.split("\n")[front.lines :]), front.lines + 1)
    blocks = tuple(find_headings(list(_Drafts(lines).read())))
    return Document(name, "text", blocks, front.values, language_of(front.values))


class _Drafts:
    """Cut lines into blocks, one after the other."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._next = 0
        self._wrapping = find_wrapping(lines)
        self._indents: list[int] = []

    def read(self) -> Iterator[Draft]:
        """Yield the blocks; blank lines and rules only part them."""
        while self._next < len(self._lines):
            line = self._lines[self._next]
            self._next += 1
            if line.kind == "item":
                yield self._read_item(line)
                continue
            if line.kind not in ("blank", "rule"):
                self._indents = []
                yield self._read_block(line)

    def _read_block(self, line: Line) -> Draft:
        if line.kind == "heading":
            return Draft(Heading(_span([line]), line.level), (line,))
        if line.kind == "row" or ("|" in line.text and self._peek_separator()):
            return self._read_table(line)
        if level := self._underline_level(line):
            self._next += 1
            return Draft(Heading(_span([line]), level), (line,))
        lines = self._read_joined(line)
        return Draft(Paragraph(_span(lines)), tuple(lines))

    def _peek(self) -> Line | None:
        return self._lines[self._next] if self._next < len(self._lines) else None

    def _peek_separator(self) -> bool:
        line = self._peek()
        return line is not None and "|" in line.body and _SEPARATOR_ROW.fullmatch(line.body) is not None

    def _underline_level(self, line: Line) -> int:
        """Give the level of a heading whose underline comes next: 1 for ``===``, 2 for any other."""
        rule = self._peek()
        if rule is None or rule.kind != "rule" or len(line.body.split()) > _MAX_UNDERLINED_WORDS:
            return 0
        return 1 if rule.body[0] == "=" else 2

    def _read_joined(self, line: Line) -> list[Line]:
        """Take the lines that go on with a paragraph."""
        lines = [line]
        while (following := self._peek()) and following.kind == "text":
            if not self._wrapping.joins(lines[-1], following):
                break
            lines.append(following)
            self._next += 1
        return lines

    def _read_item(self, line: Line) -> Draft:
        while self._indents and self._indents[-1] >= line.indent + 1:
            self._indents.pop()
        if not self._indents or self._indents[-1] < line.indent:
            self._indents.append(line.indent)
        lines = self._read_joined(line)
        more = tuple(self._read_more(line, lines))
        item = Item(_span(lines), len(self._indents) - 1, line.ordered, more)
        return Draft(item, tuple(lines))

    def _read_more(self, item: Line, taken: list[Line]) -> Iterator[Span]:
        """Yield the further paragraphs of an item: lines that stand further in than its marker."""
        while (index := self._next_text()) is not None and self._lines[index].indent > item.indent:
            line = self._lines[index]
            self._next = index + 1
            lines = self._read_joined(line)
            taken += lines
            yield _span(lines)

    def _next_text(self) -> int | None:
        """Give the index of the next line if it is text, or if only one blank line stands before it."""
        for index in range(self._next, min(self._next + 2, len(self._lines))):
            if self._lines[index].kind != "blank":
                return index if self._lines[index].kind == "text" else None
        return None

    def _read_table(self, line: Line) -> Draft:
        lines = [line]
        while (row := self._peek()) and (row.kind == "row" or "|" in row.body):
            lines.append(row)
            self._next += 1
        rows = [Row(_cells(row), row.number) for row in lines if not _SEPARATOR_ROW.fullmatch(row.body)]
        first = next((number for number, row in enumerate(lines) if _SEPARATOR_ROW.fullmatch(row.body)), 0)
        header = rows.pop(0).cells if first and rows else ()
        return Draft(Table(header, tuple(rows), line.number), tuple(lines))


def _span(lines: Sequence[Line]) -> Span:
    return text_span((line.body, line.number) for line in lines)


def _cells(row: Line) -> tuple[Span, ...]:
    cells = _CELL_BORDER.split(row.body.removeprefix("|"))
    cells = cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells
    return tuple(text_span([(cell.replace("\\|", "|"), row.number)]) for cell in cells)
