"""What of a document is left out before it is read: noise, and a few stray words at its foot."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.led_items import with_led_items
from rolegraph.extraction.layout.noise import (
    is_date,
    is_index,
    is_of_page,
    is_part_of_speech,
    is_way_back,
    last_on_way,
    noise,
)
from rolegraph.extraction.layout.patterns import cut, read_pair, spelled_pair
from rolegraph.extraction.layout.sections import is_letter
from rolegraph.extraction.layout.surroundings import without_surroundings
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Heading, Item, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rolegraph.extraction.layout.sections import Announcer

__all__ = ["without_noise"]

_LABELLED = re.compile(r"[^\W\d_][^\d:]{1,30}:\s[^\d]+$")
_SAID = re.compile(r"[.!?:]$|;\s|\w—\w")  # what a few stray words at the foot of a page have not
_OF_SITE = frozenset({"button", "way back", "way back to the top"})
_FEW_WORDS = 6  # of a line that can be a name or a heading
_TOLD = 4  # words that a text has at least
_LEAST_LETTERS, _FIRST_BLOCKS, _LEAST_OPENED = 3, 6, 2
_FEW_IN_BUTTON, _LEAST_BUTTONS, _LEAST_BEHIND = 3, 3, 2
_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?")

_SHORT_FORM = re.compile(r"(?:abbr|abbreviation|acronym)\.?", re.IGNORECASE)  # what stands below it is one


def without_noise(
    blocks: Sequence[Block],
    announcer: Announcer,
    skip: Callable[[Span, str], None],
    heads: Callable[[str], bool] = lambda text: False,
) -> list[Block]:
    """Give the blocks that tell something; ``skip`` is called with the text of each other one, and the reason.

    ``heads`` tells a bare line below which names can stand to the end of the page: "How we measure success".
    """
    blocks, kept = _with_way_titled(without_surroundings(blocks, skip)), list[Block]()
    indices, repeated = _indices(blocks), _repeated(blocks, announcer.knows)
    for number, block in enumerate(blocks):
        above = kept[-1] if kept else None
        told = isinstance(above, Heading) and announcer.relation(above.span.text) is not None
        if number in indices and isinstance(block, Paragraph | Heading):
            skip(block.span, "bar of letters")
        elif number in repeated and isinstance(block, Paragraph | Heading):
            skip(block.span, "button")
        elif (
            (not told or is_way_back(_line(block)) or is_of_page(_line(block)) == "button")
            and not _is_row(blocks, number)
            and isinstance(block, Paragraph | Heading)
            and (reason := _noise(block, above))
            and not (reason in _OF_SITE and _heads_text(blocks, number))
        ):
            skip(block.span, reason)
        else:
            kept.append(block)
    return _without_footer(kept, announcer, skip, heads)


def _repeated(blocks: Sequence[Block], knows: Callable[[str], bool]) -> frozenset[int]:
    """Give the places of a short line that closes each of several texts: "Read", above the next heading."""
    places: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        line = _line(block)
        if number and 0 < len(line.split()) <= _FEW_IN_BUTTON and line[-1] not in ".:?":
            places.setdefault(fold(line), []).append(number)
    several = [found for line, found in places.items() if len(found) >= _LEAST_BUTTONS and not knows(line)]
    return frozenset(n for found in several if all(_closes_text(blocks, n) for n in found) for n in found)


def _closes_text(blocks: Sequence[Block], number: int) -> bool:
    """Tell a line between a text and a heading with its own text, or the end of the page."""
    before, behind = blocks[number - 1], blocks[number + 1 : number + 3]
    headed = (
        len(behind) == _LEAST_BEHIND and isinstance(behind[0], Heading) and isinstance(behind[1], Paragraph)
    )
    ends = not behind or (headed and len(_line(behind[1]).split()) > _FEW_WORDS)
    return isinstance(before, Paragraph) and len(_line(before).split()) > _FEW_WORDS and ends


def _with_way_titled(blocks: Sequence[Block]) -> Sequence[Block]:
    """Make a title of the end of a way through the pages, "Home » Words » Toil", above texts that open with it.

    So it is only where no other heading names it.
    """
    for place, block in enumerate(blocks[:_FIRST_BLOCKS]):
        way = last_on_way(_line(block))
        if way and isinstance(block, Paragraph | Heading) and _is_opened_by(fold(way), blocks, place):
            title = Heading(cut(block.span, block.span.text.rindex(way)), 1)
            return [*blocks[:place], title, *blocks[place + 1 :]]
    return blocks


def _is_opened_by(name: str, blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a name opens several of the texts below a place, and no heading names it."""
    texts = [fold(_line(block)) for block in blocks[place + 1 :] if isinstance(block, Paragraph)]
    heads = [fold(_line(each)) for n, each in enumerate(blocks) if isinstance(each, Heading) and n != place]
    opened = sum(text.startswith(f"{name} ") for text in texts)
    return opened >= _LEAST_OPENED and not any(f" {name} " in f" {head} " for head in heads)


