"""``rolegraph view``: the interactive map in the browser."""

from __future__ import annotations

import os
from typing import Any

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph

__all__ = ["command"]


@click.command(
    "view",
    cls=Command,
    examples=(
        "rolegraph view",
        "rolegraph view PM",
        "rolegraph view --around PM --depth 2",
        "rolegraph view --path PM CRM",
        "rolegraph view --class Role -g roles.ttl -o roles.html --no-browser",
        "rolegraph view --query 'CONSTRUCT WHERE { ?role rg:requiresSkill ?skill }'",
    ),
)
@click.argument("term", required=False)
@click.option("--query", metavar="SPARQL", help="Draw what a CONSTRUCT, DESCRIBE or SELECT query gives.")
@click.option("--around", metavar="TERM", help="Draw a term and what is near it.")
@click.option(
    "--depth",
    type=click.IntRange(1, 3),
    metavar="N",
    default=1,
    show_default=True,
    help="How many steps around the term.",
)
@click.option("--path", "ends", nargs=2, metavar="A B", help="Draw the shortest paths between two terms.")
@click.option("--class", "term_class", metavar="CLASS", help="Draw the terms of a class.")
@click.option("-o", "--output", metavar="FILE", help="Write the map to this file, not to a temporary folder.")
@click.option("--no-browser", is_flag=True, help="Only write the map.")
@graph_option
def command(
    term: str | None,
    query: str | None,
    around: str | None,
    depth: int,
    ends: tuple[str, str] | None,
    term_class: str | None,
    output: str | None,
    no_browser: bool,
    graph: str | None,
) -> None:
    """Open the interactive map in the browser.

    The map is one HTML file that needs no network; with a term it opens on that term. All of the graph is
    drawn, or one part: what a query gives, what is near a term, what joins two terms, a class. Where it was
    written is said on stderr. Without a browser that can be started, the file is still there.
    """
    if sum(one is not None for one in (query, around, ends or None, term_class)) > 1:
        raise click.UsageError("Give one of: --query, --around, --path, --class.")
    page = _drawn(
        graph, term, query=query, around=around, depth=depth, path=ends or None, term_class=term_class
    )
    file = output or _temporary()
    outputs.write(page.encode("utf-8"), file)
    if file == "-":
        return
    outputs.note(f"Wrote {file}.")
    if not no_browser and not _opened(file):
        outputs.note("No browser could be started; open the file in one.")


def _drawn(graph: str | None, term: str | None, **part: Any) -> str:
    """Draw the map, with a bar where placing the terms takes its time."""
    from rolegraph.cli.progress import Progress
    from rolegraph.exports.map import draw

    kg = open_graph(graph)
    with Progress("Drawing") as progress:
        return draw(kg, selected=term, progress=progress, **part).html


def _temporary() -> str:
    """Give a file in a new folder of its own, which the browser can still read when the command has ended."""
    import tempfile

    return os.path.join(tempfile.mkdtemp(prefix="rolegraph-"), "rolegraph.html")


def _opened(file: str) -> bool:
    import webbrowser
    from pathlib import Path

    return webbrowser.open(Path(file).absolute().as_uri())
