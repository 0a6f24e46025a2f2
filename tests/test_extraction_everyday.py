"""Glossaries as teams write them: lines without blanks, marks of notes, introductions, titles that tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, triples

from rolegraph.extraction.foreign.foreign_names import plain_head
from rolegraph.extraction.names.heads import read_head

if TYPE_CHECKING:
    from pathlib import Path

    from rolegraph.extraction import Build


def defined(found: Build) -> dict[str, str]:
    return {t.label.value: t.definitions[0].value for t in found.terms if not t.mention and t.definitions}


def labels(found: Build) -> set[str]:
    return {term.label.value for term in found.terms if not term.mention}


@pytest.mark.parametrize("sign", [" – ", ": ", " = ", " - "])
def test_each_line_of_a_paragraph_that_opens_an_entry_is_one(tmp_path: Path, sign: str) -> None:
    lines = (
        "Berth{}a place where a ship lies",
        "Bollard{}a post for thick ropes",
        "Buoy{}a float in a channel",
    )
    text = "# Terms\n\n## B\n" + "\n".join(line.format(sign) for line in lines) + "\n"
    assert defined(built(tmp_path, port_md=text)) == {
        "Berth": "a place where a ship lies",
        "Bollard": "a post for thick ropes",
        "Buoy": "a float in a channel",
    }


def test_line_that_opens_no_entry_goes_on_with_the_one_above(tmp_path: Path) -> None:
    text = "# Terms\n\nBerth – a place where\na ship lies\nBollard – a post for ropes\nBuoy – a float\nQuay – a wall\n"
    assert defined(built(tmp_path, port_md=text))["Berth"] == "a place where a ship lies"


@pytest.mark.parametrize(
    "lines",
    [
        "**Pass (P)** – a paper that lets a driver in, as a\n**day** pass or a **month** pass – both are blue.",
        "Fee – the price of a day at the quay\nten euros is a lot – say some.",
    ],
)
def test_broken_line_of_a_definition_is_no_entry(tmp_path: Path, lines: str) -> None:
    text = f"# Terms\n\n{lines}\n\nQuay – a wall for ships.\n"
    assert len(labels(built(tmp_path, port_md=text))) == 2


def test_data_of_a_document_in_lines_are_no_entries(tmp_path: Path) -> None:
    text = "# Quay\n\nA quay is a wall for ships.\n\nVersion: 2\nOwner: Port office\n"
    assert labels(built(tmp_path, port_md=text)) == {"Quay"}


@pytest.mark.parametrize("head", ["**_Berth_**", "***Berth***", "__*Berth*__", "_**Berth**_"])
def test_bold_and_italic_heads(tmp_path: Path, head: str) -> None:
    text = f"# Terms\n\n{head}: a place for a ship.\n\n**Quay**: a wall for ships.\n"
    assert labels(built(tmp_path, port_md=text)) == {"Berth", "Quay"}


@pytest.mark.parametrize(
    "line",
    [
        "**Berth**<sup>5</sup>: a place for a ship.<sup>1</sup>",
        "**Berth[^1]**: a place[^9] for a ship.",
        "**Berth**[2]: a place for a ship.[3]",
        "**Berth [4]**: a place for a ship.<sup>[7](#n7)</sup>",
    ],
)
def test_marks_of_notes_are_no_part_of_names_and_texts(tmp_path: Path, line: str) -> None:
    found = built(tmp_path, port_md=f"# Terms\n\n{line}\n\n**Quay**: a wall for ships.\n\n[^1]: Page 3.\n")
    assert defined(found)["Berth"] == "a place for a ship."


def test_power_is_no_mark_of_a_note(tmp_path: Path) -> None:
    found = built(
        tmp_path, port_md="# Terms\n\n- Deck: the floor in m<sup>2</sup> of a ship.\n- Quay: a wall.\n"
    )
    assert defined(found)["Deck"] == "the floor in m2 of a ship."


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Shelf mark (UK)", ()),
        ("Lorry (in British English)", ()),
        ("Lift (UK/US)", ()),
        ("Lorry (US: truck)", ("truck",)),
        ("Berth (or mooring)", ("mooring",)),
        ("European Union (EU)", ("EU",)),
        ("PGO — Port Gate Office", ("PGO",)),
    ],
)
def test_regions_and_other_names_in_a_head(head: str, names: tuple[str, ...]) -> None:
    read = read_head(head)
    assert (*read.abbreviations, *read.alternatives) == names


@pytest.mark.parametrize(
    ("head", "language", "name"),
    [
        ("Accueil (ou intégration)", "fr", "intégration"),
        ("Einarbeitung (oder Onboarding)", "de", "Onboarding"),
        ("Acogida (o integración)", "es", "integración"),
    ],
)
def test_other_name_behind_or_in_brackets(head: str, language: str, name: str) -> None:
    assert read_head(plain_head(head, language).text).alternatives == (name,)


@pytest.mark.parametrize(
    "others",
    [
        "### Berth\n\nA place for a ship.\n\n{}\n\n### Waybill\n\nA paper for goods.\n\n### Quay\n\nA wall.\n",
        "A berth is a place for a ship.\n\n{}\n\nA waybill is a paper that goes with goods.\n\nA quay is a wall.\n",
    ],
)
def test_pointer_between_entries_of_another_form_is_an_entry(tmp_path: Path, others: str) -> None:
    found = built(tmp_path, port_md="# Glossary\n\n" + others.format("Bill of lading: see Waybill."))
    pointers = [(one, kind, other.lower()) for one, kind, other in triples(found) if kind == "synonymOf"]
    assert pointers == [("Bill of lading", "synonymOf", "waybill")]


def test_elided_german_compound_is_no_genus(tmp_path: Path) -> None:
    text = "---\nlang: de\n---\n# Glossar\n\n- Umschlag: Be- und Entladen von Schiffen.\n- Kai: eine Mauer.\n"
    assert {other for _, kind, other in triples(built(tmp_path, hafen_md=text)) if kind == "broader"} == {
        "Mauer"
    }


@pytest.mark.parametrize(
    ("language", "line", "examples"),
    [
        ("de", "Schüttgut: lose Ware, z. B. Kohle, Erz und Getreide.", {"Kohle", "Erz", "Getreide"}),
        ("de", "Hebezeug: ein Gerät (z. B. Kran oder Winde).", {"Kran", "Winde"}),
        ("fr", "Engin : un appareil (par exemple grue ou palan).", {"grue", "palan"}),
        ("de", "Lager: ein Ort, an dem Güter liegen, z. B. Kohle.", set()),
        ("de", "Reeder: eine Firma wie Kunden und Banken.", set()),
    ],
)
def test_examples_right_behind_a_genus(tmp_path: Path, language: str, line: str, examples: set[str]) -> None:
    found = built(tmp_path, hafen_md=f"---\nlang: {language}\n---\n# Glossar\n\n- {line}\n- Kai: Mauer.\n")
    assert {one for one, kind, _ in triples(found) if kind == "exampleOf"} == examples


@pytest.mark.parametrize("name", ["port_md", "port_txt", "port_rst"])
def test_cells_of_a_grid_go_over_lines(tmp_path: Path, name: str) -> None:
    text = (
        "Glossary\n========\n\n"
        "+---------+------------------+\n| Term    | Definition       |\n+=========+==================+\n"
        "| Bill of | A paper that     |\n| lading  | goes with goods. |\n+---------+------------------+\n"
        "| Quay    | A wall.          |\n+---------+------------------+\n"
    )
    assert defined(built(tmp_path, **{name: text})) == {
        "Bill of lading": "A paper that goes with goods.",
        "Quay": "A wall.",
    }


def test_frame_of_a_database_is_no_grid(tmp_path: Path) -> None:
    rule = "+------+---------+\n"
    text = f"{rule}| Term | Text    |\n{rule}| Quay | A wall  |\n| Buoy | A float |\n{rule}"
    assert labels(built(tmp_path, port_txt=text)) == {"Quay", "Buoy"}


@pytest.mark.parametrize(
    ("titles", "row", "language"),
    [
        (("מונח", "הגדרה"), ("רציף", "המקום שבו עוגנת אונייה"), ""),
        (("Όρος", "Ορισμός"), ("Προβλήτα", "Ο τοίχος όπου δένουν τα πλοία"), ""),
        (("ไทย", "ความหมาย"), ("ท่าเรือ", "ที่ ที่ เรือ จอด"), "th"),
    ],
)
def test_titles_in_other_scripts(
    tmp_path: Path, titles: tuple[str, str], row: tuple[str, str], language: str
) -> None:
    table = "\n".join(f"| {left} | {right} |" for left, right in (titles, ("---", "---"), row))
    found = built(tmp_path, port_md=f"# Port\n\n{table}\n")
    [term] = [term for term in found.terms if not term.mention]
    assert (term.label.value, term.definitions[0].value) == row
    assert not language or term.label.language == language


def test_introduction_above_headed_terms_is_no_entry(tmp_path: Path) -> None:
    terms = "".join(
        f"### {name}\n\nA thing of the port.\n\n" for name in ("Berth", "Buoy", "Gate", "Quay", "Slip")
    )
    found = built(tmp_path, port_md=f"# Glossary\n\nEach entry: what it is and where it stands.\n\n{terms}")
    assert labels(found) == {"Berth", "Buoy", "Gate", "Quay", "Slip"}


def test_sentence_before_a_colon_is_no_name(tmp_path: Path) -> None:
    text = "# Glossary\n\nTwo kinds of words meet in this port: of law and of trade.\n\n"
    text += "## Trade\n\n**Quay** — a wall.\n\n**Buoy** — a float.\n"
    assert labels(built(tmp_path, port_md=text)) == {"Quay", "Buoy"}


def test_long_run_of_defined_headings_is_a_list_whatever_its_title(tmp_path: Path) -> None:
    names = ("Berth", "Wall", "Buoy", "Rope", "Gate", "Crane", "Slip", "Mole", "Dock")
    terms = "".join(
        f"### {name}\n\nA part of a port that {number} men built.\n\n" for number, name in enumerate(names)
    )
    found = built(tmp_path, port_md=f"# Port talk for newcomers\n\nWords of our port.\n\n{terms}")
    assert labels(found) == set(names)


def test_bold_heads_below_prose_about_the_product(tmp_path: Path) -> None:
    names = ("Berth", "Wall", "Buoy", "Rope", "Gate", "Crane", "Slip", "Mole", "Dock")
    terms = "".join(f"**{name}**:\nA part of the harbour.\n_Avoid_: thing, piece\n\n" for name in names)
    found = built(
        tmp_path, CONTEXT_md=f"# Portly\n\nPortly is a store: people buy berths.\n\n## Language\n\n{terms}"
    )
    assert labels(found) >= set(names)
    assert defined(found)["Berth"] == "A part of the harbour."


def test_keys_in_small_letters_are_written_out(tmp_path: Path) -> None:
    rows = "term,def\nvts,Vessel Traffic Service: watches the ways of ships\nquay,A wall for ships\n"
    [term] = [term for term in built(tmp_path, port_csv=rows).terms if term.abbreviations]
    assert (term.label.value, term.abbreviations[0].value) == ("Vessel Traffic Service", "vts")


def test_attributes_with_spaces_are_no_part_of_a_heading(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n### Berth { #berth }\nA place for a ship.\n\n### Quay { #quay }\nA wall for ships.\n"
    )
    assert labels(built(tmp_path, port_md=text)) == {"Berth", "Quay"}


@pytest.mark.parametrize(
    ("short", "definition", "full"),
    [
        ("PPA", "**Port Policy Act (2019)** — the law of the port.", "Port Policy Act"),
        ("NPO-U", "**National Port Office – Uganda** — runs the ports.", "National Port Office – Uganda"),
        (
            "DGLP",
            "Direction générale de la Logistique, des Ports",
            "Direction générale de la Logistique, des Ports",
        ),
        ("EPP", "Établissement public des ports", "Établissement public des ports"),
    ],
)
def test_full_name_of_an_abbreviation(tmp_path: Path, short: str, definition: str, full: str) -> None:
    text = f"# Terms\n\n| Term | Meaning |\n|---|---|\n| {short} | {definition} |\n| Quay | A wall. |\n"
    assert full in labels(built(tmp_path, port_md=text))


def test_pointer_in_a_row_gives_its_abbreviation_to_the_term(tmp_path: Path) -> None:
    text = "- term: VTS\n  definition: See Vessel traffic service.\n"
    text += "- term: Vessel traffic service\n  definition: Watches the ways of ships.\n"
    assert labels(built(tmp_path, port_yml=text)) == {"Vessel traffic service"}


def test_way_to_another_page_is_no_entry(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Quay: a wall.\n- Buoy: a float.\n\n[← Chapter 5 — Ropes](ropes.md) · [Contents](index.md)\n"
    assert labels(built(tmp_path, port_md=text)) == {"Quay", "Buoy"}


@pytest.mark.parametrize(
    "terms",
    [
        "| Term | Meaning |\n|---|---|\n| Quay | A wall. |\n| Buoy | A float. |\n",
        "- **Quay**: A wall.\n- **Buoy**: A float.\n",
    ],
)
def test_sentence_that_calls_the_page_a_glossary_leaves_its_terms(tmp_path: Path, terms: str) -> None:
    text = f"# Port words\n\nThis page is a glossary of the words in use.\n\n{terms}"
    assert labels(built(tmp_path, port_md=text)) == {"Quay", "Buoy"}
