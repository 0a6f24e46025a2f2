"""What is handed over to somebody or moved somewhere: "banks outsource claims to a firm", "moved its desk to Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.actors import is_open, words_of_verb
from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_any_body, names_body
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import read_noun_phrase
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["handed_over"]

_ENTRUSTING = en.words("outsource subcontract delegate entrust assign refer escalate hand contract farm")
_MOVING = en.words("move relocate shift offshore transfer bring")
_SETTLING = frozenset({"move", "relocate", "offshore"})
_SEATED = en.words(
    "office headquarters plant factory warehouse store production work jobs operations manufacturing assembly center "
    "centre"
)


def handed_over(
    tokens: Sequence[Token],
    relation: Callable[[str], RelationType],
    acts: Callable[[Phrase], bool],
    is_place: Callable[[Phrase], bool],
) -> Iterator[Claim]:
    """Read the verbs that hand a thing to somebody, who answers for it from then on, or move it to a place."""
    for place, token in enumerate(tokens[:-3]):
        if token.tag != Tag.VERB or token.verb not in _ENTRUSTING | _MOVING:
            continue
        if is_open(tokens, place, words_of_verb(tokens, place)):
            continue  # nobody says that it is done
        things, end = read_list(tokens, place + 1 + (tokens[place + 1].lower in ("over", "out", "off", "on")))
        if len(things) == 1 and end + 1 < len(tokens) and tokens[end].lower == "of":
            complement, end = read_noun_phrase(tokens, end + 1)
            behind = f" of {complement.text}" if complement and " of " not in things[0].text else ""
            things = [things[0]._replace(text=things[0].text + behind)]
        if not things or end + 1 >= len(tokens) or tokens[end].lower != "to":
            continue
        for receiver in _receivers(tokens, end + 1):
            given = token.verb in _ENTRUSTING and (acts(receiver) or _is_name(receiver))
            town = token.verb in _SETTLING and _is_town(receiver)
            for thing in things:
                there = is_place(receiver) or (town and _has_seat(thing))
                name = "locatedIn" if there else "responsibleFor" if given else ""
                if name and thing.form == "noun" and (name == "locatedIn" or not acts(thing)):
                    ends = (thing, receiver) if name == "locatedIn" else (receiver, thing)
                    yield Claim(ends[0], relation(name), ends[1], rule="deed", cue=place)


def _receivers(tokens: Sequence[Token], start: int) -> list[Phrase]:
    """Read to whom it goes: "a clerk", "firms such as Alder Works and Bolt Partners", who are the latter."""
    found, end = read_list(tokens, start)
    cases = [token.lower for token in tokens[end : end + 2]] == ["such", "as"]
    named = read_list(tokens, end + 2)[0] if cases and len(found) == 1 else []
    return named if named and names_any_body(found[0].text) else found


def _is_name(phrase: Phrase) -> bool:
    words = phrase.text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and not phrase.keys


def _has_seat(thing: Phrase) -> bool:
    """Tell the desk that is moved to a town from the meeting moved to Monday, the payroll moved to Workday."""
    return thing.head in _SEATED or names_body(thing.head)


def _is_town(phrase: Phrase) -> bool:
    """Tell the bare name behind "moved its desk to", which is a place's though nothing else tells it."""
    return " " not in phrase.text and phrase.text.istitle() and not phrase.keys and not phrase.determiner
