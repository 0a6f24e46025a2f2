"""Splits a sentence into words and tells the tag of each from its neighbours; names of terms are one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.gerund_tags import tag_of_gerund
from rolegraph.extraction.words.inflection import is_gerund, looks_plural
from rolegraph.extraction.words.mentions import Match
from rolegraph.extraction.words.tokens import Mention, Tag, Token
from rolegraph.extraction.words.verb_tags import (
    has_possessive,
    is_clear_third_person,
    is_phrasal_verb,
    meaningful,
    tag_of_verb,
)

if TYPE_CHECKING:
    from rolegraph.extraction.words.mentions import Names

__all__ = ["tag_words"]

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?:[–-]\d+)?(?:%|s\b)?(?![^\W\d_])|[^\W_]+(?:[-'’.&/+][^\W_]+)*[+#]{0,2}['’]?|—|–|--|…|[^\w\s]",
    re.UNICODE,
)


def tag_words(
    text: str,
    names: Names,
    verbs: Mapping[str, str],
    linked: Sequence[Mention] = (),
    *,
    opens_with_verb: bool = False,
) -> list[Token]:
    """Split a sentence into tagged words, each name of a term being one token.

    ``linked`` are pieces of the text that hyperlinks tell the term of; they go before names.
    ``verbs`` maps the forms of verbs to their base form; "reports to" among them marks a verb with its preposition.
    ``opens_with_verb`` tells that the first word is a verb, where nothing before it can.
    """
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    tokens: list[Token] = []
    position = 0
    for match in _units(words, names, linked):
        tokens += [_token(*word, verbs) for word in words[position : match.start]]
        start, end = words[match.start][1], words[match.end - 1][2]
        tag = Tag.TERM if match.keys else Tag.WORD
        tokens.append(Token(text[start:end], start, end, tag, keys=match.keys))
        position = match.end
    tokens += [_token(*word, verbs) for word in words[position:]]
    if opens_with_verb and tokens and tokens[0].verb:
        tokens[0] = tokens[0]._replace(tag=Tag.VERB)
    return _disambiguated(tokens, verbs)


def _units(words: Sequence[tuple[str, int, int]], names: Names, linked: Sequence[Mention]) -> list[Match]:
    """Give the words that are one name: names of terms, and what an abbreviation in brackets stands for."""
    mentions = _mentions(words, names, linked)
    if not any(word == "(" for word, _, _ in words):
        return mentions
    taken = {number for match in mentions for number in range(match.start, match.end)}
    spelt = [match for match in _spelt_out(words) if not taken & set(range(match.start, match.end))]
    return sorted([*mentions, *spelt])


_SHORT = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]")


def _spelt_out(words: Sequence[tuple[str, int, int]]) -> Iterator[Match]:
    """Find "request for information" before "(RFI)": with "for" or "of" inside, it would be cut there."""
    for bracket in range(2, len(words) - 2):
        short = words[bracket + 1][0]
        if words[bracket][0] != "(" or words[bracket + 2][0] != ")" or not _SHORT.fullmatch(short):
            continue
        for start in range(bracket - 2, max(-1, bracket - len(short) - 3), -1):
            full = [word.lower() for word, _, _ in words[start:bracket]]
            initials = "".join(word[0] for word in full if word not in en.PREPOSITIONS | en.CONJUNCTIONS)
            inner = set(full[1:-1]) & (en.PREPOSITIONS | en.CONJUNCTIONS)
            if inner and short.lower().replace("&", "") in (initials, "".join(word[0] for word in full)):
                yield Match(start, bracket, ())
                break


def _mentions(words: Sequence[tuple[str, int, int]], names: Names, linked: Sequence[Mention]) -> list[Match]:
    """Give the words that name terms: those linked, and the names found between them.

    A name that a link is only a part of goes before the link ("an [API](…) gateway").
    """
    sure = []
    for mention in linked:
        inside = [
            n for n, (_, start, end) in enumerate(words) if mention.start <= start and end <= mention.end
        ]
        if inside:
            sure.append(Match(inside[0], inside[-1] + 1, (mention.key,)))
    found = [
        name for name in names.find([word for word, _, _ in words]) if not _is_infinitive_verb(words, name)
    ]
    found = sorted([*found, *_shortened(words, names, found)])
    sure = [match for match in sure if not any(_covers(name, match) for name in found)]
    taken = {number for match in sure for number in range(match.start, match.end)}
    free = [match for match in found if not taken & set(range(match.start, match.end))]
    return sorted([*sure, *free])


def _shortened(
    words: Sequence[tuple[str, int, int]], names: Names, found: Sequence[Match]
) -> Iterator[Match]:
    """Find names that share their last word with the next: "master" is a node in "master and worker nodes"."""
    taken = {number for match in found for number in range(match.start, match.end)}
    for match in found:
        first = match.start - 2
        if match.end - match.start < 2 or first < 0 or first in taken:
            continue
        if words[match.start - 1][0].lower() not in ("and", "or", "and/or"):
            continue
        full = [words[number][0] for number in (first, *range(match.start + 1, match.end))]
        yield from (
            Match(first, first + 1, whole.keys)
            for whole in names.find(full)
            if (whole.start, whole.end) == (0, len(full))
        )


def _is_infinitive_verb(words: Sequence[tuple[str, int, int]], name: Match) -> bool:
    """Tell the verb of "to implement a plan" from the name of a term."""
    one = name.end - name.start == 1 and name.start > 0 and name.end < len(words)
    if not one or words[name.start - 1][0].lower() != "to":
        return False
    word, after = words[name.start][0], words[name.end][0].lower()
    verb = word.lower() if word.islower() and word in en.VERBS else ""
    return bool(verb) and (
        after in en.DETERMINERS
        or (verb not in en.NOUNS_FIRST and after.isalpha() and after not in en.PREPOSITIONS)
    )


def _covers(whole: Match, part: Match) -> bool:
    longer = whole.end - whole.start > part.end - part.start
    return longer and whole.start <= part.start and part.end <= whole.end


_SIGNS = {"—": "-", "–": "-", "--": "-", "-": "-", "[": "(", "]": ")", "“": '"', "”": '"', "…": "."}
_CLOSED: tuple[tuple[frozenset[str], str], ...] = (
    (en.NEGATIONS, Tag.NEGATION),
    (en.AUXILIARIES, Tag.AUXILIARY),
    (en.CONJUNCTIONS, Tag.CONJUNCTION),
    (en.CONNECTIVES, Tag.CONNECTIVE),
    (en.DETERMINERS, Tag.DETERMINER),
    (en.PREPOSITIONS, Tag.PREPOSITION),
    (en.PRONOUNS, Tag.PRONOUN),
    (en.ADVERBS, Tag.ADVERB),
)

_TAGS = {word: tag for words, tag in reversed(_CLOSED) for word in words}
_CONTRACTION = re.compile(r"(it|they|that|what|who|we|you|there)['’](?:s|re|ll|ve|d)")


_NO_ADVERBS = en.words(
    "family supply assembly only anomaly monopoly reply apply imply comply multiply rally tally italy july sicily "
    "butterfly bully jelly belly folly lily ally"
)


def _token(text: str, start: int, end: int, verbs: Mapping[str, str]) -> Token:
    if not text[0].isalnum():
        return Token(text, start, end, _SIGNS.get(text, text))
    lower = text.lower().replace("’", "'")
    tag = None if text in ("IT", "US") else _TAGS.get(lower)
    if tag is not None:
        return Token(text, start, end, tag, verbs.get(lower, "") if lower == "own" else "")
    contraction = _CONTRACTION.fullmatch(lower) if "'" in lower else None
    if contraction:
        return Token(text, start, end, Tag.CONNECTIVE if contraction[1] in en.QUESTION_WORDS else Tag.PRONOUN)
    named = text[0].isupper() and start > 0
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERBS and not named:
        return Token(text, start, end, Tag.ADVERB)
    return Token(text, start, end, Tag.WORD, verbs.get(lower, ""))


def _disambiguated(tokens: list[Token], verbs: Mapping[str, str]) -> list[Token]:
    """Decide for each word that could be a verb whether it is one here, from left to right."""
    done: list[Token] = []
    line: list[Token] = []
    depth = 0
    for number, token in enumerate(tokens):
        before = done[len(done) - depth :] if depth else line
        following = tokens[number + 1 : number + 4]
        tag = _tag_in_place(before, token, following)
        tagged = token if tag == token.tag else token._replace(tag=tag)
        if tagged.tag == Tag.WORD and is_phrasal_verb(before, token, following, verbs):
            tagged = token._replace(tag=Tag.GERUND if is_gerund(token.lower) else Tag.VERB)
        done.append(tagged)
        depth = 1 if token.tag == "(" else 0 if token.tag == ")" else depth + bool(depth)
        aside = _aside_start(line) if token.tag == "," and not depth else None
        if aside is not None:
            del line[aside:]
        elif not depth and token.tag != ")":
            line.append(tagged)
    return _with_verb(done)


def _with_verb(tokens: list[Token]) -> list[Token]:
    """Give a sentence without any verb the one it can have: "Sensors on pallets record temperature and place."."""
    finite = any(
        token.tag == Tag.AUXILIARY or (token.tag == Tag.VERB and (not n or tokens[n - 1].tag != Tag.TO))
        for n, token in enumerate(tokens)
    )
    if finite or len(tokens) < 5 or tokens[-1].tag != "." or not tokens[0].text[:1].isupper():
        return tokens
    for place in range(1, len(tokens) - 2):
        if _can_be_main_verb(tokens, place):
            return [*tokens[:place], tokens[place]._replace(tag=Tag.VERB), *tokens[place + 1 :]]
    return tokens


def _can_be_main_verb(tokens: Sequence[Token], place: int) -> bool:
    """Tell the verb of "Sensors on pallets record …" and "The register supports keepers" in a sentence without one."""
    token, before, after = tokens[place], tokens[place - 1], tokens[place + 1]
    opens = all(each.tag in (Tag.WORD, Tag.TERM, Tag.PREPOSITION, Tag.DETERMINER) for each in tokens[:place])
    if (
        token.tag != Tag.WORD
        or not token.verb
        or not opens
        or before.tag not in Tag.NOUNS
        or before.possessive
    ):
        return False
    if token.lower == token.verb:
        subject = next((each for each in tokens[:place] if each.tag in Tag.NOUNS), before)
        opening = looks_plural(subject.text) or subject is before or place > 2
        return opening and looks_plural(before.text) and after.tag in "WTDP"
    done = looks_plural(after.text) or (after.tag in Tag.NOUNS and names_somebody(before.lower))
    third = token.lower.endswith("s") and not looks_plural(before.text) and done
    return third and tokens[0].tag == Tag.DETERMINER


_SHORT_NAME = re.compile(r"\d[A-Z]{1,4}")  # "4PL", "2FA"
_NAMED = frozenset({"abbreviated", "called", "known", "named", "shortened", "referred"})


def _aside_start(line: Sequence[Token]) -> int | None:
    """Find the comma that opens ", unlike managers" or ", also known as X", which a second comma closes; else None."""
    comma = next((n for n in range(len(line) - 1, 0, -1) if line[n].tag == ","), 0)
    inner = [token for token in line[comma + 1 :] if token.tag != Tag.ADVERB] if comma else []
    opens = bool(inner) and (inner[0].lower == "unlike" or inner[0].lower in _NAMED)
    return comma if opens else None


def _tag_in_place(before: Sequence[Token], token: Token, following: Sequence[Token]) -> str:
    lower, previous = token.text.lower().replace("’", "'"), meaningful(before)
    if token.tag == Tag.TERM:
        return token.tag
    if following and following[0].tag in Tag.NOUNS and _counts(token.text):
        return Tag.DETERMINER
    if _opens_range(token, following) or (lower == "to" and _joins_range(before, following)):
        return Tag.DETERMINER
    if lower in _IN_LY and following and following[0].tag in Tag.NOUNS:
        described = not following[0].verb or previous == Tag.DETERMINER
        return Tag.WORD if described else token.tag  # "a quarterly report"
    if _is_adverb(lower, previous, following):
        return Tag.ADVERB
    if lower in _COUNTS and before and before[-1].tag == Tag.DETERMINER and following[:1]:
        return Tag.DETERMINER if following[0].tag in Tag.NOUNS else token.tag
    if lower == "to":
        return Tag.TO if _is_infinitive(following, before) else Tag.PREPOSITION
    if lower == "own":
        return Tag.DETERMINER if previous == Tag.DETERMINER or has_possessive(before) else Tag.VERB
    if lower == "that":
        return _tag_of_that(before, following)
    if lower == "done":
        return _tag_of_done(before)
    if lower in ("this", "these", "those"):
        return Tag.DETERMINER if following and _noun_after(lower, following[0]) else Tag.PRONOUN
    if lower == "no":
        return Tag.DETERMINER if following and following[0].tag in Tag.NOUNS else Tag.NEGATION
    if following and following[0].lower in _CORRELATIVE and (tag := _tag_of_mere_not(lower, before)):
        return tag
    if lower in ("that's", "who's") and before and before[-1].tag in Tag.NOUNS:
        return Tag.CONNECTIVE  # "a paper that's kept"
    if lower == "but" and following and following[0].lower == "also":
        return ","  # "not only A but also B and C" is one list
    if token.tag != Tag.WORD:
        return token.tag
    if _is_before_to(before, lower, following):
        return Tag.PREPOSITION
    if lower == "need" and following and following[0].tag == Tag.NEGATION:
        return Tag.AUXILIARY  # "need not wait", as "must not"
    if lower in en.PREDICATIVES and following and following[0].lower in ("for", "of", "to"):
        return Tag.PREDICATIVE
    if lower.endswith("ed") and "-" in lower and following and following[0].tag in Tag.NOUNS:
        return Tag.WORD
    if lower.endswith("ed") and len(lower) > 4 and not token.verb:
        return _tag_of_unknown_participle(previous, following)
    if is_gerund(lower) and "-" not in lower:
        return tag_of_gerund(before, token, previous, following)
    if not token.verb or _is_in_proper_name(before, token):
        return Tag.VERB if _is_unknown_verb(before, lower, following) else Tag.WORD
    return tag_of_verb(before, token, previous, following)


def _is_adverb(lower: str, previous: str, following: Sequence[Token]) -> bool:
    """Tell "is then rewritten" and "turns round", at the end of a clause, from "if …, then …" and "a round"."""
    ends = not following or following[0].tag in ".,;:"
    return (lower == "then" and previous == Tag.AUXILIARY) or (
        lower == "round" and previous == Tag.VERB and ends
    )


def _is_before_to(before: Sequence[Token], lower: str, following: Sequence[Token]) -> bool:
    """Tell "with regard (to)" and "according (to)", which stand like one preposition."""
    behind = bool(following) and following[0].lower == "to"
    concerning = lower in _CONCERNING and [each.lower for each in before[-1:]] == ["with"]
    return behind and (concerning or lower == "according")


def _opens_range(token: Token, following: Sequence[Token]) -> bool:
    """Tell the "12" of "12 to 20 agents"."""
    words = [each.lower for each in following[:2]]
    counted = len(following) > 2 and words[0] == "to" and _counts(words[1])
    return counted and _counts(token.text) and following[2].tag in Tag.NOUNS


def _joins_range(before: Sequence[Token], following: Sequence[Token]) -> bool:
    """Tell the "to" of "12 to 20 agents"."""
    counted = bool(before) and before[-1].tag == Tag.DETERMINER and _counts(before[-1].text)
    return counted and bool(following) and _counts(following[0].text)


def _counts(text: str) -> bool:
    """Tell "37" from "1990s", "5%" and "4PL"."""
    return text[0].isdigit() and not text.lower().endswith(("s", "%")) and not _SHORT_NAME.fullmatch(text)


def _is_unknown_verb(before: Sequence[Token], lower: str, following: Sequence[Token]) -> bool:
    """Tell the verb of "a machine that (quickly) bisques the bowls" from the subject of "that potters like"."""
    relative = [token for token in before[-3:] if token.tag != Tag.ADVERB][-1:]
    if not relative or relative[0].lower not in ("that", "which", "who") or not looks_plural(lower):
        return False
    sure = before[-1].tag == Tag.ADVERB or relative[0].lower == "who"
    if not following or following[0].tag not in (Tag.DETERMINER, *Tag.NOUNS):
        return False
    return sure or following[0].tag == Tag.DETERMINER or not following[0].verb


def _tag_of_mere_not(lower: str, before: Sequence[Token]) -> str:
    """Tag the "not" of "not only A but also B", "doesn't just plan", which denies nothing; empty for another word."""
    if lower == "not" and not _is_linking(before):
        return Tag.ADVERB
    return Tag.AUXILIARY if lower.replace("’", "'") in _NOT_MERELY else ""


def _is_in_proper_name(before: Sequence[Token], token: Token) -> bool:
    """Tell the last word of "the United States" and "the Board of Trade" from a verb."""
    named = token.text.istitle() and len(before) > 1 and before[-1].text.istitle()
    return (
        named
        and before[-1].tag == Tag.WORD
        and before[-2].tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, ",")
    )


def _is_linking(before: Sequence[Token]) -> bool:
    """Tell the "is" of "is not just an approach", which leaves open what it is."""
    return bool(before) and before[-1].lower in en.BE


_IN_LY = en.words("daily weekly monthly quarterly yearly hourly friendly costly timely elderly orderly")
_COUNTS = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
_CONCERNING = frozenset({"regard", "respect", "reference"})
_NOT_MERELY = en.words("don't doesn't didn't won't shouldn't mustn't needn't")
_CORRELATIVE = frozenset({"only", "just", "merely", "simply", "solely"})


def _tag_of_done(before: Sequence[Token]) -> str:
    """Tell the participle of "work done on a pot", "is done", and the “done” of quotation marks, from "has done"."""
    last = before[-1] if before else None
    if last is not None and last.tag == '"':
        return Tag.WORD
    passive = last is not None and (last.tag in Tag.NOUNS or last.lower in en.BE)
    return Tag.PARTICIPLE if passive else Tag.AUXILIARY


def _tag_of_unknown_participle(previous: str, following: Sequence[Token]) -> str:
    """Tell "is containerized", "data tokenized by", "and based on" from "a containerized service".

    The verb is not known, so that only its place tells.
    """
    tied = (bool(following) and following[0].tag in (Tag.PREPOSITION, ".")) or not following
    after = previous in (*Tag.NOUNS, Tag.CONJUNCTION)
    stacked = previous == Tag.PARTICIPLE and bool(following) and following[0].lower in ("on", "upon")
    tied = previous == Tag.AUXILIARY or (after and tied) or stacked  # "computed based on"
    return Tag.PARTICIPLE if tied else Tag.WORD


_LETTING = frozenset({"allow", "enable", "help", "permit", "require", "empower"})


_USING = frozenset({"use", "utilize", "utilise", "leverage"})  # "uses the tool to handle common requests"


_LIKENED = en.words(  # "similar to ship logs": no deed follows these
    "similar identical equivalent comparable akin analogous contrary close relative parallel superior inferior prior "
    "thanks owing"
)
_HAVING = frozenset({"attention", "time", "access", "cost"})  # "attention to detail", "time to hire"
_TARGETS = en.words("detail hire market value fill credit finance care capital data response resolution")


def _is_last(following: Sequence[Token]) -> bool:
    return len(following) < 2 or following[1].tag in ",.;C)P"


def _is_infinitive(following: Sequence[Token], before: Sequence[Token]) -> bool:
    """Tell "to manage releases", "to easily manage releases" from "to project managers".

    Behind "allows teams" a deed follows, whatever the word: "to filter results".
    """
    if before and before[-1].lower in _LIKENED:
        return False
    while following and following[0].tag == Tag.ADVERB:
        following = following[1:]
    if following and following[0].lower in ("be", "have", "do", "help"):
        return True
    if not following or not following[0].verb or following[0].lower != following[0].verb:
        return False
    if before and before[-1].lower in _HAVING and following[0].verb in _TARGETS and _is_last(following):
        return False
    compound = len(following) > 1 and following[1].tag == Tag.WORD and not following[1].verb
    let = any(token.verb in _LETTING and token.tag in Tag.VERBS for token in before[-5:])
    let = let or any(token.verb in _USING and token.tag in Tag.VERBS for token in before)
    return let or not (compound and following[0].verb in en.NOUNS_FIRST)


def _noun_after(pointer: str, token: Token) -> bool:
    """Tell whether "these" or "this" belongs to the word behind it, which is no verb that agrees with it."""
    third = token.lower.endswith("s") and token.lower != token.verb
    agrees = bool(token.verb) and third == (pointer == "this")
    return token.tag in Tag.NOUNS and not agrees


def _tag_of_that(before: Sequence[Token], following: Sequence[Token]) -> str:
    if before and before[-1].lower == "so" and len(before) > 1:
        return Tag.CONNECTIVE
    relative = bool(before) and (before[-1].tag in Tag.NOUNS or before[-1].tag in Tag.VERBS)
    relative = relative or (bool(before) and bool(following) and is_clear_third_person(following[0]))
    return (
        Tag.CONNECTIVE if relative or not following or following[0].tag not in Tag.NOUNS else Tag.DETERMINER
    )
