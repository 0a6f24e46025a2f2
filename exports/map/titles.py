"""What a map is called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph

__all__ = ["title_of"]


def title_of(kg: KnowledgeGraph) -> str:
    """Give the title of the concept scheme, else the name of what was opened."""
    from pyoxigraph import Literal, NamedNode

    from rolegraph.ontology import DCTERMS

    found = kg.triples.objects(NamedNode(kg.base), NamedNode(DCTERMS + "title"))
    titles = sorted(one.value for one in found if isinstance(one, Literal))
    return next(iter(titles), "") or os.path.splitext(os.path.basename(kg.name))[0] or "rolegraph"
