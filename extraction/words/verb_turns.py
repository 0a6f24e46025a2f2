"""Turns of phrase that tell a verb from a noun of its form: "helps create plans", "issues such as", "firms use"."""

from __future__ import annotations

from collections.abc import Sequence

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.inflection import looks_plural
from rolegraph.extraction.words.noun_classes import BRANCHES, DEPARTMENTS
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_places import (
    can_only_be_verb,
    goes_on_as_noun,
    has_no_verb,
    has_verb,
    is_adverbial,
    is_clear_third_person,
    is_named,
    is_plural,
)

__all__ = ["joins_third_person", "names_cases", "tag_in_turn"]


_RESOURCES = frozenset({"resources", "relations", "logistics", "analytics", "communications"})
_FINITE = frozenset({"is", "are", "was", "were", "can", "may", "must", "will", "should"})


def joins_third_person(following: Sequence[Token]) -> bool:
    """Tell the second verb of "finds, attracts and hires" by the third."""
    return following[0].tag == Tag.CONJUNCTION and len(following) > 1 and is_clear_third_person(following[1])


def _uses(before: Sequence[Token], lower: str, following: Sequence[Token]) -> bool:
    """Tell "firms use pots", "firms such as Alder use the pots" from "the common uses" and "land use rights"."""
    noun = before[-1] if before else None
    if noun is None or noun.tag not in Tag.NOUNS or not has_no_verb(before) or not following:
        return False
    adjective = noun.lower in en.ADJECTIVES or noun.lower.endswith(en.ADJECTIVE_ENDINGS)
    one = not is_plural(noun) or is_named(before) or _is_department(before)
    several = is_plural(noun) or (names_cases(before) and following[0].tag in (Tag.DETERMINER, Tag.TERM))
    agrees = several if lower == "use" else lower == "uses" and one and not adjective
    return agrees and following[0].tag in "WTDAR"


def names_cases(before: Sequence[Token]) -> bool:
    """Tell a list behind "such as" that goes on: "benefits such as low costs, (time saved)"."""
    words = [token.lower for token in before]
    such = next((n for n in range(len(words) - 1, 0, -1) if words[n - 1 : n + 1] == ["such", "as"]), 0)
    return bool(such) and all(token.tag in "WT,CDA" for token in before[such + 1 :])


def _is_followed_by_verb(following: Sequence[Token]) -> bool:
    """Tell whether a bare verb follows that is no noun, an adverb between."""
    verb = next((token for token in following if token.tag != Tag.ADVERB), None)
    return verb is not None and verb.tag == Tag.WORD and can_only_be_verb(verb) and verb.lower == verb.verb


def _start_of_nouns(before: Sequence[Token]) -> int:
    """Give where the nouns begin that stand last."""
    start = len(before)
    while start and before[start - 1].tag in Tag.NOUNS:
        start -= 1
    return start


def _opens_joined(before: Sequence[Token]) -> bool:
    """Tell whether "and the director" ends here, behind a clause with a verb."""
    start = _start_of_nouns(before)
    determined = 1 < start < len(before) and before[start - 1].tag == Tag.DETERMINER
    joined = determined and before[start - 2].tag == Tag.CONJUNCTION
    return joined and has_verb(before[: start - 2]) and not is_plural(before[-1])


def _opens_joined_many(before: Sequence[Token]) -> bool:
    """Tell whether "and production planners" ends here, behind a clause with a verb."""
    start = _start_of_nouns(before)
    joined = 0 < start < len(before) and before[start - 1].tag == Tag.CONJUNCTION
    doers = joined and looks_plural(before[-1].text) and names_somebody(before[-1].lower)
    return doers and has_verb(before[: start - 1])


def _acts_next(before: Sequence[Token], following: Sequence[Token]) -> bool:
    """Tell the verb of "…, and the support team (tracks) uptime" from a noun: one who acts stands before it."""
    doer = bool(before) and _opens_joined(before) and names_somebody(before[-1].lower)
    return doer and following[0].tag in "WTDR" and not goes_on_as_noun(following)


def _is_department(before: Sequence[Token]) -> bool:
    """Tell "sales operations" and "human resources", which do something as one, where the verb is due."""
    start = _start_of_nouns(before)
    named = start < len(before) and before[-1].lower in BRANCHES | DEPARTMENTS | _RESOURCES
    opens = not start or before[start - 1].tag in (",", ";", Tag.CONJUNCTION, Tag.CONNECTIVE)
    return named and opens and has_no_verb(before)


def _can_do(before: Sequence[Token]) -> bool:
    """Tell "Bolt and Alder" and "vendors in Peru and the Philippines", which open a sentence and lack their verb."""
    if len(before) == 3 and before[1].tag == Tag.CONJUNCTION:
        return all(
            each.text[:1].isupper() and each.tag in Tag.NOUNS and not each.verb for each in before[::2]
        )
    place = next((n for n, each in enumerate(before) if each.tag == Tag.PREPOSITION), 0)
    doers = 0 < place < len(before) - 1 and before[place].lower in ("in", "at")
    doers = doers and looks_plural(before[place - 1].text) and names_somebody(before[place - 1].lower)
    joining = (Tag.DETERMINER, Tag.CONJUNCTION, ",")
    named = all(each.text[:1].isupper() or each.tag in joining for each in before[place + 1 :])
    return doers and named and all(each.tag in "WTD" for each in before[:place])


