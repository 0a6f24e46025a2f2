"""Which class a thing belongs to, told by the head noun of its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.words.inflection import is_gerund, verb_forms
from rolegraph.extraction.words.languages import language_words
from rolegraph.extraction.words.mentions import folded
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG, Ontology
from rolegraph.ontology.derived import once_for_ontology

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.words.phrases import Phrase

__all__ = ["BARE", "Classifier", "is_weak", "may_be_overruled", "names_like_a_place", "names_like_people"]


# Words for any role: what one means that has an entry, its definition tells.
BARE = frozenset({"role", "position", "occupation", "profession"})


class Classifier:
    """Tells the classes of phrases and names: by the entry they name, or by their head noun in the ontology.

    ``entries`` maps the keys of entries to their classes; it may grow while documents are read.
    """

    def __init__(self, ontology: Ontology, entries: Mapping[str, Classes]) -> None:
        self._entries = entries
        self._nouns, self._foreign = _nouns_of(ontology)
        self._of_english_name = lru_cache(maxsize=1 << 12)(self._of_tail)

    def of_phrase(self, phrase: Phrase) -> Classes:
        """Give the classes of a phrase, empty where nothing tells them."""
        for key in phrase.keys:
            if self._entries.get(key) or (key in self._entries and phrase.text.lower() in BARE):
                return self._entries[key]
        if phrase.form in ("gerund", "clause"):
            return (RG + "Activity",)
        head = next((self._entries[key] for key in phrase.head_keys if self._entries.get(key)), ())
        return head or self.of_name(phrase.text, phrase.language)

    def of_name(self, name: str, language: str = "en") -> Classes:
        """Give the classes of a name by its last two words, or its last.

        A name in "of" is told by what stands before: "head of engineering". In languages other than English the
        noun stands first ("chef de projet"), or ends a German compound ("Projektleiter").
        """
        if primary(language) != "en":
            return self._of_foreign_name(name, primary(language))
        return self._of_english_name(name)

    def _of_tail(self, name: str) -> Classes:
        if " of " in name and (whole := self._nouns.get(folded(name))):
            return (whole,)  # "center of excellence"
        words = folded(name.split(" of ")[0]).split()
        for length in (3, 2, 1):
            tail = " ".join(words[-length:])
            if len(words) >= length and tail in self._nouns:
                return (self._nouns[tail],)
        return (RG + "Activity",) if words and is_gerund(words[-1]) and words[-1] in verb_forms() else ()

    def _of_foreign_name(self, name: str, language: str) -> Classes:
        words = folded(_before_complement(name, language), language).split()
        for length in (3, 2, 1):
            part = " ".join(words[-length:] if language == "de" else words[:length])
            if len(words) >= length and (language, part) in self._foreign:
                return (self._foreign[language, part],)
        return self._of_compound(words[-1]) if language == "de" and words else ()

    def _of_compound(self, word: str) -> Classes:
        """Give the class of a German compound by the longest noun that ends it."""
        for start in range(2, len(word) - 3):
            if ("de", word[start:]) in self._foreign:
                return (self._foreign["de", word[start:]],)
        return ()


class _Nouns(NamedTuple):
    """The classes that head nouns tell: of English ones, and of those of other languages by language and noun."""

    english: Mapping[str, str]
    foreign: Mapping[tuple[str, str], str]


@once_for_ontology
def _nouns_of(ontology: Ontology) -> _Nouns:
    classes = ontology.classes.values()
    english = {folded(noun): one.iri for one in classes for noun in one.nouns}
    foreign = {
        (primary(tag), folded(noun, primary(tag))): one.iri
        for one in classes
        for tag, nouns in one.foreign_nouns.items()
        for noun in nouns
    }
    return _Nouns(english, foreign)


def _before_complement(name: str, language: str) -> str:
    """Cut a German name before what completes its noun: "Leiter der Fertigung", "Absprache mit Fahrern"."""
    words, told = name.split(), language_words(language)
    ends = (told.stops | told.of | told.determiners) if language == "de" else frozenset[str]()
    end = next((n for n, word in enumerate(words) if n and word.casefold() in ends), len(words))
    return " ".join(words[:end])


_ACTING = tuple((RG + name,) for name in ("Role", "Organization", "Team"))


def is_weak(by_label: Classes) -> bool:
    """Tell whether the noun of a label leaves it to the definition to tell the class."""
    return by_label in ((), (RG + "Activity",), (RG + "Level",))


def may_be_overruled(by_label: Classes) -> bool:
    """Tell whether what a definition says can go before the noun of a label."""
    return is_weak(by_label) or by_label in (*_ACTING, (RG + "Place",))


def names_like_people(by_label: Classes, by_genus: Classes) -> bool:
    """Tell a "channel manager", or an "event publisher", that is defined as a system from those who act."""
    return by_label in _ACTING and by_genus in ((RG + "System",), (RG + "Artifact",))


def names_like_a_place(by_label: Classes, by_genus: Classes) -> bool:
    """Tell a "port office", defined as an organization, from a place."""
    return by_label == (RG + "Place",) and by_genus in ((RG + "Organization",), (RG + "Team",))
