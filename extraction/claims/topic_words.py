"""What stands for the headword by its words: "a succession plan" for succession planning, "the success of" it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import base_form, gerund, is_gerund, names_doer, singular
from rolegraph.extraction.words.phrases import read_phrase
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_places import WITH_CLAUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token

__all__ = ["before_complement", "deed_before", "is_done", "is_subject", "names_success", "opens_with_deed"]


def is_done(phrase: Phrase, topic: Phrase) -> bool:
    """Tell "a succession plan" where the headword is succession planning."""
    *before, last = topic.text.lower().split()
    *words, noun = phrase.text.lower().split()
    doer = names_doer(singular(noun))  # site engineers are no site engineering
    return (
        not doer
        and bool(before)
        and words == before
        and is_gerund(last)
        and gerund(base_form(singular(noun))) == last
    )


def names_success(phrase: Phrase, topic: Phrase) -> bool:
    """Tell "the success of onboarding" where the headword is employee onboarding."""
    first, *rest = phrase.text.lower().split()
    return first in en.MEASURED and rest[:1] == ["of"] and rest[-1] == topic.text.lower().split()[-1]


def before_complement(words: list[str]) -> list[str]:
    """Give the words of a name up to its noun: "request" of "request for proposal", whose proposals are none.

    >>> before_complement("bill of lading".split()), before_complement("customer churn".split())
    (['bill'], ['customer', 'churn'])
    """
    end = next((n for n, word in enumerate(words) if n and word in en.PREPOSITIONS), len(words))
    return words[:end]


def opens_with_deed(tokens: Sequence[Token], topic: Phrase) -> bool:
    """Tell "Outsourcing the help desk" where the headword is help desk outsourcing."""
    words = [token.lower for token in tokens if token.tag != Tag.DETERMINER]
    return tokens[0].tag == Tag.GERUND and sorted(words) == sorted(topic.text.lower().split())


def deed_before(tokens: Sequence[Token]) -> Phrase | None:
    """Give what is done, where these words tell nothing else: "(Carefully) reviewing the maps", of a verb behind."""
    first = next((place for place, token in enumerate(tokens) if token.tag != Tag.ADVERB), 0)
    phrase, end = read_phrase(tokens, first) if tokens and tokens[first].tag == Tag.GERUND else (None, 0)
    return phrase if phrase is not None and end == len(tokens) and " " in phrase.text else None


def is_subject(tokens: Sequence[Token], place: int) -> bool:
    """Tell "reviewing the maps saves fuel", a deed with a verb of its own, from what a gloss says is done."""
    phrase, end = read_phrase(tokens, place) if tokens[place].verb not in WITH_CLAUSES else (None, place)
    while end < len(tokens) and tokens[end].tag == Tag.ADVERB:
        end += 1
    return phrase is not None and end < len(tokens) and tokens[end].tag in (Tag.VERB, Tag.AUXILIARY)
