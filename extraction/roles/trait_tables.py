"""Tables inside the text on one role: columns that each hold what it does or needs, cell by cell or by marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.roles.role_tables import lines
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.readers import Row, Span, Table

__all__ = ["Trait", "traits"]

_TOLD = frozenset({"responsibleFor", "requiresSkill", "measuredBy", "uses", "produces"})
_MARK = re.compile(r"(?:[x✓✔☑✅•●*]|yes|ja|oui|sí|[ed]|essential|desirable)?", re.IGNORECASE)
_UNMARKED = re.compile(r"(?:no|nein|non|none|n\.?/?a\.?|nil|[-–—✗✘])?", re.IGNORECASE)
_NOTHING = re.compile(r"(?:n\.?/?a\.?|nil|none\b.*|not applicable|[-–—]+)\W*$", re.IGNORECASE)


class Trait(NamedTuple):
    """The text of a cell, or of what a mark stands beside, with what its column announces."""

    span: Span
    reading: Reading
    heading: str
    optional: bool


def traits(table: Table, announcer: RoleAnnouncer) -> list[Trait]:
    """Give what a table says of the role in whose section it stands; nothing where its first column announces that."""
    heads = [cell.text.strip(" :*") for cell in table.header]
    told = {n: reading for n, head in enumerate(heads) if n and (reading := _reading(head, announcer))}
    if not told or len(heads) < 2 or announcer.column(heads[0]) is not None:
        return []
    marked = all(_is_mark(row, n) for row in table.rows for n in told)
    read = _by_marks if marked else _by_cells
    return [trait for row in table.rows for trait in read(row, heads, told, announcer)]


def _reading(head: str, announcer: RoleAnnouncer) -> Reading | None:
    reading = announcer.relation(head) if head else None
    return reading if reading and reading.relation.name in _TOLD and not reading.inverse else None


def _is_mark(row: Row, column: int) -> bool:
    text = row.cells[column].text.strip() if column < len(row.cells) else ""
    return bool(_MARK.fullmatch(text) or _UNMARKED.fullmatch(text))


def _by_marks(
    row: Row, heads: Sequence[str], told: dict[int, Reading], announcer: RoleAnnouncer
) -> Iterator[Trait]:
    """Read "Driving licence | x | " below "Criteria | Essential | Desirable"."""
    for number, reading in told.items():
        text = row.cells[number].text.strip() if number < len(row.cells) else ""
        if _UNMARKED.fullmatch(text) or not row.cells[0].text.strip():
            continue
        yield Trait(row.cells[0], reading, heads[number], announcer.is_optional(heads[number]))
        return


def _by_cells(
    row: Row, heads: Sequence[str], told: dict[int, Reading], announcer: RoleAnnouncer
) -> Iterator[Trait]:
    for number, reading in told.items():
        for part in lines(row.cells[number]) if number < len(row.cells) else ():
            if fold(part.text) and not _NOTHING.match(part.text):
                yield Trait(part, reading, heads[number], announcer.is_optional(heads[number]))
