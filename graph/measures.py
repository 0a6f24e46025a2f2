"""Measures of a graph: how much it holds, how it hangs together, what stands at its centre."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.centrality import MEASURES, QUICK, Network
from rolegraph.graph.listing import by_label
from rolegraph.graph.nodes import term_nodes
from rolegraph.graph.pairs import read_pairs
from rolegraph.graph.reading import NOT_CLASSES, local_name, read_term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rolegraph.graph.edges import Edges
    from rolegraph.graph.record import Term
    from rolegraph.graph.triples import Triples
    from rolegraph.ontology import Ontology

__all__ = ["Central", "Ranked", "Stats", "bridges", "communities", "measure", "rank"]


class Central(NamedTuple):
    """A term and how central it is.

    ``degree`` counts its relations; ``betweenness`` is the share of shortest paths between others that lead
    through it (Freeman 1977), ``closeness`` the inverse of the mean distance to others (Wasserman and Faust).
    """

    term: Term
    degree: int
    betweenness: float
    closeness: float


class Stats(NamedTuple):
    """Figures of a graph. Relations to texts count as relations, but not in what is measured on the network.

    ``components`` are the sizes of its connected parts, the largest first; ``isolated`` counts terms without
    any relation; ``mean_degree`` is how many relations a term has on average; ``central`` holds the terms of
    the highest degree. ``sampled`` tells that betweenness was estimated from a sample of the terms.
    """

    entries: int
    mentions: int
    relations: int
    relation_types: int
    evidence: int
    negative: int
    questions: int
    sources: int
    triples: int
    classes: tuple[tuple[str, int], ...]
    components: tuple[int, ...]
    isolated: int
    mean_degree: float
    density: float
    central: tuple[Central, ...]
    sampled: bool


class Ranked(NamedTuple):
    """The terms that a measure puts first, best first, with their values; ``sampled`` says that these are estimates."""

    terms: tuple[tuple[Term, float], ...]
    sampled: bool


def measure(
    triples: Triples,
    edges: Edges,
    ontology: Ontology,
    central: int,
    told: Callable[[int, int], None] | None = None,
) -> Stats:
    """Measure a graph; ``central`` is how many of the most central terms are listed; ``told`` hears how far it is."""
    counts = {kind.iri: len(found) for kind, found in edges.by_type()}
    pairs = read_pairs(triples, edges)
    network, degrees = Network(pairs, told), pairs.degrees()
    nodes, mentions = term_nodes(triples), set(triples.members(v.MENTION))
    found, sampled = _most_central(triples, network, degrees, central)
    evidence, negative = _evidence_counts(triples)
    size = len(pairs.iris)
    return Stats(
        entries=len(nodes - mentions),
        mentions=len(nodes & mentions),
        relations=sum(counts.values()),
        relation_types=len(counts),
        evidence=evidence,
        negative=negative,
        questions=len(triples.subjects(v.TYPE, v.QUESTION)),
        sources=len(triples.subjects(v.TYPE, v.SOURCE_DOCUMENT)),
        triples=triples.count(),
        classes=_class_counts(triples, nodes, ontology),
        components=tuple(network.components()),
        isolated=degrees.count(0),
        mean_degree=2 * len(pairs) / max(1, size),
        density=2 * network.edge_count / (size * (size - 1)) if size > 1 else 0,
        central=found,
        sampled=sampled,
    )


def rank(
    triples: Triples, edges: Edges, name: str, count: int, told: Callable[[int, int], None] | None = None
) -> Ranked:
    """Give the terms that a measure of ``MEASURES`` puts first; ``told`` hears how far it is."""
    network = Network(read_pairs(triples, edges), told)
    values, sampled = MEASURES[name](network)
    iris = network.pairs.iris
    chosen = sorted(range(len(iris)), key=lambda node: (-values[node], iris[node]))[:count]
    terms = _read(triples, [iris[node] for node in chosen])
    return Ranked(tuple((term, values[node]) for term, node in zip(terms, chosen, strict=True)), sampled)


def communities(triples: Triples, edges: Edges) -> list[list[str]]:
    """Part the terms so that most relations are within parts: IRIs, those with most relations first."""
    network = Network(read_pairs(triples, edges))
    degrees, iris = network.pairs.degrees(), network.pairs.iris
    return [
        [iris[node] for node in sorted(part, key=lambda node: (-degrees[node], iris[node]))]
        for part in network.communities()
    ]


def bridges(triples: Triples, edges: Edges) -> list[tuple[Term, Term]]:
    """Give the pairs of terms whose relation alone holds two parts of the graph together, by IRI."""
    network = Network(read_pairs(triples, edges))
    iris = network.pairs.iris
    found = sorted((iris[one], iris[other]) for one, other in network.bridges())
    terms = _read(triples, [iri for pair in found for iri in pair])
    return list(zip(terms[::2], terms[1::2], strict=True))


def _read(triples: Triples, iris: Sequence[str]) -> list[Term]:
    triples.prefetch(map(NamedNode, iris), inward=False)
    return [read_term(triples, iri) for iri in iris]


def _evidence_counts(triples: Triples) -> tuple[int, int]:
    """Count the evidence that affirms and that denies; what has no subject, predicate or object is none."""
    parts = (
        {quad.subject for quad in triples.match(None, part)} for part in (v.SUBJECT, v.PREDICATE, v.OBJECT)
    )
    whole = set.intersection(*parts)
    denied = {quad.subject for quad in triples.match(None, v.POLARITY, Literal("negative"))}
    return len(whole - denied), len(whole & denied)


def _class_counts(triples: Triples, nodes: set[str], ontology: Ontology) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for iri, kind in triples.pairs(v.TYPE.value):
        if iri in nodes and kind not in NOT_CLASSES:
            known = ontology.classes.get(kind)
            name = known.name if known else local_name(kind)
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _most_central(
    triples: Triples, network: Network, degrees: list[int], count: int
) -> tuple[tuple[Central, ...], bool]:
    if not count or not degrees:
        return (), False
    iris, between = network.pairs.iris, network.betweenness(QUICK)
    chosen = sorted(range(len(iris)), key=lambda node: (-degrees[node], -between.values[node], iris[node]))[
        :count
    ]
    found = [
        Central(term, degrees[node], between.values[node], network.closeness(node))
        for term, node in zip(_read(triples, [iris[node] for node in chosen]), chosen, strict=True)
    ]
    found.sort(key=lambda one: (-one.degree, -one.betweenness, by_label(one.term)))
    return tuple(found), between.sampled
