"""Which clauses behind a genus speak of the headword: "a depot where carriers …", "to ensure that nodes are up"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrases import begins_clause, opens_contact_clause, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_classes import DEEDS, INFLUENCING, ISSUING, UNDERGOING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "dates_by_clause",
    "describes_noun",
    "ends_or_begins",
    "opens_headword_clause",
    "opens_outcome",
    "opens_relative",
    "relation_to_subject",
]

_CIRCUMSTANCE = frozenset({"where", "whereby", "wherein", "when"})
_SINGULAR = frozenset({"is", "was", "has", "does"})
_RELATIVE = frozenset({"that", "which", "who", "that's", "who's"})
_OF_GENUS = _RELATIVE | _CIRCUMSTANCE
_COMPLEMENTIZERS = frozenset({"that", "whether", "if", "how"})
_MEASURED = frozenset({"long", "much", "many", "often", "far", "well", "fast", "quickly"})
_ASKING = frozenset({"how", "why", "what", "whether", "who", "when", "where"})
_TELLING = frozenset(
    {"on", "of", "about", "for", "over", "regarding"}
)  # "a description of how pots are fired"
# Verbs and nouns that a clause completes.
_OF_CLAUSES = en.words(
    "ensure guarantee verify confirm determine decide evaluate assess check indicate show state prove certify make "
    "measure quantify describe explain define specify track"
)
_LETTING = frozenset({"help", "let", "enable", "allow", "make"})
_TENETS = en.words("principle idea belief requirement rule assumption theory notion condition")
_USING = en.words("follow use employ utilize utilise apply adopt deploy purchase buy consult")
_RAISING = frozenset({"make", "raise", "file", "draft", "draw"})
_OCCURRING = frozenset({"occur", "happen", "arise", "result", "emerge"})
_STEPPING = en.words(
    "complete finish approve sign issue close end accept conclude expire begin start open commence submit perform "
    "conduct pass finalize finalise"
)
_DATING = frozenset({"before", "after", "until", "till", "since"})
_HAPPENING = en.words(
    "meets meet sits sit occurs occur happens based located held situated run runs live lives stand stands reside "
    "resides"
)
_SOMEBODY = en.words(
    "person individual professional official someone party employee worker specialist expert member"
)
_COMPLETING = (Tag.PREPOSITION, Tag.PARTICIPLE)  # "a form used in a shop that tells …"
_LONGEST_COMPLEMENT = 8  # words


def opens_headword_clause(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell whether a connective opens a clause about the headword, whose genus ends at ``start``."""
    return (
        _is_of_genus(tokens, position, start)
        or _is_complementizer(tokens, position)
        or _is_occasion(tokens, position)
    )


