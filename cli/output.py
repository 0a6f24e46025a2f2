"""Where results go: the standard output, or a file that is whole or not there."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["binary", "note", "terminal_width", "write"]


def write(text: str | bytes, output: str | None = None) -> None:
    """Write a result; ``None`` and ``-`` are the standard output.

    Text loses its colours where click finds that the stream has none; bytes are written as they are.
    """
    if output in (None, "-"):
        click.echo(text, nl=False)
        return
    with binary(output) as stream:
        stream.write(text if isinstance(text, bytes) else click.unstyle(text).encode("utf-8"))


@contextlib.contextmanager
def binary(output: str | None) -> Iterator[IO[bytes]]:
    """Open an output for bytes. A file is written beside its place and renamed when it is whole.

    What is no regular file (``/dev/null``, a pipe) is written to directly: renaming would replace it.
    """
    if output is None or output == "-":
        stdout = sys.stdout.buffer
        yield stdout
        stdout.flush()
        return
    target = os.path.realpath(output)
    if os.path.exists(target) and not stat.S_ISREG(os.stat(target).st_mode):
        with open(target, "wb") as direct:
            yield direct
        return
    with _renamed(target) as stream:
        yield stream


@contextlib.contextmanager
def _renamed(target: str) -> Iterator[IO[bytes]]:
    beside = f"{target}.{os.getpid()}.part"
    try:
        with open(beside, "xb") as stream:
            yield stream
        os.replace(beside, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, target) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(beside)


def terminal_width(output: str | None) -> int | None:
    """Give the columns of the terminal that a result goes to; None where it goes to a file or a pipe."""
    if output not in (None, "-") or not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def note(text: str) -> None:
    """Say something beside the result, on stderr."""
    click.echo(text, err=True)
