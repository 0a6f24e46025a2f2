"""The record and its questions: a graph of terms that can be opened, made, asked and checked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rolegraph.graph.errors import (
    AmbiguousTerm,
    EndpointFailed,
    GraphInUse,
    GraphUnreadable,
    GraphUnwritable,
    QueryError,
    RemoteAccessRefused,
    RolegraphError,
    UnknownClass,
    UnknownCollection,
    UnknownRelation,
    UnknownTerm,
)
from rolegraph.graph.evidence import highest_confidence
from rolegraph.graph.knowledge_graph import KnowledgeGraph
from rolegraph.graph.names import fold, slug
from rolegraph.graph.record import Collection, Evidence, Place, Question, Source, Statement, Term, Text
from rolegraph.graph.relations import Direction, Relation
from rolegraph.graph.vocabulary import DEFAULT_BASE

if TYPE_CHECKING:
    from rolegraph.graph.checks import Finding
    from rolegraph.graph.measures import Central, Ranked, Stats
    from rolegraph.graph.neighborhood import Neighbor
    from rolegraph.graph.paths import Path
    from rolegraph.graph.search import Hit
    from rolegraph.graph.sparql import Answer, Solutions

__all__ = [
    "DEFAULT_BASE",
    "AmbiguousTerm",
    "Answer",
    "Central",
    "Collection",
    "Direction",
    "EndpointFailed",
    "Evidence",
    "Finding",
    "GraphInUse",
    "GraphUnreadable",
    "GraphUnwritable",
    "Hit",
    "KnowledgeGraph",
    "Neighbor",
    "Path",
    "Place",
    "QueryError",
    "Question",
    "Ranked",
    "Relation",
    "RemoteAccessRefused",
    "RolegraphError",
    "Solutions",
    "Source",
    "Statement",
    "Stats",
    "Term",
    "Text",
    "UnknownClass",
    "UnknownCollection",
    "UnknownRelation",
    "UnknownTerm",
    "fold",
    "highest_confidence",
    "slug",
]

_ON_DEMAND = {
    "Answer": "sparql",
    "Central": "measures",
    "Finding": "checks",
    "Hit": "search",
    "Neighbor": "neighborhood",
    "Path": "paths",
    "Ranked": "measures",
    "Solutions": "sparql",
    "Stats": "measures",
}
"""What only some questions give back, and its module, which is imported on first use."""


def __getattr__(name: str) -> object:
    """Import a value's class when it is asked for."""
    if name in _ON_DEMAND:
        return getattr(import_module(f"rolegraph.graph.{_ON_DEMAND[name]}"), name)
    raise AttributeError(f"module 'rolegraph.graph' has no attribute {name!r}")
