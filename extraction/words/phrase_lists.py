"""Lists of phrases: "A, B and C", with the heads that their members share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.noun_classes import SUBSTANCES
from rolegraph.extraction.words.phrases import (
    Phrase,
    begins_clause,
    end_of_complement,
    read_noun_phrase,
    read_phrase,
)
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["cases_behind", "read_list"]

_ADJECTIVE_ENDINGS = ("able", "ible", "ous", "ful", "less", "ical", "ional", "ernal", "ive", "istic")
_SPREADING = frozenset({"across", "via", "through", "throughout", "among", "between", "by"})


def read_list(tokens: Sequence[Token], start: int, *, as_subject: bool = False) -> tuple[list[Phrase], int]:
    """Read "A, B and C" from a token on: the phrases and where they end.

    A list of commas alone counts when the sentence or the insertion ends with it. A verb may follow only where
    the list can be its subject ("firms like A and B hire …"). Of "A and B, C, and D" the first are a pair.
    """
    phrases, end = _read_list(tokens, start, as_subject=as_subject)
    if len(phrases) > 1 and end < len(tokens) and tokens[end].tag == ",":
        more, after = _read_list(tokens, end + 1, as_subject=as_subject)
        before = [token.tag for token in tokens[: max(0, more[-1].start)]] if more else []
        while before and before[-1] in (Tag.DETERMINER, Tag.WORD, Tag.ADVERB):
            before.pop()
        if len(more) > 1 and before[-2:] == [",", Tag.CONJUNCTION]:
            return [*phrases, *more], after
    return phrases, end


def cases_behind(tokens: Sequence[Token], last: Phrase, end: int) -> list[Phrase]:
    """Read the proper names of "tools such as Bolt and Ember", of which all is said that is said of the tools."""
    opening = [token.lower for token in tokens[end : end + 2]]
    start = end + 2 if opening == ["such", "as"] else end + 1 if opening[:1] == ["like"] else 0
    if not start or not (last.plural or last.head.endswith(SUBSTANCES)):
        return []
    found, _ = read_list(tokens, start, as_subject=True)
    return found if all(each.text[:1].isupper() and not each.determiner for each in found) else []


def _read_list(tokens: Sequence[Token], start: int, *, as_subject: bool) -> tuple[list[Phrase], int]:
    phrases: list[Phrase] = []
    ends: list[int] = []
    position, closed = start, False
    while True:
        phrase, end = read_phrase(tokens, position)
        if phrase is None or tokens[phrase.start].lower == "including":
            break
        new_clause = not as_subject and (
            begins_clause(tokens, end) or (bool(phrases) and _hangs_before_verb(tokens, end))
        )
        if _is_passive_clause(tokens, end) and not as_subject:
            break
        deed = bool(phrases) and phrases[0].form == "noun" and phrase.form == "gerund"
        if deed and _goes_on_with_noun(tokens, end):
            phrase, deed = phrase._replace(form="noun", head=phrase.text.split()[-1].lower()), False
        if phrases and (new_clause or deed):
            break
        phrases.append(phrase)
        ends.append(end)
        after = _past_complement(tokens, end, phrase)
        following = _separator(tokens, after)
        if following is None or closed:
            break
        closed = following > after + 1 or tokens[after].tag == Tag.CONJUNCTION
        position = following + _repeats_preposition(tokens, start, following)
    if len(phrases) > 1 and not closed and not _at_end(tokens, ends[-1]):
        return phrases[:1], ends[0]
    return _shared_head(phrases) if closed else phrases, ends[-1] if ends else start


def _goes_on_with_noun(tokens: Sequence[Token], end: int) -> bool:
    """Tell the noun of "food, drinking water, dust and soil" from the deed of "uses a van, saving time, …"."""
    following = _separator(tokens, end)
    phrase, after = read_phrase(tokens, following) if following is not None else (None, 0)
    return phrase is not None and phrase.form == "noun" and not begins_clause(tokens, after)


def _hangs_before_verb(tokens: Sequence[Token], position: int) -> bool:
    """Tell "of sales" in "…, and the head of sales reports the total", whose noun is the subject of a new clause."""
    if [token.lower for token in tokens[position : position + 2]] == ["such", "as"]:
        return begins_clause(tokens, read_list(tokens, position + 2, as_subject=True)[1])
    if position >= len(tokens) or tokens[position].tag != Tag.PREPOSITION:
        return False
    inner, end = read_noun_phrase(tokens, position + 1)
    return inner is not None and begins_clause(tokens, end)


def _repeats_preposition(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Tell the second "on" of "relies on sales and on costs"."""
    inside = 0 < start < position < len(tokens) - 1
    again = inside and tokens[start - 1].lower == tokens[position].lower
    again = again and tokens[position + 1].lower not in ("example", "instance")
    return again and tokens[position].tag == Tag.PREPOSITION


