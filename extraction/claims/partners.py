"""Who takes part in a deed, and what it is done with: what stands behind the object of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.actors import is_thing
from rolegraph.extraction.claims.dealings import dealing
from rolegraph.extraction.words.noun_classes import BRANCHES, DEPARTMENTS, MANNERS
from rolegraph.extraction.words.phrase_lists import cases_behind, read_list
from rolegraph.extraction.words.phrases import read_noun_phrase
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import JOINTLY, NO_MEANS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.actors import Acting
    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token

__all__ = ["with_means", "with_others"]


def with_others(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting
) -> Iterator[Claim]:
    """Read "approves the plan together with the board": who does something with whom."""
    for position in range(place + 1, len(tokens) - 1):
        if tokens[position].lower != "with" or tokens[position - 1].lower not in JOINTLY:
            continue
        for other in read_list(tokens, position + 1)[0]:
            if acting.somebody(other) or other.text.lower() in DEPARTMENTS | BRANCHES:
                yield from (acting.claim(doer, "collaboratesWith", other, position) for doer in doers)


def with_means(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], last: Phrase, acting: Acting
) -> Iterator[Claim]:
    """Read "records the time with its system" and "passes the data to the carrier" behind the ``last`` object."""
    sign = last.end
    while sign + 1 < len(tokens) and tokens[sign].lower == "of":
        _, sign = read_noun_phrase(tokens, sign + 1)
    if sign + 1 >= len(tokens) or tokens[sign].tag != Tag.PREPOSITION:
        return
    phrases, end = read_list(tokens, sign + 1)
    for phrase in [*phrases, *(cases_behind(tokens, phrases[-1], end) if phrases else ())]:
        if name := _relation_behind(tokens, place, sign, phrase, acting):
            yield from (acting.claim(doer, name, phrase, sign) for doer in doers)


def _relation_behind(tokens: Sequence[Token], place: int, sign: int, phrase: Phrase, acting: Acting) -> str:
    """Give the relation of who does something to what stands behind a preposition, empty for none."""
    preposition, other = tokens[sign].lower, acting.somebody(phrase)
    if preposition in ("in", "on", "through", "via") and acting.is_a(phrase, "System"):
        return "uses"  # "logs requests in the ticketing tool"
    if other:
        return dealing(tokens, sign, acting=True)
    tool = preposition == "with" and tokens[place].verb not in NO_MEANS and phrase.form == "noun"
    return "uses" if tool and phrase.head not in MANNERS and is_thing(phrase, tokens) else ""
