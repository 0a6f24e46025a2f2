"""What an entry holds once its document has been recognised, before its sentences are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.cues import Reading
from rolegraph.graph.names import fold

# Entries are put on disk and sent between processes as plain data, for which their types are looked up at run time.
from rolegraph.readers.document import Span, Table  # noqa: TC001

if TYPE_CHECKING:
    from rolegraph.ontology import Ontology

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

    @classmethod
    def of(cls, reading: Reading, heading: str) -> Announced:
        """Make one of what a heading was read as."""
        return cls(reading.relation.iri, reading.inverse, heading)

    @property
    def of_parts(self) -> bool:
        """Whether the items are parts of what the text is on."""
        return self.relation.endswith("#partOf")

    def reading(self, ontology: Ontology) -> Reading:
        """Give the relation type with its direction."""
        return Reading(ontology.relation_types[self.relation], self.inverse)


class Passage(NamedTuple):
    """A run of text to be read for an entry.

    ``announced`` is the relation that a heading gives to its items, ``item`` tells a list item from prose, ``gloss`` a
    text whose unspoken subject is the headword, ``example`` the heading of a section of examples. ``role`` marks the
    text of a page on a role: a "duty" (an item, whose unspoken subject is the role), a "field" ("Reports to: …", the
    value from ``value`` on), or "prose", which may address the role as you. ``optional`` is what is not needed of it,
    ``denied`` what stands below a heading such as "Clerks do not"; ``acts`` tells that the items beside it say what is
    done, ``after`` is the name of the step before a step.
    """

    span: Span
    announced: Announced | None = None
    item: bool = False
    gloss: bool = False
    example: str = ""
    role: str = ""
    value: int = 0
    optional: bool = False
    denied: bool = False
    acts: bool = False
    after: str = ""


class Reference(NamedTuple):
    """A term that an entry points to, by name, and the text that does.

    ``redirect`` is for "See X"; ``relation`` is the IRI of the relation type, where it is another than being related.
    With ``inverse`` the term is the subject.
    """

    name: str
    span: Span
    redirect: bool = False
    relation: str = ""
    inverse: bool = False

    @classmethod
    def by(cls, reading: Reading | None, name: str, span: Span) -> Reference:
        """Make one in a relation."""
        if reading is None:
            return cls(name, span)
        return cls(name, span, relation=reading.relation.iri, inverse=reading.inverse)

    def reading(self, ontology: Ontology) -> Reading:
        """Give the relation type with its direction."""
        relation = self.relation or ("synonymOf" if self.redirect else "related")
        return Reading(ontology.relation_type(relation), self.inverse)


class Asked(NamedTuple):
    """A question about the headword and the paragraphs that answer it."""

    question: Span
    answers: tuple[Span, ...]


@dataclass(eq=False, slots=True)
class Entry:
    """A term as one document tells of it; filled block by block while the document is recognised.

    ``variants`` are names that its definition uses and that no other entry may have; ``translations`` and
    ``renderings`` are labels and definitions in further languages, each with its tag; ``collections`` are the category
    headings that the entry stands below, ``anchors`` the names by which links lead to it. ``pointing`` tells that it
    points to related terms in words of its own ("See also"), ``linking`` that hyperlinks lead on from it.
    ``qualifier`` is what stands in brackets behind the label, or would, to tell it from the same label of another
    meaning; ``hints`` are beginnings of words by which the meaning of a name that several terms have is told.
    All values are plain data.
    """

    source: str
    label: str
    first: int
    language: str
    last: int = 0
    abbreviations: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)
    translations: list[tuple[str, str]] = field(default_factory=list)
    renderings: list[tuple[str, str]] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    definition: Span | None = None
    gloss: bool = False
    passages: list[Passage] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pointing: bool = False
    linking: bool = False
    qualifier: str = ""
    folded: str = ""
    hints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let the entry reach at least as far as its head."""
        self.reach(self.first)

    @property
    def key(self) -> str:
        """The folded label, under which the entries of one term meet; ``folded`` stands for it in several languages."""
        return self.folded or fold(self.label, self.language)

    @property
    def bare(self) -> str:
        """The label without its qualifier."""
        return self.label.removesuffix(f" ({self.qualifier})") if self.qualifier else self.label

    @property
    def is_homonym(self) -> bool:
        """Whether the label has a qualifier, since without it would name another term as well."""
        return self.label != self.bare

    def add_name(self, name: str, *, abbreviation: bool) -> None:
        """Add another name, unless the entry has it."""
        known = {fold(known, self.language) for known in self.names()}
        if fold(name, self.language) not in known:
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