def _separator(tokens: Sequence[Token], position: int) -> int | None:
    """Give the place after ",", "and" or ", and"; None where no list goes on."""
    after = position
    if after < len(tokens) and tokens[after].tag == ",":
        after += 1
    if after < len(tokens) and tokens[after].tag == Tag.CONJUNCTION:
        after += 1
    return after if position < after < len(tokens) else None


def _past_complement(tokens: Sequence[Token], position: int, phrase: Phrase) -> int:
    """Step over "of a product" and the like where the list goes on behind it."""
    if phrase.form != "noun" or position >= len(tokens):
        return position
    if tokens[position].tag == Tag.TO:
        return max(position, end_of_complement(tokens, position))
    if tokens[position].text.lower() not in ("of", "per"):
        return _past_other_complement(tokens, position)
    inner, end = read_noun_phrase(tokens, position + 1)
    if inner and end < len(tokens) and tokens[end].text.lower() == "or":
        _, end = read_noun_phrase(tokens, end + 1)
    if inner and _separator(tokens, end):
        return end
    return (_past_other_complement(tokens, end) or position) if inner and end < len(tokens) else position


def _past_other_complement(tokens: Sequence[Token], position: int) -> int:
    """Step over "to questions" in "answers to questions, prices and terms": a comma tells that the list goes on."""
    if tokens[position].tag == Tag.PARTICIPLE and _separator(tokens, position + 1):
        return position + 1  # "hours saved, error rate and cost"
    if (behind := _past_clause(tokens, position)) > position:
        return behind
    after = _past_chain(tokens, position)
    if after > position:
        return after
    if tokens[position].tag != Tag.PREPOSITION or tokens[position].lower == "with":
        return position
    inner, end = read_noun_phrase(tokens, position + 1)
    if inner is None or end >= len(tokens) or tokens[end].tag != ",":
        return position
    if (
        tokens[position].lower == "for"
        and _is_known(tokens, position)
        and not _is_determined(tokens, end + 1)
    ):
        return position  # "use the tool for sorting, packing and mail"
    return position if _lists_its_own(tokens, position, inner) else end


_LISTING = frozenset(
    {"include", "contain", "comprise", "cover", "involve"}
)  # what stands behind is a list of its own
_MOST_IN_CLAUSE = 9  # words of "that were set up by hand"


def _past_clause(tokens: Sequence[Token], position: int) -> int:
    """Step over a clause that says which in "servers that were set up by hand, old systems and keys"."""
    relative = tokens[position].lower in ("that", "who", "which") and tokens[position].tag == Tag.CONNECTIVE
    if not relative and tokens[position].tag not in (Tag.GERUND, Tag.PARTICIPLE):
        return position
    if tokens[position].verb in _LISTING:
        return position
    last = min(len(tokens), position + _MOST_IN_CLAUSE + 1)
    stop = next((n for n in range(position, last) if tokens[n].tag in ",;.:-()"), len(tokens))
    if any(
        tokens[n].tag == Tag.VERB and tokens[n + 1].tag in "DWT" for n in range(position, min(stop, last - 1))
    ):
        return position  # "an order that includes the sizes, …" goes on with what is included
    verbs = sum(tokens[n].tag in (Tag.VERB, Tag.AUXILIARY) for n in range(position, stop))
    infinitive = any(tokens[n].tag == Tag.TO for n in range(position, stop))
    plain = verbs <= (2 if relative else 0) + infinitive
    if stop >= len(tokens) or tokens[stop].tag != "," or not plain:
        return position
    return stop if _closes_list(tokens, stop) else position


