"""Turns of phrase that claim a relation without a verb of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.ontology import RelationType

if TYPE_CHECKING:
    from rolegraph.extraction.words.insertions import Insertion

__all__ = [
    "activities",
    "careers",
    "done_there",
    "employments",
    "firms",
    "hubs",
    "insertion_claims",
    "kinds",
    "needs",
    "places",
    "possessions",
    "time_shares",
    "times",
]

Relations = Callable[[str], RelationType]

_TIME = re.compile(r"\b(?:early |mid-|late )?(?:1[5-9]|20)\d\d(?:s|'s|’s)?\b")
_TIME_CUE = re.compile(
    r"\b(?:in|since|during|from|until|by|around)(?: the)?(?: early| late| mid)?[ -]$", re.IGNORECASE
)
_SHARES = {"half": "0.5", "third": "0.333", "quarter": "0.25", "fifth": "0.2", "tenth": "0.1"}
_PREPOSITIONAL = frozenset(
    {
        "following",
        "starting",
        "beginning",
        "including",
        "regarding",
        "concerning",
        "according",
        "using",
        "being",
    }
)
# What a role is for a while, or where, makes no kind of it.
_PASSING = frozenset(
    {"current", "live", "busy", "idle", "former", "future", "same", "other", "different", "next"}
)
_MOTION = frozenset(
    {"move", "transition", "progress", "grow", "advance", "switch", "step", "rise", "shift", "come"}
)


def insertion_claims(
    main: Sequence[Token], insertions: Sequence[Insertion], relation: Relations
) -> Iterator[Claim]:
    """Read "delivery (unblocking engineering and shipping work)" and "success — its direction, its value"."""
    for insertion in insertions:
        owner, begin = words_before(main, insertion.after)
        phrases, end = read_list(insertion.tokens, 0)
        whole = end >= len(insertion.tokens) or insertion.tokens[end].tag in ".-;"
        if owner is None or not phrases or not whole or owner.head in en.STAND_INS:
            continue
        if all(phrase.text.lower() in en.ADJECTIVES for phrase in phrases):
            continue  # "all users (internal and external)"
        name = _relation_of_insertion(insertion, owner, phrases, main[begin:])
        if name:
            yield from (
                Claim(phrase, relation(name), owner) for phrase in phrases if phrase.text != owner.text
            )


def _relation_of_insertion(
    insertion: Insertion, owner: Phrase, phrases: Sequence[Phrase], behind: Sequence[Token]
) -> str:
    """Tell parts (gerunds, "its …") from examples (a plain list behind a plural)."""
    possessed = insertion.tokens[0].text.lower() in ("its", "their", "his", "her")
    gerunds = all(phrase.form != "noun" for phrase in phrases)
    if (possessed and len(phrases) > 1) or (insertion.sign == "(" and gerunds):
        return "partOf"
    plain_list = len(phrases) > 1 and not any(token.tag == Tag.NEGATION for token in insertion.tokens)
    return "exampleOf" if plain_list and owner.plural and insertion.sign in "(-" and behind else ""


def employments(
    tokens: Sequence[Token], relation: Relations, is_role: Callable[[Token], bool]
) -> Iterator[Claim]:
    """Read "Spotify's PMs" and "At Airbnb, PMs …": a named organisation employs a role."""
    for position, token in enumerate(tokens):
        if not is_role(token):
            continue
        role = _term_phrase(tokens, position)
        before = tokens[position - 1] if position else None
        if before and before.possessive and _proper(before) and not before.keys:
            _organization, _ = words_before(tokens, position)
            yield Claim(_named(before, position - 1), relation("employs"), role)
        elif position >= 2 and before and before.tag == "," and tokens[0].text == "At":
            phrase, end = read_noun_phrase(tokens, 1)
            if phrase and end == position - 1 and _proper(tokens[1]) and not phrase.keys:
                yield Claim(phrase, relation("employs"), role)


def firms(learned: Sequence[Phrase], sector: Phrase | None, relation: Relations) -> Iterator[Claim]:
    """Read "In the BPO sector, firms like A and B …": A and B are part of the sector."""
    if sector is not None:
        yield from (Claim(firm, relation("partOf"), sector) for firm in learned)


def _named(token: Token, position: int) -> Phrase:
    text = re.sub(r"['’]s?$", "", token.text)
    return Phrase(text, "noun", text.lower(), token.keys, start=position, end=position + 1)


def _term_phrase(tokens: Sequence[Token], position: int) -> Phrase:
    token = tokens[position]
    return Phrase(token.text, "noun", token.lower, token.keys, token.keys, start=position, end=position + 1)


def _proper(token: Token) -> bool:
    return token.text[:1].isupper()


def kinds(
    tokens: Sequence[Token], genus_end: int, relation: Relations, is_role: Callable[[Token], bool]
) -> Iterator[Claim]:
    """Read "technical PMs", "senior and principal PMs": a role with a modifier is a kind of that role.

    A role directly behind the genus of a definition opens a clause ("a system PMs build against").
    """
    for position, token in enumerate(tokens):
        if is_role(token) and position != genus_end:
            role = _term_phrase(tokens, position)
            for text in _modifiers(tokens, position):
                phrase = Phrase(f"{text} {token.text}", "noun", token.lower, (), token.keys)
                yield Claim(phrase, relation("broader"), role)


def _modifiers(tokens: Sequence[Token], position: int) -> list[str]:
    """Give the modifiers before a role, those joined by "and" one by one."""
    start = position
    while start > 0 and _modifies(tokens[start - 1]):
        start -= 1
    if start == position:
        return []
    found = [" ".join(token.text for token in tokens[start:position])]
    joined = start >= 2 and tokens[start - 1].tag == Tag.CONJUNCTION and _modifies(tokens[start - 2])
    alone = start == 2 or (start > 2 and tokens[start - 3].tag not in Tag.NOUNS)
    return [tokens[start - 2].text, *found] if joined and alone else found


def _modifies(token: Token) -> bool:
    lower = token.lower
    plain = token.tag == Tag.WORD and not token.possessive and lower not in en.EVALUATIVE and "." not in lower
    passing = lower in _PASSING or lower.endswith(("able", "ible"))
    return (
        plain
        and not passing
        and not lower.endswith("s")
        and lower not in ("unlike", "called", "named", "enough", *en.NUMBERS)
        and not lower.endswith("teen")
        and lower not in en.STAND_INS
        and not lower.isdigit()
    )


_ASKED = en.words(
    "indispensable essential required needed must advantage plus crucial vital mandatory compulsory desirable"
)
_GIVING = ("giving ", "letting ", "making ")  # whose first object is whom it is done to


def activities(
    tokens: Sequence[Token],
    cued: frozenset[int],
    subject: Phrase | None,
    relation: Relations,
    acts: Callable[[Phrase], bool],
) -> Iterator[Claim]:
    """Read "…, translating problems into priorities" and "a PM setting goals": what somebody who can act does.

    ``cued`` are the places of verbs that a cue has read already.
    """
    position = 0
    while position < len(tokens):
        actor = _actor_before(tokens, position, subject) if tokens[position].tag == Tag.GERUND else None
        if actor is None or not acts(actor) or position in cued:
            position += 1
            continue
        phrases, end = read_list(tokens, position)
        yield from (
            Claim(actor, relation("responsibleFor"), phrase)
            for phrase in phrases
            if phrase.form != "noun" and " " in phrase.text and not phrase.text.lower().startswith(_GIVING)
        )
        position = max(end, position + 1)


def _actor_before(tokens: Sequence[Token], position: int, subject: Phrase | None) -> Phrase | None:
    """Find who does what a gerund says, where it is a term: the noun before it, or behind a sign the subject."""
    if tokens[position].lower in _PREPOSITIONAL:
        return None
    if position and tokens[position - 1].tag in ",;":
        return subject if subject and subject.keys else None
    phrase, _ = words_before(tokens, position)
    return phrase if phrase and phrase.keys else None


def times(text: str, subject: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read the years and decades that a sentence names: "in the 1930s", "since 2001"."""
    for match in _TIME.finditer(text):
        if _TIME_CUE.search(text[: match.start()]):
            yield Claim(subject, relation("hasTime"), Phrase(match.group(), "time", match.group()))


