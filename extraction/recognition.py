"""Which entries a document holds: one article, or a list or a run of headings with many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.articles import SILENT, ArticleReader
from rolegraph.extraction.column_titles import ColumnTitles
from rolegraph.extraction.columns import layout_of
from rolegraph.extraction.entries import Entry, Passage, Reference, Skip
from rolegraph.extraction.entry_list import EntryList
from rolegraph.extraction.heads import read_head
from rolegraph.extraction.patterns import invitation, notice, read_pair, read_redirect
from rolegraph.extraction.rows import RowReader
from rolegraph.extraction.sections import Announcer, Section, sections
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Definition, Document, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.ontology import Ontology

__all__ = ["recognise"]

# Forms whose tables are taken to be glossaries where nothing tells otherwise.
_UNKNOWN_SHEET = "no column of terms with something about them was recognised; --map says what columns hold"
_SHEETS = frozenset({"csv", "xlsx", "ods", "yaml", "json"})


def recognise(
    document: Document, ontology: Ontology, announcer: Announcer, titles: ColumnTitles | None = None
) -> tuple[list[Entry], list[Skip]]:
    """Find the entries of a document, and what was left out of it; ``titles`` tells what columns hold."""
    recogniser = _Recogniser(document, ontology, announcer, titles or ColumnTitles(ontology))
    recogniser.run()
    return recogniser.list.entries, recogniser.list.skipped


class _Recogniser:
    """Decides what the sections of one document are."""

    def __init__(
        self, document: Document, ontology: Ontology, announcer: Announcer, titles: ColumnTitles
    ) -> None:
        self.document, self.ontology, self.announcer, self.titles = document, ontology, announcer, titles
        self.list = EntryList(document)
        self.article = ArticleReader(self.list, ontology, announcer)

    def run(self) -> None:
        """Recognise the document."""
        blocks, glossary = _front_glossary(self.document.blocks)
        root = sections(self._without_noise(blocks), self.announcer)
        title = str(self.document.meta.get("title") or self.document.meta.get("term") or "").strip()
        root = _unwrapped(root, title)
        if title and not self._is_group(title, root, titled=True):
            self._article(title, root, 1, front_matter=True)
        else:
            self._group(root)
        self._group(sections(glossary, self.announcer))

    def _without_noise(self, blocks: Sequence[Block]) -> list[Block]:
        """Leave out calls to action, and a few stray words at the foot."""
        kept = []
        for block in blocks:
            if isinstance(block, Paragraph) and invitation(block.span.text):
                self.list.skip(block.span, "call to action")
            elif isinstance(block, Paragraph) and notice(block.span.text):
                self.list.skip(block.span, "notice of rights")
            else:
                kept.append(block)
        while kept and isinstance(last := kept[-1], Paragraph | Heading) and _is_footer(kept):
            self.list.skip(last.span, "footer")
            kept.pop()
        return kept

    def _is_group(self, title: str, section: Section, *, titled: bool = False) -> bool:
        """Tell whether a section holds entries of its own instead of being one.

        A document ``titled`` by its front matter that begins with a text is an article.
        """
        if self.announcer.kind(title) == "collection" or fold(title).split()[-1:] in (["glossary"], ["term"]):
            return True
        if any(self.announcer.kind(child.title) == "collection" for child in section.children):
            return True
        if self._is_table(section):
            return True
        known, unknown = self._known_and_unknown(section.children)
        lead = _lead(section)
        if not unknown:
            return not known and _holds_pairs(section, title)
        if _self_defining(unknown) and len(unknown) >= 2:
            return True
        if known or (titled and lead) or (lead and _mentions(lead, read_head(title).label)):
            return False
        plain = section.heading is not None and section.heading.level == 0
        return lead is None or len(unknown) >= 2 or plain

    def _known_and_unknown(self, children: Sequence[Section]) -> tuple[list[Section], list[Section]]:
        known = [
            child for child in children if self.announcer.knows(child.title) or child.title.endswith("?")
        ]
        return known, [child for child in children if child not in known]

    def _group(self, section: Section) -> None:
        """Read the entries in a container: its lists and paragraphs, then its sub-sections."""
        self._listed(section.blocks)
        for child in section.children:
            kind = self.announcer.kind(child.title)
            if kind in SILENT:
                self.article.skip_section(child, kind)
            elif kind == "collection" or self._is_group(child.title, child):
                self._titled_group(child)
            elif self.announcer.knows(child.title):
                self._group(child)
            else:
                self._article(child.title, child, child.heading.span.line if child.heading else 1)

    def _article(self, title: str, section: Section, line: int, *, front_matter: bool = False) -> None:
        """Read an article, and the tables of terms that stand in sections of their own below it."""
        rest, tables = self._parted(section)
        self.article.read(title, rest, line, front_matter=front_matter)
        for table in tables:
            self._group(table)

    def _parted(self, section: Section) -> tuple[Section, list[Section]]:
        """Part the sub-sections that are nothing but tables of terms from all others."""
        children, tables = [], []
        for child in section.children:
            if self._is_table(child, sure=True) and not self.announcer.knows(child.title):
                tables.append(child)
            else:
                rest, more = self._parted(child)
                children.append(rest)
                tables += more
        return section._replace(children=tuple(children)), tables

    def _titled_group(self, section: Section) -> None:
        """Read a container; a first term that was taken for the title of a plain text is an entry like the others."""
        plain = section.heading is not None and section.heading.level == 0
        if (
            plain
            and _lead(section)
            and not _holds_pairs(section, section.title)
            and section.heading
            and not self.announcer.knows(section.title)
        ):
            own = Section(section.heading, section.blocks, ())
            self.article.read(section.title, own, section.heading.span.line)
            section = Section(None, (), section.children)
        self._group(section)

    def _listed(self, blocks: Sequence[Block]) -> None:
        """Read entries out of items and paragraphs; a paragraph behind an entry belongs to it."""
        entry: Entry | None = None
        for block in blocks:
            if isinstance(block, Table) and self._table_entries(block):
                continue
            if isinstance(block, Table):
                for cell in _cells(block)[:1]:
                    self.list.skip(cell, _UNKNOWN_SHEET if self._is_sheet else "table outside any entry")
            elif isinstance(block, Definition):
                entry = self._definition_entry(block)
            elif not isinstance(block, Heading):
                entry = self._listed_entry(block, entry)

    def _table_entries(self, table: Table) -> bool:
        """Read a table of terms; False for another."""
        layout = layout_of(table, self.titles, sheet=self._is_sheet)
        if layout is None:
            return False
        RowReader(layout, self.list, self.ontology).read()
        return True

    @property
    def _is_sheet(self) -> bool:
        return self.document.form in _SHEETS

    def _is_table(self, section: Section, *, sure: bool = False) -> bool:
        """Tell a section that is nothing but tables of terms; ``sure`` are those whose titles say so."""
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if not tables or section.children or (len(tables) < len(section.blocks) and not self._is_sheet):
            return False
        layouts = [layout_of(table, self.titles) for table in tables]
        if sure:
            return all(layout is not None and layout.is_sure for layout in layouts)
        return self._is_sheet or any(layouts)

    def _listed_entry(self, block: Paragraph | Item, entry: Entry | None) -> Entry | None:
        """Make an entry of an item or a paragraph; a paragraph without a term continues the entry before."""
        found = self._entry_of(block.span)
        if found is None and entry is not None and isinstance(block, Paragraph):
            self.list.go_on(entry, block.span)
        elif found is None:
            self.list.skip(block.span, "no term with a definition")
        if found is not None and isinstance(block, Item):
            for more in block.more:
                self.list.go_on(found, more)
        return found or entry

    def _definition_entry(self, block: Definition) -> Entry | None:
        entry = self.list.new(block.term.text, block.term.line)
        for number, span in enumerate(block.details):
            if number or self.list.define(entry, span):
                self.list.go_on(entry, span)
        return entry

    def _entry_of(self, span: Span) -> Entry | None:
        """Make an entry of "Term (ABBR): definition" or "X. See Y."."""
        redirect = read_redirect(span.text)
        if redirect and redirect[0]:
            entry = self.list.new(redirect[0], span.line)
            entry.references.append(Reference(redirect[1], span, redirect=True))
            return entry
        pair = read_pair(span)
        if pair is None:
            return None
        entry = self.list.new(pair.head, span.line)
        if pair.definition is not None and self.list.define(entry, pair.definition):
            entry.passages.append(Passage(pair.definition, gloss=True))
        return entry


def _front_glossary(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Part off the terms that the front matter lists: they come last, and stand above all else."""
    for number in range(len(blocks) - 1, 0, -1):
        if _line(blocks[number]) < _line(blocks[number - 1]):
            return blocks[:number], blocks[number:]
    return blocks, ()


