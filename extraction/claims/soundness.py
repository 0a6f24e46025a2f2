"""Which claims name something at both ends: "it", "42" and "various things" are no ends of a relation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_whomever
from rolegraph.extraction.words.noun_classes import DEPARTMENTS
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["is_sound", "tells_of_anybody"]

_EMPTY = en.STAND_INS | en.PRONOUNS | en.LIGHT_HEADS | en.EMPTY_HEADS | en.EVALUATIVE | en.PLAIN_ADJECTIVES


_KINDS = frozenset(
    {"form", "time", "person", "people", "individual", "professional", "right"}
)  # that say what it is
_NO_NAMES = frozenset({"not", "no", "none", "neither", "never", "n/a", "nobody", "nothing"})


def is_sound(claim: Claim) -> bool:
    """Tell whether both ends name something, and two things."""
    if claim.subject.text.lower() == claim.object.text.lower():
        return False
    if claim.subject.keys and claim.subject.keys == claim.object.keys:
        return False
    if not claim.negative and {claim.subject.determiner.lower(), claim.object.determiner.lower()} & _NO_NAMES:
        return False  # "No vendors" below "Members"
    if (
        claim.relation.name == "exampleOf"
        and claim.subject.form == "gerund"
        and " " not in claim.subject.text
    ):
        return False
    own = (
        " " in claim.subject.text and claim.object.text.lower() == claim.subject.head
    )  # "a benchmark job is a job"
    if claim.relation.name == "broader" and (own or claim.object.text.lower() in _KINDS):
        return _names_something(claim.subject)
    if claim.relation.name in ("broader", "locatedIn") and claim.object.determiner[:1].isdigit():
        return False  # "is 1,435 mm", "at 50 Hz"
    if claim.relation.name == "broader" and claim.object.head in en.LIGHT_HEADS - en.GENUS_LIGHT:
        return _names_something(claim.subject)
    years = claim.relation.name == "requiresSkill"  # "5 years of experience"
    named = _names_something(claim.subject) and _names_something(claim.object, counted=years)
    dated = claim.relation.literal and _names_something(claim.subject)  # "dates back to 1912"
    return claim.object.form == "time" or dated or named


_OF_ANYBODY = frozenset({"responsibleFor", "appliesTo", "supports", "produces", "dependsOn", "uses"})


def tells_of_anybody(claim: Claim) -> bool:
    """Tell what "companies" or "people" do with a thing that is no term, which says nothing of the headword."""
    subject = claim.subject
    whoever = not subject.keys and " " not in subject.text and names_whomever(subject.text)
    return whoever and not claim.object.keys and claim.relation.name in _OF_ANYBODY


_OF_COUNT = re.compile(r" of \d[\d.,]*%?$")  # "a book of 20" to 200 accounts, "penalties of 5%"


def _is_count(word: str) -> bool:
    """Tell "37" and "5-day" from a name such as "3PL"."""
    return word[:1].isdigit() and not re.fullmatch(r"\d{1,3}[a-z]{2,}", word)


_DENYING = re.compile(r"(?:do|does|did|is|are|was|were)(?: not|n['’]t)\b")


def _names_something(phrase: Phrase, *, counted: bool = False) -> bool:
    if phrase.keys:
        return True
    words = phrase.text.lower().split()
    if not words:
        return False
    if words[0] == "following" and words[1:2] not in (["the"], ["a"], ["all"]):
        return False  # "the following steps", but not what is done by "following the rules"
    if words[0] in ("called", "named") and len(words) > 1:
        return False  # "runs one called Alder"
    if words[0] in _NO_NAMES or "nor" in words[1:] or _DENYING.match(phrase.text.lower()):
        return False  # "Not revenue", "None", "a degree nor a licence", "Does not use"
    if phrase.form == "gerund" and words[1:2] == ["no"]:
        return False  # "using no tools"
    if "vs" in words or "vs." in words:
        return False  # "EOR vs PEO", a heading
    if words[0] in ("rest", "remainder", "see", "cf") or "who" in words[1:]:
        return False  # "the rest filing", "growing who do not wish to lead"
    if (
        (_is_count(words[0]) and not counted)
        or _OF_COUNT.search(phrase.text)
        or not any(letter.isalpha() for letter in phrase.text)
        or len(phrase.text) < 2
    ):
        return False
    longest = (8 if phrase.form == "noun" else 10) + 4 * (primary(phrase.language) != "en")
    adjective = len(words) == 1 and words[0].endswith(("able", "ible", "ous", "ful", "less", "ernal"))
    named = words[0] in DEPARTMENTS and phrase.text != "It"
    department = named and phrase.text[:1].isupper()  # "Legal drafts the clauses"
    empty = len(words) == 1 and words[0] in _EMPTY and not department
    return not empty and len(words) <= longest and not adjective
