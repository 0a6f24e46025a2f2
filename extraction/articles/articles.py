"""An article: one term told of in sections, with tables, related terms and questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.articles.front_fields import FrontFields
from rolegraph.extraction.articles.steps import in_steps
from rolegraph.extraction.articles.tellings import tellings
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.entries import Announced, Asked, Entry, Passage, Reference, Skip
from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.layout.led_items import with_led_items
from rolegraph.extraction.layout.patterns import cut, read_pair, split_question, without_mark
from rolegraph.extraction.layout.term_links import leads_to_terms
from rolegraph.extraction.names.heads import is_abbreviation, read_head
from rolegraph.extraction.words.pointing_words import POINTING_FIRST
from rolegraph.graph.names import fold, slug
from rolegraph.ontology import RG, Ontology
from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.forms.entry_list import EntryList
    from rolegraph.extraction.layout.sections import Announcer, Section

__all__ = ["SILENT", "ArticleReader", "has_words_linked"]

SILENT = frozenset({"references", "furniture"})
_OF_ROLES = frozenset(
    RG + name for name in ("responsibleFor", "requiresSkill", "reportsTo", "employs", "hasLevel", "memberOf")
)
_PARTING = re.compile(r"[,;|]|\s/\s")
_MOST_WORDS = 6
_STOPS, _MAX_BEFORE = frozenset('.!?:;…"”)'), 4
_POINTS = re.compile(rf"(?:{POINTING_FIRST}|related terms)\s*:\s", re.IGNORECASE)
_NOT_NEEDED = re.compile(r"\b(?:need|require|required|needed|necessary|essential)\b", re.IGNORECASE)
# Headings of what many read, or of all there is, which is not related to what the page is on.
_OF_SITE = re.compile(
    r"(?:.*\b)?(?:popular|recent|latest|trending|top|all|new|featured|browse|nearby|contents|on this page|menu"
    r"|navigation|search|tags|categories|beliebte?|neueste|alle|populaires|récents|tous|populares|recientes|todos)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:(?:an?|the)\s+)?(.{2,60}?)(?:\s*\([^()]{2,60}\))?(?:,[^,.]{2,60},)?\s+"
    r"(?:is|are|refers? to|means|stands for|offers|provides|measures?|describes?|denotes?|represents?|involves?)\s",
    re.I,
)
_BIDS = re.compile(
    r"(?:discover|learn|find out|explore|read on|see)\s(?:about\s|what\s|how\s|the\s|to\s)", re.I
)
_SPELLS = re.compile(
    r"[^.]{2,80}?\s(?:is|are)\s(?:an?\s|the\s)?(?:abbreviation|acronym|initialism|short form|short)\s(?:for|of)\s"
    r"(?:an?\s|the\s)?[\"“]?([^.]{3,80}?)[\"”]?\.",
    re.I,
)


class ArticleReader:
    """Reads a section, or a whole document, as one entry."""

    def __init__(self, entries: EntryList, ontology: Ontology, announcer: Announcer) -> None:
        self.list, self.ontology, self.announcer = entries, ontology, announcer
        self.document = entries.document
        self.front = FrontFields(entries, ontology)

    def read(
        self, head: str, section: Section, line: int, *, front_matter: bool = False, bare: bool = False
    ) -> None:
        """Read a section, or a whole document, as one entry; one without any text counts where it may be ``bare``."""
        entry = self.list.new(head, line)
        entry.anchors += _anchors(section)
        if front_matter:
            self.front.read(entry)
        self._body(entry, section, None)
        _define_by_sentence(entry)
        _define_by_answer(entry)
        self._name_short(entry)
        if front_matter:
            self.front.describe(entry)
            self.front.relate(entry)
        announced = any(passage.announced for passage in entry.passages)
        if announced and entry.definition is None:
            self._as_role(entry)
        elif not entry.label or not (
            entry.definition or entry.references or len(entry.names()) > 1 or (bare and not section.blocks)
        ):
            self.list.entries.remove(entry)
            self.list.skipped.append(
                Skip(self.document.name, line, entry.label, "a title with no text below it")
            )

    def _name_short(self, entry: Entry) -> None:
        """Name an entry by the end of its label too, where the text says what that is: "The retrospective is …"."""
        words, named = fold(entry.label, entry.language).split(), set(map(fold, entry.names()))
        texts = [entry.definition] if entry.definition else []
        texts += [passage.span for passage in entry.passages[:_MAX_BEFORE] if not passage.item]
        texts += [asked.answers[0] for asked in entry.questions[:_MAX_BEFORE] if asked.answers]
        openings = [
            (span, each)
            for span in texts
            for each in tellings(span, entry.language)
            if each.first and each.sure
        ]
        whole = any(fold(each.head.label, entry.language) in named for _, each in openings)
        for span, told in openings if len(words) > 1 else ():
            short = fold(told.head.label, entry.language)
            definite = (
                not whole or span.text[:4].casefold() == "the "
            )  # "Risk is …" beside "Vendor risk is …"
            if definite and short not in named and short.split() == words[len(words) - len(short.split()) :]:
                entry.add_name(told.head.label, abbreviation=False)
                named.add(short)

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
        for child in section.children:
            kind = self.announcer.kind(child.title)
            relation = self._announced(entry, child.title, kind)
            if denies(child.title):
                self._denied(entry, child)
            elif not _OF_SITE.match(child.title) and (links := _leading_to_terms(child)):
                self._related(entry, child._replace(blocks=links))
            elif kind in SILENT:
                self.skip_section(child, f"{kind} section")
            elif kind == "questions":
                self._questions(entry, child)
            elif child.title.endswith("?") and kind != "definition":
                self._question(entry, child)
            elif relation and relation.relation.name == "related":
                self._related(entry, child)
                for below in child.children:
                    self._related_below(entry, below)
            elif (names := self._kind_of_names(child)) and _are_names(child):
                self._named(entry, child, short=names == "abbreviation")
            else:
                told = Announced.of(relation, child.title) if relation else None
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
            for name in _names_listed(block.span):
                self._refer(entry, read_head(name).label, block.span)
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
        pointers = [block for block in section.blocks if isinstance(block, Paragraph) and _points(block.span)]
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
                self._question(entry, child)

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
                self._gloss(block.term.text, block.term, *block.details[:1])
                continue
            if not isinstance(block, Item | Paragraph) or (listed and _is_stray(block)):
                continue
            pair = None if _only_links(block.span) else read_pair(block.span)
            if (
                isinstance(block, Paragraph)
                and not pair
                and not block.span.links
                and _is_prose(block.span.text)
            ):
                self._block(entry, block, None)
                continue
            if pair and pair.definition is not None and _only_links(pair.definition):
                block, pair = Paragraph(pair.definition), None
            for name in [pair.head] if pair else _names_listed(block.span):
                self._refer(entry, read_head(name).label, block.span)
            entry.reach(block.span.starts[-1][1])
            if pair and pair.definition is not None:
                self._gloss(pair.head, block.span, pair.definition)

    def _gloss(self, head: str, at: Span, *texts: Span) -> None:
        """Make an entry of a related term that is told of where it is named."""
        for text in texts:
            gloss = self.list.new(head, at.line)
            gloss.gloss = True
            if told := self.list.define(gloss, text):
                gloss.passages.append(Passage(told, gloss=True))

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
                for name in _names_listed(block.span):
                    entry.add_name(name, abbreviation=short or is_abbreviation(name, entry.label))
                entry.reach(block.span.line)

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
            self._gloss(section.title, section.heading.span, lead)

    def skip_section(self, section: Section, reason: str) -> None:
        """Note a section that is not about terms."""
        if section.heading:
            self.list.skip(section.heading.span, reason)


def _with_label(title: str, entry: Entry) -> str:
    """Write the label for the abbreviation in a heading: "Types of SLAs"."""
    for short in entry.abbreviations:
        title = re.sub(rf"\b{re.escape(short)}s?\b", lambda _: entry.bare, title)
    return title


def _define_by_sentence(entry: Entry) -> None:
    """Define an entry by the first sentence that says what it is, where what stands before it does not.

    So do a line without a stop, a sentence that bids the reader read on, and one that only spells the term out.
    """
    first = entry.definition
    if first is None or (first.text[-1:] in _STOPS and not _says_nothing(first.text, entry)):
        return
    texts = [passage.span for passage in entry.passages[:_MAX_BEFORE] if not passage.item]
    texts += [asked.answers[0] for asked in entry.questions[:_MAX_BEFORE]]
    names = {fold(name) for name in entry.names()}
    told = (span for span in texts if not _says_nothing(span.text, entry))
    said = (span for span in told if (match := _SAYS.match(span.text)) and fold(match[1]) in names)
    entry.definition = next(said, first)


def _define_by_answer(entry: Entry) -> None:
    """Define an entry without a definition by the answer to "What does toil mean?", which says what it is."""
    names = {fold(name) for name in entry.names()}
    answers = (asked.answers[0] for asked in entry.questions[:1] if asked.answers)
    said = (span for span in answers if (match := _SAYS.match(span.text)) and fold(match[1]) in names)
    entry.definition = entry.definition or next(said, None)


def _says_nothing(text: str, entry: Entry) -> bool:
    """Tell a sentence that bids the reader read on, or that only gives the full name of the term."""
    spelled = _SPELLS.fullmatch(text)
    names = {fold(name) for name in entry.names()}
    return bool(_BIDS.match(text)) or (spelled is not None and fold(spelled[1]) in names)


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


def _points(span: Span) -> bool:
    """Tell a line that only points to related terms, which answers no question above it: "See also: toil"."""
    return _POINTS.match(span.text) is not None and not _is_prose(span.text)


def _is_stray(block: Item | Paragraph) -> bool:
    """Tell a few words behind a list of names, without a link, as stand at the foot of a page."""
    return isinstance(block, Paragraph) and not block.span.links and read_pair(block.span) is None


def _are_names(section: Section) -> bool:
    """Tell whether a section is nothing but names, in items or between commas, and no sentences with links."""
    spans = [block.span for block in section.blocks if isinstance(block, Item | Paragraph)]
    if any(span.links and _is_prose(span.text) and not _only_links(span) for span in spans):
        return False
    names = [name for span in spans for name in _names_listed(span)]
    if any(span.text.endswith(".") and len(span.text.split()) > _MOST_WORDS for span in spans):
        return any(span.links for span in spans)  # a sentence, unless it is links
    whole = len(spans) == len(section.blocks) and not section.children
    return (
        whole and bool(names) and all(len(name.split()) <= _MOST_WORDS and ":" not in name for name in names)
    )


def _leading_to_terms(section: Section) -> tuple[Block, ...]:
    """Give what a section has of links to other terms, if that is all, whatever its heading says: "Read next".

    What stands below a list of them is of the page.
    """
    texts = [block for block in section.blocks if isinstance(block, Item | Paragraph)]
    listed = [block for block in texts if isinstance(block, Item)] or texts
    return tuple(listed) if not section.children and all(leads_to_terms(each.span) for each in listed) else ()


def _is_prose(text: str) -> bool:
    """Tell sentences from a list of names."""
    return text.rstrip().endswith((".", "!", "?")) and len(text.split()) > 3


def has_words_linked(span: Span) -> bool:
    """Tell whether some words of a text are links, and not all of it is one."""
    return bool(span.links) and not _only_links(span)


def _only_links(span: Span) -> bool:
    """Tell whether a text is nothing but links and what stands between them."""
    return sum(link.end - link.start for link in span.links) >= 0.7 * len(span.text)


def _names_listed(span: Span) -> list[str]:
    """Give the names in an item of related terms: its links, or what signs separate."""
    if span.links:
        return [span.text[link.start : link.end] for link in span.links]
    return [name for part in _PARTING.split(span.text) if (name := part.strip(' ."“”„«»'))]
