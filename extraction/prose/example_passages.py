"""Sections of examples: who employs a role or is an example of a term, and what is told of them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.claims.soundness import is_sound
from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.words.lead_ins import lead_in
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.extraction.entries import Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.readers import Span

__all__ = ["ExampleReader"]


class ExampleReader:
    """Reads the items and paragraphs of a section of examples."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read "Spotify: every squad has a PM", or "Infosys and Wipro run …", in a section of examples.

        The organisation employs a role; what is no role has the organisation as its example.
        """
        context = (("context", f"under “{passage.example}”"),)
        employs = RG + "Role" in self._reader.classifier.of_phrase(topic)
        for named in self._named_examples(passage.span):
            relation = self._reader.relation("employs" if employs else "exampleOf")
            claim = Claim(named, relation, topic, context, rule="example heading")
            if is_sound(claim):
                yield Found(claim, passage.span.text, passage.span.line, passage.span.starts[-1][1])
        yield from self._told_of_example(passage, topic)

    def _named_examples(self, span: Span) -> list[Phrase]:
        """Give the proper names that an example is about: its head, or what its sentence begins with."""
        pair = read_pair(span)
        tokens = self._reader.tagged(pair.head if pair else span.text)
        start, _ = lead_in(tokens)
        phrases, end = read_list(tokens[start:], 0, as_subject=True)
        phrases = [phrase._replace(start=-1) for phrase in phrases]
        whole = end >= len(tokens[start:]) or not pair
        named = [
            phrase
            for phrase in phrases
            if not phrase.keys and not phrase.determiner and _is_proper(phrase.text)
        ]
        return named if whole and len(named) == len(phrases) else []

    def _told_of_example(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Read what an example goes on to tell; it holds there and not of every headword."""
        pair = read_pair(passage.span)
        span = pair.definition if pair and pair.definition else passage.span
        place = (("context", f"at {pair.head}"),) if pair and self._named_examples(passage.span) else ()
        for found in self._reader.text(span, topic):
            claim = found.claim._replace(qualifiers=tuple(sorted({*found.claim.qualifiers, *place})))
            yield found._replace(claim=claim)


def _is_proper(text: str) -> bool:
    """Tell whether every word of a name has a capital, "&" and "of" apart."""
    return all(word[:1].isupper() or word in ("&", "of", "and") for word in text.split())
