"""Relation types and classes of the user's own are read, shown, drawn, checked and handed on like ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolegraph.cli.card import gather
from rolegraph.exports import FORMATS, write
from rolegraph.extraction import build
from rolegraph.graph import KnowledgeGraph
from rolegraph.ontology import load

OWN = """\
@prefix rg: <https://w3id.org/rolegraph/ns#> .
@prefix ex: <https://example.org/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

ex:mentors a owl:ObjectProperty, rg:RelationType ;
    rdfs:label "mentors"@en ;
    rg:phrase "gives advice to"@en ;
    owl:inverseOf ex:mentoredBy ;
    rdfs:domain rg:Role ;
    rdfs:range [ a owl:Class ; owl:unionOf ( rg:Role rg:Team ) ] ;
    rg:cue "mentors" .
ex:mentoredBy a owl:ObjectProperty ; rdfs:label "mentored by"@en ; rg:phrase "gets advice from"@en ;
    rg:cue "learns from" .
ex:Ward a owl:Class, rg:TermClass ;
    rdfs:subClassOf rg:Place ;
    rdfs:label "Ward"@en ; rg:plural "Wards"@en ; rg:colour "#AA3377" ; rg:fill "#F1E0EA" ; rg:icon "W" ;
    rg:noun "ward" .
ex:guards a owl:ObjectProperty, rg:RelationType ; rdfs:label "guards"@en ; rg:cue "guards" .
"""
TEXT = """\
# Words

- Nurse: a role that mentors porters.
- Porter: a role.
- Doctor: a role. Doctors learn from nurses.
- Night ward: where patients sleep.
"""
SYNTAXES = [
    name for name, form in FORMATS.items() if name in ("turtle", "ntriples", "trig", "rdfxml", "jsonld")
]


@pytest.fixture
def graph(tmp_path: Path) -> KnowledgeGraph:
    """Build a document with an ontology of the user's."""
    (tmp_path / "own.ttl").write_text(OWN, encoding="utf-8")
    (tmp_path / "words.md").write_text(TEXT, encoding="utf-8")
    return build([str(tmp_path / "words.md")], ontology=load(str(tmp_path / "own.ttl"))).graph


def reopened(graph: KnowledgeGraph, name: str, folder: Path) -> KnowledgeGraph:
    """Write a graph in a format and open the file, without the ontology that it was built with."""
    path = folder / f"graph{FORMATS[name].endings[0]}"
    write(graph, name, path)
    return KnowledgeGraph.open(path)


@pytest.mark.parametrize("name", SYNTAXES)
def test_own_types_are_declared_in_every_syntax(graph: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    mentors = reopened(graph, name, tmp_path).relation_type("mentors")
    assert (mentors.phrase, mentors.inverse_phrase, mentors.inverse_label) == (
        "gives advice to",
        "gets advice from",
        "mentored by",
    )
    assert [iri.rpartition("#")[2] for iri in mentors.range] == ["Role", "Team"]


def test_own_relation_reads_from_both_ends(graph: KnowledgeGraph, tmp_path: Path) -> None:
    again = reopened(graph, "turtle", tmp_path)
    own = [one for one in again.relations() if one.relation_type.name == "mentors"]
    assert {(one.subject.label.value, one.object) for one in own} == {
        ("Nurse", again.term("Doctor")),
        ("Nurse", again.term("Porter")),
    }
    (group,) = gather(again, again.term("Porter")).relations
    assert group.inverse


def test_own_class_lists_its_terms_and_has_its_colour(graph: KnowledgeGraph, tmp_path: Path) -> None:
    again = reopened(graph, "turtle", tmp_path)
    assert [term.label.value for term in again.terms("Wards")] == ["Night ward"]
    assert again.ontology.classes["https://example.org/ns#Ward"].colour == "#AA3377"


def test_own_types_are_no_terms(graph: KnowledgeGraph) -> None:
    assert [term.label.value for term in graph.terms()] == ["Doctor", "Night ward", "Nurse", "Porter"]


def test_types_that_are_not_used_are_not_declared(graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert "https://example.org/ns#guards" not in reopened(graph, "turtle", tmp_path).ontology.relation_types


def test_ends_of_own_relations_are_checked(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write(graph, "turtle", path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n:nurse <https://example.org/ns#mentors> :night-ward .\n", encoding="utf-8")
    found = [(one.label, one.severity, one.message) for one in KnowledgeGraph.open(path).validate()]
    assert ("Night ward", "Warning") in [(label, severity) for label, severity, _ in found]
    assert any("'gives advice to' leads to a role or team" in message for *_, message in found)


def test_declaration_that_takes_a_name_of_ours_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(
        "@prefix rg: <https://w3id.org/rolegraph/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://example.org/ns#uses> a rg:RelationType ; rdfs:label "uses" .\n'
        "<https://example.org/a> <https://example.org/ns#uses> <https://example.org/b> .\n",
        encoding="utf-8",
    )
    assert KnowledgeGraph.open(path).ontology.relation_types == load(words=False).relation_types
