"""Structured data as a tree, whatever its notation: texts, mappings, lists, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from rolegraph.readers.document import Dropped, Span

__all__ = ["MAX_DEPTH", "Keyed", "Listed", "Node", "texts", "without_repeated"]

MAX_DEPTH = 40
_SHOWN = 200


class Keyed(NamedTuple):
    """A mapping: its pairs in order, and its line."""

    pairs: tuple[tuple[Span, Node], ...]
    line: int

    def get(self, *keys: str) -> Node | None:
        """Give the value of the first of some keys that is there."""
        found = {key.text: value for key, value in self.pairs}
        return next((found[key] for key in keys if key in found), None)


class Listed(NamedTuple):
    """A list: its items in order, and its line."""

    items: tuple[Node, ...]
    line: int


Node: TypeAlias = Span | Keyed | Listed


def texts(node: Node) -> Iterator[Span]:
    """Yield all texts in a node but its keys, in order; empty ones are left out."""
    if isinstance(node, Span):
        if node.text:
            yield node
    else:
        for inner in node.items if isinstance(node, Listed) else (value for _, value in node.pairs):
            yield from texts(inner)


def without_repeated(keyed: Keyed, dropped: list[Dropped]) -> Keyed:
    """Keep the first of the pairs with one key, and note the others as ``dropped``.

    >>> pairs = tuple((Span(key, ((0, line),)), Span("x", ((0, line),))) for line, key in enumerate("aba", 1))
    >>> left: list[Dropped] = []
    >>> len(without_repeated(Keyed(pairs, 1), left).pairs), left[0].line, left[0].reason
    (2, 3, 'its key stands on line 1 already')
    """
    lines: dict[str, int] = {}
    kept = []
    for key, value in keyed.pairs:
        if key.text in lines:
            told = " ".join(span.text for span in texts(value))[:_SHOWN]
            reason = f"its key stands on line {lines[key.text]} already"
            dropped.append(Dropped(key.line, f"{key.text}: {told}", reason))
        else:
            kept.append((key, value))
        lines.setdefault(key.text, key.line)
    return keyed._replace(pairs=tuple(kept))
