"""The genus of a definition: "a hybrid outsourcing model where …" says that the term is an outsourcing model."""

from __future__ import annotations

from collections.abc import Sequence

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.inflection import is_gerund
from rolegraph.extraction.grammar.phrases import (
    Phrase,
    opens_contact_clause,
    read_list,
    read_noun_phrase,
    words_before,
)
from rolegraph.extraction.grammar.tokens import Tag, Token
from rolegraph.extraction.grammar.verb_tags import is_clear_third_person

__all__ = ["definition_start", "is_bare_gloss", "is_group", "past_headword", "read_genera", "read_genus"]

_DEFINING = frozenset({"is", "are", "was", "were", "means", "denotes", "describes"})
_DEFINING_PAIRS = frozenset({"refers to", "refer to", "stands for", "consists in"})
_POINTERS = frozenset({"this", "these", "it", "they"})
_EMPTY = en.STAND_INS | frozenset(
    {"way", "thing", "example", "case", "someone", "something", "one", "ability", "use"}
)
_NAMING = ("aka", "a.k.a", "abbreviated", "also", "formerly", "short", "sometimes")
_GLOSSED_BY = frozenset({Tag.CONNECTIVE, Tag.TO, Tag.PREDICATIVE, Tag.PARTICIPLE})
_ACTIVITY_ENDINGS = ("ing", "management")
_IN_MODIFIERS = frozenset({Tag.VERB, Tag.ADVERB, Tag.PARTICIPLE})
_NAMES = frozenset({"name", "term", "word", "expression", "phrase"})
_NAMED_BY = (("used", "to", "describe"), ("used", "to", "denote"), ("used", "for"), ("for",))


def definition_start(tokens: Sequence[Token], key: str, *, gloss: bool = True) -> int | None:
    """Give the place where the genus begins: behind "X is", or the start of a gloss without a verb; else None.

    Without ``gloss`` only a sentence that names its headword defines it.
    """
    start = _definition_start(tokens, key, gloss=gloss)
    return start if start is None else _past_naming(tokens, start)


def _past_naming(tokens: Sequence[Token], start: int) -> int:
    """Step over "a special name for" and "the term used to describe", where a description follows and no term."""
    phrase, end = read_noun_phrase(tokens, start)
    if phrase is None or phrase.determiner not in ("", "a", "the") or phrase.head not in _NAMES:
        return start
    words = [token.lower for token in tokens[end : end + 3]]
    behind = next((end + len(turn) for turn in _NAMED_BY if tuple(words[: len(turn)]) == turn), 0)
    named, _ = read_noun_phrase(tokens, behind) if behind else (None, 0)
    return behind if named and not named.keys else start


def _definition_start(tokens: Sequence[Token], key: str, *, gloss: bool) -> int | None:
    if gloss and tokens and tokens[0].lower in _POINTERS:
        return _past_defining(tokens, 1) or None
    if not _opens_with(tokens, key):
        named = any(key in token.keys for token in tokens[:3])
        start = _past_names(tokens)
        return start if gloss and not named and _is_gloss(tokens[start:]) else None
    for position, token in enumerate(tokens[:24]):
        if position > 2 and opens_contact_clause(tokens, position):
            break
        if end := _past_defining(tokens, position):
            return end
        if token.tag in (Tag.VERB, Tag.AUXILIARY):
            break
    return None


def _past_defining(tokens: Sequence[Token], position: int) -> int:
    """Give the place behind "is", "means" or "refers to"; 0 where none stands."""
    pair = " ".join(word.lower for word in tokens[position : position + 2])
    if position >= len(tokens):
        return 0
    if tokens[position].lower in ("represents", "represent") and position:
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
    _, end = read_noun_phrase(tokens, 0, contact=True, light=en.GENUS_LIGHT)
    while end and end < len(tokens) and tokens[end].tag in (Tag.PREPOSITION, Tag.CONJUNCTION):
        if tokens[end + 1 : end + 2] and tokens[end + 1].tag in (Tag.CONNECTIVE, Tag.GERUND):
            return True
        _, after = read_noun_phrase(tokens, end + 1)
        end = after if after > end + 1 else 0
    glossed = (
        end and end < len(tokens) and (tokens[end].tag in _GLOSSED_BY or _opens_bare_clause(tokens, end))
    )
    return bool(glossed) or not _has_main_verb(tokens)


def is_bare_gloss(tokens: Sequence[Token]) -> bool:
    """Tell a gloss from any sentence with a verb of its own, also one that a relative clause hides."""
    return _is_gloss(tokens) and not _has_main_verb(tokens)


def _opens_bare_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell "pay" in "the pay an employee receives" from a noun phrase that goes on or ends."""
    if tokens[position].tag != Tag.DETERMINER or not position or tokens[position - 1].tag not in Tag.NOUNS:
        return False
    _, end = read_noun_phrase(tokens, position)
    return end < len(tokens) and end > position and tokens[end].tag in (Tag.VERB, Tag.AUXILIARY)


def _has_main_verb(tokens: Sequence[Token]) -> bool:
    """Tell a sentence from a gloss: it has more verbs than its relative and coordinated clauses account for."""
    verbs = allowed = 0
    for position, token in enumerate(tokens):
        previous = tokens[position - 1].tag if position else ""
        allowed += token.tag in (Tag.CONNECTIVE, ";")
        if token.tag in (Tag.VERB, Tag.AUXILIARY) and previous not in (Tag.AUXILIARY, Tag.NEGATION, Tag.TO):
            verbs += 1
            after = position
            while after and tokens[after - 1].tag == Tag.ADVERB:
                after -= 1
            bare = opens_contact_clause(tokens, after) or _closes_bare_clause(tokens, after)
            allowed += previous in (",", Tag.CONJUNCTION) or bare
    return verbs > allowed


def _closes_bare_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Tell the verb of "the skills an employee must show", whose clause has no "that"."""
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


