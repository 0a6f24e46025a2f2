"""Graphs into files: which format an ending names, and where its bytes go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.cli import output as outputs

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph

__all__ = ["format_of_ending", "write_format"]


def format_of_ending(output: str | None) -> str | None:
    """Name the format whose ending a file name has, the longest that fits; None where there is none."""
    from rolegraph.exports import FORMATS

    name = (output or "").lower()
    fitting = [
        (len(ending), form.name)
        for form in FORMATS.values()
        for ending in form.endings
        if name.endswith(ending)
    ]
    return max(fitting)[1] if fitting else None


def write_format(kg: KnowledgeGraph, name: str, output: str | None) -> None:
    """Write a graph in a format of the exports; the file is whole or not there."""
    from rolegraph.exports import FORMATS

    with outputs.binary(output) as stream:
        FORMATS[name].write(kg, stream)
