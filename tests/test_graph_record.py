"""The record as RDF and back: what is written is read again."""

from __future__ import annotations

import pytest
from graph_samples import BASE, EVIDENCE, QUESTIONS, RG, SKOS, SOURCE, SOURCES, TERMS, sample, stated
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from rolegraph.graph import Evidence, KnowledgeGraph, Place, Question, Source, Statement, Term, Text
from rolegraph.graph.quads import evidence_iri

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
TEXTS = st.builds(Text, WORDS, st.sampled_from(["", "en", "de", "pt-br"]))
IRIS = st.text("abcdefgh-", min_size=1, max_size=8).map(lambda name: f"{BASE}{name}")
PLACES = st.builds(
    lambda source, first, more: Place(f"{BASE}source/{source}.md", first, first + more),
    st.text("abc", min_size=1, max_size=3),
    st.integers(1, 99),
    st.integers(0, 9),
)


def ordered(texts: set[Text]) -> tuple[Text, ...]:
    rank = {"en": 0, "": 1}
    return tuple(sorted(texts, key=lambda text: (rank.get(text.language, 2), text.language, text.value)))


TEXT_SETS = st.sets(TEXTS, max_size=3).map(ordered)
RECORD_TERMS = st.builds(
    lambda iri, label, abbreviations, alternatives, definitions, kinds, mention, places: Term(
        iri,
        label,
        tuple(text for text in abbreviations if text != label),
        tuple(text for text in alternatives if text != label),
        definitions,
        tuple(sorted(RG + kind for kind in kinds)),
        mention,
        tuple(sorted(places)),
    ),
    IRIS,
    TEXTS,
    TEXT_SETS,
    TEXT_SETS,
    TEXT_SETS,
    st.sets(st.sampled_from(["Role", "System", "Metric"]), max_size=2),
    st.booleans(),
    st.sets(PLACES, max_size=2),
)
QUALIFIERS = st.fixed_dictionaries(
    {},
    optional={
        "share": st.sampled_from(["0.2", "0.25", "1"]),
        "hedge": st.sampled_from(["often", "usually"]),
        "context": WORDS,
        "attribution": WORDS,
        "review": st.sampled_from(["accepted", "changed"]),
        "optional": st.sampled_from(["true", "false"]),
    },
).map(lambda found: tuple(sorted(found.items())))
RECORD_EVIDENCE = st.builds(
    Evidence,
    st.builds(Statement, IRIS, st.sampled_from([RG + "uses", SKOS + "broader"]), st.one_of(IRIS, TEXTS)),
    TEXTS,
    PLACES,
    QUALIFIERS,
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 100).map(lambda hundredths: hundredths / 100)),
    st.sampled_from(["", "genus", "verb cue"]),
    st.integers(0, 400),
)


def test_record_is_read_back_as_it_was_written() -> None:
    kg = sample()
    assert kg.terms(mentions=True) == sorted(TERMS, key=lambda term: term.label.value.lower())
    assert kg.evidence() == list(EVIDENCE)
    assert kg.questions() == list(QUESTIONS)
    assert kg.sources() == list(SOURCES)


@given(st.lists(RECORD_TERMS, max_size=4, unique_by=lambda term: term.iri))
def test_any_terms_are_read_back(terms: list[Term]) -> None:
    kg = KnowledgeGraph.from_record(terms, [], base=BASE)
    assert {one.iri: one for one in kg.terms(mentions=True)} == {one.iri: one for one in terms}


@given(st.lists(RECORD_EVIDENCE, max_size=4, unique=True))
def test_any_evidence_is_read_back(evidence: list[Evidence]) -> None:
    kg = KnowledgeGraph.from_record([], evidence, base=BASE)
    assert set(kg.evidence()) == set(evidence)


def test_evidence_asserts_its_statement_and_negative_evidence_does_not() -> None:
    kg = sample()
    uses = Quad(
        NamedNode(f"{BASE}product-manager"), NamedNode(RG + "uses"), NamedNode(f"{BASE}crm"), DefaultGraph()
    )
    assert uses in kg.store
    assert not list(kg.store.quads_for_pattern(None, NamedNode(RG + "measuredBy"), None))


def test_mentions_stand_outside_the_scheme_and_entries_in_it() -> None:
    members = sample().query("SELECT ?term { ?term skos:inScheme ?scheme } ORDER BY ?term")
    assert not isinstance(members, bool | list)
    found = {row["term"].value for row in members}
    assert found == {term.iri for term in TERMS if not term.mention}


def test_base_is_the_scheme_with_its_title() -> None:
    kg = sample()
    assert kg.base == BASE
    assert kg.query('ASK { <https://example.org/id/> a skos:ConceptScheme ; dcterms:title "Roles" }') is True


def test_title_may_have_a_language() -> None:
    kg = KnowledgeGraph.from_record([], [], base=BASE, title=Text("Rollen", "de"))
    assert kg.query('ASK { ?scheme dcterms:title "Rollen"@de }') is True


