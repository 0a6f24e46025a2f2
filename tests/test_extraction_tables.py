"""Tables of activities: what a role does, for what share of its time, and with whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import Triple, built, entries, said, skips, triples

ACTIVITIES = {
    "route planning": ("0.4", {"dispatchers", "drivers"}),
    "carrier talks": ("0.35", {"buyers"}),
    "cost reports": ("0.25", {"controllers"}),
}


def table(header: str, share: str = "{}%") -> str:
    """Give the article of a role with a table under a header."""
    rows = [
        ("Route planning", 40, "Dispatchers, drivers"),
        ("Carrier talks", 35, "Buyers"),
        ("Cost reports", 25, "Controllers"),
    ]
    lines = [f"| {name} | {share.format(number)} | {partners} |" for name, number, partners in rows]
    return "\n".join(
        ["# Fleet manager", "", "A fleet manager runs trucks.", "", header, "|---|---|---|", *lines, ""]
    )


def expected() -> set[str]:
    """Give what the table states, in small letters: whether a cell's first word is a name, nobody can tell."""
    duties = {
        f"fleet manager -responsiblefor-> {name} {{share: {share}}}"
        for name, (share, _) in ACTIVITIES.items()
    }
    partners = {
        f"{name} -collaborateswith-> {each}" for name, (_, found) in ACTIVITIES.items() for each in found
    }
    return duties | partners


def without_definition(found: set[str]) -> set[str]:
    return {each.lower() for each in found if "trucks" not in each}


HEADERS = [
    "| Activity | Share | Collaborators |",
    "| Activity | Typical share of week | Primary collaborators |",
    "| Task | % of time | Works with |",
    "| Key activities | Time spent | Key stakeholders |",
    "| Duty | Percent | Partners |",
    "| What | Time | Who with |",
]


@pytest.mark.parametrize("header", HEADERS)
def test_table_of_activities_is_read_whatever_its_columns_are_called(tmp_path: Path, header: str) -> None:
    found = said(built(tmp_path, fleet_md=table(header)), "fleet.md")
    assert without_definition(found) == expected()


@pytest.mark.parametrize(
    ("share", "first"),
    [
        ("{}%", "0.4"),
        ("~{} %", "0.4"),
        ("{}.5%", "0.405"),
        ("about {}%", "0.4"),
    ],
)
def test_share_is_a_decimal_of_the_whole(tmp_path: Path, share: str, first: str) -> None:
    found = built(tmp_path, fleet_md=table(HEADERS[0], share))
    shares = [
        dict(each.qualifiers).get("share") for each in found.evidence if "Route planning" in each.quote.value
    ]
    assert [each for each in shares if each] == [first]


def test_evidence_of_a_row_is_the_row_on_its_line(tmp_path: Path) -> None:
    found = built(tmp_path, fleet_md=table(HEADERS[0]))
    rows = {
        (each.quote.value, each.place.first, each.place.last)
        for each in found.evidence
        if "|" in each.quote.value
    }
    assert rows == {
        ("Route planning | 40% | Dispatchers, drivers", 7, 7),
        ("Carrier talks | 35% | Buyers", 8, 8),
        ("Cost reports | 25% | Controllers", 9, 9),
    }


def test_table_of_a_plain_text_is_read_like_one_of_markdown(tmp_path: Path) -> None:
    text = table(HEADERS[0]).removeprefix("# ").replace("\n\n", "\n")
    assert without_definition(said(built(tmp_path, fleet_txt=text), "fleet.txt")) == expected()


def test_table_of_relations_is_read_by_its_columns(tmp_path: Path) -> None:
    text = (
        "# Career paths\n\n## Nurse\n\nA nurse cares for patients.\n\n"
        "| Role | Reports to | Tools |\n|---|---|---|\n| Ward nurse | Head nurse | Patient record system |\n"
    )
    stated: set[Triple] = triples(built(tmp_path, paths_md=text))
    assert {
        ("Ward nurse", "reportsTo", "head nurse"),
        ("Ward nurse", "uses", "patient record system"),
    } <= stated


def test_table_without_activities_is_reported(tmp_path: Path) -> None:
    text = "# Nurse\n\nA nurse cares.\n\n| Colour | Size |\n|---|---|\n| Red | 4 |\n"
    assert skips(built(tmp_path, nurse_md=text)) == [("nurse.md", 5, "table without activities")]


def test_empty_cells_and_short_rows_say_nothing(tmp_path: Path) -> None:
    header = "| Activity | Share | Collaborators |\n|---|---|---|\n"
    text = f"# Nurse\n\nA nurse cares.\n\n{header}| Rounds | | |\n| | 20% | Doctors |\n"
    assert said(built(tmp_path, nurse_md=text), "nurse.md") == {"Nurse -responsibleFor-> Rounds"}


