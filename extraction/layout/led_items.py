"""Lines of an article that are items without bullets: what stands, a line each, behind "Their duties include:"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rolegraph.extraction.layout.block_places import is_bare_heading
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.readers import Block, Heading, Item, Paragraph

__all__ = ["with_led_items", "with_led_lines_parted", "with_names_below"]

_MOST_WORDS, _MOST_IN_PAIR, _MIN_ITEMS, _MOST_IN_NAMES = 12, 40, 2, 8
_DEEPEST = 6  # the level of a heading that holds no others


# What the foot of a page bids its reader do.
_BIDS = re.compile(
    r"(?:book|request|get|sign|subscribe|download|share|follow|contact|try|start|schedule|talk|load|demander|télécharg"
    r"|s['’]inscrire|contactez|abonnez|essay|jetzt|anmelden|registrieren|kostenlos|solicit|descarg|suscr|contact[ae]"
    r"|regístr|prueb)\w*\b",
    re.IGNORECASE,
)


def with_led_items(
    blocks: Sequence[Block], leads_in: Callable[[str], bool] = lambda text: True
) -> list[Block]:
    """Make items of the lines behind a paragraph with a colon, where two or more follow that are no sentences.

    Of these paragraphs only those count that ``leads_in`` tells.

    >>> from rolegraph.readers import Span
    >>> lines = ["Their duties include:", "Sorting mail", "Filing: putting letters away.", "They are paid well."]
    >>> spans = [Span(text, ((0, number),)) for number, text in enumerate(lines, 1)]
    >>> [type(block).__name__ for block in with_led_items([Paragraph(span) for span in spans])]
    ['Paragraph', 'Item', 'Item', 'Paragraph']
    """
    found = list(blocks)
    for place, block in enumerate(blocks):
        text = block.span.text.rstrip() if isinstance(block, Paragraph) else ""
        if not text.endswith(":") or not leads_in(text):
            continue
        end = place + 1
        while end < len(blocks) and _is_item(blocks[end], blocks[end - 1]):
            end += 1
        if end - place > _MIN_ITEMS:
            found[place + 1 : end] = [
                Item(each.span) for each in blocks[place + 1 : end] if isinstance(each, Paragraph)
            ]
    return found


def with_led_lines_parted(blocks: Sequence[Block], leads_in: Callable[[str], bool]) -> Iterator[Block]:
    """Yield blocks, with the lines below a first one that ``leads_in`` items parted from it.

    >>> from rolegraph.readers import Span
    >>> text = "Key duties include: Sorting mail Filing letters"
    >>> page = [Paragraph(Span(text, ((0, 1), (20, 2), (33, 3))))]
    >>> [block.span.text for block in with_led_lines_parted(page, lambda text: "duties" in text)]
    ['Key duties include:', 'Sorting mail', 'Filing letters']
    """
    for block in blocks:
        starts = [offset for offset, _ in block.span.starts] if isinstance(block, Paragraph) else []
        if not isinstance(block, Paragraph) or len(starts) <= _MIN_ITEMS:
            yield block
            continue
        lines = [
            cut(block.span, *each) for each in zip(starts, [*starts[1:], len(block.span.text)], strict=True)
        ]
        listed = all(line.text[:1].isupper() and _is_short(line.text) for line in lines[1:])
        if listed and lines[0].text.endswith(":") and leads_in(lines[0].text):
            yield from map(Paragraph, lines)
        else:
            yield block


def with_names_below(
    blocks: Sequence[Block],
    names_follow: Callable[[str], bool],
    knows: Callable[[str], bool] = lambda _: False,
    *,
    fewest: int = 1,
) -> list[Block]:
    """Make items of the bare lines below a heading that ``names_follow``, up to the first that a text stands below.

    So is a line that is no heading yet, further down than the first sentence. ``knows`` tells the headings of
    sections, which are no names; of fewer than ``fewest`` lines no items are made.

    >>> from rolegraph.readers import Span
    >>> page = [Heading(Span(text, ((0, n),)), 0) for n, text in enumerate(("Also known as", "chore", "FAQ"), 1)]
    >>> found = with_names_below(page, lambda text: text == "Also known as", lambda text: text == "FAQ")
    >>> [type(block).__name__ for block in found]
    ['Heading', 'Item', 'Heading']
    """
    found = list(blocks)
    told = False
    for place, block in enumerate(blocks):
        told = told or (isinstance(block, Paragraph) and block.span.text[-1:] == ".")
        line = block if told and isinstance(block, Paragraph) else None
        if not (line or is_bare_heading(block)) or not names_follow(_text(block).rstrip(" :")):
            continue
        end = place + 1
        while end < len(blocks) and _is_name_alone(blocks, end) and not knows(_text(blocks[end])):
            end += 1
        lines = [each.span for each in blocks[place + 1 : end] if isinstance(each, Heading | Paragraph)]
        if len(lines) < fewest:
            continue
        found[place + 1 : end] = map(Item, lines)
        if line and lines:
            marked = any(isinstance(each, Heading) and each.level for each in blocks)
            found[place] = Heading(line.span, _DEEPEST if marked else 0)
    return found


def _text(block: Block) -> str:
    return block.span.text if isinstance(block, Heading | Paragraph) else ""


def _is_name_alone(blocks: Sequence[Block], place: int) -> bool:
    """Tell a line of a few words that heads nothing, but for other such lines."""
    block = blocks[place]
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    bare = 0 < len(_text(block).split()) <= _MOST_IN_NAMES and _text(block)[-1] not in ".:;!?"
    bare = bare and not _BIDS.match(_text(block))
    if isinstance(block, Paragraph):
        return bare
    return bare and is_bare_heading(block) and (below is None or isinstance(below, Heading))


def _is_short(text: str) -> bool:
    return not text.endswith((".", ":", ",")) and len(text.split()) <= _MOST_WORDS


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
