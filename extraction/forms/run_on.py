"""Lists whose line breaks or bullets were lost, so that many entries stand in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rolegraph.extraction.layout.patterns import cut, is_head, read_pair
from rolegraph.readers import Item, Paragraph, Span

__all__ = ["restored"]

_BULLET = re.compile(r"(?<=\s)[•‣◦▪●·](?=\s)|^[•‣◦▪●·]")
_ENTRY = re.compile(r"(?<=[.!?;])\s(?=[A-Z(][^.:!?;–—]{1,70}(?:\([^()]{2,20}\))?(?::\s|\s[–—-]\s)\S)")
_LEAST = 3
_LONGEST_LABEL = 40


def restored(
    blocks: Sequence[Item | Paragraph], is_label: Callable[[str], bool] = lambda _: False
) -> list[Item | Paragraph]:
    """Give the blocks with each run-on paragraph parted into the items that it was; ``is_label`` tells what is no term.

    >>> text = "Toil: work by hand. Runbook: steps to take. Postmortem: a look back."
    >>> [block.span.text for block in restored([Paragraph(Span(text, ((0, 1),)))])]
    ['Toil: work by hand.', 'Runbook: steps to take.', 'Postmortem: a look back.']
    """
    return [part for block in blocks for part in _parts(block, is_label)]


def _parts(block: Item | Paragraph, is_label: Callable[[str], bool]) -> Iterator[Item | Paragraph]:
    if bold := _bold_heads(block.span, is_label):
        ends = [*bold[1:], len(block.span.text)]
        yield from (Paragraph(cut(block.span, *ends)) for ends in zip(bold, ends, strict=True))
        return
    for marks in (_BULLET, _ENTRY):
        spans = list(_parted(block.span, marks, is_label))
        if len(spans) < _LEAST:
            continue
        pairs = sum(read_pair(span) is not None for span in spans)
        if pairs >= _LEAST and 4 * pairs >= 3 * (len(spans) - 1):
            yield from (Paragraph(span) for span in spans)
            return
    yield block


def _bold_heads(span: Span, is_label: Callable[[str], bool]) -> list[int]:
    """Give where the entries of a paragraph begin that bold heads with colons part, nothing where it is but one."""
    heads = [
        (start, span.text[start:end].rstrip(" :"))
        for start, end in span.strong
        if _is_bold_head(span, start, end)
    ]
    starts = [start for start, head in heads if is_head(head) and not is_label(head)]
    return starts if starts[:1] == [0] and len(starts) > 1 else []


def _is_bold_head(span: Span, start: int, end: int) -> bool:
    """Tell bold type with a colon or a dash that begins the text or comes behind a sentence."""
    before, behind = span.text[:start].rstrip(), span.text[end:].lstrip()
    colon = span.text[start:end].endswith(":") or behind.startswith((":", "-- ", "– ", "— "))
    return colon and bool(behind.lstrip(" :")) and (not before or before.endswith((".", "!", "?", ";")))


def _parted(span: Span, marks: re.Pattern[str], is_label: Callable[[str], bool]) -> Iterator[Span]:
    """Cut a text where entries begin; what begins with the label of a field goes on with the entry before it."""
    start = 0
    for match in marks.finditer(span.text):
        if is_label(span.text[match.end() : match.end() + _LONGEST_LABEL]):
            continue
        if match.start() > start:
            yield cut(span, start, match.start())
        start = match.end()
    yield cut(span, start)
