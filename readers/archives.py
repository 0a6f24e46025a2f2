"""Archives (ZIP, TAR) read like the folder they were made of, without unpacking anything to the disk."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import tarfile
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, cast

from rolegraph.readers.errors import ReadError
from rolegraph.readers.filenames import decoded_name, shown
from rolegraph.readers.packages import (
    DAMAGED,
    MAX_BYTES,
    MAX_MEMBERS,
    open_zip,
    refuse_large,
    refuse_locked,
    refuse_total,
    too_large,
)

if TYPE_CHECKING:
    import zipfile

__all__ = ["ARCHIVE_ENDINGS", "Member", "is_archive", "list_members", "read_member"]

ARCHIVE_ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz")
_MAX_UNZIPPED = 256 << 20
_MAX_NAME = 1000
_ABSOLUTE = re.compile(r"/|[A-Za-z]:")
_DAMAGED = (*DAMAGED, tarfile.TarError)


class Member(NamedTuple):
    """A file in an archive: its name (a path without the folder that holds all), the key that the archive knows it by.

    ``skipped`` says why it can't be read, where it can't.
    """

    name: str
    key: str
    skipped: str = ""


class _Archive(Protocol):
    def list(self, wanted: Callable[[str], bool]) -> Iterator[Member]:
        """Yield the files by their full names; refuse an archive with a wanted one that may not be read."""

    def read(self, key: str) -> bytes:
        """Give the bytes of a member, or at least one too many."""


def is_archive(name: str) -> bool:
    """Tell by the ending of a name whether it is that of an archive.

    >>> is_archive("roles.ZIP"), is_archive("roles.md.gz")
    (True, False)
    """
    return name.lower().endswith(ARCHIVE_ENDINGS)


def list_members(path: str, wanted: Callable[[str], bool]) -> list[Member]:
    """List the files of an archive, sorted by name; hidden ones and those of macOS's own folder are passed over.

    Raises ReadError for an archive that can't be read, and for one with a member that leads out of it or, where
    the member is wanted, is encrypted, too large, or unpacks to far more than its size.
    """
    try:
        members = [member for member in _open(path).list(wanted) if not _is_hidden(member.name)]
    except _DAMAGED as error:
        raise _damaged(decoded_name(path), error) from None
    top = _top_folder(members)
    return sorted({member.name: member._replace(name=member.name[top:]) for member in members}.values())


def read_member(path: str, key: str, name: str) -> bytes:
    """Give the bytes of a member of an archive; ``name`` is what the member goes by.

    Raises ReadError where the member is gone, damaged or larger than 64 MB.
    """
    try:
        data = _open(path).read(key)
    except KeyError:
        raise ReadError(name, "is gone: the archive changed while it was read") from None
    except (*_DAMAGED, RuntimeError) as error:
        raise _damaged(name, error) from None
    if len(data) > MAX_BYTES:
        raise ReadError(name, f"is larger than {MAX_BYTES >> 20} MB; split it")
    return data


def _damaged(name: str, error: Exception) -> ReadError:
    if isinstance(error, ReadError):
        return error
    if isinstance(error, OSError) and error.strerror:
        return ReadError(name, f"cannot be read: {error.strerror}")
    return ReadError(name, f"the archive is damaged ({error})")


def _open(path: str) -> _Archive:
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise ReadError(decoded_name(path), "is no regular file")
    return _opened(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _opened(path: str, changed: int, size: int) -> _Archive:
    """Open an archive once for all its members, until it changes."""
    name, ending = decoded_name(path), os.path.splitext(path)[1].lower()
    if ending in (".gz", ".tgz"):
        return _Tar(io.BytesIO(_unzipped(path, name)), name)
    file = cast("IO[bytes]", _UnheldFile(path))
    return _Zip(open_zip(file, name), name) if ending == ".zip" else _Tar(file, name)


class _UnheldFile(io.RawIOBase):
    """A file that is opened anew for each read, so that no handle is held while many archives are listed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence)
        self._at = (os.stat(self._path).st_size if start is None else start) + offset
        if self._at < 0:
            raise OSError("a place before the beginning of the file")
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with open(self._path, "rb") as file:
            file.seek(self._at)
            count = file.readinto(buffer)
        self._at += count
        return count


