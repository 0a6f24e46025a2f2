"""What a verb or a preposition says of the noun phrase behind it in a definition: "carries X", "for X", "under X"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.dealings import composes, deals, takes
from rolegraph.extraction.definitions.ends import names_quality
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.phrases import read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import ISSUING, JOINTLY, LESSENING, MAKING, PARTICLES
from rolegraph.extraction.words.verb_tags import meaningful

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_PARTICLES = PARTICLES - {"over"}  # "watches over ships"
__all__ = ["PURPOSES", "Step", "governed"]


class Step(NamedTuple):
    """What governs a noun phrase: the name of a relation, or nothing; and the place of the word that says so.

    A minus before the relation turns it round. ``handles`` tells that the headword is an activity or serves one:
    "moving goods from a depot"; ``firm`` that also a phrase which is no term can be what the headword is related to;
    ``genus`` that the phrase is what the headword is.
    """

    relation: str = ""
    place: int = -1
    handles: bool = False
    firm: bool = False
    genus: bool = False


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: relation for relation, words in table.items() for word in words.split()}


# What a preposition makes of the term behind it; of the others nothing is known.
_BY_PREPOSITION = _by_word(
    {
        "appliesTo": "for to into on onto about across between among against over regarding around upon in toward "
        "towards concerning along at during within inside with per",
        "uses": "through via",
        "precedes": "before",
        "-precedes": "after",
    }
)
# The same behind the genus, and behind a verb, where that differs.
_BEHIND_GENUS = {"with": "-partOf"}
_BEHIND_VERB = {"within": "partOf", "inside": "partOf", "under": "dependsOn", "from": "appliesTo"}
# These say what something is for, between or about, not when, where or how it happens.
_FIRM = en.words("for into about across between among against regarding concerning through via")
_MEANS = frozenset({"through", "via"})
_FAVOUR = frozenset({"behalf", "benefit", "favor", "favour"})
_NAMING = frozenset({"called", "named", "termed"})
_PLACING = frozenset({"where", "whereby", "wherein"})
_TAKEN_FOR = frozenset({"use", "serve", "act", "function", "work", "operate", "treat", "regard", "classify"})
_PASSED = frozenset({Tag.ADVERB, Tag.TO, Tag.DETERMINER, Tag.PRONOUN, Tag.PREDICATIVE, '"', "/"})
PURPOSES = frozenset({"secure", "fulfil", "fulfill", "promote", "satisfy"})
_MAKING = frozenset(
    {"add", "provide", "offer", "create", "produce", "build", "achieve", "ensure", "give", "deliver"}
    | {"perform", "conduct", "execute", "accomplish", "make"}
    | PURPOSES
)
_MADE = en.words(
    "make create issue generate produce build obtain prepare extract convert recover form shape assemble compile "
    "compute "
    "calculate distil distill refine manufacture synthesize harvest cast cut press mine weave"
)
_CAUSING = frozenset({"cause", "trigger", "induce"})
_KEPT = frozenset({"keep", "hold", "store", "contain", "embed", "find", "include", "record", "list", "save"})
_PARTED = en.words("divide split organize organise break group structure separate")
_AIDING = frozenset(
    {"support", "help", "assist", "aid", "facilitate", "enable", "improve", "enhance", "strengthen"}
)
_HOLDING = frozenset(
    {"combine", "have", "feature", "contain", "include", "comprise", "incorporate", "encompass"}
)
_USING = frozenset({"use", "utilize", "utilise", "leverage", "consume", "invoke", "run", "deploy"})
_FOLLOWING = frozenset({"follow", "adopt", "employ", "apply"})
_METHODS = en.words(
    "principle method approach model framework methodology technique procedure practice standard"
)
_PLACES = frozenset({"in", "on", "at", "within", "inside", "across", "outside"})
_BEING = en.words("run stand live reside sit lie work wait stay remain operate exist float hang rest sleep")
# "After the approval of a plan" the plan comes first, "after a talk with the owner of a plan" it may not.
_ENDINGS = en.words(
    "completion end close conclusion start beginning receipt approval submission signing delivery"
)
_HANDED = en.words(
    "transfer payment sale delivery grant loan submission donation assignment contribution refund"
)
_DEALS = en.words(
    "agreement contract arrangement deal treaty relationship partnership meeting conversation discussion negotiation "
    "session interview dispute"
)
_PHASES = frozenset({"begin", "start", "end", "finish", "stop", "commence", "conclude", "close"})
_WHEN = frozenset({"at", "on", "in", "during", "with"})  # "begins at first light"
_BESIDE = en.words("combine confuse compare associate pair bundle contrast group mention")
_JOINED = frozenset({"work", "integrate", "interface", "interoperate"})
# Prepositions directly behind some verbs, what they tell, and whether the verb has to be a participle.
_FRAMES = (
    ({"in", "within", "inside"}, _KEPT, "partOf", True),
    ({"into"}, _PARTED, "-partOf", False),
    ({"from"}, _MADE, "derivedFrom", False),
    ({"with"}, _BESIDE, "", False),
    ({"with"}, _JOINED, "uses", False),
    ({"during"}, MAKING | ISSUING, "-produces", True),
    ({"by"}, _CAUSING, "derivedFrom", True),
)
# The same behind a noun: "in return for a premium" tells nothing of the premium, "takes place at a dock" where it is.
_SET_PHRASES = {
    ("for", "return"): "",
    ("for", "exchange"): "",
    **dict.fromkeys([("at", "place"), ("in", "place"), ("on", "place")], "locatedIn"),
}
# Verbs that say little of their object: what a lock has, takes or becomes is not what it is for.
_LIGHT = en.words(
    "have be do get become seem take make give want wish like happen occur go come let keep need mean remain try "
    "begin start stop cause bear suffer lack gain earn bring tell"
)


def governed(tokens: Sequence[Token], position: int, step: Step, last: Step, cued: Container[int]) -> Step:
    """Give what governs the phrase behind a word that is none itself.

    ``step`` is what governed so far, ``last`` what governed the phrase before; ``cued`` are the places of cues, which
    tell their own relation.
    """
    token = tokens[position]
    if position in cued:
        return Step()
    if _answers(tokens, position) or (token.tag == Tag.GERUND and step.relation == "responsibleFor"):
        return Step("responsibleFor", position, handles=True, firm=token.tag == Tag.GERUND)
    if token.lower == "as" and position and tokens[position - 1].verb in _TAKEN_FOR:
        return Step("broader", position)
    if token.tag == Tag.PREPOSITION:
        return _by_preposition(tokens, position, step, last)
    if token.lower in _NAMING:
        return last
    placed = position > 0 and tokens[position - 1].tag == Tag.PREPOSITION
    if token.lower in _PLACING or (token.lower == "which" and placed):
        return Step("appliesTo", position, firm=True)  # "a depot where carriers and their agents meet"
    if _describes_object(tokens, position):
        return step
    if token.tag in Tag.VERBS:
        return _by_verb(tokens, position, last)
    if token.tag in (",", Tag.CONJUNCTION) or token.tag in _PASSED:
        return step
    return Step()


def _answers(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "for" of "responsible for the kiln"."""
    words = [token.lower for token in tokens[max(0, position - 1) : position + 1]]
    return words in (["responsible", "for"], ["accountable", "for"])


