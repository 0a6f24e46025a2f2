"""Heads with several names: outside the bold type, behind a comma or a slash; and names turned round."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries

NAMED = [
    ("**SLA** (Service agreement):", {"SLA", "Service agreement"}),
    ("**SLA** [Service agreement]:", {"SLA", "Service agreement"}),
    ("**SLA**, or Service agreement:", {"SLA", "Service agreement"}),
    ("**SLA** / **Service agreement** –", {"SLA", "Service agreement"}),
    ("**SLA** or **Service agreement**:", {"SLA", "Service agreement"}),
    ("**Warp**, **chain** –", {"Warp", "chain"}),
]


def names(page: Path, text: str, form: str = "page_md") -> dict[str, set[str]]:
    """Give the other names of each entry."""
    found = entries(built(page, **{form: text}))
    return {
        label: {name.value for name in (*term.abbreviations, *term.alternatives)}
        for label, term in found.items()
    }


@pytest.mark.parametrize("sign", ["\n", "<br>\n", "  \n", "\n\n"], ids=["line", "br", "blanks", "paragraph"])
@pytest.mark.parametrize(("head", "expected"), NAMED, ids=[head for head, _ in NAMED])
def test_names_outside_bold_type_belong_to_the_head(
    tmp_path: Path, head: str, expected: set[str], sign: str
) -> None:
    page = sign.join(
        ("**Loom**: A frame for weaving.", f"{head} A thing we use.", "**Weft**: A cross thread.")
    )
    found = names(tmp_path, page)
    label = next(label for label in found if label in expected)
    assert len(found) == 3
    assert {label, *found[label]} == expected
    assert definitions(built(tmp_path, page_md=page))[label] == ["A thing we use."]


def test_bold_words_of_a_text_are_no_second_name(tmp_path: Path) -> None:
    page = "**Loom** is a frame, or **rig**, for weaving.\n\n**Weft** or warp are threads.\n"
    assert not any("warp" in name for found in names(tmp_path, page).values() for name in found)


def test_second_part_behind_a_comma_is_another_name_or_what_turns_the_first(tmp_path: Path) -> None:
    page = (
        "**Crazing, crackle** – a net of fine cracks.\n\n**Loan, secured** – a loan backed by a house.\n\n"
        "**Prize, annual** – what the best weaver gets.\n\n**Planning, design and testing** – work on a loom.\n"
    )
    assert names(tmp_path, page) == {
        "Crazing": {"crackle"},
        "Loan, secured": {"Secured loan"},
        "Prize, annual": {"Annual prize"},
        "Planning, design and testing": set(),
    }


def test_glossary_that_turns_names_by_nouns_has_no_pairs_of_names(tmp_path: Path) -> None:
    page = (
        "| Term | Definition |\n|---|---|\n| Clay, ball | A clay of fine grain. |\n| Glaze, ash | Glass of wood. |\n"
        "| Kiln | An oven. |\n"
    )
    assert names(tmp_path, page) == {"Clay, ball": {"Ball clay"}, "Glaze, ash": set(), "Kiln": set()}


def test_words_parted_by_a_slash_are_names_unless_the_text_tells_of_two_things(tmp_path: Path) -> None:
    page = (
        "- Wages/salary: what a worker is paid.\n- Input/output: the traffic between a machine and the world.\n"
        "- Lessor/lessee: who lets or rents.\n- Client/server: a plan by which a client asks a server.\n"
    )
    assert names(tmp_path, page) == {
        "Wages": {"salary"},
        "Input/output": set(),
        "Lessor/lessee": set(),
        "Client/server": set(),
    }


def test_german_label_with_two_nouns_is_parted(tmp_path: Path) -> None:
    page = (
        "Selbstbeteiligung/Selbstbehalt: Der Betrag, den der Versicherte selbst zahlt.\n"
        "Arbeitgeber/Arbeitnehmer: Wer Arbeit gibt und wer sie leistet.\n"
        "Brennofen, Ofen: Ein Gerät, in dem Ton gebrannt wird.\n"
        "Darlehen, besichertes: Ein Kredit, der mit einem Haus gesichert ist.\n"
    )
    assert names(tmp_path, page, "page_txt") == {
        "Selbstbeteiligung": {"Selbstbehalt"},
        "Arbeitgeber/Arbeitnehmer": set(),
        "Brennofen": {"Ofen"},
        "Darlehen, besichertes": {"Besichertes Darlehen"},
    }
