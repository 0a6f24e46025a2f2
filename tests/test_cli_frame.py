"""The frame of the command line: commands by name, help, errors, exit statuses, colour."""

from __future__ import annotations

import errno
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from commandline import GRAPH, ask, printed, refusal, run

from rolegraph import __version__
from rolegraph.cli import faults, main
from rolegraph.cli.lazy import COMMANDS, names
from rolegraph.graph import KnowledgeGraph

PROGRAM = [sys.executable, "-m", "rolegraph"]


def test_help_lists_every_command_with_its_line_in_sections() -> None:
    text = printed(run("--help"))
    assert text == printed(run("-h"))
    for section, commands in COMMANDS.items():
        assert f"\n{section}:\n" in text
        for name, line in commands.items():
            assert f"\n  {name:9}  {line}\n" in text


def test_help_begins_with_examples() -> None:
    assert printed(run("--help")).startswith(
        "Usage: rolegraph [OPTIONS] COMMAND [ARGS]...\n\n"
        "  Turn glossaries and role descriptions into a knowledge graph to see, ask and\n"
        "  hand on.\n\n"
        "Examples:\n"
        "  rolegraph build glossary/ -o roles.ttl\n"
    )


def test_version_is_that_of_the_package() -> None:
    assert printed(run("--version")) == f"rolegraph {__version__}\n"


def test_misspelled_command_is_answered_with_the_near_one() -> None:
    message = refusal(run("serch", "crm"), exit_code=2)
    assert message.endswith("\nError: No command 'serch'. Did you mean 'search'?\n")


def test_command_that_is_like_no_other_is_refused_plainly() -> None:
    assert refusal(run("xyzzy"), exit_code=2).endswith("\nError: No command 'xyzzy'.\n")


def test_missing_argument_is_misuse() -> None:
    assert refusal(run("show"), exit_code=2).endswith("\nError: Missing argument 'TERM'.\n")


def test_shell_completion_offers_the_commands() -> None:
    completion = ShellComplete(main, {}, "rolegraph", "_ROLEGRAPH_COMPLETE")
    offered = {item.value: item.help for item in completion.get_completions([], "s")}
    assert offered == {
        "show": "Show the card of a term.",
        "search": "Find terms by a word of their labels or definitions.",
        "stats": "Measure the graph: counts, components, central terms.",
    }


def test_every_command_of_the_table_is_the_command_of_its_module() -> None:
    context = click.Context(main)
    assert [main.get_command(context, name).name for name in names()] == names()  # type: ignore[union-attr]


def test_graph_that_is_not_there_is_one_line() -> None:
    assert refusal(run("list", "-g", "nowhere.ttl")) == (
        "Error: nowhere.ttl: there is no such file or folder\n"
    )


def test_broken_turtle_is_one_line_with_the_place(tmp_path: Path) -> None:
    file = tmp_path / "roles.ttl"
    file.write_text("@prefix : <https://example.org/> .\n:pm :uses :crm\n:crm :uses\n")
    message = refusal(run("list", "-g", str(file)))
    assert message.startswith(f"Error: {file}, line 3, column ")
    assert message.count("\n") == 1


def test_folder_that_is_no_store_is_one_line(tmp_path: Path) -> None:
    message = refusal(run("list", "-g", str(tmp_path)))
    assert message.startswith(f"Error: {tmp_path}: the folder holds no Oxigraph store")
    assert message.count("\n") == 1


def test_output_in_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    message = refusal(ask("list", "-o", str(tmp_path / "no" / "terms.txt")))
    assert message == f"Error: {tmp_path / 'no' / 'terms.txt'}: no such file or directory\n"


def test_environment_names_the_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEGRAPH_GRAPH", GRAPH)
    assert printed(run("list")) == printed(ask("list"))


def test_graph_in_the_working_folder_is_used_silently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rolegraph.ttl").write_bytes(Path(GRAPH).read_bytes())
    monkeypatch.chdir(tmp_path)
    assert printed(run("list")) == printed(ask("list"))