def _indices(blocks: Sequence[Block]) -> frozenset[int]:
    """Give the places of letters that stand in a run of such lines, without a term between them.

    So do two or more in a line, where these lines go on through the alphabet: "B C", terms, "J K L".
    """
    letters = {number: _line(block).split() for number, block in enumerate(blocks) if is_index(_line(block))}
    runs: list[list[int]] = []
    for number in letters:
        if number - 1 in letters:
            runs[-1].append(number)
        else:
            runs.append([number])
    barred = {number for run in runs if len(run) >= _LEAST_LETTERS for number in run}
    order = [letter for line in letters.values() for letter in line]
    if len(letters) >= _LEAST_LETTERS and order == sorted(set(order)):
        barred.update(number for number, line in letters.items() if len(line) > 1)
    return frozenset(barred)


def _heads_text(blocks: Sequence[Block], number: int) -> bool:
    """Tell a marked heading that a sentence stands below, as it does below a term: "Get quote"."""
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    block = blocks[number]
    told = isinstance(below, Paragraph) and len(below.span.text.split()) >= _TOLD
    return isinstance(block, Heading) and block.level > 1 and told


def _line(block: Block) -> str:
    return block.span.text if isinstance(block, Paragraph | Heading) else ""


def _is_row(blocks: Sequence[Block], number: int) -> bool:
    """Tell a line of cells between pipes that has another with as many above or below it."""
    beside = [_pipes(blocks[n]) for n in (number - 1, number + 1) if 0 <= n < len(blocks)]
    return _pipes(blocks[number]) > 0 and _pipes(blocks[number]) in beside


def _pipes(block: Block) -> int:
    return block.span.text.count(" | ") if isinstance(block, Paragraph) else 0


def _without_footer(
    kept: list[Block],
    announcer: Announcer,
    skip: Callable[[Span, str], None],
    heads: Callable[[str], bool],
) -> list[Block]:
    """Take away stray words at the end, unless the last heading announces what may be names, or a lead items."""
    headings = [block.span.text for block in kept if isinstance(block, Heading)]
    names_follow = bool(headings) and announcer.relation(headings[-1].strip(" :")) is not None
    names_follow = names_follow or bool(kept and isinstance(with_led_items(kept)[-1], Item))
    names_follow = names_follow or any(heads(_line(block)) for block in takewhile(_is_short, reversed(kept)))
    while not names_follow and kept and _is_footer(kept):
        last = kept.pop()
        if isinstance(last, Paragraph | Heading):
            skip(last.span, "footer")
    return kept


def _is_short(block: Block) -> bool:
    bare = isinstance(block, Paragraph) or (isinstance(block, Heading) and not block.level)
    return bare and len(_line(block).split()) <= _FEW_WORDS


def _is_footer(blocks: Sequence[Block]) -> bool:
    """Tell whether the last block is a few stray words that end nothing."""
    last = blocks[-1]
    if not isinstance(last, Paragraph | Heading) or len(blocks) < 3:
        return False
    if isinstance(last, Paragraph) and isinstance(blocks[-2], Heading):
        return False
    text = last.span.text
    labelled = _LABELLED.match(text) is not None  # "See also: Queue"
    bare = len(text.split()) <= 4 and not _SAID.search(text) and not last.span.links and not labelled
    pair = None if isinstance(last, Heading) else spelled_pair(last.span) or read_pair(last.span)
    return bare and pair is None


def _noise(block: Paragraph | Heading, above: Block | None) -> str:
    """Name the kind of noise that a block is.

    Of headings: the number of a clause, a date, what tells of the page, what a dictionary says of the one above.
    """
    text = block.span.text
    headed = isinstance(above, Heading) and not is_letter(above.span.text)
    counts = isinstance(block, Paragraph) or _NUMBER.fullmatch(text) or is_of_page(text) or is_date(text)
    speech = headed and is_part_of_speech(text) and not _SHORT_FORM.fullmatch(text)
    return noise(block.span) if counts or speech else ""
