"""Tables of activities inside an entry: what a role does, what share of its time it takes, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.deeds.duties import opens_with_verb
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.prose.prose import Found, ProseReader
from rolegraph.extraction.words.inflection import base_form, gerund
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.graph.names import fold
from rolegraph.ontology import RG, Ontology
from rolegraph.readers import Table

if TYPE_CHECKING:
    from rolegraph.readers import Row

__all__ = ["Columns", "columns_of", "read_table"]

_SHARE = re.compile(
    r"^\s*(?:[~≈]|about|around|roughly|approx\.?|circa|ca\.?)?\s*(\d+(?:[.,]\d+)?)\s*%", re.IGNORECASE
)
_SUBJECTS = frozenset({"role", "title", "job title", "position", "job", "term", "name"})
_OF_THINGS = frozenset({"broader", "partOf", "exampleOf", "precedes", "memberOf"})
_SORTS = ("type", "kind", "model", "form", "variant", "category", "option")
_YES = re.compile(r"(?:yes|y|x|✓|✔|✅|☑|●|•|ja|oui|sí)\W*", re.IGNORECASE)
_TICK = re.compile(rf"{_YES.pattern}|(?:no|n|✗|✘|❌|–|-|—|nein|non)?\W*", re.IGNORECASE)
_MOST_WORDS = 5
_SEPARATORS = re.compile(r"\s*(?:,|;|/|\band\b|&|\n)\s*")


class Columns(NamedTuple):
    """What the columns of a table hold: the number of the subject's and the share's, and the relations of others.

    ``activities`` tells that the subjects are what the headword does. ``holds`` is the relation in which the headword
    stands to the subjects: "Skill", "Types".
    """

    subject: int
    activities: bool
    share: int | None
    relations: tuple[tuple[int, Reading], ...]
    holds: Reading | None = None


def columns_of(table: Table, reader: ProseReader) -> Columns | None:
    """Recognise the columns of a table by their headers; None where they tell neither activities nor relations."""
    titles = [cell.text for cell in table.header]
    named = not titles or fold(titles[0]) in _SUBJECTS
    holds = None if named else reader.announcer.column(titles[0])
    of_things = holds is not None and holds.relation.name in _OF_THINGS
    told = (n for n, title in enumerate(titles) if _names_activities(title, reader.ontology))
    activity = next(told, 1 if len(titles) > 1 and _are_times(table) else None)
    shared = any(_names_share(title, reader.ontology) for title in titles)
    if activity and not shared and (of_things or _is_label(titles[0], reader)) and not _are_times(table):
        return _of_kinds(titles, activity, reader)._replace(holds=holds if of_things else None)
    activities = activity is not None
    role = next((n for n, title in enumerate(titles) if n and fold(title) == "role"), 0)
    if activity is None and role and _tells_deeds(table, role):
        return _of_kinds(titles, role, reader)
    if activity is None:
        activity = next((n for n, title in enumerate(titles) if fold(title) in _SUBJECTS), 0)
        holds = holds if activity == 0 else None
    else:
        holds = None
    share = next(
        (n for n, title in enumerate(titles) if n != activity and _names_share(title, reader.ontology)), None
    )
    found = ((n, reader.announcer.column(title) or _by_head(title, reader)) for n, title in enumerate(titles))
    relations = tuple((n, each) for n, each in found if each and n not in (activity, share))
    if holds and not of_things:
        relations = ()  # "Skill | Level": the level is that of the headword
    known = activities or relations or holds
    return Columns(activity, activities, share, relations, holds) if known else None


def _tells_deeds(table: Table, column: int) -> bool:
    """Tell a column that says what somebody does: "Participant | Role" above "Grid operator | Calls events"."""
    cells = [row.cells[column].text for row in table.rows if column < len(row.cells)]
    return len(cells) > 1 and 2 * sum(opens_with_verb(text) for text in cells) > len(cells)


def _are_times(table: Table) -> bool:
    """Tell whether the first column says when something is done, so that the second says what: "Monday", "9:00"."""
    firsts = [row.cells[0].text.strip() for row in table.rows if row.cells]
    return len(firsts) > 1 and all(_TIME.match(text) for text in firsts)


_TIME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri)\b|\d{1,2}(?:[:.h]\d{2}| ?[ap]\.?m)|"
    r"(?:early |late |mid-?)?(?:mornings?|noon|midday|afternoons?|evenings?|lunch(?:time)?)\b|"
    r"(?:week|day|month|quarter) \d|"
    r"(?:daily|weekly|monthly|quarterly|yearly|annually)\b|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes)",
    re.IGNORECASE,
)


def _is_label(title: str, reader: ProseReader) -> bool:
    """Tell a first column that only names what the row is on: "Type", "Model"."""
    sorts = fold(title).split()[:1] in ([each] for each in _SORTS)
    unknown = reader.announcer.column(title) is None and _by_head(title, reader) is None
    return bool(title) and (sorts or unknown)


def _of_kinds(titles: list[str], activity: int, reader: ProseReader) -> Columns:
    """Give the columns of a table of kinds, whose activities are theirs: "Type | Typical tasks | Tools"."""
    duty = Reading(reader.relation("responsibleFor"), False)
    found = ((n, reader.announcer.column(title) or _by_head(title, reader)) for n, title in enumerate(titles))
    others = [(n, each) for n, each in found if each and n not in (0, activity)]
    return Columns(0, False, None, ((activity, duty), *others))


def _names_activities(title: str, ontology: Ontology) -> bool:
    columns = ontology.classes[RG + "Activity"].columns or ("activity", "task")
    if fold(title).startswith("what "):
        return False  # "What" alone does, "What it does" tells of something else
    return _has_words(title, columns)


def _names_share(title: str, ontology: Ontology) -> bool:
    share = ontology.properties.get("share")
    return "%" in title or _has_words(title, share.columns if share else ("share",))


_LEADING = re.compile(r"(?:typical|usual|main|primary|key|common)\s+", re.IGNORECASE)


def _has_words(title: str, columns: tuple[str, ...]) -> bool:
    """Tell whether a title holds the words of a column's usual title, whatever else it says."""
    words = f" {fold(title)} "
    asked = words.startswith(
        (" what is ", " what are ", " what you get ")
    )  # "What is delivered" tells no deeds
    return not asked and any(f" {fold(column)} " in words for column in columns)


