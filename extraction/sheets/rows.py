"""Entries of a table of terms: one a row, filled from its cells as the columns tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.entries import Announced, Entry, Passage, Reference, Skip
from rolegraph.extraction.layout.patterns import cut, expanded, names_terms, read_redirect
from rolegraph.extraction.names.expansions import written_out
from rolegraph.extraction.names.heads import (
    initials,
    is_abbreviation,
    is_code,
    read_head,
    spells,
    without_region,
)
from rolegraph.extraction.names.language_names import language_tag
from rolegraph.extraction.sheets.profiles import is_blank
from rolegraph.extraction.words.pointing_words import POINTING_FIRST
from rolegraph.graph.names import fold
from rolegraph.ontology import Ontology, UnknownName
from rolegraph.readers.alphabet import is_alphabetical

if TYPE_CHECKING:
    from rolegraph.extraction.forms.entry_list import EntryList
    from rolegraph.extraction.sheets.columns import Column, Layout
    from rolegraph.readers import Row, Span

__all__ = ["RowReader"]

_MARKS = re.compile(r"[;|\n•●▪]|(?<=\s)[-–*](?=\s)")
_COMMAS = re.compile(r",(?!\d)(?![^(]*\))")
_OR = re.compile(r"(?:or|and)\s+(?=\w)")
_SLASHES = re.compile(r"\s/\s")
_ADDRESS = re.compile(r"/|#|\w+://|www\.")
_SEE = re.compile(rf"{POINTING_FIRST}\s*:?\s+", re.IGNORECASE)
_NOTE_ON_WORD = re.compile(r"(?:\s*\((?:m|f|n|mf|pl|sg|adj|adv|v|m\.?\s?pl|f\.?\s?pl)\.?\))+$", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–*•]|\d{1,2}[.)])\s+")
_LETTER = re.compile(r"^[A-Z0-9#](?:\s*[-–—]\s*[A-Z0-9])?$")
_MAX_NAME_WORDS, _MAX_NAME = 5, 120
_STRUCTURED = frozenset({"yaml", "json"})  # whose groups have another shape than their entries
# What a column "Type" says of the row and not of the term.
_KINDS_OF_ENTRY = frozenset(
    {*("term", "acronym", "abbreviation", "initialism", "synonym", "definition"),
     *("concept", "skos concept", "entry", "word", "phrase", "definedterm", "defined term")}
)  # fmt: skip


class RowReader:
    """Makes the entries of one table; what makes none is noted with its reason."""

    def __init__(self, layout: Layout, entries: EntryList, ontology: Ontology) -> None:
        self._layout, self._entries, self._ontology = layout, entries, ontology
        self._titles = [column.title.casefold() for column in layout.columns if column.title]
        self._labels = {fold(read_head(text).label) for row in layout.rows if (text := self._term(row))}
        self._identified = dict(self._identifiers())
        self._listed = self._is_listed()
        self._undefined = self._undefined_runs()

    def read(self) -> None:
        """Make an entry of each row that has a term and something to say of it."""
        for row in self._layout.above:
            self._skip(row, "above the titles of the columns")
        for span in self._layout.unknown:
            self._entries.skip(span, "a column that is not known; --map says what it holds")
        for row in self._layout.rows:
            if not self._is_furniture(row):
                self._read(row)

    def _is_furniture(self, row: Row) -> bool:
        """Tell a row that repeats the titles, or has nothing but the letter that terms below begin with."""
        texts = [cell.text for cell in row.cells if cell.text]
        if not texts or (len(texts) == 1 and _LETTER.match(texts[0]) and len(row.cells) > 1):
            return True
        cells = [_cell(row, column).casefold() for column in self._layout.columns if column.title]
        return len(cells) > 1 and cells == self._titles

    def _skip(self, row: Row, reason: str) -> None:
        text = " | ".join(cell.text for cell in row.cells if cell.text)
        self._entries.skipped.append(Skip(self._entries.document.name, row.line, text, reason))

    def _read(self, row: Row) -> None:
        heads = list(self._heads(row))
        if not heads:
            self._skip(row, "a row without a term")
        for head, definition in heads:
            entry = self._entries.new(head, row.line)
            entry.anchors += tuple(anchor for cell in row.cells for anchor in cell.anchors)
            entry.language = self._language(row) or entry.language
            if definition is not None:
                self._define(entry, definition)
            self.fill(entry, row)
            if not (_tells(entry) or self._layout.bare or self._stands_undefined(row)):
                self._entries.entries.remove(entry)
                self._skip(row, "a row with a term and nothing about it")

    def fill(self, entry: Entry, row: Row) -> None:
        """Give an entry the names, texts, relations and groups that the cells of a row hold."""
        self._add_names(entry, row)
        self._add_texts(entry, row)
        self._add_relations(entry, row)
        self._add_groups(entry, row)

    def _is_listed(self) -> bool:
        """Tell whether the rows are most of them defined and their terms in the order of the alphabet."""
        texts = self._layout.of("definition", "expansion")
        defined = sum(any(_cell(row, column) for column in texts) for row in self._layout.rows)
        terms = [
            text for row in self._layout.rows if (text := self._term(row) or self._first(row, "abbreviation"))
        ]
        return 2 * defined > len(self._layout.rows) and is_alphabetical(terms)

    def _stands_undefined(self, row: Row) -> bool:
        """Tell a term that nobody has defined yet from the title of a group: by its place, or a number beside it."""
        filled = [column.place for column in self._layout.columns if _cell(row, column)]
        defined = [column.place for column in self._layout.of("definition")]
        kept = len(filled) > 1 and bool(defined) and not set(defined) & set(filled)
        return (
            self._listed or kept or row.line in self._undefined or self._entries.document.form in _STRUCTURED
        )

    def _undefined_runs(self) -> set[int]:
        """Give the lines of rows without a definition beside others such, which are no titles of groups."""
        texts = self._layout.of("definition")
        bare = [row for row in self._layout.rows if not any(_cell(row, column) for column in texts)]
        few = 2 * len(bare) < len(self._layout.rows)
        places = {id(row): place for place, row in enumerate(self._layout.rows)}
        beside = {places[id(row)] for row in bare}
        return {row.line for row in bare if few and {places[id(row)] - 1, places[id(row)] + 1} & beside}

    # --- the head ------------------------------------------------------------------------------------------------

    def _heads(self, row: Row) -> Iterator[tuple[str, Span | None]]:
        """Yield the names that head an entry, with a definition where it is only a part of its cell.

        An abbreviation with several full forms makes an entry of each.
        """
        term, short = self._term(row), self._first(row, "abbreviation")
        fulls = [part.text for part in self._full_forms(row)[0]]
        if term and fulls and not all(_abbreviates(term, full) for full in fulls):
            yield term, None
        elif fulls:
            yield from ((full, None) for full in fulls)
        elif term and (short or not is_code(term)):
            yield term, None
        elif term or short:
            yield from self._written_out(row, term or short)

    def _full_forms(self, row: Row) -> tuple[list[Span], list[Span]]:
        """Give the full forms in a row, and what else their cells say behind a semicolon."""
        parts = [part for column in self._layout.of("expansion") for part in _parts(row, column)]
        short = self._first(row, "abbreviation") or self._term(row)
        spelled = [part for part in parts if spells(short, part.text)]
        if not short or not spelled:
            return parts, []
        pairs = [_opened(short, part) for part in spelled]
        rest = [part for part in parts if part not in spelled]
        return [name for name, _ in pairs], [*(text for _, text in pairs if text), *rest]

    def _written_out(self, row: Row, short: str) -> Iterator[tuple[str, Span | None]]:
        """Read "CRM" beside "Customer relationship management – software …", or beside several full forms."""
        column = next((column for column in self._layout.of("definition") if _cell(row, column)), None)
        parts = _parts(row, column) if column else []
        pairs = [expanded(short, part) for part in parts]
        if column is None or not pairs:
            yield short, None
        elif all(pair.definition is None for pair in pairs):
            yield from ((pair.head, None) for pair in pairs)
        else:
            pair = expanded(short, row.cells[column.place])
            yield pair.head, pair.definition

    def _term(self, row: Row) -> str:
        """Give the term of a row, in the first language that it has one in."""
        found = (
            row.cells[column.place].text
            for column in self._layout.of("term")
            if column.place < len(row.cells)
        )
        return next((text for text in found if any(map(str.isalnum, text))), "")

    def _first(self, row: Row, kind: str) -> str:
        return next((text for column in self._layout.of(kind) if (text := _cell(row, column))), "")

    def _language(self, row: Row) -> str:
        """Give the language of the row: what a column of its own says, or the title above its term."""
        said = language_tag(self._first(row, "language"))
        for column in self._layout.of("term"):
            if column.place < len(row.cells) and any(map(str.isalnum, row.cells[column.place].text)):
                return column.meaning.language or said or self._layout.language
        return said or self._layout.language

    def _add_names(self, entry: Entry, row: Row) -> None:
        """Take abbreviations, other names, and names in other languages."""
        for column in self._layout.of("abbreviation"):
            for part in _names(row, column) if _cell(row, column) != entry.label else ():
                entry.add_name(part.text, abbreviation=True)
            code = row.cells[column.place].text if column.place < len(row.cells) else ""
            if is_blank(code) and initials(code, entry.label):
                entry.add_name(code, abbreviation=True)  # "TBC" beside "To be confirmed"
        term, (fulls, rest) = self._term(row), self._full_forms(row)
        for part in rest:
            self._entries.name(entry, part)
            self._entries.go_on(entry, part)
        if fulls and term:
            for name in (term, *(part.text for part in fulls if fold(term) == fold(entry.label))):
                entry.add_name(name, abbreviation=_abbreviates(name, entry.label))
        for column in self._layout.of("synonym"):
            for part in _names(row, column):
                self._add_synonym(entry, part, column)
        for column in self._layout.of("term"):
            if not _is_in(column, entry.language) and (text := _cell(row, column)):
                entry.translations.append((read_head(text).label, column.meaning.language))

    def _add_synonym(self, entry: Entry, part: Span, column: Column) -> None:
        """Take another name; one that has a row of its own is a synonym with an entry, "see X" points to one."""
        if see := _SEE.match(part.text):
            entry.references.append(Reference(part.text[see.end() :].strip(), part))
            return
        part = cut(part, 0, len(_NOTE_ON_WORD.sub("", part.text)))
        if fold(part.text) in self._labels and fold(part.text) != fold(entry.label):
            entry.references.append(Reference(part.text, part, redirect=True))
            return
        name = without_region(part.text)
        entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))

    # --- what is said of it ----------------------------------------------------------------------------------------

    def _add_texts(self, entry: Entry, row: Row) -> None:
        """Take definitions, notes and examples."""
        for column in self._layout.of("definition"):
            span = _span(row, column)
            if span is None or span.text == entry.label:
                continue
            if not _is_in(column, entry.language):
                entry.renderings.append((span.text, column.meaning.language))
            elif entry.definition is None and not self._is_full_form(entry, span):
                self._define(entry, span)
            elif entry.definition is not None and span.text not in _spoken(entry):
                self._entries.go_on(entry, span)
        for column in self._layout.of("note"):
            if span := _span(row, column):
                self._note(entry, span)
        for column in self._layout.of("example"):
            for part in _parts(row, column) if _is_in(column, entry.language) else ():
                if _SEE.match(part.text):
                    self._note(entry, part)
                    continue
                entry.passages.append(Passage(part, example=column.title, item=True))
                entry.reach(part.starts[-1][1])

    def _note(self, entry: Entry, span: Span) -> None:
        """Take a note; one that only points to a term, "see Quay", names a related one."""
        redirect = read_redirect(span.text)
        if redirect and not redirect[0] and names_terms(redirect[1]):
            entry.references.append(Reference(redirect[1], span))
        else:
            self._entries.go_on(entry, span)

    def _is_full_form(self, entry: Entry, span: Span) -> bool:
        """Tell a definition that only writes out the abbreviation: the label has said it."""
        if len(span.text) > _MAX_NAME and not span.breaks:
            return False
        return fold(entry.label) in map(fold, (span.text, *(part.text for part in _split_lines(span))))

    def _define(self, entry: Entry, span: Span) -> None:
        """Take a definition; the lines of a cell below one with a colon are its items."""
        first, *items = _split_lines(span) if ":" in span.text else [span]
        led = bool(items) and first.text.endswith(":")
        if told := self._entries.define(entry, first if led else span):
            entry.passages.append(Passage(told, gloss=True))
        for item in items if led else ():
            self._entries.go_on(entry, item, item=True)

    def _add_relations(self, entry: Entry, row: Row) -> None:
        for column in self._layout.of("relation"):
            reading = column.meaning.reading
            for part in map(_without_see, _names(row, column)) if reading else ():
                if _ADDRESS.match(part.text):
                    continue
                label = self._identified.get(part.text) if fold(part.text) not in self._labels else None
                related = reading is not None and reading.relation.name == "related"
                if related and not label and not names_terms(part.text):
                    continue
                if label or related:
                    entry.references.append(Reference.by(reading, label or part.text, part))
                elif reading:
                    announced = Announced.of(reading, column.title or reading.relation.label)
                    entry.passages.append(Passage(part, announced, item=True))
                entry.reach(part.starts[-1][1])

    def _add_groups(self, entry: Entry, row: Row) -> None:
        """Take classes, and categories as collections; a class that is not known is a category."""
        for column in self._layout.of("term"):
            if column.meaning.term_class:
                entry.classes.append(column.meaning.term_class)
        for column in self._layout.of("class", "category"):
            for part in _names(row, column):
                try:
                    known = self._ontology.term_class(part.text).iri if column.meaning.kind == "class" else ""
                except UnknownName:
                    known = ""
                if known:
                    entry.classes.append(known)
                elif column.meaning.kind == "class" and fold(part.text) in _KINDS_OF_ENTRY:
                    continue
                elif part.text not in entry.collections:
                    entry.collections.append(part.text)

    def _identifiers(self) -> Iterator[tuple[str, str]]:
        """Yield what numbers or names a row in a column that is not read otherwise, and the label of the row."""
        for column in self._layout.of("ignore"):
            for row in self._layout.rows:
                if (text := _cell(row, column)) and (term := self._term(row)):
                    yield text, read_head(term).label


def _tells(entry: Entry) -> bool:
    """Tell whether anything is known of an entry but its label."""
    named = len(entry.names()) > 1 or entry.translations or entry.renderings
    return bool(named or entry.passages or entry.references or entry.collections or entry.definition)


def _opened(short: str, full: Span) -> tuple[Span, Span | None]:
    """Part the full form that a text opens with from what goes on behind a comma."""
    name = written_out(short, full.text)
    if not name or not full.text.startswith(f"{name}, "):
        return full, None
    return cut(full, 0, len(name)), cut(full, len(name) + 1)


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether a name abbreviates another, by its capitals or by its letters."""
    return is_abbreviation(short, full) or (
        " " not in short and len(short) < len(full) / 2 and spells(short, full)
    )


