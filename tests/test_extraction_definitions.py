"""Definitions: the genus as a reader would cut it, and what else a gloss says of its headword."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, labels, parameters, triple

from rolegraph.extraction import build

# The terms that the glosses below may name, each with a definition that says nothing of the others.
TERMS = (
    ("Kiln", "an oven."),
    ("Glaze", "a coat."),
    ("Firing", "a heating."),
    ("Bisque", "ware."),
    ("Slip casting", "a craft."),
    ("Agreement", "a promise."),
    ("Cone", "a sign."),
    ("Studio", "a room."),
    ("Yield", "a figure."),
    ("Scrap", "a figure."),
    ("Output", "a figure."),
)


def gloss_says(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give what the gloss of a term states, in a glossary of pottery."""
    others = "".join(f"- {term}: {text}\n" for term, text in TERMS if term != topic)
    found = built(folder, pottery_md=f"# Glossary\n\n- {topic}: {gloss}\n{others}")
    names = labels(found)
    stated = [each for each in found.evidence if each.place.first == 3 and not each.negative]
    told = [triple(each, names) for each in stated]
    return {f"{subject} -{relation}-> {target}" for subject, relation, target in told}


GENUS = [
    # where an infinitive, a participle or an adjective follows
    case("Work order", "A formal request to fire a load.", "Work order -broader-> formal request"),
    case(
        "Test tile",
        "A tile used to compare colours.",
        "Test tile -broader-> tile",
        "Test tile -appliesTo-> colours",
    ),
    case(
        "Damp room",
        "The room responsible for slow drying.",
        "Damp room -broader-> room",
        "Damp room -appliesTo-> slow drying",
    ),
    # a light noun gives way, a counted or listed thing stays with what is counted
    case("Wadding", "A type of support.", "Wadding -broader-> support"),
    case(
        "Load plan",
        "A list of shelves.",
        "Load plan -broader-> list of shelves",
        "shelves -partOf-> Load plan",
    ),
    case(
        "Load",
        "The number of pots in a firing.",
        "Load -broader-> number of pots",
        "Load -appliesTo-> Firing",
    ),
    case("Result sheet", "A result that potters want.", "Result sheet -broader-> result"),
    # the head noun is a term: the adjectives before it are left out
    case("Wood kiln", "A large brick kiln.", "Wood kiln -broader-> Kiln"),
    case("Lease", "A legally binding agreement.", "Lease -broader-> Agreement"),
    # a way of doing what a term names is a kind of it, a tool for it is none
    case("Drain casting", "A quick slip casting method.", "Drain casting -broader-> Slip casting"),
    case(
        "Mould rack",
        "A slip casting rack.",
        "Mould rack -broader-> slip casting rack",
        "Mould rack -appliesTo-> Slip casting",
    ),
    case("Gas firing", "A variation of slip casting.", "Gas firing -broader-> Slip casting"),
    # modifiers that commas part, and words for the word
    case("Saggar", "A single rigid, sealed, reusable metal box.", "Saggar -broader-> reusable metal box"),
    case("Pot house", "A design, build and repair company.", "Pot house -broader-> company"),
    case(
        "Foot",
        "A special name for a band in a kiln.",
        "Foot -broader-> band",
        "Foot -partOf-> Kiln",
    ),
    case("Shard", "The term used to describe a broken pot.", "Shard -broader-> broken pot"),
    case("Pace", "The speed of a wheel.", "Pace -broader-> speed", "Pace -appliesTo-> wheel"),
    # two genera, joined adjectives, a participle that opens a clause
    case(
        "Check",
        "An inspection and test of ware.",
        "Check -broader-> inspection",
        "Check -broader-> test of ware",
        "Check -appliesTo-> ware",
    ),
    case(
        "Patina",
        "A tangible or intangible mark of age.",
        "Patina -broader-> intangible mark",
        "Patina -appliesTo-> age",
    ),
    case("Ring test", "A measurement indicating how dense a pot is.", "Ring test -broader-> measurement"),
    # other names before the genus, a gloss that begins with its verb
    case("Biscuit", "aka soft ware, a pot without a coat.", "Biscuit -broader-> pot"),
    case(
        "Raku",
        "refers to the quick cooling of hot pots.",
        "Raku -broader-> quick cooling",
        "Raku -appliesTo-> hot pots",
    ),
    # a pronoun for the headword counts where the genus is a term
    case("Gas oven", "It stands outdoors. It is a kiln.", "Gas oven -broader-> Kiln"),
    case("Gas oven", "It stands outdoors. It is a nuisance."),
    # an activity with its object is no noun phrase
    case(
        "Batch casting",
        "Slip casting cups in one go.",
        "Batch casting -broader-> Slip casting",
        "Batch casting -appliesTo-> cups",
    ),
]

