"""The graph as a networkx graph: nodes are terms, edges are relations, attributes are plain values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.graph.evidence import find_evidence, highest_confidence
from rolegraph.graph.listing import list_terms
from rolegraph.graph.reading import local_name, read_term
from rolegraph.graph.record import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx

    from rolegraph.graph.edges import Edge, Edges
    from rolegraph.graph.record import Evidence, Term
    from rolegraph.graph.triples import Triples
    from rolegraph.ontology import Ontology, RelationType

    _Key = tuple[str, str, str]

__all__ = ["make_network"]

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2: no such characters


def make_network(triples: Triples, edges: Edges, ontology: Ontology) -> networkx.MultiDiGraph[str]:
    """Make a directed graph with an edge for each relation between terms, in a fixed order.

    A node is a term's IRI. Every attribute is a str, a bool or a float and has a value, so that each networkx
    writer takes them (GraphML, GEXF, GML, JSON); an edge whose confidence nobody knows has no such attribute.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for term in list_terms(triples, None, mentions=True):
        graph.add_node(term.iri, **_node(term, ontology))
    proofs = _proofs(triples)
    for edge in sorted(edges.all(), key=lambda one: (one.start, edges.order(one))):
        if isinstance(edge.end, str):
            for iri in (edge.start, edge.end):
                if iri not in graph:
                    graph.add_node(iri, **_node(read_term(triples, iri), ontology))
            key = edge.relation_type.name
            taken = graph.has_edge(edge.start, edge.end, key)  # two predicates of one local name
            attributes = _edge(edge, _proof(proofs, edge.start, edge.relation_type, edge.end))
            graph.add_edge(edge.start, edge.end, edge.relation_type.iri if taken else key, **attributes)
    return graph


def _node(term: Term, ontology: Ontology) -> dict[str, str | bool]:
    return {
        "label": _plain(term.label.value),
        "class": _class_name(term, ontology),
        "definition": _plain(" ".join(text.value for text in term.definitions[:1])),
        "abbreviations": _plain("; ".join(text.value for text in term.abbreviations)),
        "mention": term.mention,
        "iri": term.iri,
    }


def _edge(edge: Edge, found: Sequence[Evidence]) -> dict[str, str | float]:
    # "type" would be the obvious name, but GEXF means "directed" or "undirected" by it
    sure = highest_confidence(found)
    return {
        "relation": edge.relation_type.name,
        "label": _plain(edge.relation_type.phrase),
        "iri": edge.relation_type.iri,
        "quote": _plain(found[0].quote.value) if found else "",
        "place": found[0].place.iri if found else "",
        **({} if sure is None else {"confidence": sure}),
    }


def _class_name(term: Term, ontology: Ontology) -> str:
    known = [ontology.classes[iri].name for iri in term.classes if iri in ontology.classes]
    return next(iter(known or map(local_name, term.classes)), "")


def _proof(proofs: dict[_Key, list[Evidence]], start: str, kind: RelationType, end: str) -> list[Evidence]:
    turned = proofs.get((end, kind.iri, start), []) if kind.symmetric and start != end else []
    return proofs.get((start, kind.iri, end), []) + turned


def _proofs(triples: Triples) -> dict[_Key, list[Evidence]]:
    """Give the evidence of each asserted statement, by place."""
    proofs: dict[_Key, list[Evidence]] = {}
    for evidence in find_evidence(triples):
        subject, relation, value = evidence.statement
        if not evidence.negative and not isinstance(value, Text):
            proofs.setdefault((subject, relation, value), []).append(evidence)
    return proofs


def _plain(text: str) -> str:
    return _UNWRITABLE.sub("", text)
