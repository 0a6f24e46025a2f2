"""Where a graph comes from: an RDF file, an Oxigraph folder, the starter graph."""

from __future__ import annotations

import contextlib
import os
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from rolegraph.graph import vocabulary as v
from rolegraph.graph.errors import GraphUnreadable
from rolegraph.graph.inputs import (
    fault,
    foreign,
    is_large,
    one_line,
    open_bytes,
    syntax_of,
    syntax_of_content,
)
from rolegraph.graph.places import recover
from rolegraph.graph.triples import Triples
from rolegraph.ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rolegraph.graph.loading import Told

__all__ = ["STARTER", "Opened", "open_store"]

STARTER = "starter"
VARIABLE = "ROLEGRAPH_GRAPH"
HOME_FILE = "rolegraph.ttl"
_START = 512


class Opened(NamedTuple):
    """Filled triples, the prefixes of their file, what was opened, and whether that is the starter graph."""

    triples: Triples
    prefixes: dict[str, str]
    name: str
    is_starter: bool = False


def open_store(
    graph: str | os.PathLike[str] | None,
    *,
    cache: Callable[[], str] | None = None,
    lazy: bool = False,
    told: Told | None = None,
) -> Opened:
    """Open a file, a folder or the starter graph; large files, to read only, through the folder of ``cache``.

    With ``lazy`` the store of a folder is opened when it is first needed, which its columns may spare.
    ``None`` is the value of ``ROLEGRAPH_GRAPH``, else ``rolegraph.ttl`` in the working folder, else the
    starter graph. Raises GraphUnreadable with one line that says what is wrong and where.
    """
    name = _chosen() if graph is None else os.fspath(graph)
    if name == STARTER:
        return _open_starter()
    if name.startswith(("http://", "https://")):
        return Opened(_open_endpoint(name), {}, name)
    recover(name)
    if os.path.isdir(name):
        return Opened(*_open_whole(name, lazy), name)
    if cache and (kept := _open_kept(name, cache, told)):
        return Opened(*kept, name)
    store, prefixes = _read_file(name)
    return Opened(Triples(store), prefixes, name)


def base_of(triples: Triples, prefixes: Mapping[str, str]) -> str:
    """Give the IRI of the concept scheme: the graph's, else its empty prefix, else the default base."""
    schemes = sorted(scheme.value for scheme in triples.subjects(v.TYPE, v.CONCEPT_SCHEME))
    if len(schemes) > 1:  # the one with most top concepts or members can't be told cheaply: ours goes first
        schemes.sort(key=lambda iri: (iri != v.DEFAULT_BASE, iri != prefixes.get("")))
    return schemes[0] if schemes else prefixes.get("") or v.DEFAULT_BASE


def language_of(triples: Triples, base: str) -> str:
    """Give the language that the concept scheme names as its own, English where it names none."""
    named = triples.objects(NamedNode(base), v.LANGUAGE)
    tags = sorted(value.value for value in named if isinstance(value, Literal) and len(value.value) < 12)
    return tags[0] if tags else "en"


