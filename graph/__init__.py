"""The record and its questions: a graph of terms that can be opened, made, asked and checked."""

from __future__ import annotations

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
from rolegraph.graph.names import fold, slug
from rolegraph.graph.record import Evidence, Place, Question, Source, Statement, Term, Text
from rolegraph.graph.vocabulary import DEFAULT_BASE

__all__ = [
    "DEFAULT_BASE",
    "AmbiguousTerm",
    "Evidence",
    "GraphUnreadable",
    "KnowledgeGraph",
    "Place",
    "QueryError",
    "Question",
    "RemoteAccessRefused",
    "RolegraphError",
    "Source",
    "Statement",
    "Term",
    "Text",
    "UnknownClass",
    "UnknownRelation",
    "UnknownTerm",
    "fold",
    "slug",
]
