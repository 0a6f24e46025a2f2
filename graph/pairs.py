"""The relations of a graph as pairs of numbered nodes: what measures run on, filled from the store by relation type.

A relation is a few bytes here; neither terms nor networkx objects are made of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, overload

from rolegraph.graph.nodes import term_nodes, term_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    import igraph
    import networkx

    from rolegraph.graph.column_file import ColumnFile
    from rolegraph.graph.edges import Edges
    from rolegraph.graph.triples import Triples

__all__ = ["Pairs", "read_pairs"]


class Pairs(NamedTuple):
    """The nodes of a graph by IRI, in order, and its relations between two of them as numbers, one behind the other.

    A relation of a node to itself is left out.
    """

    iris: Sequence[str]
    ends: array[int]

    def __len__(self) -> int:
        """Count the relations."""
        return len(self.ends) // 2

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Give the relations."""
        numbers = iter(self.ends)
        return zip(numbers, numbers, strict=True)

    def degrees(self) -> list[int]:
        """Count the relations of each node."""
        counts = [0] * len(self.iris)
        for node in self.ends:
            counts[node] += 1
        return counts

    def network(self) -> networkx.Graph[int]:
        """Make an undirected networkx graph without parallel edges; its nodes are the numbers."""
        import networkx

        graph: networkx.Graph[int] = networkx.Graph()
        graph.add_nodes_from(range(len(self.iris)))
        graph.add_edges_from(self.pairs())
        return graph

    def compiled(self) -> igraph.Graph:
        """Make an undirected igraph graph without parallel edges."""
        import igraph

        shape = memoryview(self.ends).cast("B").cast("q", shape=[len(self), 2]) if self.ends else []
        graph = igraph.Graph(n=len(self.iris), edges=shape, directed=False)
        graph.simplify()
        return graph


def read_pairs(triples: Triples, edges: Edges) -> Pairs:
    """Read the relations between terms; nodes are all terms, and what else a relation of the ontology leads to."""
    if triples.columns is not None:
        return _numbered(triples, triples.columns, edges)
    numbers = {iri: number for number, iri in enumerate(sorted(term_nodes(triples)))}
    number = numbers.setdefault
    ends = array("q")
    for _, found in edges.between_nodes():
        for start, end in found:
            if start != end:
                ends.append(number(start, len(numbers)))
                ends.append(number(end, len(numbers)))
    return Pairs(list(numbers), ends)


class _Names(Sequence[str]):
    """The IRIs of nodes in columns, which are read when one is first asked for."""

    def __init__(self, columns: ColumnFile, nodes: array[int]) -> None:
        self._columns, self._nodes = columns, nodes

    def __len__(self) -> int:
        return len(self._nodes)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        names = self._columns.names
        return [names[node] for node in self._nodes[at]] if isinstance(at, slice) else names[self._nodes[at]]


def _numbered(triples: Triples, columns: ColumnFile, edges: Edges) -> Pairs:
    """Read the same from columns, whose numbers are of all nodes: sources and evidence are among them."""
    nodes = array("I", sorted(term_numbers(triples, columns)))
    places = array("i", [-1]) * len(columns)
    for place, node in enumerate(nodes):
        places[node] = place
    ends = array("q")
    for _, found in edges.between_numbers(columns):
        flat = array("I", chain.from_iterable(pair for pair in found if pair[0] != pair[1]))
        for node in sorted(node for node in set(flat) if places[node] < 0):
            places[node] = len(nodes)
            nodes.append(node)
        ends.extend(map(places.__getitem__, flat))
    return Pairs(_Names(columns, nodes), ends)
