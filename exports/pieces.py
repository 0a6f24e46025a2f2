"""A recorded graph cut into pieces that can be written one after the other, each in its place in the order.

A piece holds some subjects with all that is said of them and all that belongs to them. Subjects at one place of the
order are never parted, so that whoever writes a piece puts it in the order of the whole.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Store

from rolegraph.exports.order import DECISIVE, NAMES, TYPE, kind_of, name_key
from rolegraph.graph.quads import all_evidence_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

    from rolegraph.graph.record import Evidence
    from rolegraph.graph.recorded import Recorded, Thing

    _Head: TypeAlias = tuple[tuple[int, str], Thing]

__all__ = ["LEAST", "pieces_of"]

LEAST = 5_000
"""Quads of a piece: so few that they take little memory, so many that a piece costs no time of its own."""


def pieces_of(recorded: Recorded, least: int = LEAST) -> Iterator[Store] | None:
    """Give a graph as stores of at least so many quads, where there are as many; None where it can't be cut.

    That is where one IRI stands for two of its things, where a statement is about none of its terms, or where
    one decides the order itself.
    """
    heads: list[_Head] = []
    subjects: list[str] = []
    for thing in recorded.things():
        place, own = _place(list(recorded.quads_of(thing)))
        heads.append((place, thing))
        subjects += [thing.iri, *own]
    terms = {term.iri for term in recorded.terms}
    said = (one.statement for one in recorded.evidence)
    whole = any(one.subject not in terms or one.relation in DECISIVE for one in said)
    if whole or len(set(subjects)) < len(subjects):
        return None
    heads.sort(key=itemgetter(0))
    return _cut(recorded, heads, least)


def _place(quads: list[Quad]) -> tuple[tuple[int, str], list[str]]:
    """Give the kind and name of the first subject, and the other subjects."""
    first = quads[0].subject
    facts: dict[str, list[str]] = {}
    for quad in quads:
        if quad.subject == first:
            facts.setdefault(str(quad.predicate), []).append(str(quad.object))
    kind = kind_of([iri[1:-1] for iri in facts.get(TYPE, ())])
    names = next((found for one in NAMES if (found := facts.get(f"<{one}>"))), [""])
    return (kind, name_key(min(names))), [
        str(other)[1:-1] for other in {quad.subject for quad in quads} - {first}
    ]


def _by_subject(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        found.setdefault(one.statement.subject, []).append(one)
    return found


def _cut(recorded: Recorded, heads: list[_Head], least: int) -> Iterator[Store]:
    evidence = _by_subject(recorded.evidence)
    piece: list[Quad] = []
    for _, same in groupby(heads, key=itemgetter(0)):
        for _, thing in same:
            piece += recorded.quads_of(thing)
            piece += all_evidence_quads(evidence.get(thing.iri, ()), recorded.base)
        if len(piece) >= least:
            yield _stored(piece)
            piece = []
    yield _stored(piece)


def _stored(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store
