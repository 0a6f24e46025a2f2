"""Where results go: the standard output, or a file that is whole or not there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph

__all__ = ["note", "terminal_width", "text_width", "write", "write_graph", "write_json"]


def write(result: str | bytes, output: str | None = None) -> None:
    """Write a result; ``None`` and ``-`` are the standard output.

    Text is for people: it loses its colours where click finds that the stream has none, and what the stream
    can't encode becomes a question mark. What programs read comes as bytes, which are written as they are.
    """
    if is_standard(output):
        click.echo(_encodable(result) if isinstance(result, str) else result, nl=False)
        return
    from rolegraph.exports.files import replaced

    with replaced([str(output)]) as (stream,):
        stream.write(result if isinstance(result, bytes) else click.unstyle(result).encode("utf-8"))


def write_json(value: object, output: str | None = None) -> None:
    """Write a value as indented JSON, in UTF-8 (RFC 8259, 8.1)."""
    import json

    write((json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8"), output)


def _encodable(text: str) -> str:
    """Replace what the standard output can't encode; an ASCII stream is not one, as click makes it UTF-8."""
    encoding = sys.stdout.encoding or "utf-8"
    if encoding.lower().replace("-", "") in ("utf8", "ascii"):
        return text
    return text.encode(encoding, "replace").decode(encoding)


def write_graph(kg: KnowledgeGraph, form: str, output: str | None) -> list[str]:
    """Write a graph in a format of the exports; list the files that were written."""
    from rolegraph import exports

    if not is_standard(output):
        return exports.write(kg, form, str(output))
    exports.write_stream(kg, form, sys.stdout.buffer)
    sys.stdout.buffer.flush()
    return []


def is_standard(output: str | None) -> bool:
    """Tell whether an output is the standard one."""
    return output is None or output == "-"


def terminal_width(output: str | None) -> int | None:
    """Give the columns of the terminal that a result goes to; None where it goes to a file or a pipe."""
    if not is_standard(output) or not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def text_width(output: str | None = None) -> int:
    """Give the columns for running text: those of the terminal up to 100, 80 where there is none."""
    return min(terminal_width(output) or 80, 100)


def note(text: str) -> None:
    """Say something beside the result, on stderr."""
    click.echo(text, err=True)
