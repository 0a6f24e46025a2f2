"""What stands around terms and roles: titles of columns, links to other sites, leads of duties, places in titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, entries, triples

TERMS = {"Raku": ["A firing of pots."], "Slip": ["Clay in water."]}


@pytest.mark.parametrize(
    "titles",
    [
        "Component,Description",
        "Phase,Details",
        "Type,Description",
        "Category,Meaning",
        "Feature,What it does",
    ],
)
def test_column_that_another_defines_holds_terms_whatever_it_is_called(tmp_path: Path, titles: str) -> None:
    sheet = f"{titles}\nRaku,A firing of pots.\nSlip,Clay in water.\n"
    assert definitions(built(tmp_path, page_csv=sheet)) == TERMS


@pytest.mark.parametrize(
    "text",
    [
        "terms: [Raku, Slip]\ndefinitions: [A firing of pots., Clay in water.]\n---\n",
        "---\n- {term: Raku, definition: A firing of pots.}\n- {term: Slip, definition: Clay in water.}\n---\n",
    ],
    ids=["parallel", "list"],
)
def test_marks_at_the_end_of_yaml_begin_nothing(tmp_path: Path, text: str) -> None:
    assert definitions(built(tmp_path, page_yaml=text)) == TERMS


WEB = [
    ("Weitere Informationen im Web", "## Ton\nEin Stoff aus Erde.\n\n## Ofen\nEin Gerät zum Brennen.\n"),
    ("Further reading on the web", "## Clay\nA kind of earth.\n\n## Oven\nA box for firing.\n"),
    ("Useful links", "## Clay\nA kind of earth.\n\n## Oven\nA box for firing.\n"),
    ("Pour en savoir plus", "## Argile\nUne terre qui sert au potier.\n\n## Four\nUn appareil pour cuire.\n"),
    (
        "Más información en la web",
        "## Arcilla\nUna tierra para el alfarero.\n\n## Horno\nUn aparato para cocer.\n",
    ),
]


@pytest.mark.parametrize(("title", "terms"), WEB, ids=[title for title, _ in WEB])
def test_section_that_leads_to_other_sites_is_no_term(tmp_path: Path, title: str, terms: str) -> None:
    page = f"# Glossar\n\n{terms}\n## {title}\n- [A](https://a.example)\n- [B](https://b.example)\n"
    found = entries(built(tmp_path, page_md=page))
    assert len(found) == 2
    assert title not in found


def test_abbreviation_below_a_heading_is_no_part_of_speech(tmp_path: Path) -> None:
    page = (
        "# Glossary\n\n## Bill of lading\n#### Abbr.\nB/L\n#### Definition\nA paper on goods.\n\n"
        "## Sea waybill\n#### Abbr.\nSWB\n#### Definition\nA paper on a voyage.\n"
    )
    assert abbreviations(built(tmp_path, page_md=page)) == {"Bill of lading": ["B/L"], "Sea waybill": ["SWB"]}


@pytest.mark.parametrize("form", ["page_md", "page_txt"])
def test_lines_that_a_sentence_leads_in_are_duties(tmp_path: Path, form: str) -> None:
    page = "Mill clerk\n\nThe mill clerk keeps the books.\n\nKey duties include:\n"
    page += "Opening doors\nChecking belts\nSorting mail"
    found = triples(built(tmp_path, **{form: page if form == "page_txt" else f"# {page}"}))
    duties = {
        ("Mill clerk", "responsibleFor", each) for each in ("opening doors", "checking belts", "sorting mail")
    }
    assert duties <= found


PLACED = [
    ("Store clerk, Leeds", "Location: Leeds", "Store clerk", {"Leeds"}),
    ("Store clerk, Leeds", "Our shop is based in Leeds.", "Store clerk", {"Leeds"}),
    ("Store clerk, Germany", "You work with us.", "Store clerk", {"Germany"}),
    ("Store clerk, Leeds", "You work with us.", "Store clerk", set()),
    ("Director, Marketing", "You work in Marketing.", "Director, Marketing", set()),
]


@pytest.mark.parametrize(("title", "text", "label", "told"), PLACED)
def test_place_behind_a_comma_is_no_part_of_the_name(
    tmp_path: Path, title: str, text: str, label: str, told: set[str]
) -> None:
    page = built(tmp_path, page_md=f"# {title}\n\n{text}\n\n## Duties\n\n- Fill shelves\n- Serve customers\n")
    assert set(entries(page)) == {label}
    assert {each[2] for each in triples(page) if each[1] == "locatedIn"} == told


@pytest.mark.parametrize("sign", ["vs", "vs.", "versus"])
def test_title_that_sets_two_things_side_by_side_names_both(tmp_path: Path, sign: str) -> None:
    page = f"# Kiln {sign} oven\n\nA kiln fires clay. An oven bakes bread.\n"
    found = definitions(built(tmp_path, page_md=page))
    assert {label.lower(): told for label, told in found.items()} == {
        "kiln": ["A kiln fires clay."],
        "oven": ["An oven bakes bread."],
    }


def test_title_with_versus_above_a_text_on_both_is_not_parted(tmp_path: Path) -> None:
    found = definitions(built(tmp_path, page_md="# Kiln vs oven\n\nBoth are hot, and both need fuel.\n"))
    assert len(found) < 2
