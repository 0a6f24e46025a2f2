"""Shortest paths, read as sentences; networkx is the oracle."""

from __future__ import annotations

import gc
import random
import threading
from itertools import pairwise
from pathlib import Path

import networkx
import pytest
from graph_samples import BASE, SKOS, sample, stated, term
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph

from rolegraph.graph import Evidence, KnowledgeGraph, Text
from rolegraph.graph import Path as Way
from rolegraph.graph.loading import load


def read(path: Way | None) -> str:
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
    steps = [stated("A", "hasTime", Text("1990s")), stated("Z", "hasTime", Text("1990s"))]
    assert KnowledgeGraph.from_record([term("A"), term("Z")], steps, base=BASE).path("A", "Z") is None


def fan(middles: list[str], hub_ends: int) -> KnowledgeGraph:
    """A and Z are joined through H, a hub, in two steps, and through others in a chain."""
    chain = ["A", *middles, "Z"]
    steps = [stated(one, "uses", other) for one, other in pairwise(chain)]
    steps += [stated("A", "employs", "H"), stated("H", "employs", "Z")]
    steps += [stated("H", "uses", f"E{number}") for number in range(hub_ends)]
    names = [*chain, "H", *(f"E{number}" for number in range(hub_ends))]
    return KnowledgeGraph.from_record([term(one) for one in names], steps, base=BASE)


@pytest.mark.parametrize(
    ("middles", "ends", "through"),
    [
        (["M"], 0, {"H", "M"}),
        (["M", "N"], 90, {"H"}),
        (["M"], 120, {"M"}),
        (["M", "N"], 120, {"H", "M"}),
        (["M", "N"], 1200, {"M"}),
        (["M", "N", "O", "P"], 1200, {"H"}),
    ],
)
def test_hub_is_a_detour_that_grows_with_its_size(middles: list[str], ends: int, through: set[str]) -> None:
    paths = fan(middles, ends).paths("A", "Z", all=True)
    assert {path.steps[0].end for path in paths} == {term(one) for one in through}


def test_hub_at_an_end_costs_nothing() -> None:
    kg = fan(["M"], 120)
    assert read(kg.path("E1", "H", max_length=1)) == "E1 is used by H"
    assert read(kg.path("H", "A", max_length=1)) == "H is employed by A"
    assert kg.path("E1", "E2", max_length=2) is None
    assert read(kg.path("E1", "E2", max_length=3)) == "E1 is used by H, which uses E2"


def test_search_that_met_a_hub_can_be_thrown_away_in_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    kg = fan(["M"], 120)
    told: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", told.append)
    held = [kg._edges.ground(None)]
    assert held[0].toll(term("H").iri) > 0
    held.clear()
    collects = threading.Thread(target=gc.collect)
    collects.start()
    collects.join()
    assert told == []


def test_only_the_asked_relation_types_are_followed() -> None:
    kg = fan(["M", "N"], 0)
    assert read(kg.path("A", "Z")) == "A employs H, which employs Z"
    found = kg.paths("A", "Z", relations=["uses"])
    assert [path.sentence() for path in found] == ["A uses M, which uses N, which uses Z"]
    assert kg.paths("A", "Z", relations=["uses", "employs"], max_length=2) == kg.paths("A", "Z")


def test_what_was_not_looked_for_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    kg = fan(["M"], 0)
    assert len(kg.paths("A", "Z", all=True, limit=1, stopped=said.append)) == 1
    assert len(kg.paths("A", "Z", all=True, limit=2, stopped=said.append)) == 2
    assert said == []
    kg = KnowledgeGraph.from_record(
        [term(one) for one in "AMNOZ"],
        [stated("A", "uses", one) for one in "MNO"] + [stated(one, "uses", "Z") for one in "MNO"],
        base=BASE,
    )
    kg.paths("A", "Z", all=True, limit=2, stopped=said.append)
    assert said == ["there are more paths than the 2 that are listed"]
    monkeypatch.setattr("rolegraph.graph.routes.MOST_EDGES", 2)
    assert kg.paths("A", "Z", all=True, stopped=said.append) == []
    assert said[1:] == ["the search stopped after looking at 3 relations"]


_EDGES = st.lists(
    st.tuples(
        st.integers(0, 9), st.sampled_from(["uses", SKOS + "broader", "collaboratesWith"]), st.integers(0, 9)
    ).filter(lambda edge: edge[0] != edge[2]),
    max_size=24,
)


