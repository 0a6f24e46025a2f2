"""The Turtle writer: valid, lossless, grouped by term, the same bytes for the same graph."""

from __future__ import annotations

import io
import random
import subprocess
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolegraph.exports.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable

BASE = "https://w3id.org/rolegraph/id/"
PREFIXES = {
    "ex": "http://example.org/",
    "odd": "http://example.org/odd_",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rg": "https://w3id.org/rolegraph/ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in {**PREFIXES, "": BASE}.items())


def turtle(graph: Iterable[ox.Quad]) -> str:
    stream = io.BytesIO()
    write_turtle(graph, stream, prefixes=PREFIXES, base=BASE)
    return stream.getvalue().decode()


def quads(text: str) -> list[ox.Quad]:
    return list(ox.parse(text, format=ox.RdfFormat.TURTLE))


def graph(text: str) -> list[ox.Quad]:
    return quads(HEADER + text)


def canonical(items: Iterable[ox.Quad]) -> ox.Dataset:
    dataset = ox.Dataset(items)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


GLOSSARY = """
:product-manager a rg:Role, skos:Concept ; skos:inScheme <https://w3id.org/rolegraph/id/> ;
    rg:uses :crm, :backlog ; skos:definition "Decides what is built next."@en ;
    rg:abbreviation "PM"@en ; skos:prefLabel "Product manager"@en ;
    prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/roles.md#line=0,3> .
:crm a skos:Concept ; skos:inScheme <https://w3id.org/rolegraph/id/> ; skos:prefLabel "CRM"@en .
:backlog a rg:Mention, skos:Concept ; skos:prefLabel "backlog"@en .
<https://w3id.org/rolegraph/id/> a skos:ConceptScheme .
<https://w3id.org/rolegraph/id/source/roles.md> a rg:SourceDocument ; rg:path "roles.md" .
<https://w3id.org/rolegraph/id/question/why> a schema:Question ; schema:about :crm ; schema:name "Why?"@en ;
    schema:acceptedAnswer <https://w3id.org/rolegraph/id/answer/why> .
<https://w3id.org/rolegraph/id/answer/why> a schema:Answer ; schema:text "For the customers."@en .
<https://w3id.org/rolegraph/id/evidence/aa> a rdf:Statement, rg:Evidence ; rdf:subject :product-manager ;
    rdf:predicate rg:uses ; rdf:object :crm ; rg:quote "uses the CRM"@en ; rg:share 0.20 ;
    prov:wasDerivedFrom <https://w3id.org/rolegraph/id/source/roles.md#line=9,10> .
"""

WRITTEN = """\
@base <https://w3id.org/rolegraph/id/> .
@prefix : <https://w3id.org/rolegraph/id/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rg: <https://w3id.org/rolegraph/ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<> a skos:ConceptScheme ;
.

:crm a skos:Concept ;
    skos:inScheme <> ;
    skos:prefLabel "CRM"@en ;
.

:product-manager a skos:Concept, rg:Role ;
    skos:inScheme <> ;
    skos:prefLabel "Product manager"@en ;
    rg:abbreviation "PM"@en ;
    skos:definition "Decides what is built next."@en ;
    prov:wasDerivedFrom <source/roles.md#line=0,3> ;
    rg:uses :backlog ;
    rg:uses :crm ;
.

<evidence/aa> a rdf:Statement, rg:Evidence ;
    rdf:subject :product-manager ;
    rdf:predicate rg:uses ;
    rdf:object :crm ;
    rg:quote "uses the CRM"@en ;
    prov:wasDerivedFrom <source/roles.md#line=9,10> ;
    rg:share 0.20 ;
.

:backlog a skos:Concept, rg:Mention ;
    skos:prefLabel "backlog"@en ;
.

<source/roles.md> a rg:SourceDocument ;
    rg:path "roles.md" ;
.

<question/why> a schema:Question ;
    schema:about :crm ;
    schema:name "Why?"@en ;
    schema:acceptedAnswer <answer/why> ;
.

<answer/why> a schema:Answer ;
    schema:text "For the customers."@en ;
.

"""


def test_entries_with_their_evidence_come_before_mentions_sources_and_questions() -> None:
    assert turtle(graph(GLOSSARY)) == WRITTEN


def test_order_of_the_triples_does_not_matter() -> None:
    triples = graph(GLOSSARY)
    random.Random(1).shuffle(triples)
    assert turtle(triples) == WRITTEN


def test_store_is_written_like_its_quads() -> None:
    store = ox.Store()
    store.extend(graph(":a ex:p [ ex:q 1 ] ."))
    stream = io.BytesIO()
    write_turtle(store, stream, prefixes=PREFIXES, base=BASE)
    assert stream.getvalue().decode() == turtle(graph(":a ex:p [ ex:q 1 ] ."))


def test_new_statement_adds_exactly_one_line() -> None:
    before = turtle(graph(GLOSSARY)).splitlines()
    after = turtle(graph(GLOSSARY + ":product-manager rg:uses :aardvark .")).splitlines()
    assert [line for line in after if line not in before] == ["    rg:uses :aardvark ;"]
    assert len(after) == len(before) + 1


def test_empty_graph_is_an_empty_file() -> None:
    assert turtle([]) == ""


def test_evidence_of_one_relation_comes_in_the_order_of_its_lines() -> None:
    place = "<https://w3id.org/rolegraph/id/source/a.md#line={0},{0}>"
    pieces = [
        f"<http://example.org/e{n}> rdf:subject :a ; rdf:predicate rg:uses ; rdf:object :b ; "
        f"prov:wasDerivedFrom {place.format(line)} ."
        for n, line in enumerate([100, 9, 20])
    ]
    text = turtle(graph(":a rg:uses :b ." + "\n".join(pieces)))
    assert [text.index(f"ex:e{n}\n") for n in (1, 2, 0)] == sorted(text.index(f"ex:e{n}\n") for n in range(3))


@pytest.mark.parametrize(
    ("literal", "written"),
    [
        ('"01"^^xsd:integer', "01"),
        ('"+1"^^xsd:integer', "+1"),
        ('"one"^^xsd:integer', '"one"^^xsd:integer'),
        ('" 1"^^xsd:integer', '" 1"^^xsd:integer'),
        ('"0.20"^^xsd:decimal', "0.20"),
        ('"5"^^xsd:decimal', '"5"^^xsd:decimal'),
        ('"5."^^xsd:decimal', '"5."^^xsd:decimal'),
        ('"1e0"^^xsd:double', "1e0"),
        ('"1.0"^^xsd:double', '"1.0"^^xsd:double'),
        ('"INF"^^xsd:double', '"INF"^^xsd:double'),
        ('"true"^^xsd:boolean', "true"),
        ('"1"^^xsd:boolean', '"1"^^xsd:boolean'),
        ('"a\\"b\\\\c\\nd\\te"@en', '"a\\"b\\\\c\\nd\\te"@en'),
    ],
)
def test_literals_are_short_only_where_nothing_is_lost(literal: str, written: str) -> None:
    triples = graph(f":a ex:p {literal} .")
    text = turtle(triples)
    assert f"ex:p {written} ;" in text
    assert canonical(quads(text)) == canonical(triples)


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        ("http://example.org/pm", "ex:pm"),
        ("http://example.org/odd_pm", "odd:pm"),
        ("http://example.org/qualité", "ex:qualité"),
        ("http://example.org/3d-artist", "ex:3d-artist"),
        ("http://example.org/a/b", "<http://example.org/a/b>"),
        ("http://example.org/node.js", "ex:node.js"),
        ("http://example.org/node.", "<http://example.org/node.>"),
        ("http://example.org/a,b", "<http://example.org/a,b>"),
        ("http://example.org/a%20b", "<http://example.org/a%20b>"),
        ("http://example.org/-a", "<http://example.org/-a>"),
        ("http://example.org/", "ex:"),
        (f"{BASE}crm", ":crm"),
        (BASE, "<>"),
        (f"{BASE}source/a/b.md#line=1,2", "<source/a/b.md#line=1,2>"),
        (f"{BASE}../a", f"<{BASE}../a>"),
        (f"{BASE}a/./b", f"<{BASE}a/./b>"),
        (f"{BASE}a//b", f"<{BASE}a//b>"),
        (f"{BASE}x:y", ":x:y"),
        (f"{BASE}x/x:y", f"<{BASE}x/x:y>"),
        (f"{BASE}/a", f"<{BASE}/a>"),
        (f"{BASE}?q", f"<{BASE}?q>"),
        ("urn:isbn:1", "<urn:isbn:1>"),
        ("javascript:alert(1)", "<javascript:alert(1)>"),
    ],
)
def test_odd_iris_are_never_written_as_broken_names(iri: str, written: str) -> None:
    triples = [ox.Quad(ox.NamedNode(iri), ox.NamedNode("http://example.org/p"), ox.NamedNode(iri))]
    assert f"{written}\n    ex:p {written} ;" in turtle(triples)
    assert quads(turtle(triples)) == triples


