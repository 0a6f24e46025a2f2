"""RDF/XML, in the order of the Turtle writer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rolegraph.exports.characters import NAME, xml_text
from rolegraph.exports.errors import ExportError
from rolegraph.exports.triples import blocks_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from rolegraph.exports.triples import Blocks, Graph

__all__ = ["write_rdfxml"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def write_rdfxml(graph: Graph, stream: BinaryIO, *, prefixes: Mapping[str, str]) -> None:
    """Write the default graph as RDF/XML 1.1.

    Characters that XML 1.0 cannot hold (2.2: most control characters) become U+FFFD.

    :raises ExportError: if a predicate's IRI does not end in an XML name, and so cannot be an element, or if
        the graph holds what only RDF 1.2 has.
    """
    names = _Names({**prefixes, "rdf": _RDF})
    body = list(_descriptions(blocks_of(lines_of(graph)), names))
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names.declarations()}>\n'.encode())
    for description in body:
        stream.write(description.encode())
    stream.write(b"</rdf:RDF>\n")


def _descriptions(blocks: Blocks, names: _Names) -> Iterator[str]:
    for subject, block in blocks.items():
        yield f"  <rdf:Description{_reference(subject, 'about')}>\n"
        for predicate, values in block.items():
            for value in values:
                yield f"    <{names[predicate]}{_rest(value, names[predicate])}\n"
        yield "  </rdf:Description>\n"


def _reference(token: str, attribute: str) -> str:
    if token[0] == "_":
        return f' rdf:nodeID="{token[2:]}"'
    if token.startswith("<<"):
        raise ExportError("RDF/XML cannot hold triple terms (RDF 1.2); use turtle or trig")
    return f' rdf:{attribute}="{xml_text(token[1:-1])}"'


def _rest(value: str, name: str) -> str:
    """Write what follows the name of a property element."""
    if value[0] != '"':
        return f"{_reference(value, 'resource')}/>"
    text, _, mark = value.rpartition('"')
    if "--" in mark:
        raise ExportError("RDF/XML cannot hold texts with a direction (RDF 1.2); use turtle or trig")
    kind = f' xml:lang="{mark[1:]}"' if mark[:1] == "@" else _reference(mark[2:], "datatype") if mark else ""
    return f"{kind}>{xml_text(json.loads(text + chr(34), strict=False))}</{name.split(' ')[0]}>"


class _Names(dict[str, str]):
    """A table from predicates to element names; a namespace without a prefix is declared where it is used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = {iri: prefix for prefix, iri in prefixes.items() if NAME.fullmatch(prefix)}
        self._used = {"rdf": _RDF}

    def __missing__(self, token: str) -> str:
        namespace, local = self._split(token[1:-1])
        prefix = self._prefixes.get(namespace)
        if prefix is None:
            name = f'ns:{local} xmlns:ns="{xml_text(namespace)}"'
        else:
            self._used[prefix] = namespace
            name = f"{prefix}:{local}"
        self[token] = name
        return name

    def declarations(self) -> str:
        """Give the namespaces that have been used, by prefix."""
        return "".join(f'\n    xmlns:{name}="{xml_text(iri)}"' for name, iri in sorted(self._used.items()))

    def _split(self, iri: str) -> tuple[str, str]:
        for namespace in self._prefixes:
            if iri.startswith(namespace) and NAME.fullmatch(iri, len(namespace)):
                return namespace, iri[len(namespace) :]
        start = next((at for at in range(len(iri)) if NAME.fullmatch(iri, at)), None)
        if not start:
            raise ExportError(
                f"RDF/XML cannot hold the predicate <{iri}>, which ends in no XML name; use turtle or jsonld"
            )
        return iri[:start], iri[start:]
