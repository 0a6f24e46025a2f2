"""What a sentence begins by telling of: "A berth is …", "In ports, the term berth refers to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rolegraph.extraction.forms.heads import Head, read_head
from rolegraph.extraction.forms.patterns import cut
from rolegraph.extraction.grammar.sentences import sentences
from rolegraph.readers import Span

__all__ = ["Telling", "is_gloss", "tellings"]

_MAX_NAME, _SENTENCES, _OPENING = 7, 8, 8
_LEAD = (
    r"(?:(?:in|within|at|for|as|from|by|on|to|with|when|like|simply|put|generally|essentially|basically|technically"
    r"|traditionally|formally|broadly|specifically|originally|also|so|thus|yes|now)\b[^.;:?!]{0,80}?,\s+)?"
)
_KIND = (
    r"(?:(?:an?|the|any|each|every)\s+)?(?:(?:(?:\w+\s)?(?:terms?|concepts?|phrases?|words?|expressions?|acronyms?|abbreviations?)"
    r"|(?:definition|meaning|concept) of)\s+(?:(?:an?|the)\s+)?)?"
)
_ASIDE = r"(?:\s*\([^()]{1,80}\)|,\s[^,.;:]{2,90},|\s[–—-]\s[^–—.;:]{2,90}\s[–—-](?=\s))*"
_COPULA = r"(?:is|are|was|were)"
_SAYS = (
    rf"(?P<sure>{_COPULA}\s(?:\w+ly\s|often\s|also\s|simply\s|just\s)?(?:an?|the|any|one|when|where|what|how|defined|those)\b"
    r"|means?\b|refers?\s(?:\w+\s)?to\b|(?:can|may|could)\s(?:\w+\s)?be\s(?:\w+\s)?(?:defined|described|understood|thought of)\b"
    r"|stands?\sfor\b|describes?\b|denotes?\b|designates?\b|signif(?:y|ies)\b)"
    rf"|{_COPULA}|involves?|occurs?|measures?|combines?|works?|represents?|provides?|helps?|allows?|shows?|holds?"
    r"|includes?|consists?|contains?|enables?|gives?|lets?|covers?|tells?|begins?|starts?|happens?|comprises?|ha(?:s|ve)"
)
_TELLING = re.compile(
    rf"^{_LEAD}{_KIND}[\"“‘']?(?P<name>[^\s,.;:()\"“”–—?!][^,.;:()\"“”–—?!]{{0,60}}?)[\"”’']?{_ASIDE},?\s+(?:\w+ly\s|also\s|often\s|always\s)?(?:{_SAYS})\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\"”’']?\s*(\([^()]{1,60}\))")
_FINITE = frozenset("is are was were has have can may must should will would do does isn't aren't".split())
_NO_GLOSS = frozenset(
    "if when while in to for with at by on as use you we our your it this these they there what how".split()
)
_NO_NAMES = frozenset(
    "i it its he she we you they them this that these those there here what which who whom whose when where why how if"
    " because while since although not never will would can could should must may might do does did has have had be"
    " being been one ones everyone someone anyone all both most many some several few another other others our your"
    " my their his her is are was were so then but also such".split()
)


class Telling(NamedTuple):
    """What a sentence begins by telling of: its name as it stands there; ``sure`` where it says what that is.

    ``first`` is the sentence that a text begins with.
    """

    name: Span
    head: Head
    sure: bool
    first: bool


def tellings(span: Span) -> Iterator[Telling]:
    """Yield what the first sentences of a text begin by telling of.

    >>> text = "In ports, a berth (B) is a place where ships lie. It is let."
    >>> [(told.head, told.sure) for told in tellings(Span(text, ((0, 1),)))]
    [(Head(label='berth', abbreviations=('B',), alternatives=()), True)]
    """
    for number, sentence in enumerate(islice(sentences(span), _SENTENCES)):
        found = _TELLING.match(sentence.text)
        if found and _is_name(found["name"]):
            start, end = (sentence.start + place for place in found.span("name"))
            behind = _BRACKET.match(span.text, end)
            head = read_head(f"{found['name']} {behind[1]}" if behind else found["name"])
            yield Telling(cut(span, start, end), head, found["sure"] is not None, number == 0)


def is_gloss(text: str) -> bool:
    """Tell a text that says what something is without naming it: "The first place in a row of berths".

    >>> is_gloss("A place where ships lie."), is_gloss("Ships must leave at noon."), is_gloss("A berth is a place.")
    (True, False, False)
    """
    words = text.lower().split()
    told = _TELLING.match(text)
    bare = not _NO_GLOSS.intersection(words[:1]) and not _FINITE.intersection(words[:_OPENING])
    return bool(words) and bare and told is None and text[:1].isupper()


def _is_name(name: str) -> bool:
    """Tell whether words can be a name: few, without a pronoun, a verb or a conjunction among them."""
    words = name.lower().split()
    return 0 < len(words) <= _MAX_NAME and not _NO_NAMES.intersection(words)
