"""The verbs of a duty: where they are, where they end, and what they are as gerunds."""

from __future__ import annotations

from collections.abc import Sequence

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.inflection import base_form, gerund
from rolegraph.extraction.grammar.tokens import Tag, Token

__all__ = [
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
_ADJECTIVES_TOO = frozenset({"complete", "correct", "direct", "own", "live", "elaborate", "appropriate"})
ENSURING = frozenset({"ensure", "verify", "confirm", "check", "guarantee", "assure"})
PARTICLES = frozenset({"up", "out", "off", "through"})
NO_DEEDS = frozenset({"include", "regard", "use", "concern", "follow", "accord"})
_OPEN_OBJECTS = frozenset({Tag.WORD, Tag.TERM, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB})
_AFTER_GERUND = frozenset({Tag.NEGATION, Tag.DETERMINER, Tag.PREPOSITION, Tag.CONNECTIVE, Tag.CONJUNCTION})


_PERIODIC = en.words("daily weekly monthly quarterly yearly hourly early timely friendly costly")


def adjectival(tokens: Sequence[Token]) -> list[Token]:
    """Take words of a duty for what they are in one.

    Words in -ly before a noun are adjectives ("the monthly report"), or verbs ("supply"); a participle between commas
    is an adjective ("a tidy, organized, safe shop"); "to" behind some verbs opens no infinitive ("add to team goals").
    """
    found = list(tokens)
    for position in range(len(found) - 1):
        token, after = found[position], found[position + 1]
        before = found[position - 1] if position else None
        if token.lower in _VERBS_IN_LY:
            found[position] = token._replace(tag=Tag.VERB, verb=token.lower)
        elif token.lower in _PERIODIC and after.tag in Tag.NOUNS:
            found[position] = token._replace(tag=Tag.WORD)
        elif token.tag == Tag.PARTICIPLE and before is not None and before.tag == ",":
            listed = after.tag in (",", Tag.CONJUNCTION)
            found[position] = token._replace(tag=Tag.WORD) if listed else token
        elif token.tag == Tag.TO and before is not None and before.verb in _TO_SOMETHING:
            found[position] = token._replace(tag=Tag.PREPOSITION)
            found[position + 1] = after._replace(tag=Tag.WORD) if after.tag == Tag.VERB else after
    _tag_infinitive(found)
    return found


def _tag_infinitive(tokens: list[Token]) -> None:
    """Take the verb of a clause behind a verb for one: "helps the team coordinate", "ensures guests enjoy it"."""
    start = next((n for n, token in enumerate(tokens) if token.verb in ENABLING | ENSURING), len(tokens))
    for position in range(start + 2, min(start + 6, len(tokens) - 1)):
        token, before = tokens[position], tokens[position - 1]
        if token.tag not in (*Tag.NOUNS, Tag.DETERMINER):
            return
        plain = token.verb == token.lower and token.verb not in en.NOUNS_FIRST
        if plain and before.tag in Tag.NOUNS:
            tokens[position] = token._replace(tag=Tag.VERB)
            return


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
    if token.tag == Tag.GERUND and position > 1:
        noun = tokens[position - 1].tag == Tag.CONJUNCTION and not _has_gerund(tokens, position)
        if noun or token.verb in NO_DEEDS:
            return False
    if token.tag == Tag.VERB and token.verb in en.NOUNS_FIRST and position > 1:
        listed = tokens[position - 1].tag == "," and position + 1 < len(tokens)
        if tokens[position - 1].lower == "or" or (listed and tokens[position + 1].tag in Tag.NOUNS):
            return False
        return position + 1 < len(tokens) and tokens[position + 1].tag in _OPEN_OBJECTS
    if token.tag in (Tag.VERB, Tag.GERUND):
        return position + 1 < len(tokens)
    if token.tag == Tag.WORD and token.verb and token.lower.endswith("ing") and _has_gerund(tokens, position):
        return position + 1 < len(tokens) and tokens[position + 1].tag in _AFTER_GERUND
    third = (
        tokens[0].lower == "it" and position > 1 and token.lower.endswith("s") and token.lower != token.verb
    )
    if token.tag == Tag.WORD and token.verb and third and position + 1 < len(tokens):
        joint, after = tokens[position - 1].tag, tokens[position + 1].tag
        if joint == Tag.CONJUNCTION or (joint == "," and after == Tag.CONNECTIVE):
            return after in (Tag.DETERMINER, Tag.CONNECTIVE) and token.verb not in en.NOUNS_FIRST
    plain = token.tag == Tag.WORD and token.verb == token.lower and position + 1 < len(tokens)
    listed = plain and position > 1 and tokens[position - 1].tag == "," and token.verb not in en.NOUNS_FIRST
    if listed and tokens[position + 1].tag in (*Tag.NOUNS, Tag.PREPOSITION):
        return True
    determined = plain and tokens[position + 1].tag == Tag.DETERMINER
    joined = (
        plain
        and position > 1
        and tokens[position - 1].tag == Tag.CONJUNCTION
        and token.verb not in en.NOUNS_FIRST
    )
    plural = joined and tokens[position - 2].tag in Tag.NOUNS and tokens[position - 2].lower.endswith("s")
    if plural and tokens[position + 1].tag in Tag.NOUNS and token.verb not in _ADJECTIVES_TOO:
        return True
    return determined or (joined and tokens[position + 1].tag in (Tag.PREPOSITION, Tag.ADVERB))


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
        joined = after > end and any(token.tag != Tag.ADVERB for token in tokens[end:after])
        if after >= len(tokens) or not joined:
            break
        if not (is_verb(tokens, after) or _is_verb_in_list(tokens, after)):
            break
        end = after + 1
    if end < len(tokens) and tokens[end].lower in PARTICLES:
        end += 1
    return end


def _is_verb_in_list(tokens: Sequence[Token], position: int) -> bool:
    """Tell a verb between verbs: "organize" in "plan, organize and run"."""
    token = tokens[position]
    plain = token.tag == Tag.WORD and token.verb == token.lower and token.verb not in en.NOUNS_FIRST
    return plain and position + 1 < len(tokens) and tokens[position + 1].tag in (",", Tag.CONJUNCTION)


def gerunds(tokens: Sequence[Token]) -> str:
    """Write verbs as gerunds, what joins them as it stands."""
    words: list[str] = []
    for token in tokens:
        verbal = token.tag in (Tag.VERB, Tag.GERUND) or (token.verb and token.tag == Tag.WORD)
        if token.tag == ",":
            words[-1] += ","
        elif verbal:
            words.append(_gerund(token))
        elif token.tag != Tag.ADVERB:
            words.append(token.lower)
    return " ".join(words)


def _gerund(token: Token) -> str:
    if token.lower.endswith("ing") and token.lower != token.verb:
        return token.lower
    return gerund(token.verb or base_form(token.lower))
