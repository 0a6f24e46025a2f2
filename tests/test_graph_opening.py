"""Where a graph comes from, and what is said of one that can't be read."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from graph_samples import BASE, labels, sample
from pyoxigraph import RdfFormat, Store, serialize

from rolegraph.graph import DEFAULT_BASE, GraphUnreadable, KnowledgeGraph
from rolegraph.graph.inputs import ENDINGS

TURTLE = b"""@prefix : <https://example.org/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix mine: <https://example.org/mine#> .
:pm a skos:Concept ; skos:prefLabel "Product manager"@en .
"""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ROLEGRAPH_GRAPH", raising=False)
    return tmp_path


def written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def fault(path: str) -> str:
    with pytest.raises(GraphUnreadable) as caught:
        KnowledgeGraph.open(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@pytest.mark.parametrize("zipped", [False, True])
def test_every_syntax_is_read_by_its_ending(ending: str, zipped: bool) -> None:
    triples = [quad.triple for quad in sample().store]
    data = serialize(triples, format=ENDINGS[ending])
    assert data is not None
    name = f"roles{ending}{'.gz' * zipped}"
    Path(name).write_bytes(gzip.compress(data) if zipped else data)
    kg = KnowledgeGraph.open(name)
    assert (kg.term("BPO").label.value, kg.base, kg.name) == ("Business process outsourcing", BASE, name)
    assert len(kg.store) == len(triples)


@pytest.mark.parametrize(
    "syntax", [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD]
)
def test_unknown_ending_is_read_by_content(tmp_path: Path, syntax: RdfFormat) -> None:
    data = serialize([quad.triple for quad in sample().store], format=syntax)
    assert data is not None
    assert KnowledgeGraph.open(written(tmp_path / "roles.txt", data)).term("BPO")


def test_path_objects_are_opened(tmp_path: Path) -> None:
    written(tmp_path / "roles.ttl", TURTLE)
    assert labels(KnowledgeGraph.open(tmp_path / "roles.ttl").terms()) == ["Product manager"]


def test_prefixes_of_the_file_are_kept_beside_the_known_ones(tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(written(tmp_path / "roles.ttl", TURTLE))
    assert kg.prefixes["mine"] == "https://example.org/mine#"
    assert kg.prefixes[""] == "https://example.org/id/"
    assert kg.prefixes["rg"] == "https://w3id.org/rolegraph/ns#"


def test_base_is_the_scheme_then_the_empty_prefix_then_the_default(tmp_path: Path) -> None:
    scheme = TURTLE + b"<https://example.org/scheme> a skos:ConceptScheme ."
    assert KnowledgeGraph.open(written(tmp_path / "a.ttl", scheme)).base == "https://example.org/scheme"
    assert KnowledgeGraph.open(written(tmp_path / "b.ttl", TURTLE)).base == "https://example.org/id/"
    assert KnowledgeGraph.open(written(tmp_path / "c.ttl", b"")).base == DEFAULT_BASE


def test_empty_file_is_an_empty_graph(tmp_path: Path) -> None:
    for ending in ENDINGS:
        assert KnowledgeGraph.open(written(tmp_path / f"roles{ending}", b" \n")).terms() == []


def test_relative_iris_stand_on_the_default_base(tmp_path: Path) -> None:
    data = b'<pm> <http://www.w3.org/2004/02/skos/core#prefLabel> "Product manager" .'
    assert KnowledgeGraph.open(written(tmp_path / "a.ttl", data)).term(":pm").iri == f"{DEFAULT_BASE}pm"


def test_broken_file_names_line_and_column(tmp_path: Path) -> None:
    message = fault(written(tmp_path / "roles.ttl", TURTLE + b'\n:pm skos:altLabel "PM" "lead" .'))
    assert message.startswith(f"{tmp_path}/roles.ttl, line 6, column ")
    assert "Parser error" not in message


def test_broken_file_fills_no_graph_and_other_syntaxes_say_where_too(tmp_path: Path) -> None:
    assert ", line 1, column 1" in fault(written(tmp_path / "a.jsonld", b'{"@id": 3'))
    assert fault(written(tmp_path / "a.rdf", b"<rdf><a/></rdf>")).startswith(f"{tmp_path}/a.rdf: ")
    assert "utf-8" in fault(written(tmp_path / "a.nt", b'<a:a> <a:b> "\xff" .')).lower()


def test_other_content_under_an_unknown_ending_lists_the_accepted_ones(tmp_path: Path) -> None:
    for text in (b"# Product manager\n\nDecides.\n", b"# Only a heading\n", b"[]", b"<html>"):
        message = fault(written(tmp_path / "notes.md", text))
        assert "'.md' is unknown" in message
        assert ".ttl, .nt" in message
        assert "to make a graph of a document, use 'rolegraph build'" in message
    assert "the name has no ending" in fault(written(tmp_path / "notes", b"Decides."))


@pytest.mark.parametrize("ending", [".ttl", ".rdf", ".json"])
def test_binary_content_is_told_from_a_mistake_in_a_text(tmp_path: Path, ending: str) -> None:
    message = fault(written(tmp_path / f"a{ending}", bytes(range(256))))
    assert message == (
        f"{tmp_path}/a{ending}: the content is binary data, and not the RDF that the ending '{ending}' says"
    )


def test_pipe_is_told_to_be_one(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    try:
        message = fault(f"/dev/fd/{reading}")
    finally:
        os.close(writing)
        os.close(reading)
    assert message.endswith(": is a pipe, and a graph is read more than once; write it to a file first")


def test_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault("nowhere.ttl") == "nowhere.ttl: there is no such file or folder"
    monkeypatch.setenv("ROLEGRAPH_GRAPH", "nowhere.ttl")
    with pytest.raises(GraphUnreadable, match="named by ROLEGRAPH_GRAPH"):
        KnowledgeGraph.open()


def test_broken_gzip_is_named(tmp_path: Path) -> None:
    assert "gzip" in fault(written(tmp_path / "a.ttl.gz", gzip.compress(TURTLE)[:-9]))


def test_oxigraph_folder_is_opened_to_read_only_and_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "roles.oxi"
    store = Store(str(folder))
    store.extend(sample().store)
    store.flush()
    del store
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    kg = KnowledgeGraph.open(folder)
    assert kg.term("BPO").label.value == "Business process outsourcing"
    with pytest.raises(RuntimeError, match="read-write"):
        kg.store.clear()
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_other_folder_is_refused_and_nothing_is_made_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    assert "no Oxigraph store" in fault(str(folder))
    assert os.listdir(folder) == []
    (folder / "CURRENT").write_text("MANIFEST-000001\n")
    assert "can't be read" in fault(str(folder))
    assert os.listdir(folder) == ["CURRENT"]


def test_without_a_name_the_variable_goes_before_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "rolegraph.ttl", TURTLE)
    here = KnowledgeGraph.open()
    assert (here.name, here.is_starter) == ("rolegraph.ttl", False)
    monkeypatch.setenv("ROLEGRAPH_GRAPH", written(tmp_path / "other.ttl", b""))
    assert KnowledgeGraph.open().name == str(tmp_path / "other.ttl")


def test_without_anything_else_the_starter_graph_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rolegraph.ontology.STARTER_GRAPH", written(tmp_path / "starter.ttl", TURTLE))
    kg = KnowledgeGraph.open()
    assert (kg.name, kg.is_starter, labels(kg.terms())) == ("starter", True, ["Product manager"])
    assert KnowledgeGraph.open("starter").is_starter


def test_named_graphs_are_taken_as_one_without_what_was_inferred(tmp_path: Path) -> None:
    data = (
        TURTLE
        + b"""
        :one { :crm a skos:Concept ; skos:prefLabel "CRM" . :pm skos:related :crm }
        :two { :pm skos:related :crm }
        <https://w3id.org/rolegraph/ns#inferred> { :crm skos:related :pm . :x skos:prefLabel "Inferred" }
    """
    )
    kg = KnowledgeGraph.open(written(tmp_path / "a.trig", data))
    assert labels(kg.terms()) == ["CRM", "Product manager"]
    assert len(kg.relations()) == 1
    assert kg.query('ASK { :pm skos:related ?x . ?x skos:prefLabel "CRM" }') is True
    assert kg.query('ASK { ?x skos:prefLabel "Inferred" }') is False
    assert kg.query("ASK FROM :two { ?x skos:prefLabel ?label }") is False
