"""Pages as sites, standards, dictionaries and contracts have them: what is a term there, and where its text begins."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, definitions, entries, triples

STANDARD = """1 Scope

This document defines terms of piers.

3 Terms and definitions

3.1.1
mooring
fastening of a vessel to a pier (3.1.2)

3.1.2
pier
jetty
DEPRECATED: hythe
raised walkway that leads out over water

Note 1 to entry: It may be of wood.

3.1.3
bollard
BLD
short post on a pier (3.1.2) to which ropes are made fast

[SOURCE: XS 12:2001, 2.4]

Bibliography

[1] XS 12:2001
"""


def test_numbers_alone_in_a_line_part_the_terms_of_a_standard(tmp_path: Path) -> None:
    graph = built(tmp_path / "piers", piers_txt=STANDARD)
    assert set(entries(graph)) == {"mooring", "pier", "bollard"}
    assert definitions(graph)["pier"][0] == "raised walkway that leads out over water"
    names = {
        t.label.value: {n.value for n in (*t.abbreviations, *t.alternatives)} for t in entries(graph).values()
    }
    assert names == {"mooring": set(), "pier": {"jetty", "hythe"}, "bollard": {"BLD"}}
    assert ("mooring", "related", "pier") in triples(graph)


def test_dictionary_words_are_parted_by_their_part_of_speech_or_capitals(tmp_path: Path) -> None:
    text = (
        "A GLOSSARY OF BASKETRY\n\nBODKIN (n.) A pointed tool that opens gaps in the weave.\n\n"
        "RANDING (n.), also called plain weave. A way of weaving with one rod at a time.\n\n"
        "UPSETT (n.) (upset) The first rows above the base.\n\nWALE  See RANDING.\n\n"
        "WITHY (n.) A willow rod.\n"
    )
    graph = built(tmp_path / "baskets", baskets_txt=text)
    assert set(entries(graph)) == {"BODKIN", "RANDING", "UPSETT", "WALE", "WITHY"}
    assert definitions(graph)["RANDING"][0].startswith("A way of weaving")
    names = {t.label.value: [n.value for n in t.alternatives] for t in entries(graph).values()}
    assert (names["RANDING"], names["UPSETT"]) == (["plain weave"], ["upset"])
    assert ("WALE", "synonymOf", "RANDING") in triples(graph)


def test_menu_and_questions_around_a_copied_page_are_no_terms(tmp_path: Path) -> None:
    text = (
        "Town Archive\nSearch\nAsk an archivist\nHome > Help > Archive words\nArchive words\n"
        "Accession\nA group of records that came in at one time.\n"
        "Bibliography\nA list of books on one matter.\n"
        "Finding aid (also: list of contents, search guide)\nA tool that tells what a group of records holds.\n"
        "Record\nA text that was kept as a proof.\n"
        "Was this page helpful?\nYes\nNo\nContact us\narchive@example.org\n© Town Archive\n"
    )
    graph = built(tmp_path / "archive", archive_txt=text)
    assert set(entries(graph)) == {"Accession", "Bibliography", "Finding aid", "Record"}


def test_fields_above_a_glossary_of_another_document_are_no_terms(tmp_path: Path) -> None:
    text = (
        "# Crane safety policy\n\nOwner: Head of the yard\n\nReviewed by: The board\n\n## Glossary\n\n"
        "**Banksman** – A person who guides the driver by signs.\n\n**Jib** – The arm of a crane.\n\n"
        "**Sling** – A loop that holds a load.\n"
    )
    assert set(entries(built(tmp_path / "policy", policy_md=text))) == {"Banksman", "Jib", "Sling"}


def test_two_terms_in_a_heading_that_the_text_tells_of_in_turn_are_two(tmp_path: Path) -> None:
    text = (
        "# Words of a printing house\n\n### Bleed\n\nA margin that is cut off.\n\n### Recto vs. verso\n\n"
        "A recto is the right page. A verso (or back page) is the left one.\n\n### Quire\n\nA set of folded sheets.\n"
    )
    graph = built(tmp_path / "print", print_md=text)
    assert set(entries(graph)) == {"Bleed", "Recto", "verso", "Quire"}
    assert definitions(graph)["Recto"][0] == "A recto is the right page."


def test_key_takeaways_above_an_article_do_not_define(tmp_path: Path) -> None:
    text = (
        "What is a demijohn?\nKey takeaways\nA demijohn keeps wine safe.\nWhat is a demijohn?\n"
        "A demijohn is a large bottle with a narrow neck.\nUses\nWinemakers let wine ferment in a demijohn.\n"
    )
    assert definitions(built(tmp_path / "page", page_txt=text)) == {
        "demijohn": ["A demijohn is a large bottle with a narrow neck."]
    }


def test_sections_beside_the_definitions_of_a_contract_are_no_terms(tmp_path: Path) -> None:
    text = (
        "**HIRE CONTRACT**\n\nbetween the Owner and the Hirer\n\n# 1. Definitions and interpretation\n\n"
        "“Boat” means the rowing boat named on the ticket;\n\n“Deposit” means £20;\n\n"
        "“PFD” means personal flotation device.\n\n# 2. Hire\n\n2.1 The Owner lets the Boat to the Hirer.\n"
    )
    graph = built(tmp_path / "hire", hire_md=text)
    assert set(entries(graph)) == {"Boat", "Deposit", "personal flotation device"}


def test_name_that_another_entry_is_defined_under_is_a_synonym(tmp_path: Path) -> None:
    text = (
        "# Harbour words\n\n**Hythe**: An old landing place. Now called a quay.\n\n"
        "**Quay**: A wall at which ships load.\n"
    )
    graph = built(tmp_path / "words", words_md=text)
    assert ("Hythe", "synonymOf", "Quay") in triples(graph)
    assert not any(term.alternatives for term in entries(graph).values())


def test_bare_noun_above_items_tells_what_they_are(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n## Knot\n\nA fastening in a rope. There are two types:\n\n- **Bend**: joins two ropes\n"
        "- **Hitch**: ties a rope to a post\n\n## Levies\n\nWhat a port takes from ships. Typical levies:\n\n"
        "- light dues\n- towage fees\n"
    )
    stated = triples(built(tmp_path / "glossary", glossary_md=text))
    assert {("bend", "broader", "Knot"), ("hitch", "broader", "Knot")} <= stated
    assert {("light dues", "exampleOf", "Levies"), ("towage fees", "exampleOf", "Levies")} <= stated


def test_items_within_a_detail_or_a_cell_go_on_with_its_colon(tmp_path: Path) -> None:
    pairs = (
        "<dl><dt>Toll</dt><dd><p>A charge for the use of a road.</p><p>It includes:</p><ul><li>bridge money</li>"
        "<li>gate money</li></ul></dd><dt>Ford</dt><dd>A place where a river is shallow.</dd></dl>"
    )
    stated = triples(built(tmp_path / "roads", roads_html=f"<h1>Glossary</h1>{pairs}"))
    assert {("bridge money", "partOf", "Toll"), ("gate money", "partOf", "Toll")} <= stated
    rows = (
        "<table><tr><th>Term</th><th>Meaning</th></tr><tr><td>Toll</td><td>A charge. There are two types:<ul>"
        "<li>bridge tolls</li><li>gate tolls</li></ul></td></tr><tr><td>Ford</td><td>A shallow place.</td></tr></table>"
    )
    stated = triples(built(tmp_path / "table", table_html=f"<h1>Glossary</h1>{rows}"))
    assert ("bridge tolls", "broader", "Toll") in stated


def test_columns_preferred_and_nested_keys_are_known(tmp_path: Path) -> None:
    vocabulary = (
        "terms:\n  - preferred: gilding\n    scopeNote: A thin layer of gold.\n"
        "  - preferred: relative damp\n    abbreviation: RD\n    scopeNote: How much water the air holds.\n"
    )
    assert set(entries(built(tmp_path / "care", care_yaml=vocabulary))) == {"gilding", "relative damp"}
    records = (
        '[{"title": {"rendered": "Bezel"}, "content": {"rendered": "<p>The ring around a dial.</p>"},'
        ' "acf": {"also_known_as": "rim"}},'
        ' {"title": {"rendered": "Crown"}, "content": {"rendered": "<p>The knob that winds a watch.</p>"},'
        ' "acf": {"also_known_as": ""}}]'
    )
    graph = built(tmp_path / "watch", watch_json=records)
    assert {t.label.value: [n.value for n in t.alternatives] for t in entries(graph).values()} == {
        "Bezel": ["rim"],
        "Crown": [],
    }


def test_pointer_among_examples_relates(tmp_path: Path) -> None:
    rows = (
        "Term\tMeaning\tExample / note\nebb\tThe falling tide.\tsee also flood\nflood\tThe rising tide.\t\n"
    )
    assert ("ebb", "related", "flood") in triples(built(tmp_path / "tides", tides_tsv=rows))


def test_full_name_before_a_full_stop_is_no_part_of_the_definition(tmp_path: Path) -> None:
    text = "# Glossary\n\n## VHF\n\nVery high frequency. A band that ships talk on.\n\n## Buoy\n\nA float.\n"
    assert definitions(built(tmp_path / "radio", radio_md=text))["Very high frequency"] == [
        "A band that ships talk on."
    ]
