"""The genus of a definition: "a hybrid outsourcing model where …" says that the term is an outsourcing model."""

from __future__ import annotations

from collections.abc import Sequence

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import is_gerund, singular
from rolegraph.extraction.words.noun_classes import SUBSTANCES
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_tags import is_clear_third_person

__all__ = [
    "gathered",
    "is_group",
    "is_whoever",
    "read_alternatives",
    "read_genera",
    "read_genus",
    "read_members",
    "says_nothing",
]

_PEOPLE = frozenset({"person", "people", "individual", "professional"})
_EMPTY = en.STAND_INS - _PEOPLE | frozenset(
    {
        *("way", "thing", "example", "case", "someone", "something", "one", "ability", "use"),
        *("short", "abbreviation", "acronym", "initialism"),
    }
)
_ONE = ("a", "an", "any")
_ADJECTIVAL = ("al", "ar", "ed", "ic", "ive", "ous", "ful", "less", "able", "ible", "ly")
_ACTIVITY_ENDINGS = ("ing", "management")
_LINES = frozenset({"approach", "paradigm"})
_IN_MODIFIERS = frozenset({Tag.VERB, Tag.ADVERB, Tag.PARTICIPLE})


def read_genera(tokens: Sequence[Token], start: int, own: str = "") -> tuple[list[Phrase], int]:
    """Read the genus, or two that are joined ("an inspection and verification of …"), and where the first ends.

    ``own`` is the noun of a headword with more words, which is a genus however little it says ("job").
    """
    listed, end = _read_list(tokens, start)
    if any(tells(tokens, listed, end) for tells in (_are_restricted, _are_of_anybody, _are_kinds)):
        return listed, end
    first, end = read_genus(tokens, start, own)
    if first is None and 0 < end < len(tokens) and tokens[end].tag == Tag.CONJUNCTION:
        second, after = _noun_phrase_of_genus(tokens, end + 1)  # "the person or company who …"
        return [], after if second and _is_genus(tokens, after) else end
    joined = _joined_genus(tokens, first, end) if first else 0
    if first is None or not joined:
        return [first] if first else [], end
    second, after = _noun_phrase_of_genus(tokens, joined)
    following = tokens[after].tag if after < len(tokens) else ""
    if (
        second is None
        or (following in (Tag.CONJUNCTION, Tag.VERB, Tag.AUXILIARY) and tokens[after].lower != "being")
        or not _is_genus(tokens, after)
    ):
        return [first], end
    return [first, _as_cut(tokens, second, after)], after


def _joined_genus(tokens: Sequence[Token], first: Phrase, end: int) -> int:
    """Give the place of a genus that is joined to the first: "a fall in price or any refund"; else 0."""
    if end < len(tokens) and tokens[end].tag == Tag.CONJUNCTION:
        return end + 1
    if end >= len(tokens) or tokens[end].tag != Tag.PREPOSITION or first.determiner not in _ONE:
        return 0
    _, after = read_noun_phrase(tokens, end + 1)
    after += after < len(tokens) and tokens[after].tag == ","
    words = [token.lower for token in tokens[after : after + 2]]
    return after + 1 if words in [["or", each] for each in _ONE] else 0


def read_members(tokens: Sequence[Token], start: int) -> tuple[list[Phrase], int]:
    """Read a definition that counts up what it means: "the software, the manual and the licence"; else nothing.

    The things are all definite, or plurals of which there are three or more; "or" joins kinds, not members.
    """
    phrases, end = _read_list(tokens, start)
    summed = bool(phrases) and "and" in [token.lower for token in tokens[start:end]]
    definite = len(phrases) > 1 and all(phrase.determiner == "the" for phrase in phrases)
    closed = (
        end >= len(tokens)
        or tokens[end].tag in ".;"
        or tokens[end].tag in (Tag.PREPOSITION, Tag.PARTICIPLE, Tag.CONNECTIVE)
    )
    if closed and _are_names(tokens, phrases, end):
        return phrases, end
    counted = summed and closed and (definite or _are_plurals(phrases))
    return (phrases, end) if counted and not _are_restricted(tokens, phrases, end) else ([], start)


