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
        ("They need to run stalls, and delegate chores.", (DOES, "delegating chores")),
        ("They work in a yard where they are responsible for carrying out repairs.", (DOES, "carrying out repairs")),
        ("The stock clerk works shifts and reports to the Harbour Master.", ("reportsTo", "Harbour Master")),
        ("This role facilitates order, care, and steady work.", (DOES, "facilitating order")),
        ("They count crates or boxes and determine whether seals hold.", (DOES, "determining whether seals hold")),
        ("Stock clerks’ tasks include sealing crates.", (DOES, "sealing crates")),
        ("The stock clerk has responsibility for the south yard.", (DOES, "south yard")),
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
        "Stock clerks do the following:",
        "The position demands a strong back.",
        "Their duties include the following:",
        "Performs other related duties as assigned.",
        "A stock clerk should fulfil various duties and responsibilities.",
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
        ("Confer with the board to set prices", {(WITH, "board"), (DOES, "setting prices")}),
        ("Collaboration with drivers to plan trips", {(WITH, "drivers"), (DOES, "planning trips")}),
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
        ("Willing to carry out messy, unpleasant chores", {(NEEDS, "willing to carry out messy, unpleasant chores")}),
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


@pytest.mark.parametrize(
    ("page", "role"),
    [
        ("Lamp trimmer | Job description\n\nMain duties:\n\n- Seal crates\n- Trim lamps\n", "Lamp trimmer"),
        ("TITLE OF JOB:YARD PORTER\n1.DUTIES\n- Seal crates\n- Open the gate\n", "YARD PORTER"),
        (
            "Description\nBoat menders mend boats.\nDuties\nBoat menders do the following:\n- seal crates\n- "
            "mend hulls\n",
            "Boat mender",
        ),
        (
            "# Yard roles\n\nThe yard has a team.\n\n## Yard porter\n\n- Seal crates\n- Open the gate\n",
            "Yard porter",
        ),
    ],
)
def test_page_is_told_by_how_it_names_the_role(tmp_path: Path, page: str, role: str) -> None:
    graph = built(tmp_path, **{"page_md" if page.startswith("#") else "page_txt": page})
    assert list(entries(graph)) == [role]
    assert (role, DOES, "sealing crates") in triples(graph)


def test_heading_on_the_role_by_name_announces_what_it_does_without(tmp_path: Path) -> None:
    page = "# Stock clerk\n\n## Duties\n\n- Seal crates\n\n## Typical employers of stock clerks\n\n- Shipping lines\n"
    assert ("shipping lines", "employs", "Stock clerk") in triples(built(tmp_path, page_md=page))


def test_handbook_with_a_section_on_the_role_is_its_page(tmp_path: Path) -> None:
    page = """# Yard team handbook

## Overview

This handbook tells what the yard is for, and how it came to be built beside the old harbour of the town.

## The Yard porter role

Yard porters are responsible for sealing crates.
"""
    graph = built(tmp_path, page_md=page)
    assert list(entries(graph)) == ["Yard porter"]
    assert ("Yard porter", DOES, "sealing crates") in triples(graph)


def test_text_without_headings_is_the_page_of_the_role_that_it_begins_with(tmp_path: Path) -> None:
    page = """Porters keep the keys of the yard. They open the gate at six.

In most yards, porters seal crates and count barrels.
"""
    told = triples(built(tmp_path, page_txt=page))
    assert {("Porter", DOES, "opening the gate"), ("Porter", DOES, "sealing crates")} <= told


def test_sentences_that_lead_in_are_headings_of_the_items_behind_them(tmp_path: Path) -> None:
    page = """A Porter, also called a Keeper, works to open and close gates.
A Porter has much to do. The following are some duties a Porter should be able to execute:
- Sealing crates
- Care of the keys
A good Porter will have certain skills and qualifications, including:
- Tact
"""
    graph = built(tmp_path, page_txt=page)
    assert {
        ("Porter", DOES, "opening and closing gates"),
        ("Porter", DOES, "care of the keys"),
        ("Porter", NEEDS, "Tact"),
    } <= triples(graph)


def test_what_weighs_more_than_others_is_one_skill(tmp_path: Path) -> None:
    found = read(tmp_path, "A stock clerk needs tact more than any craft.")
    assert ("requiresSkill", "tact") in found
    assert not [target for relation, target in found if "craft" in target]


@pytest.mark.parametrize(
    "text",
    [
        "A stock clerk follows a tally clerk on the path of experts.",
        "The stock clerk works with tally clerks, and depends on drivers to learn where boxes stand.",
    ],
)
def test_what_only_relates_two_roles_is_no_duty(tmp_path: Path, text: str) -> None:
    assert not [target for relation, target in read(tmp_path, text) if relation == "responsibleFor"]
