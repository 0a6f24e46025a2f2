"""What a verb is done to: the objects behind it, what "it" stands for, or what a clause without an object is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.actors import is_thing
from rolegraph.extraction.words.inflection import looks_plural
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import words_before
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import PARTICLES, PHRASAL, TAKING_IN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.claims.actors import Acting
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token

__all__ = ["antecedent", "names_one", "objects_of"]


def objects_of(tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting) -> list[Phrase]:
    """Give what stands behind a verb and is a thing or somebody, or else what "it" means there."""
    beyond = place in acting.cued and place + 1 not in acting.ends  # the cue goes on behind its verb
    behind = () if beyond else _behind(tokens, place)
    return [each for each in behind if is_thing(each, tokens)] or _meant(tokens, place, doers, acting)


def _behind(tokens: Sequence[Token], place: int) -> list[Phrase]:
    """Read the objects behind a verb, or behind the last of several verbs that share them."""
    start = place + 1
    while start < len(tokens):
        after = start + (tokens[start].tag == ",")
        after += after < len(tokens) and tokens[after].tag == Tag.CONJUNCTION
        if after == start or after >= len(tokens) or tokens[after].tag != Tag.VERB:
            break
        start = after + 1
    verb, behind = tokens[start - 1].verb, tokens[start].lower if start < len(tokens) else ""
    own = behind in PARTICLES or behind in PHRASAL.get(verb, ()) or (behind == "in" and verb in TAKING_IN)
    return read_list(tokens, start + own)[0]


def _meant(tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting) -> list[Phrase]:
    """Give what "it" stands for behind a verb: a term named before that does not act, or else the headword."""
    topic = acting.subjects.topic
    pronoun = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if pronoun != ("them" if topic.plural else "it") or acting.somebody(topic):
        return []
    if acting.subjects.referent.keys != topic.keys:
        return []  # "A model gives a draft. Planners change it."
    first = min((each.start for each in doers if each.start >= 0), default=-1)
    nouns = [token for token in tokens[: max(first, 0)] if token.tag in Tag.NOUNS]
    several = pronoun == "them" and any(
        looks_plural(token.text) for token in tokens[max(first, 0) + 1 : place]
    )
    several = several or (pronoun == "it" and names_one(tokens, doers, place))
    return [topic] if first >= 0 and not several and all(each.keys == topic.keys for each in nouns) else []


def names_one(tokens: Sequence[Token], doers: Sequence[Phrase], place: int) -> bool:
    """Tell whether one thing is named between those who act and a verb: "rents the kiln and (returns) it"."""
    end = max((each.end for each in doers if each.end <= place), default=place)
    nouns = (token for token in tokens[end:place] if token.tag in Tag.NOUNS)
    return any(not looks_plural(token.text) for token in nouns)


def antecedent(tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting) -> Phrase | None:
    """Give what a clause without an object speaks of: the report of "the report that the board commissioned"."""
    start = doers[0].start - 1
    while start > 0 and tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.WORD, Tag.AUXILIARY):
        start -= 1
    stranded = tokens[place + 1 : place + 2] != [] and tokens[place + 1].tag == Tag.PREPOSITION
    stranded = stranded and (place + 2 >= len(tokens) or tokens[place + 2].tag not in "DWT")
    if start < 1 or tokens[start].lower not in ("that", "which", "whom") or stranded:
        return None
    end = start - (tokens[start - 1].tag == ",")
    if acting.subjects.genus_end == end:
        return acting.subjects.topic
    phrase, _ = words_before(tokens, end)
    return phrase if phrase is not None and phrase.form == "noun" else None
