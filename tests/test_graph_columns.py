"""The columns beside the data of a folder say what the store says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graph_samples import BASE
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from rolegraph.graph import KnowledgeGraph
from rolegraph.graph import vocabulary as v
from rolegraph.graph.adjacency import Adjacency
from rolegraph.graph.columns import iri_values, texts
from rolegraph.graph.grounds import ColumnGround, StoreGround
from rolegraph.graph.loading import load
from rolegraph.graph.nodes import term_nodes, term_numbers
from rolegraph.graph.pairs import read_pairs
from rolegraph.graph.triples import Triples

_PREFIXES = """
@prefix : <https://example.org/id/> .
@prefix rg: <https://w3id.org/rolegraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
FIRST = (
    _PREFIXES
    + r"""
:pm a skos:Concept, rg:Role ; skos:prefLabel "Product manager"@en, "Chef de produit"@FR ;
    skos:altLabel "a \"b\"\t\n\\", "dir"@en--ltr, "dir"@en ;
    rg:uses :crm, :crm, [ rdfs:label "a thing" ] ; rg:level "01"^^<http://www.w3.org/2001/XMLSchema#integer> ;
    rg:share "0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>, true, 2.0e1 ; rg:note "line\u2028end\u0085x" .
:crm skos:prefLabel "Kundenbeziehungs­pflege"@de ; skos:broader :système . :système rdfs:label "été"@fr .
:more { :pm rg:requires :skill . _:b rg:uses :pm . } :pm rg:requires :skill .
rg:inferred { :skill rg:requires :pm . }
"""
)
SECOND = _PREFIXES + ':crm rg:uses :new . _:b rdfs:label "another" . :pm rg:uses :crm . :new a skos:Concept .'


LINES = (
    (
        r"""# a comment "with quotes" .
<urn:pm> <urn:a> <urn:role> .
<urn:pm> <urn:name> "Product manager"@en .
<urn:pm> <urn:name> "Chef de produit"@FR-ca .

<urn:pm>	<urn:a>	<urn:tabs>	.
<urn:pm>  <urn:a>  <urn:spaces> .
<urn:pm><urn:a><urn:tight>.
  <urn:pm> <urn:a> <urn:before> .
<urn:pm> <urn:a> <urn:behind> . # a <urn:comment> .
<urn:pm> <urn:name> "with a comment"@en . # "and quotes" .
<urn:pm> <urn:name> "and" . # "quotes"@en .
<urn:pm> <urn:name> "a \"b\" \t \u00e9"@en .
<urn:pm> <urn:name> "raw	tab"@en .
<urn:pm> <urn:name> "return" .
<urn:pm> <urn:name> "dir"@ar--rtl .
<urn:pm> <urn:name> "" .
<urn:pm> <urn:name> "."@en .
<urn:pm> <urn:level> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:pm> <urn:name> "typed"^^<http://www.w3.org/2001/XMLSchema#string> .
<urn:pm> <urn:name> "line\u2028end  and  été" .
<urn:été> <urn:a> <urn:caf\u00e9> .
_:b <urn:a> _:b.1 .
_:f1xb <urn:a> _:b .
_:f2xb <urn:a> _:f1xb .
_:b <urn:name> "a thing" .
<urn:pm> <urn:a> _:c-d .
<urn:pm> <urn:a> _:b .
<urn:pm> <urn:a> <urn:role> .
<urn:pm> <urn:name> "Product manager"@en .
<urn:pm> <urn:name> "last" ."""
    )
    .replace("\\t", "\t")
    .replace("\\r", "\r")
)
"""N-Triples as they may be spelled."""


def folder_of(place: Path, *texts: str, ending: str = "trig") -> str:
    """Load files into a folder one after the other."""
    place.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (place / f"{number}.{ending}").write_bytes(text.encode())
        load([str(place / f"{number}.{ending}")], str(place / "roles.oxi"))
    return str(place / "roles.oxi")


def same_as_the_store(folder: str) -> list[str]:
    """Compare all columns with what the store gives without them; list the predicates."""
    told, held = KnowledgeGraph.open(folder).triples, Triples(Store.read_only(folder), frozen=True)
    assert told.columns is not None
    assert told.predicates() == held.predicates()
    for predicate in map(NamedNode, told.predicates()):
        assert lines(told, predicate) == lines(held, predicate)
        said = told.column(predicate).split("\n")
        assert len(said) == len(set(said))
        assert lines(told, predicate, v.PREF_LABEL) == lines(held, predicate, v.PREF_LABEL)
        assert sorted(set(told.pairs(predicate.value))) == sorted(set(held.pairs(predicate.value)))
        assert sorted(told.holders(predicate)) == sorted(held.holders(predicate))
    for kind in (v.CONCEPT, v.MENTION):
        assert sorted(told.members(kind)) == sorted(held.members(kind))
    assert told.count() == held.count() == len(stated(told)) == len(stated(held))
    for quad in held.match():
        same_of_patterns(told, held, quad)
    return told.predicates()