def _unzipped(path: str, name: str) -> bytes:
    """Unpack a compressed tar in memory: only so can its members be read in any order."""
    with open(path, "rb") as file, gzip.open(file) as unzipped:
        data = unzipped.read(_MAX_UNZIPPED + 1)
    if len(data) > _MAX_UNZIPPED:
        raise ReadError(name, f"unpacks to more than {_MAX_UNZIPPED >> 20} MB; split it")
    return data


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._infos = {info.filename: info for info in archive.infolist()}

    def list(self, wanted: Callable[[str], bool]) -> Iterator[Member]:
        found: list[zipfile.ZipInfo] = []
        for info in self._infos.values():
            member = _checked(_zip_name(info), self._name)
            if info.is_dir() or not member:
                continue
            skipped = "" if _is_plain(info.external_attr >> 16) else "a link inside an archive"
            found += [info] if wanted(member) and not skipped and not _is_hidden(member) else []
            yield Member(member, info.filename, skipped or _nested(member))
        refuse_locked(found, self._name)
        refuse_large(found, self._name)
        refuse_total(found, self._name)

    def read(self, key: str) -> bytes:
        with self._archive.open(self._infos[key]) as file:
            return file.read(MAX_BYTES + 1)


class _Tar:
    def __init__(self, file: IO[bytes], name: str) -> None:
        self._archive = tarfile.TarFile(fileobj=file)
        self._name = name
        self._infos: dict[str, tarfile.TarInfo] = {}

    def list(self, wanted: Callable[[str], bool]) -> Iterator[Member]:
        for info in self._members():
            member = _checked(info.name, self._name)
            if info.isdir() or not member:
                continue
            if wanted(member) and info.isreg() and info.size > MAX_BYTES:
                raise too_large(member, self._name)
            yield Member(member, info.name, _nested(member) if info.isreg() else "no regular file")

    def read(self, key: str) -> bytes:
        if not self._infos:
            self._infos = {info.name: info for info in self._members()}
        file = self._archive.extractfile(self._infos[key])
        return file.read(MAX_BYTES + 1) if file else b""

    def _members(self) -> Iterator[tarfile.TarInfo]:
        """Yield the members in their order; a stated size below nothing would lead round in a circle."""
        for number, info in enumerate(self._archive, 1):
            if number > MAX_MEMBERS:
                raise ReadError(self._name, f"has more than {MAX_MEMBERS} members; split it")
            if info.size < 0:
                raise ReadError(self._name, f"its member '{shown(info.name)}' has a size below 0")
            yield info


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Give the name of a member; many programs write UTF-8 without saying so (APPNOTE 4.4.4, bit 11)."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _checked(member: str, name: str) -> str:
    """Give the path of a member with plain strokes; refuse an archive with one that leads out of it."""
    path = member.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or _ABSOLUTE.match(path):
        raise ReadError(name, f"its member '{shown(member)}' leads out of the archive")
    if len(path) > _MAX_NAME:
        raise ReadError(name, f"its member '{shown(member)}' has a name of more than {_MAX_NAME} characters")
    return "/".join(map(decoded_name, parts))


def _is_plain(mode: int) -> bool:
    return not stat.S_IFMT(mode) or stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _nested(member: str) -> str:
    return "an archive inside an archive; unpack it" if is_archive(member) else ""


def _is_hidden(member: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in member.split("/"))


def _top_folder(members: Sequence[Member]) -> int:
    """Give the length of the one folder that holds all members, with its stroke; 0 where there is none."""
    tops = {member.name.partition("/")[0] for member in members}
    inside = all("/" in member.name for member in members)
    return len(next(iter(tops))) + 1 if len(tops) == 1 and inside else 0
