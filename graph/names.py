"""How names become identifiers and match keys: slugs, folding."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rolegraph.graph.plurals import primary, singular

__all__ = ["fold", "slug"]

_SPELLED = {
    "c++": "c-plus-plus",
    "c#": "c-sharp",
    "f#": "f-sharp",
    ".net": "dot-net",
    "&": "and",
    "+": "plus",
}
_APOSTROPHES = re.compile(r"['’`´]")
_ELISION = re.compile(r"\b([cdjlmnst]|qu)['’`´](?=\w)")
_ARTICLES = {
    "en": re.compile(r"^(?:an?|the) (?=\S)"),
    "fr": re.compile(r"^(?:l|les?|la|une?|des) (?=\S)"),
    "de": re.compile(r"^(?:der|die|das|dem|den|des|eine?[mnrs]?) (?=\S)"),
    "es": re.compile(r"^(?:el|l[ao]s?|una?s?|unos) (?=\S)"),
}
_LONGEST_ARTICLE = 6  # with the space behind it
_PLURAL_OF_CAPITALS = re.compile(r"\b([A-Z][A-Z0-9]+)s\b")
_NOT_WORD = re.compile(r"[\W_]+")
_JOINT = re.compile(r"[-‐-―_/\s]+")
_NOT_FOLDED = re.compile(r"[^\w+#&. ]")
_FOLDED = re.compile(
    r"(?:[A-Z]?[a-z]|[0-9])[a-z0-9]*(?: [a-z0-9]+)*"
)  # but for its first letter, articles and plurals


@lru_cache(maxsize=1 << 14)
def slug(label: str) -> str:
    """Turn a label into the last part of an IRI: lower case, words joined by hyphens.

    Letters of every script are kept, as IRIs allow (RFC 3987, 2.2).

    >>> slug("Business process outsourcing (BPO)"), slug("C++"), slug("Qualité")
    ('business-process-outsourcing-bpo', 'c-plus-plus', 'qualité')
    """
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", label).casefold())
    for sign, words in _SPELLED.items():
        text = text.replace(sign, f" {words} ")
    return _NOT_WORD.sub("-", unicodedata.normalize("NFC", text)).strip("-") or "term"


@lru_cache(maxsize=1 << 14)
def fold(name: str, language: str = "en") -> str:
    """Give the key under which spellings of one name meet: case, hyphens, articles and plurals are folded.

    Articles and plurals are those of the language, a BCP 47 tag; of a language without rules they stay.

    >>> fold("The Product-Managers"), fold("KPIs"), fold("Analysis")
    ('product manager', 'kpi', 'analysis')
    >>> fold("L’équipe"), fold("L’équipe", "fr"), fold("les chefs de produits", "fr")
    ('léquipe', 'équipe', 'chef de produit')
    """
    language = primary(language)
    bare = name.lower() if _FOLDED.fullmatch(name) else _spelled(name, language)
    if 0 < bare.find(" ") < _LONGEST_ARTICLE and language in _ARTICLES:
        bare = _ARTICLES[language].sub("", bare)
    return " ".join([singular(word, language) for word in bare.strip(". ").split()])


def _spelled(name: str, language: str) -> str:
    """Bring a name to small letters, without apostrophes and hyphens."""
    text = _PLURAL_OF_CAPITALS.sub(r"\1", unicodedata.normalize("NFKC", name)).casefold()
    text = _APOSTROPHES.sub("", _ELISION.sub(r"\1 ", text) if language == "fr" else text)
    text = _NOT_FOLDED.sub(" ", _JOINT.sub(" ", text))
    return " ".join(text.split())
