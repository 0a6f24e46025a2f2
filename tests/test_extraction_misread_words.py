"""Words that look like others: nouns like verbs, aims like tools, parts of names like names."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import Triple, built, triples

SAID: list[tuple[str, set[Triple], set[Triple]]] = [
    ("- **Packer**: A role that packs boxes.\n", {("Packer", "responsibleFor", "packing boxes")}, set()),
    (
        "- **Quota**: A target that a seller must reach.\n- **Seller**: A person who sells.\n",
        {("Quota", "broader", "target")},
        {("Seller", "uses", "Quota")},
    ),
    (
        "- **Standard**: A rule which clerks must follow.\n- **Clerk**: A role.\n",
        {("Standard", "broader", "rule")},
        {("Standard", "precedes", "Clerk")},
    ),
    (
        "- **Project**: A piece of work.\n- **Sponsor**: A person who helps the project team.\n",
        {("Sponsor", "supports", "project team")},
        {("Sponsor", "supports", "Project")},
    ),
    (
        "- **Work plan**: A set of actions.\n- **Kanban**: A set of practices.\n",
        {("Kanban", "broader", "practices"), ("actions", "partOf", "Work plan")},
        {("Work plan", "broader", "actions")},
    ),
    (
        "- **Onboarding**: Structured process for new hires.\n- **Kick-off**: Formal meeting of a team.\n",
        {("Onboarding", "broader", "structured process"), ("Kick-off", "broader", "formal meeting")},
        set(),
    ),
    (
        "- **Vessel**: A container, for example a bowl, a jug, a vase, for food.\n"
        "- **Fibre**: Thin threads (e.g. hemp; flax).\n",
        {("bowl", "exampleOf", "Vessel"), ("jug", "exampleOf", "Vessel"), ("vase", "exampleOf", "Vessel")}
        | {("hemp", "exampleOf", "Fibre"), ("flax", "exampleOf", "Fibre")},
        {("food", "exampleOf", "Vessel")},
    ),
    (
        "- **Mill clerk**: A role that looks after the looms; checking belts, cleaning rooms and ordering yarn.\n",
        {
            ("Mill clerk", "responsibleFor", each)
            for each in ("checking belts", "cleaning rooms", "ordering yarn")
        },
        set(),
    ),
]


@pytest.mark.parametrize(("page", "stated", "wrong"), SAID, ids=[page[:30] for page, *_ in SAID])
def test_definition_is_read_by_what_its_words_are_there(
    tmp_path: Path, page: str, stated: set[Triple], wrong: set[Triple]
) -> None:
    found = triples(built(tmp_path, page_md=f"# Glossary\n\n{page}"))
    assert stated <= found
    assert not wrong & found


def test_item_on_other_people_is_no_duty(tmp_path: Path) -> None:
    page = (
        "# Store manager\n\nStore managers run the shop.\n\n## Duties\n\n- Store clerks help serve customers\n"
        "- Store goods\n- Fill shelves\n- Order supplies\n"
    )
    found = {each[2] for each in triples(built(tmp_path, page_md=page))}
    assert {"storing goods", "filling shelves", "ordering supplies"} <= found
    assert not any("clerk" in each for each in found)
