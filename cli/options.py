"""The options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.tables import FORMS, Table

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph

__all__ = [
    "format_option",
    "graph_option",
    "open_graph",
    "output_option",
    "print_table",
    "text_or_json_option",
]

graph_option = click.option(
    "-g",
    "--graph",
    envvar="ROLEGRAPH_GRAPH",
    show_envvar=True,
    metavar="FILE",
    help='RDF file, Oxigraph directory, or "starter". [default: rolegraph.ttl here, else the starter]',
)

output_option = click.option(
    "-o", "--output", metavar="FILE", help='Write to a file; "-" is the standard output, the default.'
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="table",
    show_default=True,
    help="Form of the list.",
)

text_or_json_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text to read, or JSON for programs.",
)


def open_graph(graph: str | None) -> KnowledgeGraph:
    """Open the graph that ``-g`` names; where that comes down to the starter, say so on stderr."""
    from rolegraph.graph import KnowledgeGraph

    opened = KnowledgeGraph.open(graph)
    if graph is None and opened.name == "starter":
        outputs.note("Using the starter glossary; -g FILE or ROLEGRAPH_GRAPH names another graph.")
    return opened


def print_table(table: Table, form: str, output: str | None) -> None:
    """Write rows in the chosen form to the chosen output; a table of no rows is nothing at all."""
    if form == "table" and not table.rows:
        return
    text = table.render(form, outputs.terminal_width(output))
    # As bytes, forms for programs are UTF-8 everywhere, and no platform changes the CRLF of RFC 4180.
    outputs.write(text if form == "table" else text.encode("utf-8"), output)
