"""``rolegraph show``: the card of a term."""

from __future__ import annotations

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph, output_option, text_or_json_option

__all__ = ["command"]


@click.command(
    "show",
    cls=Command,
    examples=(
        "rolegraph show PM",
        'rolegraph show "product manager" --evidence',
        "rolegraph show BPO --format json",
    ),
)
@click.argument("term")
@click.option("--evidence", is_flag=True, help="Give each relation with its quotes and their places.")
@text_or_json_option
@output_option
@graph_option
def command(term: str, evidence: bool, form: str, output: str | None, graph: str | None) -> None:
    """Show the card of a term.

    The term may be named by its label, an abbreviation, another name or its IRI, in any case, singular or
    plural. The card has its definitions, its relations in both directions, what the sources deny, the
    activity table and the questions. JSON always has the evidence.
    """
    from rolegraph.cli.card import gather
    from rolegraph.cli.wording import Places

    kg = open_graph(graph)
    card = gather(kg, kg.term(term))
    if form == "json":
        from rolegraph.cli.card_json import as_json

        outputs.write_json(as_json(card, Places(kg)), output)
        return
    from rolegraph.cli.card_text import text

    width = outputs.text_width(output)
    outputs.write(text(card, Places(kg), width=width, evidence=evidence), output)
