"""What a text sets against or beside each other: "unlike A", "the opposite of A", "also called A", "while A …, B …"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.ontology import RelationType

__all__ = ["clauses_set_against", "compared_with", "headword_set_against", "own_opposite", "told_apart"]

Relations = Callable[[str], RelationType]


class _Turn(NamedTuple):
    """A turn of phrase, word by word ("*" for any one noun), and the relation type it tells."""

    words: tuple[str, ...]
    relation: str


# Only names of terms count behind these, since what a headword is set against is a headword in most glossaries.
_TURNS = tuple(
    _Turn(tuple(words.split()), relation)
    for relation, turns in {
        "distinctFrom": "contrast with|contrast to|contrasts with|contrasts to|contrasted with|as opposed to|unlike|"
        "in contrast to|in contrast with|by contrast with|as distinct from|distinct from|compare with|compare to|"
        "not to be confused with|confused with|mistaken for|distinguished from|different from|differs from|"
        "used instead of|used in place of|other than|alternative to|alternatives to",
        "oppositeOf": "opposite of|opposite * of|opposite to|reverse of|inverse of|antonym of|counterpart of|"
        "counterpart to",
        "synonymOf": "also called|also known as|sometimes called|another name for|another term for|synonym for|"
        "synonym of|synonymous with|used interchangeably with|interchangeable with|same as",
    }.items()
    for words in turns.split("|")
)
_BY_FIRST_WORD: dict[str, list[_Turn]] = {}
for _turn in _TURNS:
    _BY_FIRST_WORD.setdefault(_turn.words[0], []).append(_turn)
_NEEDS_A_START = frozenset({"compare", "unlike"})


def clauses_set_against(tokens: Sequence[Token], relation: Relations) -> Iterator[Claim]:
    """Read "While A runs projects, B decides on scope": what two clauses set against each other differs."""
    for position, token in enumerate(tokens):
        if token.lower not in ("while", "whereas"):
            continue
        left, _ = read_noun_phrase(tokens, 0 if position else 1)
        commas = (n for n in range(position, len(tokens)) if tokens[n].tag == ",")
        for start in commas if not position else (position,):
            right, end = read_noun_phrase(tokens, start + 1)
            finite = end < len(tokens) and _can_be_finite(tokens[end])
            sure = token.lower == "whereas" or (finite and _is_said_again(tokens, end))
            if left and right and finite and _stand_apart(left, right, sure=sure):
                yield Claim(left, relation("distinctFrom"), right, rule="contrast")
                break


def _is_said_again(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb of the second clause is that of the first: "While A handles X, B handles Y"."""
    return bool(tokens[verb].verb) and any(each.verb == tokens[verb].verb for each in tokens[:verb])


def _stand_apart(left: Phrase, right: Phrase, *, sure: bool) -> bool:
    """Tell two terms; behind "whereas" also a term and another thing, or two kinds: "dry paint" and "wet paint"."""
    if left.keys and right.keys:
        return left.keys != right.keys
    kinds = left.head == right.head and " " in left.text and " " in right.text and left.text != right.text
    return sure and (kinds or bool(left.keys) != bool(right.keys))


def _can_be_finite(token: Token) -> bool:
    return token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.ADVERB) or (token.tag == Tag.WORD and bool(token.verb))


def headword_set_against(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read what the headword is set against, at the end of its gloss or in a sentence about it."""
    for position, token in enumerate(tokens):
        for turn in _BY_FIRST_WORD.get(token.lower, ()):
            end = _matched(turn.words, tokens, position)
            if not end or not _can_start(tokens, position) or _is_denied(tokens, position):
                continue
            others, _ = read_list(tokens, end, as_subject=True)
            named = [other for other in others if other.keys and other.keys != topic.keys]
            rule = "other name" if turn.relation == "synonymOf" else "contrast"
            yield from (Claim(topic, relation(turn.relation), other, rule=rule) for other in named)
            break


def told_apart(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "A pier is not a dock": what the headword is not, and that has a name of its own."""
    start = next((n for n, token in enumerate(tokens[:2]) if token.keys and token.keys == topic.keys), None)
    place = _past_denial(tokens, start + 1) if start is not None else 0
    if not place:
        return
    opens = place < len(tokens) and tokens[place].tag in (Tag.DETERMINER, Tag.TERM)
    others, end = read_list(tokens, place)
    ends = end >= len(tokens) or tokens[end].tag in ".,;-" or tokens[end].lower == "but"
    for other in others if ends else ():
        named = opens and bool(other.keys)  # "is not part of a dock" tells another thing
        named = named or (names_somebody(topic.head) and names_somebody(other.head))
        if named and other.keys != topic.keys and other.determiner in ("", "a", "an"):
            yield Claim(topic, relation("distinctFrom"), other, rule="contrast")


def _past_denial(tokens: Sequence[Token], position: int) -> int:
    """Step over "is not" or "isn't"; 0 where neither stands there."""
    words = [token.lower.replace("’", "'") for token in tokens[position : position + 2]]
    if words[:1] in (["isn't"], ["aren't"]):
        return position + 1
    denied = len(words) == 2 and words[0] in en.BE and tokens[position + 1].tag == Tag.NEGATION
    return position + 2 if denied else 0


def own_opposite(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "Its opposite is A"."""
    opening = [token.lower for token in tokens[:3]]
    if opening[:1] in (["its"], ["the"]) and opening[1:] in (
        ["opposite", "is"],
        ["antonym", "is"],
        ["reverse", "is"],
    ):
        other, _ = read_noun_phrase(tokens, 3)
        if other and other.form == "noun":
            yield Claim(topic, relation("oppositeOf"), other, rule="contrast")


def compared_with(tokens: Sequence[Token], topic: Phrase, relation: Relations) -> Iterator[Claim]:
    """Read "more scalable than logs", "cheaper than rail": what the headword is compared with is something else."""
    for position in range(1, len(tokens) - 1):
        if tokens[position].lower != "than" or not _is_comparative(tokens, position):
            continue
        other, _ = read_noun_phrase(tokens, position + 1)
        named = other is not None and other.keys and other.keys != topic.keys
        if other and named and not _is_denied(tokens, position):
            yield Claim(topic, relation("distinctFrom"), other, rule="contrast")


def _is_comparative(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether "more scalable", "less so" or "cheaper" stands before a "than"."""
    before = tokens[position - 1]
    degree = {token.lower for token in tokens[max(0, position - 3) : position]}
    return not degree.isdisjoint(("more", "less")) or (before.lower.endswith("er") and before.tag == Tag.WORD)


def _matched(words: Sequence[str], tokens: Sequence[Token], start: int) -> int:
    """Give the end of a turn of phrase that begins at a token; 0 without one."""
    inner = tokens[start : start + len(words)]
    if len(inner) < len(words):
        return 0
    pairs = zip(words, inner, strict=True)
    fits = all(word == token.lower or (word == "*" and token.tag in Tag.NOUNS) for word, token in pairs)
    return start + len(words) if fits else 0


def _can_start(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a turn that could hang on a word before it opens a phrase of its own."""
    while position and tokens[position - 1].tag in (Tag.DETERMINER, Tag.ADVERB):
        position -= 1
    opens = not position or tokens[position - 1].tag in ',;(-:."'
    return opens or tokens[position].lower not in _NEEDS_A_START


def _is_denied(tokens: Sequence[Token], position: int) -> bool:
    """Tell "is not the opposite of" from "the opposite of"."""
    return any(token.tag == Tag.NEGATION for token in tokens[max(0, position - 3) : position])
