"""What holds for every text: it is read, in time that grows with its length, and places are true."""

from __future__ import annotations

import contextlib
import csv
import html
import io
import json
import time

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


HOSTILE = {
    "one long line": "word " * 200_000,
    "bullets": "- a call\n" * 100_000,
    "spaces": " " * 200_000 + "a",
    "tabs": " \t" * 100_000 + "{",
    "open brackets": "[[a" * 20_000,
    "open links": "[a](" * 20_000,
    "stars": "**a " * 20_000,
    "backticks": "`a" * 20_000,
    "comments": "<!--" * 50_000,
    "tags": "<a href='" * 50_000,
    "codes": '{{< a="b ' * 50_000,
    "pipes": "|a" * 50_000,
    "short lines": "Term\n" * 50_000,
    "columns": "aaa   bbb\n" * 20_000,
    "front matter": "---\na: b\n" * 20_000,
    "blank front matter": "---\n" + "\n" * 50_000 + "x",
    "spaced key": "---\na" + " " * 100_000 + "x\n---",
    "deep front matter": "---\na: " + "[" * 20_000 + "\n---",
    "long tag": "<div>\n<" + "a" * 100_000,
    "long code": "{{< " + "a" * 100_000 + " >}}",
    "near rule": "-" * 100_000 + "x",
    "brackets": "]" * 50_000 + "[x" * 20_000,
    "quotes": ">" * 50_000,
    "open cells": '"a,' * 50_000,
    "open cells on lines": '"a,b\n' * 50_000,
    "one cell of many lines": '"' + "a\n" * 100_000,
    "wide row": "a," * 200_000,
    "folded text": "a: >\n" + "  b\n" * 50_000,
    "flow of texts": "[" + "'a\n b', " * 20_000 + "]",
    "pairs": "".join(f"k{n}: v\n" for n in range(50_000)),
    "objects": "[" + ", ".join(['{"a": "b"}'] * 50_000) + "]",
    "deep elements": "<div>" * 100_000,
    "deep marks": "<b>" * 100_000 + "a",
    "deep lists": "<ul><li>a" * 30_000,
    "deep tables": "<table><tr><td>a" * 20_000,
    "deep terms": "<dl><dt>a<dd>b" * 20_000,
    "deep links": "<div><a href='#a'>b</a>" * 20_000,
    "crossed marks": "<b><i>a</b></i>" * 30_000,
    "strays in a table": "<table>a<b>b" * 20_000,
    "cells": "<table>" + "<tr><td rowspan=65534 colspan=1000>a<td>b" * 5_000,
    "attributes": "<p " + "a=1 b " * 50_000 + ">c",
    "long attribute": "<p title='" + "a" * 500_000 + "'>c",
    "anchors": "<a id=a>" * 50_000 + "b",
    "references": "&amp;" * 100_000 + "&#x",
    "properties": "<div itemscope><i itemprop=name>" * 20_000 + "a",
    "broken lines": "<p>a" + "<br>a" * 50_000,
    "hidden": "<div hidden class='nav tab'>a" * 20_000,
    "data": "<script type='application/ld+json'>" + "[" * 50_000 + "</script>a",
}


@pytest.mark.parametrize(
    "name", ["terms.md", "terms.txt", "terms.html", "terms.csv", "terms.yml", "terms.json"]
)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_does_not_explode(text: str, name: str) -> None:
    begin = time.process_time()
    read_text(text, name)
    assert time.process_time() - begin < 20


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