def _read_list(tokens: Sequence[Token], start: int) -> tuple[list[Phrase], int]:
    """Read noun phrases that nothing but commas and "and" or "or" parts."""
    phrases, end = read_list(tokens, start)
    joined = all(tokens[phrase.end].tag in (",", Tag.CONJUNCTION) for phrase in phrases[:-1])
    return (phrases, end) if joined else ([], start)


def _are_plurals(phrases: Sequence[Phrase]) -> bool:
    return len(phrases) > 2 and all(phrase.plural and phrase.form == "noun" for phrase in phrases)


_ANYBODY = frozenset(
    {"individual", "person", "entity", "organization", "organisation", "company", "body", "party"}
)


def _are_of_anybody(tokens: Sequence[Token], phrases: Sequence[Phrase], end: int) -> bool:
    """Tell kinds from cases: "any person, firm or organization that …" may all be what it is."""
    relative = end < len(tokens) and tokens[end].tag in (Tag.CONNECTIVE, Tag.PARTICIPLE)
    heads = {phrase.head for phrase in phrases}
    return relative and len(phrases) > 2 and not _ANYBODY.isdisjoint(heads)


def _are_kinds(tokens: Sequence[Token], phrases: Sequence[Phrase], end: int) -> bool:
    """Tell "money, bonds, or other property held by …", any of which it can be."""
    told = end < len(tokens) and tokens[end].tag in (Tag.CONNECTIVE, Tag.PARTICIPLE) and len(phrases) > 2
    joined = told and tokens[phrases[-1].start - 1 - (phrases[-1].determiner == "other")].lower == "or"
    many = all(each.plural or each.head.endswith(("y", "ity", "ment", "ion")) for each in phrases)
    return joined and many and all(each.determiner in ("", "other") for each in phrases)


def _are_restricted(tokens: Sequence[Token], phrases: Sequence[Phrase], end: int) -> bool:
    """Tell kinds from members: "structures, facilities and systems that are essential" may all be what it is."""
    relative = end < len(tokens) and tokens[end].lower in ("that", "which")
    return relative and _are_plurals(phrases) and phrases[0].determiner in ("", "the")


def _are_names(tokens: Sequence[Token], phrases: Sequence[Phrase], end: int) -> bool:
    """Tell a definition that is a list of terms and other names: "Chief Baker, Oven Keeper, Night Crew"."""
    named = all(phrase.keys or phrase.text[:1].isupper() for phrase in phrases)
    known = sum(bool(phrase.keys) for phrase in phrases)
    return named and known > 1 and len(phrases) > 2 and (end >= len(tokens) or tokens[end].tag in ".;")


def read_alternatives(tokens: Sequence[Token], start: int) -> tuple[list[Phrase], int]:
    """Read a definition that counts up what its term can be: "bowl, jug or plate of a guest"; else nothing.

    Of "a bowl, jug or plate that …" each may be what the term is a kind of.
    """
    phrases, end = read_list(tokens, start)
    words = [token.lower for token in tokens[start:end]]
    first = start + (words[:1] == ["any"])
    bare = all(token.tag in Tag.NOUNS or token.tag in (",", Tag.CONJUNCTION) for token in tokens[first:end])
    plain = bare and len(phrases) > 2 and all(phrase.form == "noun" for phrase in phrases) and "or" in words
    closed = end >= len(tokens) or tokens[end].tag in ".;" or tokens[end].tag == Tag.PREPOSITION
    closed = closed or (first > start and tokens[end].tag in (Tag.CONNECTIVE, Tag.PARTICIPLE))
    closed = closed and not _are_of_anybody(tokens, phrases, end)
    return (phrases, end) if plain and closed and "and" not in words else ([], start)


