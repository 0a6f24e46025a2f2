"""What became of a document, block by block: what each was taken for, and what its sentences state."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.recognition import recognise
from rolegraph.extraction.sections import Announcer
from rolegraph.ontology import Ontology, load
from rolegraph.readers import Block, Definition, Document, Heading, Item, Span, Table

if TYPE_CHECKING:
    from rolegraph.extraction.building import Build
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.recognised import Recognised

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
    blocks = [(block, *_reach(block)) for block in document.blocks]
    return [
        Explained(
            first, type(block).__name__.lower(), fates.of(block), _count(stated, first, last), _text(block)
        )
        for block, first, last in blocks
    ]


def _count(stated: Counter[int], first: int, last: int) -> int:
    return sum(stated[line] for line in range(first, last + 1))


def _spans(block: Block) -> list[Span]:
    if isinstance(block, Table):
        return [cell for row in (block.header, *(row.cells for row in block.rows)) for cell in row]
    if isinstance(block, Definition):
        return [block.term, *block.details]
    return [block.span, *(block.more if isinstance(block, Item) else ())]


def _reach(block: Block) -> tuple[int, int]:
    """Give the first and the last line of a block."""
    spans = _spans(block)
    lines = [line for span in spans for _, line in span.starts] or [1]
    return min(lines), max(lines)


def _text(block: Block) -> str:
    return " | ".join(span.text for span in _spans(block) if span.text)


class _Fates:
    """What became of the lines of a document."""

    def __init__(self, found: Recognised, announcer: Announcer) -> None:
        self._announcer = announcer
        self._entries = sorted(found.entries, key=lambda entry: entry.first)
        self._firsts = [entry.first for entry in self._entries]
        self._skipped = {(skip.line, skip.text): skip.reason for skip in found.skipped}
        self._titles = {skip.line: skip.reason for skip in found.skipped if skip.text}
        self._groups = {name for entry in found.entries for name in entry.collections}

    def of(self, block: Block) -> str:
        first, last = _reach(block)
        skipped = self._skipped.get((first, _spans(block)[0].text))
        if isinstance(block, Heading):
            skipped = self._titles.get(first)
        if skipped:
            return f"left out: {skipped}"
        begun = [entry for entry in self._entries if first <= entry.first <= last]
        if begun:
            return f"term {_named(begun)}"
        if isinstance(block, Heading):
            return self._of_heading(block)
        return self._within(first)

    def _of_heading(self, heading: Heading) -> str:
        title = heading.span.text
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
