"""Collections: groups of terms under a name, kept apart from the terms' own relations."""

from __future__ import annotations

import pytest

from rolegraph.graph import Collection, KnowledgeGraph, Term, Text, UnknownCollection

BASE = "https://example.org/"
RFQ = Term(BASE + "rfq", Text("Request for quotation", "en"))
SOW = Term(BASE + "sow", Text("Statement of work", "en"))
TOIL = Term(BASE + "toil", Text("Toil", "en"))
SOURCING = Collection(BASE + "collection/sourcing", Text("Sourcing", "en"), (RFQ.iri,))
BUYING = Collection(BASE + "collection/buying", Text("Buying", "en"), (SOURCING.iri, SOW.iri))


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_record([RFQ, SOW, TOIL], [], collections=[SOURCING, BUYING], base=BASE)


def test_collections_are_read_back(graph: KnowledgeGraph) -> None:
    assert graph.collections() == [BUYING, SOURCING]


def test_collections_of_a_term_are_those_it_is_a_member_of(graph: KnowledgeGraph) -> None:
    assert graph.collections("Request for quotation") == [SOURCING]
    assert graph.collections(TOIL) == []


def test_terms_of_a_collection_include_those_of_the_collections_in_it(graph: KnowledgeGraph) -> None:
    assert graph.terms(collection="buying") == [RFQ, SOW]
    assert graph.terms(collection="Sourcing") == [RFQ]


def test_unknown_collection_is_told_with_names_that_come_close(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownCollection, match="no collection is named 'Sorcing'; did you mean 'Sourcing'"):
        graph.terms(collection="Sorcing")


def test_collection_is_no_term_and_relates_none(graph: KnowledgeGraph) -> None:
    assert graph.terms(mentions=True) == [RFQ, SOW, TOIL]
    assert graph.relations() == []


def test_collections_keep_the_shapes(graph: KnowledgeGraph) -> None:
    assert [finding for finding in graph.validate() if "collection" in finding.message.lower()] == []
