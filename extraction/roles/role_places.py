"""Names that their place tells to be roles', whatever their nouns: below "Roles", beside like sections, as a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.duties import RESPONSIBLE, lead, opens_with_verb
from rolegraph.extraction.deeds.duty_forms import imperative
from rolegraph.extraction.layout.sections import Section, all_sections
from rolegraph.extraction.roles.holders import named_first
from rolegraph.extraction.roles.role_titles import level_alone
from rolegraph.extraction.words.sentences import sentences
from rolegraph.readers import Item, Paragraph

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitles

__all__ = ["is_of_thing", "placed_names"]

_SAYING = frozenset({"responsibleFor", "requiresSkill", "reportsTo", "measuredBy"})
_GRADED = re.compile(r"[(\[]?(?:level|grade|band|tier|step)\s*\w{1,3}\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:any(?:one|body)|some(?:one|body)|people|those|individuals|(?:a|the) person|volunteers|they|he|she|"
    r"this (?:role|person|position)|you)\b",
    re.IGNORECASE,
)


def placed_names(root: Section, announcer: RoleAnnouncer, titles: RoleTitles) -> frozenset[str]:
    """Give the names that stand where a page names its roles.

    They stand below a heading that lists roles ("Project roles"), side by side with sections that only roles have
    ("Responsibilities", "Requirements"), or alone as the title of a page with several such sections.
    """
    places = _Places(announcer, titles)
    found = set(places.all_below(root)) | set(places.with_duties(root))
    return frozenset(found) or frozenset(places.titled(root))


def _is_subject(section: Section) -> bool:
    """Tell a section that opens by saying what the one does that its heading names: "Two linesmen take the ropes"."""
    first = next((block.span.text for block in section.blocks if isinstance(block, Paragraph)), "")
    said = named_first(first, section.title) if section.title else ""
    is_one = said.startswith(("is ", "are "))
    return bool(_ACTING.match(said)) if is_one else bool(said) and lead(said) is not None


_ACTING = re.compile(
    r"(?:is|are) (?:\w+ly |also )?(?:an?|the|one|our|responsible|accountable|answerable|in charge|tasked|charged|"
    r"employed|appointed|elected|expected|there|on)\b"
)


def _addresses(section: Section) -> bool:
    """Tell a section that opens by speaking to the reader: "Send your receipts to finance", "Write it down"."""
    spans = (block.span for block in section.blocks if isinstance(block, Paragraph | Item))
    first = next((sentence.text for span in spans for sentence in sentences(span)), "")
    return _READER.search(first) is not None or imperative(first) is not None


_READER = re.compile(r"\byour?\b|^(?:we|our|come|please|let['’]s)\b", re.IGNORECASE)


def _genus(section: Section) -> str:
    """Give what the first sentence below a heading says that its name is: "Docking is a practice that …"."""
    first = next((block.span.text for block in section.blocks if isinstance(block, Paragraph)), "")
    found = _IS_ONE.match(named_first(first, section.title))
    return found["genus"] if found else ""


_IS_ONE = re.compile(
    r"(?:is|are) (?:an?|the|any) (?P<genus>[\w-]+(?: [\w-]+){0,3}?)"
    r"(?=[,.;:(]| (?:that|which|where|who|whose|in|of|for|to|by|with|on|used|made|designed|between)\b)"
)


def is_of_thing(section: Section, titles: RoleTitles) -> bool:
    """Tell a section that opens by saying that its name is no role's: "A claims administrator is a company that …"."""
    genus = _genus(section)
    post = genus.rpartition(" ")[2].lower() in ("job", "post", "career")
    return bool(genus) and not post and not titles.can_name(genus) and not titles.names_somebody(genus)


