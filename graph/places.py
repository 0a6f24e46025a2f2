"""Folders that take the place of others in one step."""

from __future__ import annotations

import contextlib
import os
import sys

__all__ = ["put_in_place", "recover"]

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)


def put_in_place(new: str, folder: str) -> None:
    """Let a new folder stand where an old one stood, if there was one; that is then gone.

    Where the system can exchange two folders it is one step. Elsewhere it is two: what is killed between them is
    mended by :func:`recover`.
    """
    import shutil

    _sync(new)
    old = new
    if not os.path.exists(folder):
        os.rename(new, folder)
    elif not _exchanged(new, folder):
        old = _set_aside(folder)
        os.rename(folder, old)
        os.rename(new, folder)
    _sync(os.path.dirname(folder))
    shutil.rmtree(old, ignore_errors=True)


def recover(folder: str) -> None:
    """Put a folder back that was moved away, where nothing came into its place; else remove it."""
    old = _set_aside(folder)
    if os.path.exists(old):
        if os.path.exists(folder):
            import shutil

            shutil.rmtree(old, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):  # another process did it, or may
                os.rename(old, folder)


def _set_aside(folder: str) -> str:
    parent, name = os.path.split(os.path.abspath(folder))
    return os.path.join(parent, f".{name}.replaced")


def _exchanged(one: str, other: str) -> bool:
    """Exchange two folders in one step; False where the system or the disk can't."""
    if os.name != "posix":
        return False
    import ctypes

    library, paths = ctypes.CDLL(None, use_errno=True), (os.fsencode(one), os.fsencode(other))
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        done: int = library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
        return done == 0
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*paths, _RENAME_SWAP) == 0)
    return False


def _sync(folder: str) -> None:
    """Make sure that the names in a folder, and those of all its files, are on the disk."""
    with contextlib.suppress(OSError, AttributeError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
