"""Terms that a definition speaks of further on: "a vessel built to carry containers", "a fee for storage in depots".

Behind its genus a definition is followed word by word, as long as it speaks of the headword. What governs a term
there, a verb or a preposition, tells the relation; most say no more than what the headword applies to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.claims import Claim
from rolegraph.extraction.grammar.phrases import Phrase, read_noun_phrase, whole_term
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
_CIRCUMSTANCE = frozenset({"where", "whereby", "wherein", "when"})
_COMPLEMENTIZERS = frozenset({"that", "whether", "if", "how"})
_TENETS = en.words("principle idea belief requirement rule assumption theory notion condition")
_OF_CLAUSES = en.words(
    "ensure guarantee verify confirm determine decide evaluate assess check indicate show state prove certify make"
)
_TAKEN_FOR = frozenset({"use", "serve", "act", "function", "work", "operate", "treat", "regard", "classify"})
_RELATIVE = frozenset({"that", "which", "who"})
_PASSED = frozenset({Tag.ADVERB, Tag.TO, Tag.DETERMINER, Tag.PRONOUN, Tag.PREDICATIVE, '"', "/"})
_ENDS = frozenset(".;:-()?!")
_SETTLED = en.words(
    "measuredBy locatedIn createdBy employs hasLevel exampleOf broader distinctFrom oppositeOf synonymOf related"
)
_MAKING = frozenset(
    {"add", "provide", "offer", "create", "produce", "build", "achieve", "ensure", "give", "deliver"}
)
_MADE = frozenset({"make", "create", "issue", "generate", "produce", "build", "obtain", "prepare", "extract", "convert"})
_AIDING = frozenset(
    {"support", "help", "assist", "aid", "facilitate", "enable", "improve", "enhance", "strengthen"}
)
_QUALITIES = ("bility", "urity", "egrity", "iency")
_LONGEST_COMPLEMENT = 5  # words
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
            if _opens_clause(tokens, end):
                clause = _clause_step(tokens, position, start)
                if clause is None:
                    return
                step = clause
            for term in _terms(tokens, phrase) if step.relation else ():
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
    means = tokens[position].lower == "by" and [
        token.tag for token in tokens[position + 1 : position + 2]
    ] == [Tag.GERUND]
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
        return not (_is_of_genus(tokens, position, start) or _is_complementizer(tokens, position))
    return token.lower in _STOPS


def _is_of_genus(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell a clause that speaks of the genus: "that …", "where …", "in which …" behind it."""
    lower, previous = tokens[position].lower, tokens[position - 1] if position else None
    if lower in _RELATIVE | _CIRCUMSTANCE and _skips_complement(tokens, position, start):
        return True
    if previous is not None and previous.tag == Tag.PREPOSITION:
        return lower == "which" and position <= start + 2
    return lower in _RELATIVE | _CIRCUMSTANCE and position <= start + 1


