"""The terms that a noun phrase names, describes or holds: "empty containers", "a buyer's forwarder", "customs duty"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.phrases import Phrase
from rolegraph.extraction.grammar.tokens import Tag, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["terms_named", "whole_term"]


def terms_named(tokens: Sequence[Token], phrase: Phrase) -> Iterator[Phrase]:
    """Give the term that a noun phrase names, and the one that it belongs to: "each account's balance"."""
    term = whole_term(tokens, phrase)
    if term is not None:
        yield term
    for place in range(max(phrase.start, 0), phrase.end - 1):
        owner = tokens[place]
        if owner.keys and (owner.possessive or not phrase.head_keys):
            yield Phrase(owner.lower, "noun", owner.lower, owner.keys, owner.keys, start=place, end=place + 1)


def whole_term(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Give the term that a noun phrase names or merely describes: "empty containers", "the buyer's freight forwarder".

    A noun before a term of one word makes another thing of it ("cargo containers"): then None.
    """
    if phrase.keys:
        return phrase
    if phrase.form != "noun" or not phrase.head_keys or phrase.start < 0:
        return None
    modifiers = tokens[phrase.start : phrase.end - 1]
    described = all(token.possessive or _describes(token) for token in modifiers) or bool(modifiers[-1].keys)
    last = tokens[phrase.end - 1].text
    if not described and " " not in last and not last.removesuffix("s").isupper():
        return None
    return phrase._replace(text=phrase.head, keys=phrase.head_keys)


_DESCRIBING = ("able", "ible", "ous", "ful", "less", "ic", "ical", "ive", "ed", "ional", "ular", "shore")


def _describes(token: Token) -> bool:
    """Tell an adjective from a noun that makes another thing of what follows ("productivity issues")."""
    word = token.lower
    known = word in en.ADJECTIVES or word.isdigit() or "-" in word
    known = known or (token.text[:1].isupper() and token.text != token.text.upper() and token.start > 0)
    return token.tag == Tag.WORD and (known or word.endswith(_DESCRIBING))
