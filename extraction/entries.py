"""What an entry holds once its document has been recognised, before its sentences are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.cues import Reading
    from rolegraph.readers import Span, Table

__all__ = ["Announced", "Asked", "Entry", "Passage", "Reference", "Skip"]


class Skip(NamedTuple):
    """A piece of a source that says nothing for the graph: the source's name, its line, its text, and why."""

    source: str
    line: int
    text: str
    reason: str


class Announced(NamedTuple):
    """The relation that a heading announces for the items below it, and the words of the heading."""

    reading: Reading
    heading: str


class Passage(NamedTuple):
    """A run of text to be read for an entry.

    ``announced`` is the relation that a heading gives to its items, ``item`` tells a list item from prose, ``gloss`` a
    text whose unspoken subject is the headword, ``example`` the heading of a section of examples.
    """

    span: Span
    announced: Announced | None = None
    item: bool = False
    gloss: bool = False
    example: str = ""


class Reference(NamedTuple):
    """A term that an entry points to, by name, and the text that does.

    ``redirect`` is for "See X"; ``reading`` is the relation, where it is another than being related.
    """

    name: str
    span: Span
    redirect: bool = False
    reading: Reading | None = None


class Asked(NamedTuple):
    """A question about the headword and the paragraphs that answer it."""

    question: Span
    answers: tuple[Span, ...]


class Entry:
    """A term as one document tells of it; filled block by block while the document is recognised.

    ``variants`` are names that its definition uses and that no other entry may have; ``translations`` and
    ``renderings`` are labels and definitions in further languages, each with its tag; ``collections`` are the category
    headings that the entry stands below.
    """

    def __init__(self, source: str, label: str, first: int, language: str) -> None:
        self.source, self.label, self.language = source, label, language
        self.first = self.last = first
        self.abbreviations: list[str] = []
        self.alternatives: list[str] = []
        self.variants: list[str] = []
        self.translations: list[tuple[str, str]] = []
        self.renderings: list[tuple[str, str]] = []
        self.collections: list[str] = []
        self.classes: list[str] = []
        self.definition: Span | None = None
        self.gloss = False
        self.passages: list[Passage] = []
        self.references: list[Reference] = []
        self.questions: list[Asked] = []
        self.tables: list[Table] = []

    def add_name(self, name: str, *, abbreviation: bool) -> None:
        """Add another name, unless the entry has it."""
        known = {fold(self.label), *map(fold, self.alternatives), *map(fold, self.abbreviations)}
        if fold(name) not in known:
            (self.abbreviations if abbreviation else self.alternatives).append(name)

    def names(self) -> list[str]:
        """Give all names: the label, abbreviations, alternatives."""
        return [self.label, *self.abbreviations, *self.alternatives]

    def reach(self, line: int) -> None:
        """Note that the entry reaches down to a line."""
        self.last = max(self.last, line)

    def spans(self) -> list[Span]:
        """Give all text of the entry."""
        answers = [span for asked in self.questions for span in (asked.question, *asked.answers)]
        return [passage.span for passage in self.passages] + answers
