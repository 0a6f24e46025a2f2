"""Where a definition begins in a sentence: behind "X is", "X refers to", or with a gloss that leaves that out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrases import (
    dates_clause,
    opens_contact_clause,
    opens_personal_clause,
    read_noun_phrase,
    words_before,
)
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_places import WITH_CLAUSES
from rolegraph.extraction.words.verb_tags import meaningful

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["definition_start", "is_bare_gloss", "past_headword"]

_DEFINING = frozenset({"is", "are", "was", "were", "means", "denotes"})
_PORTRAYING = frozenset({"represents", "represent", "describes", "describe"})
_DEFINING_PAIRS = frozenset({"refers to", "refer to", "stands for", "consists in"})
_POINTERS = frozenset({"this", "these", "it", "they"})
_NAMING = ("aka", "a.k.a", "abbreviated", "also", "formerly", "short", "sometimes")
_GLOSSED_BY = frozenset({Tag.CONNECTIVE, Tag.TO, Tag.PREDICATIVE, Tag.PARTICIPLE, Tag.GERUND})
_NONFINITE = frozenset({"being", "having", "been"})
_NAMES = frozenset({"name", "term", "word", "expression", "phrase"})
_ONE_OF = frozenset({"one", "any", "each", "either"})
_MEASURED = en.words("high higher low lower good better bad poor strong greater more fewer")
_NAMED_BY = (("used", "to", "describe"), ("used", "to", "denote"), ("used", "for"), ("for",))


def definition_start(tokens: Sequence[Token], key: str, *, gloss: bool = True) -> int | None:
    """Give the place where the genus begins: behind "X is", or the start of a gloss without a verb; else None.

    Without ``gloss`` only a sentence that names its headword defines it.
    """
    start = _definition_start(tokens, key, gloss=gloss)
    return start if start is None else _past_naming(tokens, start)


def _past_naming(tokens: Sequence[Token], start: int) -> int:
    """Step over "a special name for" and "the term used to describe", where a description follows and no term."""
    words = _lower(tokens[start : start + 3])
    best = any(word == "most" or word.endswith("est") for word in _lower(tokens[start + 2 : start + 4]))
    if words[1:2] == ["of"] and words[0] in _ONE_OF and not best:
        return start + 2 + (words[2:] in (["the"], ["several"], ["various"], ["many"]))
    phrase, end = read_noun_phrase(tokens, start)
    if phrase is None or phrase.determiner not in ("", "a", "the") or phrase.head not in _NAMES:
        return start
    words = _lower(tokens[end : end + 3])
    behind = next((end + len(turn) for turn in _NAMED_BY if tuple(words[: len(turn)]) == turn), 0)
    named, _ = read_noun_phrase(tokens, behind) if behind else (None, 0)
    return behind if named and not named.keys else start


def _lower(tokens: Sequence[Token]) -> list[str]:
    return [token.lower for token in tokens]


def _definition_start(tokens: Sequence[Token], key: str, *, gloss: bool) -> int | None:
    if gloss and tokens and tokens[0].lower in _POINTERS:
        return _past_defining(tokens, 1) or None
    if not _opens_with(tokens, key):
        named = any(key in token.keys for token in tokens[:3]) and not _opens_with_kind(tokens, key)
        start = _past_names(tokens)
        return start if gloss and not named and _is_gloss(tokens[start:]) else None
    measured = any(
        token.lower.partition(" ")[0] in _MEASURED for token in tokens[: past_headword(tokens, key)]
    )
    for position, token in enumerate(tokens[:24]):
        if measured and token.lower == "means":
            break  # "A higher score means fewer returns" says what it tells
        if position > 2 and opens_contact_clause(tokens, position):
            break
        if end := _past_defining(tokens, position):
            return end
        if token.tag in (Tag.VERB, Tag.AUXILIARY):
            break
    return 0 if gloss and _opens_with_kind(tokens, key) else None


def _opens_with_kind(tokens: Sequence[Token], key: str) -> bool:
    """Tell a gloss that repeats its headword as its genus: "Formal audits that …" below *Audits*."""
    phrase, end = read_noun_phrase(tokens, 0)
    repeated = phrase is not None and key in phrase.head_keys and key not in phrase.keys
    return repeated and end < len(tokens) and tokens[end].tag in (Tag.CONNECTIVE, Tag.PARTICIPLE)


def _past_defining(tokens: Sequence[Token], position: int) -> int:
    """Give the place behind "is", "means" or "refers to"; 0 where none stands."""
    pair = " ".join(word.lower for word in tokens[position : position + 2])
    if position >= len(tokens):
        return 0
    if tokens[position].lower in _PORTRAYING and position:
        return position + 1 if _opens_indefinite(tokens, position + 1) else 0
    if pair in _DEFINING_PAIRS:
        return position + 2
    return position + 1 if tokens[position].lower in _DEFINING else 0


def _opens_indefinite(tokens: Sequence[Token], position: int) -> bool:
    """Tell "represents a unit of work", which says what it is, from "represents the team"."""
    return position < len(tokens) and tokens[position].lower in ("a", "an")


def _past_names(tokens: Sequence[Token]) -> int:
    """Step over "aka Net income," and over a defining verb at the start of a gloss."""
    if tokens and tokens[0].lower.startswith(_NAMING):
        comma = next((n for n, token in enumerate(tokens[:12]) if token.tag in ",;"), -1)
        return comma + 1
    return _past_defining(tokens, 0) if tokens else 0


def _is_gloss(tokens: Sequence[Token]) -> bool:
    """Tell a gloss, a noun phrase with what completes it, from a sentence with a verb of its own."""
    if not tokens or tokens[0].tag in (Tag.PREPOSITION, Tag.PRONOUN, Tag.VERB, Tag.AUXILIARY, Tag.CONNECTIVE):
        return False
    if tokens[0].lower == "there":
        return False
    if tokens[0].lower == tokens[0].verb and tokens[0].verb not in en.NOUNS_FIRST:
        return False  # "Maintain the history of a pot until it is sold"
    _, end = read_noun_phrase(tokens, 0, contact=True, light=en.GENUS_LIGHT)
    while end and end < len(tokens) and tokens[end].tag in (Tag.PREPOSITION, Tag.CONJUNCTION):
        if tokens[end + 1 : end + 2] and tokens[end + 1].tag in (Tag.CONNECTIVE, Tag.GERUND):
            return tokens[end + 1].tag == Tag.CONNECTIVE or not _has_main_verb(tokens)
        _, after = read_noun_phrase(tokens, end + 1)
        end = after if after > end + 1 else 0
    glossed = (
        end
        and end < len(tokens)
        and (
            tokens[end].tag in _GLOSSED_BY
            or tokens[end].lower in _NONFINITE
            or _opens_bare_clause(tokens, end)
        )
    )
    return bool(glossed) or not _has_main_verb(tokens)


def is_bare_gloss(tokens: Sequence[Token]) -> bool:
    """Tell a gloss from any sentence with a verb of its own, also one that a relative clause hides."""
    return _is_gloss(tokens) and not _has_main_verb(tokens)


def _opens_bare_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell "pay" in "the pay an employee receives", "the pay you receive" from a noun phrase that goes on or ends."""
    if opens_personal_clause(tokens, position):
        return True
    if tokens[position].tag != Tag.DETERMINER or not position or tokens[position - 1].tag not in Tag.NOUNS:
        return False
    _, end = read_noun_phrase(tokens, position)
    return end < len(tokens) and end > position and tokens[end].tag in (Tag.VERB, Tag.AUXILIARY)


