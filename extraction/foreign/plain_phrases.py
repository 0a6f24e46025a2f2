"""Noun phrases of languages without a grammar here: from a determiner to the word that can't go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.extraction.words.phrases import Phrase
from rolegraph.graph.plurals import primary, singular

if TYPE_CHECKING:
    from rolegraph.extraction.foreign.plain_words import Word
    from rolegraph.extraction.words.languages import Language

__all__ = ["read_genus", "read_list"]

_MOST_WORDS = 7
_BEFORE_NOUN = frozenset(
    {
        *("nouveau", "nouvelle", "petit", "petite", "grand", "grande", "bon", "bonne", "premier", "première"),
        *("autre", "gran", "nuevo", "nueva", "primer"),
    }
)
_NO_NOUNS = frozenset(
    {
        *(
            "im",
            "in",
            "am",
            "an",
            "bei",
            "beim",
            "als",
            "für",
            "mit",
            "unter",
            "zur",
            "zum",
            "von",
            "vom",
            "wenn",
        )
    }
)
_ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")


def read_list(words: Sequence[Word], start: int, language: Language, tag: str) -> tuple[list[Phrase], int]:
    """Read "A, B and C": the phrases and where they end; a list of commas alone must end the sentence."""
    phrases: list[Phrase] = []
    position, end, closed = start, start, False
    while not closed:
        phrase, after = _read_phrase(words, position, language, tag)
        if phrase is None:
            break
        phrases.append(phrase)
        end = after
        position = after + (after < len(words) and words[after].text == ",")
        closed = position < len(words) and words[position].plain in language.conjunctions
        position += closed
        if position == after:
            break
        position += _repeats(words, start, position, language)
        if position < len(words) and _opens_clause(words, position, language):
            return phrases, end
        if closed:
            last, after = _read_phrase(words, position, language, tag)
            phrases, end = ([*phrases, last], after) if last else (phrases, end)
    whole = closed or end >= len(words) or words[end].text in ".;)"
    return (phrases, end) if whole or len(phrases) < 2 else (phrases[:1], end)


def _repeats(words: Sequence[Word], start: int, place: int, language: Language) -> bool:
    """Tell whether the preposition before a list stands again before its next part: "con A y con B"."""
    before = words[start - 1].plain if start else ""
    return place < len(words) and words[place].plain == before and before in language.stops


def _opens_clause(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell whether a list ends, since a verb that no cue has read follows: "…, ordonne les éléments"."""
    bare = _is_content(words[place], language) and not words[place].keys
    return bare and not _is_infinitive(words[place], language) and _has_object(words, place, language)


def read_genus(words: Sequence[Word], start: int, language: Language, tag: str) -> tuple[Phrase | None, int]:
    """Read the genus from a place on, and where it ends; None where its noun says nothing ("a person who").

    The complement of a noun like "type" is the genus: "un type de contrat" is a contract.
    """
    position = start
    for _ in range(2):
        end = _genus_end(words, position, language)
        head = words[end - 1 if language.finals else position].plain if end > position else ""
        empty, light = (_is_one_of(head, nouns, tag) for nouns in (language.empty, language.light))
        if not head or not (light or empty):
            break
        if empty or end >= len(words) or words[end].plain not in language.of:
            return None, end
        position = end + 1
        while position < len(words) and words[position].plain in language.determiners:
            position += 1
    if end <= position or not _can_follow(words, end, language):
        return None, -1
    return _phrase(words[position:end], "noun", tag), end


def _is_one_of(word: str, nouns: frozenset[str], tag: str) -> bool:
    return word in nouns or singular(word, primary(tag)) in nouns


def _can_follow(words: Sequence[Word], end: int, language: Language) -> bool:
    """Tell whether what follows a noun lets it be a genus: a sign, a preposition, a clause; not a verb."""
    return end >= len(words) or words[end].plain not in language.verbs or words[end].is_sign


def _genus_end(words: Sequence[Word], start: int, language: Language) -> int:
    """Give the end of a genus: a name of a term, or a noun with its adjectives."""
    if start < len(words) and words[start].keys:
        return start + 1
    if language.infinitives:
        return _romance_end(words, start, language)
    return _german_end(words, start, language)


def _romance_end(words: Sequence[Word], start: int, language: Language) -> int:
    """Give the end of a noun and up to two adjectives; participles and all that is no adjective end it."""
    end = start + (start < len(words) and words[start].plain in _BEFORE_NOUN)
    if end >= len(words) or not _is_content(words[end], language) or _is_adverb(words[end], language):
        return start
    if _is_infinitive(words[end], language) and _has_object(words, end, language):
        return start
    end += 1
    while end < len(words) and end - start < 3 and _is_content(words[end], language) and not words[end].keys:
        if words[end].plain.endswith(language.participles):
            break
        end += 1
    return end


