"""The errors of the graph room.

::

    RolegraphError
    ├── UnknownTerm (KeyError)            no term has this name
    ├── AmbiguousTerm (LookupError)       several terms have this name
    ├── UnknownRelation (KeyError)        neither the ontology nor the graph has this relation type
    ├── UnknownClass (KeyError)           neither the ontology nor the graph has this class
    ├── UnknownCollection (KeyError)      the graph has no collection of this name
    ├── GraphUnreadable (ValueError)      a file or folder that holds no readable graph
    ├── GraphInUse (RuntimeError)         a folder that another process writes to
    ├── GraphUnwritable (RuntimeError)    a folder that could not be written
    ├── EndpointFailed (RuntimeError)     a SPARQL endpoint that can't be reached, refuses or fails
    └── QueryError (ValueError)           a SPARQL query that is wrong, or failed
        └── RemoteAccessRefused           a SPARQL query that would leave the graph
"""

# ruff: noqa: N818 (the names say what is wrong, which "Error" would not make clearer)

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rolegraph.graph.record import Term

__all__ = [
    "AmbiguousTerm",
    "EndpointFailed",
    "GraphInUse",
    "GraphUnreadable",
    "GraphUnwritable",
    "QueryError",
    "RemoteAccessRefused",
    "RolegraphError",
    "UnknownClass",
    "UnknownCollection",
    "UnknownRelation",
    "UnknownTerm",
]


class RolegraphError(Exception):
    """What is wrong with the input: the message is one line for a person, with the place if there is one."""

    def __str__(self) -> str:
        """Give the message bare (KeyError would quote it)."""
        return str(self.args[0]) if self.args else ""


class _Unknown(RolegraphError, KeyError):
    """A name that nothing has, and the names that come close to it."""

    kind = "name"

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        super().__init__(f"no {self.kind} is named {name!r}{_did_you_mean(suggestions)}")
        self.name = name
        self.suggestions = tuple(suggestions)


class UnknownTerm(_Unknown):
    """No term has this name.

    >>> str(UnknownTerm("produkt manager", ["Product manager"]))
    "no term is named 'produkt manager'; did you mean 'Product manager'?"
    """

    kind = "term"

    def __init__(self, name: str, suggestions: Sequence[str] = (), *, is_empty: bool = False) -> None:
        super().__init__(name, suggestions)
        if is_empty:
            self.args = (f"{self.args[0]}; the graph is empty",)


class UnknownRelation(_Unknown):
    """Neither the ontology nor the graph has a relation type of this name."""

    kind = "relation type"


class UnknownClass(_Unknown):
    """Neither the ontology nor the graph has a class of this name."""

    kind = "class"


class UnknownCollection(_Unknown):
    """The graph has no collection of this name."""

    kind = "collection"


class AmbiguousTerm(RolegraphError, LookupError):
    """Several terms have this name: ``candidates`` are those terms."""

    def __init__(self, name: str, candidates: Sequence[Term]) -> None:
        labels = _listed([term.label.value for term in candidates], "and")
        super().__init__(f"{name!r} names {len(candidates)} terms: {labels}; use the label or the IRI")
        self.name = name
        self.candidates = tuple(candidates)


class GraphUnreadable(RolegraphError, ValueError):
    """A file or folder that is missing, is no graph or is broken: ``roles.ttl, line 7, column 3: …``."""


class GraphInUse(RolegraphError, RuntimeError):
    """A folder that another process writes to."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: is in use: another process writes to it; try again when that has ended")


class GraphUnwritable(RolegraphError, RuntimeError):
    """A folder that could not be written: a full disk, no permission; what was there before still is."""


class EndpointFailed(RolegraphError, RuntimeError):
    """A SPARQL endpoint that can't be reached, refuses or fails; ``url`` is its address."""

    def __init__(self, url: str, said: str) -> None:
        super().__init__(f"{url}: {said}")
        self.url = url


class QueryError(RolegraphError, ValueError):
    """A SPARQL query that is wrong or failed; ``line`` and ``column`` count from 1, 0 where unknown."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"query, line {line}, column {column}: {message}" if line else f"query: {message}")
        self.line = line
        self.column = column


class RemoteAccessRefused(QueryError):
    """A SPARQL query that would call another server or read a file, which it may only when allowed."""


def _did_you_mean(suggestions: Sequence[str]) -> str:
    return f"; did you mean {_listed(suggestions, 'or')}?" if suggestions else ""


def _listed(names: Sequence[str], joint: str) -> str:
    """Join names as prose does, each in quotes.

    >>> _listed(["Product manager", "Project manager"], "and")
    "'Product manager' and 'Project manager'"
    """
    quoted = [repr(name) for name in names]
    return f" {joint} ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))
