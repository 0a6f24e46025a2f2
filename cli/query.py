"""``rolegraph query``: questions in SPARQL, and the queries that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rolegraph.cli.lazy import Command
from rolegraph.cli.options import graph_option, open_graph, output_option, print_table

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.sparql import Answer

__all__ = ["command"]

_FORMS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld")


@click.command(
    "query",
    cls=Command,
    examples=(
        "rolegraph query 'SELECT ?role WHERE { ?role a rg:Role }'",
        "rolegraph query --list",
        "rolegraph query --name roles-and-skills --format csv -o skills.csv",
        "rolegraph query -f question.rq -g roles.ttl",
    ),
)
@click.argument("sparql", required=False)
@click.option("-f", "--file", metavar="FILE", help='Read the query from a file; "-" is the standard input.')
@click.option("--name", metavar="NAME", help="Run a query that ships with rolegraph.")
@click.option("--list", "listing", is_flag=True, help="List the queries that ship.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help="Rows: table (default), csv, tsv, json, xml. Graphs: turtle (default), ntriples, jsonld.",
)
@click.option("--no-labels", is_flag=True, help="Leave out the labels beside the IRIs of the table.")
@click.option(
    "--allow-remote", is_flag=True, help="Let the query call servers and read files (SERVICE, FROM)."
)
@output_option
@graph_option
def command(
    sparql: str | None,
    file: str | None,
    name: str | None,
    listing: bool,
    form: str | None,
    no_labels: bool,
    allow_remote: bool,
    output: str | None,
    graph: str | None,
) -> None:
    """Ask in SPARQL, or run a query that ships with rolegraph.

    SELECT gives rows, ASK true or false, CONSTRUCT and DESCRIBE a graph. The prefixes of the graph and of the
    ontology (rg, skos, prov, dcterms, schema, org, esco...) need no PREFIX lines; the empty prefix is the
    base of the terms, as in ":product-manager". A query reads: it never changes the graph.
    """
    if sum([sparql is not None, file is not None, name is not None, listing]) != 1:
        raise click.UsageError("Give one of: a query, -f FILE, --name NAME, --list.")
    if listing:
        _list(form or "table", output)
        return
    text = _text(sparql, file, name)
    kg = open_graph(graph)
    answer = _answer(kg, text, allow_remote)
    from rolegraph.cli.answers import print_answer

    print_answer(kg, answer, form, output, labels=not no_labels)


def _text(sparql: str | None, file: str | None, name: str | None) -> str:
    if name is not None:
        from rolegraph.cli.queries import named_query

        return named_query(name).text
    return _read(file) if file is not None else str(sparql)


def _read(file: str) -> str:
    try:
        with click.open_file(file, encoding="utf-8") as stream:
            return str(stream.read())
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: is not UTF-8 text (byte {error.start})") from error


def _answer(kg: KnowledgeGraph, text: str, allow_remote: bool) -> Answer:
    """Ask; a refusal names the option that lifts it."""
    from rolegraph.graph import RemoteAccessRefused

    try:
        return kg.query(text, allow_remote=allow_remote)
    except RemoteAccessRefused as error:
        message = str(error).replace("remote access is allowed", "--allow-remote is given")
        raise click.ClickException(message) from error


def _list(form: str, output: str | None) -> None:
    from rolegraph.cli.queries import named_queries
    from rolegraph.cli.tables import FORMS, Column, Table

    if form not in FORMS:
        raise click.UsageError(f"--list gives rows: use {', '.join(FORMS)}.")
    columns = (Column("name", "Name"), Column("title", "Title"), Column("description"), Column("query"))
    print_table(Table(columns, named_queries()), form, output)
