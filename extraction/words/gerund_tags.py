"""Tells verbs in -ing from nouns and adjectives: "running tests" from "the running costs", by a table of rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.inflection import is_gerund, looks_plural, singular
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_tags import has_possessive, is_clear_third_person, is_plural

__all__ = ["tag_of_gerund"]

_REMAINDERS = frozenset({"rest", "remainder", "person", "someone", "anyone", "individual", "entity", "party"})
_DESCRIBING = en.words("consist include use focus range contain concern involve comprise relate pertain")
_STAYING = frozenset({"run", "live", "sit", "stand", "reside", "belong", "remain", "arise", "exist"})
_HOLDING = frozenset({"include", "contain", "comprise", "feature", "offer", "have"})
_GATHERING = en.GROUPS | {"number", "range", "variety", "pair", "list", "majority"}


class _Place(NamedTuple):
    """A word in -ing where it stands; ``previous`` is the tag of the last word before it that is no adverb."""

    before: Sequence[Token]
    token: Token
    previous: str
    following: Sequence[Token]

    @property
    def behind_noun(self) -> bool:
        return self.previous != "" and self.previous in Tag.NOUNS

    @property
    def next_tag(self) -> str:
        return self.following[0].tag if self.following else ""

    @property
    def last(self) -> str:
        return self.before[-1].lower if self.before else ""


def tag_of_gerund(before: Sequence[Token], token: Token, previous: str, following: Sequence[Token]) -> str:
    """Tell a verb in -ing (running tests) from a noun (the running costs, user testing)."""
    place = _Place(before, token, previous, following)
    return next((tag for holds, tag in _RULES if holds(place)), Tag.WORD)


def _describes(place: _Place) -> bool:
    """Tell "incoming mail", "a set of running pumps", "a bill of lading": no verb, or one that only describes."""
    unknown = not place.token.verb and place.last == "of"
    if not place.before and _opens_with_doers(place.following):
        return True
    return place.token.lower in en.PLAIN_ADJECTIVES or unknown or _counts_things(place)


def _opens_with_doers(following: Sequence[Token]) -> bool:
    """Tell the word before "agents answer" from a gerund: who does something is not what it is done to."""
    doers = len(following) > 1 and following[0].tag == Tag.WORD and looks_plural(following[0].lower)
    does = doers and bool(following[1].verb) and following[1].verb == following[1].lower
    return does and names_somebody(following[0].lower)


def _counts_things(place: _Place) -> bool:
    """Tell "a set of running pumps", where the word describes what is counted, from "the cost of running pumps"."""
    counted = len(place.before) > 1 and place.last == "of" and place.before[-2].lower in _GATHERING
    return counted and place.next_tag != "" and place.next_tag in Tag.NOUNS


def _tells_occasion(place: _Place) -> bool:
    """Tell "when firing a kiln"."""
    return place.last in ("when", "while") and place.next_tag in (Tag.DETERMINER, Tag.TERM, Tag.PRONOUN)


def _is_owned(place: _Place) -> bool:
    """Tell "the running costs", "that testing", "a team's planning"."""
    adds = place.last in ("but", "also")  # "not only sorting mail but also stamping it"
    owned = place.previous in (Tag.DETERMINER, Tag.CONNECTIVE) and not adds
    return owned or has_possessive(place.before)


def _closes_list_of_nouns(place: _Place) -> bool:
    """Tell "supporting" in "prices, terms, and supporting papers." from a deed in a list of deeds."""
    before, following = place.before, place.following
    opens = [token.tag for token in before[-2:]] == [",", Tag.CONJUNCTION] and len(before) > 3
    ends = len(following) > 1 and following[0].tag in Tag.NOUNS and following[1].tag in ".;"
    return opens and ends and before[-3].tag in Tag.NOUNS and before[-4].tag != Tag.GERUND


def _stands_in_list(place: _Place) -> bool:
    """Tell "waiting" in "includes gates, waiting rooms, and shops" from a deed in a list of deeds."""
    tags = [token.tag for token in place.following[:2]]
    listed = place.previous == "," and len(tags) == 2 and tags[0] in Tag.NOUNS
    verb = next((token.verb for token in reversed(place.before) if token.tag in Tag.VERBS), "")
    return listed and tags[1] in (",", Tag.CONJUNCTION) and verb in _HOLDING


_DEEDS = en.words(
    "activities tasks duties functions services responsibilities work processes practices operations steps methods "
    "techniques strategies actions measures ways areas things jobs efforts initiatives behaviors behaviours"
)


_BEFORE_DEEDS = en.words(
    "avoid begin start stop keep continue finish involve include require mean enjoy consider suggest practice practise "
    "regard concern follow"
)


def _names_case(place: _Place) -> bool:
    """Tell "shipping" in "carriers such as shipping lines" from a deed in "tasks such as shipping goods"."""
    if place.next_tag == "" or place.next_tag not in Tag.NOUNS:
        return False
    handled = bool(place.before) and place.before[-1].tag == Tag.GERUND
    if handled and place.before[-1].verb not in _BEFORE_DEEDS:
        return True  # "using ticketing systems", "running onboarding calls"
    words = [token.lower for token in place.before]
    such = next((n for n in range(len(words) - 1, 1, -1) if words[n - 1 : n + 1] == ["such", "as"]), 0)
    listed = bool(such) and all(token.tag in "WT,CG" for token in place.before[such + 1 :])
    return listed and place.before[such - 2].tag in Tag.NOUNS and words[such - 2] not in _DEEDS


_CHANGING = en.words(
    "reduce lower cut decrease save minimize minimise increase improve boost enhance raise optimize optimise"
)


def _describes_changed(place: _Place) -> bool:
    """Tell "operating" in "reduces operating costs", which is made less or more, from what is done."""
    before = [token for token in place.before if token.tag != Tag.ADVERB]
    while before and (before[-1].tag == Tag.WORD and is_gerund(before[-1].lower)):
        before.pop()
    changed = bool(before) and before[-1].tag in Tag.VERBS and before[-1].verb in _CHANGING
    return changed and place.next_tag != "" and place.next_tag in Tag.NOUNS


def _is_subject(place: _Place) -> bool:
    """Tell "Testing improves quality", where the verb follows."""
    return not place.before and bool(place.following) and is_clear_third_person(place.following[0])


def _stacks(place: _Place) -> bool:
    """Tell "a small, growing team"."""
    tags = [token.tag for token in place.before[-3:]]
    before = place.before[-2].lower if len(place.before) > 1 else ""
    adjective = before in en.ADJECTIVES or before.endswith(en.ADJECTIVE_ENDINGS) or "-" in before
    stacked = tags == [Tag.DETERMINER, Tag.WORD, ","] and adjective
    return stacked and place.next_tag != "" and place.next_tag in Tag.NOUNS


def _describes_noun(place: _Place) -> bool:
    """Tell "a law relating to kilns", "a rule requiring potters to …", which go on about the noun before."""
    if not place.behind_noun or not place.following:
        return False
    trails = place.token.verb in en.TRAILING_GERUNDS and _opens_object(place.following)
    return place.token.verb in _DESCRIBING or trails


def _is_deed_of_noun(place: _Place) -> bool:
    """Tell "potters running a kiln", "a firm selling the pots", "pots standing in a kiln"."""
    if not place.behind_noun:
        return False
    last = place.before[-1]
    if place.next_tag == Tag.DETERMINER and _opens_with_compound(place.before):
        return False
    actor = is_plural(last) or place.last in _REMAINDERS or (last.tag == Tag.TERM and _is_one(place.before))
    is_object = place.next_tag in (Tag.DETERMINER, Tag.TERM, Tag.PRONOUN)
    is_object = is_object or (bool(place.token.verb) and _opens_described_object(place.following))
    placed = place.token.verb in _STAYING and place.next_tag == Tag.PREPOSITION
    return is_object or placed or (_goes_on(place) and actor)


def _opens_with_compound(before: Sequence[Token]) -> bool:
    """Tell "In drop (shipping) the retailer …": a bare noun in the singular behind the first "in"."""
    return (
        len(before) == 2 and before[0].lower == "in" and not is_plural(before[1]) and before[1].text.islower()
    )


def _is_one(before: Sequence[Token]) -> bool:
    """Tell "a potter", "Potter" from the bare noun in "the cost of order (picking)"."""
    start = len(before)
    while start and before[start - 1].tag in Tag.NOUNS:
        start -= 1
    return start == 0 or before[start - 1].tag != Tag.PREPOSITION


def _goes_on(place: _Place) -> bool:
    """Tell whether what follows can hang on a verb."""
    following = place.following
    hangs = (
        bool(following) and following[0].tag in "WTDPRSA" and following[0].text.lower() not in ("of", "is")
    )
    return hangs or _joined_to_gerund(place.token, following)


def _is_free_deed(place: _Place) -> bool:
    return not place.behind_noun and _goes_on(place)


_TRADES = en.words(
    "marketing accounting engineering advertising banking manufacturing billing purchasing shipping hiring training "
    "operating consulting pricing clearing reporting ticketing staffing mailing landing booking catering "
    "publishing branding recruiting sourcing scheduling testing computing streaming outsourcing onboarding trading "
    "funding processing"
)
_HANDLING = frozenset({"use", "buy", "sell", "offer", "provide"})  # "use sequencing tools"
_HEADS = en.words(
    "activity agency budget campaign center centre channel company cost data department director effort engine expense "
    "firm function head hub lab line list manager material module office package partner plan platform process product "
    "professional program programme provider record report resource rule service site skill software specialist staff "
    "standard strategy system task team tool unit vendor workflow"
)


def _names_trade(place: _Place) -> bool:
    """Tell "sales and marketing tasks", "hiring managers" from "marketing the goods"."""
    after = place.following[0] if place.following else None
    headed = after is not None and after.tag == Tag.WORD and singular(after.lower) in _HEADS | {"add-on"}
    handled = bool(place.before) and place.before[-1].tag == Tag.VERB and place.before[-1].verb in _HANDLING
    skill = after is not None and singular(after.lower) == "skill"  # "typing skills"
    return headed and (handled or skill or place.token.lower in _TRADES)


# The first rule that holds decides; without one the word is a noun.
_RULES: tuple[tuple[Callable[[_Place], bool], str], ...] = (
    (_describes, Tag.WORD),
    (_tells_occasion, Tag.GERUND),
    (_is_owned, Tag.WORD),
    (_names_trade, Tag.WORD),
    (_closes_list_of_nouns, Tag.WORD),
    (_stands_in_list, Tag.WORD),
    (_names_case, Tag.WORD),
    (_describes_changed, Tag.WORD),
    (_is_subject, Tag.WORD),
    (_stacks, Tag.WORD),
    (_describes_noun, Tag.GERUND),
    (_is_deed_of_noun, Tag.GERUND),
    (_is_free_deed, Tag.GERUND),
)


def _opens_described_object(following: Sequence[Token]) -> bool:
    """Tell "requesting detailed proposals", where an adjective and a plural follow, from a compound."""
    first, second = [*following[:2], None, None][:2]
    adjective = (
        first is not None and first.tag == Tag.WORD and first.lower.endswith(("ed", "al", "ive", "ous"))
    )
    return adjective and second is not None and second.tag in Tag.NOUNS and second.lower.endswith("s")


def _opens_object(following: Sequence[Token]) -> bool:
    """Tell whether an object that cannot be one word with the gerund follows: "a law requiring employers to …"."""
    first, second = [*following[:2], None, None][:2]
    if first is not None and first.lower in ("that", "how", "whether"):
        return True
    plural = first is not None and first.tag in Tag.NOUNS and first.lower.endswith("s")
    described = second is not None and second.tag in Tag.NOUNS and second.lower.endswith("s")
    return plural or described or (first is not None and first.tag == Tag.TERM)


def _joined_to_gerund(token: Token, following: Sequence[Token]) -> bool:
    """Tell "recording" in "recording and reporting sales" from a noun that is joined to another."""
    joined = len(following) > 2 and following[0].tag == Tag.CONJUNCTION and following[2].tag in "WTDR"
    return joined and bool(token.verb) and is_gerund(following[1].lower) and bool(following[1].verb)
