"""The tokens of a SPARQL query: keywords told from strings, IRIs, comments and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "in_prologue", "line_and_column", "tokens"]

# SPARQL 1.1, 19.8: the terminals, longest first; what is wider here is wrong in SPARQL anyway
_TOKEN = re.compile(
    r"""
      (?P<space>(?:\s|\#[^\r\n]*)+)
    | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:[^\W\d](?:[\w.·-]*[\w·-])?)?:(?:[\w:.·%-]|\\[^\w\s])*)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A token: its kind (iri, string, variable, tag, name, word, number, sign), text and offset."""

    kind: str
    text: str
    start: int

    def is_word(self, *words: str) -> bool:
        """Tell whether it is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(query: str) -> Iterator[Token]:
    """Give the tokens of a query; white space and comments are left out.

    >>> [token.kind for token in tokens("ASK { ex:service ?service 'SERVICE' } # SERVICE")]
    ['word', 'sign', 'name', 'variable', 'string', 'sign']
    """
    for match in _TOKEN.finditer(query):
        if match.lastgroup and match.lastgroup != "space":
            yield Token(match.lastgroup, match.group(), match.start())


def in_prologue(token: Token) -> bool:
    """Tell whether a token may stand before the query form: BASE <iri>, PREFIX name <iri>."""
    return token.kind in ("iri", "name") or token.is_word("BASE", "PREFIX")


def line_and_column(query: str, offset: int) -> tuple[int, int]:
    """Give the line and column of an offset, both counted from 1."""
    before = query[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
