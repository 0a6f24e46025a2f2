"""The statements of a Turtle text as Oxigraph writes it, put in order without being taken apart.

Most statements of a graph have the same predicates in the same order, so how to sort their lines is found out once
for each such sequence; what is left for each line is to be cut out and put in its place.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Statements", "objects_of"]

_OBJECT = re.compile(r'"(?:[^"\\]|\\.)*"[^ ]*|<<\(.*?\)>>|[^ ,][^ ]*')


class _Shape(NamedTuple):
    """How the lines of a sequence of predicates are sorted, and where each predicate is found then."""

    sort: Callable[[list[str]], Sequence[str]]
    places: dict[str, int]


class Statements:
    r"""What is said of each subject: lines "predicate object , object", sorted by the ranks of predicates.

    >>> text = '@prefix : <http://e/> .\n:pm a :Role ;\n\t:uses :jira , :crm .\n'
    >>> statements = Statements(text, {"a": 0})
    >>> statements.lines(":pm"), statements.first(":pm", ":uses")
    (('a :Role', ':uses :jira , :crm'), ':crm')
    """

    def __init__(self, text: str, first_predicates: dict[str, int]) -> None:
        self._ranks = first_predicates
        self._shapes: dict[tuple[str, ...], _Shape] = {}
        self._found: dict[str, tuple[Sequence[str], dict[str, int]]] = {}
        for subject, lines in _cut(text).items():
            self._found[subject] = self._shaped(lines)
        self.subjects = self._found.keys()

    def lines(self, subject: str) -> Sequence[str]:
        """Give the lines of a subject in their order."""
        return self._found[subject][0]

    def text(self, subject: str, predicate: str) -> str:
        """Give the objects of a predicate as they stand in the line, nothing where there is none."""
        lines, places = self._found[subject]
        at = places.get(predicate)
        return "" if at is None else lines[at][len(predicate) + 1 :]

    def first(self, subject: str, predicate: str) -> str:
        """Give the first object of a predicate, nothing where there is none."""
        text = self.text(subject, predicate)
        return text if " , " not in text else objects_of(text)[0]

    def _shaped(self, lines: list[str]) -> tuple[Sequence[str], dict[str, int]]:
        signature = tuple([line[: line.index(" ")] for line in lines])
        shape = self._shapes.get(signature)
        if shape is None:
            if len(set(signature)) < len(signature):
                return self._shaped(_merged(lines))
            shape = self._shapes[signature] = self._shape(signature)
        return shape.sort(lines), shape.places

    def _shape(self, signature: tuple[str, ...]) -> _Shape:
        last = len(self._ranks)
        order = sorted(
            range(len(signature)), key=lambda at: (self._ranks.get(signature[at], last), signature[at])
        )
        sort = itemgetter(*order) if len(order) > 1 else tuple
        return _Shape(sort, {signature[at]: place for place, at in enumerate(order)})


def objects_of(text: str) -> list[str]:
    """Take the objects of a line apart, sorted and each once.

    >>> objects_of('"b" , <x> , "a , c"@en')
    ['"a , c"@en', '"b"', '<x>']
    """
    return sorted(set(_OBJECT.findall(text)))


def _cut(text: str) -> dict[str, list[str]]:
    """Cut a text into the lines of each subject: a line feed is never within a literal, there it is an escape."""
    found: dict[str, list[str]] = {}
    statements = text.split(" .\n")
    statements.pop()
    for statement in statements:
        if statement[0] == "@":
            continue
        subject, lines = statement.split(" ", 1)
        if subject in found:
            found[subject] += lines.split(" ;\n\t")
        else:
            found[subject] = lines.split(" ;\n\t")
    return found


def _merged(lines: list[str]) -> list[str]:
    """Put objects of the same predicate into one line, where a subject stands in several places of the text."""
    texts: dict[str, list[str]] = {}
    for line in lines:
        predicate, text = line.split(" ", 1)
        texts.setdefault(predicate, []).append(text)
    return [f"{predicate} {' , '.join(found)}" for predicate, found in texts.items()]
