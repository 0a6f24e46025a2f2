"""What goes wrong while building.

RolegraphError
├── BuildError(ValueError)           sources that cannot be read; all of them, not the first
├── ExtractorError(ValueError)       an extractor of another package that cannot be used
│   └── UnknownExtractor(KeyError)   no extractor has this name
├── ReviewError(ValueError)          a review that says what cannot be obeyed; all its faults, not the first
└── WorkerLost                       a process that read documents was ended from outside
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.graph import RolegraphError

__all__ = [
    "BuildError",
    "ExtractorError",
    "Failure",
    "Fault",
    "ReviewError",
    "UnknownExtractor",
    "WorkerLost",
]


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


class Fault(NamedTuple):
    """What is wrong with a review, and the line of the file where it stands; 0 is the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Give place and message in one line."""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class ReviewError(RolegraphError, ValueError):
    """Say all that is wrong with a review."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(list(faults))
        self.faults = list(faults)

    def __str__(self) -> str:
        """Give one line a fault."""
        return "\n".join(map(str, self.faults))


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
