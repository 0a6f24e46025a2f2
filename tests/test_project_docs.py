"""The documentation says what is so: shown outputs, Python examples, links."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import checkout
import pytest

ROOT_PAGES = ("README.md", "CHANGELOG.md")
PAGES = [
    name for name in checkout.files() if name.endswith(".md") and name.startswith((*ROOT_PAGES, "docs/"))
]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w./-]+\.\w+)`[^`\n]*:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(\s*<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
WIDTH = "100"


class Example(NamedTuple):
    """A command that a page shows, and the output shown below it."""

    line: int
    command: str
    output: str


def consoles(page: str) -> list[list[Example]]:
    """Give the console blocks of a page that begin with a rolegraph command, each as its commands."""
    text = checkout.texts()[page]
    return [
        examples(found[2], text.count("\n", 0, found.start(2)) + 1)
        for found in FENCE.finditer(text)
        if found[1] == "console" and found[2].startswith("$ rolegraph")
    ]


def examples(block: str, line: int) -> list[Example]:
    r"""Split a block at its prompts; a command goes on after a line that ends in a backslash.

    >>> examples("$ rolegraph list\nOne\n$ rolegraph \\\n    show\nTwo\n", 7)
    [Example(line=7, command='rolegraph list', output='One\n'),
     Example(line=9, command='rolegraph \\\n    show', output='Two\n')]
    """
    found = []
    for shown in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
        command = re.match(r"\$ ((?:.*\\\n)*.*)\n?", shown)
        assert command
        found.append(Example(line, command[1], shown[command.end() :]))
        line += shown.count("\n")
    return found


def agrees(shown: str, actual: str) -> bool:
    """Compare line by line; a line of three dots stands for any lines, three dots in a line for anything.

    >>> agrees("a\\n...\\nz 0.1...\\n", "a\\nb\\nc\\nz 0.12\\n"), agrees("a\\n", "a\\nb\\n")
    (True, False)
    """
    pattern = ""
    for line in shown.rstrip("\n").split("\n"):
        anything = ".*".join(re.escape(part) for part in line.rstrip().split("..."))
        pattern += r"(?:.*\n)*" if line.strip() == "..." else rf"{anything}[ ]*\n"
    return re.fullmatch(pattern, actual.rstrip("\n") + "\n") is not None


def write_files(page: str, folder: Path) -> None:
    """Write the files that a page shows: a block after a line that names a file and ends in a colon."""
    for name, content in FILE.findall(checkout.texts()[page]):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = os.environ | {"PATH": programs, "COLUMNS": WIDTH, "NO_COLOR": "1"}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=settings, capture_output=True, text=True)


@pytest.mark.parametrize("page", [page for page in PAGES if consoles(page)])
def test_shown_outputs_are_what_the_commands_print(page: str, tmp_path: Path) -> None:
    """What is shown may be the result alone, or the result after what is said on stderr."""
    write_files(page, tmp_path)
    wrong = []
    for example in [example for block in consoles(page) for example in block]:
        done = run(example.command, tmp_path)
        if not agrees(example.output, done.stdout) and not agrees(example.output, done.stderr + done.stdout):
            printed = done.stderr + done.stdout
            wrong.append(f"{page}:{example.line}: $ {example.command}\n{printed}")
    assert not wrong, "\n" + "\n".join(wrong)


def python_blocks(page: str) -> list[str]:
    return [found[2] for found in FENCE.finditer(checkout.texts()[page]) if found[1] in {"python", "pycon"}]


@pytest.mark.parametrize("page", [page for page in PAGES if python_blocks(page)])
def test_python_examples_work(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks with prompts are compared with what they show; blocks without are run."""
    monkeypatch.chdir(tmp_path)
    write_files(page, tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    for block in python_blocks(page):
        if not block.lstrip().startswith(">>>"):
            exec(compile(block, page, "exec"), names)
            continue
        example = doctest.DocTestParser().get_doctest(block, names, page, page, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        assert runner.run(example, clear_globs=False).failed == 0
        names = example.globs


def anchors(page: str) -> set[str]:
    """Give the fragments that the headings of a page can be reached by."""
    headings = HEADING.findall(FENCE.sub("", checkout.texts()[page]))
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def links(page: str) -> list[tuple[str, str]]:
    """Give the local links of a page: path from the root, and fragment."""
    text = re.sub(r"`[^`\n]*`", "", FENCE.sub("", checkout.texts()[page]))
    found = []
    for target in LINK.findall(text):
        if not re.match(r"[a-z]+:", target):
            path, _, fragment = target.partition("#")
            to = os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page
            found.append((to, fragment))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    dead = [to for to, _ in links(page) if not (checkout.ROOT / to).exists()]
    assert dead == []
    astray = [f"{to}#{name}" for to, name in links(page) if name and to in PAGES and name not in anchors(to)]
    assert astray == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached, found = set[str](), {"README.md"}
    while found:
        reached |= found
        found = {to for page in found for to, _ in links(page) if to in PAGES} - reached
    assert sorted({*PAGES} - reached - {*ROOT_PAGES}) == []
