"""Sending a graph to an endpoint: in batches that may each be sent twice, so that what broke off can go on.

Blank nodes get IRIs (RDF 1.1 Concepts, 3.5), by which a triple is the same triple whichever batch it is in. Which
batches were acknowledged is noted after each, by content and address; the next push begins behind them.
"""

from __future__ import annotations

import contextlib
import os
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad

from rolegraph.graph.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Store

    from rolegraph.graph.triples import Triples

__all__ = ["BATCH", "Pushed", "Target", "digest_of", "journal_for", "push"]

BATCH = 5_000
"""Triples in one request; Virtuoso's compiler takes about 10,000 lines in one update."""

GENID = "https://w3id.org/rolegraph/.well-known/genid/"


class Target(NamedTuple):
    """Where a graph goes: the address, the graph there (empty: the default graph), and how.

    ``way`` is "update" (SPARQL 1.1 Update: INSERT DATA) or "graph-store" (SPARQL 1.1 Graph Store HTTP Protocol).
    """

    url: str
    graph: str = ""
    way: str = "update"


class Pushed(NamedTuple):
    """How many triples there are, and how many of them had been sent by an earlier push that broke off."""

    triples: int
    skipped: int


def push(
    triples: Triples,
    target: Target,
    journal: str | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Pushed:
    """Send all triples of a graph, those of named graphs too, to one graph of an endpoint.

    ``journal`` is a file that notes how far it is, and is removed at the end; ``told`` hears how many triples of how
    many are sent. Raises EndpointFailed; a push that is begun anew goes on where it broke off.
    """
    endpoint, count = Endpoint(target.url), len(triples.store)
    sent = skipped = min(_noted(journal), count)
    lines = islice(_lines(triples), sent, None)
    while batch := list(islice(lines, BATCH)):
        _send(endpoint, target, batch)
        sent += len(batch)
        _note(journal, sent)
        if told is not None:
            told(sent, count)
    if journal is not None:
        with contextlib.suppress(FileNotFoundError):
            os.remove(journal)
    return Pushed(count, skipped)


def journal_for(content: str, target: Target, folder: str) -> str:
    """Name the journal of a push: another content or another target has another one."""
    import hashlib

    digest = hashlib.blake2b(f"{content}\n{target}".encode(), digest_size=16).hexdigest()
    return os.path.join(folder, digest)


def digest_of(triples: Triples) -> str:
    """Tell two contents apart, whatever the order of their triples."""
    import hashlib

    total = 0
    for line in _lines(triples):
        total ^= int.from_bytes(hashlib.blake2b(line.encode(), digest_size=16).digest(), "big")
    return f"{len(triples.store)} {total:032x}"


def _send(endpoint: Endpoint, target: Target, batch: Iterable[str]) -> None:
    body = "\n".join(batch)
    if target.way == "graph-store":
        from urllib.parse import quote

        where = f"graph={quote(target.graph, safe='')}" if target.graph else "default"
        endpoint.send(body.encode(), "application/n-triples", where)
        return
    inside = f"GRAPH <{target.graph}> {{\n{body}\n}}" if target.graph else body
    endpoint.send(f"INSERT DATA {{\n{inside}\n}}".encode(), "application/sparql-update")


def _lines(triples: Triples) -> Iterator[str]:
    """Give the triples as lines of N-Triples, in the same order each time, blank nodes by their IRIs."""
    lines = chain(_plain(triples.store), _renamed(triples.store))
    return lines if triples.is_frozen else iter(sorted(lines))  # a folder keeps an order, memory does not


def _plain(store: Store) -> Iterator[str]:
    return (f"{quad.triple} ." for quad in store if not _has_blank(quad))


def _renamed(store: Store) -> Iterator[str]:
    """Name blank nodes by what is said of them, as RDF Dataset Canonicalization does, so that each run agrees."""
    blanks = Dataset(quad for quad in store if _has_blank(quad))
    blanks.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return iter(sorted(f"{_ground(quad).triple} ." for quad in blanks))


def _has_blank(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def _ground(quad: Quad) -> Quad:
    subject, value = quad.subject, quad.object
    if isinstance(subject, BlankNode):
        subject = NamedNode(GENID + subject.value)
    if isinstance(value, BlankNode):
        value = NamedNode(GENID + value.value)
    return Quad(subject, quad.predicate, value)


def _noted(journal: str | None) -> int:
    try:
        with open(journal or "", encoding="ascii") as file:
            return int(file.read())
    except (OSError, ValueError):
        return 0


def _note(journal: str | None, sent: int) -> None:
    """Note how far it is, in one step: a note that is half written is none."""
    if journal is None:
        return
    os.makedirs(os.path.dirname(journal), exist_ok=True)
    with open(f"{journal}.part", "w", encoding="ascii") as file:
        file.write(str(sent))
    os.replace(f"{journal}.part", journal)
