"""``rolegraph push``: a graph into a SPARQL engine."""

from __future__ import annotations

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command

__all__ = ["command"]


@click.command(
    "push",
    cls=Command,
    examples=(
        "rolegraph push roles.ttl --to http://localhost:7878/update",
        "rolegraph push roles.oxi --to http://localhost:8890/sparql-auth --into-graph https://example.org/roles",
        "rolegraph push roles.ttl --to http://localhost:3030/ds/data --way graph-store",
    ),
)
@click.argument("source", metavar="DIR|FILE")
@click.option("--to", "url", metavar="URL", required=True, help="Where the engine takes updates.")
@click.option(
    "--into-graph", "graph", metavar="IRI", default="", help="The named graph there; else the default graph."
)
@click.option(
    "--way",
    type=click.Choice(["update", "graph-store"]),
    default="update",
    show_default=True,
    help="SPARQL Update, or the Graph Store Protocol.",
)
def command(source: str, url: str, graph: str, way: str) -> None:
    """Send a graph to a SPARQL engine.

    The triples are added to what is there, in batches; sending one twice changes nothing, so that a push
    that broke off is begun anew and goes on where it was. Blank nodes get IRIs. User and password come from
    ROLEGRAPH_USER and ROLEGRAPH_PASSWORD, or from the netrc file, a token from ROLEGRAPH_TOKEN.
    """
    from rolegraph.cli.caches import cache_folder
    from rolegraph.cli.progress import Progress
    from rolegraph.cli.wording import counted
    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.pushing import Target, digest_of, journal_for, push

    triples, target = KnowledgeGraph.open(source).triples, Target(url, graph, way)
    journal = journal_for(digest_of(triples), target, cache_folder("push"))
    with Progress("Sending") as progress:
        done = push(triples, target, journal, progress)
    before = f", {done.skipped} of them by an earlier push" if done.skipped else ""
    outputs.note(f"Sent {counted(done.triples, 'triple')}{before}.")