class _Places:
    """Looks for the names of roles by what stands around them."""

    def __init__(self, announcer: RoleAnnouncer, titles: RoleTitles) -> None:
        self._announcer, self._titles = announcer, titles

    def all_below(self, section: Section) -> Iterator[str]:
        """Give the names among the headings of a section, but for what stands below the title of a role."""
        if (
            section.title
            and self._titles.read(section.title)
            and not self._announcer.lists_roles(section.title)
        ):
            return
        yield from self._below(section)
        for child in section.children:
            yield from self.all_below(child)

    def _below(self, section: Section) -> Iterator[str]:
        listed = self._announcer.lists_roles(section.title)
        levels = sum(bool(level_alone(child.title)) for child in section.children)
        named = [
            child
            for child in section.children
            if self._can_name(child, sure=listed and levels < 2 and bool(self._relations(child)))
        ]
        telling = [child for child in named if self._relations(child) or (listed and self._tells(child))]
        if listed and not any(map(_addresses, telling)):  # "Rituals: We meet at nine"
            named = [child for child in named if child in telling or not _addresses(child)]
        graded = [child for child in named if _GRADED.match(child.title)]
        if len(graded) > 1:
            yield from (child.title for child in graded)
        if listed and len(telling) * 2 >= len(named) and len(named) > 1:
            yield from (child.title for child in named)
        elif len(telling) > 1:
            yield from (child.title for child in named if child in telling or _is_subject(child))
        else:
            yield from self._beside_roles(named)

    def _beside_roles(self, named: list[Section]) -> Iterator[str]:
        """Give the headings side by side of which one is a role's, where the texts below most say what is done."""
        subjects = [child for child in named if _is_subject(child)]
        acting = [child for child in named if self._tells(child) or child in subjects]
        known = [child for child in acting if self._titles.read(child.title) is not None]
        if not any(map(_addresses, known)):  # "Holidays: You get 28 days" stands beside roles, and is none
            acting = [child for child in acting if child in known or not _addresses(child)]
        if len(acting) * 2 <= len(named):
            acting = [child for child in acting if child in known or child in subjects]
        if len(acting) > 1 and 2 * len(known) >= len(acting):
            yield from (child.title for child in acting)

    def with_duties(self, root: Section) -> Iterator[str]:
        """Give the names in headings on somebody's duties."""
        named = (self._titles.duties_of(each.title) for each in all_sections(root) if each.title)
        yield from (name for name in named if name and self._titles.can_name(name))

    def titled(self, root: Section) -> Iterator[str]:
        """Give the title of a page that has at least two sections that only roles have, and no other role."""
        told = {relation for each in all_sections(root) for relation in self._relations(each)}
        titles = [each.title for each in all_sections(root) if each.title]
        others = [title for title in titles if not self._announcer.knows(title)]
        first = root.children[0] if root.children else None
        names = first is not None and self._can_name(first) and not self._announcer.lists_roles(first.title)
        skilled = [title for title in titles if self._announces_skills(title)]
        several = len(told) > 1 or (first and len(skilled) > 1 and self._titles.looks_like_role(first.title))
        thing = first is not None and is_of_thing(first, self._titles)
        if several and first and names and not thing and not any(map(self._titles.read, others)):
            yield first.title

    def _announces_skills(self, title: str) -> bool:
        """Tell a heading that asks for skills by that word, as no page on a thing does."""
        reading = self._announcer.relation(title)
        asks = reading is not None and reading.relation.name == "requiresSkill"
        return (
            asks and re.search(r"skill|competenc|knowledge|qualification", title, re.IGNORECASE) is not None
        )

    def _can_name(self, section: Section, *, sure: bool = False) -> bool:
        title = section.title
        if self._announcer.kind(title) and not self._titles.names_somebody(title):
            return False
        somebody = self._titles.names_somebody(title)
        core = self._titles.core(title)
        if core != title and " " not in core and self._titles.names_somebody(core):
            return False  # "Volunteer positions"
        parts = re.split(r",\s*|\s+(?:&|and)\s+", title)
        if len(parts) > 1 and sum(map(self._titles.names_role, parts)) > 1:
            return False  # "Clerk & assistant clerk" heads the two
        known = self._announcer.relation(title) is not None and not somebody
        return not known and self._titles.can_name(title, sure=sure)

    def _relations(self, section: Section) -> set[str]:
        """Give what the headings right below a section announce, of what only roles have."""
        found = (self._announcer.relation(child.title) for child in section.children)
        return {each.relation.name for each in found if each and not each.inverse} & _SAYING

    def _tells(self, section: Section) -> bool:
        """Tell whether a section speaks of somebody: by what is done, or by a sentence on the name or "they"."""
        items = [block.span.text for block in section.blocks if isinstance(block, Item)]
        if items and sum(map(opens_with_verb, items)) * 2 > len(items):
            return True
        first = next((block.span.text for block in section.blocks if isinstance(block, Paragraph)), "")
        return (
            _is_subject(section)
            or bool(_SOMEBODY.match(first) or RESPONSIBLE.match(first))
            or opens_with_verb(first)
        )
