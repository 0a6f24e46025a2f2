"""What clauses on pages of roles say: by whom else a sentence can speak of the role, and where a duty is cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples

PAGE = "# Stock clerk\n\n## Overview\n\n{}\n\n## Requirements\n\n- Excel\n"


def said(folder: Path, text: str, *, item: bool = False) -> set[tuple[str, str]]:
    page = PAGE.format(text)
    if item:
        page = page.replace("Overview", "Responsibilities").replace(text, f"- {text}")
    return {(kind, target) for _, kind, target in triples(built(folder, page_md=page)) if target != "Excel"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Incumbents in this class sort returns.", ("responsibleFor", "sorting returns")),
        ("Under general direction, incumbents count pallets.", ("responsibleFor", "counting pallets")),
        ("Their main mission is to keep the shelves full.", ("responsibleFor", "keeping the shelves full")),
        ("The work also involves checking deliveries.", ("responsibleFor", "checking deliveries")),
        ("Work involves responsibility for counting stock.", ("responsibleFor", "counting stock")),
        ("Incumbents pack boxes; loading trucks; and label pallets.", ("responsibleFor", "loading trucks")),
        ("The stock clerk supports and enforces the rules.", ("responsibleFor", "supporting and enforcing the rules")),
        ("The stock clerk helps the crew remove pallets.", ("responsibleFor", "helping the crew remove pallets")),
        ("This is the entry-level class in the series.", ("hasLevel", "entry-level")),
        ("Typically requires Art Diploma or equivalent and a licence.", ("requiresSkill", "Art Diploma")),
        ("The position requires knowledge of customs codes.", ("requiresSkill", "customs codes")),
    ],
)  # fmt: skip
def test_sentences_speak_of_the_role_in_other_words(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keep careful, exact, and tidy logs", {("responsibleFor", "keeping careful, exact, and tidy logs")}),
        ("Maintain current and planned stock", {("responsibleFor", "maintaining current and planned stock")}),
        ("Share rosters and bookings in the channel", {("responsibleFor", "sharing rosters and bookings")}),
        ("Promote “clean-as-you-go”", {("responsibleFor", "promoting clean-as-you-go")}),
        ("Help the crew to reduce waste", {("responsibleFor", "helping the crew to reduce waste")}),
        ("Help crew members with forms", {("responsibleFor", "helping crew members")}),
        ("Authority to stop deliveries", {("responsibleFor", "stopping deliveries")}),
        ("Ensure compliance with fire rules", {("responsibleFor", "ensuring compliance with fire rules")}),
        ("Train loaders in lifting", {("responsibleFor", "training loaders in lifting")}),
        (
            "Work with partners such as hauliers and pilots",
            {
                *(("collaboratesWith", each) for each in ("partners", "hauliers", "pilots")),
                ("exampleOf", "partners"),
            },
        ),
    ],
)  # fmt: skip
def test_duty_is_cut_where_a_reader_would_cut_it(
    tmp_path: Path, text: str, expected: set[tuple[str, str]]
) -> None:
    assert said(tmp_path, text, item=True) == expected


def test_help_with_a_deed_supports_no_verb(tmp_path: Path) -> None:
    assert said(tmp_path, "They help remove pallets.") == {("responsibleFor", "removing pallets")}


def test_official_description_of_a_class_of_posts_is_the_page_of_a_role(tmp_path: Path) -> None:
    page = """\
HILLMARSH COUNTY

CLASSIFICATION NO. 77
FLSA: Non-Exempt

ARCHIVE ASSISTANT

CLASS CHARACTERISTICS

Incumbents sort deeds and maps, wrap boxes, and bring them to readers in the reading room of the county.

DISTINGUISHING CHARACTERISTICS

