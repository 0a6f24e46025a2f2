"""What a thing is used for: "managers use dashboards to forecast sales" tells of the dashboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.claims.helping import LESSENING
from rolegraph.extraction.deeds.deeds import deeds
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["purpose_places", "used_for"]

_USING = en.words("use utilize utilise leverage deploy employ apply adopt")
_MOST_WORDS = 8


def purpose_places(tokens: Sequence[Token]) -> Iterator[tuple[list[Phrase], int]]:
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
    """Read what is done with what is used; of the headword cues tell it. ``is_aim`` tells "improve" from "sort"."""
    for used, verb in purpose_places(tokens):
        if any(each.tag == Tag.NEGATION or each.lower == "no" for each in tokens[:verb]):
            continue
        for deed in deeds(tokens, verb):
            bare = is_aim(deed.start) and tokens[deed.start].verb not in LESSENING
            named = [Phrase(text, "gerund", text.split()[-1].lower()) for text in deed.texts]
            for aim in deed.objects if bare else named:
                if 1 < len(aim.text.split()) <= _MOST_WORDS or bare:
                    yield from (
                        Claim(thing, relation, aim, rule="verb cue", cue=deed.start)
                        for thing in used
                        if thing.keys != topic.keys and thing.form == "noun"
                    )
