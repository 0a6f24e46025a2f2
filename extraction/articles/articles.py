"""An article: one term told of in sections, with tables, related terms and questions."""

from __future__ import annotations

import math
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from rolegraph.extraction.articles.front_fields import FrontFields
from rolegraph.extraction.articles.inner_terms import explained, holds_no_terms
from rolegraph.extraction.articles.known_names import KnownNames
from rolegraph.extraction.articles.name_lists import (
    are_names,
    is_prose,
    is_stray,
    leading_to_terms,
    names_listed,
    only_links,
    points,
)
from rolegraph.extraction.articles.own_definitions import (
    define_by_answer,
    define_by_sentence,
    defined_as,
    defined_first,
    name_by_ending,
    names_carried,
)
from rolegraph.extraction.articles.steps import in_steps, steps_below
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.entries import Announced, Asked, Entry, Passage, Reference, Skip
from rolegraph.extraction.layout.block_places import first_span, line_of
from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.layout.led_items import with_led_items
from rolegraph.extraction.layout.list_titles import names_list
from rolegraph.extraction.layout.patterns import cut, read_pair, split_question, without_mark
from rolegraph.extraction.layout.section_shapes import opens_with
from rolegraph.extraction.layout.sections import is_of_kinds, with_parts_nested
from rolegraph.extraction.layout.term_links import leads_to_terms
from rolegraph.extraction.names.heads import asked_term, is_abbreviation, read_head
from rolegraph.graph.names import fold, slug
from rolegraph.ontology import RG, Ontology
from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.forms.entry_list import EntryList
    from rolegraph.extraction.layout.sections import Announcer, Section

__all__ = ["SILENT", "ArticleReader"]

