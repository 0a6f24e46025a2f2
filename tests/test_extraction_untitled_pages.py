"""Pages that have lost their title, or whose title stands where none is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries, skips

from rolegraph.extraction import Build


def names(build: Build, label: str) -> set[str]:
    """Give the other names of an entry."""
    entry = next(term for term in build.terms if term.label.value == label)
    return {each.value for each in (*entry.abbreviations, *entry.alternatives)}


def test_heading_that_announces_a_definition_makes_way_for_what_is_defined(tmp_path: Path) -> None:
    page = (
        "Comprehensive Definition\nA Berth Planner is a person who finds a place for each ship that comes in.\n"
        "Duties and Added Value\nThe berth planner offers help in many ways:\n"
        "Tide Tables\nAbility to tell how deep the water will be at each hour.\n"
        "Crane Plans\nAdvice on how many cranes a ship is given and for how long.\n"
        "Ways Through the Port\nDetailed lists of where each ship has to turn.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth Planner"}


def test_name_in_front_of_the_headword_is_another_name_of_it(tmp_path: Path) -> None:
    page = (
        "Definition\nThe term dwell time is used to describe a measure of how long a box stays in a yard.\n"
        "Explanation\nAlso known as yard time, dwell time is a measure of the speed of a port.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert names(build, "dwell time") == {"yard time"}


def test_items_between_texts_on_one_thing_hide_no_article(tmp_path: Path) -> None:
    page = (
        "Vessel Traffic Service (VTS) is a system of radio and radar that watches over ships near a port.\n"
        "A VTS centre has screens and radios. Common VTS uses include:\n- Fog watch\n- Pilot calls\n- Ice news\n"
        "- Tug calls\nA VTS centre also keeps a record of all calls.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Vessel Traffic Service"}


def test_end_of_the_way_through_the_pages_titles_the_text_below(tmp_path: Path) -> None:
    page = (
        "Keeping up with words of the port can be hard, and so we have put together a list of them.\n"
        "Home » Port Glossary » Dwell Time\n"
        "Dwell time and fill rate remain the figures that count for a yard.\n"
        "Ports know this well, and they look at such figures each day.\n"
        "Dwell time has become a figure that owners of boxes ask for.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwell Time"}


def test_subtitle_above_a_text_that_names_the_title_is_no_term(tmp_path: Path) -> None:
    page = (
        "< Back to Port Glossary\n\nWhat Is a Berth Planner?\n\nSee how a berth planner helps a port\n\n"
        "A berth planner is someone who finds a place for each ship that comes in.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth Planner"}


def test_item_below_definition_defines_with_the_fields_behind_it(tmp_path: Path) -> None:
    page = (
        "DWELL TIME\n\nDefinition:\n\n  1. [noun] the hours that a box spends in a yard\n"
        "    Synonyms: yard time, rest time\n\nSynonyms:\n"
    )
    build = built(tmp_path, page_txt=page)
    assert definitions(build)["DWELL TIME"][0].startswith("the hours that a box")
    assert names(build, "DWELL TIME") == {"yard time", "rest time"}


@pytest.mark.parametrize(
    "above",
    [
        "10 Port Terms to Learn Before a Visit\n\nBerth, Tug, Quay, and More\n\n",
        "Words of the port\n\nsummary/abstract\nThis glossary helps you to know the words of a port.\n\n",
    ],
    ids=["lists the terms", "speaks of the list"],
)
def test_heading_above_the_terms_of_a_list_is_none_of_them(tmp_path: Path, above: str) -> None:
    page = (
        f"{above}Berth\n\nA berth is a place where a ship lies.\n\nTug\n\nA tug is a boat that pulls ships.\n\n"
        "Quay\n\nA quay is a wall where ships are loaded.\n\nMore on ports:\n\nPorts of the North and all their quays\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug", "Quay"}


def test_head_of_several_names_is_read_whole(tmp_path: Path) -> None:
    page = (
        "Glossary\n\nBerth plan or ‘quay plan’ or ‘plan for ships’ or ‘berth table’: a paper on ships.\n\n"
        "Tug: a boat that pulls ships.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert names(build, "Berth plan") == {"quay plan", "plan for ships", "berth table"}


def test_page_that_compares_two_terms_is_an_entry_on_each(tmp_path: Path) -> None:
    page = (
        "Feeder Ship vs Mother Ship: How to Choose\n\nTwo clerks at a desk\n\n"
        "When goods have to cross the sea, two ways stand open. Both have their use.\n\n"
        "What Is a Feeder Ship?\n\nA feeder ship is a small ship that brings boxes to a large port.\n\n"
        "Think of it as a bus.\n\nWhat Are Mother Ships?\n\nMother ships involve a lot of money and carry boxes far.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Feeder Ship", "Mother Ships"}


def test_difference_that_a_page_asks_for_leads_to_the_term_asked_for_below(tmp_path: Path) -> None:
    page = (
        "article icon\n\nWhat is the Difference Between VTS and AIS?\n\nShips are watched in two ways near a port.\n\n"
        "Vessel traffic service (VTS) and automatic identification (AIS) are both of use to a port.\n\n"
        "What does VTS stand for in harbours?\n\n"
        "In terms of harbours, vessel traffic service (VTS) is a system that watches over ships.\n"
    )
    build = built(tmp_path, page_txt=page)
    (label,) = entries(build)
    assert "VTS" in {label, *names(build, label)}


def test_title_of_kinds_of_text_names_the_term_before_them(tmp_path: Path) -> None:
    page = (
        "Yard Crowding | Meaning and Definition\n\nThere are more boxes than places in most ports.\n\n"
        "A port that is full has to turn ships away, and they go elsewhere.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Yard Crowding"}


def test_names_between_dashes_without_spaces_are_other_names(tmp_path: Path) -> None:
    page = "Dwell Time / Dwell\n\nDwell time—sometimes called yard time or rest time—is a count of hours in a yard.\n"
    assert names(built(tmp_path, page_txt=page), "Dwell Time") == {"Dwell", "yard time", "rest time"}


def test_sections_that_speak_of_the_title_at_length_are_no_terms(tmp_path: Path) -> None:
    told = "and so it is of use to those who plan the work of a port for the days to come, " * 3
    page = (
        "Glossary\nberth plan\nBerth plan is a paper that tells which ship lies where in the next days.\n"
        f"Context and Usage\nBerth plan sheets are drawn up each night by a clerk, {told}as all know.\n"
        f"Common Challenges\nClerks have trouble with a berth plan when ships are late, {told}as all know.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"berth plan"}


def test_marks_of_a_wiki_are_no_terms(tmp_path: Path) -> None:
    page = (
        "Jump to content\n\nBerth plan\n\nFrom Wikiport, the free encyclopedia\n\n"
        "A berth plan is a paper that tells which ship lies where in the next days.\n\n"
        "History of use\n\n[edit]\n\nThe first papers of this kind were drawn up by hand in the North.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth plan"}


def test_how_something_is_done_is_no_term_of_a_list(tmp_path: Path) -> None:
    page = (
        "Port glossary\n- Berth\n- A place in a port where a ship lies.\n- Tug\n- A boat that pulls ships to a berth.\n"
        "How to find a berth\nA way for ships to find a place in a port.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth", "Tug"}


def test_names_of_the_site_above_the_way_back_are_no_title(tmp_path: Path) -> None:
    page = (
        "Tools for Ports\n← Back to all words\n\nDwell Time (DT)\n\n"
        "DT is a measure of how long a box stays in a yard.\n\n"
        "Dwell time (DT) tells a yard planner when there is room. Planners watch dwell time all day.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Dwell Time"}
    assert ("page.txt", 1, "above the title") in skips(build)


def test_page_that_is_one_paragraph_is_on_what_it_begins_with(tmp_path: Path) -> None:
    page = (
        "From PortWiki\nDwell time is a measure of how long a box stays in a yard. Dwell time begins at the crane "
        "and ends at the gate, though many systems count dwell time from the bay plan alone.\nReferences\n- http://yards.example\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwell time"}


def test_definitions_for_a_name_in_quotation_marks_are_its_own(tmp_path: Path) -> None:
    page = (
        'Definitions for "Dwell time"\nThe days that boxes stay, divided by the number of boxes in the yard.\n'
        "A measure of how well a port passes its boxes on, counted in days, from the crane to the gate.\n"
    )
    assert definitions(built(tmp_path, page_txt=page)) == {
        "Dwell time": ["The days that boxes stay, divided by the number of boxes in the yard."]
    }


def test_another_name_behind_the_headword_hides_no_topic(tmp_path: Path) -> None:
    page = (
        "Dwelling, or more often “yard stay,” is a term for the days that a box stands between two journeys.\n\n"
        "As boxes block each other, dwelling costs a port more than it earns by it in nearly every case.\n\n"
        "See also: Demurrage\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Dwelling"}


def test_full_form_is_asked_for(tmp_path: Path) -> None:
    page = (
        "What is the Full Form of BPO ?\n\nBPO - Berth Planning Office\n\n"
        "Berth Planning Office is an office in which people plan which ship lies where, and for how long.\n\n"
        "Ports turn to a berth planning office when ships wait for berths in the roads, or berths for ships.\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"Berth Planning Office"}
    assert names(build, "Berth Planning Office") == {"BPO"}


def test_marks_of_dictionaries_and_sources_are_no_part_of_definitions(tmp_path: Path) -> None:
    page = (
        "Quay Agreement\n1. Quay Agreement or QA is an agreement between a port and a line on who may land where.\n"
        "2. Written agreement that names berths.\n\n(Source: Office of Ports, Rules of Landing (ROL) v3)\n"
    )
    assert definitions(built(tmp_path, page_txt=page)) == {
        "Quay Agreement": [
            "Quay Agreement or QA is an agreement between a port and a line on who may land where."
        ]
    }
    spoken = "quay agreement\n\n  • noun an agreement between a port and a line which says who may land.\n"
    assert definitions(built(tmp_path / "b", page_txt=spoken)) == {
        "quay agreement": ["an agreement between a port and a line which says who may land."]
    }


def test_line_that_leads_in_a_list_is_no_heading(tmp_path: Path) -> None:
    page = (
        "Glossary of terms\n\nBerth figure (BF)\nBerth figures, or BFs, are a means of telling if a berth is used.\n\n"
        "Most figures fall into one of the following three kinds:\n• Time\n• Cost\n• Room\n\n"
        "For a figure to be of use, it has to meet these criteria:\n• It is clear\n• It is counted daily\n\n"
        "Yard crane\nA crane that sets boxes down in rows.\n\nYard plan\nA plan of where each box is to stand.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth figure", "Yard crane", "Yard plan"}


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (
            "A Berth Window (BW) is a time in which a ship may lie at a quay and be loaded or unloaded.\n"
            "A tide works in another way: it comes and goes as it likes, and it ends each berth window.\n"
            "In practice, clerks choose a BW when they know the tide of the day.\n",
            "Berth Window",
        ),
        (
            "Dock dues are a fee for the use of a dock.  Dock dues grow with the length of a ship that uses it.\n\n"
            "Tolls can be set against that, which are paid for a way and not for a place.\n\n"
            "Tolls, dock dues and taxes are what a ship pays for its visit.\n",
            "Dock dues",
        ),
        (
            'Definitions for "Dwell time"\nDwell time is the number of hours that a box spends in a yard.\n'
            "Use of a yard by a box until it leaves, counted in hours\n",
            "Dwell time",
        ),
        (
            "Dock Dues\n\n1 Definition\n\nA fee; what a ship pays for the use of a dock.\nas told by clerks\n",
            "Dock Dues",
        ),
    ],
    ids=[
        "abbreviation at the end of a sentence",
        "said again at once",
        "in quotation marks",
        "a number alone",
    ],
)
def test_page_on_one_thing_is_an_article(tmp_path: Path, page: str, label: str) -> None:
    assert set(entries(built(tmp_path, page_txt=page))) == {label}


def test_compared_terms_are_found_below_the_data_of_the_page(tmp_path: Path) -> None:
    page = (
        "Tugs\nBarges\n\nTugs vs. Barges – What Does a Barge Do?\n\nBy\n\nPort Office\n\nLast Updated:\n\n"
        "Many mix up tugs and barges, and one can see why they do so.\n\nWhat is a Tug?\n\n"
        "A tug is a small boat that pulls ships.\n\nWhat is a Barge?\n\nA barge is a flat boat for goods.\n\n"
        "A barge carries:\n\n  • Coal\n  • Sand\n\nTug vs. Barge\n\nA barge has no engine and needs a tug.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Tug", "Barge"}


def test_sound_of_several_words_is_no_name(tmp_path: Path) -> None:
    page = (
        "Port words\n\n  • Berth plan /ˈbɜːθ plæn/\n\n    A paper that tells which ship lies where.\n"
        "  • Tug /tʌɡ/\n\n    A boat that pulls ships.\n"
    )
    assert set(entries(built(tmp_path, page_txt=page))) == {"Berth plan", "Tug"}
