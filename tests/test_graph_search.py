"""Search: ranked and forgiving."""

from __future__ import annotations

import pytest
from graph_samples import BASE, sample, term
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from rolegraph.graph import KnowledgeGraph, Term, Text, fold
from rolegraph.graph.closeness import Likeness

TERMS = (
    term("Manager", definition="Leads people."),
    term("Managerial accounting"),
    term(
        "Product manager",
        "PM",
        definition="Decides what is built and why, with much work on a backlog of wishes.",
    ),
    term("Menager"),
    term("Backlog", definition="What a manager has yet to order."),
    term("Management consulting", mention=True),
)


def found(text: str, limit: int = 10) -> list[tuple[str, str]]:
    kg = KnowledgeGraph.from_record(TERMS, [], base=BASE)
    return [(hit.term.label.value, hit.field) for hit in kg.search(text, limit)]


def test_whole_name_goes_before_beginning_word_misspelling_and_definition() -> None:
    assert found("manager") == [
        ("Manager", "label"),
        ("Managerial accounting", "label"),
        ("Product manager", "label"),
        ("Menager", "label"),
        ("Backlog", "definition"),
    ]


def test_scores_fall_from_a_hundred() -> None:
    scores = [hit.score for hit in KnowledgeGraph.from_record(TERMS, [], base=BASE).search("manager")]
    assert scores[0] == 100
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)


@pytest.mark.parametrize("text", ["prodct manager", "product manger", "porduct manager", "Produktmanager"])
def test_misspelled_name_is_found(text: str) -> None:
    assert found(text)[0] == ("Product manager", "label")


def test_misspelled_word_of_a_name_is_found() -> None:
    assert ("Managerial accounting", "label") in found("acounting")


def test_words_are_found_in_any_order() -> None:
    assert found("manager product")[0] == ("Product manager", "label")


@pytest.mark.parametrize("text", ["PM", "pm", "PMs"])
def test_abbreviation_is_found(text: str) -> None:
    kg = KnowledgeGraph.from_record(TERMS, [], base=BASE)
    assert [(hit.term.label.value, hit.field, hit.text, hit.score) for hit in kg.search(text, 1)] == [
        ("Product manager", "abbreviation", "PM", 100)
    ]


def test_alternative_is_found_and_named() -> None:
    alternative = term("Product manager")._replace(alternatives=(Text("feature lead", "en"),))
    [hit] = KnowledgeGraph.from_record([alternative], [], base=BASE).search("feature lead")
    assert (hit.field, hit.text) == ("alternative", "feature lead")


def test_definition_is_shown_around_the_word() -> None:
    [hit] = KnowledgeGraph.from_record(TERMS, [], base=BASE).search("wishes")
    assert (hit.field, hit.text) == ("definition", "… and why, with much work on a backlog of wishes.")


def test_limit_holds_and_nothing_is_found_of_nothing() -> None:
    assert len(found("manager", 2)) == 2
    assert found("manager", 0) == found("", 5) == found("?!", 5) == found("qqqqqq") == []


def test_name_with_some_of_the_words_comes_last() -> None:
    assert found("backlog of the manager")[0][0] in ("Backlog", "Product manager")
    assert ("Manager", "label") in found("manager of plumbers")
    assert found("of the") == []


def test_entry_goes_before_mention_of_the_same_score() -> None:
    pair = (term("Sales team", mention=True), term("Sales tool"))
    hits = KnowledgeGraph.from_record(pair, [], base=BASE).search("sales")
    assert [hit.term.mention for hit in hits] == [False, True]


def test_questions_and_sources_are_not_found() -> None:
    assert [hit.term.label.value for hit in sample().search("What is a PM?")] == []
    assert [hit.term.label.value for hit in sample().search("Roles")] == []


@pytest.mark.parametrize(
    ("word", "definition"),
    [
        ("person", "Asks people."),
        ("mous", "Two mice."),
        ("clients", "The client's wish."),
        ("analysis", "Makes analyses."),
        ("obrien", "A rule by O'Brien."),
        ("office", "Runs the o\ufb03ce."),
        ("policy", "Writes POLICIES."),
        ("c++", "Knows C++."),
        ("wife", "Two wives."),
    ],
)
def test_word_of_a_definition_is_found_in_each_of_its_forms(word: str, definition: str) -> None:
    kg = KnowledgeGraph.from_record([term("Thing", definition=definition)], [], base=BASE)
    assert [(hit.term.label.value, hit.field) for hit in kg.search(word)] == [("Thing", "definition")]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("l'offre", "Offre", "fr"),
        ("l'offre", "L'offre d'emploi", "fr"),
        ("bail", "Baux ruraux", "fr"),
        ("luz", "Luces", "es"),
        ("Verträge", "Vertragsrecht", "de"),
        ("wife", "Wives of clients", "en"),
    ],
)
def test_word_of_a_name_is_found_in_each_of_its_forms(text: str, name: str, language: str) -> None:
    kg = KnowledgeGraph.from_record([Term(f"{BASE}t", Text(name, language))], [], base=BASE)
    assert [hit.term.label.value for hit in kg.search(text) if hit.score > 70] == [name]


@given(st.text("abcé ", max_size=9), st.text("abcé ", max_size=9))
def test_likeness_is_what_rapidfuzz_gives(one: str, other: str) -> None:
    right = OSA.normalized_similarity(one, other)
    assert Likeness(one, 0.6)(other) == pytest.approx(right if right >= 0.6 else 0)


@given(st.text("AKaks4 '-", max_size=8), st.sampled_from(["en", "fr", "de", "es"]))
def test_plain_names_are_folded_as_any_others(name: str, language: str) -> None:
    assert fold(name, language) == fold(name + " \u00a0", language)  # which keeps it from the short way
