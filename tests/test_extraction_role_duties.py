"""Duties and skills on pages of roles: turns of phrase that name the role, bid, list or take up what was said."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples

DOES, NEEDS, WITH = "responsibleFor", "requiresSkill", "collaboratesWith"


def read(folder: Path, text: str, *, heading: str = "Overview", item: bool = False) -> set[tuple[str, str]]:
    """Give what a page on a stock clerk (SKC) says of the clerk, or of what the clerk handles."""
    page = f"# Stock clerk (SKC)\n\n## {heading}\n\n{'- ' * item}{text}\n\n## Requirements\n\n- Excel\n"
    return {(kind, target) for _, kind, target in triples(built(folder, page_md=page)) if target != "Excel"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SKC declares the time of the count.", (DOES, "declaring the time of the count")),
        ("It is the SKC's responsibility to act on any complaint.", (DOES, "acting on any complaint")),
        ("Consequently, an SKC should seek feedback.", (DOES, "seeking feedback")),
        ("Once the truck has left, the stock clerk takes over decision making.", (DOES, "taking over decision making")),
        ("The base duty is counting and moving boxes.", (DOES, "counting and moving boxes")),
        ("Their duties include sorting mail and compiling a report.", (DOES, "compiling a report")),
        ("Their duties include oversight of the yard, hosting tours.", (DOES, "hosting tours")),
        ("The main tasks are care of the hall, produce labels.", (DOES, "producing labels")),
        ("They talk with drivers and keep order by checking seals, and weighing crates.", (DOES, "weighing crates")),
        ("They also communicate with pilots to answer questions and address concerns.", (DOES, "addressing concerns")),
        ("Stock clerks often work for ports to move and store goods.", (DOES, "moving and storing goods")),
        ("They may also be responsible for applying for grants.", (DOES, "applying for grants")),
        ("They are the go-to people for mending crates.", (DOES, "mending crates")),
        ("Move and label crates that arrive by rail.", (DOES, "moving and labeling crates")),
        ("Refers unusual cases to the harbour office.", (DOES, "referring unusual cases to the harbour office")),
        ("Under close guidance, to count crates; to label boxes.", (DOES, "counting crates")),
        ("To help lead the tours and be responsible for the safety of guests.", (DOES, "safety of guests")),
        ("The stock clerk is one of the elected members of the yard board.", ("memberOf", "yard board")),
        ("Stock clerks mainly work in the goods department of a port.", ("memberOf", "goods department")),
        ("The clerk sorts and tracks parcels.", (DOES, "sorting and tracking parcels")),
        ("Post: The clerk greets guests, provides a warm first meal.", (DOES, "providing a warm first meal")),
        ("In routine cases, they seal crates.", (DOES, "sealing crates")),
        ("This includes opening the gate.", (DOES, "opening the gate")),
        ("The stock clerk is responsible to the Harbour Master.", ("reportsTo", "Harbour Master")),
        ("Writing skills are also vitally important.", (NEEDS, "writing skills")),
        ("The stock clerk needs numeracy skills to count crates.", (NEEDS, "numeracy skills")),
        ("Being a stock clerk requires a good knowledge of knots.", (NEEDS, "knots")),
        ("Most employers ask for tact.", (NEEDS, "tact")),
    ],
)  # fmt: skip
def test_sentences_tell_duties_and_skills(tmp_path: Path, text: str, expected: tuple[str, str]) -> None:
    assert expected in read(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "This post explains the rules of the yard.",
        "The stock clerk works at the gate of a port.",
        "You will work about 40 hours.",
        "Their duties include the following:",
        "Performs other related duties as assigned.",
        "Click here to see more crates.",
        "Design thinking is a method.",
    ],
)
def test_what_tells_no_duty_is_left_out(tmp_path: Path, text: str) -> None:
    assert not {each for each in read(tmp_path, text) if each[0] == DOES}


def test_what_is_not_expected_is_denied(tmp_path: Path) -> None:
    assert read(tmp_path, "A stock clerk is not expected to be an expert in law.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Help plan, paint and run stalls", {(DOES, "planning, painting and running stalls")}),
        ("Help create, and mend, wooden crates", {(DOES, "creating, and mending wooden crates")}),
        ("Collect slips, sorting and filing them", {(DOES, "collecting slips"), (DOES, "sorting and filing slips")}),
        ("Overseeing the trouble-free running of cranes", {(DOES, "overseeing the trouble-free running of cranes")}),
        ("Mind the board, assisting guests", {(DOES, "minding the board"), (DOES, "assisting guests")}),
        ("Plan shifts, train staff, and paint crates", {
            (DOES, "planning shifts"), (DOES, "training staff"), (DOES, "painting crates"),
        }),
        ("Assist with filing, typing, and care of the post", {
            (DOES, "assisting with filing"), (DOES, "assisting with typing"), (DOES, "assisting with care of the post"),
        }),
        ("Work with faculty to write guides", {(WITH, "faculty"), (DOES, "writing guides")}),
        ("Provide updates to the rest of the team", {(DOES, "providing updates to the rest of the team")}),
        ("Ensure compliance with laws and tariffs", {(DOES, "ensuring compliance with laws and tariffs")}),
        ("Ensure lessons learned are recorded", {(DOES, "ensuring lessons learned are recorded")}),
        ("Work out if crates are full", {(DOES, "working out if crates are full")}),
        ("Own the daily flow of goods, and the gate", {(DOES, "daily flow of goods"), (DOES, "gate")}),
        ("Organise stalls, including finding a site", {(DOES, "organising stalls"), (DOES, "finding a site")}),
        ("Keep logs of work, such as lists", {(DOES, "keeping logs of work"), ("exampleOf", "logs of work")}),
        ("Run routine and complex counts", {(DOES, "running routine and complex counts")}),
    ],
)  # fmt: skip
def test_items_tell_every_duty_with_its_object(
    tmp_path: Path, text: str, expected: set[tuple[str, str]]
) -> None:
    assert read(tmp_path, text, heading="Responsibilities", item=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tact: They should understand customs law.", {(NEEDS, "tact"), (NEEDS, "customs law")}),
        ("Writing skills: A clerk must write clearly.", {(NEEDS, "writing skills")}),
        ("Ability to lift crates and to keep order", {
            (NEEDS, "ability to lift crates"), (NEEDS, "ability to keep order"),
        }),
        ("General office, radio, and typing skills", {
            (NEEDS, "office skills"), (NEEDS, "radio skills"), (NEEDS, "typing skills"),
        }),
        ("Knowledge of hand tools such as saws", {(NEEDS, "hand tools"), ("exampleOf", "hand tools")}),
        ("Familiarity with a crane or lift system", {(NEEDS, "crane or lift system")}),
        ("The role often requires interaction with drivers", {(WITH, "drivers")}),
    ],
)  # fmt: skip
def test_demands_tell_every_skill(tmp_path: Path, text: str, expected: set[tuple[str, str]]) -> None:
    found = read(tmp_path, text, heading="Skills", item=True)
    assert {(kind, name[:1].lower() + name[1:]) for kind, name in found} == expected


def test_senior_holder_is_no_other_name(tmp_path: Path) -> None:
    told = "A stock clerk, or senior stock clerk, is a person who counts."
    page = f"# Stock clerk\n\n{told}\n\n## Duties\n\n- Count crates\n"
    [clerk] = entries(built(tmp_path, page_md=page)).values()
    assert clerk.alternatives == ()


def test_heading_that_asks_names_the_role_of_a_page(tmp_path: Path) -> None:
    head = "A yard porter keeps order.\nWhat a yard porter does\n"
    page = f"{head}Core responsibilities:\n- Open the gate\n- Count crates\n"
    told = triples(built(tmp_path, page_txt=page))
    assert ("Yard porter", DOES, "opening the gate") in told


def test_line_below_others_names_the_role_of_a_page(tmp_path: Path) -> None:
    head = "Jobs of the harbour\n\nLogistics\n\nYard supervisor\n\n"
    page = f"{head}Duties and responsibilities\n\n- Open the gate\n- Count crates\n"
    assert ("Yard supervisor", DOES, "counting crates") in triples(built(tmp_path, page_txt=page))


def test_posts_in_bold_type_are_roles(tmp_path: Path) -> None:
    page = """\