def _describes_object(tokens: Sequence[Token], position: int) -> bool:
    """Tell the participle of "updating stored details", "updating running pumps", which is an adjective."""
    around = [token.tag for token in tokens[max(0, position - 1) : position + 2]]
    described = around[1:] in ([Tag.PARTICIPLE, Tag.WORD], [Tag.GERUND, Tag.WORD])
    return described and (around[0] == Tag.GERUND or around[:2] == [Tag.VERB, Tag.PARTICIPLE])


def _by_verb(tokens: Sequence[Token], position: int, last: Step) -> Step:
    """Give what a verb says of its object; that of "is used" or "used by" is none."""
    verb = tokens[position].verb
    aim = verb in _AIDING or (verb in _MAKING and _is_aim(tokens, position))
    aim = aim or _goes_on_with_aim(tokens, position, last)
    passive = tokens[position].tag == Tag.PARTICIPLE
    modal = meaningful(tokens[:position]) == Tag.AUXILIARY
    if verb in _HOLDING:
        return Step("-partOf", position, firm=verb != "have" and not passive)
    if verb == "become" and not passive:
        return Step("precedes", position)  # "an offer that becomes a contract"
    told = not passive and (
        modal or tokens[position].lower != verb
    )  # "for teams to run apps" does not tell who
    using = verb in _USING or (verb in _FOLLOWING and _opens_method(tokens, position + 1))
    relation = "supports" if aim else "uses" if using and told else "appliesTo"
    firm = bool(verb) and verb not in _LIGHT and not passive
    purpose = position > 0 and tokens[position - 1].tag == Tag.TO
    return Step(relation, position, purpose or tokens[position].tag == Tag.GERUND, firm)


def _opens_method(tokens: Sequence[Token], position: int) -> bool:
    """Tell the object of "follows the principle of first in, first out"."""
    phrase, _ = read_noun_phrase(tokens, position)
    return phrase is not None and singular(phrase.head) in _METHODS


