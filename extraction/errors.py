"""What goes wrong while building.

RolegraphError
├── BuildError(ValueError)           sources that cannot be read; all of them, not the first
├── ExtractorError(ValueError)       an extractor of another package that cannot be used
│   └── UnknownExtractor(KeyError)   no extractor has this name
└── WorkerLost                       a process that read documents was ended from outside
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.graph import RolegraphError

__all__ = ["BuildError", "ExtractorError", "Failure", "UnknownExtractor", "WorkerLost"]


class Failure(NamedTuple):
    """A source that could not be read, and why."""

    name: str
    message: str


class BuildError(RolegraphError, ValueError):
    """Say which sources could not be read."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        super().__init__(list(failures))
        self.failures = list(failures)

    def __str__(self) -> str:
        """Give one line a source."""
        return "\n".join(failure.message for failure in self.failures)


class ExtractorError(RolegraphError, ValueError):
    """Say why an extractor cannot be used."""


class UnknownExtractor(ExtractorError, KeyError):  # noqa: N818
    """No extractor has this name; ``known`` are those there are.

    >>> str(UnknownExtractor("tabels", ["prose", "tables"]))
    "unknown extractor 'tabels'; did you mean 'tables'? Known: prose, tables"
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        from difflib import get_close_matches

        self.known = tuple(known)
        near = get_close_matches(name.casefold(), self.known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else "."
        super().__init__(f"unknown extractor {name!r}{hint} Known: {', '.join(self.known)}")


class WorkerLost(RolegraphError):  # noqa: N818
    """A process that read documents was ended from outside: it was killed, or there was no memory left."""

    def __str__(self) -> str:
        """Say what can be done."""
        return (
            "Nothing was built: a process that read documents was ended from outside, as happens when memory "
            "runs out. With --jobs 1 all is read in one process."
        )
