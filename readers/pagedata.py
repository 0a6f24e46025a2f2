"""The data that a web page holds for search engines (JSON-LD): defined terms and questions that it doesn't show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from rolegraph.readers.document import Block, Definition, Heading, Item, Paragraph, Span, Table
from rolegraph.readers.encodings import clean
from rolegraph.readers.pagetree import Element, elements, parse_page, text_of, words_below

__all__ = ["read_data"]

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[a-z/!]|&\w+;", re.IGNORECASE)
_OPENING, _MAX_DEPTH = 8, 12
_CONTAINERS = ("@graph", "hasDefinedTerm", "mainEntity", "itemListElement", "item", "hasPart", "about")


def read_data(root: Element, blocks: Sequence[Block]) -> list[Block]:
    """Read the terms and questions of the page's data; what its blocks show already is left out."""
    shown = _Shown(blocks)
    found: list[Block] = []
    for script in elements(root):
        if script.tag == "script" and "ld+json" in script.get("type").lower():
            for pair in _Script(script).pairs():
                if not shown.has(pair):
                    found += pair
    return found


class _Shown:
    """What the blocks of a page say: their heads, and how their texts begin."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        spans = [(span, head) for block in blocks for span, head in _spans(block)]
        self._heads = {_key(span.text) for span, head in spans if head}
        self._heads |= {_key(span.text[start:end]) for span, _ in spans for start, end in span.strong}
        self._text = f" {' '.join(_key(span.text) for span, _ in spans)} "

    def has(self, pair: Sequence[Block]) -> bool:
        """Tell whether the page shows a term, or the opening of its definition."""
        (head, _), *texts = [each for block in pair for each in _spans(block)]
        opening = " ".join(_key(texts[0][0].text).split()[:_OPENING]) if texts else ""
        return _key(head.text) in self._heads or bool(opening and f" {opening} " in self._text)


class _Script:
    """A script of data, and the lines that its strings stand on."""

    def __init__(self, script: Element) -> None:
        words = list(words_below(script))
        self._text = "".join(f"\n{each.text}" if each.broken else each.text for each in words)
        first = words[0].line if words else script.line
        self._lines: dict[str, int] = {}
        at, line = 0, first
        for match in _STRING.finditer(self._text):
            line += self._text.count("\n", at, match.start())
            at = match.start()
            self._lines.setdefault(match[0], line)
        self._line = first

    def pairs(self) -> Iterator[tuple[Block, ...]]:
        """Yield each term with its definition, each question with its answer."""
        try:
            data = json.loads(self._text, strict=False)
        except (ValueError, RecursionError):
            return
        for each in _things(data, 0):
            if block := self._term(each) or self._question(each):
                yield block

    def _term(self, thing: dict[str, object]) -> tuple[Block, ...]:
        name, text = self._span(thing.get("name")), self._span(thing.get("description"))
        if not _is_a(thing, "DefinedTerm") or name is None or text is None:
            return ()
        names = [
            self._span(value) for key in ("termCode", "alternateName") for value in _listed(thing.get(key))
        ]
        return (Definition(name, (text,), tuple(each for each in names if each)),)

    def _question(self, thing: dict[str, object]) -> tuple[Block, ...]:
        answers = [each for each in _listed(thing.get("acceptedAnswer")) if isinstance(each, dict)]
        question = self._span(thing.get("name") or thing.get("text"))
        text = self._span(answers[0].get("text")) if answers else None
        if not _is_a(thing, "Question") or question is None or text is None:
            return ()
        return (Heading(question, 2), Paragraph(text))

    def _span(self, value: object) -> Span | None:
        """Give a string as the text of one line, without the tags that it may hold."""
        if not isinstance(value, str):
            return None
        text = text_of(parse_page(value, "", 1)) if _TAG.search(value) else value
        text = " ".join(clean(text).split())
        return Span(text, ((0, self._line_of(value)),)) if text else None

    def _line_of(self, value: str) -> int:
        written = (json.dumps(value), json.dumps(value, ensure_ascii=False))
        return next((self._lines[each] for each in written if each in self._lines), self._line)


def _things(data: object, depth: int) -> Iterator[dict[str, object]]:
    """Yield the things that data is about, from lists, graphs and sets of terms too."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for each in data:
            yield from _things(each, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in _CONTAINERS:
            if isinstance(data.get(key), list | dict):
                yield from _things(data[key], depth + 1)


def _is_a(thing: dict[str, object], kind: str) -> bool:
    return any(
        str(each).rpartition("/")[2].rpartition(":")[2] == kind for each in _listed(thing.get("@type"))
    )


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _spans(block: Block) -> Iterator[tuple[Span, bool]]:
    """Yield the texts of a block, and of each whether it can be a term."""
    if isinstance(block, Definition):
        yield from ((span, True) for span in (block.term, *block.others))
        yield from ((span, False) for span in block.details)
    elif isinstance(block, Table):
        yield from ((cell, True) for row in block.rows for cell in row.cells)
    else:
        yield block.span, isinstance(block, Heading)
        yield from ((span, False) for span in (block.more if isinstance(block, Item) else ()))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
