"""The objects of a duty: what is done something with, cut where a reader would cut it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.extraction.deeds.deed_verbs import ADJECTIVES, NO_DEEDS, PARTICLES, is_verb
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token

__all__ = ["ARTICLE", "MOST_WORDS", "Object", "completed", "objects", "text_of"]

MOST_WORDS = 9
_SHORT = 6  # words of an object with a complement that is not behind "of"
_ADJECTIVES = ("al", "ive", "ful", "ous", "able", "ible", "ic", "ate", "less", "ed")
_PLAIN = frozenset(
    {"routine", "complex", "regular", "special", "standard", "safe", "robust", "modern", "secure"}
)
_POSSESSIVES = frozenset({"our", "your", "their", "its", "my"})
_APPOSING = frozenset({"both", "either", "whether"})  # "all faults, both old and new"
_NOUNS = ("ment", "tion", "sion", "ance", "ship", "sis")
_COMPLEMENTS = frozenset({"for", "to", "from", "into", "on", "between", "about", "regarding", "concerning"})
_OBJECTLESS = frozenset(
    {"in", "to", "on", "for", "with", "at", "across", "from", "as", "against", "within", "about", "after"}
)


class Object(NamedTuple):
    """An object from ``begin`` to ``end``; ``complemented`` is the word that ties a complement to it."""

    phrase: Phrase
    text: str
    begin: int
    end: int
    complemented: str = ""


def objects(tokens: Sequence[Token], start: int) -> list[Object]:
    """Read the objects of a verb: "the roadmap, the backlog and metrics", "in team discussions"."""
    found: list[Object] = []
    position = start
    while position < len(tokens):
        read = _object(tokens, position, first=not found)
        if read is None:
            break
        if found and _describes(found[-1]) and tokens[read.begin].tag != Tag.DETERMINER:
            read = read._replace(text=text_of(tokens[found[-1].begin : read.end]), begin=found.pop().begin)
        found.append(read)
        if read.begin > position and tokens[position].tag == Tag.PREPOSITION:
            found = _listed_behind(tokens, read, position) or [_with_second(tokens, read, position)]
            break
        after = read.end
        while after < len(tokens) and (
            tokens[after].tag in (",", Tag.CONJUNCTION) or tokens[after].text == "/"
        ):
            after += 1
        if after == read.end or after >= len(tokens) or is_verb(tokens, after):
            break
        if tokens[after].lower in _APPOSING and tokens[after - 1].tag == ",":
            break
        if read.complemented and (tokens[after].tag != Tag.DETERMINER or read.complemented != "of"):
            break
        position = after
    found = _with_adjectives_joined(tokens, found)
    return [each for each in found if _ends_in_noun(each)]


def _listed_behind(tokens: Sequence[Token], first: Object, start: int) -> list[Object]:
    """Read a list behind a preposition that ends the clause: "assist with filing, typing and care of the post"."""
    found, position = [first], first.end
    while position + 1 < len(tokens) and tokens[position].tag == ",":
        joined = position + 1 + (tokens[position + 1].tag == Tag.CONJUNCTION)
        position = _add_noun(tokens, joined, tokens[start].lower, found)
        if not position:
            return []
    if position + 1 < len(tokens) and tokens[position].tag == Tag.CONJUNCTION:
        position = _add_noun(tokens, position + 1, tokens[start].lower, found)
    ends = position >= len(tokens) or tokens[position].tag in ".;:"
    return found if len(found) > 2 and position and ends else []


def _add_noun(tokens: Sequence[Token], start: int, opening: str, found: list[Object]) -> int:
    """Add the noun phrase at a place to objects behind a preposition, and give where it ends; 0 for none."""
    phrase, end = read_noun_phrase(_nominal(tokens, start), start)
    if phrase is None or is_verb(tokens, start):
        return 0
    end = _completed(tokens, start, end)
    found.append(Object(phrase, f"{opening} {text_of(tokens[start:end])}", start, end))
    return end


def _with_second(tokens: Sequence[Token], each: Object, start: int) -> Object:
    """Take in the second noun of "assist with training and development", if it ends the clause."""
    after = each.end + 1
    if after >= len(tokens) or tokens[each.end].tag != Tag.CONJUNCTION or is_verb(tokens, after):
        return each
    phrase, end = read_noun_phrase(_nominal(tokens, after), after)
    end = _completed(tokens, start, end)
    adjective = _describes(each._replace(text=each.phrase.text))  # "for legal (and ethical issues)"
    whole = phrase is not None and (adjective or end >= len(tokens) or tokens[end].tag in ",.;:")
    return each._replace(text=text_of(tokens[start:end]), end=end) if whole else each


def _with_adjectives_joined(tokens: Sequence[Token], found: list[Object]) -> list[Object]:
    """Join "a safe, tidy and clean shop", whose article is that of the last noun, and "complex, risky work"."""
    if len(found) == 2 and _is_adjective_of(tokens, *found):
        text = text_of(tokens[found[0].begin : found[1].end])
        return [found[1]._replace(text=text, begin=found[0].begin)]
    if len(found) < 3 or not re.fullmatch(
        r"(?:an?|the) [a-z]+", text_of(tokens[found[0].begin : found[0].end])
    ):
        return found
    bare = all(len(each.text.split()) == 1 for each in found[1:-1]) and len(found[-1].text.split()) > 1
    nouns = any(
        each.phrase.plural or each.text.endswith(_NOUNS) for each in found[:-1]
    )  # "the log, notes and other papers"
    if not bare or nouns or any(tokens[each.begin].tag == Tag.DETERMINER for each in found[1:]):
        return found
    first, last = found[0], found[-1]
    return [last._replace(text=text_of(tokens[first.begin : last.end]), begin=first.begin)]


def _is_adjective_of(tokens: Sequence[Token], first: Object, second: Object) -> bool:
    """Tell one plain word that a comma alone joins to the next object, so that it can be no object itself."""
    alone = (
        " " not in first.text and first.text.islower() and not first.phrase.plural and not first.phrase.keys
    )
    comma = second.begin - first.end == 1 and tokens[first.end].tag == ","
    return alone and comma and first.phrase.form == "noun" and " " in second.text


def _object(tokens: Sequence[Token], start: int, *, first: bool) -> Object | None:
    """Read one object with what completes it."""
    position, opening = start, ""
    while position < len(tokens) and tokens[position].tag == Tag.ADVERB:
        position += 1
    if (
        first
        and position + 1 < len(tokens)
        and tokens[position].lower in _OBJECTLESS
        and tokens[position].tag == Tag.PREPOSITION
    ):
        opening, position = f"{tokens[position].lower} ", position + 1
    if position + 1 < len(tokens) and tokens[position].lower in ("all", "both"):
        position += tokens[position + 1].lower in _POSSESSIVES
    if position < len(tokens) and tokens[position].lower in _POSSESSIVES:
        position += 1
    begin = position
    if position < len(tokens) and tokens[position].tag == Tag.GERUND:
        if tokens[position].verb in NO_DEEDS:
            return None
        position += 1
        if position < len(tokens) and tokens[position].lower in PARTICLES:
            position += 1  # "in drawing up plans"
    while position + 1 < len(tokens) and (
        tokens[position].text[0].isdigit() or tokens[position].text in "%+"
    ):
        position += 1
    phrase, bare = read_noun_phrase(_nominal(tokens, position), position)
    if phrase is None and begin < position and tokens[position - 1].tag == Tag.GERUND:
        phrase, bare = (
            Phrase(tokens[begin].text, "gerund", tokens[begin].lower),
            position,
        )  # "acquiring funding"
    if phrase is None:
        return None
    end = _completed(tokens, begin, bare)
    if begin != position:
        phrase = phrase._replace(text=text_of(tokens[begin:end]), form="gerund", keys=(), head_keys=())
    sign = tokens[bare].lower if end > bare and not opening else ""
    return Object(phrase, opening + text_of(tokens[begin:end]), begin, end, sign)


def _nominal(tokens: Sequence[Token], start: int) -> list[Token]:
    """Take a participle before a noun for an adjective, a verb in the place of a noun for one: "assigned work"."""
    found = list(tokens)
    nominal = en.NOUNS_FIRST | ADJECTIVES
    if start < len(found) and found[start].tag == Tag.VERB and found[start].lower in nominal:
        found[start] = found[start]._replace(tag=Tag.WORD)
    for position in range(start, min(start + 4, len(tokens) - 1)):
        if found[position].tag == Tag.PARTICIPLE and found[position + 1].tag in Tag.NOUNS:
            found[position] = found[position]._replace(tag=Tag.WORD)
    return found


def _describes(each: Object) -> bool:
    """Tell whether an object is an adjective of the next: "accurate" in "accurate and timely records"."""
    text = re.sub(r"^(?:an?|the) ", "", each.text)
    words = text.replace(",", "").split()
    listed = "," in text and _is_adjective(words[0]) and all(" " not in part for part in text.split(", "))
    return not each.phrase.keys and (listed or all(_is_adjective(word) for word in words))


def _ends_in_noun(each: Object) -> bool:
    """Tell a noun that looks like an adjective ("the clinic", "a proposal") from words that only describe."""
    words = each.text.lower().split()
    plain = words[-1] in en.EVALUATIVE or words[-1] in en.PLAIN_ADJECTIVES
    return (
        len(words) == 1
        or not _describes(each)
        or (len(words) == 2 and words[0] in en.DETERMINERS and not plain)
    )


def _is_adjective(word: str) -> bool:
    plain = en.EVALUATIVE | en.PLAIN_ADJECTIVES | _PLAIN
    adjective = word in plain or word.endswith(_ADJECTIVES)
    return word.islower() and adjective


def _completed(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Take in "of" with its noun phrase, and one more complement where the whole stays short."""
    for allowed in (("of",), _COMPLEMENTS | _tied_by(tokens, begin, end)):
        if end >= len(tokens) or tokens[end].lower not in allowed or tokens[end].tag != Tag.PREPOSITION:
            continue
        if (
            tokens[end].lower == "to"
            and end + 1 < len(tokens)
            and tokens[end + 1].verb == tokens[end + 1].lower
        ):
            continue
        done = end + 1 < len(tokens) and tokens[end + 1].tag == Tag.GERUND  # "methods for counting stock"
        inner, after = read_noun_phrase(tokens, end + 1 + done)
        if inner is not None and _is_cut_off(inner, tokens, after):
            continue
        if inner is not None and after - begin <= (MOST_WORDS if "of" in allowed else _SHORT):
            end = after if allowed == ("of",) else _complement_end(tokens, begin, inner, after)
    return end