def same_of_patterns(told: Triples, held: Triples, quad: Quad) -> None:
    """Compare what the columns and the store say of the parts of a triple."""
    subject, predicate, value = quad.triple
    if BlankNode in (type(subject), type(value)):
        return
    for pattern in (
        (subject,),
        (subject, predicate),
        (None, predicate, value),
        (None, None, value),
        quad.triple,
    ):
        assert stated(told, *pattern) == stated(held, *pattern)
        assert told.has(*pattern)
    node = next(node for node in (value, subject) if isinstance(node, NamedNode))
    assert not told.has(NamedNode("urn:nothing"), predicate)
    assert not told.has(subject, predicate, NamedNode("urn:nothing"))
    around = [quad for pattern in ((node,), (None, None, node)) for quad in held.match(*pattern)]
    iris = [quad for quad in around if type(quad.subject) is type(quad.object) is NamedNode]
    for triples in (told, held):
        assert triples.count_at(node, [], 99) == len(iris)
        assert triples.count_at(node, [predicate], 99) == sum(quad.predicate != predicate for quad in iris)
        assert triples.count_at(node, [], 1) == min(1, len(iris))
    assert {key: len(found) for key, found in told.facts(node).items()} == {
        key: len(found) for key, found in held.facts(node).items()
    }


def stated(triples: Triples, *pattern: Any) -> list[list[str]]:
    """Give the triples of a pattern; the names of blank nodes mean nothing."""
    found = (quad.triple for quad in triples.match(*pattern))
    return sorted(["_:" if isinstance(part, BlankNode) else str(part) for part in triple] for triple in found)


def lines(
    triples: Triples, predicate: NamedNode, holder_of: NamedNode | None = None
) -> list[tuple[str, ...]]:
    """Give what a column says; the names of blank nodes mean nothing."""
    column = "\n".join(sorted(set(triples.column(predicate, holder_of).split("\n"))))
    found = {*texts(column), *iri_values(column)}
    plain = {tuple("_:" if part[:2] == "_:" else part for part in one) for one in found}
    return [(str(column.count("_:")),), *sorted(plain)]


def test_columns_say_what_the_store_says(tmp_path: Path) -> None:
    assert len(same_as_the_store(folder_of(tmp_path, FIRST))) == 10


@pytest.mark.parametrize("block", [1, 7, 1 << 20])
def test_columns_of_lines_say_what_the_store_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr("rolegraph.graph.column_writing._BLOCK", block)
    folder = folder_of(tmp_path, LINES, LINES, ending="nt")
    assert same_as_the_store(folder) == ["urn:a", "urn:level", "urn:name"]
    told = KnowledgeGraph.open(folder).triples
    assert len([*told.match(NamedNode("urn:pm"), NamedNode("urn:name"))]) == 13


def test_lines_in_their_usual_spelling_need_no_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("rolegraph.graph.column_writing.parse")
    usual = '<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:d> "é: text."@en-GB .\n_:x <urn:d> "text" .\n'
    assert same_as_the_store(folder_of(tmp_path, usual, ending="nt")) == ["urn:b", "urn:d"]


def test_blank_node_that_is_called_as_columns_call_another_is_its_own(tmp_path: Path) -> None:
    said = "_:b <urn:a> <urn:c> .\n_:f1xb <urn:a> <urn:d> .\n"
    columns = KnowledgeGraph.open(folder_of(tmp_path, said, ending="nt")).triples.columns
    assert columns is not None
    assert len(columns) == 4


def test_lines_with_a_triple_as_an_object_have_no_columns(tmp_path: Path) -> None:
    said = "<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .\n"
    kg = KnowledgeGraph.open(folder_of(tmp_path, said, ending="nt"))
    assert kg.triples.columns is None
    assert kg.triples.count() == 1


def test_columns_of_several_loads_say_what_the_store_says(tmp_path: Path) -> None:
    assert len(same_as_the_store(folder_of(tmp_path, FIRST, SECOND, SECOND))) == 10


def test_triple_in_several_graphs_is_counted_once_at_its_ends(tmp_path: Path) -> None:
    said = ":a rg:uses :b ; rg:requires :b . :b rg:uses :b ."
    (tmp_path / "said.trig").write_text(
        f"{_PREFIXES} {said} :one {{ {said} }} :two {{ {said} :c rg:uses :b . }}"
    )
    kg = KnowledgeGraph.open(tmp_path / "said.trig")
    counts = [kg.triples.count_at(NamedNode(f"{BASE}{name}"), [], 99) for name in "abc"]
    assert counts == [2, 5, 1]
    assert kg.triples.count_at(NamedNode(f"{BASE}b"), [], 4) == 4


def test_columns_do_not_grow_by_what_is_loaded_again(tmp_path: Path) -> None:
    named = SECOND.replace("_:b", ":b")  # a blank node of another file is another
    once, again = (
        Path(folder_of(tmp_path / name, *texts)) for name, texts in (("a", [named]), ("b", [named, named]))
    )
    assert (once / "columns.bin").stat().st_size == (again / "columns.bin").stat().st_size


