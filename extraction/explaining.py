"""What became of a document, block by block: what each was taken for, and what its sentences state."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.layout.sections import announcer_of
from rolegraph.extraction.recognition.recognition import recognise
from rolegraph.extraction.sheets.column_titles import ColumnTitles
from rolegraph.ontology import Ontology, load
from rolegraph.readers import Block, Definition, Document, Item, Span, Table

if TYPE_CHECKING:
    from rolegraph.extraction.building import Build
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.layout.sections import Announcer
    from rolegraph.extraction.recognition.recognised import Recognised

__all__ = ["Explained", "explain"]

_NEAR = 40  # how many entries around a place are looked at


class Explained(NamedTuple):
    """A block of a document: its line, what it is in the document, what became of it, how much it states, its text."""

    line: int
    block: str
    fate: str
    statements: int
    text: str


def explain(
    document: Document,
    build: Build,
    ontology: Ontology | None = None,
    columns: Mapping[str, str] | None = None,
) -> list[Explained]:
    """Tell of each block of a document what became of it in a build, whose ontology and columns are to be given.

    ``fate`` names the term that the block begins, defines or goes on with, what its heading announces, or why it was
    left out; ``statements`` counts the evidence on its lines.
    """
    ontology = ontology or load()
    announcer, titles = announcer_of(ontology), ColumnTitles(ontology, columns)
    languages = {source.name: source.language for source in build.graph.sources()}
    document = document._replace(language=languages.get(document.name, document.language))
    found = recognise(document, ontology, announcer, titles)
    _qualify(found.entries, document.name, build)
    stated: dict[int, list[str]] = {}
    for each in build.evidence:
        if each.place.source.endswith(f"/source/{document.name}"):
            stated.setdefault(each.place.first, []).append(each.quote.value)
    pieces = [piece for block in document.blocks for piece in _pieces(block)]
    shared = Counter(piece.reach()[0] for piece in pieces)
    crowded = {line for line, times in shared.items() if times > 1}
    fates = _Fates(found, announcer, crowded)
    return [
        Explained(first, piece.kind, fates.of(piece, first, last), _count(stated, piece, crowded), piece.text)
        for piece in pieces
        for first, last in [piece.reach()]
    ]


def _qualify(entries: Sequence[Entry], source: str, build: Build) -> None:
    """Give homonyms the labels that they have in the graph."""
    labels = {
        (text.value, place.first): term.label.value
        for term in build.terms
        for place in term.places
        if place.source.endswith(f"/source/{source}")
        for text in term.alternatives
        if term.label.value.startswith(f"{text.value} (")
    }
    for entry in entries:
        entry.label = labels.get((entry.label, entry.first), entry.label)


def _count(stated: Mapping[int, Sequence[str]], piece: _Piece, crowded: Collection[int]) -> int:
    """Count the quotes on the lines of a piece; on a line of several pieces, those that stand in it."""
    first, last = piece.reach()
    quotes = [quote for line in range(first, last + 1) for quote in stated.get(line, ())]
    return sum(first not in crowded or piece.holds(quote) for quote in quotes)


class _Piece(NamedTuple):
    """A block, or a row of a table, by its kind and its texts."""

    kind: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return " | ".join(span.text for span in self.spans if span.text)

    def holds(self, text: str) -> bool:
        """Tell whether a text stands in the piece."""
        return any(text in span.text for span in self.spans)

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

    def __init__(self, found: Recognised, announcer: Announcer, shared: Collection[int]) -> None:
        self._announcer, self._shared = announcer, shared
        self._entries = sorted(found.entries, key=lambda entry: entry.first)
        self._firsts = [entry.first for entry in self._entries]
        self._skipped = {(skip.line, skip.text): skip.reason for skip in found.skipped}
        self._titles = {
            skip.line: skip.reason for skip in found.skipped if skip.text and skip.line not in shared
        }
        self._placed: set[int] = set()
        self._groups = {name for entry in found.entries for name in entry.collections}

    def of(self, piece: _Piece, first: int, last: int) -> str:
        """Tell what became of a piece that reaches from one line to another."""
        heading = piece.kind == "heading"
        texts = (piece.text, piece.spans[0].text if piece.spans else "")
        skipped = [self._skipped.get((first, text)) for text in texts]
        said = next(filter(None, skipped), None)
        reason = said or (self._titles.get(first) if heading else None)
        if reason:
            return f"left out: {reason}"
        begun = self._begun(piece, first, last)
        above = piece.kind == "row" and not begun and first < min(self._firsts, default=0)
        if piece.kind == "titles" or above:
            return "titles of columns"
        if begun:
            return f"term {_named(begun)}"
        return self._of_heading(piece.spans[0].text) if heading else self._within(piece, first)

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

    def _within(self, piece: _Piece, line: int) -> str:
        """Tell which entry a line belongs to: the last that began above it and reaches down to it."""
        if line in self._shared:
            return self._by_text(piece, line)
        number = bisect_left(self._firsts, line + 1)
        for entry in reversed(self._entries[max(0, number - _NEAR) : number]):
            if entry.definition and entry.definition.line <= line <= entry.definition.starts[-1][1]:
                return f"definition of {entry.label}"
            if line <= entry.last:
                return f"text of {entry.label}"
        return "not used"

    def _begun(self, piece: _Piece, first: int, last: int) -> list[Entry]:
        """Give the entries that begin on some lines; on a line of several pieces, to the first that names each."""
        begun = self._entries[bisect_left(self._firsts, first) : bisect_left(self._firsts, last + 1)]
        if first not in self._shared:
            return begun
        waiting = (entry for entry in begun if id(entry) not in self._placed)
        own = [entry for entry in islice(waiting, _NEAR) if _heads(piece, entry)]
        self._placed.update(map(id, own))
        return own

    def _by_text(self, piece: _Piece, line: int) -> str:
        """Tell which entry of a line has the text of a piece."""
        for entry in self._entries:
            if entry.first <= line <= entry.last and entry.definition and piece.holds(entry.definition.text):
                return f"definition of {entry.label}"
        for entry in self._entries:
            if entry.first <= line <= entry.last and any(piece.holds(span.text) for span in entry.spans()):
                return f"text of {entry.label}"
        return "not used"


def _heads(piece: _Piece, entry: Entry) -> bool:
    """Tell whether a piece is a name of an entry, has one for a cell, or begins with one that it defines."""
    names = tuple(name.casefold() for name in (*entry.names(), *(name for name, _ in entry.translations)))
    texts = [span.text.casefold() for span in piece.spans]
    defines = entry.definition is not None and piece.holds(entry.definition.text)
    return any(text in names or (defines and text.startswith(names)) for text in texts)


def _named(entries: Sequence[Entry]) -> str:
    return ", ".join(dict.fromkeys(_names(entries)))


def _names(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        short = f" ({', '.join(entry.abbreviations)})" if entry.abbreviations else ""
        yield f"{entry.label}{short}"
