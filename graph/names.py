"""How names become identifiers and match keys: slugs, folding."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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
_ARTICLE = re.compile(r"^(?:an?|the) (?=\S)")
_PLURAL_OF_CAPITALS = re.compile(r"\b([A-Z][A-Z0-9]+)s\b")
_NOT_WORD = re.compile(r"[\W_]+")
_JOINT = re.compile(r"[-‐-―_/\s]+")
_NOT_FOLDED = re.compile(r"[^\w+#&. ]")


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
def fold(name: str) -> str:
    """Give the key under which spellings of one name meet: case, hyphens, articles and plurals are folded.

    >>> fold("The Product-Managers"), fold("KPIs"), fold("Analysis")
    ('product manager', 'kpi', 'analysis')
    """
    text = _PLURAL_OF_CAPITALS.sub(r"\1", unicodedata.normalize("NFKC", name))
    text = _APOSTROPHES.sub("", text.casefold())
    text = _NOT_FOLDED.sub(" ", _JOINT.sub(" ", text))
    words = _ARTICLE.sub("", " ".join(text.split())).strip(". ").split()
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    """Fold an English plural; words that only look like one are left (analysis, status, business)."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 4 and word.endswith(("as", "os")):
        return word[:-1]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word
