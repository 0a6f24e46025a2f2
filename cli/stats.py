"""``rolegraph stats``: figures of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli import style
from rolegraph.cli.lazy import Command
from rolegraph.cli.measured import MEASURES, measured_table
from rolegraph.cli.options import graph_option, open_graph, output_option, print_table, text_or_json_option
from rolegraph.cli.progress import Progress
from rolegraph.cli.tables import Column, Table
from rolegraph.cli.wording import counted

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.measures import Stats

__all__ = ["command"]

_CLASSES = (Column("class", "Class"), Column("terms", "Terms"))
_CENTRAL = (
    Column("label", "Term"),
    Column("relations", "Relations"),
    Column("betweenness", "Betweenness"),
    Column("closeness", "Closeness"),
)


@click.command(
    "stats",
    cls=Command,
    examples=(
        "rolegraph stats",
        "rolegraph stats --measure pagerank --central 20",
        "rolegraph stats -g roles.ttl --format json",
    ),
)
@click.option(
    "--central",
    type=click.IntRange(min=0),
    metavar="N",
    default=10,
    show_default=True,
    help="List so many central terms.",
)
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    help="Only measure this, and list what comes first as a table.",
)
@text_or_json_option
@output_option
@graph_option
def command(central: int, measure: str | None, form: str, output: str | None, graph: str | None) -> None:
    """Measure the graph: counts, components, central terms.

    A component is a part whose terms are all connected. Betweenness is the share of the shortest paths
    between other terms that lead through a term, closeness the inverse of its mean distance to them. In a
    large graph betweenness is estimated from a sample, which is said.
    """
    kg = open_graph(graph)
    if measure is not None:
        _print_measured(kg, measure, central, form, output)
        return
    with Progress("Measuring") as progress:
        found = kg.stats(central, told=progress)
    if form == "json":
        outputs.write_json(_as_json(found), output)
    else:
        outputs.write(_text(found, outputs.terminal_width(output)), output)


def _print_measured(kg: KnowledgeGraph, measure: str, count: int, form: str, output: str | None) -> None:
    table, is_sampled = measured_table(kg, measure, count)
    if is_sampled:
        outputs.note(f"{measure.capitalize()} is estimated from a sample of the terms.")
    print_table(table, "table" if form == "text" else form, output)


def _text(stats: Stats, width: int | None) -> str:
    sections = ["\n".join(f"{name:<12}{figure}" for name, figure in _figures(stats)) + "\n"]
    if stats.classes:
        sections.append(Table(_CLASSES, stats.classes).render("table", width))
    if stats.central:
        sections.append(Table(_CENTRAL, _central(stats)).render("table", width))
    if stats.sampled:
        sections.append(style.faint("Betweenness is estimated from a sample of the terms.\n"))
    return "\n".join(sections)


def _figures(stats: Stats) -> list[tuple[str, str]]:
    parts = ", ".join(map(str, stats.components[:5])) + (", …" if len(stats.components) > 5 else "")
    return [
        ("Terms", f"{stats.entries}, and {counted(stats.mentions, 'mention')}"),
        ("Relations", f"{stats.relations} of {counted(stats.relation_types, 'type')}"),
        ("Evidence", f"{counted(stats.evidence, 'quote')}, and {counted(stats.negative, 'denial')}"),
        ("Questions", f"{stats.questions}"),
        ("Sources", f"{stats.sources}"),
        ("Triples", f"{stats.triples}"),
        ("Components", f"{len(stats.components)}" + (f", of {parts} terms" if parts else "")),
        ("Isolated", f"{stats.isolated}"),
        ("Mean degree", f"{stats.mean_degree:.2f}"),
        ("Density", f"{stats.density:.4f}"),
    ]


def _central(stats: Stats) -> list[tuple[str, int, str, str]]:
    return [
        (one.term.label.value, one.degree, f"{one.betweenness:.3f}", f"{one.closeness:.3f}")
        for one in stats.central
    ]


def _as_json(stats: Stats) -> dict[str, object]:
    central = [{**one._asdict(), "term": one.term.label.value, "iri": one.term.iri} for one in stats.central]
    classes = [{"class": name, "terms": count} for name, count in stats.classes]
    return {**stats._asdict(), "classes": classes, "central": central}
