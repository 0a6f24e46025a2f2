"""Where a graph comes from: an RDF file, an Oxigraph folder, the starter graph."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from rolegraph.graph import vocabulary as v
from rolegraph.graph.errors import GraphUnreadable
from rolegraph.ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from rolegraph.graph.triples import Triples

__all__ = ["ENDINGS", "STARTER", "Opened", "open_store"]

STARTER = "starter"
VARIABLE = "ROLEGRAPH_GRAPH"
HOME_FILE = "rolegraph.ttl"

ENDINGS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".n3": RdfFormat.N3,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
"""The endings of files that are read, each also with ``.gz`` behind it."""


class Opened(NamedTuple):
    """A filled store, the prefixes of its file, what was opened, and whether that is the starter graph."""

    store: Store
    prefixes: dict[str, str]
    name: str
    is_starter: bool = False


def open_store(graph: str | os.PathLike[str] | None) -> Opened:
    """Open a file, a folder or the starter graph.

    ``None`` is the value of ``ROLEGRAPH_GRAPH``, else ``rolegraph.ttl`` in the working folder, else the
    starter graph. Raises GraphUnreadable with one line that says what is wrong and where.
    """
    name = _chosen() if graph is None else os.fspath(graph)
    if name == STARTER:
        return _open_starter()
    if name.startswith(("http://", "https://")):
        raise GraphUnreadable(
            f"{name}: files and folders are opened, a SPARQL endpoint can't be by this version"
        )
    if os.path.isdir(name):
        return Opened(_open_folder(name), {}, name)
    return Opened(*_read_file(name), name)


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

    return Opened(*_read_file(os.fspath(STARTER_GRAPH)), STARTER, is_starter=True)


def _open_folder(name: str) -> Store:
    """Open an Oxigraph folder to read only; a folder that is none is left as it is."""
    if not os.path.exists(os.path.join(name, "CURRENT")):  # every RocksDB folder has this file
        raise GraphUnreadable(
            f"{name}: the folder holds no Oxigraph store; "
            "to make a graph of the documents in a folder, use 'rolegraph build'"
        )
    try:
        return Store.read_only(name)
    except (OSError, ValueError) as error:
        raise GraphUnreadable(f"{name}: the Oxigraph store can't be read: {_one_line(str(error))}") from error


def _read_file(name: str) -> tuple[Store, dict[str, str]]:
    data = _content(name)
    ending = os.path.splitext(name.removesuffix(".gz"))[1].lower()
    if not data.strip():
        return Store(), {}
    if ending not in ENDINGS:
        return _read_by_content(name, ending, data)
    try:
        return parse_into_store(data, ENDINGS[ending])
    except SyntaxError as error:
        raise GraphUnreadable(f"{name}{_place(error)}: {_fault(error)}") from error


def _read_by_content(name: str, ending: str, data: bytes) -> tuple[Store, dict[str, str]]:
    """Read a file whose ending says nothing; one without a triple is text that happens to parse as comments."""
    try:
        store, prefixes = parse_into_store(data, _sniffed(data))
    except SyntaxError as error:
        raise GraphUnreadable(_foreign(name, ending)) from error
    if not store:
        raise GraphUnreadable(_foreign(name, ending))
    return store, prefixes


def parse_into_store(data: bytes, syntax: RdfFormat) -> tuple[Store, dict[str, str]]:
    """Fill a new store from the bytes of a document, and give the prefixes that the document declares."""
    store = Store()
    parser = parse(data, syntax, base_iri=v.DEFAULT_BASE)
    store.extend(parser)
    return store, parser.prefixes


def _content(name: str) -> bytes:
    try:
        with open(name, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise GraphUnreadable(f"{name}: there is no such file or folder{_named_by(name)}") from None
    except OSError as error:
        raise GraphUnreadable(f"{name}: {error.strerror or error}") from error
    return _unzipped(name, data) if data[:2] == b"\x1f\x8b" else data  # RFC 1952, 2.3.1: the mark of gzip


def _unzipped(name: str, data: bytes) -> bytes:
    import gzip
    import zlib

    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise GraphUnreadable(f"{name}: the gzip file is broken: {_one_line(str(error))}") from error


def _named_by(name: str) -> str:
    return f" (named by {VARIABLE})" if os.environ.get(VARIABLE) == name else ""


def _sniffed(data: bytes) -> RdfFormat:
    """Guess the syntax of a file whose ending says nothing; TriG takes Turtle and N-Triples in."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")):
        return RdfFormat.JSON_LD
    return RdfFormat.RDF_XML if start.startswith((b"<?xml", b"<rdf:RDF", b"<!--")) else RdfFormat.TRIG


def _foreign(name: str, ending: str) -> str:
    what = f"the ending '{ending}' is unknown" if ending else "the name has no ending"
    return f"{name}: {what} and the content is no RDF; accepted are {', '.join(ENDINGS)}, also with .gz"


def _place(error: SyntaxError) -> str:
    return f", line {error.lineno}, column {error.offset}" if error.lineno else ""


def _fault(error: SyntaxError) -> str:
    """Take the parser's words without the place, which is said before them."""
    message = _one_line(error.msg or "is broken")
    return message.partition(": ")[2] if message.startswith("Parser error at ") else message


def _one_line(message: str) -> str:
    return " ".join(message.split())
