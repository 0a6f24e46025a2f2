"""AsciiDoc: lists of terms, sections, lists, tables, cross references."""

from __future__ import annotations

from pathlib import Path

import pytest
from outline import bold, linked, outline, spans

from rolegraph.extraction import build
from rolegraph.readers import Definition, Document, Heading, Paragraph, Table, read_bytes
from rolegraph.readers.asciidoc import read_asciidoc

PAGE = """////
= Not this
////
= Words of the port
Ada Byron <ada@port.example>
:toc:
:lang: en

Some *words* +
of the port.{empty}

// a remark
[glossary]
== Terms

[[quay]]Quay (QY):: A wall that ships lie at,
in the water.
Lift::
Hoist::
  Another word for a <<crane>>.
+
It lifts `std::loads`.
+
----
code:: here
----

Shed::

A roof with

* a floor
* a door

[#yard]
Yard;; A field for boxes.

=== Rest
. one
.. two
- three
"""


def asciidoc(text: str, name: str = "terms.adoc") -> Document:
    return read_bytes(text.encode(), name)


@pytest.mark.parametrize("name", ["terms.adoc", "terms.asciidoc", "terms.txt"])
def test_labeled_lists_are_pairs(name: str) -> None:
    assert outline(asciidoc(PAGE, name)) == [
        "4 # Words of the port",
        "9 Some words of the port.",
        "14 ## Terms",
        "16 Quay (QY) := A wall that ships lie at, in the water.",
        "18 Lift = Hoist := Another word for a crane. := It lifts std::loads.",
        "28 Shed := A roof with := a floor := a door",
        "36 Yard := A field for boxes.",
        "38 ### Rest",
        "39 1. one",
        "40   1. two",
        "41 - three",
    ]


def test_the_language_is_that_of_the_header() -> None:
    assert asciidoc(PAGE).language == "en"


def test_names_and_cross_references_lead_to_each_other() -> None:
    document = asciidoc("[[q]]Quay:: See <<yard,the yard>>, xref:Big shed[] and https://a.example[maps].\n")
    [term, text] = spans(document)
    assert term.anchors == ("q",)
    assert linked(text) == [("the yard", "#yard"), ("maps", "https://a.example")]
    [_, text] = spans(asciidoc("Quay:: Near a <<Big shed>>.\n"))
    assert linked(text) == [("Big shed", "#big-shed")]


def test_bold_is_kept_and_other_marks_go() -> None:
    [span] = spans(asciidoc("*Quay*: a _wall_ of `stone`, #high#, m^2^ wide footnote:[Or so.]((built)).\n"))
    assert (span.text, bold(span)) == ("Quay: a wall of stone, high, m2 wide built.", ["Quay"])


TABLE = "|===\n|Term |Text\n\n|Quay |A wall\nof stone\n|Shed\n|A roof\n|===\n"


@pytest.mark.parametrize("said", ['[cols="1,2",options="header"]\n', "[%header]\n", '[cols="2*"]\n', ""])
def test_rows_of_tables_have_as_many_cells_as_are_said_or_as_the_first(said: str) -> None:
    [shown] = outline(asciidoc(said + TABLE))
    assert shown.partition(" ")[2] == "Term | Text / Quay | A wall of stone / Shed | A roof"


def test_a_plain_text_with_double_colons_is_no_asciidoc() -> None:
    text = "Words\n\nQuay: a wall, see std::quay.\nShed: a roof :: for goods.\n"
    assert asciidoc(text, "a.txt").form == "text"


def test_anchor_without_a_term_is_no_entry(tmp_path: Path) -> None:
    page = "= Port\n\n[glossary]\n[[berth]]::\nA place where ships lie.\n\nTug:: A boat.\nQuay:: A wall.\n"
    (tmp_path / "port.adoc").write_text(page, encoding="utf-8")
    labels = {term.label.value for term in build([str(tmp_path)]).terms if not term.mention}
    assert labels >= {"Tug", "Quay"}
    assert all(labels)


def test_cell_of_several_lines_keeps_its_links_and_marks() -> None:
    page = "= T\n\n|===\n|Hold\n|A room; see\n<<quay>> and\n*more*.\n|===\n"
    (table,) = [block for block in read_bytes(page.encode(), "port.adoc").blocks if isinstance(block, Table)]
    text = table.rows[-1].cells[-1]
    assert [link.target for link in text.links] == ["#quay"]
    assert [text.text[start:end] for start, end in text.strong] == ["more"]


def test_attributes_stand_for_their_values_from_where_they_are_set() -> None:
    text = (
        ":port: Sandy Bay\n:crew: the {port} crew\n\n== Terms at {Port}\n\nBerth:: A place in {port} for {crew}.\n"
        ":port!:\nQuay:: A wall in {port}.\n"
    )
    heading, berth, quay = read_asciidoc(text, "a.adoc").blocks
    assert isinstance(heading, Heading)
    assert isinstance(berth, Definition)
    assert isinstance(quay, Definition)
    assert heading.span.text == "Terms at Sandy Bay"
    assert berth.details[0].text == "A place in Sandy Bay for the Sandy Bay crew."
    assert quay.details[0].text == "A wall in {port}."


def test_attributes_that_double_one_another_stay_short() -> None:
    lines = [":a0: word word", *(f":a{n}: {{a{n - 1}}} {{a{n - 1}}}" for n in range(1, 60))]
    [block] = read_asciidoc("\n".join([*lines, "", "A text with {a59} in it."]), "a.adoc").blocks
    assert isinstance(block, Paragraph)
    assert len(block.span.text) < 10_000


@pytest.mark.parametrize(
    "code",
    [
        "----\nx = 1\n----\n",
        "[source,py]\n----\nx = 1\n----\n\n",
        "+\n....\nx\n....\n+\n",
        "\n----\nx\n----\n\n",
    ],
    ids=["below", "with its kind", "joined", "apart"],
)
def test_code_between_a_term_and_its_text_is_left_out(code: str) -> None:
    [block] = read_asciidoc(f"Berth::\n{code}A place for a ship.\n", "a.adoc").blocks
    assert isinstance(block, Definition)
    assert [span.text for span in block.details] == ["A place for a ship."]


@pytest.mark.parametrize("mark", ["----", "....", "++++", "////", "```", "|==="])
def test_what_is_never_closed_ends_at_the_next_blank_line(mark: str) -> None:
    blocks = read_asciidoc(f"Berth:: A place.\n\n{mark}\nrope\n\nQuay:: A wall.\n", "a.adoc").blocks
    assert [block.term.text for block in blocks if isinstance(block, Definition)] == ["Berth", "Quay"]
