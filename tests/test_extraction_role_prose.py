"""Prose, items and titles on pages of roles that say by other words whom a role reports to, what it does and needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries, triples

from rolegraph.extraction import Build


def page(folder: Path, text: str, name: str = "page_md") -> Build:
    return built(folder, **{name: text})


PROSE = """\
# Depot Supervisor

## Summary

Oversees the night shift and trains loaders.

Northquay Freight has an immediate opening for a Depot Supervisor. This is a full-time position that reports directly
to the Site Manager. Ideal candidates will have strong planning skills, a calm manner, and the ability to drive a truck.
The depot supervisor will work with the Packing & Labelling Crew, Customs Staff, and Yard Staff.

## Responsibilities

- Coordination with Yard Lead/Gate Staff regarding arrivals
- Maintaining a safe, tidy and organized loading bay
- Transfer and storage of pallets as trucks arrive
- Works under the general direction of the Head of Transport
- **Scope:** Plans one shift
- **Technical:** Basic knowledge of customs codes
- Participation in drawing up shift plans
"""


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("reportsTo", {"Site Manager", "Head of Transport"}),
        ("requiresSkill", {"planning skills", "calm manner", "ability to drive a truck", "customs codes"}),
        ("collaboratesWith", {"Packing & Labelling Crew", "Customs Staff", "Yard Staff", "Yard Lead", "Gate Staff"}),
        (
            "responsibleFor",
            {
                "overseeing the night shift", "training loaders", "transfer and storage of pallets",
                "planning one shift",
                "maintaining a safe, tidy and organized loading bay", "participating in drawing up shift plans",
            },
        ),
    ],
)  # fmt: skip
def test_prose_and_items_of_an_advert_tell_by_other_words(
    tmp_path: Path, relation: str, expected: set[str]
) -> None:
    told = {target for subject, kind, target in triples(page(tmp_path, PROSE)) if kind == relation}
    assert told == expected


def test_who_has_an_opening_employs_the_role(tmp_path: Path) -> None:
    assert ("Northquay Freight", "employs", "Depot Supervisor") in triples(page(tmp_path, PROSE))


def test_paragraph_below_a_summary_defines_the_role(tmp_path: Path) -> None:
    assert definitions(page(tmp_path, PROSE))["Depot Supervisor"] == [
        "Oversees the night shift and trains loaders."
    ]


def test_label_within_a_paragraph_begins_a_field(tmp_path: Path) -> None:
    text = (
        "# Archivist\n\n## Responsibilities\n\nSorts letters.\n"
        "Supervised By: Receives supervision from the Head Archivist.\n"
    )
    assert set(triples(page(tmp_path, text))) == {
        ("Archivist", "responsibleFor", "sorting letters"),
        ("Archivist", "reportsTo", "Head Archivist"),
    }


def test_chief_of_a_kind_is_another_role(tmp_path: Path) -> None:
    text = (
        "# Safety Officer\n\nA safety officer is an employee who inspects sites. "
        "The chief safety officer (CSO) leads the department.\n\n## Responsibilities\n\n- Inspect sites\n"
    )
    found = page(tmp_path, text)
    assert entries(found)["Safety Officer"].abbreviations == ()
    assert not any(
        subject == "Safety Officer" and "department" in target for subject, _, target in triples(found)
    )


def test_promotion_criteria_are_no_duties(tmp_path: Path) -> None:
    text = (
        "# Clerk\n\n## Responsibilities\n\n- File letters\n\n## Promotion criteria\n\n- Trains a colleague\n"
    )
    assert triples(page(tmp_path, text)) == {("Clerk", "responsibleFor", "filing letters")}


def test_heading_in_the_form_of_an_agent_is_a_role_beside_a_role(tmp_path: Path) -> None:
    part = "\n\n**Requirements:**\n\n- Patience\n"
    found = page(tmp_path, f"# Open jobs\n\n## Receptionist{part}\n## Pet groomer{part}")
    assert set(triples(found)) == {
        ("Receptionist", "requiresSkill", "Patience"),
        ("Pet groomer", "requiresSkill", "Patience"),
    }


def test_unknown_bold_lines_part_the_section_that_they_open(tmp_path: Path) -> None:
    text = "# Cook\n\n**Skills:**\n\n**Hot kitchen:**\n- Sauces\n\n**Cold kitchen:**\n- Salads\n"
    assert {
        target for _, relation, target in triples(page(tmp_path, text)) if relation == "requiresSkill"
    } == {
        "sauces",
        "salads",
    }


def test_gloss_of_a_role_tells_what_its_holder_does(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n**Box office manager** – Member of the theatre staff responsible for the sale of tickets.\n\n"
        "**Lighting technician** – A crew member who operates the lamps and repairs them.\n\n"
        "**Wardrobe supervisor** – Person responsible for looking after the costumes.\n"
    )
    told = {
        (subject, target)
        for subject, relation, target in triples(built(tmp_path, g_md=text))
        if relation == "responsibleFor"
    }
    assert told >= {
        ("Box office manager", "sale of tickets"),
        ("Lighting technician", "operating the lamps"),
        ("Wardrobe supervisor", "looking after the costumes"),
    }


def test_title_that_asks_what_somebody_does_names_the_role(tmp_path: Path) -> None:
    text = "What does a data steward do?\n\nA data steward works with archivists. Stewards also define naming rules.\n"
    found = page(tmp_path, text, "page_txt")
    assert sorted(entries(found)) == ["data steward"]
    assert ("data steward", "collaboratesWith", "archivists") in triples(found)


def test_paragraphs_of_infinitives_are_duties_of_several_roles(tmp_path: Path) -> None:
    text = (
        "# Officers\n\n## Secretary\n\nTo keep the minutes.\n\n"
        "## Treasurer\n\nTo collect the fees. The treasurer's duties include paying the rent.\n"
    )
    assert set(triples(page(tmp_path, text))) == {
        ("Secretary", "responsibleFor", "keeping the minutes"),
        ("Treasurer", "responsibleFor", "collecting the fees"),
        ("Treasurer", "responsibleFor", "paying the rent"),
    }


def test_what_one_must_be_able_to_do_is_a_skill_among_duties(tmp_path: Path) -> None:
    text = "# Welder\n\n## Duties\n\n- Cut pipes\n- Ability to read drawings\n- Must have good eyesight\n"
    assert triples(page(tmp_path, text)) == {
        ("Welder", "responsibleFor", "cutting pipes"),
        ("Welder", "requiresSkill", "ability to read drawings"),
        ("Welder", "requiresSkill", "eyesight"),
    }


def test_working_conditions_are_no_duties(tmp_path: Path) -> None:
    text = "# Welder\n\n## Duties\n\n- Cut pipes\n\n## Working conditions\n\n- Lift up to 10 pounds\n"
    assert triples(page(tmp_path, text)) == {("Welder", "responsibleFor", "cutting pipes")}


def test_items_below_a_role_in_a_list_tell_what_it_does(tmp_path: Path) -> None:
    text = (
        "# Positions\n\n1. **Treasurer**\n   1. Manages the fees.\n   2. Leads budget planning.\n"
        "2. **Secretary**\n   1. Keeps the minutes.\n   2. Arranges the meetings.\n"
    )
    told = triples(built(tmp_path, list_md=text))
    assert ("Treasurer", "responsibleFor", "leading budget planning") in told
    assert ("Secretary", "responsibleFor", "arranging the meetings") in told


def test_what_a_role_answers_for_keeps_its_complement(tmp_path: Path) -> None:
    text = (
        "# Welder\n\nThis position is responsible for the safety of the shop, budgets and the night shift.\n\n"
        "## Duties\n\n- Cut pipes\n- Assists with training and onboarding\n"
    )
    told = {target for _, relation, target in triples(page(tmp_path, text)) if relation == "responsibleFor"}
    assert told == {
        *("safety of the shop", "budgets", "night shift", "cutting pipes"),
        "assisting with training and onboarding",
    }


def test_word_for_the_page_behind_a_title_is_no_part_of_the_role(tmp_path: Path) -> None:
    text = "# Nurse job details\n\n## Requirements\n\n- Patience\n"
    assert triples(page(tmp_path, text)) == {("Nurse", "requiresSkill", "Patience")}