def read_genus(tokens: Sequence[Token], start: int, own: str = "") -> tuple[Phrase | None, int]:
    """Read the genus from a place on, and where its noun phrase ends; without one, None.

    The end is given also for an empty genus ("the person who …"), since a relative clause behind it speaks of
    the headword.
    """
    position = start
    while position < len(tokens) and tokens[position].tag in (Tag.ADVERB, Tag.NEGATION):
        if tokens[position].tag == Tag.NEGATION:
            return None, -1
        position += 1
    phrase, end = _noun_phrase_of_genus(tokens, position)
    if (
        phrase is None
        or phrase.determiner == "no"
        or not _is_genus(tokens, end)
        or (is_gerund(phrase.head) and not phrase.determiner and not _is_noun_in_ing(tokens, phrase, end))
        or _is_activity_with_object(tokens, phrase)
        or is_clear_third_person(tokens[position])
    ):
        return None, -1
    bare = not phrase.determiner and not phrase.plural and " " not in phrase.text
    bare = bare and not gathered(tokens, position, phrase)
    if start and bare and not _is_substance(tokens, phrase, end):
        return None, -1
    if says_nothing(phrase) and phrase.head != own:
        return None, end
    return _as_cut(tokens, phrase, end), end


def says_nothing(phrase: Phrase) -> bool:
    """Tell a genus that anything can have: "way", "thing", "role"."""
    return phrase.head in _EMPTY and not phrase.keys


def is_whoever(phrase: Phrase) -> bool:
    """Tell "the person who …", which stands for the headword, from what it is said to be: "a person who …"."""
    return phrase.determiner == "the" and phrase.text.lower() in _PEOPLE


def _is_substance(tokens: Sequence[Token], phrase: Phrase, end: int) -> bool:
    """Tell what needs no article: "is equipment for", "is money owed by", "is technology that"; no adjective."""
    behind = next((token for token in tokens[end:] if token.tag != Tag.ADVERB), None)
    if behind is None:
        return False
    if phrase.head.endswith(SUBSTANCES):
        return behind.tag in "SPLI" and behind.lower != "in"
    adjective = phrase.head.endswith(en.ADJECTIVE_ENDINGS) and phrase.head not in _SUBSTANCES_IN_Y
    adjective = adjective or phrase.head in en.ADJECTIVES | en.PLAIN_ADJECTIVES | en.EVALUATIVE
    relative = behind.tag == Tag.CONNECTIVE and behind.lower in ("that", "which")
    return (relative or behind.tag == Tag.PARTICIPLE) and not adjective


def _is_noun_in_ing(tokens: Sequence[Token], phrase: Phrase, end: int) -> bool:
    """Tell "outsourcing of work that …" and "short meeting" from what is done in "meeting buyers"."""
    complemented = end < len(tokens) and tokens[end].lower == "of"
    return complemented or _is_described(tokens, phrase)


