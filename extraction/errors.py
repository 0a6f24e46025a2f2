"""What goes wrong while building.

RolegraphError
├── BuildError(ValueError)     sources that cannot be read; all of them, not the first
└── ReviewError(ValueError)    a review that says what cannot be obeyed; all its faults, not the first
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.graph import RolegraphError

__all__ = ["BuildError", "Failure", "Fault", "ReviewError"]


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
