"""``rolegraph view``: the interactive map in the browser."""

from __future__ import annotations

import os

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph

__all__ = ["command"]


@click.command(
    "view",
    cls=Command,
    examples=("rolegraph view", "rolegraph view PM", "rolegraph view -g roles.ttl -o map.html --no-browser"),
)
@click.argument("term", required=False)
@click.option("-o", "--output", metavar="FILE", help="Write the map to this file, not to a temporary folder.")
@click.option("--no-browser", is_flag=True, help="Only write the map.")
@graph_option
def command(term: str | None, output: str | None, no_browser: bool, graph: str | None) -> None:
    """Open the interactive map in the browser.

    The map is one HTML file that needs no network; with a term it opens on that term. Where it was written
    is said on stderr. Without a browser that can be started, the file is still there.
    """
    from rolegraph.exports.map import render

    kg = open_graph(graph)
    page = render(kg, selected=None if term is None else kg.term(term))
    file = output or _temporary()
    outputs.write(page.encode("utf-8"), file)
    if file == "-":
        return
    outputs.note(f"Wrote {file}.")
    if not no_browser and not _opened(file):
        outputs.note("No browser could be started; open the file in one.")


def _temporary() -> str:
    """Give a file in a new folder of its own, which the browser can still read when the command has ended."""
    import tempfile

    return os.path.join(tempfile.mkdtemp(prefix="rolegraph-"), "rolegraph.html")


def _opened(file: str) -> bool:
    import webbrowser
    from pathlib import Path

    return webbrowser.open(Path(file).absolute().as_uri())
