"""Pages of roles: job descriptions, several roles or levels on one page, their duties, skills and fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import Triple, built, classes, definitions, entries, labels, skips, triple, triples

from rolegraph.extraction import Build

ADVERT = """\
# Warehouse Planner (L4) at Brightcargo

**Reports to:** Head of Logistics
**Location:** Porto, Portugal (hybrid)
**Department:** Planning and Flow
**Direct reports:** 2–3 stock analysts, one shift lead
**Salary:** 40,000

We build software for ports. Our engineers use Rust.

## About the role

You will own the loading plan and partner closely with drivers and the customs team.

## What you'll do

- Forecast demand for the three depots
- Define and maintain safety rules, shift calendars and packing standards
- Work with Finance and HR to prepare the yearly budget
- You will not negotiate any contracts
- Escalate delays using Jira

## Who you are

- 3+ years of experience with route planning
- Excellent written and verbal communication skills
- Able to explain trade-offs to drivers

### Nice to have

- Knowledge of SAP

## How success is measured

- On-time departure rate

## Next step

Logistics Manager

## What we offer

- A bicycle
- Support for parents

## How to apply

Send a letter to our team.
"""


def page(folder: Path, text: str, name: str = "page_md") -> Build:
    return built(folder, **{name: text})


def objects(found: Build, relation: str) -> set[str]:
    return {target for _, name, target in triples(found) if name == relation}


def under(folder: Path, heading: str, *items: str) -> set[Triple]:
    """Give what items below a heading say of a trainer."""
    text = f"# Trainer\n\nA trainer teaches.\n\n## {heading}\n\n" + "".join(f"- {item}\n" for item in items)
    return {each for each in triples(page(folder, text)) if "teach" not in each[2]}


def test_advert_is_one_role_named_without_level_and_employer(tmp_path: Path) -> None:
    found = page(tmp_path, ADVERT)
    assert sorted(entries(found)) == ["Warehouse Planner"]
    assert classes(found)["Warehouse Planner"] == ["Role"]


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("hasLevel", {"L4"}),
        ("locatedIn", {"Porto", "Portugal"}),
        ("memberOf", {"Planning and Flow"}),
        ("measuredBy", {"on-time departure rate"}),
        ("precedes", {"Logistics Manager"}),
        ("collaboratesWith", {"drivers", "customs team", "Finance", "HR"}),
        ("uses", {"Jira"}),
        (
            "requiresSkill",
            {
                "route planning",
                "written and verbal communication skills",
                "explaining trade-offs to drivers",
                "SAP",
            },
        ),
        (
            "responsibleFor",
            {
                "loading plan",
                "forecasting demand for the three depots",
                "defining and maintaining safety rules",
                "defining and maintaining shift calendars",
                "defining and maintaining packing standards",
                "escalating delays",
                "preparing the yearly budget",
            },
        ),
    ],
)
def test_advert_tells_each_relation(tmp_path: Path, relation: str, expected: set[str]) -> None:
    assert objects(page(tmp_path, ADVERT), relation) == expected


def test_reporting_lines_run_both_ways(tmp_path: Path) -> None:
    assert {each for each in triples(page(tmp_path, ADVERT)) if each[1] == "reportsTo"} == {
        ("Warehouse Planner", "reportsTo", "Head of Logistics"),
        ("stock analysts", "reportsTo", "Warehouse Planner"),
        ("shift lead", "reportsTo", "Warehouse Planner"),
    }


def test_employer_in_the_title_employs_the_role(tmp_path: Path) -> None:
    assert ("Brightcargo", "employs", "Warehouse Planner") in triples(page(tmp_path, ADVERT))


def test_denied_duty_is_no_triple(tmp_path: Path) -> None:
    found = page(tmp_path, ADVERT)
    (denied,) = [each for each in found.evidence if each.negative]
    assert denied.quote.value == "You will not negotiate any contracts"


def test_offer_and_employer_say_nothing_of_the_role(tmp_path: Path) -> None:
    found = page(tmp_path, ADVERT)
    said = {target for _, _, target in triples(found)}
    assert not said & {"Rust", "bicycle", "software", "letter", "parents", "40,000"}
    assert [reason for _, _, reason in skips(found)] == ["furniture section", "furniture section"]


def test_skill_below_nice_to_have_is_optional(tmp_path: Path) -> None:
    optional = {
        each.quote.value
        for each in page(tmp_path, ADVERT).evidence
        if dict(each.qualifiers).get("optional") == "true"
    }
    assert optional == {"Knowledge of SAP"}


def test_paragraph_to_the_reader_defines_the_role(tmp_path: Path) -> None:
    (text,) = definitions(page(tmp_path, ADVERT))["Warehouse Planner"]
    assert text.startswith("You will own the loading plan")


LADDER = """\
# Gardening career ladder

