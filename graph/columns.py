"""What a predicate says of all nodes at once: a graph is read by predicate many times as fast as by term.

A column is a text with a line for each triple: subject, a tab, and object, as the engine writes a table (SPARQL 1.1
Query Results TSV). Nodes are named as there, ``<https://…>`` and ``_:b0``; tabs and line breaks within literals are
escaped, and a triple as an object is ``<<( … )>>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import BaseDirection, Literal, NamedNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rolegraph.graph.triples import Triples

__all__ = ["all_texts", "best_texts", "iri_pairs", "iri_values", "iris", "literals", "not_texts", "texts"]

_LINES = int(re.MULTILINE)  # as a number it is told many times as fast
_IRI = r"^<([^<>\n]*)>$"
_PAIR = r"^<([^<>\n]*)>\t<([^<>\n]*)>$"
_IRI_VALUE = r"^([^\t\n]*)\t<([^<>\n]*)>$"
_NOT_TEXT = r"^<([^\t\n]*)>\t[<_]"
_LITERAL = r'^([^\t\n]*)\t(?:"(.*)"(?:@(.*)|\^\^<.*>)?|([^"<_\n].*))$'
_SPELLED = r'^"(.*)"(?:@(.*)|\^\^<(.*)>)?$'
_ESCAPE = r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def iris(column: str) -> list[str]:
    """Give the IRIs of a table that has but one variable."""
    return re.findall(_IRI, column, _LINES)


def iri_pairs(column: str) -> Iterable[tuple[str, str]]:
    r"""Give the rows that are of two IRIs.

    >>> list(iri_pairs('<urn:a>\t<urn:b>\n<urn:a>\t"text"\n_:b0\t<urn:b>\n'))
    [('urn:a', 'urn:b')]
    """
    if "<<" in column or column.count(">\t<") != column.count("\n"):
        return re.findall(_PAIR, column, _LINES)
    # all are IRIs, which is the rule: without a search for each line it takes a fraction of the time
    flat = iter(column[1:-2].replace(">\n<", "\t").replace(">\t<", "\t").split("\t") if column else ())
    return zip(flat, flat, strict=True)


def iri_values(column: str) -> list[tuple[str, str]]:
    """Give the nodes, as they are spelled, and the IRIs that they have."""
    return re.findall(_IRI_VALUE, column, _LINES)


def not_texts(column: str) -> list[str]:
    """Give the IRIs that have anything but a literal."""
    return re.findall(_NOT_TEXT, column, _LINES) if "\t<" in column or "\t_" in column else []


def texts(column: str) -> Iterator[tuple[str, str, str]]:
    r"""Give the nodes, as they are spelled, that have a literal, with the characters and the language of it.

    >>> list(texts('<urn:a>\t"say \\"no\\""@en\n<urn:a>\t12\n<urn:a>\t<urn:b>\n'))
    [('<urn:a>', 'say "no"', 'en'), ('<urn:a>', '12', '')]
    """
    for node, text, language, short in re.findall(_LITERAL, column, _LINES):
        if "\\" in text:
            text = re.sub(_ESCAPE, _unescaped, text)
        yield node, text or short, language.partition("--")[0]  # what follows is a direction


def literals(lines: str) -> Iterator[Literal]:
    r"""Give the literals of lines that have one each.

    >>> [one.value for one in literals('"say \\"no\\""@en\n"x"@ar--rtl\n"12"^^<urn:a>\n')]
    ['say "no"', 'x', '12']
    """
    for text, language, datatype in re.findall(_SPELLED, lines, _LINES):
        if "\\" in text:
            text = re.sub(_ESCAPE, _unescaped, text)
        tag, _, direction = language.partition("--")
        if datatype:
            yield Literal(text, datatype=NamedNode(datatype))
        else:
            way = BaseDirection(direction) if direction else None
            yield Literal(text, language=tag or None, direction=way)


def all_texts(triples: Triples, predicate: NamedNode) -> Iterator[tuple[str, str, str]]:
    """Give the texts under a predicate, without holding all of them at once."""
    for part in triples.column_parts(predicate):
        yield from texts(part)


def best_texts(columns: Iterable[str], rank: Callable[[str], tuple[int, str]]) -> dict[str, str]:
    """Give the text of each node from the first column in which it has any, in the language that ranks lowest.

    Of those in one language it is the first of the alphabet.
    """
    chosen: dict[str, str] = {}
    ranks: dict[str, tuple[int, str]] = {}
    for column in columns:
        best: dict[str, tuple[tuple[int, str], str]] = {}
        for node, text, tag in texts(column):
            if tag not in ranks:
                ranks[tag] = rank(tag)
            before = best.get(node)
            ranked = ranks[tag], text
            if before is None or ranked < before:
                best[node] = ranked
        for node, (_, text) in best.items():
            chosen.setdefault(node, text)
    return chosen


def _unescaped(found: re.Match[str]) -> str:
    if code := found[1] or found[2]:
        return chr(int(code, 16))
    return _ESCAPED.get(found[3], found[3])
