"""The errors of the exports room.

::

    ExportError (ValueError)       a graph that a format cannot hold
    └── UnknownFormat (KeyError)   no format has this name or file ending
"""

# ruff: noqa: N818 (the names say what is wrong, which "Error" would not make clearer)

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ExportError", "UnknownFormat"]


class ExportError(ValueError):
    """A graph that a format cannot hold: the message is one line for a person."""

    def __str__(self) -> str:
        """Give the message bare (KeyError would quote it)."""
        return str(self.args[0]) if self.args else ""


class UnknownFormat(ExportError, KeyError):
    """No format has this name, or no format this file ending; ``known`` are those there are.

    >>> str(UnknownFormat("format 'turtel'", "turtel", ["csv", "dot", "turtle"]))
    "unknown format 'turtel'; did you mean 'turtle'? Known: csv, dot, turtle"
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        self.known = tuple(known)
        near = get_close_matches(name.casefold(), self.known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else "."
        super().__init__(f"unknown {what}{hint} Known: {', '.join(self.known)}")
