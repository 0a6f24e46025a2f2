"""Tables of roles: a row for each with its traits, or a column for each with a row for every trait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.forms.sections import Section
from rolegraph.graph.names import fold
from rolegraph.readers import Definition, Heading, Item, Paragraph, Table

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitle, RoleTitles
    from rolegraph.readers import Block, Row, Span

__all__ = ["RoleSection", "roles_of_table"]

_ROLES = frozenset(
    {"role", "title", "job title", "position", "job", "role title", "role name", "team member", "who"}
)
_DESCRIPTIONS = frozenset(
    {"description", "definition", "summary", "purpose", "overview", "about", "role description"}
)
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


def roles_of_table(table: Table, announcer: RoleAnnouncer, titles: RoleTitles) -> list[RoleSection]:
    """Give the roles that a table tells of, each with its cells as a section."""
    return list(_in_rows(table, announcer, titles)) or list(_in_columns(table, titles))


def _in_columns(table: Table, titles: RoleTitles) -> Iterator[RoleSection]:
    named = [(n, title) for n, cell in enumerate(table.header) if (title := titles.read(cell.text))]
    if len(named) < 2 or len(named) < len(table.header) - 1:
        return
    for number, title in named:
        cells = [
            row.cells[number] for row in table.rows if number < len(row.cells) and row.cells[number].text
        ]
        yield RoleSection(title, Section(Heading(table.header[number], 1), tuple(map(Item, cells)), ()))


def _in_rows(table: Table, announcer: RoleAnnouncer, titles: RoleTitles) -> Iterator[RoleSection]:
    heads = [fold(cell.text) for cell in table.header]
    subject = next((number for number, head in enumerate(heads) if head in _ROLES), None)
    if subject is None or len(heads) < 2:
        return
    if any((found := announcer.field(cell.text)) and found.relation.name in _LISTED for cell in table.header):
        cells = [row.cells[subject].text for row in table.rows if subject < len(row.cells)]
        titles = titles.trusting(filter(titles.can_name, cells))
    named = [(row, title) for row in table.rows if (title := _title(row, subject, titles))]
    if len(named) * 2 <= len(table.rows):
        return
    for row, title in named:
        blocks = tuple(_told(row, table.header, subject, announcer))
        children = tuple(_listed(row, table.header, subject, announcer))
        if blocks or children:
            yield RoleSection(title, Section(Heading(row.cells[subject], 1), blocks, children))


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
        reading = announcer.field(title.text)
        if fold(title.text) in _DESCRIPTIONS:
            yield Paragraph(cell)
        elif reading is not None and reading.relation.name not in _LISTED:
            yield Definition(title, (cell,))


def _listed(row: Row, header: Sequence[Span], subject: int, announcer: RoleAnnouncer) -> Iterator[Section]:
    """Give the cells below "Responsibilities" and the like as sections of their own."""
    for title, cell in _cells(row, header, subject):
        reading = announcer.field(title.text)
        if reading is not None and reading.relation.name in _LISTED:
            yield Section(Heading(title, 2), (Item(cell),), ())
