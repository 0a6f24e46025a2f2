"""Word documents (DOCX, with macros or as a template): paragraphs, lists and tables; nothing in them is run."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.document import Block, Document, Heading, Item, Paragraph, Row, Table
from rolegraph.readers.encodings import clean
from rolegraph.readers.errors import ReadError
from rolegraph.readers.headings import Draft, find_headings, with_bold_titles
from rolegraph.readers.lines import Line, classify
from rolegraph.readers.packages import check_package
from rolegraph.readers.spans import cut_head, cut_part
from rolegraph.readers.titles import title_span
from rolegraph.readers.word_styles import Styles, W, value_of
from rolegraph.readers.word_tables import read_word_table
from rolegraph.readers.word_text import RunReader, chosen

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part
    from lxml.etree import _Element

__all__ = ["read_word"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LEFT_OUT = frozenset(W + name for name in ("sectPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "tcPr"))
_ACCEPTED = "open it in Word or LibreOffice and save it as .docx"


def read_word(data: bytes, name: str) -> Document:
    """Read a Word document into blocks; the line of a block is the number of its paragraph, counted from 1.

    Headings are told by style and outline level, items by their numbering. Inserted text is kept, deleted text,
    hidden text, notes, comments, headers, footers, captions and tables of contents are left out. Raises
    ReadError for what is no Word document, for a damaged one, and for one that unpacks to more than it may.
    """
    check_package(data, name)
    parts = _opened(data, name)
    styles = Styles(parts.styles, parts.numbering)
    reader = _BodyReader(styles, parts.targets)
    body = parts.main.find(W + "body")
    blocks = list(reader.read(body)) if body is not None else []
    meta = {"dc:title": parts.title} if parts.title else {}
    return Document(name, "docx", tuple(_titled(_with_tabbed_rows(blocks))), meta, reader.language())


class _Parts(NamedTuple):
    main: _Element
    styles: _Element | None
    numbering: _Element | None
    targets: Mapping[str, str]
    title: str


def _opened(data: bytes, name: str) -> _Parts:
    from docx.package import Package

    try:
        return _parts(Package.open(io.BytesIO(data)))
    except Exception as error:  # the library names no errors of its own: a damaged file shows as any of them
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise ReadError(name, f"is no Word document, or a damaged one ({reason}); {_ACCEPTED}") from None


def _parts(package: OpcPackage) -> _Parts:
    main = package.main_document_part
    targets = {key: rel.target_ref for key, rel in main.rels.items() if rel.is_external}
    return _Parts(
        _element(main),
        _related(main, "styles"),
        _related(main, "numbering"),
        targets,
        clean(package.core_properties.title or "").strip(),
    )


def _related(part: Part, kind: str) -> _Element | None:
    found = (rel.target_part for rel in part.rels.values() if rel.reltype == _OFFICE + kind)
    return next(map(_element, found), None)


def _element(part: Part) -> _Element:
    """Give the XML of a part; the library parses that of the types it knows, which are not all."""
    from docx.oxml.parser import parse_xml

    element: _Element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


class _BodyReader:
    """Reads paragraphs and tables one after the other, and counts the paragraphs."""

    def __init__(self, styles: Styles, targets: Mapping[str, str]) -> None:
        self._styles = styles
        self._targets = targets
        self._number = 0
        self._titled = False
        self._languages: Counter[str] = Counter()

    def language(self) -> str:
        """Give the language of most of the text, without the region, which Word takes from the keyboard."""
        default = self._styles.language
        counts: Counter[str] = Counter()
        for language, letters in self._languages.items():
            counts[(language or default).partition("-")[0].lower()] += letters
        language = max(counts, key=lambda each: (counts[each], each), default="")
        return language if language.isascii() and language.isalpha() and 2 <= len(language) <= 3 else ""

    def read(self, container: _Element) -> Iterator[Block]:
        """Yield the blocks of the body, of a cell or of a text box."""
        for child in container.iterchildren("*"):
            if child.tag == W + "p":
                yield from self._read_paragraph(child)
            elif child.tag == W + "tbl":
                yield from read_word_table(child, self._number + 1, lambda cell: list(self.read(cell)))
            elif child.tag in _LEFT_OUT or _is_contents(child):
                self._number += sum(1 for _ in child.iter(W + "p"))
            elif child.tag.endswith("}AlternateContent"):
                yield from self.read(child if (choice := chosen(child)) is None else choice)
            else:
                yield from self.read(child)

    def _read_paragraph(self, paragraph: _Element) -> Iterator[Block]:
        """Yield a paragraph, then what stands in the text boxes that are anchored in it."""
        self._number += 1
        properties = paragraph.find(W + "pPr")
        runs = RunReader(self._number, self._styles, self._targets, self._languages)
        span = runs.read(paragraph)
        if span.text and not self._styles.is_left_out(properties):
            yield self._block(Paragraph(span), properties)
        for box in runs.boxes:
            yield from self.read(box)

    def _block(self, paragraph: Paragraph, properties: _Element | None) -> Block:
        span = paragraph.span
        if self._styles.is_title(properties):
            self._titled = True
            return Heading(title_span(span), 1)
        if level := self._styles.level(properties):
            return Heading(title_span(span), min(level + self._titled, 6))
        if listed := self._styles.listed(properties):
            return Item(span, listed.depth, listed.ordered)
        return _typed_item(paragraph)


def _is_contents(node: _Element) -> bool:
    """Tell whether a content control holds the table of contents."""
    return value_of(node.find(W + "sdtPr"), "docPartObj", "docPartGallery") == "Table of Contents"


def _typed_item(paragraph: Paragraph) -> Paragraph | Item:
    """Make an item of a paragraph whose bullet or number is typed."""
    line = _line_of(paragraph)
    if line.kind != "item":
        return paragraph
    return Item(cut_head(paragraph.span, len(paragraph.span.text) - len(line.body)), 0, line.ordered)


def _with_tabbed_rows(blocks: Iterable[Block]) -> Iterator[Block]:
    """Make a table of paragraphs in a row that as many tabs cut into cells."""
    for tabs, group in groupby(blocks, _tabs):
        found = list(group)
        rows = [_tabbed_row(block) for block in found if tabs and isinstance(block, Paragraph)]
        if len(rows) > 1:
            yield Table((), tuple(rows), rows[0].line)
        else:
            yield from found


def _tabs(block: Block) -> int:
    return block.span.text.count("\t") if isinstance(block, Paragraph) else 0


def _tabbed_row(paragraph: Paragraph) -> Row:
    span = paragraph.span
    borders = [-1, *(at for at, character in enumerate(span.text) if character == "\t"), len(span.text)]
    cells = (cut_part(span, start + 1, end) for start, end in pairwise(borders))
    return Row(tuple(cells), span.line)


def _titled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Make headings of bold lines, and of bare ones where no style marks any heading."""
    blocks = list(blocks)
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = find_headings([Draft(block, (_line_of(block),)) for block in blocks])
    return with_bold_titles(blocks)


def _line_of(block: Block) -> Line:
    """Give a block as a line of a plain text, blank lines between those of different kinds left out."""
    if isinstance(block, Table):
        return classify("|", block.line)
    span = block.term if not isinstance(block, Heading | Paragraph | Item) else block.span
    return classify(span.text, span.line)
