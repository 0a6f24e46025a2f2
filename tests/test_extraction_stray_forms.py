"""Glossaries as tools, offices and sites leave them: exports of term bases, toggles, labels of plug-ins, memos."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, definitions, entries, triples


def names(folder: Path, **documents: str) -> dict[str, list[str]]:
    """Give the other names of each entry of some documents."""
    found = entries(built(folder, **documents))
    return {label: sorted(name.value for name in term.alternatives) for label, term in found.items()}


def test_column_that_repeats_is_the_group_beside_columns_called_by_languages(tmp_path: Path) -> None:
    rows = "".join(
        f"{n};Quay;{en};{told};{de}\n"
        for n, (en, told, de) in enumerate(
            (
                ("berth", "place where a ship lies", "Liegeplatz"),
                ("crane", "machine that lifts loads", "Kran"),
                ("fender", "cushion between ship and quay", "Fender"),
                ("winch", "drum that winds a rope", "Winde"),
            )
        )
    )
    graph = built(tmp_path, base_csv=f"Entry Number;Subject;English;English Definition;German\n{rows}")
    assert set(entries(graph)) == {"berth", "crane", "fender", "winch"}


def test_words_we_use_is_the_title_of_a_list(tmp_path: Path) -> None:
    toggles = "".join(
        f"<details><summary><b>{name}</b></summary><p>{told}</p></details>"
        for name, told in (
            ("Berth", "Where a ship lies."),
            ("Crane", "It lifts."),
            ("Fender", "It cushions."),
        )
    )
    graph = built(
        tmp_path, page_html=f"<h1>Words we use on the quay</h1><p>Tell us of new words.</p>{toggles}"
    )
    assert set(entries(graph)) == {"Berth", "Crane", "Fender"}


def test_names_below_a_label_with_a_colon_are_other_names(tmp_path: Path) -> None:
    page = (
        "<h1>Berth</h1><p>A place where a ship can lie.</p><div>Synonyms: </div>mooring place, quay place"
        "<h3>Related terms</h3><ul><li>Crane</li></ul>"
    )
    assert names(tmp_path, berth_html=page) == {"Berth": ["mooring place", "quay place"]}


def test_section_called_terminology_is_the_list_of_a_memo(tmp_path: Path) -> None:
    memo = (
        "                Terms of the quay\n\nAbstract\n\n   This memo tells what words mean.\n\n1.  Introduction\n\n"
        "   Words differ from port to port.\n\n2.  Terminology\n\n   Berth:  A place for a ship.\n\n"
        "   Crane:  A machine that lifts.\n\n   Fender:  A cushion between ship and quay.\n\n"
        "3.  Safety Considerations\n\n   Cranes can fall.\n"
    )
    assert set(entries(built(tmp_path, memo_txt=memo))) == {"Berth", "Crane", "Fender"}


def test_title_of_a_lexicon_behind_a_dash_is_no_entry(tmp_path: Path) -> None:
    text = "Hafen Auental – Hafenlexikon\n\nLiegeplatz\nWo ein Schiff liegt.\n\nKran\nMaschine zum Heben.\n\n"
    assert set(entries(built(tmp_path, lexikon_txt=text + "Poller\nPfosten für die Leinen.\n"))) == {
        "Liegeplatz",
        "Kran",
        "Poller",
    }


def test_german_text_may_begin_with_a_verb_and_end_with_a_name(tmp_path: Path) -> None:
    text = (
        "# Glossar\n\n- **Stauung**: Liegt vor, wenn Schiffe auf einen Liegeplatz warten.\n"
        "- **Liegegeld**: Entgelt für die Zeit am Kai; auch Kaigeld.\n- **Kran**: Maschine, die Lasten hebt.\n"
    )
    graph = built(tmp_path, hafen_md=text)
    assert definitions(graph)["Stauung"] == ["Liegt vor, wenn Schiffe auf einen Liegeplatz warten."]
    assert not [each for each in triples(graph) if each[0] == "Stauung" and each[1] == "broader"]
    assert [name.value for name in entries(graph)["Liegegeld"].alternatives] == ["Kaigeld"]


def test_opening_page_of_a_folder_is_no_entry(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        README_md="# Welcome\n\nThese pages tell of the port.\n",
        berth_md="# Berth\n\nA berth is a place for a ship.\n",
    )
    assert set(entries(graph)) == {"Berth"}
