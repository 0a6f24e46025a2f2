"""What holds for every text: it builds, or says clearly why not, and what it says keeps the form."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import word_samples as w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from workbook_samples import open_document, open_document_row, workbook
from workbook_samples import sheet as workbook_sheet

from rolegraph.extraction import Build, BuildError, build
from rolegraph.readers import READERS
from rolegraph.readers.archives import ARCHIVE_ENDINGS
from rolegraph.readers.encodings import clean


def pieces(text: str) -> list[str]:
    """Split at every second stroke, so that the pieces can hold single ones."""
    return text.split("//")


MARKS = pieces(
    "\n//\n\n// //- //* //# //## //### //: // – //**//*//[//](x.md)//(//)//“//”//?//.//. //, //; //—//…//'s//’s "
)
MARKS += pieces(
    "%//1//2–4//20%//((//]]//|// | //|---|---|\n//> //\u00a0//\u200b//é//日本//\U0001f600//C++//R&D//e.g. "
)
PHRASES = pieces(
    "Product manager//PM//PMs//manages//reports to//is a//is not//such as//See //See also //owns//the roadmap"
)
PHRASES += pieces(
    "and//or//rather than//not//no//without//which//that//who//to//running//measured by//number of//Who we are"
)
PHRASES += pieces(
    "According to X, //At X, //in 1990//half//spend//from//into//like//FAQ//A//Q//Related terms//Glossary"
)
PHRASES += pieces("Responsibilities//Activity//Share//Collaborators//Where//How")
PIECES = st.sampled_from([*MARKS, *PHRASES])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.text(max_size=200),
)


ENDINGS = st.sampled_from(
    [*(ending for reader in READERS.values() for ending in reader.endings), *ARCHIVE_ENDINGS]
)


def outcome(name: str, text: str | bytes) -> Build | BuildError:
    with tempfile.TemporaryDirectory() as folder:
        data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        Path(folder, name).write_bytes(data)
        try:
            return build([folder])
        except BuildError as error:
            return error


def assert_sound(found: Build | BuildError, name: str) -> None:
    if isinstance(found, BuildError):
        assert name in str(found)
        return
    iris = [term.iri for term in found.terms]
    assert len(iris) == len(set(iris))
    ends = {
        end
        for each in found.evidence
        for end in (each.statement.subject, each.statement.object)
        if isinstance(end, str)
    }
    assert ends <= set(iris)
    assert all(1 <= each.place.first <= each.place.last and each.quote.value for each in found.evidence)
    assert all(term.label.value.strip() for term in found.terms)
    assert all(each.statement.subject != each.statement.object for each in found.evidence)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["terms.md", "terms.txt"]))
@example("- (PM): x\n- PM (): y", "terms.md")
@example("- **: x\n- : y\n- See also", "terms.md")
@example("|---|---|\n|---|---|\n", "terms.txt")
@example("# ?\n\n## FAQ\n\n### ?\n", "terms.md")
@example("| Activity | Share |\n|---|---|\n", "terms.md")
@example("A\n\n| Activity | % |\n|---|---|\n| x | 1,5% |", "terms.md")
@example("(((((((((", "terms.txt")
@example("A PM is is is a a a of of of, and, and and or – — - : ( ) ) (", "terms.txt")
@example("---\ntitle: [a, b]\nclass: {a: b}\naliases: 7\nabbreviation: null\n---\nx is a y", "terms.md")
def test_any_text_gives_a_build_or_a_clear_error(text: str, name: str) -> None:
    assert_sound(outcome(name, text), name)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(), TEXTS.map(lambda text: text.encode("utf-8", "replace"))), ENDINGS)
def test_any_bytes_with_any_known_ending_give_a_build_or_a_clear_error(data: bytes, ending: str) -> None:
    assert_sound(outcome(f"terms{ending}", data), f"terms{ending}")


PACKED = {
    ".docx": w.word(
        w.p("Agent: a person.") + w.item("calls") + w.table("Term|Meaning", "Desk|Where calls end.")
    ),
    ".zip": w.packed({"a.md": b"- Agent: a person.\n", "b.txt": b"Desk: where calls end.\n"}),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(list(PACKED)), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=4))
def test_any_damage_to_a_packed_file_gives_a_build_or_a_clear_error(
    ending: str, damage: list[tuple[float, bytes]]
) -> None:
    data = bytearray(PACKED[ending])
    for place, piece in damage:
        start = int(place * len(data))
        data[start : start + len(piece)] = piece
    assert_sound(outcome(f"terms{ending}", bytes(data)), f"terms{ending}")


WORDY = st.lists(
    st.sampled_from([*PHRASES, " ", " ", "\n", "\n\n", ". ", ", ", "- ", ": ", "# "]), max_size=60
)
ENTRY = "# Product manager (PM)\n\nA product manager is a role.\n\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(WORDY.map("".join), WORDY.map(" ".join)))
@example("- A: uses x.\n  and owns y.\n")
@example("number of ,  Responsibilities \n such as     Product manager")  # columns set with blanks
def test_quotes_of_a_plain_text_stand_in_their_lines_word_for_word(text: str) -> None:
    source = ENTRY + text
    found = outcome("pm.txt", source)
    assert isinstance(found, Build)
    for quote, lines in quotes(found, source):
        assert " ".join(quote.split()) in " ".join(lines.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["pm.md", "pm.txt"]))
@example("A PM [owns](x.md) the **roadmap**\nand `uses` data &amp; pricing.", "pm.md")
def test_quotes_stand_in_their_lines_but_for_mark_up(text: str, name: str) -> None:
    source = ENTRY + text
    found = outcome(name, source)
    for quote, lines in quotes(found, source) if isinstance(found, Build) else []:
        assert letters(quote) in letters(lines)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from([*PHRASES, ". ", ", "]), max_size=12).map(" ".join), max_size=8))
def test_quotes_of_a_word_document_stand_in_their_paragraphs(texts: list[str]) -> None:
    paragraphs = ["Product manager", "A product manager is a role.", *texts]
    body = w.p(paragraphs[0], properties='<w:outlineLvl w:val="0"/>') + "".join(map(w.p, paragraphs[1:]))
    found = outcome("pm.docx", w.word(body))
    assert isinstance(found, Build)
    for quote, lines in quotes(found, "\n".join(paragraphs)):
        assert " ".join(quote.split()) in " ".join(lines.split())


def sheet(rows: list[tuple[str, str]], delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows([("Term", "Definition"), *rows])
    return file.getvalue()


def page(rows: list[tuple[str, str]]) -> str:
    pairs = (f"<dt>{html.escape(term)}</dt>\n<dd>{html.escape(text)}</dd>\n" for term, text in rows)
    return f"<html><body><dl>\n{''.join(pairs)}</dl></body></html>\n"


STRUCTURED: dict[str, Callable[[list[tuple[str, str]]], str]] = {
    ".csv": lambda rows: sheet(rows, ","),
    ".tsv": lambda rows: sheet(rows, "\t"),
    ".html": page,
    ".json": lambda rows: json.dumps(
        [{"term": t, "definition": d} for t, d in rows], indent=0, ensure_ascii=False
    ),
    ".yaml": lambda rows: "".join(
        f"- term: {json.dumps(t)}\n  definition: {json.dumps(d, ensure_ascii=False)}\n" for t, d in rows
    ),
}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.sampled_from([*PHRASES, "é", "R&D", ". ", ", "]), max_size=12), min_size=1, max_size=6
    ),
    st.sampled_from(list(STRUCTURED)),
)
@example([["owns the roadmap. ", "owns R&D"]], ".html")
@example([["owns", "the roadmap"]], ".json")
@example([["owns", "the roadmap"]], ".yaml")
@example([["owns", "the roadmap"]], ".csv")
def test_quotes_of_structured_lists_stand_in_their_lines(texts: list[list[str]], ending: str) -> None:
    said = [f"A role that owns the budget. {' '.join(words)}." for words in texts]
    rows = [(f"{name} manager", text) for name, text in zip("ABCDEF", said, strict=False)]
    source = STRUCTURED[ending](rows)
    found = outcome(f"pm{ending}", source)
    assert isinstance(found, Build)
    assert found.evidence
    for quote, lines in quotes(found, source):
        assert letters(quote) in letters(lines)
        assert any(" ".join(quote.split()) in " ".join(text.split()) for row in rows for text in row)


WORKBOOKS: dict[str, Callable[[list[tuple[str, str]]], bytes]] = {
    ".xlsx": lambda rows: workbook({"Terms": workbook_sheet(dict(enumerate(rows, 1)))}),
    ".ods": lambda rows: open_document("".join(map(open_document_row, rows))),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.sampled_from([*PHRASES, "é", "R&D", ". ", ", "]), max_size=12), min_size=1, max_size=6
    ),
    st.sampled_from(list(WORKBOOKS)),
)
def test_quotes_of_workbooks_stand_in_their_rows(texts: list[list[str]], ending: str) -> None:
    said = [f"A role that owns the budget. {' '.join(words)}." for words in texts]
    rows = [
        ("Term", "Definition"),
        *((f"{name} manager", text) for name, text in zip("ABCDEF", said, strict=False)),
    ]
    found = outcome(f"pm{ending}", WORKBOOKS[ending](rows))
    assert isinstance(found, Build)
    assert found.evidence
    for quote, lines in quotes(found, "\n".join(" ".join(row) for row in rows)):
        assert " ".join(quote.split()) in " ".join(lines.split())


def quotes(found: Build, source: str) -> list[tuple[str, str]]:
    """Give each quote with the lines that it is said to stand in."""
    lines = clean(source.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return [
        (each.quote.value, "\n".join(lines[each.place.first - 1 : each.place.last]))
        for each in found.evidence
    ]


def letters(text: str) -> str:
    """Give the letters and digits of a text, without mark-up and the targets of links."""
    bare = re.sub(r"\]\([^()\s]*\)", "", html.unescape(text))
    return "".join(filter(str.isalnum, bare))


WORDS = "PM product manager designer team roadmap data metric agile Spotify they role it half owns manages uses is are"
WORDS += " works with reports to includes follows spends the a , and not of that without no 2–4 such as or"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(pieces(WORDS.replace(" ", "//"))), max_size=25))
def test_any_row_of_words_is_read_and_both_ends_name_something(words: list[str]) -> None:
    found = outcome("pm.md", f"# Product manager (PM)\n\nA role.\n\nThe {' '.join(words)}.\n")
    assert isinstance(found, Build)
    assert_sound(found, "pm.md")
    assert [
        term.label.value
        for term in found.terms
        if term.label.value in {"the", "a", "and", "not", "to", "of", "it", "they"}
    ] == []


def test_time_grows_with_the_length_of_the_text() -> None:
    sentence = "A product manager owns the roadmap, pricing, and — if need be — the launch (with designers). "
    endless = "and the roadmap, of a product manager "
    signs = (
        "(" * 20_000,
        "[" * 5_000,
        "..." * 8_000,
        "**" * 12_000,
        "[a](b) " * 3_000,
        "X (" * 8_000,
        "See " * 6_000,
    )
    for text in (sentence * 300, endless * 400, endless.replace(" ", ", ") * 200, *signs):
        assert_sound(outcome("pm.md", f"# Product manager\n\n{text}\n"), "pm.md")
        assert_sound(outcome("pm.md", f"# Roles\n\n- Product manager: {text}\n"), "pm.md")
