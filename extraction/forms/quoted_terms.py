"""Terms in quotation marks that acts and contracts say the meaning of: “bridge” includes a ford."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.names.heads import is_code
from rolegraph.readers import Block, Definition, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.readers import Span

__all__ = ["with_quoted_terms"]

_LEAST = 3
_MEANS = re.compile(
    r"(?:^|[;,]\s(?:and\s)?)(?P<whole>[\"“„«]\s?(?P<term>[^\"“”„«»]{2,60}?)\s?[\"”“»](?:\s\([^()]{2,40}\))?"
    r"(?:,\s[^,;\"“]{2,80},)?\s"
    r"(?:(?:shall\s|also\s)?(?:means?|includes?|ha(?:s|ve)\sthe\s(?:same\s)?meaning|refers?\sto)"
    r"|(?:meint|bezeichnet|bedeutet|umfasst|heißt|ist|sind)(?=[\s,])"
    r"|(?:désigne(?:nt)?|signifie(?:nt)?|s['’]entend(?:ent)?|comprend)|(?:significan?|designan?|comprenden?|se\sentiende))\b)"
)


def with_quoted_terms(blocks: Sequence[Block]) -> list[Block]:
    """Make a definition pair of each quoted term that a text says the meaning of, where several texts begin so.

    >>> from rolegraph.readers import Span
    >>> texts = "“bay” means a place;", "“ford” includes steps, and “weir” means a dam;", "“quay” means a wall."
    >>> blocks = with_quoted_terms([Paragraph(Span(text, ((0, 1),))) for text in texts])
    >>> [(block.term.text, block.details[0].text) for block in blocks][1:3]
    [('ford', '“ford” includes steps'), ('weir', '“weir” means a dam;')]
    """
    found = {n: terms for n, block in enumerate(blocks) if (terms := list(_terms(block)))}
    if len(found) < _LEAST:
        return list(blocks)
    told: list[Block] = []
    for number, block in enumerate(blocks):
        above = told[-1] if told else None
        if number in found:
            told += found[number]
        elif isinstance(block, Item) and isinstance(above, Definition) and block.span.text[:1].islower():
            told[-1] = above._replace(details=(*above.details, block.span, *block.more))
        else:
            told.append(block)
    return told


def _terms(block: Block) -> Iterator[Definition]:
    """Read the terms of a text that begins with one."""
    if not isinstance(block, Paragraph | Item) or not _MEANS.match(block.span.text):
        return
    span = block.span
    marks = list(_MEANS.finditer(span.text))
    ends = [*(mark.start() for mark in marks[1:]), len(span.text)]
    for mark, end in zip(marks, ends, strict=True):
        more = block.more if isinstance(block, Item) and end == len(span.text) else ()
        term: Span = cut(span, *mark.span("term"))
        short = is_code(term.text)  # “VAT” means value added tax: its full name
        yield Definition(term, (cut(span, mark.end() if short else mark.start("whole"), end), *more))
