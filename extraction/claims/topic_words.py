"""What stands for the headword by its words: "a succession plan" for succession planning, "the success of" it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import base_form, gerund, is_gerund, names_doer, singular

if TYPE_CHECKING:
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["is_done", "names_success"]


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
