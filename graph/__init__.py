"""The record and its questions: a graph of terms that can be opened, made, asked and checked."""

from __future__ import annotations

from rolegraph.graph.checks import Finding
from rolegraph.graph.errors import (
    AmbiguousTerm,
    GraphUnreadable,
    QueryError,
    RemoteAccessRefused,
    RolegraphError,
    UnknownClass,
    UnknownRelation,
    UnknownTerm,
)
from rolegraph.graph.knowledge_graph import KnowledgeGraph
from rolegraph.graph.measures import Central, Stats
from rolegraph.graph.names import fold, slug
from rolegraph.graph.neighborhood import Neighbor
from rolegraph.graph.paths import Path
from rolegraph.graph.record import Evidence, Place, Question, Source, Statement, Term, Text
from rolegraph.graph.relations import Direction, Relation
from rolegraph.graph.search import Hit
from rolegraph.graph.sparql import Answer, Solutions
from rolegraph.graph.vocabulary import DEFAULT_BASE

__all__ = [
    "DEFAULT_BASE",
    "AmbiguousTerm",
    "Answer",
    "Central",
    "Direction",
    "Evidence",
    "Finding",
    "GraphUnreadable",
    "Hit",
    "KnowledgeGraph",
    "Neighbor",
    "Path",
    "Place",
    "QueryError",
    "Question",
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
    "UnknownRelation",
    "UnknownTerm",
    "fold",
    "slug",
]
