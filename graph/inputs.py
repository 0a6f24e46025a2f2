"""Files of RDF as bytes to be parsed: which syntax they are in, unpacked where they are compressed."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import RdfFormat

from rolegraph.graph.errors import GraphUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

__all__ = [
    "ENDINGS",
    "PACKED",
    "Counted",
    "fault",
    "one_line",
    "open_bytes",
    "syntax_of",
    "syntax_of_content",
]

ENDINGS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".n3": RdfFormat.N3,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
"""The endings of files that are read, each also with one of ``PACKED`` behind it."""

PACKED = (".gz", ".bz2", ".xz", ".zst")

LARGE = 4_000_000
"""Files of fewer bytes are parsed in about 0.2 s; of packed bytes a sixth is as many."""

_PACKED = 6
_START = 512
_MARKS = {
    b"\x1f\x8b": "gzip",  # RFC 1952, 2.3.1
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",  # The .xz file format, 2.1.1.1
    b"\x28\xb5\x2f\xfd": "zstd",  # RFC 8878, 3.1.1
}


class Counted:
    """Bytes that are read, and how far the file is read; a fault of the packing names the file."""

    def __init__(self, name: str, file: IO[bytes], tell: Callable[[int, int], None] | None = None) -> None:
        self._name, self._file, self._tell = name, file, tell
        self._size = os.fstat(file.fileno()).st_size
        self._packing = _packing(file)
        self._stream = _unpacked(file, self._packing)

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes of what is inside, all without a number."""
        try:
            data = self._stream.read(size)
        except OSError as error:
            if error.errno is not None:
                raise
            raise GraphUnreadable(self._broken(error)) from error
        except (
            Exception
        ) as error:  # each library of packing has an error of its own, with no parent in common
            raise GraphUnreadable(self._broken(error)) from error
        if self._tell is not None:
            self._tell(self._file.tell(), self._size)
        return data

    def stream(self) -> IO[bytes]:
        """Give itself as what pyoxigraph takes, which only reads."""
        return cast("IO[bytes]", self)

    def start(self) -> bytes:
        """Give the first bytes of what is inside, and stand at the beginning again."""
        data = self.read(_START)
        self._file.seek(0)
        self._stream = _unpacked(self._file, self._packing)
        return data

    def __enter__(self) -> Counted:
        """Begin to read."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the file."""
        self._file.close()

    def _broken(self, error: Exception) -> str:
        return (
            f"{self._name}: the {self._packing} file is broken: {one_line(str(error)) or 'it ends too soon'}"
        )


def open_bytes(name: str, tell: Callable[[int, int], None] | None = None) -> Counted:
    """Open a file, unpacked where its first bytes say that it is compressed.

    ``tell`` hears how many bytes of how many have been read. Raises GraphUnreadable with the name of the file.
    """
    try:
        file = open(name, "rb")  # noqa: SIM115 (closed by what reads it)
        if not file.seekable():
            file.close()
            raise GraphUnreadable(
                f"{name}: is a pipe, and a graph is read more than once; write it to a file first"
            )
        return Counted(name, file, tell)
    except FileNotFoundError:
        raise GraphUnreadable(f"{name}: there is no such file or folder") from None
    except OSError as error:
        raise GraphUnreadable(f"{name}: {(error.strerror or str(error)).lower()}") from error


def syntax_of(name: str) -> RdfFormat | None:
    """Tell the syntax of a file by its ending; None where that says nothing.

    >>> syntax_of("roles.ttl.xz") == RdfFormat.TURTLE, syntax_of("roles.txt")
    (True, None)
    """
    return ENDINGS.get(ending_of(name))


def syntax_of_content(start: bytes) -> RdfFormat:
    """Guess the syntax of a file whose ending says nothing; TriG takes Turtle and N-Triples in."""
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")):
        return RdfFormat.JSON_LD
    return RdfFormat.RDF_XML if start.startswith((b"<?xml", b"<rdf:RDF", b"<!--")) else RdfFormat.TRIG


def ending_of(name: str) -> str:
    """Give the ending of a file in small letters, without that of its packing."""
    lower = os.path.basename(name).lower()
    for packed in PACKED:
        lower = lower.removesuffix(packed)
    return os.path.splitext(lower)[1]


def fault(name: str, error: SyntaxError, start: bytes) -> GraphUnreadable:
    """Say what a parser found wrong with a file, and where; ``start`` is how its content begins."""
    if not syntax_of(name):
        return foreign(name)
    if any(byte < 9 or 13 < byte < 32 for byte in start):
        return GraphUnreadable(
            f"{name}: the content is binary data, and not the RDF that the ending '{ending_of(name)}' says"
        )
    place = f", line {error.lineno}, column {error.offset}" if error.lineno else ""
    message = one_line(error.msg or "is broken")
    words = message.partition(": ")[2] if message.startswith("Parser error at ") else message
    return GraphUnreadable(f"{name}{place}: {words}")


def foreign(name: str) -> GraphUnreadable:
    """Say that a file is no RDF, as far as its ending and its content tell."""
    ending = ending_of(name)
    what = f"the ending '{ending}' is unknown" if ending else "the name has no ending"
    return GraphUnreadable(
        f"{name}: {what} and the content is no RDF; accepted are {', '.join(ENDINGS)}, "
        f"also with {', '.join(PACKED)}; to make a graph of a document, use 'rolegraph build'"
    )


def one_line(message: str) -> str:
    """Put a message on one line."""
    return " ".join(message.split())


def is_large(name: str) -> bool:
    """Tell whether a file takes its time to parse."""
    try:
        size = os.stat(name).st_size
        if size * _PACKED < LARGE or not os.path.isfile(name):
            return False
        with open(name, "rb") as file:
            return size >= LARGE or is_packed(file.read(8))
    except OSError:
        return False


def is_packed(start: bytes) -> bool:
    """Tell from the first bytes of a file whether it is compressed."""
    return start.startswith(tuple(_MARKS))


def _packing(file: IO[bytes]) -> str:
    start = file.read(8)
    file.seek(0)
    return next((name for mark, name in _MARKS.items() if start.startswith(mark)), "")


def _unpacked(file: IO[bytes], packing: str) -> IO[bytes]:
    if packing == "gzip":
        import gzip

        return cast("IO[bytes]", gzip.GzipFile(fileobj=file, mode="rb"))
    if packing == "bzip2":
        import bz2

        return cast("IO[bytes]", bz2.BZ2File(file))
    if packing == "xz":
        import lzma

        return cast("IO[bytes]", lzma.LZMAFile(file))
    if packing == "zstd":
        return cast("IO[bytes]", _zstd().ZstdFile(file))
    return file


def _zstd() -> ModuleType:
    """Give the module of the standard library (Python 3.14), before that the one that is made of it."""
    if sys.version_info >= (3, 14):
        from importlib import import_module

        return import_module("compression.zstd")
    from backports import zstd

    return zstd
