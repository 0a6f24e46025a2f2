"""Steps in a row: the numbered items below "The steps of onboarding", "How it works", "The hiring process"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.entries import Announced, Passage
from rolegraph.extraction.layout.patterns import cut, read_pair
from rolegraph.readers import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.layout.sections import Section
    from rolegraph.readers import Block

__all__ = ["in_steps", "steps_below"]

_STEPPED = re.compile(
    r"(?:(?:the|key|main|typical|basic|\d+)\s+)*(?:steps?|stages?|phases?|sequence|life ?cycle)\b.*"
    r"|(?:(?!(?:of|in|with|why|for|to)\b)[\w-]+\s+){0,5}(?:steps|stages|phases|process|procedure|"
    r"workflow|(?:life ?)?cycle)"
    r"|.{0,30}\bhow\b.{2,60}\bworks?"
    r"|.{2,60}?,? step by step",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:step\s+)?\d{1,2}\s*[.):–—-]\s*(?=\w)", re.IGNORECASE)
_LEAST, _MOST_WORDS = 3, 5


def in_steps(
    passages: Sequence[Passage], title: str, blocks: Sequence[Block], part: Reading
) -> list[Passage]:
    """Mark the passages that are steps with the name of the step before; if nothing is announced they are parts."""
    names: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Item) and block.ordered and not block.depth:
            pair = read_pair(block.span)
            name = (pair.head if pair else block.span.text).strip(" .;:")
            if not pair or len(name.split()) > _MOST_WORDS:
                return list(passages)
            names[block.span.line] = name
    if len(names) < _LEAST or not _is_stepped(title):
        return list(passages)
    before = dict(zip(names, ["", *names.values()], strict=False))
    told = Announced.of(part, title)
    return [
        passage._replace(announced=passage.announced or told, after=before[passage.span.line])
        if passage.item and passage.span.line in before
        else passage
        for passage in passages
    ]


def steps_below(section: Section, part: Reading) -> list[Passage]:
    """Give the steps that the numbered headings below "The hiring process" are, each with the one before it."""
    found = [
        (child, number)
        for child in section.children
        if child.heading and (number := _NUMBERED.match(child.heading.span.text))
    ]
    if len(found) < _LEAST or len(found) < len(section.children) or not _is_stepped(section.title):
        return []
    told = Announced.of(part, section.title)
    spans = [cut(child.heading.span, number.end()) for child, number in found if child.heading]
    names = ["", *(span.text.strip(" .;:") for span in spans)]
    return [Passage(span, told, item=True, after=before) for span, before in zip(spans, names, strict=False)]


def _is_stepped(title: str) -> bool:
    return _STEPPED.fullmatch(title.strip(" :?")) is not None
