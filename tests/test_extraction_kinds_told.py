"""What a definition says that its term is: people, groups, lists of kinds, and names that it gives the term anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, parameters, said

TOLD = [
    case("Rack keeper", "An individual who keeps racks.", "individual"),
    case(
        "Rack owner", "Any person, firm or organization that owns a rack.", "person", "firm", "organization"
    ),
    case("Rack kit", "A set of tools for small yards.", "set of tools"),
    case("Rack school", "A set of practices for small yards.", "practices"),
    case("Rack plan", "A structured set of activities designed to fire pots.", "set of activities"),
    case("Rack funds", "Money, bonds, or other property held by a yard.", "Money", "bonds", "property"),
    case("Rack debt", "Rack debt is money owed to potters.", "money"),
    case("Rack gear", "Rack gear is equipment that lifts racks.", "equipment"),
    case("Bid papers", "All papers used to ask for racks.", "papers"),
    case("Rack check", "Finding faults. Process of review to reduce faults.", "process of review"),
    case("Rack rule", "A rule of trade. The buyer then pays for ocean freight.", "rule of trade"),
    case("Rack rent", "A bag. Most yards in a port hire cranes.", "bag"),
    case("Rack count", "The rack count is a figure. There are two types of figures.", "figure"),
    case("Rack score", "A higher rack score means fewer returns."),
    case("Rack gains", "The gains of using a rack include better shifts."),
    case("Rack log", "There are two types of rack logs."),
    case("Rack notice", "A document that’s sent to a yard.", "document"),
    case("Rack meter", "A device measuring how much heat a rack holds.", "device"),
    # the term by another name
    case("Rack routing", "Yard rack routing is a method that sends racks to yards.", "method"),
    case("RLS", "RLS systems are machines that lift racks.", "machines"),
]


@pytest.mark.parametrize(("term", "gloss", "expected"), parameters(TOLD))
def test_definition_tells_what_the_term_is(
    tmp_path: Path, term: str, gloss: str, expected: frozenset[str]
) -> None:
    build = built(tmp_path, list_md=f"# Glossary\n\n## {term}\n\n{gloss}\n\n## Shed\n\nA hut.\n")
    kinds = {each.partition(" -broader-> ") for each in said(build, "list.md") if "-broader->" in each}
    assert {kind for subject, _, kind in kinds if subject == term} == expected


def test_right_and_what_it_is_for_are_no_claims_of_others(tmp_path: Path) -> None:
    gloss = "A value that is computed based on the readings of sensors."
    found = said(built(tmp_path, list_md=f"# Glossary\n\n## Rack index\n\n{gloss}\n"), "list.md")
    assert not {each for each in found if each.endswith("-> based")}


@pytest.mark.parametrize(
    ("gloss", "expected"),
    [
        (
            "Getting human and material resources for the yard.",
            {"human resources", "material resources"},
        ),
        (
            "A record that covers textual, numerical, or graphical forms.",
            {"textual forms", "numerical forms", "graphical forms"},
        ),
    ],
)
def test_adjectives_that_share_a_noun_are_no_things(tmp_path: Path, gloss: str, expected: set[str]) -> None:
    found = said(built(tmp_path, list_md=f"# Glossary\n\n## Rack notes\n\n{gloss}\n"), "list.md")
    assert {each.partition("-appliesTo-> ")[2] for each in found if "-appliesTo->" in each} == expected


EXAMPLES = [
    case("Rack donor", "A rack donor may be a fund, school or agency.", "fund", "school", "agency"),
    case("Rack gift", "A gift of a rack (e.g. a stove).", "stove"),
    case(
        "Rack payer",
        "An entity that hands out the money, such as a bank, post office, or savings club.",
        "bank",
        "post office",
        "savings club",
    ),
]


@pytest.mark.parametrize(("term", "gloss", "expected"), parameters(EXAMPLES))
def test_definition_tells_examples(tmp_path: Path, term: str, gloss: str, expected: frozenset[str]) -> None:
    build = built(tmp_path, list_md=f"# Glossary\n\n## {term}\n\n{gloss}\n\n## Shed\n\nA hut.\n")
    cases = {each.partition(" -exampleOf-> ") for each in said(build, "list.md") if "-exampleOf->" in each}
    assert {one for one, _, owner in cases if owner == term} == expected


READ = [
    case(
        "Rack works",
        "The part of a yard where screens remove large objects such as branches and rags.",
        "Rack works -partOf-> yard",
        "rags -exampleOf-> objects",
        "branches -exampleOf-> objects",
        "Rack works -appliesTo-> screens",
        "Rack works -appliesTo-> objects",
    ),
    case(
        "Rack pond",
        "The area of land from which rain flows into a river.",
        "Rack pond -broader-> area of land",
        "Rack pond -appliesTo-> land",
        "Rack pond -appliesTo-> rain",
        "Rack pond -appliesTo-> river",
    ),
    case(
        "Rack wash",
        "Adding soap to water. Usually the last step of cleaning; not to be confused with rinsing.",
        "Rack wash -appliesTo-> soap",
        "Rack wash -partOf-> cleaning",
        "Rack wash -distinctFrom-> rinsing",
    ),
    case(
        "Rack pack",
        "A bag. Damp materials, such as gel packs and ice, absorb heat and keep boxes cool.",
        "Rack pack -broader-> bag",
        "gel packs -exampleOf-> damp materials",
        "ice -exampleOf-> damp materials",
    ),
    case("Rack deal", "Like a lease, but between two teams of one yard."),
    case(
        "Rack trick",
        "A trick, e.g. restarting a server.",
        "Rack trick -broader-> trick",
        "restarting a server -exampleOf-> Rack trick",
    ),
    case(
        "Rack lake",
        "An area of land. Also called a reed bed in Norway.",
        "Rack lake -broader-> area of land",
        "Rack lake -appliesTo-> land",
    ),
]


@pytest.mark.parametrize(("term", "gloss", "expected"), parameters(READ))
def test_words_that_can_be_verbs_are_told_by_their_place(
    tmp_path: Path, term: str, gloss: str, expected: frozenset[str]
) -> None:
    assert said(built(tmp_path, list_md=f"# Glossary\n\n## {term}\n\n{gloss}\n"), "list.md") == expected


DUTIES = """\
# Yard planner

## Responsibilities

- Support the growth of skills
- Utilise weather and tide data
- Build a plan to improve berth use
- Ensure the yard is safe

## Skills

- Counting
"""


def test_duties_tell_what_is_supported_used_and_aimed_at(tmp_path: Path) -> None:
    found = said(built(tmp_path, role_md=DUTIES), "role.md")
    told = {each.partition(" {")[0] for each in found}
    assert {
        "Yard planner -supports-> skills",
        "Yard planner -uses-> weather",
        "Yard planner -supports-> berth use",
        "Yard planner -responsibleFor-> ensuring the yard is safe",
    } <= told