def test_dash_in_a_cell_says_nothing(tmp_path: Path) -> None:
    header = "| Activity | Share | Collaborators |\n|---|---|---|\n"
    text = f"# Nurse\n\nA nurse cares.\n\n{header}| Rounds | 20% | – |\n"
    assert said(built(tmp_path, nurse_md=text), "nurse.md") == {"Nurse -responsibleFor-> Rounds {share: 0.2}"}


def test_table_whose_first_column_is_a_relation_is_about_the_headword(tmp_path: Path) -> None:
    head = "# Service designer\n\nA service designer shapes services for people.\n\n## Skills\n\n"
    text = f"{head}| Skill | Level |\n|---|---|\n| Prototyping | Expert |\n| Sketching | Working |\n"
    found = built(tmp_path, designer_md=text)
    needed = {
        (subject, target) for subject, relation, target in triples(found) if relation == "requiresSkill"
    }
    assert needed == {("Service designer", "Prototyping"), ("Service designer", "Sketching")}


def test_definition_of_a_role_ends_before_what_leads_on_to_its_duties(tmp_path: Path) -> None:
    text = (
        "# Service designer\n\nA service designer shapes services for people. In this role, you will:\n\n"
        "- map existing journeys\n- run workshops\n\n## Skills\n\n- Prototyping\n"
    )
    found = built(tmp_path, designer_md=text)
    [role] = [term for term in found.terms if not term.mention]
    assert [text.value for text in role.definitions] == ["A service designer shapes services for people."]


def test_sheet_of_roles_and_their_managers_needs_no_definitions(tmp_path: Path) -> None:
    found = built(
        tmp_path, staff_csv="Role,Manager\nDock planner,Head of docks\nCrane driver,Yard supervisor\n"
    )
    assert set(entries(found)) == {"Dock planner", "Crane driver"}
    assert triples(found) == {
        ("Dock planner", "reportsTo", "head of docks"),
        ("Crane driver", "reportsTo", "yard supervisor"),
    }


def test_columns_beside_the_kinds_and_stages_of_a_thing_speak_of_these(tmp_path: Path) -> None:
    kinds = "| Type | Owner | Best for |\n|---|---|---|\n| Day haul | Yard crew | Short trips |\n"
    steps = "| Stage | Output |\n|---|---|\n| Loading | Load list |\n"
    page = f"# Hauling\n\nHauling is the work of moving logs.\n\n{kinds}\n{steps}"
    found = said(built(tmp_path, hauling_md=page), "hauling.md")
    assert {each.lower() for each in found if "work" not in each and "logs" not in each} == {
        "day haul -broader-> hauling",
        "yard crew -responsiblefor-> day haul",
        "day haul -appliesto-> short trips",
        "loading -partof-> hauling",
        "loading -produces-> load list",
    }


def test_ticks_tell_who_does_what(tmp_path: Path) -> None:
    rows = "| Choosing logs | yes | no |\n| Loading | – | ✓ |\n"
    head = "| Task | Owner firm | Yard crew |\n|---|---|---|\n"
    page = f"# Hauling\n\nHauling is the work of moving logs.\n\n{head}{rows}"
    found = {
        each.lower() for each in said(built(tmp_path, hauling_md=page), "hauling.md") if "responsible" in each
    }
    assert found == {
        "owner firm -responsiblefor-> choosing logs",
        "yard crew -responsiblefor-> loading",
    }


def test_columns_set_side_by_side_are_told_apart(tmp_path: Path) -> None:
    text = (
        "# Webhook\n\nA webhook is a request.\n\n## Others\n\n|  | Webhook | Polling | Long call |\n"
        "|---|---|---|---|\n| Load | low | high | high |\n"
    )
    found = triples(built(tmp_path, webhook_md=text))
    apart = {(one, other.lower()) for one, relation, other in found if relation == "distinctFrom"}
    assert apart == {("Webhook", "polling"), ("Webhook", "long call")}


def test_column_of_roles_tells_what_those_in_the_first_do_and_who_they_are(tmp_path: Path) -> None:
    text = (
        "# Load shifting\n\nLoad shifting is a change in use.\n\n## Who takes part\n\n"
        "| Party | Role | Example |\n|---|---|---|\n| Grid keeper | Calls events | Nordgrid, Volta |\n"
        "| Pooler | Pools loads | Enel, Ampere |\n"
    )
    found = {
        (one.lower(), relation, other.lower()) for one, relation, other in triples(built(tmp_path, a_md=text))
    }
    assert {
        ("grid keeper", "responsibleFor", "calling events"),
        ("pooler", "responsibleFor", "pooling loads"),
        ("nordgrid", "exampleOf", "grid keeper"),
        ("ampere", "exampleOf", "pooler"),
    } <= found
