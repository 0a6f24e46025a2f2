"""What the title of a page is about: "Definition of toil", "What is toil, and why it matters", "Toil explained"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rolegraph.extraction.articles.page_heads import article_below, without_contents
from rolegraph.extraction.articles.page_titles import (
    below_names_of_lists,
    with_terms_asked,
    without_label,
    without_list_behind,
)
from rolegraph.extraction.layout.list_titles import speaks_of_list
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.extraction.layout.sections import is_letter
from rolegraph.extraction.names.heads import abbreviates, read_head
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Heading, Item, Paragraph, Span

__all__ = ["with_topic"]

_FIRST_BLOCKS, _LEAD_BLOCKS, _MAX_WORDS = 3, 10, 24
_MAX_NAME, _MIN_NAMED, _MIN_LONG, _MIN_TOLD = 5, 2, 12, 4
_OF = re.compile(r"\s(?:in|for|within|at|on)\s", re.IGNORECASE)
_LEADS_IN = re.compile(
    r"(?:\b(?:as follows|following|below|includ(?:es?|ing)|are|these)\b[^.]{0,30}|[:–-])\s*$", re.IGNORECASE
)
_ANNOUNCES = re.compile(r"(?:\w+ )?(?:definition|meaning|overview|explanation)", re.IGNORECASE)
_OTHERWISE = re.compile(r",\s+(?:or|also|sometimes|often|commonly|aka)\b", re.IGNORECASE)
_POINTS = re.compile(r"see(?: also)?\b|related\b", re.IGNORECASE)
_KIND_BEHIND = re.compile(r"\s+(?:meaning|definition)$", re.IGNORECASE)
_NAME = r"(?P<term>\S.{0,70}?)"
_END = r"(?=\s*(?:[:?|]|\s[–—-]\s|[–—,(]|\s(?:and|or|&)\s|$))"
_WORD = r"(?:definitions?|meaning|defined|explained|overview|basics|fundamentals|guide)"
_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:the\s+)?(?:definitions?|meanings?) (?:of|for)\s+(?:an?\s+|the\s+)?[\"“]?{_NAME}[\"”]?{_END}",
        rf"^{_NAME}\s*[:–—|-]?\s+{_WORD}{_END}",
        rf"(?:^|[:?|–—-]\s+)(?:what|who)(?:\s+is|\s+are|['’]s)\s+(?:an?\s+|the\s+)?{_NAME}{_END}",
        rf"^(?:(?:an?|the|your)\s+)?(?:\w+\s+)?(?:guide|introduction|intro) to\s+(?:an?\s+|the\s+)?{_NAME}{_END}",
        rf"^understanding\s+(?:an?\s+|the\s+)?{_NAME}{_END}",
        r"(?:\s[–—|-]\s|:\s)(?P<term>[^–—|:]{2,60})$",
        r"^(?P<term>\S.{0,70}?)(?=\s*:\s|\s[–—|-]\s|,\s(?:the|a)\s\w+$)",
    )
)
_KIND_OF_TEXT = re.compile(rf"\s*[:–—|-]?(?:\s+[\w&/]+){{0,4}}\s+(?:{_WORD}|glossary)\b.*", re.IGNORECASE)
_KIND = (
    r"(?:definitions?|meanings?|examples?|types?|formula|overview|explained|importance|etymology|usage|benefits"
    r"|definition|bedeutung|beispiele?|vorteile|arten|erklärung|définition|avantages|exemples?|fonctionnement|enjeux"
    r"|definición|significado|ventajas|ejemplos|tipos|características)"
)
_KINDS_ALONE = re.compile(
    rf"(?P<term>[^:|]{{2,60}}?)(?:\s?[:|]\s|\s[–—-]\s){_KIND}(?:(?:,\s|\s&\s|,?\s(?:and|und|et|y)\s){_KIND})+",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"(?:definitions?|meanings?) (?:of|for) [\"“‘'](?P<term>[^\"”’]{2,60})[\"”’']", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?:the )?(?:definitions?|meanings?) (?:of|for) (?:the word )?"
    r"(?P<term>(?!done\b|ready\b|the\b)[^:|,.?!]{2,40}?)(?: in english)?",
    re.IGNORECASE,
)
_ASKING = (
    _TITLES[0],
    _TITLES[2],
    re.compile(rf"^what (?:does|do)\s+(?:an?\s+|the\s+)?{_NAME}(?=\s+do\b)", re.IGNORECASE),
)
_TITLES = (*_TITLES[:-1], _ASKING[-1], _TITLES[-1])
_SAME = _TITLES[:3]  # what heads the definition below a title that is the term itself
_TELLS = re.compile(
    r"^(?:(?:in|within|at|for|as)\s[^,.]{2,60},\s+)?(?:(?:an?|the)\s+)?"
    r"(?:(?:definition|meaning|term|concept) (?:of )?(?:an?\s+|the\s+)?)?[\"“]?"
    r"(?P<names>.{2,90}?)[\"”]?,?\s+(?:is|are|was|were|means?|refers?\s+to|stands?\s+for|describes?|denotes?|represents?"
    r"|involves?|occurs?|measures?|combines?|works?|ha(?:s|ve)\s(?:\w+\s){1,3}(?:definitions|meanings|senses))\b",
    re.IGNORECASE,
)


def with_topic(blocks: Sequence[Block], knows: Callable[[str], bool] = lambda _: False) -> list[Block]:
    """Give the title of a page the name of what it is about, where the text below goes on to say what that is.

    ``knows`` tells the headings of sections from others.

    >>> title = Heading(Span("Definition of toil", ((0, 1),)), 1)
    >>> lead = Paragraph(Span("Toil is work by hand.", ((0, 3),)))
    >>> with_topic([title, lead])[0].span.text
    'toil'
    """
    blocks = without_list_behind(blocks)
    if asked := with_terms_asked(blocks):
        return asked
    blocks = without_label(without_contents(blocks))
    if (below := below_names_of_lists(blocks)) and (told := _with_title_told(below)) is not below:
        return list(told)
    blocks = _with_title_told(blocks)
    for place, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if not isinstance(block, Heading | Paragraph) or not _can_title(block):
            continue
        if is_letter(block.span.text):
            continue
        if speaks_of_list(_first_part(block.span.text)):
            if isinstance(block, Paragraph) and _is_title_proper(blocks[place + 1 :]):
                return with_topic(blocks[place + 1 :], knows)
            start = article_below(blocks[place:], _told(blocks), knows)
            return _titled(blocks[place + start :], block) if start else list(blocks)
        rest, level = blocks[place + 1 :], block.level if isinstance(block, Heading) else 0
        found = _topic(block.span, _told(rest))
        if found or isinstance(block, Heading):
            title = Heading(found or block.span, level)
            kept = blocks[:place]
            rest = _with_sense_told(rest) if _TITLES[0].match(block.span.text) else rest
            return [*kept, title, *_with_definition_named(rest, title.span.text)]
    return list(blocks)


def _with_title_told(blocks: Sequence[Block]) -> Sequence[Block]:
    """Put a title above a text without one that begins by telling what something is, and goes on about it.

    A heading that only announces the definition makes way for it.
    """
    announced = (
        bool(blocks) and isinstance(blocks[0], Heading) and bool(_ANNOUNCES.fullmatch(blocks[0].span.text))
    )
    blocks = blocks[1:] if announced else blocks
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and _is_long(first) and not any(map(_is_top, blocks)):
        for name in _names_told(first.span):
            if _goes_on_about(name.text, first.span.text, blocks[1:], sure=announced):
                pair = None if _TELLS.match(first.span.text) else read_pair(first.span)
                told = Paragraph(pair.definition) if pair and pair.definition else first
                return [Heading(name._replace(strong=(), links=()), 0), told, *blocks[1:]]
    return blocks


def _with_sense_told(blocks: Sequence[Block]) -> Sequence[Block]:
    """Make a text of the first of the senses that stand as items right below "Definitions of" something."""
    first = blocks[0] if blocks else None
    plain = isinstance(first, Item) and not first.more
    return [Paragraph(first.span), *blocks[1:]] if plain and isinstance(first, Item) else blocks


def _names_told(span: Span) -> Iterator[Span]:
    """Yield what a text begins by telling of, and that without what it is told in: "plan" of "A plan in trade is …"."""
    told, pair = _TELLS.match(span.text), read_pair(span)
    whole = cut(span, *told.span("names")) if told else Span(pair.head if pair else "", ((0, span.line),))
    for end in (
        len(_KIND_BEHIND.sub("", whole.text)),
        *(found.start() for found in _OTHERWISE.finditer(whole.text)),
        *(found.start() for found in _OF.finditer(whole.text)),
    ):
        if 0 < len(whole.text[:end].split()) <= _MAX_NAME:
            yield cut(whole, 0, end)


def _goes_on_about(name: str, first: str, blocks: Sequence[Block], *, sure: bool) -> bool:
    """Tell whether most of a text names what its first paragraph tells of, or is a list that this leads in.

    Items count with the rest or not at all; where one is ``sure``, naming it again is enough.
    """
    names = [f" {_plain(each)} " for each in _names(name) if each]
    prose = [block for block in blocks if not isinstance(block, Item) and not _is_pointer(block)]
    if not any(map(_is_long, prose)) and fold(first).count(fold(name)) > 1:
        return True  # it is all that the page says
    listed = bool(blocks) and not prose and bool(_LEADS_IN.search(first))
    rest = [behind] if (behind := first.partition(". ")[2]) else []
    return listed or any(
        _is_named_in(names, more + _texts(each), sure=sure)
        for each in (prose, blocks)
        for more in (list[str](), rest)
    )


def _plain(text: str) -> str:
    """Fold a text, with nothing but words and what joins them."""
    return " ".join(re.findall(r"[\w&/'’-]+", fold(text)))


def _is_named_in(names: Sequence[str], texts: Sequence[str], *, sure: bool) -> bool:
    """Tell whether half of some texts, and more than one, have one of some names in them."""
    named = sum(any(name in f" {_plain(text)} " for name in names) for text in texts)
    return (named >= _MIN_NAMED and 2 * named >= len(texts)) or (named > 0 and (sure or len(texts) == 1))


def _is_pointer(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_POINTS.match(block.span.text))


def _is_long(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.span.text.split()) >= _MIN_LONG


def _is_top(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [block.span.text for block in blocks if isinstance(block, Heading | Item | Paragraph)]


def _is_title_proper(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks begin with the one heading that stands above all others."""
    tops = [isinstance(block, Heading) and block.level == 1 for block in blocks]
    return tops[:1] == [True] and sum(tops) == 1