@pytest.mark.parametrize(
    "base", ["http://example.org/a/../id/", "urn:x:", "http://example.org/id#", "http://e?/"]
)
def test_odd_base_is_not_resolved_against(base: str) -> None:
    triples = [ox.Quad(ox.NamedNode(f"{base}a%20b"), ox.NamedNode("http://example.org/p"), ox.Literal("x"))]
    stream = io.BytesIO()
    write_turtle(triples, stream, prefixes=PREFIXES, base=base)
    assert quads(stream.getvalue().decode()) == triples


def test_blank_nodes_stand_where_they_are_used() -> None:
    text = turtle(
        graph(":a ex:p [ ex:q ( 1 [ ex:r 2 ] ) ], [] . [] ex:p :a . :b ex:p _:x . :c ex:p _:x . _:x ex:q 1 .")
    )
    assert "    ex:p [ ex:q ( 1 [ ex:r 2 ] ) ] ;\n    ex:p [] ;" in text
    assert "[]\n    ex:p :a ;" in text
    assert text.count("_:b") == 3


@pytest.mark.parametrize(
    "text",
    [
        "_:a ex:p _:b . _:b ex:p _:a .",
        "_:a ex:p _:a .",
        "_:a ex:p _:b . _:b ex:p _:c . _:c ex:p _:b .",
        ":a ex:p () , ( () ) .",
        ":a ex:p _:l . _:l rdf:first 1, 2 ; rdf:rest rdf:nil .",
        ":a ex:p _:l . _:l rdf:first 1 ; rdf:rest () ; ex:q 1 .",
        ":a ex:p _:l . :b ex:p _:m . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest () .",
        ":a rdf:rest _:m . _:m rdf:first 2 ; rdf:rest () .",
        "_:l rdf:first 2 ; rdf:rest () . _:l2 rdf:first 1 ; rdf:rest _:l .",
        "_:l rdf:rest rdf:nil .",
        ":a a [ a skos:Concept ] .",
        "ex:a ex:p '  _:b ', ' .', '''\n_:b''' .",
    ],
)
def test_rings_and_broken_lists_survive(text: str) -> None:
    assert canonical(quads(turtle(graph(text)))) == canonical(graph(text))


