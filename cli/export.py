"""``rolegraph export``: the graph in a format that other tools read."""

from __future__ import annotations

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph

__all__ = ["command"]


class _ExportCommand(Command):
    """A command whose help lists the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of formats."""
        from rolegraph.exports import all_formats

        rows = [(one.name, f"{one.description} ({', '.join(one.endings)})") for one in all_formats().values()]
        with formatter.section("Formats"):
            formatter.write_dl(rows)


@click.command(
    "export",
    cls=_ExportCommand,
    examples=(
        "rolegraph export -o roles.graphml",
        "rolegraph export mermaid",
        "rolegraph export jsonld -g roles.ttl -o roles.json",
    ),
)
@click.argument("format_name", metavar="[FORMAT]", required=False)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help='Write to this file; its ending names the format where none is given. "-", the default, is '
    "the standard output.",
)
@graph_option
def command(format_name: str | None, output: str | None, graph: str | None) -> None:
    """Write the graph in a format that other tools read.

    RDF syntaxes hold the whole graph and can be read back; the others are views for network tools,
    spreadsheets and documents. The same graph always gives the same bytes.
    """
    form = _format(format_name, output)
    for file in outputs.write_graph(open_graph(graph), form, output):
        outputs.note(f"Wrote {file}.")


def _format(name: str | None, output: str | None) -> str:
    """Find the format before the graph is opened: its name, else the ending of the output."""
    from rolegraph.exports import UnknownFormat, find_format, format_for

    if name is None and outputs.is_standard(output):
        raise click.UsageError("Give a format, or -o FILE with an ending that names one.")
    try:
        return (find_format(name) if name is not None else format_for(str(output))).name
    except UnknownFormat as error:
        raise click.UsageError(str(error)) from error
