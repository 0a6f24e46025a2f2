"""Which entry a hyperlink leads to, and which words it thereby explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from rolegraph.extraction.tokens import Mention
from rolegraph.graph.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rolegraph.extraction.linking import Glossary
    from rolegraph.extraction.sentences import Sentence
    from rolegraph.readers import Span

__all__ = ["Hyperlinks"]

_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:md|markdown|html?|txt)$")


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
        named = (self._keys.get(slug(name)) for name in (unquote(fragment), stem) if name)
        return next((key for key in named if key), None)

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