def known_prefixes(base: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Give what CURIEs and queries may use: the ontology's prefixes, the empty one, over them the file's."""
    return {**PREFIXES, "": base, **prefixes}


def _chosen() -> str:
    return os.environ.get(VARIABLE) or (HOME_FILE if os.path.exists(HOME_FILE) else STARTER)


def _open_starter() -> Opened:
    from rolegraph.ontology import STARTER_GRAPH

    store, prefixes = _read_file(os.fspath(STARTER_GRAPH))
    return Opened(Triples(store), prefixes, STARTER, is_starter=True)


def _open_endpoint(url: str) -> Triples:
    from rolegraph.graph.endpoint import Endpoint
    from rolegraph.graph.remote_triples import RemoteTriples

    return RemoteTriples(Endpoint(url))


def _open_kept(
    name: str, cache: Callable[[], str], told: Told | None
) -> tuple[Triples, dict[str, str]] | None:
    """Open what was kept of a file; None where nothing is, or where it can't be read any more."""
    if not is_large(name):
        return None
    from rolegraph.graph.parse_cache import dropped, kept_folder

    folder = kept_folder(name, cache(), told)
    try:
        return _open_folder(folder, partial(_opened_or_parsed, folder, name)) if folder else None
    except GraphUnreadable:
        dropped(folder or "")
        return None


def _opened_or_parsed(folder: str, name: str) -> Store:
    """Open the store that was kept of a file; parse the file where that can't be read any more."""
    from rolegraph.graph.parse_cache import dropped

    try:
        return _opened(folder)
    except GraphUnreadable:
        dropped(folder)
        return _read_file(name)[0]


def _open_whole(name: str, lazy: bool) -> tuple[Triples, dict[str, str]]:
    """Open a folder, once more where another took its place between the opening of its data and of its index."""
    while True:
        before = os.stat(name)
        triples, prefixes = _open_folder(name, partial(_opened_still, name, before) if lazy else None)
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(before, os.stat(name)):
                return triples, prefixes


def _opened_still(name: str, before: os.stat_result) -> Store:
    """Open the store of a folder whose columns were opened before."""
    store = _opened(name)
    if not os.path.samestat(before, os.stat(name)):
        raise GraphUnreadable(f"{name}: has been loaded anew since it was opened; ask once more")
    return store


def _open_folder(name: str, later: Callable[[], Store] | None) -> tuple[Triples, dict[str, str]]:
    """Open an Oxigraph folder to read only; a folder that is none is left as it is.

    Its columns and its label index are used where they fit the data, which another program may have changed since.
    Where there are columns, ``later`` opens the store when it is asked for; without it that is done at once.
    """
    if not os.path.exists(os.path.join(name, "CURRENT")):  # every RocksDB folder has this file
        raise GraphUnreadable(
            f"{name}: the folder holds no Oxigraph store; "
            "to make a graph of the documents in a folder, use 'rolegraph build'"
        )
    from rolegraph.graph.column_file import open_columns
    from rolegraph.graph.label_index import open_index

    columns = open_columns(name)
    if columns is None:
        triples = Triples(_opened(name), frozen=True)
    else:
        from rolegraph.graph.column_triples import ColumnTriples

        triples = ColumnTriples(columns, later or _ready(_opened(name)))
    triples.index = index = open_index(triples, name)
    return triples, index.prefixes if index else {}


def _ready(store: Store) -> Callable[[], Store]:
    return lambda: store


def _opened(folder: str) -> Store:
    try:
        return Store.read_only(folder)
    except (OSError, ValueError, RuntimeError) as error:  # RocksDB's own faults are the last
        raise GraphUnreadable(
            f"{folder}: the Oxigraph store can't be read: {one_line(str(error))}"
        ) from error


def _read_file(name: str) -> tuple[Store, dict[str, str]]:
    data = _content(name)
    syntax = syntax_of(name)
    if not data.strip():
        return Store(), {}
    try:
        store, prefixes = parse_into_store(data, syntax or syntax_of_content(data[:_START]))
    except SyntaxError as error:
        raise fault(name, error, data[:_START]) from error
    if not syntax and not store:  # text that happens to parse, as comments
        raise foreign(name)
    return store, prefixes


def parse_into_store(data: bytes, syntax: RdfFormat) -> tuple[Store, dict[str, str]]:
    """Fill a new store from the bytes of a document, and give the prefixes that the document declares."""
    store = Store()
    if syntax in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS):  # they declare none
        store.load(data, syntax)
        return store, {}
    parser = parse(data, syntax, base_iri=v.DEFAULT_BASE)
    store.extend(parser)
    return store, parser.prefixes


def _content(name: str) -> bytes:
    try:
        with open_bytes(name) as file:
            return file.read()
    except GraphUnreadable as error:
        raise GraphUnreadable(f"{error}{_named_by(name)}") from None


def _named_by(name: str) -> str:
    return f" (named by {VARIABLE})" if os.environ.get(VARIABLE) == name else ""
