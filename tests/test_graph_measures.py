"""Measures: NetworkX and igraph agree, and both with what the words say."""

from __future__ import annotations

import random

import networkx
import pytest
from commandline import ask, printed, run
from graph_samples import BASE, sample, stated, term, turtle

from rolegraph.graph import KnowledgeGraph
from rolegraph.graph.centrality import MEASURES, Network
from rolegraph.graph.pairs import Pairs, read_pairs


def random_pairs(count: int, relations: int, seed: int) -> Pairs:
    from array import array

    chance = random.Random(seed)
    ends = array("q")
    for _ in range(relations):
        ends.extend(chance.sample(range(count), 2))
    return Pairs([f"t{number}" for number in range(count)], ends)


def by_networkx(pairs: Pairs) -> Network:
    network = Network(pairs)
    assert network._is_small
    return network


def by_igraph(pairs: Pairs) -> Network:
    network = Network(pairs)
    network._is_small = False
    return network


@pytest.mark.parametrize("seed", range(4))
def test_networkx_and_igraph_give_the_same_figures(seed: int) -> None:
    pairs = random_pairs(60, 70, seed)
    one, other = by_networkx(pairs), by_igraph(pairs)
    for measure in MEASURES.values():
        assert measure(one).values == pytest.approx(measure(other).values, abs=1e-6)
    assert one.components() == other.components()
    assert one.bridges() == other.bridges()
    assert one.edge_count == other.edge_count
    assert [one.closeness(node) for node in range(60)] == pytest.approx(
        [other.closeness(node) for node in range(60)]
    )


def test_communities_are_as_good_by_either() -> None:
    pairs = random_pairs(300, 500, 1)
    graph = pairs.network()
    qualities = [
        networkx.community.modularity(graph, [set(part) for part in network.communities()])
        for network in (by_networkx(pairs), by_igraph(pairs))
    ]
    assert qualities[0] == pytest.approx(qualities[1], abs=0.05)
    assert by_igraph(pairs).communities() == by_igraph(pairs).communities()
    assert sorted(node for part in by_igraph(pairs).communities() for node in part) == list(range(300))


def test_betweenness_of_many_terms_is_an_estimate_that_comes_close(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = random_pairs(400, 1200, 2)
    exact = by_igraph(pairs).betweenness()
    assert not exact.sampled
    monkeypatch.setattr("rolegraph.graph.centrality.EXACT", 300)
    monkeypatch.setattr("rolegraph.graph.centrality._PIVOTS", 200)
    told: list[tuple[int, int]] = []
    network = Network(pairs, lambda done, of: told.append((done, of)))
    network._is_small = False
    found = network.betweenness()
    assert found.sampled
    assert told[0] == (20, 200)
    assert told[-1] == (200, 200)
    first = max(range(400), key=lambda node: exact.values[node])
    assert found.values[first] == pytest.approx(exact.values[first], rel=0.35)
    assert sum(found.values) == pytest.approx(sum(exact.values), rel=0.1)


def test_stats_estimate_where_a_measure_of_its_own_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rolegraph.graph.centrality.QUICK", 3)
    monkeypatch.setattr("rolegraph.graph.measures.QUICK", 3)
    monkeypatch.setattr("rolegraph.graph.centrality._PIVOTS", 4)
    assert sample().stats().sampled
    assert not sample().rank("betweenness").sampled


def test_pairs_are_the_edges_of_the_network_without_loops() -> None:
    kg = sample()
    pairs = read_pairs(kg.triples, kg._edges)
    found = sorted((pairs.iris[one], pairs.iris[other]) for one, other in pairs.pairs())
    assert found == sorted((one, other) for one, other, _ in kg.network().edges(keys=True))
    assert set(pairs.iris) == set(kg.network().nodes)


def test_relation_that_is_stated_twice_is_one_pair() -> None:
    kg = turtle("""
        :a a skos:Concept ; skos:narrower :b ; skos:related :c ; :mine :c ; :mine "a text", :nothing .
        :b a skos:Concept ; skos:broader :a . :c a skos:Concept ; skos:related :a .
    """)
    pairs = read_pairs(kg.triples, kg._edges)
    assert len(pairs) == len(kg.relations()) == 3


def test_terms_are_ranked_by_a_measure() -> None:
    kg = sample()
    ranked = kg.rank("degree", 2)
    assert [(term.label.value, value) for term, value in ranked.terms] == [
        ("Product manager", 4.0),
        ("Engineer", 2.0),
    ]
    assert kg.rank("pagerank", 1).terms[0][0].label.value == "Product manager"
    with pytest.raises(KeyError):
        kg.rank("beauty")


def test_bridges_are_told_by_their_terms() -> None:
    assert {(one.label.value, other.label.value) for one, other in sample().bridges()} == {
        ("Business process outsourcing", "Product manager"),
        ("CRM", "Product manager"),
    }


def test_communities_hold_each_term_once() -> None:
    steps = [stated(a, "uses", b) for group in ("ABC", "XYZ") for a in group for b in group if a < b]
    kg = KnowledgeGraph.from_record(
        [term(one) for one in "ABCXYZ"], [*steps, stated("A", "uses", "X")], base=BASE
    )
    assert [sorted(part) for part in kg.communities()] == [
        [BASE + one for one in group] for group in ("abc", "xyz")
    ]


def test_stats_measure_prints_a_table() -> None:
    lines = printed(ask("stats", "--measure", "degree", "--central", "1")).splitlines()
    assert lines[0].split() == ["Term", "Degree"]
    assert lines[1].startswith("Product manager")
    for measure in ("pagerank", "betweenness", "communities", "bridges"):
        assert printed(ask("stats", "--measure", measure, "--format", "json")).startswith("[")
    assert run("stats", "--measure", "beauty").exit_code == 2
