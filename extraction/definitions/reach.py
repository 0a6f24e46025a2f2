"""Terms that a definition speaks of further on: "a vessel built to carry containers", "a fee for storage in depots".

Behind its genus a definition is followed word by word, as long as it speaks of the headword. What governs a term
there, a verb or a preposition, tells the relation; most say no more than what the headword applies to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.definitions.governors import Step, governed
from rolegraph.extraction.definitions.headword_clauses import (
    dates_by_clause,
    describes_noun,
    ends_or_begins,
    opens_headword_clause,
    opens_outcome,
    opens_relative,
    relation_to_subject,
)
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.named_terms import terms_named, things_named, whole_term
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, begins_clause, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.ontology import RelationType

if TYPE_CHECKING:
    from rolegraph.extraction.claims.cues import CueMatch

__all__ = ["reached"]

Relations = Callable[[str], RelationType]

_PLACES = en.words("country countries region city site place market state town")
_STOPS = en.words(
    "such like including unlike than except rather instead without regardless despite versus vs until outside"
)
_RECORDS = frozenset({"record", "entry", "data", "information", "detail", "item"})
_EXAMPLES = frozenset({"such", "like", "including"})
_ENDS = frozenset(".;:-()?!")
_SETTLED = en.words(
    "measuredBy locatedIn createdBy employs hasLevel exampleOf broader distinctFrom oppositeOf synonymOf related"
)
_ALONE = frozenset({"one", "either", "both", "another", "each", "all", "any", "some", "many", "most"})
_FARTHEST = 8  # noun phrases behind the genus
_NEAR = 4  # of these, so many can be ends though they are no terms


def reached(
    tokens: Sequence[Token],
    start: int,
    topic: Phrase,
    relation: Relations,
    matches: Sequence[CueMatch],
    *,
    muted: bool = False,
    genus: str = "",
    defines: bool = True,
) -> Iterator[Claim]:
    """Give what the headword is related to by what follows ``start``, the end of the genus or the main verb.

    What the noun cues among ``matches`` join is left to those who read cues. ``muted`` keeps out what stands directly
    behind ``start``; ``genus`` is the relation of the headword to what it is defined as, where it is not its kind. A
    sentence that ``defines`` nothing has no genus that relative clauses could speak of.
    """
    cued = _cued(tokens, matches)
    step, last, passed, position = Step(), Step(genus, start, genus=not genus), 0, start
    aside = False  # whether a clause about another noun is being read, which tells of terms alone
    while position < len(tokens) and passed < _FARTHEST:
        token = tokens[position]
        aside = aside or _of_place(tokens, position)
        if (closing := _closing(tokens, position, start, last, topic, defines=defines)) is not None:
            yield from (_claim(topic, each_step, each, relation) for each_step, each in closing)
            return
        if _opens_aside(tokens, position, start):
            position = _past_aside(tokens, position)
            continue
        if token.tag in Tag.NOUNS or token.tag == Tag.DETERMINER:
            phrase, end = read_noun_phrase(tokens, position)
            if phrase is None and token.tag == Tag.DETERMINER and _stands_alone(tokens, position):
                last, position = step if step.relation else last, position + 1
                continue
            if phrase is None:
                return
            if dates_by_clause(tokens, position, end):
                dated = _step_dated_by(tokens, phrase, end, step)
                yield from [_claim(topic, step, dated, relation)] if dated else ()
                return
            if begins_clause(tokens, end):
                told = _step_to_subject(tokens, position, start, aside=aside)
                if told is None:
                    return
                step = told
            for each in _ends(tokens, phrase, step, passed, int(muted)) if step.relation else ():
                if each.keys != topic.keys:
                    yield _claim(topic, step, each, relation)
            last, passed = step, passed + 1
            step = step if _goes_on(tokens, end) else Step()
            position = max(end, position + 1)
            continue
        step = governed(tokens, position, step, last, cued) if position > start or not muted else Step()
        step = step._replace(firm=False) if aside else step
        aside = aside or describes_noun(tokens, position, start)
        position = cued.get(position, position + 1) if token.tag not in Tag.NOUNS else position + 1


def _cued(tokens: Sequence[Token], matches: Sequence[CueMatch]) -> dict[int, int]:
    """Give the places of the cues that tell their own relation, each with its end."""
    cued = {match.start: match.end for match in matches if match.noun or _is_settled(match)}
    return {begin: end for begin, end in cued.items() if not _opens_question(tokens, end)}


def _closing(
    tokens: Sequence[Token], position: int, start: int, last: Step, topic: Phrase, *, defines: bool
) -> list[tuple[Step, Phrase]] | None:
    """Give what "such as" or "whose" ends the reach with, each with its step, nothing where it stops; else None.

    ``last`` is what governed the phrase before.
    """
    if tokens[position].lower in _EXAMPLES and last.relation and (last.handles or last.place != start):
        return [(last, each) for each in _examples(tokens, position, last, topic)]
    if tokens[position].lower == "whose" and position <= start + 1:
        return [(Step("-partOf", position), each) for each in _owned(tokens, position)]
    return [] if _stops(tokens, position, start, defines=defines) else None


def _examples(tokens: Sequence[Token], position: int, last: Step, topic: Phrase) -> Iterator[Phrase]:
    """Give the terms of "moving things such as kilns": what holds for all of the things holds for these."""
    start = position + 1 + (tokens[position].lower == "such")
    if last.genus or not last.relation or last.relation in ("partOf", "broader"):
        return
    for phrase in read_list(tokens, start, as_subject=True)[0]:
        if phrase.keys and phrase.keys != topic.keys:
            yield phrase


def _owned(tokens: Sequence[Token], position: int) -> Iterator[Phrase]:
    """Give the term that the headword has: of "a kiln whose damper sticks" the damper."""
    phrase, _ = read_noun_phrase(tokens, position + 1)
    whole = whole_term(tokens, phrase) if phrase else None
    if whole is not None:
        yield whole


def _step_dated_by(tokens: Sequence[Token], phrase: Phrase, end: int, step: Step) -> Phrase | None:
    """Give the step that dates another: of "after the firing is finished" the firing."""
    steps = step.relation.endswith("precedes") and ends_or_begins(tokens, end)
    return whole_term(tokens, phrase) if steps else None


def _step_to_subject(tokens: Sequence[Token], position: int, start: int, *, aside: bool) -> Step | None:
    """Give what the subject of a clause is to the headword; None where the clause speaks of others.

    ``aside`` tells that the clause is about a thing that the headword deals with.
    """
    to_subject = relation_to_subject(tokens, position, start)
    if (to_subject is None and not aside) or (aside and to_subject == "-locatedIn"):
        return None
    to_subject = to_subject or ("appliesTo" if aside else "")
    before = tokens[position - 1]
    clause = position > 1 and before.tag == Tag.CONNECTIVE and before.lower != "how"  # of "how fast calls"
    return Step(to_subject, position - 1, firm=clause and not aside and to_subject == "appliesTo")


def _ends(tokens: Sequence[Token], phrase: Phrase, step: Step, passed: int, first: int) -> Iterable[Phrase]:
    """Give the terms that a phrase names; near the genus and behind a word that tells enough, what else it names."""
    if step.relation in ("-locatedIn", "-partOf"):  # of "where the guild members meet" the guild does not
        whole = whole_term(tokens, phrase) or (
            _recorded(tokens, phrase) if step.relation == "-partOf" else None
        )
        if whole or step.relation == "-locatedIn":
            return [whole] if whole else []
    near = step.firm and first <= passed < _NEAR and not _lacks_verb(tokens, phrase, step)
    if step.relation == "-partOf" and any(token.keys for token in tokens[phrase.start : phrase.end]):
        return [phrase] if near else []
    return things_named(tokens, phrase) if near else terms_named(tokens, phrase)


def _recorded(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Give the term of "kiln records", which are what is kept of kilns."""
    kept = singular(phrase.head) in _RECORDS and not phrase.head_keys
    return next(terms_named(tokens, phrase), None) if kept else None


