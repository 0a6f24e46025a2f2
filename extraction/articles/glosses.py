"""Texts that say what something is, or what somebody does, as far as their first words tell."""

from __future__ import annotations

import re
from itertools import pairwise

from rolegraph.extraction.deeds.duties import subjectless_verb
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.inflection import (
    is_gerund,
    looks_plural,
    participle,
    third_person,
    verb_forms,
)
from rolegraph.graph.names import fold

__all__ = ["explains"]

_OPENING = 7  # words that a verb or what goes on with a noun is looked for in
_SAYS = re.compile(
    r"(?:an?|any|one of|everything|anything|something|how (?:many|much|long|often|far|well|fast|likely)|what)\s",
    re.IGNORECASE,
)
# The same in German, French and Spanish, where a clause, a preposition or a second case goes on with the noun.
_SAYS_ELSEWHERE = re.compile(
    r"(?:eine?[mnrs]?|der|die|das|jede[rs]?)\s(?:[\w-]+\s){0,2}[\w-]+(?:,\s(?:der|die|das|dem|den|deren|dessen|"
    r"mit|in|bei|von|auf)\b|\s(?:der|des|von|für|zwischen|im|in|am|aus|mit|zum|zur|pro)\b)"
    r"|(?:une?|le|la|les|tout|toute|una|uno|el|los|las|cada|l['’])\s?(?:[\w-]+\s){1,3}?(?:que|qui|dont|où|de|du|des|d['’]|"
    r"pour|para|por|en|con|entre|cuya|cuyo|donde)(?![\w-])",
    re.IGNORECASE,
)
_SAYS_OF = re.compile(
    r"(?:an? |the )?(?P<name>[^.,;:()]{2,60}?)(?: \([^()]{2,40}\))? "
    r"(?:is|are|means|refers to|covers|comprises|denotes)\s",
    re.IGNORECASE,
)
_CLAUSES = frozenset({"that", "which", "who"})
_CONTACT = frozenset({"the", "a", "an", "you", "your"})  # "the time the agent spends"
_GOES_ON = en.PREPOSITIONS | {"that", "which", "who", "whose", "where", "when"}
_OPENING_CLAUSES = (
    en.CONNECTIVES
    | en.PRONOUNS
    | _CLAUSES
    | en.words("whose where when whom why how what if whether and or but , as than while because")
)
_BEFORE_NOUNS = en.PREPOSITIONS | en.words("all both half such")
_NEVER_FIRST = en.PREPOSITIONS | en.PRONOUNS | en.CONNECTIVES | en.AUXILIARIES | en.NEGATIONS


def explains(text: str, name: str) -> bool:
    """Tell a text that says what a name is, or what those do who are called so.

    >>> explains("A place where ships lie.", "Berth"), explains("Rows of posts in the water.", "Dolphins")
    (True, True)
    >>> explains("Ships can leave at once.", "Speed"), explains("Steers ships into port.", "Harbor pilot")
    (False, True)
    >>> explains("The space around a quay must be clear.", "Space"), explains("The crew that waits.", "Crew")
    (False, False)
    """
    if _SAYS_ELSEWHERE.match(text):
        return True
    own = _SAYS_OF.match(text)
    if own and fold(own["name"]) == fold(name):
        return True
    words = [word.strip(",;:").lower() for word in text.split()[:_OPENING]]
    if not words or _goes_on_about(words, name) or _is_sentence(text):
        return False
    if names_somebody(name.split()[-1].lower()) and subjectless_verb(text) is not None:
        return True
    return bool(_SAYS.match(text)) or is_gerund(words[0]) or _is_noun_phrase(words)


def _goes_on_about(words: list[str], name: str) -> bool:
    """Tell a text that opens with the name and does not say what it is: "The crew that ties the ship waits"."""
    opening = words[words[0] in _CONTACT :]
    own = fold(name).split()
    return bool(own) and fold(" ".join(opening[: len(own)])).split() == own


def _is_sentence(text: str) -> bool:
    """Tell "The area around the kiln must be empty", where no clause comes before the verb."""
    for before, word in pairwise(["", *re.findall(r"[\w’'-]+|,", text.lower())]):
        if word in _OPENING_CLAUSES or (before and word in _CONTACT and before not in _BEFORE_NOUNS):
            return False
        if word in en.AUXILIARIES:
            return True
    return False


def _is_noun_phrase(words: list[str]) -> bool:
    """Tell a noun that a preposition, a clause or a participle goes on with, before any verb of a sentence."""
    determined = words[0] in ("the", "each", "every")
    words = words[determined:]
    if not words or words[0] in _NEVER_FIRST:
        return False
    if not determined and words[0] in verb_forms() and not _CLAUSES.intersection(words[1:2]):
        return False  # "Keep it short", but "Costs that have been incurred"
    for before, word in pairwise(words):
        if word in _GOES_ON | _CONTACT or (word in verb_forms() and _is_participle(word)):
            return True
        if word in en.AUXILIARIES or word in en.PRONOUNS or _is_finite(word, before):
            return False
    return False


def _is_participle(word: str) -> bool:
    return word == participle(verb_forms()[word])


def _is_finite(word: str, before: str) -> bool:
    """Tell the verb of "the driver loads", "drivers load", but not the noun of "the last check"."""
    verb = verb_forms().get(word)
    agrees = word == third_person(verb) if verb and not looks_plural(before) else word == verb
    return verb is not None and agrees and word not in en.NOUNS_FIRST
