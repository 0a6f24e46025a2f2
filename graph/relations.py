"""Relations between terms, seen from one of their ends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.names import fold
from rolegraph.graph.reading import read_term
from rolegraph.graph.record import Statement, Term, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rolegraph.graph.edges import Edge, Edges
    from rolegraph.graph.predicates import Predicates, Sense
    from rolegraph.graph.recorded import Recorded
    from rolegraph.graph.triples import Triples
    from rolegraph.ontology import Ontology, RelationType

__all__ = ["Direction", "Relation", "count_recorded", "count_relations", "list_relations", "read_relations"]

Direction: TypeAlias = Literal["out", "in", "both"]


class Relation(NamedTuple):
    """An asserted relation, subject and object in the direction of the type.

    With ``inverse`` it is seen from its object: it starts there and reads with the inverse phrase.
    """

    subject: Term
    relation_type: RelationType
    object: Term | Text
    inverse: bool = False

    @property
    def start(self) -> Term:
        """The term that it is seen from."""
        return self.object if self.inverse and isinstance(self.object, Term) else self.subject

    @property
    def end(self) -> Term | Text:
        """The other end."""
        return self.subject if self.inverse else self.object

    @property
    def phrase(self) -> str:
        """The words between start and end: "employs", "is employed by"."""
        return self.relation_type.inverse_phrase if self.inverse else self.relation_type.phrase

    def sentence(self) -> str:
        """Read it as a sentence: "Business process outsourcing employs Product manager"."""
        return f"{self.start.label.value} {self.phrase} {wording(self.end)}"


def wording(end: Term | Text) -> str:
    """Give the words for an end of a relation: a term's label, or the text."""
    return end.label.value if isinstance(end, Term) else end.value


def list_relations(
    triples: Triples,
    edges: Edges,
    predicates: Predicates,
    start: str | None,
    sense: Sense | None,
    direction: Direction,
    read: Callable[[Triples, str], Term] = read_term,
) -> list[Relation]:
    """List the relations of a term, or all, by type, direction and the label of the other end."""
    found = edges.all() if start is None else edges.at(start)
    chosen = [edge for edge in found if fits(edge, sense, direction)]
    return sorted(
        read_relations(triples, chosen, read),
        key=lambda one: (
            *predicates.rank(one.relation_type),
            one.inverse,
            fold(one.start.label.value),
            fold(wording(one.end)),
            one.start.iri,
            str(one.end),
        ),
    )


def fits(edge: Edge, sense: Sense | None, direction: Direction) -> bool:
    """Tell whether an edge is of a type and direction; symmetric types go both ways.

    The name of an inverse ("manages") asks for the type turned round, so "out" is then from its object.
    """
    if sense and edge.relation_type.iri != sense.relation_type.iri:
        return False
    if direction == "both" or edge.relation_type.symmetric:
        return True
    inward = edge.inverse != bool(sense and sense.inverse)
    return inward == (direction == "in")


def read_relations(
    triples: Triples, edges: Iterable[Edge], read: Callable[[Triples, str], Term] = read_term
) -> Iterator[Relation]:
    """Read the terms at the ends of edges, each term once."""
    terms: dict[str, Term] = {}

    def term(iri: str) -> Term:
        if iri not in terms:
            terms[iri] = read(triples, iri)
        return terms[iri]

    edges = list(edges)
    ends = [one for edge in edges for one in (edge.start, edge.end) if isinstance(one, str)]
    triples.prefetch(map(NamedNode, ends), inward=False)
    for edge in edges:
        start, end = term(edge.start), edge.end if isinstance(edge.end, Text) else term(edge.end)
        if edge.inverse and isinstance(end, Term):
            yield Relation(end, edge.relation_type, start, inverse=True)
        else:
            yield Relation(start, edge.relation_type, end)


def count_relations(edges: Edges, predicates: Predicates) -> list[tuple[RelationType, int]]:
    """Count relations by type, the most frequent first."""
    counts = [(kind, len(found)) for kind, found in edges.by_type()]
    return sorted(counts, key=lambda item: (-item[1], predicates.rank(item[0])))


def count_recorded(recorded: Recorded, ontology: Ontology) -> list[tuple[RelationType, int]] | None:
    """Count the relations of a record as ``count_relations`` does, without a store.

    None where that takes one, since not all predicates are relation types of the ontology as they stand.
    """
    types = ontology.relation_types
    if not v.NOT_RELATIONS.isdisjoint(types):
        return None
    stated: set[Statement] = set()
    for statement in (one.statement for one in recorded.evidence if not one.negative):
        subject, relation, value = statement
        if relation not in types or isinstance(value, Text) != types[relation].literal:
            return None
        if isinstance(value, Text):
            statement = Statement(subject, relation, Text(value.value, value.language.lower()))
        elif types[relation].symmetric and subject > value:
            statement = Statement(value, relation, subject)
        stated.add(statement)
    counts = Counter(one.relation for one in stated)
    ranks = {iri: rank for rank, iri in enumerate(types)}
    return [(types[iri], counts[iri]) for iri in sorted(counts, key=lambda one: (-counts[one], ranks[one]))]
