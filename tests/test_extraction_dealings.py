"""What those who act have to do with one another, and who answers for what a definition calls theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, labels, parameters, triple

TERMS = """
- Tenant: A person who lives in a hired flat.
- Landlord: A company that lets flats.
- Flat: A set of rooms.
"""
SAID = [
    case("Warden", "A person who signs a lease with a tenant.", "Warden -collaboratesWith-> Tenant"),
    case("Warden", "A person who takes the rent from a tenant.", "Warden -collaboratesWith-> Tenant"),
    case("Agency", "A company that provides a flat to a tenant.", "Agency -supports-> Tenant"),
    case(
        "Cooper",
        "One of many. A cooper signs a lease with the landlord.",
        "Cooper -collaboratesWith-> Landlord",
    ),
    case("Notice", "A tenant's written reply.", "Tenant -produces-> Notice"),
    case(
        "Viewing round", "The tenant's process of comparing rooms.", "Tenant -responsibleFor-> Viewing round"
    ),
    case("Bond", "A written promise by a landlord to mend the roof.", "Landlord -responsibleFor-> Bond"),
    # what is not dealt with somebody, nor somebody's deed
    case("Hatch", "A box that takes the rent from a tenant.", "Hatch -appliesTo-> Tenant"),
    case("Shortfall", "A loss by a landlord.", ""),
    case("Door sign", "A tenant's plate.", "Door sign -appliesTo-> Tenant"),
]


@pytest.mark.parametrize(("topic", "gloss", "expected"), parameters(SAID))
def test_agents_are_related_by_what_they_deal_in(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    found = built(tmp_path, letting_md=f"# Glossary\n\n- {topic}: {gloss}{TERMS}")
    names = labels(found)
    told = [triple(each, names) for each in found.evidence if each.place.first == 3]
    stated = {f"{subject} -{relation}-> {target}" for subject, relation, target in told}
    assert {each for each in stated if _joins_agent(each)} == expected - {""}


def _joins_agent(statement: str) -> bool:
    ends = statement.split(" -")[0], statement.split("-> ")[1]
    return any(end in ("Tenant", "Landlord") for end in ends)