def test_long_lists_and_deep_nests_survive() -> None:
    long = ":a ex:p (" + " 1" * 5000 + " ) ."
    cut = ":c ex:p _:l0 . " + " ".join(f"_:l{n} rdf:first {n} ; rdf:rest _:l{n + 1} ." for n in range(3000))
    for text in (long, cut):  # too long for canonicalization
        written = turtle(graph(text))
        assert len(quads(written)) == len(graph(text))
        assert turtle(quads(written)) == written
    deep = ":b ex:p " + "[ ex:p " * 90 + "1" + " ]" * 90 + " ."
    assert canonical(quads(turtle(graph(deep)))) == canonical(graph(deep))


@pytest.mark.parametrize(
    "text",
    [
        ":a ex:p _:b . :b ex:p _:b . _:b ex:q [ ex:r 1 ] .",
        "_:b ex:p _:c . _:c ex:p _:d . _:d ex:p _:b .",
        "_:b ex:p _:c . _:c ex:p _:b . _:d ex:p _:e . _:e ex:p _:d .",
        ":a ex:p _:b, _:c . :b ex:p _:b . :c ex:p _:c .",
    ],
)
def test_blank_nodes_get_the_same_labels_in_every_run(text: str) -> None:
    renamed = text
    for old, new in (("_:b", "_:9"), ("_:d", "_:b"), ("_:c", "_:d"), ("_:9", "_:zz")):
        renamed = renamed.replace(old, new)
    assert turtle(graph(renamed)[::-1]) == turtle(graph(text))


