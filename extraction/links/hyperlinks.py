"""Which entry a hyperlink leads to, and which words it thereby explains."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from rolegraph.extraction.grammar.tokens import Mention
from rolegraph.extraction.links.arrows import arrows
from rolegraph.graph.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rolegraph.extraction.forms.entries import Entry
    from rolegraph.extraction.grammar.sentences import Sentence
    from rolegraph.extraction.links.linking import Glossary
    from rolegraph.readers import Link, Span

__all__ = ["Hyperlinks", "Pointers", "pointing", "points"]

_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:md|markdown|s?html?|xhtml|txt)$")
_POINTING = re.compile(
    r"(?:^|[(.;,:–—-]\s*)(?:please\s+)?(?:see|cf\.|compare|contrast|refer to|related (?:terms?|concepts?|entries):)"
    r"(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_BETWEEN_LINKS = re.compile(r"[\s,;|/·•()\[\].–—-]|\b(?:and|or)\b", re.IGNORECASE)


class Pointers:
    """Which hyperlinks of a glossary say that two terms are related, and which only explain a word.

    A glossary that points to related terms in words of its own ("See also", "Related terms") says itself which those
    are: its other hyperlinks explain words. Where one has no such pointers, its hyperlinks are all it relates by.
    ``pointing`` tells of each source whether it belongs to a glossary that has some.
    """

    def __init__(self, pointing: Mapping[str, bool]) -> None:
        self._pointing = pointing

    def relates(self, span: Span, link: Link, source: str) -> bool:
        """Tell whether a hyperlink in a text relates the entry of the text to the one it leads to."""
        return is_pointer(span, link) or not self._pointing[source]


def pointing(entries: Iterable[Entry]) -> dict[str, bool]:
    """Tell of each source whether its glossary points to related terms in words of its own.

    A glossary is a document, or the folder where each document is one entry.
    """
    entries = list(entries)
    counts = Counter(entry.source for entry in entries if not entry.gloss)
    glossaries = {
        entry.source: entry.source if counts[entry.source] > 1 else entry.source.rpartition("/")[0] + "/"
        for entry in entries
    }
    found = {glossaries[entry.source] for entry in entries if entry.pointing and not entry.gloss}
    return {source: glossary in found for source, glossary in glossaries.items()}


def points(entry: Entry, others: Sequence[Entry]) -> bool:
    """Tell whether an entry points to related terms in words of its own.

    ``others`` are the entries of its document; where there are several, it must be one of them that it points to.
    """
    own = set(map(fold, entry.names()))
    known = {fold(name) for other in others for name in other.names()} - own if len(others) > 1 else None
    anchors = {
        f"#{anchor}"
        for other in others
        if other is not entry
        for anchor in (*other.anchors, *map(slug, other.names()))
    }
    pointed = any(
        not reference.redirect and (known is None or fold(reference.name) in known)
        for reference in entry.references
    )
    if pointed or any(True for span in entry.spans() for _ in arrows(span.text)):
        return True
    links = ((span, link) for span in entry.spans() for link in span.links)
    nowhere = known is not None
    return any(
        is_pointer(span, link)
        for span, link in links
        if not _ELSEWHERE.match(link.target)
        and not (nowhere and link.target.startswith("#") and link.target not in anchors)
    )


def is_pointer(span: Span, link: Link) -> bool:
    """Tell whether a hyperlink stands behind "see" or the like, or in a text that is nothing but hyperlinks."""
    if _POINTING.search(span.text[: link.start]):
        return True
    outside, last = "", 0
    for each in sorted(span.links):
        outside, last = outside + span.text[last : each.start], each.end
    return not _BETWEEN_LINKS.sub("", outside + span.text[last:])


class Hyperlinks:
    """The targets of hyperlinks, as the entries of a glossary; ``keys`` says what leads to which."""

    def __init__(self, glossary: Glossary, keys: Mapping[str, str]) -> None:
        self._glossary, self._keys = glossary, keys

    def key(self, target: str) -> str | None:
        """Give the key of the entry that a link leads to; links to other sites lead to none."""
        address, fragment = urldefrag(target)
        if _ELSEWHERE.match(address):
            return None
        stem = _ENDING.sub("", unquote(address).rstrip("/").rpartition("/")[2])
        anchor = f"#{unquote(fragment)}"
        places = (slug(stem) + anchor, anchor, slug(unquote(fragment)), slug(stem))
        return next((self._keys[place] for place in places if place in self._keys), None)

    def mentions(self, span: Span, sentence: Sentence) -> Iterator[Mention]:
        """Give the linked words of a sentence that are a name of what they link to.

        Words that share none with the entry's names ("scale", linked to Scalability) may be of any class and are
        left as they are.
        """
        end = sentence.start + len(sentence.text)
        for link in span.links:
            key = self.key(link.target) if sentence.start <= link.start and link.end <= end else None
            if key and self._names(span.text[link.start : link.end], key):
                yield Mention(link.start - sentence.start, link.end - sentence.start, key)

    def _names(self, text: str, key: str) -> bool:
        words = set(fold(text).split())
        entries = self._glossary.merged[key].entries
        return any(
            words & set(fold(name).split())
            for entry in entries
            for name in (entry.label, *entry.abbreviations, *entry.alternatives)
        )
