"""What a thing is used for: "managers use dashboards to forecast sales" tells of the dashboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.deeds.deeds import deeds
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, begins_clause, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["used_for"]

_USING = en.words("use utilize utilise leverage deploy employ apply adopt")
_MOST_WORDS = 8


def _purpose_places(tokens: Sequence[Token]) -> Iterator[tuple[list[Phrase], int]]:
    """Give what is used, and the place of the verb behind "to" that says what for."""
    for place, token in enumerate(tokens[:-2]):
        if token.verb not in _USING or token.tag not in (Tag.VERB, Tag.GERUND):
            continue
        used, end = read_list(tokens, place + 1)
        if used and end + 1 < len(tokens) and tokens[end].tag == Tag.TO and tokens[end + 1].tag == Tag.VERB:
            yield used, end + 1


def used_for(
    tokens: Sequence[Token],
    topic: Phrase,
    relation: RelationType,
    is_aim: Callable[[int], bool],
) -> Iterator[Claim]:
    """Read what is done with what is used, where no cue tells it; ``is_aim`` tells the place of a verb that is one."""
    for used, verb in _purpose_places(tokens):
        if any(each.tag == Tag.NEGATION or each.lower == "no" for each in tokens[:verb]):
            continue
        for deed in deeds(tokens[: _end_of_clause(tokens, verb)], verb):
            if is_aim(deed.start):
                continue
            for text in deed.texts:
                aim = Phrase(text, "gerund", text.split()[-1].lower())
                if 1 < len(text.split()) <= _MOST_WORDS:
                    yield from (
                        Claim(thing, relation, aim, rule="verb cue", cue=deed.start)
                        for thing in used
                        if thing.keys != topic.keys and thing.form == "noun"
                    )


def _end_of_clause(tokens: Sequence[Token], start: int) -> int:
    """Give the comma behind which another clause begins: "to forecast sales, and clerks use lists"."""
    for place in range(start, len(tokens) - 2):
        if tokens[place].tag == "," and tokens[place + 1].tag == Tag.CONJUNCTION:
            phrase, end = read_noun_phrase(tokens, place + 2)
            if phrase is not None and begins_clause(tokens, end):
                return place
    return len(tokens)
