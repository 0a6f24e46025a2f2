"""Adverts of posts, copied from a board of jobs without their mark-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, definitions, entries, triples

if TYPE_CHECKING:
    from pathlib import Path

ADVERT = """\
Skip to main content
Jobs
Pay guide
Sign in
Quay Shift Supervisor
Tidewell Stevedores
Leith · Full-time · Posted 2 days ago
Easy apply
About the company
Tidewell Stevedores loads and unloads ships in four harbours of the east coast.
About the role
As Quay Shift Supervisor you keep the late shift safe. You report to the Harbour Manager.
What you will do
Plan the crews of the shift
Brief the crane drivers at the start of the shift
What you bring
A valid crane licence
Good command of Dutch and English
Experience with stowage plans from at least two harbours
What we offer
25 days of holiday
How your success is measured
Berth hours
Absence rate
Similar jobs
Team Lead Inbound
Share this job
"""


@pytest.fixture
def told(tmp_path: Path) -> set[tuple[str, str, str]]:
    return triples(built(tmp_path, advert_txt=ADVERT))


def test_role_of_an_advert_is_found_between_the_lines_of_a_board(tmp_path: Path) -> None:
    found = built(tmp_path, advert_txt=ADVERT)
    assert list(entries(found)) == ["Quay Shift Supervisor"]
    (defined,) = definitions(found)["Quay Shift Supervisor"]
    assert defined.startswith("As Quay Shift Supervisor you keep")


def test_lines_beside_the_title_tell_employer_and_place(told: set[tuple[str, str, str]]) -> None:
    assert ("Tidewell Stevedores", "employs", "Quay Shift Supervisor") in told
    assert ("Quay Shift Supervisor", "locatedIn", "Leith") in told


def test_lines_of_an_advert_are_items_below_its_headings(told: set[tuple[str, str, str]]) -> None:
    role = "Quay Shift Supervisor"
    assert {
        (role, "responsibleFor", "planning the crews of the shift"),
        (role, "requiresSkill", "Dutch"),
        (role, "measuredBy", "berth hours"),
        (role, "measuredBy", "absence rate"),
    } <= told


def test_other_jobs_on_the_board_are_nothing_of_the_advert(told: set[tuple[str, str, str]]) -> None:
    assert not [each for each in told if "Inbound" in each[2] or "holiday" in each[2]]


def test_name_meant_for_all_is_a_title_whatever_its_noun(tmp_path: Path) -> None:
    text = (
        "Stellen > Hafen\nMerken\nDrucken\nKaiplaner Schüttgut (m/w/d)\nHallhafen GmbH\nRegensburg\nVollzeit\n"
        "Ihre Aufgaben\n- Planung der Liegeplätze\n- Führung der Schichtpläne\n"
        "Ihr Profil\n- Sicherer Umgang mit AutoCAD\n"
    )
    found = built(tmp_path, stelle_txt=text)
    assert list(entries(found)) == ["Kaiplaner Schüttgut"]
    assert {
        ("Hallhafen GmbH", "employs", "Kaiplaner Schüttgut"),
        ("Kaiplaner Schüttgut", "locatedIn", "Regensburg"),
        ("Kaiplaner Schüttgut", "responsibleFor", "Planung der Liegeplätze"),
    } <= triples(found)


def test_title_of_a_class_of_posts_names_the_role(tmp_path: Path) -> None:
    text = (
        "BOROUGH OF TIDEWELL\nCLASS SPECIFICATION\n\nClass Title: Lock Keeper II\nClass Code: 44\n\nDEFINITION\n"
        "Under general supervision, operates the locks of the canal.\n\n"
        "EXAMPLES OF DUTIES\n1. Inspects gates.\n2. Keeps logs.\n"
    )
    assert list(entries(built(tmp_path, klass_txt=text))) == ["Lock Keeper II"]
