"""What a definition tells of things that have no entry, and turns of phrase that join two terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import case, parameters
from test_extraction_definitions import gloss_says

THINGS = [
    case("Peephole", "A hole for brief inspections.", "Peephole -appliesTo-> brief inspections"),
    case("Rake", "A tool that lifts hot racks.", "Rake -appliesTo-> hot racks"),
    case("Firing sheet", "A paper comparing the colour with the cones.", "Firing sheet -appliesTo-> colour"),
    case("Cart", "A frame that lifts stored racks.", "Cart -appliesTo-> racks"),
    case("Pug mill", "A machine that presses clay through a die.", "Pug mill -uses-> die"),
    # what says too little, is no thing, or is what others do
    case("Grog", "Sand that has no shine."),
    case("Row", "A frame that holds seven racks or 20 of them.", "Row -appliesTo-> racks"),
    case("Guild", "A trade that hires hands for small shops."),
    case("Coat", "A wash that may crack when hot."),
    case("Straw", "A type of packing material."),
    case("Open shelf", "A plank for potters to run their wheels.", "Open shelf -appliesTo-> potters"),
]
TURNS = [
    # means
    case("Cone", "A bar that tells heat using a glaze.", "Cone -uses-> Glaze"),
    case("Loader", "A frame. It moves pots using the kiln.", "Loader -uses-> Kiln"),
    # what the genus has
    case("Wagon", "A frame with a kiln, which moves.", "Kiln -partOf-> Wagon"),
    case("Shelf set", "A pile. Each kiln has a shelf set.", "Shelf set -partOf-> Kiln"),
    # whom it helps, and to do what
    case("Chart", "A sheet that helps potters choose a glaze.", "Chart -appliesTo-> Glaze"),
    # definitions that begin otherwise
    case("Ash coat", "Any of several glazes made of ash.", "Ash coat -broader-> Glaze"),
    case("Crack", "When a kiln opens.", "Crack -appliesTo-> Kiln"),
    case("Guide", "A sheet. A guide describes the kiln.", "Guide -appliesTo-> Kiln"),
    case("Mender", "A clerk or other person who fires kilns.", "Mender -broader-> clerk"),
    case("Loss", "A fall in number or any harm to kilns.", "Loss -broader-> harm", "Loss -appliesTo-> Kiln"),
    # who the clause speaks of
    case(
        "Pot jury",
        "A council of potters and helpers that judges a glaze.",
        "Pot jury -responsibleFor-> Glaze",
    ),
    # manner is no relation
    case("Due pot", "A jar that is sold as required by a studio."),
]


def said(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give what a gloss states; of its genera only those that are asked for matter."""
    return set(gloss_says(folder, topic, gloss))


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(THINGS))
def test_definition_tells_of_things_without_an_entry(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    """A phrase near the genus, behind a word that says what a thing is for, is an end of a relation."""
    assert {each for each in said(tmp_path, topic, gloss) if "-broader->" not in each} >= expected
    if not expected:
        assert not [each for each in said(tmp_path, topic, gloss) if "-broader->" not in each]


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(TURNS))
def test_turn_of_phrase_joins_the_headword_to_a_term(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    """Means, possession, help, and definitions that begin with "when" or "any of"."""
    found = said(tmp_path, topic, gloss)
    assert found >= expected
    if not expected:
        assert not [each for each in found if "-broader->" not in each]
