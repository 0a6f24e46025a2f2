"""Cards of a web page as plain text: below each term a line that praises or sorts it, or the same few headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rolegraph.extraction.layout.block_places import is_bare_heading
from rolegraph.extraction.layout.sections import is_letter
from rolegraph.extraction.names.heads import abbreviates, read_head
from rolegraph.extraction.words import english as en
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Heading, Item, Paragraph

__all__ = ["with_cards_headed", "with_taglines"]

_LEAST_TAGLINES, _LEAST_SORTED, _LEAST_CARDS = 3, 4, 2
_GOING_ON = frozenset({"that", "which", "who", "where", "when", "used", "paid", "made"})
_MAX_WORDS, _MAX_SORTING, _OPENING = 10, 3, 120


def with_taglines(blocks: Sequence[Block], knows: Callable[[str], bool] = lambda _: False) -> list[Block]:
    """Make a text of the line between a term and what is said of it, where most terms have one: "A rate that moves".

    The text below names the term, and not that line. A line below several terms sorts them, and is left out, unless it
    is the title of a section that is known.
    """
    pairs = [place for place in range(2, len(blocks) - 1) if _is_between(blocks, place)]
    pairs = [place for place in pairs if is_bare_heading(blocks[place]) or not knows(_line(blocks[place]))]
    if _sort_terms(blocks, pairs):
        return [block for place, block in enumerate(blocks) if place not in pairs]
    pairs = [
        place for place in pairs if is_bare_heading(blocks[place - 1]) and is_bare_heading(blocks[place])
    ]
    told = [place for place in pairs if _is_tagline(blocks, place)]
    if len(told) < _LEAST_TAGLINES or 3 * len(told) < 2 * len(pairs):
        return list(blocks)
    lines = set(told)
    return [
        Paragraph(block.span) if place in lines and isinstance(block, Heading) else block
        for place, block in enumerate(blocks)
    ]


def _sort_terms(blocks: Sequence[Block], pairs: Sequence[int]) -> bool:
    """Tell whether some lines sort the terms above them: several do so again, or all terms but a few have one."""
    lines = [_line(blocks[place]) for place in pairs]
    headed = sum(is_bare_heading(block) and isinstance(below, Paragraph) for block, below in pairwise(blocks))
    short = all(len(line.split()) <= _MAX_SORTING for line in lines)
    often = 2 * len(set(lines)) <= len(lines)
    most = short and len(set(lines)) < len(lines) and 5 * len(lines) >= 4 * headed
    return len(lines) >= _LEAST_SORTED and (often or most)


def _is_between(blocks: Sequence[Block], place: int) -> bool:
    """Tell a bare heading, or a lower one, between another and a text; a letter or the title may stand above."""
    above = blocks[place - 2] if place > 2 else None
    alone = not isinstance(above, Heading) or is_letter(above.span.text)
    first = blocks[place - 1]
    if not isinstance(first, Heading) or first.level == 1 or is_letter(first.span.text):
        return False
    second = blocks[place]
    two = isinstance(second, Heading) and (not second.level or second.level > first.level > 1)
    short = abbreviates(_line(blocks[place]), _line(blocks[place - 1]))
    return two and alone and not short and isinstance(blocks[place + 1], Paragraph)


def _is_tagline(blocks: Sequence[Block], place: int) -> bool:
    opening = f" {fold(_line(blocks[place + 1])[:_OPENING])} "
    return _is_subject(_line(blocks[place - 1]), opening) and not _is_named(_line(blocks[place]), opening)


def _is_subject(name: str, opening: str) -> bool:
    """Tell whether a text begins with a name as its subject; "A fee for ships …" only tells what kind a thing is."""
    head = read_head(name)
    names = (fold(each) for each in (head.label, *head.abbreviations, *head.alternatives))
    behind = (opening.strip().removeprefix(f"{each} ") for each in names if opening.startswith(f" {each} "))
    return any(words.partition(" ")[0] not in en.PREPOSITIONS | _GOING_ON for words in behind)


def with_cards_headed(blocks: Sequence[Block], defines: Callable[[str], bool]) -> list[Block]:
    """Make a heading of each term that stands above the same bare headings: "Definition", "Example" and so on.

    ``defines`` tells a heading that announces a definition. What else stands between it and the term sorts the term.
    """
    marks = [place for place, block in enumerate(blocks) if is_bare_heading(block) and defines(_line(block))]
    if len(marks) < _LEAST_CARDS:
        return list(blocks)
    often = Counter(map(_line, blocks))
    terms: dict[int, int] = {}
    for mark, end in zip(marks, [*marks[1:], len(blocks)], strict=True):
        term = _term_above(blocks, mark, end, often)
        if term is None:
            return list(blocks)
        terms[mark] = term
    return list(_headed(blocks, terms)) if len(set(terms.values())) == len(terms) else list(blocks)


def _term_above(blocks: Sequence[Block], mark: int, end: int, often: Counter[str]) -> int | None:
    """Give the place of the line that names what is defined at a mark: the next one above that the text names again."""
    run: list[int] = []
    for place in range(mark - 1, -1, -1):
        if not _is_short(blocks[place]):
            break
        run += [place] if often[_line(blocks[place])] == 1 else []
    text = f" {fold(' '.join(map(_line, blocks[mark:end])))} "
    named = [place for place in run if _is_named(_line(blocks[place]), text)]
    return next(iter((*named, *run)), None)


def _headed(blocks: Sequence[Block], terms: dict[int, int]) -> Iterator[Block]:
    """Yield the blocks with a level for the heads of the cards and a lower one for the headings within them."""
    heads, first = set(terms.values()), min(terms.values())
    between = {place for mark, term in terms.items() for place in range(term + 1, mark)}
    for place, block in enumerate(blocks):
        if place in heads and isinstance(block, Heading | Paragraph):
            yield Heading(block.span, 2)
        elif place not in between:
            yield block._replace(level=3) if isinstance(block, Heading) and place > first else block


def _is_short(block: Block) -> bool:
    text = _line(block)
    return not isinstance(block, Item) and 0 < len(text.split()) <= _MAX_WORDS and text[-1] not in ".!?:;"


def _line(block: Block) -> str:
    return block.span.text if isinstance(block, Heading | Paragraph | Item) else ""


def _is_named(name: str, text: str) -> bool:
    head = read_head(name)
    return any(f" {fold(each)} " in text for each in (head.label, *head.abbreviations, *head.alternatives))
