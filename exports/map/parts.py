"""Parts of a graph to draw: around a term, between two, of a class, or what a SPARQL query gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.exports.errors import ExportError
from rolegraph.graph.record import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pyoxigraph import Quad, Triple

    from rolegraph.graph import KnowledgeGraph
    from rolegraph.graph.sparql import Solutions

__all__ = ["Part", "part_around", "part_between", "part_of_class", "part_of_query"]


class Part(NamedTuple):
    """What to draw: the IRIs of terms of a graph, None for all, and the view to open with.

    ``selected`` and ``end`` are IRIs; with ``end`` the view is the path between both.
    """

    kg: KnowledgeGraph
    terms: Collection[str] | None = None
    selected: str = ""
    end: str = ""
    steps: int = 1


def part_around(kg: KnowledgeGraph, name: str, depth: int = 1) -> Part:
    """Take a term and what is at most so many steps from it.

    :raises UnknownTerm: if no term has the name.
    :raises AmbiguousTerm: if several have it.
    """
    middle = kg.term(name)
    near = {one.term.iri for one in kg.neighbors(middle, depth)}
    return Part(kg, near | {middle.iri}, middle.iri, steps=min(depth, 3))


def part_between(kg: KnowledgeGraph, start: str, end: str) -> Part:
    """Take the terms on all shortest paths between two terms.

    :raises UnknownTerm: if no term has a name; AmbiguousTerm: if several have it.
    :raises ExportError: if no path of at most six steps joins them.
    """
    first, last = kg.term(start), kg.term(end)
    paths = kg.paths(first, last, all=True)
    if not paths:
        raise ExportError(f"no path of at most 6 steps joins {first.label.value!r} and {last.label.value!r}")
    ends = {_iri(one) for path in paths for step in path.steps for one in (step.start, step.end)}
    return Part(kg, ends | {first.iri, last.iri}, first.iri, last.iri)


def part_of_class(kg: KnowledgeGraph, name: str) -> Part:
    """Take the terms of a class and its sub-classes, mentions too.

    :raises UnknownClass: if there is no such class.
    """
    return Part(kg, {term.iri for term in kg.terms(name, mentions=True)})


def part_of_query(kg: KnowledgeGraph, sparql: str) -> Part:
    """Take what a query gives: the triples of a CONSTRUCT or DESCRIBE, or the terms in the rows of a SELECT.

    :raises QueryError: if the query is wrong or would change something.
    :raises ExportError: if it is an ASK, or there is nothing in the answer that can be drawn.
    """
    answer = kg.query(sparql)
    if isinstance(answer, bool):
        raise ExportError("an ASK query answers true or false; to draw, use CONSTRUCT, DESCRIBE or SELECT")
    part = Part(_graph_of(kg, answer)) if isinstance(answer, list) else Part(kg, _terms_in(kg, answer))
    if not (part.kg.terms(mentions=True) if part.terms is None else part.terms):
        raise ExportError(
            "the query gives no terms and no relations between terms, so there is nothing to draw"
        )
    return part


def _iri(end: object) -> str:
    return str(getattr(end, "iri", ""))


def _terms_in(kg: KnowledgeGraph, rows: Solutions) -> set[str]:
    from pyoxigraph import NamedNode

    known = {term.iri for term in kg.terms(mentions=True)}
    found = {value.value for row in rows for value in row if isinstance(value, NamedNode)}
    return known & found


def _graph_of(kg: KnowledgeGraph, triples: Collection[Triple]) -> KnowledgeGraph:
    """Make a graph of triples, with what the whole graph records of their terms and of each statement."""
    from pyoxigraph import Quad

    from rolegraph.exports.map.titles import title_of
    from rolegraph.graph import KnowledgeGraph

    iris, stated = _ends(triples), {_key(one) for one in triples}
    part = KnowledgeGraph.from_record(
        [term for term in kg.terms(mentions=True) if term.iri in iris],
        [one for one in kg.evidence() if not one.negative and tuple(one.statement) in stated],
        [one for one in kg.questions() if one.about in iris],
        kg.sources(),
        base=kg.base,
        title=title_of(kg),
        language=kg.triples.language,
        ontology=kg.ontology,
    )
    part.store.extend(Quad(*one) for one in triples)
    part.store.extend(_concepts(iris - {term.iri for term in part.terms(mentions=True)}))
    return part


def _ends(triples: Iterable[Triple]) -> set[str]:
    """Give what the triples are about: their subjects, and the objects that are no classes."""
    from pyoxigraph import NamedNode

    from rolegraph.graph.vocabulary import TYPE

    ends = [one.subject for one in triples] + [one.object for one in triples if one.predicate != TYPE]
    return {end.value for end in ends if isinstance(end, NamedNode)}


def _key(triple: Triple) -> tuple[str, str, str | Text]:
    from pyoxigraph import Literal

    value = triple.object
    if isinstance(value, Literal):
        end: str | Text = Text(value.value, value.language or "")
    else:
        end = getattr(value, "value", "")
    return getattr(triple.subject, "value", ""), triple.predicate.value, end


def _concepts(iris: Iterable[str]) -> list[Quad]:
    """Say of what a query made up that it is a concept, so that it is drawn."""
    from pyoxigraph import NamedNode, Quad

    from rolegraph.graph.vocabulary import CONCEPTS, TYPE

    return [Quad(NamedNode(iri), TYPE, CONCEPTS[0]) for iri in sorted(iris)]
