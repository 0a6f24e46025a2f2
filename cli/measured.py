"""What ``rolegraph stats --measure`` prints: terms by a measure, communities, bridges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.cli.tables import Column, Table

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph

__all__ = ["MEASURES", "measured_table"]

MEASURES = ("degree", "pagerank", "betweenness", "communities", "bridges")

_COMMUNITIES = (
    Column("number", "Community"),
    Column("size", "Terms"),
    Column("terms", "Its most related terms"),
    Column("iris"),
)
_BRIDGES = (Column("one", "Term"), Column("other", "Term"), Column("one_iri"), Column("other_iri"))
_NAMED = 3


def measured_table(kg: KnowledgeGraph, measure: str, count: int) -> tuple[Table, bool]:
    """Measure a graph; give the first rows, and whether they are estimates."""
    if measure == "communities":
        return _communities(kg, count), False
    if measure == "bridges":
        pairs = [
            (one.label.value, other.label.value, one.iri, other.iri) for one, other in kg.bridges()[:count]
        ]
        return Table(_BRIDGES, pairs), False
    from rolegraph.cli.progress import Progress

    with Progress(measure.capitalize()) as progress:
        found = kg.rank(measure, count, told=progress)
    columns = (Column("label", "Term"), Column(measure, measure.capitalize()), Column("iri"))
    digits = 0 if measure == "degree" else 6
    rows = [(term.label.value, f"{value:.{digits}f}", term.iri) for term, value in found.terms]
    return Table(columns, rows), found.sampled


def _communities(kg: KnowledgeGraph, count: int) -> Table:
    rows = [
        (
            number,
            len(iris),
            [kg.term(f"<{iri}>").label.value for iri in iris[:_NAMED]],
            iris[:_NAMED],
        )
        for number, iris in enumerate(kg.communities()[:count], 1)
    ]
    return Table(_COMMUNITIES, rows)
