"""Reads the page of a role in a language without a grammar here: its labelled fields, items and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.grammar.claims import Claim, Found
from rolegraph.extraction.grammar.sentences import LONGEST, sentences
from rolegraph.extraction.roles.fields import fields, listed_in_brackets, values
from rolegraph.extraction.roles.role_names import WHOLE
from rolegraph.extraction.roles.role_sentences import found_in

if TYPE_CHECKING:
    from rolegraph.extraction.forms.entries import Announced, Passage
    from rolegraph.extraction.grammar.phrases import Phrase
    from rolegraph.extraction.grammar.prose import ProseReader
    from rolegraph.extraction.roles.role_names import RoleNames
    from rolegraph.ontology import RelationType
    from rolegraph.readers import Span

__all__ = ["PlainRoles"]

# Relations whose objects are names, so that commas and "and" part them.
_NAMING = frozenset({"reportsTo", "collaboratesWith", "precedes", "memberOf", "employs", "locatedIn", "uses"})
_MOST_WORDS = 14
_OPTIONAL = re.compile(
    r"\s*\(?\b(?:optionnel(?:le)?|souhaitée?|un plus|wünschenswert|von vorteil|opcional|deseable|valorable)\b\)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_CLAUSE = re.compile(
    r"\s*[,;:]\s|\s(?:pour|afin|en vue|tout en|en garantissant|damit|um|sodass|para|con el fin|a fin)\s"
)


class PlainRoles:
    """Reads passages with the cues and names that a ``ProseReader`` has in each language."""

    def __init__(self, reader: ProseReader, names: RoleNames) -> None:
        self._reader, self._names = reader, names

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Give what a passage claims of the role ``topic``, in its language."""
        if passage.announced and passage.role == "field":
            claims = self._named(passage.span.text[passage.value :], passage.announced, topic, "label field")
        elif passage.announced and (passage.item or len(passage.span.text.split()) <= _MOST_WORDS):
            claims = self._item(passage, passage.announced, topic)
        else:
            claims = iter(())
        found = [found_in(claim, passage.span) for claim in claims]
        yield from found or self._sentences(passage.span, topic)

    def _item(self, passage: Passage, announced: Announced, topic: Phrase) -> Iterator[Claim]:
        """Read an item below a heading; what stands behind a label of its own is its text."""
        labelled = fields(passage.span)
        text = passage.span.text[labelled[0].value :] if len(labelled) == 1 else passage.span.text
        optional = passage.optional or bool(_OPTIONAL.search(text))
        text = _OPTIONAL.sub("", text).strip(" .;,")
        bare = _ASIDE.sub("", text).strip() or text
        heading = announced.reading(self._reader.ontology)
        reading, phrases = self._reader.plain(topic.language).below(heading, bare)
        if reading.relation.name in _NAMING:
            told = announced._replace(relation=reading.relation.iri, inverse=reading.inverse)
            named = _behind(text, phrases[0].text) if reading != heading and phrases else text
            yield from self._named(named, told, topic, "heading")
            return
        limits = (("optional", "true"),) if optional and reading.relation.name == "requiresSkill" else ()
        for phrase in phrases or self._shortened(bare, topic):
            context = ("context", f"under “{announced.heading}”")
            claim = Claim(topic, reading.relation, phrase, (context, *limits), rule="heading")
            yield claim.turned() if reading.inverse else claim

    def _shortened(self, text: str, topic: Phrase) -> list[Phrase]:
        """Read an item that is too long for a name without the clause that ends it."""
        return self._reader.plain(topic.language).listed(_CLAUSE.split(text, maxsplit=1)[0])

    def _named(self, text: str, announced: Announced, topic: Phrase, rule: str) -> Iterator[Claim]:
        """Give a claim for each name; those in brackets stand for what is named before them."""
        relation, inverse = announced.reading(self._reader.ontology)
        inner = listed_in_brackets(text, topic.language)
        limits = (("context", f"under “{announced.heading}”"),) if rule == "heading" else ()
        for name in inner or values(text, names_with_and=relation.name in WHOLE, language=topic.language):
            phrase = self._names.named(name, topic.language)
            if phrase is not None and self._suits(phrase, relation):
                claim = Claim(topic, relation, phrase, limits, rule=rule)
                yield claim.turned() if inverse else claim

    def _suits(self, phrase: Phrase, relation: RelationType) -> bool:
        """Tell whether a name can be what is asked for; below a heading a superior need not have a capital."""
        return relation.name == "reportsTo" or self._names.suits(phrase, relation)

    def _sentences(self, span: Span, topic: Phrase) -> Iterator[Found]:
        reader = self._reader.plain(topic.language)
        for sentence in sentences(span, topic.language):
            if len(sentence.text) <= LONGEST:
                for claim in reader.claims(sentence.text, topic, defining=False):
                    yield Found(claim, sentence.text, sentence.first, sentence.last)


def _behind(text: str, name: str) -> str:
    """Give the text from a name on, so that the brackets behind it are kept."""
    return text[text.index(name) :] if name in text else name
