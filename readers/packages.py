"""ZIP files that strangers made: what of them is refused before anything is unpacked.

So much is true of archives of documents and of Office files alike, which are ZIP files inside.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import IO
from xml.parsers import expat

from rolegraph.readers.errors import ReadError
from rolegraph.readers.filenames import shown

__all__ = [
    "DAMAGED",
    "MAX_BYTES",
    "MAX_MEMBERS",
    "check_package",
    "open_zip",
    "refuse_large",
    "refuse_locked",
    "refuse_total",
    "too_large",
]

MAX_BYTES = 64 << 20
_MAX_TOTAL = 512 << 20
MAX_MEMBERS = 50_000
_MAX_RATIO = 200
_SMALL = 1 << 20
_CHUNK = 1 << 14

# What the standard library raises on a damaged archive.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    IndexError,
)

_END, _LONG_END = b"PK\x05\x06", b"PK\x06\x06"
_TAIL = (1 << 16) + 128
_LEAST_ENTRY, _LEAST_HEADER = 46, 30
_COMPOUND = b"\xd0\xcf\x11\xe0"
_PARTS = (".xml", ".rels")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def check_package(data: bytes, name: str) -> None:
    """Refuse an Office file that is locked, damaged, or unpacks to more than it may."""
    if data.startswith(_COMPOUND):
        raise ReadError(
            name, "is locked by a password or of an old Office form; save it anew without a password"
        )
    with open_zip(io.BytesIO(data), name) as package:
        members = package.infolist()
        parts = [member for member in members if member.filename.lower().endswith(_PARTS)]
        refuse_locked(members, name)
        refuse_large(parts, name)
        refuse_total(members, name)
        for part in parts:
            _refuse_entities(package, part, name)


def open_zip(file: IO[bytes], name: str) -> zipfile.ZipFile:
    """Open a ZIP file; refuse one that is damaged, has too many members, or members that share their bytes."""
    try:
        _refuse_crowd(_count_members(file), name)
        archive = zipfile.ZipFile(file)
    except DAMAGED as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(name, f"is no ZIP file, or a damaged one ({error})") from None
    _refuse_overlaps(archive.infolist(), name)
    return archive


def _refuse_entities(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a part that declares a document type: with entities of its own, a few lines unpack to any size."""

    def refuse(*_: object) -> None:
        raise ReadError(
            name, f"its member '{shown(part.filename)}' declares entities, which no Office file does"
        )

    def stop(*_: object) -> None:
        raise EOFError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler = refuse, stop
    try:
        with package.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk)
    except ReadError:
        raise
    except (*DAMAGED, expat.ExpatError):
        return  # the root has come, or what is damaged will show when the part is read


def refuse_locked(members: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Refuse members that are encrypted, or packed in a way whose unpacking has no bound."""
    for member in members:
        if member.flag_bits & 0x1:
            raise ReadError(name, f"its member '{shown(member.filename)}' is encrypted; unpack it first")
        if member.compress_type not in _METHODS:
            raise ReadError(
                name, f"its member '{shown(member.filename)}' is not packed by 'deflate'; pack it anew"
            )


def refuse_large(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse members that are too large or shrink too well, going by what the archive says of them.

    What it says wrongly comes out at the reading: of no member more is unpacked than its stated size.
    """
    for member in members:
        if member.file_size > MAX_BYTES:
            raise too_large(member.filename, name)
        if member.file_size > max(_SMALL, _MAX_RATIO * member.compress_size):
            raise ReadError(
                name,
                f"its member '{shown(member.filename)}' unpacks to more than {_MAX_RATIO} times its size",
            )


def refuse_total(members: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Refuse members that together are too large."""
    if sum(member.file_size for member in members) > _MAX_TOTAL:
        raise ReadError(name, f"unpacks to more than {_MAX_TOTAL >> 20} MB; split it")


def too_large(member: str, name: str) -> ReadError:
    """Say that a member of a file is larger than any document may be."""
    return ReadError(name, f"its member '{shown(member)}' is larger than {MAX_BYTES >> 20} MB; split it")


def _refuse_crowd(count: int, name: str) -> None:
    if count > MAX_MEMBERS:
        raise ReadError(name, f"has more than {MAX_MEMBERS} members; split it")


def _refuse_overlaps(members: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Refuse members whose bytes overlap: so a small archive is made to unpack to any size."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    for member, following in pairwise(ordered):
        if member.header_offset + _LEAST_HEADER + member.compress_size > following.header_offset:
            raise ReadError(
                name, f"its members '{shown(member.filename)}' and '{shown(following.filename)}' overlap"
            )


def _count_members(file: IO[bytes]) -> int:
    """Give how many members the directory at the end has room for, before the library reads it whole."""
    file.seek(max(0, file.seek(0, io.SEEK_END) - _TAIL))
    tail = file.read(_TAIL)
    end, long_end = tail.rfind(_END), tail.rfind(_LONG_END)
    if end < 0:
        return 0
    (size,) = struct.unpack_from("<L", tail, end + 12)
    if size == 0xFFFFFFFF and long_end >= 0:
        (size,) = struct.unpack_from("<Q", tail, long_end + 40)
    return int(size) // _LEAST_ENTRY
