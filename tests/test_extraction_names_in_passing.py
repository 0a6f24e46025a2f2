"""Other names in one word, in bold type, by initials with hyphens, at ends of definitions, in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries

from rolegraph.extraction import Build
from rolegraph.extraction.foreign.foreign_names import named_otherwise


def names(build: Build, label: str) -> set[str]:
    """Give the other names of an entry, whatever the case of its label."""
    entry = next(term for term in build.terms if term.label.value.lower() == label.lower())
    return {each.value for each in (*entry.abbreviations, *entry.alternatives)}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Artic (articulated lorry)", "articulated lorry"),
        ("**Bollard**, **bitt** and **post**", "post"),
    ],
)
def test_name_beside_a_head_is_another(tmp_path: Path, head: str, name: str) -> None:
    page = f"# Words\n\n- {head}: a thing on a quay.\n- Rope: a line of hemp.\n- Anchor: a hook.\n"
    assert name in names(built(tmp_path, words_md=page), head.strip("*").split()[0].strip("*,"))


@pytest.mark.parametrize("head", ["Bank (finance)", "Line (rail)", "Goods (dry)", "Mouse (device)"])
def test_word_that_tells_a_meaning_is_no_name(tmp_path: Path, head: str) -> None:
    page = f"# Words\n\n- {head}: a device of some use.\n- Rope: a line of hemp.\n- Anchor: a hook.\n"
    assert not names(built(tmp_path, words_md=page), head.split()[0])


def test_numbers_tell_meanings_apart(tmp_path: Path) -> None:
    page = "# Words\n\n- Lock (1): a chamber for boats.\n- Lock (2): what shuts a door.\n- Quay: a wall.\n"
    assert {"Lock (1)", "Lock (2)"} < set(entries(built(tmp_path, words_md=page)))


@pytest.mark.parametrize(
    ("line", "label", "name"),
    [
        (
            "TEU: twenty-foot equivalent unit, by which ships are measured.",
            "twenty-foot equivalent unit",
            "TEU",
        ),
        ("TOS: software of a port (Terminal Operating System).", "TOS", "Terminal Operating System"),
        ("Port dues: money paid for a call (also known as a harbour fee).", "Port dues", "harbour fee"),
        (
            "Spare stock: stock kept in case demand jumps (also called buffer stock)",
            "Spare stock",
            "buffer stock",
        ),
        (
            "PIP list: A PIP list (pilots-in-port list) tells who is on duty.",
            "PIP list",
            "pilots-in-port list",
        ),
    ],
)
def test_definition_tells_another_name(tmp_path: Path, line: str, label: str, name: str) -> None:
    page = f"# Words\n\n- {line}\n- Rope: a line of hemp.\n- Anchor: a hook.\n"
    assert name in names(built(tmp_path, words_md=page), label)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("On parle aussi de Zed.", "fr"),
        ("Man spricht auch von Zed.", "de"),
        ("Eine andere Bezeichnung ist Zed.", "de"),
        ("Seil zum Festmachen; auch Zed genannt.", "de"),
        ("También se conoce como Zed.", "es"),
        ("Se le llama también Zed.", "es"),
    ],
)
def test_sentence_in_another_language_names_the_headword_again(sentence: str, language: str) -> None:
    assert named_otherwise(sentence, "Kai", language) == ("Zed",)


def test_article_names_its_term_by_the_end_of_it(tmp_path: Path) -> None:
    page = "# Berth congestion\n\n## What is berth congestion?\n\nCongestion is the queue of ships before a port.\n"
    assert names(built(tmp_path, page_md=page), "Berth congestion") == {"Congestion"}


def test_translations_of_a_record_are_no_synonyms(tmp_path: Path) -> None:
    page = '[{"term": "Berth", "definition": "A place for ships.", "translations": {"de": "Liegeplatz"}},'
    page += ' {"term": "Quay", "definition": "A wall.", "translations": {"de": "Kai"}}]'
    assert not names(built(tmp_path, words_json=page), "Berth")


def test_abbreviation_that_stands_for_nothing_elsewhere_is_one_beside_its_full_form(tmp_path: Path) -> None:
    page = "Abbreviation,Full form\nTBC,To be confirmed\nETA,Estimated time of arrival\n"
    assert names(built(tmp_path, words_csv=page), "To be confirmed") == {"TBC"}


def test_code_of_a_site_that_calls_another_entry_is_a_link(tmp_path: Path) -> None:
    build = built(
        tmp_path,
        berth_md='# Berth\n\nA place at a {{Glossary("Quay", "quay wall")}} for ships.\n',
        quay_md="# Quay\n\nA wall.\n",
    )
    text = next(term.definitions[0].value for term in build.terms if term.label.value == "Berth")
    assert text == "A place at a quay wall for ships."


@pytest.mark.parametrize(
    ("line", "label", "name"),
    [
        ("Proof copy: a copy sent out early. Also galley.", "Proof copy", "galley"),
        ("Change order: a written order. Syn.: variation order.", "Change order", "variation order"),
        ("Wind-down: what is left to do; aka wrap-up time", "Wind-down", "wrap-up time"),
        ("Lockout/tagout (LOTO): cutting off power before work.", "Lockout/tagout", "LOTO"),
    ],
)
def test_short_remark_tells_another_name(tmp_path: Path, line: str, label: str, name: str) -> None:
    page = f"# Words\n\n- {line}\n- Rope: a line of hemp.\n- Anchor: a hook.\n"
    assert names(built(tmp_path, words_md=page), label) == {name}


def test_bracket_behind_a_foreign_headword_names_it_again() -> None:
    assert named_otherwise("Le taux de casse (ou bris) mesure les pertes.", "Taux de casse", "fr") == (
        "bris",
    )


def test_field_in_two_words_is_no_name(tmp_path: Path) -> None:
    page = "# Bias (machine learning)\n\nBias is the part of an error that comes from wrong guesses.\n"
    assert not names(built(tmp_path, bias_md=page), "Bias")


def test_sentence_below_a_heading_of_names_is_no_name(tmp_path: Path) -> None:
    page = (
        "# What is a duty chart?\n\nA duty chart is a table that links tasks to people by letters.\n\n"
        "## Alternatives\n\nALDO, BRAVO and CANTO use other letters.\n"
    )
    assert not names(built(tmp_path, page_md=page), "duty chart")


def test_other_name_that_closes_a_definition_behind_a_semicolon(tmp_path: Path) -> None:
    text = (
        "# Rail words\n\n- **Points** – Movable rails; known as a switch in North America.\n"
        "- **Heat plant** – Heat and power from one place; also cogeneration.\n"
        "- **Siding** – A short track; also used for old cars.\n"
    )
    found = entries(built(tmp_path, rails_md=text))
    told = {label: [name.value for name in each.alternatives] for label, each in found.items()}
    assert told == {"Points": ["switch"], "Heat plant": ["cogeneration"], "Siding": []}


def test_date_of_a_german_page_is_no_term(tmp_path: Path) -> None:
    terms = "- **Gleis** – Die Spur eines Zuges.\n- **Weiche** – Ein Gleis, das sich teilt.\n"
    text = f"# Glossar\n\n{terms}\nStand: Januar. Alle Angaben ohne Gewähr.\n"
    assert set(entries(built(tmp_path, bahn_md=text))) == {"Gleis", "Weiche"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A place for a ship. Also BTH (berth for short).", "BTH"),
        ("A place for a ship. Formerly the ship landing place.", "ship landing place"),
        ("A place for a ship. Formerly the site of a church.", ""),
        ("A place for a ship. Formerly called ship lair.", "ship lair"),
    ],
)
def test_short_last_sentence_may_give_another_name(tmp_path: Path, text: str, expected: str) -> None:
    graph = built(tmp_path, words_md=f"# Glossary\n\n- Berth: {text}\n- Crane: a machine.\n")
    told = entries(graph)["Berth"]
    assert [name.value for name in (*told.alternatives, *told.abbreviations)] == (
        [expected] if expected else []
    )
