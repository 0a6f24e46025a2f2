"""How names become identifiers and match keys: slugs, folding."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rolegraph.graph.plurals import primary, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["fold", "fold_all", "folded_words", "slug"]

_KEPT = 1 << 17  # words of a language

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
    "en": frozenset(["a", "an", "the"]),
    "fr": frozenset(["l", "le", "les", "la", "un", "une", "des"]),
    "de": frozenset(["der", "die", "das", "dem", "den", "des"])
    | {f"{one}{ending}" for one in ("ein", "eine") for ending in ("", "m", "n", "r", "s")},
    "es": frozenset(["el", "la", "las", "lo", "los", "un", "uns", "una", "unas", "unos"]),
}
_PLURAL_OF_CAPITALS = re.compile(r"\b([A-Z][A-Z0-9]+)s\b")
_NOT_WORD = re.compile(r"[\W_]+")
_JOINT = re.compile(r"[-‐-―_/\s]+")
_NOT_FOLDED = re.compile(r"[^\w+#&. ]")
_PLAIN = str.maketrans(
    {chr(code): " " for code in range(128) if not (chr(code).isalnum() or chr(code) in "+#&. ")}
    | {"'": None, "`": None}
)
"""What becomes of the characters of ASCII, as the patterns above say it of all."""


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
    return " ".join(_words(name, language, _SINGULARS[language]))


def fold_all(names: Iterable[str], language: str = "en") -> list[str]:
    """Fold many names, of which few are the same.

    >>> fold_all(["The Product-Managers", "KPIs"])
    ['product manager', 'kpi']
    """
    return [" ".join(words) for words in folded_words(names, language)]


def folded_words(names: Iterable[str], language: str = "en") -> Iterator[list[str]]:
    """Give the words of many names, folded.

    >>> list(folded_words(["The Product-Managers", "KPIs"]))
    [['product', 'manager'], ['kpi']]
    """
    language = primary(language)
    known = _SINGULARS[language]
    return (_words(name, language, known) for name in names)


def _words(name: str, language: str, known: Mapping[str, str]) -> list[str]:
    words = _spelled(name, language).split()
    if len(words) > 1 and words[0] in _ARTICLES.get(language, ()):
        del words[0]
    if words and (words[0][0] == "." or words[-1][-1] == "."):
        words = " ".join(words).strip(". ").split()
    return [known[word] for word in words]


def _spelled(name: str, language: str) -> str:
    """Bring a name to small letters, without apostrophes and hyphens."""
    if name.isascii():
        lower = name.lower()
        if lower[1:] != name[1:] or name[1:2].isdigit():
            lower = _PLURAL_OF_CAPITALS.sub(r"\1", name).lower()
        if lower.replace(" ", "").isalnum():
            return lower
        if language == "fr":
            lower = _ELISION.sub(r"\1 ", lower)
        return lower.translate(_PLAIN)
    text = _PLURAL_OF_CAPITALS.sub(r"\1", unicodedata.normalize("NFKC", name)).casefold()
    text = _APOSTROPHES.sub("", _ELISION.sub(r"\1 ", text) if language == "fr" else text)
    return _NOT_FOLDED.sub(" ", _JOINT.sub(" ", text))


class _Singulars(dict[str, str]):
    """Words of a language folded, those that came lately."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        """Fold a word."""
        if len(self) >= _KEPT:
            self.clear()
        self[word] = folded = singular(word, self._language)
        return folded


class _Languages(dict[str, _Singulars]):
    """The words of each language."""

    def __missing__(self, language: str) -> _Singulars:
        """Begin a language."""
        self[language] = words = _Singulars(language)
        return words


_SINGULARS = _Languages()
