"""Items of an article that open with a label: "Contract handling: Negotiating and keeping agreements"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.duties import subjectless_verb
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import is_gerund
from rolegraph.extraction.words.phrases import Phrase, begins_clause, read_noun_phrase
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.extraction.words.tokens import Tag
from rolegraph.extraction.words.verb_tags import is_clear_third_person

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Claim, Found
    from rolegraph.extraction.entries import Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.readers import Span

__all__ = ["LabelledItems"]

_MOST_WORDS = 6
_FORMS = (Tag.VERB, Tag.GERUND, Tag.PARTICIPLE)  # no verbs in a label: "Night shift"
_GOES_ON = re.compile(r"[.:]?\s*(?:It|They|This|These)\s")
# Relations that what stands behind a label can have to it; others would be said of the headword.
_OF_LABEL = frozenset(
    {"appliesTo", "uses", "partOf", "supports", "collaboratesWith", "exampleOf", "dependsOn", "produces"}
)


class LabelledItems:
    """Reads passages with the cues and names of a ``ProseReader``; what stands behind a label is read by itself."""

    def __init__(self, reader: ProseReader) -> None:
        self._reader = reader

    def read(self, passage: Passage, topic: Phrase, *, defining: bool) -> Iterator[Found]:
        """Read a passage, as an item where it is one."""
        if (label := self._label_in_bold(passage.span)) is not None and not defining:
            text = cut(passage.span, passage.span.strong[0][1])
            yield from self._on_label(label, self._reader.text(text, label))
        elif passage.item and not passage.gloss:
            yield from self.item(passage.span, topic, defining=defining)
        else:
            yield from self._reader.text(passage.span, topic, defining=defining)

    def item(self, span: Span, topic: Phrase, *, defining: bool = False) -> Iterator[Found]:
        """Read an item: a sentence behind a label is on the headword, a text without subject is on the label."""
        pair = read_pair(span)
        if pair is None or pair.definition is None or len(pair.head.split()) > _MOST_WORDS:
            yield from self._reader.text(span, topic, defining=defining)
        elif self._is_sentence(pair.definition):
            opening = subjectless_verb(pair.definition.text)  # "Less risk: Prevents outages"
            does = opening is not None and opening.verb not in en.NOUNS_FIRST
            yield from self._reader.text(pair.definition, topic, defining=does)
        else:
            yield from self._of_label(pair.head, pair.definition, span, topic)

    def _is_sentence(self, span: Span) -> bool:
        """Tell a text with a subject of its own from one that goes on about its label."""
        tokens = self._reader.tagged(next(sentences(span)).text[:LONGEST])
        if tokens and tokens[0].tag in (Tag.PRONOUN, Tag.PREPOSITION, Tag.CONNECTIVE):
            return True
        phrase, end = read_noun_phrase(tokens, 0)
        said = tokens[:1] and tokens[0].tag == Tag.GERUND and any(map(is_clear_third_person, tokens[2:]))
        verbs = (token for token in tokens[2:] if token.tag == Tag.VERB and is_clear_third_person(token))
        return (phrase is not None and begins_clause(tokens, end)) or (
            bool(said) and next(verbs, None) is not None
        )

    def _of_label(self, head: str, text: Span, whole: Span, topic: Phrase) -> Iterator[Found]:
        """Read what is said of the thing that a label names, for where it is no verb that tells of the headword."""
        first = text.text.split(maxsplit=1)[0].lower()
        label = self._named(head)
        if label is None or not is_gerund(first):
            yield from self._reader.text(whole, topic)
            return
        if len(text.text) <= LONGEST and (done := list(self._reader.done(text, topic))):
            yield from done
            return
        yield from self._on_label(label, self._reader.text(text, label, defining=True))

    def _label_in_bold(self, span: Span) -> Phrase | None:
        """Give the name in bold that a text goes on about as "it": "**Lock crew.** It covers both gates."."""
        start, end = span.strong[0] if span.strong else (1, 0)
        name = span.text[start:end].rstrip(" .:")
        told = not start and len(name.split()) <= _MOST_WORDS and _GOES_ON.match(span.text, end)
        return self._named(name) if told and name else None

    def _on_label(self, label: Phrase, told: Iterator[Found]) -> Iterator[Found]:
        """Keep of what a text tells what can be said of its label."""
        for found in told:
            claim = found.claim
            if claim.relation.name == "measuredBy":  # "Tracking how many calls come in" is about the calls
                claim = claim._replace(relation=self._reader.relation("appliesTo"))
            own = label.keys in (claim.subject.keys, claim.object.keys)
            if not own or claim.relation.name in _OF_LABEL:
                yield found._replace(claim=_unkeyed(claim, label))

    def _named(self, head: str) -> Phrase | None:
        """Give the phrase of a label; one that has an entry keeps its name, any other gets one for the while."""
        tokens = self._reader.tagged(head)
        words = [t._replace(tag=Tag.WORD) if t.tag in _FORMS else t for t in tokens]
        phrase, end = read_noun_phrase(words, 0)
        if phrase is None or end < len(words):
            return None
        return phrase if phrase.keys else Phrase(head, "noun", phrase.head, (f"label {head}",))


def _unkeyed(claim: Claim, label: Phrase) -> Claim:
    """Take back the name that a label without an entry had for the while."""
    if not label.keys[0].startswith("label "):
        return claim
    ends = (
        end._replace(keys=(), head_keys=()) if end.keys == label.keys else end
        for end in (claim.subject, claim.object)
    )
    subject, target = ends
    return claim._replace(subject=subject, object=target)