def opens_outcome(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "so" of "so that the kiln stays warm", which says what the headword is for."""
    return [token.lower for token in tokens[max(position, 0) : position + 2]] == ["so", "that"]


def opens_relative(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "that" or "which" of a relative clause from one that completes a verb or follows a preposition."""
    placed = position > 0 and tokens[position - 1].tag == Tag.PREPOSITION
    return tokens[position].lower in _RELATIVE and not placed and not _is_complementizer(tokens, position)


def describes_noun(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell the "that" of "paid in rates that cover the rent", a clause about what the headword deals with."""
    if (
        position <= start
        or tokens[position].tag != Tag.CONNECTIVE
        or tokens[position].lower not in ("that", "which")
    ):
        return False
    after = position + 1
    if after < len(tokens) and tokens[after].tag in (Tag.DETERMINER, Tag.TERM):
        _, after = read_noun_phrase(tokens, after)
    verbal = begins_clause(tokens, after)
    return (
        verbal
        and tokens[position - 1].tag in Tag.NOUNS
        and not opens_headword_clause(tokens, position, start)
    )


def relation_to_subject(tokens: Sequence[Token], position: int, start: int) -> str | None:
    """Give how the headword is related to the subject, at ``position``, of a clause; None where it speaks of others.

    What a place is a place for is located there: "the hall where the council meets". Who does something to the
    headword ("a form that drivers sign") is not related to it by that: then the relation is empty.
    """
    if _is_complement(tokens, position):
        return "appliesTo"
    if position > start and tokens[position - 1].verb in _LETTING:
        return "supports"  # "helps potters choose a glaze"
    if position > start + 1 and opens_outcome(tokens, position - 2):
        return "supports"
    opening = position
    while opening > start and _in_subject(tokens[opening - 1]):
        opening -= 1
    if (
        opening > start
        and tokens[opening - 1].tag == Tag.CONNECTIVE
        and (_is_of_genus(tokens, opening - 1, start) or _is_occasion(tokens, opening - 1))
    ):
        if _lacks_object(tokens, opening - 1):
            return _deed_on_headword(tokens, position)
        return "-locatedIn" if _takes_place(tokens, position) else "appliesTo"
    bare = tokens[position].tag == Tag.DETERMINER or opens_contact_clause(tokens, position + 1)
    return (_deed_on_headword(tokens, position) or "appliesTo") if position == start and bare else None


def _deed_on_headword(tokens: Sequence[Token], position: int) -> str:
    """Give what the subject of "a request (that) a buyer makes", "the fee a buyer pays" is to the headword, if told."""
    _, end = read_noun_phrase(tokens, position)
    verb = next((token for token in tokens[end:] if token.tag not in (Tag.ADVERB, Tag.AUXILIARY)), None)
    if verb is not None and verb.tag == Tag.PREDICATIVE and verb.lower in ("responsible", "accountable"):
        return "-responsibleFor"
    if [token.lower for token in (tokens[0], *tokens[end : end + 1])] in (["what", "do"], ["what", "does"]):
        return "-responsibleFor"  # "what a potter does once a firing has ended"
    if verb is None or verb.tag != Tag.VERB:
        return ""
    if verb.verb in ISSUING | _RAISING:
        return "-produces"
    if verb.verb in INFLUENCING:
        return "-supports"
    if verb.verb in _AIMING:
        return ""  # "a target that a seller must reach" is no tool
    return "-responsibleFor" if verb.verb in DEEDS else "" if verb.verb in UNDERGOING - _USING else "-uses"


_AIMING = en.words(
    "reach meet hit achieve attain exceed surpass satisfy miss fulfil fulfill obey observe respect"
)


def dates_by_clause(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Tell "before kilns cool", "before the kiln is lit", which date by what happens, from "before the kiln".

    The noun phrase stands at ``position`` to ``end`` (exclusive), behind a preposition. The bare verb behind a plural
    may be taken for one more noun.
    """
    opening = position
    while opening and (_in_subject(tokens[opening - 1]) or tokens[opening - 1].tag == Tag.ADVERB):
        opening -= 1
    if not opening or tokens[opening - 1].lower not in _DATING:
        return False
    words = tokens[position : end + 1]
    bare = any(_is_plural(one) and two.verb == two.lower for one, two in pairwise(words))
    return bare or begins_clause(tokens, end)


def ends_or_begins(tokens: Sequence[Token], position: int) -> bool:
    """Tell "(after the firing) is finished", "ends", which dates by a step, from what else happens to things."""
    while position < len(tokens) and tokens[position].tag in (Tag.AUXILIARY, Tag.ADVERB):
        position += 1
    verb = tokens[position] if position < len(tokens) else None
    return verb is not None and verb.tag in (Tag.VERB, Tag.PARTICIPLE) and verb.verb in _STEPPING


def _is_plural(token: Token) -> bool:
    return token.tag in Tag.NOUNS and token.lower.endswith("s") and not token.lower.endswith("ss")


def _is_occasion(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "when" of "occurs when a glaze cracks", which is what happens."""
    happens = position > 0 and tokens[position - 1].verb in _OCCURRING
    return happens and tokens[position].lower in ("when", "where", "if", "as", "whenever")


def _lacks_object(tokens: Sequence[Token], connective: int) -> bool:
    """Tell "a form that drivers sign", whose object is the headword, from "a depot in which drivers wait"."""
    placed = connective > 0 and tokens[connective - 1].tag == Tag.PREPOSITION
    return tokens[connective].lower in ("that", "who") or (tokens[connective].lower == "which" and not placed)


def _is_complement(tokens: Sequence[Token], position: int) -> bool:
    """Tell the subject of "that each node is up" or "nodes are up" behind a verb that such a clause completes."""
    if not position:
        return False
    before = tokens[position - 1]
    graded = before.lower in _MEASURED or before.tag == Tag.ADVERB
    measured = position > 1 and graded and tokens[position - 2].lower == "how"
    opening = position - 2 if measured else position - 1
    return _is_complementizer(tokens, opening) or tokens[position - 1].verb in _OF_CLAUSES


def _is_of_genus(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell a clause that speaks of the genus: "that …", "where …", "in which …" behind it."""
    lower, previous = tokens[position].lower, tokens[position - 1] if position else None
    if lower == "who" and _is_somebody_done_to(tokens, position, start):
        return True
    if lower in _OF_GENUS and _skips_complement(tokens, position, start):
        return True
    if previous is not None and previous.tag == Tag.PREPOSITION:
        return lower == "which" and (position <= start + 2 or _is_set_off(tokens, position, start))
    return lower in _OF_GENUS and position <= start + 1


def _is_somebody_done_to(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell "a person hired by a studio who fires pots" from "a shed built by potters who left"."""
    between = tokens[start:position]
    person = start > 0 and tokens[start - 1].lower in _SOMEBODY and bool(between)
    plain = all(token.tag in Tag.NOUNS or token.tag in "PDL" for token in between)
    verb = next((token for token in tokens[position + 1 : position + 3] if token.tag != Tag.ADVERB), None)
    return person and plain and verb is not None and verb.tag == Tag.VERB and verb.lower.endswith("s")


def _is_set_off(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell ", during which …" behind a genus with its complement: "the last stage of a firing, in which …"."""
    between = tokens[start : position - 1]
    plain = all(token.tag in Tag.NOUNS or token.tag in "PDACL," for token in between)
    completed = bool(between) and (between[-1].tag == "," or between[0].lower == "of")
    return plain and completed


def _is_complementizer(tokens: Sequence[Token], position: int) -> bool:
    """Tell the "that" of "ensuring that each node …", the "how" of "a rule on how …", which open what is meant."""
    before = tokens[position - 1] if position else None
    if before is None:
        return False
    governs = before.verb in _OF_CLAUSES or before.lower in _TENETS
    asks = tokens[position].lower in _ASKING and (before.verb in _OF_CLAUSES or before.lower in _TELLING)
    return asks or (tokens[position].lower in _COMPLEMENTIZERS and governs)


def _in_subject(token: Token) -> bool:
    """Tell whether a word belongs to the subject of a clause: "the energy of eddies", "carriers and their agents"."""
    return (
        token.tag in Tag.NOUNS or token.tag in (Tag.CONJUNCTION, Tag.DETERMINER, ",") or token.lower == "of"
    )


def _takes_place(tokens: Sequence[Token], position: int) -> bool:
    """Tell "the council meets", "sorting takes place" from "carriers drop mail"."""
    _, end = read_noun_phrase(tokens, position)
    verb = next((n for n in range(end, len(tokens)) if tokens[n].tag not in (Tag.ADVERB, Tag.AUXILIARY)), end)
    words = [token.lower for token in tokens[verb : verb + 2]]
    if words in (["takes", "place"], ["take", "place"]):
        return True
    behind = tokens[verb + 1].tag if verb + 1 < len(tokens) else "."
    return words[:1] != [] and words[0] in _HAPPENING and behind not in (Tag.DETERMINER, *Tag.NOUNS)


def _skips_complement(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell "a part on a tractor that turns" from "a list of parts that turn": the clause speaks of the genus.

    So do a clause of place, and one whose object the genus is ("the amount of time that a fluid spends").
    """
    between = tokens[start:position]
    if not between or between[0].tag not in _COMPLETING or len(between) > _LONGEST_COMPLEMENT:
        return False
    plain = all(token.tag in Tag.NOUNS or token.tag in "PDAC," for token in between[1:])
    plain = plain and (tokens[position].lower == "when" or not any(token.lower == "by" for token in between))
    behind = next((token for token in tokens[position + 1 : position + 4] if token.tag != Tag.ADVERB), None)
    if not plain or behind is None:
        return False
    third_person = behind.tag == Tag.VERB and behind.lower.endswith("s")
    third_person = third_person or behind.lower in _SINGULAR
    has_subject = between[0].lower == "of" and behind.tag in (Tag.DETERMINER, *Tag.NOUNS)
    return tokens[position].lower in _CIRCUMSTANCE or third_person or has_subject
