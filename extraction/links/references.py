"""What an entry points to: related terms and "See X" by name, other entries by hyperlink."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.layout.patterns import pointed_name
from rolegraph.extraction.links.arrows import pointed_at
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.prose.prose import headword
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.extraction.words.pointers import pointers
from rolegraph.extraction.words.sentences import sentences
from rolegraph.extraction.words.tokens import Tag
from rolegraph.graph.names import fold
from rolegraph.graph.plurals import primary
from rolegraph.readers import Span

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry, Reference
    from rolegraph.extraction.passes.contexts import Context
    from rolegraph.readers import Link

__all__ = ["hyperlinked", "referred"]


class _By(NamedTuple):
    """A relation, and the rule that found it."""

    reading: Reading
    rule: str


def referred(entry: Entry, context: Context) -> Iterator[Found]:
    """Link an entry to those that it names: "See X" as a synonym, a related term and "→ X" as related."""
    topic = context.topic(entry)
    for reference in entry.references:
        rule = "label field" if reference.relation else "see" if reference.redirect else "see also"
        by = _By(reference.reading(context.ontology), rule)
        keys = _linked(reference, context) or _named(reference.name, entry.language, context)
        name = reference.name if reference.relation else pointed_name(reference.name)
        other = [_other(name, entry, context)] if name else []
        for target in [_term(key, context) for key in keys] or other:
            if target.keys[:1] != topic.keys[:1]:
                yield _found(topic, by, target, reference.span)
    yield from _pointed(entry, context)


def _pointed(entry: Entry, context: Context) -> Iterator[Found]:
    """Link an entry to those that its text points at: "a format of the → Web", "a berth; see also quay"."""
    topic, names = context.topic(entry), context.glossary.names(entry.language)
    by = _By(Reading(context.reader.relation("related"), False), "see also")
    known = {fold(reference.name, entry.language) for reference in entry.references}
    for span in entry.spans():
        told = [(pointer.named, key) for pointer in pointers(span.text, names) for key in pointer.keys]
        for start, key in [*pointed_at(span.text, names), *told]:
            if key != topic.keys[0] and key not in known:
                yield _found(topic, by, _term(key, context), _sentence_at(span, start, entry.language))


def hyperlinked(entry: Entry, context: Context) -> Iterator[Found]:
    """Link an entry to those that its hyperlinks lead to, where these say that two terms are related."""
    topic = context.topic(entry)
    by = _By(Reading(context.reader.relation("related"), False), "hyperlink")
    for span in entry.spans():
        for link in span.links:
            key = context.reader.hyperlinks.key(link.target)
            other = key and key != topic.keys[0]
            if key and other and context.pointers.relates(span, link, entry.source):
                sentence = _sentence_at(span, link.start, entry.language)
                yield _found(topic, by, _term(key, context), sentence)


def _linked(reference: Reference, context: Context) -> list[str]:
    """Give the key of the entry that the hyperlink under a name leads to."""
    links = [link for link in reference.span.links if _names(reference, link)]
    return [key for link in links if (key := context.reader.hyperlinks.key(link.target))]


def _names(reference: Reference, link: Link) -> bool:
    return fold(reference.span.text[link.start : link.end]) == fold(reference.name)


def _named(name: str, language: str, context: Context) -> list[str]:
    """Give the keys of the entries that a name means; "CRM and ERP" means two."""
    head = read_head(name)
    for text in (name, head.label, *head.abbreviations):
        if fold(text, language) in context.glossary.merged:
            return [fold(text, language)]
    if primary(language) != "en":
        return context.reader.plain(language).named(name)
    tokens = context.reader.tagged(name)
    sure = all(token.tag in "TC," and len(token.keys) == (token.tag == Tag.TERM) for token in tokens)
    return [token.keys[0] for token in tokens if token.keys] if sure else []


def _term(key: str, context: Context) -> Phrase:
    return headword(context.glossary.merged[key].entries[0])


def _other(name: str, entry: Entry, context: Context) -> Phrase:
    """Give what a name is that means no one term: several, which are left open, or a mention."""
    phrase = context.phrase(name, entry.language)
    return phrase if len(phrase.keys) > 1 else _unknown(name, entry.language)


def _unknown(name: str, language: str) -> Phrase:
    text = name.strip(" .")
    return Phrase(text, "noun", text.lower().split()[-1] if text else "", language=language)


def _found(topic: Phrase, by: _By, target: Phrase, span: Span) -> Found:
    claim = Claim(topic, by.reading.relation, target, rule=by.rule)
    claim = claim.turned() if by.reading.inverse else claim
    return Found(claim, span.text, span.line, span.starts[-1][1])


def _sentence_at(span: Span, offset: int, language: str) -> Span:
    """Give the sentence around an offset, as a span."""
    for sentence in sentences(span, language):
        if sentence.start <= offset < sentence.start + len(sentence.text):
            lines = ((0, sentence.first), (max(0, len(sentence.text) - 1), sentence.last))
            return Span(sentence.text, lines)
    return span
