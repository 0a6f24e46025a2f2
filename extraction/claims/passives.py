"""Who does to the headword what a participle says: "charges to be paid by the carrier", "Completed by the clerk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.claims.dealings import pays, says
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import DEEDS, ISSUING, UNDERGOING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.ontology import RelationType

__all__ = ["done_by"]

# What is seen, had or used by somebody is not the deed of that person.
_BEFALLING = UNDERGOING | en.words(
    "notice observe read recognize recognise call consider cause affect influence bind harm govern limit surround "
    "spend define mean require expect make create write issue provide produce develop offer sell"
)
_SUFFERED = en.words("loss gain failure breach error injury damage default delay use profit income cost")


def done_by(
    tokens: Sequence[Token],
    genus_end: int,
    topic: Phrase,
    relation: Callable[[str], RelationType],
    acts: Callable[[Phrase], bool],
    cued: Container[int] = (),
) -> Iterator[Claim]:
    """Read who answers for the headword, behind its genus or in a sentence that opens with a participle.

    ``genus_end`` is where the genus ends, -1 in a sentence without one; ``acts`` tells who can act, ``cued`` are the
    places of participles that tell a relation of their own.
    """
    if 0 < genus_end < len(tokens) and tokens[genus_end].lower == "from" and _comes(tokens[genus_end - 1]):
        sender, _ = read_noun_phrase(tokens, genus_end + 1)
        name = "responsibleFor" if pays(tokens[genus_end - 1]) else "produces"
        if sender is not None and sender.keys != topic.keys and acts(sender):
            yield Claim(sender, relation(name), topic, rule="phrase cue", cue=genus_end)
        return
    place = max(_genus_by(tokens, genus_end), _participle(tokens, _past_of(tokens, max(genus_end, 0))))
    while place >= 0:
        by = _agent_sign(tokens, place)
        agents, end = read_list(tokens, by + 1)
        apart = by > place + 1 and tokens[place].verb in ISSUING
        for agent in agents:
            told = apart or place not in cued or tokens[place].verb in DEEDS
            done = acts(agent) or (apart and bool(agent.keys))
            if told and agent.form == "noun" and agent.keys != topic.keys and done:
                name = "produces" if apart else "responsibleFor"
                yield Claim(agent, relation(name), topic, rule="phrase cue", cue=place)
        place = _next_participle(tokens, end) if agents else -1


def _comes(noun: Token) -> bool:
    """Tell a notice, and a payment, from what comes from somebody without being a deed of that person."""
    return says(noun) or pays(noun)


def _genus_by(tokens: Sequence[Token], genus_end: int) -> int:
    """Give the place of the genus in "a promise by a lender"; -1 where something befalls the agent, as a loss does."""
    by = 0 < genus_end < len(tokens) and tokens[genus_end].lower == "by"
    return genus_end - 1 if by and tokens[genus_end - 1].lower not in _SUFFERED else -1


def _past_of(tokens: Sequence[Token], position: int) -> int:
    """Step over "of money" behind the genus of "the amount of money paid by a buyer"."""
    if position >= len(tokens) or tokens[position].lower != "of":
        return position
    return read_noun_phrase(tokens, position + 1)[1]


def _participle(tokens: Sequence[Token], position: int) -> int:
    """Give the place of the participle in "to be paid by", "paid by"; -1 where none stands."""
    words = [token.lower for token in tokens[position : position + 2]]
    if words[:1] == ["being"]:
        return _deed(tokens, position + 1)
    return _deed(tokens, position + 2 * (words in (["to", "be"], ["must", "be"])))


def _next_participle(tokens: Sequence[Token], position: int) -> int:
    """Give the place of the second participle of "completed by the clerk and verified by the monitor"; else -1."""
    while position < len(tokens) and tokens[position].tag in (",", Tag.CONJUNCTION, Tag.ADVERB):
        position += 1
    return _deed(tokens, position)


def _deed(tokens: Sequence[Token], position: int) -> int:
    by = _agent_sign(tokens, position)
    if by < 0 or by + 1 >= len(tokens):
        return -1
    participle = tokens[position]
    told = participle.verb in DEEDS or (bool(participle.verb) and participle.verb not in _BEFALLING)
    told = told or (by > position + 1 and participle.verb in ISSUING)
    return position if participle.tag == Tag.PARTICIPLE and told else -1


def _agent_sign(tokens: Sequence[Token], position: int) -> int:
    """Give the place of the "by" behind a participle or its complement: "charged by", "charged to a potter by"."""
    after = position + 1
    if after < len(tokens) and tokens[after].tag == Tag.PREPOSITION and tokens[after].lower != "by":
        _, after = read_noun_phrase(tokens, after + 1)
    return after if after < len(tokens) and tokens[after].lower == "by" else -1
