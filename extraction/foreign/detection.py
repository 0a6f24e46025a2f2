"""In which language a document is: what it says itself, what its file is called, or the words it uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.words.languages import NAMES, TELLING
from rolegraph.readers import Definition, Document, Item, Table

if TYPE_CHECKING:
    from rolegraph.readers import Block, Span

__all__ = ["detect", "is_tag", "with_language"]

_TAG = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8}|-\d[A-Za-z0-9]{3})*"
)
_WORD = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)|[^\W\d_]+", re.IGNORECASE)
_LETTERS = {"fr": frozenset("àâçèêëîïôœùû"), "de": frozenset("äöüß"), "es": frozenset("áíóúñ¿¡")}
_ENOUGH, _FEW, _MOST, _PLAINLY = 2, 6, 40_000, 4


def is_tag(tag: str) -> bool:
    """Tell whether a text is a language tag: a language, perhaps a script, a region and variants (BCP 47, 2.1).

    >>> is_tag("pt-BR"), is_tag("zh-Hant-TW"), is_tag("French"), is_tag("e")
    (True, True, False, False)
    """
    return _TAG.fullmatch(tag) is not None


def with_language(document: Document, default: str = "") -> Document:
    """Give a document its language: its own, else that of its file's name, else ``default``, else the one detected.

    Where nothing tells, it is English.
    """
    text = " ".join(_texts(document))
    declared = _declared(document)
    if declared[:2] == "en" and (other := _plainly_other(text)):
        declared = other  # the language of a template: of a theme of pages, of a new file in an office
    found = declared or _named(document.name, text) or default or detect(text) or "en"
    return document._replace(language=found)


def _plainly_other(text: str) -> str:
    """Give the language of a text that has next to nothing of English, empty where it may be English."""
    scores = _scores(text[:_MOST])
    (first, most), *_ = scores.most_common(1) or [("en", 0)]
    return first if first != "en" and most >= max(_FEW, _PLAINLY * scores["en"]) and detect(text) else ""


def detect(text: str) -> str:
    """Tell English, French, German and Spanish apart by their small words and letters; empty where unsure.

    >>> detect("Le chef de produit est la personne qui définit la vision du produit.")
    'fr'
    >>> detect("CRM, ERP, KPI")
    ''
    """
    scores = _scores(text[:_MOST])
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH:
        return ""
    (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    return first if most >= second * (2 if most < _FEW else 1.4) else ""


def _scores(text: str) -> Counter[str]:
    scores = Counter(dict.fromkeys((*TELLING, *_LETTERS), 0))
    for found, times in Counter(_WORD.findall(text)).items():
        word = found.lower().replace("’", "'")
        for language, words in TELLING.items():
            scores[language] += times * (word in words)
        for language, letters in () if word.isascii() else _LETTERS.items():
            scores[language] += times * (not letters.isdisjoint(word))
    return +scores


def _declared(document: Document) -> str:
    """Give the language that the document names as its own, by its tag or its name."""
    for said in (document.language, document.meta.get("language"), document.meta.get("lang")):
        text = str(said or "").strip().replace("_", "-")
        if found := NAMES.get(text.lower()) or (text if is_tag(text) else ""):
            return found
    return ""


_IN_NAME = re.compile(r"(?:^|[/._-])(en|fr|de|es)(?:[-_][A-Za-z]{2})?(?=[/.]|$)", re.IGNORECASE)


def _named(name: str, text: str) -> str:
    """Give the language in the name of a file: ``glossary.fr.md``, ``terms_de.csv``, ``es/terms.md``.

    "de" is also a French and a Spanish word, and any of them a name; so the text must not be of another language.
    """
    found = _IN_NAME.findall(name)
    detected = detect(text) if found else ""
    return found[-1].lower() if found and detected in ("", found[-1].lower()) else ""


def _texts(document: Document) -> Iterator[str]:
    """Give the text of a document, so much of it as is looked at."""
    length = 0
    for block in document.blocks:
        for span in _spans(block):
            yield span.text
            length += len(span.text)
        if length > _MOST:
            return
    yield from (str(value) for value in document.meta.values() if isinstance(value, str) and not length)


def _spans(block: Block) -> Iterator[Span]:
    if isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row.cells)
    elif isinstance(block, Definition):
        yield from (block.term, *block.details)
    else:
        yield block.span
        yield from block.more if isinstance(block, Item) else ()
