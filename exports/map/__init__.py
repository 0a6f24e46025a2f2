"""The interactive map: one HTML file that opens without a network.

Template, style and scripts stand beside this module as files of their own; they are put into the page when it
is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.exports.map.notebook import Map

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from rolegraph.exports.map.parts import Part
    from rolegraph.graph import KnowledgeGraph, Term

__all__ = ["Map", "draw", "render", "write_map"]


def draw(
    kg: KnowledgeGraph,
    *,
    query: str | None = None,
    around: str | None = None,
    depth: int = 1,
    path: tuple[str, str] | None = None,
    term_class: str | None = None,
    selected: str | None = None,
    title: str = "",
    before: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Map:
    """Draw a graph, or one part of it: as a query, a term, two terms or a class say.

    ``query`` is SPARQL: CONSTRUCT and DESCRIBE draw the triples that they give, SELECT the terms in its rows.
    ``around`` draws the terms within ``depth`` steps of a term, ``path`` those on the shortest paths between
    two. ``selected`` opens the map on a term. ``before`` is the file of an earlier map: its terms stay where they
    stood, as far as that can be. ``progress`` is told how many of how many steps are done.

    >>> from rolegraph import KnowledgeGraph
    >>> draw(KnowledgeGraph.open("starter"), path=("PM", "CRM")).html[:15]
    '<!DOCTYPE html>'

    :raises ValueError: if more than one part is asked for.
    :raises ExportError: if there is nothing to draw.
    :raises RolegraphError: of the graph, for names and queries that are wrong.
    """
    if sum(one is not None for one in (query, around, path, term_class)) > 1:
        raise ValueError("give one of query, around, path, term_class")
    part = _part(kg, query, around, depth, path, term_class)
    if selected is not None:
        part = part._replace(selected=kg.term(selected).iri, end="")
    return Map(_page(part, title, before, progress))


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
    from rolegraph.exports.map.parts import Part

    chosen = None if terms is None else {_iri(term) for term in terms}
    return _page(Part(kg, chosen, "" if selected is None else _iri(selected)), title)


def write_map(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the map of a whole graph."""
    stream.write(render(kg).encode())


def _part(
    kg: KnowledgeGraph,
    query: str | None,
    around: str | None,
    depth: int,
    path: tuple[str, str] | None,
    term_class: str | None,
) -> Part:
    from rolegraph.exports.map import parts

    if query is not None:
        return parts.part_of_query(kg, query)
    if around is not None:
        return parts.part_around(kg, around, depth)
    if path is not None:
        return parts.part_between(kg, *path)
    return parts.Part(kg) if term_class is None else parts.part_of_class(kg, term_class)


def _page(
    part: Part,
    title: str,
    before: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> str:
    from rolegraph.exports.map.content import map_content
    from rolegraph.exports.map.earlier import earlier_places
    from rolegraph.exports.map.page import page
    from rolegraph.exports.map.titles import title_of

    earlier = {} if before is None else earlier_places(before)
    content = map_content(part.kg, part.terms, earlier=earlier, progress=progress)
    keys = {node["iri"]: node["key"] for node in content.nodes}
    return page(content, title or title_of(part.kg), _opening(part, keys))


def _opening(part: Part, keys: dict[str, str]) -> str:
    """Write the view to open with as the page's address does."""
    from urllib.parse import quote

    start, end = (quote(keys.get(iri, ""), safe="") for iri in (part.selected, part.end))
    more = f"?to={end}" if end else f"?steps={part.steps}" if part.steps > 1 else ""
    return start + more if start else ""


def _iri(term: Term | str) -> str:
    return term if isinstance(term, str) else term.iri
