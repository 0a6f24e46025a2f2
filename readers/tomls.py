"""TOML: the standard library reads it, and the lines of its values are found beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rolegraph.readers.cells import cell_span
from rolegraph.readers.encodings import clean
from rolegraph.readers.nodes import MAX_DEPTH, Keyed, Listed, Node

if TYPE_CHECKING:
    from rolegraph.readers.document import Span

__all__ = ["toml_node"]


def toml_node(text: str, first: int) -> Node:
    r"""Read TOML whose first line has a number into nodes; it must be valid.

    >>> toml_node('[[terms]]\nterm = "CRM"\n', 2).get("terms").items[0].get("term").line
    3
    """
    return _Places(text, first).node(tomllib.loads(text), 0)


class _Places:
    """Gives values their lines: looks for each behind the one before, in the order in which they were read."""

    def __init__(self, text: str, first: int) -> None:
        self._text, self._first, self._at = text, first, 0

    def node(self, value: object, depth: int) -> Node:
        """Turn a value into a node; what is nested beyond reason is left out."""
        if depth < MAX_DEPTH and isinstance(value, Mapping):
            pairs = tuple((self._key(key), self.node(inner, depth + 1)) for key, inner in value.items())
            return Keyed(pairs, pairs[0][0].line if pairs else self._line())
        if depth < MAX_DEPTH and isinstance(value, list):
            line = self._line()
            return Listed(tuple(self.node(item, depth + 1) for item in value), line)
        return self._span("" if isinstance(value, Mapping | list) else value)

    def _key(self, key: str) -> Span:
        """Make a span of a key, on the line on which it stands next as a whole word."""
        found = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])").search(self._text, self._at)
        self._at = found.start() if found else self._at
        return cell_span(clean(key), self._line())

    def _span(self, value: object) -> Span:
        """Make a span of a plain value, on the line on which its first words stand next."""
        text = str(value)
        found = self._text.find(text.strip().split("\n")[0][:80], self._at) if text.strip() else -1
        self._at = max(self._at, found)
        return cell_span(clean(text), self._line())

    def _line(self) -> int:
        return self._first + self._text.count("\n", 0, self._at)
