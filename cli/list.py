"""``rolegraph list``: the terms of the graph."""

from __future__ import annotations

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import format_option, graph_option, open_graph, output_option, print_table
from rolegraph.cli.tables import Column, Table
from rolegraph.cli.wording import class_labels

__all__ = ["command"]

_COLUMNS = (
    Column("label", "Term"),
    Column("abbreviations", "Short"),
    Column("classes", "Class"),
    Column("mention"),
    Column("definition", "Definition"),
    Column("iri"),
)


@click.command(
    "list",
    cls=Command,
    examples=(
        "rolegraph list",
        "rolegraph list --class Role",
        "rolegraph list --collection Sourcing",
        "rolegraph list --mentions --format csv -o terms.csv",
    ),
)
@click.option(
    "--class", "term_class", metavar="CLASS", help="Only terms of this class: Role, Skill, Metric..."
)
@click.option(
    "--collection",
    metavar="NAME",
    help="Only terms of this group, as a glossary's category headings make them.",
)
@click.option("--mentions", is_flag=True, help="Also what is only spoken of and has no entry of its own.")
@format_option
@output_option
@graph_option
def command(
    term_class: str | None,
    collection: str | None,
    mentions: bool,
    form: str,
    output: str | None,
    graph: str | None,
) -> None:
    """List the terms.

    A term of a sub-class counts as one of the class. Terms stand in alphabetical order.
    """
    kg = open_graph(graph)
    terms = kg.terms(term_class, mentions=mentions, collection=collection)
    if not terms:
        outputs.note("No terms." if term_class is None else f"No terms of class {term_class}.")
    columns = [c._replace(heading="Mention") if mentions and c.key == "mention" else c for c in _COLUMNS]
    rows = [
        (
            term.label.value,
            [text.value for text in term.abbreviations],
            class_labels(kg, term),
            term.mention,
            term.definitions[0].value if term.definitions else "",
            term.iri,
        )
        for term in terms
    ]
    print_table(Table(columns, rows), form, output)
