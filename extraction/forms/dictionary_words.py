"""Entries as dictionaries print them: a word, its part of speech or capitals that set it off, and what it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.layout.patterns import cut, is_head

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = ["Word", "read_word"]

_KIND = r"(?:n|v|vb|vt|vi|adj|adv|pl|noun|verb|adjective|adverb)\.?(?:\s*(?:,|/|pl|&)\.?\s*(?:n|v|vb|adj|adv|pl)\.?)?"
_TOLD = r"(?=[\"“‘(]?(?:[A-Z0-9]|of\s|to\s|an?\s|the\s))"
# "Barratry (n.) The offence …", "Barratry, n. The offence …".
_OF_KIND = re.compile(
    rf"(?P<head>[^.:;()\[\]]{{1,60}}?)\s*(?:[(\[]{_KIND}[)\]]|,\s(?:n|v|vb|adj|adv)\.)"
    r"(?P<aside>,?\s+(?:also|or)\s[^.;:]{2,60}\.|\s+\((?P<like>[^()]{2,40})\)|\s+\[(?:also|or)\s[^\[\]]{2,60}\])?"
    rf"\s*[,:.–—-]?\s+{_TOLD}"
)
# "CANE A thin rod …", "FLINT GLASS  See LEAD GLASS."
_IN_CAPITALS = re.compile(
    r"(?P<head>[A-ZÀ-Þ][A-ZÀ-Þ0-9'’&/-]+(?:\s[A-ZÀ-Þ0-9'’&/-]+){0,5})(?:,?\s+\((?P<aside>[^()]{2,60})\))?"
    r"[.,]?\s+(?=(?:[A-Z][a-z]|An?\s|To\s|[\"“‘]))"
)


class Word(NamedTuple):
    """The head of an entry, its other names in brackets, and the text behind it."""

    head: str
    told: Span


def read_word(span: Span) -> Word | None:
    """Read "Barratry (n.) The offence of …" and "BARRATRY The offence of …".

    >>> from rolegraph.readers import Span
    >>> word = read_word(Span("HELM (n.), also called tiller. The bar that turns the rudder.", ((0, 1),)))
    >>> word.head, word.told.text
    ('HELM (also called tiller)', 'The bar that turns the rudder.')
    """
    text = span.text
    found = _OF_KIND.match(text) or _IN_CAPITALS.match(text)
    if not found or not is_head(found["head"]) or len(found["head"].split()) > 6:
        return None
    return Word(found["head"] + _aside(found), cut(span, found.end()))


def _aside(found: re.Match[str]) -> str:
    """Put what stands behind a word and its part of speech into brackets, where it names the word again."""
    said = (found["aside"] or "").strip(" ,.[]")
    if not said:
        return ""
    if said.startswith("("):
        alike = said[1:2].casefold() == found["head"][:1].casefold() and said[1:2].islower()
        return f" (also {said[1:-1]})" if alike else ""
    return f" ({said})"
