"""Where what was read is put by and found again: in memory, in a folder for one build, in a cache for all."""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterator
from hashlib import blake2b
from typing import Protocol

__all__ = ["Folder", "Memory", "Shelf", "prune", "temporary"]

_DIGEST = 16  # bytes of the checksum that stands before the data


class Shelf(Protocol):
    """Pieces of data by key; ``lasting`` tells one that outlives the build."""

    lasting: bool

    def get(self, key: str) -> bytes | None:
        """Give the data put by under a key, None where there is none or it is broken."""

    def put(self, key: str, data: bytes) -> None:
        """Put data by under a key."""


class Memory:
    """A shelf for a few documents.

    >>> shelf = Memory(); shelf.put("bpo", b"outsourcing"); shelf.get("bpo"), shelf.get("kpo")
    (b'outsourcing', None)
    """

    lasting = False

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Give the data of a key."""
        return self._data.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep data."""
        self._data[key] = data


class Folder:
    """A shelf on disk, which several processes and builds may use at once.

    A piece is written beside its place and moved there, so that it is whole or not there; a checksum tells one
    that was damaged later. Where the disk takes nothing more, nothing is kept, which costs time and no more.
    """

    def __init__(self, path: str, *, lasting: bool) -> None:
        self.path, self.lasting = path, lasting

    def get(self, key: str) -> bytes | None:
        """Give the data of a key, and note that it is still in use."""
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                stored = file.read()
            if self.lasting:
                os.utime(path)
        except OSError:
            return None
        digest, packed = stored[:_DIGEST], stored[_DIGEST:]
        return zlib.decompress(packed) if _checksum(packed) == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Write data to its place in one step."""
        path, packed = self._path(key), zlib.compress(data, 1)
        beside = f"{path}.{os.getpid()}.{os.urandom(4).hex()}.part"
        with contextlib.suppress(OSError):
            try:
                os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
                with open(beside, "xb") as file:
                    file.write(_checksum(packed) + packed)
                os.replace(beside, path)
            finally:
                with contextlib.suppress(OSError):
                    os.remove(beside)

    def _path(self, key: str) -> str:
        return os.path.join(self.path, key[:2], key[2:])


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


@contextlib.contextmanager
def temporary() -> Iterator[Folder]:
    """Give a shelf in a folder that is gone after the build."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="rolegraph-") as path:
        yield Folder(path, lasting=False)


def prune(path: str, most: int) -> int:
    """Remove what was used longest ago until a cache has at most so many bytes; give the bytes removed."""
    files = sorted(_files(path))
    excess = sum(size for _, size, _ in files) - most
    removed = 0
    for _, size, name in files:
        if removed >= excess:
            break
        with contextlib.suppress(OSError):
            os.remove(name)
        removed += size
    return removed


def _files(path: str) -> Iterator[tuple[float, int, str]]:
    """Give time of use, size and path of each piece, left-overs of killed builds too."""
    for folder, _, names in os.walk(path):
        for name in names:
            with contextlib.suppress(OSError):
                status = os.stat(os.path.join(folder, name))
                yield status.st_mtime, status.st_size, os.path.join(folder, name)
