"""Triples as text, the raw material of every RDF writer.

Oxigraph writes N-Triples or Turtle in its own order, and the text is cut into statements, sorted and put together
anew: this is many times quicker than asking each triple for its terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from rolegraph.exports.order import first_predicates, subjects_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

    Graph: TypeAlias = "ox.Store | Iterable[ox.Quad] | Iterable[ox.Triple]"
    _GraphName: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.DefaultGraph"
    _Part: TypeAlias = "tuple[ox.Store, _GraphName] | list[ox.Triple]"

__all__ = ["Blocks", "blocks_of", "lines_by_graph", "lines_of", "turtle_by_graph"]

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
    parts = _parts(graph, named)
    lines = {name: _lines(_ntriples(part)) for name, part in parts.items()}
    if any(name[:1] == "_" or _has_blanks(found) for name, found in lines.items()):
        from rolegraph.exports.blank_labels import relabelled

        lines = relabelled(lines)
    return {name: lines[name] for name in sorted(lines)}


def turtle_by_graph(
    graph: Graph, prefixes: dict[str, str], *, named: bool = True
) -> dict[str, tuple[str, bool]]:
    """Give the default graph and each named graph as Oxigraph writes Turtle, and whether it has blank nodes."""
    parts = _parts(graph := _kept(graph), named)
    texts = {name: _serialized(part, prefixes) for name, part in parts.items()}
    if not any(name[:1] == "_" or _may_have_blanks(text) for name, text in texts.items()):
        return {name: (texts[name], False) for name in sorted(texts)}
    lines = lines_by_graph(graph, named=named)
    return {name: (_serialized(_parsed(found), prefixes), True) for name, found in lines.items()}


def blocks_of(lines: Iterable[str]) -> Blocks:
    """Group lines by subject and predicate in the order of writing, the objects sorted.

    >>> blocks_of(['<s> <p> "b"', '<s> <p> "a"'])
    {'<s>': {'<p>': ['"a"', '"b"']}}
    """
    blocks: Blocks = {}
    for line in sorted(lines):
        subject, predicate, value = line.split(" ", 2)
        blocks.setdefault(subject, {}).setdefault(predicate, []).append(value)
    ranks, last = first_predicates(_iri), len(blocks)
    for subject, block in blocks.items():
        order = sorted(block, key=lambda predicate: (ranks.get(predicate, last), predicate))
        blocks[subject] = {predicate: block[predicate] for predicate in order}
    return {subject: blocks[subject] for subject in subjects_in_order(_BlockFacts(blocks), _iri)}


class _BlockFacts:
    """Blocks as the order sees them."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self.subjects = blocks.keys()

    def text(self, subject: str, predicate: str) -> str:
        return " , ".join(self._blocks[subject].get(predicate, ()))

    def first(self, subject: str, predicate: str) -> str:
        return self._blocks[subject].get(predicate, [""])[0]


def _iri(iri: str) -> str:
    return f"<{iri}>"


def _lines(data: bytes) -> list[str]:
    lines = dict.fromkeys(data.decode().split(" .\n"))
    del lines[""]
    return list(lines)


def _has_blanks(lines: list[str]) -> bool:
    return any("_:" in line for line in lines)


def _may_have_blanks(text: str) -> bool:
    """Look for a blank node label; one inside a literal is found too and does no harm."""
    return text.startswith("_:") or "\n_:" in text or " _:" in text


def _kept(graph: Graph) -> Graph:
    """Keep quads that can be gone through only once."""
    import pyoxigraph as ox

    return graph if isinstance(graph, ox.Store) else cast("list[ox.Quad]", list(graph))


def _parts(graph: Graph, named: bool) -> dict[str, _Part]:
    """Split a dataset into its graphs."""
    import pyoxigraph as ox

    if isinstance(graph, ox.Store):
        names = graph.named_graphs() if named else ()
        return {"": (graph, ox.DefaultGraph()), **{str(name): (graph, name) for name in names}}
    triples: dict[str, list[ox.Triple]] = {"": []}
    for quad in graph:
        triple, name = (quad, "") if isinstance(quad, ox.Triple) else (quad.triple, _name(quad))
        if named or not name:
            triples.setdefault(name, []).append(triple)
    return {name: triples[name] for name in triples}


def _name(quad: ox.Quad) -> str:
    import pyoxigraph as ox

    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)


def _ntriples(part: _Part) -> bytes:
    import pyoxigraph as ox

    return _bytes(part, ox.RdfFormat.N_TRIPLES, {})


def _serialized(part: _Part, prefixes: dict[str, str]) -> str:
    import pyoxigraph as ox

    return _bytes(part, ox.RdfFormat.TURTLE, prefixes).decode()


def _bytes(part: _Part, syntax: ox.RdfFormat, prefixes: dict[str, str]) -> bytes:
    import pyoxigraph as ox

    if isinstance(part, tuple):
        store, name = part
        return cast("bytes", store.dump(format=syntax, from_graph=name, prefixes=prefixes))
    return cast("bytes", ox.serialize(part, format=syntax, prefixes=prefixes))


def _parsed(lines: list[str]) -> list[ox.Triple]:
    import pyoxigraph as ox

    text = "".join(f"{line} .\n" for line in lines)
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]
