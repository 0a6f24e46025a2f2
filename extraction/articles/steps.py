"""Steps in a row: the numbered items below "The steps of onboarding", "How it works", "The hiring process"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.entries import Announced
from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.readers import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.entries import Passage
    from rolegraph.readers import Block

__all__ = ["in_steps"]

_STEPPED = re.compile(
    r"(?:(?:the|key|main|typical|basic|\d+)\s+)*(?:steps?|stages?|phases?|sequence|life ?cycle)\b.*"
    r"|(?:(?!(?:of|in|with|why|for|to)\b)[\w-]+\s+){0,5}(?:steps|stages|phases|process|procedure|workflow|life ?cycle)"
    r"|.{0,30}\bhow\b.{2,60}\bworks?",
    re.IGNORECASE,
)
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
    if len(names) < _LEAST or not _STEPPED.fullmatch(title.strip(" :?")):
        return list(passages)
    before = dict(zip(names, ["", *names.values()], strict=False))
    told = Announced.of(part, title)
    return [
        passage._replace(announced=passage.announced or told, after=before[passage.span.line])
        if passage.item and passage.span.line in before
        else passage
        for passage in passages
    ]
