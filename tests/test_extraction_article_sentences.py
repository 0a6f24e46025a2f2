"""Sentences as articles on a term have them: several subjects, names of firms, departments, and what they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import Triple, built, triples

SAID: list[tuple[str, set[Triple], set[Triple]]] = [
    (
        "Yard reps update their lists, yard managers review the totals, and the head of yards commits the sum.",
        {("yard managers", "responsibleFor", "totals")},
        {("yard managers", "responsibleFor", "head of yards"), ("yard managers", "responsibleFor", "head")},
    ),
    (
        "The gate desk logs every van, and the sorting team tracks parcels with handheld readers.",
        {("gate desk", "responsibleFor", "van"), ("sorting team", "uses", "handheld readers")},
        {("gate desk", "uses", "handheld readers")},
    ),
    (
        "In drop shipping the retailer sends the crates to a courier.",
        {("retailer", "responsibleFor", "crates")},
        {("drop", "produces", "retailer")},
    ),
    (
        "Yard operations maintains the gates and paints the walls.",
        {("yard operations", "responsibleFor", "gates")},
        set(),
    ),
    (
        "Vendors in Peru and the Philippines handle packing at night.",
        {("vendors", "responsibleFor", "packing")},
        set(),
    ),
    (
        "It spread when carriers opened engineering hubs in Mexico.",
        {("carriers", "responsibleFor", "engineering hubs")},
        set(),
    ),
]


@pytest.mark.parametrize(("text", "stated", "wrong"), SAID, ids=[text[:40] for text, *_ in SAID])
def test_sentence_of_an_article_tells_who_does_what(
    tmp_path: Path, text: str, stated: set[Triple], wrong: set[Triple]
) -> None:
    page = f"# Parcel sorting\n\nParcel sorting is a practice.\n\n## How it works\n\n{text}\n"
    found = triples(built(tmp_path, page_md=page))
    assert stated <= found
    assert not wrong & found


def test_practice_with_requirements_and_metrics_is_no_role(tmp_path: Path) -> None:
    page = (
        "Yard picking\n\nYard picking is a storage practice in which goods are picked outdoors.\n\n"
        "Requirements\n\nYard picking requires dry ground and clear labels.\n\n"
        "Key metrics\n\nPicks per hour\nWet parcels\n"
    )
    found = triples(built(tmp_path, page_txt=page))
    assert ("Yard picking", "dependsOn", "dry ground") in found
    assert ("Yard picking", "requiresSkill", "dry ground") not in found
    assert ("Yard picking", "measuredBy", "wet parcels") in found


READ: list[tuple[str, set[Triple], set[Triple]]] = [
    (
        "It depends on dry ground, a supply of clean crates and trade agreements.",
        {("Parcel sorting", "dependsOn", "trade agreements")},
        {("dry ground", "broader", "supply of clean crates")},
    ),
    (
        "Wet parcels go back to a repair specialist, who dries them.",
        set(),
        {("wet parcels", "derivedFrom", "repair specialist")},
    ),
    (
        "Harbours often outsource parts of the work to firms such as Calder Works and Alder Partners.",
        {("Calder Works", "responsibleFor", "parts of the work")},
        {("firms", "responsibleFor", "parts of the work of work")},
    ),
    (
        "The score is computed as parcels divided by actual sales.",
        set(),
        {("sales", "responsibleFor", "parcels")},
    ),
    (
        "It says how speed is measured and names the penalties.",
        set(),
        {("penalties", "measuredBy", "Parcel sorting")},
    ),
    (
        "It was pioneered by rail carriers in the 1930s, and Wolmark adopted it in the late 1980s.",
        {("Parcel sorting", "hasTime", "1930s"), ("Wolmark", "uses", "Parcel sorting")},
        set(),
    ),
    ("Planners fail to use forecasts.", set(), {("planners", "uses", "forecasts")}),
    ("Warehousing stores crates for weeks.", {("Warehousing", "appliesTo", "crates")}, set()),
    (
        "Crews use parcel sorting for mail intake, member crates, and seed lots.",
        {("crews", "uses", "Parcel sorting")},
        {("crews", "uses", "member crates"), ("crews", "uses", "seed lots")},
    ),
    (
        "A center of excellence owns standards.",
        {("center of excellence", "responsibleFor", "standards")},
        set(),
    ),
    ("Legal drafts the clauses.", {("Legal", "produces", "clauses")}, set()),
    (
        "Yard contracts belong to the account manager.",
        {("account manager", "responsibleFor", "yard contracts")},
        {("yard contracts", "partOf", "account manager")},
    ),
]


@pytest.mark.parametrize(("text", "stated", "wrong"), READ, ids=[text[:40] for text, *_ in READ])
def test_sentence_of_an_article_is_read_by_its_words(
    tmp_path: Path, text: str, stated: set[Triple], wrong: set[Triple]
) -> None:
    page = f"# Parcel sorting\n\nParcel sorting is a practice.\n\n## How it works\n\n{text}\n"
    found = triples(built(tmp_path, page_md=page))
    assert stated <= found
    assert not wrong & found


def test_thing_that_somebody_requires_is_no_skill(tmp_path: Path) -> None:
    page = "# Glossary\n\n- Yard permit: A permit that a driver requires before a trip.\n- Driver: A role.\n"
    found = triples(built(tmp_path, page_md=page))
    assert ("Driver", "dependsOn", "Yard permit") in found
    assert ("Driver", "requiresSkill", "Yard permit") not in found


def test_what_is_no_single_thing_can_be_a_genus_without_an_article(tmp_path: Path) -> None:
    page = "# Glossary\n\n- Parcel log: A parcel log is software that keeps lists.\n- Crate: A box.\n"
    assert ("Parcel log", "broader", "software") in triples(built(tmp_path, page_md=page))
