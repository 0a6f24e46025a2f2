"""YAML and JSON that list terms, and front matter that does: each value on its line."""

from __future__ import annotations

import pytest
from outline import outline

from rolegraph.readers import Document, ReadError, Row, Table, read_bytes


def yaml(text: str, name: str = "terms.yml") -> Document:
    return read_bytes(text.encode("utf-8"), name)


def json(text: str, name: str = "terms.json") -> Document:
    return read_bytes(text.encode("utf-8"), name)


def rows(document: Document) -> tuple[Row, ...]:
    """Give the rows of the table that a document begins with."""
    table = document.blocks[0]
    assert isinstance(table, Table)
    return table.rows


def refusal(text: str, name: str) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(text.encode("utf-8"), name)
    return str(caught.value)


LIST = """\
- term: lot
  definition: goods made together
- term: bin
  abbreviation: B
"""


def test_list_of_mappings_is_a_table_of_all_their_keys() -> None:
    document = yaml(LIST)
    assert outline(document) == [
        "1 term | definition | abbreviation / lot | goods made together |  / bin |  | B",
    ]
    assert [cell.line for cell in rows(document)[1].cells] == [3, 3, 4]


@pytest.mark.parametrize("key", ["terms", "glossary", "Entries", "items", "@graph", "my words"])
def test_list_below_a_key_is_read_as_if_it_stood_alone(key: str) -> None:
    text = f"title: Store words\nlang: en-GB\n'{key}':\n" + "".join(
        f"  {line}\n" for line in LIST.splitlines()
    )
    document = yaml(text)
    assert outline(document) == [
        "4 term | definition | abbreviation / lot | goods made together |  / bin |  | B"
    ]
    assert (document.meta, document.language) == ({"title": "Store words"}, "en-GB")


def test_list_two_levels_down_is_found() -> None:
    text = '{"glossary": {"version": 2, "terms": [{"term": "lot", "meaning": "goods"}]}}'
    assert outline(json(text)) == ["1 term | meaning / lot | goods"]


def test_mapping_of_terms_to_texts_is_a_list_of_pairs() -> None:
    assert outline(yaml("lot: goods made together\nbin: a place\n")) == [
        "1 lot := goods made together",
        "2 bin := a place",
    ]


def test_terms_with_several_texts_are_a_table() -> None:
    document = yaml("lot: goods made together\nbin:\n- a place\n- a box\n")
    assert outline(document) == ["1 Term | definition / lot | goods made together / bin | a place a box"]
    assert rows(document)[1].cells[1].breaks == (8,)


def test_entries_below_an_entry_have_it_as_their_parent() -> None:
    text = (
        "- term: stock\n  text: goods\n  children:\n  - term: raw stock\n    text: goods to work on\n"
        "  narrower: [spare]\n"
    )
    assert outline(yaml(text)) == [
        "1 term | text | narrower | Parent / stock | goods | spare |  / raw stock | goods to work on |  | stock"
    ]


def test_mapping_of_terms_to_fields_is_a_table() -> None:
    text = "lot:\n  definition: goods\n  see_also: [bin, dock]\nbin:\n  definition: a place\n"
    assert outline(yaml(text)) == [
        "1 Term | definition | see_also / lot | goods | bin dock / bin | a place | "
    ]


def test_terms_with_and_without_fields_make_one_table() -> None:
    text = "lot: goods\nbin:\n  definition: a place\n  abbr: B\ndock:\n  definition: a gate\n"
    assert outline(yaml(text)) == [
        "1 Term | definition | abbr / lot | goods |  / bin | a place | B / dock | a gate | ",
    ]


def test_list_of_pairs_is_read_as_a_mapping() -> None:
    assert outline(yaml("- lot: goods\n- bin: a place\n")) == ["1 lot := goods", "2 bin := a place"]


