"""Words by which text is read are data: a Turtle file of the user's adds cues, headings, columns and nouns."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, classes, labels, triple

from rolegraph.extraction import Build, build
from rolegraph.ontology import load

PREFIXES = "@prefix rg: <https://w3id.org/rolegraph/ns#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
ARTICLE = """\
# Pastry chef

A pastry chef is a cook.

Pastry chefs live by a proofing oven. A pastry chef shadows the head chef. Pastry chefs were shadowed by trainees.

## Mise en place

- Marble slab

| Station | Cooks beside |
|---|---|
| Lamination | Bakers |
"""
CUES = """\
rg:uses rg:cue "lives by" ; rg:heading "Mise en place" .
rg:reportsTo rg:cue "shadows" .
rg:collaboratesWith rg:column "Cooks beside" .
rg:Role rg:noun "chef", "cook" .
rg:System rg:noun "oven", "slab" .
"""


def stated(found: Build) -> set[tuple[str, str, str]]:
    names = labels(found)
    return {triple(each, names) for each in found.evidence}


@pytest.fixture
def with_cues(tmp_path: Path) -> Build:
    """The article built with cues of the user's own."""
    own = tmp_path / "kitchen.ttl"
    own.write_text(PREFIXES + CUES, encoding="utf-8")
    (tmp_path / "chef.md").write_text(ARTICLE, encoding="utf-8")
    return build([str(tmp_path / "chef.md")], ontology=load(str(own)))


def test_without_them_nothing_of_this_is_found(tmp_path: Path) -> None:
    found = stated(built(tmp_path, chef_md=ARTICLE))
    assert {relation for _, relation, _ in found} <= {"broader", "related"}


def test_cue_of_the_user_is_read_in_every_form_of_its_verb(with_cues: Build) -> None:
    found = stated(with_cues)
    assert ("Pastry chef", "uses", "proofing oven") in found
    assert ("Pastry chef", "reportsTo", "head chef") in found
    assert ("trainees", "reportsTo", "Pastry chef") in found


def test_heading_of_the_user_tells_the_relation_of_its_items(with_cues: Build) -> None:
    assert ("Pastry chef", "uses", "marble slab") in stated(with_cues)


def test_column_of_the_user_tells_the_relation_of_its_cells(with_cues: Build) -> None:
    assert "collaboratesWith" in {relation for _, relation, _ in stated(with_cues)}


def test_noun_of_the_user_tells_the_class(with_cues: Build) -> None:
    assert classes(with_cues)["Pastry chef"] == ["Role"]


def test_relation_type_of_the_user_is_stated_like_any_other(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        PREFIXES
        + "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        + "@prefix my: <https://example.org/kitchen#> .\n"
        + 'my:garnishes a owl:ObjectProperty, rg:RelationType ; rdfs:label "garnishes"@en ; rg:phrase "garnishes" ; '
        + 'rg:cue "garnishes" .\n',
        encoding="utf-8",
    )
    (tmp_path / "parsley.md").write_text(
        "# Parsley\n\nParsley is a herb.\n\nParsley garnishes soups.\n", encoding="utf-8"
    )
    found = build([str(tmp_path / "parsley.md")], ontology=load(str(own)))
    assert ("Parsley", "garnishes", "soups") in stated(found)
