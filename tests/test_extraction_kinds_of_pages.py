"""Whether a page is an article or a list, told by its parts, its language and its headings; what is around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries, triples

from rolegraph.extraction import Build


def names(build: Build, label: str) -> set[str]:
    """Give the other names of an entry."""
    entry = next(term for term in build.terms if term.label.value == label)
    return {each.value for each in (*entry.abbreviations, *entry.alternatives)}


def related(build: Build, label: str) -> set[str]:
    """Give what an entry is related to, in small letters."""
    return {end.lower() for one, kind, end in triples(build) if one == label and kind == "related"}


PARTS = """\
Skip to content
Quay school
Home / Words / Berth turnover
Berth turnover
Share on LinkedIn
In this article
What is berth turnover?
How to count it
Reasons
Examples
Key takeaways
A free berth earns nothing.
What is berth turnover?
Berth turnover (BT) is the number of ships that a berth takes in a year. Ports watch it with care.
The figure leaves out ships that only wait.
How to count it
Divide the calls by the berths.
| Input | Value |
|---|---|
| Calls | 1,200 |
| Berths | 84 |
| Turnover | 14 |
Reasons
- Slow cranes: nobody mends them.
- Late pilots: ships wait outside.
- Fog: no one can see the quay.
Examples
A harbour in the north counts eighty ships.
Related terms
- Berth: a place for ships.
- Pilot: a guide of ships.
FAQ
Is a high figure good?
As long as nobody waits.
"""


def test_headings_that_only_articles_have_speak_for_one(tmp_path: Path) -> None:
    assert set(entries(built(tmp_path, page_txt=PARTS))) == {"Berth turnover", "Berth", "Pilot"}


@pytest.mark.parametrize(
    ("label", "page"),
    [
        (
            "Estiba",
            "Inicio\nNoticias\nGlosario\n¿Qué es la estiba?\n"
            "La estiba es la colocación de la carga a bordo de un buque."
            "\n¿Cómo se hace?\nCon grúas.\nTipos de estiba\n- A granel: la carga va suelta.\n- En cajas: va apilada.\n",
        ),
        (
            "Liegezeit",
            "Hafenlexikon\nLiegezeit\nWas ist die Liegezeit?\n"
            "Unter Liegezeit versteht man die Zeit, die ein Schiff am Kai"
            " liegt.\nGründe\n- Nebel: der Lotse wartet.\n- Flaute: das Boot treibt.\n- Eis: der Kai ist zu.\n",
        ),
        (
            "Amarrage",
            "Accueil\nNos cours\nAmarrage\nQu'est-ce que l'amarrage ?\n"
            "L'amarrage est une manœuvre qui attache un navire au"
            " quai.\nComment faire ?\nAvec des cordes.\nTypes\n- Court : une corde.\n- Long : deux cordes.\n",
        ),
    ],
)
def test_page_in_another_language_is_on_what_it_tells(tmp_path: Path, label: str, page: str) -> None:
    assert [each.lower() for each in entries(built(tmp_path, page_txt=page))] == [label.lower()]


def test_question_for_a_thing_stands_against_a_role_in_a_byline(tmp_path: Path) -> None:
    page = (
        "What is ballast? Uses and risks\n2 May 2024\nAda Quay\nContent lead\nYou may wonder why ships carry stones.\n"
        "What is ballast?\nBallast is weight that keeps a ship upright.\nHow do you load it?\nWith a crane.\n"
    )
    assert [label.lower() for label in entries(built(tmp_path, page_txt=page))] == ["ballast"]


def test_page_without_a_title_is_on_what_its_first_words_tell(tmp_path: Path) -> None:
    page = (
        "'''Wharfage''' is money that a ship pays for the use of a wharf.\n\n== Etymology ==\nFrom wharf.\n\n"
        "== Criticism ==\nIt is thought to be high.\n\n== See also ==\n* [[Berth]]\n* [[Quay]]\n"
    )
    build = built(tmp_path, page_wiki=page)
    assert (set(entries(build)), related(build, "Wharfage")) == ({"Wharfage"}, {"berth", "quay"})


def test_headings_of_one_level_are_parts_where_they_name_the_first(tmp_path: Path) -> None:
    page = (
        "# What is a mooring fee?\n\nA mooring fee is a sum that a ship pays for its berth.\n\n"
        "# Why mooring fees exist\n\n"
        "They pay for the quay.\n\n# How mooring fees are worked out\n\n- **By length:** each metre counts.\n"
        "- **By day:** each day counts.\n\n# Limits\n\nSmall boats pay nothing.\n"
    )
    assert [label.lower() for label in entries(built(tmp_path, page_md=page))] == ["mooring fee"]


def test_section_of_definitions_in_another_document_is_a_list(tmp_path: Path) -> None:
    page = (
        "# Rule 7: Mooring\n\n## 1. Purpose\n\nThis rule keeps ropes safe.\n\n"
        "## 2. Definitions\n\nBerth – a place for a ship.\n\n"
        "Bollard – a post for ropes.\n\nFender – a cushion on a quay.\n\n## 3. Steps\n\nTie the rope twice.\n"
    )
    assert set(entries(built(tmp_path, rule_md=page))) == {"Berth", "Bollard", "Fender"}


def test_document_called_definitions_is_a_list_of_its_headings(tmp_path: Path) -> None:
    page = (
        "---\ntitle: Definitions\n---\n\nimport Note from '@site/Note';\n\n"
        "Simple words come first.\n\n### Berth\n\nA place for a ship.\n\n"
        "### Bollard\n\nA post for ropes.\n\n### Fender\n\nA cushion on a quay.\n"
    )
    assert definitions(built(tmp_path, words_md=page)) == {
        "Berth": ["A place for a ship."],
        "Bollard": ["A post for ropes."],
        "Fender": ["A cushion on a quay."],
    }


def test_headings_that_ask_for_several_things_list_them_below_any_text(tmp_path: Path) -> None:
    asked = "".join(
        f"## What is a {name}?\n\nA thing of the {name}s.\n\n" for name in ("tug", "quay", "buoy", "pier")
    )
    page = f"# Port talk\n\nNew here? Start with these.\n\n{asked}"
    assert set(entries(built(tmp_path, page_md=page))) == {"tug", "quay", "buoy", "pier"}


def test_groups_beside_one_that_is_called_a_list_are_lists(tmp_path: Path) -> None:
    page = (
        "glossary:\n  Places:\n    Berth: A place for a ship.\n    Quay: A wall with berths.\n"
        "  Roles:\n    Pilot: A guide of ships.\n    Diver: A mender of hulls.\n"
    )
    assert set(entries(built(tmp_path, words_yaml=page))) == {"Berth", "Quay", "Pilot", "Diver"}


def test_bare_line_below_also_known_as_is_a_name(tmp_path: Path) -> None:
    page = (
        "Morning call\nDefinition\nThe morning call is a short talk on the quay.\n"
        'Also known as\n"roll call", "muster"\n'
        "Pitfalls\nIt takes too long when it rains.\n"
    )
    assert names(built(tmp_path, page_txt=page), "Morning call") == {"roll call", "muster"}


def test_lines_below_related_terms_are_names_up_to_what_a_page_bids(tmp_path: Path) -> None:
    page = (
        "Mooring\nWhat is mooring?\nMooring is the tying of a ship to a quay.\n"
        "How does it work?\nWith ropes and care.\n"
        "Related terms\nBerth\nBollard\nFender\nPilot boat\nDownload the guide\n"
    )
    assert related(built(tmp_path, page_txt=page), "Mooring") == {"berth", "bollard", "fender", "pilot boat"}


def test_related_things_of_a_kind_are_related_terms(tmp_path: Path) -> None:
    page = (
        "# Berth\n\nA berth is a place for a ship.\n\n## Related measures\n\n- Berth turnover\n- Waiting time\n\n"
        "## Related articles\n\n- Ten quays to see\n"
    )
    assert related(built(tmp_path, page_md=page), "Berth") == {"berth turnover", "waiting time"}


def test_question_right_below_a_title_holds_no_section(tmp_path: Path) -> None:
    page = (
        "Hafenlexikon\nVertäuung\nWas ist eine Vertäuung?\n"
        "Eine Vertäuung ist eine Verbindung eines Schiffs mit dem Kai.\nWann kommt sie zum Einsatz?\n"
        "Bei jedem Anlauf.\nVerwandte Begriffe\n- Liegeplatz\n- Kai\n"
    )
    assert related(built(tmp_path, page_txt=page), "Vertäuung") == {"liegeplatz", "kai"}


def test_line_that_the_next_one_takes_up_goes_on_with_nothing(tmp_path: Path) -> None:
    page = (
        "tug\nA tug is a strong boat that tows large ships into the port. See full definition\n"
        "pilot boat\nA pilot boat is a fast boat that takes pilots out to ships. See full definition\n"
        "quay wall\nA quay wall is a wall at which ships lie while they are loaded. See full definition\n"
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {"tug", "pilot boat", "quay wall"}
    assert not related(build, "tug")


def test_pointer_that_is_all_below_a_heading_belongs_to_it(tmp_path: Path) -> None:
    page = (
        "# Glossar\n\n## Leine\n\nSeil zum Festmachen. Siehe Poller.\n\n## Poller\n\n"
        "Pfosten am Kai.\n\n## Kai\n\nUfermauer.\n"
    )
    assert set(entries(built(tmp_path, words_md=page))) == {"Leine", "Poller", "Kai"}


def test_bar_of_letters_may_begin_with_all(tmp_path: Path) -> None:
    page = (
        "Port glossary\nAll | A | B | C | D | E\nApron\nThe strip along the quay.\nBerth\n"
        "A place for ships.\nCrane\nA lift.\n"
    )
    assert set(entries(built(tmp_path, words_txt=page))) == {"Apron", "Berth", "Crane"}


def test_example_of_assignments_in_an_article_makes_no_entries(tmp_path: Path) -> None:
    page = (
        "# What is a duty chart?\n\nA duty chart is a table that links tasks to people by letters.\n\n## Example\n\n"
        "| Task | Ada | Ben |\n|---|---|---|\n| Tie the rope | R | A |\n| Call the pilot | I | A |\n\n"
        "## Related terms\n\n- Rota\n- Shift\n"
    )
    assert [label.lower() for label in entries(built(tmp_path, page_md=page))] == ["duty chart"]


def test_comparison_and_table_below_the_name_of_a_thing_are_on_it(tmp_path: Path) -> None:
    page = (
        '<div class="top"><span>Quaypay</span><span>Product</span><span>Sign in</span></div><h1>Port dues</h1>'
        '<div><span>Fees</span><span>Law of ports</span></div><div class="box"><h2>Port dues definition</h2>'
        "<p>Port dues are a sum that a ship pays for a call.</p></div><h2>Port dues example</h2>"
        "<p>A tanker pays in January.</p><h2>Port dues vs light dues</h2>"
        "<p>A light due is the reverse: a sum for lamps.</p><h2>Bills for port dues</h2>"
        "<table><tr><th>Item</th><th>Sum</th></tr><tr><td>Call</td><td>10</td></tr>"
        "<tr><td>Tug</td><td>20</td></tr></table><h2>Pay in a minute</h2><p>Quaypay does it for you.</p>"
    )
    assert [label.lower() for label in entries(built(tmp_path, page_html=page))] == ["port dues"]


def test_file_called_like_its_title_is_on_it_though_sections_are_called_so(tmp_path: Path) -> None:
    pages = {
        "problem_md": "# Problem\n\nThe cause of one or more faults.\n",
        "fault_md": "# Fault\n\nA break in a service.\n",
    }
    assert set(entries(built(tmp_path, **pages))) == {"Problem", "Fault"}


def test_dots_part_a_term_from_its_definition(tmp_path: Path) -> None:
    names = ("Berth", "Bollard", "Cross aisle", "Fender", "Quay", "Tug")
    page = "Words of a port\n\n" + "".join(f"{name:.<20} a thing in a port\n" for name in names)
    assert set(entries(built(tmp_path, words_txt=page))) == set(names)


def test_gap_anywhere_parts_a_term_from_its_definition_below_letters(tmp_path: Path) -> None:
    names = ("Berth", "Bollard", "Crosswind", "Fender", "Quay", "Tug", "Undertow")
    page = "".join(f"{name[0]}\n{name}  A thing that is met in a port.\n" for name in names)
    assert set(entries(built(tmp_path, words_txt=page))) == set(names)


def test_button_in_an_accordion_is_the_title_of_what_it_opens(tmp_path: Path) -> None:
    items = "".join(
        f'<div class="item"><button class="head">{name}</button>'
        f'<div class="panel"><p>A thing in a port.</p></div></div>'
        for name in ("Berth", "Quay", "Tug")
    )
    page = f'<h1>Port words</h1><p>In short.</p><div class="accordion">{items}</div>'
    assert set(entries(built(tmp_path, page_html=page))) == {"Berth", "Quay", "Tug"}


def test_introduction_that_speaks_of_words_leads_in_a_list(tmp_path: Path) -> None:
    page = (
        "# Rund um den Kai\n\nWichtige Begriffe einfach erklärt.\n\n## Poller\n\n"
        "Pfosten, an dem Schiffe festmachen.\n\n"
        "## Leine\n\nSeil zum Festmachen.\n\n## Fender\n\n"
        "Polster zwischen Schiff und Kai.\n\n## Noch Fragen?\n\nRuf an.\n"
    )
    assert set(entries(built(tmp_path, page_md=page))) == {"Poller", "Leine", "Fender"}


def test_pointer_below_a_question_answers_nothing(tmp_path: Path) -> None:
    page = (
        "Mooring\n\nMooring is the tying of a ship to a quay.\n\nHow is it done?\n\nWith ropes.\n\n"
        "See also: berth, bollard\n"
    )
    assert related(built(tmp_path, mooring_txt=page), "Mooring") == {"berth", "bollard"}


def test_fields_above_a_definition_leave_room_for_it(tmp_path: Path) -> None:
    page = (
        "# Tow Planning System\n\n| | |\n|---|---|\n| **Abbreviation** | TPS |\n"
        "| **See also** | [Pilot](pilot.md), [Quay](quay.md) |\n\n"
        "A tow planning system is software that steers the work of tugs.\n"
    )
    told = definitions(built(tmp_path, tow_md=page))
    assert told == {
        "Tow Planning System": ["A tow planning system is software that steers the work of tugs."]
    }
