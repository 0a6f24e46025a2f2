"""The outline of a page of roles: which of its lines are headings, and which stand below which."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.duties import opens_with_verb
from rolegraph.extraction.layout.led_items import with_led_items, with_led_lines_parted
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.layout.sections import Section, sections
from rolegraph.extraction.roles.announcements import opens_with_name
from rolegraph.extraction.roles.fields import fields
from rolegraph.extraction.words.sentences import sentences
from rolegraph.readers import Block, Definition, Heading, Item, Paragraph, Span, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitles

__all__ = ["outline"]

_MOST_WORDS = 9
_SHORT = 6
_FEWEST_OF_DUTY = 4
_LISTING = frozenset({"collaboratesWith", "uses", "measuredBy"})  # below which a line is no heading
_NAMING = frozenset({"reportsTo", "precedes", "memberOf", "locatedIn", "hasLevel"})


def outline(
    blocks: Sequence[Block], announcer: RoleAnnouncer, titles: RoleTitles, title: str = ""
) -> Section:
    """Arrange the blocks of a page by its headings.

    Bold lines, and paragraphs or items that are known headings ("What you'll do"), head what follows them. Where a
    plain text tells no levels, the headings of roles stand above those of their sections. A ``title`` from the front
    matter stands above all.
    """
    blocks = list(with_led_lines_parted(blocks, announcer.leads_in))
    blocks = with_led_items(blocks, announcer.leads_in)
    root = sections(_Levels(blocks, announcer, titles).blocks(), announcer)
    if not title:
        return root
    first = root.children[0].title if len(root.children) == 1 else ""
    same = bool(first) and opens_with_name(titles.core(first), title)
    inner = root.children[0] if same else root
    own = inner.heading if same and titles.read(first) else None  # with the level that it states
    heading = own or Heading(
        Span(title, inner.heading.span.starts[:1] if same and inner.heading else ((0, 1),)), 1
    )
    return Section(
        None, (), (Section(heading, (*root.blocks, *(inner.blocks if same else ())), inner.children),)
    )


class _Levels:
    """Gives every heading of a page a level of its own: ten for each that the form tells, less for others."""

    def __init__(self, blocks: Sequence[Block], announcer: RoleAnnouncer, titles: RoleTitles) -> None:
        self._given, self._announcer, self._titles = blocks, announcer, titles
        self._told = any(isinstance(block, Heading) and block.level for block in blocks)
        self._level = 0
        self._listing = False
        self._parts = self._follows_known = self._role = False
        headings = [block for block in blocks if isinstance(block, Heading)]
        roles = [
            block for block in headings if titles.read(block.span.text) and not self._knows(block.span.text)
        ]
        self._titled = (
            bool(blocks)
            and not isinstance(blocks[0], Table | Definition)
            and titles.read(blocks[0].span.text) is not None
        )
        self._spaced = self._parts_by_space(blocks)
        self._title = headings[0] if len(roles) == 1 and roles[0] is headings[0] else None

    def _first_lines(self) -> set[int]:
        """Give the headings that are the first lines of what a known heading announces, as a web page can break them.

        Where several known headings have nothing but another heading of their own level behind them, that one is text.
        """
        found = {
            id(block)
            for above, block, after in zip(self._given, self._given[1:], self._given[2:], strict=False)
            if isinstance(above, Heading) and isinstance(block, Heading) and isinstance(after, Paragraph)
            if above.level == block.level and self._announces(above) and not self._knows(block.span.text)
        }
        return found if len(found) > 1 else set()

    def _announces(self, block: Heading) -> bool:
        title = block.span.text
        told = self._announcer.relation(title) is not None or self._announcer.kind(title) == "furniture"
        return told and not self._announcer.lists_roles(title)

    def blocks(self) -> list[Block]:
        """Give the blocks with their headings told."""
        found: list[Block] = []
        first_lines = self._first_lines()
        for number, block in enumerate(self._given):
            self._listing = self._lists(found)
            after = self._given[number + 1] if number + 1 < len(self._given) else None
            above = self._given[number - 1] if number else None
            self._follows_known = isinstance(above, Heading) and self._knows(above.span.text)
            if isinstance(block, Heading) and (
                id(block) in first_lines
                or self._is_value(block, found)
                or self._is_duty(block, first=not found)
                or self._is_field(block)
                or (self._spaced and self._is_line(block, above))
            ):
                found.append(Paragraph(block.span))
            elif isinstance(block, Heading):
                found.append(
                    Heading(_unasked(block.span, self._knows), self._of_heading(block, first=not found))
                )
            elif isinstance(block, Item) and self._is_role_with_sections(block, after):
                found.append(Heading(block.span, self._level + 1))
            elif isinstance(block, Item) and _only_heads(block, after) and not self._knows(block.span.text):
                continue
            elif isinstance(block, Paragraph) and self._titles.described(block.span.text):
                self._level = 20
                found.append(Heading(block.span, self._level))
            elif isinstance(block, Paragraph) and (end := self._bold_title(block)):
                self._level = max(self._level, 10) if not self._told else self._level
                found += [Heading(cut(block.span, 0, end), self._level + 1), Paragraph(cut(block.span, end))]
            elif isinstance(block, Paragraph | Item) and self._heads(block, after):
                below = 2 if isinstance(block, Paragraph) and _is_strong(block.span) else 3
                found.append(Heading(_unasked(block.span, self._knows), self._level + below))
            elif (
                isinstance(block, Paragraph) and isinstance(after, Item) and (lead_in := self._lead_in(block))
            ):
                found += [
                    Paragraph(cut(block.span, 0, lead_in)),
                    Heading(cut(block.span, lead_in), self._level + 3),
                ]
            else:
                found.append(block)
        return found

    def _is_role_with_sections(self, block: Item, after: Block | None) -> bool:
        """Tell an item that names a role, with "Responsibilities" or the like as the first item below it."""
        deeper = isinstance(after, Item) and after.depth > block.depth
        known = (
            deeper
            and isinstance(after, Item)
            and self._announcer.relation(after.span.text.strip(" :*")) is not None
        )
        return known and self._titles.can_name(block.span.text)

    def _lead_in(self, block: Paragraph) -> int:
        """Give where a paragraph ends in a known heading of the items behind it: "… early. Key duties:"."""
        last = list(sentences(block.span))[-1] if block.span.text.endswith(":") else None
        if last is None or not last.start:
            return 0
        short = len(last.text.split()) <= 4 and self._announcer.relation(last.text.strip(" :")) is not None
        return last.start if short or self._announcer.leads_in(last.text) else 0

    def _of_heading(self, block: Heading, *, first: bool) -> int:
        if block is self._title:
            return 1
        if block.level:
            self._level = block.level * 10
            return self._level
        if self._told:
            return self._level + self._below(block)
        named = self._titles.read(block.span.text) is not None and not self._knows(block.span.text)
        part = self._below(block) == 3 and not first
        named = named and not (self._role and self._titles.duties_of(block.span.text))
        self._role = self._role or named
        self._level = 10 if first else 20 if named else 30
        return self._level + 3 * part

    def _below(self, block: Heading) -> int:
        """Tell how far a bold line stands below the heading above it.

        Unknown ones right behind a known one part what it announces: "Responsibilities", "Daily", "Weekly".
        """
        named = self._titles.read(block.span.text) is not None
        known = self._knows(block.span.text)
        self._parts = not known and not named and (self._parts or self._follows_known)
        return 3 if self._parts else 1 if named else 2

    def _is_value(self, block: Heading, before: Sequence[Block]) -> bool:
        """Tell whether a bare line stands directly below a heading that asks for a name: "Reports to"."""
        if block.level or self._knows(block.span.text):
            return False
        above = before[-1] if before else None
        reading = self._announcer.relation(above.span.text) if isinstance(above, Heading) else None
        named = reading is not None and reading.relation.name in _NAMING
        return named or (self._titled and self._listing)

    def _lists(self, before: Sequence[Block]) -> bool:
        """Tell whether the last of some blocks is a heading of names, or a short line below one."""
        last = before[-1] if before else None
        if isinstance(last, Heading):
            reading = self._announcer.relation(last.span.text)
            return reading is not None and reading.relation.name in _LISTING
        text = last.span.text if isinstance(last, Paragraph) else ""
        return self._listing and 0 < len(text.split()) <= _SHORT and not text.endswith((".", ":"))

    def _is_field(self, block: Heading) -> bool:
        """Tell a bare line with a label and its value, which was taken for a heading for its capitals: "GRADE: LC2"."""
        labelled = [] if block.level else fields(block.span)
        known = len(labelled) == 1 and self._announcer.field(labelled[0].label) is not None
        return known and bool(block.span.text.rstrip(" :") != labelled[0].label)

    def _bold_title(self, block: Paragraph) -> int:
        """Give where the bold first line of a paragraph ends that is the title of a role; 0 for another paragraph."""
        second = next((offset for offset, _ in block.span.starts if offset), 0)
        bold = block.span.strong[0] if second and block.span.strong else (1, 0)
        whole = bold[0] == 0 and len(block.span.text[bold[1] : second].strip(" :")) == 0 and bold[1] <= second
        return second if whole and self._titles.read(block.span.text[:second].strip(" :")) else 0

    def _parts_by_space(self, blocks: Sequence[Block]) -> bool:
        """Tell whether empty lines stand before all headings that a plain text knows."""
        known = [
            (above, block)
            for above, block in pairwise(blocks)
            if isinstance(block, Heading) and not block.level and self._knows(block.span.text)
        ]
        return bool(known) and not any(_adjoins(above, block) for above, block in known)

    def _is_line(self, block: Heading, above: Block | None) -> bool:
        """Tell a bare line right below another one that was taken for a heading since it is short."""
        bare = not block.level and isinstance(above, Paragraph) and _adjoins(above, block)
        named = self._titles.read(block.span.text) is not None
        return bare and not named and not self._knows(block.span.text)

    def _is_duty(self, block: Heading, *, first: bool) -> bool:
        """Tell a bare line that says what is done, and was taken for a heading since it is short."""
        words = block.span.text.split()
        bare = not block.level and not first and len(words) >= _FEWEST_OF_DUTY and words[0].lower() != "to"
        named = self._titles.read(block.span.text) is not None
        return bare and not named and not self._knows(block.span.text) and opens_with_verb(block.span.text)

    def _knows(self, text: str) -> bool:
        return self._announcer.knows(text)

    def _heads(self, block: Paragraph | Item, after: Block | None) -> bool:
        """Tell whether a paragraph or an item is a known heading of what follows it."""
        text = block.span.text.strip()
        if isinstance(after, Item) and isinstance(block, Paragraph) and self._announcer.leads_in(text):
            return True
        if after is None or len(text.split()) > _MOST_WORDS or text.endswith((".", ",", ";", "!")):
            return False
        if isinstance(block, Item) and not (isinstance(after, Item) and after.depth > block.depth):
            return False
        marked = text.endswith(":") or _is_strong(block.span)
        if not marked and len(text.split()) >= _FEWEST_OF_DUTY and opens_with_verb(text):
            return False  # "Calculate sick pay and maternity pay"
        known = self._announcer.is_heading(text) or (
            (marked or isinstance(block, Item)) and self._knows(text)
        )
        bare = isinstance(block, Paragraph) or self._announcer.relation(text) is not None
        return known and ": " not in text and text[:1].isupper() and (marked or bare)


def _adjoins(above: Block, block: Heading) -> bool:
    return isinstance(above, Paragraph | Item) and block.span.line - above.span.starts[-1][1] == 1


def _only_heads(block: Item, after: Block | None) -> bool:
    """Tell an item that names what the deeper items below it have in common: "Leadership:"."""
    deeper = isinstance(after, Item) and after.depth > block.depth
    return deeper and block.span.text.endswith(":") and len(block.span.text.split()) <= 4


def _is_strong(span: Span) -> bool:
    """Tell whether a text is bold from end to end."""
    return bool(span.strong) and span.strong[0][0] == 0 and span.strong[-1][1] >= len(span.text.rstrip(":"))


def _unasked(span: Span, knows: Callable[[str], bool]) -> Span:
    """Take the question mark off a known heading: "Who are you?" asks nothing here."""
    asks = span.text.endswith("?") and (knows(span.text) or knows(span.text[:-1]))
    return cut(span, 0, len(span.text) - 1) if asks else span