def test_starter_is_announced_on_stderr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("list", "--format", "tsv")
    assert result.exit_code == 0
    assert result.stderr == "Using the starter glossary; -g FILE or ROLEGRAPH_GRAPH names another graph.\n"
    assert "Product manager\tPM\t" in result.stdout
    assert printed(run("list", "--format", "tsv", "-g", "starter")) == result.stdout


def test_fault_of_our_own_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: KnowledgeGraph, name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(KnowledgeGraph, "term", broken)
    assert isinstance(ask("show", "PM").exception, ZeroDivisionError)


def test_interrupt_ends_quietly_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: KnowledgeGraph, name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(KnowledgeGraph, "term", interrupted)
    assert refusal(ask("show", "PM"), exit_code=130) == ""


def test_interrupt_signal_ends_quietly_with_130(tmp_path: Path) -> None:
    fifo = tmp_path / "query.rq"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*PROGRAM, "query", "-f", str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with open(fifo, "w"):  # opened as soon as the command reads it
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_closed_pipe_is_silent() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for arguments in (
        ["list"],
        ["export", "turtle"],
        ["query", "--name", "most-connected", "--format", "csv"],
    ):
        process = subprocess.run([*PROGRAM, *arguments, "-g", GRAPH], stdout=writing, stderr=subprocess.PIPE)
        assert (process.returncode, process.stderr) == (1, b"")
    os.close(writing)


def test_error_of_the_system_names_the_file() -> None:
    fault = faults.fault(OSError(errno.ENOSPC, "No space left on device", "roles.ttl"))
    assert fault is not None
    assert fault.format_message() == "roles.ttl: no space left on device"


def on_terminal(*arguments: str, **settings: str) -> str:
    """Run a command on a pseudo-terminal of 60 columns and give what it shows."""
    control, terminal = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=terminal,
        stderr=terminal,
        env=environment | {"COLUMNS": "60", "TERM": "xterm", **settings},
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            chunk = os.read(control, 65536)
        except OSError:  # Linux's way of saying that the other end is closed
            break
        if not chunk:
            break
        shown += chunk
    os.close(control)
    assert process.wait() == 0
    return shown.decode().replace("\r\n", "\n")


def test_table_on_a_terminal_is_coloured_and_fits_it() -> None:
    shown = on_terminal("list", "-g", GRAPH)
    heading, *rows = shown.splitlines()
    assert heading == "\x1b[1mTerm              Short  Class   Definition\x1b[0m" or heading.startswith(
        "\x1b[1m"
    )
    assert max(map(len, rows)) <= 60
    assert any(row.endswith("…") for row in rows)


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(setting: dict[str, str]) -> None:
    assert "\x1b" not in on_terminal("show", "PM", "-g", GRAPH, **setting)
    assert "\x1b" in on_terminal("show", "PM", "-g", GRAPH, NO_COLOR="")


def test_label_cannot_move_the_cursor(tmp_path: Path) -> None:
    file = tmp_path / "roles.ttl"
    text = Path(GRAPH).read_text(encoding="utf-8")
    file.write_text(text.replace('"Product manager"@en', '"Product\\u001B[2J\\nmanager"@en'))
    for command in (["list"], ["show", ":product-manager", "--evidence"], ["search", "PM"]):
        assert "\x1b" not in printed(run(*command, "-g", str(file)))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_output_that_cannot_be_encoded_is_no_failure(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "roles.ttl"
    text = Path(GRAPH).read_text(encoding="utf-8")
    file.write_text(text.replace('"designer"@en', '"外包"@zh'), encoding="utf-8")
    settings = os.environ | {"PYTHONIOENCODING": encoding}
    for form in ("table", "json"):
        arguments = ["list", "--mentions", "--format", form, "-g", str(file)]
        done = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=settings)
        assert (done.returncode, done.stderr) == (0, b"")
        replaced = form == "table" and encoding != "ascii"
        assert ("外包".encode() in done.stdout) is not replaced
