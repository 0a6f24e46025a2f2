"""Pages of roles: tables of traits, skills with sentences on them, steps of careers, and who is led by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, definitions, entries, triples

if TYPE_CHECKING:
    from pathlib import Path

CLERK = "Yard clerk"
PAGE = "# Yard clerk\n\nA yard clerk keeps the gate book.\n\n## Duties\n\n- Sweep the yard\n\n"


def told(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    return triples(built(tmp_path, page_md=PAGE + text))


def test_cells_of_columns_that_announce_traits_are_told_line_by_line(tmp_path: Path) -> None:
    page = (
        "<h1>Yard clerk</h1><h2>Key "
        "responsibilities</h2><table><thead><tr><th>Area</th><th>Responsibilities</th></tr></thead>"
        "<tr><td>Gate</td><td><ul><li>Open the gate</li><li>Keep the log</li></ul></td></tr>"
        "<tr><td>Yard</td><td><ul><li>Sweep the yard</li></ul></td></tr></table>"
        "<h2>Person specification</h2><table><tr><th>Criteria</th><th>Essential</th><th>Desirable</th></tr>"
        "<tr><td>Knowledge</td><td>Tide tables</td><td>Customs law</td></tr></table>"
    )
    assert {
        (CLERK, "responsibleFor", "opening the gate"),
        (CLERK, "responsibleFor", "keeping the log"),
        (CLERK, "requiresSkill", "tide tables"),
        (CLERK, "requiresSkill", "customs law"),
    } <= triples(built(tmp_path, page_html=page))


def test_marks_below_essential_and_desirable_say_which_skill_is_needed(tmp_path: Path) -> None:
    text = (
        "## Person specification\n\n| Criteria | Essential | Desirable |\n|---|---|---|\n"
        "| Crane licence | x | |\n| First aid training | | x |\n"
    )
    found = built(tmp_path, page_md=PAGE + text)
    optional = {
        each.quote.value: dict(each.qualifiers).get("optional")
        for each in found.evidence
        if each.statement.relation.endswith("requiresSkill")
    }
    assert optional == {"Crane licence": None, "First aid training": "true"}


def test_table_of_days_tells_what_is_done_and_with_whom(tmp_path: Path) -> None:
    text = (
        "## A week\n\n| Day | Focus | With |\n|---|---|---|\n| Monday | Berth planning | Pilots |\n"
        "| Tuesday | Stock count | – |\n"
    )
    assert {
        (CLERK, "responsibleFor", "berth planning"),
        ("berth planning", "collaboratesWith", "pilots"),
        (CLERK, "responsibleFor", "stock count"),
    } <= {
        (who if who == CLERK else who.lower(), kind, what.lower()) for who, kind, what in told(tmp_path, text)
    }


@pytest.mark.parametrize(
    "skill",
    [
        "**Haggling:** Good deals are made by those who prepare.",
        "**Haggling.** Clerks work outdoors and must talk to skippers over large distances.",
        "- **Haggling** – to get the better price",
        "- Haggling — Knowledge of how prices are made.",
    ],
)
def test_head_of_sentences_below_skills_is_the_skill(tmp_path: Path, skill: str) -> None:
    found = {what for _, kind, what in told(tmp_path, f"## Skills\n\n{skill}\n") if kind == "requiresSkill"}
    assert {what.lower() for what in found} == {"haggling"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Many begin as a deck porter.", {("deck porter", CLERK)}),
        (
            "A yard clerk may become a head clerk, then a harbour manager.",
            {(CLERK, "head clerk"), ("head clerk", "harbour manager")},
        ),
        ("You can move from junior clerk to senior clerk.", {("junior clerk", "senior clerk")}),
        (
            "The next step is head clerk, and some go on to become harbour manager.",
            {(CLERK, "head clerk"), (CLERK, "harbour manager")},
        ),
        ("A yard clerk cannot become a harbour manager.", set()),
    ],
)  # fmt: skip
def test_sentences_tell_the_steps_of_a_career(
    tmp_path: Path, sentence: str, expected: set[tuple[str, str]]
) -> None:
    found = told(tmp_path, f"## Outlook\n\n{sentence}\n")
    assert {(one, other) for one, kind, other in found if kind == "precedes"} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Leads a team of five to eight deck porters.",
        "May exercise technical direction over deck porters.",
    ],
)
def test_those_of_a_team_that_is_led_report_to_the_role(tmp_path: Path, sentence: str) -> None:
    found = told(tmp_path, f"## Summary\n\n{sentence}\n")
    assert ("deck porters", "reportsTo", CLERK) in found
    assert not [each for each in found if "team of" in each[2]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Receives general supervision from the harbour manager.", {("reportsTo", "harbour manager")}),
        ("A yard clerk needs neither a licence nor a degree.", set()),
        ("Yard clerks are known by the number of lost boxes.", {("measuredBy", "number of lost boxes")}),
        ("Common metrics are gate time and scrap rate.", {("measuredBy", "gate time"), ("measuredBy", "scrap rate")}),
        ("You report straight to our CEO, Ada.", {("reportsTo", "CEO")}),
        ("The yard clerk reports to the Manager, Port Systems.", {("reportsTo", "Manager, Port Systems")}),
        ("You will be asked to join our busy port security team.", {("memberOf", "port security team")}),
    ],
)  # fmt: skip
def test_sentences_on_a_role_say_no_more_than_they_do(
    tmp_path: Path, sentence: str, expected: set[tuple[str, str]]
) -> None:
    found = told(tmp_path, f"## Summary\n\n{sentence}\n")
    own = {
        (kind, what)
        for who, kind, what in found
        if who == CLERK and kind not in ("exampleOf", "responsibleFor")
    }
    assert own == expected  # fmt: skip
    assert not [each for each in found if each[2].startswith("receiving")]


def test_what_is_said_of_who_does_something_is_said_of_the_role(tmp_path: Path) -> None:
    text = "# Roles\n\n## Contributor\n\nA contributor is anyone who mends nets and answers letters.\n\n## Reviewer\n\n"
    found = triples(built(tmp_path, page_md=text + "Reviewers read patches.\n"))
    assert {
        ("Contributor", "responsibleFor", "mending nets"),
        ("Contributor", "responsibleFor", "answering letters"),
    } <= found


def test_team_among_roles_is_an_entry(tmp_path: Path) -> None:
    text = (
        "# Governance\n\n## Roles\n\n### Reviewer\n\nReviewers read patches.\n\n### Maintainer\n\n"
        "Maintainers cut releases.\n\n"
        "### Steering committee\n\nThe steering committee resolves disputes.\n\n### Rituals\n\nWe meet at nine.\n"
    )
    found = built(tmp_path, page_md=text)
    assert set(entries(found)) == {"Reviewer", "Maintainer", "Steering committee"}
    assert ("Steering committee", "responsibleFor", "resolving disputes") in triples(found)


def test_items_below_what_one_answers_for_are_duties(tmp_path: Path) -> None:
    text = "The yard clerk is always accountable for:\n\n- the fire risk assessment of each shed\n- training porters\n"
    assert {
        (CLERK, "responsibleFor", "fire risk assessment of each shed"),
        (CLERK, "responsibleFor", "training porters"),
    } <= told(tmp_path, text)


def test_items_among_deeds_are_deeds_though_their_verbs_can_be_nouns(tmp_path: Path) -> None:
    text = "## Tasks\n\n- Track customer satisfaction\n- Open the gate\n- Review plans and pull requests\n"
    done = {what for _, kind, what in told(tmp_path, text) if kind == "responsibleFor"}
    assert {
        "tracking customer satisfaction",
        "reviewing plans and pull requests",
    } <= done


def test_section_that_compares_the_role_with_another_tells_them_apart(tmp_path: Path) -> None:
    found = built(tmp_path, page_md=PAGE + "## Yard clerk vs. porter\n\nPorters carry boxes.\n")
    assert list(entries(found)) == [CLERK]
    assert (CLERK, "distinctFrom", "porter") in triples(found)


def test_headings_for_other_titles_give_further_names(tmp_path: Path) -> None:
    found = built(
        tmp_path, page_md=PAGE + "## Alternative titles for this job include\n\nGate clerk, tally clerk\n"
    )
    (entry,) = [term for term in found.terms if term.label.value == CLERK]
    assert {name.value for name in entry.alternatives} == {"Gate clerk", "tally clerk"}


def test_labels_of_employer_and_place_are_read(tmp_path: Path) -> None:
    text = (
        "# Técnico de muelles\n\n**Empresa:** Puertos Albor S.L.\n\n**Ubicación:** Zaragoza\n\n"
        "## Funciones\n\n- Planificar las rutas\n"
    )
    found = triples(built(tmp_path, oferta_md=f"---\nlang: es\n---\n{text}"))
    assert ("Puertos Albor S.L", "employs", "Técnico de muelles") in {
        (a.rstrip("."), b, c) for a, b, c in found
    }
    assert ("Técnico de muelles", "locatedIn", "Zaragoza") in found


@pytest.mark.parametrize("title", ["What is a Yard Clerk?", "What does a Yard Clerk do?"])
def test_title_of_the_front_matter_that_asks_names_the_role(tmp_path: Path, title: str) -> None:
    body = "A yard clerk keeps the gate book.\n\n## Must-have skills\n\nYard clerks need tact.\n"
    text = f'---\ntitle: "{title}"\n---\n\n{body}'
    found = built(tmp_path, page_md=text)
    assert list(entries(found)) == ["Yard Clerk"]
    assert ("Yard Clerk", "requiresSkill", "tact") in triples(found)


def test_profile_without_a_colon_names_the_role(tmp_path: Path) -> None:
    text = (
        "# Kompetenzprofil Hafenplaner\n\n## Aufgaben\n\n- Planung der Liegeplätze\n\n## Kompetenzen\n\n"
        "- Statistik\n"
    )
    assert list(entries(built(tmp_path, profil_md=text))) == ["Hafenplaner"]


def test_portrait_of_a_role_in_prose_is_read_as_its_page(tmp_path: Path) -> None:
    text = (
        "# The dispatcher\n\nIn a haulage firm everything runs through the dispatcher.\n\nA dispatcher works under the "
        "transport manager. To do the job well, a dispatcher needs nerves of steel.\n\n"
        "Many dispatchers started as drivers.\n"
    )
    found = triples(built(tmp_path, page_md=text))
    assert ("dispatcher", "requiresSkill", "nerves of steel") in found
    assert ("drivers", "precedes", "dispatcher") in found


def test_short_line_right_below_another_is_no_heading(tmp_path: Path) -> None:
    text = (
        "JOB DESCRIPTION\n\nJob title: Canteen Leader\n\nWORKING RELATIONSHIPS\n\nInternal: yard crew\n"
        "External: suppliers\n\n"
        "PERSON SPECIFICATION\n\nEssential\nKnowledge of special diets\nFirst aid certificate\n\n"
        "This list is not complete.\n"
    )
    found = triples(built(tmp_path, form_txt=text))
    assert {
        ("Canteen Leader", "collaboratesWith", "yard crew"),
        ("Canteen Leader", "collaboratesWith", "suppliers"),
        ("Canteen Leader", "requiresSkill", "first aid certificate"),
    } <= found


def test_summary_of_a_row_defines_its_role_and_deeds_in_cells_are_deeds(tmp_path: Path) -> None:
    sheet = (
        "Role,Summary,Responsibilities\n"
        "Pay Officer,Pays staff on time,Process monthly payroll; Maintain records; Answer queries\n"
    )
    found = built(tmp_path, roles_csv=sheet + "Pay Clerk,Checks claims,Verify receipts\n")
    assert definitions(found)["Pay Officer"] == ["Pays staff on time"]
    assert ("Pay Officer", "responsibleFor", "processing monthly payroll") in triples(found)
    matrix = (
        "# Levels\n\n| Competency | Junior Developer | Senior Developer |\n|---|---|---|\n"
        "| Collaboration | Asks for help | Mentors new colleagues |\n"
    )
    assert ("Senior Developer", "responsibleFor", "mentoring new colleagues") in triples(
        built(tmp_path, matrix_md=matrix)
    )


def test_title_with_what_the_page_tells_names_the_role(tmp_path: Path) -> None:
    text = (
        "# Rope Tester: Role, Skills and Career Path\n\n## Duties\n\n- Test ropes\n\n## Career path\n\n"
        "Rope Tester → Rope Inspector\n"
    )
    assert list(entries(built(tmp_path, page_md=text))) == ["Rope Tester"]


def test_title_above_two_sections_of_skills_names_a_role_by_its_form(tmp_path: Path) -> None:
    text = "# Wood turner\n\n## Essential skills\n\n- turning\n\n## Optional knowledge\n\n- varnish\n"
    found = built(tmp_path, turner_md=text)
    assert ("Wood turner", "requiresSkill", "varnish") in triples(found)


def test_assistant_of_a_role_says_nothing_of_that_role(tmp_path: Path) -> None:
    text = (
        "# Job titles in a bakery\n\nBaker: Kneads dough.\n\nBaker's assistant: Weighs flour.\n\n"
        "Seller: Serves customers.\n"
    )
    assert ("Baker", "responsibleFor", "weighing flour") not in triples(built(tmp_path, page_md=text))


def test_title_on_a_day_in_a_life_names_the_role_whatever_its_noun(tmp_path: Path) -> None:
    text = "# A day in the life of a harbour pilot\n\nHarbour pilots guide ships.\n\n## 6:00 – On board\n\n"
    found = built(
        tmp_path, page_md=f"{text}The pilot agrees the plan.\n\n## What it takes\n\nYou need steady nerves.\n"
    )
    assert list(entries(found)) == ["Harbour pilot"]
    assert ("Harbour pilot", "requiresSkill", "steady nerves") in triples(found)


def test_cards_of_people_say_whom_they_answer_to_and_manage(tmp_path: Path) -> None:
    text = (
        "# Who does what at the school\n\n## Headteacher\n\nLeads the school and answers to the governing body.\n\n"
        "## Site manager\n\nLooks after the buildings and opens the gates. Line manages the cleaners.\n"
    )
    assert {
        ("Headteacher", "reportsTo", "governing body"),
        ("Site manager", "responsibleFor", "looking after the buildings"),
        ("cleaners", "reportsTo", "Site manager"),
    } <= triples(built(tmp_path, page_md=text))


def test_part_that_is_taken_keeps_in_what(tmp_path: Path) -> None:
    found = told(tmp_path, "## Tasks\n\n- Take part in the on-call rota\n- Open the gate\n")
    assert (CLERK, "responsibleFor", "taking part in the on-call rota") in found


def test_german_definition_that_opens_with_a_verb_names_no_genus(tmp_path: Path) -> None:
    text = (
        "# Rollen im Einkauf\n\n- **Einkäufer**: Verhandelt Rahmenverträge mit Lieferanten.\n"
        "- **Prüfer**: Prüft die Ware.\n- **Bote**: Meldet den Bedarf an.\n"
    )
    assert not [each for each in triples(built(tmp_path, rollen_md=text)) if each[1] == "broader"]


def test_title_that_asks_and_lists_its_parts_names_the_role(tmp_path: Path) -> None:
    text = (
        "# How to become an estate planner: duties, skills and pay\n\nEstate planners draft wills.\n\n"
        "## Requirements\n\n"
    )
    found = built(tmp_path, page_md=f"{text}You need a law degree.\n")
    assert [label.lower() for label in entries(found)] == ["estate planner"]
    assert "law degree" in {what for _, kind, what in triples(found) if kind == "requiresSkill"}


def test_roles_during_an_event_are_listed_whatever_their_nouns(tmp_path: Path) -> None:
    text = (
        "ROLES AND RESPONSIBILITIES DURING THE AUDIT\n\nAudit Sponsor: Opens doors and signs the report.\n\n"
        "Lead Auditor: Plans the audit.\n\nAuditee: Provides documents and answers questions.\n"
    )
    found = built(tmp_path, audit_roles_txt=text)
    assert set(entries(found)) == {"Audit Sponsor", "Lead Auditor", "Auditee"}


def test_title_of_two_grades_names_a_role(tmp_path: Path) -> None:
    text = (
        "# Building Inspector I/II\n\n## Supervision received\n\n"
        "Receives supervision from the Chief Building Official.\n"
    )
    found = triples(built(tmp_path, page_md=text))
    assert {(kind, what) for _, kind, what in found if kind == "reportsTo"} == {
        ("reportsTo", "Chief Building Official")
    }


def test_what_success_looks_like_is_a_measure(tmp_path: Path) -> None:
    assert (CLERK, "measuredBy", "gate uptime") in told(tmp_path, "Success looks like:\n\n- gate uptime\n")
