"""Further names of a role on its page: what it is also called, and its initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.sections import Section, all_sections
from rolegraph.extraction.roles.fields import values
from rolegraph.readers import Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["OTHER_NAMES", "initials_used", "names_below"]

OTHER_NAMES = re.compile(
    r"(?:also (?:called|known as)|aka|(?:other|alternative|alternate|common|sample of reported|reported) "
    r"(?:job |role )?(?:titles|names)|sample job titles)",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"(?: (?:for|of) (?:this|the) (?:role|job|position|occupation))?(?: (?:include|includes|are))?\W*$",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def names_below(section: Section) -> tuple[Section, list[str]]:
    """Give a section without its part headed "Alternative titles for this job include", and the names in that."""
    parts = [child for child in section.children if OTHER_NAMES.fullmatch(_OF_ONE.sub("", child.title))]
    names = [name for part in parts for name in _named(part)]
    if not names:
        return section, []
    return section._replace(children=tuple(each for each in section.children if each not in parts)), names


def _named(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Item | Paragraph) and not block.span.text.rstrip().endswith("."):
            yield from (name for name in values(block.span.text) if len(name.split()) <= _MOST_WORDS)


def initials_used(section: Section, label: str) -> str:
    """Find the initials by which a page goes on to call its role: "CSMs" for customer success managers."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]\w*", label)).upper()
    texts = (
        block.span.text
        for each in all_sections(section)
        for block in each.blocks
        if isinstance(block, Item | Paragraph)
    )
    used = re.compile(
        rf"\b(?:(?:[Aa]n?|[Ee]very|[Ee]ach)\s+(?:\w+\s+)?{initials}\b(?!\s+[A-Z])|{initials}s\b)"
    )
    return initials if len(initials) > 2 and any(used.search(text) for text in texts) else ""
