"""Labelled fields, in lines, items or at the end of a text: "Definition: …", "Synonyms: …"; read like a table's row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.sheets.columns import Column, Layout
from rolegraph.extraction.words.pointing_words import POINTING
from rolegraph.readers import Definition, Item, Paragraph, Row, Span
from rolegraph.readers.spans import join_spans

if TYPE_CHECKING:
    from rolegraph.extraction.sheets.column_titles import ColumnTitles, Meaning
    from rolegraph.readers import Block, Table

__all__ = ["Field", "Fields", "fields_of_table", "layout_of_fields", "read_fields", "records"]

_LABEL = re.compile(r"[^\w(]{0,2}(?P<label>[^\W\d_][\w /&'’.-]{0,38}?)\s*:(?:\s+|$)")
_SENTENCE_END = re.compile(r"[.;)!?]\s+(?=[^\W\d_])")
_NO_STOP = re.compile(
    r"(?<=\w)\s+(?=(?:See also|Related(?: terms?)?|Compare|Siehe auch|Voir aussi|Véase también):\s)"
)
_SENTENCE = re.compile(r"(?<=[^\W\d]{3})\.\s+(?=[A-Z][a-z]*\s[a-z])")
_POINTING = re.compile(rf"[\s.;,(\[]+(?:{POINTING}|related)(?!\w)", re.IGNORECASE)
_CORE = frozenset({"term", "definition", "synonym", "abbreviation", "expansion"})
_FEW = 4  # words of a label inside a line that says what is not so: "Out of scope: …"
_INLINE = frozenset({"abbreviation", "synonym", "example", "source", "note", "category"})
_INLINE_RELATIONS = frozenset({"related", "broader", "distinctFrom", "oppositeOf"})


class Field(NamedTuple):
    """A label, what it means, and the text behind it."""

    label: Span
    meaning: Meaning
    value: Span


class Fields(NamedTuple):
    """A text taken apart: what stands before the first label, the labelled fields, what goes on behind their names."""

    lead: Span | None
    found: tuple[Field, ...]
    rest: Span | None = None

    @property
    def told(self) -> Span | None:
        """What is left without the fields."""
        texts = [span for span in (self.lead, self.rest) if span is not None]
        return join_spans(texts, texts[0].line) if len(texts) > 1 else next(iter(texts), None)


def read_fields(span: Span, titles: ColumnTitles) -> Fields:
    """Take a text apart at its labels: those that begin a line or bold type, and some that begin a sentence.

    >>> from rolegraph.extraction.sheets.column_titles import ColumnTitles
    >>> from rolegraph.ontology import load
    >>> text = "A loss of staff. Synonyms: turnover, churn. See also: Hiring"
    >>> fields = read_fields(Span(text, ((0, 1),)), ColumnTitles(load()))
    >>> fields.lead.text, [(field.label.text, field.value.text) for field in fields.found]
    ('A loss of staff.', [('Synonyms', 'turnover, churn'), ('See also', 'Hiring')])
    """
    if ":" not in span.text:
        return Fields(span, ())
    labels = list(_labels(span, titles))
    if not labels:
        return Fields(span, ())
    ends = [*(start for start, *_ in labels[1:]), len(span.text)]
    stops = [
        _names_end(span, meaning, value, end)
        for (_, _, meaning, value), end in zip(labels, ends, strict=True)
    ]
    found = tuple(
        Field(cut(span, *label), meaning, _value(span, value, stop, meaning))
        for (_, label, meaning, value), stop in zip(labels, stops, strict=True)
    )
    rest = [_behind(span, stop, end) for stop, end in zip(stops, ends, strict=True)]
    lead, behind = cut(span, 0, labels[0][0]), [text for text in rest if text.text]
    return Fields(lead if lead.text else None, found, join_spans(behind, span.line) if behind else None)


def _behind(span: Span, start: int, end: int) -> Span:
    """Cut out what goes on behind a list of names, without the signs that end this."""
    left = span.text[start:end].lstrip(" \t\n.;,")
    return cut(span, end - len(left), end)


def _names_end(span: Span, meaning: Meaning, start: int, end: int) -> int:
    """Tell where a list of names ends: before a pointer or the sentences that go on behind it, which are no names."""
    if meaning.kind != "synonym" and _relation(meaning) not in _INLINE_RELATIONS:
        return end
    stop = _SENTENCE.search(span.text, start, end)
    pointing = _POINTING.search(span.text, start, end) if meaning.kind == "synonym" else None
    return min(stop.start() + 1 if stop else end, pointing.start() if pointing else end)


def _labels(span: Span, titles: ColumnTitles) -> Iterator[tuple[int, tuple[int, int], Meaning, int]]:
    """Yield where each field begins, its label from and to, what the label means, where its value begins."""
    own = {0, *span.breaks, *(at for at, _ in span.starts), *(at for at, _ in span.strong)}
    ends = (*_SENTENCE_END.finditer(span.text), *_NO_STOP.finditer(span.text))
    inline = {match.end() for match in ends} - own
    taken = -1
    for start in sorted(own | inline):
        match = _LABEL.match(span.text, start)
        if match is None or start < taken:
            continue
        meaning = _meaning(match["label"], titles)
        if match.end() == len(span.text) and denies(match["label"], label=True):
            continue  # "It does not include:" leads in what stands below
        if meaning is not None and meaning.sure and (start in own or _can_be_inline(match["label"], meaning)):
            taken = match.end()
            yield start, match.span("label"), meaning, match.end()


def _meaning(label: str, titles: ColumnTitles) -> Meaning | None:
    """Give what a label means; one of two names that both announce names means what the last does."""
    whole = titles.read(label)
    if "/" not in label or (whole and whole.sure):
        return whole
    parts = [titles.read(part.strip()) for part in label.split("/")]
    named = all(part and part.kind in ("synonym", "abbreviation") for part in parts)
    return parts[-1] if named else whole


def _value(span: Span, start: int, end: int, meaning: Meaning) -> Span:
    """Cut out the value of a field; a list of names is no sentence, and its full stop no part of a name."""
    value = cut(span, start, end)
    named = meaning.kind not in ("definition", "example", "note", "source")
    return cut(value, 0, len(value.text.rstrip(" ."))) if named and value.text.endswith(".") else value


def _can_be_inline(label: str, meaning: Meaning) -> bool:
    told = meaning.kind in _INLINE or _relation(meaning) in _INLINE_RELATIONS
    return told or (len(label.split()) <= _FEW and denies(label, label=True))


def _relation(meaning: Meaning) -> str:
    return meaning.reading.relation.name if meaning.reading else ""


def layout_of_fields(fields: Sequence[Field]) -> Layout:
    """Give labelled fields as the columns of a table of one row."""
    columns = tuple(Column(place, field.label.text, field.meaning) for place, field in enumerate(fields))
    row = Row(tuple(field.value for field in fields), fields[0].label.line)
    return Layout(columns, (row,), (), (), "")


def fields_of_table(table: Table, titles: ColumnTitles) -> list[Field]:
    """Give the fields of a table of two columns, labels and values; nothing for another table."""
    rows = [row for row in table.rows if len(row.cells) == 2 and row.cells[0].text]
    if not rows or len(rows) < len(table.rows):
        return []
    read = [(row, titles.read(row.cells[0].text.rstrip(":"))) for row in rows]
    known = [Field(row.cells[0], meaning, row.cells[1]) for row, meaning in read if meaning and meaning.sure]
    kinds = {field.meaning.kind for field in known}
    return known if 3 * len(known) >= 2 * len(rows) and kinds & _CORE else []


# ---- entries that are nothing but fields ----


def records(blocks: Sequence[Block], titles: ColumnTitles) -> list[Layout]:
    """Read blocks that are records of labelled fields in any order, each with its term; nothing for other blocks.

    A label that stands alone labels the text below it; what stands above the first label introduces the records.
    """
    fields: list[Field] = []
    for block in blocks:
        for span in _spans(block):
            read = read_fields(span, titles)
            _go_on(fields, read.lead)
            fields += read.found
            _go_on(fields, read.rest)
    parted = _parted(fields)
    return [layout_of_fields(record) for record in parted] if _are_records(fields, parted) else []


def _go_on(fields: list[Field], text: Span | None) -> None:
    """Add a text without a label to the field before it, if that is empty, or to the definition before it."""
    if text is None or not fields:
        return
    behind = (place for place in reversed(range(len(fields))) if fields[place].meaning.kind == "definition")
    place = next(behind, None) if fields[-1].value.text else len(fields) - 1
    if place is not None:
        whole = [span for span in (fields[place].value, text) if span.text]
        fields[place] = fields[place]._replace(value=join_spans(whole, text.line))


def _spans(block: Block) -> tuple[Span, ...]:
    if isinstance(block, Item):
        return (block.span, *block.more)
    if isinstance(block, Definition):
        return (block.term, *block.details)
    return (block.span,) if isinstance(block, Paragraph) else ()


def _are_records(fields: Sequence[Field], parted: Sequence[Sequence[Field]]) -> bool:
    """Tell records from a list of terms one of which is "Term": each has one term, and they share their labels."""
    kinds = {field.meaning.kind for field in fields}
    terms = [field for field in fields if field.meaning.kind == "term"]
    if not terms or len(kinds) == 1 or len({field.label.text for field in terms}) > 1:
        return False
    defined = "definition" in kinds or (len(terms) > 1 and fields[0].meaning.kind == "term")
    return (
        defined
        and all(_terms_of(each) == 1 for each in parted)
        and all(_is_name(t.value.text) for t in terms)
    )


def _terms_of(record: Sequence[Field]) -> int:
    return sum(field.meaning.kind == "term" for field in record)


def _is_name(text: str) -> bool:
    """Tell the name of a term from a text about it."""
    words = text.split()
    return 0 < len(words) <= 8 and words[0].lower() not in ("a", "an", "the") and not text.endswith(".")


def _parted(fields: Sequence[Field]) -> list[list[Field]]:
    """Part fields into records: at each term, if it comes first; else at blank lines, or where a label comes again."""
    if fields and fields[0].meaning.kind == "term":
        return _cut_before(fields, lambda record, field: field.meaning.kind == "term")
    groups = _cut_before(fields, lambda record, field: field.label.line > record[-1].value.starts[-1][1] + 1)
    if len(groups) > 1 and all(_terms_of(group) == 1 for group in groups):
        return groups
    return _cut_before(fields, _comes_again)


def _cut_before(
    fields: Sequence[Field], begins: Callable[[Sequence[Field], Field], bool]
) -> list[list[Field]]:
    """Cut a run of fields into records, where one begins after those of the record before."""
    parted: list[list[Field]] = []
    for field in fields:
        if not parted or begins(parted[-1], field):
            parted.append([])
        parted[-1].append(field)
    return parted


def _comes_again(record: Sequence[Field], field: Field) -> bool:
    """Tell whether a record is full: its first label comes again, or one that a record has once."""
    if field.label.text == record[0].label.text:
        return True
    once = field.meaning.kind in ("term", "definition")
    return once and any(field.label.text == known.label.text for known in record)
