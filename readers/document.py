"""The one form every reader gives: a document of blocks, each with its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

__all__ = [
    "Block",
    "Definition",
    "Document",
    "Dropped",
    "Heading",
    "Item",
    "Link",
    "Paragraph",
    "Row",
    "Span",
    "Table",
]


class Link(NamedTuple):
    """A hyperlink: the characters ``start`` to ``end`` of the span's text lead to ``target``, as written."""

    start: int
    end: int
    target: str


class Span(NamedTuple):
    """A run of text as a reader sees it, without mark-up, and where its characters stand in the source.

    ``starts`` holds (offset, line) pairs in rising order: from that offset on, the text is on that line,
    counted from 1. Lines of one paragraph are joined by a single space. ``strong`` are the offsets of bold,
    ``breaks`` those at which the writer began a new line on purpose (a hard break). ``anchors`` are the names by
    which a link can lead here.
    """

    text: str
    starts: tuple[tuple[int, int], ...]
    links: tuple[Link, ...] = ()
    strong: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line that the text begins on."""
        return self.starts[0][1]

    def line_at(self, offset: int) -> int:
        """Give the line on which the character at an offset stands.

        >>> Span("one two", ((0, 3), (4, 4))).line_at(5)
        4
        """
        return self.starts[max(0, bisect_right(self.starts, (offset, float("inf"))) - 1)][1]


class Heading(NamedTuple):
    """A heading and its level: 1 to 6, or 0 where the form does not tell (a bare line of a plain text)."""

    span: Span
    level: int


class Paragraph(NamedTuple):
    """A paragraph."""

    span: Span


class Item(NamedTuple):
    """A list item: ``depth`` from 0, ``ordered`` if the list is numbered; further paragraphs in ``more``."""

    span: Span
    depth: int = 0
    ordered: bool = False
    more: tuple[Span, ...] = ()


class Row(NamedTuple):
    """A row of a table: its cells, its line, and what stands between cells where the row is quoted."""

    cells: tuple[Span, ...]
    line: int
    border: str = " | "

    @property
    def span(self) -> Span:
        """Give all of the row as one text.

        >>> Row((Span("PM", ((0, 3),)), Span("a role", ((0, 4),))), 3).span
        Span(text='PM | a role', starts=((0, 3), (5, 4)), links=(), strong=(), breaks=(), anchors=())
        """
        starts, length = [(0, self.line)], 0
        for cell in self.cells:
            starts += [(length + offset, line) for offset, line in cell.starts if line > starts[-1][1]]
            length += len(cell.text) + len(self.border)
        return Span(self.border.join(cell.text for cell in self.cells), tuple(starts))


class Table(NamedTuple):
    """A table: the header's cells (empty where there is none) and the rows below it."""

    header: tuple[Span, ...]
    rows: tuple[Row, ...]
    line: int


class Definition(NamedTuple):
    """A term, what is said of it, and ``others`` of its names, where the form pairs them (a definition list)."""

    term: Span
    details: tuple[Span, ...]
    others: tuple[Span, ...] = ()


Block: TypeAlias = Heading | Paragraph | Item | Table | Definition


class Dropped(NamedTuple):
    """A part of a source that a reader leaves out because it is no content: its line, how it begins, and why."""

    line: int
    text: str
    reason: str


class Document(NamedTuple):
    """A document as read: its name (a relative path with forward slashes), form, front matter and blocks.

    ``form`` is the name of its reader. The keys of ``meta`` are in lower case. ``language`` is a BCP 47 tag,
    empty where none is named. ``dropped`` is what was left out as no content.
    """

    name: str
    form: str
    blocks: tuple[Block, ...]
    meta: Mapping[str, object] = {}
    language: str = ""
    dropped: tuple[Dropped, ...] = ()
