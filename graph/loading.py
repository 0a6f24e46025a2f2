"""Loading files into an Oxigraph folder: built aside, put in place when all of it is there.

Who asks meanwhile sees the old folder; who was killed leaves it as it was. A folder that is added to is first
cloned: its tables never change, so a hard link of each is a copy that takes no time and no space.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import IO, TYPE_CHECKING, NamedTuple

from pyoxigraph import RdfFormat, Store, parse

from rolegraph.graph import vocabulary as v
from rolegraph.graph.column_file import FILE, open_columns
from rolegraph.graph.column_triples import ColumnTriples
from rolegraph.graph.column_writing import ColumnWriter
from rolegraph.graph.errors import GraphUnwritable, RolegraphError
from rolegraph.graph.inputs import fault, one_line, open_bytes, syntax_of, syntax_of_content
from rolegraph.graph.label_writing import INDEX, write_index
from rolegraph.graph.locks import held, quiet_store
from rolegraph.graph.opening import open_store
from rolegraph.graph.places import put_in_place, recover
from rolegraph.graph.triples import Triples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.graph.inputs import Counted

__all__ = ["Loaded", "Told", "load"]

Told = Callable[[str, int, int], None]
"""Hears what is being done, how much of it is done, and of how much (0: nobody knows)."""


class Loaded(NamedTuple):
    """What a folder holds after a load, and how much of it is new."""

    triples: int
    added: int


def load(files: Sequence[str], folder: str, *, replace: bool = False, told: Told | None = None) -> Loaded:
    """Load RDF files into an Oxigraph folder and write its label index; ``replace`` leaves out what was in it.

    ``told`` hears what is being done, how much of it is done, and of how much. Raises GraphUnreadable with the line
    of a broken file, GraphInUse where another process writes to the folder, GraphUnwritable where the disk is full
    or the place forbidden. Whatever happens, the folder is what it was or what it is to be.
    """
    folder = os.path.realpath(folder)
    parent, name = os.path.split(folder)
    aside = os.path.join(parent, f".{name}.loading")
    with (
        _spoken(folder),
        held(os.path.join(parent, f".{name}.lock"), folder),
        contextlib.ExitStack() as stack,
    ):
        recover(folder)
        _check(folder)
        if os.path.isdir(folder):
            stack.enter_context(quiet_store(folder))
        shutil.rmtree(aside, ignore_errors=True)
        stack.callback(shutil.rmtree, aside, ignore_errors=True)
        loaded = _built(files, folder, aside, replace, told or (lambda *_: None))
        put_in_place(aside, folder)
        return loaded


def _built(files: Sequence[str], folder: str, aside: str, replace: bool, told: Told) -> Loaded:
    """Build the new folder aside."""
    prefixes: dict[str, str] = {}
    os.mkdir(aside)
    with ColumnWriter(aside) as columns:
        if not replace and os.path.isdir(folder):
            prefixes |= _taken_over(folder, aside, columns)
        store = Store(aside)
        before = len(store)
        with ThreadPoolExecutor(1) as beside:
            for file in files:
                prefixes |= _load_file(store, file, columns, beside, told)
        if before:
            store.optimize()  # what was there and what is new lie in layers
        store.flush()
        count = len(store)
        del store  # RocksDB has then written what it has to, and begins no other manifest
        if columns.is_whole:
            columns.write()
    write_index(_reopened(aside), aside, prefixes, lambda done: told("labels", done, 0))
    return Loaded(count, count - before)


def _reopened(aside: str) -> Triples:
    columns, opened = open_columns(aside), partial(Store.read_only, aside)
    return Triples(opened(), frozen=True) if columns is None else ColumnTriples(columns, opened)


def _taken_over(folder: str, aside: str, columns: ColumnWriter) -> dict[str, str]:
    """Take what a folder holds, and give its prefixes."""
    opened = open_store(folder)
    if opened.triples.columns is not None:
        columns.add_file(opened.triples.columns)
    else:
        columns.add(opened.triples.store)
    _clone(folder, aside)
    return opened.prefixes


def _load_file(
    store: Store, name: str, columns: ColumnWriter, beside: ThreadPoolExecutor, told: Told
) -> dict[str, str]:
    """Load a file, and parse it for the columns meanwhile; give its prefixes."""
    known = syntax_of(name)
    with open_bytes(name, lambda done, of: told(name, done, of)) as file:
        start = file.start()
        if not start.strip():
            return {}
        syntax = known or syntax_of_content(start)
        try:
            with _stoppable(name) as other:
                job = beside.submit(store.bulk_load, other.stream(), syntax, base_iri=v.DEFAULT_BASE)
                prefixes = _added(columns, file.stream(), syntax)
                try:
                    job.result()
                finally:
                    del job  # else an error and its place would hold each other, and the store with them
        except SyntaxError as error:
            raise fault(name, error, start) from error
        return prefixes


def _added(columns: ColumnWriter, stream: IO[bytes], syntax: RdfFormat) -> dict[str, str]:
    """Take what a file says into the columns, and give its prefixes; faults are told by who loads the data."""
    try:
        if syntax == RdfFormat.N_TRIPLES:
            columns.add_lines(stream.read)
            return {}
        parser = parse(stream, syntax, base_iri=v.DEFAULT_BASE)
        columns.add(parser)
        return dict(parser.prefixes)
    except (SyntaxError, UnicodeDecodeError):
        columns.is_whole = False
        return {}


@contextlib.contextmanager
def _stoppable(name: str) -> Iterator[Counted]:
    """Open a file for another thread, which can't read on where this one has failed."""
    failed = threading.Event()

    def heard(done: int, of: int) -> None:
        if failed.is_set():
            raise InterruptedError

    with open_bytes(name, heard) as file:
        try:
            yield file
        except BaseException:
            failed.set()
            raise


def _check(folder: str) -> None:
    if not os.path.exists(folder) or os.path.exists(os.path.join(folder, "CURRENT")):
        return
    if os.path.isdir(folder) and not os.listdir(folder):
        os.rmdir(folder)
        return
    what = "a folder that holds no Oxigraph store" if os.path.isdir(folder) else "a file"
    raise GraphUnwritable(f"{folder}: is {what}; name a new folder, or one that 'rolegraph load' made")


def _clone(folder: str, aside: str) -> None:
    """Copy a folder; tables, which are never written to again, as hard links where the disk can."""
    for entry in os.scandir(folder):
        if entry.name in (INDEX, FILE, "LOCK", "LOG") or entry.name.startswith("LOG.old."):
            continue
        target = os.path.join(aside, entry.name)
        if entry.name.endswith(".sst"):
            with contextlib.suppress(OSError):
                os.link(entry.path, target)
                continue
        shutil.copyfile(entry.path, target)


@contextlib.contextmanager
def _spoken(folder: str) -> Iterator[None]:
    """Turn what the system, RocksDB or SQLite says of the disk into one line."""
    try:
        yield
    except RolegraphError:
        raise
    except (OSError, sqlite3.Error, RuntimeError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise GraphUnwritable(
            f"{folder}: could not be written: {one_line(said)}; nothing was changed"
        ) from error
