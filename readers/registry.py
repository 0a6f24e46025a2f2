"""The table of readers, and the way from a file or bytes to a document."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.archives import ARCHIVE_ENDINGS, read_member
from rolegraph.readers.asciidoc import read_asciidoc
from rolegraph.readers.delimited import read_csv
from rolegraph.readers.dokuwiki import read_plain
from rolegraph.readers.encodings import decode
from rolegraph.readers.errors import ReadError
from rolegraph.readers.jsons import read_json
from rolegraph.readers.markdown import read_markdown
from rolegraph.readers.packages import MAX_BYTES
from rolegraph.readers.restructured import read_restructured
from rolegraph.readers.webpage import read_page
from rolegraph.readers.wikitext import read_wikitext
from rolegraph.readers.word import read_word
from rolegraph.readers.workbook import read_workbook
from rolegraph.readers.yamls import read_yaml

if TYPE_CHECKING:
    from rolegraph.readers.document import Document

__all__ = [
    "READERS",
    "Reader",
    "decoded",
    "read",
    "read_bytes",
    "read_content",
    "reader_for",
    "unknown_ending",
]


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
        decoded(read_markdown),
        (".md", ".markdown", ".mkd", ".mdown", ".mdx", ".qmd"),
        "Markdown with front matter",
    ),
    "text": Reader(decoded(read_plain), (".txt", ".text"), "plain text"),
    "rst": Reader(
        decoded(read_restructured), (".rst", ".rest"), "reStructuredText, with Sphinx's glossaries"
    ),
    "asciidoc": Reader(decoded(read_asciidoc), (".adoc", ".asciidoc"), "AsciiDoc, with its lists of terms"),
    "wiki": Reader(decoded(read_wikitext), (".wiki", ".mediawiki", ".wikitext"), "pages of a MediaWiki"),
    "csv": Reader(decoded(read_csv), (".csv", ".tsv", ".tab"), "delimited text, one row a term"),
    "xlsx": Reader(read_workbook, (".xlsx", ".xlsm"), "Excel workbooks, one row a term"),
    "ods": Reader(read_workbook, (".ods",), "OpenDocument sheets, one row a term"),
    "yaml": Reader(decoded(read_yaml), (".yaml", ".yml"), "YAML that lists terms"),
    "json": Reader(decoded(read_json), (".json", ".jsonl", ".ndjson"), "JSON that lists terms"),
    "html": Reader(
        read_page, (".html", ".htm", ".xhtml", ".shtml"), "web pages: lists of terms, tables, sections"
    ),
    "docx": Reader(read_word, (".docx", ".docm", ".dotx", ".dotm"), "Word documents"),
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

    >>> unknown_ending("terms.pdf")  # doctest: +ELLIPSIS
    "no reader for the ending '.pdf'; known: .md, .markdown, ..."
    """
    known = ", ".join([*(each for reader in READERS.values() for each in reader.endings), *ARCHIVE_ENDINGS])
    ending = os.path.splitext(name)[1]
    return (f"no reader for the ending '{ending}'" if ending else "no ending") + f"; known: {known}"


def read(path: str, name: str, member: str = "") -> Document:
    """Read a file, or a member of an archive, into a document that goes by a name.

    Raises ReadError when the file is missing, is a directory or no regular file, may not be read, has an
    unknown ending, is larger than 64 MB, looks binary, or holds a broken front matter.
    """
    return read_bytes(read_content(path, name, member), name)


def read_content(path: str, name: str, member: str = "") -> bytes:
    """Give the bytes of a file, or of a member of an archive; raises ReadError as ``read`` does."""
    try:
        if member:
            return read_member(path, member, name)
        with open(path, "rb", opener=_open_regular) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReadError(name, _reason(error)) from None
    if len(data) > MAX_BYTES:
        raise ReadError(name, f"is larger than {MAX_BYTES >> 20} MB; split it")
    return data


def _open_regular(path: str, flags: int) -> int:
    """Open a file without waiting: a named pipe that nobody writes to would never come."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return descriptor
    os.close(descriptor)
    raise OSError(0, "it is no regular file")


def read_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of a file; the ending of the name tells its form.

    >>> read_bytes(b"# CRM", "crm.md").blocks
    (Heading(span=Span(text='CRM', starts=((0, 1),), links=(), strong=(), breaks=(), anchors=()), level=1),)
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
