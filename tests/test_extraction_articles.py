"""Articles: one term told of in a title, a definition and sections, as plain text and as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, classes, definitions, entries, said, skips, triples

PLAIN = """\
Release manager
Definition
Release manager
A release manager plans when software goes live and keeps the calendar of releases. The role is young.
How it works
The release manager works with testers and developers. Nobody ships on a Friday.
Examples
Nokia's release managers run a weekly train. At Siemens, release managers own the change calendar.
Related terms
- Change advisory board (CAB): the group that approves changes.
- Rollback: the return to an earlier version.
FAQ
Is a release manager the same as a delivery manager?
No. A delivery manager runs a project with an end, a release manager runs a rhythm without one.
What tools does a release manager use?
Gerrit, Jira and a shared calendar.
Book a demo today and see how our platform helps your releases.
Independent
"""
MARKDOWN = """\
---
title: Release manager
abbreviation: RM
aliases: [release lead, deployment manager]
class: Role
---

A release manager plans when software goes live.

## Responsibilities

- Release calendar
- Coordinating tests

## Related terms

- **Change advisory board (CAB)** – the group that approves changes.
- [Rollback](rollback.md): the return to an earlier version.

## FAQ

### Does a release manager code?

Rarely. Most write scripts only.

### What skills does a release manager need?

