"""Lines that are nothing but links to other terms of a glossary: "Read next: toil | runbook"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = ["leads_to_terms"]

_OF_GLOSSARY = re.compile(
    r"(?:^|/)(?:[\w-]*(?:gloss|lexi(?:con|kon|que|co)|vocab|dictionar|diccionario|jargon|terminolog|encyclop|enzyklop|enciclop)[\w-]*|(?:[\w-]+-)?terms?|(?:[\w-]+-)?definitions?"
    r"|begriffe?|definiciones?|términos?)/[\w%.-]+/?(?:#.*)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[\w’'-]+\s){0,3}[\w’'-]+:\s*")
_BETWEEN = re.compile(r"(?:\W|\b(?:and|or|und|oder|et|ou|y|o)\b)*")
_MOST_WORDS = 5


def leads_to_terms(span: Span) -> bool:
    """Tell a text of links alone, perhaps behind a label, of which each leads to a page of a glossary.

    >>> from rolegraph.readers import Link, Span
    >>> leads_to_terms(Span("Read next: Toil", ((0, 1),), links=(Link(11, 15, "/glossary/toil"),)))
    True
    """
    links = sorted(span.links)
    if not links or not all(_OF_GLOSSARY.search(link.target) for link in links):
        return False
    if any(len(span.text[link.start : link.end].split()) > _MOST_WORDS for link in links):
        return False
    label = _LABEL.match(span.text[: links[0].start])
    starts = [label.end() if label else 0, *(link.end for link in links)]
    ends = [*(link.start for link in links), len(span.text)]
    return all(_BETWEEN.fullmatch(span.text[a:b]) for a, b in zip(starts, ends, strict=True))
