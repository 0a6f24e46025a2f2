"""Lists of a graph's terms, questions and sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.errors import UnknownClass
from rolegraph.graph.names import fold
from rolegraph.graph.nodes import term_nodes
from rolegraph.graph.reading import local_name, read_question, read_source, read_term
from rolegraph.ontology import Ontology, UnknownName

if TYPE_CHECKING:
    from rolegraph.graph.record import Question, Source, Term
    from rolegraph.graph.triples import Triples

__all__ = ["by_label", "class_iris", "list_questions", "list_sources", "list_terms"]


def by_label(term: Term) -> tuple[str, str]:
    """Order terms by their folded label, then by IRI."""
    return fold(term.label.value), term.iri


def list_terms(triples: Triples, classes: Iterable[str] | None, mentions: bool) -> list[Term]:
    """List terms by label: those of any of the classes, all where ``classes`` is None."""
    nodes = term_nodes(triples)
    if not mentions:
        nodes -= {subject.value for subject in triples.subjects(v.TYPE, v.MENTION)}
    if classes is not None:
        nodes &= {one.value for iri in classes for one in triples.subjects(v.TYPE, NamedNode(iri))}
    return sorted((read_term(triples, iri) for iri in nodes), key=by_label)


def class_iris(triples: Triples, ontology: Ontology, name: str) -> set[str]:
    """Give the IRIs of a class and its sub-classes, of the ontology or else of the graph itself."""
    try:
        found = {ontology.term_class(name).iri}
    except UnknownName as error:
        found = _own_classes(triples, name)
        if not found:
            raise UnknownClass(name, error.suggestions) from None
    return _with_sub_classes(ontology, triples, found)


def _own_classes(triples: Triples, name: str) -> set[str]:
    """Find the classes that the graph uses and whose IRI, local name or label is the name."""
    used = {quad.object for quad in triples.match(None, v.TYPE)}
    nodes = [node for node in used if isinstance(node, NamedNode)]
    return {node.value for node in nodes if fold(name) in _keys(triples, node) or name == node.value}


def _keys(triples: Triples, node: NamedNode) -> set[str]:
    labels = [text.value for text in triples.objects(node, v.LABEL) if isinstance(text, Literal)]
    return {fold(local_name(node.value)), *map(fold, labels)}


def _with_sub_classes(ontology: Ontology, triples: Triples, found: set[str]) -> set[str]:
    below = {one.iri for one in ontology.classes.values() if found & set(one.parents)}
    below |= {one.value for iri in found for one in triples.subjects(v.SUB_CLASS_OF, NamedNode(iri))}
    return found if below <= found else _with_sub_classes(ontology, triples, found | below)


def list_questions(triples: Triples, about: str | None) -> list[Question]:
    """List questions in the order of their places: those about a term, all where ``about`` is None."""
    nodes = triples.subjects(v.TYPE, v.QUESTION)
    questions = [read_question(triples, node) for node in nodes]
    chosen = [one for one in questions if about is None or one.about == about]
    return sorted(chosen, key=lambda one: (one.place, one.iri))


def list_sources(triples: Triples) -> list[Source]:
    """List the documents that the graph was built from, by name."""
    sources = [read_source(triples, node) for node in triples.subjects(v.TYPE, v.SOURCE_DOCUMENT)]
    return sorted(sources, key=lambda source: (source.name, source.iri))