def _of_place(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "where" of "in India, where …", which goes on about that place and not about the headword."""
    comma = position > 2 and tokens[position - 1].tag == ","
    named = comma and (tokens[position - 2].text[:1].isupper() or tokens[position - 2].lower in _PLACES)
    return tokens[position].lower == "where" and named


def _lacks_verb(tokens: Sequence[Token], phrase: Phrase, step: Step) -> bool:
    """Tell what a clause of place ends with, whose verb was then taken for a noun: "where guidance turns round"."""
    return tokens[step.place].tag == Tag.CONNECTIVE and all(
        token.tag in _ENDS for token in tokens[phrase.end :]
    )


def _claim(topic: Phrase, step: Step, term: Phrase, relation: Relations) -> Claim:
    claim = Claim(topic, relation(step.relation.removeprefix("-")), term, rule="reach", cue=step.place)
    return claim.turned() if step.relation.startswith("-") else claim


def _opens_question(tokens: Sequence[Token], position: int) -> bool:
    """Tell "measures how well potters work", where the cue has no object of its own."""
    return position < len(tokens) and tokens[position].lower in ("how", "whether", "what")


def _is_settled(match: CueMatch) -> bool:
    """Tell a cue whose object is nothing else, where it cannot be what the cue says."""
    return any(reading.relation.name in _SETTLED for reading in match.readings)


def _stands_alone(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "another" of "from one kiln into another", and "the most (you pay)", from what belongs to a noun."""
    most = [token.lower for token in tokens[position : position + 2]] == ["the", "most"]
    return most or tokens[position].lower in _ALONE


def _opens_aside(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell ", for a fee, …" from ", by ensuring …", which says how the headword is done."""
    behind_comma = position > start and tokens[position - 1].tag == ","
    gerund = [token.tag for token in tokens[position + 1 : position + 2]] == [Tag.GERUND]
    means = tokens[position].lower == "by" and gerund
    clause = [token.lower for token in tokens[position + 1 : position + 2]] == ["which"]
    opens = tokens[position].tag == Tag.PREPOSITION and tokens[position].lower != "of"
    return opens and behind_comma and not (means or clause)


def _past_aside(tokens: Sequence[Token], position: int) -> int:
    """Give the place behind "in part," or "for a fee," between commas; the end where no second comma follows."""
    return next((n + 1 for n in range(position, len(tokens)) if tokens[n].tag in ",;."), len(tokens))


def _stops(tokens: Sequence[Token], position: int, start: int, *, defines: bool) -> bool:
    """Tell whether the sentence stops speaking of the headword: another clause, a contrast, examples, a condition."""
    token = tokens[position]
    if token.tag in _ENDS or token.tag == Tag.NEGATION:
        return True
    if token.tag == Tag.CONNECTIVE:
        if not defines and opens_relative(tokens, position):
            return True
        own = opens_headword_clause(tokens, position, start) or _opens_occasion(tokens, position)
        own = own or opens_outcome(tokens, position) or opens_outcome(tokens, position - 1)
        return not (own or describes_noun(tokens, position, start))
    return token.lower in _STOPS


def _opens_occasion(tokens: Sequence[Token], position: int) -> bool:
    """Tell "a form used when ordering pots", whose "when" says what the headword is for."""
    gerund = [token.tag for token in tokens[position + 1 : position + 2]] == [Tag.GERUND]
    return tokens[position].lower in ("when", "while") and gerund


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a list goes on behind a phrase."""
    return position < len(tokens) and tokens[position].tag in (",", Tag.CONJUNCTION, "/")
