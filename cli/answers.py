"""Answers of SPARQL queries in the forms they can take: bindings, truth values, graphs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click
from pyoxigraph import QueryResultsFormat, Triple

from rolegraph.cli.nodes import Names
from rolegraph.cli.options import print_table
from rolegraph.cli.output import note, write
from rolegraph.cli.tables import Column, Table
from rolegraph.graph.sparql import Solutions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.sparql import Answer

__all__ = ["print_answer"]

_BINDINGS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_GRAPHS = ("turtle", "ntriples", "jsonld")

# SPARQL 1.1 Query Results JSON Format, 4; SPARQL Query Results XML Format, 2.3.2
_TRUTH = {
    "table": "{truth}\n",
    "json": '{{"head": {{}}, "boolean": {truth}}}\n',
    "xml": '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    "<head/><boolean>{truth}</boolean></sparql>\n",
}


def print_answer(
    kg: KnowledgeGraph, answer: Answer, form: str | None, output: str | None, *, labels: bool = True
) -> None:
    """Write an answer in a form, or in the first form that it can take.

    Raises click.UsageError where the answer can't take the form.
    """
    if isinstance(answer, Solutions):
        _print_solutions(kg, answer, _fitting(form, ("table", *_BINDINGS), "rows"), output, labels)
    elif isinstance(answer, bool):
        truth = str(answer).lower()
        write(_TRUTH[_fitting(form, tuple(_TRUTH), "true or false")].format(truth=truth), output)
    else:
        write(_graph(kg, answer, _fitting(form, _GRAPHS, "a graph")), output)


def _fitting(form: str | None, forms: Sequence[str], what: str) -> str:
    if form is not None and form not in forms:
        accepted = ", ".join(forms)
        raise click.UsageError(f"The answer is {what}; --format {form} does not fit, use one of: {accepted}.")
    return form or forms[0]


def _print_solutions(
    kg: KnowledgeGraph, solutions: Solutions, form: str, output: str | None, labels: bool
) -> None:
    if form == "table":
        table = solution_table(kg, solutions, labels)
        print_table(table, form, output)
        if not table.rows:
            note("No rows.")
        return
    buffer = io.BytesIO()
    solutions.serialize(buffer, _BINDINGS[form])
    write(buffer.getvalue() + (b"\n" if form in ("json", "xml") else b""), output)


def solution_table(kg: KnowledgeGraph, solutions: Solutions, labels: bool) -> Table:
    """Lay out solutions as a table, IRIs shortened and with their labels."""
    names = Names(kg, labels=labels)
    columns = [Column(variable, variable) for variable in solutions.variables]
    return Table(columns, [[names.cell(node) for node in row] for row in solutions])


def _graph(kg: KnowledgeGraph, triples: Sequence[Triple], form: str) -> bytes:
    """Write the triples of an answer in a fixed order, so that the same answer is the same bytes."""
    buffer = io.BytesIO()
    if form == "turtle":
        from rolegraph.exports.turtle import write_turtle

        write_turtle(triples, buffer, prefixes=kg.prefixes, base=kg.base)
    elif form == "ntriples":
        from rolegraph.exports.ntriples import write_ntriples

        write_ntriples(triples, buffer)
    else:
        from rolegraph.exports.jsonld import write_jsonld

        write_jsonld(triples, buffer, prefixes=kg.prefixes)
    return buffer.getvalue()
