"""What the clauses of a definition tell of other terms: whose deed it is, when, how and for whom something is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, classes, entries, labels, parameters, triple

TERMS = """
- Baker: A person who bakes.
- Mill: A company that grinds corn.
- Oven: A hot box.
- Roll: A piece of bread.
- Dough: Flour and water.
- Proving: Letting things rise.
- White batch: Things made of white flour.
- Brown batch: Things made of rye.
"""
CLAUSES = [
    # who you are spoken to as, and what is done
    case("Toll", "The amount you owe for each roll.", "Toll -appliesTo-> Roll"),
    case("Top rate", "The most you pay for an oven.", "Top rate -appliesTo-> Oven"),
    case("Shift", "Blocks of work done on the dough.", "Shift -appliesTo-> Dough"),
    # a headword that is its own genus
    case("Audits", "Formal audits that follow an oven.", "Oven -precedes-> Audits"),
    # a further deed, and a word in -ing that describes
    case(
        "Vent",
        "The vent controls and protects the oven.",
        "Vent -appliesTo-> Oven",
        "Vent -supports-> Oven",
    ),
    case("Tray", "A tray consists of a set of rotating rolls.", "Roll -partOf-> Tray"),
    case("Day book", "A book of incoming and outgoing rolls.", "Day book -appliesTo-> Roll"),
    # what a clause completes or asks
    case("House rule", "A note on how the dough is made.", "House rule -appliesTo-> Dough"),
    case("Chart", "A map of where dough arrives.", "Chart -appliesTo-> Dough"),
    case("Timer", "A table that shows how long each roll must be kept.", "Timer -appliesTo-> Roll"),
    case("Slip", "A paper confirming that the roll has been cut.", "Slip -appliesTo-> Roll"),
    case("Order form", "A card used when ordering a roll.", "Order form -appliesTo-> Roll"),
    case("Glow", "The last stage of a bake, during which the oven stays shut.", "Glow -appliesTo-> Oven"),
    case("Hatch", "The point of contact through which rolls are sold.", "Hatch -appliesTo-> Roll"),
    case("Idle rent", "Charges levied by a town when an oven is cold.", "Idle rent -appliesTo-> Oven"),
    case("Bread plan", "A way of saving coins in jars that pay for an oven.", "Bread plan -appliesTo-> Oven"),
    case("Bread wall", "A shed where an oven stands.", "Oven -locatedIn-> Bread wall"),
    case("Release", "To free one from a roll or a sum.", "Release -appliesTo-> Roll"),
    case("Oven code", "An accord between two or more shops, which lets guests do as they do at an oven.", ""),
    # parts
    case("Gate house", "A house. It includes ovens, waiting rooms, and sheds.", "Oven -partOf-> Gate house"),
    case("Copying", "The making of copies. A roll can have many doughs.", "Dough -partOf-> Roll"),
    case(
        "Back shelf",
        "A section of the oven accessible only to bakers.",
        "Back shelf -partOf-> Oven",
        "Back shelf -appliesTo-> Baker",
    ),
    # steps
    case("Scoring", "A cut made after the proving is finished.", "Proving -precedes-> Scoring"),
    case("Sifting", "A step taken before the proving starts.", "Sifting -precedes-> Proving"),
    case("Sifting", "A step taken after the sale of an oven.", ""),
    case("Fold", "A turn that happens during the proving.", "Fold -partOf-> Proving"),
    # who does it
    case(
        "Dough fee",
        "A fee charged to each baker by the mill.",
        "Dough fee -appliesTo-> Baker",
        "Mill -responsibleFor-> Dough fee",
    ),
    case(
        "Flour card",
        "A card issued to a baker by the mill.",
        "Flour card -appliesTo-> Baker",
        "Mill -produces-> Flour card",
    ),
    case("Crust log", "A book. It is kept by the baker.", "Baker -responsibleFor-> Crust log"),
    case("Bread tax", "The amount of money paid by the baker.", "Baker -responsibleFor-> Bread tax"),
    case("Call", "A request a baker makes.", "Baker -produces-> Call"),
    case("Lump", "The part that the baker is responsible for.", "Baker -responsibleFor-> Lump"),
    case("Watch", "A duty being performed by the baker.", "Baker -responsibleFor-> Watch"),
    case(
        "Price sheet", "A sheet, published by the mill, of what bread costs.", "Price sheet -createdBy-> Mill"
    ),
    case("Fault", "A flaw noticed by the eye of the baker.", "Fault -appliesTo-> Baker"),
    case("Summons", "A notice from the mill.", "Mill -produces-> Summons"),
    case("Pledge", "A sum held by the mill.", "Mill -responsibleFor-> Pledge"),
    case("House law", "A rule requiring the baker to rest.", "House law -appliesTo-> Baker"),
    case("Turnover", "The rate at which bakers or guests leave.", "Turnover -appliesTo-> Baker"),
    case("Tally check", "A look at the sums that the baker enters.", "Tally check -appliesTo-> Baker"),
    # shares, and names that are counted up
    case("Trimming", "The process of cutting some of the dough.", "Trimming -appliesTo-> Dough"),
    case(
        "Hot side",
        "Oven, Proving, Steam Box",
        "Oven -partOf-> Hot side",
        "Proving -partOf-> Hot side",
    ),
    case("Bun ware", "Roll, bun or cake of a shop.", "Roll -exampleOf-> Bun ware"),
    case(
        "Deal",
        "A transfer of rolls or ovens between shops.",
        "Deal -appliesTo-> Roll",
        "Deal -appliesTo-> Oven",
    ),
    # sentences that go on about the headword
    case("Cut", "A mark. This activity follows the proving.", "Proving -precedes-> Cut"),
    case("Peel", "Also known as a paddle, a peel lifts each roll.", "Peel -appliesTo-> Roll"),
    case("Tally cards", "Allow a baker to count.", "Tally cards -supports-> Baker"),
    case("Depot", "A house that provides bakers with rye.", "Depot -supports-> Baker"),
    # for whom, with whom and to whom
    case("Broker", "A company that acts on behalf of the mill.", "Broker -supports-> Mill"),
    case("Pact", "An agreement with a mill.", "Pact -appliesTo-> Mill"),
    case("Crew", "A group of people building an oven.", "Crew -produces-> Oven"),
    # made of, and for
    case("Crumbs", "Bits recovered from a roll.", "Crumbs -derivedFrom-> Roll"),
    case("Cloth", "A sheet used to secure the dough.", "Cloth -supports-> Dough"),
    # two names that share a word
    case(
        "Cart load",
        "A set of white and brown batches.",
        "White batch -partOf-> Cart load",
        "Brown batch -partOf-> Cart load",
    ),
    # what is added behind a dash, in brackets or behind a comma
    case("Ware", "A product of the craft (e.g. a roll).", "Roll -exampleOf-> Ware"),
    case("Lead", "A leader — typically a baker — who plans.", "Baker -exampleOf-> Lead"),
    case(
        "Warmth",
        "A metric that shows how quickly a roll is sold, based on the dough.",
        "Warmth -appliesTo-> Roll",
        "Warmth -derivedFrom-> Dough",
    ),
    case("Fine lot", "A planned and approved sale of rolls.", "Fine lot -appliesTo-> Roll"),
    case("Rest", "A pause — the last step in the proving.", "Rest -partOf-> Proving"),
]
UNTOLD = [
    # the clause speaks of another noun, or of somebody's deed
    case("Rack", "A shelf. It is next to a shop that sells a roll."),
    case("Scope", "Define rolls, ovens, and doughs before the work begins."),
    case("Gap", "The time between issuing a note and a rest."),
    case("Toll house", "A house that has not seen a roll."),
]


def glossary_says(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give what a gloss states of the terms of a bakery, the genus left out."""
    found = built(folder, bakery_md=f"# Glossary\n\n- {topic}: {gloss}{TERMS}")
    names = labels(found)
    told = [each for each in found.evidence if each.place.first == 3 and not each.negative]
    stated = [triple(each, names) for each in told]
    return {
        f"{subject} -{relation}-> {target}"
        for subject, relation, target in stated
        if relation != "broader" and {subject, target} & set(entries(found)) - {topic}
    }


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(CLAUSES))
def test_clause_of_a_definition_relates_terms(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert glossary_says(tmp_path, topic, gloss) == expected - {""}


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(UNTOLD))
def test_clause_of_something_else_relates_no_terms(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert glossary_says(tmp_path, topic, gloss) == expected


@pytest.mark.parametrize(
    "gloss", ["The individual or entity who owns a van.", "A party to a sale who pays.", "A person who pays."]
)
def test_who_tells_somebody(tmp_path: Path, gloss: str) -> None:
    found = built(tmp_path, sale_md=f"# Glossary\n\n- Payer: {gloss}\n- Van: A car.\n- Sale: A trade.\n")
    assert classes(found)["Payer"] == ["Role"]


def test_who_receives_something_is_not_responsible_for_it(tmp_path: Path) -> None:
    assert glossary_says(tmp_path, "Guest", "A person who receives a roll.") == {"Guest -appliesTo-> Roll"}


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        (
            "Bread trade",
            "The bread trade is rooted in Burgundy, where masters of stone, wood and iron are many.",
        ),
        ("Old grade", "A step at which guidance turns round."),
        ("Bread oath", "A vow on how fast calls are answered."),
    ],
)
def test_a_clause_about_a_place_or_a_manner_names_no_further_thing(
    tmp_path: Path, topic: str, sentence: str
) -> None:
    text = f"# Words\n{TERMS}- {topic}: {sentence}\n"
    build = built(tmp_path, words_md=text)
    names = labels(build)
    told = [triple(each, names) for each in build.evidence]
    assert not [each for each in told if each[0] == topic and each[1] == "appliesTo"]
