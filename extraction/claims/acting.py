"""Who does what to what, told by any verb: "forwarders track boxes", "disputes are handled by the council".

The cues of the ontology are the verbs that say which relation is meant. Of the others this much can be told: who acts
answers for what it is done to, unless the verb says that something befalls whoever is its subject. What each verb
tells is a table in ``words.verb_classes``; here is how the ends of a deed are found and what relates them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.actors import is_open, is_thing
from rolegraph.extraction.claims.helping import is_helped
from rolegraph.extraction.claims.objects import antecedent, objects_of
from rolegraph.extraction.claims.partners import with_means, with_others
from rolegraph.extraction.claims.passive_deeds import agents_of, told_behind
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.noun_classes import ACTS
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import (
    BENEFITING,
    CHARGING,
    GIVING,
    GIVING_GOOD,
    HOLDING,
    LIGHT,
    NO_DEEDS,
    TOGETHER,
    USING,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.actors import Acting
    from rolegraph.extraction.claims.claims import Claim

__all__ = ["deeds_told"]

_TELLING = frozenset({"responsibleFor", "produces", "appliesTo", "measuredBy", "employs"})


def deeds_told(tokens: Sequence[Token], acting: Acting) -> Iterator[Claim]:
    """Give what the finite verbs of a sentence and its passives tell that somebody does."""
    if acting.subjects.genus_end < 0:
        yield from _told(tokens, acting)
        return
    topic = acting.subjects.topic  # a definition tells what others do only where it is done to the headword
    for claim in _told(tokens, acting):
        own = claim.subject.keys == topic.keys or tokens[claim.cue].tag == Tag.VERB
        if own and topic.keys in (claim.subject.keys, claim.object.keys):
            yield claim


def _told(tokens: Sequence[Token], acting: Acting) -> Iterator[Claim]:
    for place, token in enumerate(tokens):
        if token.verb and (token.tag == Tag.VERB or _is_perfect(tokens, place)):
            yield from _active(tokens, place, acting)
        elif token.tag == Tag.PARTICIPLE and token.verb:
            yield from _suffered(tokens, place, acting)
            yield from told_behind(tokens, place, acting)


def _is_perfect(tokens: Sequence[Token], place: int) -> bool:
    """Tell the participle of "has approved" from that of "is approved"."""
    before = next((token for token in reversed(tokens[:place]) if token.tag != Tag.ADVERB), None)
    return (
        tokens[place].tag == Tag.PARTICIPLE and before is not None and before.lower in ("has", "have", "had")
    )


def _active(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read what subjects do by a verb: those who act, and things that help somebody or hold something."""
    subjects, group = acting.subjects.of(place)
    if is_open(tokens, place, group):
        return
    verb = tokens[place].verb
    yield from _helped(tokens, place, subjects, acting)
    yield from _held(tokens, place, subjects, acting)
    doers = [one for one in subjects if acting.does(one, verb) and not is_helped(tokens, one, place)]
    name = _relation(verb, acting.cued.get(place)) or _by_noun(tokens, place)
    if name:
        yield from _done(tokens, place, doers, name, acting)


def _done(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], name: str, acting: Acting
) -> Iterator[Claim]:
    """Read "forwarders track boxes", and "plans, budgets and reviews the work", whose verbs share their object."""
    things = objects_of(tokens, place, doers, acting)
    yield from _claims(doers, name, things, place, tokens, acting)
    if not doers:
        return
    if not any(token.tag == Tag.VERB for token in tokens[place + 1 :]):
        yield from with_others(tokens, place, doers, acting)
    if things:
        yield from with_means(tokens, place, doers, things[-1], acting)
    elif (owned := antecedent(tokens, place, doers, acting)) is not None:
        made = name == "produces" and not acting.somebody(owned)
        claim = acting.claim(doers[0], name, owned, place)
        yield claim.turned()._replace(relation=acting.relation("createdBy")) if made else claim


def _suffered(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "disputes are handled by the council" and "the disputes handled by the council"."""
    name = _relation(tokens[place].verb, acting.cued.get(place))
    agents, things = agents_of(tokens, place, acting) if name else ((), ())
    yield from _claims(agents, name, things, place, tokens, acting)


def _claims(
    doers: Sequence[Phrase],
    name: str,
    things: Sequence[Phrase],
    place: int,
    tokens: Sequence[Token],
    acting: Acting,
) -> Iterator[Claim]:
    """Give what each of those who do something has to do with each of the things it is done to."""
    for doer in doers:
        for thing in things:
            if kind := _between(name, tokens[place].verb, acting.somebody(thing)):
                yield acting.claim(doer, kind, thing, place)


def _held(tokens: Sequence[Token], place: int, holders: Sequence[Phrase], acting: Acting) -> Iterator[Claim]:
    """Read "the store holds the latest values": what a thing holds is part of it."""
    if tokens[place].verb not in HOLDING or place in acting.cued or acting.subjects.subjectless:
        return
    for holder in holders:
        for thing in read_list(tokens, place + 1)[0]:
            if acting.somebody(holder) or holder.form != "noun" or not is_thing(thing, tokens):
                continue
            if acting.is_a(holder, "Activity") or holder.head.endswith("ing"):
                yield acting.claim(holder, "appliesTo", thing, place)
            else:
                name = "locatedIn" if acting.is_a(holder, "Place") else "partOf"
                yield acting.claim(thing, name, holder, place)


def _helped(
    tokens: Sequence[Token], place: int, helpers: Sequence[Phrase], acting: Acting
) -> Iterator[Claim]:
    """Read "saves the sponsor money", "compensates the carrier": whom a thing does something good."""
    verb, (somebody, end) = tokens[place].verb, read_noun_phrase(tokens, place + 1)
    if somebody is None or not acting.somebody(somebody) or not is_thing(somebody, tokens):
        return
    second = end < len(tokens) and tokens[end].tag in (Tag.DETERMINER, *Tag.NOUNS)
    if not (verb in GIVING and second) and verb not in GIVING_GOOD:
        return
    for thing in helpers:
        if not acting.somebody(thing) and thing.form == "noun":
            yield acting.claim(thing, "supports", somebody, place)


def _relation(verb: str, cued: frozenset[str] | None) -> str:
    """Give the relation that a verb tells of somebody who acts: of a cue one that its meanings have, else a duty."""
    if cued is not None and not cued & _TELLING:
        return ""
    if cued == frozenset({"employs"}):
        return "employs"
    if cued and "produces" in cued:
        return "produces"
    if verb in USING:
        return "uses"
    return "responsibleFor" if cued or verb not in NO_DEEDS or verb in TOGETHER else ""


def _by_noun(tokens: Sequence[Token], place: int) -> str:
    """Tell the deed of "makes the final decision", which the noun tells and not the verb."""
    objects = read_list(tokens, place + 1)[0] if tokens[place].verb in LIGHT else []
    return "responsibleFor" if objects and singular(objects[0].head) in ACTS else ""


def _between(name: str, verb: str, acts: bool) -> str:
    """Give the relation of somebody to what a verb is done to, or to whom."""
    if not acts:
        return "" if verb in TOGETHER | BENEFITING or name == "employs" else name
    if name == "employs" or (name == "uses" and verb != "consult"):
        return name  # "search job boards"
    if verb in TOGETHER or verb == "consult":
        return "collaboratesWith"
    return "responsibleFor" if verb in CHARGING else ""
