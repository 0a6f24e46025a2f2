"""Every command is explained: examples in its help, and a page that agrees with it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from commandline import printed, run

from rolegraph.cli import main
from rolegraph.cli.lazy import COMMANDS, Command, names

PAGES = Path(__file__).resolve().parents[1] / "docs" / "commands"
ROOT = click.Context(main, info_name="rolegraph")


def command(name: str) -> Command:
    found = main.get_command(ROOT, name)
    assert isinstance(found, Command)
    return found


def context(name: str) -> click.Context:
    return click.Context(command(name), info_name=name, parent=ROOT)


def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def records(name: str) -> list[str]:
    """Give the options of a command as its help writes them, less that of the help itself."""
    options = [each for each in command(name).params if isinstance(each, click.Option)]
    found = [each.get_help_record(context(name)) for each in options]
    return [record[0] for record in found if record]


@pytest.mark.parametrize("name", names())
def test_help_gives_examples_before_options(name: str) -> None:
    text = printed(run(name, "--help"))
    usage, first, examples = text.split("\n\n")[:3]
    assert usage.startswith(f"Usage: rolegraph {name}")
    assert first.strip()
    assert examples.startswith(f"Examples:\n  rolegraph {name}")


@pytest.mark.parametrize("name", names())
def test_help_begins_as_the_list_of_commands_says(name: str) -> None:
    line = next(commands[name] for commands in COMMANDS.values() if name in commands)
    assert (command(name).help or "").startswith(f"{line}\n")


@pytest.mark.parametrize("name", names())
def test_help_fits_a_terminal_of_eighty_columns(name: str) -> None:
    examples = {f"  {example}" for example in command(name).examples}
    lines = printed(run(name, "--help")).splitlines()
    assert [line for line in lines if len(line) > 80 and line not in examples] == []


@pytest.mark.parametrize("example", [example for name in names() for example in command(name).examples])
def test_example_is_a_command_line_that_the_command_takes(example: str) -> None:
    program, name, *arguments = shlex.split(example.partition(" | ")[0])
    assert program == "rolegraph"
    command(name).make_context(name, arguments, parent=ROOT)


@pytest.mark.parametrize("name", names())
def test_page_has_the_title_the_synopsis_and_the_options_of_the_command(name: str) -> None:
    text = page(name)
    usage = command(name).get_usage(context(name)).removeprefix("Usage: ")
    assert text.startswith(f"# rolegraph {name}\n")
    assert f"```text\n{usage}\n```\n" in text
    table = text.partition("## Options\n")[2].partition("\n## ")[0]
    assert [row.replace("\\|", "|") for row in re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)] == records(
        name
    )


def test_index_lists_every_command_in_the_order_of_the_help() -> None:
    text = page("README")
    assert re.findall(r"^\| \[`(\w+)`\]\((\w+)\.md\) \|", text, re.MULTILINE) == [
        (name, name) for name in names()
    ]


def test_there_is_no_page_without_a_command() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {"README", *names()}


def test_page_of_build_shows_what_its_example_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page("build")
    source = re.search(r"```markdown\n(.*?)```", text, re.DOTALL)
    shown = re.search(r"says on the standard error:\n\n```text\n(.*?)```", text, re.DOTALL)
    assert source
    assert shown
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roles.md").write_text(source[1], encoding="utf-8")
    result = run("build", "roles.md", "-o", "roles.ttl")
    assert (result.exit_code, result.stderr) == (0, shown[1])
