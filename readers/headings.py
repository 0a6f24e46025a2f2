"""Which bare lines of a plain text are headings: short ones, with a longer one, a list or a table below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.document import Block, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["Draft", "find_headings"]

_MAX_WORDS, _MAX_CAPITAL_WORDS, _MAX_RUN = 10, 14, 3
_SENTENCE_END = re.compile(r"""[.!;,…]["'”’»)]*$""")
_SEPARATOR = re.compile(r"\s[-–—=]\s|:\s|\t")
_LEAD_IN = re.compile(
    r"\b(?:following|includes?|including|are|is|as|below|of|by|to|for|with|can|may|will|should|must):$",
    re.IGNORECASE,
)


class Draft(NamedTuple):
    """A block as first cut, and the lines it was cut from."""

    block: Block
    lines: tuple[Line, ...]


def find_headings(drafts: Sequence[Draft]) -> list[Block]:
    """Give the blocks, with bare lines made headings where they head something."""
    blocks: list[Block] = []
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and _is_candidate(drafts, end):
            end += 1
        blocks += _read_run(drafts[start:end], headed=end < len(drafts) and _can_be_headed(drafts[end]))
        blocks += [drafts[end].block] if end < len(drafts) else []
        start = end + 1
    return blocks


def _read_run(run: Sequence[Draft], headed: bool) -> list[Block]:
    """Make headings of a run of short lines: of all if they are few, of the last alone if many."""
    first = 0 if len(run) <= _MAX_RUN else len(run) - 1
    return [
        _heading(draft)
        if (_is_capital(draft) and number + 1 < len(run)) or (headed and number >= first)
        else draft.block
        for number, draft in enumerate(run)
    ]


def _heading(draft: Draft) -> Block:
    span = draft.block.span if isinstance(draft.block, Paragraph) else Span("", ((0, 1),))
    if span.text.endswith(":"):
        span = span._replace(text=span.text.rstrip(": "))
    return Heading(span, 0)


def _can_be_headed(draft: Draft) -> bool:
    return isinstance(draft.block, Paragraph | Item | Table)


def _is_candidate(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a block is a lone short line that does not read like a sentence or an entry."""
    draft = drafts[index]
    if not isinstance(draft.block, Paragraph) or len(draft.lines) != 1 or _is_body(drafts, index):
        return False
    text = draft.block.span.text
    if not any(map(str.isalnum, text)):
        return False
    if _is_capital(draft):
        return True
    if len(text.split()) > _MAX_WORDS or _SENTENCE_END.search(text) or _LEAD_IN.search(text):
        return False
    return text.endswith("?") or not _SEPARATOR.search(text)


def _is_body(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a line stands further in than the one before it: then it is what that one heads."""
    if not index:
        return False
    before, line = drafts[index - 1].lines[-1], drafts[index].lines[0]
    return line.indent > before.indent and line.number == before.number + 1


def _is_capital(draft: Draft) -> bool:
    """Tell whether a line is in capitals throughout; a lone abbreviation is not enough."""
    text = draft.lines[0].body
    return text.isupper() and len(text) > 5 and len(text.split()) <= _MAX_CAPITAL_WORDS
