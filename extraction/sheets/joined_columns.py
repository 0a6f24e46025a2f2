"""Rows of a table whose cells no sign parts any more: "Term Meaning" above "Crane A machine …", "craneA machine …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.patterns import cut, is_head, read_pair
from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span
from rolegraph.readers.alphabet import is_alphabetical

if TYPE_CHECKING:
    from rolegraph.extraction.sheets.column_titles import ColumnTitles

__all__ = ["with_columns_parted"]

_LEAST, _MOST_WORDS = 3, 8
_TITLES = re.compile(r"(?P<term>[A-Za-z]+?)(?:\s+|(?<=[a-z])(?=[A-Z]))(?P<told>[A-Z][a-z]+)")
_GLUED = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z]*(?:-[a-z]+)*\s)|(?<=[A-Z]{2})(?=(?:An?|The)\s)")
_CAPITAL = re.compile(r"\s(?=[A-Z][a-z]*\s)")
_AGAIN = re.compile(r"(?P<term>\S.{2,60}?)(?=\s(?P=term)\s)", re.IGNORECASE)
_LAST_CAPITAL = re.compile(r"(?<=[\w)] )(?=[A-Z][\w-]*,? [a-z])")  # "Air Gap Measures that part …"
_ARTICLE = re.compile(r"\s(?=(?:An?|The|Any|Each|Every|One|When|Used|Refers|This)\s)")
_LARGE = re.compile(r"(?<=[a-z)])\s(?=[A-Z][a-z]*\s)")


def with_columns_parted(
    blocks: Sequence[Block], titles: ColumnTitles, names_list: Callable[[str], bool] = lambda _: False
) -> list[Block]:
    """Give the blocks, with the rows below two titles of columns in one line made pairs of a term and its text.

    There can be several such runs, below a letter each.

    The text begins with a capital: stuck to the term, behind one in small or large letters, or with an article.
    Without such titles rows are parted where term and text stick together, or below the title of a list
    (``names_list``) whose terms stand in the order of the alphabet.
    """
    found, place, parted = list[Block](), 0, False
    while place < len(blocks):
        block = blocks[place]
        titled = isinstance(block, Heading | Paragraph) and _are_titles(block.span.text, titles)
        end = _end_of_rows(blocks, place + 1) if titled else place + 1
        pairs = list(_parted(_spans(blocks[place + 1 : end]))) if titled else []
        parted = parted or bool(pairs)
        found += pairs or blocks[place:end]
        place = end
    return found if parted else _without_titles(blocks, names_list)


def _without_titles(blocks: Sequence[Block], names_list: Callable[[str], bool]) -> list[Block]:
    """Part the one run of rows that a document is, where it has no titles of columns."""
    start = next((place for place, block in enumerate(blocks) if _is_row(block)), len(blocks))
    rows = _spans(blocks[start:])
    if len(rows) < len(blocks) - start:
        return list(blocks)
    listed = start > 0 and isinstance(blocks[0], Heading) and names_list(blocks[0].span.text)
    pairs = list(_pairs(rows, (_GLUED,))) or (list(_pairs(rows, (_AGAIN, _LARGE))) if listed else [])
    glued = all(pair.details[0].text[:1].isupper() for pair in pairs)
    ordered = is_alphabetical([pair.term.text for pair in pairs])
    return [*blocks[:start], *pairs] if pairs and glued and ordered else list(blocks)


def _are_titles(text: str, titles: ColumnTitles) -> bool:
    """Tell the titles of a column of terms and of one of definitions."""
    found = _TITLES.fullmatch(text)
    meanings = [titles.read(found[part]) for part in ("term", "told")] if found else []
    return [meaning.kind if meaning else "" for meaning in meanings] == ["term", "definition"]


def _end_of_rows(blocks: Sequence[Block], start: int) -> int:
    return next((n for n in range(start, len(blocks)) if not isinstance(blocks[n], Paragraph)), len(blocks))


def _is_row(block: Block) -> bool:
    return isinstance(block, Paragraph | Item)


def _spans(blocks: Sequence[Block]) -> list[Span]:
    return [block.span for block in blocks if isinstance(block, Paragraph | Item)]


def _parted(rows: Sequence[Span]) -> Iterator[Definition]:
    """Yield the rows as pairs, where term and text stick together, or other signs part them."""
    yield from list(_pairs(rows, (_GLUED,))) or _pairs(rows, (_AGAIN, _CAPITAL, _ARTICLE, _LAST_CAPITAL))


def _pairs(rows: Sequence[Span], signs: Sequence[re.Pattern[str]]) -> Iterator[Definition]:
    """Yield the rows as pairs, where signs part nearly all of them; another goes on with the row above."""
    ends = [_end_of_term(row, signs) for row in rows]
    if len(rows) < _LEAST or 5 * sum(map(bool, ends)) < 4 * len(rows) or not ends[0]:
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
