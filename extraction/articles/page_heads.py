"""What stands above an article and is no part of it: the name of the list it comes from, and a table of contents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.names.heads import abbreviates, asked_term, read_head
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Heading, Item, Paragraph

__all__ = ["article_below", "with_names_unbracketed", "without_contents"]

_CONTENTS = re.compile(
    r"(?:table of |page )?contents|(?:on|in) this (?:page|article|guide|post|section)|what['’]s inside|jump to",
    re.IGNORECASE,
)
_NAMES_IN_BRACKETS = re.compile(
    r"\((?:(?:also|sometimes|often|commonly|formerly)\s+(?:known as|called|referred to as|abbreviated)|a\.?k\.?a\.?)"
    r"[\s:][^()]{1,120}\)\.?",
    re.IGNORECASE,
)
_MIN_LONG, _OPENING, _MAX_TITLE = 40, 120, 4
_MIN_UNNAMED, _MAX_BETWEEN, _MAX_BARE, _FIRST_BLOCKS, _MIN_LISTED = 4, 3, 11, 4, 2


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Leave out a table of contents: lines that all stand again further down, in the same order.

    >>> from rolegraph.readers import Span
    >>> texts = ("Toil", "Contents", "Signs", "Costs", "Signs", "It is dull.", "Costs", "It is dear.")
    >>> [block.span.text for block in without_contents([Paragraph(Span(text, ((0, 1),))) for text in texts])]
    ['Toil', 'Signs', 'It is dull.', 'Costs', 'It is dear.']
    """
    blocks = _without_listing(blocks)
    texts = [_text(block) for block in blocks]
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    for place, block in enumerate(blocks):
        named = bool(_CONTENTS.fullmatch(texts[place].strip(" :")))
        if not named and not isinstance(block, Item):
            continue
        end = _end_of_contents(texts, place + named, places)
        if named and end > place + 1:
            return [*blocks[:place], *blocks[end:]]
        if named and place + 1 < len(blocks) and not isinstance(blocks[place + 1], Item):
            return [*blocks[:place], *blocks[place + 1 :]]
        if not named and end - place >= _MIN_UNNAMED and isinstance(block, Item):
            return [*blocks[:place], *blocks[end:]]
    return list(blocks)