Calm, planning and tact.
"""


def test_plain_article_without_blank_lines_is_one_entry_and_its_glossed_terms(tmp_path: Path) -> None:
    found = built(tmp_path, release_txt=PLAIN)
    assert definitions(found) == {
        "Release manager": [
            "A release manager plans when software goes live and keeps the calendar of releases. "
            "The role is young."
        ],
        "Change advisory board": ["the group that approves changes."],
        "Rollback": ["the return to an earlier version."],
    }
    assert abbreviations(found) == {"Change advisory board": ["CAB"]}
    assert classes(found)["Release manager"] == ["Role"]


def test_related_terms_are_related_and_their_gloss_is_a_definition(tmp_path: Path) -> None:
    stated = triples(built(tmp_path, release_txt=PLAIN))
    assert {each for each in stated if each[1] == "related"} == {
        ("Release manager", "related", "Change advisory board"),
        ("Release manager", "related", "Rollback"),
    }


def test_examples_name_organisations_that_employ_the_role(tmp_path: Path) -> None:
    stated = said(built(tmp_path, release_txt=PLAIN), "release.txt")
    assert {each for each in stated if "Nokia" in each or "Siemens" in each} == {
        "Nokia -employs-> Release manager",
        "Siemens -employs-> Release manager",
        "Release manager -responsibleFor-> change calendar {context: at Siemens}",
    }


def test_questions_of_a_plain_text_are_headings_that_end_in_a_question_mark(tmp_path: Path) -> None:
    found = built(tmp_path, release_txt=PLAIN)
    assert [
        (each.question.value, each.answer.value, each.place.first) for each in found.graph.questions()
    ] == [
        (
            "Is a release manager the same as a delivery manager?",
            "No. A delivery manager runs a project with an end, a release manager runs a rhythm without one.",
            13,
        ),
        ("What tools does a release manager use?", "Gerrit, Jira and a shared calendar.", 15),
    ]
    assert {each.about for each in found.graph.questions()} == {entries(found)["Release manager"].iri}


def test_answer_no_to_the_same_as_is_a_difference(tmp_path: Path) -> None:
    stated = triples(built(tmp_path, release_txt=PLAIN))
    assert ("Release manager", "distinctFrom", "delivery manager") in stated


def test_answer_to_what_tools_lists_what_is_used(tmp_path: Path) -> None:
    stated = triples(built(tmp_path, release_txt=PLAIN))
    assert {target for _, relation, target in stated if relation == "uses"} == {
        "Gerrit",
        "Jira",
        "shared calendar",
    }


def test_invitation_and_footer_are_skipped_with_file_and_line(tmp_path: Path) -> None:
    found = built(tmp_path, release_txt=PLAIN)
    assert skips(found) == [("release.txt", 17, "call to action"), ("release.txt", 18, "footer")]
    assert [text for text in labels_of_all(tmp_path) if "demo" in text or "Independent" in text] == []


def labels_of_all(folder: Path) -> list[str]:
    return [term.label.value for term in built(folder).terms]


def test_front_matter_gives_names_and_class(tmp_path: Path) -> None:
    found = built(tmp_path, release_md=MARKDOWN)
    term = entries(found)["Release manager"]
    assert [text.value for text in term.abbreviations] == ["RM"]
    assert [text.value for text in term.alternatives] == ["release lead", "deployment manager"]
    assert classes(found)["Release manager"] == ["Role"]


def test_front_matter_counts_where_the_first_heading_repeats_the_title(tmp_path: Path) -> None:
    text = MARKDOWN.replace("---\n\nA release", "---\n\n# Release manager\n\nA release")
    found = built(tmp_path, release_md=text)
    assert abbreviations(found)["Release manager"] == ["RM"]


def test_page_that_tells_of_its_title_in_headings_is_one_article(tmp_path: Path) -> None:
    page = (
        "---\ntitle: Freight ledger\n---\n\nA freight ledger is a list of what was moved. A ledger uses stamps.\n\n"
        "## Parts of a freight ledger\n\n### Columns\n\nColumns are the places where weights are written.\n\n"
        "### Margins\n\nMargins hold the notes of the clerk.\n"
    )
    found = built(tmp_path, ledger_md=page)
    assert list(entries(found)) == ["Freight ledger"]
    assert ("Freight ledger", "uses", "stamps") in triples(found)


def test_unknown_class_is_reported_and_the_rest_is_built(tmp_path: Path) -> None:
    found = built(tmp_path, widget_md="---\ntitle: Widget\nclass: Gadget\n---\nA widget is a part.\n")
    assert [(skip.source, skip.text, skip.reason) for skip in found.skipped] == [
        ("widget.md", "class: Gadget", "no such class")
    ]
    assert classes(found) == {"Widget": []}


def test_items_below_a_heading_of_duties_are_responsibilities(tmp_path: Path) -> None:
    stated = triples(built(tmp_path, release_md=MARKDOWN))
    assert {
        target
        for role, name, target in stated
        if (role, name) == ("Release manager", "responsibleFor") and "software" not in target
    } == {
        "release calendar",
        "coordinating tests",
    }


def test_questions_of_markdown_are_headings_below_faq(tmp_path: Path) -> None:
    found = built(tmp_path, release_md=MARKDOWN)
    assert [(each.question.value, each.answer.value) for each in found.graph.questions()] == [
        ("Does a release manager code?", "Rarely. Most write scripts only."),
        ("What skills does a release manager need?", "Calm, planning and tact."),
    ]
    assert {each for each in triples(found) if each[1] == "requiresSkill"} == {
        ("Release manager", "requiresSkill", "Calm"),
        ("Release manager", "requiresSkill", "planning"),
        ("Release manager", "requiresSkill", "tact"),
    }


ROLE = """\
# Payroll analyst

A payroll analyst checks that people are paid on time.

## Requirements

- 3+ years of experience with SAP
- Knowledge of tax law
- Discretion
- Spanish (nice to have)

## Tools

- SAP
- Excel

## Reports to

- Payroll manager

## Works with

- Accountants

## Metrics

- Error rate

## Next role

- Senior payroll analyst

## Deliverables

