"""The table of readers, and the way from a file or bytes to a document."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.encodings import decode
from rolegraph.readers.errors import ReadError
from rolegraph.readers.markdown import read_markdown
from rolegraph.readers.text import read_text

if TYPE_CHECKING:
    from rolegraph.readers.document import Document

__all__ = ["READERS", "Reader", "decoded", "file_bytes", "read", "read_bytes", "reader_for", "unknown_ending"]

_MAX_BYTES = 64 << 20


class Reader(NamedTuple):
    """A form of document: the function that reads the bytes of a named file, the endings of its files, what it is."""

    function: Callable[[bytes, str], Document]
    endings: tuple[str, ...]
    description: str


def decoded(function: Callable[[str, str], Document]) -> Callable[[bytes, str], Document]:
    """Make a reader of bytes out of one of text: the encoding is told from the bytes."""
    return lambda data, name: function(decode(data, name), name)


READERS: dict[str, Reader] = {
    "markdown": Reader(
        decoded(read_markdown), (".md", ".markdown", ".mkd", ".mdown"), "Markdown with front matter"
    ),
    "text": Reader(decoded(read_text), (".txt", ".text"), "plain text"),
}


def reader_for(name: str) -> Reader | None:
    """Give the reader of a file by the ending of its name, in any letter case.

    >>> reader_for("roles/PM.MD").description
    'Markdown with front matter'
    """
    ending = os.path.splitext(name)[1].lower()
    return next((reader for reader in READERS.values() if ending in reader.endings), None)


def unknown_ending(name: str) -> str:
    """Say that no reader knows the ending of a name, and which endings are known.

    >>> unknown_ending("terms.pdf")
    "no reader for the ending '.pdf'; known: .md, .markdown, .mkd, .mdown, .txt, .text"
    """
    known = ", ".join(ending for reader in READERS.values() for ending in reader.endings)
    ending = os.path.splitext(name)[1]
    return (f"no reader for the ending '{ending}'" if ending else "no ending") + f"; known: {known}"


def read(path: str, name: str) -> Document:
    """Read a file into a document that goes by a name.

    Raises ReadError when the file is missing, is a directory, may not be read, has an unknown ending, is
    larger than 64 MB, looks binary, or holds a broken front matter.
    """
    return read_bytes(file_bytes(path, name), name)


def file_bytes(path: str, name: str) -> bytes:
    """Give the bytes of a file that goes by a name.

    Raises ReadError when the file is missing, is a directory, may not be read, or is larger than 64 MB.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ReadError(name, _reason(error)) from None
    if len(data) > _MAX_BYTES:
        raise ReadError(name, f"is larger than {_MAX_BYTES >> 20} MB; split it")
    return data


def read_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of a file; the ending of the name tells its form.

    >>> read_bytes(b"# CRM", "crm.md").blocks
    (Heading(span=Span(text='CRM', starts=((0, 1),), links=(), strong=(), breaks=()), level=1),)
    """
    reader = reader_for(name)
    if reader is None:
        raise ReadError(name, unknown_ending(name))
    return reader.function(data, name)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory; name a file, or give the directory to build"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read: {error.strerror or error}"
