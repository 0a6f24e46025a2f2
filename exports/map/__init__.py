"""The interactive map: one HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

    from rolegraph.graph import KnowledgeGraph

__all__ = ["write_map"]


def write_map(kg: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the map of a graph."""
    raise NotImplementedError
