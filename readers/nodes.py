"""Structured data as a tree, whatever its notation: texts, mappings, lists, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from rolegraph.readers.document import Span

__all__ = ["MAX_DEPTH", "Keyed", "Listed", "Node", "first_repeated", "texts"]

MAX_DEPTH = 40


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


def first_repeated(keyed: Keyed) -> tuple[Span, int] | None:
    """Find the first key that stands twice, and the line on which it stood before."""
    lines: dict[str, int] = {}
    for key, _ in keyed.pairs:
        if key.text in lines:
            return key, lines[key.text]
        lines[key.text] = key.line
    return None
