"""The cues of the ontology, made ready to be found among tagged words in all their inflections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import base_form, forms, participle, third_person, verb_forms
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_places import past_setting
from rolegraph.ontology.derived import once_for_ontology

if TYPE_CHECKING:
    from rolegraph.ontology import Cue, Ontology, RelationType

__all__ = ["CueMatch", "Cues", "Reading", "cues_of"]

_ARTICLES = frozenset({"a", "an", "the"})
_BY = frozenset({"by"})
_OFTEN = frozenset({"every", "each", "day", "week", "month", "year"})  # "reports every week to"
_WEIGHTY = en.words(
    "key vital crucial important central essential critical major significant pivotal big active leading"
)
_PREPOSITIONAL = frozenset({"following", "including", "regarding", "concerning"})
_DESCRIBING = ("ed", "ble", "ent", "ant", "en")
_HAVE = frozenset({"has", "have", "had", "having"})


class _Pattern(NamedTuple):
    """The words of a cue: for each the forms that will do; whether the first is a verb; whether it is turned round.

    ``predicate`` marks a noun behind "is" ("is the work of"), which says nothing without it.
    """

    relation: RelationType
    words: tuple[frozenset[str], ...]
    verbal: bool
    noun: bool
    inverse: bool
    predicate: bool = False


class Reading(NamedTuple):
    """A relation type that a cue can mean, and whether its object stands first."""

    relation: RelationType
    inverse: bool


class CueMatch(NamedTuple):
    """A cue that stands at the tokens ``start`` to ``end`` (exclusive), and what it can mean, likeliest first."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    noun: bool
    verbal: bool


class Cues:
    """All cues of all relation types, found longest first."""

    def __init__(self, relation_types: Iterable[RelationType]) -> None:
        self._patterns: dict[str, list[_Pattern]] = {}
        self.verbs = dict(verb_forms())
        for relation in relation_types:
            for cue in (cue for cue in relation.cues if not cue.language):
                for pattern in self._compiled(relation, cue):
                    self._add(pattern)
        for patterns in self._patterns.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))

    def _compiled(self, relation: RelationType, cue: Cue) -> list[_Pattern]:
        words = cue.text.lower().split()
        if cue.noun:
            return [_Pattern(relation, tuple(frozenset({word}) for word in words), False, True, cue.inverse)]
        if words[0] in en.BE:
            core = tuple(frozenset({word}) for word in words[1:] if word not in _ARTICLES)
            predicate = (
                not words[1].endswith(_DESCRIBING) and words[1] not in self.verbs and words[1] != "not"
            )
            plural = (core[0] | {third_person(word) for word in core[0]}, *core[1:]) if predicate else core
            return [_Pattern(relation, plural, False, False, cue.inverse, predicate)]
        rest = tuple(frozenset({word}) for word in words[1:] if word not in _ARTICLES)
        if words[0] in _HAVE | en.MODALS:
            first = _HAVE if words[0] in _HAVE else frozenset({words[0]})
            return [_Pattern(relation, (first, *rest), words[0] in _HAVE, False, cue.inverse)]
        verb = base_form(words[0])
        self.verbs.update(dict.fromkeys(forms(verb), verb))
        if len(words) > 1:
            self.verbs.update({f"{form} {words[1]}": verb for form in forms(verb)})
        active = _Pattern(relation, (forms(verb), *rest), True, False, cue.inverse)
        by = (frozenset({participle(verb)}), *rest, frozenset({"by"}))
        return [active, _Pattern(relation, by, False, False, not cue.inverse)]

    def _add(self, pattern: _Pattern) -> None:
        for word in sorted(pattern.words[0]):
            self._patterns.setdefault(word, []).append(pattern)

    def find(self, tokens: Sequence[Token]) -> list[CueMatch]:
        """Find the cues in a sentence, the longest at each place, left to right, none overlapping."""
        found, position = [], 0
        while position < len(tokens):
            match = self._at(tokens, position)
            if match:
                found.append(match)
            position = match.end if match else position + 1
        return found

    def _at(self, tokens: Sequence[Token], start: int) -> CueMatch | None:
        found: list[tuple[int, _Pattern]] = []
        for pattern in self._patterns.get(_surface(tokens[start]), ()):
            if pattern.verbal and not _is_verb(tokens[start]):
                continue
            if pattern.predicate and not _is_predicate(tokens, start):
                continue
            end = _matched(pattern.words, tokens, start)
            if end and (not found or len(pattern.words) == len(found[0][1].words)):
                found.append((end, pattern))
        if not found:
            return None
        end, first = found[0]
        readings = dict.fromkeys(
            Reading(pattern.relation, pattern.inverse) for _, pattern in found if pattern.noun == first.noun
        )
        return CueMatch(start, end, tuple(readings), first.noun, first.verbal)


@once_for_ontology
def cues_of(ontology: Ontology) -> Cues:
    """Give the cues of all relation types of an ontology."""
    return Cues(ontology.relation_types.values())


def _is_predicate(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether a noun stands behind a form of "be", determiners and adjectives between, or opens a gloss."""
    position = start - 1
    while position >= 0 and tokens[position].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.NEGATION, Tag.WORD):
        position -= 1
    if position > 0 and _surface(tokens[position - 1]) == "there":
        return False  # "There are two types of kilns"
    return position < 0 or _surface(tokens[position]) in en.BE or _surface(tokens[position]) == "as"


def _is_verb(token: Token) -> bool:
    if _surface(token) in _PREPOSITIONAL:
        return False
    return token.tag in Tag.VERBS or (token.tag == Tag.AUXILIARY and _surface(token) in _HAVE)


def _surface(token: Token) -> str:
    return _lowered(token.text)


@lru_cache(maxsize=1 << 14)
def _lowered(text: str) -> str:
    return text.lower().replace("’", "'")


def _matched(words: Sequence[frozenset[str]], tokens: Sequence[Token], start: int) -> int:
    """Give the end of a match that begins at a token, 0 without one; adverbs, articles and "vital" may part it."""
    position = start
    for number, forms_of_word in enumerate(words):
        skipped = 0
        while (
            number
            and skipped < 2
            and position < len(tokens)
            and _surface(tokens[position]) not in forms_of_word
            and (
                tokens[position].tag == Tag.ADVERB
                or _surface(tokens[position]) in _ARTICLES | _OFTEN | _WEIGHTY
            )
        ):
            position, skipped = position + 1, skipped + 1
        if number and forms_of_word == _BY:
            position = past_setting(tokens, position)
        if position >= len(tokens) or _surface(tokens[position]) not in forms_of_word:
            return 0
        position += 1
    return position
