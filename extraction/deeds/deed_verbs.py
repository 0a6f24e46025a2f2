"""The verbs of a duty: where they are, where they end, and what they are as gerunds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rolegraph.extraction.deeds.duties import VERBS_AT_HEAD
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import base_form, gerund, verb_forms
from rolegraph.extraction.words.tokens import Tag, Token

__all__ = [
    "ADJECTIVES",
    "ENABLING",
    "ENSURING",
    "NO_DEEDS",
    "PARTICLES",
    "adjectival",
    "end_of_verbs",
    "gerunds",
    "is_verb",
]

ENABLING = frozenset({"help", "assist", "enable", "allow", "empower", "encourage", "coach", "train", "teach"})
# Nouns that stand before others, and adjectives, far more often than they are verbs behind a comma or "and".
_MODIFIERS = en.words("risk process project cost budget stock quality tax power")
_ACTIVITIES = ("ment", "tion", "ance", "ing", "control", "analysis")
ADJECTIVES = en.words("direct clean complete live open correct separate own")
_DIRECT = en.words(
    "deposits debits reports mail costs sales care marketing contact supervision access feedback"
)
_FUNCTIONS = en.words("finance market design support research product")
_ADJECTIVES_TOO = frozenset({"complete", "correct", "direct", "own", "live", "elaborate", "appropriate"})
ENSURING = frozenset({"ensure", "verify", "confirm", "check", "guarantee", "assure"})
PARTICLES = frozenset({"up", "out", "off", "through", "over"})
NO_DEEDS = frozenset({"include", "regard", "use", "concern", "follow", "accord"})
_OPEN_OBJECTS = frozenset({Tag.WORD, Tag.TERM, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB})
_AFTER_GERUND = frozenset({Tag.NEGATION, Tag.DETERMINER, Tag.PREPOSITION, Tag.CONNECTIVE, Tag.CONJUNCTION})


_PEOPLE = en.words(
    "staff employee volunteer team member user customer client student colleague crew trainee apprentice guest visitor "
    "patient resident tenant worker"
)
_COMPOUNDS = frozenset(
    {
        ("pull", "request"),
        ("change", "request"),
        ("feature", "request"),
        ("power", "tool"),
        ("work", "order"),
        ("purchase", "order"),
        ("spot", "check"),
        ("stock", "check"),
        ("test", "case"),
        ("test", "plan"),
        ("release", "note"),
        ("price", "list"),
        ("order", "form"),
        ("claim", "form"),
        ("process", "map"),
        ("near", "misse"),
    }
)
_PERIODIC = en.words("daily weekly monthly quarterly yearly hourly early timely friendly costly")


def adjectival(tokens: Sequence[Token]) -> list[Token]:
    """Take words of a duty for what they are in one.

    Words in -ly before a noun are adjectives ("the monthly report"), or verbs ("supply"); a participle between commas
    is an adjective ("a tidy, organized, safe shop"); "to" behind some verbs opens no infinitive ("add to team goals").
    """
    found = [_alternative(token) for token in tokens]
    for position in range(len(found) - 1):
        token, after = found[position], found[position + 1]
        before = found[position - 1] if position else None
        if (token.lower, after.lower.rstrip("s")) in _COMPOUNDS and position > 1:
            found[position] = token._replace(tag=Tag.WORD, verb="")  # "designs and pull requests"
        elif (position > 1 and token.tag in (Tag.VERB, Tag.WORD) and _describes(token, after)) or (
            token.tag == Tag.VERB and position > 1 and _is_in_name(tokens, position)
        ):
            found[position] = token._replace(tag=Tag.WORD)
        elif token.text == "&" and after.verb:
            found[position] = token._replace(tag=Tag.CONJUNCTION)
        elif token.lower in _EVERYBODY and before is not None and before.tag in Tag.VERBS:
            found[position] = token._replace(tag=Tag.WORD)  # "keep everyone on track"
        elif token.lower in _ADJECTIVES_IN_ING or (
            token.lower in _ORDER and position and after.tag in Tag.NOUNS
        ):
            found[position] = token._replace(tag=Tag.WORD, verb="")
        elif token.lower in _VERBS_IN_LY:
            found[position] = token._replace(tag=Tag.VERB, verb=token.lower)
        elif position > 1 and _is_unknown_verb(found, position):
            found[position] = token._replace(tag=Tag.VERB, verb=token.lower.removesuffix("s"))
        elif token.lower == "outside" and after.tag in Tag.NOUNS and after.lower.endswith("s"):
            found[position] = token._replace(tag=Tag.WORD)  # "with suppliers, outside contractors and …"
        elif token.lower in _PERIODIC and after.tag == Tag.CONJUNCTION:
            paired = position + 2 < len(tokens) and tokens[position + 2].lower in _PERIODIC
            found[position] = (
                token._replace(tag=Tag.WORD) if paired else token
            )  # "monthly and weekly reports"
        elif token.lower in _PERIODIC and (after.tag in Tag.NOUNS or after.verb in en.NOUNS_FIRST):
            found[position] = token._replace(tag=Tag.WORD)
            found[position + 1] = after._replace(tag=Tag.WORD) if after.tag == Tag.VERB else after
        elif token.tag == Tag.GERUND and before is not None and _is_compound(before, after):
            found[position] = token._replace(tag=Tag.WORD)
        elif token.tag == Tag.PARTICIPLE and before is not None and before.tag == ",":
            listed = after.tag in (",", Tag.CONJUNCTION)
            found[position] = token._replace(tag=Tag.WORD) if listed else token
        elif token.tag == Tag.TO and before is not None and before.verb in _TO_SOMETHING:
            found[position] = token._replace(tag=Tag.PREPOSITION)
            found[position + 1] = after._replace(tag=Tag.WORD) if after.tag == Tag.VERB else after
    _tag_infinitive(found)
    return found


def _is_unknown_verb(tokens: Sequence[Token], position: int) -> bool:
    """Tell "radio" in "open the gate and radio the bridge": no noun stands between "and" and an article."""
    before, token, after = tokens[position - 1 : position + 2]
    known = token.keys or token.verb or token.tag != Tag.WORD or not token.lower.isalpha()
    joined = before.tag in (",", Tag.CONJUNCTION) and before.lower != "or"
    third = token.lower.endswith("s") == (tokens[0].lower == "it")
    return not known and joined and third and token.text.islower() and after.lower in _ARTICLES


_ARTICLES = frozenset({"the", "a", "an", "our", "their", "its"})


def _alternative(token: Token) -> Token:
    """Take "remove/replace" for a verb, since both of its words are."""
    parts = token.lower.split("/")
    verbal = len(parts) == 2 and all(verb_forms().get(part) == part for part in parts)
    sure = verbal and not all(part in en.NOUNS_FIRST for part in parts)
    return token._replace(tag=Tag.VERB, verb=token.lower) if sure and not token.keys else token


def _describes(token: Token, after: Token) -> bool:
    """Tell "direct deposits" and "(HR and) finance teams" from what is done."""
    unit = after.lower.rstrip("s") in en.DOERS | {"function", "partner", "leader", "stakeholder"}
    adjective = token.lower in ADJECTIVES and after.tag in Tag.NOUNS
    adjective = adjective and (token.lower != "direct" or after.lower in _DIRECT)
    return adjective or token.lower == "tax" or (token.lower in _FUNCTIONS and unit)


def _is_compound(before: Token, after: Token) -> bool:
    """Tell "decision making" and "goal setting", whose first noun is in the singular, from what is done."""
    noun = (
        before.tag == Tag.WORD and before.lower.replace("-", "").isalpha() and not before.lower.endswith("s")
    )
    return noun and after.tag not in (*Tag.NOUNS, Tag.DETERMINER, Tag.TO)


def _tag_infinitive(tokens: list[Token]) -> None:
    """Take the verb of a clause behind a verb for one: "helps the team coordinate", "ensures guests enjoy it"."""
    start = next((n for n, token in enumerate(tokens) if token.verb in ENABLING | ENSURING), len(tokens))
    for position in range(start + 2, min(start + 6, len(tokens) - 1)):
        token, before = tokens[position], tokens[position - 1]
        if token.tag not in (*Tag.NOUNS, Tag.DETERMINER):
            return
        third = token.verb != token.lower and token.lower.endswith("s") and not before.lower.endswith("s")
        plain = (third or token.verb == token.lower) and token.verb and token.verb not in en.NOUNS_FIRST
        if plain and before.tag in Tag.NOUNS:
            tokens[position] = token._replace(tag=Tag.VERB)
            return


_ADJECTIVES_IN_ING = frozenset(
    {"incoming", "outgoing", "ongoing", "upcoming", "existing", "outstanding", "remaining"}
)
_EVERYBODY = frozenset({"everyone", "everybody", "others"})
_MODIFYING = en.words("records sales claims events needs accounts works means news links")
_OF_RECORDS = en.words("management manager office department team process system")
_ORDER = frozenset({"first", "last", "next"})
_VERBS_IN_LY = frozenset({"apply", "supply", "reply", "rely", "multiply", "comply"})
_TO_SOMETHING = frozenset(
    {
        "contribute",
        "adhere",
        "respond",
        "attend",
        "commit",
        "relate",
        "refer",
        "escalate",
        "adapt",
        "react",
        "listen",
        "add",
    }
)


def is_verb(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a token can be a verb of the clause that begins with the second token."""
    token = tokens[position]
    if position > 1 and _is_in_name(tokens, position):
        return False
    if position > 1 and position + 1 < len(tokens) and _describes(token, tokens[position + 1]):
        return False
    if token.tag == Tag.GERUND and position > 1:
        noun = tokens[position - 1].tag == Tag.CONJUNCTION and not _has_gerund(tokens, position)
        if noun or token.verb in NO_DEEDS:
            return False
    third = (
        tokens[0].lower == "it" and position > 1 and token.lower.endswith("s") and token.lower != token.verb
    )
    if third and token.tag in (Tag.WORD, Tag.VERB) and _is_second_third(tokens, position):
        return True
    if third and token.verb and _is_coupled(tokens, position):
        return True
    if token.tag == Tag.VERB and token.verb in en.NOUNS_FIRST and position > 1:
        return _is_verb_here(tokens, position)
    if token.tag in (Tag.VERB, Tag.GERUND):
        return position + 1 < len(tokens)
    if _opens_participle(tokens, position):
        return True
    if token.tag == Tag.WORD and token.verb and token.lower.endswith("ing") and _has_gerund(tokens, position):
        return position + 1 < len(tokens) and tokens[position + 1].tag in _AFTER_GERUND
    if token.tag == Tag.WORD and token.verb and third and position + 1 < len(tokens):
        joint, after = tokens[position - 1].tag, tokens[position + 1].tag
        if joint == "," and after in (Tag.PREPOSITION, Tag.TO) and token.verb not in en.NOUNS_FIRST:
            return True  # "finds a topic, speaks to people"
        if joint == Tag.CONJUNCTION or (joint == "," and after in (Tag.CONNECTIVE, Tag.DETERMINER)):
            sure = after == Tag.DETERMINER  # "and staffs the office"
            return after in (Tag.DETERMINER, Tag.CONNECTIVE, Tag.PREPOSITION) and (
                sure or token.verb not in en.NOUNS_FIRST
            )
    plain = token.tag == Tag.WORD and token.verb == token.lower and position + 1 < len(tokens)
    return plain and _is_plain_verb(tokens, position)


