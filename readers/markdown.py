"""Markdown: CommonMark with tables, definition lists, footnotes, front matter, wiki links, short codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.readers.bullets import mark_bullets
from rolegraph.readers.document import Block, Definition, Document, Heading, Item, Paragraph, Table
from rolegraph.readers.fences import without_fences
from rolegraph.readers.frontglossary import front_glossary
from rolegraph.readers.frontmatter import language_of, split_front_matter
from rolegraph.readers.grid_tables import is_grid, read_grid
from rolegraph.readers.headings import Draft, find_headings, with_bold_titles
from rolegraph.readers.lines import Line, classify, split_lines
from rolegraph.readers.lost_lines import with_signs_joined
from rolegraph.readers.shortcodes import drop_codes, heading_names
from rolegraph.readers.spans import cut_part
from rolegraph.readers.text import read_text
from rolegraph.readers.titles import is_title
from rolegraph.readers.wrapping import find_wrapping

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

__all__ = ["read_markdown"]

_MAX_NESTING = 40
_MIN_QUESTIONS, _MIN_FLAT_LINES, _MIN_FLAT_WIDTH = 3, 6, 40
_ABBREVIATION = re.compile(r"\*\[(?P<short>[^\[\]]{1,40})\]:\s+(?P<full>\S.*?)\s*")
_PAGE_TAG = re.compile(
    r"</?(?:d[ldt]|table|t[rdh]|[uo]l|li|p|div|h[1-6]|details|summary|section|article)\b", re.I
)


def read_markdown(text: str, name: str) -> Document:
    r"""Read Markdown into blocks: mark-up goes, links and bold stay as offsets.

    Images, comments, code blocks and short codes are left out; of HTML the tags go and the words stay. Bare
    and bold titles become headings of level 0. A text without any blank line is read as plain text. Raises
    ReadError for a broken front matter.

    >>> document = read_markdown("# Sectors\n\n- **BPO**: see [offshoring](/offshoring/)", "sectors.md")
    >>> document.blocks[1].span.text, document.blocks[1].span.links
    ('BPO: see offshoring', (Link(start=9, end=19, target='/offshoring/'),))
    """
    from rolegraph.readers.tokens import TokenBlocks

    front = split_front_matter(text, name)
    body = "\n" * front.lines + "\n".join(text.split("\n")[front.lines :])
    body = with_signs_joined(without_fences(body))
    names, body = heading_names(body), drop_codes(body)
    if not front.lines and _is_flat(split_lines(body)):
        return read_text(body, name)._replace(form="markdown")
    lines = body.split("\n")
    read = TokenBlocks(_parser().parse(mark_bullets(body)), lines).read()
    shaped = (_named(_shaped(block, lines), names) for block in read)
    blocks = sorted((part for block in shaped for part in _spelled_out(block)), key=_first_line)
    all_blocks = (*_titled(blocks, lines), *front_glossary(text, front, name))
    return Document(name, "markdown", all_blocks, front.values, language_of(front.values))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    from rolegraph.readers.inline import PlacedInline, wiki_link

    parser = MarkdownIt()
    parser.inline = PlacedInline()
    parser.configure("commonmark", {"maxNesting": _MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.use(deflist_plugin).use(footnote_plugin, inline=False)
    parser.inline.ruler.before("link", "wiki_link", wiki_link)
    # Targets are data here, never followed: keep them as they are written.
    for rule, function in (("normalizeLink", str), ("normalizeLinkText", str), ("validateLink", _any_target)):
        setattr(parser, rule, function)
    return parser


def _any_target(target: str) -> bool:
    return True


def _first_line(block: Block) -> int:
    """Tell where a block begins; the parser gives footnotes last, wherever they stand."""
    if isinstance(block, Table):
        return block.line
    return block.term.line if isinstance(block, Definition) else block.span.line


def _is_flat(lines: Sequence[Line]) -> bool:
    """Tell whether a text has a line for each paragraph and none blank: Markdown would run all together."""
    end = max((number for number, line in enumerate(lines, 1) if line.kind != "blank"), default=0)
    blanks = sum(line.kind == "blank" for line in lines[:end])
    if end < _MIN_FLAT_LINES or 10 * blanks > end or any(_PAGE_TAG.match(line.body) for line in lines):
        return False
    if any(line.kind == "heading" for line in lines) or find_wrapping(lines).width:
        return False
    return sum(_heads(line, below) for line, below in pairwise(lines)) >= 2


def _heads(line: Line, below: Line) -> bool:
    return is_title(line.body) and len(below.body) >= _MIN_FLAT_WIDTH and not below.body[0].islower()


def _named(block: Block, names: Mapping[int, str]) -> Block:
    """Give a heading the name that stands behind it in braces."""
    if not isinstance(block, Heading) or block.span.line not in names:
        return block
    return block._replace(span=block.span._replace(anchors=(*block.span.anchors, names[block.span.line])))


def _shaped(block: Block, lines: Sequence[str]) -> Block:
    """Read a paragraph that is a grid or a list of terms above one text, which CommonMark does not know."""
    drawn = _lines_of(block, lines) if isinstance(block, Paragraph) and block.span.text[0] == "+" else ()
    return read_grid(drawn) if drawn and is_grid(drawn) else _paired(block, lines)


_MOST_LINES = (
    200  # of a definition; each line is cut out of all, so that more would take the square of the time
)


def _paired(block: Block, lines: Sequence[str]) -> Block:
    """Make a definition of a paragraph with several terms, one a line, above one text behind a colon.

    So PHP Markdown Extra writes them ("Definition Lists"); CommonMark's extension knows one term.
    """
    if not isinstance(block, Paragraph) or not 2 < len(block.span.starts) <= _MOST_LINES:
        return block
    parts = [(at, number) for at, number in block.span.starts if at < len(block.span.text)]
    marked = [lines[number - 1].startswith((": ", ":\t")) for _, number in parts]
    first = marked.index(True) if True in marked else 0
    if first < 2:
        return block
    ends = [at for at, _ in parts[1 : first + 1]]
    pieces = [cut_part(block.span, at, end) for (at, _), end in zip(parts[:first], ends, strict=True)]
    if not all(is_title(piece.text) for piece in pieces):
        return block
    details = [place for place, mark in enumerate(marked) if mark]
    stops = [*(parts[place][0] for place in details[1:]), len(block.span.text)]
    texts = (
        cut_part(block.span, parts[place][0] + 1, stop) for place, stop in zip(details, stops, strict=True)
    )
    return Definition(pieces[0], tuple(text for text in texts if text.text), tuple(pieces[1:]))


def _spelled_out(block: Block) -> Iterator[Block]:
    """Yield a definition for each line of a paragraph such as ``*[SLA]: Service level agreement``.

    So PHP Markdown Extra writes what abbreviations stand for ("Abbreviations").
    """
    starts = [at for at, _ in block.span.starts] if isinstance(block, Paragraph) else []
    if not isinstance(block, Paragraph) or not block.span.text.startswith("*[") or len(starts) > _MOST_LINES:
        yield block
        return
    lines = [
        cut_part(block.span, at, end)
        for at, end in zip(starts, [*starts[1:], len(block.span.text)], strict=True)
    ]
    found = [_ABBREVIATION.fullmatch(line.text) for line in lines]
    if not all(found):
        yield block
        return
    for line, match in zip(lines, filter(None, found), strict=True):
        yield Definition(cut_part(line, *match.span("short")), (cut_part(line, *match.span("full")),))


def _titled(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Block]:
    """Make headings of titles: bare ones where the text marks no heading, bold ones anywhere."""
    marked = sum(isinstance(block, Heading) for block in blocks)
    if not marked:
        blocks = find_headings([Draft(block, _lines_of(block, lines)) for block in blocks])
    if marked == 1 and isinstance(blocks[0], Heading):
        blocks = _with_questions(blocks)
    return with_bold_titles(blocks)


def _with_questions(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of the questions that stand alone below the one heading of a text, where there are several."""
    asked = {
        place: Heading(block.span, 2)
        for place, (block, below) in enumerate(pairwise(blocks))
        if isinstance(block, Paragraph)
        and block.span.text.endswith("?")
        and is_title(block.span.text)
        and isinstance(below, Paragraph | Item)
        and not below.span.text.endswith("?")
    }
    several = len(asked) >= _MIN_QUESTIONS
    return [asked.get(place, block) if several else block for place, block in enumerate(blocks)]


def _lines_of(block: Block, lines: Sequence[str]) -> tuple[Line, ...]:
    numbers = [_first_line(block)]
    if isinstance(block, Paragraph):
        numbers = [number for _, number in block.span.starts]
    return tuple(classify(lines[number - 1], number) for number in numbers)