def test_same_evidence_has_the_same_iri_and_other_evidence_another() -> None:
    first = stated("Engineer", "uses", "CRM")
    assert evidence_iri(first, BASE) == evidence_iri(stated("Engineer", "uses", "CRM"), BASE)
    assert len(evidence_iri(first, BASE).removeprefix(f"{BASE}evidence/")) == 12
    others = [
        first._replace(negative=True),
        first._replace(place=Place(SOURCE + "x", 5, 5)),
        first._replace(quote=Text("Other words.")),
    ]
    assert len({evidence_iri(one, BASE) for one in [first, *others]}) == 4


def test_line_of_evidence_does_not_change_its_iri() -> None:
    first = stated("Engineer", "uses", "CRM")
    moved = first._replace(place=Place(first.place.source, 60, 60))
    assert evidence_iri(first, BASE) == evidence_iri(moved, BASE)
    assert len(KnowledgeGraph.from_record([], [first, moved], base=BASE).evidence()) == 2


def test_share_is_a_decimal_and_optional_a_boolean_while_odd_values_stay_text() -> None:
    typed = stated("Engineer", "uses", "CRM")._replace(qualifiers=(("optional", "true"), ("share", "0.2")))
    odd = stated("Engineer", "uses", "CRM", 9)._replace(
        qualifiers=(("optional", "maybe"), ("share", "a fifth"))
    )
    kg = KnowledgeGraph.from_record([], [typed, odd], base=BASE)
    assert kg.query("ASK { ?e rg:share 0.2 ; rg:optional true }") is True
    assert kg.query('ASK { ?e rg:share "a fifth" ; rg:optional "maybe" }') is True
    assert kg.evidence() == [typed, odd]


def test_store_rewrites_decimals_and_puts_language_tags_in_lower_case() -> None:
    said = Evidence(
        Statement(f"{BASE}a", RG + "uses", f"{BASE}b"),
        Text("Words", "en-GB"),
        Place(SOURCE, 1, 1),
        (("share", "0.20"),),
    )
    read = KnowledgeGraph.from_record([], [said], base=BASE).evidence()[0]
    assert (read.quote.language, read.qualifiers) == ("en-gb", (("share", "0.2"),))


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        ({"subject": "Product manager"}, [4, 5, 8]),
        ({"object": "Product manager"}, [3, 6]),
        ({"relation": "uses"}, [4]),
        ({"relation": RG + "uses"}, [4]),
        ({"relation": "usedBy", "subject": "CRM"}, [4]),
        ({"subject": "Product manager", "relation": RG + "measuredBy", "object": "Ticket volume"}, [8]),
        ({"subject": "Product manager", "relation": RG + "uses", "object": "Engineer"}, []),
        ({"subject": "Engineer", "relation": "collaboratesWith", "object": "Product manager"}, [5]),
        ({"object": Text("1950s", "en")}, [9]),
        ({}, [3, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_evidence_is_found_by_pattern(pattern: dict[str, str | Text], lines: list[int]) -> None:
    found = sample().evidence(**pattern)  # type: ignore[arg-type]
    assert [one.place.first for one in found] == lines


def test_evidence_without_object_is_passed_over() -> None:
    kg = sample()
    broken = NamedNode(f"{BASE}evidence/broken")
    kg.store.add(
        Quad(broken, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"), NamedNode(f"{BASE}crm"))
    )
    kg.store.add(Quad(broken, NamedNode(RG + "quote"), Literal("So what?")))
    assert kg.evidence(subject="CRM") == []


def test_questions_are_found_by_term() -> None:
    kg = sample()
    assert kg.questions("PRODUCT MANAGERS") == list(QUESTIONS)
    assert kg.questions("Engineer") == []


def test_question_without_place_or_term_is_read() -> None:
    question = Question(f"{BASE}q/1", "", Text("Why?"), Text("So."), Place("", 0, 0))
    assert KnowledgeGraph.from_record([], [], [question], base=BASE).questions() == [question]


def test_source_without_path_is_named_by_its_iri() -> None:
    source = Source(f"{BASE}source/a%20b.md", "")
    assert KnowledgeGraph.from_record([], [], [], [source], base=BASE).sources()[0].name == "a b.md"


def test_place_of_a_whole_source_is_the_source() -> None:
    assert Place(SOURCE, 0, 0).iri == SOURCE
    assert Place.from_iri(SOURCE) == Place(SOURCE, 0, 0)


@given(PLACES)
def test_any_place_is_read_back_from_its_iri(place: Place) -> None:
    assert Place.from_iri(place.iri) == place


@pytest.mark.parametrize(
    "iri", ["https://a.b/c#line=x,2", "https://a.b/c#line=1", "https://a.b/c#top", "https://a.b/c#line=²,3"]
)
def test_another_fragment_is_no_place_in_a_source(iri: str) -> None:
    assert Place.from_iri(iri) == Place(iri, 0, 0)
