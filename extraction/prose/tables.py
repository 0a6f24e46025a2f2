"""Tables of activities inside an entry: what a role does, what share of its time it takes, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.prose.prose import Found, ProseReader
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
_SORTS = ("type", "kind", "model", "form", "variant", "category", "option")
_SEPARATORS = re.compile(r"\s*(?:,|;|/|\band\b|&|\n)\s*")


class Columns(NamedTuple):
    """What the columns of a table hold: the number of the subject's and the share's, and the relations of others.

    ``activities`` tells that the subjects are what the headword does. Where the subject is None, it is the headword.
    """

    subject: int | None
    activities: bool
    share: int | None
    relations: tuple[tuple[int, Reading], ...]


def columns_of(table: Table, reader: ProseReader) -> Columns | None:
    """Recognise the columns of a table by their headers; None where they tell neither activities nor relations."""
    titles = [cell.text for cell in table.header]
    activity = next((n for n, title in enumerate(titles) if _names_activities(title, reader.ontology)), 0)
    activities = bool(titles) and _names_activities(titles[activity], reader.ontology)
    shared = any(_names_share(title, reader.ontology) for title in titles)
    if activities and activity and not shared and _is_label(titles[0], reader):
        return _of_kinds(titles, activity, reader)
    if not activities:
        activity = next((n for n, title in enumerate(titles) if fold(title) in _SUBJECTS), 0)
        first = (
            reader.announcer.column(titles[0]) if titles and fold(titles[activity]) not in _SUBJECTS else None
        )
        if first is not None:  # "Skill | Level": each row names something that the headword has
            return Columns(None, False, None, ((0, first),))
    share = next(
        (n for n, title in enumerate(titles) if n != activity and _names_share(title, reader.ontology)), None
    )
    found = ((n, reader.announcer.column(title) or _by_head(title, reader)) for n, title in enumerate(titles))
    relations = tuple((n, each) for n, each in found if each and n not in (activity, share))
    return Columns(activity, activities, share, relations) if activities or relations else None


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
    return _has_words(title, columns)


def _names_share(title: str, ontology: Ontology) -> bool:
    share = ontology.properties.get("share")
    return "%" in title or _has_words(title, share.columns if share else ("share",))


def _has_words(title: str, columns: tuple[str, ...]) -> bool:
    """Tell whether a title holds the words of a column's usual title, whatever else it says."""
    words = f" {fold(title)} "
    asked = words.startswith(
        (" what is ", " what are ", " what you get ")
    )  # "What is delivered" tells no deeds
    return not asked and any(f" {fold(column)} " in words for column in columns)


def _by_head(title: str, reader: ProseReader) -> Reading | None:
    """Find the relation of "Primary collaborators" by its last word; "Product manager" is a role and no relation."""
    if reader.classifier.of_name(title) == (RG + "Role",):
        return None
    return reader.announcer.column(title.split()[-1]) if title.split() else None


def read_table(table: Table, topic: Phrase, reader: ProseReader, source: str) -> Iterator[Found | Skip]:
    """Give what a table of activities claims of a role, row by row."""
    table = _with_header(table, reader.ontology)
    columns = columns_of(table, reader)
    if columns is not None and columns.subject is None and not _suits(columns, topic, reader):
        columns = None
    if columns is None:
        yield Skip(
            source, table.line, " | ".join(cell.text for cell in table.header), "table without activities"
        )
        return
    for row in table.rows:
        quote = " | ".join(cell.text for cell in row.cells)
        for claim in _row_claims(row, columns, topic, reader):
            yield Found(claim, quote, row.line, row.line)


def _suits(columns: Columns, topic: Phrase, reader: ProseReader) -> bool:
    """Tell whether the headword can have what the rows name: only roles have levels and skills."""
    domains = {iri for _, reading in columns.relations for iri in reading.relation.domain}
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


def _row_claims(row: Row, columns: Columns, topic: Phrase, reader: ProseReader) -> Iterator[Claim]:
    subject = topic
    if columns.subject is not None:
        name = row.cells[columns.subject].text if columns.subject < len(row.cells) else ""
        if not name:
            return
        subject = _cell_phrase(name, "gerund" if columns.activities else "noun", reader)
    if columns.activities:
        share = _share_of(row, columns.share)
        qualifiers = (("share", share),) if share else ()
        yield Claim(topic, reader.relation("responsibleFor"), subject, qualifiers, rule="activity column")
    for number, reading in columns.relations:
        for part in _SEPARATORS.split(row.cells[number].text if number < len(row.cells) else ""):
            if any(letter.isalnum() for letter in part):
                claim = Claim(subject, reading.relation, _cell_phrase(part, "noun", reader), rule="column")
                yield claim.turned() if reading.inverse else claim


def _cell_phrase(text: str, form: str, reader: ProseReader) -> Phrase:
    tokens = reader.tagged(text)
    whole = tokens[0].keys if len(tokens) == 1 else ()
    return Phrase(text, form, tokens[-1].lower if tokens else "", whole, tokens[-1].keys if tokens else ())


def _share_of(row: Row, column: int | None) -> str:
    """Give a percentage as a decimal of the whole: "20%" is 0.2."""
    match = _SHARE.match(row.cells[column].text) if column is not None and column < len(row.cells) else None
    return f"{float(match[1].replace(',', '.')) / 100:g}" if match else ""
