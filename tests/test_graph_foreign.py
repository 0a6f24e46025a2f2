"""Graphs that others made: SKOS in several languages, plain labels, their own predicates."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_samples import labels, turtle

from rolegraph.graph import KnowledgeGraph, Text, UnknownRelation, UnknownTerm

SKOS_FILE = """
    :scheme a skos:ConceptScheme ; skos:prefLabel "Jobs" ; skos:hasTopConcept :work .
    :work a skos:Concept ; skos:topConceptOf :scheme ; skos:prefLabel "Work"@en, "Arbeit"@de, "travail"@fr ;
        skos:narrower :job ; skos:definition [ rdf:value "What is done."@en ] .
    :job a skos:Concept ; skos:inScheme :scheme ; skos:prefLabel "Job"@en, "Stelle"@de ; skos:broader :work ;
        skos:scopeNote "Paid." ; skos:exactMatch <http://elsewhere.example/Q1> ; :doneBy :person .
    :person a skos:Concept ; skos:prefLabel "Person"@en ; skos:related :job .
    :doneBy a owl:ObjectProperty ; rdfs:label "is done by"@en, "ausgeübt von"@de ; owl:inverseOf :does .
    :does a owl:ObjectProperty ; rdfs:label "does"@en .
    :group a skos:Collection ; skos:prefLabel "Group" ; skos:member :job .
    :Thing a owl:Class ; rdfs:label "Thing" .
