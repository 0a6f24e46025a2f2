"""The ontology's Turtle as an index: subject, predicate, the objects in the order of the file."""

from __future__ import annotations

import re

from pyoxigraph import RdfFormat, Triple, parse

from rolegraph.ontology.errors import OntologyError
from rolegraph.ontology.namespaces import RDF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from pyoxigraph import BlankNode, Literal, NamedNode, Quad

__all__ = ["Statements", "read_statements"]

_FIRST, _REST, _NIL = RDF + "first", RDF + "rest", RDF + "nil"


class Statements:
    """Values by subject and predicate, as plain strings: IRIs, labels of blank nodes, texts of literals."""

    def __init__(self, quads: Iterable[Quad], without: Container[str] = ()) -> None:
        self._languages: dict[str, dict[str, dict[str, list[str]]]] = {}
        for subject, predicate, value, _ in quads:
            if predicate.value in without:
                continue
            values = self._languages.setdefault(_text(subject), {}).setdefault(predicate.value, {})
            values.setdefault(_text(value), []).append(getattr(value, "language", None) or "")

    def of_type(self, class_iri: str) -> Iterator[str]:
        """Give the subjects of a class."""
        return self.subjects(RDF + "type", class_iri)

    def subjects(self, predicate: str, value: str) -> Iterator[str]:
        """Give the subjects that have a value of a property."""
        return (each for each, values in self._languages.items() if value in values.get(predicate, ()))

    def subjects_with(self, predicates: Iterable[str]) -> list[str]:
        """Give the subjects that have a value of any of some properties, in the order of the file."""
        wanted = set(predicates)
        return [each for each, values in self._languages.items() if not wanted.isdisjoint(values)]

    def values(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Give all values of a property, in the order of the file."""
        return tuple(self._languages.get(subject, {}).get(predicate, ()))

    def tagged(self, subject: str, predicate: str) -> dict[str, str]:
        """Map all values of a property to their language tags; empty for one without, or with several."""
        found = self._languages.get(subject, {}).get(predicate, {})
        return {text: tags[0] if len(set(tags)) == 1 else "" for text, tags in found.items()}

    def text(self, subject: str, predicate: str) -> str:
        """Give one value, English or without a language before any other; empty if there is none."""
        found = self.texts(subject, predicate)
        english = (value for value, language in found if (language or "en").startswith("en"))
        return next(english, next((value for value, _ in found), ""))

    def texts(self, subject: str, predicate: str) -> tuple[tuple[str, str], ...]:
        """Give all values of a property with their language tags, empty where they have none."""
        found = self._languages.get(subject, {}).get(predicate, {})
        return tuple((value, language) for value, languages in found.items() for language in languages)

    def members(self, head: str) -> tuple[str, ...]:
        """Follow an RDF list to its end, or to where it bites its tail."""
        items: dict[str, str] = {}
        while head != _NIL and head not in items and (first := self.values(head, _FIRST)):
            items[head] = first[0]
            head = (self.values(head, _REST) or (_NIL,))[0]
        return tuple(items.values())


def read_statements(*paths: str, more: Iterable[Quad] = (), without: Container[str] = ()) -> Statements:
    """Read Turtle files as one, and ``more`` behind them, but for some properties.

    :raises OntologyError: if files cannot be read; all of them are named, with the line that is no Turtle.
    """
    quads: list[Quad] = []
    faults: list[str] = []
    for path in paths:
        try:
            quads += _quads(path)
        except OntologyError as error:
            faults.append(str(error))
    if faults:
        raise OntologyError("\n".join(faults))
    return Statements([*quads, *more], without)


def _text(node: NamedNode | BlankNode | Literal | Triple) -> str:
    return str(node) if type(node) is Triple else node.value


def _quads(path: str) -> list[Quad]:
    try:
        return list(parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True))
    except SyntaxError as error:
        raise OntologyError(f"{path}, line {error.lineno}: not valid Turtle: {_reason(error)}") from None
    except FileNotFoundError:
        raise OntologyError(f"{path}: no such file") from None
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error}") from None


def _reason(error: SyntaxError) -> str:
    """Take the parser's words without the position that they begin with; the message gives it before."""
    return re.sub(r"^Parser error .*?: ", "", error.msg)
