"""Labels of blank nodes that say what the node is, not when it was read.

A label is a digest of the node's neighbourhood, so the same graph has the same labels in every run and a
change elsewhere does not touch them. Nodes that look alike are numbered in the order of a walk through the
graph. Unlike full canonicalization (RDFC-1.0) this takes bounded time and stack on every graph; in return,
the labels of a highly regular tangle of more than a handful of blank nodes may depend on the order of the
input.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["relabelled"]

_ROUNDS = 24
_NODE = re.compile(r"_:[^ ]+")

_Arc = tuple[str, str, str]
"""Blank node, what joins it to its neighbour (direction, predicate, graph), and the neighbour."""


def relabelled(graphs: dict[str, list[str]]) -> dict[str, list[str]]:
    """Give every blank node of the N-Triples lines its new label.

    >>> relabelled({"": ["<pm> <uses> _:x", "_:x <name> _:x"]})
    {'': ['<pm> <uses> _:b11e25f8f6a', '_:b11e25f8f6a <name> _:b11e25f8f6a']}
    """
    arcs: dict[str, list[_Arc]] = {}
    for node, join, neighbour in _arcs(graphs):
        arcs.setdefault(node, []).append((node, join, neighbour))
    labels = _labels(arcs)
    return {
        _renamed(name, labels): [_renamed(line, labels) if "_:" in line else line for line in lines]
        for name, lines in graphs.items()
    }


def _renamed(line: str, labels: dict[str, str]) -> str:
    subject, *rest = line.split(" ", 2)
    if rest and rest[-1][0] != '"':
        rest[-1] = _NODE.sub(lambda node: labels.get(node[0], node[0]), rest[-1])
    return " ".join([labels.get(subject, subject), *rest])


def _arcs(graphs: dict[str, list[str]]) -> Iterator[_Arc]:
    """Give the arcs at blank nodes, in both directions."""
    for name, lines in graphs.items():
        for line in lines:
            if "_:" in line:
                subject, predicate, value = line.split(" ", 2)
                yield from _arcs_of(subject, f"{predicate} {name}", value)
        if name.startswith("_:"):
            yield name, "graph", ""


def _arcs_of(subject: str, join: str, value: str) -> Iterator[_Arc]:
    if subject[0] == "_":
        yield subject, f"> {join}", value
    if value[0] == "_":
        yield value, f"< {join}", subject
    elif value.startswith("<<"):
        masked = _NODE.sub("_:", value)
        for position, node in enumerate(_NODE.findall(value)):
            yield node, f"< {position} {masked} {join}", subject


def _labels(arcs: dict[str, list[_Arc]]) -> dict[str, str]:
    colours = _colours(arcs)
    seen: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for node in _walk(arcs, colours):
        colour = colours[node]
        seen[colour] += 1
        labels[node] = f"_:b{colour}" if seen[colour] == 1 else f"_:b{colour}x{seen[colour]}"
    return labels


def _colours(arcs: dict[str, list[_Arc]]) -> dict[str, str]:
    """Refine digests of the neighbourhoods until no two more nodes can be told apart."""
    colours = dict.fromkeys(arcs, "")
    count = 0
    for _ in range(_ROUNDS):
        colours = {node: _digest(colours[node], found, colours) for node, found in arcs.items()}
        if count == (count := len(set(colours.values()))):
            break
    return colours


def _digest(own: str, arcs: Iterable[_Arc], colours: dict[str, str]) -> str:
    from hashlib import sha256

    around = sorted(f"{join} {'_:' + colours[to] if to in colours else to}" for _, join, to in arcs)
    return sha256("\n".join([own, *around]).encode()).hexdigest()[:10]


def _walk(arcs: dict[str, list[_Arc]], colours: dict[str, str]) -> Iterator[str]:
    """Visit every node, first those next to named resources, along the arcs in the order of colours."""

    def key(arc: _Arc) -> tuple[str, str]:
        return arc[1], colours.get(arc[2], arc[2])

    entrances = sorted(
        (to, join, colours[node], node) for node, found in arcs.items() for _, join, to in found
    )
    named = [node for to, _, _, node in entrances if to not in colours]
    visited: set[str] = set()
    for start in [*named, *sorted(arcs, key=lambda node: colours[node])]:
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in visited:
                visited.add(node)
                yield node
                following = sorted((arc for arc in arcs[node] if arc[2] in colours), key=key, reverse=True)
                stack += [to for _, _, to in following]
