"""Front matter is read, whatever ends it, and no text is lost to it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from outline import outline

from rolegraph.readers import ReadError, read_bytes


@pytest.mark.parametrize(
    ("text", "meta", "blocks"),
    [
        ("---\nTitle: PM\nTAGS: [a, b]\n---\nA role.", {"title": "PM", "tags": ["a", "b"]}, ["5 A role."]),
        ("---\ntitle: PM\nlayout: search\n------", {"title": "PM", "layout": "search"}, []),
        ("---\ntitle: PM\n...\nA role.", {"title": "PM"}, ["4 A role."]),
        ("---\ntitle: PM\n\nA role.", {"title": "PM"}, ["4 A role."]),
        ("---\ntitle: PM", {"title": "PM"}, []),
        ('+++\ntitle = "PM"\n+++\nA role.', {"title": "PM"}, ["4 A role."]),
        ("---\r\ntitle: PM\r\n---\r\nA role.", {"title": "PM"}, ["4 A role."]),
        ("\ufeff---\ntitle: PM\n---\nA role.", {"title": "PM"}, ["4 A role."]),
        ("---\n# remark\ntitle: PM\n---\nA role.", {"title": "PM"}, ["5 A role."]),
        ("---\n\nA role.\n\n---\nAnd more.", {}, ["3 A role.", "6 And more."]),
        ("---\ntitle: PM: yes\n\nNo end.", {}, ["2 title: PM: yes", "4 No end."]),
    ],
)
@pytest.mark.parametrize("name", ["pm.md", "pm.txt"])
def test_front_matter_and_text_are_told_apart(
    name: str, text: str, meta: dict[str, object], blocks: list[str]
) -> None:
    document = read_bytes(text.encode(), name)
    assert (document.meta, outline(document)) == (meta, blocks)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: PM\nname: a: b\n---\n", "pm.md, line 3: the front matter is no YAML: mapping values"),
        ("---\nday: 2024-99-99\n---\n", "pm.md, line 1: the front matter is no YAML"),
        ("---\na: " + "[" * 5000 + "\n---\n", "pm.md, line"),
        ("+++\na = \n+++\n", "pm.md, line 2: the front matter is no TOML"),
        ("---\n'quoted': [1\n---\n", "pm.md, line"),
        (
            "---\na: &a [x, x]\n"
            + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefghi"))
            + "---\n",
            "pm.md, line 1: the front matter holds more than 100000 values",
        ),
    ],
)
def test_broken_front_matter_is_an_error_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(text.encode(), "pm.md")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("front", "language"),
    [
        ("lang: de", "de"),
        ("Language: pt_BR", "pt-BR"),
        ("language: English", ""),
        ("lang: [a]", ""),
        ("a: b", ""),
    ],
)
def test_the_language_is_taken_from_the_front_matter(front: str, language: str) -> None:
    assert read_bytes(f"---\n{front}\n---\n".encode(), "pm.md").language == language
