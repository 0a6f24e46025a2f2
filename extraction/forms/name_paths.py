"""Names of terms written with the groups that they stand in: "Harbour.Berth", "Harbour > Berth"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.patterns import cut
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry

__all__ = ["shorten_paths"]

_STEP = re.compile(r"\s*(?:::|[.>/\\])\s*(?=\w)")
_LONGEST = 120


def shorten_paths(entries: Sequence[Entry]) -> None:
    """Keep the last step of each name that is a path to an entry of the document, in fields and references."""
    labels = {fold(name) for entry in entries for name in entry.names()}
    groups = labels | {fold(name) for entry in entries for name in entry.collections}
    for entry in entries:
        own = {fold(name) for name in entry.names()}
        for place, reference in enumerate(entry.references):
            if start := _last_step(reference.name, labels - own, groups):
                entry.references[place] = reference._replace(name=reference.name[start:])
        for place, passage in enumerate(entry.passages):
            if passage.announced and (start := _last_step(passage.span.text, labels - own, groups)):
                entry.passages[place] = passage._replace(span=cut(passage.span, start))


def _last_step(name: str, labels: set[str], groups: set[str]) -> int:
    """Tell where the last step of a path begins, if that is a label and the others are known; 0 for another name.

    "CI/CD" and "Node.js" are no paths, though there may be an entry "CD" or "JS".
    """
    if len(name) > _LONGEST or fold(name) in labels:
        return 0
    steps = list(_STEP.finditer(name))
    begins = [0, *(step.end() for step in steps)]
    above = [name[begin : step.start()] for begin, step in zip(begins, steps, strict=False)]
    known = bool(above) and all(fold(each) in groups for each in above)
    return begins[-1] if known and fold(name[begins[-1] :]) in labels else 0
