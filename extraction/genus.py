"""The genus of a definition: "a hybrid outsourcing model where …" says that the term is an outsourcing model."""

from __future__ import annotations

from collections.abc import Sequence

from rolegraph.extraction import english as en
from rolegraph.extraction.inflection import is_gerund
from rolegraph.extraction.phrases import Phrase, opens_contact_clause, read_noun_phrase
from rolegraph.extraction.tokens import Tag, Token, is_clear_third_person

__all__ = ["definition_start", "is_group", "read_genus"]

_DEFINING = frozenset({"is", "are", "was", "were", "means", "denotes", "describes"})
_DEFINING_PAIRS = frozenset({"refers to", "refer to", "stands for", "consists in"})
_EMPTY = en.STAND_INS | frozenset(
    {"way", "thing", "example", "case", "someone", "something", "one", "ability", "use"}
)


def definition_start(tokens: Sequence[Token], key: str) -> int | None:
    """Give the place where the genus begins: behind "X is", or the start of a gloss without a verb; else None."""
    named = _opens_with(tokens, key)
    for position, token in enumerate(tokens[:24]):
        if (position > 2 and opens_contact_clause(tokens, position)) or (token.tag in ";S" and not named):
            break
        pair = " ".join(word.lower for word in tokens[position : position + 2])
        if named and token.lower in _DEFINING:
            return position + 1
        if named and pair in _DEFINING_PAIRS:
            return position + 2
        if token.tag in (Tag.VERB, Tag.AUXILIARY) or (token.tag == Tag.PREPOSITION and not position):
            return None
    unnamed = not any(key in token.keys for token in tokens[:3])
    return 0 if unnamed and not _has_main_verb(tokens) else None


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
            allowed += previous in (",", Tag.CONJUNCTION) or opens_contact_clause(tokens, after)
    return verbs > allowed


def _opens_with(tokens: Sequence[Token], key: str) -> bool:
    """Tell whether a sentence begins with the headword: "A PM …", "The term outsourcing …"."""
    start = 2 if len(tokens) > 2 and tokens[1].lower in ("term", "word", "name", "concept") else 0
    for position, token in enumerate(tokens[: start + 2]):
        if key in token.keys:
            return position + 1 == len(tokens) or tokens[position + 1].tag not in Tag.NOUNS
    return False


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
    phrase, end = read_noun_phrase(tokens, position, contact=True, light=en.GENUS_LIGHT)
    if (
        phrase is None
        or phrase.determiner == "no"
        or not _is_genus(tokens, end)
        or (is_gerund(phrase.head) and not phrase.determiner)
        or is_clear_third_person(tokens[position])
    ):
        return None, -1
    if start and not phrase.determiner and not phrase.plural and " " not in phrase.text:
        return None, -1
    if phrase.head == "work" and is_gerund(phrase.text.split()[-2] if " " in phrase.text else ""):
        shorter = phrase.text.rsplit(" ", 1)[0]
        return phrase._replace(text=shorter, head=shorter.rsplit(" ", 1)[-1].lower()), end
    named = _named_kind(tokens, phrase)
    if named:
        return named, end
    if phrase.head in _EMPTY and not phrase.keys:
        return None, end
    return phrase, end


def is_group(before: Sequence[Token], members: Phrase) -> bool:
    """Tell whether a definition names what its term consists of: "a group of nodes"; not "a set of practices"."""
    heads = {token.lower for token in before}
    gathered = bool(heads & en.GROUPS) and any(token.lower == "of" for token in before)
    return gathered and (bool(members.keys) or (members.plural and not heads & {"set", "series", "family"}))


def _named_kind(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Read "a cloud computing model" as a kind of cloud computing: a term, and nouns that only say "a kind"."""
    inner = tokens[phrase.start : phrase.end]
    terms = [token for token in inner if token.tag == Tag.TERM]
    if (
        len(terms) != 1
        or phrase.keys
        or any(token.lower not in en.KINDS for token in inner if token not in terms)
    ):
        return None
    return phrase._replace(
        text=terms[0].text, head=terms[0].lower, keys=terms[0].keys, head_keys=terms[0].keys
    )


def _is_genus(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what follows a noun phrase lets it be a genus: a relative clause, a complement or the end."""
    if end >= len(tokens):
        return True
    token = tokens[end]
    return token.tag in (
        Tag.CONNECTIVE,
        Tag.PREPOSITION,
        Tag.PARTICIPLE,
        Tag.GERUND,
        Tag.TO,
        Tag.TERM,
        *".,;WCRDA",
    )
