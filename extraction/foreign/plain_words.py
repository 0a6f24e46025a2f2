"""Words of a text as a reading without a grammar needs them: as written, and as cues and word lists have them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.words.languages import language_words
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.words.mentions import Names

__all__ = ["Word", "with_names", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:[-'’.&/+*:·][^\W_]+)*[+#]{0,2}|…|[^\w\s]")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)


class Word(NamedTuple):
    """A word, a name or a sign: its text, where it stands, its plain form, the terms it names.

    The plain form is in lower case; a contraction is the preposition in it ("du" is "de").
    """

    text: str
    start: int
    end: int
    plain: str
    keys: tuple[str, ...] = ()

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def is_sign(self) -> bool:
        """Whether it is punctuation."""
        return not any(letter.isalnum() for letter in self.text)


def words_of(text: str, language: str) -> list[Word]:
    """Split a text into words; an elided article or preposition is a word of its own.

    >>> [word.plain for word in words_of("L’équipe du produit", "fr")]
    ["l'", 'équipe', 'de', 'produit']
    """
    contractions = language_words(language).contractions
    elides = primary(language) == "fr"
    found = []
    for match in _WORD.finditer(text):
        parts = _parts(match.group()) if elides else [match.group()]
        start = match.start()
        for part in parts:
            plain = part.casefold().replace("’", "'")
            found.append(Word(part, start, start + len(part), contractions.get(plain, plain)))
            start += len(part)
    return found


def with_names(
    words: Sequence[Word], text: str, language: str, names: Names, taken: Collection[int]
) -> list[Word]:
    """Make one word of each name of a term; the words with the numbers ``taken`` are in no name."""
    found: list[Word] = []
    position = 0
    for name in names.find([word.text for word in words]):
        start, end = words[name.start].start, words[name.end - 1].end
        if _is_verb_form(text[start:end], language) or not set(range(name.start, name.end)).isdisjoint(taken):
            continue
        found += words[position : name.start]
        found.append(Word(text[start:end], start, end, text[start:end].casefold(), name.keys))
        position = name.end
    return [*found, *words[position:]]


def _is_verb_form(surface: str, language: str) -> bool:
    """Tell a German verb or adjective from the noun that it folds to: "leiten" is no Leiter."""
    return primary(language) == "de" and surface.islower()


def _parts(word: str) -> list[str]:
    elided = _ELISION.match(word) if word.lower() != "aujourd'hui" else None
    return [elided.group(), word[elided.end() :]] if elided else [word]
