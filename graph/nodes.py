"""Which nodes of a graph are its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from rolegraph.graph import vocabulary as v

if TYPE_CHECKING:
    from rolegraph.graph.column_file import ColumnFile
    from rolegraph.graph.triples import Triples

__all__ = ["is_term", "labelled_terms", "term_nodes", "term_numbers"]

_CONCEPTS = frozenset(concept.value for concept in v.CONCEPTS)


def is_term(triples: Triples, node: object) -> bool:
    """Tell whether a node is a term: a concept, or an IRI with a label that is not part of the means.

    The means are schemes, sources, evidence, questions, properties; classes are terms only where the graph
    has no concepts (an OWL file).
    """
    if not isinstance(node, NamedNode):
        return False
    classes = _classes(triples, node)
    if classes & _CONCEPTS:
        return True
    if classes & v.NOT_TERMS or (classes & v.CLASSES and _has_concepts(triples)):
        return False
    return _has_label(triples, node) and not triples.has(None, node)


def term_nodes(triples: Triples) -> set[str]:
    """Give the IRIs of all terms."""
    sure = {iri for concept in v.CONCEPTS for iri in triples.members(concept)}
    labelled = {iri for predicate in v.LABELS for iri in triples.holders(predicate) if iri not in sure}
    return sure | labelled_terms(triples, labelled)


def term_numbers(triples: Triples, columns: ColumnFile) -> set[int]:
    """Give the same as the numbers that the nodes have in the columns of the graph."""
    concepts = {columns.number(concept.value) for concept in v.CONCEPTS}
    sure = {node for node, kind in columns.number_pairs(v.TYPE.value) if kind in concepts}
    labelled = {node for predicate in v.LABELS for node in columns.holders(predicate.value)} - sure
    return sure | {node for node in labelled if _is_named_term(triples, columns, node)}


def _is_named_term(triples: Triples, columns: ColumnFile, node: int) -> bool:
    return node not in columns.blank and is_term(triples, NamedNode(columns.name(node)))


def labelled_terms(triples: Triples, labelled: set[str]) -> set[str]:
    """Give those of the nodes that are terms; they have labels and are no concepts."""
    triples.prefetch(map(NamedNode, sorted(labelled)), inward=False)
    return {iri for iri in labelled if is_term(triples, NamedNode(iri))}


def _classes(triples: Triples, node: NamedNode) -> set[str]:
    values = triples.objects(node, v.TYPE)
    return {value.value for value in values if isinstance(value, NamedNode)}


def _has_concepts(triples: Triples) -> bool:
    return any(triples.has(None, v.TYPE, concept) for concept in v.CONCEPTS) or triples.has(
        None, v.PREF_LABEL
    )


def _has_label(triples: Triples, node: NamedNode) -> bool:
    return any(triples.has(node, predicate) for predicate in v.LABELS)