# The Committee

**Treasurer** The main duties involve paying bills and keeping the books.

**Secretary** Take minutes at meetings.

**Helpers for the stalls (in May)** Responsible for putting up tents.
"""
    graph = built(tmp_path, page_md=page)
    assert sorted(entries(graph)) == ["Helpers for the stalls", "Secretary", "Treasurer"]
    assert {
        ("Treasurer", DOES, "paying bills"),
        ("Secretary", DOES, "taking minutes"),
        ("Helpers for the stalls", DOES, "putting up tents"),
    } <= set(triples(graph))


def test_items_with_responsibilities_below_them_are_roles(tmp_path: Path) -> None:
    page = """\
1. **Fire marshal (FM)**
   * **Responsibilities**:
     * Leads the drill.
2. **First Aider**
   * **Responsibilities**:
     * Treats small wounds.
"""
    graph = built(tmp_path, page_md=page)
    assert sorted(entries(graph)) == ["Fire marshal", "First Aider"]
    assert ("First Aider", DOES, "treating small wounds") in triples(graph)


def test_title_may_name_the_team_before_the_role(tmp_path: Path) -> None:
    page = "# Board: Treasurer\n\n## Responsibilities\n\n- Pay bills\n- Keep the books\n"
    assert list(entries(built(tmp_path, page_md=page))) == ["Treasurer"]


def test_noun_among_deeds_is_a_duty(tmp_path: Path) -> None:
    items = "- Move crates\n- Care of the tools\n- Open the gate\n"
    page = f"# Stock clerk\n\n## Day to day\n\n{items}\n## Skills\n\n- Tact\n"
    assert ("Stock clerk", DOES, "care of the tools") in triples(built(tmp_path, page_md=page))


def test_page_that_begins_with_the_plural_is_on_that_role(tmp_path: Path) -> None:
    page = "Night porters help guests with bags.\nYour duties would include:\n- opening the gate\n- minding the keys\n"
    assert ("Night porter", DOES, "opening the gate") in triples(built(tmp_path, page_txt=page))


def test_title_that_describes_names_a_role_whatever_its_noun(tmp_path: Path) -> None:
    page = "Role Description – Bell Ringer\n\nMain duties:\n\n- Carry the bells\n- Oil the ropes\n"
    assert ("Bell Ringer", DOES, "carrying the bells") in triples(built(tmp_path, page_txt=page))


def test_job_posting_of_bare_paragraphs_is_the_page_of_a_role(tmp_path: Path) -> None:
    gate, keys = "Gate: The Supervisor opens the gate.", "Keys: The Supervisor minds the keys."
    page = f"Yard Supervisor Job Posting\n\n{gate}\n\n{keys}\n"
    graph = built(tmp_path, page_txt=page)
    assert list(entries(graph)) == ["Yard Supervisor"]
    assert ("Yard Supervisor", DOES, "opening the gate") in triples(graph)
