"""What each line of a plain text is by its looks: blank, rule, item, table row, marked heading, text."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Kind", "Line", "classify", "split_lines"]

Kind: TypeAlias = Literal["blank", "rule", "heading", "item", "row", "text"]

_RULES = frozenset("-=_*~#^+")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_BULLET = re.compile(
    r"(?:[-*+–·](?=[ \t])|[•‣◦▪▫●○■□➢➤►▶✓✔➔→⁃👉🔹🔸🔷🔶📌✅⭐\uf0b7\uf0a7]|o(?=\t))[ \t]*(\S.*)"
)
_NUMBER = re.compile(
    r"(?:(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\(?[ivx]{1,5}\))[ \t]+|\d{1,2}(?:\.\d{1,3}){1,3}\.?(?: {2,}|\t+)\s*)(\S.*)"
)
_ROW = re.compile(r"\||\+[-=]{2,}")


class Line(NamedTuple):
    """A line: its number from 1, text as written, indent in columns, kind and what follows its marker.

    ``level`` is that of a marked heading, ``ordered`` tells a numbered item.
    """

    number: int
    text: str
    indent: int
    kind: Kind
    body: str
    ordered: bool = False
    level: int = 0


def split_lines(text: str, first: int = 1) -> list[Line]:
    r"""Cut a text into lines, numbered from ``first``.

    >>> [line.kind for line in split_lines("Sectors:\n\n- BPO\n1. KPO")]
    ['text', 'blank', 'item', 'item']
    """
    return [classify(line, number) for number, line in enumerate(text.split("\n"), first)]


def classify(text: str, number: int) -> Line:
    """Tell what a line is."""
    body = text.strip()
    indent = _indent(text)
    if not body:
        return Line(number, text, 0, "blank", "")
    if len(body) >= 2 and body[0] in _RULES and not set(body) - {body[0], " ", "\t"}:
        return Line(number, text, indent, "rule", body)
    if match := _HEADING.fullmatch(body):
        return Line(number, text, indent, "heading", match[2].rstrip("# \t"), level=len(match[1]))
    if match := _BULLET.fullmatch(body):
        return Line(number, text, indent, "item", match[1])
    if match := _NUMBER.fullmatch(body):
        return Line(number, text, indent, "item", match[1], ordered=True)
    return Line(number, text, indent, "row" if _ROW.match(body) else "text", body)


def _indent(text: str) -> int:
    margin = text[: len(text) - len(text.lstrip())]
    return len(margin.expandtabs(4))
