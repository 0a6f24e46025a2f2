"""Lists of a graph's terms, questions and sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.closeness import CUTOFF, closeness
from rolegraph.graph.errors import UnknownClass, UnknownCollection
from rolegraph.graph.names import fold
from rolegraph.graph.nodes import term_nodes
from rolegraph.graph.reading import local_name, read_collection, read_question, read_source, read_term
from rolegraph.ontology import Ontology, UnknownName

if TYPE_CHECKING:
    from rolegraph.graph.record import Collection, Question, Source, Term
    from rolegraph.graph.triples import Triples

__all__ = [
    "by_label",
    "class_iris",
    "list_collections",
    "list_questions",
    "list_sources",
    "list_terms",
    "members",
]


def by_label(term: Term) -> tuple[str, str]:
    """Order terms by their folded label, then by IRI."""
    return fold(term.label.value), term.iri


def list_terms(
    triples: Triples, classes: Iterable[str] | None, mentions: bool, among: set[str] | None = None
) -> list[Term]:
    """List terms by label: those of any of the classes, all where ``classes`` is None; only those ``among`` IRIs."""
    nodes = term_nodes(triples)
    if not mentions:
        nodes -= {subject.value for subject in triples.subjects(v.TYPE, v.MENTION)}
    if classes is not None:
        nodes &= {one.value for iri in classes for one in triples.subjects(v.TYPE, NamedNode(iri))}
    if among is not None:
        nodes &= among
    triples.prefetch(map(NamedNode, sorted(nodes)), inward=False)
    return sorted((read_term(triples, iri) for iri in nodes), key=by_label)


def members(triples: Triples, name: str) -> set[str]:
    """Give the IRIs in the groups of terms that have a label, and in the groups within these."""
    groups = {one.iri: one for one in list_collections(triples, None)}
    found = [one for one in groups.values() if fold(one.label.value) == fold(name)]
    if not found:
        raise UnknownCollection(name, _close(name, [one.label.value for one in groups.values()]))
    inside: set[str] = set()
    while found:
        new = set(found.pop().members) - inside
        inside |= new
        found += [groups[iri] for iri in new if iri in groups]
    return inside


def _close(name: str, labels: list[str]) -> list[str]:
    measure = closeness(fold(name))
    near = sorted(((measure(fold(label)), label) for label in labels), reverse=True)
    return [label for score, label in near[:3] if score >= CUTOFF]


def list_collections(triples: Triples, member: str | None) -> list[Collection]:
    """List the groups of terms, by label: those of a member, all where ``member`` is None."""
    nodes = (
        triples.subjects(v.TYPE, v.COLLECTION)
        if member is None
        else triples.subjects(v.MEMBER, NamedNode(member))
    )
    found = [read_collection(triples, node) for node in nodes]
    return sorted(found, key=lambda one: (fold(one.label.value), one.iri))


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
