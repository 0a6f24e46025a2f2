"""Reads the roles of a page as entries: their prose, duties, labelled fields, levels and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.articles.articles import ArticleReader
from rolegraph.extraction.claims.classes import Classifier
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.deeds.duties import opens_with_verb, subjectless_verb
from rolegraph.extraction.entries import Announced, Entry, Passage, Reference
from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.layout.sections import all_sections
from rolegraph.extraction.names.abbreviations import is_abbreviation
from rolegraph.extraction.roles.career_paths import path
from rolegraph.extraction.roles.comparisons import compared, names_first, other_of
from rolegraph.extraction.roles.fields import Field, fields, values
from rolegraph.extraction.roles.further_names import OTHER_NAMES, initials_used, names_below
from rolegraph.extraction.roles.holders import named_first, said_of
from rolegraph.extraction.roles.role_items import asks_for
from rolegraph.extraction.roles.role_pages import RolePage, RoleSection, seniority
from rolegraph.extraction.roles.role_tables import cells_of, lines, without_columns
from rolegraph.extraction.roles.text_openings import (
    ends_as_sentence,
    is_bidding,
    is_headed,
    opens_as_duty,
    says_what,
    tells_of,
    without_lead_in,
)
from rolegraph.extraction.roles.title_places import place_of
from rolegraph.extraction.roles.trait_tables import traits
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold
from rolegraph.ontology import RG
from rolegraph.readers import Block, Definition, Item, Paragraph, Row, Span, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.extraction.forms.entry_list import EntryList
    from rolegraph.extraction.layout.sections import Section
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.ontology import Ontology

__all__ = ["RoleReader"]

_SIDES = re.compile(
    r"(?:in|ex)(?:ternal(?:ly)?|terne?s?|ternas?|ternos?)(?: contacts| partners)?", re.IGNORECASE
)
_MOST_WORDS = 40  # of a paragraph that can be an item whose bullet was lost
_HEADED = re.compile(r"^[A-Z][^.:;]{2,60}:\s+(?=[A-Z])")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|has|we|you|our|your|this|it|please)\b|:$", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:summary|purpose|overview|mission|objective|description|definition|nature of work|(?:primary|major|"
    r"main|basic) function|résumé|finalité|"
    r"raison d['’]être|objectif|zweck|ziel|"
    r"zielsetzung|kurzbeschreibung|resumen|objetivo|propósito|misión|descripción)\b",
    re.IGNORECASE,
)
_DUTIES = frozenset({"responsibleFor", "requiresSkill"})
_TOLD_BY_VERBS = frozenset({"responsibleFor", "collaboratesWith", "uses", "produces", "supports"})
_SENTENCE = re.compile(
    r"(?:this|these|the|an?|you|they|it|he|she|being|strong|good)\b.*?\b(?:is|are|must|should|needs?|requires?|"
    r"will|can|have|"
    r"has|helps?|allows?|enables?)\b.*\.$",
    re.IGNORECASE | re.DOTALL,
)
_CALL = re.compile(
    r"(?:click|apply|visit|contact|e?-?mail|send|submit|call|learn|read)\b|(?:post|use|copy|share|customi[sz]e) this\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?\s+(?=\S)")
_SHARED = re.compile(r"\w+ or \w+ \w+$")  # "Gallery or museum guide" is one name
_HEADLINE = 10
_NEAR = 8  # letters before the name of a role that begins a text: "A Dock Nurse, or Chief Bandager treats …"
_FEWEST = 5
_OURS = re.compile(r"(?:we|our (?:team|group|department)|this (?:team|group|department))\b", re.IGNORECASE)
_MEMBERS = re.compile(
    r"^(?P<label>[^:.]{0,60}?\b(?:job titles|roles|positions|team members)):\s+(?=\S)", re.IGNORECASE
)
_LABELS = frozenset(
    {"field", "item", "attribute", "detail", "details", "category", "value", "description", ""}
)


class RoleReader(ArticleReader):
    """Reads the sections of a page of roles, each as an entry of class Role."""

    announcer: RoleAnnouncer

    def __init__(self, entries: EntryList, ontology: Ontology, announcer: RoleAnnouncer) -> None:
        super().__init__(entries, ontology, announcer)
        self._heading = ""
        self._done = self._acting = False

    def read_page(self, page: RolePage, *, front_matter: bool = False) -> None:
        """Read all roles of a page; sections of none are noted, but for tables of roles."""
        entries = [
            self._read_role(role, front_matter=front_matter and not number)
            for number, role in enumerate(page.roles)
        ]
        for offer in page.offers:
            reading = self._reading(offer.relation, inverse=offer.inverse)
            entries[0].references.append(Reference.by(reading, offer.name, offer.span))
        read = {id(role.span) for role in page.roles}
        for section in page.rest:
            self._rest(section, read)
            self._by_name(section, entries)

    def _by_name(self, section: Section, entries: list[Entry]) -> None:
        """Read sentences beside several roles that begin with the name of one: "A baker bakes. A cook cooks."."""
        self._contrast(section, entries)
        for block in (block for each in all_sections(section) for block in each.blocks):
            if (
                isinstance(block, Paragraph | Item)
                and len(entries) > 1
                and not _opens_with_bold(block.span, entries)
            ):
                self._sentences_by_name(block.span, entries)

    def _sentences_by_name(self, span: Span, entries: list[Entry]) -> None:
        current: Entry | None = None
        for sentence in sentences(span):
            part = cut(span, sentence.start, sentence.start + len(sentence.text))
            if part.text.startswith("Both ") and len(entries) == 2:
                for each in entries:
                    each.passages.append(Passage(part, role="prose"))
                continue
            current = next((each for each in entries if names_first(part.text, each.label)), current)
            if current is not None:
                self._text(current, part, None, item=False)

    def _contrast(self, section: Section, entries: list[Entry]) -> None:
        """State that two roles differ that the heading of a section compares."""
        names = [fold(name) for name in compared(section.title)]
        both = [next((each for each in entries if fold(each.label) == name), None) for name in names]
        if section.heading and len(both) == 2 and both[0] and both[1]:
            reading = self._reading("distinctFrom")
            both[0].references.append(Reference.by(reading, both[1].label, section.heading.span))

    def _read_role(self, role: RoleSection, *, front_matter: bool) -> Entry:
        span = role.span
        entry = self.list.new(role.title.head, span.line if span else 1)
        if _SHARED.match(role.title.label):
            entry.label = role.title.label
            entry.alternatives.clear()
        place = place_of(span.text, role.section, self._is_place) if span else ""
        if place and span is not None:
            entry.references.append(Reference.by(self._reading("locatedIn"), place, span))
        if role.title.other:
            entry.add_name(role.title.other, abbreviation=False)
        if front_matter:
            self.front.read(entry)
        if not entry.classes:
            entry.classes.append(RG + ("Team" if role.title.team else "Role"))
        if role.gloss is not None:
            self.list.define(entry, role.gloss)
        if short := initials_used(role.section, entry.label):
            entry.add_name(short, abbreviation=True)
        section, names = names_below(role.section)
        for name in names:
            entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))
        self._body(entry, section, None)
        self._define_by_subject(entry)
        if span is not None:
            self._levels(entry, role, span)
        return entry

    def _is_place(self, name: str) -> bool:
        return Classifier(self.ontology, {}).of_name(name) == (RG + "Place",)

    def _define_by_subject(self, entry: Entry) -> None:
        """Define a role by the first text that begins with its name, where what stands before it only speaks of it."""
        first = entry.definition
        texts = [passage.span for passage in entry.passages if passage.role == "prose"]
        said = (span for span in texts if named_first(span.text, entry.label))
        loose = first is not None and not said_of(first.text, entry.label) and not opens_with_verb(first.text)
        other = first is not None and fold(entry.label) in fold(first.text[: len(entry.label) + _NEAR])
        if first is not None and loose and not other and any(span.text == first.text for span in texts):
            entry.definition = next(said, first)

    def _levels(self, entry: Entry, role: RoleSection, span: Span) -> None:
        """State what the title says: the level, the role that it is a level of, the employer."""
        level = role.title.level or (seniority(entry.label) if role.family else "")
        for name, relation in ((level, "hasLevel"), (role.family, "broader")):
            if name and fold(name) != fold(entry.label):
                entry.references.append(Reference.by(self._reading(relation), name, span))
        if role.title.employer:
            entry.references.append(
                Reference.by(self._reading("employs", inverse=True), role.title.employer, span)
            )

    def _reading(self, relation: str, *, inverse: bool = False) -> Reading:
        return Reading(self.ontology.relation_type(relation), inverse)

    def _name(self, announced: Announced) -> str:
        return self.ontology.relation_types[announced.relation].name

    def _rest(self, section: Section, read: set[int]) -> None:
        """Note a section that tells of no role; a table in it may tell of several, and a path lead on."""
        entry = self.list.entries[0] if self.list.entries else None
        for block in section.blocks:
            if isinstance(block, Item | Paragraph) and entry is not None and path(block.span.text):
                entry.passages.append(Passage(block.span, role="path"))
            known = isinstance(block, Table) and any(id(cell) in read for cell in cells_of(block))
            if isinstance(block, Table) and entry is not None and not known:
                entry.tables.append(self._of_roles(block))
        if section.heading:
            self.list.skip(section.heading.span, "a section about no role")
            if entry is not None:
                self._without_terms(entry, section, None, self.announcer.kind(section.title))
        for child in section.children:
            self._rest(child, read)

    def _of_roles(self, table: Table) -> Table:
        """Leave out the columns that say nothing of roles in particular: "Scope" of a level."""
        dropped = {
            number
            for number, cell in enumerate(table.header)
            if self.announcer.column(cell.text) and self.announcer.field(cell.text) is None
        }
        return without_columns(table, dropped)

    def _body(self, entry: Entry, section: Section, announced: Announced | None) -> None:
        """Read the blocks and sub-sections of a role; a heading that tells nothing leaves its items to be duties."""
        outer, self._heading = self._heading, section.title
        if announced is None and section.title != entry.label and self._asks(section):
            announced = Announced.of(self._reading("requiresSkill"), section.title)
        if section.heading is not None and self._is_skill(section, announced):
            entry.passages.append(Passage(section.heading.span, announced, item=True, role="duty"))
            announced = None
        self._done = announced is None and self._acts(section)
        lost = announced is not None and not any(isinstance(block, Item) for block in section.blocks)
        lone = [block for block in section.blocks if isinstance(block, Paragraph)]
        self._bulletless = lost and len(lone) > 1
        self._acting = self._are_deeds(section)
        if outer and section.heading is not None and (other := other_of(section.title, entry.label)):
            entry.references.append(Reference.by(self._reading("distinctFrom"), other, section.heading.span))
        if section.heading and (announced is None or announced.heading != section.title):
            self._heading_as_duty(entry, section.heading.span, announced)
        super()._body(entry, section._replace(children=tuple(map(_unasked, section.children))), announced)
        self._heading = outer

    def _is_skill(self, section: Section, announced: Announced | None) -> bool:
        """Tell a heading below "Skills" that names one, with sentences on what is done: "Research: You plan …"."""
        if announced is None or self._name(announced) != "requiresSkill" or section.heading is None:
            return False
        told = [block for block in section.blocks if isinstance(block, Paragraph)]
        addressed = any(re.match(r"(?:you|they)\b", block.span.text, re.IGNORECASE) for block in told)
        short = len(section.title.split()) <= _FEWEST and not self.announcer.knows(section.title)
        return announced.heading != section.title and short and addressed

    def _asks(self, section: Section) -> bool:
        """Tell whether the items below a heading that tells nothing ask for skills: "Knowledge of tax rules"."""
        texts = [block.span.text for block in section.blocks if isinstance(block, Item)]
        asking = sum(map(asks_for, texts))
        done = sum(opens_with_verb(text) and not asks_for(text) for text in texts)
        return len(texts) > 1 and bool(asking) and (asking * 2 >= len(texts) or not done)

    def _acts(self, section: Section) -> bool:
        """Tell whether nearly all items below a heading that tells nothing say what is done."""
        texts = [block.span.text for block in section.blocks if isinstance(block, Item)]
        return len(texts) > 2 and sum(map(opens_with_verb, texts)) * 3 >= len(texts) * 2

    def _are_deeds(self, section: Section) -> bool:
        """Tell whether half of some items or lines say what is done, so that the others do."""
        texts = [block.span.text for block in section.blocks if isinstance(block, Item | Paragraph)]
        return len(texts) > 1 and sum(map(opens_with_verb, texts)) * 2 >= len(texts)

    def _heading_as_duty(self, entry: Entry, span: Span, announced: Announced | None) -> None:
        """Read a heading that says what is done: one below "Responsibilities", or "To keep the books"."""
        text = re.sub(r"\s*\([^()]*\)", "", span.text)
        said = len(text.split()) > 2 and opens_with_verb(text)
        duties = self._name(announced) == "responsibleFor" if announced else text.startswith("To ")
        if said and duties:
            entry.passages.append(Passage(span, announced, item=True, role="duty"))

    def _block(self, entry: Entry, block: Block, announced: Announced | None) -> None:
        if isinstance(block, Table) and (rows := list(self._field_rows(entry, block))):
            entry.passages += rows
            entry.reach(block.rows[-1].line)
        elif isinstance(block, Table) and (traced := traits(block, self.announcer)):
            for each in traced:
                by = Announced.of(each.reading, each.heading)
                entry.passages.append(Passage(each.span, by, item=True, role="duty", optional=each.optional))
            entry.reach(block.rows[-1].line)
        elif isinstance(block, Paragraph) and announced and block.span.breaks and not fields(block.span):
            for line in lines(block.span):  # items that only line breaks part
                self._told(entry, Paragraph(line) if ends_as_sentence(line.text) else Item(line), announced)
        elif isinstance(block, Item | Paragraph):
            self._told(entry, block, announced)
        elif isinstance(block, Definition) and (reading := self.announcer.field(block.term.text)):
            told = Announced.of(reading, block.term.text)
            entry.passages += [Passage(span, told, role="field") for span in block.details]
        else:
            super()._block(entry, block, announced)

    def _told(self, entry: Entry, block: Item | Paragraph, announced: Announced | None) -> None:
        if isinstance(block, Paragraph) and (number := _NUMBER.match(block.span.text)):
            block = Item(cut(block.span, number.end()))
        labelled = fields(block.span)
        if len(labelled) == 1 and denies(labelled[0].label, label=True):
            value = cut(labelled[0].span, labelled[0].value)
            told = Announced.of(self._reading("responsibleFor"), labelled[0].label)
            entry.passages.append(Passage(value, told, item=True, role="duty", denied=True))
            return
        members = _MEMBERS.match(block.span.text) if RG + "Team" in entry.classes else None
        if members:
            told = Announced.of(self._reading("memberOf", inverse=True), members["label"])
            entry.passages.append(Passage(block.span, told, role="field", value=members.end()))
            return
        headed = (
            isinstance(block, Item) and len(labelled) == 1 and self._heads_sentences(labelled[0], announced)
        )
        if len(labelled) == 1 and OTHER_NAMES.fullmatch(labelled[0].label):
            self._other_names(entry, cut(labelled[0].span, labelled[0].value))
            return
        sided = len(labelled) == 1 and _SIDES.fullmatch(labelled[0].label)
        if sided and announced and self._name(announced) == "collaboratesWith":
            entry.passages.append(Passage(labelled[0].span, announced, role="field", value=labelled[0].value))
            return
        if labelled and not headed and self._are_fields(labelled):
            entry.passages += [passage for field in labelled if (passage := self._field(field))]
            entry.reach(block.span.starts[-1][1])
            return
        if len(labelled) == 1 and entry.definition is None and _PURPOSE.search(labelled[0].label):
            purpose = cut(labelled[0].span, labelled[0].value)
            if len(purpose.text.split()) > 4 or ends_as_sentence(purpose.text):
                self.list.define(entry, purpose)
        spans = self._at_labels(block.span)
        for span in spans[1:]:
            entry.passages += [passage for field in fields(span) if (passage := self._field(field))]
        for span in (spans[0], *(block.more if isinstance(block, Item) else ())):
            self._text(entry, span, announced, item=isinstance(block, Item))

    def _other_names(self, entry: Entry, listed: Span) -> None:
        """Take what stands behind "Also called": "stevedore, dock hand"."""
        for name in values(listed.text):
            entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))
        entry.reach(listed.starts[-1][1])

    def _at_labels(self, span: Span) -> list[Span]:
        """Part a text before each line that a known label opens; its first piece is the text itself."""
        starts = [
            offset
            for offset, _ in span.starts
            if offset and (labelled := fields(cut(span, offset))) and self.announcer.field(labelled[0].label)
        ]
        ends = [*starts, len(span.text)]
        return [cut(span, start, end) for start, end in zip([0, *starts], ends, strict=True)]

    def _heads_sentences(self, field: Field, announced: Announced | None) -> bool:
        """Tell a head that is a skill ("Writing skills: They should know …") from a label ("Technical skills: SQL")."""
        reading = self.announcer.field(field.label)
        within = (
            announced is not None and reading is not None and self._name(announced) == reading.relation.name
        )
        return within and _SENTENCE.match(field.span.text[field.value :]) is not None

    def _are_fields(self, labelled: list[Field]) -> bool:
        """Tell fields of a role from an item with a head of its own: "Planning: keep the calendar"."""
        known = [self.announcer.field(field.label) is not None for field in labelled]
        short = all(len(field.span.text) - field.value < 160 for field in labelled)
        return short and (any(known) or len(labelled) > 1)

    def _field(self, field: Field) -> Passage | None:
        reading = self.announcer.field(field.label)
        if reading is None:
            return None
        value = cut(field.span, field.value)
        bidden = re.match(r"[A-Z][a-z]+ (?:with|the|an?|our|all|and [a-z]+) ", value.text) is not None
        does = subjectless_verb(value.text) or (bidden and opens_with_verb(value.text))
        if reading.relation.name not in _DUTIES and does:
            return Passage(value, item=True, role="duty")  # "Collaboration: learns from peers"
        if reading.relation.name in _DUTIES:
            return Passage(value, Announced.of(reading, field.label), item=True, role="duty")
        return Passage(field.span, Announced.of(reading, field.label), role="field", value=field.value)

    def _field_rows(self, entry: Entry, table: Table) -> Iterator[Passage]:
        """Read a table of two columns, a label and its value."""
        titles = [fold(cell.text) for cell in table.header]
        if titles and all(self.announcer.column(cell.text) for cell in table.header):
            return
        rows = [
            *([Row(table.header, table.line)] if titles and titles[0] not in _LABELS else []),
            *table.rows,
        ]
        if not rows or any(len(row.cells) != 2 for row in rows):
            return
        read = [(row, self._label(row.cells[0].text)) for row in rows]
        known = sum(reading is not None for _, reading in read)
        titled = bool(titles) and known == 1 < len(rows) and read[0][1] is not None  # "KPI | Target"
        if known * 3 < len(rows) or titled:
            return
        for row, reading in read:
            label, value = row.cells
            if OTHER_NAMES.fullmatch(label.text.strip(" :")):
                self._other_names(entry, value)
            elif reading is None and entry.definition is None and _PURPOSE.search(label.text):
                self.list.define(entry, value)
            elif reading is not None and reading.relation.name in _DUTIES:
                told, optional = Announced.of(reading, label.text), self.announcer.is_optional(label.text)
                for each in lines(value):
                    yield Passage(each, told, item=True, role="duty", optional=optional)
            elif reading is not None and value.text:
                yield Passage(value, Announced.of(reading, label.text), role="field")

    def _label(self, text: str) -> Reading | None:
        """Give what the label of a row announces; one that says that something is not needed asks for skills."""
        wanted = self._reading("requiresSkill") if self.announcer.is_optional(text) else None
        return self.announcer.field(text) or wanted

    def _stands_alone(self, text: str, relation: str) -> bool:
        """Tell a paragraph that is an item whose bullet was lost, or that only lists names, from prose."""
        if _CALL.match(text):
            return False
        if opens_with_verb(_HEADED.sub("", text)):
            return not text.rstrip().endswith(":")
        bare = relation == "requiresSkill" or (relation not in _TOLD_BY_VERBS and not ends_as_sentence(text))
        if bare and not _FINITE.search(text):
            return True
        words = len(text.split())
        return words <= _MOST_WORDS and not ends_as_sentence(text) and (self._bulletless or words <= 12)

    def _defines(self, text: str, label: str) -> bool:
        """Tell whether a paragraph can define a role: it speaks of it, or stands where its purpose is told."""
        if tells_of(text, label) or opens_as_duty(text):
            return True
        return bool(_PURPOSE.search(self._heading)) and len(text.split()) > 4 and not text.endswith(":")

    def _is_gloss(self, text: str, label: str, *, duty: bool) -> bool:
        return says_what(text, label) if duty else self._defines(text, label)

    def _text(self, entry: Entry, span: Span, announced: Announced | None, *, item: bool) -> None:
        sentence = item and announced is None and bool(said_of(span.text, entry.label))
        item = item and not sentence
        duty = item or (announced is not None and self._stands_alone(span.text, self._name(announced)))
        duty = duty or (
            announced is not None and self._name(announced) == "requiresSkill" and is_headed(span)
        )
        told = without_lead_in(span)
        ours = RG + "Team" in entry.classes and _OURS.match(told.text) is not None
        purpose = _PURPOSE.search(self._heading) is not None
        headline = not (duty or purpose or ends_as_sentence(told.text))
        headline = headline and len(told.text.split()) <= _HEADLINE
        gloss = ours or self._is_gloss(told.text, entry.label, duty=duty)
        gloss = gloss or (not (duty or entry.passages) and is_bidding(told.text))
        if entry.definition is None and gloss and not headline:
            self.list.define(entry, told)
        elif not duty:
            self.list.name(entry, span)
        optional = self.announcer.is_optional(self._heading)
        if item and self._done and len(span.text.split()) <= _HEADLINE and not opens_with_verb(span.text):
            announced = Announced.of(self._reading("responsibleFor"), self._heading)  # "Care of the tools"
        entry.passages.append(
            Passage(
                span,
                announced,
                item=duty,
                role="duty" if duty else "prose",
                optional=optional,
                acts=self._acting,
            )
        )
        entry.reach(span.starts[-1][1])


def _opens_with_bold(span: Span, entries: list[Entry]) -> bool:
    """Tell a paragraph that names one of some entries in bold type, and was read as what it says of that one."""
    bold = fold(span.text[: span.strong[0][1]]) if span.strong and not span.strong[0][0] else ""
    return bool(bold) and any(bold.startswith(fold(entry.label)) for entry in entries)


def _unasked(section: Section) -> Section:
    """Take a heading that asks what the role does for one of a section, and for no question of its own."""
    if section.heading is None or not _ASKED.match(section.title):
        return section
    span = section.heading.span
    return section._replace(heading=section.heading._replace(span=cut(span, 0, span.text.rindex("?"))))


_ASKED = re.compile(
    r"(?:what (?:does|do|will|would) .{2,60} do(?: .{2,30})?|what (?:is|are) .{2,40}|who (?:is|are) .{2,40}|"
    r"(?:what|who|how|could|would|why)\b.{0,40}\b(?:you|we|your|job|role|be)\b.{0,30}|(?:interested|sound good))\?$",
    re.IGNORECASE,
)
