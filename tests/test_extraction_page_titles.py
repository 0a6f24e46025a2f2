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
            "GLOSSARY: Berth Wait Time (BWT)\n\nThe number of hours that a ship waits until a berth is free.\n",
            "Berth Wait Time",
        ),
        (
            "Definition for : Dock receipt or D/R\n\nNames a paper in which a clerk confirms "
            "that the goods have come.\n",
            "Dock receipt",
        ),
        (
            "Noun: dock dues\n  1. The fee that a ship pays for the use of a dock; it depends on its length\n",
            "dock dues",
        ),
        (
            "Glossary\nTerms & Glossaries of Ports and Ships\nDwell time is a term used in ports to refer to the "
            "hours that a box is kept. It grows with delays. Dwell time is a sign of how well a yard works.\n",
            "Dwell time",
        ),
        (
            "notes for each class\n\nthat tell what comes in the test\n\nDwell time\n\nfrom class:\n\n"
            "Ports and Yards\n\nDefinition\n\nDwell time refers to the hours that a box is "
            "kept in a yard before it leaves.\n\n"
            "3 Facts You Must Know\n\n  1. Dwell time grows when there are too few trucks.\n",
            "Dwell time",
        ),
        (
            "Legal Definition\nDemurrage is a fee that a shipper pays when a box stays too long. It is no fine.\n"
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
    page = "Term: Berth\nDefinition: A place for a ship.\n\nTerm: Tug\nDefinition: A boat that pulls ships.\n"
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug"}


def test_title_said_again_before_read_more_is_a_button(tmp_path: Path) -> None:
    page = (
        "Glossary: 3 terms\n\nBerth\n\nA place where a ship lies while goods are taken off.\n\nBerth Read More »\n\n"
        "Quay\n\nA wall of stone along which ships lie.\n\nQuay Read More »\n\n"
        "Tug\n\nA boat that pulls ships to their place.\n\nTug Read More »\n"
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
    page = "Dwell Time\nDwell time: The hours that a box is kept in a yard.\nWhat it means\nIt tells of delays.\n"
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


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (
            "Q. What is a Dock Receipt in Shipping?\n\nA dock receipt is a paper that "
            "confirms the coming of goods.\n\n"
            "A dock receipt is signed by a clerk, who counts the goods.\n\nKey Facts\n  • A clerk signs it\n",
            "Dock Receipt",
        ),
        (
            "Port term definitions\nDwell time\n🎉 THe fun definition:\nDwell time is like a "
            "guest who will not leave.\n"
            "🤓 THe nerdy definition:\nDwell time is the number of hours that a box is kept in a yard.\n",
            "Dwell time",
        ),
        (
            "Berth\n(Term of shipping)\nThe place of a ship in a port,\ntold by a number (eg: 8).\n"
            "The counterpart of the berth is the roadstead,\nwhere ships wait.\n",
            "Berth",
        ),
        (
            "The term Dwell Time has two main definitions. In ports, it refers to the hours that a box is kept.\n\n"
            "In the context of shops, Dwell Time refers to the minutes that a guest stays. A "
            "long Dwell Time is good.\n",
            "Dwell Time",
        ),
        (
            "All Port Terms\n\nDwell Time\n\nWhat is Dwell Time?\n\nThe hours that a box is kept in a yard.\n\n"
            "How to count Dwell Time:\n\nDwell Time = last hour - first hour\n",
            "Dwell Time",
        ),
        (
            "Dwell Time\nDefinition\nDwell time is the number of hours that a box is kept in a yard.\n"
            "Related terms\nPractice this term\nMaster Dwell Time in context by working through our tests.\n",
            "Dwell Time",
        ),
    ],
    ids=["question", "two definitions", "term of a trade", "two senses told", "asked below", "practice"],
)
def test_page_on_one_thing_is_read_as_such(tmp_path: Path, page: str, label: str) -> None:
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {label}
    assert definition(build, label)


def test_first_of_the_senses_below_definitions_is_the_definition(tmp_path: Path) -> None:
    page = (
        'Definitions for "Dock Receipt"\n1. A paper that confirms the coming of goods at a dock.\n'
        "A note between a clerk and a carrier that says what has come.\n"
    )
    assert definition(built(tmp_path, page_txt=page), "Dock Receipt").startswith("A paper that confirms")


