"""Duties that tell more than what a role answers for: what it supports, what it uses, and what it does that for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.deed_objects import ARTICLE, text_of
from rolegraph.extraction.deeds.deeds import deeds
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import HELPING, LESSENING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.deeds.deeds import Deed
    from rolegraph.extraction.words.tokens import Token

__all__ = ["purposes", "supported", "used", "used_beside"]

_SUPPORTING = en.words("support enable")
_USING = en.words("use utilize utilise leverage")
_GROWING = re.compile(
    r"^(?:(?:the|our|their|its|an?) )?(?:(?:ongoing|continued|continuing|further|overall) )?"
    r"(?:development|growth|achievement|delivery|implementation|improvement) of (?=\w)",
    re.IGNORECASE,
)
_REACHED = en.words(
    "achieve build create deliver develop drive ensure improve increase influence inform make maximize maximise meet "
    "promote reach reduce support enable strengthen enhance foster grow minimize minimise optimize optimise secure "
    "sustain advance accelerate"
)
_MOST_WORDS = 6


def supported(main: Sequence[Token], deed: Deed) -> list[Phrase]:
    """Give what "support the growth of skills" and "contribute to the practice" say is supported."""
    verb = main[deed.start].verb
    contributes = verb == "contribute" and deed.end < len(main) and main[deed.end].lower == "to"
    if not (contributes or (verb in _SUPPORTING and deed.end - deed.start == 1)) or deed.enabling:
        return []
    found, _ = read_list(main, deed.end + contributes)
    nouns = [each for each in found if each.form == "noun"]
    return [_grown(main, each) for each in nouns]


def _grown(main: Sequence[Token], phrase: Phrase) -> Phrase:
    """Give what grows in "the development of the practice"."""
    whole = text_of(main[phrase.start : phrase.end + _MOST_WORDS]) if phrase.start >= 0 else ""
    behind = phrase.end < len(main) and main[phrase.end].lower == "of"
    if not behind or not _GROWING.match(whole):
        return phrase
    inner, _ = read_noun_phrase(main, phrase.end + 1)
    return inner or phrase


def used(main: Sequence[Token], deed: Deed) -> list[Phrase]:
    """Give what "utilise both qualitative and quantitative data" says is used."""
    return [each for each in deed.objects if each.form == "noun"] if main[deed.start].verb in _USING else []


def used_beside(main: Sequence[Token], place: int) -> list[Phrase]:
    """Give the list behind a "using": "using storytelling, evidence and prototypes"."""
    found, _ = read_list(main, place)
    return found if len(found) > 1 and all(each.form == "noun" for each in found) else []


def purposes(main: Sequence[Token], stop: int) -> Iterator[Phrase]:
    """Give what a duty is done for: "build networks to improve retention, and support growth"."""
    place = next((n for n in range(stop, len(main) - 1) if main[n].tag == Tag.TO), 0)
    if (
        not place
        or main[place - 1].tag in (*Tag.VERBS, Tag.AUXILIARY)
        or main[place - 1].lower in en.ABILITIES
        or any(token.verb in HELPING for token in main[:place])
    ):
        return
    for deed in deeds(main, place + 1):
        if main[deed.start].verb in LESSENING:
            yield from (Phrase(text, "gerund", text.split()[-1].lower()) for text in deed.texts)
            continue
        if main[deed.start].verb in _REACHED:
            for each, text in zip(deed.objects, deed.texts, strict=False):
                whole = ARTICLE.sub("", text.split(" ", deed.end - deed.start)[-1])
                short = each.form == "noun" and len(whole.split()) <= _MOST_WORDS and each.text in whole
                yield (
                    each._replace(text=whole, keys=() if whole != each.text else each.keys) if short else each
                )
