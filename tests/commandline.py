"""The command line as the tests run it: in this process, on a small graph."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from rolegraph.cli import main

GRAPH = str(Path(__file__).with_name("data") / "cli.ttl")


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run a command as it is."""
    return CliRunner().invoke(main, arguments, input=stdin, prog_name="rolegraph")


def ask(*arguments: str, stdin: str | None = None) -> Result:
    """Run a command on the small graph."""
    return run(*arguments, "--graph", GRAPH, stdin=stdin)


def printed(result: Result) -> str:
    """Give what a command printed, after making sure that it went well and said nothing else."""
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def refusal(result: Result, exit_code: int = 1) -> str:
    """Give the error message of a command that printed no result."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert (result.exit_code, result.stdout) == (exit_code, "")
    return result.stderr