The archive assistant differs from the archivist, who decides what is kept.
"""
    build = built(tmp_path, page_txt=page)
    assert list(entries(build)) == ["ARCHIVE ASSISTANT"]
    assert ("ARCHIVE ASSISTANT", "responsibleFor", "wrapping boxes") in set(triples(build))


def test_title_of_responsibilities_and_skills_names_the_role(tmp_path: Path) -> None:
    page = "# Key Responsibilities and Required Skills for a Ferry Steward\n\n## Duties\n\n- Sell tickets\n"
    assert list(entries(built(tmp_path, page_md=page))) == ["Ferry Steward"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They are the liaison between the sales, marketing, and yard teams.", ("collaboratesWith", "marketing")),
        ("Beyond loading ships, stock clerks keep the log.", ("responsibleFor", "loading ships")),
        ("Another task of the stock clerk is to draw maps.", ("responsibleFor", "drawing maps")),
        ("A stock clerk is employed to count goods.", ("responsibleFor", "counting goods")),
        ("They ensure guests reach the ships they like.", ("responsibleFor", "ensuring guests reach the ships")),
        ("As a member of the night shift team, you count.", ("memberOf", "night shift team")),
        ("The stock clerk is a grade 4.", ("hasLevel", "grade 4")),
    ],
)  # fmt: skip
def test_sentences_tell_partners_units_and_what_is_made_sure_of(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(tmp_path, text)


def test_what_is_done_together_is_a_duty_too(tmp_path: Path) -> None:
    told = said(tmp_path, "Work with sales to fill orders", item=True)
    assert told == {("collaboratesWith", "sales"), ("responsibleFor", "filling orders")}


def test_coordinated_functions_are_worked_with(tmp_path: Path) -> None:
    told = said(tmp_path, "Settle claims, coordinating product, finance and sales", item=True)
    assert {("collaboratesWith", name) for name in ("product", "finance", "sales")} < told


def test_initials_by_which_a_page_calls_its_role_are_its_abbreviation(tmp_path: Path) -> None:
    page = "# Night stock manager\n\n## Duties\n\nNSMs count pallets.\n\n## Tools\n\n- ABC\n"
    build = built(tmp_path, page_md=page)
    assert [text.value for text in entries(build)["Night stock manager"].abbreviations] == ["NSM"]
    assert ("Night stock manager", "responsibleFor", "counting pallets") in triples(build)


def test_two_activities_with_one_object_are_one_skill_and_years_stay_whole(tmp_path: Path) -> None:
    page = PAGE.format("x").replace(
        "- Excel", "- Risk identification and mitigation\n- 2-4 years for seniors"
    )
    found = {target for _, kind, target in triples(built(tmp_path, page_md=page)) if kind == "requiresSkill"}
    assert found == {"risk identification and mitigation", "2-4 years for seniors"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Collecting, sorting and binding old maps", {("responsibleFor", "collecting, sorting and binding old maps")}),
        ("Inventory control, gates", {("responsibleFor", "inventory control"), ("responsibleFor", "gates")}),
        ("Co-ordinate the rota", {("responsibleFor", "co-ordinating the rota")}),
        ("Engage in checks and risk management", {("responsibleFor", "engaging in checks and risk management")}),
    ],
)  # fmt: skip
def test_noun_before_another_is_no_verb(tmp_path: Path, text: str, expected: set[tuple[str, str]]) -> None:
    assert said(tmp_path, text, item=True) == expected


def test_clause_behind_and_goes_on_with_the_subject(tmp_path: Path) -> None:
    told = said(tmp_path, "Incumbents will sort mail and will be responsible for keeping stamps.")
    assert told == {("responsibleFor", "sorting mail"), ("responsibleFor", "keeping stamps")}


def test_what_stands_behind_the_name_of_a_partner_is_no_partner(tmp_path: Path) -> None:
    page = PAGE.format("x") + "\n## Works with\n\n- Yard Lead - Northern Gate\n- Porters\n"
    told = {
        (who, with_whom) for who, kind, with_whom in triples(built(tmp_path, page_md=page)) if kind[0] == "c"
    }
    assert told == {("Stock clerk", "Yard Lead"), ("Stock clerk", "porters")}


FORM = """\
Position Title:
Deputy Dock Nurse - Pier 4

Organisation Unit:
Harbour Clinic

Responsible to:
Dock Nurse - Pier 1

Band: 6

Key Result Areas
- To treat sailors
"""


def test_values_below_their_labels_tell_the_role_and_its_relations(tmp_path: Path) -> None:
    build = built(tmp_path, form_txt=FORM)
    assert list(entries(build)) == ["Deputy Dock Nurse"]
    assert {
        ("Deputy Dock Nurse", "memberOf", "Harbour Clinic"),
        ("Deputy Dock Nurse", "reportsTo", "Dock Nurse"),
        ("Deputy Dock Nurse", "responsibleFor", "treating sailors"),
    } <= triples(build)


VERSUS = """\
# Dock Supervisor vs Yard Supervisor

