"""Glossaries as they lie in repositories: Markdown with HTML, front matter, sheets, nested YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, entries, triples

from rolegraph.extraction.layout.patterns import expanded
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.names.said_names import names_closing, names_in_sentence
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
        ("CDF", "**Common Drawn Fees** (also: Joint Fees). A sum.", "Common Drawn Fees", ["CDF", "Joint Fees"]),
    ],
)  # fmt: skip
def test_a_definition_opens_with_the_full_name(
    tmp_path: Path, term: str, definition: str, label: str, others: list[str]
) -> None:
    assert names(tmp_path, label, a_yml=f'- term: {term}\n  definition: "{definition}"\n') == others


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is sometimes called the more “modern” version of a shift.", ()),
        ("Also known as barns, silos are towers that hold grain.", ("barns",)),
    ],
)
def test_a_name_is_not_what_else_a_sentence_speaks_of(sentence: str, found: tuple[str, ...]) -> None:
    assert names_in_sentence(sentence, "Silo") == found


def test_a_gloss_of_a_few_words_may_end_in_another_name() -> None:
    assert names_closing("free table engine, also known as Barnbase.", "Silo") == ("Barnbase",)
    assert names_closing("a free engine for tables, also known as Barnbase.", "Silo") == ()


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


# ---- what a second look at such files showed ----


TWICE = """terms:
  role:
    name: Role
    definition:
    gist: A job that somebody does in a team.
  slow-berth:
    name: Slow Berth
    definition:
    gist: A berth at which ships wait for some days.
  lane:
    name: Lane
    definition: A **lane** is a road.
    gist: A road between two sheds of a port.
  spm:
    name: SPM
    gist: (the Small Port Method) A way to run a port with few people.
