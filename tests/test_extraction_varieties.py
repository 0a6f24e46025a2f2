"""What a sentence lists as kinds, examples, parts and operands of the headword."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, labels, parameters, triple

KINDS = [
    case(
        "Glaze",
        "A coat. Types of glaze include the ash glaze, the salt glaze and the tin glaze.",
        "ash glaze -broader-> Glaze",
        "salt glaze -broader-> Glaze",
        "tin glaze -broader-> Glaze",
        "Glaze -broader-> coat",
    ),
    case(
        "Kiln",
        "An oven. There are two kinds of kiln: gas kilns and electric kilns.",
        "gas kilns -broader-> Kiln",
        "electric kilns -broader-> Kiln",
        "Kiln -broader-> oven",
    ),
    case(
        "Kiln",
        "An oven. The main types of kilns are gas kilns and rolling kilns.",
        "gas kilns -broader-> Kiln",
        "rolling kilns -broader-> Kiln",
        "Kiln -broader-> oven",
    ),
    case(
        "Kiln",
        "An oven. Kilns come in two forms: top loaders and front loaders.",
        "top loaders -broader-> Kiln",
        "front loaders -broader-> Kiln",
        "Kiln -broader-> oven",
    ),
    case(
        "Firing",
        "A heating. There are two types: oxidative and reductive.",
        "oxidative firing -broader-> Firing",
        "reductive firing -broader-> Firing",
        "Firing -broader-> heating",
    ),
    case(
        "Kiln",
        "An oven. Examples of kiln include the tunnel kiln and the bottle oven.",
        "tunnel kiln -exampleOf-> Kiln",
        "bottle oven -exampleOf-> Kiln",
        "Kiln -broader-> oven",
    ),
    case(
        "Glaze quality",
        "A degree. The dimensions of glaze quality are gloss, colour and hardness.",
        "gloss -partOf-> Glaze quality",
        "colour -partOf-> Glaze quality",
        "hardness -partOf-> Glaze quality",
        "Glaze quality -broader-> degree",
    ),
    case(
        "Firing",
        "A heating. It has three phases: warming, soaking and cooling.",
        "warming -partOf-> Firing",
        "soaking -partOf-> Firing",
        "cooling -partOf-> Firing",
        "Firing -broader-> heating",
    ),
    # kinds that are spoken of, but not listed
    case("Kiln", "An oven. Many types of kilns are costly.", "Kiln -broader-> oven"),
    case("Kiln", "An oven. It is one of two types of ovens.", "Kiln -broader-> oven"),
]

MEMBERS = [
    case(
        "Wares",
        "The bowls, the jugs and the lids.",
        "bowls -exampleOf-> Wares",
        "jugs -exampleOf-> Wares",
        "lids -exampleOf-> Wares",
    ),
    case(
        "Kit",
        "Tools, sponges and manuals for beginners.",
        "tools -partOf-> Kit",
        "sponges -partOf-> Kit",
        "manuals -partOf-> Kit",
        "Kit -appliesTo-> beginners",
    ),
    case(
        "Studio team",
        "The studio manager and the glaze technician.",
        "studio manager -memberOf-> Studio team",
        "glaze technician -memberOf-> Studio team",
    ),
    # what "of" counts up is no list of members
    case(
        "Critique",
        "The exchange of views, hints and worries.",
        "Critique -broader-> exchange of views",
        "Critique -appliesTo-> views",
        "Critique -appliesTo-> hints",
        "Critique -appliesTo-> worries",
    ),
    # examples of what is definite are those of the headword
    case(
        "Firing mark",
        "A target for the heat of the shelves, such as a cone and a ring.",
        "Firing mark -broader-> target",
        "Firing mark -appliesTo-> Shelf",
        "cone -exampleOf-> Firing mark",
        "ring -exampleOf-> Firing mark",
    ),
    case("Kiln fee", "The charges payable by a potter.", "Kiln fee -broader-> charges"),
]

COMPOUNDS = [
    # a plural term before the name of somebody who acts is a part of that name
    case(
        "Glaze",
        "A coat. Glazes are made by the glazes technician.",
        "Glaze -broader-> coat",
        "glazes technician -produces-> Glaze",
    ),
    # the third person behind "and" is a verb even where a bare noun follows
    case(
        "Damper",
        "A plate. It is part of the flue and lets potters control the draught.",
        "Damper -broader-> plate",
        "Damper -partOf-> flue",
        "Damper -supports-> potters",
        "Damper -supports-> controlling the draught",
    ),
    # "class" is no plural, so that "mark" behind it is no verb
    case(
        "Kiln code",
        "A code on the door of a kiln, made up of a class mark and a serial number.",
        "Kiln code -broader-> code",
        "class mark -partOf-> Kiln code",
        "serial number -partOf-> Kiln code",
    ),
]

COORDINATED = [
    # behind "and", a participle and a verb with an adverb before it are no nouns
    case(
        "Recipe",
        "A plan. It is written by the studio and based on the firing log.",
        "Recipe -broader-> plan",
        "studio -produces-> Recipe",
        "Recipe -derivedFrom-> firing log",
    ),
    case(
        "Bisque firing",
        "A heating. It comes after the drying and often leads to a glaze.",
        "Bisque firing -broader-> heating",
        "drying -precedes-> Bisque firing",
        "Bisque firing -produces-> glaze",
    ),
]

DONE = [
    case(
        "Firing plan",
        "A list. The firing plan is approved by the studio manager.",
        "studio manager -responsibleFor-> Firing plan",
    ),
    # behind a comma a third person before an article is a verb
    case(
        "Glaze test",
        "A check. It is run by hand, uses the tile press and depends on light.",
        "Glaze test -uses-> tile press",
    ),
]

FORMULAS = [
    case(
        "Packing rate",
        "A figure, calculated as pots packed divided by hours worked.",
        "Packing rate -broader-> figure",
        "Packing rate -derivedFrom-> pots packed",
        "Packing rate -derivedFrom-> hours worked",
    ),
    case(
        "Breakage",
        "The ratio of pots broken to pots made.",
        "Breakage -derivedFrom-> pots broken",
        "Breakage -derivedFrom-> pots made",
    ),
]


def stated(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give what a short glossary states, as "subject -relation-> object"."""
    found = built(folder, pottery_md=f"# Glossary\n\n- {topic}: {gloss}\n- Shelf: a board.\n")
    names = labels(found)
    told = [triple(each, names) for each in found.evidence if each.place.first == 3 and not each.negative]
    return {f"{subject} -{relation}-> {target}" for subject, relation, target in told}


