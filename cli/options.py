"""The options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.tables import FORMS, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from rolegraph.graph import KnowledgeGraph

__all__ = [
    "format_option",
    "graph_option",
    "open_graph",
    "output_option",
    "print_table",
    "text_or_json_option",
]

_NO_CACHE = "rolegraph.no-cache"

_GRAPH_OPTION = click.option(
    "-g",
    "--graph",
    envvar="ROLEGRAPH_GRAPH",
    show_envvar=True,
    metavar="GRAPH",
    help='RDF file, Oxigraph directory, SPARQL endpoint, or "starter". '
    "[default: rolegraph.ttl here, else the starter]",
)


def _note_no_cache(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    ctx.meta[_NO_CACHE] = value


_CACHE_OPTION = click.option(
    "--no-cache",
    is_flag=True,
    expose_value=False,
    callback=_note_no_cache,
    help="Parse a large file anew, and keep nothing of it for the next time.",
)


def graph_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which graph it asks; it takes the graph as ``graph``."""
    known: list[click.Parameter] = getattr(command, "__click_params__", [])
    if not any("--no-cache" in each.opts for each in known):
        command = _CACHE_OPTION(command)
    return _GRAPH_OPTION(command)


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

    ctx = click.get_current_context(silent=True)
    anew = ctx is not None and (ctx.meta.get(_NO_CACHE) or ctx.params.get("no_cache"))
    opened = KnowledgeGraph.open(graph, lazy=True) if anew else _opened_cached(graph)
    if graph is None and opened.name == "starter":
        outputs.note("Using the starter glossary; -g FILE or ROLEGRAPH_GRAPH names another graph.")
    return opened


def _opened_cached(graph: str | None) -> KnowledgeGraph:
    """Open a graph; one that is large is kept as it was parsed."""
    from rolegraph.cli.caches import cache_folder
    from rolegraph.cli.progress import Progress
    from rolegraph.graph import KnowledgeGraph

    with Progress("") as bar:
        return KnowledgeGraph.open(graph, cache=lambda: cache_folder("graphs"), lazy=True, told=bar.named)


def print_table(table: Table, form: str, output: str | None) -> None:
    """Write rows in the chosen form to the chosen output; a table of no rows is nothing at all."""
    if form == "table" and not table.rows:
        return
    text = table.render(form, outputs.terminal_width(output))
    # As bytes, forms for programs are UTF-8 everywhere, and no platform changes the CRLF of RFC 4180.
    outputs.write(text if form == "table" else text.encode("utf-8"), output)
