"""Files that are whole or not there."""

from __future__ import annotations

import contextlib
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

__all__ = ["replaced"]


@contextlib.contextmanager
def replaced(paths: Sequence[str]) -> Iterator[list[BinaryIO]]:
    """Open files to be written that take their places together, when all of them are whole.

    Until then, and for good where writing fails, the old files stand. A new file gets the permissions that
    the process gives to new files, a replaced one keeps those it had. What is no regular file
    (``/dev/stdout``, a pipe) is written to directly.
    """
    with contextlib.ExitStack() as stack:
        parts = [stack.enter_context(_part(_target(path))) for path in paths]
        yield [stream for stream, _, _ in parts]
        for stream, beside, target in parts:
            if beside != target:
                stream.flush()
                os.fsync(stream.fileno())
                stream.close()
        for _, beside, target in parts:
            if beside != target:
                os.replace(beside, target)


def _target(path: str) -> str:
    """Follow links to a regular file; a pipe behind ``/dev/stdout`` has no path of its own to follow."""
    mode = _mode(path)
    return path if mode is not None and not stat.S_ISREG(mode) else os.path.realpath(path)


@contextlib.contextmanager
def _part(target: str) -> Iterator[tuple[BinaryIO, str, str]]:
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        with open(target, "wb") as stream:
            yield stream, target, target
        return
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name[:80]}.{os.urandom(4).hex()}.part")
    try:
        with open(beside, "xb") as stream:
            if mode is not None:
                os.chmod(beside, stat.S_IMODE(mode))
            yield stream, beside, target
    except OSError as error:
        if error.filename not in (None, beside):  # another file's fault: a template that is missing
            raise
        raise OSError(error.errno, error.strerror, target) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(beside)


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None