@pytest.mark.parametrize(
    ("topic", "gloss", "expected"), parameters([*KINDS, *MEMBERS, *COMPOUNDS, *COORDINATED, *FORMULAS])
)
def test_sentence_states_what_it_lists(topic: str, gloss: str, expected: set[str], tmp_path: Path) -> None:
    assert expected == stated(tmp_path, topic, gloss)


LABELLED = [
    case(
        "Kiln tender",
        "The person who minds a kiln. Key skills: patience, gas safety, arithmetic. Kiln tenders don't fire.",
        "Kiln tender -requiresSkill-> patience",
        "Kiln tender -requiresSkill-> gas safety",
        "Kiln tender -requiresSkill-> arithmetic",
    ),
    case(
        "Kiln tender",
        "The person who minds a kiln. Reports to: studio manager.",
        "Kiln tender -reportsTo-> studio manager",
    ),
    # the verb of a role that a gerund follows is no noun
    case(
        "Studio manager",
        "Leads firing for one site.",
        "Studio manager -responsibleFor-> leading firing for one site",
    ),
    # what an abbreviation behind it spells is one name, whatever preposition stands in it
    case(
        "Quote",
        "A paper. Unlike a request for clay (RFC), a quote is short.",
        "Quote -broader-> paper",
        "Quote -distinctFrom-> request for clay",
    ),
]


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters([*LABELLED, *DONE]))
def test_labels_and_written_out_names_stand_for_what_they_say(
    topic: str, gloss: str, expected: set[str], tmp_path: Path
) -> None:
    said = stated(tmp_path, topic, gloss)
    assert expected <= said
    assert "Studio manager -broader-> leads" not in said
