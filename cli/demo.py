"""``rolegraph demo``: the starter glossary, built and asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from rolegraph.cli import output as outputs
from rolegraph.cli import style
from rolegraph.cli.lazy import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.graph import KnowledgeGraph

__all__ = ["command"]

_QUERY = """\
SELECT ?role ?skill WHERE {
  :product-manager rg:requiresSkill ?skill .
  ?role rg:requiresSkill ?skill .
  FILTER (?role != :product-manager)
}
ORDER BY ?role ?skill"""


@click.command("demo", cls=Command, examples=("rolegraph demo", "rolegraph demo --output-dir /tmp/demo"))
@click.option(
    "--output-dir",
    metavar="FOLDER",
    default="demo",
    show_default=True,
    help="Folder for the files it writes.",
)
def command(output_dir: str) -> None:
    """Build the starter glossary and show what can be asked of it.

    The articles of the starter glossary go through the ordinary build. Shown are the card of product manager,
    the path from PM to CRM, and a question in SPARQL with its answer; the graph and its interactive map are
    written to the folder.
    """
    from rolegraph.cli.build import build_graph
    from rolegraph.cli.summary import summary
    from rolegraph.ontology import STARTER_PATH

    built = build_graph([os.fspath(STARTER_PATH)], title="Roles and outsourcing")
    outputs.note(f"Built the starter glossary: {summary(built).splitlines()[0]}\n")
    for part in _parts(built.graph):
        outputs.write(part + "\n")
    os.makedirs(output_dir, exist_ok=True)
    for form, name in (("turtle", "rolegraph.ttl"), ("html", "rolegraph.html")):
        for file in outputs.write_graph(built.graph, form, os.path.join(output_dir, name)):
            outputs.write(f"Wrote {file}\n")


def _parts(kg: KnowledgeGraph) -> Iterator[str]:
    """Give what the demonstration shows, each part under the command that gives it."""
    yield _prompt("show PM") + _card(kg)
    yield _prompt("path PM CRM") + _path(kg)
    yield _prompt(f"query '{_QUERY}'") + _answer(kg)


def _prompt(command: str) -> str:
    return style.bold(f"$ rolegraph {command}") + "\n"


def _card(kg: KnowledgeGraph) -> str:
    from rolegraph.cli.card import gather
    from rolegraph.cli.card_text import text
    from rolegraph.cli.wording import Places

    return text(gather(kg, kg.term("product manager")), Places(kg), width=outputs.text_width())


def _path(kg: KnowledgeGraph) -> str:
    from rolegraph.cli.path import told

    return "\n".join(told(kg, path, outputs.terminal_width(None)) for path in kg.paths("PM", "CRM"))


def _answer(kg: KnowledgeGraph) -> str:
    """Answer which other roles need a skill that a product manager needs."""
    from rolegraph.cli.answers import solution_table
    from rolegraph.graph.sparql import Solutions

    answer = kg.query(_QUERY)
    assert isinstance(answer, Solutions)
    return solution_table(kg, answer, labels=True).render("table", outputs.terminal_width(None))
