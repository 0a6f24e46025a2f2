"""``rolegraph review``: what is doubtful, as a spreadsheet that the next build obeys."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from rolegraph.cli import output as outputs
from rolegraph.cli.build import build_graph, warn
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph
from rolegraph.cli.reading import Reading, reading_options
from rolegraph.cli.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from rolegraph.extraction import Build
    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.reviews import ReviewRow

__all__ = ["command"]


@click.command(
    "review",
    cls=Command,
    examples=(
        "rolegraph review glossary/ -o glossary/rolegraph-review.csv",
        "rolegraph review -g roles.ttl --below 0.9 -o review.xlsx",
        "rolegraph build glossary/ --review review.xlsx",
    ),
)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="rolegraph-review.csv",
    show_default=True,
    help='Write to this .csv or .xlsx file, with the decisions that stand in it; "-" is the standard output.',
)
@click.option(
    "--below",
    type=click.FloatRange(0, 1),
    metavar="X",
    default=0.7,
    show_default=True,
    help="List statements less sure than this, from 0 to 1.",
)
@click.option("--all", "every", is_flag=True, help="List all statements, however sure.")
@graph_option
@reading_options
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    output: str,
    below: float,
    every: bool,
    reading: Reading,
    graph: str | None,
) -> None:
    """Write what is doubtful as a spreadsheet to decide on.

    The statements come from sources, read as "build" reads them, or else from a graph. Each has a row with its
    words and its place; write accept, reject or change into the column "verdict", and for a change what is to
    stand instead into the columns behind it. "rolegraph build --review FILE" does as the rows say.

    Where the file is there, its decisions are kept and rows for new statements join them.
    """
    write = _writer(output)
    if sources and ctx.get_parameter_source("graph") is ParameterSource.COMMANDLINE:
        raise click.UsageError("Give sources or -g GRAPH, not both.")
    earlier = _earlier(output)
    built = _built(sources, reading) if sources else None
    kg = built.graph if built else open_graph(graph)
    rows = _joined(kg, None if every else below, _open_rows(built) if built else (), earlier)
    buffer = io.BytesIO()
    write(rows, buffer)
    outputs.write(buffer.getvalue(), output)
    if not outputs.is_standard(output):
        decided = sum(bool(row.verdict) for row in rows)
        outputs.note(f"Wrote {output}: {counted(len(rows), 'row')}, {decided} of them decided.")


def _writer(output: str) -> Callable[[Sequence[ReviewRow], BinaryIO], None]:
    """Find how to write, by the ending of the output."""
    from rolegraph.exports import UnknownFormat
    from rolegraph.exports.review_sheets import sheet_for, write_csv

    try:
        return write_csv if outputs.is_standard(output) else sheet_for(output).write
    except UnknownFormat as error:
        raise click.UsageError(str(error)) from error


def _earlier(output: str) -> dict[str, ReviewRow]:
    """Read the rows that somebody wrote into, where the output is there already, by their ids."""
    from rolegraph.extraction import read_rows

    if outputs.is_standard(output) or not os.path.exists(output):
        return {}
    return {row.id: row for _, row in read_rows(output) if row.decided}


def _built(sources: Sequence[str], reading: Reading) -> Build:
    """Read sources for all that they say; earlier verdicts are carried over and not obeyed here."""
    built = build_graph(sources, reading, min_confidence=0, reviews=(), doubts=True)
    warn(built)
    return built


def _open_rows(built: Build) -> list[ReviewRow]:
    """List what is left open or doubtful beside statements that are not sure: names, meanings, classes."""
    from rolegraph.extraction.review.doubts import class_row, homonym_row
    from rolegraph.graph.reviews import row_of

    ontology = built.graph.ontology
    sources = {source.iri: source.name for source in built.graph.sources()}
    return [
        *(row_of(one, ontology, str, sources.get) for one in built.unsettled),
        *map(homonym_row, built.homonyms),
        *(class_row(one, ontology) for one in built.doubts),
    ]


def _joined(
    kg: KnowledgeGraph, below: float | None, left_open: Sequence[ReviewRow], earlier: dict[str, ReviewRow]
) -> list[ReviewRow]:
    """Put what is doubtful or open and what was decided into one list; what is gone keeps its old row."""
    from rolegraph.graph.reviews import in_order, review_rows

    rows = {row.id: row for row in (*review_rows(kg, below), *left_open)}
    if earlier:
        fresh = {row.id: row for row in (*review_rows(kg), *left_open)}
        rows |= {key: row.deciding_as(fresh.get(key, row)) for key, row in earlier.items()}
    return in_order(rows.values())
