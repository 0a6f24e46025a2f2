"""Load the ontology: read its Turtle, with the files that users add, into values."""

from __future__ import annotations

import os.path
from functools import cache
from typing import Final

from rolegraph.ontology.declarations import read_ontology
from rolegraph.ontology.namespaces import RG
from rolegraph.ontology.statements import read_statements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from rolegraph.ontology.values import Ontology

__all__ = [
    "LANGUAGES_PATH",
    "ONTOLOGY_PATH",
    "ONTOLOGY_SHAPES_PATH",
    "QUERIES_PATH",
    "SHAPES_PATH",
    "STARTER_GRAPH",
    "STARTER_PATH",
    "load",
    "load_with",
]

_ROOM = os.path.dirname(os.path.abspath(__file__))
ONTOLOGY_PATH: Final = os.path.join(_ROOM, "rolegraph.ttl")
LANGUAGES_PATH: Final = os.path.join(_ROOM, "languages.ttl")
SHAPES_PATH: Final = os.path.join(_ROOM, "shapes.ttl")
ONTOLOGY_SHAPES_PATH: Final = os.path.join(_ROOM, "ontology-shapes.ttl")
STARTER_PATH: Final = os.path.join(_ROOM, "starter")
STARTER_GRAPH: Final = os.path.join(_ROOM, "starter.ttl")
QUERIES_PATH: Final = os.path.join(_ROOM, "queries")

_WORDS = frozenset(RG + name for name in ("cue", "nounCue", "noun", "heading", "column"))


def load(*extra: str, words: bool = True) -> Ontology:
    """Give the ontology, merged with further Turtle files; without such files it is read once in a process.

    A file may add relation types, classes, qualifiers and section kinds of its own, and cues, headings,
    columns and nouns to those that are there. Without ``words`` those that texts are read by (cues, nouns,
    headings, columns) are left out: who only asks a graph needs none, and they take longer to load than all the rest.

    >>> [each.name for each in load().relation_types.values()][:3]
    ['broader', 'related', 'partOf']

    :raises OntologyError: (a ValueError) if a file is missing, is not Turtle, gives one name to two
        relation types or classes, has words for what it does not declare, or ends of relations that are no class; the
        message names the file and, for a fault of Turtle, the line.
    """
    return _read(words, *extra) if extra else _own(words)


def load_with(declared: Iterable[Quad]) -> Ontology:
    """Give the ontology, merged with what some quads declare; the words that texts are read by are left out.

    :raises OntologyError: (a ValueError) if one name is given to two relation types or classes.
    """
    return read_ontology(read_statements(ONTOLOGY_PATH, more=declared, without=_WORDS))


@cache
def _own(words: bool) -> Ontology:
    return _read(words)


def _read(words: bool, *extra: str) -> Ontology:
    files = (LANGUAGES_PATH, *extra) if words else extra
    statements = read_statements(ONTOLOGY_PATH, *files, without=() if words else _WORDS)
    ontology = read_ontology(statements)
    if extra:
        from rolegraph.ontology.faults import check  # ours has none

        check(statements, ontology)
    return ontology
