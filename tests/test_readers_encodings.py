"""Bytes in any usual encoding give the same text; binary files are refused."""

from __future__ import annotations

import codecs

import pytest
from outline import outline

from rolegraph.readers import ReadError, read_bytes

FRENCH = "Qualité : degré auquel un service répond à l’attente.\nÉquipe – groupe d’employés, très lié."


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode(),
        codecs.BOM_UTF8 + FRENCH.encode(),
        FRENCH.encode("utf-16"),
        codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"),
        FRENCH.encode("utf-32"),
        FRENCH.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "utf-32", "windows-1252"],
)
def test_encodings_are_recognised(data: bytes) -> None:
    assert outline(read_bytes(data, "termes.txt")) == [
        f"{n} {line}" for n, line in enumerate(FRENCH.split("\n"), 1)
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("café", "cp1252"),
        ("The fee is £20 for a naïve résumé.", "cp1252"),
        ("Größe und Maß der Überstunden.", "cp1252"),
        (
            "Zarządzanie jakością to część działań, które firma prowadzi, żeby wyroby spełniały wymagania.",
            "cp1250",
        ),
        ("Менеджер продукта отвечает за стратегию и план развития продукта.", "cp1251"),
        ("Менеджер продукта отвечает за стратегию и план развития продукта.", "koi8-r"),
        ("製品マネージャーは製品の戦略に責任を負います。", "shift_jis"),
    ],
)
def test_old_encodings_are_told_by_their_looks(text: str, encoding: str) -> None:
    assert outline(read_bytes(text.encode(encoding), "terms.txt")) == [f"1 {text}"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_as_one(end: str) -> None:
    text = end.join(["# Terms", "", "One line.", "", "\x0c", "Another\u2028line.", ""])
    assert outline(read_bytes(text.encode(), "t.md")) == ["1 # Terms", "3 One line.", "6 Another line."]
    assert outline(read_bytes(text.encode(), "t.txt")) == ["1 # Terms", "3 One line.", "6 Another line."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\nb\0c", "x.txt, line 2: looks binary; "),
        (b"%PDF-1.7\n", "x.txt: looks binary (a PDF); "),
        (b"PK\x03\x04", "x.txt: looks binary (a ZIP archive or an Office file); "),
        (b"\x01\x02\x03\x04 text", "x.txt: looks binary; "),
        (codecs.BOM_UTF16_LE + b"a\0\n\0\0", "x.txt, line 2: the bytes are not UTF-16-LE; "),
        (codecs.BOM_UTF8 + b"a\n\nb\xff", "x.txt, line 3: the bytes are not UTF-8; "),
        ("é\n".encode() * 5 + b"\xe9", "x.txt, line 6: byte 0xE9 is not UTF-8, the rest is; "),
    ],
)
def test_what_is_no_text_is_an_error(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "x.txt")
    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith("save it as plain text in UTF-8")


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_gap_wider_than_any_column_is_cut_down(space: str) -> None:
    document = read_bytes(f"A place{space * 5000}for ships.".encode(), "terms.txt")
    assert outline(document) == [f"1 A place{' ' * 100}for ships."]
