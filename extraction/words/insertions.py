"""What a sentence puts between brackets, between dashes or behind a colon, taken out of its main line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["Insertion", "enumerated", "nested", "without_insertions"]


class Insertion(NamedTuple):
    """Words put in: ``sign`` is "(", "-" or ":", ``after`` the number of main-line words that stand before."""

    sign: str
    after: int
    tokens: tuple[Token, ...]


def without_insertions(tokens: Sequence[Token]) -> tuple[list[Token], list[Insertion]]:
    """Split a sentence into its main line and its insertions.

    Words between dashes, or behind a colon, that hold a clause of their own stay in the main line, set off by ";".
    """
    main: list[Token] = []
    found: list[Insertion] = []
    position, closed = 0, _closings(tokens)
    while position < len(tokens):
        token = tokens[position]
        end = closed.get(position, 0) if token.tag == "(" else 0
        end = _end_of(tokens, position) if token.tag in "-:" else end
        inner = tuple(tokens[position + 1 : end]) if end else ()
        if inner and (token.tag == "(" or not _is_clause(_flat(inner))):
            found.append(Insertion(token.tag, len(main), inner))
            position = end + (end < len(tokens) and tokens[end].tag in ")-")
            continue
        main.append(token._replace(tag=";") if token.tag in "-:()" else token)
        position += 1
    return main, found


def nested(insertions: Sequence[Insertion]) -> list[tuple[list[Token], list[Insertion]]]:
    """Give the insertions inside others: "three loops: discovery (talking to users), delivery (shipping)"."""
    return [without_insertions(each.tokens) for each in insertions if each.sign != "("]


def _closings(tokens: Sequence[Token]) -> dict[int, int]:
    """Give the places of the brackets that open, each with that of the one that closes it, where there is one."""
    closed, waiting = dict[int, int](), list[int]()
    for position, token in enumerate(tokens):
        if token.tag == "(":
            waiting.append(position)
        elif token.tag == ")" and waiting:
            closed[waiting.pop()] = position
    return closed


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """Give the place of the sign that ends what stands behind a dash or a colon, or the end of the sentence."""
    sign = tokens[start].tag
    for position in range(start + 1, len(tokens)):
        tag = tokens[position].tag
        if tag == ";" or (tag == "." and position == len(tokens) - 1) or tag == sign == "-":
            return position
    return len(tokens)


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Tell whether words hold a finite verb of their own before any relative pronoun."""
    for token in tokens:
        if token.tag == Tag.CONNECTIVE:
            return token is tokens[0]
        if token.tag in (Tag.VERB, Tag.AUXILIARY):
            return True
    return False


def enumerated(insertions: Sequence[Insertion], start: int, end: int) -> list[Phrase]:
    """Give the things that stand for "three loops: A, B and C" or "outcomes — A, B, C" among the objects.

    ``start`` and ``end`` bound the objects in the main line.
    """
    found: list[Phrase] = []
    for insertion in insertions:
        if start < insertion.after <= end and insertion.sign in ":-":
            phrases, _ = read_list(_flat(insertion.tokens), 0)
            possessed = insertion.tokens[0].text.lower() in ("its", "their", "his", "her")
            found += [] if possessed or len(phrases) < 2 else phrases
    return found


def _flat(tokens: Sequence[Token]) -> list[Token]:
    """Drop what stands in brackets."""
    flat, depth = [], 0
    for token in tokens:
        depth += (token.tag == "(") - (token.tag == ")")
        if not depth and token.tag != ")":
            flat.append(token)
    return flat
