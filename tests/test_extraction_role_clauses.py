"""What clauses on pages of roles say: by whom else a sentence can speak of the role, and where a duty is cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, entries, triples

PAGE = "# Stock clerk\n\n## Overview\n\n{}\n\n## Requirements\n\n- Excel\n"


def said(folder: Path, text: str, *, item: bool = False) -> set[tuple[str, str]]:
    page = PAGE.format(text)
    if item:
        page = page.replace("Overview", "Responsibilities").replace(text, f"- {text}")
    return {(kind, target) for _, kind, target in triples(built(folder, page_md=page)) if target != "Excel"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Incumbents in this class sort returns.", ("responsibleFor", "sorting returns")),
        ("Under general direction, incumbents count pallets.", ("responsibleFor", "counting pallets")),
        ("Their main mission is to keep the shelves full.", ("responsibleFor", "keeping the shelves full")),
        ("The work also involves checking deliveries.", ("responsibleFor", "checking deliveries")),
        ("Work involves responsibility for counting stock.", ("responsibleFor", "counting stock")),
        ("Incumbents pack boxes; loading trucks; and label pallets.", ("responsibleFor", "loading trucks")),
        ("The stock clerk supports and enforces the rules.", ("responsibleFor", "supporting and enforcing the rules")),
        ("The stock clerk helps the crew remove pallets.", ("responsibleFor", "helping the crew remove pallets")),
        ("This is the entry-level class in the series.", ("hasLevel", "entry-level")),
        ("Typically requires Art Diploma or equivalent and a licence.", ("requiresSkill", "Art Diploma")),
        ("The position requires knowledge of customs codes.", ("requiresSkill", "customs codes")),
    ],
)  # fmt: skip
def test_sentences_speak_of_the_role_in_other_words(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keep careful, exact, and tidy logs", {("responsibleFor", "keeping careful, exact, and tidy logs")}),
        ("Maintain current and planned stock", {("responsibleFor", "maintaining current and planned stock")}),
        ("Share rosters and bookings in the channel", {("responsibleFor", "sharing rosters and bookings")}),
        ("Promote “clean-as-you-go”", {("responsibleFor", "promoting clean-as-you-go")}),
        ("Help the crew to reduce waste", {("responsibleFor", "helping the crew to reduce waste")}),
        ("Help crew members with forms", {("responsibleFor", "helping crew members")}),
        ("Authority to stop deliveries", {("responsibleFor", "stopping deliveries")}),
        ("Ensure compliance with fire rules", {("responsibleFor", "ensuring compliance with fire rules")}),
        ("Train loaders in lifting", {("responsibleFor", "training loaders in lifting")}),
        (
            "Work with partners such as hauliers and pilots",
            {("collaboratesWith", "partners"), ("collaboratesWith", "hauliers"), ("collaboratesWith", "pilots")},
        ),
    ],
)  # fmt: skip
def test_duty_is_cut_where_a_reader_would_cut_it(
    tmp_path: Path, text: str, expected: set[tuple[str, str]]
) -> None:
    assert said(tmp_path, text, item=True) == expected


def test_help_with_a_deed_supports_no_verb(tmp_path: Path) -> None:
    assert said(tmp_path, "They help remove pallets.") == {("responsibleFor", "removing pallets")}


def test_official_description_of_a_class_of_posts_is_the_page_of_a_role(tmp_path: Path) -> None:
    page = """\
HILLMARSH COUNTY

CLASSIFICATION NO. 77
FLSA: Non-Exempt

ARCHIVE ASSISTANT

CLASS CHARACTERISTICS

Incumbents sort deeds and maps, wrap boxes, and bring them to readers in the reading room of the county.

DISTINGUISHING CHARACTERISTICS

The archive assistant differs from the archivist, who decides what is kept.
"""
    build = built(tmp_path, page_txt=page)
    assert list(entries(build)) == ["ARCHIVE ASSISTANT"]
    assert ("ARCHIVE ASSISTANT", "responsibleFor", "wrapping boxes") in set(triples(build))


def test_title_of_responsibilities_and_skills_names_the_role(tmp_path: Path) -> None:
    page = "# Key Responsibilities and Required Skills for a Ferry Steward\n\n## Duties\n\n- Sell tickets\n"
    assert list(entries(built(tmp_path, page_md=page))) == ["Ferry Steward"]