def _by_head(title: str, reader: ProseReader) -> Reading | None:
    """Find the relation of "Primary collaborators" by its last word; "Product manager" is a role and no relation."""
    if (bare := _LEADING.sub("", title)) != title and (found := reader.announcer.column(bare)):
        return found  # "Typical owner"
    if reader.classifier.of_name(title) == (RG + "Role",):
        return None
    return reader.announcer.column(title.split()[-1]) if title.split() else None


def read_table(table: Table, topic: Phrase, reader: ProseReader, source: str) -> Iterator[Found | Skip]:
    """Give what a table of activities claims of a role, row by row."""
    table = _with_header(table, reader.ontology)
    columns = columns_of(table, reader)
    if columns is not None and columns.holds is not None and not _suits(columns, topic, reader):
        columns = None
    header = " | ".join(cell.text for cell in table.header)
    compared = _compared(table, topic, reader)
    yield from (Found(claim, header, table.line, table.line) for claim in compared)
    if columns is None:
        if not compared:
            yield Skip(source, table.line, header, "table without activities")
        return
    ticked = _ticked(table, columns)
    for row in table.rows:
        told = _ticks(row, columns, ticked, reader) if ticked else _row_claims(row, columns, topic, reader)
        for claim in told:
            yield Found(claim, row.span.text, row.line, row.span.starts[-1][1])


def _compared(table: Table, topic: Phrase, reader: ProseReader) -> list[Claim]:
    """Give the things that the titles of columns set beside the headword: " | Webhook | Polling"."""
    names = [cell.text.strip() for cell in table.header[1:] if reader.announcer.column(cell.text) is None]
    named = [name for name in names if name and len(name.split()) <= _MOST_WORDS and not _SHARE.match(name)]
    phrases = [_cell_phrase(name, "noun", reader) for name in named]
    if (
        not topic.keys
        or len(phrases) < len(table.header) - 1
        or all(each.keys != topic.keys for each in phrases)
    ):
        return []
    apart = reader.relation("distinctFrom")
    return [Claim(topic, apart, each, rule="column") for each in phrases if each.keys != topic.keys]


