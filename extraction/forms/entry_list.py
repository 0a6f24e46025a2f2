"""The entries of one document while it is recognised, and what was left out of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rolegraph.extraction.entries import Entry, Passage, Reference, Skip
from rolegraph.extraction.foreign.foreign_names import named_otherwise, plain_head, pointed_to
from rolegraph.extraction.forms.labelled import fields_of_table, layout_of_fields, read_fields
from rolegraph.extraction.layout.noise import noise, without_part_of_speech
from rolegraph.extraction.layout.patterns import (
    cut,
    head_pointer,
    names_terms,
    points_further,
    read_redirect,
)
from rolegraph.extraction.layout.qualifiers import own_qualifier
from rolegraph.extraction.names.expansions import longer_names, marked_name, written_out
from rolegraph.extraction.names.heads import abbreviates, initials, is_abbreviation, is_code, read_head
from rolegraph.extraction.names.said_names import names_closing, names_in_sentence
from rolegraph.extraction.names.variants import variants
from rolegraph.extraction.sheets.rows import RowReader
from rolegraph.extraction.words.pointing_words import POINTING
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold
from rolegraph.readers import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.forms.labelled import Field
    from rolegraph.extraction.forms.list_forms import Listed
    from rolegraph.extraction.sheets.column_titles import ColumnTitles
    from rolegraph.ontology import Ontology
    from rolegraph.readers import Document, Table

__all__ = ["EntryList"]

_SEE = re.compile(
    r"^(?:for (?:more|further|additional) (?:information|details?|reading|context)(?: [^,.]{1,40})?,\s*)?"
    rf"{POINTING}\s*:?\s+(?!also|how\b|why\b|what\b|below|above)(.{{2,120}}?)\.?$",
    re.IGNORECASE,
)
_SEE_ASIDE = re.compile(
    rf"[(\[]{POINTING}:?\s+"
    r"(?!also\b|above|below|(?:the )?(?:figure|table|page|section|chapter|appendix)\b"
    r"|oben|unten|hier\b|abb|kapitel|abschnitt|seite|ci-des|ici\b|chapitre|arriba|abajo|aquí|figura|cap[íi]tulo)"
    r"([^()\[\]]{2,50})(?:\([^()]{1,12}\))?[)\]]",
    re.IGNORECASE,
)
_ITEM_WORDS = 14  # of a line behind a colon, at most
_IN_BRACKETS = re.compile(r"\s\(([^()]{5,60})\)")  # "TOS: software of a port (Terminal operating system)"
_NEAR_START = 40  # characters before a link that can be the name of what the text is about
_SHORT_DASH = re.compile(r"([A-Z]{2,6}|[a-z]?[A-Z][a-z]{0,4}[A-Z0-9]\w{0,3})\s[–—-]\s(?=\S)")
_FULL_AND_SHORT = re.compile(
    r"(?:(?:an?|the)\s)?(?P<full>[^\s(),;:]+(?:\s[^\s(),;:]+){1,5})\s\((?P<short>[A-Z][\w&/-]{1,7})\)\s"
    r"(?:is|are|means|refers? to)\b",
    re.IGNORECASE,
)
_NAMED_AGAIN = re.compile(r"([^:.]{2,80}?)(?:\s*:\s+(?=\S)|\s[–—-]\s+(?=[A-Z]))")
_FULL_STOP_BEHIND = re.compile(r"([^.]{2,80})\.\s+(?=[A-Z])")
_ANSWER = re.compile(r"(?:A|Answer):\s+(?=\S)")
_LISTED = re.compile(r",\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|;\s*")

# A line in brackets that only says how a term is called as well: "(also: quay place)".
_ONLY_NAMES = re.compile(
    r"\((?:also|or|aka|auch|aussi|ou|también|oder|o)\b(?:\s(?:called|known as|genannt|appelée?|llamad[oa]))?:?"
    r"\s[^()]{2,80}\)\.?",
    re.IGNORECASE,
)


class EntryList:
    """Makes and fills the entries of a document; ``entries`` and ``skipped`` hold what became of it.

    ``forms`` counts what was read in each form.
    """

    def __init__(self, document: Document, ontology: Ontology, titles: ColumnTitles) -> None:
        self.document, self._ontology, self.titles = document, ontology, titles
        self.language = document.language or "en"
        self.entries: list[Entry] = []
        self.skipped: list[Skip] = []
        self.forms: Counter[str] = Counter()

    def skip(self, span: Span, reason: str) -> None:
        """Note a piece of text that says nothing for the graph."""
        self.skipped.append(Skip(self.document.name, span.line, span.text, reason))

    def new(self, head_text: str, line: int) -> Entry:
        """Begin an entry with the names in its head."""
        own, pointer = head_pointer(head_text)
        plain = plain_head(own, self.language)
        head = read_head(plain.text)
        entry = Entry(self.document.name, head.label, line, self.language)
        entry.references += _pointers(pointer, Span(head_text, ((0, line),)))
        for name in head.abbreviations:
            entry.add_name(name, abbreviation=True)
        for name in (*head.alternatives, *((plain.other,) if plain.other else ())):
            entry.add_name(name, abbreviation=False)
        entry.qualifier = own_qualifier(plain.text, entry.names())
        entry.translations += [(name, "en") for name in plain.english]
        self.entries.append(entry)
        return entry

    def add(self, listed: Listed) -> Entry:
        """Make an entry of what a form of list holds."""
        entry = self.new(listed.head, listed.line)
        entry.anchors += listed.anchors
        if listed.target and listed.definition:
            same = not points_further(listed.definition.text)
            entry.references.append(Reference(listed.target, listed.definition, redirect=same))
        elif listed.definition and (told := self.define(entry, listed.definition)):
            entry.passages.append(Passage(told, gloss=listed.gloss))
        led = bool(listed.definition and listed.definition.text.endswith(":"))
        for span in listed.more:
            item = led and len(span.text.split()) <= _ITEM_WORDS
            self.go_on(entry, span, item=item)
            led = item or span.text.endswith(":")
        return entry

    def define(self, entry: Entry, span: Span) -> Span | None:
        """Take a definition, the names that it gives and the labelled fields behind it.

        Gives what is left to be read as prose: nothing of a redirection that stands in its place.
        """
        answer = _ANSWER.match(span.text)
        span = cut(span, answer.end()) if answer else span
        redirect = read_redirect(span.text)
        if redirect and not redirect[0]:
            pointer = Reference(redirect[1], span, redirect=not points_further(span.text))
            entry.references += [pointer] if pointer not in entry.references else []
            return None
        read = read_fields(without_part_of_speech(span), self.titles)
        told, fields = read.told, read.found
        first = told is None or any(field.meaning.kind == "definition" for field in fields)
        self._fill(entry, fields if first else ())
        if told is not None and entry.definition is None:
            told = self._without_short(entry, told)
            entry.definition = told
            self._write_out(entry, told)
            named = _FULL_STOP_BEHIND.match(told.text)
            if named and fold(named[1]) == fold(entry.label):
                entry.definition = told = cut(told, named.end())
            opening = next(iter(sentences(told, entry.language)), None)
            entry.variants = variants(opening.text, entry.label) if opening else []
        self._fill(entry, () if first else fields)  # a note behind a definition is none
        entry.reach(span.starts[-1][1])
        if told is not None:
            self.name(entry, told)
        return told

    def _without_short(self, entry: Entry, span: Span) -> Span:
        """Take off the headword, or its abbreviation, that a definition begins with: "PI — who answers for a study"."""
        named = _NAMED_AGAIN.match(span.text)
        if named and fold(named[1]) == fold(entry.label):
            return cut(span, named.end())
        found = _SHORT_DASH.match(span.text)
        again = found is not None and fold(found[1]) == fold(entry.label)
        if found is None or not (again or is_abbreviation(found[1], entry.label)):
            return span
        if not again:
            entry.add_name(found[1], abbreviation=True)
        return cut(span, found.end())

    def _without_fields(self, entry: Entry, span: Span) -> Span | None:
        """Take the labelled fields of a text for the entry, and give what stands before them."""
        read = read_fields(span, self.titles)
        self._fill(entry, read.found)
        if read.found:
            entry.reach(span.starts[-1][1])
        return read.told

    def _fill(self, entry: Entry, fields: Sequence[Field]) -> None:
        """Give an entry what labelled fields say of it."""
        if fields:
            layout = layout_of_fields(fields)
            RowReader(layout, self, self._ontology).fill(entry, layout.rows[0])

    def read_record(self, entry: Entry, table: Table) -> bool:
        """Take what a table of labels and values says of an entry; False for another table."""
        fields = [field for field in fields_of_table(table, self.titles) if field.value.text != entry.label]
        if not fields:
            return False
        self._fill(entry, fields)
        return True

    def _write_out(self, entry: Entry, told: Span) -> None:
        """Name an entry by the full name where its definition begins by writing its abbreviation out.

        What it says up to the end of its first link, or in bold type, can be the name.
        """
        definition = re.sub(rf"^[\"“‘]{re.escape(entry.label)}[\"”’]\s+means\s+", "", told.text)
        linked = definition[: told.links[0].end] if told.links else ""
        bold = definition[: told.strong[0][1]] if told.strong and not told.strong[0][0] else ""
        bare = definition.strip(" .")
        if abbreviates(bare, entry.label):
            entry.add_name(bare, abbreviation=True)
        for short in tuple(entry.abbreviations) if len(bare.split()) <= 6 else ():
            if written_out(short, bare) == bare:
                entry.add_name(bare, abbreviation=False)
        full = marked_name(entry.label, bold)
        full = full or written_out(entry.label, definition) or written_out(entry.label, linked)
        if not full and told.links and told.links[0].start < _NEAR_START:
            full = marked_name(entry.label, linked[told.links[0].start :])
        for behind in _IN_BRACKETS.findall(definition[: _NEAR_START * 4]) if not full else ():
            if is_code(entry.label) and initials(entry.label, behind):
                entry.add_name(behind, abbreviation=False)
        for name in longer_names(entry.names(), bold) if not full else ():
            entry.add_name(name, abbreviation=False)
        if full and not entry.abbreviations:
            short, entry.label = entry.label, full
            entry.alternatives = [name for name in entry.alternatives if fold(name) != fold(full)]
            entry.add_name(short, abbreviation=True)

    def name(self, entry: Entry, span: Span) -> None:
        """Take the other names that a sentence about the headword gives it."""
        for sentence in sentences(span, entry.language):
            whole = cut(span, sentence.start, sentence.start + len(sentence.text))
            if see := _SEE.match(sentence.text):
                known = {fold(each.name) for each in entry.references}
                named = _pointers(see[1], whole)
                entry.references += [each for each in named if fold(each.name) not in known]
            aside = (found[1].strip(' ,."“”') for found in _SEE_ASIDE.finditer(sentence.text))
            pointed = [name for name in aside if names_terms(name)]
            pointed += pointed_to(sentence.text, entry.language)
            known = {fold(each.name) for each in entry.references} if pointed else set()
            entry.references += [Reference(name, whole) for name in pointed if fold(name) not in known]
            bare = _SEE_ASIDE.sub("", sentence.text).rstrip()
            otherwise = named_otherwise(bare, entry.label, entry.language)
            anew = _FULL_AND_SHORT.match(bare)
            if anew and anew["short"] in entry.abbreviations and initials(anew["short"], anew["full"]):
                entry.add_name(anew["full"], abbreviation=False)
            for name in (*names_in_sentence(bare, entry.label), *otherwise):
                entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))

    def name_by_ends(self) -> None:
        """Take the other names at the ends of definitions that no entry has: "…, also called B"."""
        known = {fold(name) for entry in self.entries for name in entry.names()}
        for entry in self.entries if self.language == "en" else ():
            first = next(iter(sentences(entry.definition, "en")), None) if entry.definition else None
            for name in names_closing(first.text, entry.label) if first else ():
                if fold(name) not in known:
                    entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))

    def part_names(self) -> None:
        """Take from entries the names that others are defined under: these are synonyms, where the text says so."""
        defined = {entry.key: entry for entry in self.entries if entry.definition}
        for entry in self.entries if len(defined) > 1 else ():
            shared = [
                name
                for name in entry.alternatives
                if defined.get(fold(name, entry.language), entry) is not entry
            ]
            for name in shared:
                entry.alternatives.remove(name)
                said = (
                    sentence
                    for span in entry.spans()
                    for sentence in _sentences_with(name, span, entry.language)
                )
                entry.references += [Reference(name, span, redirect=True) for span in [*said][:1]]

    def go_on(self, entry: Entry, span: Span, *, item: bool = False, gloss: bool = True) -> None:
        """Add a paragraph or an item to an entry; the first paragraph of one without a definition defines it.

        ``gloss`` tells whether such a definition leaves its subject out.
        """
        if reason := noise(span):
            self.skip(span, reason)
            return
        short = is_code(span.text) and abbreviates(span.text, entry.label)
        if entry.definition is None and (short or _ONLY_NAMES.fullmatch(span.text)):
            if short:
                entry.add_name(span.text, abbreviation=True)
            self.name(entry, span)
            entry.reach(span.starts[-1][1])
            return
        sent = bool(entry.references) and (
            any(each.redirect for each in entry.references) or read_redirect(span.text) is not None
        )
        if entry.definition is None and not sent and not item:
            told = self.define(entry, span)
        else:
            told = self._without_fields(entry, span)
            if told is not None and not item:
                self.name(entry, told)
        if told is not None:
            defines = gloss and told is entry.definition
            entry.passages.append(Passage(told, gloss=defines, item=item))
        entry.reach(span.starts[-1][1])


def _sentences_with(name: str, span: Span, language: str) -> list[Span]:
    """Give the sentences of a text in which a name stands."""
    told = sentences(span, language) if name in span.text else ()
    return [cut(span, each.start, each.start + len(each.text)) for each in told if name in each.text]


def _pointers(said: str, span: Span) -> list[Reference]:
    """Give what "see also" names, unless that is no term: "how paths are read"."""
    if not names_terms(said):
        return []
    names = {fold(name): name.strip() for name in _LISTED.split(said) if fold(name)}
    return [Reference(read_head(name).label, span) for name in names.values()]
