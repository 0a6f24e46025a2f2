"""``rolegraph path``: how two terms are connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli import style
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import format_option, graph_option, open_graph, output_option, print_table
from rolegraph.cli.tables import Cell, Column, Table
from rolegraph.cli.wording import Places, counted, evidence_of, iri_of, name_of
from rolegraph.graph.evidence import highest_confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.paths import Path
    from rolegraph.graph.relations import Relation

__all__ = ["command", "told"]

_COLUMNS = (
    Column("path"),
    Column("step", "Step"),
    Column("start", "From"),
    Column("phrase", "Relation"),
    Column("end", "To"),
    Column("places", "Said in"),
    Column("type"),
    Column("start_iri"),
    Column("end_iri"),
    Column("confidence"),
)


@click.command(
    "path",
    cls=Command,
    examples=(
        "rolegraph path PM CRM",
        "rolegraph path BPO CRM --all",
        "rolegraph path PM CRM --relation uses",
    ),
)
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--all", "every", is_flag=True, help="All shortest paths up to a hundred, not only one.")
@click.option(
    "--relation",
    "relations",
    metavar="TYPE",
    multiple=True,
    help="Follow only this type; may be given several times.",
)
@click.option(
    "--max-length",
    type=click.IntRange(min=1),
    metavar="N",
    default=6,
    show_default=True,
    help="At most so many steps; one through a hub counts more.",
)
@format_option
@output_option
@graph_option
def command(
    start: str,
    end: str,
    every: bool,
    relations: tuple[str, ...],
    max_length: int,
    form: str,
    output: str | None,
    graph: str | None,
) -> None:
    """Say how two terms are connected.

    The shortest chain of relations is read as a sentence, its steps below it with the place of the words
    that state them. A relation may be followed in either direction. A term of a hundred relations or more is a
    detour: to pass through it counts as one more step, through one of a thousand as two more. Exit status 1
    where no path is short enough.
    """
    kg = open_graph(graph)
    paths = kg.paths(
        start,
        end,
        max_length=max_length,
        all=every,
        relations=relations or None,
        stopped=lambda reason: outputs.note(f"Not all: {reason}."),
    )
    if not paths:
        first, last = kg.term(start).label.value, kg.term(end).label.value
        raise click.ClickException(
            f"No path of at most {counted(max_length, 'step')} joins {first!r} and {last!r}."
        )
    if form == "table":
        width = outputs.terminal_width(output)
        outputs.write("\n".join(told(kg, path, width) for path in paths), output)
    else:
        print_table(Table(_COLUMNS, _rows(kg, paths)), form, output)


def told(kg: KnowledgeGraph, path: Path, width: int | None = None) -> str:
    """Write a path: the sentence, then a table of its steps."""
    if not path.steps:
        return f"{style.bold(path.start_name)} and {style.bold(path.end_name)} are the same term.\n"
    rows = [_shortened(row) for row in _rows(kg, [path])]
    steps = Table(_COLUMNS, rows).render("table", width)
    return f"{style.bold(path.sentence())}.\n\n{steps}"


def _rows(kg: KnowledgeGraph, paths: Sequence[Path]) -> list[tuple[Cell, ...]]:
    places = Places(kg)
    return [
        (number, at, *_step(kg, step, places))
        for number, path in enumerate(paths, 1)
        for at, step in enumerate(path.steps, 1)
    ]


def _shortened(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Leave the first place of a step, and the number of the others."""
    return tuple(_first(cell) if isinstance(cell, list) else cell for cell in row)


def _first(places: list[str]) -> str:
    more = len(places) - 1
    return f"{places[0]} and {more} more" if more > 0 else "".join(places)


def _step(kg: KnowledgeGraph, step: Relation, places: Places) -> tuple[Cell, ...]:
    found = evidence_of(kg, step)
    said = list(dict.fromkeys(places(evidence.place) for evidence in found))
    return (
        step.start.label.value,
        step.phrase,
        name_of(step.end),
        said,
        step.relation_type.name,
        step.start.iri,
        iri_of(step.end),
        highest_confidence(found),
    )
