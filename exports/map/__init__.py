"""The interactive map: one HTML file that opens without a network.

Template, style and scripts stand beside this module as files of their own; they are put into the page when it
is written.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from rolegraph.graph import KnowledgeGraph, Term

__all__ = ["render", "write_map"]


def render(
    kg: KnowledgeGraph,
    *,
    terms: Iterable[Term | str] | None = None,
    selected: Term | str | None = None,
    title: str = "",
) -> str:
    """Draw a graph as a page: all of it, or only ``terms``, with a term ``selected`` at the start.

    Terms are given as such or by IRI. The title is the graph's own where none is given.
    """
    from urllib.parse import quote

    from rolegraph.exports.map.content import map_content
    from rolegraph.exports.map.page import page

    chosen = None if terms is None else {_iri(term) for term in terms}
    content = map_content(kg, chosen)
    keys = {node["iri"]: node["key"] for node in content.nodes}
    opening = "" if selected is None else quote(keys.get(_iri(selected), ""), safe="")
    return page(content, title or _title(kg), opening)


def write_map(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the map of a whole graph."""
    stream.write(render(kg).encode())


def _iri(term: Term | str) -> str:
    return term if isinstance(term, str) else term.iri


def _title(kg: KnowledgeGraph) -> str:
    """Give the title of the concept scheme, else the name of what was opened."""
    from pyoxigraph import Literal, NamedNode

    from rolegraph.ontology import DCTERMS

    found = kg.triples.objects(NamedNode(kg.base), NamedNode(DCTERMS + "title"))
    titles = sorted(one.value for one in found if isinstance(one, Literal))
    return next(iter(titles), "") or os.path.splitext(os.path.basename(kg.name))[0] or "rolegraph"
