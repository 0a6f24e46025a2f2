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
    case("Cart", "A frame that lifts stored racks.", "Cart -appliesTo-> stored racks"),
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
    # verbs, nouns and adjectives that look alike
    case("Reply slip", "A prompt reply to a studio.", "Reply slip -broader-> prompt reply"),
    case("Order form", "A plain sheet requesting coloured glazes.", "Order form -appliesTo-> Glaze"),
    case("Sieve", "A mesh that lets potters sync kilns.", "Sieve -appliesTo-> Kiln"),
    case("Finder", "A card that allows buyers to filter glazes.", "Finder -appliesTo-> Glaze"),
    # what it holds, and what it is a part of
    case("Pallet", "A board from a shop containing a kiln.", "Kiln -partOf-> Pallet"),
    case("Hood", "A kiln feature that cools.", "Hood -partOf-> Kiln"),
    # sentences without a gloss
    case("Fan", "A blade. Used for a kiln.", "Fan -appliesTo-> Kiln"),
    case("Vent", "A slit. Vents can be closed through a kiln.", "Vent -uses-> Kiln"),
    case("Pot loading", "A chore. Loading requires a kiln.", "Pot loading -dependsOn-> Kiln"),
    case("Dry way", "A craft. This method uses a kiln.", "Dry way -uses-> Kiln"),
    case("Wet way", "The craft of using marking glazes.", "Wet way -appliesTo-> Glaze"),
    # who has it makes no kind of it
    case("Audit", "The studio's process of drying ware.", "Audit -broader-> process"),
    case("Battery", "A row. The kilns comprising a battery can touch.", "Kiln -partOf-> Battery"),
    case("Night mode", "A kiln mode."),
    case("Rack", "A part of a shop that slowly moves a kiln.", "Rack -appliesTo-> Kiln"),
    # lists
    case(
        "Kit",
        "A box. Includes lids for jars, cones, wires, and cutting boards.",
        "Cone -partOf-> Kit",
        "cutting boards -partOf-> Kit",
    ),
    case(
        "Course",
        "A term. The course includes: wheel and hand work, glazing (mixing what covers pots), and care.",
        "hand work -partOf-> Course",
        "care -partOf-> Course",
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
