"""The terms that a noun phrase names, describes or holds: "empty containers", "a buyer's forwarder", "customs duty"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["STATES", "is_plain_thing", "terms_named", "things_named", "whole_term"]


def terms_named(tokens: Sequence[Token], phrase: Phrase) -> Iterator[Phrase]:
    """Give the term that a noun phrase names, and the one that it belongs to: "each account's balance"."""
    term = whole_term(tokens, phrase)
    if term is not None:
        yield term
    for place in range(max(phrase.start, 0), phrase.end - 1):
        owner = tokens[place]
        if owner.keys and (owner.possessive or not (phrase.head_keys or _is_state(owner))):
            yield Phrase(owner.lower, "noun", owner.lower, owner.keys, owner.keys, start=place, end=place + 1)


def _is_state(token: Token) -> bool:
    """Tell the headword of *Authorized*, which describes a sale in "an authorized sale", from a thing."""
    return token.lower.endswith("ed") and " " not in token.lower


def things_named(tokens: Sequence[Token], phrase: Phrase) -> list[Phrase]:
    """Give the terms that a noun phrase names, or else the phrase itself, if it names something."""
    terms = list(terms_named(tokens, phrase))
    plain = phrase.determiner not in _NOT_SAYING and is_plain_thing(tokens, phrase)
    plain = plain and not phrase.head.endswith(_ADJECTIVES) and not _may_be_verb(tokens, phrase)
    return terms or ([phrase] if plain else [])


def _may_be_verb(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a bare word may be a verb that was not told as one: "to send and receive", "copies, sorts"."""
    first, before = tokens[phrase.start], tokens[phrase.start - 1 : phrase.start]
    alone = phrase.end - phrase.start == 1 and not phrase.determiner
    joined = bool(before) and before[0].tag in (",", Tag.CONJUNCTION)
    verbal = first.verb == first.lower or (bool(first.verb) and joined)
    return alone and verbal and first.verb not in en.NOUNS_FIRST


_MOST_WORDS = 4
_NOT_SAYING = frozenset({"no", "neither", "this", "that", "these", "those", "such", "which", "what"})
_ADJECTIVES = ("able", "ible", "ous", "ful", "less", "ward", "wards")
_UNTOLD = (
    en.STAND_INS
    | en.EMPTY_HEADS
    | en.LIGHT_HEADS
    | en.GROUPS
    | en.PRONOUNS
    | en.EVALUATIVE
    | en.PLAIN_ADJECTIVES
) - {"network", "team", "cluster"}
_QUANTITIES = en.words(
    "amount volume zero number quantity percentage proportion fraction period duration hour day week month year"
)


def is_plain_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase names something and holds no term, of which others tell: "kiln doors"."""
    inner = tokens[max(phrase.start, 0) : max(phrase.start, 0) + len(phrase.text.split())]
    return _names_something(phrase) and not any(token.keys for token in inner)


def _names_something(phrase: Phrase) -> bool:
    """Tell a short noun phrase that can be an end of a relation from "it", "the rest" and "a number of things"."""
    lettered = phrase.text[:1].isalpha() and not any(letter.isdigit() for letter in phrase.text)
    return (
        phrase.form == "noun"
        and lettered
        and phrase.head not in _UNTOLD
        and phrase.head.removesuffix("er") not in _UNTOLD
        and singular(phrase.head) not in _QUANTITIES
        and len(phrase.text.split()) <= _MOST_WORDS
    )


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


_DESCRIBING = (
    "able",
    "ible",
    "ous",
    "ful",
    "less",
    "ic",
    "ical",
    "ive",
    "ed",
    "ional",
    "ular",
    "shore",
    "bound",
)

# "A rotating drum" is a drum at work; "an operating lease" is a lease of its own kind.
STATES = en.words(
    "rotating spinning turning running moving growing existing remaining resulting corresponding underlying ongoing "
    "surrounding neighbouring neighboring incoming outgoing competing current previous present former subsequent "
    "preceding following respective upcoming ongoing future original total overall "
    "potential prospective pending outstanding eligible"
)


def _describes(token: Token) -> bool:
    """Tell an adjective from a noun that makes another thing of what follows ("productivity issues")."""
    word = token.lower
    known = word in en.ADJECTIVES or word in STATES or word.isdigit() or "-" in word
    known = known or (token.text[:1].isupper() and token.text != token.text.upper() and token.start > 0)
    return token.tag == Tag.WORD and (known or word.endswith(_DESCRIBING))