def _has_main_verb(tokens: Sequence[Token]) -> bool:
    """Tell a sentence from a gloss: it has more verbs than its relative and coordinated clauses account for."""
    verbs = allowed = 0
    for position, token in enumerate(tokens):
        previous = meaningful(tokens[:position])
        allowed += token.tag in (Tag.CONNECTIVE, ";") or dates_clause(tokens, position)
        finite = token.tag in (Tag.VERB, Tag.AUXILIARY) and token.lower not in _NONFINITE
        if finite and previous not in (Tag.AUXILIARY, Tag.NEGATION, Tag.TO):
            verbs += 1
            after = position
            while after and tokens[after - 1].tag == Tag.ADVERB:
                after -= 1
            bare = opens_contact_clause(tokens, after) or _closes_bare_clause(tokens, after)
            allowed += previous in (",", Tag.CONJUNCTION) or bare
        clause = token.verb in WITH_CLAUSES and token.tag in Tag.VERBS and token.tag != Tag.PARTICIPLE
        behind = tokens[position + 1].tag if position + 1 < len(tokens) else ""
        allowed += clause and behind in (Tag.PRONOUN, Tag.DETERMINER, *Tag.NOUNS)  # "to ensure they are met"
    return verbs > allowed


def _closes_bare_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Tell the verb of "the skills an employee must show", "the most you pay", whose clause has no "that"."""
    if verb > 1 and opens_personal_clause(tokens, verb - 1):
        return True
    _, begin = words_before(tokens, verb)
    opens = begin < verb and tokens[begin].tag == Tag.DETERMINER
    return opens and begin > 0 and tokens[begin - 1].tag in Tag.NOUNS


def _opens_with(tokens: Sequence[Token], key: str) -> bool:
    """Tell whether a sentence begins with the headword: "A PM …", "The term outsourcing …"."""
    return past_headword(tokens, key) > 0


def past_headword(tokens: Sequence[Token], key: str) -> int:
    """Give the place behind the headword that a sentence begins with, 0 where it does not."""
    start = 0
    while start < len(tokens) and tokens[start].tag in (Tag.DETERMINER, '"'):
        start += 1
    start += len(tokens) > start and tokens[start].lower in ("term", "word", "name", "concept")
    for position in range(start, min(start + 2, len(tokens))):
        if key in tokens[position].keys:
            ends = position + 1 == len(tokens) or tokens[position + 1].tag not in Tag.NOUNS
            return position + 1 if ends else 0
    return 0