def test_columns_are_made_of_a_folder_that_had_none(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, FIRST)
    (tmp_path / "roles.oxi" / "columns.bin").unlink()
    assert KnowledgeGraph.open(folder).triples.columns is None
    (tmp_path / "more.trig").write_text(SECOND, encoding="utf-8")
    load([str(tmp_path / "more.trig")], folder)
    same_as_the_store(folder)


def test_columns_are_left_aside_once_another_program_has_changed_the_data(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, FIRST)
    Store(folder).add(Quad(NamedNode(f"{BASE}x"), v.PREF_LABEL, Literal("new")))
    kg = KnowledgeGraph.open(folder)
    assert kg.triples.columns is None
    assert f"{BASE}x" in kg.triples.holders(v.PREF_LABEL)


@pytest.mark.parametrize(
    "damage", [b"", b"no columns", b"\xff" * 64, b"[]" + bytes([2, 0, 0, 0, 0, 0, 0, 0])]
)
def test_columns_that_are_none_are_left_aside(tmp_path: Path, damage: bytes) -> None:
    folder = folder_of(tmp_path, FIRST)
    (tmp_path / "roles.oxi" / "columns.bin").write_bytes(damage)
    assert KnowledgeGraph.open(folder).triples.columns is None


def test_graph_with_triples_as_objects_has_no_columns(tmp_path: Path) -> None:
    said = Triple(NamedNode(f"{BASE}a"), v.LABEL, Literal("b"))
    text = f"{Quad(NamedNode(f'{BASE}c'), v.LABEL, said).triple} ."
    (tmp_path / "said.ttl").write_text(text, encoding="utf-8")
    load([str(tmp_path / "said.ttl")], str(tmp_path / "roles.oxi"))
    kg = KnowledgeGraph.open(tmp_path / "roles.oxi")
    assert kg.triples.columns is None
    assert kg.triples.count() == 1


def test_node_is_found_by_its_name_and_its_number(tmp_path: Path) -> None:
    columns = KnowledgeGraph.open(folder_of(tmp_path, FIRST)).triples.columns
    assert columns is not None
    assert [columns.number(columns.name(number)) for number in range(len(columns))] == [*range(len(columns))]
    assert columns.names == sorted(columns.names)
    assert columns.number(f"{BASE}nowhere") is None
    assert [name[:2] for name in columns.names if columns.number(name) in columns.blank] == ["_:", "_:"]


def test_relations_are_the_same_with_columns_and_without(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, FIRST, SECOND)
    told, held = KnowledgeGraph.open(folder), KnowledgeGraph(Triples(Store.read_only(folder), frozen=True))
    assert told.triples.columns is not None
    columns = told.triples.columns
    pairs = [
        {(graph.iris[one], graph.iris[other]) for one, other in graph.pairs()}
        for graph in (read_pairs(told.triples, told._edges), read_pairs(held.triples, held._edges))
    ]
    assert pairs[0] == pairs[1]
    assert len(pairs[0]) == 3
    assert {columns.name(node) for node in term_numbers(told.triples, columns)} == term_nodes(held.triples)
    assert list(told.network().nodes(data=True)) == list(held.network().nodes(data=True))
    assert sorted(told.network().edges(keys=True)) == sorted(held.network().edges(keys=True))


def test_toll_of_a_hub_counts_its_texts_on_all_grounds(tmp_path: Path) -> None:
    spoken = "".join(
        f':hub skos:related :n{n} ; rg:hasTime "on day {n}" . :n{n} a skos:Concept .\n' for n in range(60)
    )
    folder = folder_of(tmp_path, f"{_PREFIXES}:hub a skos:Concept .\n{spoken}")
    held, told = KnowledgeGraph.open(str(tmp_path / "0.trig")), KnowledgeGraph.open(folder)
    columns, hub = told.triples.columns, f"{BASE}hub"
    assert columns is not None
    types = told.ontology.relation_types
    wanted = {types[name].iri for name in types if types[name].name in ("related", "hasTime")}
    number = columns.number(hub)
    assert number is not None
    tolls = {
        StoreGround(held._edges, wanted).toll(hub),
        ColumnGround(told._edges, columns, wanted).toll(number),
        Adjacency(told._edges, columns).ground(wanted).toll(number),
    }
    assert len(tolls) == 1
    assert tolls.pop() > 0


def test_what_leads_to_a_node_is_told_without_going_through_all_of_a_hub(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, _PREFIXES + "".join(f":hub skos:related :n{n} .\n" for n in range(9)))
    told, related = (
        KnowledgeGraph.open(folder).triples,
        NamedNode("http://www.w3.org/2004/02/skos/core#related"),
    )
    hub = NamedNode(f"{BASE}hub")
    assert [quad.object for quad in told.match(hub, related, NamedNode(f"{BASE}n4"))] == [
        NamedNode(f"{BASE}n4")
    ]
    assert not told.has(hub, related, NamedNode(f"{BASE}n9"))
    assert not told.has(hub, related, hub)
