"""The names of an endpoint's terms, found by SPARQL that every engine has.

A name as it is mostly written is looked up by its literal, which is quick in any engine; what is spelled otherwise is
found by filters, for which an engine goes through its labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.candidates import FIELDS, Name
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rolegraph.graph.endpoint import Endpoint

__all__ = ["RemoteNames"]

_MANY = 400
_LANGUAGES = ("", "en", "de", "fr", "es", "it", "nl", "pt")
_RANKS = dict(FIELDS)
_LABEL = "LCASE(STR(?label))"


class RemoteNames:
    """The names of an endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._kept: dict[str, list[Name]] = {}

    def spelled(self, name: str) -> list[Name]:
        """Give the names in one of the usual spellings."""
        text = " ".join(name.split())
        forms = dict.fromkeys((text, text.capitalize(), text.lower(), text.upper(), text.title()))
        literals = " ".join(
            str(Literal(form, language=tag) if tag else Literal(form)) for form in forms for tag in _LANGUAGES
        )
        return self._found(f"VALUES ?label {{ {literals} }}", _MANY, first=True)

    def alike(self, name: str) -> list[Name]:
        """Give the names in one of the usual spellings; where there are none, those that begin and end alike."""
        if found := self.spelled(name):
            return found
        key = fold(name)
        if not key:
            return []
        begins = f"STRSTARTS({_LABEL}, {_quoted(key[:3])}) || CONTAINS({_LABEL}, {_quoted(' ' + key[:3])})"
        length = f"STRLEN(STR(?label)) <= {len(name) + 8} && STRLEN(STR(?label)) >= {len(key) - 3}"
        return self._found(f"FILTER(({begins}) && {length})", 5 * _MANY)

    def unlabelled(self, name: str) -> list[str]:
        """Give the concepts whose IRI ends with a name."""
        kinds = " ".join(map(str, v.CONCEPTS))
        query = (
            f"SELECT ?s {{ VALUES ?kind {{ {kinds} }} ?s a ?kind FILTER(STRENDS(STR(?s), {_quoted(name)})) }}"
        )
        rows = self._endpoint.solutions(f"{query} LIMIT {_MANY}")
        return sorted(row[0].value for row in rows if isinstance(row[0], NamedNode))

    def with_words(self, text: str) -> list[Name]:
        """Give the names that hold all words, but for their endings."""
        words = [_stem(word) for word in fold(text).split()]
        filters = " && ".join(f"CONTAINS({_LABEL}, {_quoted(word)})" for word in words)
        return self._found(f"FILTER({filters})", _MANY) if words else []

    def with_some_words(self, text: str) -> list[Name]:
        """Give the names that hold one of the words."""
        words = [_stem(word) for word in fold(text).split() if len(word) > 2]
        filters = " || ".join(f"CONTAINS({_LABEL}, {_quoted(word)})" for word in words)
        return self._found(f"FILTER({filters})", _MANY) if words else []

    def close_to(self, text: str) -> list[Name]:
        """Give the names of about the same length that share three letters in a row."""
        key = fold(text)
        threes = sorted({key[at : at + 3] for at in range(max(1, len(key) - 2))})
        shared = " || ".join(f"CONTAINS({_LABEL}, {_quoted(three)})" for three in threes[:12])
        length = f"STRLEN(STR(?label)) <= {2 * len(key) + 2} && STRLEN(STR(?label)) >= {int(0.6 * len(key))}"
        return self._found(f"FILTER(({shared}) && {length})", 10 * _MANY) if key else []

    def defined_with(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the definitions that hold all words."""
        words = [_stem(word) for word in text.split()]
        if not words:
            return
        filters = " && ".join(f"CONTAINS(LCASE(STR(?text)), {_quoted(word)})" for word in words)
        kinds = " ".join(map(str, v.DEFINITIONS))
        query = f"SELECT ?s ?text {{ VALUES ?p {{ {kinds} }} ?s ?p ?text FILTER({filters}) }} LIMIT {_MANY}"
        for subject, value in self._endpoint.solutions(query):
            if isinstance(subject, NamedNode) and isinstance(value, Literal):
                yield subject.value, value.value

    def predicates(self) -> None:
        """Know nothing beforehand."""

    def _found(self, condition: str, most: int, *, first: bool = False) -> list[Name]:
        kinds = " ".join(str(predicate) for predicate, _ in FIELDS)
        fields = f"VALUES ?p {{ {kinds} }}"
        body = f"{condition} {fields} ?s ?p ?label" if first else f"{fields} ?s ?p ?label {condition}"
        query = f"SELECT ?s ?p ?label {{ {body} }} LIMIT {most}"
        if query not in self._kept:
            self._kept[query] = list(_names(self._endpoint.solutions(query)))
        return self._kept[query]


def _names(rows: Iterable[Iterable[object]]) -> Iterator[Name]:
    for subject, predicate, label in rows:
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(label, Literal):
            yield Name(label.value, subject.value, _RANKS[predicate], predicate, label.language or "")


def _stem(word: str) -> str:
    """Cut off what a plural may have changed."""
    return word[:-1] if len(word) > 4 else word


def _quoted(text: str) -> str:
    return str(Literal(text))