def _by_preposition(tokens: Sequence[Token], position: int, step: Step, last: Step) -> Step:
    """Give what a preposition says of the phrase behind it, with the verb or noun before it."""
    lower, before = tokens[position].lower, tokens[position - 1] if position else None
    if lower == "of" and _is_done_by(tokens, position):
        return Step("appliesTo", position)  # "noticed by the keeper of a kiln"
    if lower == "of" and before is not None and before.lower in _FAVOUR:
        return Step("supports", position, firm=True)
    if lower == "of" and last.relation == "broader":
        return Step()  # "serves as a measure of heat"
    if lower == "of":
        dated = last.relation.endswith("precedes") and before is not None and before.lower not in _ENDINGS
        return Step() if dated else last._replace(firm=False)
    if lower == "during" and before is not None and _happens(before):
        return Step("partOf", position)
    if lower in _WHEN and before is not None and before.tag in Tag.VERBS and before.verb in _PHASES:
        return Step()  # what something begins at is no more than its time
    if lower in _PLACES and not last.genus and _places_noun(tokens, position):
        return Step()
    if lower != "of" and tokens[last.place].verb in LESSENING and tokens[last.place].tag in Tag.VERBS:
        return Step()  # "lowers the load on kilns"
    if lower == "by":
        told = before is not None and before.tag == Tag.PARTICIPLE
        means = _behind_verb(before, lower) or "uses" if told and before is not None else ""
        return Step(means, position)  # "cleared by a customs broker"
    particle = lower in _PARTICLES and before is not None and before.tag in Tag.VERBS
    if particle or _joins_preposition(tokens, position):
        return step
    verbal = before is not None and bool(before.verb) and before.lower.endswith("s")
    behind_genus = last.genus and position == last.place and not verbal
    governs = before is not None and before.tag in Tag.VERBS and before.verb not in _LIGHT
    near = lower in _MEANS or behind_genus or governs
    firm, handles = lower in _FIRM and near, last.handles
    firm = firm or (lower == "to" and (deals(tokens, position) or (behind_genus and _hands_on(before))))
    if before is not None and before.tag == Tag.ADVERB and before.lower in JOINTLY and position > 1:
        before = tokens[position - 2]
    if before is not None and before.tag in Tag.VERBS:
        relation = _behind_verb(before, lower)
        return Step(relation, position, handles, firm and bool(relation))
    if before is not None and (lower, before.lower) in _SET_PHRASES:
        return Step(_SET_PHRASES[lower, before.lower], position, firm=True)
    if lower == "with" and behind_genus and before is not None and before.lower in _DEALS:
        return Step("appliesTo", position, firm=True)  # "an agreement with a supplier"
    if lower == "with" and composes(tokens, position):
        return Step("-partOf", position)
    if lower == "under" and (deals(tokens, position) or (before is not None and before.lower in _PARTICLES)):
        return Step("dependsOn", position, handles)
    if lower == "from" and (handles or takes(tokens, position)):
        return Step("appliesTo", position, handles)
    relation = _BY_PREPOSITION.get(lower, "")
    return Step(_BEHIND_GENUS.get(lower, relation) if behind_genus else relation, position, handles, firm)


def _behind_verb(verb: Token, preposition: str) -> str:
    """Give what a preposition directly behind a verb says of the headword and what follows."""
    for prepositions, verbs, relation, passive in _FRAMES:
        if preposition in prepositions and verb.verb in verbs and (verb.tag == Tag.PARTICIPLE or not passive):
            return relation
    return _BEHIND_VERB.get(preposition, _BY_PREPOSITION.get(preposition, ""))


def _is_done_by(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether the noun phrase before a preposition stands behind "by"."""
    start = position
    while start and (tokens[start - 1].tag in Tag.NOUNS or tokens[start - 1].tag == Tag.DETERMINER):
        start -= 1
    return 0 < start < position and tokens[start - 1].lower == "by"


def _hands_on(noun: Token | None) -> bool:
    """Tell the "to" of "a payment to a lender" from that of "a road to the port"."""
    return noun is not None and noun.lower in _HANDED


def _happens(token: Token) -> bool:
    """Tell the "occurs" of "a check that occurs during a firing" and the "place" of "takes place"."""
    return token.verb in ("occur", "happen") or token.lower == "place"


def _places_noun(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "in" of "reads pots standing in kilns", which says where the pots are and not what reads them."""
    around = tokens[max(0, position - 2) : position]
    return (
        len(around) == 2
        and around[0].tag in Tag.NOUNS
        and around[1].verb in _BEING
        and around[1].tag == Tag.GERUND
    )


def _joins_preposition(tokens: Sequence[Token], position: int) -> bool:
    """Tell the second preposition of "to or from a port"."""
    around = [token.tag for token in tokens[max(0, position - 2) : position]]
    return around == [Tag.PREPOSITION, Tag.CONJUNCTION]


def _goes_on_with_aim(tokens: Sequence[Token], position: int, last: Step) -> bool:
    """Tell the second deed of "to make bowls and sell pots"."""
    joined = position > 0 and tokens[position - 1].tag == Tag.CONJUNCTION
    first = tokens[last.place]
    bare = first.lower == first.verb and tokens[position].lower == tokens[position].verb
    return joined and bare and last.relation == "supports" and first.tag in Tag.VERBS


def _is_aim(tokens: Sequence[Token], position: int) -> bool:
    """Tell what a verb of making is to bring about from what it makes: "to ensure X", "adding reliability"."""
    infinitive = position > 1 and tokens[position - 1].tag == Tag.TO
    return infinitive or (position + 1 < len(tokens) and names_quality(tokens[position + 1].lower))