def _titled(blocks: Sequence[Block], above: Block) -> list[Block]:
    """Make the first block the title of an article, with the level of the title that stands above it."""
    first = blocks[0]
    if not isinstance(first, Heading | Paragraph):
        return list(blocks)
    first = first._replace(span=cut(first.span, 0, len(first.span.text.rstrip("."))))
    level = above.level if isinstance(above, Heading) else 0
    return with_topic([Heading(first.span, level), *blocks[1:]])


def _first_part(title: str) -> str:
    """Give a title up to the first sign that parts it: "Toil" of "Toil | Freight glossary"."""
    return re.split(r"\s*[,|:–—]\s|\s-\s", title, maxsplit=1)[0]


def _can_title(block: Block) -> bool:
    """Tell whether one of the first blocks can be the title of all: a heading, or a line without a stop."""
    if isinstance(block, Heading):
        return block.level <= 1
    text = block.span.text if isinstance(block, Paragraph) else ""
    return 0 < len(text.split()) <= _MAX_WORDS and text[-1] not in ".!:;,"


def _told(blocks: Sequence[Block]) -> frozenset[str]:
    """Give the names, folded, of which the first paragraphs say what they are."""
    names: set[str] = set()
    for block in [block for block in blocks if isinstance(block, Paragraph) and _is_told(block)][
        :_LEAD_BLOCKS
    ]:
        if found := _TELLS.match(block.span.text):
            names.update(_names(found["names"]))
    return frozenset(names)


