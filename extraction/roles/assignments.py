"""Tables that assign activities to roles: who does the work, who answers for it, whose advice is asked (RACI)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.entries import Entry, Reference
from rolegraph.graph.names import fold
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.forms.entry_list import EntryList
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.ontology import Ontology
    from rolegraph.readers import Row, Span, Table

__all__ = ["Assignment", "add_assignments", "assignments"]

_LETTERS = {
    "r": "responsibleFor",
    "a": "responsibleFor",
    "c": "collaboratesWith",
    "s": "collaboratesWith",
    "i": "",
}
_MARKS = re.compile(r"^[RACIS](?:\s*[/,&+ ]?\s*[RACIS]){0,2}\*?$")
_TITLES = {
    "responsible": "responsibleFor", "accountable": "responsibleFor", "consulted": "collaboratesWith",
    "supportive": "collaboratesWith", "support": "collaboratesWith", "informed": "",
    "responsable": "responsibleFor", "exécutant": "responsibleFor", "approbateur": "responsibleFor",
    "consulté": "collaboratesWith", "informé": "",
    "durchführungsverantwortlich": "responsibleFor", "verantwortlich": "responsibleFor",
    "rechenschaftspflichtig": "responsibleFor", "konsultiert": "collaboratesWith",
    "zu konsultieren": "collaboratesWith",
    "zu informieren": "", "informiert": "",
    "aprobador": "responsibleFor", "consultado": "collaboratesWith", "informado": "",
}  # fmt: skip
_SEPARATORS = re.compile(r"\s*(?:[,;/\n]|\s&\s|\s\+\s|\b(?:and|et|und|y)\b)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NOBODY = re.compile(r"^(?:n/?a|none|all\b.*|[-–—x✓✔●•*]*|tbd|various)$", re.IGNORECASE)
_MOST_WORDS = 6


class Assignment(NamedTuple):
    """A role, the name of its relation to an activity, and the row that says so."""

    role: str
    relation: str
    activity: str
    span: Span


def assignments(table: Table) -> list[Assignment]:
    """Read a table of assignments; empty for another table.

    Either its columns are roles and its cells letters ("R", "A/R"), or its columns are the parts that one can take,
    and the cells name roles. Who is only informed takes no part.
    """
    header, rows = (table.header, table.rows) if table.header else _headed(table.rows)
    if len(header) < 3 or not rows:
        return []
    if _is_matrix(rows):
        return list(_by_letters(header, rows))
    parts = [_part(cell.text) for cell in header]
    if sum(part is not None for part in parts) < 3 or "responsibleFor" not in parts:
        return []
    return list(_by_names(parts, rows))


def add_assignments(
    found: Sequence[Assignment], entries: EntryList, ontology: Ontology, titles: RoleTitles
) -> None:
    """Give each role of some assignments an entry, unless it has one, with its activities."""
    known = {fold(name, entries.language): entry for entry in entries.entries for name in entry.names()}
    for each in found:
        key = fold(each.role, entries.language)
        if key not in known:
            known[key] = _new(each, entries, titles)
        reading = Reading(ontology.relation_type(each.relation), inverse=False)
        known[key].references.append(Reference.by(reading, each.activity, each.span))
        known[key].reach(each.span.line)


def _new(each: Assignment, entries: EntryList, titles: RoleTitles) -> Entry:
    entry = entries.new(each.role, each.span.line)
    if titles.names_role(each.role.replace("-", " ")):
        entry.classes.append(RG + "Role")
    return entry


def _headed(rows: Sequence[Row]) -> tuple[tuple[Span, ...], Sequence[Row]]:
    return (rows[0].cells, rows[1:]) if rows else ((), ())


def _part(title: str) -> str | None:
    """Give the relation that a column stands for, empty for those who are only informed; None for another column."""
    return _TITLES.get(_BRACKETS.sub("", title).strip(" *").casefold())


def _is_matrix(rows: Sequence[Row]) -> bool:
    """Tell whether the cells behind the first are letters, with those for doing and for being asked or told."""
    texts = [cell.text.strip(" *").upper() for row in rows for cell in row.cells[1:]]
    told = [text for text in texts if not _NOBODY.match(text)]
    letters = set("".join(told)) & set("RACIS")
    marked = sum(bool(_MARKS.match(text)) for text in told)
    return marked > 1 and marked * 5 >= len(told) * 4 and "R" in letters and len(letters) > 1


def _by_letters(header: Sequence[Span], rows: Sequence[Row]) -> Iterator[Assignment]:
    for row in rows:
        for title, cell in zip(header[1:], row.cells[1:], strict=False):
            marks = cell.text.strip(" *").upper()
            parts = [_LETTERS[mark.lower()] for mark in marks if mark.lower() in _LETTERS]
            if _MARKS.match(marks) and title.text.strip():
                for relation in dict.fromkeys(part for part in parts if part):
                    yield Assignment(
                        _BRACKETS.sub("", title.text).strip(), relation, row.cells[0].text, row.span
                    )


def _by_names(parts: Sequence[str | None], rows: Sequence[Row]) -> Iterator[Assignment]:
    activity = next((number for number, part in enumerate(parts) if part is None), 0)
    for row in rows:
        for part, cell in zip(parts, row.cells, strict=False):
            for name in _SEPARATORS.split(_BRACKETS.sub("", cell.text)) if part else ():
                named = not _NOBODY.match(name) and len(name.split()) <= _MOST_WORDS
                if named and activity < len(row.cells) and row.cells[activity].text:
                    yield Assignment(name.strip(" *"), part or "", row.cells[activity].text, row.span)
