"""Handing a graph on: one table of formats, and writing to files and streams.

>>> from rolegraph.exports import FORMATS, format_for
>>> format_for("roles.graphml").name
'graphml'
"""

from __future__ import annotations

import os

from rolegraph.exports.errors import ExportError, UnknownFormat
from rolegraph.exports.formats import FORMATS, Format, all_formats, find_format, format_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from rolegraph.graph import KnowledgeGraph

__all__ = [
    "FORMATS",
    "ExportError",
    "Format",
    "UnknownFormat",
    "all_formats",
    "find_format",
    "format_for",
    "write",
    "write_stream",
]


def write(kg: KnowledgeGraph, format_name: str | None, path: str | os.PathLike[str]) -> list[str]:
    """Write a graph to a file and list the files written; without a format the file's ending names it.

    The file appears when it is whole; where writing fails, an older file is left as it was. ``csv`` writes a
    second file beside the first, ``roles-edges.csv`` beside ``roles.csv``.

    :raises UnknownFormat: if no format has the name, or the ending.
    :raises ExportError: if the format cannot hold the graph.
    """
    from rolegraph.exports.files import replaced

    name = os.fspath(path)
    chosen = find_format(format_name) if format_name else format_for(name)
    stem, ending = os.path.splitext(name)
    formats = {name: chosen, **{f"{stem}{part}{ending}": find_format(other) for part, other in chosen.beside}}
    with replaced(list(formats)) as streams:
        for one, stream in zip(formats.values(), streams, strict=True):
            one.write(kg, stream)
    return list(formats)


def write_stream(kg: KnowledgeGraph, format_name: str, stream: BinaryIO) -> None:
    """Write a graph to a binary stream, such as ``sys.stdout.buffer``.

    :raises UnknownFormat: if no format has the name.
    :raises ExportError: if the format cannot hold the graph.
    """
    find_format(format_name).write(kg, stream)
