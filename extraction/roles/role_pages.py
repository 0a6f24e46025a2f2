"""Pages of roles: job descriptions, families of roles and career ladders, told apart and cut into roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.deeds.duties import RESPONSIBLE, opens_with_verb, subjectless_verb
from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.layout.sections import Section, all_sections, with_parts_nested
from rolegraph.extraction.roles.comparisons import compared_roles
from rolegraph.extraction.roles.fields import fields
from rolegraph.extraction.roles.holders import named_first, opens_with_label, said_of
from rolegraph.extraction.roles.reporting import metrics
from rolegraph.extraction.roles.requirements import asked
from rolegraph.extraction.roles.role_lists import (
    SOMEBODY,
    people_of_list,
    posts_of_list,
    roles_of_list,
    teams_of_list,
)
from rolegraph.extraction.roles.role_tables import RoleSection, roles_of_table
from rolegraph.extraction.roles.role_titles import (
    SENIORITY,
    RoleTitle,
    RoleTitles,
    level_alone,
    without_level,
)
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold
from rolegraph.readers import Definition, Heading, Item, Paragraph, Table

if TYPE_CHECKING:
    from rolegraph.extraction.roles.postings import Offer
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.readers import Block

__all__ = ["RolePage", "RoleSection", "bare_page", "role_page", "seniority"]

# Sections whose sub-headings name other roles than the one that is told of.
_OTHERS = frozenset({"related", "reportsTo", "collaboratesWith", "employs", "distinctFrom"})
_SHARED = frozenset({"responsibleFor", "requiresSkill", "reportsTo", "measuredBy"})
_TELLING = frozenset(
    {"responsibleFor", "requiresSkill", "reportsTo", "measuredBy", "memberOf", "hasLevel", "collaboratesWith"}
)


class RolePage(NamedTuple):
    """The roles of a page, its sections that tell of none, and what lines above its text tell of the first role."""

    roles: tuple[RoleSection, ...]
    rest: tuple[Section, ...]
    offers: tuple[Offer, ...] = ()


def role_page(root: Section, announcer: RoleAnnouncer, titles: RoleTitles) -> RolePage | None:
    """Find the roles of a page; None for a document that is no page of roles."""
    finder = _Finder(announcer, titles)
    finder.collect(root, None)
    told = [
        each
        for each in finder.roles
        if each.title.team or each in finder.listed or finder.tells(each.section) or _is_subject(each)
    ]
    told = _with_subjects(told, finder) if len(told) == 1 else told
    told = told or [each for each in finder.roles if each.span and _DESCRIPTION.search(each.span.text)]
    told = told or [each for each in finder.roles if _is_told_of(each)]
    told = told or _told_in_turn(finder.roles, finder.rest)
    told = told or [
        each for each in finder.roles if not finder.rest and _is_portrait(each, len(finder.roles))
    ]
    if not told and len(finder.roles) > 1 and finder.are_duties([role.section for role in finder.roles]):
        told = finder.roles
    if not told:
        roles, rest = compared_roles(root, titles)
        return RolePage(tuple(roles), tuple(rest)) if roles else None
    if not _prevails(told, finder):
        return None
    kept = [role for role in finder.roles if _holds(role.section) or role in finder.listed]
    shared = [section for section in finder.rest if finder.is_shared(section)]
    found = list(_with_families(kept))
    roles = _with_shared(found, shared)
    rest = [each for each in finder.rest if roles is found or each not in shared]
    return RolePage(tuple(roles), tuple(rest))


def bare_page(root: Section, label: str, *, by_name: bool = False) -> RolePage | None:
    """Take a text without headings of its own for the page of the role that a few of its sentences begin with.

    Where they must begin ``by_name``, "you" and "the role" do not count.
    """
    blocks = [block for each in all_sections(root) for block in each.blocks]
    spans = [block.span for block in blocks if isinstance(block, Paragraph | Item)]
    texts = (sentence.text for span in spans for sentence in sentences(span))
    said = sum(bool(named_first(text, label) if by_name else _said(text, label)) for text in texts)
    if said < _FEWEST or not root.children:
        return None
    return RolePage((RoleSection(RoleTitle(label), root.children[0]),), ())


def _said(text: str, label: str) -> str:
    """Give what a sentence says of a role, or to its holder in German, French or Spanish."""
    return said_of(text, label) or re.sub(r"^(?:Du|Sie|Vous|Usted|Tú) (?=[a-zà-ÿ])|^.*", "", text)


_FEWEST = 2  # sentences on the role


def _with_shared(roles: list[RoleSection], shared: Sequence[Section]) -> list[RoleSection]:
    """Give sections that stand beside all roles of one family to the family, or to the one role that there is."""
    bases = {fold(_base(role.title.label)): _base(role.title.label) for role in roles}
    if not shared or len(bases) != 1:
        return roles
    [(key, label)] = bases.items()
    owner = next(
        (n for n, role in enumerate(roles) if fold(role.title.label) == key or len(roles) == 1), None
    )
    if owner is None:
        return [RoleSection(RoleTitle(label), Section(shared[0].heading, (), tuple(shared))), *roles]
    section = roles[owner].section
    told = section._replace(children=(*section.children, *shared))
    return [*roles[:owner], roles[owner]._replace(section=told), *roles[owner + 1 :]]


_DESCRIPTION = re.compile(r"\b(?:job|position|role) (?:description|posting|profile)$", re.IGNORECASE)
_CALLED_ROLE = re.compile(r"^the .+ role$|\brole of\b", re.IGNORECASE)
_ANSWERS_FOR = re.compile(
    r"(?:is|are) (?:\w+ )?(?:responsible|accountable) for\b|(?:is|are) tasked with\b", re.IGNORECASE
)


def _prevails(told: Sequence[RoleSection], finder: _Finder) -> bool:
    """Tell whether roles make up a page, and do not only stand among the terms of a glossary."""
    rest = [section for section in finder.rest if _holds(section)]
    if len(finder.listed) > 1:
        among = _among_terms(rest, len(finder.listed))
        if not among or all(each in finder.listed for each in told):
            return not among
    if (len(told) > 1 and len(told) * 3 >= len(rest)) or not rest or finder.titled:
        return True
    if finder.lists(rest):
        return True
    if any(_is_told_of(role) for role in told):
        return True
    return sum(_words(role.section) for role in told) > _TIMES_BESIDE * sum(map(_words, rest))


def _is_told_of(role: RoleSection) -> bool:
    """Tell a section called "The purser role" in which a sentence says what pursers answer for."""
    if role.span is None or not _CALLED_ROLE.search(role.span.text):
        return False
    blocks = (block for each in all_sections(role.section) for block in each.blocks)
    texts = (block.span.text for block in blocks if isinstance(block, Paragraph))
    return any(_ANSWERS_FOR.match(said_of(text, role.title.label)) for text in texts)


def _with_subjects(told: list[RoleSection], finder: _Finder) -> list[RoleSection]:
    """Add the roles beside one that is told of with whose names their texts begin, if as much is told of no role."""
    more = [
        role
        for role in finder.roles
        if role in told
        or (
            role.section.blocks
            and isinstance(first := role.section.blocks[0], Paragraph)
            and named_first(first.span.text, role.title.label)
        )
    ]
    return more if len(more) >= sum(map(_holds, finder.rest)) else told


def _is_portrait(role: RoleSection, count: int) -> bool:
    """Tell a text without headings on the one role that its title names, which says what only roles have."""
    if count > 1 or role.span is None or role.section.children:
        return False
    spans = [block.span for block in role.section.blocks if isinstance(block, Paragraph)]
    texts = [sentence.text for span in spans for sentence in sentences(span)]
    named = [text for text in texts if named_first(text, role.title.label)]
    telling = [text for text in texts if _says_of_role(text, said_of(text, role.title.label))]
    return len(named) >= _FEWEST and len(telling) >= _FEWEST


def _says_of_role(text: str, said: str) -> bool:
    """Tell a sentence on whom a role reports to, what it needs or by what it is judged."""
    return _OF_ROLES.search(said) is not None or bool(metrics(text, said) or asked(text))


_OF_ROLES = re.compile(
    r"\b(?:reports? to|works? under|answers? to|takes? orders from|needs?|must have|requires?|"
    r"(?:is|are) (?:judged|measured)|becomes?|started? as|begins? as)\b",
    re.IGNORECASE,
)


def _told_in_turn(roles: list[RoleSection], rest: Sequence[Section]) -> list[RoleSection]:
    """Give roles of a page of little else, the first text below most of which is a sentence on the role."""
    firsts = [(role, role.section.blocks[0]) for role in roles if role.section.blocks]
    said = [
        role
        for role, block in firsts
        if isinstance(block, Item | Paragraph)
        and (
            said_of(block.span.text, role.title.label) or opens_with_label(block.span.text, role.title.label)
        )
    ]
    most = len(said) == len(roles) or len(said) * 3 >= 2 * (len(roles) + sum(map(_holds, rest)))
    most = most and len(said) > _FEWEST
    return roles if most else []


def _is_subject(role: RoleSection) -> bool:
    """Tell a section most items of which are sentences on its role: "1. The purser shall pay the bills."."""
    blocks = [block for each in all_sections(role.section) for block in each.blocks]
    items = [block.span.text for block in blocks if isinstance(block, Item)]
    said = sum(bool(said_of(text, role.title.label)) for text in items)
    return said >= _FEWEST and said * 2 > len(items)


def _words(section: Section) -> int:
    """Count the words of a section and of those below it."""
    blocks = [block for each in all_sections(section) for block in each.blocks]
    return sum(len(block.span.text.split()) for block in blocks if isinstance(block, Item | Paragraph))


_TIMES_BESIDE = 4  # as many words of roles as of all else, where a page begins with what is no role's


def _among_terms(rest: Sequence[Section], count: int) -> bool:
    """Tell whether a page has, beside its list of roles, more terms of other kinds."""
    sections = [each for section in rest for each in all_sections(section) if each.blocks]
    blocks = [block for each in sections for block in each.blocks]
    pairs = sum(isinstance(block, Definition) or _is_bold_pair(block) for block in blocks)
    return pairs > count or len(sections) > _MOST_BESIDE * count


_MOST_BESIDE = 4


def _is_bold_pair(block: Block) -> bool:
    bold = isinstance(block, Item | Paragraph) and bool(block.span.strong)
    return bold and isinstance(block, Item | Paragraph) and read_pair(block.span) is not None


class _Finder:
    """Walks the sections of a document.

    ``roles`` and ``rest`` are what it found, ``listed`` the roles below headings that list roles; ``titled`` tells that
    the page itself has the title of a role.
    """

    def __init__(self, announcer: RoleAnnouncer, titles: RoleTitles) -> None:
        self._announcer, self._titles = announcer, titles
        self.roles: list[RoleSection] = []
        self.listed: list[RoleSection] = []
        self.rest: list[Section] = []
        self.titled = self._listing = False

    def collect(self, section: Section, role: RoleTitle | None) -> tuple[Section, ...]:
        """Put the roles below a section apart; give the sub-sections that are left."""
        first = len(self.roles)
        named = self._announcer.lists_roles(section.title)
        lists = role is None and (named or self._listing)
        outer, self._listing = self._listing, lists
        alone = section.heading is None and len(section.blocks) == 1 and not section.children
        for block in section.blocks:
            if isinstance(block, Table):
                self.roles += roles_of_table(block, self._announcer, self._titles, listed=lists, alone=alone)
        posts = posts_of_list(section, self._titles) if role is None else []
        self.roles += posts
        self.listed += posts
        if role is None and not posts:
            read = roles_of_list if lists else people_of_list
            self.roles += read(section, self._announcer, self._titles)
        teams = teams_of_list(section) if role is None and self._announcer.lists_teams(section.title) else []
        self.roles += teams
        self.listed += teams
        own: list[Section] = []
        for child in with_parts_nested(section.children, self._announcer):
            before = len(self.roles)
            left = self._child(
                child, role if self._still_tells(child, role, before, first) else None, section
            )
            own += [left] if left else []
        self._listing = outer
        self.listed += [each for each in self.roles[first:] if (lists or alone) and each not in self.listed]
        return tuple(own)

    def _still_tells(self, child: Section, role: RoleTitle | None, count: int, first: int) -> bool:
        """Tell whether a section tells of a family of roles: behind its members, only by a known heading."""
        behind = role is not None and role.family and count > first
        return not behind or self._announcer.relation(child.title) is not None

    def _child(self, child: Section, role: RoleTitle | None, parent: Section) -> Section | None:
        """Give what a sub-section tells of the role it stands below; None where it tells of another."""
        relation, kind = self._announcer.relation(child.title), self._announcer.kind(child.title)
        lists = role is None and self._holds_roles(child)
        silent = kind or (relation and relation.relation.name in _OTHERS)
        stated = ":" in child.title and self._titles.read(child.title) is not None  # "Job title: Cook"
        if silent and not lists and not stated and not self._titles.trusts(child.title):
            return self._left(child, role)
        unnamed = (
            child.title.endswith("?")
            or _heads_both(child)
            or (lists and not self._titles.trusts(child.title))
        )
        title = None if unnamed else self._title(child.title, role)
        if (
            title is None
            and self._listing
            and not unnamed
            and role is None
            and self._titles.is_team(child.title)
        ):
            title = RoleTitle(self._titles.core(child.title), team=True)  # "Steering committee" among roles
        if title and role and not title.level and _alike(title.label, role.label):
            title = None  # "Maintainer responsibilities" below "Maintainer"
        if title is None or (relation and not title.level and self._titles.read(child.title) is None):
            own = child._replace(children=self.collect(child, role))
            return self._left(own, role) if _holds(own) else None
        if parent.heading is None and self._titles.read(child.title):
            self.titled = True
        number = len(self.roles)
        own = child._replace(children=self.collect(child, title))
        self.roles.insert(number, RoleSection(title, own))
        return None

    def _holds_roles(self, section: Section) -> bool:
        """Tell whether a section lists roles by its heading, or has headings of roles below one on the employer."""
        if self._announcer.lists_roles(section.title):
            return True
        furniture = self._announcer.kind(section.title) == "furniture"
        return furniture and any(self._titles.read(child.title) for child in section.children)

    def _left(self, section: Section, role: RoleTitle | None) -> Section | None:
        """Leave a section to its role; without one it is put aside."""
        if role is None:
            self.rest.append(section)
            return None
        return section

    def _title(self, text: str, role: RoleTitle | None) -> RoleTitle | None:
        """Read the title of a role, or of a level of the role it stands below."""
        level = level_alone(text)
        if role is not None and level:
            rank = level.lower().split()[0] in SENIORITY
            label = f"{level} {role.label[:1].lower()}{role.label[1:]}" if rank else f"{role.label} {level}"
            return RoleTitle(label, level)
        return self._titles.read(text)

    def is_shared(self, section: Section) -> bool:
        """Tell whether a section of no role in particular says what one does or needs, by its headings."""
        readings = (self._announcer.relation(each.title) for each in all_sections(section) if each.title)
        return any(each and each.relation.name in _SHARED and not each.inverse for each in readings)

    def lists(self, sections: Sequence[Section]) -> bool:
        """Tell whether the one section beside the roles is headed as their list: "Data roles"."""
        return len(sections) == 1 and self._announcer.lists_roles(sections[0].title)

    def tells(self, section: Section) -> bool:
        """Tell whether a section tells of a role: by headings, labels or items that only roles have."""
        return any(self._tells(each) for each in all_sections(section)) or self.are_duties([section])

    def _tells(self, section: Section) -> bool:
        relation = self._announcer.relation(section.title) if section.title else None
        told = relation is not None and relation.relation.name in _TELLING
        told = (
            told or self._announcer.offers(section.title) or self._announcer.kind(section.title) == "position"
        )
        return told or any(self._states(block) for block in section.blocks)

    def _states(self, block: Block) -> bool:
        """Tell whether a block labels what only roles have: "Reports to: …"."""
        readings = (self._announcer.field(label) for label in _labels(block))
        return any(reading and reading.relation.name in _TELLING for reading in readings)

    def are_duties(self, sections: Sequence[Section]) -> bool:
        """Tell whether most items of some sections say what somebody does."""
        blocks = [block for section in sections for each in all_sections(section) for block in each.blocks]
        texts = [block.span.text for block in blocks if isinstance(block, Item)]
        deeds = sum(opens_with_verb(text) for text in texts)
        if not texts:
            if any(_opens_as_duty(block) for block in blocks[:2]):
                return True
            texts = [block.span.text for block in blocks if isinstance(block, Paragraph)]
            deeds = sum(text.startswith("To ") and opens_with_verb(text) for text in texts)
        return len(texts) > 1 and deeds * 2 > len(texts)


def _opens_as_duty(block: Block) -> bool:
    """Tell a paragraph that says what somebody does: "Oversees the shift", "You will serve as a host"."""
    text = block.span.text if isinstance(block, Paragraph) else ""
    addressed = re.match(r"you(?:['’]ll| will)\s", text, re.IGNORECASE) is not None
    return (
        addressed
        or SOMEBODY.match(text) is not None
        or RESPONSIBLE.match(text) is not None
        or subjectless_verb(text) is not None
    )


def _labels(block: Block) -> list[str]:
    """Give the labels of fields in a paragraph, an item, a definition or a table of two columns."""
    if isinstance(block, Paragraph | Item):
        return [field.label for field in fields(block.span)]
    if isinstance(block, Definition):
        return [block.term.text]
    if isinstance(block, Table):
        return [row.cells[0].text for row in block.rows if len(row.cells) == 2]
    return []


def _alike(one: str, other: str) -> bool:
    """Tell two names of one role: "Chair" and "Chairperson"."""
    first, second = sorted((fold(one), fold(other)), key=len)
    return second == first or (" " not in second and second in (f"{first}person", f"{first}man"))


def _heads_both(section: Section) -> bool:
    """Tell "Cook & assistant cook" above a section on each of the two."""
    parts = [fold(part) for part in re.split(r"\s+(?:&|and)\s+", section.title)]
    whole = ":" in section.title  # "Cook: duties and career path" above "Career path"
    return len(parts) > 1 and not whole and any(fold(child.title) in parts for child in section.children)


def _holds(section: Section) -> bool:
    """Tell whether a section has any text."""
    return any(not isinstance(block, Heading) for each in all_sections(section) for block in each.blocks)


def _with_families(roles: Sequence[RoleSection]) -> Iterator[RoleSection]:
    """Name the role that each role is a level of, where the page tells of both or of several levels."""
    levels = {(fold(role.title.label), role.title.level) for role in roles if role.title.level}
    alike = [fold(role.title.label) for role in roles]
    for number, role in enumerate(roles):
        several = sum(label == alike[number] for label, _ in levels) > 1
        if several and role.title.level:
            label = f"{role.title.label} {role.title.level}"
            roles = [
                *roles[:number],
                role._replace(title=role.title._replace(label=label)),
                *roles[number + 1 :],
            ]
    bases = [fold(_base(role.title.label)) for role in roles]
    names = {fold(role.title.label): role.title.label for role in roles}
    for role, base in zip(roles, bases, strict=True):
        known = base in names or bases.count(base) > 1
        more = base != fold(role.title.label)
        family = names.get(base, _base(role.title.label)) if known and more else ""
        yield role._replace(family=family)


def _base(label: str) -> str:
    """Give the name of a role without its level: "Senior data analyst", "Data analyst II"."""
    words = without_level(label)[0].split()
    while len(words) > 1 and words[0].lower().strip(".") in SENIORITY:
        words = words[1:]
    return " ".join(words)


def seniority(label: str) -> str:
    """Give the level that the name of a role begins or ends with.

    >>> seniority("Senior data analyst"), seniority("Data analyst II"), seniority("Data analyst")
    ('Senior', 'II', '')
    """
    numeral = without_level(label)[1]
    base = _base(label)
    rank = re.sub(rf"\s*{re.escape(base)}.*$", "", label)
    return rank or numeral