def _helps(before: Sequence[Token]) -> bool:
    """Tell whether "help", as a verb, stands right before."""
    last = next((token for token in reversed(before) if token.tag != Tag.ADVERB), None)
    return last is not None and last.verb == "help" and last.tag in Tag.VERBS


def tag_in_turn(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Give the tag of a word that the turn of phrase around it tells; empty where none does."""
    if before and before[-1].lower == "please":
        return Tag.VERB
    if token.lower == token.verb == "need" and previous in Tag.NOUNS and _is_due(before) and following:
        return Tag.VERB if following[0].tag in "DWTA" else Tag.WORD
    if _is_noun(before, token, previous, following):
        return Tag.WORD
    bare = token.text.lower() == token.verb
    if bare and _helps(before) and following and following[0].tag in "WTDAN":
        return (
            Tag.WORD if _names_helped(following) else Tag.VERB
        )  # "helps create plans", "helps avoid neither"
    return Tag.VERB if _is_verb(before, token, previous, following) else ""


def _is_noun(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> bool:
    """Tell "since wages are …", "common issues such as lost keys", "RPO centers operate from …"."""
    if following and following[0].tag in ".;" and _closes_list(before, token):
        return True
    lower = token.text.lower()
    third = lower.endswith("s") and lower != token.verb
    if following and following[0].lower in _FINITE and lower.endswith("s") and previous not in "RN":
        return True
    cases = third and [each.lower for each in following[:2]] == ["such", "as"]
    if cases and (not previous or previous not in "RXNI"):
        return True
    if lower in en.GROUPS and previous in Tag.NOUNS and following and following[0].lower == "of":
        return True  # "a structured set of rules"
    if token.verb in en.NOUNS_FIRST and lower == token.verb and previous == "," and names_cases(before):
        return True
    plural = third and previous in Tag.NOUNS and not is_clear_third_person(token)
    return plural and _is_followed_by_verb(following)


def _closes_list(before: Sequence[Token], token: Token) -> bool:
    """Tell the last noun of "covers claims, mail, and eligibility checks." from a verb without an object."""
    third = token.lower.endswith("s") and token.lower != token.verb
    start = _start_of_nouns(before)
    joined = 0 < start < len(before) and before[start - 1].tag == Tag.CONJUNCTION
    return third and joined and has_verb(before[: start - 1])


def _is_verb(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> bool:
    """Tell "… and rest ensures that …", "… and the CFO approves it", "firms use pots", "codes help clerks"."""
    lower, after = token.text.lower(), following[0] if following else None
    if after is None:
        return lower == "helps" and previous in Tag.NOUNS
    if is_clear_third_person(token) and previous in Tag.NOUNS and after.lower == "that":
        return True
    if is_clear_third_person(token) and after.tag in "DRT" and _opens_joined(before):
        return True
    if token.verb == "use" and _uses(before, lower, following):
        return True
    if lower.endswith("s") and lower != token.verb and _acts_next(before, following):
        return True
    if is_clear_third_person(token) and after.tag in "DR" and _is_department(before):
        return True
    if lower == token.verb and after.tag in "WTD" and _can_do(before) and not goes_on_as_noun(following):
        return True
    if lower == "helps" and previous in Tag.NOUNS:
        return True
    if lower == "help" and previous in Tag.NOUNS and _is_due(before) and after.tag in "WTD":
        return True
    if lower == token.verb and after.tag == Tag.DETERMINER and _opens_joined_many(before):
        return True
    return lower == token.verb and _goes_on_infinitives(before) and after.tag in "C,WTD"


def _is_due(before: Sequence[Token]) -> bool:
    """Tell whether a plural stands before that still lacks its verb."""
    last = next((token for token in reversed(before) if not is_adverbial(token)), None)
    return last is not None and is_plural(last) and has_no_verb(before)


def _names_helped(following: Sequence[Token]) -> bool:
    """Tell the first noun of "helps finance teams forecast costs" from the verb of "helps finance teams"."""
    acting = len(following) > 1 and following[0].tag in Tag.NOUNS and looks_plural(following[0].lower)
    return acting and bool(following[1].verb) and following[1].lower == following[1].verb


def _goes_on_infinitives(before: Sequence[Token]) -> bool:
    """Tell whether a comma behind bare verbs ends here: "to log, (track, and rank) issues"."""
    place = len(before) - 1
    while place > 0 and before[place].tag == "," and before[place - 1].tag == Tag.VERB:
        if before[place - 1].lower != before[place - 1].verb:
            return False
        place -= 2
    return place < len(before) - 1 and before[place].tag in (Tag.TO, Tag.AUXILIARY)
