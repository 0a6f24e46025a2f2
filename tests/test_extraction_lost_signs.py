"""Lists in plain text whose signs or titles were lost: what tells them from articles, and their terms from texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries


def test_list_that_begins_with_a_role_is_no_page_on_roles(tmp_path: Path) -> None:
    page = (
        "Glossary of Key Port Terms\n\nWords that a clerk needs are told below, in plain speech for all:\n"
        "Berth Manager (BM)\nA BM is responsible for the places where ships lie.\n"
        "Berth Plan\nThis is a paper that tells which ship lies where.\n"
        "Dwell Time\nDwell time refers to the hours that a box spends in a yard.\n"
        "Key Account\nThese are owners of many ships with a need for care.\n"
        "Stakeholder\nStakeholders include all who live from the port.\n"
    )
    terms = {"Berth Manager", "Berth Plan", "Dwell Time", "Key Account", "Stakeholder"}
    assert set(entries(built(tmp_path, page_txt=page))) == terms


@pytest.mark.parametrize(
    "page",
    [
        "- all berths takenState in which no ship can come in\n- berthPlace where a ship lies\n"
        "- craneMachine that lifts boxes\n- quayWall where ships are loaded\n"
        "- tugBoat that pulls ships\n- yardField of boxes\n",
        "GLOSSARY\nAll berths taken State in which no ship can come in.\nBerth Place where a ship lies.\n"
        "Crane (lifter) Machine that lifts boxes.\nQuay work Work along a wall where ships are loaded.\n"
        "Tug boat Boat that pulls ships.\nYard line Line between two rows of boxes.\n",
    ],
    ids=["stuck together", "in the order of the alphabet"],
)
def test_rows_without_titles_and_signs_are_terms(tmp_path: Path, page: str) -> None:
    found = definitions(built(tmp_path, page_txt=page))
    assert len(found) == 6
    assert found[next(label for label in found if label.casefold().startswith("all"))][0].startswith(
        "State in"
    )


def test_texts_in_the_order_of_the_alphabet_without_such_a_title_are_no_rows(tmp_path: Path) -> None:
    page = "".join(
        f"{word} goes Back to the port each day, as all know.\n"
        for word in ("Ada", "Bob", "Cy", "Dan", "Eve")
    )
    assert entries(built(tmp_path, page_txt=page)) == {}


def test_sentences_below_letters_are_terms(tmp_path: Path) -> None:
    page = (
        "Glossary of Port Terms\nThese free lessons tell of ports and their words, and lead to more of them.\n"
        "Letters A-B\nAnchor work is the work of dropping anchors.\nBerth dues are fees charged for a place.\n"
        "Berth plan represents an outline of the next days.\nBox yard is a field of boxes.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {
        "Anchor work",
        "Berth dues",
        "Berth plan",
        "Box yard",
    }


def test_definitions_for_a_term_in_quotation_marks_need_not_name_it(tmp_path: Path) -> None:
    page = (
        'Definitions for "Dwell time"\nThe number of hours that a box spends in a yard.\n'
        "Use of a yard by a box until it leaves, counted in hours.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert definitions(build)["Dwell time"][0].startswith("The number of hours")


def test_letter_and_name_of_the_list_above_an_article_are_no_terms(tmp_path: Path) -> None:
    told = "and so they are of use to those who plan the work of a port for the days to come, " * 2
    page = (
        "Back to Glossary\nD\nGlossary Term\n\nDwell Time.\n\nLearn what Dwell Time means in a modern port.\n\n"
        "Dwell time (DT) is the number of hours that a box spends in a yard.\n\nDwell Time vs. Fill Rate\n\n"
        "One tells of hours and the other of space.\n\nYard Figures\n\n"
        f"DT figures are drawn up each night by a clerk, {told}as all know who have worked in a port for years.\n\n"
        "The DT Impact on Costs\n\nBoxes cost money each day.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwell Time"}


@pytest.mark.parametrize(
    "title",
    [
        "Glossary: PORTS",
        "top of page\n\nThe Ultimate Port Glossary for New Clerks\n\nAll that a clerk has to know.",
    ],
)
def test_title_of_a_list_and_its_subtitle_are_no_term(tmp_path: Path, title: str) -> None:
    page = (
        f"{title}\n\nWhat is a Berth?\n\nA place in a port where a ship lies.\n\n"
        "What is a Tug?\n\nA tug is a boat that pulls ships.\n\nWhat is a Quay?\n\nA quay is a wall.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay"}


def test_ways_to_more_and_words_of_others_below_an_article_are_no_terms(tmp_path: Path) -> None:
    page = (
        "Dwell Time\n\nDwell time is the number of hours that a box spends in a yard.\n\n"
        "Read more about Dwell Time: Costs, Ways to Less of It\n\nFamous quotes containing the word time:\n\n"
        "    Time and tide wait for none of us.\n    Ada Quay (20th century)\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwell Time"}
