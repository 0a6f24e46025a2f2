"""A page that is about one thing, or compares a few: its blocks below the name of each, however it is laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from rolegraph.extraction.articles.own_definitions import names_carried
from rolegraph.extraction.articles.tellings import Telling, is_gloss
from rolegraph.extraction.articles.weighing import (
    Page,
    Weighed,
    asked_in,
    called,
    is_part_line,
    names_of,
    plain,
    span_of,
    text_of,
)
from rolegraph.extraction.layout import list_titles
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.words.sentences import sentences
from rolegraph.readers import Block, Heading, Paragraph, Span

__all__ = ["Matter", "matter_of"]

_ENOUGH, _LIKELY, _LEAST, _FEW_RIVALS, _MIN_SPOKEN, _MIN_BARE, _MIN_TITLED, _SURE = (
    6.0,
    5.0,
    3.5,
    2.8,
    2.5,
    2.0,
    2.0,
    2.0,
)
_OPENING_TEXTS = 2
_MOST_RIVALS = 7.0  # of ten: nearly all that a list of terms has
_LONGEST, _MOST_TEXTS, _MAX_LONGER, _STEM, _MIN_SAID, _CALLED = 600, 6, 5, 5, 2, 3.0
_JOINS = re.compile(r"\s(?:vs\.?|versus|or|and|&|from|than|between)\s|[,/]", re.IGNORECASE)
_VERSUS = re.compile(
    r"(?P<one>[^:?|,]{2,40}?)\s+(?:vs\.?|versus)\s+(?P<other>[^:?|,]{2,40}?)(?:\s*[:?|].*)?", re.IGNORECASE
)
_ARTICLES = frozenset(["a", "an", "the", "le", "la", "les", "l", "un", "une", "des"]) | frozenset(
    ["der", "die", "das", "ein", "eine", "el", "los", "las", "una"]
)
_ARTICLE = re.compile(r"(?:an?|the|each|every|most)\s+", re.IGNORECASE)
_SITE = re.compile(r"\s\|\s")
_ASKS = re.compile(r"[^.?!]{3,120}\?\s+(?=\S)")
_LEADS_IN = re.compile(r"[^.?!]*\byou(?:r|['’](?:re|ve|ll|d))?\b", re.IGNORECASE)
_MARK = re.compile(r"(?:A|Answer|Definition|Meaning|Overview)\s?[:.–—-]\s+(?=\S)", re.IGNORECASE)
_SUMMARY = re.compile(
    r"(?:the )?(?:key (?:takeaways?|points|facts|insights)|takeaways?|highlights|at a glance"
    r"|in (?:brief|short|a nutshell)|(?:quick |short |executive )?summary"
    r"|tl;? ?dr|main points|the short (?:answer|version))\W*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:\w+(?:\s\w+)?:\s|\(?(?:also|aka|a\.k\.a|abbreviat|synonym|acronym|or)\b)", re.IGNORECASE
)
_POINTERS = re.compile(r"(?:it|this|these|they|such|the)\b", re.IGNORECASE)


class Matter(NamedTuple):
    """The blocks of a page below the names of what it is about, and what of it stands outside.

    ``sure`` is evidence that suffices whatever else the page may be, ``asked`` tells that a heading asks what it is,
    or that it stands above a definition, and related terms or headings that name it.
    """

    blocks: list[Block]
    outside: list[Span]
    names: frozenset[str]
    sure: bool
    asked: bool = False

    def is_better_than(self, labels: Sequence[str], *, text: str) -> bool:
        """Tell whether a page is better read so than for some labels: none, or a title that its ``text`` never says."""
        if len(labels) > 1 or self.sure:
            return self.sure
        said = [plain(label) for label in labels]
        other = not any(label in self.names for label in said)
        return not said or (other and plain(text).count(said[0]) < _MIN_SAID)


class _Start(NamedTuple):
    """Where a page begins to tell of a thing: the place of the block, and that in its text."""

    place: int
    offset: int


def matter_of(
    blocks: Sequence[Block],
    stem: str,
    knows: Callable[[str], bool] = lambda _: False,
    names_list: Callable[[str], bool] = lambda _: False,
    title: str = "",
    language: str = "en",
    relates: Callable[[str], bool] = lambda _: False,
) -> Matter | None:
    """Give the blocks of a page on one thing, or on a few that it compares; None for any other text.

    ``stem`` is what its file is called, ``title`` the page beside its text; ``knows`` tells the headings of sections,
    ``names_list`` those of lists of terms, ``relates`` those of related terms.

    >>> texts = ("Ports made simple: what berths are", "Ships need room.", "A berth is a place where ships lie.")
    >>> page = [Paragraph(Span(text, ((0, line),))) for line, text in enumerate(texts, 1)]
    >>> [block.span.text for block in matter_of(page, "berth").blocks]
    ['berth', 'A berth is a place where ships lie.', 'Ships need room.']
    """
    if len(blocks) > _LONGEST:
        return None
    page = Page(blocks, stem, knows, title, language, relates)
    if _heads_a_list(page.titles):
        return None
    ranked = [each for each in page.weighed() if not (knows(each.head.label) or names_list(each.head.label))]
    sides = _versus(page)
    if not page.texts or not ranked or not _is_enough(ranked, page, _LEAST, _LEAST):
        return _side_by_side(page, sides) if sides else None
    sure = bool(sides) or _is_enough(ranked, page, _ENOUGH, _LIKELY)
    if several := _compared(page, ranked) or _told_in_turn(page, ranked) or sides:
        return _side_by_side(page, several)._replace(sure=sure)
    topic = _fullest(ranked, page)
    related = any(page.relates(text_of(page.blocks[n])) for n in page.heads)
    defined = topic.title >= _CALLED and topic.told >= _SURE and (related or topic.headed >= 1)
    opens = topic.title >= _CALLED and _opens(page, topic)
    return _one(page, topic)._replace(sure=sure, asked=topic.asked > 0 or defined or opens)


def _heads_a_list(titles: Sequence[str]) -> bool:
    """Tell whether the title right above the text is a list's; "Glossary" alone may stand below that of a page."""
    last = _SITE.split(titles[-1])[0] if titles else ""
    return list_titles.names_list(last) and (" " in last or len(titles) == 1)


