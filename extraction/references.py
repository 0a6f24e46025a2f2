"""What an entry points to: related terms and "See X" by name, other entries by hyperlink."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.claims import Claim
from rolegraph.extraction.heads import read_head
from rolegraph.extraction.phrases import Phrase
from rolegraph.extraction.prose import Found, headword
from rolegraph.extraction.sentences import sentences
from rolegraph.extraction.tokens import Tag
from rolegraph.graph.names import fold
from rolegraph.readers import Span

if TYPE_CHECKING:
    from rolegraph.extraction.contexts import Context
    from rolegraph.extraction.entries import Entry

__all__ = ["hyperlinked", "referred"]


def referred(entry: Entry, context: Context) -> Iterator[Found]:
    """Link an entry to those that it names: "See X" as a synonym, a related term as related."""
    topic = context.topic(entry)
    for reference in entry.references:
        relation = "synonymOf" if reference.redirect else "related"
        keys = _named(reference.name, context)
        for target in [_term(key, context) for key in keys] or [_unknown(reference.name)]:
            if target.keys != topic.keys:
                yield _found(topic, relation, target, reference.span, context)


def hyperlinked(entry: Entry, context: Context) -> Iterator[Found]:
    """Link an entry to those that its hyperlinks lead to."""
    topic = context.topic(entry)
    for span in entry.spans():
        for link in span.links:
            key = context.reader.hyperlinks.key(link.target)
            if key and key != topic.keys[0]:
                yield _found(topic, "related", _term(key, context), _sentence_at(span, link.start), context)


def _named(name: str, context: Context) -> list[str]:
    """Give the keys of the entries that a name means; "CRM and ERP" means two."""
    head = read_head(name)
    for text in (name, head.label, *head.abbreviations):
        if fold(text) in context.glossary.merged:
            return [fold(text)]
    tokens = context.reader.tagged(name)
    sure = all(token.tag in "TC," and len(token.keys) == (token.tag == Tag.TERM) for token in tokens)
    return [token.keys[0] for token in tokens if token.keys] if sure else []


def _term(key: str, context: Context) -> Phrase:
    return headword(context.glossary.merged[key].label, key)


def _unknown(name: str) -> Phrase:
    text = name.strip(" .")
    return Phrase(text, "noun", text.lower().split()[-1] if text else "")


def _found(topic: Phrase, relation: str, target: Phrase, span: Span, context: Context) -> Found:
    claim = Claim(topic, context.reader.relation(relation), target)
    return Found(claim, span.text, span.line, span.starts[-1][1])


def _sentence_at(span: Span, offset: int) -> Span:
    """Give the sentence around an offset, as a span."""
    for sentence in sentences(span):
        if sentence.start <= offset < sentence.start + len(sentence.text):
            lines = ((0, sentence.first), (max(0, len(sentence.text) - 1), sentence.last))
            return Span(sentence.text, lines)
    return span
