"""Lists that a sentence with a colon leads in: "It helps teams:", "The process includes the following steps:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.claims.soundness import is_sound
from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.prose.sentence_claims import SentenceReader
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import verb_forms
from rolegraph.extraction.words.phrases import Phrase, begins_clause, read_noun_phrase
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.words.tokens import Token
    from rolegraph.readers import Span

__all__ = ["LedLists", "is_within", "lead_of", "leads"]

_MOST_WORDS, _LONGEST_LEAD = 14, 300  # characters: a lead is read again with each item
# What a lead says of the list itself: "includes the following steps", "perform several tasks", "are as follows".
_ITSELF = re.compile(
    r"\s+(?:(?:the following|these|several|many|various|a (?:number|range|variety|set) of|two|three|four|five|six|seven"
    r"|the (?:main|key|basic|common|core))(?:\s+[\w-]+){0,3}|as follows|the following)$",
    re.IGNORECASE,
)
# A lead that only names what the items are: "There are three types", "Typical deductions".
_COUNTED = re.compile(
    r"(?:there (?:are|is)|(?:it|they) (?:has|have)|we distinguish|you can distinguish)\s+", re.IGNORECASE
)
_MOST_TITLE_WORDS = 5
# Of a lead that tells more than that, what counts up the parts: "…, a firing consists of three steps".
_PARTS = re.compile(
    r"\b(?:consists? of|comprises?|has|have|involves?|includes?|follows?|is made up of|goes through)\s+"
    r"((?:the following|these|several|two|three|four|five|six|seven|eight|\d{1,2})(?:\s+[\w-]+)?\s+"
    r"(?:steps|stages|phases|parts|components|elements))$",
    re.IGNORECASE,
)
_FAILING = re.compile(
    r"\b(?:fail(?:s|ed)?|unable|refuses?d?|neither|nor|without|hardly|rarely|seldom)\b", re.IGNORECASE
)
_ACTIVITIES = ("ment", "tion", "ance", "sis", "ing", "support", "control")
_BARE_AFTER = frozenset({"to", *en.MODALS})


def leads(passages: Sequence[Passage]) -> list[str]:
    """Give for each passage the sentence with a colon that leads in the list it is an item of, else nothing.

    >>> from rolegraph.extraction.entries import Passage
    >>> from rolegraph.readers import Span
    >>> spans = [Span(text, ((0, 1),)) for text in ("Toil exists. It costs teams:", "Time", "Nerves")]
    >>> leads([Passage(span, item=number > 0) for number, span in enumerate(spans)])
    ['', 'It costs teams', 'It costs teams']
    """
    found, lead = list[str](), ""
    for passage in passages:
        if not passage.item:
            lead = lead_of(passage.span)
        found.append(lead if passage.item else "")
    return found


def lead_of(span: Span) -> str:
    """Give the last sentence of a text that ends with a colon, without what it says of the list itself."""
    if not span.text.rstrip().endswith(":"):
        return ""
    *_, last = sentences(span)
    text = last.text.rstrip(" :")
    if _COUNTED.match(text) and len(text) <= _LONGEST_LEAD:
        return text
    if (parts := _PARTS.search(text)) and len(text.split()) > _MOST_WORDS:
        return parts[1]
    return _ITSELF.sub("", text) if len(text) <= _LONGEST_LEAD else ""


class LedLists:
    """Reads the items behind a lead with the cues and names of a ``ProseReader``, as if the lead went on with each."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader

    def read(self, lead: str, span: Span, topic: Phrase) -> Iterator[Found]:
        """Give what a lead and one of its items claim together; the lead is the context of the item."""
        pair = read_pair(span)
        text = (pair.head if pair else span.text).strip(" .;,")
        if not lead or _FAILING.search(lead) or len(text.split()) > _MOST_WORDS:
            return
        if not pair and self._is_sentence(text):
            return
        context = ("context", f"under “{lead}”")
        for claim in self._announced(lead, text, topic) or self._claims(lead, text, topic):
            if is_sound(claim):
                qualifiers = tuple(sorted({*claim.qualifiers, context}))
                yield Found(claim._replace(qualifiers=qualifiers), span.text, span.line, span.starts[-1][1])

    def _announced(self, lead: str, text: str, topic: Phrase) -> list[Claim]:
        """Give what a lead that only names its items announces: "Typical deductions", "There are two types"."""
        title = _COUNTED.sub("", lead, count=1)
        if len(title.split()) > _MOST_TITLE_WORDS + 2:
            return []
        reading = self._reader.announcer.part(title, topic.text) or self._reader.announcer.part(
            lead, topic.text
        )
        named = f" {fold(title)}".endswith(f" {fold(topic.text)}") and fold(title) != title.casefold()
        example = Reading(self._reader.relation("exampleOf"), inverse=True) if named else None
        announced = reading or example
        if announced is None:
            return []
        phrase, end = read_noun_phrase(self._reader.tagged(self._fitted("the", text)), 0)
        item = (
            phrase
            if phrase and end == len(self._reader.tagged(text))
            else Phrase(text, "noun", text.split()[-1].lower())
        )
        claim = Claim(topic, announced.relation, item, rule="heading", cue=-1)
        return [claim.turned() if announced.inverse else claim]

    def _claims(self, lead: str, text: str, topic: Phrase) -> Iterator[Claim]:
        whole = f"{lead} {self._fitted(lead, text)}."
        tokens = self._reader.tagged(whole)
        reader = SentenceReader(self._reader, tokens, topic, None, subjectless=False, defining=False)
        for claim in list(reader.claims()):
            item = range(len(lead), len(whole))
            if any(is_within(end, reader.main, item) for end in (claim.subject, claim.object)):
                yield claim._replace(rule="heading", cue=-1)

    def _fitted(self, lead: str, text: str) -> str:
        """Put an item into the sentence: its first letter small, its verb a gerund where no bare verb can follow."""
        words = text.split()
        if text[1:2].islower() and not any(word[:1].isupper() for word in words[1:]):
            text = text[:1].lower() + text[1:]
        bare = lead.split()[-1].lower() in _BARE_AFTER or any(
            verb_forms().get(word.lower()) in ("help", "let") for word in lead.split()
        )
        names = text.endswith(_ACTIVITIES)  # "supply chain management"
        return text if bare or names else self._reader.as_activities(text)

    def _is_sentence(self, text: str) -> bool:
        """Tell an item that is a sentence of its own, which no lead completes."""
        tokens: Sequence[Token] = self._reader.tagged(text)
        _, end = read_noun_phrase(tokens, 0)
        return end > 0 and begins_clause(tokens, end)


def is_within(phrase: Phrase, tokens: Sequence[Token], text: range) -> bool:
    """Tell whether a phrase begins in a part of the text."""
    return 0 <= phrase.start < len(tokens) and tokens[phrase.start].start in text
