"""What an extractor may know beside the entry that it reads: all terms, the ontology, the grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.links.hyperlinks import Pointers
from rolegraph.extraction.prose.prose import headword
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.sentences import sentences
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.links.choices import Chooser
    from rolegraph.extraction.links.linking import Glossary
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.ontology import Ontology

__all__ = ["Context", "TaggedSentence"]


class TaggedSentence(NamedTuple):
    """A sentence, the lines it stands on, and its words: each with a tag and, where it names terms, their keys.

    In other languages than English words have no tags but those of a term and of any other word.
    """

    text: str
    first: int
    last: int
    tokens: Sequence[Token]


class Context:
    """The terms of all documents, what the ontology can say, and the sentences of an entry in tagged words.

    Terms go by their keys, the folded forms of their labels; ``label`` gives the name of a key.
    """

    def __init__(self, glossary: Glossary, reader: ProseReader, chooser: Chooser) -> None:
        self.glossary, self.reader, self.chooser = glossary, reader, chooser
        self.pointers = Pointers(glossary.pointing)

    @property
    def ontology(self) -> Ontology:
        """The classes and relation types."""
        return self.reader.ontology

    def labels(self) -> list[str]:
        """Give the labels of all terms that have an entry, in order."""
        return [merged.label for merged in self.glossary.merged.values()]

    def label(self, key: str) -> str:
        """Give the label of a term by its key."""
        return self.glossary.merged[key].label

    def topic(self, entry: Entry) -> Phrase:
        """Give the headword of an entry as a phrase."""
        return headword(entry)

    def sentences(self, entry: Entry) -> Iterator[TaggedSentence]:
        """Give all sentences of an entry: of its prose, items, questions and answers."""
        for span in entry.spans():
            for text, _, first, last in sentences(span, entry.language):
                yield TaggedSentence(text, first, last, self._tagged(text, entry.language))

    def _tagged(self, text: str, language: str) -> Sequence[Token]:
        if primary(language) == "en":
            return self.reader.tagged(text)
        return [
            Token(word.text, word.start, word.end, Tag.TERM if word.keys else Tag.WORD, keys=word.keys)
            for word in self.reader.plain(language).tagged(text)
        ]

    def phrase(self, text: str, language: str = "en") -> Phrase:
        """Link words to the terms they name; what names none as a whole becomes a mention of these words."""
        tokens = self._tagged(text, language)
        phrase, end = read_noun_phrase(tokens, 0) if primary(language) == "en" else (None, 0)
        if phrase is not None and end == len(tokens):
            return phrase
        keys = tokens[0].keys if len(tokens) == 1 else ()
        return Phrase(text, "noun", tokens[-1].lower if tokens else "", keys, language=language)

    def classes(self, phrase: Phrase) -> Classes:
        """Give the classes of what a phrase names, as IRIs; empty where nothing tells them."""
        return self.reader.classifier.of_phrase(phrase)
