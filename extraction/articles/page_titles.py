"""Where the title of a page is found when it stands behind a label, or below the names of lists or of a site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from rolegraph.extraction.layout.list_titles import LIST_NOUN
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.names.heads import asked_term, read_head
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Heading, Item, Paragraph

__all__ = [
    "below_names_of_lists",
    "with_terms_asked",
    "without_label",
]

_LABEL = re.compile(
    r"(?:glossary(?: (?:term|entry|word))?|(?:definition|meaning)(?: (?:of|for))?|term|word|noun|verb|adjective"
    r"|acronym)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_LIST_BEHIND = re.compile(rf"\s[|–—-]\s(?:\w+ )?{LIST_NOUN}$", re.IGNORECASE)
_MIN_TITLES = 2
_QUESTION = re.compile(r"Q(?:uestion)?\s?\d{0,2}[.:)]\s+(?=\S)")
_LABELLED = re.compile(r"[^:.]{1,40}:\s")
_OF_LISTS = re.compile(rf"\b{LIST_NOUN}\b", re.IGNORECASE)
_MAX_NAME, _MIN_TEXT, _MAX_TITLE, _FIRST_BLOCKS = 8, 5, 12, 10
_PART = 2  # the level of the headings below a title that was found


def without_label(blocks: Sequence[Block]) -> Sequence[Block]:
    """Take the label off the one title that has it, with a text or its senses right below: "Glossary: Toil".

    >>> from rolegraph.readers import Span
    >>> page = [Paragraph(Span(text, ((0, 1),))) for text in ("Glossary: Toil", "Work that is done by hand.")]
    >>> without_label(page)[0].span.text
    'Toil'
    """
    blocks = [_unmarked(block) for block in blocks]
    for place, (block, below) in enumerate(pairwise(blocks[:_FIRST_BLOCKS])):
        found = _LABEL.match(_text(block)) if isinstance(block, Heading | Paragraph) else None
        if not found or not isinstance(block, Heading | Paragraph) or not _is_told(below):
            continue
        name = cut(block.span, found.end())
        again = any(_text(each).startswith(found[0]) for each in blocks[place + 1 :])
        bare = len(name.text.split()) <= _MAX_NAME and name.text[-1] not in ".!?:;"
        if bare and not again and _stands_first(name.text, blocks, place):
            sense = Paragraph(below.span) if isinstance(below, Item) and not below.more else below
            return [
                Heading(name, block.level if isinstance(block, Heading) else 0),
                sense,
                *blocks[place + 2 :],
            ]
    return blocks


def _stands_first(name: str, blocks: Sequence[Block], place: int) -> bool:
    """Tell whether nothing stands above a place but bare lines that the text below, which names it, says nothing of."""
    below = f" {fold(_text(blocks[place + 1]))} "
    named = not place or fold(name) in below
    return named and all(
        (_is_bare(block) or _LABELLED.match(_text(block))) and fold(_text(block)) not in below
        for block in blocks[:place]
    )


def _unmarked(block: Block) -> Block:
    """Take the mark off a heading that is a question: "Q. What is toil?"."""
    found = _QUESTION.match(_text(block)) if isinstance(block, Heading) else None
    return (
        block._replace(span=cut(block.span, found.end())) if found and isinstance(block, Heading) else block
    )


def without_list_behind(blocks: Sequence[Block]) -> Sequence[Block]:
    """Take the name of their list off the ends of several headings: "Toil | Glossary", "Drudgery | Glossary".

    >>> from rolegraph.readers import Span
    >>> heads = [Heading(Span(f"{name} | Glossary", ((0, 1),)), 2) for name in ("Toil", "Drudgery")]
    >>> [block.span.text for block in without_list_behind(heads)]
    ['Toil', 'Drudgery']
    """
    ends = {
        place: found.start()
        for place, block in enumerate(blocks)
        if isinstance(block, Heading) and (found := _LIST_BEHIND.search(_text(block)))
    }
    if len(ends) < _MIN_TITLES:
        return blocks
    return [
        block._replace(span=cut(block.span, 0, ends[place]))
        if place in ends and isinstance(block, Heading)
        else block
        for place, block in enumerate(blocks)
    ]


def below_names_of_lists(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the plain texts below some lines that only name lists of terms, none where anything else stands there."""
    above = list(takewhile(_names_lists, blocks))
    rest = blocks[len(above) :]
    return rest if above and all(isinstance(block, Paragraph) for block in rest) else ()


def with_terms_asked(blocks: Sequence[Block]) -> list[Block]:
    """Put the headings of a text side by side where each asks for another term, and the text below tells of it.

    Where one alone does, below a longer title that names the term, the text is about that, and all above leads to it.
    """
    heads = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    asked = {
        place: names
        for place, (block, below) in enumerate(pairwise(blocks))
        if isinstance(block, Heading) and (names := _asked_and_told(block, below))
    }
    if len(asked) > 1 and list(asked) == heads and heads[0] == 0 and len(set(asked.values())) == len(asked):
        return [block._replace(level=1) if isinstance(block, Heading) else block for block in blocks]
    title = f" {fold(_text(blocks[0]))} " if blocks else ""
    if len(asked) != 1 or not (place := next(iter(asked))) or f" {asked[place]} " not in title:
        return []
    longer = title.strip() != asked[place] and not any(isinstance(each, Heading) for each in blocks[1:place])
    first = blocks[place]
    if not longer or not any(map(_is_sentence, blocks[1:place])) or not isinstance(first, Heading):
        return []
    term = re.search(re.escape(asked[place]), first.span.text, re.IGNORECASE)
    head = first._replace(span=cut(first.span, *term.span()), level=1) if term else first
    rest = (each._replace(level=_PART) if isinstance(each, Heading) else each for each in blocks[place + 1 :])
    return [head, *rest]


def _asked_and_told(head: Heading, below: Block) -> str:
    """Give the term, folded, that a heading asks for and the text below begins with, perhaps without its field."""
    term = fold(read_head(asked_term(_text(head))).label)
    opening = re.sub(r"^(?:an?|the) ", "", f"{fold(_text(below))} ") if isinstance(below, Paragraph) else ""
    names = (term, re.split(r"\s(?:in|for|within|at|on)\s", term)[0])
    return next((name for name in names if name and opening.startswith(f"{name} ")), "")


def _is_sentence(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(_text(block).split()) > _MAX_TITLE


def _names_lists(block: Block) -> bool:
    """Tell a line that is the name of a list of terms, and no sentence about one."""
    text = _text(block)
    return bool(_OF_LISTS.search(text)) and len(text.split()) <= _MAX_TITLE and text[-1] not in ".!?:;"


def _is_bare(block: Block) -> bool:
    text = _text(block)
    return not isinstance(block, Item) and len(text.split()) <= _MAX_TITLE and text[-1:] not in (".", ":")


def _is_told(block: Block | None) -> bool:
    """Tell a text, or an item, that can say what the title above it means."""
    text = _text(block) if isinstance(block, Paragraph | Item) else ""
    return len(text.split()) >= _MIN_TEXT and not _LABELLED.match(text)


def _text(block: Block | None) -> str:
    return block.span.text if isinstance(block, Heading | Paragraph | Item) else ""