def _line(block: Block) -> int:
    if isinstance(block, Table):
        return block.line
    return block.term.line if isinstance(block, Definition) else block.span.line


def _is_footer(blocks: Sequence[Block]) -> bool:
    """Tell whether the last block is a few stray words that end nothing."""
    last = blocks[-1]
    if not isinstance(last, Paragraph | Heading) or len(blocks) < 3:
        return False
    text = last.span.text
    bare = len(text.split()) <= 4 and not text.endswith((".", "!", "?", ":")) and not last.span.links
    return bare and (isinstance(last, Heading) or read_pair(last.span) is None)


def _holds_pairs(section: Section, title: str) -> bool:
    """Tell whether a section is a list of terms with definitions, and not prose about its title."""
    blocks = [block for block in section.blocks if isinstance(block, Definition | Paragraph | Item)]
    pairs = [block for block in blocks if isinstance(block, Definition) or _pair_of(block)]
    first = blocks[0] if blocks else None
    own = isinstance(first, Paragraph) and (pair := read_pair(first.span)) and fold(title) in fold(pair.head)
    prose = _lead(section) is not None and not (isinstance(first, Paragraph) and _pair_of(first))
    return bool(pairs) and not own and not prose and len(pairs) * 2 >= len(blocks)


def _unwrapped(root: Section, title: str) -> Section:
    """Take away a heading that only repeats the title of the front matter."""
    if len(root.children) != 1 or not title or fold(root.children[0].title) != fold(title):
        return root
    inner = root.children[0]
    return Section(None, (*root.blocks, *inner.blocks), inner.children)


def _cells(table: Table) -> list[Span]:
    return [*table.header, *(cell for row in table.rows for cell in row.cells)]


def _lead(section: Section) -> Span | None:
    """Give the first paragraph directly below a heading."""
    return next((block.span for block in section.blocks if isinstance(block, Paragraph)), None)


def _pair_of(block: Block) -> bool:
    if not isinstance(block, Item | Paragraph):
        return False
    redirect = read_redirect(block.span.text)
    return read_pair(block.span) is not None or bool(redirect and redirect[0])


def _mentions(span: Span, name: str) -> bool:
    """Tell whether the opening of a text names a term, or its main word."""
    opening = f" {fold(span.text[:400])} "
    words = fold(name).split()
    return f" {' '.join(words)} " in opening or any(f" {word} " in opening for word in words if len(word) > 3)


def _self_defining(children: Sequence[Section]) -> bool:
    """Tell whether most sub-sections open by naming their own heading, as entries do."""
    leads = [(child.title, _lead(child)) for child in children]
    naming = [title for title, lead in leads if lead and f" {fold(title)} " in f" {fold(lead.text[:120])} "]
    return len(naming) * 2 > len(children)
