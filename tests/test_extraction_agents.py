"""Who answers for what a definition speaks of by a participle: "charges to be paid by the owner"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, case, labels, parameters, triple

if TYPE_CHECKING:
    from pathlib import Path

AGENTS = [
    case("Glaze sheet", "A form. Completed by the potter.", "Potter -responsibleFor-> Glaze sheet"),
    case(
        "Kiln sheet",
        "A form. Completed by the potter and checked by the kiln guild.",
        "Potter -responsibleFor-> Kiln sheet",
        "Kiln guild -responsibleFor-> Kiln sheet",
    ),
    case("Clay rent", "Charges to be paid by the potter.", "Potter -responsibleFor-> Clay rent"),
    case("Stamp duty", "A sum levied by the kiln guild.", "Kiln guild -responsibleFor-> Stamp duty"),
    case("Burn", "Harm suffered by the potter."),
    case("Clay bin", "A tub filled by rain."),
]


def duties(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give who is responsible for a term, by its gloss."""
    others = "- Potter: a person.\n- Kiln guild: an organization.\n"
    found = built(folder, pottery_md=f"# Glossary\n\n- {topic}: {gloss}\n{others}")
    told = [triple(each, labels(found)) for each in found.evidence if not each.negative]
    return {f"{subject} -{name}-> {target}" for subject, name, target in told if name == "responsibleFor"}


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(AGENTS))
def test_who_does_what_a_participle_says_answers_for_the_headword(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert duties(tmp_path, topic, gloss) == expected


def test_verb_behind_a_semicolon_has_the_headword_for_its_subject(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Glazing: an activity; follows bisque firing.\n- Bisque firing: an activity.\n"
    found = built(tmp_path, pottery_md=text)
    told = {triple(each, labels(found)) for each in found.evidence}
    assert ("Bisque firing", "precedes", "Glazing") in told


def test_its_opposite_is_the_opposite_of_the_headword(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Throwing: a craft. Its opposite is hand building.\n- Hand building: a craft.\n"
    found = built(tmp_path, pottery_md=text)
    told = {triple(each, labels(found)) for each in found.evidence}
    assert ("Throwing", "oppositeOf", "Hand building") in told


def test_quality_is_supported_and_not_produced(tmp_path: Path) -> None:
    text = "# Glossary\n\n- Kiln shelf: a slab that provides durability.\n- Durability: a trait.\n"
    found = built(tmp_path, pottery_md=text)
    told = {triple(each, labels(found)) for each in found.evidence}
    assert ("Kiln shelf", "supports", "Durability") in told


def test_name_of_a_role_defined_as_a_system_is_a_system(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n- Stock manager: a system that counts pots.\n- Studio manager: a person who plans.\n"
    )
    classes = {term.label.value: term.classes for term in built(tmp_path, pottery_md=text).graph.terms()}
    ends = {label: [iri.rsplit("#")[-1] for iri in found] for label, found in classes.items()}
    assert ends == {"Stock manager": ["System"], "Studio manager": ["Role"]}


def test_team_is_measured_by_a_metric(tmp_path: Path) -> None:
    text = (
        "# Glossary\n\n- Glaze team: a team. The team is measured by scrap rate.\n- Scrap rate: a metric.\n"
    )
    found = built(tmp_path, pottery_md=text)
    told = {triple(each, labels(found)) for each in found.evidence}
    assert ("Glaze team", "measuredBy", "Scrap rate") in told