def _is_enough(ranked: Sequence[Weighed], page: Page, enough: float, likely: float) -> bool:
    """Tell whether the evidence for the likeliest thing suffices, and some of it is what stands around the text.

    A text with nothing around it has to say at once what the thing is, and go on about nothing else; one with no title
    above the headings of its parts has none to be weighed.
    """
    first = ranked[0]
    around = first.title >= _MIN_TITLED or first.file > 0 or first.asked > 0
    glossed = first.spoken >= _MIN_SPOKEN and (
        first.title >= _MIN_TITLED or is_gloss(_opening(page), page.language)
    )
    called_so = first.title >= _CALLED and first.headed > 0 and first.spoken + 2 * first.headed >= _MIN_SPOKEN
    named = first.told > 0 or first.asked > 0 or called_so or (glossed and not _has_equals(page, first))
    if first.told >= _SURE and first.file >= _SURE and first.rivals < 1:
        return True
    if first.title >= _CALLED and first.rivals < _MOST_RIVALS and _opens(page, first):
        return True
    others = any(each.told >= _SURE for each in ranked[1:])
    untitled = not page.titles and bool(first.parts) and page.texts[0] == 0 and not others
    if untitled and first.told >= _SURE and first.score + _MIN_TITLED >= enough:
        return True
    if around and named and (first.score >= enough or (first.score >= likely and _is_alone(first))):
        return True
    bare = not page.titles and not page.heads and not first.rivals
    return bare and not others and first.told >= _SURE and first.spoken >= _MIN_BARE


