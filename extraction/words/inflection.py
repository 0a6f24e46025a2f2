"""The forms of an English verb, and back from a form to its verb."""

from __future__ import annotations

import re
from functools import cache

from rolegraph.extraction.words.english import DOER_ENDINGS, DOERS, DOUBLED, IRREGULAR, VERBS

__all__ = [
    "base_form",
    "forms",
    "gerund",
    "is_gerund",
    "looks_plural",
    "names_doer",
    "participle",
    "singular",
]

_DOUBLING = re.compile(r"^(?:[^aeiou]*[aeiou])[bdgmnprt]$")
_SIBILANT = ("s", "x", "z", "ch", "sh")


def base_form(third_person: str) -> str:
    """Give the verb of a third person singular.

    >>> base_form("owns"), base_form("applies"), base_form("focuses"), base_form("organizes")
    ('own', 'apply', 'focus', 'organize')
    """
    if not third_person.endswith("s") and third_person in verb_forms():
        return verb_forms()[third_person]
    if third_person.endswith("ies") and len(third_person) > 4:
        return third_person[:-3] + "y"
    if third_person.endswith(("sses", "shes", "ches", "xes", "zzes", "cuses")) or third_person in (
        "goes",
        "does",
    ):
        return third_person[:-2]
    return third_person[:-1] if third_person.endswith("s") else third_person


def third_person(verb: str) -> str:
    """Give the third person singular of a verb."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith((*_SIBILANT, "go", "do")) else "s")


def gerund(verb: str) -> str:
    """Give the -ing form of a verb.

    >>> gerund("run"), gerund("decide"), gerund("steer"), gerund("tie")
    ('running', 'deciding', 'steering', 'tying')
    """
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def participle(verb: str) -> str:
    """Give the past participle of a verb.

    >>> participle("build"), participle("map"), participle("rely")
    ('built', 'mapped', 'relied')
    """
    if verb in IRREGULAR:
        return IRREGULAR[verb][1]
    return _regular_past(verb)


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _doubled(verb: str) -> str:
    """Double the last letter where English does: map, embed; not steer."""
    return verb + verb[-1] if _DOUBLING.match(verb) or verb in DOUBLED else verb


def forms(verb: str) -> frozenset[str]:
    """Give all forms of a verb: base, third person, gerund, past, participle."""
    past = IRREGULAR[verb] if verb in IRREGULAR else (_regular_past(verb),)
    return frozenset({verb, third_person(verb), gerund(verb), *past})


@cache
def verb_forms() -> dict[str, str]:
    """Map every form of the known verbs to its verb."""
    british = {f"{verb[:-3]}ise" for verb in VERBS if verb.endswith("ize")}
    return {form: verb for verb in sorted(VERBS | british | IRREGULAR.keys()) for form in sorted(forms(verb))}


def is_gerund(word: str) -> bool:
    """Tell whether a word has the form of a gerund: managing, prioritizing, using; not thing, king or ring."""
    return (
        (len(word) > 5 or word == "using")
        and word.endswith("ing")
        and any(vowel in "aeiouy" for vowel in word[:-3])
    )


# Fields, which are one thing each.
_MASS = (
    "logistics",
    "economics",
    "analytics",
    "robotics",
    "ethics",
    "politics",
    "electronics",
    "telematics",
    "genomics",
)


_IRREGULAR_PLURALS = frozenset({"criteria", "phenomena", "people", "children", "men", "women"})


def looks_plural(word: str) -> bool:
    """Tell whether a noun has the ending of a plural: books, APIs; not class, status or basis."""
    if word.lower().endswith(_MASS):
        return False
    if word.lower() in _IRREGULAR_PLURALS:
        return True
    acronym = len(word) > 2 and word[:-1].isupper()
    return word.endswith("s") and (acronym or not word.endswith(("ss", "us", "is")))


def names_doer(noun: str) -> bool:
    """Tell whether a noun in the singular names somebody who acts, as far as its form tells: librarian, clerk."""
    return noun in DOERS or (len(noun) > 4 and noun.endswith(DOER_ENDINGS))


def singular(word: str) -> str:
    """Give the singular of the last word of a name, its capitals kept."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word