SILENT = frozenset({"references", "furniture"})
_OF_ROLES = frozenset(
    RG + name for name in ("responsibleFor", "requiresSkill", "reportsTo", "employs", "hasLevel", "memberOf")
)
# What a heading announces of items that can be terms of their own, where their texts say what they are.
_EXPLAINED = frozenset({"", "broader", "measuredBy", "partOf", "requiresSkill", "uses", "distinctFrom"})
_OF_PARTS = re.compile(
    r"what (?:does|do|is|are) .{2,60} (?:include|contain|cover|comprise|consist of|made (?:up )?of|made from)\b"
    r"|what .{2,60} (?:is|are) made (?:up )?of\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_FEWEST_BELOW = 3
_NOT_NEEDED = re.compile(r"\b(?:need|require|required|needed|necessary|essential)\b", re.IGNORECASE)
# Headings of what many read, or of all there is, which is not related to what the page is on.
_OF_SITE = re.compile(
    r"(?:.*\b)?(?:popular|recent|latest|trending|top|all|new|featured|browse|nearby|contents|on this page|menu"
    r"|navigation|search|tags|categories|beliebte?|neueste|alle|populaires|récents|tous|populares|recientes|todos)\b",
    re.IGNORECASE,
)
# Of the furniture of a page, headings of what else there is to read, but not "Contact" and "Opening hours".
_TO_OTHERS = re.compile(
    r"^(?!.*\b(?:services|products|courses|videos|solutions)$)(?:.*\b)?(?:related|more|further|other|others|also|explore|recommended"
    r"|next|reading|terms|entries|words|weitere\w*|mehr|verwandte\w*|ähnliche\w*|auch|autres?|plus|aussi|liés|otr[ao]s|más"
    r"|también|relacionad[ao]s)\b",
    re.IGNORECASE,
)
# A line of links with more characters than this is not quoted whole for each of them.
_LONG_LINE = 400


class ArticleReader:
    """Reads a section, or a whole document, as one entry."""

    def __init__(self, entries: EntryList, ontology: Ontology, announcer: Announcer) -> None:
        self.list, self.ontology, self.announcer = entries, ontology, announcer
        self.document = entries.document
        self.front = FrontFields(entries, ontology)
        self.names = KnownNames(entries.entries)

    def read(
        self, head: str, section: Section, line: int, *, front_matter: bool = False, bare: bool = False
    ) -> None:
        """Read a section, or a whole document, as one entry; one without any text counts where it may be ``bare``."""
        entry = self.list.new(head, line)
        entry.anchors += _anchors(section)
        if front_matter:
            self.front.read(entry)
        self._body(entry, self._without_entries(entry, section), None)
        define_by_sentence(entry)
        define_by_answer(entry)
        self._define_others(entry)
        name_by_ending(entry)
        if front_matter:
            self.front.describe(entry)
            self.front.relate(entry)
        announced = any(passage.announced for passage in entry.passages)
        if announced and entry.definition is None:
            self._as_role(entry)
        elif not entry.label or not (
            entry.definition or entry.references or len(entry.names()) > 1 or (bare and not section.blocks)
        ):
            self.names.remove(entry)
            self.list.skipped.append(
                Skip(self.document.name, line, entry.label, "a title with no text below it")
            )
            return
        self.names.keep(entry)

    def _as_role(self, entry: Entry) -> None:
        """Make a role of an entry that nothing defines, where two of its sections tell what only roles have."""
        told = {passage.announced.relation for passage in entry.passages if passage.announced}
        if not entry.classes and len(told & _OF_ROLES) > 1:
            entry.classes.append(RG + "Role")

    def _body(self, entry: Entry, section: Section, announced: Announced | None) -> None:
        """Read the blocks and sub-sections of an entry."""
        blocks, start = list(with_led_items(section.blocks)), len(entry.passages)
        for block in blocks:
            self._block(entry, block, announced)
        part = Reading(self.ontology.relation_type("partOf"), True)
        entry.passages[start:] = in_steps(entry.passages[start:], section.title, blocks, part)
        entry.passages += steps_below(section, part)
        for child in with_parts_nested(section.children, self.announcer, entry.bare):
            kind = self.announcer.kind(child.title)
            relation = self._announced(entry, child.title, kind)
            if denies(child.title):
                self._denied(entry, child)
            elif not _OF_SITE.match(child.title) and (links := leading_to_terms(child)):
                self._related(entry, child._replace(blocks=links))
            elif kind in SILENT and not (_TO_OTHERS.search(child.title) and self._relates_to(entry, child)):
                self.skip_section(child, f"{kind} section")
            elif kind == "questions":
                self._questions(entry, child)
            elif child.title.endswith("?") and kind != "definition":
                self._ask_of_other(entry, child)
                self._question(entry, self._without_terms(entry, child, None, kind))
            elif relation and relation.relation.name == "related":
                self._related(entry, child)
                for below in child.children:
                    self._related_below(entry, below)
            elif (names := self._kind_of_names(child)) and are_names(child):
                self._named(entry, child, short=names == "abbreviation")
            elif not (kind or relation) and (name := self._defined_in(entry, child, announced)):
                self._body(self._own_part(name, child), child._replace(blocks=child.blocks[1:]), None)
            else:
                told = Announced.of(relation, child.title) if relation else None
                child = self._without_terms(entry, child, told, kind)
                first = len(entry.passages)
                if kind == "definition" and entry.definition is None:
                    child = _with_definition_told(child)
                self._body(entry, child, told or self._gone_on(entry, child, announced if not kind else None))
                if kind == "examples":
                    named = (passage._replace(example=child.title) for passage in entry.passages[first:])
                    entry.passages[first:] = named

    def _gone_on(self, entry: Entry, child: Section, announced: Announced | None) -> Announced | None:
        """Give what a heading announces of the items further down; one above a text is itself such an item."""
        start = child.blocks[0] if child.blocks else None
        if announced is None or child.heading is None or not isinstance(start, Paragraph):
            return announced
        if not start.span.text.rstrip().endswith(":"):
            span = child.heading.span
            title = cut(span, span.text.find(child.title), span.text.find(child.title) + len(child.title))
            entry.passages.append(Passage(title, announced, item=True))
        return None

    def _announced(self, entry: Entry, title: str, kind: str) -> Reading | None:
        """Give the relation that the heading of a part announces; one that only explains may tell more in its words."""
        if kind in ("", "explanation"):
            titles = dict.fromkeys([title, _with_label(title, entry)])
            return next(filter(None, (self.announcer.part(each, entry.bare) for each in titles)), None)
        return self.announcer.relation(title)

    def _denied(self, entry: Entry, section: Section) -> None:
        """Read a section of what is not so; it defines nothing, and its tables and pointers say nothing."""
        definition, references, tables = entry.definition, len(entry.references), len(entry.tables)
        name = "requiresSkill" if _NOT_NEEDED.search(section.title) else "responsibleFor"
        first, denied = len(entry.passages), Reading(self.ontology.relation_type(name), False)
        self._body(entry, section, Announced.of(denied, section.title))
        entry.passages[first:] = [passage._replace(denied=True) for passage in entry.passages[first:]]
        entry.definition = definition
        del entry.references[references:], entry.tables[tables:]

    def _block(self, entry: Entry, block: Block, announced: Announced | None) -> None:
        if isinstance(block, Table):
            if not self.list.read_record(entry, block):
                entry.tables.append(block)
            entry.reach(block.rows[-1].line if block.rows else block.line)
        elif isinstance(block, Definition):
            if block.details and block.term.text in block.details[0].text:
                self._defined_by_the_way(entry, block)
            else:
                entry.passages.extend(Passage(span, announced) for span in block.details)
        elif isinstance(block, Paragraph) and leads_to_terms(block.span):
            self._refer_to_all(entry, block.span)
        elif not isinstance(block, Heading):
            is_item = isinstance(block, Item)
            if announced is None:
                self.list.go_on(entry, block.span, item=is_item, gloss=False)
            else:
                if not is_item:
                    self.list.name(entry, block.span)
                entry.passages.append(Passage(block.span, announced, item=is_item))
            entry.reach(block.span.starts[-1][1])
            for more in block.more if isinstance(block, Item) else ():
                if announced is None:
                    self.list.go_on(entry, more, item=True)
                else:
                    entry.passages.append(Passage(more, announced))

    def _defined_by_the_way(self, entry: Entry, block: Definition) -> None:
        """Make an entry of a term that a paragraph of an article defines."""
        text = block.details[0]
        if entry.definition is None:
            self.list.define(entry, text)
        inner = self.list.new(block.term.text, block.term.line)
        inner.anchors += block.term.anchors
        if self.list.define(inner, text):
            self.list.go_on(inner, text)

    def _question(self, entry: Entry, section: Section) -> None:
        pointers = [block for block in section.blocks if isinstance(block, Paragraph) and points(block.span)]
        for block in pointers:
            self._block(entry, block, None)
        if section.heading:
            answers = [
                without_mark(block.span)
                for block in section.blocks
                if isinstance(block, Paragraph | Item) and block not in pointers
            ]
            entry.tables += [block for block in section.blocks if isinstance(block, Table)]
            if answers:
                entry.questions.append(Asked(without_mark(section.heading.span), tuple(answers)))
                entry.reach(answers[-1].starts[-1][1])
        for child in section.children:
            self._question(entry, child)

    def _questions(self, entry: Entry, section: Section) -> None:
        """Read a section of questions: below headings, in one item with their answer, or as definition pairs."""
        asked: Span | None = None
        for block in section.blocks:
            if isinstance(block, Definition):
                self._ask(entry, block.term, block.details)
            elif isinstance(block, Item | Paragraph):
                asked = self._asked(entry, block, asked)
        for child in section.children:
            relation = self.announcer.relation(child.title)
            if relation and relation.relation.name == "related":
                self._related(entry, child)
            else:
                asks = child.title.endswith("?") or self.announcer.kind(child.title)
                self._question(entry, child if asks else self._without_terms(entry, child, None, ""))

    def _asked(self, entry: Entry, block: Item | Paragraph, asked: Span | None) -> Span | None:
        """Read a block of questions; one that is only a question is asked, and answered by the next."""
        question, answer = split_question(without_mark(block.span))
        more = block.more if isinstance(block, Item) else ()
        if question and (answer or more):
            self._ask(entry, question, (*((answer,) if answer else ()), *more))
            return None
        if question:
            return question
        if asked is not None:
            self._ask(entry, asked, (without_mark(block.span), *more))
        else:
            self.list.skip(block.span, "no question with an answer")
        return None

    def _ask(self, entry: Entry, question: Span, answers: Sequence[Span]) -> None:
        entry.questions.append(Asked(without_mark(question), tuple(without_mark(span) for span in answers)))
        entry.reach(answers[-1].starts[-1][1])

    def _related(self, entry: Entry, section: Section) -> None:
        """Read a list of related terms: each a reference, and an entry where it has a gloss."""
        listed = False
        for block in section.blocks:
            listed = listed or isinstance(block, Item)
            if isinstance(block, Definition):
                self._refer(entry, read_head(block.term.text).label, block.term)
                if block.details:
                    self._explain(block.term.text, block.term.line, block.details[0])
                continue
            if not isinstance(block, Item | Paragraph) or (listed and is_stray(block)):
                continue
            if isinstance(block, Item) and block.more and only_links(block.span):
                self._explain(block.span.text, block.span.line, block.more[0])
            pair = None if only_links(block.span) else read_pair(block.span)
            if (
                isinstance(block, Paragraph)
                and not pair
                and not block.span.links
                and is_prose(block.span.text)
            ):
                self._block(entry, block, None)
                continue
            if pair and pair.definition is not None and only_links(pair.definition):
                block, pair = Paragraph(pair.definition), None
            if pair:
                self._refer(entry, read_head(pair.head).label, block.span)
            else:
                self._refer_to_all(entry, block.span)
            entry.reach(block.span.starts[-1][1])
            if pair and pair.definition is not None:
                self._explain(pair.head, block.span.line, pair.definition)

    def _explain(self, head: str, line: int, told: Span) -> Entry:
        """Make an entry of a term that an article explains by the way."""
        entry, text = self._define_other(head, line, told)
        if text:
            entry.passages.append(Passage(text, gloss=True))
        return entry

    def _define_other(self, head: str, line: int, told: Span) -> tuple[Entry, Span | None]:
        """Make an entry of another term than that of the article; give it, and what is left to be read of its text."""
        other = self.list.new(head, line)
        other.gloss = True
        return other, self.list.define(other, told)

    def _without_terms(
        self, entry: Entry, section: Section, announced: Announced | None, kind: str, *, of_kind: bool = False
    ) -> Section:
        """Make entries of the terms that a section explains; give what is left to be read of it.

        What a heading announces is told of the items below it, whether they are terms or not; the section of a term
        that is one ``of_kind`` goes on with kinds of it.
        """
        name = self.ontology.relation_types[announced.relation].name if announced else ""
        kinds = not name and is_of_kinds(section.title)
        listed = kinds or name == "broader" or names_list(section.title)
        if kind not in ("", "collection") or name not in _EXPLAINED or holds_no_terms(section.title):
            return section
        found = explained(section, self._is_known, listed=listed or of_kind)
        top = min((term.line for term in found.terms), default=math.inf)
        here = takewhile(lambda each: each.first >= top, reversed(self.list.entries))
        known = {(each.first, fold(each.label)) for each in here}
        new = (term for term in found.terms if (term.line, fold(term.head)) not in known)
        for term in new:
            told = self._explain(term.head, term.line, term.gloss)
            if term.link is not None and not announced:
                self._refer(entry, told.label, term.link)
            if term.part is not None:
                inner = self._without_terms(told, term.part, None, "", of_kind=found.of_kinds)
                for block in inner.blocks:
                    self._block(told, block, None)
            for span in term.more:
                self.list.go_on(told, span)
            if kinds or _OF_PARTS.match(section.title):
                reading = Reading(self.ontology.relation_type("broader" if kinds else "partOf"), True)
                entry.references.append(Reference.by(reading, told.label, term.gloss))
        if announced:
            return section
        return section._replace(
            blocks=tuple(block for place, block in enumerate(section.blocks) if place not in found.blocks),
            children=tuple(part for place, part in enumerate(section.children) if place not in found.parts),
        )

    def _without_entries(self, entry: Entry, section: Section) -> Section:
        """Make entries of the terms that an article explains right below its own text, where these are most of it."""
        titles = [f" {fold(child.title)} " for child in section.children]
        own = [f" {fold(name)} " for name in (entry.bare, *entry.names())]
        tells = any(name in title for name in own for title in titles)  # "Examples of toil"
        tells = tells or any(
            isinstance(block, Item) for child in section.children for block in child.blocks[:1]
        )
        if tells or len(explained(section, self._is_known).terms) < _FEWEST_BELOW:
            return section
        return self._without_terms(entry, section, None, "")

    def _defined_in(self, entry: Entry, section: Section, above: Announced | None) -> str:
        """Give the term of a section whose text begins by defining what its heading names; empty for others.

        What a heading ``above`` names as parts of the entry are no terms of their own.
        """
        if above is not None and above.of_parts:
            return ""
        first = next(iter(section.blocks), None)
        name = defined_as(section.title, first.span, entry.language) if isinstance(first, Paragraph) else ""
        inside = f" {fold(name)} " in f" {fold(entry.label)} "
        return "" if inside or self._is_known(name) or self.names.holds(fold(name), entry) else name

    def _own_part(self, name: str, section: Section) -> Entry:
        """Make an entry of the term that a section is on."""
        first, *_ = section.blocks
        return self._explain(name, line_of(section.heading or first), first_span(first))

    def _relates_to(self, entry: Entry, section: Section) -> bool:
        """Read a section of what else there is on a site, if it says of most of that what it is."""
        found = explained(section, self._is_known)
        for term in found.terms:
            told = self._explain(term.head, term.line, term.gloss)
            self._refer(entry, told.label, term.gloss)
        return bool(found.terms)

    def _ask_of_other(self, entry: Entry, section: Section) -> None:
        """Make an entry of another term that a heading asks for: "What is a mooring buoy?"."""
        name, first = asked_term(section.title), next(iter(section.blocks), None)
        if not name or not isinstance(first, Paragraph) or not opens_with(first.span, name):
            return
        if not self.names.holds(fold(name), entry):
            self._define_other(name, first.span.line, first.span)

    def _define_others(self, entry: Entry) -> None:
        """Make entries of the terms that paragraphs begin by defining: "A mooring buoy is a float that …"."""
        texts = [each.span for each in entry.passages if each.span != entry.definition]
        texts += [asked.answers[0] for asked in entry.questions if asked.answers]
        for span in texts:
            name = defined_first(span, entry.language)
            label = fold(read_head(name).label)
            inside = f" {label} " in f" {fold(entry.label)} " or names_carried(label, entry.names())
            if name and not inside and not self.names.holds(label, entry):
                self._define_other(name, span.line, span)

    def _is_known(self, title: str) -> bool:
        meaning = self.list.titles.read(title)
        return self.announcer.knows(title) or (meaning is not None and meaning.sure)

    def _kind_of_names(self, section: Section) -> str:
        """Tell a section whose title says that names stand below it, and of which kind: "Synonyms", "Acronym"."""
        relation, meaning = self.announcer.relation(section.title), self.list.titles.read(section.title)
        if relation and relation.relation.name == "synonymOf":
            return "synonym"
        return (
            meaning.kind if meaning and meaning.sure and meaning.kind in ("abbreviation", "synonym") else ""
        )

    def _named(self, entry: Entry, section: Section, *, short: bool) -> None:
        """Take the items below "Synonyms" or "Abbreviation" for other names."""
        for block in section.blocks:
            if isinstance(block, Item | Paragraph):
                for name in names_listed(block.span):
                    entry.add_name(name, abbreviation=short or is_abbreviation(name, entry.label))
                entry.reach(block.span.line)

    def _refer_to_all(self, entry: Entry, span: Span) -> None:
        """Note the related terms of a line; of a long one the links are quoted, and not the line for each of them."""
        if len(span.text) <= _LONG_LINE or not span.links:
            for name in names_listed(span):
                self._refer(entry, read_head(name).label, span)
            return
        for link in (cut(span, link.start, link.end) for link in span.links):
            self._refer(entry, read_head(link.text).label, link)

    def _refer(self, entry: Entry, name: str, span: Span) -> None:
        """Note a related term; the heading over a list of such is like the label of a field, and names terms alone."""
        related = self.ontology.relation_type("related").iri if len(name.split()) <= _MOST_WORDS else ""
        entry.references.append(Reference(name, span, relation=related))

    def _related_below(self, entry: Entry, section: Section) -> None:
        """Read a related term that stands in a heading, and what is said of it."""
        lead = next((block.span for block in section.blocks if isinstance(block, Paragraph)), None)
        if section.heading is None or self.announcer.knows(section.title):
            return
        self._refer(entry, read_head(section.title).label, section.heading.span)
        if lead is not None:
            self._explain(section.title, section.heading.span.line, lead)

    def skip_section(self, section: Section, reason: str) -> None:
        """Note a section that is not about terms."""
        if section.heading:
            self.list.skip(section.heading.span, reason)


def _with_label(title: str, entry: Entry) -> str:
    """Write the label for the abbreviation in a heading: "Types of SLAs"."""
    for short in entry.abbreviations:
        title = re.sub(rf"\b{re.escape(short)}s?\b", lambda _: entry.bare, title)
    return title


def _with_definition_told(section: Section) -> Section:
    """Make a text of the first item below "Definition", where nothing but items stands there."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Item):
        return section
    more = (first._replace(span=span, more=()) for span in first.more)
    return section._replace(blocks=(Paragraph(first.span), *more, *section.blocks[1:]))


def _anchors(section: Section) -> list[str]:
    """Give the names by which links lead to a heading: its own, and those that GitHub and others make of its words."""
    if section.heading is None:
        return []
    span = section.heading.span
    made = re.sub(r"[^\w\- ]", "", span.text.lower()).replace(" ", "-")
    return list(dict.fromkeys((*span.anchors, made, slug(span.text))))
