"""Names that may be meant by what was typed: the ways by which look-up and search come to names.

Two give them. A scan goes through the graph, which takes as long as the graph is large; an index
(:mod:`rolegraph.graph.label_index`) gives few. What is given may be too much: who asks judges each name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from rolegraph.graph import vocabulary as v
from rolegraph.graph.columns import all_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from rolegraph.graph.triples import Triples

__all__ = ["FIELDS", "Candidates", "Name", "Scan", "candidates_of"]

FIELDS = (
    *((predicate, 0) for predicate in v.LABELS),
    (v.ABBREVIATION, 1),
    (v.ALT_LABEL, 1),
    (v.HIDDEN_LABEL, 2),
)
"""The predicates of names and the rank of each."""

_RANKS = dict(FIELDS)


class Name(NamedTuple):
    """A name that a node has; its rank is 0 for a label, 1 an abbreviation or alternative, 2 a hidden label."""

    text: str
    iri: str
    rank: int
    predicate: NamedNode
    language: str = ""


class Candidates(Protocol):
    """Where names are found."""

    def spelled(self, name: str) -> Iterable[Name]:
        """Give the names of the same letters as what was typed, in any case."""

    def alike(self, name: str) -> Iterable[Name]:
        """Give the names that are a form of what was typed: another case, number, article or hyphens."""

    def unlabelled(self, name: str) -> Iterable[str]:
        """Give the IRIs of concepts that may go by the last part of their IRI, as they have no label."""

    def with_words(self, text: str) -> Iterable[Name]:
        """Give the names with words that begin as all the words of a text do, short names first."""

    def with_some_words(self, text: str) -> Iterable[Name]:
        """Give the names with one of the words of a text, those with most of them first."""

    def close_to(self, text: str) -> Iterable[Name]:
        """Give the names that may be misspelled in a text."""

    def defined_with(self, text: str) -> Iterable[tuple[str, str]]:
        """Give the IRIs and definitions with words that begin as all the words of a text do."""

    def predicates(self) -> list[str] | None:
        """Give the predicates in use, in order; None where they are not known beforehand."""


class Scan:
    """All names of a graph."""

    def __init__(self, triples: Triples) -> None:
        self._triples = triples
        self._names: list[Name] | None = None

    def spelled(self, name: str) -> Iterable[Name]:
        """Give the names of the same letters; letters beyond ASCII have more than one small form."""
        if not name.isascii():
            return self._all()
        found = self._triples.spelled(name.lower(), _RANKS)
        return [Name(text.value, iri, _RANKS[kind], kind, text.language or "") for iri, kind, text in found]

    def alike(self, name: str) -> Iterable[Name]:
        """Give all names."""
        return self._all()

    with_words = with_some_words = close_to = alike

    def unlabelled(self, name: str) -> Iterable[str]:
        """Give the concepts whose IRI ends with a name."""
        nodes = {node.value for concept in v.CONCEPTS for node in self._triples.subjects(v.TYPE, concept)}
        return sorted(iri for iri in nodes if iri.endswith(name))

    def defined_with(self, text: str) -> Iterator[tuple[str, str]]:
        """Give all definitions."""
        for predicate in v.DEFINITIONS:
            for node, definition, _ in all_texts(self._triples, predicate):
                if node[0] == "<":
                    yield node[1:-1], definition

    def predicates(self) -> None:
        """Know nothing beforehand."""

    def _all(self) -> list[Name]:
        if self._names is None:
            self._names = list(every_name(self._triples))
        return self._names


def candidates_of(triples: Triples) -> Candidates:
    """Give the index of a graph, a scan where it has none."""
    return triples.index or Scan(triples)


def every_name(triples: Triples) -> Iterator[Name]:
    """Give every name in the graph, those of nodes that are no terms included."""
    for predicate, rank in FIELDS:
        for node, name, language in all_texts(triples, predicate):
            if node[0] == "<":
                yield Name(name, node[1:-1], rank, predicate, language)
