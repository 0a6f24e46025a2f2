"""The first evidence of each asserted relation between nodes, of a whole graph at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph import vocabulary as v
from rolegraph.graph.columns import best_texts, iri_values, texts
from rolegraph.graph.reading import language_rank, read_confidence
from rolegraph.graph.record import Place

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from rolegraph.graph.triples import Triples

__all__ = ["Proof", "read_proofs"]


class Proof(NamedTuple):
    """What stands first among the evidence of a statement, and the confidence of the surest."""

    place: Place
    quote: str
    confidence: float | None

    def joined(self, other: Proof) -> Proof:
        """Put this and other evidence of a statement together: what stands first, and the confidence of the surer."""
        first, second = sorted((self, other), key=lambda one: (one.place, one.quote))
        return first.followed_by(second)

    def followed_by(self, other: Proof) -> Proof:
        """Put further evidence behind this, which may be surer."""
        known = [one for one in (self.confidence, other.confidence) if one is not None]
        return self._replace(confidence=max(known, default=None))


def read_proofs(triples: Triples) -> dict[str, dict[tuple[str, str], Proof]]:
    """Give the proof of each statement that is not denied, by relation, then by subject and object."""
    proofs: dict[str, dict[tuple[str, str], Proof]] = {}
    subjects = _first_iris(triples, v.SUBJECT)
    if not subjects:
        return proofs
    relations, objects = _first_iris(triples, v.PREDICATE), _first_iris(triples, v.OBJECT)
    denied = {node for node, text, _ in texts(triples.column(v.POLARITY)) if text == "negative"}
    places, quotes = _places(triples), best_texts([triples.column(v.QUOTE)], language_rank)
    chances = best_texts([triples.column(v.CONFIDENCE)], language_rank)
    for node in (subjects.keys() & relations.keys() & objects.keys()) - denied:
        place = places.get(node, Place("", 0, 0))
        proof = Proof(place, quotes.get(node, ""), read_confidence(chances.get(node, "")))
        known = proofs.setdefault(relations[node], {})
        ends = subjects[node], objects[node]
        known[ends] = proof.joined(known[ends]) if ends in known else proof
    return proofs


def _first_iris(triples: Triples, predicate: NamedNode) -> dict[str, str]:
    """Give the IRI that each node has under a predicate, the first of several."""
    found: dict[str, str] = {}
    for node, iri in iri_values(triples.column(predicate)):
        found[node] = min(iri, found.get(node, iri))
    return found


def _places(triples: Triples) -> dict[str, Place]:
    """Give the place of each node that makes a statement, the first of several."""
    found: dict[str, Place] = {}
    for node, iri in iri_values(triples.column(v.DERIVED_FROM, v.SUBJECT)):
        place = Place.from_iri(iri)
        found[node] = min(place, found.get(node, place))
    return found