def _is_complementizer(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "that" of "ensuring that each node …", which opens what is ensured."""
    before = tokens[position - 1] if position else None
    governs = before is not None and (before.verb in _OF_CLAUSES or before.lower in _TENETS)
    return tokens[position].lower in _COMPLEMENTIZERS and governs


def _clause_step(tokens: Sequence[Token], position: int, start: int) -> _Step | None:
    """Give what governs the subject of a clause that speaks of the headword; None where it speaks of others.

    Such are clauses behind the genus ("a depot where carriers …", "the stages a career …") and behind a verb that
    takes a clause ("ensuring that each node …", "to ensure nodes are up").
    """
    before = position
    while before > start and _in_subject(tokens[before - 1]):
        before -= 1
    opener = tokens[before - 1] if before else None
    if opener is None:
        return None
    if (
        before > start
        and opener.tag == Tag.CONNECTIVE
        and _is_of_genus(tokens, before - 1, start)
        and opener.lower in _CIRCUMSTANCE | {"which", "that"}
    ):
        return _Step("-locatedIn" if _takes_place(tokens, position) else "appliesTo", before - 1)
    if position == start and tokens[position].tag == Tag.DETERMINER:
        return _Step("appliesTo", position)
    if position > start and (
        _is_complementizer(tokens, position - 1) or tokens[position - 1].verb in _OF_CLAUSES
    ):
        return _Step("appliesTo", position - 1)
    return None


def _in_subject(token: Token) -> bool:
    """Tell whether a word belongs to the subject of a clause: "the energy of eddies", "carriers and their agents"."""
    return token.tag in Tag.NOUNS or token.tag in (Tag.CONJUNCTION, Tag.DETERMINER, ",") or token.lower == "of"


def _takes_place(tokens: Sequence[Token], position: int) -> bool:
    """Tell "where the council meets", "where sorting takes place" from "where carriers drop mail"."""
    _, end = read_noun_phrase(tokens, position)
    verb = next((n for n in range(end, len(tokens)) if tokens[n].tag not in (Tag.ADVERB, Tag.AUXILIARY)), end)
    words = [token.lower for token in tokens[verb : verb + 2]]
    return words[:1] in (
        ["meets"],
        ["sits"],
        ["meet"],
        ["sit"],
        ["occurs"],
        ["based"],
        ["located"],
        ["held"],
    ) or words in (["takes", "place"], ["take", "place"])


def _terms(tokens: Sequence[Token], phrase: Phrase) -> Iterator[Phrase]:
    """Give the term that a noun phrase names, and the one that it belongs to: "each account's balance"."""
    term = whole_term(tokens, phrase)
    if term is not None:
        yield term
    for place in range(max(phrase.start, 0), phrase.end - 1):
        owner = tokens[place]
        if owner.keys and (owner.possessive or not phrase.head_keys):
            yield Phrase(owner.lower, "noun", owner.lower, owner.keys, owner.keys, start=place, end=place + 1)


def _skips_complement(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell "a part on a tractor that turns" from "a list of parts that turn": the clause speaks of the genus."""
    between = tokens[start:position]
    complement = (
        between[:1] != [] and between[0].tag == Tag.PREPOSITION and len(between) <= _LONGEST_COMPLEMENT
    )
    plain = all(token.tag in Tag.NOUNS or token.tag in "PDA" for token in between)
    verb = tokens[position + 1] if position + 1 < len(tokens) else None
    singular_verb = verb is not None and verb.tag == Tag.VERB and verb.lower.endswith("s")
    placed = tokens[position].lower in _CIRCUMSTANCE
    lacks_subject = verb is not None and verb.tag in (Tag.DETERMINER, *Tag.NOUNS) and between[:1] != [] and between[0].lower == "of"
    return complement and plain and (singular_verb or placed or lacks_subject)


def _opens_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a finite verb follows, so that the phrase before it is the subject of a clause of its own."""
    while position < len(tokens) and tokens[position].tag in (Tag.ADVERB, Tag.NEGATION):
        position += 1
    return position < len(tokens) and tokens[position].tag in (Tag.VERB, Tag.AUXILIARY)


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
        if token.lower == "of" or _joins_preposition(tokens, position):
            return last if token.lower == "of" else step
        if token.lower in ("within", "inside") and position and tokens[position - 1].tag in Tag.VERBS:
            return _Step("partOf", position)  # "a program that runs inside a cluster"
        passive = position > 0 and tokens[position - 1].tag in (Tag.PARTICIPLE, Tag.VERB)
        relation = "appliesTo" if token.lower == "from" and (last.handles or passive) else ""
        relation = "dependsOn" if token.lower == "under" and passive else relation
        if token.lower == "from" and passive and tokens[position - 1].verb in _MADE:
            relation = "derivedFrom"
        return _Step(_BY_PREPOSITION.get(token.lower, relation), position, last.handles)
    if token.lower in _NAMING:
        return last
    if token.tag in Tag.VERBS:
        quality = position + 1 < len(tokens) and tokens[position + 1].lower.endswith(_QUALITIES)
        aim = token.verb in _MAKING and (quality or (position > 0 and tokens[position - 1].tag == Tag.TO))
        aim = aim or token.verb in _AIDING
        return _Step("supports" if aim else "appliesTo", position, token.tag == Tag.GERUND)
    if token.tag in (",", Tag.CONJUNCTION) or token.tag in _PASSED:
        return step
    return _Step()
