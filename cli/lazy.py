"""The group of commands: it knows each by name and one line of help, and imports only the one that is run."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import click

from rolegraph.cli import faults, style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from click.shell_completion import CompletionItem

__all__ = ["COMMANDS", "Command", "LazyGroup", "names"]

# Section of the help -> name of a command -> its help in one line. The module of a command has its name.
COMMANDS: Mapping[str, Mapping[str, str]] = {
    "Make a graph": {
        "build": "Build a graph from glossaries and role descriptions.",
        "review": "Write what is doubtful as a spreadsheet to decide on.",
        "load": "Load RDF files into an Oxigraph directory.",
        "demo": "Build the starter glossary and show what can be asked of it.",
    },
    "Look things up": {
        "list": "List the terms.",
        "show": "Show the card of a term.",
        "search": "Find terms by a word of their labels or definitions.",
        "path": "Say how two terms are connected.",
        "neighbors": "List the terms around a term.",
    },
    "See the whole": {
        "relations": "List the relation types and how often each is stated.",
        "stats": "Measure the graph: counts, components, central terms.",
        "view": "Open the interactive map in the browser.",
    },
    "Ask, check, hand on": {
        "query": "Ask in SPARQL, or run a query that ships with rolegraph.",
        "validate": "Check the graph against its shapes.",
        "export": "Write the graph in a format that other tools read.",
        "push": "Send a graph to a SPARQL engine.",
    },
}


def names() -> list[str]:
    """Give the names of all commands, in the order of the help."""
    return [name for section in COMMANDS.values() for name in section]


class _Exemplified(click.Command):
    """A command whose help gives examples before anything else it has to say."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **attributes: Any) -> None:
        """Take what click's own class takes, and command lines as examples."""
        super().__init__(*args, **attributes)
        self.examples = tuple(examples)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the first sentence, the examples, then the rest."""
        first, _, rest = cleandoc(self.help or "").partition("\n\n")
        _write_paragraphs(formatter, first)
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        _write_paragraphs(formatter, rest)


class Command(_Exemplified):
    """One command of rolegraph, the ``command`` of its module."""


class LazyGroup(_Exemplified, click.Group):
    """The commands of the table, imported on first use; also the one place where errors become messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help."""
        return names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is none of that name."""
        if cmd_name not in names():
            return None
        command: click.Command = import_module(f"rolegraph.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one may have been meant."""
        if args[0] not in names() and not args[0].startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"No command {args[0]!r}.{faults.did_you_mean(args[0], names())}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command: known errors become one message, Ctrl-C ends quietly with exit status 130."""
        ctx.color = style.colour()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(130)
        except Exception as error:
            fault = faults.fault(error)
            if fault is None:
                raise
            raise fault from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands, section by section."""
        widest = max(map(len, names()))
        for section, commands in COMMANDS.items():
            with formatter.section(section):
                formatter.write_dl([(f"{name:{widest}}", line) for name, line in commands.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete names from the table, without an import."""
        from click.shell_completion import CompletionItem

        lines = {name: line for section in COMMANDS.values() for name, line in section.items()}
        items = [
            CompletionItem(name, help=line) for name, line in lines.items() if name.startswith(incomplete)
        ]
        return items + click.Command.shell_complete(self, ctx, incomplete)


def _write_paragraphs(formatter: click.HelpFormatter, text: str) -> None:
    for paragraph in filter(None, text.split("\n\n")):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(paragraph)
