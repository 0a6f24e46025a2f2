"""The command line: parse, call, print. One module a command, imported when it is run."""

from __future__ import annotations

import atexit
import gc

import click

from rolegraph import __version__
from rolegraph.cli.lazy import LazyGroup

__all__ = ["main"]

atexit.register(
    gc.freeze
)  # else Python goes through all objects once more as it ends, which is as long as a look-up


@click.command(
    "rolegraph",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    examples=(
        "rolegraph build glossary/ -o roles.ttl",
        'rolegraph show "product manager"',
        "rolegraph path PM CRM",
    ),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn glossaries and role descriptions into a knowledge graph to see, ask and hand on.

    Without -g, ROLEGRAPH_GRAPH or a rolegraph.ttl in the working folder, the commands read the starter
    glossary that comes with rolegraph. "rolegraph COMMAND -h" explains a command.
    """
