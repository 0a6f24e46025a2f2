"""The cues of one language: phrases in the third person, in singular and plural, found among plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.foreign.plain_words import Word, words_of
from rolegraph.extraction.words.languages import language_words
from rolegraph.graph.plurals import primary, singular

if TYPE_CHECKING:
    from rolegraph.ontology import Cue, RelationType

__all__ = ["PlainCues", "PlainMatch"]

_GAP = "…"


_AUXILIARIES = (
    "est",
    "ist",
    "es",
    "está",
)  # of the cues, and left out where a heading stands for the subject


class PlainMatch(NamedTuple):
    """A cue at the words ``start`` to ``end`` (exclusive), and what it can mean.

    The objects stand behind it; where the rest of the cue stands behind these, ``object_end`` is the place of that
    rest, else 0.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    noun: bool
    object_end: int = 0


class _Pattern(NamedTuple):
    words: tuple[str, ...]
    rest: tuple[str, ...]
    noun: bool


class PlainCues:
    """All cues of one language, found longest first."""

    def __init__(self, language: str, relation_types: Iterable[RelationType]) -> None:
        self._language = primary(language)
        self._words = language_words(language)
        self._before_nouns = (self._words.determiners | self._words.of) - self._words.relatives
        self._patterns: dict[str, dict[_Pattern, dict[Reading, None]]] = {}
        for relation in relation_types:
            for cue in relation.cues:
                if cue.language and primary(cue.language) == self._language:
                    self._add(relation, cue)

    def _add(self, relation: RelationType, cue: Cue) -> None:
        first, _, rest = cue.text.partition(_GAP)
        words, behind = (
            tuple(word.plain for word in words_of(part, self._language)) for part in (first, rest)
        )
        for opened in [words] if cue.noun else [words, self._plural(words)]:
            pattern = _Pattern(opened, behind, cue.noun)
            same = self._patterns.setdefault(opened[0], {}).setdefault(pattern, {})
            same[Reading(relation, cue.inverse)] = None

    def _plural(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Put the verb of a cue into the plural: its first word, or the one behind a reflexive."""
        place = 1 if words[0] in ("se", "s'") and len(words) > 1 else 0
        for ending, plural in self._words.plurals:
            if words[place] == ending or (words[place].endswith(ending) and len(words[place]) > 3):
                verb = words[place][: -len(ending)] + plural
                return (*words[:place], verb, *words[place + 1 :])
        return words

    def find(self, words: Sequence[Word]) -> list[PlainMatch]:
        """Find the cues in a sentence, the longest at each place, left to right, none overlapping."""
        found: list[PlainMatch] = []
        position = 0
        while position < len(words):
            match = self._at(words, position)
            if match:
                found.append(match)
            position = match.end if match else position + 1
        return found

    def opening(self, words: Sequence[Word]) -> PlainMatch | None:
        """Find the cue that opens an item, whose auxiliary may be left out: "(est) rattaché au directeur"."""
        found = self._at(words, 0)
        if found is not None:
            return None if found.noun else found
        for first in _AUXILIARIES:
            for pattern, readings in self._patterns.get(first, {}).items():
                bare = pattern.words[1:]
                end = self._matched(bare, words, 0) if bare and not (pattern.noun or pattern.rest) else 0
                if end:
                    return PlainMatch(0, end, tuple(readings), noun=False)
        return None

    def _at(self, words: Sequence[Word], start: int) -> PlainMatch | None:
        best: tuple[int, PlainMatch] | None = None
        as_noun = start > 0 and words[start - 1].plain in self._before_nouns
        for pattern, readings in self._patterns.get(words[start].plain, {}).items():
            end = self._matched(pattern.words, words, start)
            behind = self._behind(pattern.rest, words, end) if end and pattern.rest else 0
            if not end or (pattern.rest and not behind) or (as_noun and not pattern.noun):
                continue
            length = len(pattern.words) + len(pattern.rest)
            match = PlainMatch(start, end, tuple(readings), pattern.noun, behind)
            if best is None or length > best[0]:
                best = length, match
        return best[1] if best else None

    def _matched(self, pattern: Sequence[str], words: Sequence[Word], start: int) -> int:
        """Give the end of a match that begins at a word, 0 without one; one adverb may stand inside."""
        position = start
        for number, wanted in enumerate(pattern):
            if number == 1 and position < len(words) and words[position].plain in self._inside():
                position += 1
            if position >= len(words) or not self._same(wanted, words[position].plain):
                return 0
            position += 1
        return position

    def _inside(self) -> frozenset[str]:
        return self._words.adverbs | self._words.hedges

    def _same(self, wanted: str, plain: str) -> bool:
        return plain == wanted or (
            len(plain) > 4 and singular(plain, self._language) == singular(wanted, self._language)
        )

    def _behind(self, rest: Sequence[str], words: Sequence[Word], start: int) -> int:
        """Give the place of the rest of a cue before the next end of a clause; 0 without one."""
        for position in range(start + 1, len(words)):
            if self._matched(rest, words, position):
                after = position + len(rest)
                last = after >= len(words) or words[after].is_sign
                return position if last or words[after].plain in self._words.conjunctions else 0
            if words[position].text in ".;:":
                return 0
        return 0
