"""Glossaries of odd shapes: outlines beside terms, columns of sentences, terms and texts in turn, pointers to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries, triples

from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.names.said_names import names_in_sentence


def test_concepts_below_a_key_of_their_own_are_read_beside_an_outline(tmp_path: Path) -> None:
    text = (
        "chapters:\n"
        "  - name: Ports\n    summary: What ports do.\n    parts:\n      - name: Berths\n        tags: [a]\n"
        "  - name: Ships\n    summary: What ships do.\n    parts:\n      - name: Decks\n        tags: [b]\n"
        "skos:\n  concepts:\n"
        "    - id: berth\n      prefLabel: Berth\n      definition: A place where a ship ties up.\n"
        "    - id: quay\n      prefLabel: Quay\n      definition: A wall in the water.\n      related: [berth]\n"
    )
    build = built(tmp_path, a_yaml=text)
    assert set(entries(build)) == {"Berth", "Quay"}
    assert ("Quay", "related", "Berth") in triples(build)


def test_a_word_made_of_the_beginnings_of_a_name() -> None:
    assert read_head("slog (ship log)").alternatives == ("ship log",)
    assert read_head("slog (log of a ship)").alternatives == ()


def test_a_semicolon_before_a_dash_parts_a_term_from_its_text(tmp_path: Path) -> None:
    text = "# Words\n\nBT; berth\n\nQW; quay wall\n\nFS; Flat scow - a boat for cargo\n\nTB; tug boat\n"
    assert {"quay wall", "FS", "tug boat"} <= set(entries(built(tmp_path, a_md=text)))


def test_a_column_of_sentences_called_short_gives_no_names(tmp_path: Path) -> None:
    text = (
        "- id: berth\n  title: Berth\n  short: A place where ships tie up for a day.\n"
        "  definition: A berth is a place along a quay.\n"
        "- id: quay\n  title: Quay\n  short: A wall where the cargo is put down.\n"
        "  definition: A quay is a wall in the water.\n"
    )
    build = built(tmp_path, a_yaml=text)
    assert not [term for term in entries(build).values() if term.alternatives]
    assert definitions(build)["Berth"] == ["A berth is a place along a quay."]


def test_what_kind_of_thing_it_is_does_not_write_out_an_abbreviation(tmp_path: Path) -> None:
    text = "# Words\n\n- **ADR:** a short record of a docking rule, its author, and its effects.\n- **Quay:** a wall.\n"
    assert set(entries(built(tmp_path, a_md=text))) == {"ADR", "Quay"}


def test_a_table_above_a_line_that_leads_on_is_a_list_of_terms(tmp_path: Path) -> None:
    table = "| Term | Definition |\n|---|---|\n"
    text = (
        f"# Port words\n\n## People\n\n{table}| Pilot | A sailor who leads ships in. |\n| Porter | A worker. |\n\n"
        f"## Sayings\n\n{table}| Quay rule | Build the quay. |\n| Berth rule | Leave it clean. |\n\n"
        "*See also: [Map](docs/map.md) for the rest.*\n"
    )
    assert set(entries(built(tmp_path, a_md=text))) == {"Pilot", "Porter", "Quay rule", "Berth rule"}


def test_a_bold_term_at_the_end_of_its_line_is_read_as_those_before_their_text(tmp_path: Path) -> None:
    text = (
        "# Words\n\n**Anchor:** A hook that holds a ship\nin its place for a night.\n\n"
        "**[Berth](https://berth.example/a/long/way):**\nA place of the port: a part of the quay.\n\n"
        "**Quay:** A wall in the water.\n"
    )
    build = built(tmp_path, a_md=text)
    assert set(entries(build)) == {"Anchor", "Berth", "Quay"}
    assert definitions(build)["Berth"] == ["A place of the port: a part of the quay."]


def test_a_term_and_what_it_is_called_with_a_noun_are_one() -> None:
    assert read_head("wear, wear function, wear curve").alternatives == ("wear function", "wear curve")


def test_a_synonym_that_points_to_its_term_has_no_definition(tmp_path: Path) -> None:
    text = "moorage: Synonym of berth; see berth\nberth: a place where a ship ties up\nquay: a wall in the water\n"
    build = built(tmp_path, a_yaml=text)
    assert not definitions(build)["moorage"]
    assert ("moorage", "synonymOf", "berth") in triples(build)


def test_named_twice_is_no_name() -> None:
    assert names_in_sentence("A berth is named twice.", "Berth") == ()
    assert names_in_sentence("lacking planks (also plankless)", "Bare") == ("plankless",)


def test_columns_of_regions_are_languages(tmp_path: Path) -> None:
    text = (
        "id,us,us-def,gb,gb-def,es,es-def\n"
        "ap,Truck,A vehicle that carries goods.,Lorry,A vehicle that carries goods.,Camión,Un vehículo de carga.\n"
        "ar,Elevator,A cabin that goes up and down.,Lift,A cabin that goes up.,Ascensor,Una cabina que sube.\n"
    )
    build = built(tmp_path, a_csv=text)
    assert set(definitions(build)) == {"Truck", "Elevator"}


def test_a_pointer_to_a_file_names_no_term(tmp_path: Path) -> None:
    text = (
        "Words\n=====\n\n.. glossary::\n\n    Angle\n        A measure. "
        "See :doc:`theory/berth_law` for the full story.\n\n"
        "    Knot\n        A speed. See the Quay manual for wind speed recommendations.\n"
    )
    build = built(tmp_path, a_rst=text)
    related = {triple for triple in triples(build) if triple[1] == "related"}
    assert {triple[2] for triple in related} == {"the Quay manual"}


@pytest.mark.parametrize(
    "head",
    [
        "Driver (computer)",
        "B2B (business)",
        "Employer (employee)",
        "Front end/back",
        "Complement, compliment",
    ],
)
def test_what_a_word_is_about_or_set_against_is_no_other_name_of_it(tmp_path: Path, head: str) -> None:
    build = built(tmp_path, a_md=f"# Words\n\n- {head}: A thing in a port.\n- Quay: A place to land.\n")
    (term,) = (term for term in build.terms if not term.mention and term.label.value != "Quay")
    assert not {text.value for text in term.alternatives} & {
        "computer",
        "business",
        "employee",
        "Front back",
        "compliment",
    }


@pytest.mark.parametrize("name", ["CI/CD", "Node.CD"])
def test_name_with_a_stop_or_a_stroke_is_no_path_to_its_last_part(tmp_path: Path, name: str) -> None:
    build = built(tmp_path, a_md=f"# Words\n\n- CD: A way to land. See also: {name}.\n- Quay: A place.\n")
    assert ("CD", "related", name) in triples(build)


def test_marked_heading_above_a_sentence_is_a_term_though_it_reads_like_a_button(tmp_path: Path) -> None:
    page = "# Glossary\n\n## Berth\n\nA place for a ship.\n\n## Get quote\n\nA call that asks for a price.\n"
    assert set(entries(built(tmp_path, a_md=page))) == {"Berth", "Get quote"}


def test_section_that_tells_more_of_a_role_is_read(tmp_path: Path) -> None:
    page = "# Yard planner\n\n## More about the role\n\nYard planners plan berths.\n\n## Skills\n\n- Tact\n"
    assert any(
        one == "Yard planner" and kind == "responsibleFor"
        for one, kind, _ in triples(built(tmp_path, a_md=page))
    )
