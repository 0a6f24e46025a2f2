"""Which predicates are relations: those of the ontology, and those that only the graph at hand uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.errors import UnknownRelation
from rolegraph.graph.names import fold
from rolegraph.graph.reading import language_rank, local_name, words_of
from rolegraph.ontology import Ontology, RelationType, UnknownName
from rolegraph.ontology.namespaces import DCTERMS, OWL, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rolegraph.graph.triples import Triples

__all__ = ["Predicates", "Sense"]

_SYMMETRIC = NamedNode(OWL + "SymmetricProperty")
_TRANSITIVE = NamedNode(OWL + "TransitiveProperty")

_SAME, _CLOSE = ("is the same as", "is the same as"), ("is close to", "is close to")
_PHRASES = {
    RDFS + "subClassOf": ("is a kind of", "is broader than"),
    RDFS + "seeAlso": ("see also", "is referred to by"),
    OWL + "sameAs": _SAME,
    SKOS + "exactMatch": _SAME,
    SKOS + "closeMatch": _CLOSE,
    SKOS + "relatedMatch": ("is related to", "is related to"),
    SKOS + "broadMatch": ("is a kind of", "is broader than"),
    DCTERMS + "isPartOf": ("is part of", "includes"),
    DCTERMS + "requires": ("requires", "is required by"),
    DCTERMS + "references": ("refers to", "is referred to by"),
    DCTERMS + "replaces": ("replaces", "is replaced by"),
}
"""How predicates of common vocabularies read, which graphs use without declaring them."""

_INVERSES = {
    SKOS + "narrowMatch": SKOS + "broadMatch",
    DCTERMS + "hasPart": DCTERMS + "isPartOf",
    DCTERMS + "isRequiredBy": DCTERMS + "requires",
    DCTERMS + "isReferencedBy": DCTERMS + "references",
    DCTERMS + "isReplacedBy": DCTERMS + "replaces",
}


class Sense(NamedTuple):
    """What a predicate says: a relation type, read from object to subject where ``inverse``."""

    relation_type: RelationType
    inverse: bool = False


class Predicates:
    """The predicates of a graph and what each says.

    A predicate that the ontology doesn't know becomes a relation type made on the fly, in the words of its
    ``rdfs:label`` or its local name, so that a graph made by others is of use too.
    """

    def __init__(self, triples: Triples, ontology: Ontology, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._triples = triples
        self._ontology = ontology
        types = ontology.relation_types
        turned = {one.inverse: one for one in types.values() if one.inverse and not one.symmetric}
        self._senses: dict[str, Sense | None] = dict.fromkeys(v.NOT_RELATIONS)
        self._senses |= {iri: Sense(one, inverse=True) for iri, one in turned.items()}
        self._senses |= {iri: Sense(one) for iri, one in types.items()}
        self._ranks = {iri: rank for rank, iri in enumerate(types)}

    def sense(self, iri: str) -> Sense | None:
        """Tell what a predicate says; None where it relates no terms."""
        if iri not in self._senses:
            self._senses[iri] = self._own_sense(iri)
        return self._senses[iri]

    def is_known(self, relation_type: RelationType) -> bool:
        """Tell whether a type is of the ontology, not made on the fly."""
        return relation_type.iri in self._ranks

    def rank(self, relation_type: RelationType) -> tuple[int, str, str]:
        """Order types as the ontology does, then those made on the fly by label."""
        rank = self._ranks.get(relation_type.iri, len(self._ranks))
        return rank, relation_type.label, relation_type.iri

    def find(self, name: str) -> Sense:
        """Find a relation type by name, label, CURIE or IRI; the inverse's name gives it turned round.

        Raises UnknownRelation with the names that come close.
        """
        prefix, _, local = name.partition(":")
        iri = self._prefixes[prefix] + local if prefix in self._prefixes and local else name.strip("<>")
        if "://" in iri and (sense := self.sense(iri)):
            return sense
        try:
            relation_type = self._ontology.relation_type(name)
        except UnknownName as error:
            return self._find_own(name, error.suggestions)
        return Sense(relation_type, self._ontology.direction(name) == "inverse")

    def _find_own(self, name: str, suggestions: tuple[str, ...]) -> Sense:
        for iri in self._triples.predicates():
            sense = self.sense(iri)
            if sense and not self.is_known(sense.relation_type):
                kind = sense.relation_type
                if fold(name) in _names(kind.iri, kind.label):
                    return Sense(kind)
                if kind.inverse and fold(name) in _names(kind.inverse, kind.inverse_label):
                    return Sense(kind, not kind.symmetric)
        raise UnknownRelation(name, suggestions)

    def _own_sense(self, iri: str) -> Sense | None:
        """Make a type of a predicate, or of its inverse (owl:inverseOf) where that is what the graph uses."""
        if primary := _INVERSES.get(iri):
            return Sense(self._own_type(primary, iri), inverse=True)
        other = self._inverse(NamedNode(iri))
        if other is None:
            return Sense(self._own_type(iri, None))
        known = self._senses.get(other)
        if known:
            return Sense(known.relation_type, not known.inverse)
        pair = sorted((iri, other))
        pair.sort(key=lambda one: not self._triples.has(None, NamedNode(one)))
        return Sense(self._own_type(*pair), iri != pair[0])

    def _inverse(self, node: NamedNode) -> str | None:
        declared = [
            *self._triples.objects(node, v.INVERSE_OF),
            *self._triples.subjects(v.INVERSE_OF, node),
        ]
        return min(
            (one.value for one in declared if isinstance(one, NamedNode) and one != node), default=None
        )

    def _own_type(self, iri: str, inverse: str | None) -> RelationType:
        node = NamedNode(iri)
        label = self._label(iri)
        phrase, turned = _PHRASES.get(iri, (label, ""))
        symmetric = phrase == turned or self._triples.has(node, v.TYPE, _SYMMETRIC)
        inverse_label = label if symmetric else self._label(inverse) if inverse else ""
        return RelationType(
            iri=iri,
            name=local_name(iri),
            label=label,
            phrase=phrase,
            inverse=iri if symmetric else inverse,
            inverse_label=inverse_label,
            inverse_phrase=turned or inverse_label or f"is reached by “{label}” from",
            symmetric=symmetric,
            transitive=self._triples.has(node, v.TYPE, _TRANSITIVE),
            literal=False,
            domain=(),
            range=(),
            parents=(),
            definition="",
            cues=(),
            headings=(),
            columns=(),
            inverse_headings=(),
            inverse_columns=(),
        )

    def _label(self, iri: str) -> str:
        labels = [one for one in self._triples.objects(NamedNode(iri), v.LABEL) if isinstance(one, Literal)]
        labels.sort(key=lambda one: (language_rank(one.language or ""), one.value))
        return labels[0].value if labels else words_of(local_name(iri))


def _names(iri: str, label: str) -> set[str]:
    return {fold(local_name(iri)), fold(words_of(local_name(iri))), fold(label)}
