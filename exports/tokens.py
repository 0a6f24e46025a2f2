"""Names in Turtle: which prefixes a file may use, and which names are better written as IRIs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.exports.characters import NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["Names"]

_SEGMENT = r"[\w~%!$&'()*+,;=@-][\w~%!$&'()*+,;=@.-]*"
_RELATIVE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*(?:\#[\w~%!$&'()*+,;=@.:/?-]*)?")
"""Path and fragment that RFC 3986, 5.2 resolves to base plus text: no colon, no empty and no dot segment."""

_BASE = re.compile(r"[A-Za-z][\w+.-]*://[^/?#]+(?:/[^./?#][^/?#]*)*/")


class Names:
    r"""The prefixes of a file, and the names that they give.

    >>> names = Names({"skos": "http://www.w3.org/2004/02/skos/core#"}, base="https://w3id.org/rolegraph/id/")
    >>> names.of("http://www.w3.org/2004/02/skos/core#Concept")
    'skos:Concept'
    >>> names.plain(":source\\/bpo.md\\#line\\=25\\,26"), names.plain(":")
    ('<source/bpo.md#line=25,26>', '<>')
    """

    def __init__(self, prefixes: Mapping[str, str], base: str = "") -> None:
        self.base = base if _BASE.fullmatch(base) else ""
        wanted = {"": base} if base else {}
        wanted |= {prefix: prefixes[prefix] for prefix in sorted(prefixes) if NAME.fullmatch(prefix)}
        by_namespace: dict[str, str] = {}
        for prefix, namespace in wanted.items():
            by_namespace.setdefault(namespace, prefix)
        self.prefixes = {prefix: namespace for namespace, prefix in by_namespace.items() if namespace}
        self.is_base_used = False
        self._plain: dict[str, str] = {}

    def of(self, iri: str) -> str:
        """Name an IRI of a vocabulary, whose local names are plain words."""
        fitting = [(len(space), prefix) for prefix, space in self.prefixes.items() if iri.startswith(space)]
        if not fitting:
            return f"<{iri}>"
        length, prefix = max(fitting)
        return f"{prefix}:{iri[length:]}"

    def plain(self, token: str) -> str:
        """Write a token that has escapes in its name without them: as a relative IRI, else as a full one."""
        if token[0] == '"':
            return self._literal(token)
        found = self._plain.get(token)
        if found is None:
            found = self._plain[token] = self._iri(token)
        return found

    def forget(self) -> None:
        """Forget the names that were written, which take memory."""
        self._plain.clear()

    def header(self, used: Collection[str]) -> str:
        """Give the directives for the prefixes that are used, sorted, and an empty line behind them."""
        base = f"@base <{self.base}> .\n" if self.is_base_used else ""
        lines = base + "".join(f"@prefix {one}: <{self.prefixes[one]}> .\n" for one in sorted(used))
        return f"{lines}\n" if lines else ""

    def used(self, body: list[str], known: Collection[str] = ()) -> set[str]:
        """Give the prefixes that a text uses, and those known to be used; it is looked through in pieces."""
        unused = set(self.prefixes) - set(known)
        for start in range(0, len(body), 2000):
            text = "\n".join(body[start : start + 2000])
            unused -= {prefix for prefix in unused if _uses(text, f"{prefix}:")}
        return set(self.prefixes) - unused

    def _literal(self, token: str) -> str:
        body, mark, datatype = token.rpartition('"^^')
        typed = mark and '"' not in datatype  # and no such marks within the text
        return f"{body}{mark}{self.plain(datatype)}" if typed and "\\" in datatype else token

    def _iri(self, token: str) -> str:
        if token[0] in "<_":
            return token
        prefix, _, local = token.partition(":")
        iri = self.prefixes[prefix] + local.replace("\\", "")
        rest = iri[len(self.base) :] if self.base and iri.startswith(self.base) else None
        if rest is None or (rest and not _RELATIVE.fullmatch(rest)):
            return f"<{iri}>"
        self.is_base_used = True
        return f"<{rest}>"


def _uses(text: str, name: str) -> bool:
    """Look for a name; one inside a literal is found too, and its prefix then declared without need."""
    return any(needle in text for needle in (f"\n{name}", f" {name}", f"^^{name}")) or text.startswith(name)
