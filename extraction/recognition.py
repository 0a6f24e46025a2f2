"""Which entries a document holds: one article, or a list or a run of headings with many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.articles import SILENT, ArticleReader
from rolegraph.extraction.entries import Entry, Passage, Reference, Skip
from rolegraph.extraction.entry_list import EntryList
from rolegraph.extraction.heads import read_head
from rolegraph.extraction.patterns import invitation, notice, read_pair, read_redirect
from rolegraph.extraction.role_headings import RoleAnnouncer
from rolegraph.extraction.role_outline import outline
from rolegraph.extraction.role_pages import implied_title, role_page
from rolegraph.extraction.role_reading import RoleReader
from rolegraph.extraction.role_titles import RoleTitles
from rolegraph.extraction.sections import Announcer, Section, sections
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Definition, Document, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.ontology import Ontology

__all__ = ["recognise"]

_SHORT_COLUMNS = frozenset({"abbreviation", "acronym", "short form", "abbr", "short"})
_TERM_COLUMNS = frozenset({"term", "name", "word", "concept", "expression", "entry", *_SHORT_COLUMNS})
_DEFINITION_COLUMNS = frozenset(
    {"definition", "meaning", "description", "explanation", "what it mean", "stand for"}
)


def recognise(document: Document, ontology: Ontology, announcer: Announcer) -> tuple[list[Entry], list[Skip]]:
    """Find the entries of a document, and what was left out of it."""
    recogniser = _Recogniser(document, ontology, announcer)
    recogniser.run()
    return recogniser.list.entries, recogniser.list.skipped


class _Recogniser:
    """Decides what the sections of one document are."""

    def __init__(self, document: Document, ontology: Ontology, announcer: Announcer) -> None:
        self.document, self.ontology, self.announcer = document, ontology, announcer
        self.list = EntryList(document)
        self.article = ArticleReader(self.list, ontology, announcer)

    def run(self) -> None:
        """Recognise the document."""
        blocks = self._without_noise(self.document.blocks)
        title = str(self.document.meta.get("title") or self.document.meta.get("term") or "").strip()
        if self._is_role_page(blocks, title):
            return
        root = sections(blocks, self.announcer)
        root = _unwrapped(root, title)
        if title and not self._is_group(title, root, titled=True):
            self.article.read(title, root, 1, front_matter=True)
        else:
            self._group(root)

    def _is_role_page(self, blocks: Sequence[Block], title: str) -> bool:
        """Read a page on one role or several; False for another document."""
        announcer, titles = RoleAnnouncer(self.ontology), RoleTitles(self.ontology)
        root = outline(blocks, announcer, titles, title or implied_title(self.document, blocks, titles))
        page = role_page(root, announcer, titles)
        if page is not None:
            RoleReader(self.list, self.ontology, announcer).read_page(page, front_matter=bool(title))
        return page is not None

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
                self.article.read(child.title, child, child.heading.span.line if child.heading else 1)

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
                    self.list.skip(cell, "table outside any entry")
            elif isinstance(block, Definition):
                entry = self._definition_entry(block)
            elif not isinstance(block, Heading):
                entry = self._listed_entry(block, entry)

    def _table_entries(self, table: Table) -> bool:
        """Read a table with a column of terms and one of definitions; False for another."""
        titles = [fold(cell.text) for cell in table.header]
        term = next((n for n, title in enumerate(titles) if title in _TERM_COLUMNS), None)
        definition = next((n for n, title in enumerate(titles) if title in _DEFINITION_COLUMNS), None)
        if term is None or definition is None:
            return False
        short = next((n for n, title in enumerate(titles) if title in _SHORT_COLUMNS and n != term), None)
        for row in table.rows:
            texts = [cell.text for cell in row.cells]
            if max(term, definition) < len(texts) and texts[term] and texts[definition]:
                entry = self.list.new(texts[term], row.line)
                if short is not None and short < len(texts) and texts[short]:
                    entry.add_name(texts[short], abbreviation=True)
                if self.list.define(entry, row.cells[definition]):
                    entry.passages.append(Passage(row.cells[definition], gloss=True))
        return True

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
