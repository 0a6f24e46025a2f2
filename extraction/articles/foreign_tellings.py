"""How French, German and Spanish sentences begin by telling what a thing is: "Unter X versteht man …", "El X es …"."""

from __future__ import annotations

import re
from functools import cache

from rolegraph.extraction.words.languages import language_words
from rolegraph.graph.plurals import primary

__all__ = ["TOLD_IN", "begins_with_verb", "foreign_tellings"]

_ARTICLES = {
    "fr": r"(?:(?:le|la|les|un|une|des)\s+|l['’]\s*)?",
    "de": r"(?:(?:der|die|das|dem|den|ein|eine|einem|einer)\s+)?",
    "es": r"(?:(?:el|la|los|las|un|una)\s+)?",
}
_KINDS = {
    "fr": r"(?:(?:terme|mot|concept|notion|expression)s?\s+(?:de\s+|d['’]\s*)?)?",
    "de": r"(?:(?:begriff|ausdruck|wort)\s+)?",
    "es": r"(?:(?:término|concepto|palabra|expresión)\s+(?:de\s+)?)?",
}
# What a sentence can open with before it names the thing: "In der Logistik ist ein X …", "En logistique, le X …".
_LEADS = {
    "fr": r"(?:(?:en|dans|pour|chez|au|aux|à)\s[^.;:?!,]{2,60},\s+)?",
    "de": "",
    "es": r"(?:(?:en|dentro|para|a)\s[^.;:?!,]{2,60},\s+)?",
}
_SURE = {
    "fr": r"(?:est|sont|était)\s(?:\w+ment\s)?(?:une?|les?|la|des|l['’]|celui|celle|ce qu)|désignent?|signifie(?:nt)?"
    r"|consistent?\s(?:à|en)|correspond(?:ent)?\s(?:à|au)|se\sdéfini(?:t|ssent)\scomme|peut\sêtre\sdéfinie?\scomme"
    r"|représentent?\s(?:le|la|les|l['’]|une?)",
    "de": r"(?:ist|sind|war)\s(?:eine?|die|der|das|jede[rs]?|ein\w*\s\w+)|bezeichne(?:t|n)|beschreib(?:t|en)|bedeutet"
    r"|steh(?:t|en)\sfür|mein(?:t|en)|umfass(?:t|en)|versteht\sman|ist\s\w*\s?gemeint",
    "es": r"(?:es|son|era)\s(?:una?|el|la|los|las|aquell?[ao]|cualquier|todo)|se\srefieren?\sa|consisten?\sen"
    r"|significan?|designan?|se\sdefinen?\scomo|se\sconocen?\scomo|se\sentienden?\s(?:como|por)|representan?\s(?:el|la|un|una)",
}
_NAME = r"[\"“„«‘']?\s?(?P<name>[^\s,.;:()\"“”„«»–—?!][^,.;:()\"“”„«»–—?!]{0,60}?)\s?[\"”“»’']?"
_ASIDE = r"(?:\s*\([^()]{1,80}\)|,\s[^,.;:]{2,90},|\s[–—-]\s[^–—.;:]{2,90}\s[–—-](?=\s)){0,3}"
_TURNED = {  # the verb, or half of it, stands before the name
    "fr": r"(?:on (?:appelle|nomme|entend par)|par|sous le terme(?: de)?)\s+",
    "de": r"(?:(?:unter|als|mit|von|bei)\s+|beim\s+)",
    "es": r"(?:se (?:denomina|llama|entiende por)|llamamos|por)\s+",
}
_TURNED_VERBS = {
    "fr": r",?\s+(?:on (?:entend|désigne)|une?|le|la|l['’])",
    "de": r",?\s+(?:versteht man|w(?:ird|erden)\b[^.]{0,120}\b(?:verstanden|bezeichnet)|bezeichnet man"
    r"|ist\b[^.]{0,40}\bgemeint|verstehen wir|spricht man|handelt es sich um)",
    "es": r",?\s+(?:se entiende|entendemos|una?|el|la|al?)",
}


TOLD_IN = frozenset({"en", *_SURE})
"""The languages in which it is told what a page is about."""


@cache
def foreign_tellings(language: str) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of sentences that say what they name; none for a language without any.

    >>> found = foreign_tellings("de")[0].match("Unter einem Bilanzkreis (BK) versteht man ein Konto.")
    >>> found["name"]
    'Bilanzkreis'
    """
    tag = primary(language)
    if tag not in _SURE:
        return ()
    before = rf"{_ARTICLES[tag]}{_KINDS[tag]}{_ARTICLES[tag]}"
    turned = rf"{_TURNED[tag]}{before}{_NAME}{_ASIDE}{_TURNED_VERBS[tag]}(?!\w)"
    told = rf"{_LEADS[tag]}{before}{_NAME}{_ASIDE},?\s+(?:{_SURE[tag]})(?!\w)"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (turned, told))


def begins_with_verb(words: list[str], language: str) -> bool:
    """Tell whether a finite verb, or a pronoun, is among the first words of a text."""
    own = language_words(language)
    return not own.verbs.isdisjoint(words) or not own.pronouns.isdisjoint(words[:1])
