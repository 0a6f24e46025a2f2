"""What a clause without subject says is done: its verbs and their objects, cut where a reader would cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.inflection import base_form, gerund
from rolegraph.extraction.grammar.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.grammar.tokens import Tag, Token

__all__ = ["Deed", "Object", "adjectival", "completed", "deeds", "objects"]

_MOST_WORDS = 9
_ADJECTIVES = ("al", "ive", "ful", "ous", "able", "ible", "ic", "ate", "less", "ed")
_POSSESSIVES = frozenset({"our", "your", "their", "its", "my"})
_OPEN_OBJECTS = frozenset({Tag.WORD, Tag.TERM, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB})
_AFTER_GERUND = frozenset({Tag.NEGATION, Tag.DETERMINER, Tag.PREPOSITION, Tag.CONNECTIVE, Tag.CONJUNCTION})
_PARTICLES = frozenset({"up", "out", "off", "through"})
_COMPLEMENTS = frozenset({"for", "to", "from", "into", "on", "between", "about", "regarding", "concerning"})
_MEANS = frozenset({"by", "through", "via", "while", "such", "like", "including", "e.g"})
_NO_DEEDS = frozenset({"include", "regard", "use", "concern", "follow", "accord"})
_OBJECTLESS = frozenset(
    {"in", "to", "on", "for", "with", "at", "across", "from", "as", "against", "within", "about", "after"}
)


class Deed(NamedTuple):
    """The tokens ``start`` to ``end`` are verbs, their objects reach up to ``stop``; ``texts`` tell what is done."""

    start: int
    end: int
    stop: int
    objects: tuple[Phrase, ...]
    texts: tuple[str, ...]


class Object(NamedTuple):
    """An object from ``begin`` to ``end``; ``complemented`` is the word that ties a complement to it."""

    phrase: Phrase
    text: str
    begin: int
    end: int
    complemented: str = ""


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
    return found


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


def deeds(tokens: Sequence[Token], start: int = 1) -> Iterator[Deed]:
    """Give what is done from a verb on; what an infinitive of purpose or a relative clause adds is left out."""
    position: int | None = start
    while position is not None:
        end = _end_of_verbs(tokens, position)
        found = objects(tokens, end)
        stop = found[-1].end if found else end
        verbs = _gerunds(tokens[position:end])
        asked = [] if found else _question(tokens, end)
        texts = [f"{verbs} {each}" for each in asked] or _texts(verbs, found, tokens)
        yield Deed(position, end, stop, tuple(each.phrase for each in found), tuple(texts))
        position = _next(tokens, stop)


def _next(tokens: Sequence[Token], start: int) -> int | None:
    """Find the next verb of the clause behind a comma or "and"."""
    for position in range(start, len(tokens)):
        token = tokens[position]
        if token.tag in (Tag.TO, Tag.CONNECTIVE, Tag.NEGATION) or token.lower in _MEANS:
            return None
        if position > start - 1 and _is_verb(tokens, position) and _follows_joint(tokens, position):
            return position
    return None


def _follows_joint(tokens: Sequence[Token], position: int) -> bool:
    before = position - 1
    while before > 0 and tokens[before].tag == Tag.ADVERB:
        before -= 1
    return tokens[before].tag in (Tag.CONJUNCTION, ",", ";")


def _is_verb(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    if token.tag == Tag.GERUND and position > 1:
        noun = tokens[position - 1].tag == Tag.CONJUNCTION and not _has_gerund(tokens, position)
        if noun or token.verb in _NO_DEEDS:
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
    return determined or (joined and tokens[position + 1].tag in (Tag.PREPOSITION, Tag.ADVERB))


def _has_gerund(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the clause has been told in gerunds so far: "designing and running tests"."""
    return tokens[1].lower.endswith("ing") or any(token.tag == Tag.GERUND for token in tokens[:end])


def _end_of_verbs(tokens: Sequence[Token], start: int) -> int:
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
        if not (_is_verb(tokens, after) or _is_verb_in_list(tokens, after)):
            break
        end = after + 1
    if end < len(tokens) and tokens[end].lower in _PARTICLES:
        end += 1
    return end


