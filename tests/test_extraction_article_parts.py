"""Parts of an article on one term: what their headings announce, lists behind a colon, and items with a label."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples

HEAD = "# Kiln sharing\n\nKiln sharing is a practice.\n\n"
ITEMS = "\n\n- Clean racks\n- Steady heat\n"


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("Benefits of kiln sharing", "supports"),
        ("What are the main benefits of kiln sharing?", "supports"),
        ("5 benefits for studios", "supports"),
        ("Why is kiln sharing important?", "supports"),
        ("Importance of kiln sharing", "supports"),
        ("Common use cases for kiln sharing", "appliesTo"),
    ],
)
def test_heading_of_a_part_announces_what_it_does_alone(heading: str, relation: str, tmp_path: Path) -> None:
    found = triples(built(tmp_path, a_md=f"{HEAD}## {heading}{ITEMS}"))
    assert {("Kiln sharing", relation, "clean racks"), ("Kiln sharing", relation, "steady heat")} <= found


@pytest.mark.parametrize("heading", ["Key components of kiln sharing", "What are the steps of the process?"])
def test_heading_of_a_part_announces_the_parts_of_the_headword(heading: str, tmp_path: Path) -> None:
    found = triples(built(tmp_path, a_md=f"{HEAD}## {heading}{ITEMS}"))
    assert ("clean racks", "partOf", "Kiln sharing") in found


@pytest.mark.parametrize(
    "heading", ["Challenges of kiln sharing", "Types of clay", "Benefits and risks", "Advantages and limits"]
)
def test_other_heading_announces_nothing(heading: str, tmp_path: Path) -> None:
    found = triples(built(tmp_path, a_md=f"{HEAD}## {heading}{ITEMS}"))
    assert found == {("Kiln sharing", "broader", "practice")}


LED = [
    ("It helps studios:", "cut fuel", {("Kiln sharing", "supports", "cutting fuel")}),
    ("It allows studios to:", "book slots", {("Kiln sharing", "supports", "booking slots")}),
    (
        "The process involves the following steps:",
        "Book a slot",
        {("booking a slot", "partOf", "Kiln sharing")},
    ),
    ("The benefits of kiln sharing include:", "Low costs", {("Kiln sharing", "supports", "low costs")}),
    ("Key components of the scheme may include:", "Booking", set[tuple[str, str, str]]()),
    (
        "It is used in many craft places, such as:",
        "Schools",
        {("schools", "exampleOf", "craft places")},
    ),
]


@pytest.mark.parametrize(("lead", "item", "expected"), LED)
def test_lead_with_a_colon_goes_on_with_each_item(
    lead: str, item: str, expected: set[tuple[str, str, str]], tmp_path: Path
) -> None:
    found = triples(built(tmp_path, a_md=f"{HEAD}{lead}\n\n- {item}\n- Tea: it is hot.\n"))
    names = {(subject.lower(), relation, target.lower()) for subject, relation, target in found}
    assert {(subject.lower(), relation, target.lower()) for subject, relation, target in expected} <= names


def test_item_that_is_a_sentence_is_completed_by_no_lead(tmp_path: Path) -> None:
    text = f"{HEAD}The process includes:\n\n- The clerk writes a slip.\n- The potter fills the kiln.\n"
    assert not [found for found in triples(built(tmp_path, a_md=text)) if found[1] == "partOf"]


def test_lead_that_denies_denies_its_items(tmp_path: Path) -> None:
    text = f"{HEAD}Kiln sharing does not include:\n\n- Clay\n- Glaze\n"
    found = built(tmp_path, a_md=text)
    assert triples(found) == {("Kiln sharing", "broader", "practice")}
    assert ("clay", "partOf", "Kiln sharing") in triples(found, negative=True)


def test_lines_without_bullets_behind_a_lead_are_items(tmp_path: Path) -> None:
    text = (
        "Kiln sharing\nKiln sharing is a practice of potters.\nThe benefits of kiln sharing include:\n"
        "Low costs: the fuel is paid by many.\nTrust: people talk while they wait.\nThey meet once a week.\n"
    )
    found = triples(built(tmp_path, a_txt=text))
    assert {("Kiln sharing", "supports", name) for name in ("low costs", "trust")} <= found


def test_text_behind_a_label_is_on_the_label_or_on_the_headword(tmp_path: Path) -> None:
    text = (
        f"{HEAD}## Key components\n\n- Booking care: Checking slots and using a shared diary\n"
        "- Fuel: Kiln sharing reduces waste.\n"
    )
    found = triples(built(tmp_path, a_md=text))
    assert {
        ("booking care", "partOf", "Kiln sharing"),
        ("booking care", "uses", "shared diary"),
        ("Fuel", "partOf", "Kiln sharing"),
        ("Kiln sharing", "supports", "reducing waste"),
    } <= found


def test_deeds_behind_a_label_are_those_of_a_role(tmp_path: Path) -> None:
    text = (
        "# Kiln clerk\n\nA kiln clerk is a role. Their work has two sides:\n\n"
        "- Booking care: Checking slots and calling guests\n- Upkeep: Sweeping floors\n"
    )
    found = triples(built(tmp_path, a_md=text))
    assert ("Kiln clerk", "responsibleFor", "sweeping floors") in found or (
        "Kiln clerk",
        "responsibleFor",
        "Sweeping floors",
    ) in found


def test_benefits_with_a_label_each_are_no_terms(tmp_path: Path) -> None:
    text = (
        "# Kiln sharing (KS)\n\n## What is kiln sharing (KS)?\n\nKiln sharing (KS) is a practice of potters.\n\n"
        "## Benefits of kiln sharing\n\n- Low costs: fuel is paid by many.\n- Steady heat: the kiln is never cold.\n"
        "- Trust: people talk while they wait.\n"
    )
    assert list(entries(built(tmp_path, a_md=text))) == ["Kiln sharing"]


def test_list_of_terms_below_one_that_is_asked_for_stays_one(tmp_path: Path) -> None:
    text = (
        "# Kiln words\n\n## What is a kiln?\n\nA kiln is an oven for pots.\n\n## Kinds of clay\n\n"
        "- Slip: clay with water.\n- Grog: clay that was fired.\n- Ball clay: a fine clay.\n"
    )
    assert {"Slip", "Grog", "Ball clay"} <= set(entries(built(tmp_path, a_md=text)))


def test_answer_to_what_a_term_means_defines_it(tmp_path: Path) -> None:
    text = "# Kiln sharing\n\n## What Does Kiln Sharing Mean?\n\nKiln sharing is a practice of potters.\n"
    found = entries(built(tmp_path, a_md=text))
    assert [term.definitions[0].value for term in found.values()] == [
        "Kiln sharing is a practice of potters."
    ]
