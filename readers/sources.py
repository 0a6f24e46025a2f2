"""Which files a build reads: in a fixed order, and named the same on every machine."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from rolegraph.readers.archives import is_archive, list_members
from rolegraph.readers.errors import ReadError
from rolegraph.readers.filenames import decoded_name, shown
from rolegraph.readers.registry import reader_for, unknown_ending

__all__ = ["Found", "SkippedFile", "SourceFile", "find"]

_MAX_DEPTH = 100


class SourceFile(NamedTuple):
    """A file to read: where it is, and its name (a relative path with forward slashes).

    ``member`` is what an archive at that path knows the file by; it is empty for a file of its own.
    """

    path: str
    name: str
    member: str = ""

    @property
    def place(self) -> str:
        """Where the file is, as it can be shown."""
        path = decoded_name(self.path)
        return f"{path}/{shown(self.member)}" if self.member else path


class SkippedFile(NamedTuple):
    """A file of a folder or an archive that is not read, and why."""

    name: str
    reason: str


class Found(NamedTuple):
    """The files to read, sorted by name; the files left out; what of the arguments cannot be read."""

    files: list[SourceFile]
    skipped: list[SkippedFile]
    failures: list[ReadError]


_Finding: TypeAlias = SourceFile | SkippedFile | ReadError


def find(paths: Sequence[str]) -> Found:
    """Find the files to read under files, folders and archives.

    A file of a folder is named by its path within that folder, any other by its own name; an archive is read
    like the folder it was made of, and one inside a folder like a folder of its name. Where two would
    share a name, each gets the folder that its argument names (or, for a file, stands in) in front. Hidden
    files and folders are passed over, links that lead back to a folder above or out of the folder given are not
    followed, a file given twice is read once.
    """
    files: dict[tuple[str, str], tuple[str, SourceFile]] = {}
    skipped: set[SkippedFile] = set()
    failures: list[ReadError] = []
    for argument in paths:
        for finding in _find_under(argument):
            if isinstance(finding, SourceFile):
                place = (os.path.realpath(finding.path), finding.member)
                files.setdefault(place, (_base(argument), finding))
            elif isinstance(finding, SkippedFile):
                skipped.add(finding)
            else:
                failures.append(finding)
    return Found(_told_apart(list(files.values())), sorted(skipped), failures)


def _base(argument: str) -> str:
    folder = os.path.abspath(argument)
    if not os.path.isdir(folder) and is_archive(folder):
        return os.path.basename(folder).partition(".")[0]
    return os.path.basename(folder if os.path.isdir(folder) else os.path.dirname(folder))


def _find_under(argument: str) -> Iterator[_Finding]:
    name = decoded_name(os.path.basename(argument))
    if os.path.isdir(argument):
        yield from _walk(argument, "", (os.path.realpath(argument),), set())
    elif not os.path.exists(argument):
        yield ReadError(decoded_name(argument), "no such file or folder")
    elif not os.path.isfile(argument):
        yield ReadError(decoded_name(argument), "is neither a file nor a folder")
    elif is_archive(name):
        yield from _unpacked(argument, "")
    elif reader_for(name) is None:
        yield ReadError(decoded_name(argument), unknown_ending(name))
    else:
        yield SourceFile(argument, name)


def _unpacked(path: str, prefix: str) -> Iterator[_Finding]:
    """Yield the files of an archive; one that can't be read is an error."""
    try:
        members = list_members(path, lambda name: reader_for(name) is not None)
    except ReadError as error:
        yield error
        return
    for member in members:
        name = prefix + member.name
        reason = member.skipped or ("" if reader_for(name) else unknown_ending(name))
        yield SkippedFile(name, reason) if reason else SourceFile(path, name, member.key)


def _walk(folder: str, prefix: str, above: tuple[str, ...], walked: set[str]) -> Iterator[_Finding]:
    """Yield what is in a folder and below it, in the order of the names; no folder is walked twice."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted((entry for entry in scan if not entry.name.startswith(".")), key=_name_of)
    except OSError as error:
        yield ReadError(prefix or decoded_name(folder), f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        name = prefix + decoded_name(entry.name)
        place = os.path.realpath(entry.path)
        if not _is_below(place, above[0]) and os.path.exists(place):
            yield SkippedFile(name, "a symbolic link that leads out of the folder given")
        elif not os.path.isdir(entry.path):
            yield from _file(entry, name)
        elif place in above:
            yield SkippedFile(name, "a symbolic link that leads back to a folder above it")
        elif len(above) > _MAX_DEPTH:
            yield SkippedFile(name, f"a folder more than {_MAX_DEPTH} folders deep")
        elif place not in walked:
            walked.add(place)
            yield from _walk(entry.path, name + "/", (*above, place), walked)


def _is_below(place: str, top: str) -> bool:
    return (place + os.sep).startswith(top.rstrip(os.sep) + os.sep)


def _file(entry: os.DirEntry[str], name: str) -> Iterator[_Finding]:
    if not os.path.isfile(entry.path):
        yield SkippedFile(name, "a symbolic link to nothing" if entry.is_symlink() else "no regular file")
    elif is_archive(name):
        yield from _unpacked(entry.path, name + "/")
    elif reader_for(name) is None:
        yield SkippedFile(name, unknown_ending(name))
    else:
        yield SourceFile(entry.path, name)


def _name_of(entry: os.DirEntry[str]) -> str:
    return entry.name


def _told_apart(files: Sequence[tuple[str, SourceFile]]) -> list[SourceFile]:
    """Sort the files by name, after giving those that share one a name of their own."""
    shared = Counter(file.name for _, file in files)
    taken = {name for name, times in shared.items() if times == 1}
    named: list[SourceFile] = []
    for base, file in files:
        if shared[file.name] > 1:
            file = file._replace(name=_free_name(base, file.name, taken))
            taken.add(file.name)
        named.append(file)
    return sorted(named, key=lambda file: file.name)


def _free_name(base: str, name: str, taken: set[str]) -> str:
    """Put the base in front, with a number where even that name is taken."""
    wanted = f"{base}/{name}"
    number = 2
    while wanted in taken:
        wanted = f"{base}-{number}/{name}"
        number += 1
    return wanted
