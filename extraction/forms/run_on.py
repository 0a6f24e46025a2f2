"""Lists whose line breaks or bullets were lost, so that many entries stand in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rolegraph.extraction.forms.patterns import cut, read_pair
from rolegraph.readers import Item, Paragraph, Span

__all__ = ["restored"]

_BULLET = re.compile(r"(?<=\s)[•‣◦▪●·](?=\s)|^[•‣◦▪●·]")
_ENTRY = re.compile(r"(?<=[.!?;])\s(?=[A-Z(][^.:!?;–—]{1,70}(?:\([^()]{2,20}\))?(?::\s|\s[–—-]\s)\S)")
_LEAST = 3


def restored(blocks: Sequence[Item | Paragraph]) -> list[Item | Paragraph]:
    """Give the blocks with each run-on paragraph parted into the items that it was.

    >>> text = "Toil: work by hand. Runbook: steps to take. Postmortem: a look back."
    >>> [block.span.text for block in restored([Paragraph(Span(text, ((0, 1),)))])]
    ['Toil: work by hand.', 'Runbook: steps to take.', 'Postmortem: a look back.']
    """
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Item | Paragraph) -> Iterator[Item | Paragraph]:
    for marks in (_BULLET, _ENTRY):
        spans = list(_parted(block.span, marks))
        if len(spans) < _LEAST:
            continue
        pairs = sum(read_pair(span) is not None for span in spans)
        if pairs >= _LEAST and 4 * pairs >= 3 * (len(spans) - 1):
            yield from (Paragraph(span) for span in spans)
            return
    yield block


def _parted(span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for match in marks.finditer(span.text):
        if match.start() > start:
            yield cut(span, start, match.start())
        start = match.end()
    yield cut(span, start)