def _opens(page: Page, first: Weighed) -> bool:
    """Tell whether a page begins by saying what its title names: then what else it explains belongs to that."""
    told = [each for n in page.texts[:_OPENING_TEXTS] for each in page.told.get(n, ())]
    heads = [text_of(page.blocks[n]) for n in page.heads]
    above = takewhile(lambda text: not page.knows(text), heads)  # not those below "FAQ"
    if any(asked_in(text) and not called(text) & first.names for text in above):
        return False
    if _has_equals(page, first) or any(map(list_titles.names_list, page.titles)):
        return False
    return any(each.first and each.sure and names_of(each.head) & first.names for each in told)


def _opening(page: Page) -> str:
    return text_of(page.blocks[page.texts[0]])


def _is_alone(first: Weighed) -> bool:
    return first.told >= _SURE and first.rivals < _FEW_RIVALS


def _has_equals(page: Page, first: Weighed) -> bool:
    """Tell whether headings that do not name a thing stand side by side with the one that is called like it."""
    levels = {
        block.level
        for n in page.fronts
        if isinstance(block := page.blocks[n], Heading) and called(block.span.text) & first.names
    }
    beside = (page.blocks[n] for n in page.heads if not page.names(n, first.names))
    return any(isinstance(block, Heading) and block.level and block.level in levels for block in beside)


def _fullest(ranked: Sequence[Weighed], page: Page) -> Weighed:
    """Give the likeliest thing, or a longer name with its name inside that the title, or a question, has and uses."""
    first = ranked[0]
    for other in ranked[1:]:
        used = 2 * _times(other, page) >= _times(first, page) or other.told >= first.told
        told = other.told >= _SURE > first.told and first.title < _MIN_TITLED
        titled = max(other.title, 3 * other.asked) > first.title
        short = len(plain(other.head.label).split()) <= _MAX_LONGER
        if short and _times(other, page) and _is_within(first, other) and (told or (titled and used)):
            return other
    return first


def _times(each: Weighed, page: Page) -> int:
    """Count how often a thing is named in the texts and headings, its title not counted."""
    places = (*page.texts, *page.heads, *page.fronts[1:])
    return sum(page.plain[n].count(name) for n in places for name in each.names)


def _is_within(one: Weighed, other: Weighed) -> bool:
    return any(a != b and a in b for a in one.names for b in other.names)


def _versus(page: Page) -> list[tuple[_Start, Weighed]]:
    """Give the two things of the title "Kiln vs oven" where short texts without headings open with each of them."""
    found = next(filter(None, map(_VERSUS.fullmatch, page.titles)), None)
    if found is None or page.heads or len(page.texts) > _MOST_TEXTS:
        return []
    starts: list[tuple[_Start, Weighed]] = []
    for head in map(read_head, found.group("one", "other")):
        opens = (
            _Start(n, sentence.start)
            for n in page.texts
            for sentence in sentences(span_of(page.blocks[n]))
            if plain(_ARTICLE.sub("", sentence.text)).startswith(plain(head.label))
        )
        start = next(opens, None)
        starts += [(start, Weighed(head, names_of(head), *(0.0,) * 8))] if start else []
    apart = len({start for start, _ in starts}) > 1
    return sorted(starts, key=lambda pair: pair[0]) if apart else []


def _compared(page: Page, ranked: Sequence[Weighed]) -> list[tuple[_Start, Weighed]]:
    """Give the things that a title, or the name of the file, has side by side, each with its start."""
    for text in (*page.titles, page.stem):
        if not _JOINS.search(text):
            continue
        whole = plain(text)
        told = [
            each for each in ranked if (each.told or each.asked) and any(name in whole for name in each.names)
        ]
        told = [each for each in told if not any(_is_within(each, other) for other in told)]
        starts = [(start, each) for each in told if (start := _start(page, each))]
        if len({start for start, _ in starts}) == len(starts) > 1:
            return sorted(starts, key=lambda pair: pair[0])
    return []