@settings(deadline=None)
@given(_EDGES, st.integers(2, 6))
def test_cheapest_paths_past_hubs_are_those_of_networkx(edges: list[tuple[int, str, int]], hub: int) -> None:
    kg = KnowledgeGraph.from_record(
        [term(f"T{number}") for number in range(10)],
        [stated(f"T{one}", relation, f"T{other}") for one, relation, other in edges],
        base=BASE,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rolegraph.graph.routes.HUB", hub)
        found = kg.paths("T0", "T9", all=True, max_length=30, limit=10_000)
    degrees = [len(kg.relations(f"T{number}")) for number in range(10)]
    degrees = [
        degree + sum(one == other == number for one, _, other in set(edges))
        for number, degree in enumerate(degrees)
    ]
    oracle: networkx.DiGraph[int] = networkx.DiGraph()
    oracle.add_nodes_from(range(10))
    for one, _, other in edges:
        for start, end in ((one, other), (other, one)):
            toll = len(str(degrees[end] // hub)) if degrees[end] >= hub and end not in (0, 9) else 0
            oracle.add_edge(start, end, weight=1 + toll)
    walks = {tuple(int(step.end.label.value[1:]) for step in path.steps) for path in found}  # type: ignore[union-attr]
    if networkx.has_path(oracle, 0, 9):
        assert walks == {
            tuple(walk[1:]) for walk in networkx.all_shortest_paths(oracle, 0, 9, weight="weight")
        }
    else:
        assert walks == set()


@settings(deadline=None)
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


def crowd(chance: random.Random) -> list[Evidence]:
    """Relations between sixty terms, some of which are hubs, in several types and both ways round."""
    types = ("uses", "employs", "collaboratesWith", SKOS + "related", SKOS + "broader")
    steps = [
        stated(f"T{chance.randrange(60)}", chance.choice(types), f"T{chance.randrange(60)}")
        for _ in range(70)
    ]
    for hub, ends in ((0, 99), (1, 130), (2, 1200)):
        steps += [stated(f"T{hub}", chance.choice(types), f"E{number}") for number in range(ends)]
        steps += [stated(f"T{chance.randrange(60)}", "uses", f"E{number}") for number in range(0, ends, 40)]
    steps += [stated("T0", "hasTime", Text(f"{year}s")) for year in range(1950, 1970)]
    return steps


@pytest.mark.parametrize("seed", range(4))
def test_paths_are_the_same_once_all_relations_are_at_hand(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    terms = [term(f"T{number}") for number in range(60)] + [term(f"E{number}") for number in range(1200)]
    record = KnowledgeGraph.from_record(terms, crowd(chance), base=BASE)
    record.store.dump(str(tmp_path / "terms.nt"), from_graph=DefaultGraph())
    load([str(tmp_path / "terms.nt")], str(tmp_path / "terms.oxi"))
    apart, far, near = record, *(KnowledgeGraph.open(tmp_path / "terms.oxi") for _ in range(2))
    near._edges.walked(10**9)
    monkeypatch.setattr(far._edges, "adjacency", lambda: None)
    for _ in range(60):
        ends = [f"T{chance.randrange(60)}" for _ in range(2)]
        said: list[list[str]] = [[], [], []]
        every, length = chance.random() < 0.7, chance.randrange(1, 9)
        types = chance.choice((None, None, ["uses"], ["uses", "employs", "related"]))
        found = [
            kg.paths(*ends, all=every, max_length=length, relations=types, stopped=one.append)
            for kg, one in zip((apart, far, near), said, strict=True)
        ]
        assert found[0] == found[1] == found[2]
        assert said[0] == said[1] == said[2]
    grounds = [type(kg._edges.ground(None)).__name__ for kg in (apart, far, near)]
    assert grounds == ["StoreGround", "ColumnGround", "GatheredGround"]
    assert near._edges.adjacency() is not None


def test_relations_are_gathered_once_several_paths_are_asked(tmp_path: Path) -> None:
    kg = sample()
    kg.store.dump(str(tmp_path / "roles.nt"), from_graph=DefaultGraph())
    load([str(tmp_path / "roles.nt")], str(tmp_path / "roles.oxi"))
    kg = KnowledgeGraph.open(tmp_path / "roles.oxi")
    assert kg._edges.adjacency() is None
    sentences = {read(kg.path("BPO", "CRM")) for _ in range(20)}
    assert kg._edges.adjacency() is not None
    assert sentences == {"BPO employs Product manager, which uses CRM"}
