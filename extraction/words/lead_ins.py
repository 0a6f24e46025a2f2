"""What a sentence opens with: "At Airbnb,", "According to McKinsey,"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolegraph.extraction.words.tokens import Tag, Token

__all__ = ["lead_in"]


_MOST_BEFORE, _MOST_BEFORE_FIRST = 24, 14
_OPENING = frozenset({"according", "similar"})  # "Similar to a lease, a licence is …"
_MANNERS = frozenset({"speaking", "put", "stated", "said", "defined"})
_NAMED = frozenset({"known", "called", "referred", "termed", "abbreviated"})


def lead_in(tokens: Sequence[Token]) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Give the length of "At Airbnb," or "According to McKinsey," before a sentence, and what it qualifies."""
    if once := _past_occasion(tokens):
        return once, ()
    if named := _past_other_name(tokens) or _past_manner(tokens):
        return named, ()
    if not tokens or not (tokens[0].tag == Tag.PREPOSITION or tokens[0].lower in _OPENING):
        return 0, ()
    comma = _closing_comma(tokens)
    inner = tokens[:comma]
    if not comma or any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN) for token in inner):
        return 0, ()
    if comma + 1 < len(tokens) and not _opens_clause(tokens[comma + 1 :]):
        return 0, ()
    text = " ".join(token.text for token in inner)
    if tokens[0].lower == "according":
        return comma + 1, (("attribution", re.sub(r"^(?i:according to)(?: the)? ", "", text)),)
    return comma + 1, (("context", text[:1].lower() + text[1:]),) if len(inner) > 1 else ()


def _closing_comma(tokens: Sequence[Token]) -> int:
    """Give the comma that ends what a sentence opens with, the last of a list where nothing else follows the first."""
    commas = [number for number, token in enumerate(tokens[:_MOST_BEFORE]) if token.tag == ","]
    first = commas[0] if commas and commas[0] < _MOST_BEFORE_FIRST else 0
    if not first or _opens_clause(tokens[first + 1 :]):
        return first
    return next((comma for comma in commas[1:] if _opens_clause(tokens[comma + 1 :])), first)


def _past_occasion(tokens: Sequence[Token]) -> int:
    """Give the length of "Once approved," before a sentence, 0 where nothing of the kind opens it."""
    tags = [token.tag for token in tokens[1:3]]
    opens = bool(tokens) and tokens[0].lower in ("once", "when", "if", "after") and tags[1:] == [","]
    past = opens and tags[0] in (*Tag.VERBS, Tag.WORD) and tokens[1].lower != tokens[1].verb
    return 3 if past and _opens_clause(tokens[3:]) else 0


def _past_other_name(tokens: Sequence[Token]) -> int:
    """Give the length of "Also known as a lock gate," before a sentence, 0 where none opens it."""
    words = [token.lower for token in tokens[:3]]
    named = next((n for n, word in enumerate(words) if word in _NAMED), -1)
    comma = next((n for n, token in enumerate(tokens[:12]) if token.tag == ","), 0)
    opens = named >= 0 and all(token.tag == Tag.ADVERB for token in tokens[:named]) and comma > named
    return comma + 1 if opens and _opens_clause(tokens[comma + 1 :]) else 0


def _past_manner(tokens: Sequence[Token]) -> int:
    """Give the length of "Simply put," and "Technically speaking," before a sentence, 0 where none opens it."""
    comma = next((n for n, token in enumerate(tokens[:4]) if token.tag == ","), 0)
    told = comma > 1 and not _MANNERS.isdisjoint(token.lower for token in tokens[:comma])
    return comma + 1 if told and _opens_clause(tokens[comma + 1 :]) else 0


def _opens_clause(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause with a verb of its own follows a comma, and not the next item of a list."""
    comma = next((number for number, token in enumerate(tokens) if token.tag in ",;"), len(tokens))
    return any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE) for token in tokens[:comma])