def test_groups_have_their_names_above() -> None:
    by_letter = "B:\n- term: bin\n  definition: a place\nL:\n- term: lot\n  definition: goods\n"
    by_category = (
        '[{"category": "Store", "terms": [{"term": "bin", "text": "a place"}, {"term": "box", "text": "a bin"}]},'
        ' {"category": "Yard", "terms": {"gate": "a way in"}}]'
    )
    assert outline(yaml(by_letter)) == [
        "1 # B",
        "2 term | definition / bin | a place",
        "4 # L",
        "5 term | definition / lot | goods",
    ]
    assert outline(json(by_category)) == [
        "1 # Store",
        "1 term | text / bin | a place / box | a bin",
        "1 # Yard",
        "1 gate := a way in",
    ]


def test_single_entry_is_a_table_of_one_row() -> None:
    assert outline(yaml("term: lot\ndefinition: goods\n")) == ["1 term | definition / lot | goods"]


def test_json_lines_are_one_list() -> None:
    text = '{"term": "lot", "text": "goods"}\n\n{"term": "bin", "text": "a place"}\n'
    for name in ("terms.jsonl", "terms.ndjson"):
        assert outline(json(text, name)) == ["1 term | text / lot | goods / bin | a place"]
    assert rows(json(text, "terms.jsonl"))[1].line == 3


def test_documents_of_one_stream_are_one_list() -> None:
    text = "---\nterm: lot\ntext: goods\n---\nterm: bin\ntext: a place\n"
    assert outline(yaml(text)) == ["2 term | text / lot | goods / bin | a place"]


def test_texts_in_several_languages_have_a_column_each() -> None:
    ld = (
        '{"@graph": [{"@id": "ex:1", "skos:prefLabel": [{"@language": "en", "@value": "lot"},'
        ' {"@language": "de", "@value": "Los"}], "skos:definition": {"en": "goods", "de": "Güter"},'
        ' "skos:broader": {"@id": "ex:2"}, "skos:altLabel": ["batch", "run"]}]}'
    )
    assert outline(json(ld)) == [
        "1 @id | skos:prefLabel (en) | skos:prefLabel (de) | skos:definition (en) | skos:definition (de)"
        " | skos:broader | skos:altLabel / ex:1 | lot | Los | goods | Güter | ex:2 | batch run"
    ]
    assert rows(json(ld))[0].cells[6].breaks == (6,)


def test_fields_below_a_language_have_it_in_their_title() -> None:
    text = "- slug: lot\n  en: {term: lot, def: goods}\n  de: {term: Los}\n"
    assert outline(yaml(text)) == ["1 slug | en term | en def | de term / lot | lot | goods | Los"]


def test_rows_of_plain_lists_are_a_table_without_header() -> None:
    assert outline(json('[["Term", "Text"], ["lot", "goods"]]')) == ["1  / Term | Text / lot | goods"]


def test_folded_and_literal_texts_keep_their_lines() -> None:
    text = (
        "- term: lot\n  text: >\n    goods made\n    together\n\n    in one run\n"
        "- term: bin\n  text: |\n    a place\n    for goods\n"
        '- term: dock\n  text: "a gate\n    for trucks"\n'
    )
    lot, bin_, dock = (row.cells[1] for row in rows(yaml(text)))
    assert (lot.text, lot.starts, lot.breaks) == (
        "goods made together in one run",
        ((0, 3), (11, 4), (20, 6)),
        (20,),
    )
    assert (bin_.text, bin_.starts, bin_.breaks) == ("a place for goods", ((0, 9), (8, 10)), (8,))
    assert (dock.text, dock.starts) == ("a gate for trucks", ((0, 12), (7, 13)))


def test_front_matter_that_holds_the_glossary_is_read_with_its_lines() -> None:
    text = "---\ntitle: Words\nTerms:\n  - term: lot\n    definition: goods\n---\n\n# Yard\n\nA yard is a place.\n"
    for name in ("words.md", "words.txt"):
        document = yaml(text, name)
        assert outline(document)[-2:] == ["3 # Terms", "4 term | definition / lot | goods"]
        assert outline(document)[0] == "8 # Yard"


def test_words_of_a_front_matter_that_are_tags_are_no_glossary() -> None:
    assert outline(yaml("---\ntitle: Yard\nterms: [lot, bin]\n---\nA yard.\n", "yard.md")) == ["5 A yard."]


