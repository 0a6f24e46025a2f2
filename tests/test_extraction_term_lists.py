"""Lists of terms with what stands around them: letters, items, remarks, columns that tell nothing by their titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, entries, triples

from rolegraph.extraction import Build
from rolegraph.extraction.layout.patterns import is_head, read_pair
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.names.said_names import names_in_sentence
from rolegraph.readers import Span


def definitions(build: Build) -> dict[str, str]:
    """Give the first definition of each term that has one."""
    return {term.label.value: term.definitions[0].value for term in build.terms if term.definitions}


# ---- pages of one term ----

PAGE = """---
term: Quay wall
summary: A quay wall is a wall.
related:
  - berth
---

# Quay wall

## Definition

A quay wall is a wall that ships lie at.

## Also called

{also}
"""


def test_related_terms_in_the_front_matter_do_not_stand_for_the_definition(tmp_path: Path) -> None:
    page = PAGE.format(also="- wharf wall\n")
    build = built(tmp_path, a_md=page)
    assert definitions(build) == {"Quay wall": "A quay wall is a wall that ships lie at."}
    assert ("Quay wall", "related", "berth") in triples(build)


def test_a_page_with_related_terms_alone_is_described_by_its_summary(tmp_path: Path) -> None:
    page = PAGE.partition("\n## Definition")[0]
    assert definitions(built(tmp_path, a_md=page)) == {"Quay wall": "A quay wall is a wall."}


def test_links_in_sentences_about_other_names_are_no_names(tmp_path: Path) -> None:
    prose = (
        "On drawings, you find it as a line of its own, which is a little different. See [berth](berth.md)."
    )
    term = entries(built(tmp_path / "a", a_md=PAGE.format(also=prose)))["Quay wall"]
    assert [text.value for text in term.alternatives] == []
    names = "[wharf wall](wharf.md), [bulkhead](bulkhead.md)"
    term = entries(built(tmp_path / "b", a_md=PAGE.format(also=names)))["Quay wall"]
    assert {text.value for text in term.alternatives} == {"wharf wall", "bulkhead"}


# ---- headings that are called like sections ----


def test_a_term_called_like_a_section_is_one_among_terms_below_letters(tmp_path: Path) -> None:
    text = (
        "# Glossaire du port\n\n## A\n\n**Amarre**\nCorde qui tient un navire.\n\n**Artefact**\nObjet du port.\n\n"
        "## B\n\n**Bassin**\nPlan d’eau fermé par des quais.\n\n**Bitte**\nPoteau des amarres.\n"
    )
    assert set(entries(built(tmp_path, a_md=text))) == {"Amarre", "Artefact", "Bassin", "Bitte"}


def test_a_term_called_like_a_section_is_one_among_terms_that_items_define(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n## Anchor\n- An iron hook for ships.\n\n## Component\n- A piece of a crane.\n"
        "- It has a number.\n\n## Crane\n- A lift for loads.\n\n## Dock\n- A basin with gates.\n"
    )
    build = built(tmp_path, a_md=text)
    assert set(entries(build)) == {"Anchor", "Component", "Crane", "Dock"}
    assert definitions(build)["Component"] == "A piece of a crane."


def test_groups_whose_items_list_terms_are_no_terms(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n## Mooring\n- Anchor: an iron hook.\n- Bitt: a post on deck.\n\n## Lifting\n- Crane: a lift.\n"
        "- Sling: a strap.\n\n## Storing\n- Shed: a roof for goods.\n- Yard: a field for boxes.\n"
    )
    assert set(entries(built(tmp_path, a_md=text))) == {"Anchor", "Bitt", "Crane", "Sling", "Shed", "Yard"}


# ---- tables ----

ROWS = "| Term | Definition |\n|---|---|\n| Crane | A lift. |\n| Quay | A wall. |\n| Shed | A roof. |\n"


def test_pairs_in_running_text_beside_a_table_of_terms_are_remarks(tmp_path: Path) -> None:
    text = (
        f"# Words\n\nAda Byron, writer - Acme Ports\n\nWriter’s note: This list was made by hand.\n\n{ROWS}"
    )
    assert set(entries(built(tmp_path, a_md=text))) == {"Crane", "Quay", "Shed"}


def test_three_pairs_beside_a_table_are_terms(tmp_path: Path) -> None:
    text = f"# Words\n\n- Bitt: a post on deck.\n- Sling: a strap.\n- Yard: a field for boxes.\n\n{ROWS}"
    assert {"Bitt", "Sling", "Yard", "Crane"} <= set(entries(built(tmp_path, a_md=text)))


@pytest.mark.parametrize("title", ["Rol", "Role"])
def test_a_column_of_sentences_beside_full_forms_defines_them(tmp_path: Path, title: str) -> None:
    text = (
        f"# Glosario\n\n| Sigla | Nombre completo | {title} |\n|---|---|---|\n"
        "| APN | Autoridad Portuaria Norte | Oficina del estado que manda en los muelles del norte |\n"
        "| CGM | Centro de Gruas Moviles | Empresa que presta sus gruas a los barcos del puerto |\n"
    )
    told = definitions(built(tmp_path, a_md=text))
    assert told["Autoridad Portuaria Norte"].startswith("Oficina del estado")


def test_a_column_that_sorts_full_forms_defines_nothing(tmp_path: Path) -> None:
    text = (
        "# Acronyms\n\n| Acronym | Full form | Where |\n|---|---|---|\n| NPA | North Port Authority | quay office |\n"
        "| MCC | Mobile Crane Centre | crane folder |\n| TOS | Terminal Operating System | crane folder |\n"
    )
    assert definitions(built(tmp_path, a_md=text)) == {}


def test_an_abbreviation_alone_in_its_row_is_a_term_where_the_alphabet_has_its_place(tmp_path: Path) -> None:
    head = "# Acronyms\n\n| Acronym | Meaning | Notes |\n|---|---|---|\n"
    rows = ["| CGM | Crane Group Mobile | |", "| CRT | | |", "| CTM | Crane Time Manager | |"]
    rows += ["| DPA | Dock Port Area | |", "| EQW | East Quay Wall | |", "| GLS | Gate List Sheet | |"]
    assert "CRT" in entries(built(tmp_path / "a", a_md=head + "\n".join(rows)))
    assert "CRT" not in entries(
        built(tmp_path / "b", a_md=head + "\n".join([rows[1], *rows[3:], rows[0], rows[2]]))
    )


# ---- heads and names ----


def test_a_range_of_numbers_parts_no_term_from_a_definition() -> None:
    assert read_pair(Span("Weight of a usual load. 80 - 100 kg is light.", ((0, 1),))) is None
    assert read_pair(Span("Grade 7 - a load of middling weight.", ((0, 1),))) is not None


def test_a_head_holds_no_sentence() -> None:
    assert not is_head("weight of loads as used on the quay. Light")
    assert is_head("Quay no. Seven")


def test_quotation_marks_in_brackets_are_no_part_of_a_name() -> None:
    head = read_head("Quay-based handling (“QBH”) / Wharf-based handling (“WBH”)")
    assert (head.label, head.alternatives) == ("Quay-based handling", ("Wharf-based handling",))
    assert head.abbreviations == ("QBH", "WBH")


def test_an_insertion_spells_an_abbreviation_out(tmp_path: Path) -> None:
    text = "# Glossary\n\n- QTS: A QTS, which stands for Quay Time Sheet, is a list of hours.\n- Crane: a lift.\n"
    assert abbreviations(built(tmp_path, a_md=text))["Quay Time Sheet"] == ["QTS"]


@pytest.mark.parametrize(
    ("sentence", "label", "names"),
    [
        ("Sometimes this is called a wharf wall.", "Quay wall", ("wharf wall",)),
        ("Sometimes called a wharf wall, short for ‘wharf side wall’ but for any wall.", "Quay wall", ("wharf wall",)),
        ("Sometimes the first load is called a sling.", "Quay wall", ()),
    ],
)  # fmt: skip
def test_a_name_said_of_the_headword_after_an_adverb(
    sentence: str, label: str, names: tuple[str, ...]
) -> None:
    assert names_in_sentence(sentence, label) == names


# ---- what introduces a list, what is called like one ----


def test_a_list_below_a_text_about_it_is_read(tmp_path: Path) -> None:
    text = (
        "# Acronyms\n\nThis list is for short names on the quay.\n\nThe [list of piers](https://p.example) helps.\n\n"
        "* QTS (Quay Time Sheet): Hours of the gang\n* CGM (Crane Group Mobile): The gang with cranes\n* HTC: A firm\n"
    )
    assert set(entries(built(tmp_path, a_md=text))) == {"Quay Time Sheet", "Crane Group Mobile", "HTC"}


@pytest.mark.parametrize("title", ["Heap-of-Words", "Spare words"])
def test_a_page_on_a_term_with_words_in_its_name_is_an_article(tmp_path: Path, title: str) -> None:
    text = (
        f"---\ntitle: {title}\n---\n{title} are a way to fill a page.\n\nThey come in heaps, of any length.\n"
    )
    build = built(tmp_path, a_md=text)
    assert definitions(build) == {title: f"{title} are a way to fill a page."}
    assert build.skipped == []


def test_lines_that_each_define_a_term_in_small_letters_stand_apart(tmp_path: Path) -> None:
    text = (
        "loose load: Any single crate.\nbound load: Any (CRATE AND CRATE) that is tied.\n"
        "light load: Any load that does not need the use of a crane.\nheavy load: Any load that does need it.\n"
        "load: Any of these.\n"
    )
    told = definitions(built(tmp_path, a_txt=text))
    assert set(told) == {"loose load", "bound load", "light load", "heavy load", "load"}


def test_a_long_bracket_behind_a_head_counts_as_no_words_of_it() -> None:
    span = Span(
        "QSG / QOG (Quay Steering group, changing to Quay Operations group for all piers): A group.",
        ((0, 1),),
    )
    assert read_pair(span) is not None


# ---- names ----


def test_a_name_may_begin_with_named_or_called() -> None:
    assert read_head("NQW (Named Quay Wall)").label == "Named Quay Wall"
    assert read_head("Quay (called wharf)").alternatives == ("wharf",)


def test_how_a_name_sounds_is_no_name() -> None:
    assert read_head('QCSB (Quay Crane Service Bus, pronounced "cozy-B")').alternatives == ()


def test_two_things_of_one_kind_are_no_two_names() -> None:
    assert names_in_sentence("A stale crane or lift is one that nobody uses.", "Stale") == ()
    assert names_in_sentence("A crane or lift is a machine.", "Crane") == ("lift",)


def test_a_link_near_the_start_spells_an_abbreviation_out(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n- QTA: Acme’s [Quay Time Archive](https://q.example), the largest.\n- Pier: a wall.\n"
    )
    assert abbreviations(built(tmp_path, a_md=text))["Quay Time Archive"] == ["QTA"]


@pytest.mark.parametrize(
    ("pointer", "related"), [("siehe Kran", True), ("siehe oben", False), ("siehe Abb. 2", False)]
)
def test_pointers_in_german_brackets(tmp_path: Path, pointer: str, related: bool) -> None:
    text = (
        f"# Glossar\n\n- Kai: Eine Mauer, an der Schiffe liegen und gearbeitet wird ({pointer}). Sie ist lang.\n"
        "- Kran: Eine Maschine, die schwere Lasten hebt.\n"
    )
    assert (("Kai", "related", "Kran") in triples(built(tmp_path, a_md=text))) == related


# ---- pointers, signs and spaces ----


@pytest.mark.parametrize(
    "said",
    [
        "For more information, see Crane.",
        "For further details on lifting, see Crane.",
        "See also Crane.",
        "См. также: Crane.",
        "Zie ook: Crane.",
        "More information: see Crane.",
    ],
)
def test_a_pointer_at_the_end_relates(tmp_path: Path, said: str) -> None:
    text = f"# Glossary\n\n- Quay: A wall that ships lie at. {said}\n- Crane: A lift for heavy loads.\n"
    found = triples(built(tmp_path, a_md=text))
    assert ("Quay", "related", "Crane") in found
    assert ("Quay", "synonymOf", "Crane") not in found


def test_full_width_signs_part_and_name(tmp_path: Path) -> None:
    text = "# 用語集\n\n- クレーン：荷物を持ち上げる機械。\n- 倉庫（WH）：荷物を置く建物。\n"
    build = built(tmp_path, a_md=text)
    assert definitions(build) == {"クレーン": "荷物を持ち上げる機械。", "倉庫": "荷物を置く建物。"}
    assert [text.value for text in entries(build)["倉庫"].alternatives] == ["WH"]


def test_rows_between_tabs_may_stand_apart(tmp_path: Path) -> None:
    text = "Quay\tA wall that ships lie at\n\nCrane\tA lift for heavy loads\n\nShed\tA roof for goods\n\n\nNo row\n"
    assert set(definitions(built(tmp_path, a_txt=text))) == {"Quay", "Crane", "Shed"}


def test_titles_that_span_rows_and_columns_stand_above_their_cells(tmp_path: Path) -> None:
    head = (
        "<tr><th colspan=3>Port words</th></tr><tr><th rowspan=2>Term</th><th colspan=2>Text</th></tr>"
        "<tr><th>Abbreviation</th><th>Definition</th></tr>"
    )
    rows = "<tr><td>Quay</td><td>QY</td><td>A wall at sea</td></tr><tr><td>Crane</td><td></td><td>A lift</td></tr>"
    build = built(tmp_path, a_html=f"<table>{head}{rows}</table>")
    assert definitions(build) == {"Quay": "A wall at sea", "Crane": "A lift"}
    assert abbreviations(build)["Quay"] == ["QY"]


def test_a_french_list_of_few_accents_is_read_in_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(
        "Terme;Définition\nGrue;Engin qui lève\nQuai;Mur où l’on va\n".encode("cp1252")
    )
    assert definitions(built(tmp_path))["Grue"] == "Engin qui lève"


TERMS = "\n".join(
    f"- **{term}**: a thing of the port." for term in ("Berth", "Tug", "Pilot", "Quay", "Crane")
)


@pytest.mark.parametrize(
    "above",
    [
        "# Port terms\n\nA port is a place where ships load.",
        "# Glossary\n\nA glossary is a list of words.",
        "# Glossary of port terms\n\nA port is a place where ships load. Here are its words.",
    ],
)
def test_defining_sentence_above_a_list_leaves_its_terms(tmp_path: Path, above: str) -> None:
    found = entries(built(tmp_path, page_md=f"{above}\n\n{TERMS}\n"))
    assert set(found) >= {"Berth", "Tug", "Pilot", "Quay", "Crane"}


def test_list_of_terms_of_which_few_are_roles_is_no_page_of_roles(tmp_path: Path) -> None:
    terms = "**Project manager** – Plans the project.\n\n**Milestone** – Marks the end of a phase.\n\n"
    terms += "**Gantt chart** – Shows tasks over time.\n\n**Steering committee** – Decides on changes.\n"
    found = entries(built(tmp_path, page_md=f"# Project terms\n\n{terms}"))
    assert set(found) == {"Project manager", "Milestone", "Gantt chart", "Steering committee"}


def test_definition_behind_another_name_stays(tmp_path: Path) -> None:
    text = "Interchangeable with standby, a time when a person must answer."
    found = built(tmp_path, page_md=f"- **On-call**: {text}\n- **Standby**: a state.\n")
    assert entries(found)["On-call"].definitions[0].value == text
