"""Pages of a MediaWiki: definition lists, headings, lists, tables, links."""

from __future__ import annotations

import pytest
from outline import bold, linked, outline, spans

from rolegraph.readers import Document, read_bytes

PAGE = """Words of the {{team|x}}desk.<ref>Not
this.</ref>

== Sales ==
; Lead
: A '''person''' who [[Asking|asked]].
* by mail
; Quote : A [https://q.example price].
=== Rest ===
* one
** two
# three
"""


def wiki(text: str, name: str = "terms.wiki") -> Document:
    return read_bytes(text.encode(), name)


@pytest.mark.parametrize("name", ["terms.wiki", "terms.mediawiki", "terms.txt"])
def test_terms_behind_semicolons_are_pairs(name: str) -> None:
    assert outline(wiki(PAGE, name)) == [
        "1 Words of the desk.",
        "4 ## Sales",
        "5 Lead := A person who asked. := by mail",
        "8 Quote := A price.",
        "9 ### Rest",
        "10 - one",
        "11   - two",
        "12 1. three",
    ]


def test_links_and_bold_stay_as_notes() -> None:
    text = spans(wiki(PAGE))[3]
    assert (linked(text), bold(text)) == ([("asked", "Asking")], ["person"])


def test_tables_have_titles_and_rows() -> None:
    text = '{| class="wikitable"\n! Term !! Meaning\n|-\n| Lead || style="x" | A person\n|-\n| Quote\n| A price\n|}\n'
    assert outline(wiki(text)) == ["1 Term | Meaning / Lead | A person / Quote | A price"]


def test_semicolons_alone_make_no_wiki_of_a_plain_text() -> None:
    assert outline(wiki("; one thing\n\nA long text about another thing.\n", "a.txt"))[0] == "1 ; one thing"


def test_templates_of_glossaries_are_terms_and_definitions() -> None:
    text = (
        "{{glossary}}\n{{term|berth|[[Berth (place)|berth]] (bth)}}\n"
        "{{defn|no=1|A place of {{convert|9|m}} at a {{gli|quay|quay wall}}.<ref>Not this.</ref>}}\n"
        "{{term|term=quay}}\n{{defn|1=A wall.{{cite web |title=x}}}}\n{{glossary end}}\n"
    )
    assert outline(wiki(text)) == ["2 berth (bth) := A place of 9 m at a quay wall.", "4 quay := A wall."]
