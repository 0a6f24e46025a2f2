"""JSON-LD with compact IRIs, a node a block, in the order of the Turtle writer."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from rolegraph.exports.errors import ExportError
from rolegraph.exports.order import TYPE
from rolegraph.exports.triples import blocks_of, lines_by_graph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from rolegraph.exports.triples import Blocks, Graph

__all__ = ["write_jsonld"]

_SCHEME = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*):(?!//)")
"""A scheme that a reader of JSON-LD would take for a prefix if there were one of this name."""


def write_jsonld(graph: Graph, stream: BinaryIO, *, prefixes: Mapping[str, str]) -> None:
    """Write the default graph and the named graphs as JSON-LD 1.1.

    Every literal is a value object with its type or language, so that no number loses its form.

    :raises ExportError: if the graph holds RDF 1.2 triple terms.
    """
    graphs = lines_by_graph(graph)
    schemes = {scheme for lines in graphs.values() for line in lines for scheme in _SCHEME.findall(line)}
    names = _Names({prefix: iri for prefix, iri in prefixes.items() if prefix not in schemes})
    nodes: list[dict[str, Any]] = []
    for name, lines in graphs.items():
        inside = list(_nodes(blocks_of(lines), names))
        nodes += [{"@id": names[name], "@graph": inside}] if name else inside
    context = {prefix: names.prefixes[prefix] for prefix in sorted(names.used)}
    stream.write(f'{{\n"@context": {_json(context)},\n"@graph": ['.encode())
    for number, node in enumerate(nodes):
        stream.write(f"{',' if number else ''}\n{_json(node)}".encode())
    stream.write(b"\n]\n}\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _nodes(blocks: Blocks, names: _Names) -> Iterator[dict[str, Any]]:
    for subject, block in blocks.items():
        node: dict[str, Any] = {"@id": names[subject]}
        for predicate, values in block.items():
            if predicate == TYPE and all(value[0] != '"' for value in values):
                node["@type"] = [names[value] for value in values]
            else:
                node[names.predicate(predicate)] = [_value(value, names) for value in values]
        yield node


def _value(token: str, names: _Names) -> dict[str, str]:
    if token[0] != '"':
        return {"@id": names[token]}
    text, _, mark = token.rpartition('"')
    value = {"@value": json.loads(f'{text}"', strict=False)}
    if mark.startswith("@"):
        language, _, direction = mark[1:].partition("--")
        return {**value, "@language": language, **({"@direction": direction} if direction else {})}
    return {**value, "@type": names[mark[2:]]} if mark else value


class _Names(dict[str, str]):
    """A table from N-Triples tokens to compact IRIs, filled when asked, that knows which prefixes it used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        # only these are prefixes to JSON-LD 1.1 (Processing Algorithms, 4.2.2); "" must not be a term
        self.prefixes = {prefix: iri for prefix, iri in prefixes.items() if prefix and iri[-1:] in ("/", "#")}
        self.used: set[str] = set()
        self._by_namespace = {iri: prefix for prefix, iri in self.prefixes.items()}

    def __missing__(self, token: str) -> str:
        if token.startswith("<<"):
            raise ExportError("JSON-LD cannot hold triple terms (RDF 1.2); use turtle or trig")
        name = self[token] = self._compact(token[1:-1]) if token[0] == "<" else token
        return name

    def predicate(self, token: str) -> str:
        """Name a property; the type keyword cannot stand for a type that is a literal."""
        return self[token] if token != TYPE else token[1:-1]

    def _compact(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = self._by_namespace.get(iri[:cut]), iri[cut:]
        if prefix is not None and local:
            self.used.add(prefix)
            return f"{prefix}:{local}"
        return iri