def _complement_end(tokens: Sequence[Token], begin: int, inner: Phrase, end: int) -> int:
    """Take in "of the team" behind "to the rest", and a second noun that ends the clause: "with laws and rules"."""
    sign = tokens[end].lower if end + 1 < len(tokens) else ""
    if not (sign == "of" and inner.head in _LIGHT) and not (sign and tokens[end].tag == Tag.CONJUNCTION):
        return end
    if is_verb(tokens, end + 1):
        return end
    more, after = read_noun_phrase(tokens, end + 1)
    ends = sign == "of" or after >= len(tokens) or tokens[after].tag in ".;"
    return after if more is not None and ends and after - begin <= MOST_WORDS else end


_LIGHT = frozenset({"rest", "whole", "use"})


def _tied_by(tokens: Sequence[Token], begin: int, end: int) -> frozenset[str]:
    """Give the prepositions that a noun or the verb before it has besides: "relations with", "coach somebody in"."""
    taught = begin > 0 and tokens[begin - 1].verb in _TEACHING
    mutual = tokens[end - 1].lower.rstrip("s") in _MUTUAL
    taught = taught or tokens[end - 1].lower == "part"  # "take part in the on-call rota"
    return frozenset({"in"} if taught else ()) | frozenset({"with"} if mutual else ())