def _without_listing(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out a heading that only lists other headings: "Berth, Tug, Quay and more"."""
    heads = {fold(_text(block)) for block in blocks if _is_head(block)}
    listing = [
        place
        for place, block in enumerate(blocks[:_FIRST_BLOCKS])
        if _is_head(block) and sum(fold(name) in heads for name in _text(block).split(",")) >= _MIN_LISTED
    ]
    return [block for place, block in enumerate(blocks) if place not in listing] if listing else blocks


def with_names_unbracketed(blocks: Sequence[Block]) -> list[Block]:
    """Make a text of a line in brackets that tells the other names of the heading above it.

    >>> from rolegraph.readers import Span
    >>> title, names = (Heading(Span(text, ((0, 1),)), 0) for text in ("Toil", "(Also called drudgery)"))
    >>> with_names_unbracketed([title, names])[1].span.text
    'Also called drudgery'
    """
    freed = list(blocks)
    for place, (above, block) in enumerate(pairwise(blocks), 1):
        told = isinstance(block, Heading | Paragraph) and _NAMES_IN_BRACKETS.fullmatch(block.span.text)
        if told and isinstance(above, Heading) and isinstance(block, Heading | Paragraph):
            freed[place] = Paragraph(cut(block.span, 1, block.span.text.rindex(")")))
    return freed


def _end_of_contents(texts: Sequence[str], start: int, places: Mapping[str, Sequence[int]]) -> int:
    """Give the place behind the longest run of lines that stand again behind it, one after the other.

    ``places`` are those of each text.
    """
    end, again = start, start
    while end < len(texts) and texts[end] and (found := _next(places[texts[end]], max(again, end))):
        again = found
        end += 1
        if again == end:
            break
    first = _next(places[texts[start]], start) if end > start else start
    return min(end, first)


def _next(places: Sequence[int], place: int) -> int:
    """Give the first of some places, in order, that is behind another; 0 where none is."""
    number = bisect_right(places, place)
    return places[number] if number < len(places) else 0


def article_below(blocks: Sequence[Block], told: frozenset[str], knows: Callable[[str], bool]) -> int:
    """Give the place of the title of an article below the name of the list it comes from, 0 for a list of terms.

    Of the title the text tells what it is; a heading asks for it, or most headings name it, or are known from articles.
    """
    text = next((n for n, block in enumerate(blocks) if n and _is_text(block)), 0)
    for place, block in enumerate(blocks[1 : max(_MAX_BETWEEN + 1, text)], 1):
        if not isinstance(block, Heading | Paragraph) or not _can_title(_text(block)):
            continue
        names = _names(_text(block).rstrip("."))
        names |= {short for short in told for name in names if abbreviates(short.upper(), name)}
        if _is_asked_below(names, blocks, place):
            return place
        if names & told and (
            _is_about(names, [_text(each) for each in blocks[place:] if _is_head(each)])
            or _tells_of_one(names, blocks[place:], knows)
        ):
            return place
    return 0


def _is_asked_below(names: frozenset[str], blocks: Sequence[Block], place: int) -> bool:
    """Tell whether the heading right below a title asks what that is, and no other heading asks for a term."""
    asked = [n for n, block in enumerate(blocks) if _is_head(block) and _asks(_text(block))]
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    return asked == [place + 1] and below is not None and bool(names & _names(_text(below)))


def _can_title(text: str) -> bool:
    """Tell a title from a sentence and from what leads in a list; a few words may have a full stop behind them."""
    return not text.endswith(":") and (not text.endswith(".") or len(text.split()) <= _MAX_TITLE)


def _tells_of_one(names: frozenset[str], blocks: Sequence[Block], knows: Callable[[str], bool]) -> bool:
    """Tell whether what stands below a title goes on about it, by its headings and the texts right below these."""
    if not isinstance(blocks[0], Heading) and len(_text(blocks[0]).split()) > _MAX_TITLE:
        return False
    heads = [
        place for place, block in enumerate(blocks) if _is_head(block) and not names & _names(_text(block))
    ]
    about = sum(_is_part(names, blocks, place, knows) or _tells_more(names, blocks, place) for place in heads)
    others = sum(_tells_itself(blocks, place) for place in heads)
    return 2 * about > len(heads) and not others


def _tells_more(names: frozenset[str], blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a long text below a heading names the title at once, as a definition of another term does not."""
    below = _text(blocks[place + 1]) if place + 1 < len(blocks) else ""
    opening = f" {fold(below[:_OPENING])} "
    return len(below.split()) >= _MIN_LONG and any(f" {name} " in opening for name in names)


def _is_part(
    names: frozenset[str], blocks: Sequence[Block], place: int, knows: Callable[[str], bool]
) -> bool:
    """Tell the heading of a part of an article: a known one, a longer phrase with its title in it, a question."""
    text = _text(blocks[place])
    named = any(f" {name} " in f" {fold(text)} " for name in names)
    return named or (knows(text) and len(text) > 1) or (text.endswith("?") and not _asks(text))


def _tells_itself(blocks: Sequence[Block], place: int) -> bool:
    """Tell a heading that the text right below it defines, as that of a term."""
    below = _text(blocks[place + 1]) if place + 1 < len(blocks) else ""
    opening = f" {fold(below[:120])} "
    return any(
        f" {name} {verb} " in opening for name in _names(_text(blocks[place])) for verb in ("is", "are")
    )


def _is_about(names: frozenset[str], heads: Sequence[str]) -> bool:
    """Tell whether headings are those of an article on what is so named."""
    words = {word for name in names for word in name.split() if len(word) > 2}
    asked = [_names(head) for head in heads if _asks(head)]
    alone = len(heads) == 1 and bool(asked)
    others = sum(not names & each for each in asked)
    sharing = sum(bool(words.intersection(fold(head).split())) for head in heads[1:]) - others
    most = sharing > 0 and 2 * sharing >= len(heads) - 1
    return any(names & each for each in asked) and (alone or most)


def _is_text(block: Block) -> bool:
    """Tell a text from the bare lines that stand above an article, such as an index of the list it comes from."""
    return not isinstance(block, Heading | Paragraph) or len(block.span.text.split()) > _MAX_BARE


def _is_head(block: Block) -> bool:
    return isinstance(block, Heading)


def _names(text: str) -> frozenset[str]:
    head = read_head(f"{text.rstrip('?')}?" if _asks(text) else text)
    return frozenset(fold(name) for name in (head.label, *head.abbreviations, *head.alternatives))


def _asks(text: str) -> bool:
    return bool(asked_term(f"{text.rstrip('?')}?"))


def _text(block: Block) -> str:
    return block.span.text if isinstance(block, Heading | Paragraph | Item) else ""
