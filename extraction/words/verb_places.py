"""What stands before a word that could be a verb: its subject, one or many, and whether a verb is still due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import looks_plural
from rolegraph.extraction.words.tokens import Tag, Token

__all__ = [
    "WITH_CLAUSES",
    "can_only_be_verb",
    "clause_before",
    "coordinated",
    "ends_gerund_subject",
    "goes_on_as_noun",
    "has_no_verb",
    "has_possessive",
    "has_verb",
    "infinitive_before",
    "is_adverbial",
    "is_clear_third_person",
    "is_named",
    "is_plural",
    "meaningful",
    "one_before_of",
    "past_setting",
    "plural_before_cases",
    "plural_before_of",
    "plural_before_place",
]


def meaningful(before: Sequence[Token]) -> str:
    """Give the tag of the last word that is no adverb; empty at the start of the sentence."""
    return next((token.tag for token in reversed(before) if not is_adverbial(token)), "")


_BEFORE_VERBS = en.words("never rarely seldom hardly scarcely barely either")


def is_adverbial(token: Token) -> bool:
    """Tell a word that may stand between subject and verb: an adverb, "never", "rarely", "either"."""
    return token.tag == Tag.ADVERB or token.lower in _BEFORE_VERBS


def has_possessive(before: Sequence[Token]) -> bool:
    """Tell whether the last word is a possessive: teams'."""
    return bool(before) and before[-1].possessive


def is_plural(noun: Token) -> bool:
    """Tell a plural by its ending, or as one of those without: people, staff."""
    return looks_plural(noun.text) or noun.lower in _PLURALS


def is_clear_third_person(token: Token) -> bool:
    """Tell "improves" from "records", which can be a plural noun."""
    third = token.lower.endswith("s") and token.lower != token.verb
    return bool(token.verb) and third and token.verb not in en.NOUNS_FIRST


# Third persons that are nouns, too, yet hardly ever such behind what is done.
_EFFECTS = en.words("increase reduce help lower cut save limit drive support result")
WITH_CLAUSES: Final = en.words(
    "ensure make check verify confirm see prove assess determine know show understand say tell"
)
"""What stands behind these can be a clause: "ensuring code meets standards"."""


def ends_gerund_subject(before: Sequence[Token], token: Token, following: Sequence[Token]) -> bool:
    """Tell the verb of "reviewing maps (increases) throughput", whose subject is a deed with its object."""
    first = next((each for each in before if each.tag != Tag.ADVERB), None)
    acts = first is not None and (first.tag == Tag.GERUND or first.lower == "having")
    if first is None or not acts or first.verb in WITH_CLAUSES or not has_no_verb(before[1:]):
        return False
    told = is_clear_third_person(token) or token.verb in _EFFECTS
    return (
        told
        and following[:1] != []
        and following[0].tag in "DWTG"
        and not is_clear_third_person(following[0])
    )


_PLURALS = frozenset({"people", "men", "women", "children", "staff", "police", "criteria", "media"})


