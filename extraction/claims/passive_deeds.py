"""What a passive tells by the preposition behind it: "are tracked by forwarders", "are stored in a cupboard"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.actors import is_open, is_something, is_thing
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.noun_classes import MANNERS, STATES
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import HANDING_ON, NO_MEANS, PLACING
from rolegraph.extraction.words.verb_places import past_setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.actors import Acting
    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token

__all__ = ["agents_of", "told_behind"]


class _Frame(NamedTuple):
    """What a preposition behind a passive tells: the relation of the subject to what stands there, of which verbs.

    No other noun than ``but`` is meant. A verb that is a cue may mean nothing beside ``meanings``, or anything where
    these are None.
    """

    relation: str
    verbs: frozenset[str] = frozenset()
    no_verbs: frozenset[str] = frozenset()
    no_nouns: frozenset[str] = frozenset()
    meanings: frozenset[str] | None = frozenset()
    to_somebody: bool = False

    def tells(self, verb: str, meant: frozenset[str] | None) -> bool:
        """Tell whether it is told of a verb, which as a cue means some relations."""
        free = meant is None or self.meanings is None or (bool(self.meanings) and meant <= self.meanings)
        return free and (verb in self.verbs if self.verbs else verb not in self.no_verbs)

    def fits(self, subject: Phrase, other: Phrase, tokens: Sequence[Token], acting: Acting) -> bool:
        """Tell whether a subject and what stands behind the preposition can stand in the relation."""
        if self.to_somebody:
            return acting.somebody(other) and not acting.somebody(subject) and is_something(subject)
        return is_thing(other, tokens) and not acting.somebody(other) and other.head not in self.no_nouns


_MEANS = _Frame(
    "uses", no_verbs=NO_MEANS, no_nouns=MANNERS, meanings=frozenset({"appliesTo", "responsibleFor"})
)
_PLACE = _Frame("locatedIn", verbs=PLACING, no_nouns=STATES)
_COMPUTING = frozenset({"divide", "multiply"})  # "orders divided by sales", which do nothing
_RECEIVER = _Frame("responsibleFor", verbs=HANDING_ON, meanings=None, to_somebody=True)
_FRAMES = {"with": _MEANS, "in": _PLACE, "on": _PLACE, "at": _PLACE, "to": _RECEIVER}


def told_behind(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "mites are controlled with acid", "drugs are kept in a cupboard", "cases are passed (on) to a clerk"."""
    behind = [token.lower for token in tokens[place + 1 : place + 3]]
    sign = place + 1 + (behind in (["on", "to"], ["over", "to"]))
    frame = _FRAMES.get(tokens[sign].lower) if sign < len(tokens) else None
    if frame is None or not frame.tells(tokens[place].verb, acting.cued.get(place)):
        return
    subjects, group = acting.subjects.of(place)
    if not any(token.lower in en.BE for token in group) or is_open(tokens, place, group):
        return
    for other in read_list(tokens, sign + 1)[0]:
        for subject in subjects:
            if frame.fits(subject, other, tokens, acting):
                ends = (other, subject) if frame.to_somebody else (subject, other)
                yield acting.claim(ends[0], frame.relation, ends[1], place)


def agents_of(
    tokens: Sequence[Token], place: int, acting: Acting
) -> tuple[Sequence[Phrase], Sequence[Phrase]]:
    """Give who does it, and what is done, in "disputes (that are) handled by the council"."""
    by = _sign_of_agent(tokens, place)
    if by < 0 or tokens[place].verb in _COMPUTING:
        return (), ()
    things, group = acting.subjects.of(place)
    beside = acting.subjects.genus_end >= 0 and not any(token.lower in en.BE for token in group)
    if beside or is_open(tokens, place, group):
        return (), ()  # "the sum of money paid by a baker" is read with its definition
    agents = map(_as_noun, read_list(tokens, by + 1)[0])
    return [each for each in agents if acting.does(each, tokens[place].verb)], list(
        filter(is_something, things)
    )


def _as_noun(phrase: Phrase) -> Phrase:
    """Take "leasing companies" for those who lease, where it could be what is leased."""
    last = phrase.text.split()[-1]
    acts = phrase.form == "gerund" and len(phrase.text.split()) == 2 and names_somebody(last)
    return phrase._replace(form="noun", head=last.lower()) if acts else phrase


def _sign_of_agent(tokens: Sequence[Token], place: int) -> int:
    """Give the place of the "by" directly behind a participle, an adverb between; -1 without one."""
    after = place + 1
    while after < len(tokens) and tokens[after].tag == Tag.ADVERB:
        after += 1
    after = past_setting(tokens, after)
    return after if after < len(tokens) and tokens[after].lower == "by" else -1
