"""What can go wrong with an ontology.

ValueError
└── OntologyError        a file of the ontology cannot be read, or says what cannot be
KeyError
└── UnknownName          no relation type, class or property has this name
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["OntologyError", "UnknownName"]


class OntologyError(ValueError):
    """A file of the ontology cannot be read or contradicts itself; the message names file and line."""


class UnknownName(KeyError):  # noqa: N818
    """Nothing in the ontology has this name; ``suggestions`` are the names nearest to it."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        self.suggestions = _nearest(name, self.known)
        super().__init__(name)

    def __str__(self) -> str:
        """Say what is unknown, and what was probably meant."""
        if self.suggestions:
            return f"unknown {self.kind} '{self.name}'; did you mean {' or '.join(self.suggestions)}?"
        return f"unknown {self.kind} '{self.name}'; known: {', '.join(self.known)}"


def _nearest(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Pick up to three similar names; imported here because only a mistake pays for it."""
    from difflib import get_close_matches

    local = name.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2].casefold()
    folded = {each.casefold(): each for each in known}
    return tuple(folded[each] for each in get_close_matches(local, folded, n=3, cutoff=0.6))