def _is_verb_in_list(tokens: Sequence[Token], position: int) -> bool:
    """Tell a verb between verbs: "organize" in "plan, organize and run"."""
    token = tokens[position]
    plain = token.tag == Tag.WORD and token.verb == token.lower and token.verb not in en.NOUNS_FIRST
    return plain and position + 1 < len(tokens) and tokens[position + 1].tag in (",", Tag.CONJUNCTION)


def _gerunds(tokens: Sequence[Token]) -> str:
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


def _texts(verbs: str, found: Sequence[Object], tokens: Sequence[Token]) -> Iterator[str]:
    """Give a text for each object; two that only "and" joins stay together."""
    if (
        len(found) == 2
        and len(verbs.split()) + len(found[0].text.split()) + len(found[1].text.split()) < _MOST_WORDS
    ):
        between = tokens[found[0].end]
        if between.tag == Tag.CONJUNCTION:
            yield f"{verbs} {found[0].text} {between.text} {found[1].text}"
            return
    for each in found:
        clause = _clause(tokens, each)
        if clause is not None:
            yield f"{verbs} {clause}".rstrip()


def _clause(tokens: Sequence[Token], each: Object) -> str | None:
    """Give an object with the clause behind it ("making sure any user is safe"); None for one too long to tell."""
    if each.text not in ("sure", "certain") and not _has_clause(tokens, each.end):
        return each.text
    end = next(
        (n for n in range(each.end, len(tokens)) if tokens[n].tag in ",;:." or tokens[n].tag == Tag.TO),
        len(tokens),
    )
    while end > each.end and tokens[end - 1].tag == Tag.PREPOSITION:
        end -= 1
    return _text(tokens[each.begin : end]) if end - each.begin <= _MOST_WORDS + 1 else None


def _question(tokens: Sequence[Token], start: int) -> list[str]:
    """Read "how to expand accounts" behind a verb that has no other object."""
    if start >= len(tokens) or tokens[start].lower not in en.QUESTION_WORDS:
        return []
    end = next((n for n in range(start, len(tokens)) if tokens[n].tag in ",;:.-"), len(tokens))
    return [_text(tokens[start:end])] if end - start < _MOST_WORDS else []


def _has_clause(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].tag in (Tag.AUXILIARY, Tag.VERB)


def objects(tokens: Sequence[Token], start: int) -> list[Object]:
    """Read the objects of a verb: "the roadmap, the backlog and metrics", "in team discussions"."""
    found: list[Object] = []
    position = start
    while position < len(tokens):
        read = _object(tokens, position, first=not found)
        if read is None:
            break
        if found and _describes(found[-1]):
            read = read._replace(text=_text(tokens[found[-1].begin : read.end]), begin=found.pop().begin)
        found.append(read)
        if read.begin > position and tokens[position].tag == Tag.PREPOSITION:
            found[-1] = _with_second(tokens, read, position)
            break
        after = read.end
        while after < len(tokens) and (
            tokens[after].tag in (",", Tag.CONJUNCTION) or tokens[after].text == "/"
        ):
            after += 1
        if after == read.end or after >= len(tokens) or _is_verb(tokens, after):
            break
        if read.complemented and (tokens[after].tag != Tag.DETERMINER or read.complemented != "of"):
            break
        position = after
    found = _with_adjectives_joined(tokens, found)
    return [each for each in found if " " not in each.text or not _describes(each)]


def _with_second(tokens: Sequence[Token], each: Object, start: int) -> Object:
    """Take in the second noun of "assist with training and development", if it ends the clause."""
    after = each.end + 1
    if after >= len(tokens) or tokens[each.end].tag != Tag.CONJUNCTION or _is_verb(tokens, after):
        return each
    phrase, end = read_noun_phrase(_nominal(tokens, after), after)
    whole = phrase is not None and end >= len(tokens)
    return each._replace(text=_text(tokens[start:end]), end=end) if whole else each


