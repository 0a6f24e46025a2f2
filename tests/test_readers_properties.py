"""What holds for every text: it is read, with work that grows with its length, and places are true."""

from __future__ import annotations

import contextlib
import csv
import html
import io
import json
import sys
from types import FrameType

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from outline import spans

from rolegraph.readers import READERS, Document, ReadError, Span, Table, read_bytes
from rolegraph.readers.encodings import clean

NAMES = st.sampled_from(["terms.md", "terms.txt", "terms.html", "terms.csv", "terms.tsv"])
ALL_NAMES = st.sampled_from([f"terms{ending}" for reader in READERS.values() for ending in reader.endings])
PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t", "\x0c", "\u00a0", "\u00ad", "\u2028"),
        *(
            "- ",
            "* ",
            "• ",
            "1. ",
            "a) ",
            "> ",
            "# ",
            "## ",
            "===\n",
            "---\n",
            "| ",
            " | ",
            "|---|---|\n",
            ": ",
        ),
        *(
            "**",
            "*",
            "__",
            "_",
            "`",
            "```\n",
            "[",
            "]",
            "](x)",
            "[[",
            "]]",
            "|",
            "![",
            "<",
            ">",
            "\\",
            "&amp;",
            "&",
        ),
        *(
            "<b>",
            "</b>",
            "<br>",
            "<dl><dt>",
            "<dd>",
            "<table><tr><td>",
            "<!--",
            "-->",
            "{{<",
            ">}}",
            "{%",
            "%}",
        ),
        *(
            "<p>",
            "</p>",
            "<div\nclass='term'>",
            "</div\n>",
            "<li>",
            "<h2 id='a'>",
            "</h2>",
            "<td rowspan=2>",
            "</table>",
            "<a\nhref='#a'>",
            "</a>",
            "<dfn>",
            "</dfn>",
            "<pre>\n",
            "</pre>",
            "<summary>",
            '<span class="term">',
            "</span>",
            "</nosuch\n>",
            "<?xml version='1.0'?>",
            "<![CDATA[",
            "]]>",
            "&nbsp;",
            "&#10;",
            "&shy;",
            "<wbr>",
            "<script>",
            "</script>",
            "<title>",
            "<svg>",
        ),
        *(
            "PM",
            "Product manager",
            "owns the roadmap.",
            "CRM:",
            "Is it?",
            "RELATED TERMS",
            "é",
            "[^1]",
            "[^1]: ",
        ),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def read_text(text: str, name: str) -> Document | None:
    try:
        return read_bytes(text.encode("utf-8", "replace"), name)
    except ReadError:
        return None


def segments(span: Span) -> list[tuple[str, int]]:
    """Give the part of a span's text that stands on each line."""
    ends = [*(at for at, _ in span.starts[1:]), len(span.text)]
    return [(span.text[at:end], line) for (at, line), end in zip(span.starts, ends, strict=True)]


def is_within(part: str, whole: str) -> bool:
    """Tell whether the characters of a part occur in the whole, in their order."""
    characters = iter(whole)
    return all(character in characters for character in part if not character.isspace())