def _is_described(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell the noun of "short meeting held each day" from what is done in "meeting buyers"."""
    first = tokens[phrase.start].lower
    adjective = first in en.ADJECTIVES or first.endswith(_ADJECTIVAL)
    return phrase.end - phrase.start > 1 and adjective and not is_gerund(first)


def _noun_phrase_of_genus(tokens: Sequence[Token], position: int) -> tuple[Phrase | None, int]:
    """Read the noun phrase of a genus: past adjectives that "or" joins, less a participle that opens a clause."""
    position = _past_modifiers(tokens, position)
    phrase, end = read_noun_phrase(tokens, position, contact=True, light=en.GENUS_LIGHT)
    if phrase and _joined_adjective(tokens, phrase, end):
        second, after = read_noun_phrase(tokens, end + 1, contact=True, light=en.GENUS_LIGHT)
        if second and " " in second.text and not second.determiner:
            return second._replace(determiner=phrase.determiner), after
    if phrase and phrase.end - phrase.start > 1 and _opens_participle_clause(tokens, end):
        return read_noun_phrase(tokens[: end - 1], position, light=en.GENUS_LIGHT)
    return phrase, end


def _past_modifiers(tokens: Sequence[Token], start: int) -> int:
    """Step over the modifiers that commas part: "a rigid, sealed box", "a design, build and test company".

    Of things in a list each would have an article of its own.
    """
    if start >= len(tokens) or tokens[start].lower not in ("a", "an"):
        return start
    position, joined = start + 1, False
    while position < len(tokens):
        end = position
        while end < len(tokens) and (tokens[end].tag in Tag.NOUNS or tokens[end].tag in _IN_MODIFIERS):
            end += 1
        signs = [token.tag for token in tokens[end : end + 2]]
        if end == position or (not joined and signs[:1] != [","]):
            return start
        if signs[:1] not in ([","], [Tag.CONJUNCTION]):
            closed = joined and end - position > 1 and tokens[end - 1].tag in Tag.NOUNS
            return (position + (tokens[position - 1].tag == Tag.CONJUNCTION)) if closed else start
        joined = True
        position = end + 1 + (signs == [",", Tag.CONJUNCTION])
    return start


def _is_activity_with_object(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell "outsourcing tasks to …", a term and its object, from a noun phrase that is a genus."""
    first = tokens[phrase.start]
    term = first.tag == Tag.TERM and is_gerund(first.lower.split()[-1])
    return term and not phrase.determiner and phrase.end - phrase.start > 1 and not phrase.keys


def _joined_adjective(tokens: Sequence[Token], phrase: Phrase, end: int) -> bool:
    alone = not phrase.head_keys and " " not in phrase.text
    joined = end < len(tokens) and tokens[end].tag == Tag.CONJUNCTION and alone
    return joined and phrase.head.endswith(en.ADJECTIVE_ENDINGS)


def _opens_participle_clause(tokens: Sequence[Token], end: int) -> bool:
    """Tell the last word of "a metric indicating how …" from a noun in -ing."""
    last = tokens[end - 1]
    if end < len(tokens) and tokens[end].lower in en.QUESTION_WORDS and is_gerund(last.lower):
        return True
    follows = end < len(tokens) and tokens[end].tag in "DSPAWT"
    return follows and is_gerund(last.lower) and last.verb in en.TRAILING_GERUNDS


def _as_cut(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """Cut a genus as a reader would: to the term it ends in or is a kind of, or with what it is a list of."""
    if phrase.head == "work" and is_gerund(phrase.text.split()[-2] if " " in phrase.text else ""):
        shorter = phrase.text.rsplit(" ", 1)[0]
        return phrase._replace(text=shorter, head=shorter.rsplit(" ", 1)[-1].lower())
    phrase = _without_owner(tokens, phrase)
    inner = tokens[phrase.start : phrase.end]
    carried = bool(inner) and inner[-1].tag != Tag.TERM and bool(phrase.head_keys)
    if carried and (len(inner) > 2 or phrase.text.lower().endswith(_ACTIVITY_ENDINGS)):
        phrase = phrase._replace(
            text=" ".join(t.text for t in inner), head=inner[-1].lower, keys=(), head_keys=()
        )
    named = _named_kind(inner, phrase)
    if named or phrase.keys:
        return named or phrase
    if phrase.head_keys:
        return phrase._replace(text=inner[-1].text, keys=phrase.head_keys)
    before, _, after = phrase.text.partition(" of ")
    of_term = bool(after) and any(token.keys for token in tokens[end + 1 : end + 1 + len(after.split())])
    if of_term and before.lower() == "amount":
        members, _ = read_noun_phrase(tokens, end + 1)
        return members if members and members.keys else phrase
    if after.lower() in _MEASURED and " " not in before:
        return phrase  # "length of time"
    if after and (of_term or not _is_short(after) or _counts_or_does(before)):
        return phrase._replace(text=before)
    if " to " in phrase.text:
        return phrase._replace(text=phrase.text.partition(" to ")[0])
    if (
        phrase.head in en.LIGHT_HEADS
        and " " not in phrase.text
        and end < len(tokens)
        and tokens[end].lower == "of"
    ):
        members, _ = read_noun_phrase(tokens, end + 1)
        return phrase._replace(text=f"{phrase.text} of {members.text}") if members else phrase
    return phrase


_QUANTITIES = en.words(
    "transfer sale purchase delivery loss removal review refusal "
    "percentage share proportion number sum total ratio length count average mean volume copy"
)
_SUBSTANCES_IN_Y = frozenset({"technology", "money", "property", "machinery", "energy", "electricity"})
_MEASURED = frozenset({"time", "money"})
_DEEDS = ("tion", "sion", "ment", "ing")


def _counts_or_does(noun: str) -> bool:
    """Tell the share and the planning of "a share of callers" and "the planning of shifts" from a "bill of lading"."""
    word = noun.lower()
    return word in _QUANTITIES | en.GROUPS or word.endswith(_DEEDS)


def _without_owner(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Take "a buyer's process" for a process, whoever has it."""
    owner = next((n for n in range(phrase.end - 2, phrase.start - 1, -1) if tokens[n].possessive), -1)
    if owner < 0 or phrase.keys:
        return phrase
    text = " ".join(token.text for token in tokens[owner + 1 : phrase.end])
    return phrase._replace(text=text, start=owner + 1)


def is_group(before: Sequence[Token], members: Phrase) -> bool:
    """Tell whether a definition names what its term consists of: "a group of nodes", "a set of actions".

    A "set of practices" is a practice.
    """
    heads = {token.lower for token in before}
    gathered = bool(heads & en.GROUPS) and any(token.lower == "of" for token in before)
    bounded = not heads & {"set", "series", "family"}
    whole = bool(members.keys) and members.end - members.start == 1
    return gathered and (whole or (members.plural and (bounded or singular(members.head) not in en.KINDS)))


def gathered(tokens: Sequence[Token], start: int, phrase: Phrase) -> str:
    """Give a group with what it is of: "collection of data"; empty where the noun phrase names no group."""
    place = next(
        (
            n
            for n in range(start, phrase.start - 1)
            if tokens[n].lower in en.GROUPS and tokens[n + 1].lower == "of"
        ),
        -1,
    )
    kind = singular(phrase.head) in en.KINDS  # a "set of practices" is a practice
    return f"{tokens[place].lower} of {phrase.text}" if place >= 0 and not kind else ""


def _is_short(complement: str) -> bool:
    """Tell whether what follows "of" belongs to a name: "rate of interest", not "force of blood pushing"."""
    words = complement.lower().split()
    return len(words) <= 2 and not any(is_gerund(word) or word in en.DETERMINERS for word in words)


def _named_kind(inner: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Read "a cloud computing model" as a kind of cloud computing: a term, and nouns that only say "a kind".

    Other words may stand before the name of an activity: "a hybrid outsourcing model" is a kind of outsourcing. A noun
    for a kind may be a term elsewhere ("service").
    """
    terms = [n for n, token in enumerate(inner) if token.tag == Tag.TERM and token.lower not in en.KINDS]
    if len(terms) != 1 or phrase.keys:
        return None
    term = inner[terms[0]]
    activity = term.lower.endswith(_ACTIVITY_ENDINGS)
    others = [token.lower for token in (inner[terms[0] + 1 :] if activity else inner) if token is not term]
    if (
        not others
        or not set(others) <= en.KINDS
        or others[-1] not in (en.WAYS if activity else en.SORTS | _LINES)
    ):
        return None
    return phrase._replace(text=term.text, head=term.lower, keys=term.keys, head_keys=term.keys)


def _is_genus(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what follows a noun phrase lets it be a genus: a relative clause, a complement or the end."""
    if end >= len(tokens):
        return True
    token = tokens[end]
    return token.lower in ("without", "being", "having") or token.tag in (
        Tag.CONNECTIVE,
        Tag.PREPOSITION,
        Tag.PARTICIPLE,
        Tag.GERUND,
        Tag.TO,
        Tag.TERM,
        Tag.PREDICATIVE,
        *".,;WCRDA",
    )