def _suits(columns: Columns, topic: Phrase, reader: ProseReader) -> bool:
    """Tell whether the headword can have what the rows name: only roles have levels and skills."""
    domains = set(columns.holds.relation.domain) if columns.holds else set()
    return domains != {RG + "Role"} or RG + "Role" in reader.classifier.of_phrase(topic)


def _with_header(table: Table, ontology: Ontology) -> Table:
    """Take the first row for the header where the form of the table does not tell it."""
    if table.header or not table.rows:
        return table
    first, *rows = table.rows
    titles = any(
        _names_activities(cell.text, ontology) or _names_share(cell.text, ontology) for cell in first.cells
    )
    return Table(first.cells, tuple(rows), first.line) if titles else table


def _ticked(table: Table, columns: Columns) -> dict[int, str]:
    """Give the titles of columns that say of each activity whether it is done there: "Task | Client | Vendor"."""
    if not columns.activities or columns.relations:
        return {}
    others = [n for n in range(len(table.header)) if n not in (columns.subject, columns.share)]
    cells = {n: [row.cells[n].text.strip() for row in table.rows if n < len(row.cells)] for n in others}
    found = {n: table.header[n].text for n in others if all(map(_TICK.fullmatch, cells[n]))}
    return found if len(found) == len(others) > 1 else {}


def _ticks(row: Row, columns: Columns, ticked: dict[int, str], reader: ProseReader) -> Iterator[Claim]:
    """Give who does the activity of a row, by the columns that are ticked there."""
    deed = _cell_phrase(row.cells[columns.subject].text, "gerund", reader) if row.cells else None
    for number, title in ticked.items():
        yes = number < len(row.cells) and _YES.fullmatch(row.cells[number].text.strip())
        if deed is not None and deed.text and yes:
            doer = _cell_phrase(title, "noun", reader)
            yield Claim(doer, reader.relation("responsibleFor"), deed, rule="activity column")


def _row_claims(row: Row, columns: Columns, topic: Phrase, reader: ProseReader) -> Iterator[Claim]:
    name = row.cells[columns.subject].text if columns.subject < len(row.cells) else ""
    if not name:
        return
    subject = _cell_phrase(name, "gerund" if columns.activities else "noun", reader)
    if columns.activities:
        share = _share_of(row, columns.share)
        qualifiers = (("share", share),) if share else ()
        claim = Claim(topic, reader.relation("responsibleFor"), subject, qualifiers, rule="activity column")
        process = {RG + "Activity", RG + "Method"} & set(reader.classifier.of_phrase(topic))
        part = claim._replace(relation=reader.relation("partOf")).turned()
        yield part if process else claim  # what is done in onboarding is no duty of it
    if columns.holds:
        yield from _cell_claims(topic, columns.holds, name, reader)
    for number, reading in columns.relations:
        yield from _cell_claims(
            subject, reading, row.cells[number].text if number < len(row.cells) else "", reader
        )


def _cell_claims(subject: Phrase, reading: Reading, cell: str, reader: ProseReader) -> Iterator[Claim]:
    """Give what a subject has to do with each thing that a cell lists."""
    for part in _SEPARATORS.split(cell):
        if any(letter.isalnum() for letter in part):
            done = reading.relation.name == "responsibleFor" and opens_with_verb(part)
            verb, _, rest = part.strip().partition(" ")
            text = f"{gerund(base_form(verb.lower()))} {rest}".strip() if done else part
            thing = _cell_phrase(text, "gerund" if done else "noun", reader)
            claim = Claim(subject, reading.relation, thing, rule="column")
            yield claim.turned() if reading.inverse else claim


def _cell_phrase(text: str, form: str, reader: ProseReader) -> Phrase:
    tokens = reader.tagged(text)
    whole = tokens[0].keys if len(tokens) == 1 else ()
    return Phrase(text, form, tokens[-1].lower if tokens else "", whole, tokens[-1].keys if tokens else ())


def _share_of(row: Row, column: int | None) -> str:
    """Give a percentage as a decimal of the whole: "20%" is 0.2."""
    match = _SHARE.match(row.cells[column].text) if column is not None and column < len(row.cells) else None
    return f"{float(match[1].replace(',', '.')) / 100:g}" if match else ""
