"""Reads the text of entries in languages without a grammar here: French, German, Spanish, and what comes after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.foreign.plain_cues import PlainCues
from rolegraph.extraction.foreign.plain_phrases import read_list
from rolegraph.extraction.foreign.plain_sentences import PlainSentence
from rolegraph.extraction.foreign.plain_words import Word, with_names, words_of
from rolegraph.extraction.words.languages import language_words
from rolegraph.extraction.words.phrases import Phrase

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.claims.classes import Classifier
    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.words.mentions import Names
    from rolegraph.ontology import Ontology

__all__ = ["PlainReader"]

_MOST_WORDS = 14
_SAID = frozenset({"reportsTo", "collaboratesWith"})  # relations that an item can say below any heading
_KNOWLEDGE = re.compile(
    r"^(?:(?:bonnes? |solides? )?(?:connaissances?|maîtrise|expérience|compétences?|expertise)"
    r"(?: pratiques?| approfondies?| solides?| avérées?)? "
    r"(?:de la |de l['’]|des |de |du |d['’]|en |avec )"
    r"|(?:gute |sehr gute |fundierte |umfassende |sichere )?(?:kenntnisse|erfahrung(?:en)?) (?:in |im |mit |der |des )"
    r"|(?:buen |buenos |sólidos |amplios )?(?:conocimientos?|dominio|experiencia)"
    r"(?: sólid[oa]s?| avanzad[oa]s?| demostrable)? (?:de la |del |de |en |con ))(?=\S)",
    re.IGNORECASE,
)


class PlainReader:
    """Reads one language by the cues that the ontology has in it and the names of all terms."""

    def __init__(self, language: str, ontology: Ontology, names: Names, classifier: Classifier) -> None:
        self.language, self.ontology, self.names, self.classifier = language, ontology, names, classifier
        self.words = language_words(language)
        self.cues = PlainCues(language, ontology.relation_types.values())

    def tagged(self, text: str) -> list[Word]:
        """Split a text into words, each name of a term that is in no cue being one word."""
        words = words_of(text, self.language)
        taken = {n for match in self.cues.find(words) for n in range(match.start, match.end)}
        return with_names(words, text, self.language, self.names, taken)

    def claims(self, text: str, topic: Phrase, *, defining: bool) -> Iterator[Claim]:
        """Give what one sentence claims; ``defining`` tells the first sentence of a definition."""
        return PlainSentence(self, self.tagged(text), topic, defining=defining).claims()

    def genus(self, text: str, topic: Phrase) -> Phrase | None:
        """Give the genus of a definition, by its first sentence."""
        return PlainSentence(self, self.tagged(text), topic, defining=True).genus

    def named(self, text: str) -> list[str]:
        """Give the keys of the terms that a text names, if it names nothing else and each clearly."""
        words = self.tagged(text)
        between = self.words.conjunctions | self.words.determiners
        clear = all(len(word.keys) == 1 or word.text == "," or word.plain in between for word in words)
        return [word.keys[0] for word in words if word.keys] if clear else []

    def below(self, heading: Reading, text: str) -> tuple[Reading, list[Phrase]]:
        """Give what an item names, and in which relation: the heading's, or one that it says itself.

        "Rattaché au directeur" below "Rattachement" only repeats the relation; below "Missions" it tells another.
        """
        opened = self._opened(text.strip(" .;,"))
        if opened and (opened[0] == heading or (opened[0].relation.name in _SAID and not opened[0].inverse)):
            heading, text = opened
        return heading, self.listed(text)

    def _opened(self, text: str) -> tuple[Reading, str] | None:
        """Split the cue that opens an item from its object; a verb alone that tells what is done is no such cue."""
        words = self.tagged(text)
        match = self.cues.opening(words) if words else None
        if match is None or match.end >= len(words):
            return None
        reading, position = match.readings[0], match.end
        if position == 1 and not match.object_end and reading.relation.name not in _SAID:
            return None
        end = (match.object_end or len(words)) - 1
        while position < end and words[position].plain in self.words.determiners:
            position += 1
        return reading, text[words[position].start : words[end].end]

    def listed(self, text: str) -> list[Phrase]:
        """Give what an item lists: the names of terms in it, if it is nothing but these, or the whole item."""
        text = _KNOWLEDGE.sub("", text.strip(" .;,"))
        words = self.tagged(text)
        phrases, end = read_list(words, 0, self.words, self.language)
        if phrases and end >= len(words) and all(phrase.keys for phrase in phrases):
            return phrases
        verb = (
            bool(words) and bool(self.words.infinitives) and words[0].plain.endswith(self.words.infinitives)
        )
        head = text.lower().split()[-1] if text.split() else ""
        whole = Phrase(text, "gerund" if verb else "noun", head, language=self.language)
        return [whole] if 0 < len(words) <= _MOST_WORDS else []
