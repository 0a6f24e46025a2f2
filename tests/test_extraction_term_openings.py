"""What the openings of definitions, cells and headings say of names, and what only looks like a term."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, entries, triples

from rolegraph.extraction import Build
from rolegraph.extraction.layout.patterns import is_head, names_terms
from rolegraph.extraction.names.expansions import written_out
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.names.said_names import names_closing, names_in_sentence


def definitions(build: Build) -> dict[str, str]:
    """Give the first definition of each term that has one."""
    return {term.label.value: term.definitions[0].value for term in build.terms if term.definitions}


# ---- full names at the start of a definition ----


@pytest.mark.parametrize(
    ("short", "definition", "full"),
    [
        ("HLS", "Das Harbour Lock System regelt die Schleusen.", "Harbour Lock System"),
        ("HLS", "The Harbour Lock System opens the locks.", "Harbour Lock System"),
        (
            "HLS",
            "Bei der Harbour Lock Search (deutsch: Suche) wird eine Schleuse gesucht.",
            "Harbour Lock Search",
        ),
        ("HLS", "Harbour Lock Systems sind Anlagen am Meer.", "Harbour Lock Systems"),
        ("SWK", "Seewasserkabel sind Kabel, die im Meer liegen.", "Seewasserkabel"),
        ("PIDOC", "Pilot Document", "Pilot Document"),
        ("HL board", "Harbour Lock board. It opens the locks.", "Harbour Lock board"),
        ("HLS", "Seen from the Harbour Lock System opens the view.", ""),
        ("HLS", "Locks of stone opens the harbour.", ""),
        ("HLS", "Harbour Lock System A set of locks.", ""),
        ("SK", "Kabel und Pläne sind im Schrank.", ""),
    ],
)
def test_a_full_name_ends_where_a_verb_begins(short: str, definition: str, full: str) -> None:
    assert written_out(short, definition) == full


def test_a_definition_is_not_cut_behind_its_subject(tmp_path: Path) -> None:
    text = "# Glossar\n\nSWK\n: Seewasserkabel sind Kabel im Meer.\n\nHLA\n: Die Harbour Lock Area, ist ein Becken.\n"
    build = built(tmp_path, a_md=text)
    assert definitions(build) == {
        "Seewasserkabel": "Seewasserkabel sind Kabel im Meer.",
        "Harbour Lock Area": "Die Harbour Lock Area, ist ein Becken.",
    }
    assert abbreviations(build) == {"Seewasserkabel": ["SWK"], "Harbour Lock Area": ["HLA"]}


def test_a_comma_parts_an_abbreviation_from_its_full_name() -> None:
    assert read_head("HLS, Harbour lock system") == ("Harbour lock system", ("HLS",), ())
    assert read_head("Harbour lock system, HLS") == ("Harbour lock system", ("HLS",), ())
    assert read_head("HLS, quays and walls").label == "HLS, quays and walls"


# ---- names that a sentence gives ----


def test_a_quoted_name_may_close_with_its_stop_inside() -> None:
    assert names_closing("A wall of stone, often referred to as 'grey lady.'", "Quay wall") == ("grey lady",)


def test_an_abbreviation_is_said_inside_a_sentence() -> None:
    assert names_in_sentence("Measure of depth abbreviated Fa and used at sea.", "Fathom") == ("Fa",)
    assert names_in_sentence("Measure of depth, its unit abbreviated Kn and used at sea.", "Fathom") == ()


def test_what_is_interchangeable_points_to_the_other(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Wharf: Interchangeable with quay.\n- Quay: A wall that ships lie at.\n- Crane: A lift.\n"
    found = triples(built(tmp_path, a_md=text))
    assert {("Wharf", "synonymOf", "Quay"), ("Quay", "synonymOf", "Wharf")} & set(found)


def test_german_pointers_may_say_thereto(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n- Kai: Eine Mauer am Hafen. Vergleiche dazu Kran.\n- Kran: Eine Maschine, die hebt.\n"
    )
    build = built(tmp_path, a_md=text)
    assert ("Kai", "related", "Kran") in triples(build)


def test_the_address_of_a_site_is_no_term() -> None:
    said = ("www.quays.com", "quays.org/locks", "Node.js", "Quay")
    assert [names_terms(each) for each in said] == [False, False, True, True]


# ---- columns ----


def test_a_readable_name_heads_the_terms_and_a_short_one_abbreviates_them(tmp_path: Path) -> None:
    text = (
        "No,Variables,Units,Readable Name,Description\n"
        "1,QuayLen,(m),Quay Length,How long a quay is from end to end\n"
        "2,CraneWt,(kg),Crane Weight,What a crane weighs without its load\n"
        "3,ShedTmp,(C),Shed Temperature,How warm it is below the roof\n"
    )
    build = built(tmp_path, a_csv=text)
    assert set(definitions(build)) == {"Quay Length", "Crane Weight", "Shed Temperature"}
    assert abbreviations(build)["Crane Weight"] == ["CraneWt"]
    assert not [each for each in triples(build) if each[1] == "memberOf"]


def test_units_of_an_organisation_have_members(tmp_path: Path) -> None:
    text = "Term,Unit,Definition\nPilot,Harbour office,Leads ships\nDiver,Rescue team,Dives for the harbour\n"
    found = triples(built(tmp_path, a_csv=text))
    assert ("Pilot", "memberOf", "harbour office") in found


# ---- headings and lines ----


def test_a_heading_above_a_pair_of_its_own_name_only_parts(tmp_path: Path) -> None:
    text = "# Glossary\n\n## Crane\n\nCrane\n: A lift for loads.\n\n"
    text += "## Quay - Shed\n\nQuay\n: A wall at sea.\n\nShed\n: A roof.\n"
    assert definitions(built(tmp_path, a_md=text)) == {
        "Crane": "A lift for loads.",
        "Quay": "A wall at sea.",
        "Shed": "A roof.",
    }


BOLD = """# Harbour

