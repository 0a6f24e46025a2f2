"""What an entry holds once its document has been recognised, before its sentences are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rolegraph.graph.names import fold

# Entries are put on disk and sent between processes as plain data, for which their types are looked up at run time.
from rolegraph.readers.document import Span, Table  # noqa: TC001

__all__ = ["Announced", "Asked", "Entry", "Passage", "Reference", "Skip"]


class Skip(NamedTuple):
    """A piece of a source that says nothing for the graph: the source's name, its line, its text, and why."""

    source: str
    line: int
    text: str
    reason: str


class Announced(NamedTuple):
    """The relation type (its IRI) that a heading announces for the items below it, and the words of the heading.

    With ``inverse`` the items are subjects.
    """

    relation: str
    inverse: bool
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
    """A term that an entry points to, by name, and the text that does; ``redirect`` for "See X"."""

    name: str
    span: Span
    redirect: bool = False


class Asked(NamedTuple):
    """A question about the headword and the paragraphs that answer it."""

    question: Span
    answers: tuple[Span, ...]


@dataclass(eq=False)
class Entry:
    """A term as one document tells of it; filled block by block while the document is recognised.

    ``translations`` and ``renderings`` are labels and definitions in further languages, each with its tag;
    ``collections`` are the category headings that the entry stands below. All values are plain data.
    """

    source: str
    label: str
    first: int
    language: str
    last: int = 0
    abbreviations: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    translations: list[tuple[str, str]] = field(default_factory=list)
    renderings: list[tuple[str, str]] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    definition: Span | None = None
    gloss: bool = False
    passages: list[Passage] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let the entry reach at least as far as its head."""
        self.reach(self.first)

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
