"""Checks of a graph by the shapes of the ontology."""

from __future__ import annotations

from graph_samples import BASE, RG, iri, sample, stated, term
from pyoxigraph import Literal, NamedNode, Quad

from rolegraph.graph import Finding, KnowledgeGraph

SKOS = "http://www.w3.org/2004/02/skos/core#"


def sound() -> KnowledgeGraph:
    return KnowledgeGraph.from_record([term("Engineer", definition="Builds.")], [], base=BASE, title="Roles")


def test_sound_graph_has_no_violations() -> None:
    assert [one for one in sample().validate() if one.severity == "Violation"] == []


def test_finding_names_term_property_shape_and_what_to_do() -> None:
    kg = sound()
    kg.store.add(
        Quad(NamedNode(iri("Engineer")), NamedNode(SKOS + "prefLabel"), Literal("Builder", language="en"))
    )
    found = [one for one in kg.validate() if "prefLabel" in one.path]
    assert [(one.severity, one.term, one.label, one.path) for one in found] == [
        ("Violation", iri("Engineer"), "Builder", "skos:prefLabel")
    ]
    assert found[0].shape.startswith("https://w3id.org/rolegraph/shapes#")
    assert found[0].message


def test_evidence_is_named_by_its_statement() -> None:
    share = stated("Engineer", "uses", "CRM")._replace(qualifiers=(("share", "7.5"),))
    kg = KnowledgeGraph.from_record([term("Engineer"), term("CRM", kind="System")], [share], base=BASE)
    found = [one for one in kg.validate() if one.path == "rg:share"]
    assert [one.label for one in found] == ["Engineer uses CRM"]


def test_findings_go_from_the_worst_and_by_label_and_stay_the_same() -> None:
    kg = sample()
    kg.store.add(
        Quad(NamedNode(iri("Engineer")), NamedNode(SKOS + "prefLabel"), Literal("Builder", language="en"))
    )
    findings = kg.validate()
    order = ["Violation", "Warning", "Info"]
    assert [one.severity for one in findings] == sorted((one.severity for one in findings), key=order.index)
    warnings = [one.label.lower() for one in findings if one.severity == "Warning"]
    assert warnings == sorted(warnings)
    assert kg.validate() == findings
    assert all(isinstance(value, str) for one in findings for value in one)


def test_check_changes_nothing() -> None:
    kg = sample()
    before = set(kg.store)
    kg.validate()
    assert set(kg.store) == before


def test_class_of_an_object_is_checked_with_sub_classes() -> None:
    kg = KnowledgeGraph.from_record(
        [term("A"), term("B", kind="Metric")], [stated("A", "reportsTo", "B")], base=BASE
    )
    found = [one.label for one in kg.validate() if "rg:reportsTo" in one.message]
    assert found == ["B"]


def test_findings_are_values() -> None:
    assert Finding("Info", RG, "", "", "", "")._asdict()["severity"] == "Info"