def plural_before_place(before: Sequence[Token]) -> bool:
    """Tell whether a plural stands before the "in Manila" or "at Google" that ends here."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n].tag == Tag.PREPOSITION), 0)
    named = all(token.text[:1].isupper() for token in before[place + 1 :])
    return (
        bool(place) and named and before[place - 1].tag in Tag.NOUNS and looks_plural(before[place - 1].text)
    )


def plural_before_of(before: Sequence[Token]) -> bool:
    """Tell whether the noun that ends here hangs on a plural: "types of contract (include)"."""
    place = len(before) - 1
    while place > 0 and (before[place].tag in Tag.NOUNS or before[place].tag == Tag.DETERMINER):
        place -= 1
    place -= place > 1 and before[place].tag == Tag.GERUND  # "the benefits of using a kiln (include)"
    plural = before[place - 1].tag in Tag.NOUNS and looks_plural(before[place - 1].text)
    return place > 0 and before[place].lower == "of" and plural


def plural_before_cases(before: Sequence[Token]) -> bool:
    """Tell whether the cases of a plural end here: "platforms such as Bolt (combine)"."""
    such = next((n for n, token in enumerate(before) if n and token.lower == "such"), 0)
    return (
        bool(such)
        and [token.lower for token in before[such + 1 : such + 2]] == ["as"]
        and is_plural(before[such - 1])
    )


def one_before_of(before: Sequence[Token]) -> bool:
    """Tell whether the noun that ends here hangs on one in the singular: "the head of services (reports)"."""
    place = len(before) - 1
    while place > 0 and (before[place].tag in "WTD" or before[place].lower == "to"):
        place -= 1
    head = place - 1
    while head > 0 and before[head].tag in Tag.NOUNS:
        head -= 1
    singular_head = place > 1 and before[place].lower == "of" and not is_plural(before[place - 1])
    return singular_head and before[head].tag == Tag.DETERMINER and before[place - 1].tag in Tag.NOUNS


def clause_before(before: Sequence[Token]) -> Sequence[Token]:
    """Give the words since the last clause boundary."""
    for number in range(len(before) - 1, -1, -1):
        if before[number].tag in (";", ":", "-", "(", ")", Tag.CONNECTIVE, "."):
            return before[number + 1 :]
    return before


def has_verb(before: Sequence[Token]) -> bool:
    """Tell whether the clause that ends here has a verb, be it a participle."""
    return any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE) for token in clause_before(before))


def has_no_verb(before: Sequence[Token]) -> bool:
    """Tell whether the clause still lacks its verb, so that this word can be it."""
    clause = list(clause_before(before))
    commas = [number for number, token in enumerate(clause) if token.tag == ","]
    after_comma = clause[commas[-1] + 1 :] if commas else clause
    return not any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after_comma)


def coordinated(before: Sequence[Token]) -> bool:
    """Tell two nouns joined by "and" from the one noun of a new clause: "it pays, and a good agent warns …"."""
    for place in range(max(1, len(before) - 4), len(before) - 1):
        if before[place].tag == Tag.CONJUNCTION:
            return not (before[place - 1].tag == "," and has_verb(before[: place - 1]))
    return False


def can_only_be_verb(token: Token) -> bool:
    """Tell "improve" and "improves" from "plan", which can be a noun."""
    bare = bool(token.verb) and token.lower == token.verb and token.verb not in en.NOUNS_FIRST
    return bare or is_clear_third_person(token)


def is_named(before: Sequence[Token]) -> bool:
    """Tell the name of one firm, whatever its ending: "Calder Services"."""
    words = [token for token in before[-2:] if token.tag == Tag.WORD and token.text.istitle()]
    return len(words) == 2 and before[-2].lower not in en.ADJECTIVES


def goes_on_as_noun(following: Sequence[Token]) -> bool:
    """Tell whether what follows a word has a verb of its own: "a customer service records system is …"."""
    comma = next((n for n, each in enumerate(following) if each.tag == ","), len(following))
    following = following[:comma]
    names_cases = next((n for n, each in enumerate(following) if each.lower == "such"), 0)
    rest = following[1 : names_cases - 1] if names_cases else following[1:]
    return any(each.tag in (Tag.AUXILIARY, Tag.CONNECTIVE) or can_only_be_verb(each) for each in rest)


_SETTING = frozenset({"in", "at", "on", "during", "around"})
_LONGEST_SETTING = 5


def past_setting(tokens: Sequence[Token], position: int) -> int:
    """Step over "in the 1980s" in "developed in the 1980s by Alder Labs"; the same place where no "by" follows."""
    if position >= len(tokens) or tokens[position].lower not in _SETTING:
        return position
    for after in range(position + 1, min(position + _LONGEST_SETTING, len(tokens))):
        if tokens[after].lower == "by":
            return after
        if tokens[after].lower in _SETTING:
            further = past_setting(tokens, after)
            return position if further == after else further
        if tokens[after].tag not in (Tag.DETERMINER, *Tag.NOUNS):
            break
    return position


def infinitive_before(tokens: Sequence[Token], to: int) -> int:
    """Give the "to" that the one behind "and" repeats: "to reach farms and to cut costs"; -1 without one."""
    for place in range(to - 2, 0, -1):
        if tokens[place].tag == Tag.TO:
            return place
        if tokens[place].tag in (",", ";", Tag.CONNECTIVE, Tag.AUXILIARY):
            break
    return -1
