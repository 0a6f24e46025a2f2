"""Job adverts copied from a board of them, without mark-up: which line is the title, and what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.foreign.gendered import is_for_all
from rolegraph.extraction.layout.block_places import first_span
from rolegraph.extraction.roles.announcements import announced_title
from rolegraph.extraction.roles.role_subjects import TITLE_LABEL
from rolegraph.graph.names import fold
from rolegraph.readers import Heading, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.readers import Block, Span

__all__ = ["Offer", "Posting", "posting"]

_NEAR_TOP = 30  # lines above the first section
_MOST_WORDS = 10
_FEW_WORDS = 4  # of a button, a menu or a number of days
_FEWEST_SECTIONS = 2
_TELLING = frozenset({"responsibleFor", "requiresSkill"})
_COMPANY = re.compile(
    r"(?:GmbH(?: & Co\. KG)?|AG|SE|KG|eG|e\. ?V\.|Ltd\.?|Limited|LLP|LLC|Inc\.?|PLC|Corp\.?|"
    r"S\.?A\.?S?\.?|SARL|S\.?L\.?U?\.?|"
    r"B\.?V\.?|N\.?V\.?|AB|Oy|ApS|A/S|S\.?p\.?A\.?)$"
)
_CONTRACT = re.compile(
    r"(?:(?:full|part)[- ]time|permanent|temporary|contract|fixed[- ]term|freelance|on-?site|hybrid|remote|casual|"
    r"internship|vollzeit|teilzeit|unbefristet|befristet|festanstellung|cdi|cdd|temps plein|temps partiel|"
    r"tiempo completo|jornada completa|media jornada|indefinido)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:(?:similar|related|more|other|recommended|latest) (?:jobs|roles|vacancies|openings|positions|searches)\b.*|"
    r"(?:jobs|roles) you (?:may|might) .*|people also (?:viewed|searched).*|"
    r"(?:share|report|save|apply for) this (?:job|role|ad).*|"
    r"ähnliche (?:jobs|stellen|stellenangebote).*|(?:offres|annonces) similaires|(?:ofertas|empleos) similares)\W*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[·•|,/–—]\s*|\s+-\s+|\s*\(|\)")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?:[ -](?:[A-ZÀ-Þ][\w.'’-]+|am|an|der|de|la|sur|upon)){0,3}")


class Offer(NamedTuple):
    """What a line above the text of an advert says of its role: who employs it, or where it is."""

    relation: str
    inverse: bool
    name: str
    span: Span


class Posting(NamedTuple):
    """An advert from its title on, the name of its role, the lines around it, and what some of them tell."""

    blocks: tuple[Block, ...]
    name: str
    around: tuple[Span, ...]
    offers: tuple[Offer, ...]


def posting(blocks: Sequence[Block], announcer: RoleAnnouncer, titles: RoleTitles) -> Posting | None:
    """Find the advert in a text whose lines have lost their mark-up; None for another document.

    It has sections that only adverts have, and above the first of them the title of one role among other short lines.
    """
    if any(isinstance(block, Heading) and block.level for block in blocks):
        return None
    lines = [_line(block) for block in blocks]
    heads = [n for n, line in enumerate(lines) if _announces(line, announcer) and _has_text(blocks[n + 1 :])]
    told = {reading.relation.name for number in heads if (reading := announcer.relation(lines[number]))}
    if any(TITLE_LABEL.fullmatch(line.strip(" :*_")) for line in lines[: heads[0] if heads else 0]):
        return None
    if len(heads) < _FEWEST_SECTIONS or not told & _TELLING or heads[0] > _NEAR_TOP:
        return None
    place, name = _title(blocks, lines, heads[0], titles)
    if not name:
        return None
    end = _end(lines, heads[0])
    above = [first_span(block) for block in blocks[:place]]
    kept = [n for n in range(place, heads[0]) if n == place or _tells(lines[n], blocks[n])]
    body = _with_lines(blocks[heads[0] : end], announcer, titles)
    around = [*above, *(first_span(blocks[n]) for n in range(place, heads[0]) if n not in kept)]
    around += [first_span(block) for block in blocks[end:]]
    offers = tuple(_offers(blocks[: heads[0]], place, blocks))
    title = Heading(first_span(blocks[place]), 0)
    text = [block for n in kept[1:] if (block := blocks[n])]
    return Posting((title, *text, *body), name, tuple(around), offers)


def _title(blocks: Sequence[Block], lines: Sequence[str], end: int, titles: RoleTitles) -> tuple[int, str]:
    """Give the place of the line that names the role, and that name; where several do, the one the text speaks of."""
    found = {
        number: read.label
        for number, line in enumerate(lines[:end])
        if 0 < len(line.split()) <= _MOST_WORDS and not line.endswith((".", ":", "?", "!"))
        if not isinstance(blocks[number], Item) and (read := titles.read(line))
    }
    announced = fold(announced_title(blocks[end - 1 :], titles))
    if not found and announced:
        found = {n: line for n, line in enumerate(lines[:end]) if fold(titles.core(line)) == announced}
        found = {n: titles.core(line) for n, line in found.items()}
    if not found:
        return 0, ""
    text = f" {fold(' '.join(lines[end:]))} "
    marked = [n for n in found if is_for_all(lines[n])]
    named = [n for n in found if fold(found[n]) == announced]
    said = [n for n in found if f" {fold(found[n])} " in text]
    place = next(iter([*marked, *named, *said, *reversed(found)]))
    return place, found[place]


def _end(lines: Sequence[str], start: int) -> int:
    """Give where the lines of the board begin again: "Similar jobs", with mostly short lines below."""
    found = (n for n in range(start, len(lines)) if _OTHERS.fullmatch(lines[n]))
    end = next(found, len(lines))
    long = sum(len(line.split()) > _MOST_WORDS for line in lines[end:])
    return end if 3 * long <= len(lines) - end else len(lines)


def _announces(line: str, announcer: RoleAnnouncer) -> bool:
    """Tell a line that heads a section of an advert by its very words."""
    bare = line.rstrip(" :?")
    words = len(bare.split())
    return 0 < words <= _MOST_WORDS and announcer.is_heading(bare) and not announcer.lists_roles(bare)


def _has_text(below: Sequence[Block]) -> bool:
    """Tell whether the text of a section stands below its heading, and not the next words of a menu."""
    return bool(below) and (isinstance(below[0], Item) or len(_line(below[0]).split()) > _FEW_WORDS)


def _tells(line: str, block: Block) -> bool:
    """Tell a sentence or a label with its value from a button of the board."""
    return (
        not line
        or isinstance(block, Item)
        or line.endswith(".")
        or ": " in line
        or len(line.split()) > _MOST_WORDS
    )


def _offers(above: Sequence[Block], place: int, blocks: Sequence[Block]) -> Iterator[Offer]:
    """Read the lines beside the title: the name of a company, and a place beside the kind of contract."""
    text = " ".join(_line(block) for block in blocks[len(above) :])
    beside = [block for block in above[max(place - 1, 0) :] if block is not above[place] and _line(block)]
    employer = next((block for block in beside if _is_company(_line(block), text)), None)
    below = _line(above[place + 2]) if place + 2 < len(above) else ""
    if (
        employer is None
        and any(map(_CONTRACT.match, _PARTS.split(below)))
        and _is_body(_line(above[place + 1]))
    ):
        employer = above[place + 1]  # right below the title, above place and contract
    if employer is not None:
        yield Offer("employs", True, _line(employer), first_span(employer))
    for number, block in enumerate(above[place + 1 :], place + 1):
        parts = _PARTS.split(_line(block))
        after = _line(above[number + 1]) if number + 1 < len(above) else ""
        beside_contract = len(parts) > 1 and any(map(_CONTRACT.match, parts))
        above_contract = len(parts) == 1 and _CONTRACT.match(after) and block is not employer
        if (
            (beside_contract or above_contract)
            and _PLACE.fullmatch(parts[0])
            and not _CONTRACT.match(parts[0])
        ):
            yield Offer("locatedIn", False, parts[0], first_span(block))
            return


def _is_company(line: str, text: str) -> bool:
    """Tell the name of a company by its form, or since the text goes on to speak of it."""
    named = line[:1].isupper() and len(line.split()) <= _FEW_WORDS and not _CONTRACT.match(line)
    return named and bool(_COMPANY.search(line) or (" " in line and line in text))


def _is_body(line: str) -> bool:
    """Tell a line that can be the name of a company, of two words or more."""
    words = line.split()
    bare = 1 < len(words) <= _FEW_WORDS + 1 and line[0].isupper() and not re.search(r"[\d,.:;·•|?!]", line)
    return bare and not _CONTRACT.match(line)


def _with_lines(blocks: Sequence[Block], announcer: RoleAnnouncer, titles: RoleTitles) -> Iterator[Block]:
    """Take a line among those of a section for one of them, were it taken for a heading since it is short."""
    before: Block | None = None
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        within = isinstance(before, Paragraph) and not isinstance(after, Item) and _adjoins(before, block)
        head = isinstance(block, Heading) and not announcer.knows(block.span.text)
        if head and within and isinstance(block, Heading) and titles.read(block.span.text) is None:
            block = Paragraph(block.span)
        yield block
        before = block


def _adjoins(before: Block | None, block: Block) -> bool:
    return before is not None and first_span(block).line - first_span(before).starts[-1][1] == 1


def _line(block: Block) -> str:
    return block.span.text.strip() if isinstance(block, Heading | Paragraph | Item) else ""
