"""Readers: one document form for a text file. Bytes in, a document of blocks out, each with its place."""

from __future__ import annotations

from rolegraph.readers.document import (
    Block,
    Definition,
    Document,
    Dropped,
    Heading,
    Item,
    Link,
    Paragraph,
    Row,
    Span,
    Table,
)
from rolegraph.readers.errors import ReadError
from rolegraph.readers.registry import READERS, Reader, read, read_bytes, read_content
from rolegraph.readers.sources import Found, SkippedFile, SourceFile, find

__all__ = [
    "READERS",
    "Block",
    "Definition",
    "Document",
    "Dropped",
    "Found",
    "Heading",
    "Item",
    "Link",
    "Paragraph",
    "ReadError",
    "Reader",
    "Row",
    "SkippedFile",
    "SourceFile",
    "Span",
    "Table",
    "find",
    "read",
    "read_bytes",
    "read_content",
]