A Dock Supervisor oversees berths. In contrast, a Yard Supervisor manages fences. Both roles require tact.

Trait | Dock Supervisor | Yard Supervisor
---|---|---
Key responsibilities | Inventory control, berth planning | Fence repair, gate control
Skills required | Rope work, swimming | Carpentry
Team management | Mooring clerks | Gate keepers
"""


def test_column_for_each_role_is_read_by_the_labels_of_the_rows(tmp_path: Path) -> None:
    told = triples(built(tmp_path, page_md=VERSUS))
    assert {
        ("Dock Supervisor", "responsibleFor", "inventory control"),
        ("Dock Supervisor", "requiresSkill", "swimming"),
        ("mooring clerks", "reportsTo", "Dock Supervisor"),
        ("Dock Supervisor", "responsibleFor", "overseeing berths"),
        ("Yard Supervisor", "responsibleFor", "managing fences"),
        ("Dock Supervisor", "requiresSkill", "tact"),
        ("Yard Supervisor", "requiresSkill", "tact"),
    } <= told


def test_headline_of_a_plain_text_names_the_role_and_defines_nothing(tmp_path: Path) -> None:
    text = (
        "Dock Nurse Job Description: Top Duties and Qualifications\n\n"
        "A Dock Nurse, or Chief Bandager treats sailors in a clinic by the sea.\n\nWhat does a Dock Nurse do?\n\n"
        "A Dock Nurse is responsible for staffing the clinic.\n\nDock nurse duties\n\n- Clean wounds\n"
    )
    build = built(tmp_path, jobs_txt=text)
    [(label, nurse)] = entries(build).items()
    assert (label, nurse.definitions[0].value[:25]) == ("Dock Nurse", "A Dock Nurse, or Chief Ba")
    assert ("Dock Nurse", "responsibleFor", "staffing the clinic") in triples(build)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meet with HR and finance teams", {("collaboratesWith", "HR"), ("collaboratesWith", "finance teams")}),
        ("Issue direct debits and tax receipts", {("issuing", "direct debits and tax receipts")}),
        ("Train loaders and direct visitors", {("training", "loaders"), ("directing", "visitors")}),
        ("Process claims accurately", {("processing", "claims")}),
        ("Run the clinic", {("running", "the clinic")}),
        ("Keep accurate and timely records", {("keeping", "accurate and timely records")}),
        ("Ensure bills are correct before anybody in the yard pays for them", {("ensuring", "bills are correct")}),
        ("Ensure that guests are met at the gate and fed before they go", {("ensuring", "that guests are met")}),
        ("Ensure the club meets all its duties", {("ensuring", "the club meets all duties")}),
    ],
)  # fmt: skip
def test_words_of_two_kinds_are_told_apart(tmp_path: Path, text: str, expected: set[tuple[str, str]]) -> None:
    told = {("responsibleFor", f"{a} {b}") if a.endswith("ing") else (a, b) for a, b in expected}
    assert said(tmp_path, text, item=True) == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Key performance indicators for this role include waste and damage.", ("measuredBy", "waste")),
        ("A stock clerk's main duty is to count pallets.", ("responsibleFor", "counting pallets")),
        (
            "The stock clerk role also includes tasks like counting pallets.",
            ("responsibleFor", "counting pallets"),
        ),
    ],
)
def test_sentences_of_articles_tell_tasks_and_metrics(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(tmp_path, text)


def test_article_that_compares_two_roles_is_read_for_both(tmp_path: Path) -> None:
    page = (
        "# Dock planner vs. Yard planner – what differs\n\nMany mix them up.\n\n"
        "- Dock planners draw berths. They call ships.\n- Yard planners draw lanes.\n\n"
        "## Who are yard planners?\n\nThey count lorries.\n"
    )
    build = built(tmp_path, page_md=page)
    assert set(entries(build)) == {"Dock planner", "Yard planner"}
    assert triples(build) == {
        ("Dock planner", "distinctFrom", "Yard planner"),
        ("Dock planner", "responsibleFor", "drawing berths"),
        ("Dock planner", "responsibleFor", "calling ships"),
        ("Yard planner", "responsibleFor", "drawing lanes"),
        ("Yard planner", "responsibleFor", "counting lorries"),
    }
