"""Triples as N-Triples lines, the raw material of every RDF writer.

Lines are split and compared as text: this is several times quicker than asking each triple for its terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph as ox

    Graph: TypeAlias = "ox.Store | Iterable[ox.Quad] | Iterable[ox.Triple]"

__all__ = ["Blocks", "blocks_of", "lines_by_graph", "lines_of"]

Blocks: TypeAlias = "dict[str, dict[str, list[str]]]"
"""Subject, predicate and objects, each an N-Triples token."""


def lines_of(graph: Graph) -> list[str]:
    """Give the triples of the default graph as N-Triples lines, without full stops and in any order.

    >>> from pyoxigraph import Literal, NamedNode, Triple
    >>> lines_of([Triple(NamedNode("http://e/pm"), NamedNode("http://e/label"), Literal("Product manager"))])
    ['<http://e/pm> <http://e/label> "Product manager"']
    """
    return lines_by_graph(graph, named=False)[""]


def lines_by_graph(graph: Graph, *, named: bool = True) -> dict[str, list[str]]:
    """Give the lines of the default graph (key ``""``) and of each named graph (its N-Triples token)."""
    graphs = _serialized(graph, named)
    lines = {name: _lines(data) for name, data in graphs.items()}
    if any(_may_have_blanks(data) for data in graphs.values()) or any(name[:1] == "_" for name in graphs):
        from rolegraph.exports.blank_labels import relabelled

        lines = relabelled(lines)
    return {name: lines[name] for name in sorted(lines)}


def blocks_of(lines: Iterable[str]) -> Blocks:
    """Group lines by subject and predicate, the objects sorted.

    >>> blocks_of(['<s> <p> "b"', '<s> <p> "a"'])
    {'<s>': {'<p>': ['"a"', '"b"']}}
    """
    blocks: Blocks = {}
    several = []
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        block = blocks.get(subject)
        if block is None:
            blocks[subject] = {predicate: [value]}
        elif predicate in block:
            several.append(block[predicate])
            block[predicate].append(value)
        else:
            block[predicate] = [value]
    for values in several:
        values[:] = sorted(set(values))
    return blocks


def _lines(data: bytes) -> list[str]:
    lines = dict.fromkeys(data.decode().split(" .\n"))
    del lines[""]
    return list(lines)


def _may_have_blanks(data: bytes) -> bool:
    """Look for a blank node label; one inside a literal is found too and does no harm."""
    return data.startswith(b"_:") or b"\n_:" in data or b" _:" in data


def _serialized(graph: Graph, named: bool) -> dict[str, bytes]:
    import pyoxigraph as ox

    if isinstance(graph, ox.Store):
        dumps = {str(name): _dump(graph, name) for name in graph.named_graphs()} if named else {}
        return {"": _dump(graph, ox.DefaultGraph()), **dumps}
    triples: dict[str, list[ox.Triple]] = {"": []}
    for name, triple in _named_triples(graph):
        if named or not name:
            triples.setdefault(name, []).append(triple)
    return {name: _ntriples(triples[name]) for name in triples}


def _named_triples(quads: Iterable[ox.Quad] | Iterable[ox.Triple]) -> Iterator[tuple[str, ox.Triple]]:
    import pyoxigraph as ox

    for quad in quads:
        if isinstance(quad, ox.Triple):
            yield "", quad
        else:
            yield "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name), quad.triple


def _ntriples(triples: list[ox.Triple]) -> bytes:
    import pyoxigraph as ox

    return cast("bytes", ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES))


def _dump(store: ox.Store, name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> bytes:
    import pyoxigraph as ox

    return cast("bytes", store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name))
