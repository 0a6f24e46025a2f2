"""What is wrong with a SPARQL query that does not parse: the commonest faults, with their place.

The parser's own position is where it gave up, which can be far behind the fault, so these come first.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.graph.errors import QueryError
from rolegraph.graph.sparql_tokens import Token, in_prologue, line_and_column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["fault"]

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_OPENING = {")": "(", "}": "{", "]": "["}
_SENTENCE = re.compile(r"(?:The|Invalid|Unexpected|Cannot|IRI) [^,\[]+|[A-Z][a-z]+ [^,\[]*not [^,\[]+")
_POSITION = re.compile(r"error at (\d+):(\d+)")

_KEYWORDS = frozenset(
    """
    a base prefix version select ask construct describe where from named distinct reduced as group by
    having order asc desc limit offset values undef union optional minus graph service silent filter
    exists not in bind lateral true false str lang langmatches datatype bound iri uri bnode rand abs
    ceil floor round concat strlen ucase lcase encode_for_uri contains strstarts strends strbefore
    strafter year month day hours minutes seconds timezone tz now uuid struuid md5 sha1 sha256 sha384
    sha512 coalesce if strlang strdt sameterm isiri isuri isblank isliteral isnumeric regex substr
    replace count sum min max avg sample group_concat separator triple subject predicate object istriple
    langdir haslang haslangdir strlangdir adjust
    """.split()  # noqa: SIM905 (a list of 120 quoted words is no better to read)
)


def fault(query: str, read: list[Token], prefixes: Mapping[str, str], message: str) -> QueryError:
    """Make the error of a query that the parser refused with ``message``."""
    if not read:
        return QueryError("it is empty; a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    for find in _CHECKS:
        if found := find(read, prefixes):
            return QueryError(found[1], *line_and_column(query, found[0].start))
    return _as_parsed(query, read, message)


def _strange_form(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    first = next((one for one in read if not in_prologue(one)), read[-1])
    if first.is_word(*_FORMS):
        return None
    return first, f"a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {first.text!r}"


def _open_string(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    quote = next((one for one in read if one.kind == "sign" and one.text in "\"'"), None)
    return (quote, "the string that begins here is not closed") if quote else None


def _open_iri(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    for token, after in pairwise(read):
        touching = after.start == token.start + 1
        if (
            token.text == "<"
            and touching
            and after.kind == "name"
            and "//" in after.text + _next_text(read, after)
        ):
            return token, "the IRI that begins here is not closed"
    return None


def _next_text(read: list[Token], token: Token) -> str:
    end = token.start + len(token.text)
    return "".join(one.text for one in read if end <= one.start < end + 2)


def _unknown_prefix(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    declared = _declared(read)
    for token in read:
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and prefix != "_" and prefix not in declared and prefix not in prefixes:
            known = ", ".join(sorted(f"{one}:" for one in {*prefixes, *declared}))
            return (
                token,
                f"the prefix '{prefix}:' is not known; declare it with PREFIX, or use one of {known}",
            )
    return None


def _unbalanced(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    opened: list[Token] = []
    for token in read:
        if token.kind == "sign" and token.text in _OPENING.values():
            opened.append(token)
        elif token.kind == "sign" and token.text in _OPENING:
            if not opened or opened[-1].text != _OPENING[token.text]:
                return token, f"{token.text!r} closes nothing that is open"
            opened.pop()
    return (opened[-1], f"{opened[-1].text!r} is not closed") if opened else None


def _unknown_word(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    word = next((one for one in read if one.kind == "word" and one.text.lower() not in _KEYWORDS), None)
    return (word, f"{word.text!r} is no word of SPARQL") if word else None


def _comma_between_variables(read: list[Token], prefixes: Mapping[str, str]) -> tuple[Token, str] | None:
    head = read[: next((place for place, one in enumerate(read) if one.text == "{"), len(read))]
    depth = 0
    for token in head:
        depth += (token.text == "(") - (token.text == ")")
        if token.text == "," and not depth:
            return token, "variables are separated by spaces, not by commas"
    return None


_CHECKS: tuple[Callable[[list[Token], Mapping[str, str]], tuple[Token, str] | None], ...] = (
    _strange_form,
    _open_string,
    _open_iri,
    _unknown_prefix,
    _unbalanced,
    _comma_between_variables,
    _unknown_word,
)


def _as_parsed(query: str, read: list[Token], message: str) -> QueryError:
    """Say where the parser gave up and, where it has a sentence on it, why."""
    line, column = map(int, found.groups()) if (found := _POSITION.match(message)) else (0, 0)
    if sentence := _SENTENCE.search(message):
        return QueryError(" ".join(sentence.group().split()), line, column)
    offset = sum(len(one) + 1 for one in query.split("\n")[: line - 1]) + column - 1
    token = next((one for one in read if one.start + len(one.text) > offset), None)
    if token is None:
        return QueryError("something is missing or misplaced before the end", line, column)
    return QueryError(f"{token.text!r} is not expected here", *line_and_column(query, token.start))


def _declared(read: list[Token]) -> set[str]:
    return {name.text.partition(":")[0] for word, name in pairwise(read) if word.is_word("PREFIX")}