"""


def test_concepts_are_terms_and_schemes_collections_properties_and_classes_are_not() -> None:
    assert labels(turtle(SKOS_FILE).terms()) == ["Job", "Person", "Work"]


def test_english_label_goes_first_and_the_others_are_translations() -> None:
    work = turtle(SKOS_FILE).term("arbeit")
    assert work.label == Text("Work", "en")
    assert work.alternatives == ()
    assert work.translations == (Text("Arbeit", "de"), Text("travail", "fr"))


def test_label_without_language_goes_before_other_languages_than_english() -> None:
    kg = turtle(':a a skos:Concept ; skos:prefLabel "Beruf"@de, "Occupation", "métier"@fr .')
    assert kg.term(":a").label == Text("Occupation")


def test_definition_is_taken_from_what_describes() -> None:
    kg = turtle(SKOS_FILE)
    assert kg.term("work").definitions == (Text("What is done.", "en"),)
    assert kg.term("job").definitions == (Text("Paid."),)


def test_narrower_is_read_as_broader_the_other_way_round_and_once() -> None:
    kg = turtle(SKOS_FILE)
    broader = [relation for relation in kg.relations() if relation.relation_type.name == "broader"]
    assert [(one.subject.label.value, one.sentence()) for one in broader] == [
        ("Job", "Job is a kind of Work")
    ]


def test_narrower_alone_is_read_as_broader() -> None:
    kg = turtle(':a skos:prefLabel "A" ; skos:narrower :b . :b skos:prefLabel "B" .')
    [relation] = kg.relations("A")
    assert (relation.subject.label.value, relation.inverse) == ("B", True)


def test_unknown_predicate_becomes_a_relation_type_in_the_words_of_the_graph() -> None:
    kg = turtle(SKOS_FILE)
    assert [one.sentence() for one in kg.relations("job", relation="doneBy")] == ["Job is done by Person"]
    assert [one.sentence() for one in kg.relations("person", relation="does")] == ["Person does Job"]
    path = kg.path("Person", "Job")
    assert path is not None
    assert path.sentence() == "Person does Job"


def test_inverse_declared_in_the_graph_is_the_same_relation() -> None:
    kg = turtle(SKOS_FILE + ":person :does :job .")
    own = [one for one in kg.relations("job") if one.relation_type.iri.startswith("http://other.example/")]
    assert [one.sentence() for one in own] == ["Job is done by Person"]


def test_unlabelled_predicate_reads_by_its_local_name_both_ways() -> None:
    kg = turtle(':a rdfs:label "Anna" ; :worksOn :b . :b rdfs:label "CRM" .')
    assert [one.sentence() for one in kg.relations("Anna")] == ["Anna works on CRM"]
    assert [one.sentence() for one in kg.relations("CRM")] == ["CRM is reached by “works on” from Anna"]
    assert kg.relation_type("works on").iri == "http://other.example/worksOn"
    assert kg.relation_type("http://other.example/worksOn").label == "works on"
    with pytest.raises(UnknownRelation):
        kg.relation_type("employd by nobody")


def test_common_predicates_read_well_without_being_declared() -> None:
    kg = turtle(
        """
        @prefix dcterms: <http://purl.org/dc/terms/> .
        :a rdfs:label "A" ; skos:exactMatch :b ; dcterms:hasPart :c . :b rdfs:label "B" . :c rdfs:label "C" .
        """
    )
    assert [one.sentence() for one in kg.relations("A")] == ["A is the same as B", "A includes C"]
    assert [one.sentence() for one in kg.relations("B")] == ["B is the same as A"]
    assert [one.sentence() for one in kg.relations("C", "isPartOf", "out")] == ["C is part of A"]
    assert kg.relations("C", "dcterms:hasPart", "in") == kg.relations("C")


def test_predicate_that_leads_out_of_the_graph_is_no_relation() -> None:
    names = {relation.relation_type.name for relation in turtle(SKOS_FILE).relations("job")}
    assert names == {"broader", "related", "doneBy"}


def test_symmetric_predicate_of_the_graph_is_one_relation_both_ways() -> None:
    kg = turtle(
        ':knows a owl:SymmetricProperty . :a rdfs:label "A" ; :knows :b . :b rdfs:label "B" ; :knows :a .'
    )
    assert [one.sentence() for one in kg.relations()] == ["A knows B"]
    assert [one.sentence() for one in kg.relations("B")] == ["B knows A"]


def test_graph_of_plain_labels_works() -> None:
    kg = turtle(
        """
        :crm rdfs:label "CRM" ; rdfs:comment "Keeps customers." .
        :sales schema:name "Sales" ; schema:description "Sells." ; :uses :crm .
        """
    )
    assert labels(kg.terms()) == ["CRM", "Sales"]
    assert kg.term("sales").definitions == (Text("Sells."),)
    assert [one.term.label.value for one in kg.search("customers")] == ["CRM"]


def test_defined_terms_of_schema_org_are_terms_and_their_set_is_not() -> None:
    kg = turtle(
        """
        :set a schema:DefinedTermSet ; schema:name "Glossary" ; schema:hasDefinedTerm :a .
        :a a schema:DefinedTerm ; schema:name "Churn" ; schema:description "Who leaves." ;
            schema:inDefinedTermSet :set .
        """
    )
    assert labels(kg.terms()) == ["Churn"]
    assert kg.relations("Churn") == []


def test_classes_are_terms_of_a_graph_without_concepts() -> None:
    kg = turtle(
        """
        :Role a owl:Class ; rdfs:label "Role" . :Boss a owl:Class ; rdfs:label "Boss" ; rdfs:subClassOf :Role .
        :leads a owl:ObjectProperty ; rdfs:label "leads" .
        """
    )
    assert labels(kg.terms()) == ["Boss", "Role"]
    assert [one.sentence() for one in kg.relations("Boss")] == ["Boss is a kind of Role"]


def test_labelled_predicate_without_a_type_is_no_term() -> None:
    kg = turtle(':a rdfs:label "A" ; :p :b . :b rdfs:label "B" . :p rdfs:label "points to" .')
    assert labels(kg.terms()) == ["A", "B"]
    with pytest.raises(UnknownTerm):
        kg.term("points to")


def test_blank_nodes_are_no_terms() -> None:
    assert turtle('[] a skos:Concept ; skos:prefLabel "Nobody" .').terms() == []


def test_reified_statements_of_others_are_evidence() -> None:
    kg = turtle(
        """
        :a skos:prefLabel "A" ; skos:related :b . :b skos:prefLabel "B" .
        [] a rdf:Statement ; rdf:subject :a ; rdf:predicate skos:related ; rdf:object :b .
        """
    )
    [evidence] = kg.evidence("B", "related", "A")
    assert (evidence.quote, evidence.place.source) == (Text(""), "")


def test_term_without_a_label_is_found_by_the_end_of_its_iri(tmp_path: Path) -> None:
    file = tmp_path / "bare.ttl"
    file.write_text(
        "@prefix : <https://example.org/> .\n:a a <http://www.w3.org/2004/02/skos/core#Concept> .\n"
    )
    kg = KnowledgeGraph.open(file)
    assert [term.label.value for term in kg.terms(mentions=True)] == ["a"]
    assert kg.term("a").iri == "https://example.org/a"
