"""What a sentence begins by telling of: "A berth is …", "In ports, the term berth refers to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.articles.foreign_tellings import begins_with_verb, foreign_tellings
from rolegraph.extraction.names.heads import Head, read_head
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.sentences import sentences

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = ["Telling", "is_gloss", "is_name", "is_state", "tellings"]

_MAX_NAME, _SENTENCES, _OPENING, _GROUP, _REACH = 7, 8, 8, 5, 600
_LEAD = (
    r"(?:(?:in|within|at|for|as|from|by|on|to|with|when|like|simply|put|generally|essentially|basically|technically"
    r"|traditionally|formally|broadly|specifically|originally|also|so|thus|yes|now)\b[^.;:?!]{0,80}?,\s+"
    r"|[A-Z]{2,6}\s?[:–—-]\s+|(?:definition|meaning|overview|answer|a)\s?[:.–—-]\s+)?"
)
_KIND = (
    r"(?:by\s(?=[^.;:?!]{2,60}\swe\s))?(?:(?:an?|the|any|each|every|to)\s+)?"
    r"(?:(?:(?:\w+\s)?(?:terms?|concepts?|phrases?|words?|expressions?|acronyms?|abbreviations?)\s+"
    r"|(?P<whole>(?:definition|meaning|concept) of\s+))(?:(?:an?|the)\s+)?)?"
)
_ASIDE = r"(?:\s*\([^()]{1,80}\)|,\s[^,.;:]{2,90},|\s[–—-]\s[^–—.;:]{2,90}\s[–—-](?=\s)){0,3}"
_COPULA = r"(?:is|are|was|were)"
_SURE = (
    rf"{_COPULA}\s(?:\w+ly\s|often\s|also\s|just\s)?(?:an?|the|any|one|when|where|what|how|defined|those)\b"
    r"|(?:occurs?|happens?|arises?)\swhen\b|means?\b|refers?\s(?:\w+\s)?to\b"
    r"|(?:can|may|could)\s(?:\w+\s)?be\s(?:\w+\s)?(?:defined|described|understood|thought of)\b"
    r"|we\s(?:mean|understand)\b|stands?\sfor\b|describes?\b|denotes?\b|represents?\s(?:an?|the)\b|designates?\b|signif(?:y|ies)\b"
)
_LIKELY = (
    rf"(?P<copula>{_COPULA})|involves|occurs?|measures|combines|works|represents|provides|helps|allows|shows"
    r"|holds|includes?|consists?|contains?|enables?|gives|lets|covers|tells|begins|starts|happens|comprises?|ha(?:s|ve)"
)
_NAME = (
    rf"^{_LEAD}{_KIND}[\"“‘']?(?P<name>[^\s,.;:()\"“”–—?!][^,.;:()\"“”–—?!]{{0,60}}?)[\"”’']?{_ASIDE},?\s+"
    r"(?:\w+ly\s|also\s|often\s|always\s)?"
)
_TELLINGS = tuple(re.compile(rf"{_NAME}(?:{says})(?!\w)", re.IGNORECASE) for says in (_SURE, _LIKELY))
# "Habeas corpus, an ancient writ, …": what encyclopaedias begin with, where no verb is needed.
_BESIDE_NAME = re.compile(
    r"(?P<name>[^\s,.;:()?!][^,.;:()?!]{0,50}?)(?:\s\([^()]{1,60}\))?,\s(?:an?|any|one of)\s[a-z]"
)
_STATE = re.compile(r"done|ready|\w+ed", re.IGNORECASE)
_LEADING = re.compile(r"(?:In|Within|At|For)\s[^,.]{2,60},\s+(?=an?\s|the\s)")
_BESIDE = re.compile(r",?\s(?:while|whereas|and|but)\s+(?=an?\s|the\s|[A-Z\"“])")
_BRACKET = re.compile(r"[\"”’']?\s*(\([^()]{1,60}\))")
_PLURAL = re.compile(r"[\w-]{3,}(?<![uis])s(?:[.,;:]|$)")
_ADJECTIVE = re.compile(r"(?:ed|[ae]nt|[ai]ble|al|ic|ous|ive|clear|true|sure|likely|so)$", re.IGNORECASE)
_RELATIVES = frozenset(["that", "which", "who", "whose", "where"])
_ENDS_GROUP = en.PREPOSITIONS | en.CONNECTIVES | en.DETERMINERS | en.NEGATIONS
_FINITE = en.AUXILIARIES - {"being", "been", "having", "done"}
_NEVER = (en.PRONOUNS | en.CONNECTIVES | en.AUXILIARIES | en.NEGATIONS) - {"done"}
_NEVER_FIRST = en.DETERMINERS | en.PREPOSITIONS | {"please", "once", "let"}
_NEVER_OPENS = en.PREPOSITIONS | en.PRONOUNS | en.CONNECTIVES | {"our", "your", "use"}


class Telling(NamedTuple):
    """What a sentence begins by telling of; ``sure`` where it says what that is.

    ``first`` is the sentence that a text begins with, ``start`` the place in the text where it begins.
    """

    head: Head
    sure: bool
    first: bool
    start: int


def tellings(span: Span, language: str = "en") -> Iterator[Telling]:
    """Yield what the first sentences of a text begin by telling of; only English says what is likely, and beside what.

    >>> from rolegraph.readers import Span
    >>> text = "In ports, a berth plan (BP) is a list of ships. It is old."
    >>> [(told.head, told.sure) for told in tellings(Span(text, ((0, 1),)))]
    [(Head(label='berth plan', abbreviations=('BP',), alternatives=()), True)]
    """
    foreign = foreign_tellings(language)
    for number, sentence in enumerate(islice(sentences(span, language), _SENTENCES)):
        if foreign:
            found = next(filter(None, (pattern.match(sentence.text) for pattern in foreign)), None)
            if found and is_name(found["name"]):
                behind = _BRACKET.match(sentence.text, found.end("name"))
                head = read_head(f"{found['name']} {behind[1]}" if behind else found["name"])
                yield Telling(head, sure=True, first=number == 0, start=sentence.start)
            continue
        yield from _told(span, sentence.start, sentence.text, first=number == 0)
        for beside in _BESIDE.finditer(sentence.text):
            start = beside.end()
            text = sentence.text[start : start + _REACH]
            yield from _told(span, sentence.start + start, text, first=False)


def _told(span: Span, start: int, text: str, *, first: bool) -> Iterator[Telling]:
    """Read what a part of a text begins by telling of; "definition of done" is a name as a whole."""
    found, sure = _matched(text)
    if not found and first and (beside := _BESIDE_NAME.match(text)) and is_name(beside["name"]):
        yield Telling(read_head(beside["name"]), sure=True, first=True, start=start)
    if not found:
        return
    behind = _BRACKET.match(text, found.end("name"))
    for name in (
        found["name"],
        *([found["whole"] + found["name"]] if found["whole"] and is_state(found["name"]) else []),
    ):
        head = read_head(f"{name} {behind[1]}" if behind else name)
        yield Telling(head, sure, first, start)


def _matched(text: str) -> tuple[re.Match[str] | None, bool]:
    """Give the name and the verb that a sentence begins with, and whether it says what the thing is."""
    for pattern in _TELLINGS:
        found = pattern.match(text)
        if found and is_name(found["name"]):
            kind = pattern is not _TELLINGS[0] and found["copula"] and _names_kind(text[found.end() :])
            return found, pattern is _TELLINGS[0] or bool(kind)
    return None, False


def _names_kind(behind: str) -> bool:
    """Tell whether a noun in the plural, or one that a clause goes on with, follows a verb: "… is money that"."""
    words = behind.split()
    group = list(takewhile(lambda word: word.lower() not in _ENDS_GROUP, words[:_GROUP]))
    clause = words[len(group)].lower() if len(words) > len(group) > 0 else ""
    if clause in _RELATIVES and not _ADJECTIVE.search(group[-1]):
        return True
    return any(_PLURAL.match(word) and word.lower() not in en.ADVERBS for word in group)


def is_gloss(text: str, language: str = "en") -> bool:
    """Tell a text that says what something is without naming it: "The first place in a row of berths".

    >>> is_gloss("A place where ships lie."), is_gloss("Ships must leave at noon."), is_gloss("A berth is a place.")
    (True, False, False)
    >>> is_gloss("A ship that has a berth and a date.")
    True
    """
    lead = _LEADING.match(text)
    words = text[lead.end() if lead else 0 :].lower().split()
    if foreign := foreign_tellings(language):
        told = begins_with_verb(words[:_OPENING], language) or any(each.match(text) for each in foreign)
        return bool(words) and not told and text[:1].isupper()
    opening = words[:_OPENING]
    if words[:1] in (["a"], ["an"], ["the"]):
        opening = list(takewhile(lambda word: word not in _RELATIVES, opening))  # "A ship that has a berth"
    bare = not _NEVER_OPENS.intersection(words[:1]) and not _FINITE.intersection(opening)
    return bool(words) and bare and _matched(text)[0] is None and text[:1].isupper()


def is_name(name: str) -> bool:
    """Tell whether words can be a name: few, without a pronoun, a verb or a conjunction among them.

    >>> is_name("IT service desk"), is_name("what it is"), is_name("Each berth")
    (True, False, False)
    """
    words = name.split()
    small = {word.lower() for word in words if not (word.isupper() and len(word) > 1)}
    few = 0 < len(words) <= _MAX_NAME
    return few and words[0].lower() not in _NEVER_FIRST and not _NEVER.intersection(small)


def is_state(name: str) -> bool:
    """Tell a word that names no thing, so that its definition is one: "Definition of done".

    >>> is_state("done"), is_state("toil")
    (True, False)
    """
    return _STATE.fullmatch(name) is not None
