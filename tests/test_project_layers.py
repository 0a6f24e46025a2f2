"""Imports run downward, and starting costs nothing that a command does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import checkout
import grimp
import pytest
from importlinter.cli import lint_imports

COSTLY = ("IPython", "igraph", "networkx", "pyshacl", "pyvis", "rdflib")
ALLOWED = {
    "cli": {"exports", "extraction", "graph", "ontology", "readers"},
    "exports": {"graph", "ontology"},
    "extraction": {"graph", "ontology", "readers"},
    "graph": {"ontology"},
    "ontology": set(),
    "readers": set(),
}


def test_contracts_of_the_linter_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout.ROOT)
    monkeypatch.setattr(sys, "path", sys.path[:])
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_rooms_import_what_lies_below_them() -> None:
    graph = grimp.build_graph("rolegraph", cache_dir=None)
    rooms = {folder for folder in checkout.folders_of_packages().values() if "/" not in folder}
    assert set(ALLOWED) == rooms
    for room in rooms:
        chains = {
            other: graph.find_shortest_chain(f"rolegraph.{room}", f"rolegraph.{other}", as_packages=True)
            for other in rooms - {room} - ALLOWED[room]
        }
        assert not {other: chain for other, chain in chains.items() if chain}


def costly_modules_after(code: str, folder: Path) -> set[str]:
    """Run code in a fresh interpreter and tell which costly packages it has imported."""
    report = f"\nimport sys; sys.stderr.write('LOADED ' + ' '.join({{*{COSTLY!r}}} & {{*sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code + report], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("module", ["rolegraph", "rolegraph.cli", "rolegraph.graph", "rolegraph.ontology"])
def test_import_is_light(module: str, tmp_path: Path) -> None:
    assert costly_modules_after(f"import {module}", tmp_path) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["show", "--help"],
        ["show", "PM"],
        ["query", "SELECT ?term WHERE { ?term skos:prefLabel ?label }"],
        ["search", "manager"],
        ["path", "PM", "CRM"],
        ["list"],
        ["neighbors", "PM"],
        ["relations"],
    ],
    ids=" ".join,
)
def test_quick_commands_load_nothing_costly(arguments: list[str], tmp_path: Path) -> None:
    code = f"from rolegraph.cli import main\nmain({arguments!r}, standalone_mode=False)"
    assert costly_modules_after(code, tmp_path) == set()
