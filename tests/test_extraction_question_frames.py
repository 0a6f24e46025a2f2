"""A question and an answer without a verb are read as the sentence that they make together."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, said

from rolegraph.extraction.prose.question_frames import asks_why, question_frame

PAGE = "# Night shipping\n\nNight shipping is the practice of moving crates after dark.\n\n## FAQ\n\n### {}\n\n{}\n"


def answered(folder: Path, question: str, answer: str) -> set[str]:
    """Give what a question and its answer say on a page about night shipping."""
    found = said(built(folder, page_md=PAGE.format(question, answer)), "page.md")
    return {each for each in found if "practice" not in each and "crates" not in each}


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "Who uses night shipping?",
            "Dairies and bakeries.",
            {"dairies -uses-> Night shipping", "bakeries -uses-> Night shipping"},
        ),
        (
            "Who oversees night shipping?",
            "The dock office.",
            {"dock office -responsibleFor-> Night shipping"},
        ),
        (
            "What does night shipping depend on?",
            "Lamps and quiet trucks.",
            {"Night shipping -dependsOn-> lamps", "Night shipping -dependsOn-> quiet trucks"},
        ),
        ("What does it depend on?", "Quiet trucks.", {"Night shipping -dependsOn-> quiet trucks"}),
        ("What goods are commonly shipped?", "Milk.", set()),
        ("How is night shipping measured?", "By crate rate.", {"Night shipping -measuredBy-> crate rate"}),
        (
            "Why do firms use night shipping?",
            "To cut delays, find drivers and reach markets.",
            {
                "Night shipping -supports-> cutting delays",
                "Night shipping -supports-> finding drivers",
                "Night shipping -supports-> reaching markets",
            },
        ),
        (
            "What are the benefits of night shipping?",
            "Shorter delays and empty roads.",
            {"Night shipping -supports-> shorter delays", "Night shipping -supports-> empty roads"},
        ),
        ("Who uses night shipping?", "Nobody knows.", set()),
        (
            "Who oversees night shipping?",
            "Usually the dock office does.",
            {"dock office -responsibleFor-> Night shipping"},
        ),
        ("What skills does a dock clerk need?", "Tact.", {"dock clerk -requiresSkill-> Tact"}),
        ("Where can I learn more?", "The dock office.", set()),
    ],
)
def test_answer_completes_its_question(
    tmp_path: Path, question: str, answer: str, expected: set[str]
) -> None:
    assert answered(tmp_path, question, answer) == expected


def test_what_is_done_by_a_thing_of_its_name_is_what_it_applies_to() -> None:
    frame = question_frame("Which goods are usually barged?", "Barge trade")
    assert frame == ("Barge trade applies to", "")
    assert question_frame("Which goods are usually sold?", "Barge trade") is None


@pytest.mark.parametrize(
    "question", ["What does a PM do all day?", "What do you need?", "Who is a clerk?", "Is it safe?"]
)
def test_question_for_something_else_makes_no_sentence(question: str) -> None:
    assert question_frame(question, "Clerk") is None


def test_question_for_an_aim_is_told() -> None:
    assert asks_why("Why do firms use barges?")
    assert asks_why("What is the purpose of a barge?")
    assert not asks_why("What is a barge?")
