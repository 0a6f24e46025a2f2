"""N-Triples in the order of their bytes: the plainest form to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.exports.triples import lines_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from rolegraph.exports.triples import Graph

__all__ = ["write_ntriples"]


def write_ntriples(graph: Graph, stream: BinaryIO) -> None:
    """Write the default graph, a sorted line a triple."""
    lines = sorted(lines_of(graph))
    for start in range(0, len(lines), 2000):
        stream.write("".join(f"{line} .\n" for line in lines[start : start + 2000]).encode())
