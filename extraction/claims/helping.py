"""What something helps somebody do: "It helps teams cut costs", "It allows clerks to find files and sort them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.deeds.deeds import deeds
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.english import words
from rolegraph.extraction.words.inflection import gerund, looks_plural
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import HELPING, LESSENING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rolegraph.ontology import RelationType

__all__ = ["BETTER", "bettered", "helped_deeds", "is_helped", "lessened", "lessens"]

_MOST_WORDS = 8


def helped_deeds(tokens: Sequence[Token], start: int, is_aim: Callable[[int], bool]) -> Iterator[Phrase]:
    """Give what is done behind a verb of helping, somebody and "to" between; ``start`` is where the verb ends.

    ``is_aim`` tells the place of a verb whose object is an aim of its own ("to improve service").
    """
    _, after = read_noun_phrase(tokens, start)
    position = after + (after < len(tokens) and tokens[after].tag == Tag.TO)
    while position < len(tokens) and tokens[position].tag == Tag.ADVERB:
        position += 1
    if position >= len(tokens) or not _is_bare(tokens[position]):
        return
    for deed in deeds(tokens, position):
        if is_aim(deed.start) or not _is_bare(tokens[deed.start]):
            continue
        for text in deed.texts:
            if 1 < len(text.split()) <= _MOST_WORDS:
                yield Phrase(text, "gerund", text.split()[-1].lower(), start=deed.start, end=deed.stop)


def _is_bare(token: Token) -> bool:
    return token.tag == Tag.VERB and token.lower == token.verb


def is_helped(tokens: Sequence[Token], phrase: Phrase, verb: int) -> bool:
    """Tell somebody without an entry who is helped to do what a verb says: the teams of "helps teams find files"."""
    if phrase.keys or phrase.start < 1 or not phrase.end <= verb:
        return False
    between = [token for token in tokens[phrase.end : verb] if token.tag not in (Tag.ADVERB, Tag.TO)]
    before = [token for token in tokens[: phrase.start] if token.tag != Tag.DETERMINER]
    joined = all(token.tag in "VGWTDPC," for token in between)
    return joined and bool(before) and before[-1].verb in HELPING and before[-1].tag in Tag.VERBS


def lessens(tokens: Sequence[Token], claim: Claim, *relations: str) -> bool:
    """Tell a verb whose object is no aim, "reduces costs", where its cue tells one of some relations."""
    placed = claim.relation.name in (relations or ("supports",)) and 0 <= claim.cue < len(tokens)
    return placed and tokens[claim.cue].verb in LESSENING and tokens[claim.cue].tag in Tag.VERBS


def lessened(token: Token, phrase: Phrase) -> Phrase:
    """Name the aim of "reduces costs", which is reducing costs."""
    text = f"{gerund(token.verb)} {phrase.text}"
    return phrase._replace(text=text, form="gerund", keys=(), head_keys=())


BETTER: Final = words(
    "possible easy easier faster quicker simpler better cheaper safer predictable transparent visible efficient "
    "affordable smoother clearer comparable available measurable reliable"
)
_GIVING = frozenset({"give", "grant", "offer", "guarantee"})


def bettered(
    tokens: Sequence[Token], subject: Phrase | None, relation: RelationType, acts: Callable[[Phrase], bool]
) -> Iterator[Claim]:
    """Read "makes handovers easier" and "gives companies access to skills"; ``acts`` tells who can act."""
    if subject is None or acts(subject):
        return
    for place, token in enumerate(tokens[:-2]):
        if token.tag != Tag.VERB or any(
            each.tag == Tag.NEGATION for each in tokens[max(0, place - 3) : place]
        ):
            continue
        end = place + 1 + (tokens[place + 1].tag == Tag.DETERMINER)
        while end < len(tokens) and tokens[end].tag in Tag.NOUNS and tokens[end].lower not in BETTER:
            end += 1
        made = token.verb in ("make", "keep") and end < len(tokens) and tokens[end].lower in BETTER
        found = [read_noun_phrase(tokens[:end], place + 1)[0]] if made else []
        if token.verb in _GIVING and tokens[place + 1].tag in Tag.NOUNS:
            found = _given(tokens, place + 1)
        yield from (Claim(subject, relation, each, rule="verb cue", cue=place) for each in found if each)


def _given(tokens: Sequence[Token], start: int) -> list[Phrase | None]:
    """Give the companies and the access of "gives companies access to skills"."""
    place = start
    while place < len(tokens) and tokens[place].tag in Tag.NOUNS:
        if looks_plural(tokens[place].text) and names_somebody(tokens[place].lower):
            break
        place += 1
    follows = place + 1 < len(tokens) and tokens[place + 1].tag in (*Tag.NOUNS, Tag.DETERMINER)
    if place >= len(tokens) or tokens[place].tag not in Tag.NOUNS or not follows:
        return []
    return [read_noun_phrase(tokens[: place + 1], start)[0], read_noun_phrase(tokens, place + 1)[0]]
