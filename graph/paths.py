"""Shortest paths between terms: breadth first from both ends, over the store itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.edges import Edge, reverse
from rolegraph.graph.lookup import form_of
from rolegraph.graph.relations import Relation, read_relations, wording
from rolegraph.ontology.namespaces import SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rolegraph.graph.edges import Edges
    from rolegraph.graph.record import Term
    from rolegraph.graph.triples import Triples

__all__ = ["Path", "shortest_paths", "spoken_name"]

_RELATED = SKOS + "related"  # says least, so it comes last among equals


class Path(NamedTuple):
    """A path of relations, each seen from where it is walked; the names are what its ends are asked by."""

    start: Term
    end: Term
    steps: tuple[Relation, ...]
    start_name: str
    end_name: str

    def sentence(self) -> str:
        """Read the path as a sentence: "BPO employs Product manager, which uses CRM"."""
        if not self.steps:
            return self.start_name
        names = [wording(step.end) for step in self.steps[:-1]] + [self.end_name]
        parts = [f"{step.phrase} {name}" for step, name in zip(self.steps, names, strict=True)]
        return f"{self.start_name} " + ", which ".join(parts)


def spoken_name(term: Term, asked: str) -> str:
    """Name a term as the asker did, where that was by an abbreviation; else by its label."""
    is_asked = form_of(asked)
    spoken = (one.value for one in term.abbreviations if is_asked(one.value, one.language))
    return next(spoken, term.label.value)


def shortest_paths(
    triples: Triples,
    edges: Edges,
    start: tuple[Term, str],
    end: tuple[Term, str],
    *,
    max_length: int,
    limit: int,
) -> Iterator[Path]:
    """Give the shortest paths of at most ``max_length`` steps, walking relations either way.

    They come in a fixed order: at each fork relations of a stated type before mere relatedness, with the
    direction before against it, then in the order of the ontology.
    """
    (first, first_name), (last, last_name) = start, end
    names = spoken_name(first, first_name), spoken_name(last, last_name)
    for walk in _walks(edges, first.iri, last.iri, max_length, limit):
        yield Path(first, last, tuple(read_relations(triples, walk)), *names)


def _walks(edges: Edges, start: str, end: str, max_length: int, limit: int) -> Iterator[list[Edge]]:
    if start == end:
        yield []
        return
    onward = _meet(edges, start, end, max_length)
    if not onward:
        return
    ways = {node: sorted(set(steps), key=_preference(edges)) for node, steps in onward.items()}
    yield from _spell_out(ways, start, end, limit)


class _Side:
    """One of the two searches: how far each node is from its root, and the edges that lead back there."""

    def __init__(self, root: str) -> None:
        self.distance = {root: 0}
        self.frontier = [root]
        self.depth = 0
        self.back: dict[str, list[Edge]] = {}

    def advance(self, edges: Edges) -> None:
        """Go one step further from every node of the frontier."""
        self.depth += 1
        reached: list[str] = []
        for node in self.frontier:
            for edge in edges.at(node):
                if isinstance(edge.end, str) and self.distance.setdefault(edge.end, self.depth) == self.depth:
                    if edge.end not in self.back:
                        reached.append(edge.end)
                    self.back.setdefault(edge.end, []).append(reverse(edge))
        self.frontier = reached


def _meet(edges: Edges, start: str, end: str, max_length: int) -> dict[str, list[Edge]]:
    """Search from both ends until they meet; give, for each node on a shortest path, the edges onward."""
    near, far = _Side(start), _Side(end)
    while near.frontier and far.frontier and near.depth + far.depth < max_length:
        side, other = (near, far) if len(near.frontier) <= len(far.frontier) else (far, near)
        side.advance(edges)
        # both sides are whole levels, so the first nodes that both have lie on shortest paths
        if common := [node for node in side.frontier if node in other.distance]:
            onward = _back_to_root(far, common)
            for steps in _back_to_root(near, common).values():
                for step in map(reverse, steps):
                    onward.setdefault(step.start, []).append(step)
            return onward
    return {}


def _back_to_root(side: _Side, nodes: list[str]) -> dict[str, list[Edge]]:
    """Give the edges that lead from nodes back to the root of a side, by the node that they leave."""
    found: dict[str, list[Edge]] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in found and node in side.back:
            found[node] = list(side.back[node])
            waiting.extend(str(edge.end) for edge in found[node])
    return found


def _spell_out(ways: dict[str, list[Edge]], start: str, end: str, limit: int) -> Iterator[list[Edge]]:
    """Give the walks from start to end in the order of their steps, depth first and without recursion."""
    count = 0
    stack: list[tuple[str, list[Edge]]] = [(start, [])]
    while stack and count < limit:
        node, walk = stack.pop()
        if node == end:
            count += 1
            yield walk
        else:
            stack.extend((str(edge.end), [*walk, edge]) for edge in reversed(ways[node]))


def _preference(edges: Edges) -> Callable[[Edge], tuple[object, ...]]:
    def key(edge: Edge) -> tuple[object, ...]:
        return edge.relation_type.iri == _RELATED, edge.inverse, *edges.order(edge)

    return key