def test_what_something_can_be_referred_to_as_is_another_name(tmp_path: Path) -> None:
    page = (
        "Dock clerk\n\nA dock clerk is a person who counts goods. A dock clerk can also "
        "be referred to as a Tallyman.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert {each.value for term in build.terms for each in term.alternatives} == {"Tallyman"}


def test_two_questions_side_by_side_are_two_entries(tmp_path: Path) -> None:
    page = (
        "What is a Tug?\n\nA tug is a boat that pulls ships to their place.\n\n"
        "What is a Barge?\n\nA barge is a flat boat that carries coal and sand.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Tug", "Barge"}


def test_what_leads_to_the_one_question_is_no_definition(tmp_path: Path) -> None:
    page = (
        "Solving the Riddle: Understanding What Lashing Means on Ships\n"
        "Ships have been loved for centuries, and their crews have words of their own. One of them is lashing, and "
        "we will tell all about it.\n"
        "What is Lashing on Ships?\nLashing is a way to tie goods to a deck so that they do not move.\n"
        "Why Should You Lash Your Boxes?\nSome do not see why they should take the time to do so.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Lashing"}
    assert definition(build, "Lashing").startswith("Lashing is a way")


def test_sounds_roots_and_words_of_the_site_around_a_card_are_no_terms(tmp_path: Path) -> None:
    page = (
        "demurrage\n(dĕ-mŭr′ăj)\nTo hear audio pronunciation of this topic, purchase a subscription or log in.\n"
        "[Fr. demeure, stay, + age]\nA fee for a box that stays too long in a yard, paid by its owner.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"demurrage"}
    assert definition(build, "demurrage").startswith("A fee")
    page = (
        "mdi-chevron-left Go Back\n\nBerth Planning System (BPS)\n\nA tool that finds a place for each ship.\n\n"
        "Port Glossary provided by\n\nBPS tools help ports to use their quays well, and to see delays early.\n\n"
        "Context of Use:\n\nBerth Planning System (BPS) is a tool used by ports to find a place for each ship.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth Planning System"}


def test_notice_of_where_a_text_is_from_is_no_entry(tmp_path: Path) -> None:
    page = (
        "Tug\n\nA tug, in ports, is a boat that pulls ships which cannot move by themselves.\n\n"
        "The above text is a snippet from Portpedia: Tug\n"
        "and as such is available under the Creative Commons License.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Tug"}


def test_name_in_brackets_counts_before_any_verb(tmp_path: Path) -> None:
    page = "Dwell Time\n\nDwell time (also called yard time) measures how long a box is kept in a yard.\n"
    build = built(tmp_path, page_txt=page)
    assert {each.value for term in build.terms for each in term.alternatives} == {"yard time"}


@pytest.mark.parametrize("title", ["definition of demurrage", "Meaning of demurrage in English"])
def test_title_that_announces_the_meaning_names_what_the_text_need_not_name(
    tmp_path: Path, title: str
) -> None:
    page = f"{title}\n\nthe fee for a box that stays too long in the yard of a port.\n"
    assert set(entries(built(tmp_path, page_txt=page))) == {"demurrage"}


def test_definition_of_done_is_a_term(tmp_path: Path) -> None:
    page = "Definition of Done\n\nA list of what has to be so before a piece of work counts as ended.\n"
    assert set(entries(built(tmp_path, page_txt=page))) == {"Definition of Done"}


def test_label_of_the_title_counts_below_lines_of_the_site(tmp_path: Path) -> None:
    page = (
        "Word of the Day\n\ntransshipment\n\nSearch Another Word\n\nRedirected from: yard time\n\n"
        "Definition: dwell time\n\nThe hours that a box is kept in a yard. Where ten boxes are kept for ten hours, the "
        "dwell time is ten hours.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"dwell time"}


def test_name_of_the_list_behind_several_titles_is_no_part_of_them(tmp_path: Path) -> None:
    page = (
        "Berth Planning | Glossary\n\nDefinition\n\nBerth planning occurs when clerks find a place for each ship.\n\n"
        "Further Reading\n\n  • For more on berth planning, read here.\n\n"
        "Yard Planning | Glossary\n\nDefinition\n\nYard planning involves finding a place for each box in a yard.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth Planning", "Yard Planning"}


def test_label_of_two_names_announces_other_names(tmp_path: Path) -> None:
    page = "Port words\n\nDwell Time\n\nThe hours that a box is kept in a yard. Acronyms/ Synonyms: DT, yard time\n\n"
    page += "Tug\n\nA boat that pulls ships to their berth.\n"
    build = built(tmp_path, page_txt=page)
    entry = next(term for term in build.terms if term.label.value == "Dwell Time")
    assert {each.value for each in (*entry.abbreviations, *entry.alternatives)} == {"DT", "yard time"}


@pytest.mark.parametrize(
    "title", ["# Definition of Lien", "# Lien", "Real Estate Glossary\n\nDefinition of “Lien”"]
)
def test_title_that_is_a_word_for_sections_elsewhere_names_the_term(tmp_path: Path, title: str) -> None:
    page = f"{title}\n\nA claim of a party to hold the property of another.\n"
    assert list(entries(built(tmp_path, page_md=page))) == ["Lien"]
