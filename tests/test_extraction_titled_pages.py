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