def test_triple_given_twice_is_written_once() -> None:
    assert turtle(graph(":a ex:p 1 .") * 2) == turtle(graph(":a ex:p 1 ."))
    assert turtle(graph(":a : :b .") * 2) == turtle(graph(":a : :b ."))


def test_named_graphs_are_left_to_trig() -> None:
    trig = HEADER + ":a ex:p :b . GRAPH ex:inferred { :b ex:q :a , _:x } GRAPH ex:other { :c ex:q _:x }"
    dataset = list(ox.parse(trig, format=ox.RdfFormat.TRIG))
    assert turtle(dataset) == turtle(graph(":a ex:p :b ."))
    stream = io.BytesIO()
    write_trig(dataset, stream, prefixes=PREFIXES, base=BASE)
    assert canonical(ox.parse(stream.getvalue(), format=ox.RdfFormat.TRIG)) == canonical(dataset)


IRIS = st.sampled_from(["", "a", "b", "source/x.md#line=0,1", "é", "a.b", "%41", "x:y", "1"]).flatmap(
    lambda local: st.sampled_from([BASE, "http://example.org/", "http://example.org/odd_", "urn:x:"]).map(
        lambda namespace: ox.NamedNode(namespace + local)
    )
)
BLANKS = st.sampled_from("abcd").map(ox.BlankNode)
NUMBERS = st.tuples(
    st.sampled_from(["1", "01", "-1.50", ".5", "1.", "1e3", "true", "x"]),
    st.sampled_from(["integer", "decimal", "double", "boolean", "string"]),
).map(lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(PREFIXES["xsd"] + pair[1])))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(
    lambda text: ox.Literal(text, language="en")
)
QUADS = st.builds(ox.Quad, IRIS | BLANKS, IRIS, IRIS | BLANKS | NUMBERS | TEXTS)


@given(st.lists(QUADS, max_size=12))
def test_every_graph_reads_back_the_same(triples: list[ox.Quad]) -> None:
    written = turtle(triples)
    assert canonical(quads(written)) == canonical(triples)
    assert turtle(reversed(quads(written))) == written


def test_rapper_accepts_it(rapper: str) -> None:
    text = turtle(graph(GLOSSARY + ":product-manager ex:p ( 1 [ ex:q 0.5 ] ), ex:3d-artist, 'x\\ny'@en-GB ."))
    command = [rapper, "-q", "-c", "-i", "turtle", "-", "http://example.org/"]
    done = subprocess.run(command, input=text.encode(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_text_that_looks_like_a_typed_literal_stays_text() -> None:
    said = ox.Literal('it says "5"^^zz:count\\ here', language="en")
    given = ox.Quad(ox.NamedNode(f"{BASE}one"), ox.NamedNode("http://example.org/says"), said)
    assert quads(turtle([given])) == [given]
