"""Start-up: a command imports what it needs and nothing more."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from commandline import GRAPH

HEAVY = {
    "rdflib",
    "oxrdflib",
    "networkx",
    "pyvis",
    "pyshacl",
    "igraph",
    "IPython",
    "jinja2",
    "markdown_it",
    "turbohtml",
    "yaml",
}
COSTLY = {
    "dataclasses",
    "importlib.resources",
    "importlib.metadata",
    "asyncio",
    "unittest",
    "rolegraph.extraction",
}


def imported(*arguments: str) -> set[str]:
    """Run a command in a new process, and give the modules that it leaves imported."""
    program = (
        "import json, sys\n"
        "from rolegraph.cli import main\n"
        "main(sys.argv[1:], prog_name='rolegraph', standalone_mode=False)\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_imports_no_command_and_no_other_room() -> None:
    modules = {name for name in imported("--help") if name.startswith("rolegraph")}
    assert modules == {
        "rolegraph",
        "rolegraph.cli",
        "rolegraph.cli.faults",
        "rolegraph.cli.lazy",
        "rolegraph.cli.style",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["show", "--help"],
        ["query", "--help"],
        ["list", "-g", GRAPH],
        ["show", "PM", "-g", GRAPH],
        ["show", "PM", "-g", GRAPH, "--evidence"],
        ["search", "manager", "-g", GRAPH],
        ["path", "BPO", "CRM", "-g", GRAPH],
        ["neighbors", "PM", "-g", GRAPH],
        ["relations", "-g", GRAPH],
        ["query", "SELECT * { ?s a rg:Role }", "-g", GRAPH],
        ["query", "--name", "most-connected", "-g", GRAPH],
    ],
)
def test_looking_up_imports_nothing_heavy(arguments: list[str]) -> None:
    assert imported(*arguments) & (HEAVY | COSTLY) == set()


def test_importing_the_command_line_imports_only_click() -> None:
    program = (
        "import sys, click\n"
        "before = set(sys.modules)\n"
        "import rolegraph.cli\n"
        "print(*sorted(name for name in set(sys.modules) - before if not name.startswith('rolegraph')))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    translated = {"_locale", "locale"}  # what click's own translation of an option takes
    assert set(done.stdout.split()) - set(sys.builtin_module_names) <= translated