@given(TEXTS, NAMES)
@settings(max_examples=400, deadline=None)
@example("a `b\nc` d\n**e", "terms.md")
@example("0```\n0 ```", "terms.md")
@example("| a |\n|---|\n| b\\|c |\n", "terms.md")
@example("<dl>\n<dt>a\n<dd>b\nc</dl>", "terms.md")
@example("<table>\na<tr>\n<td>b</table>\nc", "terms.html")
@example("<pre>0<?\n>0", "terms.html")
def test_every_character_stands_on_the_line_that_its_span_says(text: str, name: str) -> None:
    document = read_text(text, name)
    if document is None:
        return
    lines = clean(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    for span in spans(document):
        for part, number in segments(span):
            line = lines[number - 1]
            assert is_within(part, line) or is_within(part, clean(html.unescape(line)))


@given(TEXTS, ALL_NAMES)
@settings(max_examples=200, deadline=None)
def test_spans_are_trimmed_and_their_offsets_lie_within(text: str, name: str) -> None:
    document = read_text(text, name)
    for span in spans(document) if document else []:
        assert span.text == span.text.strip()
        assert "\n" not in span.text
        assert span.starts[0][0] == 0
        assert list(span.starts) == sorted(set(span.starts))
        inner = [*((link.start, link.end) for link in span.links), *span.strong]
        assert all(0 <= start < end <= len(span.text) for start, end in inner)
        assert all(0 < offset < len(span.text) for offset in span.breaks)


@given(st.binary(), ALL_NAMES)
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_document_or_a_read_error(data: bytes, name: str) -> None:
    with contextlib.suppress(ReadError):
        assert isinstance(read_bytes(data, name), Document)


@given(TEXTS, ALL_NAMES)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(text: str, name: str) -> None:
    assert read_text(text, name) == read_text(text, name)


def hostile_texts(n: int) -> dict[str, str]:
    """Give texts that a careless reader takes the square of their length for, each ``n`` times as long."""
    return {
        "one long line": "word " * 2000 * n,
        "bullets": "- a call\n" * 200 * n,
        "spaces": " " * 2000 * n + "a",
        "tabs": " \t" * 1000 * n + "{",
        "open brackets": "[[a" * 100 * n,
        "open links": "[a](" * 200 * n,
        "stars": "**a " * 200 * n,
        "backticks": "`a" * 200 * n,
        "comments": "<!--" * 500 * n,
        "tags": "<a href='" * 500 * n,
        "codes": '{{< a="b ' * 500 * n,
        "pipes": "|a" * 500 * n,
        "short lines": "Term\n" * 150 * n,
        "columns": "aaa   bbb\n" * 200 * n,
        "front matter": "---\na: b\n" * 200 * n,
        "blank front matter": "---\n" + "\n" * 500 * n + "x",
        "spaced key": "---\na" + " " * 1000 * n + "x\n---",
        "deep front matter": "---\na: " + "[" * 200 * n + "\n---",
        "long tag": "<div>\n<" + "a" * 1000 * n,
        "long code": "{{< " + "a" * 1000 * n + " >}}",
        "near rule": "-" * 1000 * n + "x",
        "brackets": "]" * 200 * n + "[x" * 80 * n,
        "quotes": ">" * 500 * n,
        "open cells": '"a,' * 500 * n,
        "open cells on lines": '"a,b\n' * 200 * n,
        "one cell of many lines": '"' + "a\n" * 300 * n,
        "wide row": "a," * 2000 * n,
        "folded text": "a: >\n" + "  b\n" * 150 * n,
        "flow of texts": "[" + "'a\n b', " * 200 * n + "]",
        "pairs": "".join(f"k{n}: v\n" for n in range(150 * n)),
        "objects": "[" + ", ".join(['{"a": "b"}'] * 150 * n) + "]",
    }


def hostile_pages(n: int) -> dict[str, str]:
    """Give pages that are so, by their elements."""
    return {
        "deep elements": "<div>" * 300 * n,
        "deep marks": "<b>" * 300 * n + "a",
        "deep lists": "<ul><li>a" * 100 * n,
        "deep tables": "<table><tr><td>a" * 80 * n,
        "deep terms": "<dl><dt>a<dd>b" * 80 * n,
        "deep links": "<div><a href='#a'>b</a>" * 2000 * n,
        "crossed marks": "<b><i>a</b></i>" * 100 * n,
        "strays in a table": "<table>a<b>b" * 80 * n,
        "cells": "<table>" + "<tr><td rowspan=65534 colspan=1000>a<td>b" * 25 * n,
        "attributes": "<p " + "a=1 b " * 500 * n + ">c",
        "long attribute": "<p title='" + "a" * 5000 * n + "'>c",
        "anchors": "<a id=a>" * 500 * n + "b",
        "references": "&amp;" * 1000 * n + "&#x",
        "properties": "<div itemscope><i itemprop=name>" * 200 * n + "a",
        "broken lines": "<p>a" + "<br>a" * 500 * n,
        "hidden": "<div hidden class='nav tab'>a" * 200 * n,
        "data": "<script type='application/ld+json'>" + "[" * 500 * n + "</script>a",
    }


def calls_to_read(text: str, name: str) -> int:
    """Count the calls that reading a text takes: its work, on any machine and however busy that is."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        read_text(text, name)
    finally:
        sys.setprofile(None)
    return count


SHORT, LONG = (hostile_texts(n) | hostile_pages(n) for n in (1, 4))


@pytest.mark.parametrize(
    "name", ["terms.md", "terms.txt", "terms.html", "terms.csv", "terms.yml", "terms.json"]
)
@pytest.mark.parametrize("kind", SHORT)
def test_work_grows_with_the_length_of_a_hostile_text(kind: str, name: str) -> None:
    calls_to_read(SHORT[kind], name)  # what is imported and compiled on the first use is no work on the text
    short, long = (calls_to_read(texts[kind], name) for texts in (SHORT, LONG))
    assert long <= 4.4 * short + 1000


WORDS = st.text("abcXYZ éß0,;:.'\"|#-\n", max_size=60)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6)
FIELDS = ("name", "text", "note")


def cells_on_their_lines(document: Document, source: str) -> list[list[str]]:
    """Give the texts of the rows, after a look at whether each word stands on the line that its cell says."""
    lines = source.split("\n")
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    for span in (cell for row in rows for cell in row.cells):
        for part, number in segments(span):
            assert is_within(part, lines[number - 1])
    return plain([tuple(cell.text for cell in row.cells) for row in rows])


def plain(rows: list[tuple[str, ...]]) -> list[list[str]]:
    return [[" ".join(text.split()) for text in row] for row in rows]


@given(ROWS, st.sampled_from(",;\t|"))
@settings(max_examples=200, deadline=None)
@example([("", "", '\n"0')], "\t")
def test_what_is_written_as_csv_is_read_again(rows: list[tuple[str, ...]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    text = f"sep={delimiter}\n{written.getvalue()}"
    expected = [row for row in plain(rows) if any(row)]
    assert cells_on_their_lines(read_bytes(text.encode(), "terms.csv"), text) == expected


@given(ROWS, st.sampled_from([20, 80]))
@settings(max_examples=200, deadline=None)
@example([("", "", "\n:\n0")], 20)
def test_what_is_written_as_yaml_is_read_again(rows: list[tuple[str, ...]], width: int) -> None:
    data = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    text = yaml.safe_dump(data, allow_unicode=True, width=width, sort_keys=False)
    document = read_bytes(text.encode(), "terms.yml")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert plain([tuple(cell.text for cell in row.cells) for table in tables for row in table.rows]) == plain(
        rows
    )
    if "\\" not in text:
        assert cells_on_their_lines(document, text) == plain(rows)


@given(ROWS, st.sampled_from([None, 1]))
@settings(max_examples=200, deadline=None)
def test_what_is_written_as_json_is_read_again(rows: list[tuple[str, ...]], indent: int | None) -> None:
    text = json.dumps(
        [dict(zip(FIELDS, row, strict=True)) for row in rows], indent=indent, ensure_ascii=False
    )
    assert cells_on_their_lines(read_bytes(text.encode(), "terms.json"), text) == plain(rows)
