"""Blocks from nothing but lines: blanks, bullets, indents, and short lines that head longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rolegraph.readers.document import Block, Definition, Dropped, Heading, Item, Paragraph, Span
from rolegraph.readers.emphasis import text_span
from rolegraph.readers.hanging import Hanging, find_hanging, hanging_entry, is_ragged, ragged_entry
from rolegraph.readers.headings import Draft, find_headings
from rolegraph.readers.lines import Line, split_lines
from rolegraph.readers.page_columns import NARROWEST, with_columns_unfolded
from rolegraph.readers.page_marks import without_page_marks
from rolegraph.readers.tables import is_column_rule, read_table, table_length
from rolegraph.readers.titles import is_capital, is_section, is_title, title_span
from rolegraph.readers.wrapping import find_wrapping

__all__ = ["text_blocks"]

_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]+[\"“”»]")  # a term of a contract
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


def text_blocks(text: str, line: int, dropped: list[Dropped] | None = None) -> list[Block]:
    """Read the blocks of a text that begins on a line; ``dropped`` takes what only tells of its pages.

    Lines broken at a width are joined into paragraphs; where each line is a paragraph they stay apart. A bare
    short line with something longer below becomes a heading of level 0.

    >>> text_blocks("- CRM: a system", 7)[0].span.line
    7
    """
    lines = without_page_marks(split_lines(text, line), [] if dropped is None else dropped)
    unfolded = with_columns_unfolded(lines)
    narrow = {"least": NARROWEST} if unfolded != lines else {}
    return find_headings(list(_Drafts(unfolded, **narrow).read()))


class _Drafts:
    """Cut lines into blocks, one after the other."""

    def __init__(self, lines: Sequence[Line], **narrow: int) -> None:
        self._lines = lines
        self._next = 0
        self._wrapping = find_wrapping(lines, **narrow)
        self._column = find_hanging(lines)
        self._ragged = not self._column and is_ragged(lines)
        self._indents: list[int] = []
        self._titled = _numbered_titles(lines)

    def read(self) -> Iterator[Draft]:
        """Yield the blocks; blank lines and rules only part them."""
        while self._next < len(self._lines):
            line = self._lines[self._next]
            if line.kind in ("blank", "rule"):
                self._next += 1
            elif line.number in self._titled:
                self._next += 1
                yield Draft(Heading(title_span(_span([line])), 0), (line,))
            elif line.kind == "item":
                entry = ragged_entry(self._lines, self._next) if self._ragged else None
                yield self._read_hanging(entry) if entry else self._read_item(line)
            else:
                self._indents = []
                yield self._read_block(line)

    def _read_block(self, line: Line) -> Draft:
        if self._ragged and (entry := ragged_entry(self._lines, self._next)):
            return self._read_hanging(entry)
        entry = hanging_entry(self._lines, self._next, self._column) if self._column else None
        if entry and _QUOTED.fullmatch(entry.term):
            return self._read_hanging(entry)
        if length := table_length(self._lines, self._next):
            lines = tuple(self._lines[self._next : self._next + length])
            self._next += length
            return Draft(read_table(lines), lines)
        if entry:
            return self._read_hanging(entry)
        if level := line.level or self._underline_level(line):
            self._next += 1 if line.level else 2
            return Draft(Heading(_span([line]), level), (line,))
        lines = tuple(self._read_joined(line))
        return Draft(Paragraph(_span(lines)), lines)

    def _read_hanging(self, entry: Hanging) -> Draft:
        """Read a term and the definition that hangs beside it."""
        lines = tuple(self._lines[entry.first : entry.end])
        self._next = entry.end
        pieces = [(entry.definition, lines[0].number), *((line.body, line.number) for line in lines[1:])]
        term = text_span([(entry.term, lines[0].number)])
        return Draft(Definition(term, (text_span(piece for piece in pieces if piece[0]),)), lines)

    def _underline_level(self, line: Line) -> int:
        """Give the level of a heading whose underline comes next: 1 for ``===``, 2 for any other.

        A rule of another length below a sentence or an entry only parts it from the next.
        """
        rule = self._lines[self._next + 1] if self._next + 1 < len(self._lines) else line
        if rule.kind != "rule" or len(rule.body) < 3 or is_column_rule(rule):
            return 0
        fits = abs(len(rule.body) - len(line.body)) <= 2
        return (1 if rule.body[0] == "=" else 2) if fits or is_title(line.body) else 0

    def _read_joined(self, line: Line) -> list[Line]:
        """Take a line and those that go on with its paragraph."""
        lines = [line]
        self._next += 1
        while self._next < len(self._lines):
            following = self._lines[self._next]
            goes_on = following.kind == "text" and self._wrapping.joins(lines[-1], following)
            if not goes_on or self._heads_next(following):
                break
            lines.append(following)
            self._next += 1
        return lines

    def _heads_next(self, line: Line) -> bool:
        """Tell whether the line below begins with the words of a short one, as a definition does with its term."""
        below = self._lines[self._next + 1].body if self._next + 1 < len(self._lines) else ""
        opening = _ARTICLE.sub("", below).casefold()
        return is_title(line.body) and opening.startswith(f"{line.body.casefold()} ")

    def _read_item(self, line: Line) -> Draft:
        while self._indents and self._indents[-1] > line.indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < line.indent:
            self._indents.append(line.indent)
        lines = self._read_joined(line)
        item = Item(_span(lines), len(self._indents) - 1, line.ordered)
        return Draft(item._replace(more=tuple(self._read_more(line, lines))), tuple(lines))

    def _read_more(self, item: Line, taken: list[Line]) -> Iterator[Span]:
        """Yield the further paragraphs of an item: lines that stand further in than its marker."""
        while (line := self._next_text()) is not None and line.indent > item.indent:
            lines = self._read_joined(line)
            taken += lines
            yield _span(lines)

    def _next_text(self) -> Line | None:
        """Give the next line if it is text, and go past one blank line before it."""
        for index in range(self._next, min(self._next + 2, len(self._lines))):
            line = self._lines[index]
            if line.kind == "text":
                self._next = index
                return line
            if line.kind != "blank":
                break
        return None


def _numbered_titles(lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines of numbered titles below each of which a text stands further in, as memos have them.

    Two at least, and one is a title that many documents have: "1. Introduction". So are those in capitals.
    """
    said = [line for line in lines if line.body]
    found = [
        line
        for line, below in pairwise(said)
        if line.ordered
        and below.indent > line.indent
        and below.number > line.number + 1
        and is_title(line.body)
    ]
    margin = min((line.indent for line in found), default=0)
    titles = [line for line in found if line.indent == margin]
    known = len(titles) > 1 and any(is_section(line.body) for line in titles)
    large = [
        line
        for line, below in pairwise(said)
        if line.ordered and below.number > line.number + 1 and is_capital(line.body) and is_title(line.body)
    ]
    return frozenset(line.number for line in (*(titles if known else ()), *(large if len(large) > 1 else ())))


def _span(lines: Sequence[Line]) -> Span:
    return text_span((line.body, line.number) for line in lines)
