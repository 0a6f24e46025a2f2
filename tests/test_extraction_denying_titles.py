"""What stands behind or below a label that denies is never a fact; what only seems denied is no denial."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, triples

ROLE = "# Mill clerk\n\nThe mill clerk looks after the looms.\n\n## Duties\n\n- Oiling looms\n- Repairing belts\n\n"


@pytest.mark.parametrize(
    "denial",
    [
        "They are not required to:\n\n- Buy yarn\n- Drive the van\n",
        "They are not expected to:\n\n- Buy yarn\n- Drive the van\n",
        "Avoid: buying yarn\n\nNot: driving the van\n",
        "- Never: buying yarn\n- Out of scope: driving the van\n",
        "Out of scope: buying yarn\n\nExcluded: driving the van\n",
        "## Avoid\n\n- Buying yarn\n- Driving the van\n",
    ],
)
def test_duties_that_a_label_denies_are_denied(tmp_path: Path, denial: str) -> None:
    page = built(tmp_path, page_md=ROLE + denial)
    assert {each[2] for each in triples(page, negative=True)} == {"buying yarn", "driving the van"}
    assert not {each[2] for each in triples(page)} & {"buying yarn", "driving the van", "Avoid"}


def test_labels_of_a_term_that_deny_say_nothing_and_are_no_terms(tmp_path: Path) -> None:
    page = built(
        tmp_path,
        page_md="# Glossary\n\n- Sprint: A turn of work. Avoid: cycle. Not: phase. Out of scope: Phase.\n"
        "- Phase: A part of a plan.\nOut of scope: Sprint\n",
    )
    assert definitions(page) == {"Sprint": ["A turn of work."], "Phase": ["A part of a plan."]}


def test_column_that_denies_states_nothing(tmp_path: Path) -> None:
    sheet = "Term,Definition,Out of scope\nSprint,A turn of work.,Phase\nPhase,A part of a plan.,Sprint\n"
    assert not {
        each
        for each in triples(built(tmp_path, page_csv=sheet))
        if each[1] == "appliesTo" and each[2] in ("Phase", "Sprint")
    }


DENIED = [
    ("It helps avoid neither waste nor delay.", {"avoiding waste", "avoiding delay"}),
    ("Without kanban, firms use timetables.", set()),
    ("Kanban doesn't just use timetables.", set()),
    ("Kanban doesn’t merely use timetables.", set()),
    ("Kanban does not only use timetables.", set()),
    ("Kanban doesn't use timetables.", {"Timetable"}),
]


@pytest.mark.parametrize(("sentence", "denied"), DENIED, ids=[sentence for sentence, _ in DENIED])
def test_only_what_is_denied_is_denied(tmp_path: Path, sentence: str, denied: set[str]) -> None:
    page = f"# Glossary\n\n- Kanban: A method. {sentence}\n- Timetable: A plan.\n"
    build = built(tmp_path, page_md=page)
    assert {each[2] for each in triples(build, negative=True)} == denied
    assert "avoid" not in {each[2] for each in triples(build)}


FOREIGN = [
    (
        "# Vendeur\n\nLe vendeur sert les clients.\n\n## Missions\n\n- Remplir les rayons\n- Servir les clients\n\n",
        "À éviter : accorder des remises",
    ),
    (
        "# Verkäufer\n\nDer Verkäufer bedient Kunden.\n\n## Aufgaben\n\n- Regale füllen\n- Kunden bedienen\n\n",
        "Nicht: Rabatte geben",
    ),
    (
        "# Vendedor\n\nEl vendedor atiende a los clientes.\n\n## Funciones\n\n- Llenar estantes\n\n",
        "Fuera de alcance: dar descuentos",
    ),
]


@pytest.mark.parametrize(("page", "denial"), FOREIGN, ids=["fr", "de", "es"])
def test_labels_deny_in_other_languages(tmp_path: Path, page: str, denial: str) -> None:
    build = built(tmp_path, page_md=f"{page}{denial}\n")
    said = denial.partition(":")[2].strip()
    assert {each[2] for each in triples(build, negative=True)} == {said}
    assert said not in {each[2] for each in triples(build)}
