"""Pages on one term under titles of every kind, above beginnings of every kind: the term is found, and nothing else."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries

TITLES = [
    "Cross-docking",
    "What is cross-docking?",
    "What Is Cross-docking? Definition, Examples and Tips",
    "Cross-docking: definition and examples",
    "Cross-docking explained",
    "Cross-docking definition",
    "Cross-docking meaning",
    "Cross-docking 101",
    "Cross-docking | Acme Logistics",
    "Understanding cross-docking",
    "The complete guide to cross-docking",
    "A beginner's guide to cross-docking",
    "Everything you need to know about cross-docking",
    "How cross-docking works",
    "Why cross-docking matters",
]
TOLD = "a practice in which goods go from one lorry to another without being stored"
BEGINNINGS = [
    "Cross-docking is {told}.",
    "Cross-docking refers to {told}.",
    "Every firm wants to save space. But few know where to begin. Cross-docking is {told}.",
    "In trade, the term cross-docking describes {told}.",
    "By cross-docking we mean {told}.",
    "Cross-docking means {told}.",
]
REST = """
## Benefits of cross-docking

- Lower costs
- Fewer surprises

## How to get started with cross-docking

Begin with a list of your goods. Then talk to sales.

## Conclusion

Cross-docking takes time, but it pays.
"""


@pytest.mark.parametrize(("title", "beginning"), list(zip(TITLES * 2, cycle(BEGINNINGS), strict=False)))
def test_page_is_on_what_its_title_names(tmp_path: Path, title: str, beginning: str) -> None:
    page = f"# {title}\n\n{beginning.format(told=TOLD)}\n{REST}"
    found = built(tmp_path, page_md=page)
    assert [label.lower() for label in entries(found)] == ["cross-docking"]
    assert any(TOLD in text for texts in definitions(found).values() for text in texts)


@pytest.mark.parametrize("title", ["Guide dog", "Stock guide", "Works council"])
def test_words_of_titles_are_left_in_names(tmp_path: Path, title: str) -> None:
    page = f"# {title}\n\nA {title.lower()} is a thing that people in ports know.\n"
    assert list(entries(built(tmp_path, page_md=page))) == [title]


@pytest.mark.parametrize("title", ["Cross-docking 101", "Cross-docking"])
def test_name_of_the_list_below_a_title_heads_no_list(tmp_path: Path, title: str) -> None:
    page = f"# {title}\n\nGlossary\n\nCross-docking is {TOLD}.\n{REST}"
    assert [label.lower() for label in entries(built(tmp_path, page_md=page))] == ["cross-docking"]


def test_article_that_tells_how_people_are_hired_is_on_its_title(tmp_path: Path) -> None:
    text = (
        "Yard sharing\nDefinition\nYard sharing\n"
        "Yard sharing is the practice of keeping boats of several owners in one yard.\n"
        "Yard sharing differs from leasing, which is about who pays. An owner can share without leasing by using a "
        "common slip, and can lease without sharing by hiring a vendor across the bay.\n"
        "How it works\nThe main risks are hidden costs and loss of control. Most owners meet them with a small team.\n"
        "FAQ\nIs yard sharing bad for boats?\nNot necessarily. Boats depend on training and care rather than luck.\n"
    )
    assert list(entries(built(tmp_path, yard_txt=text))) == ["Yard sharing"]
