"""Large files as they were parsed, kept for the next time: Oxigraph folders that are named by the content.

A folder is named by a hash of the bytes of the file and of what decides how they are read, so that it can't be out of
date. It is put in place whole; two processes that meet on one file hold no one up: the second parses for itself.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from typing import TYPE_CHECKING

import pyoxigraph

from rolegraph.graph import vocabulary as v
from rolegraph.graph.column_file import VERSION as COLUMNS_VERSION
from rolegraph.graph.errors import GraphInUse, GraphUnwritable
from rolegraph.graph.inputs import ending_of
from rolegraph.graph.label_writing import VERSION

if TYPE_CHECKING:
    from rolegraph.graph.loading import Told

__all__ = ["dropped", "kept_folder"]

_KEPT = 12
_UNUSED = 24 * 3600  # seconds; a folder that was opened lately may still be read from


def kept_folder(name: str, cache: str, told: Told | None = None) -> str | None:
    """Give the folder that holds what a file says, made now where there is none; None where none is to be had.

    One has none that is just being parsed by another process, or where the disk is full. Raises
    GraphUnreadable for a broken file.
    """
    folder = os.path.join(cache, _key(name))
    if not os.path.isdir(folder):
        from rolegraph.graph.loading import load

        try:
            os.makedirs(cache, exist_ok=True)
            load([name], folder, told=told)
        except (GraphInUse, GraphUnwritable, OSError):
            return None
        _forget(cache, folder)
    with contextlib.suppress(OSError):  # a cache that can't be written is still read
        os.utime(folder)
    return folder


def dropped(folder: str) -> None:
    """Drop a folder that can't be read any more."""
    shutil.rmtree(folder, ignore_errors=True)


def _key(name: str) -> str:
    import hashlib

    made_by = f"{VERSION} {COLUMNS_VERSION} {pyoxigraph.__version__} {ending_of(name)} {v.DEFAULT_BASE}"
    digest = hashlib.blake2b(made_by.encode(), digest_size=20)
    with open(name, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _forget(cache: str, new: str) -> None:
    """Remove the folders that were used longest ago, beyond a dozen."""
    with contextlib.suppress(OSError):
        found = [entry for entry in os.scandir(cache) if entry.is_dir() and entry.path != new]
        found.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        for entry in found[_KEPT - 1 :]:
            if entry.stat().st_mtime < time.time() - _UNUSED:
                shutil.rmtree(entry.path, ignore_errors=True)
