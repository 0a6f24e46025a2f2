"""What stands around the text of a page that was copied whole: the menu above the way to it, the questions below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.noise import last_on_way
from rolegraph.readers import Block, Heading, Item, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["without_surroundings"]

_STAMP = re.compile(
    r"(?:page )?last (?:updated|reviewed|modified|changed)|updated\b|e-?mail\b|phone\b", re.IGNORECASE
)
_NEAR_TOP, _FEW_WORDS = 40, 8
_FEEDBACK = re.compile(
    r"(?:(?:was|is|did you find|do you find) (?:this|the) (?:page|article|information|content|answer|entry|definition)"
    r"(?: \w+){0,2} (?:helpful|useful|clear)"
    r"|(?:was|is) this (?:helpful|useful)|how helpful (?:was|is) (?:this|the)\b[^?]{0,40}"
    r"|did (?:this|the) (?:page|article|answer)[^?]{0,30} help(?: you)?|did this help(?: you)?"
    r"|rate this (?:page|article|entry|term)|is there anything wrong with this page)\W*",
    re.IGNORECASE,
)


def without_surroundings(blocks: Sequence[Block], skip: Callable[[Span, str], None]) -> list[Block]:
    """Give the blocks without a menu that ends in a way through the pages, and without what follows "Was it useful?".

    >>> lines = ("News", "Home > Words", "Berth", "A place.", "Was this page helpful?", "Yes")
    >>> blocks = [Paragraph(Span(text, ((0, line),))) for line, text in enumerate(lines, 1)]
    >>> [block.span.text for block in without_surroundings(blocks, lambda *_: None)]
    ['Home > Words', 'Berth', 'A place.']
    """
    first, end = _end_of_menu(blocks), _start_of_foot(blocks)
    kept = []
    for number, block in enumerate(blocks):
        around = "above the way through the pages" if number < first else "asked about the page"
        if isinstance(block, Paragraph | Heading | Item) and not first <= number < end:
            skip(block.span, around)
        else:
            kept.append(block)
    return kept


def _end_of_menu(blocks: Sequence[Block]) -> int:
    """Give the place of a way through the pages above which nothing but short lines stand, 0 without one."""
    for number, block in enumerate(blocks[:_NEAR_TOP]):
        if name := last_on_way(_line(block)):
            titled = any(_line(above).casefold() == name.casefold() for above in blocks[:number])
            return 0 if titled else number  # the title stands above the way to it
        if not _is_short(block) or (isinstance(block, Heading) and block.level == 1):
            break  # a title stands above all that belongs to it
    return 0


def _start_of_foot(blocks: Sequence[Block]) -> int:
    """Give the place of a question about the page below which nothing but short lines stand, or the end."""
    for number in range(len(blocks) - 1, -1, -1):
        if _FEEDBACK.fullmatch(_line(blocks[number])):
            return number
        if not _is_short(blocks[number]):
            break
    return len(blocks)


def _line(block: Block) -> str:
    return block.span.text if isinstance(block, Paragraph | Heading | Item) else ""


def _is_short(block: Block) -> bool:
    """Tell a few words that are no sentence and no pair of a term and its text."""
    text = _line(block)
    told = text.endswith(".") or (": " in text and not _STAMP.match(text))
    return bool(text) and len(text.split()) <= _FEW_WORDS and not told