def _is_plain_verb(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a word with the form of a verb, which can be a noun too, is one among what is done."""
    token, after = tokens[position], tokens[position + 1]
    listed = position > 1 and tokens[position - 1].tag == "," and token.verb not in en.NOUNS_FIRST
    if listed and after.tag in (*Tag.NOUNS, Tag.PREPOSITION):
        return True
    if after.lower in PARTICLES and _is_determined(tokens, position + 2):
        return True  # "and clean up the hall"
    if _goes_on(tokens, position) or after.lower in ("it", "them") or after.tag == Tag.DETERMINER:
        return True
    conjoined = position > 1 and tokens[position - 1].tag == Tag.CONJUNCTION
    if not conjoined or token.verb in en.NOUNS_FIRST - VERBS_AT_HEAD:
        return False
    last = tokens[position - 2 - (tokens[position - 2].tag == ",")]  # "run meetings, and delegate tasks"
    plural = last.tag in Tag.NOUNS and last.lower.endswith("s")
    if plural and after.tag in Tag.NOUNS and token.verb not in _ADJECTIVES_TOO:
        return True
    return after.tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.CONNECTIVE)


def _is_determined(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].tag == Tag.DETERMINER


def _is_second_third(tokens: Sequence[Token], position: int) -> bool:
    """Tell "counts" in "Makes deposits, counts money": a noun in the plural stands before no other."""
    if (
        not tokens[position].verb
        or tokens[position].lower in en.PLURAL_MODIFIERS | _MODIFYING
        or position + 1 >= len(tokens)
    ):
        return False
    joined = tokens[position - 1].tag in (",", Tag.CONJUNCTION)
    return joined and tokens[position + 1].tag in Tag.NOUNS and tokens[position + 1].lower not in _OF_RECORDS


def _is_coupled(tokens: Sequence[Token], position: int) -> bool:
    """Tell "recruits" in "keeps records and recruits and trains guides", and "looks" in ", looks after the keys"."""
    if position + 3 >= len(tokens) or tokens[position - 1].tag not in (",", Tag.CONJUNCTION):
        return False
    after, second, behind = tokens[position + 1 : position + 4]
    if after.lower in PARTICLES | {"after"}:
        return second.tag in (*Tag.NOUNS, Tag.DETERMINER)
    twice = after.tag == Tag.CONJUNCTION and second.lower.endswith("s") and second.lower != second.verb
    return twice and bool(second.verb) and behind.tag in (*Tag.NOUNS, Tag.DETERMINER)


def _is_in_name(tokens: Sequence[Token], position: int) -> bool:
    """Tell "Program" of "the Education Unit and Program Coordinator" from a verb."""
    words = [token.text for token in tokens[position - 2 : position + 2 : 3] if token.text]
    here = tokens[position].text
    return (
        here[:1].isupper()
        and not here.isupper()
        and len(words) == 2
        and all(word[:1].isupper() for word in words)
    )


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    """Tell the verb of a second deed by what stands around it, were it a noun too.

    An adjective follows it ("and practice daily drills"), or only a comma parts it from the first ("Make maps, label
    crates"), where a list of nouns would have an "and".
    """
    token, before, after = tokens[position], tokens[position - 1], tokens[position + 1]
    last = tokens[position - 2]
    if (
        position < 4
        or token.verb not in en.NOUNS_FIRST
        or not last.lower.endswith("s")
        or last.tag not in Tag.NOUNS
    ):
        return False
    described = after.lower in _PERIODIC or after.lower in en.PLAIN_ADJECTIVES
    if before.tag == Tag.CONJUNCTION:
        return described and position + 2 < len(tokens) and tokens[position + 2].tag in Tag.NOUNS
    rest = tokens[position + 1 :]
    alone = before.tag == "," and not any(each.tag in (",", Tag.CONJUNCTION) for each in rest)
    earlier = sum(each.tag == "," for each in tokens[: position - 1])
    return alone and not earlier and after.tag in Tag.NOUNS and after.lower.endswith("s")


def _is_verb_here(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a word that can be a noun, and was taken for a verb, is one among what is done."""
    token, before = tokens[position], tokens[position - 1]
    if position + 1 >= len(tokens):
        return False
    after, listed = tokens[position + 1], before.tag == ","
    if listed and token.lower != "support" and after.lower.rstrip("s") in _PEOPLE:
        return True  # "schedule shifts, train staff"
    if _goes_on(tokens, position) or after.lower in ("it", "them"):
        return True
    if before.tag == Tag.CONJUNCTION and after.tag in Tag.NOUNS and _is_in_noun(tokens, position):
        return False
    if listed and after.tag in Tag.NOUNS and _ends_in_deed(tokens, position):
        return True
    if before.lower == "or" or (listed and after.tag in Tag.NOUNS):
        return False
    named = token.lower in _MODIFIERS and after.lower.endswith(_ACTIVITIES)
    return after.tag in _OPEN_OBJECTS and not named


def _is_in_noun(tokens: Sequence[Token], position: int) -> bool:
    """Tell "balance" in "assess hearing and balance disorders" from a verb.

    A gerund right behind the verbs is no object but half of one; an "and" before a series of clauses joins none of
    them: "check bills and order forms, file letters, and …".
    """
    joined = tokens[position - 2]
    if joined.lower.endswith("ing") and tokens[position - 3].verb == tokens[position - 3].lower:
        return True
    rest = tokens[position + 1 :]
    series = any(a.tag == "," and b.tag == Tag.CONJUNCTION for a, b in pairwise(rest))
    return series and joined.tag != "," and sum(token.tag == "," for token in rest) > 1


def _ends_in_deed(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether the series that a word is in ends with a verb: "check bills, file forms, and report the rest"."""
    last = next((n for n in range(len(tokens) - 1, position, -1) if tokens[n].tag == Tag.CONJUNCTION), 0)
    if not last or last + 2 >= len(tokens):
        return False
    if tokens[last - 1].tag != ",":
        third = tokens[0].lower == "it"
        alike = all((tokens[n].lower != tokens[n].verb) == third for n in (position, last + 1))
        if (
            not alike or last - position < _OF_DEED
        ):  # "order new parts and check deliveries", not "order forms and checks"
            return False
    return is_verb(tokens, last + 1) and tokens[last + 2].lower not in ("it", "them")


_OF_DEED = 3  # words of a verb with an object that is more than one noun


def _opens_participle(tokens: Sequence[Token], position: int) -> bool:
    """Tell "assisting" in "moderate the board, assisting users" from a gerund in a list of nouns."""
    token = tokens[position]
    if token.tag != Tag.WORD or not token.verb or not token.lower.endswith("ing") or position < 2:
        return False
    lone = tokens[position - 1].tag == "," and not tokens[position - 2].lower.endswith("ing")
    return lone and position + 1 < len(tokens) and tokens[position + 1].tag in (*Tag.NOUNS, Tag.DETERMINER)


def _has_gerund(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the clause has been told in gerunds so far: "designing and running tests"."""
    return tokens[1].lower.endswith("ing") or any(token.tag == Tag.GERUND for token in tokens[:end])


def end_of_verbs(tokens: Sequence[Token], start: int) -> int:
    """Give the place behind "capture and manage", "lead, mentor and scale", "follow up"."""
    end = start + 1
    while True:
        after = end
        while after < len(tokens) and (
            tokens[after].tag in (",", Tag.CONJUNCTION, Tag.ADVERB) or tokens[after].text == "/"
        ):
            after += 1
        if end < len(tokens) and tokens[end].lower in PARTICLES and after == end:
            after = _past_particle(tokens, end)
        joined = after > end and any(token.tag != Tag.ADVERB for token in tokens[end:after])
        if after >= len(tokens) or not joined:
            break
        if not (
            is_verb(tokens, after)
            or _is_verb_in_list(tokens, after, start)
            or _is_second(tokens, after, start)
        ):
            break
        end = after + 1
    if end < len(tokens) and tokens[end].lower in PARTICLES:
        end += 1
    listed = end - start > 2 and end + 1 < len(tokens) and tokens[end].tag == ","
    return end + 1 if listed and tokens[end + 1].tag in (*Tag.NOUNS, Tag.DETERMINER) else end


def _past_particle(tokens: Sequence[Token], end: int) -> int:
    """Give the next verb in "set up, show and clear the stalls", else the place of the particle."""
    after = end + 1
    while after < len(tokens) and tokens[after].tag in (",", Tag.CONJUNCTION):
        after += 1
    return after if after > end + 1 else end


def _is_second(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell the second verb of "identify and assess faults", which has the same object as the first."""
    token = tokens[position]
    plain = token.tag == Tag.WORD and token.verb == token.lower and token.verb not in en.NOUNS_FIRST
    joined = position == start + 2 and tokens[start + 1].tag == Tag.CONJUNCTION
    return plain and joined and tokens[start].verb == tokens[start].lower and position + 1 < len(tokens)


def _is_verb_in_list(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Tell a verb between verbs: "organize" in "plan, organize and run", "design" behind a verb without an object."""
    token, first = tokens[position], tokens[start]
    third = tokens[0].lower == "it" and token.lower.endswith("s") and token.lower != token.verb
    form = token.lower.endswith("s") if third else token.verb == token.lower
    alike = first.tag == Tag.VERB and first.lower.endswith("s") == third and not first.lower.endswith("ing")
    plain = (
        token.tag == Tag.WORD and bool(token.verb) and form and (alike or token.verb not in en.NOUNS_FIRST)
    )
    return plain and position + 1 < len(tokens) and tokens[position + 1].tag in (",", Tag.CONJUNCTION)


def gerunds(tokens: Sequence[Token]) -> str:
    """Write verbs as gerunds, what joins them as it stands."""
    words: list[str] = []
    for token in tokens:
        verbal = token.tag in (Tag.VERB, Tag.GERUND) or (token.verb and token.tag == Tag.WORD)
        if token.tag == ",":
            words[-1] += "," * (token is not tokens[-1])
        elif verbal:
            words.append(_gerund(token))
        elif token.tag != Tag.ADVERB:
            words.append(token.lower)
    return " ".join(words)


def _gerund(token: Token) -> str:
    if token.lower.endswith("ing") and token.lower != token.verb:
        return token.lower
    if "/" in token.verb:
        return "/".join(map(gerund, token.verb.split("/")))
    return gerund(token.verb or base_form(token.lower))
