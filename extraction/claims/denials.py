"""Turns of phrase that deny a whole clause: "it is not true that …", "nobody expects …", "hardly any …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Claim

__all__ = [
    "denied_stretch",
    "hangs_on_denial",
    "is_conditional",
    "is_denied_aim",
    "is_denied_noun",
    "is_inverted_denial",
    "is_not_done",
    "is_past_habit",
    "is_set_aside",
    "judged",
    "shares_denial",
]

_FALSE = (
    r"wrong|false|untrue|incorrect|inaccurate|mistaken|doubtful|unlikely|misleading|an? (?:\w+ )?"
    r"(?:myth|mistake|misconception|misunderstanding|error|fallacy)"
)
_IS_NOT = r"(?:(?:is|was) (?:\w+ )?(?:not|never)|isn['’]t|wasn['’]t|['’]s (?:\w+ )?(?:not|never))"
_DENYING = re.compile(
    rf"\b(?:it|that)\s?{_IS_NOT} (?:\w+ )?(?:true|the case|correct|right|accurate)\b"
    rf"|\bit(?: is| was| would be|['’]s) (?:\w+ )?(?:{_FALSE}) (?:to|that)\b"
    r"|\b(?:myth|misconception|misunderstanding|fallacy) (?:is|was) (?:that|to)\b"
    rf"|\bit\s?{_IS_NOT} (?!only\b|just\b|merely\b|simply\b|uncommon|unusual|rare\b)[^,;]*?\b(?:who|that|which)\b"
    rf"|\bit\s?{_IS_NOT} [^,;]*?\b(?:job|task|duty|place|business|role|responsibility)\b[^,;]*? to\b"
    r"|\b(?:is|are|was|were) not (?:expected|required|supposed|meant|obliged|allowed|permitted|paid|hired) to\b"
    r"|\b(?:nobody|no[ -]one|none of)\b(?! (?:but|except|other than|besides)\b)"
    r"|\b(?:I|we|they) (?:doubt|deny|dispute)\b|(?:^|[,;] )(?:very |only very )?few (?!of the )\w+"
    r"|\b(?:is|are)(?: not|n['’]t) (?:an? |the )?(?:[\w-]+ ){0,3}?"
    r"(?:person|people|someone|one|those|somebody) (?:who|that)\b"
    r"|\b(?:hardly|scarcely|barely) any\b|\b(?:almost|next to|virtually) no\b|\bnot (?:a single|one)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]|\bbut\b|\s[–—]\s|, (?:instead|rather|they|it|he|she|who)\b", re.IGNORECASE)
_FAILING = frozenset({"fail", "forget", "refuse", "neglect", "decline", "hesitate"})
_ENDING = frozenset({"stop", "quit", "cease", "discontinue"})
_LACKING = frozenset({"without", "lacking", "absent"})
_INVERTING = frozenset({"nor", "neither", "never", "rarely", "seldom", "hardly", "scarcely"})


@lru_cache(maxsize=64)  # each claim of a sentence asks
def denied_stretch(text: str) -> range:
    """Give the characters of a sentence that a turn of phrase denies, none in most sentences.

    >>> denied_stretch("It is not true that clerks pay; cashiers do.")
    range(0, 30)
    >>> denied_stretch("Clerks file letters.")
    range(0, 0)
    """
    opening = _DENYING.search(text)
    if opening is None:
        return range(0)
    end = _BREAK.search(text, opening.end())
    return range(opening.start(), end.start() if end else len(text))


def judged(claim: Claim, tokens: Sequence[Token], text: str) -> Claim:
    """Make a claim negative whose cue stands where its sentence denies what it says."""
    stretch = denied_stretch(text)
    placed = 0 <= claim.cue < len(tokens)
    denied = bool(stretch) and (not placed or tokens[claim.cue].start in stretch)
    return claim._replace(negative=True) if denied else claim


def is_inverted_denial(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether "nor do they", "never does a clerk" open the clause of the verb at ``start``."""
    for place in range(start - 1, 0, -1):
        if tokens[place].tag in ",;":
            return False
        if tokens[place].tag == Tag.AUXILIARY and tokens[place - 1].lower in _INVERTING:
            return True
    return False


