"""Pages of teams: departments, functions and teams below one another, each with what it answers for."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, classes, entries, triples

PAGE = """\
# Harbour Department Organization Structure

A Harbour Department runs the quays.

## Berth Allocation (BA)

The Berth Allocation, or BA, function is responsible for assigning quays. They draw plans and answer calls.

Common Berth Allocation (BA) job titles: Berth Planner, Berth Clerk

## Port Security Team

We guard the gates.

### Responsibilities

- Check passes
"""


def test_sections_on_teams_are_entries_of_class_team(tmp_path: Path) -> None:
    assert classes(built(tmp_path, page_md=PAGE)) == {
        "Harbour Department": ["Team"],
        "Berth Allocation": ["Team"],
        "Port Security Team": ["Team"],
    }


def test_teams_answer_for_what_their_sections_say(tmp_path: Path) -> None:
    assert {
        ("Berth Allocation", "responsibleFor", "assigning quays"),
        ("Berth Allocation", "responsibleFor", "drawing plans"),
        ("Berth Planner", "memberOf", "Berth Allocation"),
        ("Port Security Team", "responsibleFor", "guarding the gates"),
        ("Port Security Team", "responsibleFor", "checking passes"),
    } <= triples(built(tmp_path, page_md=PAGE))


def test_team_beside_many_other_terms_stays_a_term_among_them(tmp_path: Path) -> None:
    page = "# Glossary of rowing\n\n## Boat crew\n\nThe boat crew rows.\n\n## Shore crew\n\nThe shore crew waits.\n\n"
    page += "".join(
        f"## {name}\n\nA {name.lower()} is a part.\n\n" for name in ("Oar", "Keel", "Bow", "Stern")
    )
    assert set(entries(built(tmp_path, page_md=page))) == {
        "Boat crew",
        "Shore crew",
        "Oar",
        "Keel",
        "Bow",
        "Stern",
    }


def test_items_below_teams_are_teams(tmp_path: Path) -> None:
    page = "# Staff handbook\n\n## Squads\n\n- **Berths** — owns moorings, cranes.\n- **Gates** — owns the fences.\n"
    build = built(tmp_path, page_md=page)
    assert classes(build) == {"Berths": ["Team"], "Gates": ["Team"]}
    assert {("Berths", "responsibleFor", "cranes"), ("Gates", "responsibleFor", "fences")} <= triples(build)
