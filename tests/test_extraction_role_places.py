"""Roles told by where their names stand, whatever their nouns: below "Roles", beside like sections, as titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, classes, definitions, entries, triples

GOVERNANCE = """\
# How Lantern is run

## Project roles

{roles}

## Decisions

- Small changes need one approval.
- Large changes are discussed for two weeks.
"""


@pytest.mark.parametrize(
    "roles",
    [
        "- **Maintainers**: Review and merge changes.\n- **Contributors**: Fix mistakes.",
        "- Maintainers - Review and merge changes.\n- Contributors - Fix mistakes.",
        "### Maintainers\n\n- Review and merge changes\n\n### Contributors\n\n- Fix mistakes",
        "### 2.1 Maintainers\n\nMaintainers review and merge changes.\n\n### 2.2 Contributors\n\nThey fix mistakes.",
        "| Role | Description |\n|---|---|\n"
        "| Maintainers | Review and merge changes |\n| Contributors | Fix mistakes |",
    ],
)
def test_what_stands_below_a_heading_that_lists_roles_is_a_role(tmp_path: Path, roles: str) -> None:
    found = built(tmp_path, page_md=GOVERNANCE.format(roles=roles))
    assert set(entries(found)) == {"Contributors", "Maintainers"}
    assert all("Role" in classes(found)[name] for name in ("Contributors", "Maintainers"))


def test_roles_of_a_list_have_duties_and_definitions(tmp_path: Path) -> None:
    roles = "- **Maintainers**: Review and merge changes.\n- **Contributors**: Fix mistakes."
    found = built(tmp_path, page_md=GOVERNANCE.format(roles=roles))
    assert definitions(found)["Contributors"] == ["Fix mistakes."]
    stated = triples(found)
    assert ("Maintainers", "responsibleFor", "reviewing and merging changes") in stated
    assert ("Contributors", "responsibleFor", "fixing mistakes") in stated


def test_list_of_roles_among_more_terms_leaves_these_terms(tmp_path: Path) -> None:
    terms = "\n".join(f"**{name}**: {text}.\n" for name, text in TERMS.items())
    roles = "- **Pilot**: Brings ships in.\n- **Lead**: Plans berths."
    found = built(tmp_path, page_md=f"# Harbour words\n\n## Roles\n\n{roles}\n\n## Things\n\n{terms}")
    assert set(TERMS) <= set(entries(found))


TERMS = {
    "Berth": "A place where a ship lies",
    "Fender": "A cushion between a ship and a wall",
    "Hawser": "A thick rope for mooring",
    "Quay": "A wall where ships are loaded",
}


def test_side_by_side_sections_that_only_roles_have_tell_roles(tmp_path: Path) -> None:
    part = "### Requirements\n\n- Knowledge of tides\n\n### Responsibilities\n\n- Mark the channel\n"
    found = built(tmp_path, page_md=f"# Levels of trust\n\n## Tideman\n\n{part}\n## Approver\n\n{part}")
    assert set(entries(found)) == {"Approver", "Tideman"}
    assert ("Tideman", "responsibleFor", "marking the channel") in triples(found)
    assert ("Approver", "requiresSkill", "tides") in triples(found)


def test_title_with_several_sections_of_a_role_is_a_role(tmp_path: Path) -> None:
    text = "# Parks Ranger\n\n## Responsibilities\n\n- Lead walks\n\n## Requirements\n\n- Patience\n"
    found = built(tmp_path, page_md=text)
    assert "Role" in classes(found)["Parks Ranger"]
    assert ("Parks Ranger", "requiresSkill", "Patience") in triples(found)


def test_title_of_a_list_of_terms_is_no_role(tmp_path: Path) -> None:
    text = "# Ranger glossary\n\n## Requirements\n\nWhat a permit asks for.\n\n## Duties\n\nWhat is paid at a border.\n"
    assert "Ranger glossary" not in entries(built(tmp_path, page_md=text))


def test_labelled_title_is_trusted_below_the_title_of_the_form(tmp_path: Path) -> None:
    head = "POSITION DESCRIPTION\n\nPosition Title: Parks Ranger\nReports To: Parks Coordinator\n\n"
    found = built(tmp_path, page_txt=f"{head}KEY DUTIES\n\n- Lead guided walks\n- Enforce bylaws\n")
    assert list(entries(found)) == ["Parks Ranger"]
    assert ("Parks Ranger", "reportsTo", "Parks Coordinator") in triples(found)


def test_headings_on_the_duties_of_one_role_tell_of_that_role(tmp_path: Path) -> None:
    parts = "\n".join(
        f"## {title}\n\n- {item}\n"
        for title, item in (
            ("General role of a fire warden", "The fire warden is the person who clears the floor."),
            ("Main duties of a fire warden", "**Check** the stairs each week"),
        )
    )
    found = built(tmp_path, page_md=f"# Role and duties of a fire warden\n\n{parts}")
    assert list(entries(found)) == ["Fire warden"]
    assert ("Fire warden", "responsibleFor", "checking the stairs") in triples(found)


def test_heading_on_our_roles_hides_none_of_them(tmp_path: Path) -> None:
    text = "# Canteen\n\n## Our people\n\n### Shift supervisor\n\n- Plans the rota\n- Trains new staff\n"
    found = built(tmp_path, page_md=text)
    assert ("Shift supervisor", "responsibleFor", "planning the rota") in triples(found)


def test_graded_headings_name_roles(tmp_path: Path) -> None:
    first = "### [Level 1] Helper\n\n* Criteria: Knowledge of knots\n\n"
    second = "### [Level 2] Skipper\n\n* Responsibilities:\n  * Steer the boat\n  * Train helpers\n"
    found = built(tmp_path, page_md=f"# Structure\n\n## Steps\n\n{first}{second}")
    stated = triples(found)
    assert ("Helper", "hasLevel", "level 1") in stated
    assert ("Skipper", "responsibleFor", "steering the boat") in stated


def test_cells_with_lines_of_their_own_are_read_line_by_line(tmp_path: Path) -> None:
    first = "- role: Outreach\n  desc:\n    - manages the stall\n    - writes letters\n"
    found = built(tmp_path, roles_yml=f"{first}- role: Press\n  desc:\n    - prints posters\n")
    assert set(entries(found)) == {"Outreach", "Press"}
    stated = triples(found)
    assert ("Outreach", "responsibleFor", "managing the stall") in stated
    assert ("Outreach", "responsibleFor", "writing letters") in stated


def test_items_that_ask_below_a_heading_that_tells_nothing_are_requirements(tmp_path: Path) -> None:
    items = "- Knowledge of tax rules\n- Strong numeracy\n- Experience with ledgers\n"
    text = f"# Payroll officer\n\n## Duties\n\n- Run the payroll\n\n## The kit bag\n\n{items}"
    found = built(tmp_path, page_md=text)
    asked = {target for _, relation, target in triples(found) if relation == "requiresSkill"}
    assert asked == {"tax rules", "numeracy", "ledgers"}


@pytest.mark.parametrize("subject", ["They", "She or he", "He/she", "The chair", "Chairs"])
def test_pronoun_that_opens_a_sentence_is_the_role(tmp_path: Path, subject: str) -> None:
    verb = "keep" if subject in ("They", "Chairs") else "keeps"
    chair = f"## Chair\n\n{subject} {verb} the agenda of the club."
    text = f"# Committee roles\n\n{chair}\n\n## Scribe\n\n- Takes minutes\n"
    assert ("Chair", "responsibleFor", "keeping the agenda of the club") in triples(
        built(tmp_path, page_md=text)
    )


def test_label_of_a_trait_is_nothing_that_is_done(tmp_path: Path) -> None:
    text = (
        "# Office manager\n\n## Duties\n\n### Post\n\n- Frequency: Daily\n- Description: Sort the letters\n"
    )
    assert triples(built(tmp_path, page_md=text)) == {
        ("Office manager", "responsibleFor", "sorting the letters")
    }


def test_sheet_of_titles_lists_roles_with_their_abbreviations(tmp_path: Path) -> None:
    rows = "KC,Kit Coordinator,\nGDC,Game Design Coordinator,12\nGDV,Game Design Volunteers,\nTC,Team Coordinator,\n"
    found = built(tmp_path, roles_csv=f"id,title,tel\n{rows}")
    assert abbreviations(found) == {
        "Game Design Coordinator": ["GDC"],
        "Game Design Volunteers": ["GDV"],
        "Kit Coordinator": ["KC"],
        "Team Coordinator": ["TC"],
    }


def test_name_in_a_column_of_roles_stands_as_it_is(tmp_path: Path) -> None:
    first = "- title: Troop Guide\n  abbreviation: TG\n  responsibilities:\n    - Teaches knots\n"
    found = built(tmp_path, roles_yml=f"{first}- title: Scribe\n  responsibilities:\n    - Keeps the log\n")
    assert set(entries(found)) == {"Scribe", "Troop Guide"}
    assert abbreviations(found) == {"Troop Guide": ["TG"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "It's the treasurer's job to count the coins.",
        "His job is to count the coins.",
        "And they count the coins.",
    ],
)
def test_job_of_somebody_is_what_he_does(tmp_path: Path, sentence: str) -> None:
    text = f"# Officers\n\n## Treasurer\n\n{sentence}\n\n## Scribe\n\n- Takes minutes\n"
    assert ("Treasurer", "responsibleFor", "counting the coins") in triples(built(tmp_path, page_md=text))


def test_lists_below_groups_of_jobs_are_of_roles(tmp_path: Path) -> None:
    service = "**Service:**\n\n- Verger (keeps order during services)\n- Sexton (digs graves)\n"
    music = "**Music:**\n\n- Precentor (directs the music)\n- Organist (plays the organ)\n"
    text = f"## Jobs\n\nWho works here.\n\n{service}\n{music}"
    found = built(tmp_path, page_md=text)
    assert {"Precentor", "Sexton", "Verger"} <= set(entries(found))
    assert definitions(found)["Verger"] == ["keeps order during services"]
    assert ("Verger", "responsibleFor", "keeping order") in triples(found)


def test_what_somebody_shall_do_is_a_duty(tmp_path: Path) -> None:
    text = (
        "# Officers\n\n## Treasurer\n\nThe treasurer shall count the coins.\n\n## Scribe\n\n- Takes minutes\n"
    )
    assert ("Treasurer", "responsibleFor", "counting the coins") in triples(built(tmp_path, page_md=text))


def test_sections_beside_the_levels_of_one_role_are_the_roles(tmp_path: Path) -> None:
    page = """\
