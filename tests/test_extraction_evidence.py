"""Evidence: every statement shows the words it was taken from, where they stand, and how far they hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from extraction_samples import GLOSSARY, built, labels, triple
from test_extraction_articles import FAMILY, MARKDOWN, PLAIN, ROLE
from test_extraction_tables import HEADERS, table

from rolegraph.extraction import Build, build
from rolegraph.graph import Place, Text

LINKED = """\
# Service desk

The **service desk** is the *first* contact of a user with [IT operations](ops.md), and it
relies on a `ticket system`. It doesn't report to
[recruiters](recruiter.md); agents often work with the [team lead](#team-lead).

- It owns tickets, e.g. [outages](ops.md), and no budget.

## Team lead

A team lead – also called *shift lead* – manages 5 agents.
"""
WRAPPED = """\
Talent partner

A talent partner (TP) is a recruiter who works closely with one
business unit and plans its hiring over the long
term. The role reports to the head of talent.
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of documents of every form."""
    return built(folder_of(tmp_path_factory), **DOCUMENTS)


DENIALS = """\
# Growth manager

A growth manager isn't responsible for payroll, and is measured in retention rather than in revenue.

Growth managers never report to recruiters. They work with designers, not project managers.
"""
DOCUMENTS = {
    "growth_md": DENIALS,
    "glossary_md": GLOSSARY,
    "release_txt": PLAIN,
    "rm_md": MARKDOWN,
    "payroll_md": ROLE,
    "family_md": FAMILY,
    "fleet_md": table(HEADERS[1]),
    "desk_md": LINKED,
    "partner_txt": WRAPPED,
}


def folder_of(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("documents")


def bare(text: str) -> str:
    """Fold white space and take Markdown mark-up away."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`|#]|^\s*[-:]\s", " ", text, flags=re.MULTILINE)
    return re.sub(r"\W+", " ", text).strip()


def lines_at(place: Place) -> str:
    name = place.source.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    return "\n".join(DOCUMENTS[f"{stem}_{ending}"].split("\n")[place.first - 1 : place.last])


def test_quote_stands_in_the_source_at_its_lines(found: Build) -> None:
    assert len(found.evidence) > 60
    elsewhere = [each for each in found.evidence if bare(each.quote.value) not in bare(lines_at(each.place))]
    assert elsewhere == []


def test_lines_of_a_quote_are_no_more_than_it_stands_on(found: Build) -> None:
    prose = [each for each in found.evidence if not each.quote.value.endswith("?")]
    for each in prose:
        lines = lines_at(each.place).split("\n")
        assert bare(lines[0]).split()[-1:] != [] or len(lines) == 1
        assert any(word in bare(each.quote.value).split() for word in bare(lines[0]).split())
        assert any(word in bare(each.quote.value).split() for word in bare(lines[-1]).split())


def test_negative_evidence_has_no_triple(found: Build) -> None:
    denied = [each for each in found.evidence if each.negative]
    assert len(denied) >= 2
    stated = {each.statement for each in found.evidence if not each.negative}
    relations = {
        (each.subject.iri, each.relation_type.iri, end_of(each.object))
        for term in found.terms
        for each in found.graph.relations(term)
        if not each.inverse
    }
    for each in denied:
        if each.statement not in stated:
            assert tuple(each.statement) not in relations


def end_of(end: object) -> object:
    return end if isinstance(end, Text) else getattr(end, "iri", end)


def test_every_end_of_a_relation_is_a_term_of_the_graph(found: Build) -> None:
    iris = {term.iri for term in found.terms}
    ends = [end for each in found.evidence for end in (each.statement.subject, each.statement.object)]
    assert [end for end in ends if isinstance(end, str) and end not in iris] == []
    assert iris == {term.iri for term in found.graph.terms(mentions=True)}


def test_every_mention_stands_in_some_relation(found: Build) -> None:
    ends = {end for each in found.evidence for end in (each.statement.subject, each.statement.object)}
    assert [term.label.value for term in found.terms if term.mention and term.iri not in ends] == []


def test_every_place_lies_within_its_source(found: Build) -> None:
    places = [each.place for each in found.evidence] + [
        place for term in found.terms for place in term.places
    ]
    assert [place for place in places if not 1 <= place.first <= place.last] == []
    assert [place for place in places if not lines_at(place)] == []


def test_symmetric_statement_is_said_once_for_a_sentence(found: Build) -> None:
    names = labels(found)
    symmetric = [
        (
            frozenset({triple(each, names)[0], triple(each, names)[2]}),
            each.statement.relation,
            each.place,
            each.quote,
        )
        for each in found.evidence
        if found.graph.ontology.relation_type(each.statement.relation).symmetric
    ]
    assert len(symmetric) == len(set(symmetric))


def test_graph_breaks_no_shape(found: Build) -> None:
    assert [finding for finding in found.graph.validate() if finding.severity == "Violation"] == []


def test_no_term_is_its_own_relative(found: Build) -> None:
    assert [each for each in found.evidence if each.statement.subject == each.statement.object] == []


def test_no_mention_is_named_by_a_word_that_names_nothing(found: Build) -> None:
    empty = {"e.g.", "etc", "it", "they", "role", "way", "thing", "one", "others", "day"}
    assert [
        term.label.value for term in found.terms if term.mention and term.label.value.lower() in empty
    ] == []


def test_empty_build_is_a_valid_graph(tmp_path: Path) -> None:
    assert build([str(tmp_path)]).graph.validate() == []


def test_line_of_a_longer_quote_is_that_of_its_later_end(tmp_path: Path) -> None:
    lines = (
        "# Team lead\n\nA team lead is a role. Team leads work with clerks,\n"
        "drivers\nand porters.\n\nThey rely on a map.\n"
    )
    (tmp_path / "lead.md").write_text(lines, encoding="utf-8")
    (tmp_path / "words.md").write_text(
        "- Porter: a role.\n- Map: a tool.\n- Clerk: a role.\n- Driver: a role.\n", encoding="utf-8"
    )
    kg = build([str(tmp_path)], min_confidence=0).graph
    found = {
        kg.term(str(each.statement.object)).label.value: each for each in kg.evidence(subject="Team lead")
    }
    assert (found["Porter"].place.first, found["Porter"].place.last, found["Porter"].line) == (3, 5, 5)
    assert (found["Map"].place.first, found["Map"].line) == (7, 0)
