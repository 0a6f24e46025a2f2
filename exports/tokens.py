"""How one term is written in Turtle: prefixed names, relative IRIs, short literals (Turtle 1.1, 2.4–2.6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.exports.characters import NAME_CHARS, NAME_START

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Tokens"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_LOCAL = re.compile(f"[{NAME_START}0-9][{NAME_CHARS}]*")
"""The part of PN_LOCAL that needs no escape; dots are left out, as some readers end a statement at them."""

_SEGMENT = r"[\w~%!$&'()*+,;=@-][\w~%!$&'()*+,;=@.-]*"
_RELATIVE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*(?:\#[\w~%!$&'()*+,;=@.:/?-]*)?")
"""Path and fragment that RFC 3986, 5.2 resolves to base plus text: no colon, no empty and no dot segment."""

_BASE = re.compile(r"[A-Za-z][\w+.-]*://[^/?#]+(?:/[^./?#][^/?#]*)*/")
_SHORT = {
    f"<{_XSD}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{_XSD}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"<{_XSD}double>": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    f"<{_XSD}boolean>": re.compile(r"true|false"),
}


class Tokens(dict[str, str]):
    """A table from N-Triples tokens to Turtle, filled when asked, that knows which prefixes it has used.

    >>> tokens = Tokens({"skos": "http://www.w3.org/2004/02/skos/core#"}, base="https://w3id.org/rolegraph/id/")
    >>> tokens["<http://www.w3.org/2004/02/skos/core#Concept>"], tokens["<https://w3id.org/rolegraph/id/crm>"]
    ('skos:Concept', ':crm')
    >>> tokens["<https://w3id.org/rolegraph/id/source/bpo.md#line=25,26>"], sorted(tokens.used)
    ('<source/bpo.md#line=25,26>', ['', 'skos'])
    >>> tokens['"0.2"^^<http://www.w3.org/2001/XMLSchema#decimal>'], tokens['"often"@en']
    ('0.2', '"often"@en')
    """

    def __init__(self, prefixes: Mapping[str, str], base: str = "") -> None:
        super().__init__()
        self.base = base if _BASE.fullmatch(base) else ""
        self.prefixes = {**prefixes, **({"": base} if base else {})}
        self.used: set[str] = set()
        self.base_used = False
        self._by_namespace = {namespace: prefix for prefix, namespace in self.prefixes.items()}
        self._odd = [namespace for namespace in self._by_namespace if namespace[-1:] not in ("#", "/")]

    def __missing__(self, token: str) -> str:
        if token[0] == '"':
            return self._literal(token)
        name = self[token] = self._iri(token[1:-1]) if token[0] == "<" and token[1] != "<" else token
        return name

    def header(self) -> str:
        """Give the directives for what has been used, sorted by prefix."""
        directives = [f"@base <{self.base}> .\n"] if self.base_used else []
        directives += [f"@prefix {prefix}: <{self.prefixes[prefix]}> .\n" for prefix in sorted(self.used)]
        return "".join(directives)

    def _literal(self, token: str) -> str:
        """Write a number or truth value in its short form where that keeps every character."""
        if token[-1] != ">":
            return token
        body, _, datatype = token.rpartition("^^")
        short = _SHORT.get(datatype)
        is_short = short is not None and short.fullmatch(body, 1, len(body) - 1)
        written = self[token] = body[1:-1] if is_short else f"{body}^^{self[datatype]}"
        return written

    def _iri(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        for namespace in (iri[:cut], *(odd for odd in self._odd if iri.startswith(odd))):
            prefix = self._by_namespace.get(namespace)
            if prefix is not None and _LOCAL.fullmatch(iri, len(namespace)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return self._relative(iri)

    def _relative(self, iri: str) -> str:
        if self.base and iri.startswith(self.base):
            rest = iri[len(self.base) :]
            if not rest or _RELATIVE.fullmatch(rest):
                self.base_used = True
                return f"<{rest}>"
        return f"<{iri}>"
