"""Pages of roles without the headings and titles that usually tell them: who is meant, and what is said of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, definitions, entries, triples

from rolegraph.extraction.roles.announcements import announced_title
from rolegraph.extraction.roles.role_titles import RoleTitles
from rolegraph.ontology import load
from rolegraph.readers import Paragraph, Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("title", "label", "level"),
    [
        ("Yard clerk, Leeds", "Yard clerk", ""),
        ("Yard clerk (nights) x 2", "Yard clerk", ""),
        ("Teaching assistant (Level 2), Elm School", "Teaching assistant", "Level 2"),
        ("Director, Product", "Director, Product", ""),
        ("Person specification: Housing officer", "Housing officer", ""),
        ("Housekeeper wanted for busy inn", "Housekeeper", ""),
        ("Ref 4471 Planning officer", "Planning officer", ""),
        ("Lecturer in Fashion Design", "Lecturer in Fashion Design", ""),
    ],
)
def test_title_of_a_role_loses_what_names_nobody(title: str, label: str, level: str) -> None:
    read = RoleTitles(load()).read(title)
    assert read is not None
    assert (read.label, read.level) == (label, level)


TURNS = """\
Who does what on the barge

The Skipper steers the barge and reports to the Harbour Office Manager.

The Mate looks after the engine and keeps the log.

The Lockhand opens the gates and radios the next lock.