def _is_adverb(word: Word, language: Language) -> bool:
    return word.plain in language.adverbs | language.hedges or word.plain.endswith("mente")


def _has_object(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell an infinitive, which an article follows, from a noun that ends like one."""
    return place + 1 < len(words) and words[place + 1].plain in language.determiners


def _german_end(words: Sequence[Word], start: int, language: Language) -> int:
    """Give the end of adjectives, in small letters, and the nouns behind them, with a capital."""
    end = start
    while end < len(words) and end - start < 3 and _is_german_adjective(words[end], language):
        end += 1
    nouns = end
    while nouns < len(words) and nouns - end < 3 and words[nouns].text[:1].isupper():
        nouns += 1
    opening = words[end].lower if end < len(words) else ""
    if nouns > end and _is_elided(words, nouns - 1):
        return start  # "Be- und Entladen": two nouns, and the first is half a word
    return nouns if nouns > end and opening not in _NO_NOUNS else start


def _is_german_adjective(word: Word, language: Language) -> bool:
    return _is_content(word, language) and word.text.islower() and word.text.endswith(_ADJECTIVE_ENDINGS)


def _is_elided(words: Sequence[Word], place: int) -> bool:
    """Tell a compound whose end a hyphen stands for: "Be-" of "Be- und Entladen"."""
    behind = words[place + 1 : place + 2]
    return bool(behind) and behind[0].text == "-" and behind[0].start == words[place].end


def _is_content(word: Word, language: Language) -> bool:
    """Tell a word that can be a noun or an adjective."""
    return bool(word.keys) or not (word.is_sign or word.plain in language.closed)


def _read_phrase(
    words: Sequence[Word], start: int, language: Language, tag: str
) -> tuple[Phrase | None, int]:
    """Read one noun phrase, or an infinitive with its objects; one that is too long is none."""
    begin = start + _is_adverb_before(words, start, language)
    opening = language.determiners | language.of
    while begin < len(words) and words[begin].plain in opening and not words[begin].keys:
        begin += 1
    if begin < len(words) and words[begin].keys and not _goes_on(words, begin + 1, language):
        word = words[begin]
        return _phrase([word], "noun", tag), begin + 1
    verb = begin == start and begin < len(words) and _is_infinitive(words[begin], language)
    end = _phrase_end(words, begin, language, verb=verb)
    short = begin < end <= begin + _MOST_WORDS + 3 * verb and end < begin + 12
    if not short or words[begin].plain in language.pronouns | language.negations:
        return None, start
    return _phrase(words[begin:end], "gerund" if verb else "noun", tag), end


def _is_adverb_before(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell an adverb between a verb and its object: "gère efficacement le backlog"."""
    ends = place < len(words) and words[place].plain.endswith(("ment", "mente"))
    return ends and _has_object(words, place, language)


def _is_infinitive(word: Word, language: Language) -> bool:
    long = bool(language.infinitives) and not word.keys and len(word.plain) > 3
    return long and word.plain.endswith(language.infinitives)


def _goes_on(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell whether the phrase of a term goes on behind its name: with "of", or an adjective."""
    return place < len(words) and (words[place].plain in language.of or _is_content(words[place], language))


def _phrase_end(words: Sequence[Word], start: int, language: Language, *, verb: bool) -> int:
    """Give the place where a phrase ends: at a sign, a conjunction, a relative or a preposition other than "of"."""
    end = start
    while end < len(words):
        word = words[end]
        if _is_elided(words, end) and end + 3 < len(words) and words[end + 2].plain in language.conjunctions:
            end += 3
            continue
        inside = word.plain in language.of or (word.plain in language.determiners and (verb or end > start))
        relative = word.plain in language.relatives and not inside
        ends = word.is_sign or word.plain in language.conjunctions or relative or word.plain in language.stops
        if ends and not word.keys and not (inside and not word.is_sign):
            break
        end += 1
    while (
        end > start and words[end - 1].plain in language.of | language.determiners and not words[end - 1].keys
    ):
        end -= 1
    return end


def _phrase(words: Sequence[Word], form: str, tag: str) -> Phrase:
    """Make a phrase of words; its text is written as they stand, small where it opens the sentence."""
    text = words[0].text
    for before, word in pairwise(words):
        text += " " * (word.start > before.end) + word.text
    if words[0].start == 0 and primary(tag) != "de" and not words[0].keys and text[1:2].islower():
        text = text[:1].lower() + text[1:]
    alone = words[0].keys if len(words) == 1 else ()
    return Phrase(text, form, words[0].lower, alone, words[0].keys, language=tag)
