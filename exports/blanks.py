"""Which blank nodes are written inside the statement that refers to them, and which need a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.exports.statements import objects_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rolegraph.exports.statements import Statements
    from rolegraph.exports.triples import Blocks

__all__ = ["LABELLED", "Nesting", "nesting_of"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DEEPEST = 40
_IN_TRIPLE_TERM = re.compile(r"_:[^ ]+")


class Nesting(NamedTuple):
    """The blank nodes without a label: inside a statement, cells of a list, subjects nobody refers to."""

    nested: frozenset[str]
    cells: frozenset[str]
    anonymous: frozenset[str]
    words: tuple[str, str, str]

    def members(self, node: str, statements: Statements) -> list[str]:
        """Give the members of the list that begins at a cell."""
        first, rest, nil = self.words
        members = []
        while node != nil:
            members.append(statements.text(node, first))
            node = statements.text(node, rest)
        return members


LABELLED = Nesting(frozenset(), frozenset(), frozenset(), ("", "", ""))


def nesting_of(statements: Statements, name: Callable[[str], str]) -> Nesting:
    """Nest the blank nodes that are the object of exactly one triple, but no ring and nothing very deep.

    ``name`` gives the tokens of the vocabulary of lists.
    """
    blocks = _blocks(statements)
    words = name(f"{_RDF}first"), name(f"{_RDF}rest"), name(f"{_RDF}nil")
    referrers: dict[str, list[tuple[str, str]]] = {}
    for node, subject, predicate in _references(blocks):
        referrers.setdefault(node, []).append((subject, predicate))
    single = {node: found[0] for node, found in referrers.items() if len(found) == 1}
    cells = _cells(blocks, single, words)
    depths = _depths({node: subject for node, (subject, _) in single.items() if node != subject}, cells)
    nested = frozenset(node for node, depth in depths.items() if depth)
    anonymous = frozenset(subject for subject in blocks if subject[0] == "_" and subject not in referrers)
    return Nesting(nested, cells & nested, anonymous, words)


def _blocks(statements: Statements) -> Blocks:
    blocks: Blocks = {}
    for subject in statements.subjects:
        lines = (line.split(" ", 1) for line in statements.lines(subject))
        blocks[subject] = {predicate: objects_of(text) for predicate, text in lines}
    return blocks


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


def _cells(blocks: Blocks, single: dict[str, tuple[str, str]], words: tuple[str, str, str]) -> frozenset[str]:
    """Find the cells of well-formed lists, from their ends backwards."""
    first, rest, nil = words
    cells: set[str] = set()
    for end, block in blocks.items():
        node = end
        while block.get(rest) == [nil] and node in single and _is_cell(blocks.get(node, {}), first, rest):
            cells.add(node)
            node, predicate = single[node]
            if predicate != rest or node in cells:
                break
    return frozenset(cells)


def _is_cell(block: dict[str, list[str]], first: str, rest: str) -> bool:
    return block.keys() == {first, rest} and len(block[first]) == 1 == len(block[rest])


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