def _told_in_turn(page: Page, ranked: Sequence[Weighed]) -> list[tuple[_Start, Weighed]]:
    """Give the things that a short text without headings tells of, each in a paragraph of its own."""
    if page.heads or len(page.texts) > _MOST_TEXTS:
        return []
    starts: list[tuple[_Start, Weighed]] = []
    for n in page.texts:
        told = next((t for t in page.told.get(n, ()) if t.first and t.sure), None)
        topic = next((each for each in ranked if told and names_of(told.head) & each.names), None)
        known = [each for _, each in starts]
        if topic and topic not in known and not any(_is_same(page, n, each, topic) for each in known):
            starts.append((_Start(n, 0), topic))
        elif (
            starts
            and not _POINTERS.match(text_of(page.blocks[n]))
            and not any(page.names(n, each.names) for each in known)
        ):
            return []
    return starts if len(starts) > 1 else []


def _is_same(page: Page, n: int, known: Weighed, other: Weighed) -> bool:
    """Tell whether a text tells of the thing before it in another form, or goes on about what the title names."""
    if plain(known.head.label)[:_STEM] == plain(other.head.label)[:_STEM]:
        return True
    if names_carried(other.head.label, [known.head.label, *known.names]):
        return True  # "A CRM system is …" on a page on customer relationship management
    text = page.plain[n]
    for name in other.names:
        text = text.replace(name, " ")
    return known.title >= _MIN_TITLED and any(name in text for name in known.names)


def _start(page: Page, each: Weighed) -> _Start | None:
    """Tell where the heading stands that asks for a thing, or names it, else the sentence that says what it is."""
    for n in page.heads:
        if called(text_of(page.blocks[n])) & each.names:
            return _Start(n, 0)
    for n, told in _sure(page, each):
        headed = n > 0 and not told.start and bool(called(text_of(page.blocks[n - 1])) & each.names)
        return _Start(n - headed, told.start)
    return None


def _sure(page: Page, each: Weighed) -> list[tuple[int, Telling]]:
    """Give the sentences that say what a thing is, with the places of their texts."""
    return [
        (n, t) for n in page.texts for t in page.told.get(n, ()) if t.sure and names_of(t.head) & each.names
    ]


def _side_by_side(page: Page, starts: Sequence[tuple[_Start, Weighed]]) -> Matter:
    """Put the name of each thing above what is told of it."""
    kept, outside = list[Block](), list[Span]()
    for n, block in enumerate(page.blocks):
        here = [(start.offset, each) for start, each in starts if start.place == n]
        if not here and kept:
            kept.append(_below(block))
        elif not kept and (not here or here[0][0]):
            outside.append(span_of(block))
        elif here[0][0]:
            kept.append(_cut(block, 0, here[0][0]))
        for number, (offset, each) in enumerate(here, 1):
            asked = read_head(asked_in(text_of(block)) or each.head.label)
            told = each._replace(head=each.head._replace(label=asked.label))
            kept.append(Heading(_name(page, told, span_of(block)), 1))
            if n in page.texts:
                kept.append(_cut(block, offset, here[number][0] if number < len(here) else None))
    names = frozenset[str]().union(*(each.names for _, each in starts))
    return Matter(kept, [span for span in outside if span.text], names, sure=True)


def _cut(block: Block, start: int, end: int | None = None) -> Block:
    """Give a part of a text, as a paragraph."""
    span = cut(span_of(block), start, len(text_of(block)) if end is None else end)
    text = span.text.rstrip(" ,;")
    for word in ("while", "whereas", "and", "but"):
        text = text.removesuffix(f" {word}").rstrip(" ,;")
    return Paragraph(cut(span, 0, len(text)))