_TEACHING = frozenset({"coach", "educate", "train", "instruct", "teach", "mentor", "guide", "tutor"})
_MUTUAL = en.words(
    "relationship relation cooperation co-operation collaboration communication coordination co-ordination partnership "
    "compliance alignment agreement contract conformity consistency contact liaison"
)


def _is_cut_off(phrase: Phrase, tokens: Sequence[Token], end: int) -> bool:
    """Tell the first adjective of a list that stands for its noun phrase: "of a creative, open place"."""
    alone = " " not in phrase.text and phrase.text.islower() and phrase.text.endswith((*_ADJECTIVES, "ing"))
    return alone and end < len(tokens) and tokens[end].tag == ","


def text_of(tokens: Sequence[Token]) -> str:
    """Give the text of tokens as it stands, without possessive pronouns."""
    parts: list[str] = []
    for number, token in enumerate(tokens):
        if token.lower in _POSSESSIVES:
            continue
        glued = bool(parts) and number > 0 and token.start == tokens[number - 1].end
        parts.append(token.text if glued or not parts else f" {token.text}")
    return "".join(parts).removesuffix("’s").removesuffix("'s")


ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def completed(each: Object) -> Phrase:
    """Give an object with its complement ("oversight of the depot"), without an article."""
    text = ARTICLE.sub("", each.text)
    phrase = each.phrase
    return phrase if text == phrase.text else phrase._replace(text=text, keys=(), head_keys=())
