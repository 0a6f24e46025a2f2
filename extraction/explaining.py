"""What became of a document, block by block: what each was taken for, and what its sentences state."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.forms.recognition import recognise
from rolegraph.extraction.forms.sections import Announcer
from rolegraph.ontology import Ontology, load
from rolegraph.readers import Block, Definition, Document, Item, Span, Table

if TYPE_CHECKING:
    from rolegraph.extraction.building import Build
    from rolegraph.extraction.forms.entries import Entry
    from rolegraph.extraction.forms.recognised import Recognised

__all__ = ["Explained", "explain"]


class Explained(NamedTuple):
    """A block of a document: its line, what it is in the document, what became of it, how much it states, its text."""

    line: int
    block: str
    fate: str
    statements: int
    text: str


def explain(document: Document, build: Build, ontology: Ontology | None = None) -> list[Explained]:
    """Tell of each block of a document what became of it in a build.

    ``fate`` names the term that the block begins, defines or goes on with, what its heading announces, or why it was
    left out; ``statements`` counts the evidence on its lines.
    """
    announcer = Announcer(ontology or load())
    languages = {source.name: source.language for source in build.graph.sources()}
    document = document._replace(language=languages.get(document.name, document.language))
    found = recognise(document, ontology or load(), announcer)
    stated = Counter(
        each.place.first for each in build.evidence if each.place.source.endswith(f"/source/{document.name}")
    )
    fates = _Fates(found, announcer)
    return [
        Explained(first, piece.kind, fates.of(piece, first, last), _count(stated, first, last), piece.text)
        for piece in (piece for block in document.blocks for piece in _pieces(block))
        for first, last in [piece.reach()]
    ]


def _count(stated: Counter[int], first: int, last: int) -> int:
    return sum(stated[line] for line in range(first, last + 1))


class _Piece(NamedTuple):
    """A block, or a row of a table, by its kind and its texts."""

    kind: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return " | ".join(span.text for span in self.spans if span.text)

    def reach(self) -> tuple[int, int]:
        """Give the first and the last line."""
        lines = [line for span in self.spans for _, line in span.starts] or [1]
        return min(lines), max(lines)


def _pieces(block: Block) -> Iterator[_Piece]:
    if isinstance(block, Table):
        if block.header:
            yield _Piece("titles", block.header)
        yield from (_Piece("row", row.cells) for row in block.rows)
    elif isinstance(block, Definition):
        yield _Piece("definition", (block.term, *block.others, *block.details))
    else:
        yield _Piece(
            type(block).__name__.lower(), (block.span, *(block.more if isinstance(block, Item) else ()))
        )


class _Fates:
    """What became of the lines of a document."""

    def __init__(self, found: Recognised, announcer: Announcer) -> None:
        self._announcer = announcer
        self._entries = sorted(found.entries, key=lambda entry: entry.first)
        self._firsts = [entry.first for entry in self._entries]
        self._skipped = {(skip.line, skip.text): skip.reason for skip in found.skipped}
        self._titles = {skip.line: skip.reason for skip in found.skipped if skip.text}
        self._groups = {name for entry in found.entries for name in entry.collections}

    def of(self, piece: _Piece, first: int, last: int) -> str:
        """Tell what became of a piece that reaches from one line to another."""
        heading = piece.kind == "heading"
        texts = (piece.text, piece.spans[0].text if piece.spans else "")
        skipped = [self._skipped.get((first, text)) for text in texts]
        reason = self._titles.get(first) if heading else next(filter(None, skipped), None)
        if reason:
            return f"left out: {reason}"
        begun = self._entries[bisect_left(self._firsts, first) : bisect_left(self._firsts, last + 1)]
        above = piece.kind == "row" and not begun and first < min(self._firsts, default=0)
        if piece.kind == "titles" or above:
            return "titles of columns"
        if begun:
            return f"term {_named(begun)}"
        return self._of_heading(piece.spans[0].text) if heading else self._within(first)

    def _of_heading(self, title: str) -> str:
        if title in self._groups:
            return "collection"
        if title.endswith("?"):
            return "question"
        reading = self._announcer.relation(title)
        if reading:
            return f"section of {reading.relation.name}"
        kind = self._announcer.kind(title)
        return f"section of {kind}" if kind and kind != "collection" else "heading"

    def _within(self, line: int) -> str:
        """Tell which entry a line belongs to: the last that began above it and reaches down to it."""
        number = bisect_left(self._firsts, line + 1)
        for entry in reversed(self._entries[max(0, number - 40) : number]):
            if entry.definition and entry.definition.line <= line <= entry.definition.starts[-1][1]:
                return f"definition of {entry.label}"
            if line <= entry.last:
                return f"text of {entry.label}"
        return "not used"


def _named(entries: Sequence[Entry]) -> str:
    return ", ".join(dict.fromkeys(_names(entries)))


def _names(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        short = f" ({', '.join(entry.abbreviations)})" if entry.abbreviations else ""
        yield f"{entry.label}{short}"
