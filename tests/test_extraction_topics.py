"""What a page is about: titles that say more than the term, lines above and below it, lists and their titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, entries, triples

from rolegraph.extraction import Build


def names(build: Build, label: str) -> set[str]:
    """Give the other names of an entry."""
    entry = next(term for term in build.terms if term.label.value == label)
    return {each.value for each in (*entry.abbreviations, *entry.alternatives)}


@pytest.mark.parametrize(
    ("title", "lead", "label"),
    [
        ("Definition of Night cover", "The definition of night cover is work past ten.", "Night cover"),
        ("Night cover: why harbours need it", "Night cover is work past ten.", "Night cover"),
        ("Night Cover Explained", "Night cover is work past ten.", "Night Cover"),
        ("Job descriptions - Night cover", "In ports, night cover is work past ten.", "Night cover"),
        ("NC Meaning: What Is Night Cover", "NC (night cover) is work past ten.", "Night Cover"),
        ("Understanding Night Cover", "Night cover refers to work past ten.", "Night Cover"),
    ],
)
def test_title_says_what_the_page_is_about(tmp_path: Path, title: str, lead: str, label: str) -> None:
    page = (
        f"# {title}\n\n{lead}\n\n## Costs\n\nNights cost more.\n\n## FAQ\n\n### Is it paid?\n\nYes, it is.\n"
    )
    assert set(entries(built(tmp_path, page_md=page))) == {label}


def test_title_stays_whole_where_no_text_tells_of_a_part(tmp_path: Path) -> None:
    page = "# Night cover: pay\n\nWork past ten is paid twice.\n\n## FAQ\n\n### Is it?\n\nYes, it is.\n"
    assert set(entries(built(tmp_path, page_md=page))) == {"Night cover: pay"}


def test_question_for_the_title_heads_its_definition(tmp_path: Path) -> None:
    page = (
        "Night cover\n\nWhat is night cover?\n\nDefinition of night cover:\n\n"
        "Night cover (NC) is work past ten in the evening.\n\nAbbreviations: NC\n"
    )
    build = built(tmp_path, page_txt=page)
    assert definitions(build)["Night cover"][0].startswith("Night cover (NC) is work")
    assert abbreviations(build)["Night cover"] == ["NC"]


def test_words_above_the_title_and_the_writer_are_no_terms(tmp_path: Path) -> None:
    page = (
        "Harbours\nWhat Does a Night Clerk Do? Duties and Pay\nWritten by Ada Byron\n\n"
        "Read on to see what the night brings.\n\nWhat Is a Night Clerk?\n\n"
        "In a harbour, a night clerk is a person who notes the ships that come in the dark.\n"
    )
    assert {label.lower() for label in entries(built(tmp_path, page_txt=page))} == {"night clerk"}


def test_line_without_a_stop_defines_nothing_where_a_sentence_does(tmp_path: Path) -> None:
    page = "# Night cover\n\nPay, rules and what else to know\n\nNight cover is work past ten.\n\n## FAQ\n"
    assert definitions(built(tmp_path, page_md=page))["Night cover"] == ["Night cover is work past ten."]


def test_list_in_an_article_makes_no_entries_of_years(tmp_path: Path) -> None:
    page = (
        "Night cover (NC): The Work of the Dark\n\nNight cover (NC) is work past ten.\nHistory of NC\n"
        "It is as old as harbours.\nKey Events\n- 1960s: Lamps came to the quays.\n- 1980s: Cranes ran all night.\n"
        "Related Terms with Definitions\n- Day shift: Work before ten.\n- Standby: Waiting for a call.\n"
        "FAQs\nQ: Is it paid?\nA: Twice.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Night cover", "Day shift", "Standby"}
    assert {("Night cover", "related", "Day shift"), ("Night cover", "related", "Standby")} <= triples(build)


def test_related_terms_in_headings_are_entries(tmp_path: Path) -> None:
    page = (
        "# Night cover\n\nNight cover is work past ten.\n\n## Related terms\n\n### Day shift\n\n"
        "Work before ten.\n\n### Standby (SB)\n\nWaiting for a call.\n"
    )
    build = built(tmp_path, page_md=page)
    assert set(entries(build)) == {"Night cover", "Day shift", "Standby"}
    assert ("Night cover", "related", "Standby") in triples(build)


def test_related_terms_at_the_foot_are_no_stray_words(tmp_path: Path) -> None:
    page = (
        "Night cover\nDefinition\nNight cover is work past ten in the evening.\nRelated Terms\n"
        "Day shift\nStandby\nEarly call\n"
    )
    said = {
        target for _, relation, target in triples(built(tmp_path, page_txt=page)) if relation == "related"
    }
    assert {each.lower() for each in said} == {"day shift", "standby", "early call"}


@pytest.mark.parametrize(
    "line",
    ["Home » Words » Night", "Home | Words | Help", "By Ada Byron", "+44 20 7946 0000", "Ready to try it?"],
)
def test_lines_of_the_page_are_no_terms(tmp_path: Path, line: str) -> None:
    page = f"# Port words\n\n{line}\n\n**Bollard**\n\nA post to tie to.\n\n**Quay**\n\nA wall that ships lie at.\n"
    assert set(entries(built(tmp_path, page_md=page))) == {"Bollard", "Quay"}


@pytest.mark.parametrize("title", ["Port Glossary: The A-Zs", "A Port Glossary: 20 Words"])
def test_title_of_a_list_is_no_entry_of_it(tmp_path: Path, title: str) -> None:
    page = (
        f"{title}\n\nBollard: a post to tie to.\n\nQuay: a wall for ships.\n\nTug: a small ship that pulls.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Bollard", "Quay", "Tug"}


def test_conclusion_and_hashtags_are_no_terms(tmp_path: Path) -> None:
    page = (
        "Port words\n\n1. Bollard\nA post to tie ships to in a harbour.\n2. Quay\n"
        "A wall that ships lie at when they load.\n"
        "3. Tug\nA small ship that pulls the large ones.\n\nConclusion\n"
        "Ports have words of their own, as this list shows.\n\n"
        "Hashtags\n#ports #words #ships are what to look for.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Bollard", "Quay", "Tug"}


def test_groups_whose_terms_are_called_like_sections_hold_entries(tmp_path: Path) -> None:
    page = (
        "# A-Z Port Glossary: Words for Clerks\n\n## Introduction to the Port Glossary\n\n"
        "The port is a place of words.\n\n"
        "## A – E: From Bollard to Crane\n\n### Bollard\n\nA post to tie ships to.\n\n### Remuneration\n\n"
        "What a clerk gets for the work.\n\n"
        "### Crane\n\nA machine that lifts.\n\n### Dock\n\nA basin for ships.\n\n"
        "## F – J: From Ferry to Jetty, Explained\n\n### Ferry\n\nA ship that goes to and fro.\n\n"
        "### Jetty\n\nA wall into the water.\n\n### Hull\n\nThe body of a ship.\n\n## Final thoughts\n\n"
        "That is all.\n"
    )
    build = built(tmp_path, page_md=page)
    assert set(entries(build)) == {"Bollard", "Remuneration", "Crane", "Dock", "Ferry", "Jetty", "Hull"}


def test_kinds_defined_below_a_term_are_entries(tmp_path: Path) -> None:
    page = (
        "Port words\n\nBerth\nA place where a ship lies. There are several:\n\n"
        "Deep berth – a berth for the largest ships of all.\n\n"
        "Dry berth – a berth without any water in it.\n\nQuay\nA wall that ships lie at when they load.\n\n"
        "Tug\nA small ship that pulls the large ones.\n\nWharf\nA place where ships come to the land.\n"
    )
    assert {"Berth", "Deep berth", "Dry berth", "Quay"} <= set(entries(built(tmp_path, page_txt=page)))


@pytest.mark.parametrize(
    ("text", "label", "others"),
    [
        ("- PSP Port Sales or Service Person\n- PAX - Passenger\n", "Port Sales or Service Person", {"PSP"}),
        ("- AWT - Average Wait Time or Average Waiting Time\n", "Average Wait Time", {"AWT", "Average Waiting Time"}),
        ("- Tides/Neap Tides: low water.\n- Ebb: water that goes.\n", "Tides", {"Neap Tides"}),
        ("- Berth: a place to lie; also known as a mooring\n", "Berth", {"mooring"}),
        ("- Berth: (also: mooring) a place to lie.\n", "Berth", {"mooring"}),
        ("- Wait rate: the wait rate, also called the queue rate, counts waits.\n", "Wait rate", {"queue rate"}),
        ("- Night clerk: a person. Ports pay night clerks (NC) well.\n", "Night clerk", {"NC"}),
        ("- Log codes: Also called ship codes, log codes tell, by a number, the kind.\n", "Log codes", {"ship codes"}),
    ],
)  # fmt: skip
def test_other_names(tmp_path: Path, text: str, label: str, others: set[str]) -> None:
    assert names(built(tmp_path, words_md=f"# Words\n\n{text}"), label) == others


def test_abbreviation_whose_full_name_comes_before_a_pointer(tmp_path: Path) -> None:
    text = "# Words\n\n## Clerk\n\nOne who writes.\n\n## NSC\n\nNight Shift Clerk. See Clerk.\n\n## Quay\n\nA wall.\n"
    build = built(tmp_path, words_md=text)
    assert names(build, "Night Shift Clerk") == {"NSC"}


@pytest.mark.parametrize("said", ["(see “Quay”)", "(see Quay)", "(see also Quay)"])
def test_pointer_in_brackets_is_a_link(tmp_path: Path, said: str) -> None:
    build = built(
        tmp_path, words_md=f"# Words\n\n- Bollard: a post on a wall {said} to tie to.\n- Quay: a wall.\n"
    )
    assert ("Bollard", "related", "Quay") in triples(build)


def test_also_see_points_to_a_term(tmp_path: Path) -> None:
    build = built(
        tmp_path, words_md="# Words\n\n- Bollard: a post to tie to. Also see quay.\n- Quay: a wall.\n"
    )
    assert ("Bollard", "related", "Quay") in triples(build)


def test_article_whose_text_speaks_of_the_term_by_its_letters(tmp_path: Path) -> None:
    text = (
        "Quay Level Paper\n\nA QLP is a contract between a port and a line. It is signed each year.\n\n"
        "BT (Berth Time): the hours at the quay.\nWT (Wait Time): the hours before.\nTT (Tug Time): the rest.\n"
    )
    build = built(tmp_path, words_txt=text)
    assert names(build, "Quay Level Paper") == {"QLP"}


@pytest.mark.parametrize(
    ("heading", "label"),
    [("BT: Berth Time", "Berth Time"), ("21 BT 50", "21 BT 50"), ("Berths/Berth Places", "Berths")],
)
def test_names_in_headings(tmp_path: Path, heading: str, label: str) -> None:
    text = f"# Port words\n\n## {heading}\n\nA thing of the port.\n\n## Tug\n\nA small ship.\n\n## Hull\n\nA body.\n"
    assert label in set(entries(built(tmp_path, words_md=text)))


def test_items_below_synonyms_are_other_names(tmp_path: Path) -> None:
    text = "# Night cover\n\nNight cover is work past ten.\n\n## Synonyms\n\n- Late duty\n- Dark shift\n"
    assert names(built(tmp_path, page_md=text), "Night cover") == {"Late duty", "Dark shift"}


def test_words_behind_a_list_of_related_terms_are_none(tmp_path: Path) -> None:
    text = (
        "Night cover\nDefinition\nNight cover is work past ten in the evening.\nRelated Terms\n"
        "- Day shift (before ten)\n- Standby\nLeave a word\n"
    )
    said = {
        target for _, relation, target in triples(built(tmp_path, page_txt=text)) if relation == "related"
    }
    assert {each.lower() for each in said} == {"day shift", "standby"}


def test_abbreviation_at_the_start_of_a_definition_is_a_name(tmp_path: Path) -> None:
    text = "# Port words\n\n## Berth master\n\nBM — who gives out berths.\n\n## Tug\n\nA ship.\n\n## Hull\n\nA body.\n"
    build = built(tmp_path, words_md=text)
    assert names(build, "Berth master") == {"BM"}
    assert definitions(build)["Berth master"] == ["who gives out berths."]


def test_field_also_names_the_term_again(tmp_path: Path) -> None:
    text = "# Words\n\n## Berth\n\nA place.\n\nAlso: mooring, lie-by\n\n## Tug\n\nA ship.\n\n## Hull\n\nA body.\n"
    assert names(built(tmp_path, words_md=text), "Berth") == {"mooring", "lie-by"}


def test_difference_that_a_question_asks_for_is_no_term(tmp_path: Path) -> None:
    text = (
        "# Port glossary\n\n## Berth\n\nA place.\n\n## Tug\n\nA ship.\n\n## Hull\n\nA body.\n\n"
        "## What is the difference between tugs and ships?\n\nSize.\n"
    )
    assert set(entries(built(tmp_path, words_md=text))) == {"Berth", "Tug", "Hull"}


def test_german_definition_that_begins_with_a_preposition_names_the_term_again(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n## Liegeplan\n\nMit einem Liegeplan, auch Kaiplan genannt, wird der Tag im Hafen geplant.\n\n"
        "## Hafenmeistersystem\n\nBeim Hafenmeistersystem (kurz HMS) handelt es sich um ein Programm für den Hafen.\n"
    )
    build = built(tmp_path, worte_md=text)
    assert names(build, "Liegeplan") == {"Kaiplan"}
    assert names(build, "Hafenmeistersystem") == {"HMS"}


@pytest.mark.parametrize("kind", ["Trade and Legal Meaning", "Shipping Definition", "& Harbours Glossary"])
def test_title_that_ends_with_a_kind_of_text_names_the_term_before_it(tmp_path: Path, kind: str) -> None:
    page = f"<html><body><h1>Laytime {kind}</h1><p>Laytime is the time in which a ship is loaded.</p></body></html>"
    assert set(entries(built(tmp_path, page_html=page))) == {"Laytime"}


def test_article_below_the_name_of_its_list_is_one_entry(tmp_path: Path) -> None:
    page = (
        "Harbour Glossary for Clerks\n\nThe words that clerks in harbours use, with what they mean.\n\n"
        "What is Night Mooring?\n\nNight mooring refers to the fastening of a ship after dark.\n\n"
        "Mooring and Safety\n\nRopes are seen badly in the dark, so that two people hold a lamp.\n\n"
        "Mooring Fees\n\nHarbours ask for more money at night.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Night Mooring"}
    assert definitions(build)["Night Mooring"][0].startswith("Night mooring refers to")


def test_list_whose_first_term_is_asked_for_stays_a_list(tmp_path: Path) -> None:
    page = (
        "Mooring glossary\n\nWhat is night mooring?\n\nNight mooring is the fastening of a ship after dark.\n\n"
        "What is dry mooring?\n\nDry mooring is the fastening of a ship on land.\n\n"
        "What is free mooring?\n\nFree mooring is the fastening of a ship without a fee.\n"
    )
    assert {"night mooring", "dry mooring", "free mooring"} <= {
        label.lower() for label in entries(built(tmp_path, page_txt=page))
    }


def test_table_of_contents_above_an_article_is_no_part_of_it(tmp_path: Path) -> None:
    page = (
        "Glossary\nTable of Contents\n\nWhat is an NMO?\n\nHow does an NMO work?\n\nWho pays an NMO?\n\n"
        "Night Mooring Order (NMO)\n\nAn NMO is a paper that lets a ship be fastened after dark.\n\n"
        "What is an NMO?\n\nA night mooring order (NMO) names the ship and the berth.\n\n"
        "How does an NMO work?\n\nThe clerk signs it before the sun sets.\n\n"
        "Who pays an NMO?\n\nThe owner of the ship pays for it.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Night Mooring Order"}
    assert abbreviations(build)["Night Mooring Order"] == ["NMO"]


def test_empty_name_of_a_list_above_an_article_hides_nothing(tmp_path: Path) -> None:
    page = (
        "<html><body><h2>Harbour Glossary and Definitions</h2><h1>What is a Night Mooring Order (NMO)</h1>"
        "<p>Night Mooring Order is a paper that lets a ship be fastened after dark.</p></body></html>"
    )
    build = built(tmp_path, page_html=page)
    assert set(entries(build)) == {"Night Mooring Order"}
    assert names(build, "Night Mooring Order") == {"NMO"}


def test_question_for_a_term_above_a_list_is_an_entry_beside_it(tmp_path: Path) -> None:
    page = (
        "# Mooring: A Glossary of Terms\n\n## What is NMO?\n\nNight mooring order (NMO) is a paper for ships.\n\n"
        "## Glossary of mooring terms\n\n### 1. Berth\n\nA place where a ship is fastened.\n\n"
        "### 2. Bollard\n\nA post to which ropes are tied.\n\n### 3. Fender\n\nA cushion between ship and quay.\n"
    )
    found = entries(built(tmp_path, page_md=page))
    assert {"Night mooring order", "Berth", "Bollard", "Fender"} == {
        "Night mooring order" if label in ("NMO", "Night mooring order") else label for label in found
    }


def test_groups_below_a_title_with_an_introduction_alone_are_read(tmp_path: Path) -> None:
    page = (
        "Skip to main content\nHarbour & Mooring Terms\n\nThe words of harbours, in plain speech.\n\n#\n\n"
        "Fees\n\nNight rate\n\nA fee for ships that are fastened after dark.\n\n"
        "Ropes\n\nSpring line\n\nA rope that holds a ship against moving along the quay.\n\n"
        "Papers\n\nBerth note\n\nA paper that says where a ship is fastened.\n"
    )
    assert {"Night rate", "Spring line", "Berth note"} <= set(entries(built(tmp_path, page_txt=page)))


def test_other_names_in_brackets_below_the_title_are_no_heading(tmp_path: Path) -> None:
    page = (
        "Night mooring (NM)\n(Also known as NMX, DKM)\nNight mooring is the fastening of a ship after dark.\n"
        "Other names for night mooring are dark mooring, late mooring, and lamp mooring.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert names(build, "Night mooring") == {
        "NM", "NMX", "DKM", "dark mooring", "late mooring", "lamp mooring",
    }  # fmt: skip


@pytest.mark.parametrize(
    "first",
    ["Discover the term night mooring and its use in harbours.", "NM is an abbreviation for night mooring."],
)
def test_sentence_that_says_nothing_defines_nothing_where_another_does(tmp_path: Path, first: str) -> None:
    page = (
        f"# Night mooring (NM)\n\n{first}\n\n## Use\n\nNight mooring is the fastening of a ship after dark.\n"
    )
    assert definitions(built(tmp_path, page_md=page))["Night mooring"] == [
        "Night mooring is the fastening of a ship after dark."
    ]


def test_how_a_title_is_spoken_is_no_name(tmp_path: Path) -> None:
    page = "ˈbɜː.θɪŋ plæn / Berthing Plan (B-P)\nA berthing plan (BP) is a sheet that says where ships lie.\n"
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berthing Plan"}


def test_heading_of_contents_without_any_hides_no_list(tmp_path: Path) -> None:
    page = (
        "The A to Z of Harbour Terms\n\nTable of Contents\n\nThe words of harbours come in no order.\n\n"
        "Reading Time: 13 minutes\n\nBerth: A place where a ship is fastened.\n\n"
        "Bollard: A post to which ropes are tied.\n\nFender: A cushion between ship and quay.\n\n"
        "Spring line: A rope that holds a ship against moving along the quay.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Bollard", "Fender", "Spring line"}


def test_name_of_the_list_above_the_one_title_is_no_term(tmp_path: Path) -> None:
    page = (
        "Glossary — papers\n\n# NMO (Night mooring order)\n\nNMO is a paper that lets ships be fastened after dark.\n\n"
        "## Full definition\n\nAn NMO names the ship and the berth.\n"
    )
    assert set(entries(built(tmp_path, page_md=page))) == {"Night mooring order"}


def test_way_through_a_glossary_gives_no_names(tmp_path: Path) -> None:
    page = (
        "Harbour glossary / M / Mooring\n\nMooring\n\nDefinition\n\n"
        "Mooring is the fastening of a ship to a quay with ropes.\n\nFAQ\n\nWho moors ships?\n\nLinesmen do.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert names(build, "Mooring") == set()
