"""A graph as the values that it is made of, for as long as nobody asks its store anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pyoxigraph import Store

from rolegraph.graph.quads import (
    collection_quads,
    question_quads,
    record_quads,
    scheme_quads,
    source_quads,
    term_quads,
)
from rolegraph.graph.record import Collection, Evidence, Question, Source, Term, Text

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["Recorded", "Scheme", "Thing"]

_PIECE = 5000  # quads that are added to a store at once


class Scheme(NamedTuple):
    """The concept scheme of a graph: its IRI, which is the base, its title and language."""

    iri: str
    title: str | Text
    language: str


Thing: TypeAlias = Scheme | Term | Question | Source | Collection
"""What has an IRI of its own."""


class Recorded(NamedTuple):
    """The terms, evidence, questions, sources and collections of a graph, its base, title and language.

    A store of the same takes several times the memory.
    """

    terms: Sequence[Term]
    evidence: Sequence[Evidence]
    questions: Sequence[Question]
    sources: Sequence[Source]
    collections: Sequence[Collection]
    base: str
    title: str | Text
    language: str

    def things(self) -> Iterator[Thing]:
        """Give all that has an IRI of its own, which evidence has not."""
        yield Scheme(self.base, self.title, self.language)
        yield from self.terms
        yield from self.questions
        yield from self.sources
        yield from self.collections

    def quads_of(self, thing: Thing) -> Iterator[Quad]:
        """Write one of the things as quads."""
        match thing:
            case Term():
                return term_quads(thing, self.base)
            case Question():
                return question_quads(thing)
            case Source():
                return source_quads(thing)
            case Collection():
                return collection_quads(thing)
        return scheme_quads(thing.iri, thing.title, thing.language)

    def quads(self) -> Iterator[Quad]:
        """Write all of it as quads; some come more than once."""
        values = (self.terms, self.evidence, self.questions, self.sources, self.collections)
        return record_quads(*values, base=self.base, title=self.title, language=self.language)

    def store(self) -> Store:
        """Put all of it into a store."""
        store, quads = Store(), self.quads()
        while piece := list(islice(quads, _PIECE)):
            store.extend(piece)  # in pieces: a store holds what is added at once a second time
        return store
