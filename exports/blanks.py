"""Which blank nodes are written inside the statement that refers to them, and which need a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.exports.triples import Blocks

__all__ = ["LABELLED", "Nesting", "nesting_of"]

_FIRST, _REST, _NIL = (
    f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}>" for name in ("first", "rest", "nil")
)
_DEEPEST = 40
_IN_TRIPLE_TERM = re.compile(r"_:[^ ]+")


class Nesting(NamedTuple):
    """The blank nodes without a label: inside a statement, cells of a list, subjects nobody refers to."""

    nested: frozenset[str]
    cells: frozenset[str]
    anonymous: frozenset[str]

    def members(self, node: str, blocks: Blocks) -> list[str]:
        """Give the members of the list that begins at a cell."""
        members = []
        while node != _NIL:
            members.append(blocks[node][_FIRST][0])
            node = blocks[node][_REST][0]
        return members


LABELLED = Nesting(frozenset(), frozenset(), frozenset())


def nesting_of(blocks: Blocks) -> Nesting:
    """Nest the blank nodes that are the object of exactly one triple, but no ring and nothing very deep."""
    referrers: dict[str, list[tuple[str, str]]] = {}
    for node, subject, predicate in _references(blocks):
        referrers.setdefault(node, []).append((subject, predicate))
    if not referrers and not any(subject[0] == "_" for subject in blocks):
        return LABELLED
    single = {node: found[0] for node, found in referrers.items() if len(found) == 1}
    cells = _cells(blocks, single)
    depths = _depths({node: subject for node, (subject, _) in single.items() if node != subject}, cells)
    nested = frozenset(node for node, depth in depths.items() if depth)
    anonymous = frozenset(subject for subject in blocks if subject[0] == "_" and subject not in referrers)
    return Nesting(nested, cells & nested, anonymous)


def _references(blocks: Blocks) -> Iterator[tuple[str, str, str]]:
    """Give (blank node, subject, predicate); a node in a triple term counts twice, for it needs its label."""
    for subject, block in blocks.items():
        for predicate, values in block.items():
            for value in values:
                if value[0] == "_":
                    yield value, subject, predicate
                elif value.startswith("<<"):
                    for node in _IN_TRIPLE_TERM.findall(value):
                        yield from ((node, subject, predicate), (node, subject, predicate))


def _cells(blocks: Blocks, single: dict[str, tuple[str, str]]) -> frozenset[str]:
    """Find the cells of well-formed lists, from their ends backwards."""
    cells: set[str] = set()
    for end, block in blocks.items():
        node = end
        while block.get(_REST) == [_NIL] and node in single and _is_cell(blocks.get(node, {})):
            cells.add(node)
            node, predicate = single[node]
            if predicate != _REST or node in cells:
                break
    return frozenset(cells)


def _is_cell(block: dict[str, list[str]]) -> bool:
    return block.keys() == {_FIRST, _REST} and len(block[_FIRST]) == 1 == len(block[_REST])


def _depths(parents: dict[str, str], cells: frozenset[str]) -> dict[str, int]:
    """Tell how deep each node would lie; 0 where it has to be labelled."""
    depths: dict[str, int] = {}
    for start in parents:
        trail: dict[str, None] = {}
        node = start
        while node in parents and node not in depths and node not in trail:
            trail[node] = None
            node = parents[node]
        if node in trail:
            depths.update(_ring(node, parents))
        depth = depths.get(node, 0)
        for inner in reversed([n for n in trail if n not in depths]):
            depth = max(depth, 1) if inner in cells and parents[inner] in cells else depth + 1
            depth = depths[inner] = 0 if depth > _DEEPEST else depth
    return depths


def _ring(start: str, parents: dict[str, str]) -> dict[str, int]:
    ring, node = {start: 0}, parents[start]
    while node != start:
        ring[node] = 0
        node = parents[node]
    return ring
