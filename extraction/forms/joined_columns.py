"""Rows of a table whose cells no sign parts any more, below its two titles: "Term Meaning", "Crane A machine …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.forms.patterns import cut, is_head, read_pair
from rolegraph.readers import Block, Definition, Heading, Paragraph, Span

if TYPE_CHECKING:
    from rolegraph.extraction.forms.column_titles import ColumnTitles

__all__ = ["with_columns_parted"]

_LEAST, _MOST_WORDS = 3, 8
_TITLES = re.compile(r"(?P<term>[A-Za-z]+?)(?:\s+|(?<=[a-z])(?=[A-Z]))(?P<told>[A-Z][a-z]+)")
_GLUED = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z]*\s)|(?<=[A-Z]{2})(?=(?:An?|The)\s)")
_CAPITAL = re.compile(r"\s(?=[A-Z][a-z]*\s)")
_AGAIN = re.compile(r"(?P<term>\S.{2,60}?)(?=\s(?P=term)\s)", re.IGNORECASE)
_ARTICLE = re.compile(r"\s(?=(?:An?|The|Any|Each|Every|One|When|Used|Refers|This)\s)")


def with_columns_parted(blocks: Sequence[Block], titles: ColumnTitles) -> list[Block]:
    """Give the blocks, with the rows below two titles of columns in one line made pairs of a term and its text.

    The text begins with a capital: stuck to the term, behind one in small letters, or with an article.
    """
    for place, block in enumerate(blocks):
        if isinstance(block, Heading | Paragraph) and _are_titles(block.span.text, titles):
            end = next((n for n in range(place + 1, len(blocks)) if not _is_row(blocks[n])), len(blocks))
            rows = [block.span for block in blocks[place + 1 : end] if isinstance(block, Paragraph)]
            if pairs := list(_parted(rows)):
                return [*blocks[:place], *pairs, *blocks[end:]]
    return list(blocks)


def _are_titles(text: str, titles: ColumnTitles) -> bool:
    """Tell the titles of a column of terms and of one of definitions."""
    found = _TITLES.fullmatch(text)
    meanings = [titles.read(found[part]) for part in ("term", "told")] if found else []
    return [meaning.kind if meaning else "" for meaning in meanings] == ["term", "definition"]


def _is_row(block: Block) -> bool:
    return isinstance(block, Paragraph)


def _parted(rows: Sequence[Span]) -> Iterator[Definition]:
    """Yield the rows as pairs, where signs part nearly all of them; another goes on with the row above."""
    for signs in ((_GLUED,), (_AGAIN, _CAPITAL, _ARTICLE)):
        ends = [_end_of_term(row, signs) for row in rows]
        if len(rows) >= _LEAST and 5 * sum(map(bool, ends)) >= 4 * len(rows) and ends[0]:
            break
    else:
        return
    open_: list[Definition] = []
    for row, end in zip(rows, ends, strict=True):
        if not end:
            open_[-1] = open_[-1]._replace(details=(*open_[-1].details, row))
        else:
            open_.append(Definition(cut(row, 0, end), (cut(row, end),)))
    yield from open_


def _end_of_term(row: Span, signs: Sequence[re.Pattern[str]]) -> int:
    """Give where the term of a row ends, 0 where no sign parts it off."""
    return next((end for sign in signs if (end := _end_by(row, sign))), 0)


def _end_by(row: Span, sign: re.Pattern[str]) -> int:
    found = sign.search(row.text, 2) if sign is not _AGAIN else sign.match(row.text)
    end = found.end() if found and sign is _AGAIN else found.start() if found else 0
    head = row.text[:end]
    if not head or len(head.split()) > _MOST_WORDS or not is_head(head) or read_pair(row):
        return 0
    small = head.partition(" (")[0]
    return end if sign is not _CAPITAL or small == small.lower() else 0
