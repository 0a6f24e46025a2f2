"""Where sentences end, and on which lines they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = ["LONGEST", "Sentence", "sentences"]

# Characters: what is longer is no sentence, and its grammar would cost the square of its length.
LONGEST = 3000

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ])")
_NOT_AN_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|mr|mrs|ms|dr|prof|st|no|nos|fig|inc|ltd|co|corp|approx|dept|est|incl)|\b[A-Z]|\.[a-z])\.$",
    re.IGNORECASE,
)


class Sentence(NamedTuple):
    """A sentence: its text, where it starts in its span, and the lines it stands on."""

    text: str
    start: int
    first: int
    last: int


def sentences(span: Span) -> Iterator[Sentence]:
    """Give the sentences of a span in order.

    >>> from rolegraph.readers import Span
    >>> [s.text for s in sentences(Span("A PM owns a roadmap, e.g. Q3. It changes.", ((0, 1),)))]
    ['A PM owns a roadmap, e.g. Q3.', 'It changes.']
    """
    start = 0
    for end in [*_ends(span.text), len(span.text)]:
        text = span.text[start:end]
        if text.strip():
            begin = start + len(text) - len(text.lstrip())
            stop = start + len(text.rstrip())
            yield Sentence(span.text[begin:stop], begin, span.line_at(begin), span.line_at(stop - 1))
        start = end


def _ends(text: str) -> Iterator[int]:
    """Give the offsets after each sentence but the last."""
    for match in _END.finditer(text):
        before = text[max(0, match.start() - 12) : match.start() + 1]
        if text[match.start()] != "." or not _NOT_AN_END.search(before):
            yield match.end()