## Philosophy

Growth takes years.

## G1: Gardener I

### Craft

- Cleans beds every morning

### Impact

- Keeps paths clean

## G2: Gardener II

### Craft

- Plans beds and mentors gardeners

## Head gardener (G3)

### Responsibilities

- Budget of the park

## Promotion process

Promotions happen in May.
"""


def test_ladder_has_an_entry_for_each_level_and_none_for_its_own_sections(tmp_path: Path) -> None:
    assert sorted(entries(page(tmp_path, LADDER.replace("ardener", "arden designer")))) == [
        "Garden designer I",
        "Garden designer II",
        "Head garden designer",
    ]


def test_duties_of_a_level_belong_to_the_role_at_that_level(tmp_path: Path) -> None:
    stated = triples(page(tmp_path, LADDER.replace("ardener", "arden designer")))
    assert ("Garden designer I", "responsibleFor", "cleaning beds") in stated
    assert ("Garden designer II", "responsibleFor", "planning beds") in stated
    assert ("Head garden designer", "hasLevel", "G3") in stated
    assert ("Garden designer II", "broader", "garden designer") in {
        (subject, name, target.lower()) for subject, name, target in stated
    }


def test_heading_that_is_only_a_level_is_that_level_of_the_role_above(tmp_path: Path) -> None:
    text = (
        "# Site engineer\n\nA site engineer checks walls.\n\n## Junior\n\n- Measures walls\n\n"
        "## Senior (grade 7)\n\n- Approves drawings\n"
    )
    found = page(tmp_path, text)
    assert sorted(entries(found)) == ["Junior site engineer", "Senior site engineer", "Site engineer"]
    assert ("Senior site engineer", "responsibleFor", "approving drawings") in triples(found)


def test_roles_on_one_page_keep_their_own_fields(tmp_path: Path) -> None:
    text = (
        "# Crew\n\n## Route planner\n\n- **Works with:** Drivers\n- **Tools:** Excel\n\n"
        "## Fleet manager\n\n**Core duties:**\n\n*Daily:*\n- Inspect the vans\n"
    )
    assert set(triples(page(tmp_path, text))) == {
        ("Route planner", "collaboratesWith", "Drivers"),
        ("Route planner", "uses", "Excel"),
        ("Fleet manager", "responsibleFor", "inspecting the vans"),
    }


def test_table_of_fields_is_read_as_fields(tmp_path: Path) -> None:
    text = "# Fleet manager\n\n| Field | Value |\n|---|---|\n| Reports to | Chief of operations |\n| City | Graz |\n"
    assert set(triples(page(tmp_path, text))) == {
        ("Fleet manager", "reportsTo", "chief of operations"),
        ("Fleet manager", "locatedIn", "Graz"),
    }


def test_table_with_a_row_for_each_role_tells_of_all(tmp_path: Path) -> None:
    text = (
        "# Who does what\n\n| Role | Responsibilities | Reports to |\n|---|---|---|\n"
        "| Fleet manager | Approve repairs | Director |\n| Route planner | Plan tours | Fleet manager |\n"
    )
    assert set(triples(page(tmp_path, text))) == {
        ("Fleet manager", "responsibleFor", "approving repairs"),
        ("Fleet manager", "reportsTo", "Director"),
        ("Route planner", "responsibleFor", "planning tours"),
        ("Route planner", "reportsTo", "Fleet manager"),
    }


def test_table_with_a_column_for_each_level_tells_of_all(tmp_path: Path) -> None:
    text = (
        "# Levels\n\n| Trait | Test engineer L1 | Test engineer L2 |\n|---|---|---|\n"
        "| Work | Writes tests | Reviews tests |\n"
    )
    stated = triples(page(tmp_path, text))
    assert ("Test engineer L1", "responsibleFor", "writing tests") in stated
    assert ("Test engineer L2", "responsibleFor", "reviewing tests") in stated


def test_plain_text_tells_sections_by_their_words(tmp_path: Path) -> None:
    text = (
        "Fleet manager\n\nReports to: Head of operations\n\nKey responsibilities\n• Approve repairs\n\n"
        "Essential\n• First aid certificate\n\nCareer path\nHead of operations\n\nBenefits\n• Lunch\n"
    )
    assert set(triples(page(tmp_path, text, "page_txt"))) == {
        ("Fleet manager", "reportsTo", "head of operations"),
        ("Fleet manager", "responsibleFor", "approving repairs"),
        ("Fleet manager", "requiresSkill", "first aid certificate"),
        ("Fleet manager", "precedes", "head of operations"),
    }


def test_role_is_named_by_the_text_where_no_heading_does(tmp_path: Path) -> None:
    text = "# Summary\n\nAs a Fleet Manager, you will approve repairs.\n\n## Responsibilities\n\n- Inspect the vans\n"
    assert sorted(entries(page(tmp_path, text))) == ["Fleet Manager"]


def test_glossary_with_a_role_among_its_terms_is_no_page_of_roles(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n## Backlog\n\nA backlog is a list.\n\n## Product owner\n\nA product owner ranks it.\n\n"
        "### Responsibilities\n\n- Release planning\n\n## Sprint\n\nA sprint is two weeks.\n\n## "
        "Velocity\n\nA measure.\n"
    )
    assert sorted(entries(page(tmp_path, text))) == ["Backlog", "Product owner", "Sprint", "Velocity"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Own the syllabus", {("Trainer", "responsibleFor", "syllabus")}),
        ("Responsible for room bookings", {("Trainer", "responsibleFor", "room bookings")}),
        (
            "Collect and analyse feedback",
            {("Trainer", "responsibleFor", "collecting and analysing feedback")},
        ),
        ("Monthly report", {("Trainer", "responsibleFor", "monthly report")}),
        ("Supervise junior trainers", {("junior trainers", "reportsTo", "Trainer")}),
        ("Manage stakeholders", {("Trainer", "responsibleFor", "managing stakeholders")}),
        ("Report to the head of learning", {("Trainer", "reportsTo", "head of learning")}),
        (
            "Collaborate across departments (Marketing, Finance) to set dates",
            {
                ("Trainer", "collaboratesWith", "Marketing"),
                ("Trainer", "collaboratesWith", "Finance"),
                ("Trainer", "responsibleFor", "setting dates"),
            },
        ),
        (
            "Write handouts; book rooms",
            {
                ("Trainer", "responsibleFor", "writing handouts"),
                ("Trainer", "responsibleFor", "booking rooms"),
            },
        ),
        (
            "**Course lead**: guides the other trainers",
            {("course lead", "responsibleFor", "guiding the other trainers")},
        ),
        ("Decide how to grade exams", {("Trainer", "responsibleFor", "deciding how to grade exams")}),
        ("No budget", set()),
    ],
)
def test_duty_says_what_is_done_and_with_whom(tmp_path: Path, item: str, expected: set[Triple]) -> None:
    stated = {each for each in under(tmp_path, "Duties", item) if each[1] != "broader"}
    assert stated == expected


@pytest.mark.parametrize(
    ("item", "skills"),
    [
        ("At least two years of experience in adult education", {"adult education"}),
        ("You have a strong background in coaching", {"coaching"}),
        ("Ability to work with shy learners", {"ability to work with shy learners"}),
        ("Experience with tools such as Miro and Zoom", {"Miro", "Zoom"}),
        ("SQL, Python or Go", {"SQL", "Python", "Go"}),
        ("Driving licence (preferred)", {"driving licence"}),
        ("No degree is needed", set()),
        ("Must love what we do", set()),
    ],
)
def test_requirement_names_the_bare_skill(tmp_path: Path, item: str, skills: set[str]) -> None:
    stated = under(tmp_path, "What we're looking for", item)
    assert {target for _, name, target in stated if name == "requiresSkill"} == skills


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "You'll forecast demand and write route maps.",
            {
                ("responsibleFor", "forecasting demand"),
                ("responsibleFor", "writing route maps"),
                ("produces", "route maps"),
            },
        ),
        ("The trainer also books rooms.", {("responsibleFor", "booking rooms")}),
        ("We expect our trainer to coach new colleagues.", {("responsibleFor", "coaching new colleagues")}),
        ("We built a school and sell books.", set()),
        ("You will build lasting relationships.", {("responsibleFor", "building lasting relationships")}),
    ],
)
def test_prose_about_the_role_tells_its_duties(
    tmp_path: Path, sentence: str, expected: set[tuple[str, str]]
) -> None:
    text = f"# Trainer\n\n## About the role\n\n{sentence}\n\n## Requirements\n\n- Patience\n"
    stated = {(name, target) for _, name, target in triples(page(tmp_path, text))}
    assert stated - {("requiresSkill", "Patience")} == expected


def test_heading_below_duties_can_be_a_duty_itself(tmp_path: Path) -> None:
    text = "# Trainer\n\n## Responsibilities\n\n### Keep the course library in order\n\nBooks get lost.\n"
    assert ("Trainer", "responsibleFor", "keeping the course library") in triples(page(tmp_path, text))


def test_examples_on_a_page_of_a_role_still_tell_who_employs_it(tmp_path: Path) -> None:
    text = "# Trainer\n\nA trainer teaches.\n\n## Skills\n\n- Patience\n\n## Examples\n\n- Nokia: trainers run labs.\n"
    assert ("Nokia", "employs", "Trainer") in triples(page(tmp_path, text))


def test_first_column_that_is_a_relation_is_no_label_of_a_field(tmp_path: Path) -> None:
    table = "| KPI | Target |\n|---|---|\n| Berth use | 90% |\n"
    text = f"# Dock planner\n\nThe dock planner plans docks.\n\n## KPIs\n\n{table}"
    stated = triples(built(tmp_path, page_md=text))
    assert [target for _, relation, target in stated if relation == "measuredBy"] == ["berth use"]


def test_heading_that_addresses_the_reader_announces_the_superior(tmp_path: Path) -> None:
    head = "# Dock Planner\n\nPromoted from: Planner\n\n## You will report to\n\nThe Head of Docks\n"
    text = f"{head}\n## Duties\n\n- Plan\n"
    stated = triples(built(tmp_path, page_md=text))
    assert ("Dock Planner", "reportsTo", "Head of Docks") in stated
    assert ("Planner", "precedes", "Dock Planner") in stated


@pytest.mark.parametrize("arrow", ["→", "->", ">"])
def test_arrows_between_roles_tell_which_precedes_which(tmp_path: Path, arrow: str) -> None:
    path = f" {arrow} ".join(("Junior Dock Planner", "Dock Planner", "Senior Dock Planner"))
    text = f"# Dock Planner\n\n## Duties\n\n- Plan the docks\n\n## Career path\n\n{path}\n"
    stated = triples(built(tmp_path, page_md=text))
    assert {each for each in stated if each[1] == "precedes"} == {
        ("Junior Dock Planner", "precedes", "Dock Planner"),
        ("Dock Planner", "precedes", "Senior Dock Planner"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Reports to the Fleet Manager. Supervises trainees.",
        "You report to the Fleet Manager and supervise trainees.",
        "The driver reports to the Fleet Manager. Drivers supervise trainees.",
    ],
)
def test_prose_below_a_reporting_heading_is_read_as_sentences(tmp_path: Path, text: str) -> None:
    page = f"# Driver\n\n## Reporting line\n\n{text}\n\n## Skills\n\n- Patience\n"
    found = built(tmp_path, a_md=page)
    told = {triple(each, labels(found)) for each in found.evidence if "Patience" not in each.quote.value}
    assert told == {("Driver", "reportsTo", "Fleet Manager"), ("trainees", "reportsTo", "Driver")}


def test_names_below_a_reporting_heading_are_no_sentences(tmp_path: Path) -> None:
    page = "# Driver\n\n## Reports to\n\n- Accounts Manager\n- Sales Lead\n\n## Skills\n\n- Patience\n"
    found = built(tmp_path, a_md=page)
    told = {triple(each, labels(found)) for each in found.evidence if "Patience" not in each.quote.value}
    assert told == {("Driver", "reportsTo", "Accounts Manager"), ("Driver", "reportsTo", "Sales Lead")}
