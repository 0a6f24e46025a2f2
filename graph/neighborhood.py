"""The terms around a term, by distance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.names import fold
from rolegraph.graph.record import Term
from rolegraph.graph.relations import Direction, Relation, fits, read_relations

if TYPE_CHECKING:
    from rolegraph.graph.edges import Edge, Edges
    from rolegraph.graph.predicates import Predicates, Sense
    from rolegraph.graph.triples import Triples

__all__ = ["Neighbor", "find_neighbors"]


class Neighbor(NamedTuple):
    """A term, its distance in steps, and the relation that it is first reached by, seen from the near end."""

    term: Term
    distance: int
    relation: Relation


def find_neighbors(
    triples: Triples,
    edges: Edges,
    predicates: Predicates,
    start: str,
    *,
    depth: int,
    sense: Sense | None,
    direction: Direction,
) -> list[Neighbor]:
    """Find the terms within a number of steps, nearest first, then by relation type and label."""
    reached = _reached(edges, start, depth, sense, direction)
    relations = read_relations(triples, (edge for edge, _ in reached))
    found = [
        Neighbor(relation.end, distance, relation)
        for relation, (_, distance) in zip(relations, reached, strict=True)
        if isinstance(relation.end, Term)
    ]
    return sorted(found, key=lambda one: _order(one, predicates))


def _reached(
    edges: Edges, start: str, depth: int, sense: Sense | None, direction: Direction
) -> list[tuple[Edge, int]]:
    """Give the first edge to each node, level by level."""
    seen, frontier, found = {start}, [start], []
    for distance in range(1, depth + 1):
        level: dict[str, Edge] = {}
        edges.prefetch(frontier)
        for node in frontier:
            for edge in edges.at(node):
                if isinstance(edge.end, str) and edge.end not in seen and fits(edge, sense, direction):
                    level.setdefault(edge.end, edge)
        found += [(edge, distance) for edge in level.values()]
        seen.update(level)
        frontier = sorted(level)
    return found


def _order(one: Neighbor, predicates: Predicates) -> tuple[object, ...]:
    label = fold(one.term.label.value)
    return (
        one.distance,
        predicates.rank(one.relation.relation_type),
        one.relation.inverse,
        label,
        one.term.iri,
    )
