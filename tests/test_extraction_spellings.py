"""Spellings of one name: capitals of abbreviations, plurals, hyphens."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples

from rolegraph.graph import fold

CLERK = "# Clerk\n\nA clerk is a role. Clerks use {}.\n"


def used(folder: Path, terms: str, said: str) -> str:
    """Give what clerks are found to use."""
    found = built(folder, terms_md=f"# Words\n\n{terms}\n- Zebra: an animal.\n", clerk_md=CLERK.format(said))
    (end,) = [
        end
        for subject, relation, end in triples(found, "clerk.md")
        if (subject, relation) == ("Clerk", "uses")
    ]
    return end


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("the CAVE", "CAVE (room)"),
        ("the cave", "Cave (hollow)"),
        ("a Cave", "Cave (hollow)"),
        ("CAVEs", "CAVE (room)"),
    ],
)
def test_code_and_word_of_the_same_letters_are_told_apart_by_their_case(
    tmp_path: Path, said: str, term: str
) -> None:
    terms = "- CAVE: a room whose walls are screens.\n- Cave: a hollow under the hill."
    assert used(tmp_path, terms, said) == term


@pytest.mark.parametrize(
    ("terms", "said", "term"),
    [
        ("- Air conditioning (AC): a system.", "the AC", "Air conditioning"),
        ("- Air conditioning (AC): a system.", "the ac", "ac"),
        ("- Key performance indicator (KPI): a metric.", "KPIs", "Key performance indicator"),
        ("- Key performance indicators (KPIs): metrics.", "a KPI", "Key performance indicators"),
        ("- OKRs: a method.", "an OKR", "OKRs"),
        ("- Software as a service (SaaS): a model.", "SAAS", "Software as a service"),
        ("- Software as a service (SaaS): a model.", "saas", "saas"),
    ],
)
def test_abbreviation_is_meant_in_its_own_case_and_in_any_number(
    tmp_path: Path, terms: str, said: str, term: str
) -> None:
    assert used(tmp_path, terms, said) == term


def test_glossary_in_capitals_has_no_codes_for_that(tmp_path: Path) -> None:
    terms = "- BANK: A FIRM.\n- BORROWER: ONE WHO OWES.\n- COLLATERAL: WHAT IS PLEDGED.\n- LOAN: A SUM."
    documents = {"terms_md": f"# WORDS\n\n{terms}\n", "clerk_md": CLERK.format("the loan")}
    assert ("Clerk", "uses", "LOAN") in triples(built(tmp_path, **documents), "clerk.md")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("E-mail", "email"),
        ("E-mail", "e-mails"),
        ("E-mail", "e mail"),
        ("Email", "e-mails"),
        ("Onboarding", "on-boarding"),
        ("Follow-up", "follow ups"),
        ("Health care", "healthcare"),
        ("Healthcare", "health-care"),
        ("Policy", "policies"),
        ("Bias", "biases"),
        ("Bacterium", "bacteria"),
    ],
)
def test_number_and_hyphens_are_folded(tmp_path: Path, term: str, said: str) -> None:
    assert used(tmp_path, f"- {term}: a thing.", said) == term


@pytest.mark.parametrize(("term", "said"), [("Goods", "a good"), ("Customs", "a custom"), ("News", "a new")])
def test_plural_whose_singular_is_another_word_is_not_folded(tmp_path: Path, term: str, said: str) -> None:
    documents = {
        "terms_md": f"# Words\n\n- {term}: a thing.\n- Zebra: an animal.\n",
        "clerk_md": CLERK.format(f"{said} rule"),
    }
    assert all(term not in triple for triple in triples(built(tmp_path, **documents), "clerk.md"))


def test_entries_that_differ_by_a_hyphen_are_one_term(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a_md="# Words\n\n- E-mail: a message that is sent by a computer.\n- Net: a tool.\n",
        b_md="# Words\n\n- Email: a message from one computer to another.\n- Map: a picture.\n",
    )
    assert set(entries(found)) == {"E-mail", "Net", "Map"}


@pytest.mark.parametrize(
    ("plural", "one"),
    [("gases", "gas"), ("lenses", "lens"), ("statuses", "status"), ("fungi", "fungus"), ("leaves", "leave")],
)
def test_plural_meets_its_singular(plural: str, one: str) -> None:
    assert fold(plural) == fold(one)


@pytest.mark.parametrize("word", ["news", "series", "means"])
def test_word_that_only_looks_like_a_plural_stays(word: str) -> None:
    assert fold(word) == word
