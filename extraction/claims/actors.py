"""Who acts in a sentence, and what a deed can be done to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import AGENTS, Claim
from rolegraph.extraction.claims.denials import is_conditional, is_past_habit
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.noun_classes import BRANCHES, DEPARTMENTS, SHARES, TIMES
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_classes import HUMAN
from rolegraph.extraction.words.verb_tags import is_clear_third_person
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.claims.subjects import Subjects
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.extraction.words.tokens import Token
    from rolegraph.ontology import RelationType

__all__ = ["Acting", "is_open", "is_something", "is_thing", "words_of_verb"]

_ACTING = AGENTS - {RG + "Sector"}
_UNITS = BRANCHES | en.words("service services function logistics administration")
_NO_THINGS = TIMES | SHARES | en.words("minute place ones")
_WITHOUT = frozenset({"no", "few", "neither", "none", "little"})


class Acting(NamedTuple):
    """What is known of a sentence: its subjects, the classes of phrases, what its cues can mean, and where they end."""

    subjects: Subjects
    classes: Callable[[Phrase], Classes]
    relation: Callable[[str], RelationType]
    cued: Mapping[int, frozenset[str]]
    ends: frozenset[int] = frozenset()

    def somebody(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who acts, by its class or, where it has none, by its word."""
        known = self.classes(phrase)
        named = phrase.form == "noun" and not known and names_somebody(phrase.head)
        return named or not _ACTING.isdisjoint(known)

    def does(self, phrase: Phrase, verb: str) -> bool:
        """Tell whether a phrase is somebody who does what a verb says: by its name, or since only somebody does so."""
        if phrase.form != "noun" or phrase.determiner in _WITHOUT or phrase.text.lower() in en.STAND_INS:
            return False
        kinds = {iri.rpartition("#")[2] for iri in self.classes(phrase)}
        named = phrase.head in DEPARTMENTS or (phrase.head in _UNITS and " " in phrase.text)
        unit = named and kinds <= {"Activity"} and not phrase.keys
        human = verb in HUMAN and kinds <= {"Place"} and not phrase.head.endswith("ing")
        return unit or human or self.somebody(phrase)

    def is_a(self, phrase: Phrase, name: str) -> bool:
        """Tell whether a phrase is of a class."""
        return RG + name in self.classes(phrase)

    def claim(self, subject: Phrase, relation: str, thing: Phrase, cue: int) -> Claim:
        """Say that a deed, told at the place of a word, relates two phrases."""
        return Claim(subject, self.relation(relation), thing, rule="deed", cue=cue)


def is_something(phrase: Phrase) -> bool:
    """Tell a thing from a time, a share, a pronoun, and from what there is none of."""
    named = phrase.form == "noun" and phrase.head not in en.PRONOUNS
    return (
        named and phrase.determiner not in _WITHOUT and (phrase.head not in _NO_THINGS or " " in phrase.text)
    )


def is_thing(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Tell what a deed is done to from times, shares, and the noun that a clause begins with."""
    after = tokens[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
    inner = tokens[phrase.start + 1 : phrase.end - 1] if phrase.start >= 0 else ()
    opens = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after)
    opens = opens or any(is_clear_third_person(token) for token in inner)
    return is_something(phrase) and (not opens or phrase.start < 0)


def is_open(tokens: Sequence[Token], place: int, group: Sequence[Token]) -> bool:
    """Tell a verb that is denied, on condition, or an infinitive, of which nobody says that it is done."""
    denied = any(token.tag == Tag.NEGATION or token.lower == "without" for token in group)
    start = place - len(group)
    infinitive = start > 0 and tokens[start - 1].tag == Tag.TO
    bound = infinitive and start > 1 and tokens[start - 2].lower in ("has", "have", "had")
    infinitive = infinitive and not bound
    if bound:  # "doesn't have to approve it"
        denied = denied or any(token.tag == Tag.NEGATION for token in tokens[max(0, start - 4) : start - 2])
    return denied or infinitive or is_conditional(tokens, place) or is_past_habit(tokens, place)


def words_of_verb(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Give the auxiliaries, adverbs and negations right before a verb."""
    start = place
    while start > 0 and tokens[start - 1].tag in (Tag.ADVERB, Tag.AUXILIARY, Tag.NEGATION):
        start -= 1
    return tokens[start:place]
