"""One writer at a time, held by the operating system: the lock of a process that was killed is free."""

from __future__ import annotations

import contextlib
import os
from typing import IO, TYPE_CHECKING

from rolegraph.graph.errors import GraphInUse

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["held", "quiet_store"]


@contextlib.contextmanager
def held(path: str, name: str) -> Iterator[None]:
    """Hold a lock file, which is gone afterwards; raises GraphInUse where another process holds it."""
    while True:
        with open(path, "ab") as file:
            if not _locked(file):
                raise GraphInUse(name)
            if not _is_still(path, file):  # the one before us has just removed it
                continue
            try:
                yield
            finally:
                os.remove(path)  # while it is held: nobody can hold a file that is no more
            return


@contextlib.contextmanager
def quiet_store(folder: str) -> Iterator[None]:
    """Keep an Oxigraph folder from being written to, by the very lock that RocksDB takes on it.

    Raises GraphInUse where a process has it open for writing, such as an Oxigraph server.
    """
    path = os.path.join(folder, "LOCK")
    if not os.path.exists(path):
        yield
        return
    with open(path, "r+b") as file:
        if not _locked(file, as_rocksdb=True):
            raise GraphInUse(folder)
        yield


def _is_still(path: str, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _locked(file: IO[bytes], *, as_rocksdb: bool = False) -> bool:
    """Try to lock a file; RocksDB's locks are those of fcntl(2), which belong to the process."""
    try:
        import fcntl
    except ImportError:  # Windows: no other process can write to what is open
        return True
    lock = fcntl.lockf if as_rocksdb else fcntl.flock
    try:
        lock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        import errno

        if error.errno in (errno.EACCES, errno.EAGAIN):
            return False
        raise
    return True
