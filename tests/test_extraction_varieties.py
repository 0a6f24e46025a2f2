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
    # kinds that are spoken of, but not listed
    case("Kiln", "An oven. Many types of kilns are costly.", "Kiln -broader-> oven"),
    case("Kiln", "An oven. It is one of two types of ovens.", "Kiln -broader-> oven"),
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


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters([*KINDS, *COMPOUNDS, *FORMULAS]))
def test_sentence_states_what_it_lists(topic: str, gloss: str, expected: set[str], tmp_path: Path) -> None:
    assert expected == stated(tmp_path, topic, gloss)