def _one(page: Page, topic: Weighed) -> Matter:
    """Put the name of a thing, and what defines it, above all that the page tells of it."""
    outside = [n for n in page.fronts if not _goes_with(page, n, topic)]
    first = next((n for n in page.fronts if page.names(n, topic.names)), page.texts[0])
    title = _name(page, topic, span_of(page.blocks[first]))
    place, start = _definition(page, topic)
    kept: list[Block] = [Heading(title, 1), _cut(page.blocks[place], start)]
    for n, block in enumerate(page.blocks):
        if n in outside or (n == place and not start):
            continue
        if n == place:
            kept.append(_cut(block, 0, start))
        elif isinstance(block, Heading) and called(block.span.text) & topic.names:
            kept.append(
                _below(block._replace(span=block.span._replace(text=title.text, strong=(), links=())))
            )
        elif is_part_line(page, n, topic.names):
            kept.append(Heading(span_of(block), 0))
        else:
            kept.append(_below(block))
    left = (
        span_of(page.blocks[n])
        for n in outside
        if not (page.names(n, topic.names) or page.knows(text_of(page.blocks[n])))
    )
    return Matter(kept, [span for span in left if span.text], topic.names, sure=True)


def _goes_with(page: Page, n: int, topic: Weighed) -> bool:
    """Tell a line above the text that is no title: a short sentence, a field, or other names."""
    text = text_of(page.blocks[n])
    told = text.endswith((".", "!")) or _FIELD.match(text)
    return isinstance(page.blocks[n], Paragraph) and bool(told) and not called(text.rstrip(".")) & topic.names


def _below(block: Block) -> Block:
    """Give a heading a level below that of the title, where it has one."""
    return block._replace(level=max(2, block.level)) if isinstance(block, Heading) and block.level else block


def _definition(page: Page, topic: Weighed) -> tuple[int, int]:
    """Give the place of the text that defines a thing, and where the definition begins in it.

    That is the first one that says what the thing is, or one before it that leaves its name out.
    """
    opening = page.texts[0]
    sure = _sure(page, topic)
    if _begins_with_name(text_of(page.blocks[opening]), topic) and not (sure and _sums_up(page, opening)):
        return opening, 0
    if first := next(((n, t) for n, t in sure if t.first), None):
        n, _ = first
        mark = _MARK.match(text_of(page.blocks[n]))
        return n, mark.end() if mark else 0
    leads = not page.names(opening, topic.names) or _LEADS_IN.match(text_of(page.blocks[opening]))
    if is_gloss(text_of(page.blocks[opening]), page.language):
        return opening, 0
    if sure and leads:
        return sure[0][0], sure[0][1].start
    place = next((n for n in page.texts if page.names(n, topic.names)), opening)
    asked = _ASKS.match(text_of(page.blocks[place]))
    return place, asked.end() if asked else 0


def _sums_up(page: Page, place: int) -> bool:
    """Tell a text below a heading such as "Key takeaways", which says nothing that does not stand further down."""
    heads = (text_of(block) for block in page.blocks[place::-1] if isinstance(block, Heading))
    return _SUMMARY.fullmatch(next(heads, "").strip()) is not None


def _begins_with_name(text: str, topic: Weighed) -> bool:
    """Tell whether a text begins with the name of what it is about: "A runtime runs …" defines a runtime."""
    words = plain(text).split()
    words = words[1:] if _ARTICLES.issuperset(words[:1]) else words
    leads = any(words[: len(name.split())] == name.split() for name in topic.names)
    return leads and not _LEADS_IN.match(text)


def _name(page: Page, topic: Weighed, at: Span) -> Span:
    """Write the names of a thing as a head, as its title spells them where that has them."""
    label = topic.head.label
    spelled = re.compile(rf"\b{re.escape(label)}\b", re.IGNORECASE)
    label = next((found[0] for text in page.titles if (found := spelled.search(text))), label)
    joined = plain(label).replace(" ", "")
    short = tuple(topic.head.abbreviations)
    others = [name for name in topic.head.alternatives if name.casefold() != label.casefold()]
    if " " in label.strip() and any(f" {joined} " in text for text in page.plain):
        others.append(joined)
    names = ", ".join(dict.fromkeys((*others, *short)))
    also = "also " if others else ""
    return Span(f"{label} ({also}{names})" if names else label, at.starts[:1], anchors=at.anchors)
