"""Finds out whether a document is a page of roles, and what such a page is named after."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.sections import Section
from rolegraph.extraction.roles.announcements import announced_title, opens_with_name
from rolegraph.extraction.roles.page_titles import implied_title, spoken_title, stated_title
from rolegraph.extraction.roles.postings import posting
from rolegraph.extraction.roles.role_outline import outline
from rolegraph.extraction.roles.role_pages import RolePage, bare_page, role_page
from rolegraph.extraction.roles.role_places import is_of_thing, placed_names
from rolegraph.extraction.roles.role_subjects import headed_by_subjects, spoken_of, titled_by_labels
from rolegraph.extraction.roles.team_places import team_names
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold
from rolegraph.readers import Heading, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rolegraph.extraction.roles.role_headings import RoleAnnouncer
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.readers import Block, Document

__all__ = ["find_role_page"]


_SEVERAL = 2


def find_role_page(
    document: Document,
    blocks: Sequence[Block],
    title: str,
    known: tuple[RoleAnnouncer, RoleTitles],
    lists_terms: Callable[[Section], bool],
) -> RolePage | None:
    """Find the roles of a document; None for one that is no page of roles.

    ``title`` comes from its front matter, ``known`` tells what headings and titles say, ``lists_terms`` whether
    a page is called a list of terms.
    """
    announcer, titles = known
    if not title and (page := _advert(blocks, announcer, titles)):
        return page
    blocks, labelled = titled_by_labels(blocks, titles)
    headings = [block.span.text for block in blocks if isinstance(block, Heading)]
    alone = len(headings) < _SEVERAL or announcer.lists_roles(headings[0])
    if not labelled and alone and not title and not any(map(titles.read, headings)):
        blocks, labelled = headed_by_subjects(blocks, titles)
    titles = titles.among(text for text in headings if not announcer.knows(text)).trusting(labelled)
    spoken, stated = spoken_title(blocks, titles), stated_title(blocks, titles)
    for named in dict.fromkeys(_names(document, blocks, titles, title, spoken)):
        if named and headings and _are_readers(headings[0], named):
            continue
        own = title if named == title else ""
        titles = titles.trusting([named], whole=True) if named and named in (spoken, stated) else titles
        page = _page_named(blocks, named, own, (announcer, titles), lists_terms)
        aside = page is not None and not named and _is_told_aside(page)
        if page and not aside and not (len(page.roles) == 1 and is_of_thing(page.roles[0].section, titles)):
            return page
    return None if title else _prose_page(blocks, (announcer, titles))


def _are_readers(title: str, named: str) -> bool:
    """Tell those whom a page is written for: "Berth planning: a guide for harbour pilots"."""
    before, sign, readers = title.rpartition(" for ")
    return bool(sign and " " in before) and fold(readers) == fold(named)


_MOST_BESIDE = 3  # blocks of other sections for each on the one role


def _is_told_aside(page: RolePage) -> bool:
    """Tell a page on something else, one of whose many sections says what a role is to do with it."""
    told = sum(_count(role.section) for role in page.roles)
    others = sum(map(_count, page.rest))
    return len(page.roles) == 1 and len(page.rest) > _SEVERAL and others > _MOST_BESIDE * told


def _count(section: Section) -> int:
    return len(section.blocks) + sum(map(_count, section.children))


def _advert(blocks: Sequence[Block], announcer: RoleAnnouncer, titles: RoleTitles) -> RolePage | None:
    """Read an advert that lines of a board of jobs stand around."""
    post = posting(blocks, announcer, titles)
    if post is None:
        return None
    titles = titles.trusting([post.name])
    page = role_page(outline(post.blocks, announcer, titles), announcer, titles)
    if page is None:
        return None
    around = (Section(Heading(span, 0), (), ()) for span in post.around)
    return page._replace(rest=(*page.rest, *around), offers=post.offers)


def _prose_page(blocks: Sequence[Block], known: tuple[RoleAnnouncer, RoleTitles]) -> RolePage | None:
    """Read a text without headings of its own on the role that a line above it, or one of its sentences, names.

    One that a line above names is a page of a role only where the text speaks to those who may take it.
    """
    announcer, titles = known
    front = [
        block
        for block in takewhile(lambda each: isinstance(each, Heading), blocks)
        if isinstance(block, Heading)
    ]
    text = blocks[len(front) :]
    if any(isinstance(block, Heading) and not announcer.knows(block.span.text) for block in text):
        return None
    for label, by_name in _labels(front, text, titles):
        trusting = titles.trusting([label])
        own = [block for block in front if (title := trusting.read(block.span.text)) and title.label == label]
        root = outline([*own[:1], *text], announcer, trusting, label)
        if page := bare_page(root, label, by_name=by_name):
            return page._replace(rest=tuple(Section(block, (), ()) for block in front if block not in own))
    return None


def _labels(
    front: Sequence[Heading], text: Sequence[Block], titles: RoleTitles
) -> Iterator[tuple[str, bool]]:
    """Give what a text can name its role, and whether its sentences must begin with that name to make it sure."""
    heads = [block.span.text for block in front]
    read = [title.label for head in heads if (title := titles.read(head))]
    posted = _speaks_of_post(text)
    if posted and len(read) == 1:
        yield read[0], False
    core = titles.core(heads[0]) if heads else ""
    if posted and core and len(read) != 1 and titles.may_be_role(core):
        yield core, True
    if named := announced_title([*front, *text], titles):
        yield named, False
    subject = next(iter(spoken_of(text)), "") if posted and not read else ""
    if subject and titles.names_role(subject):
        yield subject[:1].upper() + subject[1:], False


def _speaks_of_post(blocks: Sequence[Block]) -> bool:
    """Tell a text on a post to be filled from an article on a profession."""
    spans = [block.span for block in blocks if isinstance(block, Paragraph | Item)]
    return (
        sum(_OF_POST.search(sentence.text) is not None for span in spans for sentence in sentences(span)) > 1
    )


_OF_POST = re.compile(
    r"\b(?:candidates?|applicants?|apply|applications?|post[ -]?holder|job[ -]?holder|appointee|you|your|"
    r"we|our|reports? to|"
    r"(?:this|the) (?:role|post|job|position|vacancy)|du|dich|sie|vous|votre|usted|tú|shall|he or she|holds? office|"
    r"(?:is|are) (?:appointed|elected))\b",
    re.IGNORECASE,
)


def _names(
    document: Document, blocks: Sequence[Block], titles: RoleTitles, title: str, spoken: str
) -> Iterator[str]:
    """Give what a page of a role can be named after, one after the other; the title of a site may name none."""
    implied = "" if title else implied_title(document, blocks, titles)
    yield title or implied
    if title and document.form == "html" and titles.read(title) is None:
        yield implied_title(document, blocks, titles)
    if not title and not implied:
        yield spoken
    yield announced_title(blocks, titles)


def _describes_other(block: Block, named: str, titles: RoleTitles) -> bool:
    """Tell a line such as "Staff position description" on a page that says whose title it is about."""
    text = block.span.text if isinstance(block, Heading | Paragraph) else ""
    other = titles.described(text)
    return bool(other) and fold(other) != fold(named)


def _as_text(block: Block, named: str, titles: RoleTitles) -> Block:
    """Take a bare line that names another role for text, on a page that says whose title it is about."""
    read = titles.read(block.span.text) if isinstance(block, Heading) and not block.level else None
    other = read is not None and fold(read.label) != fold(named)
    return Paragraph(block.span) if other and isinstance(block, Heading) else block


def _page_named(
    blocks: Sequence[Block],
    named: str,
    title: str,
    known: tuple[RoleAnnouncer, RoleTitles],
    lists_terms: Callable[[Section], bool],
) -> RolePage | None:
    """Arrange a page below the role that it is ``named`` after, and find its roles."""
    announcer, titles = known
    if named and not title and fold(named) == fold(stated_title(blocks, titles)):
        blocks = [
            _as_text(block, named, titles) for block in blocks if not _describes_other(block, named, titles)
        ]
    titles = titles.trusting([named]) if named and not title else titles
    root = outline(blocks, announcer, titles, named)
    if (names := placed_names(root, announcer, titles)) and not lists_terms(root):
        titles = titles.trusting(names)
        root = outline(blocks, announcer, titles, named)
    if (teams := team_names(root, announcer, titles)) and not lists_terms(root):
        titles = titles.with_teams(teams)
        root = outline(blocks, announcer, titles, named)
    heads = [block.span.text for block in blocks if isinstance(block, Heading)]
    bare = (
        named and not title and all(announcer.knows(head) for head in heads[_is_own(heads, named, titles) :])
    )
    return role_page(root, announcer, titles) or (bare_page(root, named) if bare else None)


def _is_own(heads: Sequence[str], named: str, titles: RoleTitles) -> bool:
    """Tell whether the first heading of a page is the name of its role, with more behind it."""
    return bool(heads) and opens_with_name(titles.core(heads[0]), named)
