"""Terms of standards: a number alone in a line, below it the term, other names, and the definition (ISO 10241-1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.layout.patterns import cut
from rolegraph.readers import Block, Definition, Heading, Item, Link, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["with_numbered_terms"]

_MIN_TERMS, _NAME_WORDS, _TITLE_WORDS = 3, 5, 12
_ALONE = re.compile(r"(?:[A-Z]\.)?\d+(?:\.\d+)+\.?")
_SECTION = re.compile(
    r"(?:[A-Z]\.)?\d+(?:\.\d+)*\.?\s+[A-Z]|(?:Annex|Appendix|Bibliography|References|Index)\b"
)
_NOTE = re.compile(r"(?:notes?|examples?|\[?\s*sources?|figure|table|formula)\b", re.IGNORECASE)
_STATUS = re.compile(
    r"(?:deprecated|admitted|preferred|obsolete|synonym|abbreviation|symbol)(?: term)?:\s*", re.IGNORECASE
)
_POINTED = re.compile(r"\s\(((?:[A-Z]\.)?\d+(?:\.\d+)+)\)")


class _Line(NamedTuple):
    """A line of a block: the number of the block, its text, and the text of the block with the place of the line."""

    block: int
    span: Span
    whole: Span
    start: int = 0

    @property
    def rest(self) -> Span:
        """What stands from the line on to the end of the block."""
        return cut(self.whole, self.start)


def with_numbered_terms(blocks: Sequence[Block]) -> list[Block]:
    r"""Make a definition pair of each number in a line of its own with the term, its names and the text below it.

    >>> lines = [f"3.{n}\n{name}\na thing in ports of kind {n}" for n, name in enumerate(("bay", "quay", "berth"), 1)]
    >>> texts = [Paragraph(Span(line, ((0, n),))) for n, line in enumerate("\n".join(lines).split("\n"), 1)]
    >>> [(pair.term.text, pair.details[0].text) for pair in with_numbered_terms(texts)][1]
    ('quay', 'a thing in ports of kind 2')
    """
    lines = [line for number, block in enumerate(blocks) for line in _lines(number, block)]
    found: dict[int, tuple[int, Definition]] = {}
    last = -1
    for place, line in enumerate(lines):
        if line.block > last and _ALONE.fullmatch(line.span.text) and _opens(line, blocks):
            own = _own_lines(lines, place)
            if pair := _pair(line.span.text, own):
                found[line.block] = own[-1].block, pair
                last = own[-1].block
    return list(_replaced(blocks, found)) if len(found) >= _MIN_TERMS else list(blocks)


def _lines(number: int, block: Block) -> Iterator[_Line]:
    """Give the lines of a block of text; an empty one stands for any other block."""
    if not isinstance(block, Paragraph | Heading | Item):
        yield _Line(number, Span("", ((0, 0),)), Span("", ((0, 0),)))
        return
    places = [at for at, _ in block.span.starts]
    for start, end in zip(places, [*places[1:], None], strict=True):
        yield _Line(number, cut(block.span, start, end), block.span, start)


def _opens(line: _Line, blocks: Sequence[Block]) -> bool:
    block = blocks[line.block]
    return isinstance(block, Paragraph | Heading | Item) and block.span.line == line.span.line


def _own_lines(lines: Sequence[_Line], place: int) -> list[_Line]:
    """Give the lines from a number on, up to the next number or the title of the next section."""
    own = [lines[place]]
    for line in lines[place + 1 :]:
        text = line.span.text
        titled = _SECTION.match(text) and len(text.split()) <= _TITLE_WORDS and text[-1] not in ".;"
        if not text or _ALONE.fullmatch(text) or titled:
            break
        own.append(line)
    return own


def _pair(number: str, own: Sequence[_Line]) -> Definition | None:
    """Read the lines of one term: its name, other names, the definition, and the notes behind it."""
    told = [line for line in own[1:] if not _NOTE.match(line.span.text)]
    if len(told) < 2 or told[0] is not own[1] or len(told[0].span.text.split()) > _TITLE_WORDS:
        return None
    begins = 1
    while begins < len(told) - 1 and _is_name(told[begins].span.text):
        begins += 1
    first = told[begins]
    others = tuple(_without_status(line.span) for line in told[1:begins])
    details = [first.rest]
    details += [
        line.rest
        for line, above in zip(own, [None, *own], strict=False)
        if line.block > first.block and (above is None or above.block != line.block)
    ]
    term = told[0].span._replace(anchors=(*told[0].span.anchors, number.rstrip(".")))
    return Definition(term, tuple(details), others)


def _is_name(text: str) -> bool:
    """Tell a further name, or a symbol, from the first line of a definition."""
    bare = _STATUS.sub("", text)
    return len(bare.split()) <= _NAME_WORDS and (bare != text or text[-1] not in ":,;.—–")


def _without_status(span: Span) -> Span:
    found = _STATUS.match(span.text)
    return cut(span, found.end()) if found else span


def _replaced(blocks: Sequence[Block], found: Mapping[int, tuple[int, Definition]]) -> Iterator[Block]:
    names = {pair.term.anchors[-1]: pair.term.text for _, pair in found.values()}
    place = 0
    while place < len(blocks):
        if place in found:
            place, pair = found[place]
            yield pair._replace(details=tuple(_linked(span, names) for span in pair.details))
        else:
            yield blocks[place]
        place += 1


def _linked(span: Span, names: Mapping[str, str]) -> Span:
    """Make links of the names that the numbers of their terms stand behind: "a berth (3.1.2)"."""
    links = list(span.links)
    for found in _POINTED.finditer(span.text):
        name = names.get(found[1], "")
        before = span.text[: found.start()].casefold()
        start = before.rfind(name.casefold()) if name else -1
        if start >= 0 and found.start() - start <= len(name) + 2:
            links.append(Link(start, found.start(), f"#{found[1]}"))
    return span._replace(links=tuple(sorted(links)))
