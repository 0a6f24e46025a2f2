"""``rolegraph search``: terms by a word of their labels or definitions."""

from __future__ import annotations

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import format_option, graph_option, open_graph, output_option, print_table
from rolegraph.cli.tables import Column, Table

__all__ = ["command"]

_COLUMNS = (
    Column("label", "Term"),
    Column("score", "Score"),
    Column("field", "Found in"),
    Column("text", "Text"),
    Column("iri"),
)


@click.command(
    "search",
    cls=Command,
    examples=(
        "rolegraph search outsourcing",
        'rolegraph search "prodct manger"',
        "rolegraph search CRM --limit 3",
    ),
)
@click.argument("text")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=10,
    show_default=True,
    help="At most so many terms.",
)
@format_option
@output_option
@graph_option
def command(text: str, limit: int, form: str, output: str | None, graph: str | None) -> None:
    """Find terms by a word of their labels or definitions.

    Labels, abbreviations and definitions are searched, misspellings are forgiven, and the best match stands
    first with a score of up to 100. Exit status 1 where nothing matches.
    """
    hits = open_graph(graph).search(text, limit)
    rows = [(hit.term.label.value, round(hit.score), hit.field, hit.text, hit.term.iri) for hit in hits]
    if not rows:
        outputs.note(f"No term matches {text!r}.")
    print_table(Table(_COLUMNS, rows), form, output)
    if not rows:
        click.get_current_context().exit(1)
