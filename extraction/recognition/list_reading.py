"""Lists of terms read into entries: runs of items and paragraphs, tables, and pairs of a term with its details."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from rolegraph.extraction.articles.name_lists import has_words_linked
from rolegraph.extraction.entries import Passage
from rolegraph.extraction.forms.labelled import records
from rolegraph.extraction.forms.list_forms import Listed, Text, likeliest_form
from rolegraph.extraction.layout.block_places import cells_of, line_of
from rolegraph.extraction.layout.noise import is_footnote
from rolegraph.extraction.layout.patterns import Pair, expanded
from rolegraph.extraction.layout.sections import is_letter
from rolegraph.extraction.names.heads import is_abbreviation, is_question, read_head
from rolegraph.extraction.sheets.columns import layout_of
from rolegraph.extraction.sheets.rows import RowReader
from rolegraph.readers import Block, Definition, Item, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.forms.containers import Containers
    from rolegraph.extraction.forms.entry_list import EntryList
    from rolegraph.ontology import Ontology

__all__ = ["ListReader"]

_UNKNOWN_SHEET = "no column of terms with something about them was recognised; --map says what columns hold"
_MIN_PAIRS = 3  # marked ones, beside which one or two of a paragraph are remarks
_DEFINES = re.compile(r"(?:an?|the|any|each)\s.{15,}\.$", re.IGNORECASE)


class ListReader:
    """Reads entries out of the blocks of containers; tables of a sheet hold terms where nothing tells otherwise.

    >>> from rolegraph.extraction.sheets.column_titles import ColumnTitles
    >>> from rolegraph.extraction.forms.containers import Containers
    >>> from rolegraph.extraction.forms.entry_list import EntryList
    >>> from rolegraph.extraction.layout.sections import Announcer
    >>> from rolegraph.ontology import load
    >>> from rolegraph.readers import Document, Span
    >>> items = (Item(Span("Berth: a place for ships", ((0, 1),))),)
    >>> titles = ColumnTitles(load())
    >>> entries = EntryList(Document("words.md", "markdown", items), load(), titles)
    >>> containers = Containers(Announcer(load()), titles, sheet=False)
    >>> ListReader(entries, load(), containers).read(items, sure=True)
    >>> [(entry.label, entry.definition.text) for entry in entries.entries]
    [('Berth', 'a place for ships')]
    """

    def __init__(self, entries: EntryList, ontology: Ontology, containers: Containers) -> None:
        self.list, self.ontology, self.containers = entries, ontology, containers

    def read(self, blocks: Sequence[Block], *, sure: bool) -> None:
        """Read entries out of the blocks of a container: each run of items and paragraphs in its likeliest form."""
        run: list[Text] = []
        tabled = any(isinstance(block, Table) and self.containers.lists_rows(block) for block in blocks)
        tabled = tabled or sum(isinstance(block, Definition) for block in blocks) >= _MIN_PAIRS
        for block in blocks:
            if isinstance(block, Item | Paragraph):
                if is_footnote(block.span):
                    self.list.skip(block.span, "footnote")
                else:
                    run.append(block)
                continue
            self.read_run(run, sure=sure, tabled=tabled)
            run = []
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Definition):
                self._definition_entry(block)
        self.read_run(run, sure=sure, tabled=tabled)

    def read_run(self, blocks: Sequence[Text], *, sure: bool, tabled: bool = False) -> None:
        """Read a run of items and paragraphs; one or two pairs beside tables of terms (``tabled``) are remarks."""
        if layouts := records(blocks, self.list.titles):
            for block in takewhile(lambda block: block.span.line < layouts[0].rows[0].line, blocks):
                self.list.skip(block.span, "introduction")
            for layout in layouts:
                RowReader(layout, self.list, self.ontology).read()
            self.list.forms["records"] += len(layouts)
            return
        blocks = [block for block in blocks if not is_letter(block.span.text)]
        blocks = self.containers.restored(blocks)
        listing = likeliest_form(blocks, sure=sure)
        if tabled and listing and listing.is_remark:
            listing = None
        for block in listing.left if listing else blocks:
            self.list.skip(block.span, "no term with a definition")
        items = {block.span.line for block in blocks if isinstance(block, Item)}
        entries = listing.entries if listing else ()
        for listed in entries:
            if self._is_of_site(listed, entries):
                self.list.skip(listed.definition or blocks[-1].span, "furniture")
            elif listed.line not in items and self._titles_all(listed):
                self.list.skip(listed.definition or blocks[0].span, "title")
            else:
                self.list.add(listed)
        if listing and listing.entries:
            self.list.forms[listing.form] += len(listing.entries)

    def _is_of_site(self, listed: Listed, entries: Sequence[Listed]) -> bool:
        """Tell the last of several pairs that tells of the page or of those who made it: "Office hours: 8 to 4"."""
        last = len(entries) > _MIN_PAIRS and listed is entries[-1]
        return last and self.containers.announcer.kind(listed.head) == "furniture"

    def _titles_all(self, listed: Listed) -> bool:
        """Tell the title of the document, with or without a subtitle, from its first entry.

        What has a sentence for its definition is an entry.
        """
        if listed.definition and _DEFINES.match(listed.definition.text):
            return False
        first = listed.line == line_of(self.list.document.blocks[0])
        told = listed.definition.text if listed.definition else ""
        named = self.titles_list(listed.head) or (
            first and self.containers.announcer.kind(listed.head) == "collection"
        )
        named = named or (told[:1].isupper() and self.titles_list(f"The {told}"))
        return named and (first or (bool(told) and _is_subtitle(told)))

    def titles_list(self, head: str) -> bool:
        """Tell the title of a list of terms, "Freight glossary: 100 words", which stands before all of them."""
        label = read_head(head).label
        return not self.list.entries and " " in label and self.containers.names_collection(label)

    def _table(self, block: Table) -> None:
        if self._table_entries(block):
            self.list.forms["table"] += len(block.rows)
        elif self.containers.sheet and all(len(row.cells) < 2 for row in block.rows) and not block.header:
            self.read_run([Item(cell) for row in block.rows for cell in row.cells if cell.text], sure=True)
        else:
            reason = _UNKNOWN_SHEET if self.containers.sheet else "table outside any entry"
            for cell in cells_of(block)[:1]:
                self.list.skip(cell, reason)

    def _table_entries(self, table: Table) -> bool:
        """Read a table of terms; False for another."""
        layout = layout_of(table, self.list.titles, sheet=self.containers.sheet)
        if layout is None:
            return False
        RowReader(layout, self.list, self.ontology).read()
        return True

    def _definition_entry(self, block: Definition) -> None:
        """Make an entry of a term and its details, unless the term is a question."""
        if is_question(block.term.text):
            self.list.skip(block.term, "question about no term")
            return
        pair = expanded(block.term.text, block.details[0]) if block.details else Pair(block.term.text, None)
        anchors = tuple(anchor for span in (block.term, *block.others) for anchor in span.anchors)
        entry = self.list.add(
            Listed(pair.head, block.term.line, pair.definition, block.details[1:], anchors=anchors)
        )
        if pair.definition is None and block.details and has_words_linked(block.details[0]):
            entry.passages.append(Passage(block.details[0]))  # what its words link to
        for head in (read_head(span.text) for span in block.others):
            for name in (head.label, *head.alternatives, *head.abbreviations):
                entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))
        self.list.forms["definition list"] += 1


def _is_subtitle(text: str) -> bool:
    return len(text.split()) <= 10 and text[-1:] not in (".", ";")
