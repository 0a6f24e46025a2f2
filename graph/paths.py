"""Shortest paths between terms, as relations and as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.lookup import form_of
from rolegraph.graph.relations import Relation, read_relations, wording
from rolegraph.graph.routes import find_ways
from rolegraph.ontology.namespaces import SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rolegraph.graph.edges import Edge, Edges
    from rolegraph.graph.record import Term
    from rolegraph.graph.routes import Ways
    from rolegraph.graph.triples import Triples

__all__ = ["Limits", "Path", "shortest_paths", "spoken_name"]

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
    if not asked:
        return term.label.value
    is_asked = form_of(asked)
    spoken = (one.value for one in term.abbreviations if is_asked(one.value, one.language))
    return next(spoken, term.label.value)


class Limits(NamedTuple):
    """How far a search for paths goes: the cost of a path, their number, the relation types that count (None: all)."""

    max_length: int = 6
    paths: int = 1
    relations: frozenset[str] | None = None


def shortest_paths(
    triples: Triples,
    edges: Edges,
    start: tuple[Term, str],
    end: tuple[Term, str],
    limits: Limits,
    stopped: Callable[[str], None] | None = None,
) -> Iterator[Path]:
    """Give the cheapest paths, walking relations either way; passing a hub counts as several steps.

    They come in a fixed order: at each fork relations of a stated type before mere relatedness, with the
    direction before against it, then in the order of the ontology. ``stopped`` hears why there may be more.
    """
    (first, first_name), (last, last_name) = start, end
    names = spoken_name(first, first_name), spoken_name(last, last_name)
    for walk in _walks(edges, first.iri, last.iri, limits, stopped or (lambda _: None)):
        yield Path(first, last, tuple(read_relations(triples, walk)), *names)


def _walks(
    edges: Edges, start: str, end: str, limits: Limits, stopped: Callable[[str], None]
) -> Iterator[list[Edge]]:
    if start == end:
        yield []
        return
    ways = find_ways(edges.ground(limits.relations), start, end, limits.max_length)
    edges.walked(ways.looked_at)
    if ways.is_stopped:
        stopped(f"the search stopped after looking at {ways.looked_at:,} relations")
    if ways.is_found:
        yield from _spell_out(_ordered(ways, edges), start, end, limits.paths, stopped)


def _ordered(ways: Ways, edges: Edges) -> Callable[[str], list[Edge]]:
    """Give the edges onward from a node in the order of preference, asked for once."""
    key = _preference(edges)
    known: dict[str, list[Edge]] = {}

    def steps(node: str) -> list[Edge]:
        if node not in known:
            found = ways.onward(node)
            known[node] = sorted(found, key=key) if len(found) > 1 else found
        return known[node]

    return steps


def _spell_out(
    steps: Callable[[str], list[Edge]], start: str, end: str, limit: int, stopped: Callable[[str], None]
) -> Iterator[list[Edge]]:
    """Give the walks from start to end in the order of their steps, depth first and without recursion."""
    count = 0
    stack: list[tuple[str, list[Edge]]] = [(start, [])]
    while stack:
        node, walk = stack.pop()
        if node != end:
            stack.extend((str(edge.end), [*walk, edge]) for edge in reversed(steps(node)))
            continue
        count += 1
        yield walk
        if count == limit:
            if stack and limit > 1:
                stopped(f"there are more paths than the {limit} that are listed")
            return


def _preference(edges: Edges) -> Callable[[Edge], tuple[object, ...]]:
    def key(edge: Edge) -> tuple[object, ...]:
        return edge.relation_type.iri == _RELATED, edge.inverse, *edges.order(edge)

    return key
