"""Relation types and classes that are not ours: written into the graph that uses them, and read from it again.

So a graph that was built with an ontology of the user's reads, looks and is checked the same wherever it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from rolegraph.graph import vocabulary as v
from rolegraph.ontology import OntologyError, load, load_with
from rolegraph.ontology.namespaces import OWL, RDF, RDFS, RG, SKOS

if TYPE_CHECKING:
    from rolegraph.graph.record import Evidence, Term
    from rolegraph.graph.triples import Triples
    from rolegraph.ontology import Ontology, RelationType, TermClass

__all__ = ["OwnTypes", "declaration_quads", "ontology_of", "own_types"]

_RELATION_TYPE, _TERM_CLASS = NamedNode(RG + "RelationType"), NamedNode(RG + "TermClass")
_FIRST, _REST, _NIL = (NamedNode(RDF + name) for name in ("first", "rest", "nil"))
_UNION = NamedNode(OWL + "unionOf")


class OwnTypes(NamedTuple):
    """Relation types, and classes by IRI, that the built-in ontology does not have."""

    relation_types: Sequence[RelationType] = ()
    classes: Sequence[str] = ()


def own_types(ontology: Ontology) -> OwnTypes:
    """Give what an ontology has beside the built-in one."""
    ours = load(words=False)
    relations = [one for iri, one in ontology.relation_types.items() if iri not in ours.relation_types]
    return OwnTypes(relations, [iri for iri in ontology.classes if iri not in ours.classes])


# --- writing -------------------------------------------------------------------------------------------------


def declaration_quads(
    ontology: Ontology, terms: Iterable[Term], evidence: Iterable[Evidence]
) -> Iterator[Quad]:
    """Declare the relation types and classes of a record that the built-in ontology does not have.

    Cues, headings and nouns are left out: they are for reading texts.
    """
    ours = load(words=False)
    relations = {one.statement.relation for one in evidence} - ours.relation_types.keys()
    classes = {iri for term in terms for iri in term.classes} - ours.classes.keys()
    for iri in sorted(relations & ontology.relation_types.keys()):
        yield from _relation_quads(ontology.relation_types[iri])
    for iri in sorted(classes & ontology.classes.keys()):
        yield from _class_quads(ontology.classes[iri])


def _relation_quads(one: RelationType) -> Iterator[Quad]:
    kind = "DatatypeProperty" if one.literal else "ObjectProperty"
    yield from _typed(one.iri, kind, RG + "RelationType")
    yield from (_quad(one.iri, v.TYPE, OWL + name) for name, is_so in _traits(one) if is_so)
    yield from _told(one.iri, {RDFS + "label": one.label, RG + "phrase": one.phrase})
    yield from _told(one.iri, {SKOS + "definition": one.definition})
    yield from (_quad(one.iri, NamedNode(RDFS + "subPropertyOf"), parent) for parent in one.parents)
    if one.inverse and not one.symmetric:
        yield _quad(one.iri, v.INVERSE_OF, one.inverse)
        yield from _typed(one.inverse, kind)
        yield from _told(one.inverse, {RDFS + "label": one.inverse_label, RG + "phrase": one.inverse_phrase})
    for side, classes in (("domain", one.domain), ("range", one.range)):
        yield from _side_quads(one.iri, side, classes)


def _traits(one: RelationType) -> tuple[tuple[str, bool], ...]:
    return ("SymmetricProperty", one.symmetric), ("TransitiveProperty", one.transitive)


def _side_quads(iri: str, side: str, classes: tuple[str, ...]) -> Iterator[Quad]:
    """Write a domain or range: a class, or the union of several."""
    predicate = NamedNode(RDFS + side)
    if len(classes) == 1:
        yield _quad(iri, predicate, classes[0])
    elif classes:
        union, items = BlankNode(), [(BlankNode(), NamedNode(each)) for each in classes]
        yield Quad(NamedNode(iri), predicate, union)
        yield Quad(union, v.TYPE, NamedNode(OWL + "Class"))
        yield Quad(union, _UNION, items[0][0])
        yield from (Quad(node, _FIRST, each) for node, each in items)
        yield from (Quad(node, _REST, after) for (node, _), (after, _) in pairwise(items))
        yield Quad(items[-1][0], _REST, _NIL)


def _class_quads(one: TermClass) -> Iterator[Quad]:
    yield from _typed(one.iri, "Class", RG + "TermClass")
    yield from _told(one.iri, {RDFS + "label": one.label, RG + "plural": one.plural})
    yield from _told(one.iri, {SKOS + "definition": one.definition})
    looks = {"colour": one.colour, "fill": one.fill, "icon": one.icon}
    yield from (Quad(NamedNode(one.iri), NamedNode(RG + name), Literal(text)) for name, text in looks.items())
    yield from (_quad(one.iri, v.SUB_CLASS_OF, parent) for parent in one.parents)


def _typed(iri: str, kind: str, *more: str) -> Iterator[Quad]:
    yield from (_quad(iri, v.TYPE, each) for each in (OWL + kind, *more))


def _told(iri: str, texts: dict[str, str]) -> Iterator[Quad]:
    for predicate, text in texts.items():
        if text:
            yield Quad(NamedNode(iri), NamedNode(predicate), Literal(text))


def _quad(iri: str, predicate: NamedNode, value: str) -> Quad:
    return Quad(NamedNode(iri), predicate, NamedNode(value))


# --- reading -------------------------------------------------------------------------------------------------


def ontology_of(triples: Triples) -> Ontology:
    """Give the built-in ontology with what a graph declares beside it; what does not fit to it is passed over."""
    ours = load(words=False)
    declared = {
        node.value
        for kind, known in ((_RELATION_TYPE, ours.relation_types), (_TERM_CLASS, ours.classes))
        for node in triples.subjects(v.TYPE, kind)
        if node.value not in known
    }
    if not declared:
        return ours
    try:
        return load_with(quad for iri in sorted(declared) for quad in _declarations(triples, NamedNode(iri)))
    except OntologyError:
        return ours


def _declarations(triples: Triples, node: NamedNode) -> Iterator[Quad]:
    """Give what a graph says of a type: its own triples, those of its inverse and of the lists that it names."""
    waiting: list[NamedNode | BlankNode] = [node, *triples.subjects(v.INVERSE_OF, node)]
    seen: set[NamedNode | BlankNode] = set()
    while waiting:
        subject = waiting.pop()
        if subject in seen:
            continue
        seen.add(subject)
        for quad in triples.match(subject):
            yield quad
            value, inverse = quad.object, quad.predicate == v.INVERSE_OF
            if isinstance(value, BlankNode) or (inverse and isinstance(value, NamedNode)):
                waiting.append(value)
