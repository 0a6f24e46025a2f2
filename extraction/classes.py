"""Which class a thing belongs to, told by the head noun of its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rolegraph.extraction import genus
from rolegraph.extraction.inflection import is_gerund, verb_forms
from rolegraph.extraction.mentions import folded
from rolegraph.extraction.sentences import sentences
from rolegraph.ontology import RG, Ontology

if TYPE_CHECKING:
    from rolegraph.extraction.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.phrases import Phrase
    from rolegraph.extraction.prose import ProseReader

__all__ = ["Classifier", "genus_classes", "is_weak"]


class Classifier:
    """Tells the classes of phrases and names: by the entry they name, or by their head noun in the ontology.

    ``entries`` maps the keys of entries to their classes; it may grow while documents are read.
    """

    def __init__(self, ontology: Ontology, entries: Mapping[str, Classes]) -> None:
        self._entries = entries
        self._nouns = {
            folded(noun): term_class.iri
            for term_class in ontology.classes.values()
            for noun in term_class.nouns
        }

    def of_phrase(self, phrase: Phrase) -> Classes:
        """Give the classes of a phrase, empty where nothing tells them."""
        for key in phrase.keys:
            if self._entries.get(key):
                return self._entries[key]
        if phrase.form in ("gerund", "clause"):
            return (RG + "Activity",)
        head = next((self._entries[key] for key in phrase.head_keys if self._entries.get(key)), ())
        return head or self.of_name(phrase.text)

    def of_name(self, name: str) -> Classes:
        """Give the classes of a name by its last two words, or its last.

        A name in "of" is told by what stands before: "head of engineering".
        """
        words = folded(name.split(" of ")[0]).split()
        for length in (3, 2, 1):
            tail = " ".join(words[-length:])
            if len(words) >= length and tail in self._nouns:
                return (self._nouns[tail],)
        return (RG + "Activity",) if words and is_gerund(words[-1]) and words[-1] in verb_forms() else ()


def is_weak(by_label: Classes) -> bool:
    """Tell whether the noun of a label leaves it to the definition to tell the class."""
    return by_label in ((), (RG + "Activity",), (RG + "Level",))


_ROLE_NOUNS = frozenset(
    {"role", "job", "position", "person", "professional", "someone", "title", "profession"}
)


def genus_classes(entry: Entry, key: str, reader: ProseReader) -> Classes:
    """Give the classes of an entry that the genus of its definition tells, where nothing else tells them."""
    if entry.definition is None or entry.classes or not is_weak(reader.classifier.of_name(entry.label)):
        return ()
    for sentence in list(sentences(entry.definition))[:2]:
        tokens = reader.tagged(sentence.text)
        start = genus.definition_start(tokens, key)
        phrase, end = genus.read_genus(tokens, start) if start is not None else (None, -1)
        if phrase is None and end > 0 and tokens[end - 1].lower in _ROLE_NOUNS:
            return (RG + "Role",)
        if phrase and phrase.keys != (key,):
            return reader.classifier.of_name(phrase.text)
    return ()