FORMULAS = [
    case(
        "Loss rate",
        "The total weight of shards divided by the number of pots.",
        "Loss rate -derivedFrom-> total weight",
        "Loss rate -derivedFrom-> number of pots",
    ),
    case(
        "Net output",
        "Output minus scrap.",
        "Net output -derivedFrom-> Output",
        "Net output -derivedFrom-> Scrap",
    ),
    case(
        "Good share",
        "The ratio of yield to output.",
        "Good share -derivedFrom-> Yield",
        "Good share -derivedFrom-> Output",
    ),
    case(
        "Good share",
        "Good share = yield / output × 100",
        "Good share -derivedFrom-> Yield",
        "Good share -derivedFrom-> Output",
    ),
    case(
        "Shortfall",
        "The difference between the output and the yield of a month.",
        "Shortfall -broader-> difference",
        "Shortfall -derivedFrom-> Output",
        "Shortfall -derivedFrom-> Yield",
    ),
    case(
        "Pace",
        "A figure obtained by dividing output by hours.",
        "Pace -broader-> figure",
        "Pace -derivedFrom-> Output",
        "Pace -derivedFrom-> hours",
    ),
    # "&" joins the words of one operand, a slash that ends a path computes nothing
    case(
        "Firing price",
        "Firing price = total fuel & glazing wages / number of pots",
        "Firing price -derivedFrom-> total fuel & glazing wages",
        "Firing price -derivedFrom-> number of pots",
    ),
    case("Kiln folder", "A folder under kilns/ boards that holds lists.", "Kiln folder -broader-> folder"),
    # a sum inside a clause computes something else
    case("Best load", "The load that keeps costs (fuel + scrap) low.", "Best load -broader-> load"),
]

CONTRASTS = [
    case(
        "Matt finish",
        "A dull coat, contrast with glaze.",
        "Matt finish -broader-> dull coat",
        "Matt finish -distinctFrom-> Glaze",
    ),
    case(
        "Raw ware",
        "Any pot or lid, the opposite of bisque.",
        "Raw ware -broader-> lid",
        "Raw ware -broader-> pot",
        "Raw ware -oppositeOf-> Bisque",
    ),
    case(
        "Hand building",
        "Shaping without a mould, as opposed to slip casting.",
        "Hand building -distinctFrom-> Slip casting",
    ),
    case(
        "Stove",
        "A heater. Not to be confused with a kiln.",
        "Stove -broader-> heater",
        "Stove -distinctFrom-> Kiln",
    ),
    case(
        "Atelier",
        "A workplace, also called a studio.",
        "Atelier -broader-> workplace",
        "Atelier -synonymOf-> Studio",
    ),
    case("Stove", "A heater that is not the opposite of a kiln.", "Stove -broader-> heater"),
]

