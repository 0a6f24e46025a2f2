"""Relations of terms in both directions, their counts, and the terms around a term."""

from __future__ import annotations

import pytest
from graph_samples import BASE, RG, SKOS, sample, stated, term

from rolegraph.graph import KnowledgeGraph, Term, Text, UnknownRelation
from rolegraph.graph.relations import Direction


def sentences(
    kg: KnowledgeGraph, term: str | None = None, kind: str | None = None, direction: Direction = "both"
) -> list[str]:
    return [relation.sentence() for relation in kg.relations(term, kind, direction)]


def test_relations_are_seen_from_the_term_in_both_directions() -> None:
    assert sentences(sample(), "Product manager") == [
        "Product manager works with Engineer",
        "Product manager manages UX researcher",
        "Product manager is employed by Business process outsourcing",
        "Product manager uses CRM",
    ]


def test_of_the_terms_only_names_are_read_where_no_more_is_asked() -> None:
    kg = sample()
    whole, named = kg.relations("Product manager"), kg.relations("Product manager", names_only=True)
    assert [one.sentence() for one in named] == [one.sentence() for one in whole]
    assert named[0].subject == Term(whole[0].subject.iri, whole[0].subject.label)
    assert named[0].subject != whole[0].subject


def test_relation_keeps_its_stated_direction() -> None:
    [relation] = sample().relations("Product manager", "employs")
    assert relation.inverse
    assert relation.subject.label.value == "Business process outsourcing"
    assert (relation.start, relation.end) == (relation.object, relation.subject)


@pytest.mark.parametrize(
    ("relation", "direction", "expected"),
    [
        ("reportsTo", "both", ["Product manager manages UX researcher"]),
        ("reportsTo", "in", ["Product manager manages UX researcher"]),
        ("reportsTo", "out", []),
        ("manages", "out", ["Product manager manages UX researcher"]),
        ("manages", "in", []),
        ("rg:uses", "out", ["Product manager uses CRM"]),
        ("collaboratesWith", "out", ["Product manager works with Engineer"]),
        ("collaboratesWith", "in", ["Product manager works with Engineer"]),
    ],
)
def test_relations_are_narrowed_by_type_and_direction(
    relation: str, direction: Direction, expected: list[str]
) -> None:
    assert sentences(sample(), "Product manager", relation, direction=direction) == expected


def test_relation_types_narrow_as_their_names_do() -> None:
    kg = sample()
    assert kg.relations("Product manager", kg.relation_type("uses")) == kg.relations(
        "Product manager", "uses"
    )


def test_unknown_relation_type_answers_what_comes_close() -> None:
    with pytest.raises(UnknownRelation, match="did you mean 'employs'"):
        sample().relations("Product manager", "emplys")


def test_object_may_be_a_text() -> None:
    [relation] = sample().relations("Project manager")
    assert relation.object == Text("1950s", "en")
    assert (relation.start.label.value, relation.end) == ("Project manager", Text("1950s", "en"))


def test_all_relations_are_listed_once_in_their_stated_direction() -> None:
    every = sample().relations()
    assert len(every) == 6
    assert not any(relation.inverse for relation in every)


def test_symmetric_relation_stated_both_ways_is_one() -> None:
    both = [stated("A", SKOS + "related", "B"), stated("B", SKOS + "related", "A")]
    kg = KnowledgeGraph.from_record([term("A"), term("B")], both, base=BASE)
    assert sentences(kg) == ["A is related to B"]
    assert sentences(kg, "B") == ["B is related to A"]
    assert len(kg.evidence("B", "related", "A")) == 2


def test_relation_of_a_term_to_itself_is_listed_once() -> None:
    kg = KnowledgeGraph.from_record([term("A")], [stated("A", "uses", "A")], base=BASE)
    assert sentences(kg, "A") == sentences(kg) == ["A uses A"]


def test_negative_evidence_is_no_relation() -> None:
    assert "measuredBy" not in {kind.name for kind, _ in sample().relation_counts()}


def test_relation_counts_go_from_the_most_frequent_in_the_order_of_the_ontology() -> None:
    more = [
        stated("A", "uses", "B"),
        stated("A", "uses", "C"),
        stated("A", "employs", "B"),
        stated("A", "partOf", "B"),
    ]
    kg = KnowledgeGraph.from_record([], more, base=BASE)
    assert [(kind.name, count) for kind, count in kg.relation_counts()] == [
        ("uses", 2),
        ("partOf", 1),
        ("employs", 1),
    ]


def test_neighbors_are_listed_by_distance() -> None:
    found = sample().neighbors("BPO", depth=2)
    assert [(one.term.label.value, one.distance) for one in found] == [
        ("Product manager", 1),
        ("Engineer", 2),
        ("UX researcher", 2),
        ("CRM", 2),
    ]
    assert [one.relation.sentence() for one in found][:3] == [
        "Business process outsourcing employs Product manager",
        "Product manager works with Engineer",
        "Product manager manages UX researcher",
    ]


@pytest.mark.parametrize(
    ("relation", "direction", "expected"),
    [
        (None, "out", ["Engineer", "CRM", "UX researcher"]),
        ("employs", "in", ["Business process outsourcing"]),
        ("worksFor", "out", ["Business process outsourcing"]),
        ("uses", "both", ["CRM"]),
    ],
)
def test_neighbors_are_narrowed_by_type_and_direction(
    relation: str | None, direction: Direction, expected: list[str]
) -> None:
    found = sample().neighbors("Product manager", 2, relation, direction)
    assert [one.term.label.value for one in found] == expected


def test_neighborhood_without_depth_is_empty_and_circles_end() -> None:
    circle = [stated("A", "uses", "B"), stated("B", "uses", "C"), stated("C", "uses", "A")]
    kg = KnowledgeGraph.from_record([term("A"), term("B"), term("C")], circle, base=BASE)
    assert kg.neighbors("A", 0) == []
    assert [(one.term.label.value, one.distance) for one in kg.neighbors("A", 9, direction="out")] == [
        ("B", 1),
        ("C", 2),
    ]


def test_relation_type_of_the_ontology_needs_no_described_ends() -> None:
    kg = KnowledgeGraph.from_record([], [stated("A", RG + "uses", "B")], base=BASE)
    assert sentences(kg) == ["a uses b"]
