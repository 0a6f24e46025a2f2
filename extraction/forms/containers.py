"""Which sections hold entries of their own, and which are one entry, or tell of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from rolegraph.extraction.forms.item_fields import with_fields_within
from rolegraph.extraction.forms.labelled import fields_of_table, records
from rolegraph.extraction.forms.list_forms import likeliest_form
from rolegraph.extraction.forms.run_on import restored
from rolegraph.extraction.layout.list_titles import LIST_NOUN, is_list_title, is_of_definitions
from rolegraph.extraction.layout.noise import is_footnote, speaks_of_writers
from rolegraph.extraction.layout.section_shapes import (
    are_self_defining,
    are_stanzas,
    ask_what_things_are,
    asks_for_several,
    asks_of_itself,
    blocks_below,
    bold_head,
    has_parts,
    is_defined,
    is_foot,
    lead_of,
    leaves_of,
    mentions,
    names_in_parts,
    opens_with,
    tell_of,
    text_at_start,
)
from rolegraph.extraction.layout.sections import Announcer, Section, is_letter
from rolegraph.extraction.names.heads import read_head
from rolegraph.extraction.sheets.columns import Layout, layout_of
from rolegraph.graph.names import fold
from rolegraph.readers import Definition, Item, Paragraph, Span, Table
from rolegraph.readers.alphabet import is_alphabetical

if TYPE_CHECKING:
    from rolegraph.extraction.sheets.column_titles import ColumnTitles

__all__ = ["Containers"]

_MIN_LISTED, _MIN_HEADED, _MIN_BOLD, _MIN_RUN, _MAX_TITLE = 3, 5, 6, 8, 14
_MOST_ABOVE = 3
_OF_LAW = re.compile(r"§{1,2}\s*\d[\w.:-]*\s+[^\W\d_]{4,}")
_EXPLAINING = re.compile(
    r"^(?:understanding|introducing|explaining|an? (?:guide|introduction) to|(?:guide|introduction|intro) to)\s+",
    re.IGNORECASE,
)
_ON_THE_LIST = re.compile(
    rf"(?:(?:use|read|see|browse)\s)?(?:this|our|the following)\s(?:\w+\s){{0,3}}(?:{LIST_NOUN}|list)\b",
    re.IGNORECASE,
)
# What a text above a list says of it: "Important words, explained in short".
_OF_TERMS = re.compile(
    r"^(?=(?:\S+\s+){0,24}\S+$).*\b(?:terms|words|jargon|glossary|definitions|begriffe|wörter|glossar|termes|mots|lexique|términos"
    r"|palabras|glosario)\b",
    re.IGNORECASE,
)
# Kinds of sections whose titles are no terms, in a run of terms either.
_NEVER_TERMS = frozenset({"questions", "references", "furniture", "definition", "examples", "summary"})
_DEFINABLE = frozenset({"references", "examples", "summary"})


class Containers:
    """Tells of the sections of one document whether they hold entries; ``sheet`` says that its tables list terms."""

    def __init__(self, announcer: Announcer, titles: ColumnTitles, *, sheet: bool) -> None:
        self.announcer, self.titles, self.sheet = announcer, titles, sheet

    def holds_entries(self, title: str, section: Section, *, titled: bool = False) -> bool:
        """Tell whether a section holds entries of its own instead of being one.

        A document ``titled`` by its front matter that begins with a text is an article.
        """
        if self.names_collection(title) or self.is_table(section) or self.is_listing(section):
            return True
        if self._lists_fields(section):
            return True
        lead = lead_of(section)
        if lead and opens_with(lead, title) and has_parts(section, title):
            return False
        if tell_of(section.children, title) or asks_of_itself(section, title):
            return False
        if lead and names_in_parts(section, title):
            return False
        if is_of_definitions(title) and self.are_plain(section.children):
            return True  # the title of a document on several terms: "Definitions"
        plain = section.heading is not None and section.heading.level == 0
        if plain and lead and is_alphabetical([title, *(child.title for child in section.children)]):
            return True  # the first of a run of terms, and not the title of a text
        collections = [child for child in section.children if self._holds_collection(child)]
        if collections:
            return not (lead and opens_with(lead, title)) or all(is_letter(c.title) for c in collections)
        if self._is_listing_in_bold(section) or self._are_definitions(section):
            return True
        known, unknown = self._known_and_unknown(section.children)
        known = [child for child in known if self.announcer.kind(child.title) != "furniture"]
        if not unknown:
            return (
                ask_what_things_are(section)
                or asks_for_several(section)
                or (not known and self.lists_terms(section, title))
            )
        if lead and _OF_TERMS.search(lead.text) and len(unknown) >= _MIN_LISTED and self.are_plain(unknown):
            return True  # "Important words in short"
        stanzas = not known and are_stanzas(section) and lead and not opens_with(lead, title)
        if len(unknown) >= 2 and (stanzas or are_self_defining(unknown)):
            return True
        if (
            len(unknown) > 2 * len(known)
            and not lead
            and len(unknown) > 2
            and self.are_plain(section.children)
        ):
            return True  # a few of the terms are called like sections: "Remuneration"
        if known or (titled and lead) or (lead and mentions(lead, read_head(title).label)):
            return False
        return lead is None or len(unknown) >= 2 or plain

    def names_collection(self, title: str) -> bool:
        """Tell whether a title is that of a list of terms: "Glossary", "Freight terms", "A to Z of sales".

        >>> from rolegraph.extraction.sheets.column_titles import ColumnTitles
        >>> from rolegraph.ontology import load
        >>> containers = Containers(Announcer(load()), ColumnTitles(load()), sheet=False)
        >>> list(map(containers.names_collection, ("Glossary of payments", "Payment terms and conditions")))
        [True, False]
        """
        if self.announcer.knows(title):
            return self.announcer.kind(title) == "collection"
        return is_list_title(title)

    def is_introduction(self, section: Section) -> bool:
        """Tell a text on the list that it stands in, "This glossary explains …", without any entries of that below."""
        lead = text_at_start(section)
        if lead is None or section.children or not _ON_THE_LIST.match(lead.text):
            return False
        tables = any(isinstance(block, Table) and self._layout(block) for block in section.blocks)
        return not (tables or self.is_listing(section) or self.lists_terms(section, section.title))

    def leads_to_collection(self, lead: Span) -> bool:
        """Tell a line below a heading that is itself the title of a list of terms."""
        words = lead.text.split()
        return len(words) <= _MAX_TITLE and lead.text[-1] not in ".!" and self.names_collection(lead.text)

    def _holds_collection(self, section: Section) -> bool:
        """Tell a list of terms by its title, or a known section that such a list stands in: "Overview"."""
        if self._announces_names(section):
            return False
        if self.names_collection(section.title):
            return True
        listed = is_of_definitions(section.title) and not section.blocks
        if is_of_definitions(section.title) and self.lists_several(section):
            return True
        inner = self.announcer.knows(section.title) and any(
            self.is_collection_with_terms(child) for child in section.children
        )
        return inner or (listed and self.are_plain(section.children))

    def is_collection_with_terms(self, section: Section) -> bool:
        """Tell whether a section is called a list of terms, and something in it can be one."""
        if is_of_definitions(section.title) and not self.names_collection(section.title):
            return self.lists_several(section)
        if not self.names_collection(section.title) or is_letter(section.title):
            return False
        return bool(section.children) or self.is_listing(section) or self.lists_terms(section, section.title)

    def gathers_bold(self, section: Section) -> bool:
        """Tell a section of little but paragraphs that a term in bold and a sign open: a group of terms."""
        texts = [block for block in section.blocks if isinstance(block, Item | Paragraph)]
        bold = sum(bool(bold_head(block.span)) for block in texts)
        return bold > 1 and bold >= len(texts) - 1 and len(texts) == len(section.blocks)

    def is_the_list(self, section: Section) -> bool:
        """Tell a section with the plain title of a list of terms, beside which headings are parts of a text."""
        titled = self.announcer.kind(section.title) == "collection" and not is_letter(section.title)
        return (titled or is_of_definitions(section.title)) and self.lists_several(section)

    def lists_several(self, section: Section) -> bool:
        """Tell whether most blocks right below a heading are terms with their definitions, three at least."""
        blocks = [block for block in section.blocks if isinstance(block, Item | Paragraph)]
        listing = likeliest_form(self.restored(blocks)) if len(blocks) >= _MIN_LISTED else None
        return (
            listing is not None
            and len(listing.entries) >= _MIN_LISTED
            and 4 * len(listing.entries) >= 3 * len(blocks)
        )

    def lists_terms(self, section: Section, title: str) -> bool:
        """Tell whether the blocks of a section list terms with their definitions, and are not prose about its title.

        One item is enough if it stands alone; what a label like "Formula" stands before is no term.
        """
        if records(section.blocks, self.titles):
            return True
        lead = text_at_start(section)
        if lead and lead.text.endswith(":") and ". " in lead.text and is_defined(section):
            return False  # "A fastening in a rope. There are two types:"
        terms = [block.term.text for block in section.blocks if isinstance(block, Definition)]
        blocks = [block for block in section.blocks if isinstance(block, Item | Paragraph)]
        texts = self.restored([block for block in blocks if not is_footnote(block.span)])
        listing = likeliest_form(texts)
        terms += [entry.head for entry in (listing.entries if listing else ())]
        heads = [head for head in terms if not self.announcer.knows(head) and not self.is_label(head)]
        own = any(fold(read_head(head).label) == fold(title) for head in heads[:1])
        first = texts[0] if texts else None
        prose = isinstance(first, Paragraph) and opens_with(first.span, _EXPLAINING.sub("", title))
        least = 1 if not isinstance(first, Paragraph) else 2
        return not own and not prose and len(heads) >= max(least, (len(terms) + 1) // 2)

    def restored(self, blocks: Sequence[Item | Paragraph]) -> list[Item | Paragraph]:
        """Give blocks with their lost bullets restored, and with labelled items as parts of the items above them."""
        return restored(with_fields_within(blocks, self.is_label), self.is_label)

    def is_label(self, head: str) -> bool:
        """Tell the label of a field, alone or with its value, from a term: "Definition", "See also: Issuer"."""
        meaning = self.titles.read(head.partition(":")[0].strip())
        return meaning is not None and meaning.sure

    def _lists_fields(self, section: Section) -> bool:
        """Tell whether items of a section have parts of their own that are labelled as definitions."""
        items = [block for block in section.blocks if isinstance(block, Item)]
        labels = [item.span.text.partition(":")[0].strip() for item in items if item.depth]
        kinds = [meaning.kind for label in labels if (meaning := self.titles.read(label))]
        return kinds.count("definition") >= _MIN_LISTED

    def _are_definitions(self, section: Section) -> bool:
        """Tell whether what stands below a title is a long run of headings, at any depth, that are defined at once.

        So are lists of terms whose title tells nothing: "Developer lingo", or the name of the product.
        """
        leaves = [leaf for leaf in leaves_of(section) if leaf is not section]
        terms = [
            leaf for leaf in leaves if self.is_plain_entry(leaf) and not self.announcer.knows(leaf.title)
        ]
        defined = sum(is_defined(leaf) for leaf in terms)
        return len(terms) >= _MIN_RUN and 4 * len(terms) > 3 * len(leaves) and 2 * defined > len(terms)

    def _is_listing_in_bold(self, section: Section) -> bool:
        """Tell whether a section, with its sub-sections, is mostly paragraphs that a term in bold and a sign open."""
        blocks = [block for block in blocks_below(section) if isinstance(block, Paragraph)]
        heads = [head for block in blocks if (head := bold_head(block.span)) and not self.is_label(head)]
        return len(set(heads)) >= _MIN_BOLD and len(set(heads)) == len(heads) and 2 * len(heads) > len(blocks)

    def is_listing(self, section: Section) -> bool:
        """Tell whether a section, with its sub-sections, is mostly pairs and rows that its form marks as such."""
        blocks = list(blocks_below(section))
        pairs = [block for block in blocks if isinstance(block, Definition) and block.details]
        terms = sum(not self.announcer.knows(block.term.text) for block in pairs)
        tables = [block for block in blocks if isinstance(block, Table) and self._layout(block)]
        found = terms + sum(len(table.rows) for table in tables)
        return found >= _MIN_LISTED and 2 * found > len(blocks)

    def is_listed_beside(self, section: Section) -> bool:
        """Tell a section that lists terms beside tables and pairs: nothing but bullets, or called a list of terms."""
        known = self.announcer.knows(section.title) and self.announcer.kind(section.title) != "collection"
        if section.children or known:
            return False
        items = bool(section.blocks) and all(
            isinstance(block, Item) and not block.ordered for block in section.blocks
        )
        listed = items or self.names_collection(section.title) or self.lists_several(section)
        return listed and self.lists_terms(section, section.title)

    def lists_rows(self, table: Table) -> bool:
        """Tell a table of several terms, beside which a pair or two in running text are remarks."""
        return len(table.rows) >= _MIN_LISTED and layout_of(table, self.titles) is not None

    def is_table(self, section: Section, *, sure: bool = False) -> bool:
        """Tell a section that is nothing but tables of terms; ``sure`` are those whose titles say so."""
        tables = [block for block in section.blocks if isinstance(block, Table)]
        other = any(not isinstance(block, Table) and not is_foot(block) for block in section.blocks)
        if not tables or section.children or (other and not self.sheet):
            return False
        layouts = [self._layout(table) for table in tables]
        if sure:
            return all(layout is not None and layout.is_sure for layout in layouts)
        return self.sheet or any(layouts)

    def _layout(self, table: Table) -> Layout | None:
        """Give the columns of a table of terms; None for another, as one of labels and values of a single term."""
        return None if fields_of_table(table, self.titles) else layout_of(table, self.titles)

    def are_plain(self, children: Sequence[Section], *, items: bool = False) -> bool:
        """Tell whether most sub-sections are a term with a text each, and not groups of terms.

        With ``items`` the text may be an item.
        """
        entries = sum(
            self.is_plain_entry(child, items=items)
            and (is_defined(child) or not self.holds_entries(child.title, child))
            for child in children
        )
        return entries >= 3 and 3 * entries >= 2 * len(children)

    def is_plain_entry(self, section: Section, *, items: bool = False) -> bool:
        """Tell whether a section can be a term with a text in a run of such: "Index" and "Problem" can, "FAQ" can't."""
        kind = self.announcer.kind(section.title)
        last = read_head(section.title).label.split()[-1:]
        plural = [fold(word) for word in last] != [word.lower() for word in last] or is_letter(section.title)
        start = text_at_start(section) or (self._start_of_items(section) if items else None)
        goes_on = start is not None and start.text[:1].islower()  # "Preconditions" / "are what must hold …"
        if self.announcer.knows(section.title) and ((plural and not goes_on) or kind in _NEVER_TERMS):
            return False
        return start is not None and not section.children

    def _start_of_items(self, section: Section) -> Span | None:
        """Give the first item below a heading, where nothing but items stands there, and they list no terms."""
        first = section.blocks[0] if section.blocks else None
        alone = all(isinstance(block, Item) for block in section.blocks)
        told = isinstance(first, Item) and alone and not self.lists_terms(section, section.title)
        return first.span if told and isinstance(first, Item) else None

    def is_text(self, section: Section) -> bool:
        """Tell a section's title with one text below it, which is a term where the alphabet has its place."""
        if not self.announcer.knows(section.title) or self.announcer.kind(section.title) in _NEVER_TERMS:
            return False
        return not section.children and text_at_start(section) is not None and len(section.blocks) == 1

    def is_defined_in_run(self, section: Section) -> bool:
        """Tell a section's title that a run of terms defines as one: "Bibliography" above "A list of the books …"."""
        alone = not section.children and len(section.blocks) == 1
        return alone and self.announcer.kind(section.title) in _DEFINABLE and is_defined(section)

    def is_preamble(self, section: Section) -> bool:
        """Tell whether the blocks of a document stand above its one title: "Version: 2".

        Above that of a list of terms these are any, above another a few lines.
        """
        if section.heading or len(section.children) != 1:
            return False
        title = section.children[0]
        marked = title.heading is not None and title.heading.level == 1
        few = len(section.blocks) <= _MOST_ABOVE and all(
            isinstance(each, Paragraph) for each in section.blocks
        )
        return marked and bool(title.children) and (few or self.names_collection(title.title))

    def has_introduction(self, section: Section) -> bool:
        """Tell whether what stands right below a title only leads in: few pairs, and marked terms further on.

        Marked are rows of tables, pairs, and headings with a text each.
        """
        leaves = [leaf for leaf in leaves_of(section) if leaf is not section and leaf.heading]
        headed = sum(
            bool(leaf.heading and leaf.heading.level) and self.is_plain_entry(leaf) for leaf in leaves
        )
        marked = any(isinstance(block, Definition | Table) for block in section.blocks)
        if marked or not (headed >= _MIN_HEADED or self.is_listing(section) or self._is_around(section)):
            return False
        texts = [block for block in section.blocks if isinstance(block, Item | Paragraph)]
        listing = likeliest_form(restored(texts, self.is_label), sure=True)
        return listing is None or listing.is_remark

    def _is_around(self, section: Section) -> bool:
        """Tell the text below a title that is no list's, above a glossary of its own."""
        titled = section.heading is not None and not self.names_collection(section.title)
        return titled and any(map(self.is_collection_with_terms, section.children))

    def parts_bold_terms(self, section: Section) -> bool:
        """Tell a heading right below which a run of terms in bold stands, as beside them headings are no terms."""
        bold = [child for child in section.children if child.heading and not child.heading.level]
        texts = [block.span.text for block in section.blocks if isinstance(block, Paragraph)]
        leads = not section.blocks or (
            len(texts) == len(section.blocks) == 1 and bool(_OF_TERMS.search(texts[0]))
        )
        headed = section.heading is not None and section.heading.level > 0 and leads
        plain = [child for child in bold if self.is_plain_entry(child) and not self._is_known(child)]
        most = len(plain) >= _MIN_LISTED and 4 * len(plain) >= (3 if section.blocks else 4) * len(bold)
        return headed and len(bold) == len(section.children) and most

    def is_introduced(self, section: Section, beside: Sequence[Section]) -> bool:
        """Tell a text below the title of a group of terms, where most sections beside it are groups without one."""
        if not lead_of(section) or not self.are_plain(section.children):
            return False
        texts = [block for block in section.blocks if isinstance(block, Paragraph)]
        groups = [each for each in beside if not each.blocks and self.are_plain(each.children)]
        return len(texts) == len(section.blocks) == 1 and len(groups) >= 2 and 2 * len(groups) > len(beside)

    def is_of_writers(self, section: Section) -> bool:
        """Tell whether a section is about those who write or read, and holds no terms whatever its title says.

        So is a paragraph of a law, "§ 3 Permits", but for the one of its definitions.
        """
        if _OF_LAW.match(section.title):
            return not (is_of_definitions(section.title) or self.names_collection(section.title))
        if section.children or not speaks_of_writers(section.title):
            return False
        return not (self.is_table(section) or self.lists_terms(section, section.title))

    def _known_and_unknown(self, children: Sequence[Section]) -> tuple[list[Section], list[Section]]:
        known = list(map(self._is_known, children))
        return list(compress(children, known)), list(compress(children, map(not_, known)))

    def _is_known(self, section: Section) -> bool:
        """Tell a section that articles of any kind have, or whose title asks or speaks of those who write."""
        title = section.title
        known = self.announcer.knows(title) or self._announces_names(section)
        return known or title.endswith("?") or speaks_of_writers(title)

    def _announces_names(self, section: Section) -> bool:
        """Tell a section with names of the term above it: "Abbreviation", "Other names"."""
        meaning = (
            self.titles.read(section.title) if len(section.blocks) == 1 and not section.children else None
        )
        return meaning is not None and meaning.sure and meaning.kind in ("abbreviation", "synonym")
