"""reStructuredText: sections, definition lists, Sphinx's glossary, lists, tables; other directives are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rolegraph.readers.document import Block, Definition, Document, Heading, Item, Paragraph, Span, Table
from rolegraph.readers.frontmatter import language_of
from rolegraph.readers.lines import Line, classify
from rolegraph.readers.rst_inline import marked_span, term_anchor
from rolegraph.readers.rst_tables import listed_table, separated_table
from rolegraph.readers.tables import is_column_rule, read_table, table_length

__all__ = ["is_restructured", "read_glossary", "read_restructured"]

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_DIRECTIVE = re.compile(r"\.\.\s+(?P<name>[\w:+.-]+?)\s?::(?:\s+(?P<rest>\S.*))?$")
_TARGET = re.compile(r"\.\.\s+_`?(?P<name>[^`:]+)`?:(?:\s|$)")
_OPTION = re.compile(r":(?P<name>[\w-]+):(?:\s+(?P<value>.*))?$")
_FIELD = re.compile(r":(?P<name>[^\s:][^:]*(?<!\s)):(?:\s+(?P<value>\S.*)|$)")
_CLASSIFIER = re.compile(r"\s+:\s+\S.*$")
_ITEM = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,3}|[A-Za-z#]|[ivxIVX]{1,5})[.)])\s+(?=\S)")
_ORDERED = re.compile(r"\(?\w|#")
_LISTING = re.compile(r"^[ \t]*\.\.[ \t]+(?:glossary|list-table)::", re.MULTILINE)
_MAX_NESTING = 40
# Directives whose content is text like any other.
_TEXTS = frozenset(
    [
        "note",
        "tip",
        "hint",
        "important",
        "attention",
        "caution",
        "warning",
        "danger",
        "admonition",
        "topic",
        "sidebar",
        "container",
        "rst-class",
        "class",
        "only",
        "compound",
        "pull-quote",
        "epigraph",
        "highlights",
        "dropdown",
        "details",
    ]
)
_TITLED = frozenset({"admonition", "topic", "sidebar", "container", "rst-class", "class", "only", "dropdown"})


class _Source(NamedTuple):
    """A line of the text without the indent of what it stands in, and its number."""

    text: str
    number: int

    @property
    def indent(self) -> int:
        """How far in the line stands; 0 for a blank one."""
        return len(self.text) - len(self.text.lstrip())


def is_restructured(text: str) -> bool:
    r"""Tell whether a plain text has the directives of reStructuredText that list terms.

    >>> is_restructured(".. glossary::\n\n   SLA\n      An agreement.\n"), is_restructured("Wait .. glossary:: no")
    (True, False)
    """
    return _LISTING.search(text) is not None


def read_restructured(text: str, name: str) -> Document:
    r"""Read reStructuredText into blocks; a Sphinx glossary gives a definition pair for each of its terms.

    >>> text = ".. glossary::\n\n   SLA\n      An agreement on :term:`service`.\n"
    >>> [block] = read_restructured(text, "a.rst").blocks
    >>> block.term.text, block.details[0].text
    ('SLA', 'An agreement on service.')
    """
    lines = [_Source(line.expandtabs(8).rstrip(), number) for number, line in enumerate(text.split("\n"), 1)]
    reader = _Blocks()
    values, start = _document_fields(lines)
    blocks = tuple(reader.read(lines[start:], 0))
    return Document(name, "rst", blocks, values, language_of(values))


def _document_fields(lines: Sequence[_Source]) -> tuple[dict[str, object], int]:
    """Give the fields that a document begins with (``:lang: de``), and how many lines they take."""
    values: dict[str, object] = {}
    place = 0
    while place < len(lines) and (not lines[place].text or _FIELD.match(lines[place].text)):
        if field := _FIELD.match(lines[place].text):
            values[field["name"].lower()] = field["value"] or ""
        place += 1
    values.pop("orphan", None)
    return values, place


def read_glossary(text: str, line: int) -> list[Block]:
    r"""Read the content of a glossary directive, options first, that begins on a line.

    >>> [block] = read_glossary("SLA\nservice agreement\n   An agreement.\n", 3)
    >>> block.term.text, [other.text for other in block.others], block.details[0].line
    ('SLA', ['service agreement'], 5)
    """
    lines = [
        _Source(each.expandtabs(8).rstrip(), number) for number, each in enumerate(text.split("\n"), line)
    ]
    _, content = _options(_dedented(lines))
    return list(_Blocks().glossary(content, 0))


class _Blocks:
    """Reads lines into blocks; knows the levels of headings and the targets that wait for the next block."""

    def __init__(self) -> None:
        self._levels: list[str] = []
        self._anchors: list[str] = []

    def read(self, lines: Sequence[_Source], depth: int) -> Iterator[Block]:
        """Yield the blocks of lines that stand at one indent."""
        place = 0
        while place < len(lines):
            if not lines[place].text:
                place += 1
                continue
            names, self._anchors = self._anchors, []
            end, blocks = self._next(lines, place, depth)
            for block in blocks:
                takes = names and not isinstance(block, Table)
                yield _anchored(block, tuple(names)) if takes else block
                names = [] if takes else names
            self._anchors = [*names, *self._anchors]
            place = max(end, place + 1)

    def _next(self, lines: Sequence[_Source], place: int, depth: int) -> tuple[int, Iterator[Block]]:
        """Read what begins at a place: where it ends, and its blocks."""
        line = lines[place]
        if line.text.startswith(".."):
            end = _body_end(lines, place + 1)
            return end, self._explicit(line, lines[place + 1 : end], depth)
        if length := _title_length(lines, place):
            return place + length, iter([self._heading(lines[place : place + length])])
        if _RULE.fullmatch(line.text) or is_column_rule(classify(line.text, line.number)):
            return place + 1, iter(())  # a rule parts paragraphs, or is the border of a table
        if depth > _MAX_NESTING:
            return self._paragraph(lines, place)
        if line.indent:
            end = _quote_end(lines, place)
            return end, self.read(_dedented(lines[place:end]), depth + 1)
        if match := _ITEM.match(line.text):
            end = _body_end(lines, place + 1)
            return end, self._item(lines[place:end], match, depth)
        end = _paragraph_end(lines, place)
        if length := table_length(_classified(lines[place:end]), 0):
            table = read_table(_classified(lines[place : place + length]))
            return place + length, iter([table])
        if place + 1 < len(lines) and lines[place + 1].indent:
            return self._defined(lines, place, depth)
        return self._paragraph(lines, place)

    def _heading(self, lines: Sequence[_Source]) -> Heading:
        overlined = len(lines) == 3
        style = lines[0].text[0] * 2 if overlined else lines[1].text[0]
        if style not in self._levels:
            self._levels.append(style)
        title = lines[1 if overlined else 0]
        return Heading(_span([title]), min(6, self._levels.index(style) + 1))

    def _paragraph(self, lines: Sequence[_Source], place: int) -> tuple[int, Iterator[Block]]:
        """Read a paragraph; a literal block that it announces with ``::`` is left out."""
        end = _paragraph_end(lines, place)
        taken = list(lines[place:end])
        if not taken[-1].text.endswith("::"):
            return end, iter([_field_or_paragraph(taken)])
        taken[-1] = taken[-1]._replace(text=taken[-1].text[:-1].removesuffix(" :"))
        return _body_end(lines, end), iter([Paragraph(_span(taken))] if taken[-1].text != ":" else [])

    def _item(self, lines: Sequence[_Source], match: re.Match[str], depth: int) -> Iterator[Block]:
        """Read a list item; the lists within it follow, further in."""
        inner = [lines[0]._replace(text=lines[0].text[match.end() :]), *_dedented(lines[1:])]
        blocks = list(self.read(inner, depth + 1)) if depth < _MAX_NESTING else []
        first = [block for block in blocks if isinstance(block, Paragraph)]
        spans = tuple(block.span for block in first) or (_span(inner[:1]),)
        if blocks and isinstance(blocks[0], Definition):
            spans = (blocks[0].term, *blocks[0].details)
        yield Item(spans[0], 0, bool(_ORDERED.match(lines[0].text)), spans[1:])
        for block in blocks:
            if isinstance(block, Item):
                yield block._replace(depth=block.depth + 1)

    def _defined(self, lines: Sequence[_Source], place: int, depth: int) -> tuple[int, Iterator[Block]]:
        """Read a term and the text further in below it (reStructuredText, "Definition lists")."""
        end = _body_end(lines, place + 1)
        return end, iter([self._pair(lines[place : place + 1], lines[place + 1 : end], depth)])

    def _pair(self, terms: Sequence[_Source], body: Sequence[_Source], depth: int) -> Definition:
        first, *others = (_term(line) for line in terms)
        details = self._spans(body, depth + 1)
        return Definition(first, tuple(details), tuple(others))

    def _spans(self, body: Sequence[_Source], depth: int) -> list[Span]:
        """Read what stands below a term into paragraphs."""
        spans: list[Span] = []
        for block in self.read(_dedented(body), depth):
            if isinstance(block, Definition):
                spans += (block.term, *block.details)
            elif not isinstance(block, Table):
                spans += (block.span, *(block.more if isinstance(block, Item) else ()))
        return spans

    # --- directives ---

    def _explicit(self, line: _Source, body: Sequence[_Source], depth: int) -> Iterator[Block]:
        """Read a directive or a target; remarks, footnotes and substitutions are left out."""
        if target := _TARGET.match(line.text):
            self._anchors.append(" ".join(target["name"].split()).casefold())
        elif (match := _DIRECTIVE.match(line.text)) and depth <= _MAX_NESTING:
            options, content = _options(_dedented(body))
            yield from self._directive(match, line.number, options, content, depth)

    def _directive(
        self,
        match: re.Match[str],
        number: int,
        options: dict[str, str],
        content: Sequence[_Source],
        depth: int,
    ) -> Iterator[Block]:
        name, rest = match["name"].lower(), match["rest"] or ""
        argued = [_Source(rest, number), _Source("", number)] if rest else []
        if name == "glossary":
            yield from self.glossary(content, depth)
        elif name == "seealso":
            yield from _see_also(match, number, self._spans([*argued, *content], depth + 1))
        elif name in _TEXTS:
            yield from self.read([*(() if name in _TITLED else argued), *content], depth + 1)
        elif name == "list-table":
            yield from listed_table(content, number, int(options.get("header-rows", "0") == "1"))
        elif name == "csv-table":
            yield from separated_table(content, number, options)

    def glossary(self, content: Sequence[_Source], depth: int) -> Iterator[Block]:
        """Read the terms of a Sphinx glossary: several may stand above one text."""
        place = 0
        while place < len(content):
            terms = []
            while place < len(content) and not content[place].indent:
                if content[place].text and not content[place].text.startswith(".. "):
                    terms.append(content[place])
                place += 1
            end = _body_end(content, place)
            if terms:
                yield self._pair(terms, content[place:end], depth)
            place = max(end, place + 1)


def _anchored(block: Block, names: tuple[str, ...]) -> Block:
    """Give a block the names of the targets that stand before it."""
    if isinstance(block, Definition):
        return block._replace(term=_named(block.term, names))
    return block if isinstance(block, Table) else block._replace(span=_named(block.span, names))


def _see_also(match: re.Match[str], number: int, spans: Sequence[Span]) -> Iterator[Paragraph]:
    """Say in words that a box points to other terms."""
    lead = _span([_Source(f"see also: {match['rest'] or ''}", number)])
    rest = spans[1:] if match["rest"] else spans
    if match["rest"]:
        yield Paragraph(lead)
    yield from (Paragraph(span) for span in rest)


def _field_or_paragraph(lines: Sequence[_Source]) -> Paragraph:
    """Read a paragraph; a field (``:Status: open``) loses its first colon."""
    if _FIELD.match(lines[0].text):
        lines = [lines[0]._replace(text=lines[0].text[1:]), *lines[1:]]
    return Paragraph(_span(lines))


def _term(line: _Source) -> Span:
    span = _span([line._replace(text=_CLASSIFIER.sub("", line.text))])
    return _named(span, (term_anchor(span.text),))


def _named(span: Span, names: tuple[str, ...]) -> Span:
    return span._replace(anchors=(*span.anchors, *names))


def _span(lines: Sequence[_Source]) -> Span:
    return marked_span((line.text, line.number) for line in lines)


def _classified(lines: Sequence[_Source]) -> list[Line]:
    return [classify(line.text, line.number) for line in lines]


def _title_length(lines: Sequence[_Source], place: int) -> int:
    """Count the lines of the section title that begins at a place: with a rule below it, or above and below."""
    texts = [line.text for line in lines[place : place + 3]]
    if len(texts) == 3 and _RULE.fullmatch(texts[0]) and texts[1].strip() and texts[2] == texts[0]:
        return 3
    if len(texts) < 2 or not _RULE.fullmatch(texts[1]) or lines[place].indent or _RULE.fullmatch(texts[0]):
        return 0
    return 2 if len(texts[1]) >= min(4, len(texts[0])) else 0


def _body_end(lines: Sequence[_Source], place: int) -> int:
    """Give where the lines end that stand further in, blank ones between them."""
    end = place
    for number in range(place, len(lines)):
        if lines[number].indent:
            end = number + 1
        elif lines[number].text:
            break
    return end


def _paragraph_end(lines: Sequence[_Source], place: int) -> int:
    """Give where the next blank line stands."""
    return next((number for number in range(place, len(lines)) if not lines[number].text), len(lines))


def _quote_end(lines: Sequence[_Source], place: int) -> int:
    return max(_body_end(lines, place), place + 1)


def _dedented(lines: Sequence[_Source]) -> list[_Source]:
    """Take off the indent that all lines share."""
    margin = min((line.indent for line in lines if line.text), default=0)
    return [line._replace(text=line.text[margin:]) for line in lines]


def _options(lines: Sequence[_Source]) -> tuple[dict[str, str], list[_Source]]:
    """Part the options of a directive from its content."""
    options: dict[str, str] = {}
    place = 0
    while place < len(lines) and (match := _OPTION.match(lines[place].text)):
        options[match["name"]] = match["value"] or ""
        place += 1
    return options, list(lines[place:])
