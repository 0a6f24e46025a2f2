"""Which sentences of an article, or of the answers to its questions, define its term or name it, and which another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.articles.tellings import tellings
from rolegraph.extraction.names.abbreviations import initials
from rolegraph.extraction.names.heads import without_article
from rolegraph.extraction.words import english as en
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.entries import Entry
    from rolegraph.readers import Span

__all__ = [
    "define_by_answer",
    "define_by_sentence",
    "defined_as",
    "defined_first",
    "name_by_ending",
    "names_carried",
]

_STOPS, _MAX_BEFORE = frozenset('.!?:;…"”)'), 4
_SAYS = re.compile(
    r"(?:(?:an?|the)\s+)?(.{2,60}?)(?:\s*\([^()]{2,60}\))?(?:,[^,.]{2,60},)?\s+"
    r"(?:is|are|refers? to|means|stands for|offers|provides|measures?|describes?|denotes?|represents?|involves?)\s",
    re.I,
)
_BIDS = re.compile(
    r"(?:discover|learn|find out|explore|read on|see)\s(?:about\s|what\s|how\s|the\s|to\s)", re.I
)
_SPELLS = re.compile(
    r"[^.]{2,80}?\s(?:is|are)\s(?:an?\s|the\s)?(?:abbreviation|acronym|initialism|short form|short)\s(?:for|of)\s"
    r"(?:an?\s|the\s)?[\"“]?([^.]{3,80}?)[\"”]?\.",
    re.I,
)

# "A good tracker is a tool that …", "A common mistake is a script that …" tell of no term.
_PASSES_BY = re.compile(
    r"(?:good|great|bad|better|important|typical|successful|effective|proper|useful|usual|late|key|further|additional|simple)\s"
    r"|(?:\w+\s)*(?:mistakes?|steps?|rules?|examples?|problems?|questions?|reasons?|challenges?|benefits?|advantages?|goals?|options?"
    r"|stud(?:y|ies)|days?|weeks?|months?|years?|answers?|things?)$",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"(?P<article>An? |The )?(?P<name>(?!(?:An?|The|This|That|It|Each|Every|Unlike|One|Another) )[A-Za-z][\w&/’'-]*"
    r"(?: (?!(?:of|is|are|a|an|the)\b)[\w&/’'-]+){0,4})(?P<short> \([^()]{2,50}\))? (?:is|refers to) "
    r"(?:any |one of |what |an? (?P<said>[\w-]+)"
    r"|the (?!(?:reverse|opposite|same|other|best|main|first|most|next|right|wrong|only|key)\b))"
)
_JUDGED = en.EVALUATIVE | en.words(
    "complex necessary fairly very rather quite much far way lot matter kind type sort"
)


def define_by_sentence(entry: Entry) -> None:
    """Define an entry by the first sentence that says what it is, where what stands before it does not.

    So do a line without a stop, a sentence that bids the reader read on, and one that only spells the term out.
    """
    first = entry.definition
    if first is None or (first.text[-1:] in _STOPS and not _says_nothing(first.text, entry)):
        return
    texts = [passage.span for passage in entry.passages[:_MAX_BEFORE] if not passage.item]
    texts += [asked.answers[0] for asked in entry.questions[:_MAX_BEFORE]]
    names = {fold(name) for name in entry.names()}
    told = (span for span in texts if not _says_nothing(span.text, entry))
    said = (span for span in told if (match := _SAYS.match(span.text)) and fold(match[1]) in names)
    entry.definition = next(said, first)


def define_by_answer(entry: Entry) -> None:
    """Define an entry without a definition by the answer to "What does toil mean?", which says what it is."""
    names = {fold(name) for name in entry.names()}
    answers = (asked.answers[0] for asked in entry.questions[:1] if asked.answers)
    said = (span for span in answers if (match := _SAYS.match(span.text)) and fold(match[1]) in names)
    entry.definition = entry.definition or next(said, None)


def name_by_ending(entry: Entry) -> None:
    """Name an entry by the end of its label too, where the text says what that is: "The retrospective is …"."""
    words, named = fold(entry.label, entry.language).split(), set(map(fold, entry.names()))
    texts = [entry.definition] if entry.definition else []
    texts += [passage.span for passage in entry.passages[:_MAX_BEFORE] if not passage.item]
    texts += [asked.answers[0] for asked in entry.questions[:_MAX_BEFORE] if asked.answers]
    openings = [
        (span, each) for span in texts for each in tellings(span, entry.language) if each.first and each.sure
    ]
    whole = any(fold(each.head.label, entry.language) in named for _, each in openings)
    for span, told in openings if len(words) > 1 else ():
        short = fold(told.head.label, entry.language)
        definite = span.text[:4].casefold() == "the "  # but not "Risk is …" beside "Vendor risk is …"
        if (
            (definite or not whole)
            and short not in named
            and short.split() == words[len(words) - len(short.split()) :]
        ):
            entry.add_name(told.head.label, abbreviation=False)
            named.add(short)


def _says_nothing(text: str, entry: Entry) -> bool:
    """Tell a sentence that bids the reader read on, or that only gives the full name of the term."""
    spelled = _SPELLS.fullmatch(text)
    names = {fold(name) for name in entry.names()}
    return bool(_BIDS.match(text)) or (spelled is not None and fold(spelled[1]) in names)


def defined_as(title: str, span: Span, language: str) -> str:
    """Give the term that a title names and a text below it begins by defining; empty where it defines something else.

    >>> from rolegraph.readers import Span
    >>> defined_as("The berth plan", Span("The berth plan is a list of ships.", ((0, 1),)), "en")
    'berth plan'
    >>> defined_as("Berth plans in use", Span("A berth plan is a list of ships.", ((0, 1),)), "en")
    ''
    """
    name = without_article(title.strip())
    told = (each for each in tellings(span, language) if each.first and each.sure)
    return name if any(fold(each.head.label, language) == fold(name, language) for each in told) else ""


def names_carried(name: str, names: Sequence[str]) -> bool:
    """Tell an abbreviation with a noun behind it that makes no other thing of it: "CRM system" beside "CRM"."""
    bare, _, carrier = name.rpartition(" ")
    short = any(fold(bare) == fold(each) and each.isupper() for each in names)
    return carrier in en.CARRIERS and (short or any(initials(bare.upper(), each) for each in names))


def defined_first(span: Span, language: str) -> str:
    """Give the term, with what stands in brackets behind it, that a text begins by defining; empty if it defines none.

    >>> from rolegraph.readers import Span
    >>> [defined_first(Span(text, ((0, 1),)), "en") for text in ("A berth is a place.", "The result is a list.")]
    ['berth', '']
    """
    match = _DEFINES.match(span.text)
    if match is None or not any(told.first and told.sure for told in tellings(span, language)):
        return ""
    if match["said"] in _JUDGED or _PASSES_BY.match(match["name"]):
        return ""  # "A good fender is a necessary expense"
    definite = match["article"] == "The " and not match["short"]  # of something that is known already
    own = match["article"] or " " in match["name"] or match["short"] or match["name"].endswith("ing")
    return "" if definite or not own else f"{match['name']}{match['short'] or ''}"
