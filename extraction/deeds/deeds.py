"""What a clause without subject says is done: its verbs and their objects, cut where a reader would cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.deeds.deed_objects import MOST_WORDS, Object, objects, text_of
from rolegraph.extraction.deeds.deed_verbs import ENABLING, ENSURING, end_of_verbs, gerunds, is_verb
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["Deed", "deeds"]

_MEANS = frozenset({"by", "through", "via", "while", "such", "like", "including", "e.g"})


_LEFT_OVER = re.compile(r" (?:pertaining|relating|belonging|leading|resulting|according)$")
_VAGUE = re.compile(
    r"(?:perform|carry|do|complet|handl|execut|assum|undertak|fulfil)\w*(?: out)?(?: an?| the| all| any)?"
    r"(?: (?:wide )?(?:variety|range) of)?"
    r"(?: (?:and|various|other|related|similar|additional|miscellaneous|general|assigned|special|"
    r"different|such|job|work))*"
    r" (?:dut(?:y|ies)|tasks?|work|functions?|assignments?|activities|responsibilities)"
    r"(?: and (?:duties|tasks|responsibilities))?"
    r"(?: (?:as )?(?:assigned|required|needed|directed|requested))?$|doing the following$"
)


class Deed(NamedTuple):
    """The tokens ``start`` to ``end`` are verbs, their objects reach up to ``stop``; ``texts`` tell what is done.

    ``enabling`` tells that somebody is helped to do something.
    """

    start: int
    end: int
    stop: int
    objects: tuple[Phrase, ...]
    texts: tuple[str, ...]
    enabling: bool = False


def deeds(tokens: Sequence[Token], start: int = 1) -> Iterator[Deed]:
    """Give what is done from a verb on; what an infinitive of purpose or a relative clause adds is left out."""
    position: int | None = start
    found: list[Object] = []
    number = 0
    while position is not None:
        end = end_of_verbs(tokens, position)
        found = found if number and _takes_up(tokens, end) else objects(tokens, end)
        stop = max(end, found[-1].end) if found else end
        verbs = gerunds(tokens[position:end])
        asked = [] if found else _question(tokens, end)
        texts = [f"{verbs} {each}" for each in asked] or _texts(verbs, found, tokens)
        texts = [_LEFT_OVER.sub("", text) for text in texts if not _VAGUE.match(text)]
        enabling = any(_enabled(tokens, each) for each in found)
        yield Deed(position, end, stop, tuple(each.phrase for each in found), tuple(texts), enabling)
        position, number = _next(tokens, stop), number + 1


def _takes_up(tokens: Sequence[Token], end: int) -> bool:
    """Tell the pronoun that ends a deed and takes up the object before: "collecting data and coding it (by hand)"."""
    if end >= len(tokens) or tokens[end].lower not in ("it", "them"):
        return False
    behind = (",", ".", ";", Tag.CONJUNCTION, Tag.ADVERB, Tag.PREPOSITION, Tag.TO)
    return end + 1 == len(tokens) or tokens[end + 1].tag in behind


def _next(tokens: Sequence[Token], start: int) -> int | None:
    """Find the next verb of the clause behind a comma or "and"."""
    for position in range(start, len(tokens)):
        token = tokens[position]
        done_by = (
            token.lower == "by" and tokens[position - 1].tag == Tag.PARTICIPLE
        )  # "events held by the club"
        if token.tag == Tag.TO and tokens[0].lower == "it":
            return _behind_infinitive(tokens, position)
        if token.lower in ("that", "which", "who") and token.tag == Tag.CONNECTIVE:
            return _behind_relative(tokens, position)
        if token.tag in (Tag.TO, Tag.CONNECTIVE, Tag.NEGATION) or (token.lower in _MEANS and not done_by):
            return None
        if position > start - 1 and is_verb(tokens, position) and _follows_joint(tokens, position):
            return position
    return None


def _behind_infinitive(tokens: Sequence[Token], start: int) -> int | None:
    """Find the verb in the third person that goes on with "finds people to help and keeps a list of them"."""
    for position in range(start + 2, len(tokens) - 1):
        token = tokens[position]
        third = token.verb and token.lower.endswith("s") and token.lower != token.verb
        if tokens[position - 1].tag == Tag.CONJUNCTION and third and is_verb(tokens, position):
            return position
    return None


def _behind_relative(tokens: Sequence[Token], start: int) -> int | None:
    """Find the verb behind a clause on a noun: "mend all faults that are found, and ensure the rest is safe"."""
    for position in range(start + 3, len(tokens) - 1):
        joined = tokens[position - 1].tag == Tag.CONJUNCTION and tokens[position - 2].tag == ","
        third = tokens[position].lower.endswith("s") and tokens[position].lower != tokens[position].verb
        if joined and third == (tokens[0].lower == "it") and is_verb(tokens, position):
            return position
    return None


def _follows_joint(tokens: Sequence[Token], position: int) -> bool:
    before = position - 1
    while before > 0 and tokens[before].tag == Tag.ADVERB:
        before -= 1
    return tokens[before].tag in (Tag.CONJUNCTION, ",", ";")


def _texts(verbs: str, found: Sequence[Object], tokens: Sequence[Token]) -> Iterator[str]:
    """Give a text for each object; two that only "and" joins stay together."""
    if (
        len(found) == 2
        and len(verbs.split()) + len(found[0].text.split()) + len(found[1].text.split()) < MOST_WORDS
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
    if enabled := _enabled(tokens, each):
        return text_of(tokens[each.begin : enabled])
    if each.text not in ("sure", "certain") and not _has_clause(tokens, each.end):
        return each.text
    end = next(
        (
            n
            for n in range(each.end, len(tokens))
            if tokens[n].tag in ",;:."
            or tokens[n].tag == Tag.TO
            or _opens_relative(tokens, n)
            or (tokens[n].tag == Tag.ADVERB and tokens[n - 1].tag == Tag.PARTICIPLE)
        ),
        len(tokens),
    )
    while end > each.end and tokens[end - 1].tag == Tag.PREPOSITION:
        end -= 1
    if end - each.begin > MOST_WORDS:
        end = _end_of_saying(tokens, each.end)
    return text_of(tokens[each.begin : end]) if 0 < end - each.begin <= MOST_WORDS else None


def _opens_relative(tokens: Sequence[Token], position: int) -> bool:
    """Tell "they" behind a noun, which opens a clause about it: "the goods they ordered"."""
    before = tokens[position - 1]
    return (
        tokens[position].tag == Tag.PRONOUN
        and before.tag in Tag.NOUNS
        and before.lower not in ("sure", "certain")
    )


def _end_of_saying(tokens: Sequence[Token], start: int) -> int:
    """Give where a long clause has said its verb and object: "clients reach their aims (before …)"; 0 for no verb."""
    said = (Tag.VERB, Tag.AUXILIARY)
    verb = next((n for n in range(start, len(tokens)) if tokens[n].tag in said), len(tokens))
    if verb < len(tokens) and tokens[verb].tag == Tag.AUXILIARY:
        small = (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.ADVERB)  # "claims are paid (within a week)"
        return next((n for n in range(verb + 2, len(tokens)) if tokens[n].tag in small), len(tokens))
    found = objects(tokens, verb + 1)
    return found[0].end if found else 0


def _enabled(tokens: Sequence[Token], each: Object) -> int:
    """Give where the infinitive ends that says what somebody is helped with: "helping the team (to) cut costs"."""
    verb = tokens[each.begin - 1]
    start = each.end + (each.end < len(tokens) and tokens[each.end].tag == Tag.TO)
    if verb.verb not in ENABLING or start >= len(tokens) or tokens[start].verb != tokens[start].lower:
        return 0
    found = objects(tokens, start + 1)
    end = found[0].end if found else start + 1
    return end if end - each.begin <= MOST_WORDS else start + 1


def _question(tokens: Sequence[Token], start: int) -> list[str]:
    """Read "how to expand accounts", or "that doors are locked", behind a verb that has no other object."""
    asks = start < len(tokens) and tokens[start].lower in en.QUESTION_WORDS | {"if"}
    ensures = start < len(tokens) and tokens[start].lower == "that" and tokens[start - 1].verb in ENSURING
    if not asks and not ensures:
        return []
    end = next((n for n in range(start, len(tokens)) if tokens[n].tag in ",;:.-"), len(tokens))
    if end - start >= MOST_WORDS and ensures:
        end = _end_of_saying(tokens, start)
    return [text_of(tokens[start:end])] if 0 < end - start <= MOST_WORDS else []


def _has_clause(tokens: Sequence[Token], end: int) -> bool:
    end += end + 1 < len(tokens) and tokens[end].tag == Tag.PARTICIPLE  # "lessons learned are recorded"
    return end < len(tokens) and tokens[end].tag in (Tag.AUXILIARY, Tag.VERB)