def _is_told(block: Paragraph) -> bool:
    return len(block.span.text.split()) >= _MIN_TOLD


def _names(text: str) -> list[str]:
    head = read_head(text)
    return [fold(name) for name in (head.label, *head.abbreviations, *head.alternatives)]


def _topic(title: Span, told: frozenset[str]) -> Span | None:
    """Give the part of a title that names what it is about, None where that is all of it, or nothing is told."""
    if told.intersection(_names(title.text)[:1]):
        return None
    if quoted := next(
        filter(None, (kind.fullmatch(title.text) for kind in (_QUOTED, _KINDS_ALONE, _WHOLE))), None
    ):
        return cut(title, *quoted.span("term"))
    parts = [*_parts(title), *_before_definition(title, told)]
    parts += [cut(part, 0, found.start()) for part in parts for found in _OF.finditer(part.text)]
    named = [part for part in parts if told.intersection(_names(part.text))]
    for part in named[:1]:
        full = next((other for other in parts if abbreviates(part.text, other.text)), None)
        return part._replace(text=f"{full.text} ({part.text})") if full else part
    return None


def _before_definition(title: Span, told: frozenset[str]) -> Iterator[Span]:
    """Yield what is told of at the start of a title that ends with a kind of text: "Toil: trade and legal meaning"."""
    for found in reversed(list(re.finditer(r"(?<=\w)(?=\W)", title.text))):
        if fold(title.text[: found.start()]) in told and _KIND_OF_TEXT.fullmatch(title.text[found.start() :]):
            yield cut(title, 0, found.start())


def _parts(title: Span, patterns: Sequence[re.Pattern[str]] = _TITLES) -> Iterator[Span]:
    """Yield what can be the name in a title, with an abbreviation in brackets behind it."""
    for pattern in patterns:
        if found := pattern.search(title.text):
            behind = re.match(r"\s*\([^()]{1,60}\)", title.text[found.end("term") :])
            yield cut(title, found.start("term"), found.end("term") + (behind.end() if behind else 0))


def _with_definition_named(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """Name the heading that asks for the definition, or announces it, by the title, where no text stands before it."""
    names, open_ = frozenset(_names(title)), True
    for block in blocks:
        if isinstance(block, Heading) and open_:
            same = any(names.intersection(_names(part.text)) for part in _parts(block.span, _SAME))
            yield block._replace(span=block.span._replace(text=title, strong=(), links=())) if same else block
        else:
            open_ = open_ and not isinstance(block, Item) and not _is_text(block)
            yield block


def _is_text(block: Block) -> bool:
    return not isinstance(block, Paragraph | Heading) or (
        isinstance(block, Paragraph) and block.span.text.endswith(".")
    )
