"""What a text denies is no fact: it is kept as negative evidence, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import GLOSSARY, built, labels, triple, triples

from rolegraph.extraction.layout.denying_titles import denies


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that recruiters report to project managers.",
        "It is wrong to say that project managers manage recruiters.",
        "Nobody expects project managers to manage recruiters.",
        "It isn't the project manager who manages recruiters.",
        "Few recruiters report to project managers.",
        "We doubt that recruiters report to project managers.",
        "Hardly any recruiters report to project managers.",
    ],
)
def test_denied_fact_is_negative_evidence_and_no_triple(tmp_path: Path, sentence: str) -> None:
    found = built(tmp_path, names_md=GLOSSARY, a_md=f"# Scrum\n\nScrum is a framework. {sentence}\n")
    told = [each for each in found.evidence if each.quote.value == sentence]
    assert not [each for each in told if not each.negative]
    assert ("Recruiter", "reportsTo", "Project manager") in [triple(each, labels(found)) for each in told]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("A recruiter is not a synonym for project managers.", "synonymOf"),
        ("A recruiter is not a good measure of project managers.", "measuredBy"),
    ],
)
def test_what_a_noun_denies_is_negative_evidence(tmp_path: Path, sentence: str, relation: str) -> None:
    found = built(tmp_path, names_md=GLOSSARY, a_md=f"# Scrum\n\nScrum is a framework. {sentence}\n")
    told = [each for each in found.evidence if each.quote.value == sentence]
    assert [triple(each, labels(found))[1] for each in told if each.negative] == [relation]
    assert all(each.negative for each in told)


@pytest.mark.parametrize(
    "sentence",
    ["Recruiters are hardly ever used by project managers.", "Project managers stopped using Scrum."],
)
def test_what_is_hardly_ever_or_no_longer_used_is_not_used(tmp_path: Path, sentence: str) -> None:
    found = built(tmp_path, names_md=GLOSSARY, a_md=f"# Scrum\n\nScrum is a framework. {sentence}\n")
    told = [each for each in found.evidence if each.quote.value == sentence]
    assert all(each.negative for each in told)


def test_clause_after_nor_is_denied(tmp_path: Path) -> None:
    sentence = "Recruiters are not responsible for the backlog, nor do they own the roadmap."
    found = built(
        tmp_path, names_md=GLOSSARY, a_md=f"# Recruiter\n\nA recruiter fills vacancies. {sentence}\n"
    )
    told = [each for each in found.evidence if each.quote.value == sentence]
    assert sorted(triple(each, labels(found))[2].lower() for each in told) == ["backlog", "roadmap"]
    assert all(each.negative for each in told)


@pytest.mark.parametrize(
    "sentence", ["Recruiters used to report to project managers.", "Recruiters used to use Scrum."]
)
def test_past_habit_says_nothing(tmp_path: Path, sentence: str) -> None:
    found = built(tmp_path, names_md=GLOSSARY, a_md=f"# Waterfall\n\nWaterfall is a method. {sentence}\n")
    assert not [each for each in found.evidence if each.quote.value == sentence]


def test_need_not_is_no_need(tmp_path: Path) -> None:
    found = built(tmp_path, squad_md="# Squad\n\nA squad is a team. Each squad need not wait for others.\n")
    assert {each.quote.value for each in found.evidence} == {"A squad is a team."}


def test_what_follows_a_denial_is_stated(tmp_path: Path) -> None:
    sentence = "It is not true that recruiters manage designers; recruiters report to project managers."
    found = built(tmp_path, names_md=GLOSSARY, a_md=f"# Scrum\n\nScrum is a framework. {sentence}\n")
    told = {
        (triple(each, labels(found)), each.negative)
        for each in found.evidence
        if each.quote.value == sentence
    }
    assert (("Recruiter", "reportsTo", "Project manager"), False) in told
    assert (("Designer", "reportsTo", "Recruiter"), True) in told


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Berater nutzen kaum SAP."),
        ("de", "Berater nutzen fast nie SAP."),
        ("de", "Berater nutzen nicht mehr SAP."),
        ("fr", "Un berater n'utilise presque jamais SAP."),
        ("fr", "Un berater n'utilise guère SAP."),
        ("es", "El berater apenas utiliza SAP."),
        ("es", "El berater casi nunca utiliza SAP."),
    ],
)
def test_scarcely_denies_in_other_languages(tmp_path: Path, language: str, sentence: str) -> None:
    found = built(tmp_path, a_md=f"---\nlang: {language}\n---\n# Berater\n\n{sentence}\n")
    told = [(triple(each, labels(found)), each.negative) for each in found.evidence]
    assert told == [(("Berater", "uses", "SAP"), True)]


@pytest.mark.parametrize(
    "heading",
    [
        "## Clerks do not",
        "## You will not",
        "## The clerk does not:",
        "## Out of scope",
        "## Not responsible for",
        "**You won't:**",
        "A clerk does not:",
    ],
)
def test_items_below_a_denying_heading_are_no_duties(tmp_path: Path, heading: str) -> None:
    text = f"# Clerk\n\n## Responsibilities\n\n- Sort letters\n\n{heading}\n\n- Approve payments\n- Managing people\n"
    found = built(tmp_path, a_md=text)
    told = {(triple(each, labels(found))[2], each.negative) for each in found.evidence}
    assert {negative for target, negative in told if "etters" in target} == {False}
    assert {negative for target, negative in told if "etters" not in target} == {True}


def test_heading_that_denies_is_no_term(tmp_path: Path) -> None:
    found = built(
        tmp_path, a_md="# Clerk\n\nA clerk files letters.\n\n## What this role is not\n\n- A decision maker\n"
    )
    assert [term.label.value for term in found.terms if not term.mention] == ["Clerk"]
    assert not [each for each in found.evidence if not each.negative and "decision" in each.quote.value]


@pytest.mark.parametrize(
    "title",
    [
        "Not-for-profit partners",
        "Skills",
        "Dos",
        "Knot tying",
        "Scope",
        "Notes",
        "NOT",
        "Why not",
        "Do not call list",
    ],
)
def test_other_headings_deny_nothing(title: str) -> None:
    assert not denies(title)


@pytest.mark.parametrize(
    "text",
    ["No bank uses kaizen to cut costs.", "Kaizen fails to help:\n\n- Clerks\n- Porters"],
)
def test_what_fails_or_is_done_by_nobody_is_not_stated(tmp_path: Path, text: str) -> None:
    found = triples(built(tmp_path, page_md=f"# Kaizen\n\nKaizen is a method.\n\n{text}\n"), "page.md")
    assert {relation for _, relation, _ in found} <= {"broader"}
