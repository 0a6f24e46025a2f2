"""Terms that a definition speaks of further on: "a vessel built to carry containers", "a fee for storage in depots".

Behind its genus a definition is followed word by word, as long as it speaks of the headword. What governs a term
there, a verb or a preposition, tells the relation; most say no more than what the headword applies to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.claims import Claim
from rolegraph.extraction.grammar.ends import names_quality
from rolegraph.extraction.grammar.headword_clauses import opens_headword_clause, relation_to_subject
from rolegraph.extraction.grammar.named_terms import terms_named
from rolegraph.extraction.grammar.phrases import Phrase, begins_clause, read_noun_phrase
from rolegraph.extraction.grammar.tokens import Tag, Token
from rolegraph.ontology import RelationType

if TYPE_CHECKING:
    from rolegraph.extraction.grammar.cues import CueMatch

__all__ = ["reached"]

Relations = Callable[[str], RelationType]

# What a preposition makes of the term behind it; of the others nothing is known.
_BY_PREPOSITION = {
    preposition: relation
    for relation, prepositions in {
        "appliesTo": "for to into on onto about across between among against over regarding around upon in toward "
        "towards concerning along at during within inside with per",
        "uses": "through via",
        "precedes": "before",
        "-precedes": "after",
    }.items()
    for preposition in prepositions.split()
}
_STOPS = en.words(
    "such like including unlike than except rather instead without regardless despite versus vs until outside"
)
_NAMING = frozenset({"called", "named", "termed"})
_PLACING = frozenset({"where", "whereby", "wherein"})
_TAKEN_FOR = frozenset({"use", "serve", "act", "function", "work", "operate", "treat", "regard", "classify"})
_PASSED = frozenset({Tag.ADVERB, Tag.TO, Tag.DETERMINER, Tag.PRONOUN, Tag.PREDICATIVE, '"', "/"})
_ENDS = frozenset(".;:-()?!")
_SETTLED = en.words(
    "measuredBy locatedIn createdBy employs hasLevel exampleOf broader distinctFrom oppositeOf synonymOf related"
)
_MAKING = frozenset(
    {"add", "provide", "offer", "create", "produce", "build", "achieve", "ensure", "give", "deliver"}
)
_MADE = en.words("make create issue generate produce build obtain prepare extract convert")
_AIDING = frozenset(
    {"support", "help", "assist", "aid", "facilitate", "enable", "improve", "enhance", "strengthen"}
)
_FARTHEST = 8  # noun phrases behind the genus


class _Step(NamedTuple):
    """What governs a noun phrase: the name of a relation, or nothing; and the place of the word that says so.

    ``handles`` tells that the headword is an activity or serves one: "moving goods from a depot".
    """

    relation: str = ""
    place: int = -1
    handles: bool = False


def reached(
    tokens: Sequence[Token],
    start: int,
    topic: Phrase,
    relation: Relations,
    matches: Sequence[CueMatch],
    *,
    muted: bool = False,
    genus: str = "",
) -> Iterator[Claim]:
    """Give what the headword is related to by what follows ``start``, the end of the genus or the main verb.

    What the noun cues among ``matches`` join is left to those who read cues. ``muted`` keeps out what stands directly
    behind ``start``; ``genus`` is the relation of the headword to what it is defined as, where it is not its kind.
    """
    cued = {match.start: match.end for match in matches if match.noun or _is_settled(match)}
    step, last, passed, position = _Step(), _Step(genus, start), 0, start
    while position < len(tokens) and passed < _FARTHEST:
        token = tokens[position]
        if token.tag in _ENDS or token.tag == Tag.NEGATION or _stops(tokens, position, start):
            return
        if _opens_aside(tokens, position, start):
            position = _past_aside(tokens, position)
            continue
        if token.tag in Tag.NOUNS or token.tag == Tag.DETERMINER:
            phrase, end = read_noun_phrase(tokens, position)
            if phrase is None:
                return
            if begins_clause(tokens, end):
                to_subject = relation_to_subject(tokens, position, start)
                if to_subject is None:
                    return
                step = _Step(to_subject, position - 1)
            for term in terms_named(tokens, phrase) if step.relation else ():
                if term.keys != topic.keys:
                    yield _claim(topic, step, term, relation)
            last, passed = step, passed + 1
            step = step if _goes_on(tokens, end) else _Step()
            position = max(end, position + 1)
            continue
        step = _governed(tokens, position, step, last, cued) if position > start or not muted else _Step()
        position = cued.get(position, position + 1) if token.tag not in Tag.NOUNS else position + 1


def _claim(topic: Phrase, step: _Step, term: Phrase, relation: Relations) -> Claim:
    claim = Claim(topic, relation(step.relation.removeprefix("-")), term, rule="reach", cue=step.place)
    return claim.turned() if step.relation.startswith("-") else claim


def _is_settled(match: CueMatch) -> bool:
    """Tell a cue whose object is nothing else, where it cannot be what the cue says."""
    return any(reading.relation.name in _SETTLED for reading in match.readings)


def _opens_aside(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell ", for a fee, …" from ", by ensuring …", which says how the headword is done."""
    behind_comma = position > start and tokens[position - 1].tag == ","
    gerund = [token.tag for token in tokens[position + 1 : position + 2]] == [Tag.GERUND]
    means = tokens[position].lower == "by" and gerund
    return tokens[position].tag == Tag.PREPOSITION and behind_comma and not means


