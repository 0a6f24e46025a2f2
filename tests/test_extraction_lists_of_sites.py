"""Glossaries as sites and repositories keep them: fences of Sphinx, banners, tables of layout, bare questions, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries, said

WORDS = {
    "Berth": "A place for a ship.",
    "Buoy": "A float on a chain.",
    "Dock": "A basin for ships.",
    "Lock": "A gate for ships.",
    "Quay": "A wall for ships.",
    "Sluice": "A gate for water.",
    "Tide": "A rise of the sea.",
    "Weir": "A wall in a river.",
}


def test_glossary_of_sphinx_in_a_fence_of_markdown_is_read(tmp_path: Path) -> None:
    page = (
        "# Terms\n\n```{glossary}\n:sorted:\n\nBerth\nMooring\n    A place where a {term}`Ship` lies.\n\n"
        "Ship\n    A vessel, see [quays](#quay).\n```\n"
    )
    build = built(tmp_path, terms_md=page)
    assert definitions(build) == {"Berth": ["A place where a Ship lies."], "Ship": ["A vessel, see quays."]}
    assert [text.value for text in entries(build)["Berth"].alternatives] == ["Mooring"]
    assert "Berth -related-> Ship" in said(build, "terms.md")


def test_banners_are_no_terms(tmp_path: Path) -> None:
    body = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in WORDS.items())
    page = f"<div class='phase-banner'><p>Beta: help us.</p></div><main><dl>{body}</dl></main>"
    lines = "".join(f"## {term}\n\n{text}\n\n" for term, text in WORDS.items())
    mixed = f'<div class="site-notification-banner"><p>This page is new.</p></div>\n\n# Glossary\n\n{lines}'
    for folder, documents in (("a", {"a_html": page}), ("b", {"b_md": mixed})):
        assert definitions(built(tmp_path / folder, **documents)) == {k: [v] for k, v in WORDS.items()}


def test_table_that_lays_out_a_page_is_no_table_of_terms(tmp_path: Path) -> None:
    cell = "".join(f"<p><b>{term}</b> - {text}</p>" for term, text in WORDS.items())
    page = f"<html><body><table><tr><td>Home<br>News</td><td>{cell}</td></tr></table></body></html>"
    assert definitions(built(tmp_path, words_html=page)) == {k: [v] for k, v in WORDS.items()}


def test_questions_alone_in_lines_of_markdown_are_headings(tmp_path: Path) -> None:
    page = (
        "# Berth pooling\n\nBerth pooling is the sharing of berths by several ports.\n\n"
        "Who uses berth pooling?\n\nHarbour masters.\n\nWhy is it used?\n\nTo save room.\n\n"
        "What does it need?\n\nTrust and a calendar.\n"
    )
    build = built(tmp_path, page_md=page)
    assert set(entries(build)) == {"Berth pooling"}
    assert {
        "harbour masters -uses-> Berth pooling",
        "Berth pooling -supports-> saving room",
        "Berth pooling -dependsOn-> calendar",
    } <= said(build, "page.md")


def test_letters_side_by_side_are_no_terms(tmp_path: Path) -> None:
    groups = (("A B C", "Berth"), ("D E F", "Dock"), ("Q R", "Quay"))
    page = "# Glossary\n\n" + "".join(f"{row}\n\n**{term}**\n\n{WORDS[term]}\n\n" for row, term in groups)
    assert set(entries(built(tmp_path, words_md=page))) == {"Berth", "Dock", "Quay"}


def test_rows_without_a_definition_beside_each_other_are_terms(tmp_path: Path) -> None:
    rows = "Berth,A place for a ship.\nQuay,\nBuoy,\nLock,A gate for ships.\nDock,A basin.\nTide,A rise.\n"
    build = built(tmp_path, words_csv=f"Term,Definition\n{rows}")
    assert set(entries(build)) == {"Berth", "Quay", "Buoy", "Lock", "Dock", "Tide"}


@pytest.mark.parametrize(
    "keys",
    [
        "related_terms:\n  - {term: Quay wall, slug: quay-wall}\n",
        "fields:\n  - {title: Related terms, value: Quay wall}\n",
        "relatedterms: [quay-wall]\n",
    ],
)
def test_keys_of_front_matter_name_related_terms(tmp_path: Path, keys: str) -> None:
    page = f"---\ntitle: Berth\n{keys}---\n\nA berth is a place for a ship.\n"
    assert "Berth -related-> quay wall" in said(built(tmp_path, berth_md=page), "berth.md")


@pytest.mark.parametrize(
    ("entry", "label", "names"),
    [
        ("SaaS - Software as a Service: Software rented out.", "Software as a Service", {"SaaS"}),
        ("Test driven development TDD: A way to write code.", "Test driven development", {"TDD"}),
        ("Despatch (Dispatch): The sending of goods.", "Despatch", {"Dispatch"}),
        ("Berth plan: Also Berth Chart (BC). A list of ships.", "Berth plan", {"Berth Chart", "BC"}),
        ("Berth (BT)- A place for a ship.", "Berth", {"BT"}),
        (
            "IVR: This refers to the Interactive voice response. A menu.",
            "IVR",
            {"Interactive voice response"},
        ),
        ("Net promoter score, or NPS: a figure of praise.", "Net promoter score", {"NPS"}),
        ("Employer (employee): Somebody who pays.", "Employer", set()),
        (
            "ATB: An acronym standing for “actual time of berthing”, used in ports.",
            "ATB",
            {"actual time of berthing"},
        ),
        ("Storage/retrieval system (S/RS): A rack that loads itself.", "Storage/retrieval system", {"S/RS"}),
        ("ACD Automatic Crane Distributor: A device.", "Automatic Crane Distributor", {"ACD"}),
        ("TG Code: TG Code (Trade Goods Code) is a number.", "TG Code", {"Trade Goods Code"}),
    ],
)
def test_entry_names_its_term_otherwise(tmp_path: Path, entry: str, label: str, names: set[str]) -> None:
    page = f"# Glossary\n\n- {entry}\n- BI - Business intelligence: Facts for deciders.\n- Quay: A wall for ships.\n"
    term = entries(built(tmp_path, words_md=page))[label]
    assert {text.value for text in (*term.abbreviations, *term.alternatives)} == names


ASKED = (
    ("berth", "A berth is a place where a ship lies for a day or two."),
    ("quay", "A quay is a wall in the water at which ships are loaded."),
    ("buoy", "A buoy is a float on a chain that marks the way for ships."),
    ("lock", "A lock is a chamber with two gates that lifts a ship."),
)


def test_line_that_closes_each_text_is_a_button(tmp_path: Path) -> None:
    page = "Port words in plain language\n" + "".join(
        f"What is a {term}?\n{text}\nRead\n" for term, text in ASKED
    )
    build = built(tmp_path, page_txt=page)
    assert set(entries(build)) == {term for term, _ in ASKED}


def test_labels_that_come_again_are_no_buttons(tmp_path: Path) -> None:
    page = "# Port words\n\n" + "".join(
        f"## {term.title()}\n\n{text}\n\nOther names\n\n{term}age\n\n" for term, text in ASKED
    )
    build = built(tmp_path, page_md=page)
    assert {"Berth", "Quay", "Buoy", "Lock"} <= set(entries(build))
    assert "button" not in {skip.reason for skip in build.skipped}


RELATED = """\
Glossary
Berth waiting time (BWT)
A metric that measures how long ships lie off a port before they get a berth.
BWT counts the hours between the call of a ship and the first rope on the quay. It says little on a day with storms.
BWT has a few limits: it is sensitive to the season and to the size of the ships that call at the port.
Why it matters
Used well, BWT tells a port where it loses its clients.
Related terms
Berth plan
The list of all ships that will lie at each quay of a port on a day.
Turnaround
The time that a ship spends in a port between two trips.
Tide table
A table that tells when the water rises and falls in a port.
"""


def test_page_on_one_term_ends_with_its_related_terms(tmp_path: Path) -> None:
    build = built(tmp_path, page_txt=RELATED)
    names = entries(build)
    assert set(names) == {"Berth waiting time", "Berth plan", "Turnaround", "Tide table"}
    assert [text.value for text in names["Berth waiting time"].abbreviations] == ["BWT"]
    assert {
        "Berth waiting time -related-> Berth plan",
        "Berth waiting time -related-> Tide table",
    } <= said(build, "page.txt")


def test_bullets_alone_in_lines_and_rows_of_one_cell_are_put_in_order(tmp_path: Path) -> None:
    signs = "Port glossary\n" + "".join(f"-\n{term}: {text}\n" for term, text in WORDS.items())
    bars = "\n| |\n".join(f"| {term}: {text} |" for term, text in WORDS.items())
    for folder, documents in (("a", {"a_txt": signs}), ("b", {"b_md": f"| A |\n| |\n{bars}\n"})):
        assert definitions(built(tmp_path / folder, **documents)) == {k: [v] for k, v in WORDS.items()}


def test_sentences_that_say_what_their_subject_is_are_entries(tmp_path: Path) -> None:
    texts = (
        "A berth plan is a list of the ships that will lie at a quay.",
        "Although port time is a term that is used in talks about fees, it matters for crews, too.",
        "Port dues are fees and charges that a port asks of each ship.",
        "A quay is a wall in the water.",
        "The tide table is a table of the times of high water.",
    )
    build = built(tmp_path, words_txt="\n\n".join(texts))
    assert {term.lower() for term in entries(build)} == {"berth plan", "port dues", "quay", "tide table"}


def test_ways_to_more_about_a_term_are_no_terms(tmp_path: Path) -> None:
    page = "Port glossary\n\n" + "".join(
        f"{term}\n\n{text}\n\nClick here for more information about {term} ({term[:1]}X)\n\n"
        for term, text in WORDS.items()
    )
    assert set(entries(built(tmp_path, words_txt=page))) == set(WORDS)


def test_title_of_a_list_behind_a_way_is_no_term(tmp_path: Path) -> None:
    page = "The whole glossary of port terms\nHOME blog the whole glossary of port terms\n\nPorts are hard to know.\n\n"
    page += "".join(f"{term}:\n\n{text}\n\n" for term, text in WORDS.items())
    assert set(entries(built(tmp_path, words_txt=page))) == set(WORDS)


def test_rows_below_titles_of_columns_are_parted_at_the_last_capital(tmp_path: Path) -> None:
    page = (
        "Port Glossary of Terms\n\nWords of the port, for those who are new.\n\nA\n\nTerm Definition\n"
        "Access Gate Ways that lead trucks into a port.\nAir Gap A space that is left free.\n"
        "Anchor Rope (AR) A rope on a hook.\nAnchor Watch Crews that look after the ropes.\n\nB\n\nTerm Definition\n"
        "Berth Plan Lists of ships for each quay.\nBuoy A float on a chain.\nBulk Crane Machines that lift coal.\n"
    )
    found = definitions(built(tmp_path, words_txt=page))
    assert set(found) == {
        *("Access Gate", "Air Gap", "Anchor Rope", "Anchor Watch", "Berth Plan", "Buoy", "Bulk Crane")
    }
    assert found["Anchor Watch"] == ["Crews that look after the ropes."]


def test_signs_alone_above_a_term_with_its_text_below_are_taken_out(tmp_path: Path) -> None:
    lines = "".join(f"-\n{term}\n{text}\n" for term, text in WORDS.items())
    for suffix in ("md", "txt"):
        build = built(tmp_path / suffix, **{f"words_{suffix}": f"Port glossary\n{lines}"})
        assert definitions(build) == {term: [text] for term, text in WORDS.items()}
