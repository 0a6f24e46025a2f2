"""The extraction measured: reference documents built, turned into predictions and scored beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def scores(shared: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The scores of each reference set, by its name."""
    folder = tmp_path_factory.mktemp("scores")
    predictions = root / "benchmarks" / "extraction" / "predictions.py"
    sets = [f"seed={seed(shared)}", f"cncf={shared / 'cncf-glossary'}"]
    subprocess.run(
        [sys.executable, str(predictions), "--out", str(folder), *sets], check=True, capture_output=True
    )
    score = [str(shared / "score.py"), "--pred", str(folder), "--gold", str(shared / "gold")]
    subprocess.run(
        [sys.executable, *score, "--json", str(folder / "all.json")], check=True, capture_output=True
    )
    rows = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    return {row["doc"]: row for row in rows["docs"]}


def seed(shared: Path) -> Path:
    (article,) = (shared / "seeds").glob("*.txt")
    return article


def test_terms_and_names_of_the_seed_article_are_found(scores: dict[str, Any]) -> None:
    assert scores["seed"]["term"][2] >= 0.95
    assert scores["seed"]["alias"][2] == 1.0


def test_questions_of_the_seed_article_are_all_found(scores: dict[str, Any]) -> None:
    assert scores["seed"]["faq"] == [6, 6]


def test_table_of_the_seed_article_is_read_whole(scores: dict[str, Any]) -> None:
    rows, shares, partners, of_rows, of_partners = scores["seed"]["table"]
    assert (rows, shares, of_rows) == (6, 6, 6)
    assert (partners, of_partners) == (12, 12)


def test_nothing_of_the_seed_article_is_taken_from_noise_or_against_its_word(scores: dict[str, Any]) -> None:
    assert (scores["seed"]["traps"], scores["seed"]["dups"], scores["seed"]["violations"]) == (0, 0, 0)


def test_relations_of_the_seed_article_are_found_with_their_lines(scores: dict[str, Any]) -> None:
    assert scores["seed"]["rel"]["strict"]["R"] >= 0.45
    near, judged = scores["seed"]["evidence"]
    assert near == judged > 0


def test_terms_definitions_and_links_of_the_cncf_glossary_are_found(scores: dict[str, Any]) -> None:
    found = scores["cncf"]
    strict, lenient, of = found["def"]
    assert found["term"][2] >= 0.97
    assert max(strict, lenient) / of >= 0.95
    assert found["link"]["R"] >= 0.85
    assert (found["traps"], found["violations"]) == (0, 0)
