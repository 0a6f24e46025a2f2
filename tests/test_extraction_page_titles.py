"""Where the title of a page is found when other lines hide it, and which lines around it are none of its matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries

from rolegraph.extraction import Build


def definition(build: Build, label: str) -> str:
    """Give the definition of an entry."""
    entry = next(term for term in build.terms if term.label.value == label)
    return entry.definitions[0].value if entry.definitions else ""


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (
            "GLOSSARY: Berth Wait Time (BWT)\n\nThe number of hours that a ship waits until a berth is free for it.\n",
            "Berth Wait Time",
        ),
        (
            "Definition for : Dock receipt or D/R\n\nNames a paper in which a clerk confirms that the goods have come.\n",
            "Dock receipt",
        ),
        (
            "Noun: dock dues\n  1. The fee that a ship pays for the use of a dock; it depends on its length\n",
            "dock dues",
        ),
        (
            "Glossary\nWords and Glossaries of Ports and Ships\nDwell time is the number of hours that a box is kept in "
            "a yard. Dwell time is a sign of how well the yard works.\n",
            "Dwell time",
        ),
        (
            "notes for each class\n\nthat tell what comes in the test\n\nDwell time\n\nfrom class:\n\nPorts and Yards\n\n"
            "Definition\n\nDwell time refers to the hours that a box is kept in a yard before it leaves.\n\n"
            "3 Facts You Must Know\n\n  1. Dwell time grows when there are too few trucks.\n",
            "Dwell time",
        ),
        (
            "Legal Definition\nDemurrage is a fee that a shipper pays when a box stays too long. A court may lower it.\n"
            "Plain-English Translation\nThink of a fine for a car that is parked for too long in a street.\n",
            "Demurrage",
        ),
    ],
    ids=["glossary", "definition for", "noun", "names of lists", "lines of a site", "translation"],
)
def test_title_is_found_behind_a_label_and_below_other_lines(tmp_path: Path, page: str, label: str) -> None:
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {label}
    assert definition(build, label)


def test_label_of_each_entry_is_no_label_of_the_title(tmp_path: Path) -> None:
    page = "Term: Berth\nDefinition: A place where a ship lies.\n\nTerm: Tug\nDefinition: A boat that pulls ships.\n"
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug"}


def test_title_said_again_before_read_more_is_a_button(tmp_path: Path) -> None:
    page = (
        "Glossary: 3 terms\n\nBerth\n\nA place where a ship lies while goods are taken off.\n\nBerth Read More »\n\n"
        "Tug\n\nA boat that pulls ships to their place.\n\nTug Read More »\n\n"
        "Quay\n\nA wall of stone along which ships lie.\n\nQuay Read More »\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay"}


@pytest.mark.parametrize("name", ["an example of demurrage", "the formula for demurrage"])
def test_question_about_something_of_a_term_asks_for_no_other_term(tmp_path: Path, name: str) -> None:
    page = (
        "What is demurrage?\n\nDemurrage is a fee for a box that stays too long.\n\n"
        f"What is {name}?\n\nOne box that stays for three days too long costs its owner three fees.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"demurrage"}


def test_definition_does_not_begin_with_its_headword_and_a_colon(tmp_path: Path) -> None:
    page = "Dwell Time\nDwell time: The hours that a box is kept in a yard.\nWhat dwell time means\nIt tells of delays.\n"
    assert (
        definition(built(tmp_path, page_txt=page), "Dwell Time") == "The hours that a box is kept in a yard."
    )


def test_sentence_with_other_names_between_commas_defines(tmp_path: Path) -> None:
    page = (
        "Dwell Time – Definition & Story – Port Words Glossary\n\nWhat is Dwell Time?\n\n"
        "Dwell time, also known as yard time, is the number of hours that a box is kept in a yard.\n\n"
        "What are the benefits of Dwell Time?\n\nDwell time provides ports with a sign of their delays.\n"
    )
    assert definition(built(tmp_path, page_txt=page), "Dwell Time").startswith("Dwell time, also known as")


def test_person_who_or_responsible_for_something_defines_a_role(tmp_path: Path) -> None:
    page = "Dock manager\nThe person responsible for keeping the dock free and ordering the tugs for each ship.\n"
    assert definition(built(tmp_path, page_txt=page), "Dock manager").startswith("The person responsible")
    page = "Dock manager\nThe individual in a port that orders the tugs and keeps the dock free for ships.\n"
    assert definition(built(tmp_path, page_txt=page), "Dock manager").startswith("The individual in a port")


def test_bare_lines_below_synonyms_are_other_names(tmp_path: Path) -> None:
    page = (
        "Dock Receipt\nDefinition: A dock receipt is a paper that confirms the coming of goods.\nSynonyms:\n"
        "Quay note\nWharf slip\nPort receipt\nRelated Terms:\nTug: A boat that pulls ships.\n"
    )
    build = built(tmp_path, page_txt=page)
    entry = next(term for term in build.terms if term.label.value == "Dock Receipt")
    assert {each.value for each in entry.alternatives} == {"Quay note", "Wharf slip", "Port receipt"}
