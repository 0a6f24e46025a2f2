"""Glossaries as they lie in repositories: Markdown with HTML, front matter, sheets, nested YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, entries, triples

from rolegraph.extraction.forms.heads import read_head
from rolegraph.extraction.forms.patterns import expanded
from rolegraph.extraction.forms.said_names import names_in_sentence
from rolegraph.readers import Span


def names(folder: Path, label: str, **documents: str) -> list[str]:
    term = entries(built(folder, **documents))[label]
    return [text.value for text in (*term.abbreviations, *term.alternatives)]


# ---- Markdown ----


def test_a_list_of_definitions_in_html_is_read_without_blank_lines(tmp_path: Path) -> None:
    pairs = [
        "<dt>berth</dt><dd>A place where a ship ties up for some days.</dd>",
        '<dd><a href="https://quays.example">Berths at Quays</a></dd>',
        "<dt>Wide Yard Depot (WYD)</dt><dd>A depot that a port keeps for its tenants.</dd>",
        "<dt>WYD.</dt><dd>See Wide Yard Depot</dd>",
        "<dt>sling</dt><dd>A strap that lifts a crate into the hold of a ship.</dd>",
    ]
    text = (
        "<h1>Words of the quay</h1>\nSome that are used\n\n<dl>\n" + "\n".join(pairs) + "\n</dl>\n\nnotes\n"
    )
    build = built(tmp_path, a_md=text)
    assert set(entries(build)) == {"berth", "Wide Yard Depot", "sling"}
    assert abbreviations(build)["Wide Yard Depot"] == ["WYD"]


def test_what_points_to_a_term_does_not_write_out_its_abbreviation() -> None:
    pair = expanded("SGML", Span("See Standard Grain Mill Ladder", ((0, 1),)))
    assert pair.head == "SGML"


def test_links_lead_to_anchors_in_html(tmp_path: Path) -> None:
    text = (
        "# Words\n\n<a name='q1'></a>\n### Quay\n\nA wall in the water.\n\n<a id='q2'/>\n### Sling\n\nA strap "
        "near the [wall](#q1).\n\n### <a id='q3'></a>Hold\n\nWhere a <a href='#q2'>strap</a> ends.\n"
    )
    found = triples(built(tmp_path, a_md=text))
    assert {("Sling", "related", "Quay"), ("Hold", "related", "Sling")} <= found


def test_a_link_without_a_place_leads_nowhere(tmp_path: Path) -> None:
    text = "# Words\n\n### Term\n\nA word.\n\n### Quay\n\nA wall, as [the map](#/) has it.\n"
    assert ("Quay", "related", "Term") not in triples(built(tmp_path, a_md=text))


def test_a_link_may_name_its_term_in_the_plural(tmp_path: Path) -> None:
    text = "Words\n=====\n\n.. glossary::\n\n   crane\n      A lift.\n\n   quay\n      Has :term:`cranes`.\n"
    assert ("quay", "related", "crane") in triples(built(tmp_path, a_rst=text))


def test_an_arrow_before_the_number_of_a_section_points_to_no_term(tmp_path: Path) -> None:
    text = "# Words\n\n### Quay\n\nA wall (see [→3.1](more.md#x)).\n\n### Sling\n\nA strap by the [quay](#quay).\n"
    assert triples(built(tmp_path, a_md=text)) >= {("Sling", "related", "Quay")}


def test_a_text_that_introduces_one_group_of_terms_is_no_definition(tmp_path: Path) -> None:
    groups = {
        "Ships": (
            "",
            "**Barge**:\nA flat boat.\n\n**Ferry**:\nA boat for people.\n\n**Tug**:\nA boat that pulls.\n",
        ),
        "Gear": ("", "**Sling**:\nA strap.\n\n**Hook**:\nA bent bar.\n\n**Winch**:\nA drum for ropes.\n"),
        "Crew roles": (
            "The crew roles that a port gives out for a day.\n\n",
            "**Crew role**:\nA job for a day.\n\n**Mate**:\nOne who helps.\n\n**Shift**:\nSix hours.\n",
        ),
    }
    text = "# Quay\n\nThe language of the quay, as it is spoken here.\n\n" + "\n".join(
        f"## {title}\n\n{lead}{terms}" for title, (lead, terms) in groups.items()
    )
    build = built(tmp_path, a_md=text)
    assert set(entries(build)) == {
        "Barge", "Ferry", "Tug", "Sling", "Hook", "Winch", "Crew role", "Mate", "Shift",
    }  # fmt: skip
    assert definitions(build)["Crew role"] == ["A job for a day."]


# ---- front matter ----


def test_front_matter_defines_and_relates_its_term(tmp_path: Path) -> None:
    front = (
        'term: barge\nisa: boat\nglossaryText: "a flat [boat](@) for goods"\nauthor: Ada\nrelated:\n- tug\n'
    )
    text = f"---\n{front}---\n\n# Barge\n\n:::caution\nNot done.\n:::\n\n### Notes\nIt is slow.\n"
    build = built(tmp_path, barge_md=text, tug_md="---\nterm: tug\ndefinition: A boat that pulls.\n---\n")
    assert definitions(build)["barge"] == ["a flat boat for goods"]
    assert triples(build) >= {("barge", "broader", "boat"), ("barge", "related", "tug")}
    assert not any("Ada" in triple for triple in triples(build))


def test_a_term_called_like_a_list_of_terms_is_one(tmp_path: Path) -> None:
    text = "---\nterm: dictionary\ndefinition: A list of words.\n---\n\n# Dictionary\n\n### Uses\n\nIt helps people.\n"
    assert set(entries(built(tmp_path, a_md=text))) == {"dictionary"}


def test_the_description_of_a_page_defines_a_term_that_nothing_else_does(tmp_path: Path) -> None:
    described = "---\ntitle: Barge\ndescription: A flat boat for goods.\n---\n"
    build = built(
        tmp_path, a_md=described, b_md=described.replace("Barge", "Tug") + "\nA tug is a boat that pulls.\n"
    )
    assert definitions(build) == {"Barge": ["A flat boat for goods."], "Tug": ["A tug is a boat that pulls."]}


# ---- sheets and structured lists ----


def test_rows_that_are_quoted_as_a_whole_are_parted(tmp_path: Path) -> None:
    text = '"term,definition"\n"Toil,Work by hand, again and again; with ""no"" end."\n"Sling,A strap."\n'
    assert definitions(built(tmp_path, a_csv=text)) == {
        "Toil": ['Work by hand, again and again; with "no" end.'],
        "Sling": ["A strap."],
    }


def test_rows_with_a_term_alone_are_terms_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    rows = (
        "barge,A flat boat.",
        "crane,",
        "hook,A bent bar.",
        "quay,",
        "sling,A strap.",
        "tug,A boat that pulls.",
    )
    assert "crane" in entries(built(tmp_path, a_csv="term,def\n" + "\n".join(rows)))
    grouped = "term,def\nGEAR,\nhook,A bent bar.\nwinch,A drum.\nBOATS,\nbarge,A flat boat.\ntug,A boat that pulls.\n"
    assert "GEAR" not in entries(built(tmp_path / "b", b_csv=grouped))


def test_a_row_with_a_number_and_a_term_is_one(tmp_path: Path) -> None:
    text = "id,term,definition\n7,sling,A strap.\n8,barge,\n9,crane,A lift.\n"
    assert set(entries(built(tmp_path, a_csv=text))) == {"sling", "barge", "crane"}


GROUPS = """nodes:
  - name: Boats
    description: What floats
    nodes:
      - name: Small
        terms:
          - name: Barge
            description: A flat boat.
          - name: Tug
            description: A boat that pulls.
    terms:
      - name: Ferry
        description: A boat for people.
        inherits:
          - Boats.Small.Barge
        related_terms:
          - Boats.Tug