def _with_adjectives_joined(tokens: Sequence[Token], found: list[Object]) -> list[Object]:
    """Join "a safe, tidy and clean shop", whose article is that of the last noun, and "complex, risky work"."""
    if len(found) == 2 and _is_adjective_of(tokens, *found):
        text = _text(tokens[found[0].begin : found[1].end])
        return [found[1]._replace(text=text, begin=found[0].begin)]
    if len(found) < 3 or not re.fullmatch(
        r"(?:an?|the) [a-z]+", _text(tokens[found[0].begin : found[0].end])
    ):
        return found
    bare = all(len(each.text.split()) == 1 for each in found[1:-1]) and len(found[-1].text.split()) > 1
    if not bare or any(tokens[each.begin].tag == Tag.DETERMINER for each in found[1:]):
        return found
    first, last = found[0], found[-1]
    return [last._replace(text=_text(tokens[first.begin : last.end]), begin=first.begin)]


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
    if position < len(tokens) and tokens[position].lower in _POSSESSIVES:
        position += 1
    begin = position
    if position < len(tokens) and tokens[position].tag == Tag.GERUND:
        if tokens[position].verb in _NO_DEEDS:
            return None
        position += 1
        if position < len(tokens) and tokens[position].lower in _PARTICLES:
            position += 1  # "in drawing up plans"
    while position + 1 < len(tokens) and (
        tokens[position].text[0].isdigit() or tokens[position].text in "%+"
    ):
        position += 1
    phrase, bare = read_noun_phrase(_nominal(tokens, position), position)
    if phrase is None:
        return None
    end = _completed(tokens, begin, bare)
    if begin != position:
        phrase = phrase._replace(text=_text(tokens[begin:end]), form="gerund", keys=(), head_keys=())
    sign = tokens[bare].lower if end > bare and not opening else ""
    return Object(phrase, opening + _text(tokens[begin:end]), begin, end, sign)


def _nominal(tokens: Sequence[Token], start: int) -> list[Token]:
    """Take a participle before a noun for an adjective, a verb in the place of a noun for one: "assigned work"."""
    found = list(tokens)
    if start < len(found) and found[start].tag == Tag.VERB and found[start].lower in en.NOUNS_FIRST:
        found[start] = found[start]._replace(tag=Tag.WORD)
    for position in range(start, min(start + 4, len(tokens) - 1)):
        if found[position].tag == Tag.PARTICIPLE and found[position + 1].tag in Tag.NOUNS:
            found[position] = found[position]._replace(tag=Tag.WORD)
    return found


def _describes(each: Object) -> bool:
    """Tell whether an object is an adjective of the next: "accurate" in "accurate and timely records"."""
    words = re.sub(r"^(?:an?|the) ", "", each.text).replace(",", "").split()
    return not each.phrase.keys and all(_is_adjective(word) for word in words)


def _is_adjective(word: str) -> bool:
    return word.islower() and (word in en.EVALUATIVE or word.endswith(_ADJECTIVES))


def _completed(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Take in "of" with its noun phrase, and one more complement where the whole stays short."""
    for allowed in (("of",), _COMPLEMENTS):
        if end >= len(tokens) or tokens[end].lower not in allowed or tokens[end].tag != Tag.PREPOSITION:
            continue
        if (
            tokens[end].lower == "to"
            and end + 1 < len(tokens)
            and tokens[end + 1].verb == tokens[end + 1].lower
        ):
            continue
        inner, after = read_noun_phrase(tokens, end + 1)
        if inner is not None and _is_cut_off(inner, tokens, after):
            continue
        if inner is not None and after - begin <= _MOST_WORDS - (allowed is _COMPLEMENTS):
            end = after
    return end


def _is_cut_off(phrase: Phrase, tokens: Sequence[Token], end: int) -> bool:
    """Tell the first adjective of a list that stands for its noun phrase: "of a creative, open place"."""
    alone = " " not in phrase.text and phrase.text.islower() and phrase.text.endswith((*_ADJECTIVES, "ing"))
    return alone and end < len(tokens) and tokens[end].tag == ","


def _text(tokens: Sequence[Token]) -> str:
    """Give the text of tokens as it stands, without possessive pronouns."""
    parts: list[str] = []
    for number, token in enumerate(tokens):
        if token.lower in _POSSESSIVES:
            continue
        glued = bool(parts) and number > 0 and token.start == tokens[number - 1].end
        parts.append(token.text if glued or not parts else f" {token.text}")
    return "".join(parts).removesuffix("’s").removesuffix("'s")


_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def completed(each: Object) -> Phrase:
    """Give an object with its complement ("oversight of the depot"), without an article."""
    text = _ARTICLE.sub("", each.text)
    phrase = each.phrase
    return phrase if text == phrase.text else phrase._replace(text=text, keys=(), head_keys=())
