"""What is made ready from an ontology, made once and kept for whoever asks next."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rolegraph.ontology.values import Ontology

__all__ = ["once_for_ontology"]

_Made = TypeVar("_Made")

_ONTOLOGIES = 4
"""How many ontologies are in use at once: ours, and those of a few users' words."""


class _Same:
    """An ontology as a key: the very one, for its tables have no hash."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.ontology is self.ontology

    def __hash__(self) -> int:
        return id(self.ontology)


def once_for_ontology(make: Callable[[Ontology], _Made]) -> Callable[[Ontology], _Made]:
    """Let what a function makes of an ontology be made once for each ontology; nobody may change it.

    >>> from rolegraph.ontology import load
    >>> nouns = once_for_ontology(lambda ontology: {noun for c in ontology.classes.values() for noun in c.nouns})
    >>> nouns(load()) is nouns(load())
    True
    """
    kept = lru_cache(maxsize=_ONTOLOGIES)(lambda same: make(same.ontology))
    return lambda ontology: kept(_Same(ontology))
