"""Pages of teams: headings that name teams, departments and functions, each with what it answers for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.sections import Section, all_sections
from rolegraph.extraction.names.heads import without_brackets
from rolegraph.extraction.roles.holders import TEAM
from rolegraph.extraction.words.inflection import singular
from rolegraph.graph.names import fold
from rolegraph.readers import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitles

__all__ = ["team_names"]

_SAYING = frozenset({"responsibleFor", "memberOf", "collaboratesWith", "measuredBy", "reportsTo"})
_OWN = re.compile(rf"(?:we|our team|this {TEAM}|the {TEAM})\b", re.IGNORECASE)


def team_names(root: Section, announcer: RoleAnnouncer, titles: RoleTitles) -> frozenset[str]:
    """Give the headings that name teams, where a page tells of several and of little else."""
    named = [each for each in all_sections(root) if each.title and not announcer.knows(each.title)]
    teams = [each for each in named if _is_team(each, titles) and _tells(each, announcer, titles)]
    others = [each for each in _beside(root, teams) if each in named and each not in teams and each.blocks]
    return frozenset(each.title for each in teams) if len(teams) > max(1, len(others)) else frozenset()


def _beside(section: Section, teams: list[Section]) -> Iterator[Section]:
    """Give the sections that stand side by side with teams."""
    if any(child in teams for child in section.children):
        yield from section.children
    for child in section.children:
        yield from _beside(child, teams)


def _is_team(section: Section, titles: RoleTitles) -> bool:
    """Tell a team by its noun, or by how its text goes on to call it: "The payroll function is …" below "Payroll"."""
    return titles.is_team(section.title) or _called(section) is not None


def _called(section: Section) -> re.Match[str] | None:
    name = re.escape(singular(without_brackets(section.title)))
    return re.match(
        rf"(?:the|our) {name}s?(?:,? or [^,]+,|\s\([^()]*\))? {TEAM}\b", _first(section), re.IGNORECASE
    )


def _tells(section: Section, announcer: RoleAnnouncer, titles: RoleTitles) -> bool:
    """Tell whether a section says what a team does: by its headings, or in a sentence on it."""
    readings = (announcer.relation(child.title) for child in section.children)
    told = any(each and each.relation.name in _SAYING for each in readings)
    first = f"{fold(_first(section))} "
    own = first.startswith(f"{fold(titles.core(section.title))} ") or bool(_OWN.match(_first(section)))
    return told or own or _called(section) is not None


def _first(section: Section) -> str:
    return next((block.span.text for block in section.blocks if isinstance(block, Paragraph)), "")