"""


def test_groups_may_hold_groups_and_terms_and_names_be_paths(tmp_path: Path) -> None:
    build = built(tmp_path, a_yml=GROUPS)
    assert set(entries(build)) == {"Barge", "Tug", "Ferry"}
    assert triples(build) >= {("Ferry", "broader", "Barge"), ("Ferry", "related", "Tug")}


# ---- names ----


@pytest.mark.parametrize(
    ("head", "label", "others"),
    [
        ("Beneficiary (payee)", "Beneficiary", ("payee",)),
        ("Draft (status of a form)", "Draft", ()),
        ("Bank (river)", "Bank", ()),
        ("Berth charge/fee", "Berth charge", ("Berth fee",)),
        ("Accounts payable/receivable", "Accounts payable/receivable", ()),
        ("i18n (internationalization)", "i18n", ("internationalization",)),
        ("i18n (translation)", "i18n", ()),
    ],
)
def test_a_head_names_its_term_twice(head: str, label: str, others: tuple[str, ...]) -> None:
    read = read_head(head)
    assert (read.label, (*read.abbreviations, *read.alternatives)) == (label, others)


@pytest.mark.parametrize(
    ("term", "definition", "label", "others"),
    [
        ("YBS", "**NFK Yard Booking Service.** Books yards.", "NFK Yard Booking Service", ["YBS"]),
        ("Crane", "**Acme Crane.** A tool that lifts.", "Crane", ["Acme Crane"]),
        ("Quay EFS", "**Quay Early Freight Store.** Keeps files.", "Quay Early Freight Store", ["Quay EFS"]),
        ("QY / QW", "**Quay Yard / Quay Works.** Two sheds.", "QY", ["QW", "Quay Yard", "Quay Works"]),
        ("SPA", "Single Port Agent; one who acts for a ship.", "Single Port Agent", ["SPA"]),
        ("CDF", "**Commonly Drawn Fees** (also: Joint Fees). What ports ask.", "Commonly Drawn Fees", ["CDF", "Joint Fees"]),
    ],
)  # fmt: skip
def test_a_definition_opens_with_the_full_name(
    tmp_path: Path, term: str, definition: str, label: str, others: list[str]
) -> None:
    assert names(tmp_path, label, a_yml=f'- term: {term}\n  definition: "{definition}"\n') == others


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("a free engine for tables, also known as PortSQL.", ()),
        ("free table engine, also known as PortSQL.", ("PortSQL",)),
        ("It is sometimes called the more “modern” version of a shift.", ()),
        ("Also known as carriers, 2PLs are firms that move trucks, trains, and ships.", ("carriers",)),
    ],
)
def test_a_name_is_not_what_else_a_sentence_speaks_of(sentence: str, found: tuple[str, ...]) -> None:
    assert names_in_sentence(sentence, "Portgres") == found


def test_a_bracket_in_a_head_points_to_other_terms(tmp_path: Path) -> None:
    text = (
        "Haulier (HL) (*See also - Carrier and Common Agent) - A firm that moves goods by road for others.\n\n"
        "Carrier - A firm that moves goods.\n\nSling - A strap that lifts goods.\n"
    )
    build = built(tmp_path, a_txt=text)
    assert set(entries(build)) == {"Haulier", "Carrier", "Sling"}
    assert triples(build) >= {("Haulier", "related", "Carrier"), ("Haulier", "related", "Common Agent")}


def test_our_guide_and_what_a_page_explains_are_no_terms(tmp_path: Path) -> None:
    told = "A lift. See our guide on cranes for examples. See also: the_page gives more on how to lift."
    build = built(tmp_path, a_md=f"# Words\n\n- **Crane**: {told}\n- **Sling**: A strap.\n")
    assert not {triple for triple in triples(build) if triple[1] == "related"}
