"""Rows of results: tables for people, JSON, CSV and TSV for programs."""

from __future__ import annotations

import csv
import io
import json

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolegraph.cli.tables import Column, Table

COLUMNS = (Column("term", "Term"), Column("score", "Score"), Column("names", "Names"), Column("iri"))
TABLE = Table(
    COLUMNS,
    [
        ("Product manager", 7, ["PM", "product lead"], "https://example.org/pm"),
        ("CRM, the system", 12, [], "https://example.org/crm"),
    ],
)


def plain(table: Table, width: int | None = None) -> str:
    return click.unstyle(table.render("table", width))


def test_table_aligns_columns_and_leaves_out_those_without_heading() -> None:
    assert plain(TABLE) == (
        "Term             Score  Names\nProduct manager      7  PM; product lead\nCRM, the system     12\n"
    )


def test_table_narrows_its_widest_columns_to_the_terminal() -> None:
    assert plain(TABLE, width=30) == (
        "Term        Score  Names\nProduct m…      7  PM; produc…\nCRM, the …     12\n"
    )


def test_table_that_cannot_be_narrowed_is_still_whole() -> None:
    assert [len(line) for line in plain(TABLE, width=3).splitlines()] == [20, 21, 13]


def test_wide_characters_take_two_columns() -> None:
    table = Table((Column("a", "A"), Column("b", "B")), [("外包", "x"), ("e\u0301", "y")])
    assert plain(table) == "A     B\n外包  x\ne\u0301     y\n"
    assert plain(Table((Column("a", "A"),), [("外包外包外包",)]), width=9) == "A\n外包外包…\n"


def test_json_is_an_array_of_objects_with_lists_and_numbers() -> None:
    assert json.loads(TABLE.render("json")) == [
        {
            "term": "Product manager",
            "score": 7,
            "names": ["PM", "product lead"],
            "iri": "https://example.org/pm",
        },
        {"term": "CRM, the system", "score": 12, "names": [], "iri": "https://example.org/crm"},
    ]


def test_csv_quotes_and_ends_lines_as_rfc_4180_says() -> None:
    assert TABLE.render("csv") == (
        "term,score,names,iri\r\n"
        "Product manager,7,PM; product lead,https://example.org/pm\r\n"
        '"CRM, the system",12,,https://example.org/crm\r\n'
    )


def test_tsv_has_one_line_a_row() -> None:
    table = Table((Column("a"), Column("b")), [("one\ttwo", "three\nfour"), (None, True)])
    assert table.render("tsv") == "a\tb\none two\tthree four\n\ttrue\n"


@pytest.mark.parametrize("form", ["json", "csv", "tsv"])
def test_no_rows_are_a_form_too(form: str) -> None:
    assert (
        Table(COLUMNS, []).render(form)
        == {
            "json": "[]\n",
            "csv": "term,score,names,iri\r\n",
            "tsv": "term\tscore\tnames\tiri\n",
        }[form]
    )


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_csv_reads_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    text = Table((Column("a"), Column("b")), rows).render("csv")
    assert [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))] == [("a", "b"), *rows]


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1), st.integers(20, 80))
def test_table_keeps_to_one_line_a_row(rows: list[tuple[str, str]], width: int) -> None:
    table = Table((Column("a", "A"), Column("b", "B")), rows)
    assert table.render("table", width).count("\n") == len(rows) + 1
