"""Lists of roles: below a heading that lists roles, each item names one and says what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.duties import RESPONSIBLE, opens_with_verb, subjectless_verb
from rolegraph.extraction.layout.patterns import Pair, cut, read_pair
from rolegraph.extraction.layout.sections import Section
from rolegraph.extraction.names.heads import without_brackets
from rolegraph.extraction.roles.role_tables import RoleSection
from rolegraph.extraction.roles.role_titles import RoleTitle
from rolegraph.readers import Definition, Heading, Item, Paragraph, Span

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.readers import Block

__all__ = ["SOMEBODY", "people_of_list", "posts_of_list", "roles_of_list", "teams_of_list"]

# How a sentence opens that says who somebody is.
SOMEBODY = re.compile(
    r"(?:any|some|every)(?:one|body)\b|(?:(?:these|they) are (?:the )?)?(?:people|those|individuals|volunteers|"
    r"members) (?:who\b|that\b|\w+ing\b)"
    r"|(?:an?|the) (?:(?:person|individual)|member of [\w ]{3,40}?)\s(?:\w+\s){0,6}?(?:who|that|responsible|"
    r"accountable|in charge)\b",
    re.IGNORECASE,
)


def roles_of_list(section: Section, announcer: RoleAnnouncer, titles: RoleTitles) -> list[RoleSection]:
    """Give the roles that the items of a section name; none where most of them name nobody."""
    return _most_named(section, announcer, titles, sure=True)


def _most_named(
    section: Section, announcer: RoleAnnouncer, titles: RoleTitles, *, sure: bool
) -> list[RoleSection]:
    heads = [block for block in section.blocks if _is_head(block)]
    found = list(_roles(section.blocks, announcer, titles, sure=sure))
    return found if len(found) > 1 and len(found) * 2 > len(heads) else []


def people_of_list(section: Section, announcer: RoleAnnouncer, titles: RoleTitles) -> list[RoleSection]:
    """Give the people that the items of a section define: "Core members: those who …"; none where most are things.

    Where most heads are names of roles and what follows says what these do, all are roles.
    """
    found = _most_named(section, announcer, titles, sure=False)
    people = [each for each in found if titles.names_somebody(each.title.label) or _is_somebody(each.gloss)]
    if len(people) * 2 > len(found):
        return found
    named = sum(titles.names_role(each.title.label) for each in found)
    doing = sum(each.gloss is not None and opens_with_verb(each.gloss.text) for each in found)
    acting = len(found) > _FEW and named * 2 > len(found) and doing * 3 > len(found) * 2
    listed = _most_named(section, announcer, titles, sure=True) if acting else []
    return [each for each in listed if titles.names_role(each.title.label) or _tells_deeds(each.gloss)]


def _tells_deeds(gloss: Span | None) -> bool:
    """Tell what is done from "£90 a year" behind "Subscriptions"."""
    return gloss is None or _says_duties(gloss.text) or _is_somebody(gloss)


_FEW = 2


def posts_of_list(section: Section, titles: RoleTitles) -> list[RoleSection]:
    """Give the roles of paragraphs that name one in bold type and say what it does: "**Purser** Pays the bills."."""
    bold = [block for block in section.blocks if isinstance(block, Paragraph) and _opens_bold(block.span)]
    parted = [_at_bold(block.span) for block in bold]
    titles = titles.among(without_brackets(head.text) for head, _ in parted)
    named = sum(titles.names_role(without_brackets(head.text)) for head, _ in parted)
    told = sum(_says_duties(gloss.text) for _, gloss in parted)
    if len(parted) < 3 or named * 2 <= len(parted) or told * 2 <= len(parted):
        return []
    return [_post(head, gloss, titles) for head, gloss in parted]


def _at_bold(span: Span) -> tuple[Span, Span]:
    """Part a paragraph behind the bold type that it begins with."""
    end = span.strong[0][1]
    gloss = re.match(r"[\s:.–—-]*", span.text[end:])
    return cut(span, 0, len(span.text[:end].rstrip(" :.–—-"))), cut(span, end + (gloss.end() if gloss else 0))


def _post(head: Span, gloss: Span, titles: RoleTitles) -> RoleSection:
    name = without_brackets(head.text)
    title = titles.read(name) or RoleTitle(name)
    return RoleSection(title, Section(Heading(head, 1), (_block(gloss),), ()), gloss=gloss)


def _says_duties(text: str) -> bool:
    return bool(_TELLS_DUTIES.match(text)) or opens_with_verb(text)


def _opens_bold(span: Span) -> bool:
    """Tell a paragraph that begins with bold type and goes on without it."""
    return bool(span.strong) and span.strong[0][0] == 0 and span.strong[-1][1] < len(span.text.rstrip())


_TELLS_DUTIES = re.compile(
    r"(?:also )?(?:responsible|accountable|in charge|instrumental)\b|(?:the|this) (?:(?:main|key) )?"
    r"(?:role|position|post|duties|tasks|responsibilities|responsibility)\b",
    re.IGNORECASE,
)


def teams_of_list(section: Section) -> list[RoleSection]:
    """Give the teams that the items of a section name and tell of: "Catalog — owns search"."""
    found = []
    for block in section.blocks:
        head, glosses = _parted(block)
        if head is not None and glosses and len(head.text.split()) <= _MOST_IN_NAME:
            told = Section(Heading(head, 1), tuple(map(_block, glosses)), ())
            found.append(RoleSection(RoleTitle(head.text, team=True), told, gloss=glosses[0]))
    return found if len(found) > 1 else []


_MOST_IN_NAME = 6


def _is_somebody(gloss: Span | None) -> bool:
    return gloss is not None and SOMEBODY.match(gloss.text) is not None


def _is_head(block: Block) -> bool:
    """Tell what can name a role: an item that stands below no other, and a term with its definition."""
    return isinstance(block, Definition) or (isinstance(block, Item) and not block.depth)


def _roles(
    blocks: Sequence[Block], announcer: RoleAnnouncer, titles: RoleTitles, *, sure: bool
) -> Iterator[RoleSection]:
    for number, block in enumerate(blocks):
        head, glosses = _parted(block)
        below = _below(blocks, number) if isinstance(block, Item) else ()
        if head is None or not (glosses or below):
            continue
        if announcer.field(head.text) and not titles.names_somebody(head.text):
            continue
        if glosses and _AMOUNT.match(glosses[0].text):
            continue  # "Subscriptions: £90 a year"
        acts = sure and any(subjectless_verb(gloss.text) for gloss in glosses)
        named = titles.can_name(head.text, sure=acts)
        title = titles.trusting([head.text]).read(head.text) if named else None
        if title is not None:
            told = (*map(_block, glosses), *below)
            yield RoleSection(title, Section(Heading(head, 1), told, ()), gloss=next(iter(glosses), None))


_AMOUNT = re.compile(r"[£$€\d]|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)


def _parted(block: Block) -> tuple[Span | None, tuple[Span, ...]]:
    """Part a block into the name that it opens with and what it says."""
    if isinstance(block, Definition):
        return block.term, block.details
    if not isinstance(block, Item | Paragraph) or (isinstance(block, Item) and block.depth):
        return None, ()
    more = block.more if isinstance(block, Item) else ()
    pair = read_pair(block.span) or _bracketed(block.span) or _dashed(block.span)
    if pair is None:
        return (block.span, more) if isinstance(block, Item) else (None, ())
    name = cut(block.span, 0, len(pair.head)) if block.span.text.startswith(pair.head) else None
    return name, (*((pair.definition,) if pair.definition else ()), *more)


def _bracketed(span: Span) -> Pair | None:
    """Read "Verger (keeps order during services)", whose brackets say what the one named is or does."""
    match = _IN_BRACKETS.match(span.text)
    return Pair(match["name"], cut(span, match.start("gloss"), match.end("gloss"))) if match else None


def _dashed(span: Span) -> Pair | None:
    """Read "Purser -pays the bills", whose dash has no space behind it, and "Boat Rep. - Counts oars"."""
    match = re.match(r"(?P<name>[A-Z][\w. ]{1,40}?) [-–—] ?(?=[A-Za-z]+s\s)", span.text)
    return Pair(match["name"], cut(span, match.end())) if match else None


_IN_BRACKETS = re.compile(r"^(?P<name>[^()]{2,50}?)\s+\((?P<gloss>(?:[a-z]\S*\s+){1,}[^()]+)\)$")


def _below(blocks: Sequence[Block], number: int) -> tuple[Item, ...]:
    """Give the items that stand below the item at a place."""
    found: list[Item] = []
    for block in blocks[number + 1 :]:
        if not isinstance(block, Item) or not block.depth:
            break
        found.append(block._replace(depth=block.depth - 1))
    return tuple(found)


def _block(gloss: Span) -> Block:
    """Read "Review changes and plan releases" as an item, a sentence as a paragraph."""
    done = opens_with_verb(gloss.text) or RESPONSIBLE.match(gloss.text)
    return Item(gloss) if done and not subjectless_verb(gloss.text) else Paragraph(gloss)
