"""What goes wrong while building.

RolegraphError
└── BuildError(ValueError)    sources that cannot be read; all of them, not the first
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.graph import RolegraphError

__all__ = ["BuildError", "Failure"]


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