def careers(tokens: Sequence[Token], verbs: Callable[[Token], str], relation: Relations) -> Iterator[Claim]:
    """Read "moving from engineering or design into a PM role": what comes before what."""
    for position, token in enumerate(tokens[:-3]):
        if verbs(token) in _MOTION and tokens[position + 1].lower == "from":
            origins, end = read_list(tokens, position + 2)
            if end < len(tokens) and tokens[end].lower in ("into", "to"):
                goal = _role_in(tokens, end + 1)
                yield from (Claim(origin, relation("precedes"), goal) for origin in origins if goal)


def _role_in(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Read a noun phrase; of "associate PM role" only what is before the empty last word."""
    phrase, _ = read_noun_phrase(tokens, start)
    if phrase and phrase.head in en.STAND_INS and phrase.end - phrase.start > 1:
        last = tokens[phrase.end - 2]
        text = phrase.text.rsplit(" ", 1)[0]
        whole = last.keys if phrase.end - phrase.start == 2 else ()
        return phrase._replace(
            text=text, head=last.lower, keys=whole, head_keys=last.keys, end=phrase.end - 1
        )
    return phrase


def time_shares(tokens: Sequence[Token], relation: Relations, subject: Phrase) -> Iterator[Claim]:
    """Read what time is spent on: "spends half the week in meetings and the rest writing specs"."""
    spend = next((number for number, token in enumerate(tokens) if token.verb == "spend"), None)
    if spend is None or tokens[spend].tag not in Tag.VERBS:
        return
    if any(token.lower in ("less", "little", "no", "fewer") for token in tokens[spend : spend + 3]):
        return
    position, share = spend + 1, ""
    while position < len(tokens) and tokens[position].tag != Tag.CONNECTIVE:
        share = _share(tokens[position].lower, share)
        opens = tokens[position].lower in ("in", "on") or tokens[position].tag == Tag.GERUND
        phrases, end = (
            read_list(tokens, position + (tokens[position].tag != Tag.GERUND)) if opens else ([], 0)
        )
        following = next((n for n in range(position, end) if tokens[n].lower in en.FRACTIONS), end)
        phrases = [phrase for phrase in phrases if phrase.start < following]
        end = following
        for phrase in phrases:
            qualifiers = (("share", share),) if share else ()
            yield Claim(subject, relation("responsibleFor"), phrase, qualifiers)
        position, share = (end, "") if phrases else (position + 1, share)


def _share(word: str, before: str) -> str:
    """Give the share of the time that a word opens, empty for the rest of it, or else the one before."""
    return _SHARES.get(word, "") if word in en.FRACTIONS else before


def places(
    tokens: Sequence[Token],
    genus: tuple[int, Phrase],
    relation: Relations,
    is_place: Callable[[Phrase], bool],
    is_role: Callable[[Phrase], bool],
) -> Iterator[Claim]:
    """Read "teams in India and Eastern Europe": a noun phrase, "in", and names of places.

    A role "at" a place with a name works there: "analysts at Nokia".

    ``genus`` is where the genus of a definition ends, and the headword, which is what stands in that place.
    """
    for position, token in enumerate(tokens):
        if token.lower in ("in", "across", "at") and position:
            thing = genus[1] if position == genus[0] else words_before(tokens, position)[0]
            phrases, _ = read_list(tokens, position + 1)
            sited = token.lower == "in" and thing is not None and _is_sited(thing)
            named = (token.lower == "at" or sited) and all(_is_town(phrase) for phrase in phrases)
            if (
                thing
                and (thing.start <= 0 or not _proper_name(thing))
                and thing.head not in en.STAND_INS
                and phrases
                and (named or all(map(is_place, phrases)))
            ):
                employed = token.lower == "at" and is_role(thing)
                for place in phrases:
                    located = Claim(thing, relation("locatedIn"), place)
                    yield Claim(place, relation("employs"), thing) if employed else located


_HUBS = en.words("markets destinations hubs locations bases centers centres")


def hubs(
    tokens: Sequence[Token], topic: Phrase, relation: Relations, is_place: Callable[[Phrase], bool]
) -> Iterator[Claim]:
    """Read "The largest markets are Peru and Chile": where the headword, or what is named before, has its place."""
    for position, token in enumerate(tokens[1:-2], 1):
        if token.lower not in _HUBS or tokens[position + 1].lower not in ("are", "include"):
            continue
        before = tokens[position - 1]
        thing = _term_phrase(tokens, position - 1) if before.keys else topic
        listed, _ = read_list(tokens, position + 2)
        yield from (
            Claim(thing, relation("locatedIn"), each, cue=position) for each in listed if is_place(each)
        )


_SITED = en.words(
    "center centre hub factory plant branch warehouse shop store site operation headquarters facility"
)
_NO_TOWNS = en.words(
    "january february march april may june july august september october november december english french "
    "german spanish java python excel scrum agile it hr"
)


def _is_sited(thing: Phrase) -> bool:
    """Tell who or what can be somewhere: "providers in Cebu", "a call center in Davao"."""
    return names_somebody(thing.head) or singular(thing.head) in _SITED


def _is_town(phrase: Phrase) -> bool:
    return _proper_name(phrase) and phrase.text.lower() not in _NO_TOWNS


def needs(tokens: Sequence[Token], holder: Phrase | None, relation: Relations) -> Iterator[Claim]:
    """Read "a second language is an advantage": what is asked of who acts."""
    for position, token in enumerate(tokens[:-1]):
        after = position + 1 + (tokens[position + 1].tag == Tag.DETERMINER)
        while after < len(tokens) and tokens[after].tag == Tag.ADVERB:
            after += 1
        ends = after + 1 >= len(tokens) or tokens[after + 1].tag in ",;.S"
        asked = token.lower in ("is", "are") and after < len(tokens) and tokens[after].lower in _ASKED
        skill, begin = words_before(tokens, position)
        opens = begin == 0 or tokens[begin - 1].tag in ",;C"
        if (
            asked
            and ends
            and opens
            and skill is not None
            and holder is not None
            and skill.keys != holder.keys
        ):
            yield Claim(holder, relation("requiresSkill"), skill, rule="verb cue", cue=position)


def done_there(
    tokens: Sequence[Token], subject: Phrase | None, relation: Relations, is_place: Callable[[Phrase], bool]
) -> Iterator[Claim]:
    """Read "Many were set up in Poland and Spain": where what the subject is or does is said to be."""
    for position, token in enumerate(tokens[:-1]):
        before = tokens[position - 1] if position else None
        verbal = before is not None and (
            before.tag in (Tag.VERB, Tag.PARTICIPLE) or before.lower in ("up", "out")
        )
        if subject is None or token.lower != "in" or not verbal:
            continue
        listed, _ = read_list(tokens, position + 1)
        if listed and all(is_place(each) for each in listed):
            yield from (Claim(subject, relation("locatedIn"), each, cue=position) for each in listed)


def _proper_name(phrase: Phrase) -> bool:
    return phrase.text[:1].isupper() and not phrase.keys and not phrase.text.isupper()


def possessions(
    tokens: Sequence[Token], topic: Phrase, relation: Relations, acts: Callable[[Phrase], bool]
) -> Iterator[Claim]:
    """Read "Each kiln has a door", "A kiln can have two doors": what a term has that is a term too is part of it.

    Who acts has things that are no part of them, unless the headword is one of the two.
    """
    for position, token in enumerate(tokens):
        verb = position - (position > 0 and tokens[position - 1].lower in en.MODALS)
        owner, _ = words_before(tokens, verb) if token.lower in ("has", "have") else (None, 0)
        if owner is None or not owner.keys:
            continue
        for phrase in read_list(tokens, position + 1)[0]:
            about = topic.keys in (owner.keys, phrase.keys) or not (acts(owner) or acts(phrase))
            if phrase.keys and phrase.determiner != "no" and about:
                yield Claim(phrase, relation("partOf"), owner, cue=position)
