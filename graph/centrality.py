"""Which terms stand at the centre, by several measures, and how the graph parts; direction and type don't count.

Small graphs are measured by NetworkX, larger ones by igraph, where it is installed: it is compiled and some hundred
times as fast. Both give the same figures, but for communities: those are found by chance moves (Louvain), and there are
many good partitions.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    import igraph
    import networkx

    from rolegraph.graph.pairs import Pairs

__all__ = ["MEASURES", "Measured", "Network"]

QUICK = 2_000
"""With so many terms NetworkX takes a few seconds for the dearest measure."""

EXACT = 20_000
"""Beyond so many terms betweenness is estimated."""

_PIVOTS = 400
_CHUNK = 20
_SEED = 5
_DAMPING, _STEPS, _STILL = 0.85, 500, 1e-12

Progress = Callable[[int, int], None]


class Measured(NamedTuple):
    """The value of each node by number, and whether it is an estimate from a sample of the nodes."""

    values: list[float]
    sampled: bool = False


class Network:
    """The relations of a graph, to be measured."""

    def __init__(self, pairs: Pairs, told: Progress | None = None) -> None:
        self.pairs, self._told = pairs, told or (lambda done, of: None)
        self._is_small = len(pairs.iris) <= QUICK or find_spec("igraph") is None

    def degree(self) -> Measured:
        """Count the relations of each node."""
        return Measured([float(count) for count in self.pairs.degrees()])

    def pagerank(self) -> Measured:
        """Give the share of a random walk that each node has (Brin and Page 1998, damping 0.85)."""
        if self._is_small:
            return Measured(_pagerank(self._networkx))
        return Measured(self._igraph.pagerank(directed=False, damping=_DAMPING))

    def betweenness(self, exact: int | None = None) -> Measured:
        """Give the share of the shortest paths between others that lead through each node (Freeman 1977).

        Beyond ``exact`` nodes, ``EXACT`` without a number, it is estimated from the paths that begin at 400 of them
        (Brandes and Pich 2007).
        """
        count = len(self.pairs.iris)
        if self._is_small:
            import networkx

            pivots = None if count <= QUICK else _PIVOTS // 2
            found = networkx.betweenness_centrality(self._networkx, k=pivots, seed=_SEED)
            return Measured([found[node] for node in range(count)], pivots is not None)
        nodes = range(count)
        is_exact = count <= max(EXACT if exact is None else exact, _PIVOTS)
        sources = list(nodes) if is_exact else sorted(random.Random(_SEED).sample(nodes, _PIVOTS))
        sums = [0.0] * count
        for start in range(0, len(sources), _CHUNK):
            some = self._igraph.betweenness(directed=False, sources=sources[start : start + _CHUNK])
            sums = [one + more for one, more in zip(sums, some, strict=True)]
            self._told(min(start + _CHUNK, len(sources)), len(sources))
        scale = 2 * count / len(sources) / ((count - 1) * (count - 2))
        return Measured([scale * value for value in sums], len(sources) < count)

    def closeness(self, node: int) -> float:
        """Give the inverse of the mean distance to others, times the share that is reached (Wasserman and Faust)."""
        if self._is_small:
            import networkx

            return float(networkx.closeness_centrality(self._networkx, node))  # type: ignore[arg-type]
        distances = self._igraph.distances(node)[0]
        reached = [distance for distance in distances if distance != float("inf")]
        total = sum(reached)
        return (len(reached) - 1) ** 2 / total / (len(self.pairs.iris) - 1) if total else 0.0

    def communities(self) -> list[list[int]]:
        """Part the nodes so that most relations are within parts (Blondel et al. 2008), the largest part first."""
        if self._is_small:
            import networkx

            parts = [
                sorted(part) for part in networkx.community.louvain_communities(self._networkx, seed=_SEED)
            ]
        else:
            import igraph

            random.seed(_SEED)
            igraph.set_random_number_generator(random)
            parts = [list(part) for part in self._igraph.community_multilevel()]
        return sorted(parts, key=lambda part: (-len(part), part))

    def components(self) -> list[int]:
        """Give the sizes of the parts that hang together, the largest first."""
        if self._is_small:
            import networkx

            return sorted(map(len, networkx.connected_components(self._networkx)), reverse=True)
        return sorted(self._igraph.connected_components().sizes(), reverse=True)

    def bridges(self) -> list[tuple[int, int]]:
        """Give the pairs whose relation, if it were not, would leave a part in two."""
        found: list[tuple[int, int]]
        if self._is_small:
            import networkx

            found = cast(
                "list[tuple[int, int]]", list(networkx.bridges(cast("networkx.Graph[Any]", self._networkx)))
            )
        else:
            found = [self._igraph.es[edge].tuple for edge in self._igraph.bridges()]
        return sorted((min(pair), max(pair)) for pair in found)

    @property
    def edge_count(self) -> int:
        """Count the pairs of nodes that have a relation."""
        return int(self._networkx.number_of_edges() if self._is_small else self._igraph.ecount())

    @cached_property
    def _networkx(self) -> networkx.Graph[int]:
        return self.pairs.network()

    @cached_property
    def _igraph(self) -> igraph.Graph:
        return self.pairs.compiled()


def _pagerank(graph: networkx.Graph[int]) -> list[float]:
    """Walk until the shares stand still; NetworkX's own needs SciPy for it."""
    count = len(graph)
    share = [1 / count] * count if count else []
    for _ in range(_STEPS):
        idle = sum(share[node] for node in graph if not graph.degree(node))
        passed = [share[node] / max(1, graph.degree(node)) for node in range(count)]
        rest = (1 - _DAMPING + _DAMPING * idle) / count if count else 0
        new = [rest + _DAMPING * sum(passed[other] for other in graph[node]) for node in range(count)]
        if sum(abs(one - other) for one, other in zip(new, share, strict=True)) < _STILL:
            return new
        share = new
    return share


MEASURES: dict[str, Callable[[Network], Measured]] = {
    "degree": Network.degree,
    "pagerank": Network.pagerank,
    "betweenness": Network.betweenness,
}
"""The measures that give each term a value."""
