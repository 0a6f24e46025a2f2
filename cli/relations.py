"""``rolegraph relations``: the relation types and how often each is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli.lazy import Command
from rolegraph.cli.options import format_option, graph_option, open_graph, output_option, print_table
from rolegraph.cli.tables import Cell, Column, Table

if TYPE_CHECKING:
    from rolegraph.ontology import Ontology, RelationType

__all__ = ["command"]

_COLUMNS = (
    Column("type", "Type"),
    Column("count", "Stated"),
    Column("from", "From"),
    Column("phrase", "Reads"),
    Column("to", "To"),
    Column("inverse_phrase", "The other way"),
    Column("definition"),
    Column("iri"),
)


@click.command(
    "relations",
    cls=Command,
    examples=("rolegraph relations", "rolegraph relations -g roles.ttl --format json"),
)
@format_option
@output_option
@graph_option
def command(form: str, output: str | None, graph: str | None) -> None:
    """List the relation types and how often each is stated.

    "From" and "To" are the classes that a type joins; empty is any. JSON, CSV and TSV have
    the definitions too.
    """
    kg = open_graph(graph)
    rows = [_row(kg.ontology, kind, count) for kind, count in kg.relation_counts()]
    print_table(Table(_COLUMNS, rows), form, output)


def _row(ontology: Ontology, kind: RelationType, count: int) -> tuple[Cell, ...]:
    return (
        kind.name,
        count,
        _labels(ontology, kind.domain),
        kind.phrase,
        _labels(ontology, kind.range),
        kind.inverse_phrase,
        kind.definition,
        kind.iri,
    )


def _labels(ontology: Ontology, classes: tuple[str, ...]) -> list[str]:
    return [ontology.classes[iri].label for iri in classes if iri in ontology.classes]
