"""Tables of roles: a row for each with its traits, or a column for each with a row for every trait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.deeds.duties import subjectless_verb
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.layout.sections import Section
from rolegraph.extraction.names.abbreviations import spells
from rolegraph.graph.names import fold
from rolegraph.readers import Definition, Heading, Item, Paragraph, Table

if TYPE_CHECKING:
    from rolegraph.extraction.claims.cues import Reading
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitle, RoleTitles
    from rolegraph.readers import Block, Row, Span

__all__ = ["RoleSection", "cells_of", "lines", "roles_of_table", "without_columns"]

_ROLES = frozenset(
    {"role", "title", "job title", "position", "job", "role title", "role name", "team member", "who"}
)
# Of these, the titles that say that all below them are roles, whatever their nouns.
_SURE = _ROLES - {"title", "team member", "who"}
_SHORTS = frozenset({"abbreviation", "abbr", "acronym", "short name", "short form"})
_CODES = frozenset({"id", "code", "key", "short", "slug"})
_NAMES = frozenset({"name", "level", "title", "who", "member"})
_DESCRIPTIONS = frozenset(
    {
        "description",
        "desc",
        "definition",
        "summary",
        "purpose",
        "overview",
        "about",
        "role description",
        "what they do",
    }
)
# What only roles have: a table with columns for two of these is one of roles.
_TRAITS = frozenset({"responsibleFor", "requiresSkill", "reportsTo"})
_LISTED = frozenset({"responsibleFor", "requiresSkill"})


class RoleSection(NamedTuple):
    """A role on a page and the part of the page that tells of it.

    ``family`` is the role that it is a level of, ``gloss`` what a list says of it beside its name.
    """

    title: RoleTitle
    section: Section
    family: str = ""
    gloss: Span | None = None

    @property
    def span(self) -> Span | None:
        """The heading."""
        return self.section.heading.span if self.section.heading else None


def roles_of_table(
    table: Table, announcer: RoleAnnouncer, titles: RoleTitles, *, listed: bool = False, alone: bool = False
) -> list[RoleSection]:
    """Give the roles that a table tells of, each with its cells as a section.

    Below a heading that lists roles, ``listed``, they can stand in a column of names; a table that is ``alone``, as a
    sheet is, can name roles of which it tells nothing.
    """
    table = _headed(table)
    rows = list(_in_rows(table, announcer, titles, listed=listed, alone=alone))
    return rows or list(_in_columns(table, announcer, titles))


def _headed(table: Table) -> Table:
    """Take the first row of a table without header for it where one of its cells is the title of a column of roles."""
    first = table.rows[0] if table.rows and not table.header else None
    if first is None or all(fold(cell.text) not in _ROLES for cell in first.cells):
        return table
    return Table(first.cells, table.rows[1:], table.line)


def _in_columns(table: Table, announcer: RoleAnnouncer, titles: RoleTitles) -> Iterator[RoleSection]:
    """Read a column for each role, and what the first cell of a row announces of its other cells."""
    named = [(n, title) for n, cell in enumerate(table.header) if (title := titles.read(cell.text))]
    if len(named) < 2 or len(named) < len(table.header) - 1:
        return
    for number, title in named:
        blocks: list[Block] = []
        children: list[Section] = []
        for row in table.rows:
            label, cell = row.cells[0], row.cells[number] if number < len(row.cells) else row.cells[0]
            reading = _reading(label, announcer) if cell is not label and number else None
            if cell is label or not cell.text:
                continue
            told = reading is None or reading.relation.name in _LISTED
            if (
                reading is None
                or cell.text.startswith("Reports")
                or (not told and subjectless_verb(cell.text))
            ):
                blocks.append(Item(cell))
            elif reading.relation.name in _LISTED:
                children.append(Section(Heading(_head(label), 2), tuple(map(Item, lines(cell))), ()))
            else:
                blocks.append(Definition(label, (cell,)))
        yield RoleSection(title, Section(Heading(table.header[number], 1), tuple(blocks), tuple(children)))


def _in_rows(
    table: Table, announcer: RoleAnnouncer, titles: RoleTitles, *, listed: bool, alone: bool
) -> Iterator[RoleSection]:
    heads = [fold(cell.text) for cell in table.header]
    said = [reading for cell in table.header if (reading := _reading(cell, announcer, _TRAITS))]
    wanted = _ROLES | _NAMES if listed or len({each.relation.name for each in said}) > 1 else _ROLES
    columns = [number for number, head in enumerate(heads) if head in wanted]
    if not columns or len(heads) < 2:
        return
    subject = max(columns, key=lambda number: (_roles_below(table, number, titles), -number))
    telling = any(each.relation.name in _LISTED for each in said)
    sure = heads[subject] in _SURE and (telling or not _DESCRIPTIONS.isdisjoint(heads))
    cells = [row.cells[subject].text for row in table.rows if subject < len(row.cells)]
    roles = sum(titles.read(cell) is not None for cell in cells)
    if sure or telling or listed or (alone and roles * 2 > len(cells)):
        trusted = [cell for cell in cells if _is_short(cell) and (sure or titles.can_name(cell))]
        titles = titles.trusting(trusted, whole=True)
    named = [(row, title) for row in table.rows if (title := _title(row, subject, titles))]
    if len(named) * 2 <= len(table.rows):
        return
    for row, title in named:
        blocks = tuple(_told(row, table.header, subject, announcer))
        children = tuple(_listed(row, table.header, subject, announcer))
        if blocks or children or alone:
            title = title if title.short else title._replace(short=_short(row, heads, title.label))
            section = Section(Heading(row.cells[subject], 1), blocks, children)
            yield RoleSection(title, section, gloss=_gloss(row, heads))


def _gloss(row: Row, heads: Sequence[str]) -> Span | None:
    """Give the text of the row of a role below "Summary" or the like, if it is one."""
    told = [cell for head, cell in zip(heads, row.cells, strict=False) if head in _DESCRIPTIONS]
    whole = len(told) == 1 and len(lines(told[0])) == 1 and len(told[0].text.split()) > _FEW_WORDS
    return told[0] if whole else None


_FEW_WORDS = 2


def _short(row: Row, heads: Sequence[str], label: str) -> str:
    """Find the abbreviation in the row of a role: in a column of such, or in one of codes that the name spells out."""
    for head, cell in zip(heads, row.cells, strict=False):
        text = cell.text.strip()
        told = head in _SHORTS or (head in _CODES and spells(text, label))
        if told and 1 < len(text) <= 8 and " " not in text and fold(text) != fold(label):
            return text
    return ""


def _roles_below(table: Table, number: int, titles: RoleTitles) -> int:
    """Count the roles in a column: "Title" beside "Level"."""
    return sum(_title(row, number, titles) is not None for row in table.rows)


def _is_short(name: str) -> bool:
    return 0 < len(name.split()) <= 6 and not name.endswith((".", "?", "!"))


def _title(row: Row, subject: int, titles: RoleTitles) -> RoleTitle | None:
    return titles.read(row.cells[subject].text) if subject < len(row.cells) else None


def _cells(row: Row, header: Sequence[Span], subject: int) -> Iterator[tuple[Span, Span]]:
    """Give each cell of a row that tells something, below its title."""
    for number, cell in enumerate(row.cells[: len(header)]):
        if number != subject and cell.text.strip():
            yield header[number], cell


def _told(row: Row, header: Sequence[Span], subject: int, announcer: RoleAnnouncer) -> Iterator[Block]:
    """Give descriptions as paragraphs, and cells that name things as fields."""
    for title, cell in _cells(row, header, subject):
        reading = _reading(title, announcer)
        parts = lines(cell)
        if fold(title.text) in _DESCRIPTIONS:
            yield from map(Item if len(parts) > 1 else Paragraph, parts)
        elif reading is not None and reading.relation.name not in _LISTED:
            yield Definition(title, (cell,))


def _listed(row: Row, header: Sequence[Span], subject: int, announcer: RoleAnnouncer) -> Iterator[Section]:
    """Give the cells below "Responsibilities" and the like as sections of their own."""
    for title, cell in _cells(row, header, subject):
        if _reading(title, announcer, _LISTED):
            yield Section(Heading(_head(title), 2), tuple(map(Item, lines(cell))), ())


def _reading(title: Span, announcer: RoleAnnouncer, wanted: frozenset[str] = frozenset()) -> Reading | None:
    """Give what the title of a column announces, of the relations that are wanted."""
    found = announcer.field(_head(title).text)
    return found if found and (not wanted or found.relation.name in wanted) else None


def _head(title: Span) -> Span:
    """Give the title of a column without what explains it: "Requirements: what to look for"."""
    return cut(title, 0, len(title.text.partition(":")[0]))


def lines(cell: Span) -> list[Span]:
    """Part a cell at the lines of its own, of which each tells by itself."""
    starts = sorted({0, *(offset for offset, _ in cell.starts), *cell.breaks})
    parts = [cut(cell, a, b) for a, b in zip(starts, [*starts[1:], len(cell.text)], strict=True)]
    return [part for part in parts if part.text.strip()]


def cells_of(table: Table) -> Iterator[Span]:
    """Give all cells of a table, those of its header first."""
    yield from table.header
    for row in table.rows:
        yield from row.cells


def without_columns(table: Table, dropped: set[int]) -> Table:
    """Leave out the columns at some places."""
    rows = tuple(row._replace(cells=_without(row.cells, dropped)) for row in table.rows)
    return Table(_without(table.header, dropped), rows, table.line)


def _without(cells: tuple[Span, ...], dropped: set[int]) -> tuple[Span, ...]:
    return tuple(cell for number, cell in enumerate(cells) if number not in dropped)
