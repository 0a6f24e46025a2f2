"""Lines of an article that are items without bullets: what stands, a line each, behind "Their duties include:"."""

from __future__ import annotations

from collections.abc import Sequence

from rolegraph.extraction.forms.patterns import read_pair
from rolegraph.readers import Block, Item, Paragraph

__all__ = ["with_led_items"]

_MOST_WORDS, _MOST_IN_PAIR, _MIN_ITEMS = 12, 40, 2


def with_led_items(blocks: Sequence[Block]) -> list[Block]:
    """Make items of the lines behind a paragraph with a colon, where two or more follow that are no sentences.

    >>> from rolegraph.readers import Span
    >>> lines = ["Their duties include:", "Sorting mail", "Filing: putting letters away.", "They are paid well."]
    >>> spans = [Span(text, ((0, number),)) for number, text in enumerate(lines, 1)]
    >>> [type(block).__name__ for block in with_led_items([Paragraph(span) for span in spans])]
    ['Paragraph', 'Item', 'Item', 'Paragraph']
    """
    found = list(blocks)
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.span.text.rstrip().endswith(":"):
            continue
        end = place + 1
        while end < len(blocks) and _is_item(blocks[end], blocks[end - 1]):
            end += 1
        if end - place > _MIN_ITEMS:
            found[place + 1 : end] = [
                Item(each.span) for each in blocks[place + 1 : end] if isinstance(each, Paragraph)
            ]
    return found


def _is_item(block: Block, before: Block) -> bool:
    """Tell a line right below another that is no sentence: a few words, or a label with its text."""
    if not isinstance(block, Paragraph) or not isinstance(before, Paragraph):
        return False
    text = block.span.text.rstrip()
    below = block.span.line == before.span.starts[-1][1] + 1
    if not below or text.endswith((":", "?", "!")):
        return False
    pair = read_pair(block.span)
    labelled = pair is not None and pair.definition is not None and len(text.split()) <= _MOST_IN_PAIR
    return labelled or (not text.endswith(".") and len(text.split()) <= _MOST_WORDS)
