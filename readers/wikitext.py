"""MediaWiki's mark-up: headings, definition lists, lists, tables; templates, references and remarks are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rolegraph.readers.document import Block, Definition, Document, Heading, Item, Paragraph, Row, Span, Table
from rolegraph.readers.spans import SpanBuilder
from rolegraph.readers.wikitemplates import told_templates

__all__ = ["is_wikitext", "read_wikitext"]

_HEADING = re.compile(r"(={1,6})\s*([^=\s](?:.*[^=\s])?)\s*\1\s*")
_PAIRED = re.compile(r"^;[ \t]*[^\s;][^\n]*\n:[ \t]*\S", re.MULTILINE)
_TITLED = re.compile(r"^(={2,4})[^=\n]+\1[ \t]*$", re.MULTILINE)
_COLON = re.compile(r"(?<=\s):\s")
_LEFT_OUT = re.compile(r"<ref\b[^<>]*/>|<(?:nowiki|references)\s*/>|__[A-Z]+__")
_CLOSED = ((re.compile(r"<!--"), "-->"), (re.compile(r"<ref\b[^<>/]*>"), "</ref>"))
_FILE = re.compile(
    r"\[\[(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría):[^\]]*\]\]", re.I
)
_MARKUP = re.compile(
    r"""\[\[(?P<page>[^\[\]|]+)(?:\|(?P<shown>[^\[\]]+))?\]\]
      | \[(?P<url>\w+://[^\s\[\]]+)(?:\s+(?P<label>[^\[\]]+))?\]
      | '''(?P<bold>[^']+(?:'(?!')[^']+)*)'''
      | ''(?P<single>[^']+(?:'(?!')[^']+)*)''
      | </?\w[^<>]*>""",
    re.VERBOSE,
)


def is_wikitext(text: str) -> bool:
    r"""Tell whether a plain text is written as wikis are: terms behind semicolons, headings between equals signs.

    >>> is_wikitext("== Sales ==\n; Lead\n: A person.\n; Quote\n: A price.\n"), is_wikitext("; one\n: two\n")
    (True, False)
    """
    pairs, titles = len(_PAIRED.findall(text)), len(_TITLED.findall(text))
    return pairs > 1 or (titles > 1 and (pairs > 0 or "[[" in text or "'''" in text))


def read_wikitext(text: str, name: str) -> Document:
    r"""Read a page of a wiki into blocks.

    >>> [block] = read_wikitext("; Lead\n: A [[person]] who asked.", "sales.wiki").blocks
    >>> block.term.text, block.details[0].text
    ('Lead', 'A person who asked.')
    """
    plain = _FILE.sub("", told_templates(_LEFT_OUT.sub(_only_lines, _without_closed(text))))
    lines = [(line, number) for number, line in enumerate(plain.split("\n"), 1)]
    return Document(name, "wiki", tuple(_blocks(lines)))


def _only_lines(found: re.Match[str]) -> str:
    """Leave nothing of what was found but its line ends."""
    return "\n" * found[0].count("\n")


def _without_closed(text: str) -> str:
    """Take out remarks and references; one that nothing closes stays."""
    for opening, closing in _CLOSED:
        kept, done = [], 0
        while found := opening.search(text, done):
            end = text.find(closing, found.end())
            if end < 0:
                break
            end += len(closing)
            kept += [text[done : found.start()], "\n" * text.count("\n", found.start(), end)]
            done = end
        text = "".join([*kept, text[done:]])
    return text


def _blocks(lines: Sequence[tuple[str, int]]) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        line, number = lines[place]
        mark = line[:1]
        if match := _HEADING.fullmatch(line):
            yield Heading(_span([(match[2], number)]), len(match[1]))
            place += 1
        elif mark == ";":
            place, pair = _pair(lines, place)
            yield pair
        elif line.startswith("{|"):
            place, table = _table(lines, place)
            yield from table
        elif mark in ("*", "#") and line.strip("*#: "):
            body = line.lstrip("*#:")
            yield Item(_span([(body, number)]), len(line) - len(body) - 1, mark == "#")
            place += 1
        else:
            place, paragraph = _paragraph(lines, place)
            yield from paragraph


def _pair(lines: Sequence[tuple[str, int]], place: int) -> tuple[int, Block]:
    """Read "; term" with the lines below that begin with a colon or a bullet, or "; term : text"."""
    terms: list[Span] = []
    details: list[Span] = []
    while place < len(lines) and lines[place][0][:1] == ";" and not details:
        line, number = lines[place]
        body = line.lstrip("; \t")
        colon = _COLON.search(body)
        if body:
            terms.append(_span([(body[: colon.start()] if colon else body, number)]))
            details += (
                [_span([(body[colon.end() :], number)])] if colon and body[colon.end() :].strip() else []
            )
        place += 1
    while place < len(lines) and lines[place][0][:1] in (":", "*", "#") and lines[place][0]:
        details.append(_span([(lines[place][0].lstrip(":*#"), lines[place][1])]))
        place += 1
    while place < len(lines) and _goes_on(lines[place][0]) and details:
        details.append(_span([lines[place]]))
        place += 1
    if not terms:
        return place, Paragraph(_span([(lines[place - 1][0].lstrip("; "), lines[place - 1][1])]))
    return place, Definition(terms[0], tuple(span for span in details if span.text), tuple(terms[1:]))


def _goes_on(line: str) -> bool:
    """Tell a line of text right below a definition, which goes on with it."""
    return bool(line.strip()) and line[0] not in ";=:*#{|!<"


def _paragraph(lines: Sequence[tuple[str, int]], place: int) -> tuple[int, Iterator[Block]]:
    """Read the lines up to a blank one, or one that begins another block."""
    taken = [(lines[place][0].lstrip(": "), lines[place][1])]
    place += 1
    while place < len(lines) and _goes_on(lines[place][0]):
        taken.append(lines[place])
        place += 1
    span = _span(taken)
    return place, iter([Paragraph(span)] if span.text.strip("-=; ") else [])


def _table(lines: Sequence[tuple[str, int]], place: int) -> tuple[int, Iterator[Block]]:
    """Read a table from ``{|`` to ``|}``: cells behind ``|`` or ``||``, titles behind ``!``."""
    first = lines[place][1]
    header: list[Span] = []
    rows: list[list[Span]] = [[]]
    place += 1
    while place < len(lines) and not lines[place][0].lstrip().startswith("|}"):
        line, number = lines[place][0].strip(), lines[place][1]
        place += 1
        if line.startswith(("|-", "|+")):
            rows.append([])
        elif line.startswith("!") and not any(rows):
            header += (_cell(part, number) for part in re.split(r"!!|\|\|", line[1:]))
        elif line.startswith(("|", "!")):
            rows[-1] += (_cell(part, number) for part in line[1:].split("||"))
    filled = tuple(Row(tuple(row), row[0].line) for row in rows if row)
    return place + 1, iter([Table(tuple(header), filled, first)] if filled else [])


def _cell(text: str, number: int) -> Span:
    """Read a cell, without the attributes that a single bar parts from its text."""
    plain = re.sub(r"^\s*\w+=[^|\[\]]*\|(?!\|)", "", text)
    return _span([(plain, number)])


def _span(lines: Sequence[tuple[str, int]]) -> Span:
    builder = SpanBuilder()
    for text, number in lines:
        builder.add_break()
        _add(builder, text.strip(), number)
    return builder.span(lines[0][1])


def _add(builder: SpanBuilder, text: str, number: int) -> None:
    done = 0
    for match in _MARKUP.finditer(text):
        builder.add(text[done : match.start()], number)
        start = builder.length
        shown = next(
            (match[name] for name in ("shown", "page", "label", "bold", "single") if match[name]), ""
        )
        if shown:
            _add(builder, shown, number)
        if match["bold"]:
            builder.add_strong(start)
        if target := match["page"] or match["url"]:
            builder.add_link(start, target.strip())
        done = match.end()
    builder.add(text[done:], number)
