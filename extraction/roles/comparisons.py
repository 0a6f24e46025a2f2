"""Pages that compare two roles: "Baker vs cook – what differs"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.sections import Section
from rolegraph.extraction.roles.role_tables import RoleSection
from rolegraph.extraction.roles.role_titles import RoleTitle
from rolegraph.extraction.words.inflection import singular
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_titles import RoleTitles

__all__ = ["compared", "compared_roles", "names_first", "other_of"]

_VERSUS = re.compile(
    r"^(?:[^:]{2,40}: )?(?:the )?(?P<one>[^:|–—]{2,40}?) (?:vs\.?|versus) (?:the )?(?P<other>[^:|–—?]{2,40}?)"
    r"(?:\s*[:|?–—].*|\s-\s.*)?$",
    re.IGNORECASE,
)


def compared(title: str) -> tuple[str, ...]:
    """Give the two names that a title compares; none for another title.

    >>> compared("Baker vs. Cooks – who does what"), compared("Bakers")
    (('Baker', 'Cook'), ())
    """
    match = _VERSUS.match(title)
    return (singular(match["one"].strip()), singular(match["other"].strip())) if match else ()


def other_of(title: str, label: str) -> str:
    """Give what a title compares a role with: "Baker vs cook" on the page of a baker; else nothing.

    >>> other_of("Bakers vs. cooks", "Baker"), other_of("Baker vs cook", "Waiter")
    ('cook', '')
    """
    names = compared(title)
    others = [name for name in names if fold(name) != fold(label)]
    return others[0] if len(names) > len(others) == 1 else ""


def compared_roles(root: Section, titles: RoleTitles) -> tuple[list[RoleSection], list[Section]]:
    """Give the two roles that the title of a page compares, each with the sections on it, and the other sections."""
    first = root.children[0] if root.children else None
    names = compared(first.title) if first is not None else ()
    if first is None or first.heading is None or not names or not all(map(titles.names_role, names)):
        return [], []
    sections = [*first.children, *root.children[1:]]
    roles = []
    for name, other in (names, names[::-1]):
        own = tuple(each for each in sections if _names(each.title, name) and not _names(each.title, other))
        roles.append(RoleSection(RoleTitle(name), Section(first.heading, (), own)))
    told = [section for role in roles for section in role.section.children]
    rest = [first._replace(children=()), *(each for each in sections if each not in told)]
    return roles, rest


def _names(title: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}s?\b", title, re.IGNORECASE) is not None


def names_first(text: str, label: str) -> bool:
    """Tell whether a sentence begins with a role, and with it alone: "In contrast, a baker …"."""
    name = rf"(?:\w+ \w+, )?(?:(?:an?|the) )?{re.escape(label)}s?(?: role)?\b(?!['’]s\b)(?! (?:and|or|vs)\b)"
    return re.match(name, text, re.IGNORECASE) is not None
