"""Plural folding: one form for the singular and the plural of a word, by the rules of a language.

A folded word is a key and not always a word: German and Spanish plurals can't be undone without a dictionary,
so what singular and plural share stands for both ("roll" for Rolle and Rollen). The rules follow the light
stemmers of Savoy (Report on CLEF, 2001 and 2003), without what they do beyond number and case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

__all__ = ["primary", "singular"]


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """Give the language of a BCP 47 tag in small letters; English where there is none.

    >>> primary("fr-CA"), primary("")
    ('fr', 'en')
    """
    return tag.replace("_", "-").partition("-")[0].lower() or "en"


def singular(word: str, language: str) -> str:
    """Fold the plural of a word in small letters; in a language without rules the word stays as it is.

    >>> singular("policies", "en"), singular("journaux", "fr"), singular("sociétés", "fr")
    ('policy', 'journal', 'société')
    >>> singular("criteria", "en"), singular("craftsmen", "en"), singular("specimen", "en")
    ('criterion', 'craftsman', 'specimen')
    >>> singular("verträge", "de") == singular("vertrag", "de")
    True
    >>> singular("gestiones", "es") == singular("gestión", "es")
    True
    """
    rules = _RULES.get(language)
    return rules(word) if rules else word


_ENGLISH_IRREGULAR: dict[str, str] = dict(
    re.findall(
        r"(\w+)/(\w+)",
        "addenda/addendum alumni/alumnus analyses/analysis appendices/appendix children/child criteria/criterion "
        "crises/crisis curricula/curriculum diagnoses/diagnosis errata/erratum feet/foot foremen/foreman "
        "halves/half hypotheses/hypothesis indices/index knives/knife matrices/matrix memoranda/memorandum men/man "
        "mice/mouse parentheses/parenthesis people/person phenomena/phenomenon schemata/schema shelves/shelf "
        "stimuli/stimulus syllabi/syllabus syntheses/synthesis teeth/tooth theses/thesis vertices/vertex wives/wife "
        "aliases/alias apparatuses/apparatus atlases/atlas bacteria/bacterium biases/bias bonuses/bonus buses/bus "
        "campuses/campus canvases/canvas censuses/census consensuses/consensus corpora/corpus emphases/emphasis "
        "fungi/fungus gases/gas heroes/hero larvae/larva lenses/lens loci/locus "
        "nexuses/nexus nuclei/nucleus potatoes/potato prognoses/prognosis prospectuses/prospectus quizzes/quiz "
        "statuses/status surpluses/surplus tomatoes/tomato viruses/virus wolves/wolf",
    )
)


_ENGLISH_INVARIABLE = frozenset({"gas", "lens", "means", "news", "series", "species"})


def _english(word: str) -> str:
    """Fold an English plural; words that only look like one are left (analysis, status, business)."""
    if word in _ENGLISH_INVARIABLE:
        return word
    if word in _ENGLISH_IRREGULAR:
        return _ENGLISH_IRREGULAR[word]
    if word.endswith(("smen", "women")):
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 4 and word.endswith(("as", "os")):
        return word[:-1]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word


_FRENCH_IRREGULAR = {"travaux": "travail", "baux": "bail", "vitraux": "vitrail", "yeux": "œil"}
_FRENCH_INVARIABLE = frozenset(
    re.findall(
        r"\w+",
        "accès avis compromis concours corps cours cursus devis discours parcours pays permis poids procès progrès "
        "propos recours repas sens succès temps univers",
    )
)


def _french(word: str) -> str:
    if word in _FRENCH_INVARIABLE or len(word) < 4:
        return word
    if word in _FRENCH_IRREGULAR:
        return _FRENCH_IRREGULAR[word]
    if word.endswith(("eaux", "yaux", "eux", "oux")):
        return word[:-1]
    if word.endswith("aux") and len(word) > 4:
        return word[:-2] + "l"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


_UMLAUTS = str.maketrans("äöü", "aou")
_GERMAN_ENDING = re.compile(r"(?<=\w{3})(?:ern|ers|en|er|es|e|(?<=el)n|(?<![aeiours])s)$")


def _german(word: str) -> str:
    word = word.translate(_UMLAUTS)
    if word.endswith(("innen", "nisse", "nissen")):
        return re.sub(r"innen$", "in", re.sub(r"nissen?$", "nis", word))
    return _GERMAN_ENDING.sub("", word) if len(word) > 3 else word


_ACUTE = str.maketrans("áéíóú", "aeiou")


def _spanish(word: str) -> str:
    bare = word.translate(_ACUTE)
    if re.search(r"[áéíóú]s$", word):
        return bare
    if len(word) < 4:
        return re.sub(r"z$", "c", bare)
    return re.sub(r"z$", "c", re.sub(r"(?:es|s|e)$", "", bare))


_RULES: dict[str, Callable[[str], str]] = {
    "en": _english,
    "fr": _french,
    "de": _german,
    "es": _spanish,
}