The Cook prepares the meals. The Cook does not stand watches.
"""


def test_paragraphs_that_begin_with_a_role_each_are_entries(tmp_path: Path) -> None:
    found = built(tmp_path, barge_txt=TURNS)
    assert set(entries(found)) == {"Skipper", "Mate", "Lockhand", "Cook"}
    told = triples(found)
    assert ("Lockhand", "responsibleFor", "radioing the next lock") in told
    assert ("Mate", "responsibleFor", "looking after the engine") in told
    assert not [each for each in told if "watches" in each[2]]


def test_sections_beside_roles_that_speak_to_the_reader_are_none(tmp_path: Path) -> None:
    text = (
        "# Handbook\n\n## Rig keeper\n\nThe rig keeper checks ropes and mends sails.\n\n"
        "## Sales clerk\n\nSells tickets and counts the takings.\n\n"
        "## Deck porter\n\nTwo deck porters load the stores.\n\n"
        "## Holidays\n\nYou get 28 days.\n\n## Expenses\n\nKeep the receipts and send them in.\n\n"
        "## Lost property\n\nLost property is kept for a month.\n"
    )
    assert set(entries(built(tmp_path, book_md=text))) == {"Rig keeper", "Sales clerk", "Deck porter"}


def test_column_of_titles_goes_before_a_column_of_levels(tmp_path: Path) -> None:
    text = (
        "# Levels\n\n| Level | Title | Main duties | Skills | Moves on to |\n|---|---|---|---|---|\n"
        "| 1 | Desk Agent | Answer chats | Tact | Desk Lead |\n| 2 | Desk Lead | Plan shifts | Coaching | – |\n"
    )
    found = built(tmp_path, levels_md=text)
    assert set(entries(found)) == {"Desk Agent", "Desk Lead"}
    assert ("Desk Agent", "precedes", "Desk Lead") in triples(found)


def test_profile_in_one_table_is_told_by_its_rows(tmp_path: Path) -> None:
    text = (
        "<table><tr><td>Job title</td><td>Tide officer</td></tr><tr><td>Reports to</td><td>Harbour Master</td></tr>"
        "<tr><td>Purpose</td><td>To keep the tide tables right.</td></tr>"
        "<tr><td>Responsibilities</td><td>Read the gauges<br>Print the tables</td></tr>"
        "<tr><td>Desirable</td><td>Knowledge of currents</td></tr></table>"
    )
    found = built(tmp_path, tide_html=text)
    assert definitions(found) == {"Tide officer": ["To keep the tide tables right."]}
    told = {each[1:] for each in triples(found)}
    assert told >= {("reportsTo", "Harbour Master"), ("responsibleFor", "printing the tables")}
    assert ("requiresSkill", "currents") in told


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (
            "Buchhalter (m/w/d) in Teilzeit\n\nDu buchst die Rechnungen und erstellst die Berichte. "
            "Außerdem bereitest du die Prüfungen vor. Du berichtest an die Leiterin. "
            "Ein Studium ist nicht erforderlich.\n",
            "Buchhalter",
            {
                ("responsibleFor", "Prüfungen vorbereiten"),
                ("responsibleFor", "Berichte erstellen"),
                ("reportsTo", "Leiterin"),
            },
        ),
        (
            "Infirmier scolaire (H/F)\n\nVous accueillez les élèves, suivez les vaccinations et organisez les séances. "
            "Vous travaillez en collaboration avec le médecin scolaire. Le permis B n'est pas nécessaire.\n",
            "Infirmier scolaire",
            {("responsibleFor", "accueillir les élèves"), ("responsibleFor", "suivre les vaccinations")},
        ),
        (
            "Verkäufer (m/w/d)\n\nDas erwartet Sie:\nSie leiten Lehrlinge an.\n\nDas bringen Sie mit:\nGeduld\n\n"
            "Das bieten wir:\nJobticket\n",
            "Verkäufer",
            {("responsibleFor", "Lehrlinge anleiten"), ("requiresSkill", "Geduld")},
        ),
    ],
)
def test_prose_to_the_reader_tells_duties_in_other_languages(
    tmp_path: Path, text: str, label: str, expected: set[tuple[str, str]]
) -> None:
    found = built(tmp_path, seite_txt=text)
    assert list(entries(found)) == [label]
    told = {each[1:] for each in triples(found)}
    assert expected <= told
    assert not [
        each for each in told if "Studium" in each[1] or "permis" in each[1] or "Jobticket" in each[1]
    ]


def test_what_is_not_needed_is_never_asked_for(tmp_path: Path) -> None:
    text = (
        "# Rig keeper\n\n## Requirements\n\n- A driving licence is not required\n- No degree required\n"
        "- Previous experience isn't needed\n- Knowledge of knots is useful but not essential\n\n"
        "## You will not need\n\n- Norwegian\n\n## Duties\n\n- Mend the sails\n- You will not manage staff\n"
    )
    told = {each[1:] for each in triples(built(tmp_path, rig_md=text))}
    assert told == {("requiresSkill", "knots"), ("responsibleFor", "mending the sails")}


def test_role_is_defined_by_the_text_on_it_and_not_by_that_on_its_employer(tmp_path: Path) -> None:
    text = (
        "Marsh Bakery is growing, and we are looking for a Rota Planner to join us.\n\n"
        "The Rota Planner makes the weekly rota. They report to the Head of Baking.\n\n"
        "We offer a pension. Call us if this sounds like you.\n"
    )
    found = built(tmp_path, advert_txt=text)
    assert definitions(found) == {
        "Rota Planner": ["The Rota Planner makes the weekly rota. They report to the Head of Baking."]
    }
    assert ("Marsh Bakery", "employs", "Rota Planner") in triples(found)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We are hiring a vendor manager to keep the books.", "Vendor manager"),
        ("Owners can lease a yard by hiring a vendor across the bay.", ""),
        ("Work starts after hiring a vendor manager.", ""),
    ],
)
def test_what_anybody_may_do_by_hiring_announces_no_role(text: str, role: str) -> None:
    blocks = [Paragraph(Span(text, ((0, 1),)))]
    assert announced_title(blocks, RoleTitles(load())) == role


def test_question_by_the_abbreviation_of_a_long_title_asks_for_skills(tmp_path: Path) -> None:
    page = (
        "Night yard keeper\nA night yard keeper (NYK) is a person who guards boats.\n"
        "What skills does a NYK need?\nCalm, tact, and harbour knowledge.\n"
    )
    found = triples(built(tmp_path, keeper_txt=page))
    assert {target.lower() for _, relation, target in found if relation == "requiresSkill"} == {
        "calm",
        "tact",
        "harbour knowledge",
    }


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Yard clerks are not responsible for tolls.", "tolls"),
        ("A yard clerk isn't directly accountable for tolls.", "tolls"),
        ("A yard clerk is never in charge of tolls.", "tolls"),
    ],
)
def test_what_a_role_does_not_answer_for_is_denied(tmp_path: Path, sentence: str, denied: str) -> None:
    page = f"# Yard clerk\n\nA yard clerk (YC) makes sure that boats are dry. {sentence}\n"
    found = built(tmp_path, clerk_md=page)
    assert ("Yard clerk", "responsibleFor", denied) in triples(found, negative=True)
    assert not [each for each in triples(found) if denied in each[2]]


def test_what_a_role_is_not_and_what_varies_is_no_duty(tmp_path: Path) -> None:
    page = "# Yard clerk\n\nA yard clerk guards boats. Yard clerks are not account managers. Pay varies.\n"
    found = built(tmp_path, clerk_md=page)
    assert {
        each for each in triples(found) | triples(found, negative=True) if each[1] == "responsibleFor"
    } == {("Yard clerk", "responsibleFor", "guarding boats")}
    assert ("Yard clerk", "distinctFrom", "account managers") in triples(found)
