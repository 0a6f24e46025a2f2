"""Which entries a document holds: one article, or a list or a run of headings with many."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rolegraph.extraction.articles.articles import SILENT, ArticleReader
from rolegraph.extraction.articles.foreign_tellings import TOLD_IN
from rolegraph.extraction.articles.front_fields import names_term
from rolegraph.extraction.articles.heads_in_pairs import parted_pairs
from rolegraph.extraction.articles.matters import Matter, matter_of
from rolegraph.extraction.articles.page_heads import with_names_unbracketed
from rolegraph.extraction.articles.topics import with_topic
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.forms.containers import Containers
from rolegraph.extraction.forms.entry_list import EntryList
from rolegraph.extraction.forms.label_parts import part_labels
from rolegraph.extraction.forms.line_entries import with_lines_parted
from rolegraph.extraction.forms.name_paths import shorten_paths
from rolegraph.extraction.forms.numbered_terms import with_numbered_terms
from rolegraph.extraction.forms.quoted_terms import with_quoted_terms
from rolegraph.extraction.layout.block_places import as_paragraph, first_span, line_of, parted_front
from rolegraph.extraction.layout.cards import with_cards_headed, with_taglines
from rolegraph.extraction.layout.clearing import without_noise
from rolegraph.extraction.layout.led_items import with_names_below
from rolegraph.extraction.layout.list_titles import is_of_list
from rolegraph.extraction.layout.patterns import read_redirect
from rolegraph.extraction.layout.section_shapes import (
    are_letters,
    blocks_below,
    defines_itself,
    is_self_defining,
    is_undefined,
    is_without_number,
    lead_of,
    names_kind,
    opens_with,
    repeats_heading,
    sets_side_by_side,
)
from rolegraph.extraction.layout.sections import (
    Announcer,
    Section,
    counted_titles,
    is_letter,
    sections,
    unwrapped,
    without_counts,
    without_letters,
)
from rolegraph.extraction.layout.short_names import with_short_names
from rolegraph.extraction.names.heads import (
    abbreviates,
    asked_term,
    is_question,
    read_head,
)
from rolegraph.extraction.recognition.list_reading import ListReader
from rolegraph.extraction.recognition.recognised import Recognised, nearest_form, share_used, usual_form
from rolegraph.extraction.recognition.term_heads import are_few_roles, heads_of
from rolegraph.extraction.roles.assignments import Assignment, add_assignments, assignments
from rolegraph.extraction.roles.role_headings import RoleAnnouncer
from rolegraph.extraction.roles.role_reading import RoleReader
from rolegraph.extraction.roles.role_recognition import find_role_page
from rolegraph.extraction.roles.role_titles import RoleTitles
from rolegraph.extraction.sheets.column_titles import ColumnTitles
from rolegraph.extraction.sheets.joined_columns import with_columns_parted
from rolegraph.graph.names import fold
from rolegraph.readers import Block, Definition, Document, Heading, Item, Paragraph, Span, Table
from rolegraph.readers.alphabet import is_alphabetical

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeGuard

    from rolegraph.ontology import Ontology

__all__ = ["recognise"]

# Forms whose tables are taken to be glossaries where nothing tells otherwise.
_SHEETS = frozenset({"csv", "xlsx", "ods", "yaml", "json"})
_FEWEST_LISTED = 2
_OPENING_FILES = frozenset(
    ["readme", "index", "_index", "home", "intro", "contributing", "changelog", "license"]
)
_HOW_TO = re.compile(r"how (?:to|do|does|can|is|are)\s", re.IGNORECASE)


def recognise(
    document: Document, ontology: Ontology, announcer: Announcer, titles: ColumnTitles | None = None
) -> Recognised:
    """Find the entries of a document, its form, and what was left out of it; ``titles`` tells what columns hold."""
    recogniser = _Recogniser(document, ontology, announcer, titles or ColumnTitles(ontology))
    recogniser.run()
    recogniser.list.name_by_ends()
    part_labels(recogniser.list.entries)
    recogniser.list.part_names()
    entries, skipped = recogniser.list.entries, recogniser.list.skipped
    shorten_paths(entries)
    if not entries:
        reason = f"no entry was recognised in this document; {nearest_form(document)}"
        skipped.append(Skip(document.name, 1, "", reason))
    form = "article" if recogniser.list.forms == {"headings": 1} else usual_form(recogniser.list.forms)
    return Recognised(entries, skipped, form, share_used(document.blocks, skipped) if entries else 0.0)


_WHAT_IS = re.compile(r"what is an? (?P<name>[^?:]{3,60})\?$", re.IGNORECASE)


class _Recogniser:
    """Decides what the sections of one document are."""

    def __init__(
        self, document: Document, ontology: Ontology, announcer: Announcer, titles: ColumnTitles
    ) -> None:
        self.document, self.ontology, self.announcer, self.titles = document, ontology, announcer, titles
        self.list = EntryList(document, ontology, titles)
        self.article = ArticleReader(self.list, ontology, announcer)
        self.containers = Containers(announcer, titles, sheet=document.form in _SHEETS)
        self.lists = ListReader(self.list, ontology, self.containers)
        self._counted = counted_titles(document.blocks)

    def run(self) -> None:
        """Recognise the document."""
        self.list.skipped += (Skip(self.document.name, *dropped) for dropped in self.document.dropped)
        blocks, glossary = parted_front(self.document)
        blocks = with_quoted_terms(with_numbered_terms(blocks))
        blocks = with_columns_parted(blocks, self.titles, self.containers.names_collection)
        blocks = with_names_below(blocks, self.announcer.names_follow, self.announcer.knows)
        blocks = without_noise(blocks, self.announcer, self.list.skip, self._heads_names)
        blocks = with_cards_headed(
            with_taglines(blocks, self.announcer.knows),
            lambda title: self.announcer.kind(title) == "definition",
        )
        blocks, assigned = self._without_assignments(
            with_names_unbracketed(without_letters(without_counts(blocks, self.announcer.knows)))
        )
        title = self._title()
        named = blocks if title else self._with_role_asked(with_topic(blocks, self.announcer.knows))
        asked = blocks if title else self._with_role_asked(blocks)
        told_in = self.list.language[:2] in TOLD_IN
        told = self._matter(blocks, title) if told_in and not self._is_entry() else None
        if not self._asks_for_thing(told) and (
            self._is_role_page(asked, self._role_in(title))
            or (named != asked and self._is_role_page(named, title))
        ):
            self.list.forms["role page"] += 1
        else:
            self._read_matter_or_terms(told, blocks, named, title)
            self._group(sections(glossary, self.announcer))
        if told and told.sure:
            for each in assigned:  # what shows how a thing is used assigns nothing
                self.list.skip(each.span, "example of assignments")
        elif assigned:
            _, titles = _of_roles(self.announcer, self.list.language)
            add_assignments(assigned, self.list, self.ontology, titles)
            self.list.forms["assignments"] += len({each.span.line for each in assigned})

    def _role_in(self, title: str) -> str:
        """Give the role that the title of the front matter asks about, else that title."""
        _, titles = _of_roles(self.announcer, self.list.language)
        asked, what = titles.asked(Span(title, ((0, 1),))), _WHAT_IS.match(title)
        if what and titles.names_role(what["name"]):
            return what["name"]
        return asked.text if asked else title

    def _heads_names(self, line: str) -> bool:
        """Tell a line that heads names on the page of a role by its very words."""
        announcer, _ = _of_roles(self.announcer, self.list.language)
        return announcer.is_heading(line) and announcer.relation(line) is not None

    def _with_role_asked(self, blocks: list[Block]) -> list[Block]:
        """Take the role that the first heading asks about for the title of the page."""
        first = blocks[0] if blocks else None
        asked = (
            _of_roles(self.announcer, self.list.language)[1].asked(first.span)
            if isinstance(first, Heading)
            else None
        )
        return [first._replace(span=asked), *blocks[1:]] if asked and isinstance(first, Heading) else blocks

    def _without_assignments(self, blocks: Sequence[Block]) -> tuple[list[Block], list[Assignment]]:
        """Part off the tables that assign activities to roles, which stand for themselves wherever they are."""
        found = {id(block): assignments(block) for block in blocks if isinstance(block, Table)}
        kept = [block for block in blocks if not found.get(id(block))]
        return kept, [each for told in found.values() for each in told]

    def _read_terms(self, blocks: Sequence[Block], title: str) -> None:
        """Read an article, or a list of entries."""
        parted = list(with_lines_parted(self._with_lists(blocks), self.containers.is_label))
        root = sections(parted, self.announcer)
        root = unwrapped(root, title)
        listed = bool(root.children) and self._is_named_glossary()
        named = names_term(self.document.meta) and not self.containers.names_collection(title)
        article = (
            self._is_entry()
            or named
            or not (listed or self.containers.holds_entries(title, root, titled=True))
        )
        if title and article:
            self._article(title, root, 1, front_matter=True)
            self.list.forms["article"] += 1
        else:
            skipped = len(self.list.skipped)
            self._group(root)
            if title and not self.list.entries and (lead := lead_of(root)) and opens_with(lead, title):
                del self.list.skipped[skipped:]
                self._article(title, root, 1, front_matter=True)  # "Stop words" is no list of words
                self.list.forms["article"] += 1

    def _asks_for_thing(self, told: Matter | None) -> bool:
        """Tell a page that surely is on what one of its headings asks for, where that is no role."""
        name = told.blocks[0] if told and told.sure and told.asked else None
        _, titles = _of_roles(self.announcer, self.list.language)
        title = name.span.text if isinstance(name, Heading) else ""
        return bool(title) and titles.read(title) is None and not titles.names_role(title)

    def _read_matter_or_terms(
        self, told: Matter | None, blocks: Sequence[Block], named: Sequence[Block], title: str
    ) -> None:
        """Read a page on one thing, or on a few that it compares, or else what its titles and lists tell."""
        skipped, forms = list(self.list.skipped), Counter(self.list.forms)
        if told is None or not told.sure:
            self._read_terms(named, title)
        labels = [entry.label for entry in self.list.entries if not entry.gloss]
        text = " ".join(block.span.text for block in blocks if isinstance(block, Paragraph | Item))
        if told and told.is_better_than(labels, text=text):
            self.list.entries, self.list.skipped, self.list.forms = [], skipped, forms
            self._read_matter(told, front_matter=bool(title))

    def _matter(self, blocks: Sequence[Block], title: str) -> Matter | None:
        tells = (self.announcer.knows, self.containers.names_collection)
        return matter_of(blocks, self._stem, *tells, title, self.list.language, self.announcer.relates)

    def _read_matter(self, told: Matter, *, front_matter: bool) -> None:
        """Read what a page tells of each thing that it is about."""
        for span in told.outside:
            self.list.skip(span, "above the title")
        found = sections(self._with_lists(told.blocks), self.announcer).children
        for section in found:
            if front_matter and len(found) == 1:
                self._article(section.title, section, 1, front_matter=True)
                self.list.forms["headings"] += 1
            else:
                self._headed(section)

    def _with_lists(self, blocks: Sequence[Block]) -> list[Block]:
        """Make items of the bare lines below headings such as "Key metrics"."""
        announcer = self.announcer
        return with_names_below(blocks, announcer.lists_follow, announcer.knows, fewest=_FEWEST_LISTED)

    def _title(self) -> str:
        """Give the title of the front matter; that of a web page counts only where the page shows no other."""
        headings = (block for block in self.document.blocks if isinstance(block, Heading))
        if self.document.form == "html" and any(heading.level == 1 for heading in headings):
            return ""
        tops = [block for block in self.document.blocks if isinstance(block, Heading) and block.level == 1]
        named = names_term(self.document.meta) and len(tops) == 1
        title = self.document.meta.get("title") or self.document.meta.get("term")
        return str(title or (tops[0].span.text if named else "")).strip()

    def _is_entry(self) -> bool:
        """Tell whether the front matter names a term: the text is an article on it, were it called "Dictionary"."""
        return isinstance(self.document.meta.get("term"), str) and self.document.form != "html"

    def _is_named_glossary(self) -> bool:
        """Tell whether the file, or an id in its front matter, is called a list of terms: "glossary.md"."""
        names = (self._stem, *(str(self.document.meta.get(key) or "") for key in ("id", "slug")))
        return any(map(is_of_list, names))

    def _is_role_page(self, blocks: Sequence[Block], title: str) -> bool:
        """Read a page on one role or several; False for another document."""
        announcer, titles = _of_roles(self.announcer, self.list.language)
        headings = [block.span.text for block in blocks if isinstance(block, Heading)]
        named = bool(headings) and self.containers.names_collection(headings[0])
        heads = [head for head in heads_of(blocks, self.containers.titles) if not self.announcer.knows(head)]
        if (named or self.document.form in _SHEETS) and are_few_roles(heads, titles):
            return False
        page = find_role_page(self.document, blocks, title, (announcer, titles), self._has_collection)
        if page is not None:
            RoleReader(self.list, self.ontology, announcer).read_page(page, front_matter=bool(title))
        return page is not None

    def _has_collection(self, root: Section) -> bool:
        """Tell whether a page is called a list of terms by its file or by a heading that stands above all else."""
        titled = any(self.containers.names_collection(child.title) for child in root.children)
        return titled or self._is_named_glossary()

    def _group(self, section: Section, beside: Sequence[Section] = ()) -> None:
        """Read the entries in a container: its lists and paragraphs, then its sub-sections.

        The sub-sections are judged with those ``beside`` them, where the letters of an index part a run of terms.
        """
        named = not section.heading or self.containers.names_collection(section.title)
        self._read_blocks(section, sure=named)
        other = not named or not section.heading
        other = other and any(map(self.containers.is_collection_with_terms, section.children))
        other = other or any(map(self.containers.is_the_list, section.children))
        other = other or any(map(self.containers.parts_bold_terms, section.children))
        other = other or sum(map(self.containers.gathers_bold, section.children)) > 1
        parted = [part for child in section.children for part in parted_pairs(child)]
        children = with_short_names(tuple(parted))
        letters = are_letters(children)
        plain = self.containers.are_plain(beside or children, items=named)
        plain = plain and not any(map(self.containers.is_the_list, children))
        listing = self.containers.is_listing(section)
        ordered = is_alphabetical([child.title for child in beside or children])
        lettered = [below for child in children if is_letter(child.title) for below in child.children]
        children = [self._without_introduction(child, children) for child in children]
        whole = not section.heading and len(children) == 1 and lead_of(children[0])  # the title of the page
        for child in children:
            kind = self.announcer.kind(child.title)
            reason = self._left_out(child, plain=plain, listing=listing)
            defined = (plain or ordered) and self.containers.is_defined_in_run(child)
            own = kind in SILENT or (kind not in ("", "collection") and self._is_file(child.title))
            own = own and self._stem.casefold() not in _OPENING_FILES
            if defined or (whole and own):
                # The one title of a page names it, whatever sections are called so elsewhere.
                self._headed(child, items=named)
            elif reason in ("", "question section") and (several := sets_side_by_side(child)):
                self._side_by_side(child, several)
            elif reason:
                self.article.skip_section(child, reason)
            elif letters and is_letter(child.title):
                self._titled_group(child, lettered)
            elif (plain and self.containers.is_plain_entry(child, items=named)) or (
                ordered and self.containers.is_text(child)
            ):
                self._headed(child, items=named)
            elif ordered and is_undefined(child) and not self.announcer.knows(child.title):
                self._article(child.title, child, line_of(child.heading) if child.heading else 1, bare=True)
            elif kind == "collection" or self.containers.holds_entries(child.title, child):
                self._titled_group(child, lettered if is_letter(child.title) else ())
            elif repeats_heading(child) or (
                self.announcer.knows(child.title) and not is_self_defining(child)
            ):
                self._group(child)
            elif other and not is_self_defining(child):
                self.article.skip_section(child, "beside the glossary")
            else:
                self._headed(child, items=named)

    def _side_by_side(self, section: Section, several: Sequence[Section]) -> None:
        """Read the things that a question sets side by side, an entry each: "Tug or barge: which one?"."""
        for child in section.children:
            if child in several:
                self._headed(child)
            else:
                self.article.skip_section(child, "beside what the title names")

    def _is_file(self, title: str) -> bool:
        """Tell whether the file is called like its one title: "problem.md" is on a problem, and no part of a page."""
        return self.document.form != "html" and fold(re.sub(r"[-_]", " ", self._stem)) == fold(title)

    @property
    def _stem(self) -> str:
        """The name of the file, without folders and ending."""
        return self.document.name.rpartition("/")[2].partition(".")[0]

    def _read_blocks(self, section: Section, *, sure: bool) -> None:
        """Read what stands right below the heading of a container, unless it only leads in."""
        if self.containers.is_preamble(section):
            for block in section.blocks:
                self.list.skip(first_span(block), "above the title")
        elif self.containers.has_introduction(section):
            for block in section.blocks:
                self.list.skip(first_span(block), "introduction")
        else:
            self.lists.read(section.blocks, sure=sure)

    def _left_out(self, section: Section, *, plain: bool, listing: bool) -> str:
        """Give the reason for which a section of a container is left out, empty for one that is read."""
        kind = self.announcer.kind(section.title)
        titles = self.lists.titles_list(section.title) and not is_self_defining(section)
        if kind in SILENT or self.containers.is_of_writers(section):
            return f"{kind or 'furniture'} section"
        if is_question(section.title) or _HOW_TO.match(section.title):
            return "question section"
        if self.containers.is_introduction(section):
            return "introduction"
        if listing and not self._lists(section):
            return "prose section"
        if is_without_number(section, self._counted):
            return "beside terms with numbers"
        return "title" if titles and plain and lead_of(section) else ""

    def _without_introduction(self, section: Section, beside: Sequence[Section]) -> Section:
        """Leave out what introduces a group of terms that stands between groups without any such text."""
        if not self.containers.is_introduced(section, beside):
            return section
        for block in section.blocks:
            self.list.skip(first_span(block), "introduction")
        return section._replace(blocks=())

    def _lists(self, section: Section) -> bool:
        """Tell whether a section of a page of tables and pairs has any, or lists its terms in items."""
        marked = any(isinstance(block, Definition | Table) for block in blocks_below(section))
        lead = lead_of(section)
        asked = asked_term(section.title)
        asks = lead is not None and bool(asked) and opens_with(lead, asked)
        return marked or asks or self.containers.is_listed_beside(section)

    def _headed(self, section: Section, *, items: bool = False) -> None:
        """Read a section as the entry that its heading names; with ``items`` its first item can define it."""
        line = section.heading.span.line if section.heading else 1
        if items and section.blocks and all(isinstance(block, Item) for block in section.blocks):
            section = section._replace(blocks=tuple(map(as_paragraph, section.blocks)))
        apart = [
            block
            for place, block in enumerate(section.blocks)
            if (place and self._is_pointer(block, section.title)) or names_kind(block, section.title)
        ]
        kept = tuple(block for block in section.blocks if block not in apart)
        self._article(section.title, section._replace(blocks=kept), line)
        self.lists.read_run(apart, sure=True)
        self.list.forms["headings"] += 1

    def _is_pointer(self, block: Block, title: str) -> TypeGuard[Paragraph]:
        """Tell "Bill of lading: see Waybill.", an entry of its own that stands between those with a heading."""
        head, target = (read_redirect(block.span.text) if isinstance(block, Paragraph) else None) or ("", "")
        own = fold(head) in ("", fold(title)) or abbreviates(title, head)
        return not own and fold(target) in self._headings

    @cached_property
    def _headings(self) -> frozenset[str]:
        """The names that stand in the headings of the document, folded."""
        heads = (read_head(block.span.text) for block in self.document.blocks if isinstance(block, Heading))
        return frozenset(fold(name) for head in heads for name in (head.label, *head[1], *head[2]))

    def _article(
        self, title: str, section: Section, line: int, *, front_matter: bool = False, bare: bool = False
    ) -> None:
        """Read an article, and the tables of terms that stand in sections of their own below it."""
        rest, tables = self._parted(section)
        self.article.read(title, rest, line, front_matter=front_matter, bare=bare)
        for table in tables:
            self._group(table)

    def _parted(self, section: Section) -> tuple[Section, list[Section]]:
        """Part the sub-sections that are nothing but tables or lists of terms from all others."""
        children, tables = [], []
        for child in section.children:
            listed = self.containers.is_collection_with_terms(child) and self.containers.lists_terms(
                child, child.title
            )
            if listed or (
                self.containers.is_table(child, sure=True) and not self.announcer.knows(child.title)
            ):
                tables.append(child)
            else:
                rest, more = self._parted(child)
                children.append(rest)
                tables += more
        return section._replace(children=tuple(children)), tables

    def _titled_group(self, section: Section, beside: Sequence[Section] = ()) -> None:
        """Read a container below its heading, which names the collection of its entries.

        A heading that is defined itself is an entry beside them; so is a first term that was taken for the title of a
        plain text.
        """
        lead = lead_of(section)
        own = (
            lead
            and not self.containers.names_collection(section.title)
            and not self.containers.leads_to_collection(lead)
            and not self.containers.lists_terms(section, section.title)
        )
        marked = any(child.heading and child.heading.level for child in section.children)
        plain = section.heading is not None and section.heading.level == 0 and not marked
        first = len(self.list.entries)
        if section.heading and own and (plain or defines_itself(section)):
            self._headed(Section(section.heading, section.blocks, ()))
            section = Section(None, (), section.children)
        self._group(section, beside)
        if section.heading and not self.containers.names_collection(section.title):
            for entry in self.list.entries[first:]:
                entry.collections.insert(0, section.title)


@lru_cache(maxsize=8)
def _of_roles(announcer: Announcer, language: str) -> tuple[RoleAnnouncer, RoleTitles]:
    """Give what tells of the headings and titles on the pages of roles, which is the same for all of them."""
    return RoleAnnouncer(announcer.ontology), RoleTitles(announcer.ontology, language)
