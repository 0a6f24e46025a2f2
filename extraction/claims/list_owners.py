"""What a list before a verb hangs on, which is its subject: the banks of "banks such as Iris and Opal use …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words.doers import names_any_body
from rolegraph.extraction.words.phrases import Phrase, words_before
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.words.tokens import Token

__all__ = ["owner_of_cases", "owner_of_list"]


def owner_of_cases(tokens: Sequence[Token], begin: int) -> Phrase | None:
    """Give the banks of "Banks such as Iris and Opal", and the gaps of "gaps between A and B", before a verb."""
    for place in range(begin - 1, 0, -1):
        token = tokens[place]
        if token.tag not in (",", Tag.CONJUNCTION, *Tag.NOUNS, Tag.DETERMINER) and token.lower not in (
            "as",
            "like",
            "between",
        ):
            return None
        cases = token.lower == "like" or [each.lower for each in tokens[place - 1 : place + 1]] == [
            "such",
            "as",
        ]
        if not cases and token.lower != "between":
            continue
        end = place - (token.lower == "as")
        owner, _ = words_before(tokens, end - (tokens[end - 1].tag == ","))
        known = owner is not None and (token.lower == "between" or not names_any_body(owner.text))
        return owner if known else None
    return None


def owner_of_list(tokens: Sequence[Token], begin: int) -> list[Phrase]:
    """Give the providers of "providers in Poland, India and Spain", which a list of places hangs on."""
    position = begin
    while position > 0 and tokens[position - 1].tag in (
        ",",
        Tag.CONJUNCTION,
        *Tag.NOUNS,
        Tag.DETERMINER,
    ):
        position -= 1
    placed = 0 < position < begin and tokens[position - 1].lower in ("in", "from", "across")
    named = all(token.text[:1].isupper() for token in tokens[position:begin] if token.tag in Tag.NOUNS)
    owner = words_before(tokens, position - 1)[0] if placed and named else None
    return [owner] if owner is not None else []
