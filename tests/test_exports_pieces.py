"""A recorded graph is written in pieces: the same bytes as from its store, whatever is in it."""

from __future__ import annotations

import io

import export_samples as samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolegraph.exports.pieces import pieces_of
from rolegraph.exports.turtle import write_recorded, write_turtle
from rolegraph.graph import (
    Collection,
    Evidence,
    KnowledgeGraph,
    Place,
    Question,
    Source,
    Statement,
    Term,
    Text,
)
from rolegraph.graph.recorded import Recorded
from rolegraph.ontology import PREFIXES, RG, SKOS, load

BASE = "https://example.org/id/"
WORDS = st.text(st.sampled_from("aAbB\"\\\n\t\x07 :/#.éß'"), min_size=1, max_size=4)
TEXTS = st.builds(Text, WORDS, st.sampled_from(["", "en", "de", "en-GB"]))
NAMES = st.sampled_from(["agent", "agent-2", "queue", "a/b", "a.b", "ä"])
IRIS = NAMES.map(lambda name: BASE + name)
PLACES = st.builds(
    Place, st.sampled_from([f"{BASE}source/a.md", f"{BASE}source/b%20c.md"]), st.just(1), st.just(2)
)
TERMS = st.builds(
    Term,
    IRIS,
    TEXTS,
    abbreviations=st.lists(TEXTS, max_size=2).map(tuple),
    alternatives=st.lists(TEXTS, max_size=2).map(tuple),
    definitions=st.lists(TEXTS, max_size=1).map(tuple),
    classes=st.lists(st.sampled_from([RG + "Role", SKOS + "ConceptScheme"]), max_size=1).map(tuple),
    mention=st.booleans(),
    places=st.lists(PLACES, max_size=2).map(tuple),
    translations=st.lists(TEXTS, max_size=2).map(tuple),
)
EVIDENCE = st.builds(
    Evidence,
    st.builds(
        Statement, IRIS, st.sampled_from([RG + "uses", SKOS + "related", SKOS + "prefLabel"]), IRIS | TEXTS
    ),
    TEXTS,
    PLACES,
    negative=st.booleans(),
    qualifiers=st.sampled_from([(), (("hedge", "often"),), (("share", "0.50"),)]),
    confidence=st.sampled_from([None, 0.5, 0.25, 1.0]),
    rule=st.sampled_from(["", "genus"]),
)
QUESTIONS = st.builds(Question, NAMES.map(lambda name: f"{BASE}question/{name}"), IRIS, TEXTS, TEXTS, PLACES)
SOURCES = st.builds(
    Source, NAMES.map(lambda name: f"{BASE}source/{name}"), WORDS, st.sampled_from(["", "A", "b"])
)
COLLECTIONS = st.builds(
    Collection,
    NAMES.map(lambda name: f"{BASE}collection/{name}"),
    TEXTS,
    st.lists(IRIS, max_size=2).map(tuple),
)


def unique(values: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    return st.lists(values, max_size=4, unique_by=lambda one: one.iri)  # type: ignore[attr-defined]


RECORDED = st.builds(
    Recorded,
    unique(TERMS),
    st.lists(EVIDENCE, max_size=6),
    unique(QUESTIONS),
    unique(SOURCES),
    unique(COLLECTIONS),
    st.just(BASE),
    st.sampled_from(["", "Roles"]),
    st.sampled_from(["", "de"]),
)


def whole(recorded: Recorded) -> bytes:
    stream = io.BytesIO()
    write_turtle(recorded.store(), stream, prefixes=PREFIXES, base=recorded.base)
    return stream.getvalue()


def in_pieces(recorded: Recorded) -> bytes:
    stream = io.BytesIO()
    write_recorded(recorded, stream, prefixes=PREFIXES, least=1)
    return stream.getvalue()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDED)
def test_pieces_give_the_bytes_of_the_store(recorded: Recorded) -> None:
    assert in_pieces(recorded) == whole(recorded)


def test_each_term_of_its_own_label_is_a_piece_with_its_evidence() -> None:
    recorded = samples.glossary().recorded
    assert recorded is not None
    pieces = pieces_of(recorded, 1)
    assert pieces is not None
    sizes = [len(piece) for piece in pieces]
    assert len(sizes) > len(recorded.terms)
    assert in_pieces(recorded) == whole(recorded)


def test_a_statement_about_no_term_is_written_whole() -> None:
    said = Evidence(Statement(f"{BASE}a", RG + "uses", f"{BASE}b"), Text("a uses b"), Place("", 0, 0))
    recorded = KnowledgeGraph.from_record([], [said], base=BASE).recorded
    assert recorded is not None
    assert pieces_of(recorded) is None
    assert in_pieces(recorded) == whole(recorded)


def test_a_graph_is_recorded_until_its_store_is_asked_for() -> None:
    values = samples.glossary().recorded
    assert values is not None
    kg = KnowledgeGraph(values, ontology=load())
    counted = kg.relation_counts()
    before, size, after = kg.recorded, len(kg.store), kg.recorded
    assert before is not None
    assert size
    assert after is None
    assert kg.relation_counts() == counted
