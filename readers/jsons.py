"""JSON and JSON Lines: the standard library reads it, and the places of its values are found beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rolegraph.readers.cells import cell_span
from rolegraph.readers.document import Document, Dropped, Span
from rolegraph.readers.encodings import clean
from rolegraph.readers.errors import ReadError
from rolegraph.readers.nodes import MAX_DEPTH, Keyed, Listed, Node, without_repeated
from rolegraph.readers.structures import is_settings, structured_document

__all__ = ["json_node", "read_json"]

# In valid JSON, the keys and plain values stand in the order in which they are read.
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*+"|[^\s\[\]{},:"]+')
_BY_LINE = (".jsonl", ".ndjson")


def read_json(text: str, name: str) -> Document:
    """Read JSON that lists terms: mappings in a list or one a line, definitions by term, groups, SKOS in JSON-LD.

    Of keys that stand twice the first counts. Raises ReadError for what is no JSON, and nesting beyond reason.

    >>> read_json('{"CRM": "Software for customers"}', "terms.json").blocks[0].details[0].text
    'Software for customers'
    """
    if is_settings(name):
        return structured_document(name, "json", [])
    dropped: list[Dropped] = []
    if name.lower().endswith(_BY_LINE) or not text.strip():
        return structured_document(name, "json", list(_lines(text, name, dropped)), dropped)
    return structured_document(name, "json", [json_node(text, name, dropped=dropped)], dropped)


def _lines(text: str, name: str, dropped: list[Dropped]) -> Iterator[Node]:
    """Yield a node a line; the lines of a file make one list."""
    filled = ((line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    items = [json_node(line, name, number, dropped) for line, number in filled]
    if items:
        yield Listed(tuple(items), 1)


def json_node(text: str, name: str, first: int = 1, dropped: list[Dropped] | None = None) -> Node:
    """Read JSON whose first line has a number into nodes; ``dropped`` takes what is left out."""
    try:
        value = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        raise ReadError(name, f"is no JSON: {error.msg}", first + error.lineno - 1) from None
    except (RecursionError, ValueError) as error:
        raise ReadError(name, f"is no JSON that can be read: {error}", first) from None
    return _Places(text, name, first, [] if dropped is None else dropped).node(value, 0)


class _Pairs(list[tuple[str, Any]]):
    """The pairs of an object, told from a list."""


class _Places:
    """Gives values their lines: walks over the text as it walks over what was read."""

    def __init__(self, text: str, name: str, first: int, dropped: list[Dropped]) -> None:
        self._text, self._name, self._dropped = text, name, dropped
        self._matches = _VALUE.finditer(text)
        self._line, self._at = first, 0

    def node(self, value: Any, depth: int) -> Node:
        """Turn a value into a node."""
        if depth >= MAX_DEPTH and isinstance(value, list):
            raise ReadError(self._name, f"is nested more than {MAX_DEPTH} deep", self._line)
        if isinstance(value, _Pairs):
            return self._keyed(value, depth)
        if isinstance(value, list):
            line = self._line
            return Listed(tuple(self.node(item, depth + 1) for item in value), line)
        return self._span(value)

    def _keyed(self, pairs: _Pairs, depth: int) -> Keyed:
        found = tuple((self._span(key), self.node(value, depth + 1)) for key, value in pairs)
        return without_repeated(Keyed(found, found[0][0].line if found else self._line), self._dropped)

    def _span(self, value: object) -> Span:
        """Make a span of a key or a plain value, on the line of the next one in the text."""
        start = next(self._matches).start()
        self._line += self._text.count("\n", self._at, start)
        self._at = start
        if value is None or isinstance(value, bool):
            return Span("" if value is None else str(value).lower(), ((0, self._line),))
        return cell_span(clean(str(value)), self._line, step=0)