## Language

**Crane**:
A lift for loads.

**Quay**:
A wall at sea.

**Shed**:
A roof for goods.

## Given up

Drones and their nests were tried and then withdrawn.
"""


def test_a_section_beside_terms_in_bold_is_no_term(tmp_path: Path) -> None:
    assert set(definitions(built(tmp_path, a_md=BOLD))) >= {"Crane", "Quay", "Shed"}
    assert "Given up" not in entries(built(tmp_path, a_md=BOLD))


def test_a_term_beside_one_with_parts_in_bold_stays(tmp_path: Path) -> None:
    parts = "".join(f"**{part}**\n\nSomething about it.\n\n" for part in ("In use", "Where seen", "Kept by"))
    text = f"# Harbour\n\n## Crane\n\nA lift for loads.\n\n{parts}## Quay\n\nWhere ships lie.\n"
    assert "Quay" in entries(built(tmp_path, a_md=text))


def test_a_sentence_of_full_width_signs_is_no_term(tmp_path: Path) -> None:
    assert [is_head("这是港口的词。"), is_head("港口")] == [False, True]
    text = "# 港口\n\n这是港口的词。以下是说明。\nThese are the words of a harbour.\n\n"
    text += "**码头（Quay）**:\n船只停靠的墙。\n"
    assert not [name for name in entries(built(tmp_path, a_md=text)) if "。" in name]


# ---- values with HTML ----

LINKED = """- term: Berth
  description: Place at a <a
      href="#Quay">quay</a> for &amp; by
      ships.
- term: Quay
  description: A wall.
"""


def test_html_in_a_value_over_several_lines_is_taken_out(tmp_path: Path) -> None:
    build = built(tmp_path, a_yml=LINKED)
    assert definitions(build)["Berth"] == "Place at a quay for & by ships."
    assert ("Berth", "related", "Quay") in triples(build)


def _linked_entries(count: int, pointers: int) -> str:
    lines = ["- term: Quay\n  description: A wall.\n"]
    for number in range(count):
        said = 'See <a href="#Quay">Quay</a>.' if number < pointers else 'Near a <a href="#Quay">quay</a>.'
        lines.append(f"- term: Berth {number}\n  description: A place of rank {number}. {said}\n")
    return "".join(lines)


@pytest.mark.parametrize(("count", "pointers", "related"), [(6, 1, True), (6, 2, False), (3, 1, False)])
def test_a_lone_pointer_among_many_links_tells_nothing_of_them(
    tmp_path: Path, count: int, pointers: int, related: bool
) -> None:
    found = triples(built(tmp_path, a_yml=_linked_entries(count, pointers)))
    assert (("Berth 2", "related", "Quay") in found) is related
