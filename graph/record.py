"""What a graph records: terms, statements with their evidence, questions, collections, sources; frozen values."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Collection", "Evidence", "Place", "Question", "Source", "Statement", "Term", "Text"]


class Text(NamedTuple):
    """A literal: its characters and its language tag (BCP 47), empty where unknown.

    A store gives tags back in lower case: ``en-GB`` goes in, ``en-gb`` comes out.
    """

    value: str
    language: str = ""


class Place(NamedTuple):
    """Where something stands: the IRI of a source and the first and last line, counted from 1.

    Lines 0 to 0 are the whole source. The IRI form is the line fragment of RFC 5147, which counts the
    positions between lines from 0.

    >>> Place("https://example.org/source/a.md", 26, 26).iri
    'https://example.org/source/a.md#line=25,26'
    """

    source: str
    first: int
    last: int

    @property
    def iri(self) -> str:
        """The source with its RFC 5147 line fragment, the bare source where it is meant whole."""
        if not self.last:
            return self.source
        return f"{self.source}#line={self.first - 1},{self.last}"

    @classmethod
    def from_iri(cls, iri: str) -> Place:
        """Read a place back from its IRI; an IRI without a line fragment is the whole source."""
        source, found, lines = iri.rpartition("#line=")
        before, _, after = lines.partition(",")
        if not (found and (before + after).isascii() and before.isdigit() and after.isdigit()):
            return cls(iri, 0, 0)
        return cls(source, int(before) + 1, int(after))


class Statement(NamedTuple):
    """A triple: the IRIs of subject and relation type, and the object, an IRI or a literal text."""

    subject: str
    relation: str
    object: str | Text


class Evidence(NamedTuple):
    """Why a statement is made: the quote, its place, and qualifiers as sorted (name, value) pairs.

    Qualifier names are the local names of the ontology's qualifier properties: ``share`` (a decimal, "0.2"),
    ``hedge``, ``context``, ``attribution``, ``optional`` ("true"), ``review`` ("accepted" or "changed"). A negative
    statement has evidence and no triple.

    ``confidence`` is the chance that the statement is right, 0 to 1 in two digits, None where nobody knows;
    ``rule`` names what read it out of the text ("verb cue", "heading"). ``line`` is where in a quote of several lines
    the later of the two ends stands, 0 in a quote of one line.
    """

    statement: Statement
    quote: Text
    place: Place
    qualifiers: tuple[tuple[str, str], ...] = ()
    negative: bool = False
    confidence: float | None = None
    rule: str = ""
    line: int = 0


class Term(NamedTuple):
    """A concept: an entry of the glossary, or (``mention``) something that is only spoken of.

    ``classes`` are class IRIs of the ontology; ``places`` is where its entries, or its mentions, stand.
    ``translations`` are labels in further languages. SKOS has one preferred label a language (S14): of two
    translations in one language the first is preferred, and the second is written as an alternative.
    """

    iri: str
    label: Text
    abbreviations: tuple[Text, ...] = ()
    alternatives: tuple[Text, ...] = ()
    definitions: tuple[Text, ...] = ()
    classes: tuple[str, ...] = ()
    mention: bool = False
    places: tuple[Place, ...] = ()
    translations: tuple[Text, ...] = ()


class Question(NamedTuple):
    """A question that a source asks about a term, with its answer."""

    iri: str
    about: str
    question: Text
    answer: Text
    place: Place


class Collection(NamedTuple):
    """A group of terms under a name, as the category headings of a glossary make them: the IRIs of its members."""

    iri: str
    label: Text
    members: tuple[str, ...] = ()


class Source(NamedTuple):
    """A document that was read: its IRI, its name (a relative path), title and language."""

    iri: str
    name: str
    title: str = ""
    language: str = ""