EXAMPLES = [
    # behind a comma and no plural noun, the examples are those of the headword
    case(
        "Fixed charge",
        "A charge that stays the same from year to year, like rent and insurance.",
        "Fixed charge -broader-> charge",
        "rent -exampleOf-> Fixed charge",
        "insurance -exampleOf-> Fixed charge",
    ),
    case(
        "Tool kit",
        "A box that a potter owns, including needles, ribs and a sponge.",
        "Tool kit -broader-> box",
        "needles -partOf-> Tool kit",
        "ribs -partOf-> Tool kit",
        "sponge -partOf-> Tool kit",
    ),
    case(
        "Kiln wash",
        "A coat (e.g. alumina) for shelves.",
        "Kiln wash -broader-> coat",
        "Kiln wash -appliesTo-> shelves",
        "alumina -exampleOf-> Kiln wash",
    ),
    case(
        "Oxide",
        "A colour from a mine. Examples include cobalt and rutile.",
        "Oxide -broader-> colour",
        "cobalt -exampleOf-> Oxide",
        "rutile -exampleOf-> Oxide",
    ),
    # a plural noun before them has its own
    case(
        "Engobe",
        "A coat of clay minerals, such as kaolin.",
        "Engobe -broader-> coat of clay minerals",
        "Engobe -appliesTo-> clay minerals",
        "kaolin -exampleOf-> clay minerals",
    ),
    # behind "other than", the noun before has them; what has examples of its own or goes on is none
    case(
        "Fire cover",
        "A policy for harm from causes other than fire, such as theft.",
        "Fire cover -broader-> policy",
        "Fire cover -appliesTo-> harm",
    ),
    case(
        "Kiln study",
        "A report on the kiln, including dangers like heat and dust.",
        "Kiln study -broader-> report",
        "Kiln study -appliesTo-> Kiln",
    ),
    # what a singular noun is said to include are parts of the headword, also where their noun says little
    case(
        "Cycle length",
        "The sum of hours in a firing, including soak time and cooling.",
        "Cycle length -derivedFrom-> hours",
        "soak time -partOf-> Cycle length",
        "cooling -partOf-> Cycle length",
    ),
    case(
        "Crack study",
        "A report on harm, including factors like heat.",
        "Crack study -broader-> report",
    ),
    # what is done is no example of a single thing
    case(
        "Caretaker",
        "A clerk who looks at the parts of a shelf, such as cleaning racks and washing boards.",
        "Caretaker -broader-> clerk",
    ),
    # "using" opens a phrase of its own
    case(
        "Stock check",
        "A check that counts wares, using tools like rulers and scales.",
        "Stock check -broader-> check",
        "Stock check -appliesTo-> ware",
        "Stock check -uses-> tools",
    ),
    # "which" behind a comma and a plural noun speaks of the headword where its verb is a singular
    case(
        "Order book",
        "A record of the wishes of buyers, which includes dates and prices.",
        "Order book -broader-> record",
        "Order book -appliesTo-> wishes of buyers",
        "dates -partOf-> Order book",
        "prices -partOf-> Order book",
    ),
]

