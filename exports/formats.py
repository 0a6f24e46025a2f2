"""The one table of formats. Each writer is imported when it is called: the table itself costs nothing."""

from __future__ import annotations

from typing import NamedTuple

from rolegraph.exports.errors import UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO, TypeAlias

    from rolegraph.graph import KnowledgeGraph

    Writer: TypeAlias = Callable[[KnowledgeGraph, BinaryIO], None]

__all__ = ["ENTRY_POINTS", "FORMATS", "Format", "all_formats", "find_format", "format_for"]

ENTRY_POINTS = "rolegraph.exports"
"""The entry point group under which other packages offer a ``Format``."""


class Format(NamedTuple):
    """A format: its name, the function that writes a graph to a binary stream, the file endings that mean it.

    ``syntax`` is "rdf" (the whole record, can be read back), "network", "table" or "picture". ``beside``
    names formats that are written along with it when it goes to a file: ``("-edges", "csv-edges")`` for
    ``roles.csv`` is ``roles-edges.csv``.
    """

    name: str
    write: Writer
    endings: tuple[str, ...]
    description: str
    syntax: str
    beside: tuple[tuple[str, str], ...] = ()


def _turtle(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.turtle import write_recorded, write_turtle

    if kg.recorded is not None:
        write_recorded(kg.recorded, stream, prefixes=kg.prefixes)
        return
    write_turtle(kg.store, stream, prefixes=kg.prefixes, base=kg.base)


def _trig(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.turtle import write_trig

    write_trig(kg.store, stream, prefixes=kg.prefixes, base=kg.base)


def _ntriples(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.ntriples import write_ntriples

    write_ntriples(kg.store, stream)


def _rdfxml(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.rdfxml import write_rdfxml

    write_rdfxml(kg.store, stream, prefixes=kg.prefixes)


def _jsonld(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.jsonld import write_jsonld

    write_jsonld(kg.store, stream, prefixes=kg.prefixes)


def _graphml(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.networks import write_graphml

    write_graphml(kg, stream)


def _gexf(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.networks import write_gexf

    write_gexf(kg, stream)


def _csv_nodes(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.tables import write_nodes

    write_nodes(kg, stream)


def _csv_edges(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.tables import write_edges

    write_edges(kg, stream)


def _dot(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.dot import write_dot

    write_dot(kg, stream)


def _mermaid(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.mermaid import write_mermaid

    write_mermaid(kg, stream)


def _html(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    from rolegraph.exports.map import write_map

    write_map(kg, stream)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("turtle", _turtle, (".ttl",), "Turtle, grouped by term, made for git", "rdf"),
        Format("ntriples", _ntriples, (".nt",), "N-Triples, sorted", "rdf"),
        Format("trig", _trig, (".trig",), "TriG, with the named graphs", "rdf"),
        Format("rdfxml", _rdfxml, (".rdf", ".owl", ".xml"), "RDF/XML", "rdf"),
        Format("jsonld", _jsonld, (".jsonld", ".json"), "JSON-LD, with the named graphs", "rdf"),
        Format("graphml", _graphml, (".graphml",), "GraphML, for networkx, igraph, yEd", "network"),
        Format("gexf", _gexf, (".gexf",), "GEXF, for Gephi", "network"),
        Format(
            "csv",
            _csv_nodes,
            (".csv",),
            "CSV, a row a term; in a file, the relations go beside it into NAME-edges.csv",
            "table",
            (("-edges", "csv-edges"),),
        ),
        Format("csv-nodes", _csv_nodes, ("-nodes.csv",), "CSV, a row a term", "table"),
        Format("csv-edges", _csv_edges, ("-edges.csv",), "CSV, a row a relation", "table"),
        Format("dot", _dot, (".dot", ".gv"), "DOT, for Graphviz", "picture"),
        Format("mermaid", _mermaid, (".mmd", ".mermaid"), "Mermaid flowchart, for Markdown pages", "picture"),
        Format("html", _html, (".html", ".htm"), "the interactive map, one file for the browser", "picture"),
    )
}
"""The formats that ship with rolegraph, by name. ``all_formats`` adds those of other packages."""


def all_formats() -> dict[str, Format]:
    """Give the table with the formats of installed packages; a name of the table cannot be taken over.

    Each entry point of the group ``rolegraph.exports`` is a ``Format``.
    """
    from importlib.metadata import entry_points

    offered = [point.load() for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name)]
    return {**{one.name: one for one in offered if isinstance(one, Format)}, **FORMATS}


def find_format(name: str) -> Format:
    """Find a format by name, or by an ending of its files.

    >>> find_format("turtle").endings, find_format("nt").name
    (('.ttl',), 'ntriples')

    :raises UnknownFormat: (a KeyError) if there is none; it says what is similar, and which there are.
    """
    formats = FORMATS if name in FORMATS else all_formats()
    if name in formats:
        return formats[name]
    found = (one for one in formats.values() if f".{name}" in one.endings)
    if (named := next(found, None)) is None:
        raise UnknownFormat(f"format {name!r}", name, formats)
    return named


def format_for(path: str) -> Format:
    """Find the format that a file name's ending means, in any case; the longest ending that fits.

    >>> format_for("roles.TTL").name, format_for("roles-edges.csv").name
    ('turtle', 'csv-edges')

    :raises UnknownFormat: if no format has the ending.
    """
    found = _by_ending(path, FORMATS) or _by_ending(path, formats := all_formats())
    if found is None:
        import os

        known = sorted({ending for one in formats.values() for ending in one.endings if ending[0] == "."})
        ending = os.path.splitext(path)[1]
        what = f"file ending {ending!r} of {path!r}" if ending else f"format: {path!r} has no file ending"
        raise UnknownFormat(what, ending, known)
    return found


def _by_ending(path: str, formats: dict[str, Format]) -> Format | None:
    name = path.casefold()
    fitting = [(len(end), one) for one in formats.values() for end in one.endings if name.endswith(end)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
