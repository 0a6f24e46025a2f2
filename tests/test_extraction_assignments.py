"""Career paths that arrows draw, and tables that assign activities to roles."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples


def test_career_path_is_read_outside_pages_of_roles_and_in_other_languages(tmp_path: Path) -> None:
    policy = "# Promotion policy\n\nWe promote twice a year.\n\n- Junior Clerk → Clerk: must show accuracy\n"
    french = (
        "# Parcours\n\nLe parcours est ouvert à tous les employés de la maison.\n\n"
        "- Assistant → Gestionnaire → Directeur\n"
    )
    told = triples(built(tmp_path, policy_md=policy, parcours_fr_md=french))
    assert {each for each in told if each[1] in ("precedes", "requiresSkill")} == {
        ("Junior Clerk", "precedes", "Clerk"),
        ("Clerk", "requiresSkill", "accuracy"),
        ("Assistant", "precedes", "Gestionnaire"),
        ("Gestionnaire", "precedes", "Directeur"),
    }


def test_path_in_a_section_of_no_role_joins_the_roles_that_it_names(tmp_path: Path) -> None:
    text = (
        "# Clerk\n\n## Duties\n\n- File letters\n- Count stamps\n\n"
        "# Moving on\n\n1. **Clerk (L1)** → **Inspector or Auditor**\n"
    )
    assert {each for each in triples(built(tmp_path, page_md=text)) if each[1] == "precedes"} == {
        ("Clerk", "precedes", "Inspector"),
        ("Clerk", "precedes", "Auditor"),
    }


def test_arrows_between_other_things_are_no_path(tmp_path: Path) -> None:
    text = "# Export\n\nExport is a way of saving a file.\n\n- File → Save as → Export\n"
    assert not any(relation == "precedes" for _, relation, _ in triples(built(tmp_path, export_md=text)))


RACI = [
    "| Task | Editor | Printer | Author |\n|---|---|---|---|\n| Cover | A/R | C | I |\n| Index | I | | **R** |\n",
    "| Task | Responsible | Accountable | Consulted | Informed |\n|---|---|---|---|---|\n"
    "| Cover | Editor | Editor | Printer | Author |\n| Index | Author | - | - | Editor |\n",
]


@pytest.mark.parametrize("table", RACI, ids=["letters", "names"])
def test_table_of_assignments_says_who_does_what_and_who_is_asked(tmp_path: Path, table: str) -> None:
    found = built(tmp_path, raci_md=f"# Who does what\n\n{table}")
    told = triples(found)
    assert {each for each in told if each[1] == "responsibleFor"} == {
        ("Editor", "responsibleFor", "Cover"),
        ("Author", "responsibleFor", "Index"),
    }
    partners = {
        frozenset((subject, target)) for subject, relation, target in told if relation == "collaboratesWith"
    }
    assert partners == {frozenset(("Printer", "Cover"))}
    assert set(entries(found)) == {"Editor", "Author", "Printer"}


def test_row_of_an_assignment_is_its_evidence(tmp_path: Path) -> None:
    found = built(tmp_path, raci_md=f"# Who does what\n\n{RACI[0]}")
    quotes = {each.quote.value: each.place.first for each in found.evidence}
    assert quotes == {"Cover | A/R | C | I": 5, "Index | I |  | R": 6}


def test_letters_that_grade_are_no_assignments(tmp_path: Path) -> None:
    text = "# Marks\n\n| Pupil | Maths | Art | Sport |\n|---|---|---|---|\n| One | A | B | C |\n| Two | C | A | A |\n"
    assert triples(built(tmp_path, marks_md=text)) == set()
