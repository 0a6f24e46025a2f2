"""Which edition of rolegraph reads: a digest of all that decides what a document is found to say."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from importlib import resources
from importlib.metadata import PackageNotFoundError, requires, version
from re import match
from typing import TYPE_CHECKING

import msgspec

from rolegraph import __version__

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from rolegraph.extraction.passes.surveys import Look

__all__ = ["edition"]

_ROOMS = ("rolegraph.readers", "rolegraph.extraction", "rolegraph.graph")


def edition(look: Look) -> str:
    """Give a digest of the version and code of rolegraph, of what it stands on, and of how documents are looked at."""
    digest = blake2b(digest_size=16)
    told = repr((list(look.columns.items()), look.language)).encode("utf-8", "surrogatepass")
    for part in (*_versions(), *_code(), msgspec.msgpack.encode(look.ontology), told):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _versions() -> Iterator[bytes]:
    """Give the versions of rolegraph, of Python and of the libraries, which read in other ways when they change."""
    yield f"{__version__} {sys.version} {unicodedata.unidata_version}".encode()
    try:
        required = requires("rolegraph") or []
    except PackageNotFoundError:
        required = []
    for requirement in required:
        name = match(r"[\w.-]+", requirement)
        if name and "extra ==" not in requirement:
            yield f"{name[0]} {_version(name[0])}".encode()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _code() -> Iterator[bytes]:
    for room in _ROOMS:
        yield from _files(resources.files(room))


def _files(folder: Traversable) -> Iterator[bytes]:
    """Give what is in a folder and below it: the code, and the numbers of confidence."""
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            yield from _files(file)
        elif file.name.endswith((".py", ".json")):
            yield file.read_bytes()
