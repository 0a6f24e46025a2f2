"""Titles that a web page marks by looks alone: bold lines, and what stands in elements of a class of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rolegraph.readers.document import Block, Heading, Item, Paragraph, Span
from rolegraph.readers.pagelines import Piece
from rolegraph.readers.spans import cut_head, cut_tail
from rolegraph.readers.titles import is_title, split_title, title_span

__all__ = ["titled"]

_HINT = re.compile(r"term|title|question|name|word|head|label|key|concept|accordion|summary", re.IGNORECASE)
_PAIR = re.compile(r"[^\s:=–—-][^:=–—]{0,60}?(?::|\s[-–—=]{1,2})\s")
_INLINE = frozenset(
    {"a", "b", "strong", "em", "i", "u", "span", "font", "big", "button", "label", "dfn", "abbr"}
)
# The bullets that word processors set as text.
_BULLET = re.compile(r"[•‣◦▪▫●○■□·➢➤►▶✓✔➔→⁃\uf0b7\uf0a7]\s+(?=\S)")
_MIN_TITLES, _MIN_HINTED, _SHARE, _MIN_LINES = 3, 2, 0.9, 2


def titled(pieces: Sequence[Piece]) -> list[Block]:
    """Give the blocks, with headings for what are titles; each of these stands one level below the last marked one."""
    pieces = [part for piece in pieces for part in _lines(piece)]
    marked = _title_signatures(pieces)
    blocks: list[Block] = []
    level = 1
    for piece, below in zip_longest(pieces, pieces[1:]):
        for block in _titles(piece, below, marked):
            if isinstance(block, Heading) and block.level:
                level = block.level
            elif isinstance(block, Heading):
                block = Heading(block.span, min(6, level + 1))
            blocks.append(block)
    return blocks


def _titles(piece: Piece, below: Piece | None, marked: frozenset[str]) -> Iterator[Block]:
    block = piece.block
    if isinstance(block, Item):
        yield _split_item(block)
    elif not isinstance(block, Paragraph):
        yield block
    elif match := _BULLET.match(block.span.text):
        yield Item(cut_head(block.span, match.end()))
    elif below is not None and (_is_marked(piece, marked) or _is_bold_title(block.span, below.block)):
        yield Heading(title_span(block.span), 0)
    elif block.span.breaks:
        yield from split_title(block)
    else:
        yield block


def _title_signatures(pieces: Sequence[Piece]) -> frozenset[str]:
    """Find the kinds of paragraphs that are titles: nearly all are short, with a paragraph of another kind below."""
    found: dict[str, list[bool]] = defaultdict(list)
    for piece, below in zip_longest(pieces, pieces[1:]):
        if isinstance(piece.block, Paragraph) and piece.signature:
            found[piece.signature].append(_heads(piece, piece.block, below))
    return frozenset(signature for signature, heads in found.items() if _are_titles(signature, heads))


def _heads(piece: Piece, paragraph: Paragraph, below: Piece | None) -> bool:
    """Tell whether a paragraph is short and has a longer one of another kind below it, a list or a table."""
    if below is None or below.signature == piece.signature or isinstance(below.block, Heading):
        return False
    text = paragraph.span.text
    what = below.block.span.text if isinstance(below.block, Paragraph) else ""
    return is_title(text) and (not what or len(what) > len(text) or what.endswith("."))


def _are_titles(signature: str, heads: Sequence[bool]) -> bool:
    inner = signature.rpartition(">")[2]
    tag, _, name = inner.partition(".")
    least = _MIN_HINTED if _HINT.search(name) else _MIN_TITLES
    return bool(name or tag in _INLINE) and len(heads) >= least and sum(heads) >= _SHARE * len(heads)


def _lines(piece: Piece) -> Iterator[Piece]:
    """Part a paragraph whose lines are entries by themselves: each begins in bold, or has a term and a separator."""
    block = piece.block
    if not isinstance(block, Paragraph) or not block.span.breaks:
        yield piece
        return
    span = block.span
    bold = {start for start, _ in span.strong}
    starts = [0, *span.breaks]
    heads = [start for start in starts if start in bold]
    if len(heads) >= _MIN_LINES:
        starts = [0, *(start for start in heads if start)]
    elif not all(_PAIR.match(text) for text in _parts(span.text, starts)):
        yield piece
        return
    for start, end in zip_longest(starts, starts[1:]):
        part = cut_tail(span, len(span.text[:end].rstrip()))
        yield Piece(Paragraph(cut_head(part, start) if start else part), piece.signature)


def _parts(text: str, starts: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in zip_longest(starts, starts[1:])]


def _split_item(item: Item) -> Item:
    """Part an item whose first line is a title from the text below that line."""
    if item.more or not item.span.breaks:
        return item
    end = item.span.breaks[0]
    head = cut_tail(item.span, len(item.span.text[:end].rstrip()))
    return item._replace(span=head, more=(cut_head(item.span, end),)) if is_title(head.text) else item


def _is_marked(piece: Piece, marked: frozenset[str]) -> bool:
    block = piece.block
    return piece.signature in marked and isinstance(block, Paragraph) and is_title(block.span.text)


def _is_bold_title(span: Span, below: Block) -> bool:
    whole = span.strong == ((0, len(span.text)),)
    return whole and is_title(span.text) and not isinstance(below, Heading)