def test_of_keys_that_stand_twice_the_first_counts_and_the_others_are_told() -> None:
    document = yaml("lot: some goods\nbin: a small box\nlot: a share\n", "t.yml")
    assert outline(document) == ["1 lot := some goods", "2 bin := a small box"]
    assert document.dropped == ((3, "lot: a share", "its key stands on line 1 already"),)
    document = yaml('{\n"lot": "some goods",\n"lot": ["b", "c"]}', "t.json")
    assert outline(document) == ["2 lot := some goods"]
    assert document.dropped == ((3, "lot: b c", "its key stands on line 2 already"),)
    document = yaml(
        "- term: lot\n  definition: goods\n  definition: a thing\n- term: bin\n  definition: b\n", "t.yml"
    )
    assert outline(document) == ["1 term | definition / lot | goods / bin | b"]


def test_lists_side_by_side_are_columns() -> None:
    text = '{"glossary": {"terms": ["lot", "bin"], "definitions": ["some goods", "a box"], "id": 7}}'
    assert outline(yaml(text, "t.json")) == ["1 term | definitions / lot | some goods / bin | a box"]
    text = "term: [lot, bin]\ndefinition: [some goods, a box]\nnote: [old, new]\n"
    assert outline(yaml(text, "t.yml")) == [
        "1 term | definition | note / lot | some goods | old / bin | a box | new"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "term: lot\nsynonyms: [pile, heap]\ndefinitions: [some goods, a share]\n",
        "terms: [lot, bin, box]\ndefinitions: [some goods, a box]\n",
    ],
)
def test_lists_of_one_entry_and_of_other_lengths_are_no_columns(text: str) -> None:
    assert "lot | some goods /" not in " ".join(outline(yaml(text, "t.yml")))


def test_faults_are_told_with_their_line() -> None:
    assert refusal("- term: lot\n\t- x: y\n", "t.yml").startswith("t.yml, line 2: is no YAML: ")
    assert "indent with spaces" in refusal("- term: lot\n\t- x: y\n", "t.yml")
    assert refusal("lot: goods: made\n", "t.yml").startswith("t.yml, line 1: is no YAML: ")
    assert refusal('{"lot": "a",\n}', "t.json").startswith("t.json, line 2: is no JSON: ")
    assert refusal('{"lot": "a"}\n{"bin" "b"}\n', "t.jsonl").startswith("t.jsonl, line 2: is no JSON: ")


def test_billion_laughs_are_refused() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
    assert refusal("l0: &l0 [ha]\n" + levels, "t.yml") == (
        "t.yml, line 5: its references repeat more than 10000 values"
    )


@pytest.mark.parametrize("depth", [41, 900, 100_000])
def test_nesting_beyond_reason_is_refused(depth: int) -> None:
    assert "t.json, line 1: " in refusal("[" * depth + "]" * depth, "t.json")
    assert "t.yml, line 1: " in refusal("[" * depth + "]" * depth, "t.yml")


def test_reference_gives_what_it_stands_for() -> None:
    text = "base: &base\n  source: store\nterms:\n- term: lot\n  text: goods\n  <<: *base\n"
    assert outline(yaml(text)) == ["4 term | text | source / lot | goods | store"]


def test_values_that_are_no_text_are_written_as_in_the_file() -> None:
    assert outline(yaml("- term: yes\n  text: 2024-01-02\n  note: ~\n")) == [
        "1 term | text | note / yes | 2024-01-02 | "
    ]
    assert outline(json('[{"term": "x", "text": "\\ud83d\\ude00", "n": 3, "s": null}]')) == [
        "1 term | text | n | s / x | 😀 | 3 | "
    ]


def test_file_without_values_has_no_blocks() -> None:
    assert yaml("# nothing yet\n").blocks == ()
    assert json("\n").blocks == ()


@pytest.mark.parametrize("name", ["package.json", "site/tsconfig.base.json", "mkdocs.yml", "_config.yaml"])
def test_files_of_settings_are_known_by_their_names_and_not_read(name: str) -> None:
    assert yaml("{ // settings\n", name).blocks == ()


def test_settings_make_no_terms() -> None:
    for text in (
        "name: store\nversion: 1.2\ntheme: dark\ndescription: Our own store.\n",
        "a: 1\nb: --x y\nc: true\n",
    ):
        assert yaml(text).blocks == ()
