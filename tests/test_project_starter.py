"""The starter graph that is shipped is what its articles say today."""

from __future__ import annotations

import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import checkout
import pytest

from rolegraph import KnowledgeGraph
from rolegraph.ontology import load

RELATION_TYPES = [relation.name for relation in load().relation_types.values()]


def test_shipped_starter_graph_is_the_one_its_articles_build(tmp_path: Path) -> None:
    built = tmp_path / "starter.ttl"
    title = ["--title", "Roles and outsourcing"]
    command = [sys.executable, "-m", "rolegraph", "build", "ontology/starter", *title, "-o", str(built)]
    done = subprocess.run(command, cwd=checkout.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    shipped = checkout.ROOT / "ontology" / "starter.ttl"
    if built.read_bytes() != shipped.read_bytes():
        before, after = (path.read_text(encoding="utf-8").splitlines() for path in (shipped, built))
        changes = "\n".join([*unified_diff(before, after, "shipped", "built", n=1, lineterm="")][:40])
        pytest.fail(f"run `make starter` and commit what it changes\n{changes}", pytrace=False)


def test_starter_graph_states_every_relation_type_twice_of_forty_terms() -> None:
    kg = KnowledgeGraph.open("starter")
    counts = {relation.name: count for relation, count in kg.relation_counts()}
    assert [name for name in RELATION_TYPES if counts.get(name, 0) < 2] == []
    assert len(kg.terms()) >= 40
