"""Shortest paths, read as sentences; networkx is the oracle."""

from __future__ import annotations

import networkx
import pytest
from graph_samples import BASE, SKOS, sample, stated, term
from hypothesis import given
from hypothesis import strategies as st

from rolegraph.graph import KnowledgeGraph, Path


def read(path: Path | None) -> str:
    assert path is not None
    return path.sentence()


def test_path_reads_as_a_sentence_with_the_abbreviation_that_was_asked() -> None:
    kg = sample()
    assert read(kg.path("BPO", "CRM")) == "BPO employs Product manager, which uses CRM"
    assert read(kg.path("business process outsourcing", "crm")) == (
        "Business process outsourcing employs Product manager, which uses CRM"
    )


def test_step_against_its_direction_reads_with_the_inverse_phrase() -> None:
    assert read(sample().path("CRM", "bpos")) == "CRM is used by Product manager, which is employed by BPO"


def test_terms_may_be_given_as_values() -> None:
    kg = sample()
    path = kg.path(kg.term("BPO"), kg.term("Product manager"))
    assert path is not None
    assert (path.sentence(), len(path.steps)) == ("Business process outsourcing employs Product manager", 1)


def test_path_from_a_term_to_itself_has_no_steps() -> None:
    path = sample().path("BPO", "Business process outsourcing")
    assert path is not None
    assert (path.steps, path.sentence()) == ((), "BPO")


def test_no_path_is_none_and_an_empty_list() -> None:
    kg = sample()
    assert kg.path("BPO", "Project manager") is None
    assert kg.paths("BPO", "Project manager", all=True) == []


@pytest.mark.parametrize(("length", "found"), [(0, False), (1, False), (2, True), (3, True)])
def test_path_is_bounded_in_length(length: int, found: bool) -> None:
    assert (sample().path("BPO", "CRM", max_length=length) is not None) is found


def test_all_shortest_paths_are_found_up_to_a_limit() -> None:
    middles = [f"M{number}" for number in range(5)]
    steps = [stated("A", "uses", one) for one in middles] + [stated(one, "uses", "Z") for one in middles]
    kg = KnowledgeGraph.from_record([term(one) for one in ["A", "Z", *middles]], steps, base=BASE)
    assert [path.steps[0].object for path in kg.paths("A", "Z", all=True)] == [term(one) for one in middles]
    assert len(kg.paths("A", "Z", all=True, limit=3)) == 3
    assert len(kg.paths("A", "Z")) == 1


def test_parallel_relations_are_paths_of_their_own_and_mere_relatedness_comes_last() -> None:
    steps = [stated("A", SKOS + "related", "Z"), stated("Z", "uses", "A"), stated("A", "employs", "Z")]
    kg = KnowledgeGraph.from_record([term("A"), term("Z")], steps, base=BASE)
    assert [path.sentence() for path in kg.paths("A", "Z", all=True)] == [
        "A employs Z",
        "A is used by Z",
        "A is related to Z",
    ]


def test_texts_are_no_way_from_term_to_term() -> None:
    from rolegraph.graph import Text

    steps = [stated("A", "hasTime", Text("1990s")), stated("Z", "hasTime", Text("1990s"))]
    assert KnowledgeGraph.from_record([term("A"), term("Z")], steps, base=BASE).path("A", "Z") is None


@given(
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.sampled_from(["uses", "employs", SKOS + "broader", "collaboratesWith"]),
            st.integers(0, 9),
        ),
        max_size=16,
    )
)
def test_shortest_paths_are_those_of_networkx(edges: list[tuple[int, str, int]]) -> None:
    kg = KnowledgeGraph.from_record(
        [term(f"T{number}") for number in range(10)],
        [stated(f"T{one}", relation, f"T{other}") for one, relation, other in edges],
        base=BASE,
    )
    oracle: networkx.Graph[str] = networkx.Graph()
    oracle.add_nodes_from(f"T{number}" for number in range(10))
    oracle.add_edges_from((f"T{one}", f"T{other}") for one, _, other in edges)
    found = kg.paths("T0", "T9", all=True, max_length=10, limit=10_000)
    walks = [("T0", *(step.end.label.value for step in path.steps)) for path in found]  # type: ignore[union-attr]
    if networkx.has_path(oracle, "T0", "T9"):
        assert set(walks) == set(map(tuple, networkx.all_shortest_paths(oracle, "T0", "T9")))
        assert len(found) == len({path.steps for path in found})
    else:
        assert walks == []
