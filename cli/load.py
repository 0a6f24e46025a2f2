"""``rolegraph load``: RDF files into an Oxigraph directory."""

from __future__ import annotations

import click

from rolegraph.cli import output as outputs
from rolegraph.cli.lazy import Command

__all__ = ["command"]


@click.command(
    "load",
    cls=Command,
    examples=(
        "rolegraph load thesaurus.nt.gz --into thesaurus.oxi",
        "rolegraph load more.ttl --into thesaurus.oxi",
        "rolegraph load *.ttl --into roles.oxi --replace",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--into", metavar="DIR", required=True, help="The directory; it is made where there is none.")
@click.option("--replace", is_flag=True, help="Leave out what the directory held before.")
def command(files: tuple[str, ...], into: str, replace: bool) -> None:
    """Load RDF files into an Oxigraph directory.

    A directory carries millions of terms: it opens at once, and look-up and search go by an index of its
    labels. What is loaded is added to what is there. Until all of it is loaded, the directory is as it was;
    a broken file is named with its line and changes nothing. FILE may be in any RDF syntax, and compressed.
    """
    from rolegraph.cli.progress import Progress
    from rolegraph.cli.wording import counted
    from rolegraph.graph.loading import load

    with Progress("") as bar:
        loaded = load(files, into, replace=replace, told=bar.named)
    outputs.note(
        f"Loaded {counted(loaded.added, 'new triple')}; {into} holds {counted(loaded.triples, 'triple')}."
    )