def _past_aside(tokens: Sequence[Token], position: int) -> int:
    """Give the place behind "in part," or "for a fee," between commas; the end where no second comma follows."""
    return next((n + 1 for n in range(position, len(tokens)) if tokens[n].tag in ",;."), len(tokens))


def _joins_preposition(tokens: Sequence[Token], position: int) -> bool:
    """Tell the second preposition of "to or from a port"."""
    around = [token.tag for token in tokens[max(0, position - 2) : position]]
    return around == [Tag.PREPOSITION, Tag.CONJUNCTION]


def _stops(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell whether the sentence stops speaking of the headword: another clause, a contrast, examples, a condition."""
    token = tokens[position]
    if token.tag == Tag.CONNECTIVE:
        return not opens_headword_clause(tokens, position, start)
    return token.lower in _STOPS


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a list goes on behind a phrase."""
    return position < len(tokens) and tokens[position].tag in (",", Tag.CONJUNCTION, "/")


def _governed(
    tokens: Sequence[Token], position: int, step: _Step, last: _Step, cued: dict[int, int]
) -> _Step:
    """Give what governs the phrase behind a word that is none itself."""
    token = tokens[position]
    if position in cued:
        return _Step()
    if token.lower == "as" and position and tokens[position - 1].verb in _TAKEN_FOR:
        return _Step("broader", position)
    if token.tag == Tag.PREPOSITION:
        return _governed_by_preposition(tokens, position, step, last)
    if token.lower in _NAMING:
        return last
    placed = position > 0 and tokens[position - 1].tag == Tag.PREPOSITION
    if token.lower in _PLACING or (token.lower == "which" and placed):
        return _Step("appliesTo", position)  # "a depot where carriers and their agents meet"
    if token.tag in Tag.VERBS:
        aim = token.verb in _AIDING or (token.verb in _MAKING and _is_aim(tokens, position))
        return _Step("supports" if aim else "appliesTo", position, token.tag == Tag.GERUND)
    if token.tag in (",", Tag.CONJUNCTION) or token.tag in _PASSED:
        return step
    return _Step()


def _governed_by_preposition(tokens: Sequence[Token], position: int, step: _Step, last: _Step) -> _Step:
    """Give what a preposition says of the phrase behind it, with the verb before it."""
    lower, before = tokens[position].lower, tokens[position - 1] if position else None
    if lower == "of" or _joins_preposition(tokens, position):
        return last if lower == "of" else step
    if before is None or before.tag not in Tag.VERBS:
        relation = "appliesTo" if lower == "from" and last.handles else ""
    elif lower in ("within", "inside"):
        return _Step("partOf", position)  # "a program that runs inside a cluster"
    elif lower == "from":
        relation = "derivedFrom" if before.verb in _MADE else "appliesTo"
    else:
        relation = "dependsOn" if lower == "under" else ""
    return _Step(_BY_PREPOSITION.get(lower, relation), position, last.handles)


def _is_aim(tokens: Sequence[Token], position: int) -> bool:
    """Tell what a verb of making is to bring about from what it makes: "to ensure X", "adding reliability"."""
    infinitive = position > 0 and tokens[position - 1].tag == Tag.TO
    return infinitive or (position + 1 < len(tokens) and names_quality(tokens[position + 1].lower))
