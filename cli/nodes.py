"""RDF nodes as people read them: IRIs shortened by the graph's prefixes, their labels beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from rolegraph.graph.reading import local_name, read_term

if TYPE_CHECKING:
    from rolegraph.cli.tables import Cell
    from rolegraph.graph import KnowledgeGraph

__all__ = ["Names"]

_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
# What a CURIE may have behind its colon without escapes (SPARQL 1.1, 19.8: PN_LOCAL).
_LOCAL = re.compile(r"(?:\w(?:[\w.-]*[\w-])?)?")


class Names:
    """The short forms and labels of a graph's nodes."""

    def __init__(self, kg: KnowledgeGraph, *, labels: bool = True) -> None:
        """Take the prefixes of a graph; with ``labels``, IRIs are shown with theirs."""
        self._kg = kg
        self._labels = labels
        self._prefixes = sorted(kg.prefixes.items(), key=lambda one: (-len(one[1]), one[0]))
        self._known: dict[str, str] = {}

    def cell(self, node: object) -> Cell:
        """Give a node for a table: "Product manager (:product-manager)", a literal's text, a whole number."""
        if node is None:
            return None
        if isinstance(node, NamedNode):
            return self.named(node.value)
        if isinstance(node, Literal):
            whole = node.datatype.value == _INTEGER and re.fullmatch(r"[+-]?\d+", node.value)
            return int(node.value) if whole else node.value
        return str(node)

    def named(self, iri: str) -> str:
        """Give an IRI, shortened, behind its label where it has one."""
        if iri not in self._known:
            label = self._label(iri) if self._labels else ""
            short = self.short(iri)
            self._known[iri] = f"{label} ({short})" if label else short
        return self._known[iri]

    def short(self, iri: str) -> str:
        """Write an IRI as a CURIE where a prefix fits, else in full."""
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def _label(self, iri: str) -> str:
        label = read_term(self._kg.triples, iri).label.value
        return "" if label == local_name(iri) else label