MATTER = [
    case(
        "Firing log",
        "A record of a firing.",
        "Firing log -broader-> record",
        "Firing log -appliesTo-> Firing",
    ),
    case(
        "Glaze test",
        "The process of checking and comparing glazes.",
        "Glaze test -broader-> process",
        "Glaze test -appliesTo-> Glaze",
    ),
    case("Flaw", "A cause, or likely cause, of scrap.", "Flaw -broader-> cause", "Flaw -produces-> Scrap"),
    case("Firebox", "A section of a kiln.", "Firebox -broader-> section", "Firebox -partOf-> Kiln"),
    case("Hot spot", "A place within a kiln.", "Hot spot -partOf-> Kiln"),
    case("Recipe book", "A collection of glazes.", "Glaze -partOf-> Recipe book"),
    case("Burner", "A device used to build kilns.", "Burner -broader-> device", "Burner -supports-> Kiln"),
    case("Throat", "A division of the kiln.", "Throat -broader-> division", "Throat -partOf-> Kiln"),
    case("Net yield", "The value of the yield of a year.", "Net yield -broader-> value"),
    case("Soft ware", "Old nickname for bisque.", "Soft ware -broader-> nickname"),
    case(
        "Shelf list",
        "A sheet used to quickly mark glazes.",
        "Shelf list -broader-> sheet",
        "Shelf list -appliesTo-> Glaze",
    ),
    # a kind of "packing material" is no packing of material; of a word tells "a term used in …"
    case("Straw", "A type of packing material.", "Straw -broader-> packing material"),
    case("Leather-hard", "A term used in slip casting."),
    case("Reach", "The ability of a studio to grow."),
]


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(GENUS))
def test_genus_is_cut_as_a_reader_would(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert gloss_says(tmp_path, topic, gloss) == expected


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(FORMULAS))
def test_formula_derives_the_headword_from_its_operands(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert gloss_says(tmp_path, topic, gloss) == expected


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(CONTRASTS))
def test_contrast_at_the_end_of_a_gloss_is_one_of_the_headword(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert gloss_says(tmp_path, topic, gloss) == expected


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(EXAMPLES))
def test_examples_and_parts_belong_to_the_headword_or_the_plural_before_them(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert gloss_says(tmp_path, topic, gloss) == expected


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(MATTER))
def test_noun_before_a_term_tells_how_the_headword_is_related_to_it(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert gloss_says(tmp_path, topic, gloss) == expected


VERB_FIRST = [
    case(
        "Gate engineer",
        "Designs gates. Uses Inkscape.",
        "Gate engineer -responsibleFor-> designing gates",
        "Gate engineer -uses-> Inkscape",
    ),
    case(
        "Bosun",
        "Commands the deck hands and reports to the studio manager.",
        "Bosun -reportsTo-> Studio manager",
        "Bosun -responsibleFor-> commanding the deck hands",
    ),
    case("IT manager", "Manages kiln engineers.", "Kiln engineer -reportsTo-> IT manager"),
    case(
        "Call agent",
        "answers calls from potters.",
        "Call agent -responsibleFor-> answering calls from potters",
    ),
    case("Tray", "Holds pots.", "Tray -appliesTo-> pots"),
    case("Overhead", "Costs incurred by a studio.", "Overhead -broader-> costs"),
]


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(VERB_FIRST))
def test_gloss_that_opens_with_a_verb_tells_a_duty_and_no_genus(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    text = f"# Glossary\n\n- {topic}: {gloss}\n- Studio manager: A role.\n- Kiln engineer: A role.\n"
    found = built(tmp_path, pottery_md=text)
    names = labels(found)
    told = {triple(each, names) for each in found.evidence if each.place.first == 3}
    assert expected == {f"{subject} -{relation}-> {target}" for subject, relation, target in told}


SAID_OF_HEADWORD = [
    case(
        "Unit cost",
        "Marketing spend divided by the number of kilns.",
        "Unit cost -derivedFrom-> marketing spend",
        "Unit cost -derivedFrom-> number of kilns",
    ),
    case(
        "Breakage",
        "covers chips, cracks and crazing.",
        "chips -partOf-> Breakage",
        "cracks -partOf-> Breakage",
        "crazing -partOf-> Breakage",
    ),
    case(
        "Wheel",
        "A device. It is supported by staff and supports the studio.",
        "Wheel -broader-> device",
        "Wheel -supports-> Studio",
        "staff -supports-> Wheel",
    ),
    case(
        "Kiln keeper",
        "A position. Kiln keepers, unlike glaze managers, use Excel.",
        "Kiln keeper -uses-> Excel",
        "Kiln keeper -distinctFrom-> glaze managers",
    ),
    case(
        "Raku",
        "A craft. While raku involves smoke, flame and luck, bisque focuses on strength.",
        "Raku -broader-> craft",
        "Raku -distinctFrom-> Bisque",
        "Bisque -appliesTo-> strength",
    ),
]


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(SAID_OF_HEADWORD))
def test_sentence_without_a_plain_subject_is_one_of_the_headword(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert gloss_says(tmp_path, topic, gloss) == expected


@pytest.mark.parametrize(
    ("language", "gloss", "genera"),
    [
        ("de", "Umsatz minus variable Kosten.", []),
        ("de", "Abgänge geteilt durch die Zahl der Töpfe.", []),
        ("de", "Kennzahl, die Umsatz minus Kosten angibt.", ["Kennzahl"]),
        ("fr", "nombre de pots divisé par le nombre de fours.", []),
        ("fr", "accord d'au moins les deux parties.", ["accord"]),
        ("es", "ventas menos los costes.", []),
    ],
)
def test_foreign_formula_is_no_genus(tmp_path: Path, language: str, gloss: str, genera: list[str]) -> None:
    (tmp_path / "terms.csv").write_text(f'term,definition,language\nMarge,"{gloss}",{language}\n')
    found = build([str(tmp_path)], min_confidence=0)
    names = labels(found)
    told = [triple(each, names) for each in found.evidence]
    assert genera == [target for _, relation, target in told if relation == "broader"]
