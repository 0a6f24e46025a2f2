"""A page that is about one thing, or compares a few: its blocks below the name of each, however it is laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rolegraph.extraction.forms.heads import asked_term, read_head
from rolegraph.extraction.forms.patterns import cut
from rolegraph.extraction.forms.tellings import is_gloss
from rolegraph.extraction.forms.weighing import Page, Weighed, is_text, plain, span_of, text_of
from rolegraph.readers import Block, Heading, Item, Paragraph, Span

__all__ = ["Matter", "matter_of"]

_ENOUGH, _MIN_SPOKEN, _MIN_TITLED, _SURE = 6.0, 2.5, 2.0, 2.0
_LONGEST = 600  # blocks; what is longer is no page on one thing
_JOINS = re.compile(r"\s(?:vs\.?|versus|or|and|&|between)\s|[,/]", re.IGNORECASE)
_ASKS = re.compile(r"[^.?!]{3,120}\?\s+(?=\S)")
_FIELD = re.compile(
    r"(?:[^:.]{2,40}:\s|\(?(?:also|aka|a\.k\.a|abbreviat|synonym|acronym|or)\b)", re.IGNORECASE
)


class Matter(NamedTuple):
    """The blocks of a page below the names of what it is about, and what of it stands outside."""

    blocks: list[Block]
    outside: list[Span]


def matter_of(
    blocks: Sequence[Block],
    stem: str,
    knows: Callable[[str], bool] = lambda _: False,
    names_list: Callable[[str], bool] = lambda _: False,
) -> Matter | None:
    """Give the blocks of a page on one thing, or on a few that it compares; None for any other text.

    ``stem`` is what its file is called, ``knows`` tells the headings of sections, ``names_list`` those of lists of terms.

    >>> texts = ("Ports made simple: what berths are", "Ships need room.", "A berth is a place where ships lie.")
    >>> page = [Paragraph(Span(text, ((0, line),))) for line, text in enumerate(texts, 1)]
    >>> [block.span.text for block in matter_of(page, "berth").blocks]
    ['berth', 'A berth is a place where ships lie.', 'Ships need room.']
    """
    if len(blocks) > _LONGEST:
        return None
    page = Page(blocks, stem, knows)
    ranked = [each for each in page.weighed() if not (knows(each.head.label) or names_list(each.head.label))]
    if not ranked or not _is_enough(ranked[0], page):
        return None
    if several := _compared(page, ranked):
        return _side_by_side(page, several)
    return _one(page, _fullest(ranked, page))


def _is_enough(first: Weighed, page: Page) -> bool:
    """Tell whether the evidence for a thing suffices, and some of it is what stands around the text."""
    around = first.title >= _MIN_TITLED or first.file > 0 or first.asked > 0
    glossed = first.title >= _MIN_TITLED and first.spoken >= _MIN_SPOKEN and bool(page.texts)
    return first.score >= _ENOUGH and around and (first.told > 0 or glossed)


def _fullest(ranked: Sequence[Weighed], page: Page) -> Weighed:
    """Give the likeliest thing, or a longer name with its name inside that the title, or a question, has and uses."""
    first = ranked[0]
    for other in ranked[1:]:
        longer = any(a != b and a in b for a in first.names for b in other.names)
        used = 2 * _times(other, page) >= _times(first, page)
        told = other.told >= _SURE > first.told and first.title < _MIN_TITLED
        titled = max(other.title, 3 * other.asked) > first.title
        if longer and (told or (titled and used)) and len(plain(other.head.label).split()) <= 5:
            return other
    return first


def _times(each: Weighed, page: Page) -> int:
    return sum(text.count(name) for text in page.plain for name in each.names)


def _compared(page: Page, ranked: Sequence[Weighed]) -> list[tuple[int, Weighed]]:
    """Give the things that a title names side by side, each with the place from which on the page tells of it."""
    for n in page.fronts:
        if not _JOINS.search(text_of(page.blocks[n])):
            continue
        told = [each for each in ranked if each.told >= _SURE and page.names(n, each.names)]
        told = [
            each for each in told if not any(_is_within(each, other) for other in told if other is not each)
        ]
        starts = [(start, each) for each in told if (start := _start(page, each)) is not None]
        if len({start for start, _ in starts}) == len(starts) > 1:
            return sorted(starts, key=lambda pair: pair[0])
    return []


def _is_within(one: Weighed, other: Weighed) -> bool:
    return any(a in b for a in one.names for b in other.names)


def _start(page: Page, each: Weighed) -> int | None:
    """Give the place of the heading that asks for a thing, or names it, else of the text that says what it is."""
    heads = (n for n in page.heads if _calls(text_of(page.blocks[n]), each.names))
    told = (
        n
        for n in page.texts
        for t in page.told.get(n, ())
        if t.sure and t.first and plain(t.head.label) in each.names
    )
    return next(heads, next(told, None))


def _calls(text: str, names: frozenset[str]) -> bool:
    """Tell a heading that is a name of a thing, or asks what that is."""
    head = read_head(asked_term(f"{text.rstrip('?')}?") or text)
    return any(plain(name) in names for name in (head.label, *head.abbreviations, *head.alternatives))


def _side_by_side(page: Page, starts: Sequence[tuple[int, Weighed]]) -> Matter:
    """Put the name of each thing above what is told of it."""
    at, kept, outside = dict(starts), list[Block](), list[Span]()
    for n, block in enumerate(page.blocks):
        if n in at:
            kept.append(Heading(_name(page, at[n], span_of(block)), 1))
        if not kept:
            outside.append(span_of(block))
        elif not (n in at and isinstance(block, Heading)):
            kept.append(_below(block))
    return Matter(kept, [span for span in outside if span.text])


def _one(page: Page, topic: Weighed) -> Matter:
    """Put the name of a thing, and what defines it, above all that the page tells of it."""
    outside = [n for n in page.fronts if not _goes_with(page, n, topic)]
    first = next((n for n in page.fronts if page.names(n, topic.names)), page.texts[0])
    title = _name(page, topic, span_of(page.blocks[first]))
    place, start = _definition(page, topic)
    told = page.blocks[place]
    kept: list[Block] = [Heading(title, 1), Paragraph(cut(span_of(told), start))]
    for n, block in enumerate(page.blocks):
        if n in outside or (n == place and not start):
            continue
        if n == place:
            kept.append(Paragraph(cut(span_of(block), 0, start)))
        elif isinstance(block, Heading) and _calls(block.span.text, topic.names):
            kept.append(
                _below(block._replace(span=block.span._replace(text=title.text, strong=(), links=())))
            )
        else:
            kept.append(_below(block))
    left = (span_of(page.blocks[n]) for n in outside if not page.names(n, topic.names))
    return Matter(kept, [span for span in left if span.text])


def _goes_with(page: Page, n: int, topic: Weighed) -> bool:
    """Tell a line above the text that is no title: a field, or other names."""
    text = text_of(page.blocks[n])
    return (
        isinstance(page.blocks[n], Paragraph) and bool(_FIELD.match(text)) and not _calls(text, topic.names)
    )


def _below(block: Block) -> Block:
    """Give a heading a level below that of the title, where it has one."""
    return block._replace(level=max(2, block.level)) if isinstance(block, Heading) and block.level else block


def _definition(page: Page, topic: Weighed) -> tuple[int, int]:
    """Give the place of the text that defines a thing, and where the definition begins in it.

    That is the first one if it says what the thing is, or leaves its name out; else one further on that does.
    """
    first = next((n for n in page.texts if page.names(n, topic.names)), page.texts[0])
    opening = page.texts[0] if is_gloss(text_of(page.blocks[page.texts[0]])) else first
    sure = [
        (n, each)
        for n in page.texts
        for each in page.told.get(n, ())
        if each.sure and plain(each.head.label) in topic.names
    ]
    for n, each in sure:
        if each.first:
            return (opening, 0) if is_gloss(text_of(page.blocks[opening])) and opening < n else (n, 0)
    asked = _ASKS.match(text_of(page.blocks[opening]))
    return opening, asked.end() if asked else 0


def _name(page: Page, topic: Weighed, at: Span) -> Span:
    """Write the names of a thing as a head, as its title spells them where that has them."""
    label = topic.head.label
    for text in (text_of(page.blocks[n]) for n in page.fronts):
        if found := re.search(rf"\b{re.escape(label)}\b", text, re.IGNORECASE):
            label = found[0]
            break
    joined = plain(label).replace(" ", "")
    short = ", ".join(dict.fromkeys(topic.head.abbreviations))
    names = f"{label} ({short})" if short else label
    if " " in label.strip() and any(f" {joined} " in text for text in page.plain):
        names = f"{names} (also {joined})" if not short else names
    for other in topic.head.alternatives:
        names = f"{names} (also {other})" if "(" not in names else names
    return Span(names, at.starts[:1], anchors=at.anchors)
