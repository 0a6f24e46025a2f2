"""Headings without a text whose short name is the next heading, as standards write their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.extraction.names.heads import abbreviates
from rolegraph.readers import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.layout.sections import Section

__all__ = ["with_short_names"]


def with_short_names(children: Sequence[Section]) -> list[Section]:
    """Join a heading without text to the next one where that abbreviates it, as standards write their terms.

    >>> with_short_names([])
    []
    """
    joined: list[Section] = []
    for child in children:
        above = joined[-1] if joined else None
        if (
            above
            and above.heading
            and not above.blocks
            and not above.children
            and abbreviates(child.title, above.title)
        ):
            heading = Heading(
                above.heading.span._replace(text=f"{above.title} ({child.title})"), above.heading.level
            )
            joined[-1] = child._replace(heading=heading)
        else:
            joined.append(child)
    return joined
