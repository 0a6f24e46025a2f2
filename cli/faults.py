"""Which errors are the user's to mend, and how each is told: a message on stderr and exit status 1."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean", "fault"]

# Where the rooms keep the errors that a user can cause. An error can only have been raised by a module that
# is loaded, so looking into sys.modules tells without importing the room.
_KNOWN = (
    ("rolegraph.graph.errors", "RolegraphError"),
    ("rolegraph.ontology.errors", "OntologyError"),
    ("rolegraph.ontology.errors", "UnknownName"),
    ("rolegraph.readers.errors", "ReadError"),
    ("rolegraph.extraction.errors", "BuildError"),
    ("rolegraph.extraction.errors", "ExtractorError"),
    ("rolegraph.exports.errors", "ExportError"),
)


def fault(error: Exception) -> click.ClickException | None:
    """Turn an error into the message for the user; None for one that is a fault of rolegraph's own."""
    if isinstance(error, OSError):
        return _system_fault(error)
    for module, name in _KNOWN:
        known = getattr(sys.modules.get(module), name, None)
        if known is not None and isinstance(error, known):
            return click.ClickException(_message(error))
    return None


def _system_fault(error: OSError) -> click.ClickException | None:
    """Name the file and what the system says; a pipe that was closed is click's to end silently."""
    if error.errno is None or error.errno == errno.EPIPE:
        return None
    named = f"{error.filename}: " if error.filename else ""
    return click.ClickException(f"{named}{(error.strerror or str(error)).lower()}")


def _message(error: Exception) -> str:
    """Give the words of an error; str() of a plain KeyError would put them in quotes."""
    if type(error).__str__ is KeyError.__str__:
        return str(error.args[0])
    return str(error)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Suggest what may have been meant, as a sentence to append; empty where nothing is near.

    >>> did_you_mean("serch", ["search", "show"])
    " Did you mean 'search'?"
    """
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), list(known), n=3, cutoff=0.6)
    return f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
