"""The graph for other libraries: networkx with every writer of it, rdflib, and measures."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import networkx
import pytest
from graph_samples import BASE, RG, iri, sample, stated, term, turtle

from rolegraph.graph import KnowledgeGraph, Term, Text

WRITERS: dict[str, Callable[[networkx.MultiDiGraph[str], io.BytesIO], object]] = {
    "graphml": networkx.write_graphml,
    "gexf": networkx.write_gexf,
    "gml": networkx.write_gml,
    "json": lambda graph, file: file.write(json.dumps(networkx.node_link_data(graph)).encode()),
    "multiline": lambda graph, file: networkx.write_multiline_adjlist(graph, file),
}


def test_nodes_are_terms_with_plain_attributes() -> None:
    node = sample().network().nodes[iri("Product manager")]
    assert node == {
        "label": "Product manager",
        "class": "Role",
        "definition": "Decides what is built and why.",
        "abbreviations": "PM",
        "mention": False,
        "iri": iri("Product manager"),
    }


def test_edges_are_relations_with_their_evidence() -> None:
    graph = sample().network()
    assert graph.edges[iri("Product manager"), iri("CRM"), "uses"] == {
        "relation": "uses",
        "label": "uses",
        "iri": RG + "uses",
        "quote": "Product manager uses it.",
        "place": f"{BASE}source/roles.md#line=3,4",
    }


def test_network_holds_every_term_and_every_relation_between_terms() -> None:
    graph = sample().network()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (7, 5)


def test_relations_of_one_name_and_two_vocabularies_are_two_edges() -> None:
    kg = turtle(
        """
        @prefix rg: <https://w3id.org/rolegraph/ns#> .
        :a rdfs:label "A" ; rg:uses :b ; :uses :b . :b rdfs:label "B" .
        """
    )
    graph = kg.network()
    assert sorted(data["iri"] for _, _, data in graph.edges(data=True)) == [
        "http://other.example/uses",
        RG + "uses",
    ]


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_every_writer_of_networkx_takes_the_network(name: str) -> None:
    odd = term('Bell \x07 & <b>"quote"</b>', "Ü", definition="First line.\nSecond, at 100 %.")
    kg = KnowledgeGraph.from_record([odd], [stated("A", "uses", "B")], base=BASE)
    for graph in (kg.network(), sample().network(), turtle("").network()):
        WRITERS[name](graph, io.BytesIO())


def test_graphml_is_read_back_as_it_was() -> None:
    graph, file = sample().network(), io.BytesIO()
    networkx.write_graphml(graph, file)
    file.seek(0)
    back = networkx.read_graphml(file, force_multigraph=True)
    assert list(back.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(back.edges(data=True)) == list(graph.edges(data=True))
    assert list(back.edges) == list(graph.edges)


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib warns of itself
def test_rdf_is_an_rdflib_dataset_over_the_same_store() -> None:
    import rdflib

    kg = sample()
    assert isinstance(kg.rdf, rdflib.Dataset)
    assert kg.rdf is kg.rdf
    assert len(kg.rdf) == len(kg.store)
    pm, related = rdflib.URIRef(iri("Product manager")), rdflib.SKOS.related
    assert kg.rdf.value(pm, rdflib.SKOS.prefLabel) == rdflib.Literal("Product manager", lang="en")
    kg.rdf.add((pm, related, rdflib.URIRef(iri("Project manager"))))
    assert [one.sentence() for one in kg.relations("Project manager", "related")] == [
        "Project manager is related to Product manager"
    ]


def test_rdf_knows_the_prefixes() -> None:
    assert dict(sample().rdf.namespaces())["rg"] == sample().rdf.namespace_manager.store.namespace("rg")


def test_stats_count_what_is_there() -> None:
    stats = sample().stats()
    assert (stats.entries, stats.mentions) == (5, 2)
    assert (stats.relations, stats.relation_types) == (6, 6)
    assert (stats.evidence, stats.negative, stats.questions, stats.sources) == (6, 1, 1, 1)
    assert stats.triples == len(sample().store)
    assert stats.classes == (("Role", 4), ("Metric", 1), ("Sector", 1), ("System", 1))


def test_stats_measure_how_it_hangs_together() -> None:
    stats = sample().stats(central=2)
    assert stats.components == (5, 1, 1)
    assert stats.isolated == 2
    assert stats.mean_degree == pytest.approx(2 * 5 / 7)
    assert [(one.term.label.value, one.degree) for one in stats.central] == [
        ("Product manager", 4),
        ("Engineer", 2),
    ]
    assert stats.central[0].betweenness == max(one.betweenness for one in stats.central)
    assert not stats.sampled


def test_stats_of_an_empty_graph_are_zero() -> None:
    stats = turtle("").stats()
    assert (stats.entries, stats.relations, stats.components, stats.central) == (0, 0, (), ())


def test_relation_to_itself_and_to_text_counts_but_links_nothing() -> None:
    kg = KnowledgeGraph.from_record(
        [term("A")], [stated("A", "uses", "A"), stated("A", "hasTime", Text("1990s"))], base=BASE
    )
    stats = kg.stats()
    assert (stats.relations, stats.isolated, stats.mean_degree) == (2, 1, 0)


def test_network_is_the_one_that_networkx_would_make_of_the_same_edges() -> None:
    made = sample().network()
    same: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    same.add_nodes_from(made.nodes(data=True))
    same.add_edges_from(made.edges(keys=True, data=True))  # type: ignore[arg-type]
    assert networkx.utils.graphs_equal(made, same)
    inward = [sorted(map(str, graph.in_edges(keys=True, data=True))) for graph in (made, same)]
    assert inward[0] == inward[1]
    made.remove_node(iri("Product manager"))
    same.remove_node(iri("Product manager"))
    assert networkx.utils.graphs_equal(made, same)


def test_attributes_are_those_of_the_terms_and_relations_read_singly() -> None:
    kg = turtle(
        r"""
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rg: <https://w3id.org/rolegraph/ns#> .
        :a a skos:Concept, :Own, rg:Role ; skos:prefLabel "Tab\there \"quoted\" \\ back"@en, "Ä"@de ;
           rg:abbreviation "T", "AB"@en ; skos:definition [ rdf:value "Said by a node." ] ; rg:uses :b, 12, "text", [] .
        :b a skos:Concept ; skos:prefLabel 12 ; rdfs:comment "One\nof two"@de, "Another\u0007"@en, true .
        :c a :Own ; rdfs:label "Labelled"@en, "" . :d rg:partOf :b ; rdfs:label :a . :e rg:requires :a .
        """
    )
    network = kg.network()
    for node, found in network.nodes(data=True):
        term = kg.term(f"<{node}>")
        assert found["label"] == term.label.value
        assert found["definition"] == "".join(one.value for one in term.definitions[:1]).replace("\x07", "")
        assert found["abbreviations"] == "; ".join(one.value for one in term.abbreviations)
    relations = {
        (one.start.iri, one.relation_type.iri, one.end.iri)
        for one in kg.relations()
        if isinstance(one.end, Term)
    }
    assert {(start, data["iri"], end) for start, end, data in network.edges(data=True)} == relations
