"""The graph as a networkx graph: nodes are terms, edges are relations, attributes are plain values."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from rolegraph.graph import vocabulary as v
from rolegraph.graph.columns import best_texts, not_texts, texts
from rolegraph.graph.nodes import labelled_terms
from rolegraph.graph.proofs import read_proofs
from rolegraph.graph.reading import NOT_CLASSES, language_rank, local_name, read_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx

    from rolegraph.graph.edges import Edges
    from rolegraph.graph.proofs import Proof
    from rolegraph.graph.triples import Triples
    from rolegraph.ontology import Ontology, RelationType

    _Attributes = dict[str, str | bool | float]
    _Neighbors = dict[str, dict[str, dict[str, _Attributes]]]  # by the other end, then by the key of the edge

__all__ = ["make_network"]

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2: no such characters


def make_network(triples: Triples, edges: Edges, ontology: Ontology) -> networkx.MultiDiGraph[str]:
    """Make a directed graph with an edge for each relation between terms, in a fixed order.

    A node is a term's IRI. Every attribute is a str, a bool or a float and has a value, so that each networkx
    writer takes them (GraphML, GEXF, GML, JSON); an edge whose confidence nobody knows has no such attribute.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    with _uncollected():
        relations = sorted(edges.between_nodes(), key=lambda one: edges.rank(one[0]))
        ends = set(chain.from_iterable(chain.from_iterable(pairs for _, pairs in relations)))
        nodes = _Nodes(triples, ontology)
        _add_nodes(graph, {iri: nodes.attributes(iri) for iri in sorted(ends | nodes.terms())})
        proofs = read_proofs(triples)
        for kind, pairs in relations:
            _add_edges(graph, kind, sorted(pairs), proofs.get(kind.iri, {}))
    return graph


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage, again and again, in what only grows."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


def _add_nodes(graph: networkx.MultiDiGraph[str], nodes: dict[str, _Attributes]) -> None:
    """Add nodes to an empty graph as networkx keeps them, which would copy the attributes of each."""
    graph._node.update(nodes)  # type: ignore[attr-defined]
    graph._succ.update((iri, {}) for iri in nodes)  # type: ignore[attr-defined]
    graph._pred.update((iri, {}) for iri in nodes)  # type: ignore[attr-defined]


def _add_edges(
    graph: networkx.MultiDiGraph[str],
    kind: RelationType,
    pairs: Iterable[tuple[str, str]],
    proofs: dict[tuple[str, str], Proof],
) -> None:
    """Add edges between nodes that are there, into the dicts that networkx keeps its edges in.

    ``add_edges_from`` takes several times as long, since it looks at each end and key anew.
    """
    onward: _Neighbors = graph._succ  # type: ignore[attr-defined]
    back: _Neighbors = graph._pred  # type: ignore[attr-defined]
    bare: _Attributes = {"relation": kind.name, "label": _plain(kind.phrase), "iri": kind.iri}
    bare |= {"quote": "", "place": ""}
    for start, end in pairs:
        keys = onward[start].get(end)
        if keys is None:
            keys = onward[start][end] = back[end][start] = {}
        attributes = bare.copy()
        keys[kind.iri if kind.name in keys else kind.name] = attributes  # two predicates of one local name
        if proofs and (proof := _proof(proofs, kind, start, end)):
            attributes["quote"] = _plain(proof.quote)
            attributes["place"] = proof.place.iri
            if proof.confidence is not None:
                attributes["confidence"] = proof.confidence


def _proof(proofs: dict[tuple[str, str], Proof], kind: RelationType, start: str, end: str) -> Proof | None:
    direct = proofs.get((start, end))
    turned = proofs.get((end, start)) if kind.symmetric and start != end else None
    if direct and turned:
        return direct.followed_by(turned)
    return direct or turned


class _Nodes:
    """What is said of all nodes, read once."""

    def __init__(self, triples: Triples, ontology: Ontology) -> None:
        self._triples = triples
        self._rank = partial(language_rank, first=triples.language)
        labels = [triples.column(predicate) for predicate in v.LABELS]
        self._labels = best_texts(labels, self._rank)
        self._odd_labels = {iri for column in labels for iri in not_texts(column)}
        self._definitions = self._read_definitions()
        self._abbreviations = _joined(triples.column(v.ABBREVIATION))
        types = list(triples.pairs(v.TYPE.value))
        concepts = {kind.value for kind in v.CONCEPTS}
        self._concepts = {iri for iri, kind in types if kind in concepts}
        self._mentions = {iri for iri, kind in types if kind == v.MENTION.value}
        self._classes = _class_names(types, ontology)

    def terms(self) -> set[str]:
        """Give the IRIs of all terms."""
        labelled = {node[1:-1] for node in self._labels if node[0] == "<"} | self._odd_labels
        return self._concepts | labelled_terms(self._triples, labelled - self._concepts)

    def attributes(self, iri: str) -> _Attributes:
        """Describe a node."""
        node = f"<{iri}>"
        label = self._labels.get(node)
        return {
            "label": _plain(local_name(iri) if label is None else label),
            "class": self._classes.get(iri, ""),
            "definition": _plain(self._definitions.get(node, "")),
            "abbreviations": _plain(self._abbreviations.get(node, "")),
            "mention": iri in self._mentions,
            "iri": iri,
        }

    def _read_definitions(self) -> dict[str, str]:
        """Give the first definition of each node; where a definition is a node itself, it is read singly."""
        columns = [self._triples.column(predicate) for predicate in v.DEFINITIONS]
        found = best_texts(columns, self._rank)
        for iri in {iri for column in columns for iri in not_texts(column)}:
            first = read_term(self._triples, iri).definitions[:1]
            found[f"<{iri}>"] = " ".join(text.value for text in first)
        return found


def _joined(column: str) -> dict[str, str]:
    """Put all texts of each node into one."""
    found: dict[str, set[tuple[tuple[int, str], str, str]]] = {}
    for node, text, language in texts(column):
        found.setdefault(node, set()).add((language_rank(language), text, language))
    return {node: "; ".join(text for _, text, _ in sorted(several)) for node, several in found.items()}


def _class_names(types: list[tuple[str, str]], ontology: Ontology) -> dict[str, str]:
    """Give the name of the class of each node: one of the ontology, else the graph's own, the first by IRI."""
    used = sorted(
        {kind for _, kind in types} - NOT_CLASSES, key=lambda kind: (kind not in ontology.classes, kind)
    )
    ranks = {kind: rank for rank, kind in enumerate(used)}
    names = [ontology.classes[kind].name if kind in ontology.classes else local_name(kind) for kind in used]
    best: dict[str, int] = {}
    for iri, kind in types:
        rank = ranks.get(kind)
        if rank is not None and rank < best.get(iri, len(used)):
            best[iri] = rank
    return {iri: names[rank] for iri, rank in best.items()}


def _plain(text: str) -> str:
    return text if text.isprintable() else _UNWRITABLE.sub("", text)