# Ferry operations - Roles & Responsibilities

## Responsibilities

- Load cars

## Levels

### Ferry engineer (Intermediate)

This position reports to the Harbour Manager.

### Senior ferry engineer

#### Senior ferry engineer responsibilities

- Inspect engines
"""
    build = built(tmp_path, page_md=page)
    assert set(entries(build)) == {"Ferry engineer", "Senior ferry engineer"}
    assert {
        ("Ferry engineer", "responsibleFor", "loading cars"),
        ("Senior ferry engineer", "responsibleFor", "inspecting engines"),
    } <= triples(build)


def test_section_whose_heading_goes_on_behind_a_colon_is_known(tmp_path: Path) -> None:
    page = """\
# Night porter | Job Description

## Night porter

**Similar roles:**

day porter, bell captain

**Reports to:**

Head of Reception / Deputy Head of Reception / General Manager of the Whole House

## Key duties: What does a night porter do?

- Lock doors
"""
    build = built(tmp_path, page_md=page)
    assert set(entries(build)) == {"Night porter"}
    assert {
        ("Night porter", "responsibleFor", "locking doors"),
        ("Night porter", "reportsTo", "Head of Reception"),
        ("Night porter", "reportsTo", "General Manager of the Whole House"),
    } <= triples(build)


def test_heading_below_roles_is_a_role_whatever_else_it_names(tmp_path: Path) -> None:
    page = "# Roles\n\n" + "\n".join(
        f"## {name}\n\n**Responsibilities:**\n- Paint walls\n\n**Skills:** patience\n"
        for name in ("Lead", "Marketing", "Plasterer")
    )
    assert set(entries(built(tmp_path, page_md=page))) == {"Lead", "Marketing", "Plasterer"}


@pytest.mark.parametrize("title", ["Buyer [remote] team lead", "Assistant (part-time) store manager"])
def test_title_with_signs_is_read(tmp_path: Path, title: str) -> None:
    page = f"# {title}\n\n## Responsibilities\n\n- Sort the mail\n- Buy paper\n\n## About\n\nYou will open the shop.\n"
    assert len(entries(built(tmp_path, page_md=page))) == 1


def test_office_that_one_joins_is_no_short_name_of_the_role(tmp_path: Path) -> None:
    page = (
        "# Port master officer\n\n## Responsibilities\n\n- Plan tides\n- Count ships\n\n"
        "## About\n\nYou join the PMO and report to the mayor.\n"
    )
    assert "PMO" not in str(abbreviations(built(tmp_path, page_md=page)))


@pytest.mark.parametrize(
    "title", ["Job title: Site supervisor", "Careers / Site supervisor", "Careers > Site supervisor"]
)
def test_label_or_way_before_the_title_of_a_page_is_no_part_of_the_role(tmp_path: Path, title: str) -> None:
    duties = "## Responsibilities\n\n- Inspect the site\n\n## Tools you will use\n\n- AutoCAD\n"
    page = f"# {title}\n\nJoin a team of ten.\n\n{duties}"
    found = built(tmp_path, page_md=page)
    assert list(entries(found)) == ["Site supervisor"]
    assert ("Site supervisor", "uses", "AutoCAD") in triples(found, "page.md")
