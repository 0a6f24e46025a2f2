"""Web pages as plain text: what stands above an article, between its terms, and where signs were lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples

from rolegraph.extraction import Build


def names(build: Build, label: str) -> set[str]:
    """Give the other names of an entry."""
    entry = next(term for term in build.terms if term.label.value == label)
    return {each.value for each in (*entry.abbreviations, *entry.alternatives)}


def test_bare_headings_below_related_terms_are_related_and_not_all_of_a_list(tmp_path: Path) -> None:
    page = (
        "Berth fill rate\nDefinition\nBerth fill rate measures how full a quay is.\nLonger story\n"
        "A full quay earns more, and a ship waits longer for its place at it.\nRelated Terms\n"
        "Dwell time\nDwell time is the number of hours that a box spends in a yard.\n"
        "Tug\nA tug is a boat that pulls ships to their berth.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Berth fill rate", "Dwell time", "Tug"}
    related = {("Berth fill rate", "related", "Dwell time"), ("Berth fill rate", "related", "Tug")}
    assert related <= set(triples(build))


def test_way_through_the_site_and_part_of_speech_above_an_article_are_no_terms(tmp_path: Path) -> None:
    page = (
        "Find harbour terms by letter\n\nHOME > GLOSSARY >\nD\n>\nDwell Time (DT)\n\nDwell Time (DT)\n\nNoun\n\n"
        "Dwell time (DT) is a metric of how long a box stays in the yard of a terminal.\n\nExample:\n\n"
        "Quayside, a terminal, halved the dwell time of its boxes within one year.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Dwell Time"}
    assert names(build, "Dwell Time") == {"DT"}


def test_article_below_the_bare_name_of_its_list_keeps_its_labelled_items(tmp_path: Path) -> None:
    page = (
        "Terms\n\nBerth Planning System\n\nA berth planning system (BPS) is software to find a place for each ship.\n\n"
        "Key Features of Berth Planning Systems\n\nThese systems have a lot to offer. Their functions include:\n\n"
        "  • Forecasts: Tells when the next ship is due.\n  • Alerts: Warns when two ships are in each other's way.\n\n"
        "Benefits of Using a Berth Planning System\n\nPorts with such a system wait less for ships to come.\n\n"
        "  • Speed: Shortens the time that a ship waits.\n  • Safety: Keeps ships apart from each other.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth Planning System"}


def test_list_below_the_bare_name_of_it_stays_a_list(tmp_path: Path) -> None:
    page = (
        "Terms\n\nBerth\n\nA berth is a place where a ship lies.\n\nBerth planning\n\n"
        "Berth planning is the work of finding berths.\n\nBerth planner\n\nA berth planner is a person who plans.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Berth planning", "Berth planner"}


@pytest.mark.parametrize("date", ["march 4, 2021", "4 March 2021", "04.03.2021"])
def test_date_below_the_title_of_a_list_is_no_term(tmp_path: Path, date: str) -> None:
    page = (
        f"Essential Harbour Terms (Long Glossary)\n\n{date}\n\nHarbours have words of their own for each thing.\n\n"
        "Berth\n\nA berth is a place where a ship lies.\n\nTug\n\nA tug is a boat that pulls ships.\n\n"
        "Quay\n\nA quay is a wall where ships are loaded.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay"}


def test_heading_above_the_title_of_a_list_is_no_term(tmp_path: Path) -> None:
    page = (
        "Harbour Basics\n\nA–Z Harbour Glossary: Words for Clerks\n\nHarbours have words of their own.\n\n"
        "A–Z Harbour Glossary\n\nB\n\n  • Berth: Place where a ship lies.\n\nT\n\n  • Tug: Boat that pulls ships.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug"}


def test_line_that_leads_in_items_is_no_heading_among_terms_with_a_dash(tmp_path: Path) -> None:
    page = (
        "Quayology (Quay Terminology)\n\nBerth – A place where a ship lies.\n\n"
        "form of a berth:\n\nAs long as the ship.\n\n"
        "Tug – A boat that pulls ships.\n\nCrane – A machine that lifts boxes.\n\nParts of the crane:\n\n1. a hook\n\n"
        "2. a cabin\n\nYard – It is a place for boxes. It has these parts:\n1. rows\n2. stacks\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Crane", "Yard"}


@pytest.mark.parametrize(
    "rows",
    [
        "berth A place where a ship lies.\nall berths taken (ABT) A state in which no ship can come in.\n"
        "tug A boat that pulls ships to their place.\n",
        "BerthA place where a ship lies.\nAll berths taken (ABT)Describes that no ship can come in.\n"
        "TugTells of a boat that pulls ships.\n",
        "Berth A place where a ship lies.\nAll Berths Taken (ABT) The state in which no ship can come in.\n"
        "Tug A boat that pulls ships to their place.\n",
        "berth Place where a ship lies.\nAll Berths Taken (ABT) The state in which no ship can come in.\n"
        "Tug Tug is a word for a boat that pulls ships.\n",
    ],
    ids=["small letters", "stuck together", "articles", "each in its way"],
)
def test_rows_below_two_titles_are_terms_where_no_sign_parts_their_cells(tmp_path: Path, rows: str) -> None:
    build = built(tmp_path, page_txt=f"From a book on ports\n\nTerm Meaning\n{rows}")
    assert {label.casefold() for label in entries(build)} == {"berth", "all berths taken", "tug"}


def test_text_without_a_title_that_goes_on_about_one_thing_is_an_article_on_it(tmp_path: Path) -> None:
    page = (
        "DTM meaning refers to Dwell Time Management, a form of planning where boxes leave a yard sooner.\n"
        "The idea of DTM is new, and few ports know much about it yet.\n"
        "Table of Contents\n- Signs of DTM\n- Costs of DTM\n- Future of DTM\n- Conclusion\n"
    )
    build = built(tmp_path, page_txt=page)
    (label,) = entries(build)
    assert "DTM" in {label, *names(build, label)}


def test_end_of_a_definition_and_a_short_subject_give_other_names(tmp_path: Path) -> None:
    page = (
        "# Glossary\n\n## Yard work\n\n"
        "The tasks that a clerk does when a ship has left, sometimes referred to as wrap-up.\n\n"
        "## Berth occupancy\n\nThe share of time that a berth is taken. Occupancy is also called use rate.\n\n"
        "## Stacker\n\nA machine that puts boxes in rows, also called bays.\n"
    )
    build = built(tmp_path, page_md=page)
    assert names(build, "Yard work") == {"wrap-up"}
    assert names(build, "Berth occupancy") == {"use rate"}
    assert names(build, "Stacker") == set()


def test_index_of_the_list_above_an_article_is_no_list(tmp_path: Path) -> None:
    index = "B\nBallast\nBarge Master\nBerth Window\nC\nCrane Driver\nCargo Plan\nD\nDock Dues\n"
    page = (
        f"A Glossary of Port Terms\n{index}Dwell Time (DT)\nWhat is Dwell Time (DT)\n"
        "Dwell time (DT), also sometimes called yard time, is a metric of how long a box stays in a yard.\n"
        "A long dwell time is dear for the owner of a box.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Dwell Time"}
    assert names(build, "Dwell Time") == {"DT", "yard time"}


def test_broken_bar_of_letters_above_an_article_is_none_of_its_terms(tmp_path: Path) -> None:
    page = (
        "Glossary of port terms\n\nA B C\n\nD\n\nE\n\nM N O P\n\nQ\n\nZ\n\nWhat are berth figures?\n\n"
        "Berth figures are numbers that tell how well a berth is used.\n\nCommon Berth Figures:\n\n"
        "  1. Dwell time: How long a box stays.\n  2. Fill rate: How full a quay is.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"berth figures"}


def test_way_back_and_other_terms_of_the_site_are_no_part_of_an_article(tmp_path: Path) -> None:
    page = (
        "← All Words\n\nDwell Time\n\nDwell time is the number of hours that a box spends in a yard.\n\n"
        "More terms starting with D\n\n- Dock duesA fee for the use of a dock.\n- DraughtA depth that a ship needs.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwell Time"}


@pytest.mark.parametrize(
    "page",
    [
        "A berth plan in harbour work is a document that tells which ship lies where in the next days.\n"
        "Synonyms: Quay Plan, Berth Table\nBerth plans are of use to clerks who look ahead.\n"
        "A good berth plan takes a day to make.\n",
        "In plain terms, a berth plan (BP) is a paper that the clerk draws up for all ships as follows - \n"
        "- Ships. It names all ships of the week. \n- Berths. It names all places that are free. \n"
        "- Times. It tells the hours of each ship. \n",
    ],
    ids=["says it again", "leads in its parts"],
)
def test_text_without_a_title_on_one_thing_is_no_list(tmp_path: Path, page: str) -> None:
    assert set(entries(built(tmp_path, page_txt=page))) == {"berth plan"}


def test_line_between_a_term_and_its_text_is_no_term(tmp_path: Path) -> None:
    page = (
        "Port Glossary\n\nBerth\n\nWhere ships rest\n\nA berth is a place where a ship lies.\n\n"
        "Tug\n\nSmall but strong\n\nA tug is a boat that pulls ships.\n\n"
        "Quay\n\nThe long wall\n\nA quay is a wall where ships are loaded.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay"}


def test_line_that_sorts_several_terms_is_no_term(tmp_path: Path) -> None:
    cards = (("Berth", "Places"), ("Tug", "Boats"), ("Quay", "Places"), ("Barge", "Boats"))
    page = "Port words\n\n" + "".join(
        f"{term}\n\n{kind}\n\nA thing that is seen in a port.\n\n" for term, kind in cards
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Berth", "Tug", "Quay", "Barge"}


def test_same_headings_below_each_term_make_cards_of_it(tmp_path: Path) -> None:
    page = (
        "Port dictionary\n\nPort Glossary\n\n12 words, more each week\n\nKinds\n\nAll12\nYard figures7\n\n"
        "DT (Dwell Time)\n\nYard figures\n\nDefinition\n\nHours that a box spends in a yard. DT rises in winter.\n\n"
        "Formula\n\nDT = hours ÷ boxes\n\nWhy it matters\n\nDT costs money.\n\nRelated tools\n\n"
        "FR (Fill Rate)\n\nQuay figures\n\nDefinition\n\nShare of a quay that is taken.\n\nExample\n\n"
        "FR of 80%: one berth of five is free.\n\nWhy it matters\n\nA full quay earns more.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Dwell Time", "Fill Rate"}


def test_buttons_and_kinds_between_terms_are_none(tmp_path: Path) -> None:
    cards = (
        ("Berth (B)", "Places"),
        ("Tug", "Boats"),
        ("Quay", "Places"),
        ("Crane", "Tools"),
        ("Barge", "Boats"),
    )
    told = "A thing of some kind that is often seen in a port of the North."
    page = (
        "Learning Center\n\nPort Words & Terms Glossary\n\nLearn the words of the port.\n\n5 terms found\n\n"
    )
    page += "".join(f"{term}\n\n{kind}\n\n{told}\n\nRead More\n\n" for term, kind in cards)
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay", "Crane", "Barge"}


def test_rows_with_pipes_that_blank_lines_part_are_a_table(tmp_path: Path) -> None:
    rows = (
        ("Berth", "A place in the port \n   where a ship lies."),
        ("Tug", "A boat that pulls \n   ships."),
    )
    more = (("Quay", "A wall of stone \n   in the port."), ("Crane", "A machine that \n   lifts boxes."))
    page = "".join(f"   | {term} | \n   {told} \n   | \n \n \n" for term, told in (*rows, *more))
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay", "Crane"}


def test_pair_below_definition_alone_titles_the_page(tmp_path: Path) -> None:
    page = (
        "Definition\n\nDwell time: the hours that a box spends in a yard, which no one likes to pay for.\n\n"
        'Example usage\n\n"Our dwell time is up," the clerk said to the owner of the box.\n\nRelated Terms\n'
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwell time"}