def _closes_list(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether noun phrases follow a comma, the last of them behind "and" or "or", and then nothing."""
    following = _separator(tokens, comma)
    phrase, end = read_noun_phrase(tokens, following) if following is not None else (None, 0)
    if phrase is None or begins_clause(tokens, end):
        return False
    conjunction = next((n for n in range(comma, len(tokens)) if tokens[n].tag == Tag.CONJUNCTION), 0)
    last, after = read_noun_phrase(tokens, conjunction + 1) if conjunction else (None, 0)
    verbs = any(tokens[n].tag in (Tag.VERB, Tag.AUXILIARY) for n in range(comma, conjunction))
    closed = (
        after >= len(tokens)
        or tokens[after].tag in ".;"
        or tokens[after].tag in (Tag.PREPOSITION, Tag.PARTICIPLE)
    )
    return last is not None and closed and not verbs


def _is_known(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether "the tool" or the name of a term ends here."""
    start = end
    while start > 0 and tokens[start - 1].tag in Tag.NOUNS:
        start -= 1
    named = start < end and tokens[end - 1].tag == Tag.TERM
    return named or (0 < start < end and tokens[start - 1].lower in ("the", "this", "these", "it"))


def _is_determined(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].tag == Tag.DETERMINER


def _lists_its_own(tokens: Sequence[Token], position: int, inner: Phrase) -> bool:
    """Tell a list that goes on behind its preposition: "calls across chat, mail and phone", "crews in Peru, Chile"."""
    word = tokens[position].lower
    return word in _SPREADING or (word in ("in", "at", "from") and inner.text[:1].isupper())


def _past_chain(tokens: Sequence[Token], position: int) -> int:
    """Step over what completes a noun before the next, which is no bare word: "skills for work, a plan for …"."""
    end, parts = position, 0
    while end + 1 < len(tokens):
        participle = tokens[end].tag == Tag.PARTICIPLE and tokens[end + 1].tag == Tag.PREPOSITION
        if tokens[end + participle].tag != Tag.PREPOSITION or tokens[end].lower == "with":
            break
        start = end + participle + 1
        gerund = start < len(tokens) and tokens[start].tag == Tag.GERUND
        inner, after = read_noun_phrase(tokens, start + gerund)
        if inner is None:
            break
        end, parts = after, parts + 1 + participle + gerund
    if parts < 2 or end >= len(tokens) or tokens[end].tag != ",":
        return position
    following, _ = read_noun_phrase(tokens, _separator(tokens, end) or end)
    return end if following and (following.determiner or " " in following.text) else position


def _at_end(tokens: Sequence[Token], position: int) -> bool:
    return position >= len(tokens) or tokens[position].tag in ".;-)" or tokens[position].tag == Tag.NEGATION


def _is_passive_clause(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether "is" or the like follows: "the way work is done" has no object in it."""
    return position < len(tokens) and tokens[position].text.lower() in en.BE


def _shared_head(phrases: list[Phrase]) -> list[Phrase]:
    """Give "product and analytics roles" its two full phrases."""
    if len(phrases) != 2:
        return _of_one_noun(phrases)
    first, second = phrases
    words = second.text.split()
    alike = first.form == second.form == "noun" and not first.keys and " " not in first.text
    compared = first.text.lower() in _COMPARED  # "Faster and cheaper hiring"
    shares = (
        second.plural
        or first.text.endswith(_ADJECTIVE_ENDINGS)
        or first.text in en.PLAIN_ADJECTIVES
        or compared
    )
    named = first.text[:1].isupper() and not compared
    if not alike or first.plural or len(words) < 2 or not shares or named or second.keys:
        return phrases
    text = f"{first.text} {' '.join(words[1:])}"
    return [first._replace(text=text, head=second.head, head_keys=second.head_keys), second]


_COMPARED = en.words(
    "faster better easier cheaper safer quicker simpler stronger lower higher greater smoother"
)


def _of_one_noun(phrases: list[Phrase]) -> list[Phrase]:
    """Give "textual, numerical, or graphic forms" its full phrases; adjectives all but the last."""
    if len(phrases) < 3:
        return phrases
    *before, last = phrases
    bare = [each for each in before if each.form == "noun" and not each.keys and " " not in each.text]
    adjectives = [
        each for each in bare if each.text.islower() and each.text.endswith((*_ADJECTIVE_ENDINGS, "al", "ic"))
    ]
    if len(adjectives) < len(before) or " " not in last.text or last.keys:
        return phrases
    noun = last.text.partition(" ")[2]
    return [*(each._replace(text=f"{each.text} {noun}", head=last.head) for each in before), last]
