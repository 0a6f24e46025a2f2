"""``rolegraph neighbors``: the terms around a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import format_option, graph_option, open_graph, output_option, print_table
from rolegraph.cli.tables import Column, Table
from rolegraph.cli.wording import class_labels, evidence_of

if TYPE_CHECKING:
    from rolegraph.graph.relations import Direction

__all__ = ["command"]

_COLUMNS = (
    Column("distance", "Steps"),
    Column("start", "From"),
    Column("phrase", "Relation"),
    Column("label", "Term"),
    Column("classes", "Class"),
    Column("type"),
    Column("mention"),
    Column("iri"),
    Column("confidence"),
)


@click.command(
    "neighbors",
    cls=Command,
    examples=(
        "rolegraph neighbors PM",
        "rolegraph neighbors PM --depth 2 --relation uses",
        "rolegraph neighbors BPO --direction out --format json",
    ),
)
@click.argument("term")
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    metavar="N",
    default=1,
    show_default=True,
    help="At most so many steps away.",
)
@click.option("--relation", metavar="TYPE", help='Follow only this type; "rolegraph relations" lists them.')
@click.option(
    "--direction",
    type=click.Choice(["out", "in", "both"]),
    default="both",
    show_default=True,
    help="Follow relations from the term, to the term, or both.",
)
@format_option
@output_option
@graph_option
def command(
    term: str,
    depth: int,
    relation: str | None,
    direction: Direction,
    form: str,
    output: str | None,
    graph: str | None,
) -> None:
    """List the terms around a term.

    Each neighbor stands with the number of steps to it and the relation by which it was first reached.
    """
    from rolegraph.graph import highest_confidence

    kg = open_graph(graph)
    found = kg.neighbors(term, depth, relation, direction)
    rows = [
        (
            neighbor.distance,
            neighbor.relation.start.label.value,
            neighbor.relation.phrase,
            neighbor.term.label.value,
            class_labels(kg, neighbor.term),
            neighbor.relation.relation_type.name,
            neighbor.term.mention,
            neighbor.term.iri,
            highest_confidence(evidence_of(kg, neighbor.relation)),
        )
        for neighbor in found
    ]
    if not rows:
        outputs.note(f"{kg.term(term).label.value} has no such neighbors.")
    print_table(Table(_COLUMNS, rows), form, output)