def is_denied_noun(tokens: Sequence[Token], start: int) -> bool:
    """Tell "is not a (good) sign of haste", where the cue begins with its noun."""
    place = start - 1
    while place > 0 and tokens[place].tag in Tag.NOUNS and start - place < _MOST_BETWEEN:
        place -= 1
    named = place > 1 and tokens[place].tag == Tag.DETERMINER and tokens[place - 1].tag == Tag.NEGATION
    return named and tokens[place - 2].lower in en.BE


_MOST_BETWEEN = 3


def is_past_habit(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether a verb stands behind "used to", which says what no longer is, or is the "used" itself."""
    places = range(min(start, len(tokens) - 2), 0, -1)
    pairs = (n for n in places if (tokens[n].lower, tokens[n + 1].lower) == ("used", "to"))
    place = next(pairs, 0)
    between = tokens[place + 1 : start]
    if not place or any(token.tag in ",;" for token in between):
        return False
    return tokens[place - 1].lower not in en.BE | {"been", "being"} and tokens[place - 1].tag != Tag.ADVERB


def hangs_on_denial(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a gerund completes a denied verb: "is not about protecting data"."""
    if tokens[position].tag != Tag.GERUND or not position:
        return False
    before = list(tokens[: position - 1])
    if tokens[position - 1].tag != Tag.PREPOSITION or not before:
        return False
    links = (Tag.NEGATION, Tag.AUXILIARY, Tag.ADVERB)
    near = next((token for token in reversed(before) if token.tag not in links[1:]), None)
    return near is not None and near.tag == Tag.NEGATION


def is_not_done(tokens: Sequence[Token], position: int) -> bool:
    """Tell what somebody "fails to", "forgets to" or "refuses to" do, or "stopped" doing."""
    before = [token for token in tokens[max(0, position - 4) : position] if token.tag != Tag.ADVERB]
    if tokens[position].tag == Tag.GERUND and before and before[-1].verb in _ENDING:
        return before[-1].tag in Tag.VERBS
    return len(before) > 1 and before[-1].lower == "to" and before[-2].verb in _FAILING


def is_denied_aim(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether an infinitive hangs on a denied participle: "is not designed to help clerks"."""
    before = [token for token in tokens[:position] if token.tag != Tag.ADVERB]
    aims = len(before) > 2 and before[-1].tag in (Tag.TO, Tag.PREPOSITION) and before[-1].lower == "to"
    tied = aims and before[-2].tag in (Tag.PARTICIPLE, Tag.PREDICATIVE, Tag.WORD, Tag.VERB)
    return tied and before[-3].tag == Tag.NEGATION


def shares_denial(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a verb stands under the negation of the one before: "does not assign or manage"."""
    verb = tokens[position]
    joined = position > 0 and tokens[position - 1].tag == Tag.CONJUNCTION
    if not joined or verb.lower != verb.verb:
        return False
    for token in reversed(tokens[: position - 1]):
        if token.tag in ";S":
            return False
        if token.tag == Tag.NEGATION:
            return True
    return False


def is_conditional(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a cue stands in a clause of "if", "unless" or "whether", or behind "Without it, …".

    >>> from rolegraph.extraction.words.tokens import Token
    >>> said = ("without", "plans", ",", "clerks", "use", "lists")
    >>> words = [Token(text, 0, 0, "," if text == "," else "W") for text in said]
    >>> is_conditional(words, 4), is_conditional(words[3:], 1)
    (True, False)
    """
    if tokens[0].lower in _LACKING and any(token.tag == "," for token in tokens[:position]):
        return True
    for token in reversed(tokens[:position]):
        if token.tag in ",;":
            return False
        if token.lower in ("if", "unless", "whether"):
            return True
    return False


def is_set_aside(tokens: Sequence[Token], start: int) -> bool:
    """Tell the deed that another takes the place of: "instead of using fixed rules", "rather than guessing"."""
    words = [
        token.lower
        for token in tokens[max(0, start - 3) : start]
        if token.tag != Tag.ADVERB or token.lower in ("instead", "rather")
    ]
    return words[-2:] in (["instead", "of"], ["rather", "than"])
