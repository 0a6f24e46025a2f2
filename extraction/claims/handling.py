"""What a thing deals with by a verb that no cue knows: "the sensor tests the water", "offshoring moves jobs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.actors import is_open
from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.noun_classes import DEPARTMENTS
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.actors import Acting
    from rolegraph.extraction.words.tokens import Token

__all__ = ["handled"]

_HANDLING = en.words(
    "examine test record exchange share transfer move convert translate collect gather sort filter route scan answer "
    "match compare rank score allocate distribute relocate shift transport detect encrypt simulate search count check "
    "send carry connect link assign schedule guide direct display sample weigh price rate index map model merge split "
    "read process treat heat cool clean wash cut fill pack load print label seal dry mix grind lift "
    "pull push turn bring replicate balance block scale rotate"
)


_WISHED = frozenset({"would", "could", "without", "only"})


def handled(tokens: Sequence[Token], acting: Acting) -> Iterator[Claim]:
    """Give what the finite verbs of a sentence say that things, not people, do something to."""
    for place, token in enumerate(tokens[:-1]):
        if token.tag != Tag.VERB or token.verb not in _HANDLING or place in acting.cued:
            continue
        doers, group = acting.subjects.of(place)
        opening = [each.lower for each in (*tokens[:1], *tokens[max(0, place - 2) : place])]
        if is_open(tokens, place, group) or not _WISHED.isdisjoint(opening):
            continue
        for thing in read_list(tokens, place + 1)[0]:
            plain = thing.form == "noun" and thing.head not in en.PRONOUNS and not acting.somebody(thing)
            for doer in doers:
                if (
                    plain
                    and doer.form == "noun"
                    and not acting.somebody(doer)
                    and doer.head not in DEPARTMENTS | {"management"}
                ):
                    yield Claim(doer, acting.relation("appliesTo"), thing, rule="deed", cue=place)
