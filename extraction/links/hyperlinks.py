"""Which entry a hyperlink leads to, and which words it thereby explains."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from rolegraph.extraction.links.arrows import arrows
from rolegraph.extraction.words.pointing_words import POINTING
from rolegraph.extraction.words.tokens import Mention
from rolegraph.graph.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.links.linking import Glossary
    from rolegraph.extraction.words.sentences import Sentence
    from rolegraph.readers import Link, Span

__all__ = ["Hyperlinks", "Pointers", "Pointing", "pointing"]

_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:md|markdown|s?html?|xhtml|txt)$")
_POINTING = re.compile(
    rf"(?:^|[(.;,:–—-]\s*)(?:{POINTING}|(?:please\s+)?contrast|related (?:terms?|concepts?|entries):)(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_MANY = 5  # entries with hyperlinks, among which one lone pointer tells nothing of them
_NEAR = 300  # characters before a link in which what points to it is looked for
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

    A glossary is a document, or the folder where each document is one entry. One lone pointer among
    many entries with hyperlinks does not count.
    """
    entries = list(entries)
    counts = Counter(entry.source for entry in entries if not entry.gloss)
    glossaries = {
        entry.source: entry.source if counts[entry.source] > 1 else entry.source.rpartition("/")[0] + "/"
        for entry in entries
    }
    own = [entry for entry in entries if not entry.gloss]
    points = Counter(glossaries[entry.source] for entry in own if entry.pointing)
    links = Counter(glossaries[entry.source] for entry in own if entry.linking and not entry.pointing)
    found = {name for name, count in points.items() if count > 1 or links[name] < _MANY}
    return {source: glossary in found for source, glossary in glossaries.items()}


class Pointing:
    """Tells of the entries of one document which point to related terms in words of their own ("See also").

    Where there are several, it must be one of them that an entry points to.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._several = len(entries) > 1
        self._names = Counter(name for entry in entries for name in {*map(fold, entry.names())})
        self._anchors = Counter(anchor for entry in entries for anchor in _anchors(entry))

    def points(self, entry: Entry) -> bool:
        """Tell whether an entry points to related terms in words of its own."""
        names, anchors = {*map(fold, entry.names())}, _anchors(entry)
        for reference in entry.references:
            name = fold(reference.name)
            if not reference.redirect and (not self._several or self._names[name] > (name in names)):
                return True
        if any(True for span in entry.spans() for _ in arrows(span.text)):
            return True
        links = ((span, link) for span in entry.spans() for link in span.links)
        return any(
            is_pointer(span, link) and _is_worded(span, link)
            for span, link in links
            if self._leads_on(link, anchors)
        )

    def links(self, entry: Entry) -> bool:
        """Tell whether an entry has a hyperlink that can lead to another."""
        anchors = _anchors(entry)
        return any(self._leads_on(link, anchors) for span in entry.spans() for link in span.links)

    def _leads_on(self, link: Link, own: set[str]) -> bool:
        """Tell whether a link can lead to another entry: to another page, or to an anchor that one has."""
        if _ELSEWHERE.match(link.target):
            return False
        within = self._several and link.target.startswith("#")
        names = {link.target, f"#{slug(unquote(link.target[1:]))}"}
        return not within or any(self._anchors[name] > (name in own) for name in names)


def _is_worded(span: Span, link: Link) -> bool:
    """Tell a link under words from one under the number of a section: "see → 3.1"."""
    return sum(map(str.isalpha, span.text[link.start : link.end])) > 1


def _anchors(entry: Entry) -> set[str]:
    return {f"#{anchor}" for anchor in (*entry.anchors, *map(slug, entry.names()))}


def is_pointer(span: Span, link: Link) -> bool:
    """Tell whether a hyperlink stands behind "see" or the like, or in a text that is nothing but hyperlinks."""
    return bool(_POINTING.search(span.text[max(0, link.start - _NEAR) : link.start])) or _LINKS_ALONE(span)


class _LinksAlone:
    """Tells a text that is nothing but hyperlinks; the last is remembered, as it is asked for each of its links."""

    def __init__(self) -> None:
        self._last: tuple[Span | None, bool] = (None, False)

    def __call__(self, span: Span) -> bool:
        if self._last[0] is not span:
            self._last = span, not _BETWEEN_LINKS.sub("", "".join(_outside(span)))
        return self._last[1]


_LINKS_ALONE = _LinksAlone()


def _outside(span: Span) -> Iterator[str]:
    """Yield what stands between the hyperlinks of a text."""
    last = 0
    for each in sorted(span.links):
        yield span.text[last : each.start]
        last = each.end
    yield span.text[last:]


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
        named = [slug(part) for part in (unquote(fragment), stem) if part]  # of no letters, a slug is made up
        places = (slug(stem) + anchor if stem else anchor, anchor, *named)
        found = next((self._keys[place] for place in places if place in self._keys), None)
        return found or (None if address else self._alike(unquote(fragment)))

    def _alike(self, fragment: str) -> str | None:
        """Give the key of the entry whose label an anchor names in another form: "#cranes"."""
        key = fold(fragment.removeprefix("term-").replace("-", " "))
        return key if key in self._glossary.merged else None

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
