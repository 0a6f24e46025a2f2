"""What one thing is said to include: "the plan, including the route, the mode and the date"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from rolegraph.ontology import RelationType

__all__ = ["governor", "included_parts"]

_DEFINITE = frozenset({"the", "this", "that", "its", "their", "your"})
_GROUPS = frozenset({"range", "variety", "number", "array", "set", "series", "list", "selection", "spectrum"})


def governor(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """Give the noun that one known thing hangs on: the papers of "prepare papers for the shipment, …"."""
    while phrase is not None and not phrase.plural and phrase.determiner in _DEFINITE and phrase.start > 2:
        begin = phrase.start - 1
        if tokens[begin - 1].tag != Tag.PREPOSITION or tokens[begin - 1].lower == "of":
            return phrase
        phrase, _ = words_before(tokens, begin - 1)
    return phrase


def included_parts(tokens: Sequence[Token], part_of: RelationType) -> Iterator[Claim]:
    """Give what a singular with a comma and "including" behind it is said to have for its parts."""
    for position in range(2, len(tokens) - 1):
        if tokens[position].lower != "including" or tokens[position - 1].tag != ",":
            continue
        whole, begin = words_before(tokens, position - 1)
        whole = _headed(tokens, whole, begin)
        if whole is None or (whole.plural and not whole.head.endswith("ics")) or _says_little(whole):
            continue
        listed, _ = read_list(tokens, position + 1)
        for part in listed:
            if part.form == "noun" and len(listed) > 1:
                yield Claim(part, part_of, whole, rule="noun cue", cue=position)


def _headed(tokens: Sequence[Token], phrase: Phrase | None, begin: int) -> Phrase | None:
    """Take in the head that "of" ties to a phrase: "logistics of the shipment"."""
    if phrase is None or begin < 2 or tokens[begin - 1].lower != "of":
        return phrase
    head, _ = words_before(tokens, begin - 1)
    if head is None or head.head in en.LIGHT_HEADS or head.end > begin - 1:
        return phrase
    if " of " in head.text:
        return head
    text = f"{head.text} {' '.join(token.text for token in tokens[begin - 1 : phrase.end])}"
    return head._replace(text=text, keys=(), head_keys=(), end=phrase.end)


def _says_little(whole: Phrase) -> bool:
    return whole.head in en.STAND_INS | en.LIGHT_HEADS | _GROUPS or (
        " " not in whole.text and not whole.keys and whole.determiner not in _DEFINITE
    )
