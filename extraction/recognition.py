"""Which entries a document holds: one article, or a list or a run of headings with many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.entries import Asked, Entry, Passage, Reference, Skip
from rolegraph.extraction.heads import is_abbreviation, names_in_sentence, read_head
from rolegraph.extraction.patterns import invitation, read_pair, read_redirect
from rolegraph.extraction.sections import Announcer, Section, sections
from rolegraph.extraction.sentences import sentences
from rolegraph.graph.names import fold
from rolegraph.ontology import Ontology, UnknownName
from rolegraph.readers import Block, Definition, Document, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from rolegraph.extraction.cues import Reading

__all__ = ["Recogniser"]

_SILENT = frozenset({"references", "furniture"})


class Recogniser:
    """Finds the entries of one document; ``entries`` and ``skipped`` hold what became of it."""

    def __init__(self, document: Document, ontology: Ontology, announcer: Announcer) -> None:
        self.document, self.ontology, self.announcer = document, ontology, announcer
        self.language = str(
            document.language or document.meta.get("language") or document.meta.get("lang") or "en"
        )
        self.entries: list[Entry] = []
        self.skipped: list[Skip] = []

    def run(self) -> None:
        """Recognise the document."""
        root = sections(self._without_noise(self.document.blocks), self.announcer)
        title = str(self.document.meta.get("title") or self.document.meta.get("term") or "").strip()
        if title and not self._is_group(title, root):
            self._article(title, root, 1, front_matter=True)
        else:
            self._group(root)

    # --- noise ---------------------------------------------------------------------------------------------

    def _without_noise(self, blocks: Sequence[Block]) -> list[Block]:
        """Leave out calls to action, and a few stray words at the foot."""
        kept = []
        for block in blocks:
            if isinstance(block, Paragraph) and invitation(block.span.text):
                self._skip(block.span, "call to action")
            else:
                kept.append(block)
        while kept and isinstance(last := kept[-1], Paragraph | Heading) and _is_footer(kept):
            self._skip(last.span, "footer")
            kept.pop()
        return kept

    def _skip(self, span: Span, reason: str) -> None:
        self.skipped.append(Skip(self.document.name, span.line, span.text, reason))

    # --- many entries --------------------------------------------------------------------------------------

    def _is_group(self, title: str, section: Section) -> bool:
        """Tell whether a section holds entries of its own instead of being one."""
        if self.announcer.kind(title) == "collection" or fold(title).split()[-1:] in (["glossary"], ["term"]):
            return True
        known, unknown = self._known_and_unknown(section.children)
        lead = _lead(section)
        if not unknown:
            pairs = [block for block in section.blocks if isinstance(block, Definition) or _pair_of(block)]
            return lead is None and not known and len(pairs) >= 1
        if known or (lead and _mentions(lead, read_head(title).label) and not _self_defining(unknown)):
            return False
        return lead is None or len(unknown) >= 2

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
            if kind in _SILENT:
                self._skip_section(child, kind)
            elif kind == "collection" or self._is_group(child.title, child):
                self._titled_group(child)
            elif self.announcer.knows(child.title):
                self._group(child)
            else:
                self._article(child.title, child, child.heading.span.line if child.heading else 1)

    def _titled_group(self, section: Section) -> None:
        """Read a container; a first term that was taken for the title of a plain text is an entry like the others."""
        plain = section.heading is not None and section.heading.level == 0
        if plain and _lead(section) and section.heading and not self.announcer.knows(section.title):
            own = Section(section.heading, section.blocks, ())
            self._article(section.title, own, section.heading.span.line)
            section = Section(None, (), section.children)
        self._group(section)

    def _skip_section(self, section: Section, kind: str) -> None:
        if section.heading:
            self._skip(section.heading.span, f"{kind} section")

    def _listed(self, blocks: Sequence[Block]) -> None:
        """Read entries out of items and paragraphs; a paragraph behind an entry belongs to it."""
        entry: Entry | None = None
        for block in blocks:
            if isinstance(block, Table):
                self._skip(_first_cell(block), "table outside any entry")
            elif isinstance(block, Definition):
                entry = self._definition_entry(block)
            elif not isinstance(block, Heading):
                entry = self._listed_entry(block, entry)

    def _listed_entry(self, block: Paragraph | Item, entry: Entry | None) -> Entry | None:
        """Make an entry of an item or a paragraph; a paragraph without a term continues the entry before."""
        found = self._entry_of(block.span)
        if found is None and entry is not None and isinstance(block, Paragraph):
            self._continue(entry, block.span)
        elif found is None:
            self._skip(block.span, "no term with a definition")
        if found is not None and isinstance(block, Item):
            for more in block.more:
                self._continue(found, more)
        return found or entry

    def _definition_entry(self, block: Definition) -> Entry | None:
        entry = self._new(block.term.text, block.term.line)
        for number, span in enumerate(block.details):
            if number or self._define(entry, span):
                self._continue(entry, span)
        return entry

    def _entry_of(self, span: Span) -> Entry | None:
        """Make an entry of "Term (ABBR): definition" or "X. See Y."."""
        redirect = read_redirect(span.text)
        if redirect and redirect[0]:
            entry = self._new(redirect[0], span.line)
            entry.references.append(Reference(redirect[1], span, redirect=True))
            return entry
        pair = read_pair(span)
        if pair is None:
            return None
        entry = self._new(pair.head, span.line)
        if self._define(entry, pair.definition):
            entry.passages.append(Passage(pair.definition, gloss=True))
        return entry

    def _continue(self, entry: Entry, span: Span) -> None:
        entry.passages.append(Passage(span, gloss=span is entry.definition))
        entry.reach(span.starts[-1][1])

    # --- one entry -----------------------------------------------------------------------------------------

    def _new(self, head_text: str, line: int) -> Entry:
        head = read_head(head_text)
        entry = Entry(self.document.name, head.label, line, self.language)
        for name in head.abbreviations:
            entry.add_name(name, abbreviation=True)
        for name in head.alternatives:
            entry.add_name(name, abbreviation=False)
        self.entries.append(entry)
        return entry

    def _define(self, entry: Entry, span: Span) -> bool:
        """Take a definition and the names that it gives; False for a redirection that stands in its place."""
        redirect = read_redirect(span.text)
        if redirect and not redirect[0]:
            entry.references.append(Reference(redirect[1], span, redirect=True))
            return False
        if entry.definition is None:
            entry.definition = span
            entry.reach(span.starts[-1][1])
        self._name(entry, span)
        return True

    def _name(self, entry: Entry, span: Span) -> None:
        """Take the other names that a sentence about the headword gives it."""
        for sentence in sentences(span):
            for name in names_in_sentence(sentence.text, entry.label):
                entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))

    def _article(self, head: str, section: Section, line: int, *, front_matter: bool = False) -> None:
        """Read a section, or a whole document, as one entry."""
        entry = self._new(head, line)
        if front_matter:
            self._read_front_matter(entry)
        self._body(entry, section, None)
        if entry.definition is None and not entry.references:
            self.entries.remove(entry)
            self.skipped.append(Skip(self.document.name, line, entry.label, "a title with no text below it"))

    def _read_front_matter(self, entry: Entry) -> None:
        """Take names and class from the front matter of an article."""
        for key in ("abbreviation", "abbreviations", "acronym", "abbr"):
            for name in _listed_values(self.document.meta.get(key)):
                entry.add_name(name, abbreviation=True)
        for key in ("aliases", "alias", "synonyms", "altlabel", "also"):
            for name in _listed_values(self.document.meta.get(key)):
                if not name.startswith("/"):
                    entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))
        for name in _listed_values(self.document.meta.get("class") or self.document.meta.get("type")):
            self._add_class(entry, name)
        if self.document.meta.get("definition"):
            self._define(entry, Span(str(self.document.meta["definition"]), ((0, 1),)))

    def _add_class(self, entry: Entry, name: str) -> None:
        try:
            entry.classes.append(self.ontology.term_class(name).iri)
        except UnknownName:
            self.skipped.append(Skip(self.document.name, 1, f"class: {name}", "no such class"))

    def _body(self, entry: Entry, section: Section, announced: Reading | None) -> None:
        """Read the blocks and sub-sections of an entry."""
        for block in section.blocks:
            self._block(entry, block, announced)
        for child in section.children:
            kind = self.announcer.kind(child.title)
            relation = self.announcer.relation(child.title)
            if kind in _SILENT:
                self._skip_section(child, kind)
            elif child.title.endswith("?"):
                self._question(entry, child)
            elif relation and relation.relation.name == "related":
                self._related(entry, child)
            else:
                self._body(entry, child, relation or (announced if not kind else None))

    def _block(self, entry: Entry, block: Block, announced: Reading | None) -> None:
        if isinstance(block, Table):
            entry.tables.append(block)
            entry.reach(block.rows[-1].line if block.rows else block.line)
        elif isinstance(block, Definition):
            entry.passages.extend(Passage(span, announced) for span in block.details)
        elif not isinstance(block, Heading):
            is_item = isinstance(block, Item)
            if entry.definition is None and not is_item and announced is None:
                if not self._define(entry, block.span):
                    return
            elif not is_item:
                self._name(entry, block.span)
            entry.passages.append(Passage(block.span, announced, item=is_item))
            entry.reach(block.span.starts[-1][1])
            for more in block.more if isinstance(block, Item) else ():
                entry.passages.append(Passage(more, announced))

    def _question(self, entry: Entry, section: Section) -> None:
        if section.heading:
            answers = [block.span for block in section.blocks if isinstance(block, Paragraph | Item)]
            if answers:
                entry.questions.append(Asked(section.heading.span, tuple(answers)))
                entry.reach(answers[-1].starts[-1][1])
        for child in section.children:
            self._question(entry, child)

    def _related(self, entry: Entry, section: Section) -> None:
        """Read a list of related terms: each a reference, and an entry where it has a gloss."""
        for block in section.blocks:
            if not isinstance(block, Item | Paragraph):
                continue
            pair = read_pair(block.span)
            for name in [read_head(pair.head).label] if pair else _names_listed(block.span):
                entry.references.append(Reference(name, block.span))
            entry.reach(block.span.starts[-1][1])
            if pair:
                gloss = self._new(pair.head, block.span.line)
                gloss.gloss = True
                self._define(gloss, pair.definition)
                gloss.passages.append(Passage(pair.definition, gloss=True))


def _is_footer(blocks: Sequence[Block]) -> bool:
    """Tell whether the last block is a few stray words that end nothing."""
    last = blocks[-1]
    if not isinstance(last, Paragraph | Heading) or len(blocks) < 3:
        return False
    text = last.span.text
    bare = len(text.split()) <= 4 and not text.endswith((".", "!", "?", ":")) and not last.span.links
    return bare and (isinstance(last, Heading) or read_pair(last.span) is None)


def _first_cell(table: Table) -> Span:
    return table.header[0] if table.header else table.rows[0].cells[0]


def _lead(section: Section) -> Span | None:
    """Give the first paragraph directly below a heading."""
    return next((block.span for block in section.blocks if isinstance(block, Paragraph)), None)


def _pair_of(block: Block) -> bool:
    return isinstance(block, Item | Paragraph) and (
        read_pair(block.span) is not None or read_redirect(block.span.text) is not None
    )


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


def _listed_values(value: object) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, list) else str(value).split(",")
    return [str(item).strip() for item in values if str(item).strip()]


def _names_listed(span: Span) -> list[str]:
    """Give the names in an item of related terms: its links, or what commas separate."""
    if span.links:
        return [span.text[link.start : link.end] for link in span.links]
    return [part.strip(" .") for part in span.text.split(",") if part.strip(" .")]