- Pay run report
"""


@pytest.mark.parametrize(
    ("relation", "targets"),
    [
        ("requiresSkill", {"SAP", "tax law", "Discretion", "Spanish"}),
        ("uses", {"SAP", "Excel"}),
        ("reportsTo", {"payroll manager"}),
        ("collaboratesWith", {"accountants"}),
        ("measuredBy", {"error rate"}),
        ("precedes", {"senior payroll analyst"}),
        ("produces", {"pay run report"}),
    ],
)
def test_heading_tells_the_relation_of_its_items(tmp_path: Path, relation: str, targets: set[str]) -> None:
    stated = triples(built(tmp_path, payroll_md=ROLE))
    assert {target for subject, name, target in stated if name == relation} == targets


def test_skill_that_is_nice_to_have_is_marked_optional(tmp_path: Path) -> None:
    found = built(tmp_path, payroll_md=ROLE)
    optional = [
        dict(each.qualifiers).get("optional") for each in found.evidence if "Spanish" in each.quote.value
    ]
    assert optional == ["true"]


@pytest.mark.parametrize(
    ("item", "skill"),
    [
        ("Basic knowledge of SQL", "SQL"),
        ("Good listening skills (optional)", "listening skills"),
        ("3+ years of experience with SAP", "SAP"),
        ("AWS certification is a plus", "AWS certification"),
        ("Fluency in English; French is a plus", "Fluency in English"),
    ],
)
def test_item_of_requirements_names_just_the_skill(tmp_path: Path, item: str, skill: str) -> None:
    text = f"# Trainer\n\nA trainer teaches.\n\n## Requirements\n\n- {item}\n"
    targets = [target for _, name, target in triples(built(tmp_path, a_md=text)) if name == "requiresSkill"]
    assert skill in targets


def test_duty_stays_whole_where_only_its_objects_are_joined(tmp_path: Path) -> None:
    text = "# Trainer\n\nA trainer teaches.\n\n## Duties\n\n- Advise leads on reviews, promotions and pay\n"
    targets = {
        target for _, relation, target in triples(built(tmp_path, a_md=text)) if relation == "responsibleFor"
    }
    assert [target for target in targets if not target.startswith("advising leads on reviews")] == []


FAMILY = """\
# Data analyst family

## Data analyst

A data analyst turns raw data into reports.

### Junior data analyst (grade 5)

A junior data analyst cleans data.

### Senior data analyst (grade 7)

A senior data analyst leads projects and reports to the analytics manager.

## Levels

| Level | Title | Reports to |
|---|---|---|
| L5 | Junior data analyst | Senior data analyst |
| L7 | Senior data analyst | Analytics manager |
"""


def test_role_family_has_an_entry_for_each_level(tmp_path: Path) -> None:
    assert {"Data analyst", "Junior data analyst", "Senior data analyst"} <= set(
        entries(built(tmp_path, family_md=FAMILY))
    )


def test_subject_of_a_row_is_the_cell_that_names_the_role(tmp_path: Path) -> None:
    stated = triples(built(tmp_path, family_md=FAMILY))
    assert {each for each in stated if each[1] == "reportsTo"} == {
        ("Junior data analyst", "reportsTo", "Senior data analyst"),
        ("Senior data analyst", "reportsTo", "analytics manager"),
    }


def test_list_that_answers_a_question_may_hold_an_infinitive(tmp_path: Path) -> None:
    first = "# Nurse\n\nA nurse is a role.\n\n## FAQ\n\n"
    text = f"{first}### What skills does a nurse need?\n\nPatience, care, and the courage to ask.\n"
    found = triples(built(tmp_path, nurse_md=text))
    assert {target for _, relation, target in found if relation == "requiresSkill"} == {
        "Patience",
        "care",
        "courage to ask",
    }


def test_title_with_only_announced_items_below_it_is_an_entry(tmp_path: Path) -> None:
    found = built(tmp_path, crate_md="# Crate\n\n## Also called\n\n- Box\n\n## Key metrics\n\n- Fill rate\n")
    assert set(entries(found)) == {"Crate"}
    assert ("Crate", "measuredBy", "fill rate") in triples(found)


def test_title_above_items_that_nothing_announces_is_no_entry(tmp_path: Path) -> None:
    assert entries(built(tmp_path, crate_md="# Crate\n\n## Whatever\n\n- Box\n- Lid\n")) == {}


def test_list_of_references_that_ends_in_a_comma_names_nothing_more(tmp_path: Path) -> None:
    text = "Product manager\n\nA role that owns a product.\n\nSee Product managerAccording to X, \n"
    found = built(tmp_path, page_txt=text)
    assert ("Product manager", "related", "Product managerAccording to X") in triples(found)
