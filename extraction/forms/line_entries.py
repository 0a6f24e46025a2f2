"""Paragraphs whose every line opens an entry: a form such as Markdown joins lines that stand without a blank one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rolegraph.extraction.layout.patterns import cut, read_pair, read_redirect
from rolegraph.extraction.names.heads import is_code
from rolegraph.readers import Block, Paragraph, Span

__all__ = ["with_lines_parted"]

_LEAST_WORDS, _LEAST_CODED = 3, 4
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|can|may|must|should)\b")

_Any = TypeVar("_Any", bound=Block)


def with_lines_parted(
    blocks: Sequence[_Any], is_label: Callable[[str], bool] = lambda _: False
) -> Iterator[_Any | Paragraph]:
    """Yield the blocks, with each paragraph whose lines open entries cut into these.

    ``is_label`` tells what heads no entry. Most lines must open one; another goes on with the line above.

    >>> text, lines = "Toil – work by hand Runbook – steps to take", ((0, 4), (20, 5))
    >>> [block.span.text for block in with_lines_parted([Paragraph(Span(text, lines))])]
    ['Toil – work by hand', 'Runbook – steps to take']
    """
    for block in blocks:
        parts = _entries(block.span, is_label) if isinstance(block, Paragraph) else []
        if len(parts) < 2:
            yield block
        else:
            yield from map(Paragraph, parts)


def _entries(span: Span, is_label: Callable[[str], bool]) -> list[Span]:
    """Give the parts of a paragraph that its entries are; nothing where its lines are none."""
    starts = sorted({at for at, _ in span.starts} | set(span.breaks))
    if len(starts) < 2:
        return []
    lines = [cut(span, *ends) for ends in zip(starts, [*starts[1:], len(span.text)], strict=True)]
    if len(lines) >= _LEAST_CODED and all(_opens_with_code(line.text) for line in lines):
        return lines
    opening = [place for place, line in enumerate(lines) if _opens(line, is_label)]
    if opening[:1] != [0] or 4 * len(opening) < 3 * len(lines) or not _are_told(lines, opening):
        return []
    ends = [*(starts[place] for place in opening[1:]), len(span.text)]
    return [cut(span, starts[place], end) for place, end in zip(opening, ends, strict=True)]


def _opens(line: Span, is_label: Callable[[str], bool]) -> bool:
    redirect = read_redirect(line.text)
    pair = read_pair(line)
    head = redirect[0] if redirect else pair.head if pair else ""
    labels = is_label(head) or is_label(re.split(r"[.!?;]\s+", head)[-1])  # "… in seconds. See also: Queue"
    return bool(head) and not labels and not _VERBAL.search(head)


def _opens_with_code(line: str) -> bool:
    """Tell "AOG Aircraft on ground", an abbreviation without a sign before its full name."""
    short, _, full = line.partition(" ")
    return is_code(short) and full[:1].isupper() and not is_code(full.split()[0])


def _are_told(lines: Sequence[Span], opening: Sequence[int]) -> bool:
    """Tell terms with their definitions from a few data ("Version: 2", "Author: A. B."), and from broken prose.

    All that open one begin as names do, or all in small letters.
    """
    named = _begin_alike([lines[place].text for place in opening], all_lines=len(opening) == len(lines))
    told = [pair.definition for place in opening if (pair := read_pair(lines[place])) and pair.definition]
    words = sum(len(span.text.split()) for span in told)
    colons = sum(":" in lines[place].text for place in opening)
    return named and (2 * colons < len(opening) or words >= _LEAST_WORDS * len(told))


def _begin_alike(texts: Sequence[str], *, all_lines: bool) -> bool:
    """Tell whether texts begin all with a capital, or all in small letters but for abbreviations."""
    small = sum(text[0].islower() for text in texts)
    codes = sum(is_code(re.split(r"[^\w&/-]", text, maxsplit=1)[0]) for text in texts)
    return small == 0 or (all_lines and small + codes >= len(texts) > 1)
