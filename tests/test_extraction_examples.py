"""Examples: what is named behind "such as" or "for example", and what is said to be a case of something."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import case, parameters, sentence_says

EXAMPLES = [
    case(
        "Kiln",
        "A potter works with clinical criteria such as Bright.",
        "Bright -exampleOf-> clinical criteria",
    ),
    case(
        "Kiln",
        "The studio takes on skilled work such as glazing, firing or repairs rather than clay.",
        "glazing -exampleOf-> skilled work",
        "firing -exampleOf-> skilled work",
        "repairs -exampleOf-> skilled work",
    ),
    case(
        "Kiln",
        "It names each end-to-end process, for example clay-to-bowl or order-to-cash.",
        "clay-to-bowl -exampleOf-> end-to-end process",
        "order-to-cash -exampleOf-> end-to-end process",
    ),
    case(
        "Kiln",
        "The best-known makers are Brixon, North Kilns and Ostra.",
        "Brixon -exampleOf-> makers",
        "North Kilns -exampleOf-> makers",
        "Ostra -exampleOf-> makers",
    ),
    case(
        "Kiln",
        "HeatLog and k9 are common tools for it.",
        "HeatLog -exampleOf-> tools",
        "k9 -exampleOf-> tools",
    ),
    case(
        "Kiln",
        "Brixon, Ostra and Vell are examples.",
        "Brixon -exampleOf-> Kiln",
        "Ostra -exampleOf-> Kiln",
        "Vell -exampleOf-> Kiln",
    ),
    case(
        "Kiln",
        "A firing needs programs such as Clay Studio or Potter Pro.",
        "Clay Studio -exampleOf-> programs",
        "Potter Pro -exampleOf-> programs",
    ),
    case("Kiln", "Studio software like Ovenly helps potters.", "Ovenly -exampleOf-> studio software"),
]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(EXAMPLES))
def test_examples_belong_to_the_thing_before_them(
    tmp_path: Path, topic: str, sentence: str, expected: frozenset[str]
) -> None:
    found = {each for each in sentence_says(tmp_path, topic, sentence) if "-exampleOf->" in each}
    assert {each.lower() for each in found} == {each.lower() for each in expected}


def test_what_is_an_example_is_no_object_of_the_sentence(tmp_path: Path) -> None:
    said = sentence_says(
        tmp_path, "Kiln", "An owner is accountable for each process, for example glazing or firing."
    )
    assert not [
        each for each in said if "responsibleFor-> example" in each or "responsibleFor-> firing" in each
    ]
