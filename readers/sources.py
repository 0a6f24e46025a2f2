"""Which files a build reads: in a fixed order, and named the same on every machine."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from rolegraph.readers.errors import ReadError
from rolegraph.readers.registry import reader_for, unknown_ending

__all__ = ["Found", "SkippedFile", "SourceFile", "find"]


class SourceFile(NamedTuple):
    """A file to read: where it is, and its name (a relative path with forward slashes)."""

    path: str
    name: str


class SkippedFile(NamedTuple):
    """A file of a folder that is not read, and why."""

    name: str
    reason: str


class Found(NamedTuple):
    """The files to read, sorted by name; the files left out; what of the arguments cannot be read."""

    files: list[SourceFile]
    skipped: list[SkippedFile]
    failures: list[ReadError]


_Finding: TypeAlias = SourceFile | SkippedFile | ReadError


def find(paths: Sequence[str]) -> Found:
    """Find the files to read under files and folders.

    A file of a folder is named by its path within that folder, any other by its own name. Where two would
    share a name, each gets the folder that its argument names (or, for a file, stands in) in front. Hidden
    files and folders are passed over, links that lead back to a folder above are not followed, a file given
    twice is read once.
    """
    files: dict[str, tuple[str, SourceFile]] = {}
    skipped: set[SkippedFile] = set()
    failures: list[ReadError] = []
    for argument in paths:
        for finding in _find_under(argument):
            if isinstance(finding, SourceFile):
                files.setdefault(os.path.realpath(finding.path), (_base(argument), finding))
            elif isinstance(finding, SkippedFile):
                skipped.add(finding)
            else:
                failures.append(finding)
    return Found(_told_apart(list(files.values())), sorted(skipped), failures)


def _base(argument: str) -> str:
    folder = os.path.abspath(argument)
    return os.path.basename(folder if os.path.isdir(folder) else os.path.dirname(folder))


def _find_under(argument: str) -> Iterator[_Finding]:
    name = _decoded(os.path.basename(argument))
    if os.path.isdir(argument):
        yield from _walk(argument, "", (os.path.realpath(argument),))
    elif not os.path.exists(argument):
        yield ReadError(_decoded(argument), "no such file or folder")
    elif not os.path.isfile(argument):
        yield ReadError(_decoded(argument), "is neither a file nor a folder")
    elif reader_for(name) is None:
        yield ReadError(_decoded(argument), unknown_ending(name))
    else:
        yield SourceFile(argument, name)


def _walk(folder: str, prefix: str, above: tuple[str, ...]) -> Iterator[_Finding]:
    """Yield what is in a folder and below it, in the order of the names."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted((entry for entry in scan if not entry.name.startswith(".")), key=_name_of)
    except OSError as error:
        yield ReadError(prefix or _decoded(folder), f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        name = prefix + _decoded(entry.name)
        if not entry.is_dir():
            yield _file(entry, name)
        elif (place := os.path.realpath(entry.path)) in above:
            yield SkippedFile(name, "a symbolic link that leads back to a folder above it")
        else:
            yield from _walk(entry.path, name + "/", (*above, place))


def _file(entry: os.DirEntry[str], name: str) -> _Finding:
    if not entry.is_file():
        return SkippedFile(name, "a symbolic link to nothing" if entry.is_symlink() else "no regular file")
    if reader_for(name) is None:
        return SkippedFile(name, unknown_ending(name))
    return SourceFile(entry.path, name)


def _name_of(entry: os.DirEntry[str]) -> str:
    return entry.name


def _decoded(name: str) -> str:
    """Put a replacement character for the bytes of a file name that are not UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


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