def read_genera(tokens: Sequence[Token], start: int) -> tuple[list[Phrase], int]:
    """Read the genus, or two that are joined ("an inspection and verification of …"), and where the first ends."""
    first, end = read_genus(tokens, start)
    if first is None or end >= len(tokens) or tokens[end].tag != Tag.CONJUNCTION:
        return [first] if first else [], end
    second, after = _noun_phrase_of_genus(tokens, end + 1)
    following = tokens[after].tag if after < len(tokens) else ""
    if (
        second is None
        or following in (Tag.CONJUNCTION, Tag.VERB, Tag.AUXILIARY)
        or not _is_genus(tokens, after)
    ):
        return [first], end
    return [first, _as_cut(tokens, second, after)], after


def read_members(tokens: Sequence[Token], start: int) -> tuple[list[Phrase], int]:
    """Read a definition that counts up what it means: "the software, the manual and the licence"; else nothing.

    The things are all definite, or plurals of which there are three or more; "or" joins kinds, not members.
    """
    phrases, end = read_list(tokens, start)
    between = [tokens[phrase.end] for phrase in phrases[:-1]]
    joined = all(token.tag in (",", Tag.CONJUNCTION) for token in between)
    summed = bool(phrases) and "and" in [token.lower for token in tokens[start:end]]
    definite = len(phrases) > 1 and all(phrase.determiner == "the" for phrase in phrases)
    plurals = len(phrases) > 2 and all(phrase.plural and phrase.form == "noun" for phrase in phrases)
    closed = (
        end >= len(tokens) or tokens[end].tag in ".;" or tokens[end].tag in (Tag.PREPOSITION, Tag.PARTICIPLE)
    )
    return (phrases, end) if joined and summed and closed and (definite or plurals) else ([], start)


def read_genus(tokens: Sequence[Token], start: int) -> tuple[Phrase | None, int]:
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
        or (is_gerund(phrase.head) and not phrase.determiner)
        or _is_activity_with_object(tokens, phrase)
        or is_clear_third_person(tokens[position])
    ):
        return None, -1
    if start and not phrase.determiner and not phrase.plural and " " not in phrase.text:
        return None, -1
    if phrase.head in _EMPTY and not phrase.keys:
        return None, end
    return _as_cut(tokens, phrase, end), end


def _noun_phrase_of_genus(tokens: Sequence[Token], position: int) -> tuple[Phrase | None, int]:
    """Read the noun phrase of a genus: past adjectives that "or" joins, less a participle that opens a clause."""
    position = _past_modifiers(tokens, position)
    phrase, end = read_noun_phrase(tokens, position, contact=True, light=en.GENUS_LIGHT)
    if phrase and _joined_adjective(tokens, phrase, end):
        second, after = read_noun_phrase(tokens, end + 1, contact=True, light=en.GENUS_LIGHT)
        if second and " " in second.text and not second.determiner:
            return second, after
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
    follows = end < len(tokens) and tokens[end].tag in "DSPAWT"
    return follows and is_gerund(last.lower) and last.verb in en.TRAILING_GERUNDS


def _as_cut(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """Cut a genus as a reader would: to the term it ends in or is a kind of, or with what it is a list of."""
    if phrase.head == "work" and is_gerund(phrase.text.split()[-2] if " " in phrase.text else ""):
        shorter = phrase.text.rsplit(" ", 1)[0]
        return phrase._replace(text=shorter, head=shorter.rsplit(" ", 1)[-1].lower())
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
    if after and (of_term or not _is_short(after)):
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


def is_group(before: Sequence[Token], members: Phrase) -> bool:
    """Tell whether a definition names what its term consists of: "a group of nodes"; not "a set of practices"."""
    heads = {token.lower for token in before}
    gathered = bool(heads & en.GROUPS) and any(token.lower == "of" for token in before)
    whole = bool(members.keys) and members.end - members.start == 1
    return gathered and (whole or (members.plural and not heads & {"set", "series", "family"}))


def _is_short(complement: str) -> bool:
    """Tell whether what follows "of" belongs to a name: "rate of interest", not "force of blood pushing"."""
    words = complement.lower().split()
    return len(words) <= 2 and not any(is_gerund(word) or word in en.DETERMINERS for word in words)


def _named_kind(inner: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Read "a cloud computing model" as a kind of cloud computing: a term, and nouns that only say "a kind".

    Other words may stand before the name of an activity: "a hybrid outsourcing model" is a kind of outsourcing.
    """
    terms = [number for number, token in enumerate(inner) if token.tag == Tag.TERM]
    if len(terms) != 1 or phrase.keys:
        return None
    term = inner[terms[0]]
    activity = term.lower.endswith(_ACTIVITY_ENDINGS)
    others = [token.lower for token in (inner[terms[0] + 1 :] if activity else inner) if token is not term]
    if not others or not set(others) <= en.KINDS or others[-1] not in (en.WAYS if activity else en.SORTS):
        return None
    return phrase._replace(text=term.text, head=term.lower, keys=term.keys, head_keys=term.keys)


def _is_genus(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what follows a noun phrase lets it be a genus: a relative clause, a complement or the end."""
    if end >= len(tokens):
        return True
    token = tokens[end]
    return token.lower == "without" or token.tag in (
        Tag.CONNECTIVE,
        Tag.PREPOSITION,
        Tag.PARTICIPLE,
        Tag.GERUND,
        Tag.TO,
        Tag.TERM,
        Tag.PREDICATIVE,
        *".,;WCRDA",
    )
