"""Evidence of statements, by pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.reading import read_evidence
from rolegraph.graph.record import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rolegraph.graph.predicates import Sense
    from rolegraph.graph.record import Evidence
    from rolegraph.graph.triples import Triples

__all__ = ["find_evidence", "highest_confidence"]

_Thing = str | Text | None


class _Pattern(NamedTuple):
    """What a statement is to be about: IRIs, or None for any; the object may be a literal."""

    subject: _Thing = None
    relation: str | None = None
    object: _Thing = None


def find_evidence(
    triples: Triples, subject: str | None = None, sense: Sense | None = None, value: _Thing = None
) -> list[Evidence]:
    """Find the evidence of statements of a pattern, in order of place.

    An inverse is looked up as what it is the inverse of; a symmetric type both ways round.
    """
    found = {one for pattern in _patterns(subject, sense, value) for one in _matching(triples, pattern)}
    return sorted(found, key=_order)


def highest_confidence(evidence: Iterable[Evidence]) -> float | None:
    """Give the confidence of the surest of what affirms a statement; None where nobody knows.

    A further sentence may raise it and never lowers it. The chances are not multiplied (noisy-or), since sentences of
    one form are misread alike.
    """
    known = [one.confidence for one in evidence if one.confidence is not None and not one.negative]
    return max(known, default=None)


def _patterns(subject: str | None, sense: Sense | None, value: _Thing) -> Iterator[_Pattern]:
    relation = sense.relation_type.iri if sense else None
    if not (sense and sense.inverse):
        yield _Pattern(subject, relation, value)
    if sense and (sense.inverse or sense.relation_type.symmetric):
        yield _Pattern(value, relation, subject)


def _matching(triples: Triples, pattern: _Pattern) -> Iterator[Evidence]:
    candidates = _candidates(triples, pattern)
    triples.prefetch(candidates, inward=False)
    for node in candidates:
        evidence = read_evidence(triples, node)
        if evidence and all(
            part is None or part == stated for part, stated in zip(pattern, evidence.statement, strict=True)
        ):
            yield evidence


def _candidates(triples: Triples, pattern: _Pattern) -> set[NamedNode | BlankNode]:
    """Narrow down by subject and object, which are rare in a graph; by relation where neither is given."""
    ends = ((v.SUBJECT, pattern.subject), (v.OBJECT, pattern.object))
    given = [(part, iri) for part, iri in ends if isinstance(iri, str)]
    if not given:
        return _nodes(triples, v.PREDICATE, pattern.relation)
    return set.intersection(*(_nodes(triples, part, iri) for part, iri in given))


def _nodes(triples: Triples, part: NamedNode, iri: str | None) -> set[NamedNode | BlankNode]:
    """Give the evidence with this part; without an IRI, all that has the part."""
    quads = triples.match(None, part, NamedNode(iri) if iri is not None else None)
    return {quad.subject for quad in quads if isinstance(quad.subject, NamedNode | BlankNode)}


def _order(evidence: Evidence) -> tuple[object, ...]:
    subject, relation, value = evidence.statement
    what = (subject, relation, str(value))  # an IRI and a text can't be compared
    return evidence.place, what, evidence.quote, evidence.qualifiers, evidence.negative