def _is_in(column: Column, language: str) -> bool:
    """Tell whether a column is in a language, or in none that its title tells."""
    return column.meaning.language in ("", language)


def _spoken(entry: Entry) -> set[str]:
    return {passage.span.text for passage in entry.passages}


def _cell(row: Row, column: Column) -> str:
    """Give the text of a cell, empty where it says that it says nothing."""
    text = row.cells[column.place].text if column.place < len(row.cells) else ""
    return "" if is_blank(text) else text


def _span(row: Row, column: Column) -> Span | None:
    return row.cells[column.place] if _cell(row, column) else None


def _names(row: Row, column: Column) -> list[Span]:
    """Split a cell of names: at its line breaks, semicolons and bars, and at commas if names are between them."""
    parts = _parts(row, column)
    if any(len(part.text.split()) > 3 * _MAX_NAME_WORDS and ". " in part.text for part in parts):
        return parts
    split = [_without_or(each) for part in parts for each in _split(part, _COMMAS)]
    short = all(len(part.text.split()) <= _MAX_NAME_WORDS for part in split)
    named = split if short else parts
    return [part for each in named for part in _split(each, _SLASHES) if not is_blank(part.text)]


def _parts(row: Row, column: Column) -> list[Span]:
    """Split a cell at its line breaks, bullets, semicolons and bars."""
    span = _span(row, column)
    if span is None:
        return []
    parts = [each for line in _split_lines(span) for each in _split(_without_bullet(line), _MARKS)]
    return [part for part in parts if not is_blank(part.text)]


def _split_lines(span: Span) -> list[Span]:
    return [cut(span, start, end) for start, end in zip((0, *span.breaks), (*span.breaks, None), strict=True)]


def _split(span: Span, marks: re.Pattern[str]) -> list[Span]:
    ends = [match.span() for match in marks.finditer(span.text)]
    if not ends:
        return [span] if span.text else []
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(span.text)]
    return [part for start, stop in zip(starts, stops, strict=True) if (part := cut(span, start, stop)).text]


def _without_see(span: Span) -> Span:
    match = _SEE.match(span.text)
    return cut(span, match.end()) if match else span


def _without_or(span: Span) -> Span:
    """Take the word off that joins the last of some names to the others."""
    match = _OR.match(span.text)
    return cut(span, match.end()) if match else span


def _without_bullet(span: Span) -> Span:
    match = _BULLET.match(span.text)
    return cut(span, match.end()) if match else span