"""


def test_keys_of_terms_may_be_names_of_fields_and_a_second_text_defines(tmp_path: Path) -> None:
    found = definitions(built(tmp_path, a_yml=TWICE))
    assert set(found) == {"Role", "Slow Berth", "Lane", "Small Port Method"}
    assert found["Role"] == ["A job that somebody does in a team."]


def test_a_title_that_explains_does_not_make_an_article_of_a_list(tmp_path: Path) -> None:
    lead = "Understanding freight can be hard. Here are some words to know:"
    items = (
        " 1. **Premium**: What one pays.\n\n 2. [**Berth**](/berth): A place.\n\n 3. **Sling**: A strap.\n"
    )
    text = f"---\ntitle: Understanding Freight\n---\n\n{lead}\n\n{items}"
    assert set(entries(built(tmp_path, a_md=text))) == {"Premium", "Berth", "Sling"}


def test_terms_below_definitions_are_no_definition_of_the_page(tmp_path: Path) -> None:
    heads = "".join(
        f"#### **{name}**\n\nA kind of {name.lower()} for ports.\n\n" for name in ("Berth", "Crane", "Hook")
    )
    title = "# Welcome to the Port Manual\n\nPort Manual and its words.\n\n## Pictures\n\n![x](x.png)\n\n"
    text = f"{title}## Definitions\n\n{heads}"
    assert set(entries(built(tmp_path, a_md=text))) == {"Berth", "Crane", "Hook"}


def test_a_glossary_stands_in_a_known_section(tmp_path: Path) -> None:
    words = "- Port Under Test (PUT) - a port like any\n- Ship Under Test (SUT) - a ship\n- Ship Log (SL) - a book\n"
    above = "## run-of-may\n\n- 5 rules, 5 kept\n- 60 tests\n\n### Overview\n\n"
    text = f"{above}<details><summary>Glossary</summary>\n\n{words}\n</details>\n"
    assert set(entries(built(tmp_path, a_md=text))) == {"Port Under Test", "Ship Under Test", "Ship Log"}


def test_a_list_of_numbered_terms_is_one_without_any_text(tmp_path: Path) -> None:
    text = "termID,term\n2,abstract berth\n3,accuracy\n9,Coordinated Port Time (CPT)\n"
    build = built(tmp_path, a_csv=text)
    assert set(entries(build)) == {"abstract berth", "accuracy", "Coordinated Port Time"}


def test_a_term_alone_in_a_structured_list_is_one(tmp_path: Path) -> None:
    defined = "  - term: {}\n    definition: A thing.\n"
    text = f"glossary:\n{defined.format('berth')}  - term: modality\n{defined.format('crane')}"
    assert set(entries(built(tmp_path, a_yml=text))) == {"berth", "modality", "crane"}


def test_cells_of_a_grid_leave_out_the_names_of_their_labels(tmp_path: Path) -> None:
    grid = (
        "Glossary\n========\n\n+-----------+-------------+\n| Term      | Definition  |\n+===========+=============+\n"
        "| .. _port: | A period of |\n|           | twelve      |\n| Port Year | months.     |\n"
        "+-----------+-------------+\n"
    )
    assert definitions(built(tmp_path, a_rst=grid)) == {"Port Year": ["A period of twelve months."]}


def test_items_below_a_defined_term_are_no_terms_beside_terms_without_any(tmp_path: Path) -> None:
    plain = "".join(
        f"### {name}\nA thing for ports.\n\n" for name in ("AB — Anchor Berth", "CD — Crane Dock")
    )
    text = (
        f"# Words\n\n## Port\n\n{plain}### Port\nWhat all is about.\n\n"
        "### GS — Global Shed\nA second shed of a port. From the log:\n\n"
        "- `by-name` — finds a crate.\n- `by-ship` — finds a ship.\n- `by-day` — finds a day.\n\n"
        "### PK / SK — Port Key / Shed Key\nThe two keys of a shed:\n\n- `log`: one book.\n- `list`: one sheet.\n\n"
        "### SM — Shed Master (Port Store)\nA store.\n"
    )
    build = built(tmp_path, a_md=text)
    assert set(entries(build)) == {
        "Anchor Berth",
        "Crane Dock",
        "Port",
        "Global Shed",
        "Port Key",
        "Shed Master",
    }


def test_names_end_where_sentences_go_on(tmp_path: Path) -> None:
    said = "What is paid at most. Alternative terms used: due sum, port sum, or agreed rate. If a ship asks more, pay."
    build = built(tmp_path, a_md=f"# Words\n\n* Due Amount: {said}\n\n* Toll: A sum for the use of a road.\n")
    term = entries(build)["Due Amount"]
    assert [text.value for text in term.alternatives] == ["due sum", "port sum", "agreed rate"]
    assert definitions(build)["Due Amount"][0].endswith("If a ship asks more, pay.")


def test_lines_of_abbreviations_are_told_by_those_near_them(tmp_path: Path) -> None:
    lines = (
        "IMF International Marine Fund",
        "SO Storage and Order",
        "PEG/PG Port Experts Group",
        "XSL Extensible Ship Log",
    )
    build = built(
        tmp_path, a_md="# Acronyms\n\n" + "\n\n".join((*lines, "WP World Port", "PNG Port Note Graph")) + "\n"
    )
    assert set(entries(build)) >= {"Storage and Order", "Port Experts Group", "Extensible Ship Log"}


@pytest.mark.parametrize(
    ("head", "label", "others"),
    [
        ("Repository (Repo)", "Repository", ("Repo",)),
        ("H2O (Water)", "H2O", ("Water",)),
        ("SSM — Ship Store Manager (Port Store)", "Ship Store Manager", ("SSM", "Port Store")),
        ("multichannel, multiple channel", "multichannel", ("multiple channel",)),
        ("organisation, organization", "organisation", ("organization",)),
        ("Cost, freight", "Cost, freight", ()),
    ],
)
def test_a_head_spells_its_term_twice(head: str, label: str, others: tuple[str, ...]) -> None:
    read = read_head(head)
    assert (read.label, (*read.abbreviations, *read.alternatives)) == (label, others)


@pytest.mark.parametrize(
    ("term", "definition", "label"),
    [
        ("PD CS", "Port Depot Crate Services — what ports hand out.", "Port Depot Crate Services"),
        ("BYOCD", "Short for Bring Your Own Crane Driver. A ship has one.", "Bring Your Own Crane Driver"),
        ("CRED", "Crate Rent Expense Data Warehouse. A store of sums.", "Crate Rent Expense Data Warehouse"),
    ],
)
def test_what_a_definition_writes_out_is_the_label(
    tmp_path: Path, term: str, definition: str, label: str
) -> None:
    assert names(tmp_path, label, a_yml=f'- term: {term}\n  definition: "{definition}"\n') == [term]


@pytest.mark.parametrize(("short", "label"), [("p6n", "position"), ("p4n", "p4n")])
def test_a_counted_word_is_written_out(tmp_path: Path, short: str, label: str) -> None:
    text = f"### {short}\n\nShort for “position”. Where a ship is.\n\n### Crane\n\nA lift.\n"
    assert set(entries(built(tmp_path, a_md="# Words\n\n" + text))) == {label, "Crane"}


def test_what_is_used_by_somebody_is_no_name() -> None:
    sentence = "Also known as the harbour log, used by all pilots."
    assert names_in_sentence(sentence, "Port log") == ("harbour log",)


def test_thin_underscores_are_mark_up_in_texts_of_lists(tmp_path: Path) -> None:
    found = definitions(
        built(tmp_path, a_json='{"ports": "_Any quay_ with some ships.", "crane": "A `_lift_x` for crates."}')
    )
    assert found["ports"] == ["Any quay with some ships."]


# ---- odd shapes ----


def test_a_glossary_that_stands_in_a_fence_is_read(tmp_path: Path) -> None:
    lines = "Toil: Work by hand, again and again.\nSling: A strap for crates.\nBerth: A place where ships tie up.\n"
    assert set(entries(built(tmp_path, a_md=f"```\n# Glossary\n\n{lines}```\n"))) == {
        "Toil",
        "Sling",
        "Berth",
    }
    beside = "# Berth\n\nA berth is a place where a ship ties up for a day or two in a port.\n\n"
    assert set(entries(built(tmp_path / "b", a_md=f"{beside}```\nToil: Work by hand, again.\n```\n"))) == {
        "Berth"
    }


def test_a_definition_that_points_on_is_no_pointer_of_its_own(tmp_path: Path) -> None:
    text = (
        "# Words\n\n## Toil\n\nWork by hand, day by day. See also: Runbook.\n\n## Runbook\n\nSteps to take.\n"
    )
    build = built(tmp_path, a_md=text)
    assert definitions(build)["Toil"] == ["Work by hand, day by day."]
    assert ("Toil", "related", "Runbook") in triples(build)


def test_a_sheet_with_a_column_for_each_term_is_turned(tmp_path: Path) -> None:
    text = ",Berth,Quay\nDefinition,A place for a ship.,A wall in the water.\nSynonyms,mooring,wharf\n"
    build = built(tmp_path, a_csv=text)
    assert definitions(build) == {"Berth": ["A place for a ship."], "Quay": ["A wall in the water."]}
    assert [text.value for text in entries(build)["Quay"].alternatives] == ["wharf"]


def test_a_sheet_of_one_column_holds_pairs(tmp_path: Path) -> None:
    text = "Berth - A place for a ship\nQuay - A wall in the water\nABC - Anchored buoy chain\n"
    assert set(entries(built(tmp_path, a_csv=text))) == {"Berth", "Quay", "Anchored buoy chain"}


def test_short_for_is_no_genus(tmp_path: Path) -> None:
    build = built(tmp_path, a_md="# Words\n\n- Pos: Short for the position of a ship.\n- Quay: A wall.\n")
    assert not [triple for triple in triples(build) if triple[:2] == ("Pos", "broader")]
