"""Measures of a graph: how much it holds, how it hangs together, what stands at its centre."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph import vocabulary as v
from rolegraph.graph.evidence import find_evidence
from rolegraph.graph.listing import by_label, list_terms
from rolegraph.graph.reading import local_name, read_term

if TYPE_CHECKING:
    import networkx

    from rolegraph.graph.edges import Edge, Edges
    from rolegraph.graph.record import Term
    from rolegraph.graph.triples import Triples
    from rolegraph.ontology import Ontology

__all__ = ["Central", "Stats", "measure"]

_SAMPLE_ABOVE = 2_000
_SAMPLE = 200


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


def measure(triples: Triples, edges: Edges, ontology: Ontology, central: int) -> Stats:
    """Measure a graph; ``central`` is how many of the most central terms are listed."""
    import networkx

    terms = list_terms(triples, None, mentions=True)
    every = list(edges.all())
    graph = _undirected(terms, every)
    proofs = find_evidence(triples)
    parts = sorted(map(len, networkx.connected_components(graph)), reverse=True)
    return Stats(
        entries=sum(not term.mention for term in terms),
        mentions=sum(term.mention for term in terms),
        relations=len(every),
        relation_types=len({edge.relation_type.iri for edge in every}),
        evidence=sum(not one.negative for one in proofs),
        negative=sum(one.negative for one in proofs),
        questions=len(triples.subjects(v.TYPE, v.QUESTION)),
        sources=len(triples.subjects(v.TYPE, v.SOURCE_DOCUMENT)),
        triples=sum(1 for _ in triples.match()),
        classes=_class_counts(terms, ontology),
        components=tuple(parts),
        isolated=networkx.number_of_isolates(graph),
        mean_degree=2 * graph.number_of_edges() / max(1, len(graph)),
        density=networkx.density(networkx.Graph(graph)),
        central=_most_central(triples, graph, central),
        sampled=len(graph) > _SAMPLE_ABOVE,
    )


def _undirected(terms: list[Term], every: list[Edge]) -> networkx.MultiGraph[str]:
    """Make the network in which direction and type don't count, in a fixed order."""
    import networkx

    graph: networkx.MultiGraph[str] = networkx.MultiGraph()
    graph.add_nodes_from(term.iri for term in terms)
    pairs = ((edge.start, edge.end) for edge in every if isinstance(edge.end, str))
    graph.add_edges_from(sorted(pair for pair in pairs if pair[0] != pair[1]))
    return graph


def _closeness(graph: networkx.Graph[str], iri: str) -> float:
    import networkx

    return float(networkx.closeness_centrality(graph, iri))  # type: ignore[arg-type]  # one node gives one number


def _class_counts(terms: list[Term], ontology: Ontology) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for term in terms:
        for iri in term.classes:
            known = ontology.classes.get(iri)
            name = known.name if known else local_name(iri)
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _most_central(triples: Triples, graph: networkx.MultiGraph[str], count: int) -> tuple[Central, ...]:
    import networkx

    simple: networkx.Graph[str] = networkx.Graph(graph)
    sample = _SAMPLE if len(graph) > _SAMPLE_ABOVE else None
    between = networkx.betweenness_centrality(simple, k=sample, seed=0) if len(graph) else {}
    degree = dict(graph.degree())
    chosen = sorted(degree, key=lambda iri: (-degree[iri], -between[iri], iri))[:count]
    found = [
        Central(read_term(triples, iri), degree[iri], between[iri], _closeness(simple, iri)) for iri in chosen
    ]
    found.sort(key=lambda one: (-one.degree, -one.betweenness, by_label(one.term)))
    return tuple(found)
