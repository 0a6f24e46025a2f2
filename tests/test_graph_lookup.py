"""Look-up of terms by the names that people type."""

from __future__ import annotations

import pytest
from graph_samples import BASE, RG, SKOS, iri, labels, sample, stated, term, turtle
from pyoxigraph import Store

from rolegraph.graph import AmbiguousTerm, KnowledgeGraph, Term, Text, UnknownClass, UnknownTerm


def graph(*terms: Term) -> KnowledgeGraph:
    return KnowledgeGraph.from_record(terms, [], base=BASE)


@pytest.mark.parametrize(
    "name",
    [
        "Business process outsourcing",
        "business PROCESS outsourcing",
        "Business-process-outsourcing",
        "the business process outsourcing",
        " BPO ",
        "bpo",
        "BPOs",
        ":business-process-outsourcing",
        "https://example.org/id/business-process-outsourcing",
        "<https://example.org/id/business-process-outsourcing>",
    ],
)
def test_term_is_found_by_any_of_its_names(name: str) -> None:
    assert sample().term(name).label == Text("Business process outsourcing", "en")


def test_term_is_found_by_alternative_and_hidden_label() -> None:
    kg = turtle(
        ':pm a skos:Concept ; skos:prefLabel "Product manager" ; skos:altLabel "lead" ; skos:hiddenLabel "prodmgr" .'
    )
    assert kg.term("Leads").label.value == "Product manager"
    assert kg.term("prodmgr").label.value == "Product manager"


def test_mention_is_found_too() -> None:
    assert sample().term("crm").mention


def test_abbreviation_of_two_terms_lists_both() -> None:
    with pytest.raises(AmbiguousTerm) as caught:
        sample().term("PM")
    assert labels(list(caught.value.candidates)) == ["Product manager", "Project manager"]
    assert (
        str(caught.value)
        == "'PM' names 2 terms: 'Product manager' and 'Project manager'; use the label or the IRI"
    )


def test_abbreviation_and_alternative_of_two_terms_are_ambiguous() -> None:
    other = term("Prime minister")._replace(alternatives=(Text("PM", "en"),))
    with pytest.raises(AmbiguousTerm):
        graph(term("Product manager", "PM"), other).term("PM")


def test_entry_goes_before_mention_of_the_same_name() -> None:
    entry, mention = term("Product manager", "PM"), term("PM", mention=True)
    assert graph(entry, mention).term("PM") == entry


def test_label_goes_before_abbreviation() -> None:
    label, abbreviation = term("Ops"), term("Operations", "Ops")
    assert graph(label, abbreviation).term("ops") == label


def test_exact_spelling_goes_before_another_case() -> None:
    upper, lower = term("Information technology", "IT"), term("Ivory tower", "it")
    assert graph(upper, lower).term("IT") == upper
    assert graph(upper, lower).term("it") == lower
    with pytest.raises(AmbiguousTerm):
        graph(upper, lower).term("It")


def test_spelling_as_typed_goes_before_folded_forms() -> None:
    singular, plural = term("Metric"), term("Metrics")._replace(iri=f"{BASE}metrics")
    assert graph(singular, plural).term("metrics") == plural
    assert graph(singular, plural).term("metric") == singular


def test_unknown_name_answers_what_comes_close() -> None:
    with pytest.raises(UnknownTerm) as caught:
        sample().term("prodct manger")
    assert caught.value.suggestions[0] == "Product manager"
    assert str(caught.value).startswith("no term is named 'prodct manger'; did you mean 'Product manager'")


def test_suggestions_are_one_name_a_term_the_nearest_first() -> None:
    kg = graph(term("Product"), term("Product owner"), term("Procter & Gamble"), term("Productx", "Producty"))
    with pytest.raises(UnknownTerm) as caught:
        kg.term("prodct")
    assert caught.value.suggestions == ("Product", "Product owner", "Productx")


def test_name_that_nothing_resembles_has_no_suggestions() -> None:
    with pytest.raises(UnknownTerm) as caught:
        sample().term("zzzz")
    assert str(caught.value) == "no term is named 'zzzz'"


def test_empty_graph_is_said_to_be_empty() -> None:
    with pytest.raises(UnknownTerm) as caught:
        KnowledgeGraph(Store()).term("zzzz")
    assert str(caught.value) == "no term is named 'zzzz'; the graph is empty"


@pytest.mark.parametrize(
    "name", ["", "  ", ":", "::", "<>", "no such: thing", "a:b", "x:y z", '"', "%", ":%zz", "mailto:"]
)
def test_odd_names_are_unknown_and_no_fault(name: str) -> None:
    with pytest.raises(UnknownTerm):
        sample().term(name)


def test_name_with_a_colon_may_be_a_label() -> None:
    assert graph(term("rg: the prefix")).term("rg: the prefix").label.value == "rg: the prefix"


def test_evidence_sources_questions_and_schemes_are_no_terms() -> None:
    kg = sample()
    for name in (BASE, f"{BASE}question/what-is-a-pm", f"{BASE}source/roles.md", "What is a PM?", "Roles"):
        with pytest.raises(UnknownTerm):
            kg.term(name)


def test_terms_are_listed_by_label_and_mentions_on_demand() -> None:
    kg = graph(term("zebra"), term("Apple"), term("The banana"), term("cherry", mention=True))
    assert labels(kg.terms()) == ["Apple", "The banana", "zebra"]
    assert labels(kg.terms(mentions=True)) == ["Apple", "The banana", "cherry", "zebra"]


@pytest.mark.parametrize("name", ["System", "system", "Systems", "rg:System", RG + "System"])
def test_terms_of_a_class_are_listed(name: str) -> None:
    assert labels(sample().terms(name, mentions=True)) == ["CRM"]


def test_members_of_sub_classes_count() -> None:
    kg = turtle(
        """
        :Boss rdfs:subClassOf <https://w3id.org/rolegraph/ns#Role> ; a owl:Class ; rdfs:label "Boss" .
        :BigBoss rdfs:subClassOf :Boss .
        :cpo a skos:Concept, :Boss ; skos:prefLabel "Product chief" .
        :ceo a skos:Concept, :BigBoss ; skos:prefLabel "Chief" .
        """
    )
    assert labels(kg.terms("Role")) == ["Chief", "Product chief"]
    assert labels(kg.terms("boss")) == ["Chief", "Product chief"]
    assert labels(kg.terms("http://other.example/BigBoss")) == ["Chief"]


def test_unknown_class_answers_what_comes_close() -> None:
    with pytest.raises(UnknownClass, match="did you mean 'Role'"):
        sample().terms("Roel")


def test_relation_object_that_nothing_describes_is_named_by_its_iri() -> None:
    kg = KnowledgeGraph.from_record(
        [term("Engineer")], [stated("Engineer", "uses", "Version control")], base=BASE
    )
    [relation] = kg.relations("Engineer")
    assert relation.sentence() == "Engineer uses version-control"
    assert relation.end == Term(iri("Version control"), Text("version-control"))


def test_unlabelled_concept_is_named_by_its_iri() -> None:
    kg = turtle(":team%20lead a skos:Concept .")
    assert labels(kg.terms()) == ["team lead"]
    assert SKOS not in str(kg.terms())
