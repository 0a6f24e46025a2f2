"""Terms that an article explains by the way, in lists and sections of their own, and lists that hold none."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, triples

ARTICLE = "Mooring\n\nWhat is mooring?\n\nMooring is the act of tying a ship to a quay.\n\n"
TOLD = [
    # below a heading for kinds, whatever the texts say
    (
        "Types of mooring\n1. Buoy mooring\nThe ship lies at an anchored float.\n2. Quay mooring\n"
        "Lines go ashore.\n\nThe way it is done\nHands throw a line.\n",
        {"Buoy mooring": "The ship lies at an anchored float.", "Quay mooring": "Lines go ashore."},
    ),
    (
        "Kinds\n\nThere are two of them.\n\nThe loner. Ties up far out. Rare.\n\nThe rafter. Ties up to others.\n",
        {"Loner": "Ties up far out. Rare.", "Rafter": "Ties up to others."},
    ),
    # below any heading, where the texts say what the things are
    (
        "Mooring and its neighbours\n\nAnchor watch (AW) – the time in which a sailor guards an anchor\n"
        "Berth - a place where ships lie\nShip chandler – sells rope to crews\n",
        {
            "Anchor watch": "the time in which a sailor guards an anchor",
            "Berth": "a place where ships lie",
            "Ship chandler": "sells rope to crews",
        },
    ),
    (
        "FAQ\n\nIs it hard?\nNot in calm weather.\n\nREAD NEXT\n\nBerth - a place where ships lie\n"
        "Lock - a chamber with gates at both ends\n",
        {"Berth": "a place where ships lie", "Lock": "a chamber with gates at both ends"},
    ),
]
NOT_TOLD = [
    "Why it matters\n\n- Fewer losses: a tied ship stays where it is.\n- Calm nights: crews sleep.\n",
    "How it is done\n\n1. Throwing: the deck hand throws a line.\n2. Tying: a linesman ties it.\n",
    "Benefits\n\n- Safety: the freedom from drifting.\n- Order: the state of a port without loose ships.\n",
]


def explained(folder: Path, part: str) -> dict[str, str]:
    """Give the terms of an article but its own, each with its definition."""
    found = definitions(built(folder, mooring_txt=ARTICLE + part))
    return {term: told[0] for term, told in found.items() if term.lower() != "mooring" and told}


@pytest.mark.parametrize(("part", "expected"), TOLD)
def test_terms_explained_in_an_article_are_entries(
    tmp_path: Path, part: str, expected: dict[str, str]
) -> None:
    assert explained(tmp_path, part) == expected


@pytest.mark.parametrize("part", NOT_TOLD)
def test_items_that_go_on_about_the_term_are_no_entries(tmp_path: Path, part: str) -> None:
    assert explained(tmp_path, part) == {}


def test_kinds_explained_below_a_heading_are_kinds_of_the_term(tmp_path: Path) -> None:
    found = triples(built(tmp_path, mooring_txt=ARTICLE + TOLD[0][0]))
    assert ("Buoy mooring", "broader", "Mooring") in found


def test_page_of_a_role_has_entries_for_its_kinds_and_what_is_named_beside_it(tmp_path: Path) -> None:
    page = (
        "# Pilot\n\nA pilot guides ships into a port.\n\n## Responsibilities\n\nPilots typically\n\n- board ships\n"
        "- read charts\n\n## Types\n\n**Harbor pilot.** Works in a port.\n\n**Sea pilot.** Works off the coast.\n\n"
        "## Often confused with\n\n- **Ship master** – plots the course of a ship.\n- **Helmsman** – turns the wheel.\n"
    )
    found = built(tmp_path, pilot_md=page)
    assert {"Harbor pilot", "Sea pilot", "Ship master", "Helmsman"} <= set(definitions(found))
    assert "Pilots typically" not in definitions(found)
    assert ("Sea pilot", "broader", "Pilot") in triples(found)
