"""How a text on the page of a role opens and ends: as a duty, as a bidding, or as what the role is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.duties import RESPONSIBLE, opens_with_verb, subjectless_verb
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.roles.holders import named_first, opens_with_label
from rolegraph.extraction.roles.role_lists import SOMEBODY
from rolegraph.extraction.words.sentences import sentences
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = [
    "bold_head",
    "ends_as_sentence",
    "is_bidding",
    "is_headed",
    "opens_as_duty",
    "says_what",
    "tells_of",
    "without_lead_in",
]

_FEWEST = 5
_GLOSS = re.compile(
    r"an?\s(?:[\w-]+\s){1,4}?who\s[^,;.]+\.?(?:\s|$)", re.IGNORECASE
)  # "An officer who plots routes."


def says_what(text: str, label: str) -> bool:
    """Tell "The fire warden is the person who …" from what a fire warden does."""
    return (
        re.match(rf"(?:the|an?) {re.escape(label)} is (?:the|an?|some|any)", text, re.IGNORECASE) is not None
    )


def opens_as_duty(text: str) -> bool:
    """Tell a sentence that says what a role does without naming it: "Oversees the shift", "Responsible for …"."""
    return subjectless_verb(text) is not None or RESPONSIBLE.match(text) is not None


def is_bidding(text: str) -> bool:
    """Tell a sentence below a title that bids somebody do something: "Help the crew with the boats."."""
    return len(text.split()) > _FEWEST and ends_as_sentence(text) and opens_with_verb(text)


def is_headed(span: Span) -> bool:
    """Tell a sentence with a head of its own: "Negotiation: Good deals are made by those who prepare."."""
    return ends_as_sentence(span.text) and bool(_HEADED.match(span.text) or bold_head(span))


def bold_head(span: Span) -> int:
    """Give where a head in bold type ends that is set off from its text: "**Listening skills.** They hear …"."""
    end = span.strong[0][1] if span.strong and not span.strong[0][0] else 0
    head = span.text[:end].rstrip()
    return (
        end if head.endswith((".", ":")) and len(head.split()) <= _FEWEST and span.text[end:].strip() else 0
    )


_HEADED = re.compile(r"[A-Z][\w&/’'-]*(?: [\w&/’'-]+){0,4}(?::| [–—-])\s+(?=[A-Z])")


def ends_as_sentence(text: str) -> bool:
    """Tell a text that ends as a sentence does."""
    return text.rstrip().endswith((".", "!", "?", ":", ";"))


_OF_MODEL = re.compile(
    r"(?:use )?(?:this|our|the following) [\w ,’'-]{0,60}(?:job description|template|job post(?:ing)?|page|article|"
    r"guide|profile)\b",
    re.IGNORECASE,
)


def without_lead_in(span: Span) -> Span:
    """Leave out a last sentence that only leads on to the items below: "In this role, you will:"."""
    parts = list(sentences(span)) if span.text.rstrip().endswith(":") else []
    return cut(span, 0, parts[-1].start) if len(parts) > 1 else span


def tells_of(text: str, label: str) -> bool:
    """Tell whether a paragraph speaks of the role and not of its employer, so that it can define it."""
    words = f" {fold(text)} "
    long = len(text.split()) > 5
    if _GLOSS.match(text) or (long and (words.startswith(f" {fold(label)} ") or SOMEBODY.match(text))):
        return True
    if len(text.split()) < 5 or text.rstrip().endswith(":") or _OF_MODEL.match(text):
        return False
    named = f" {fold(label)} " in words or bool(named_first(text, label)) or opens_with_label(text, label)
    return named or bool(
        re.search(
            r"\b(?:you|you['’]ll|this (?:role|position)|the (?:role|position|holder|successful))\b",
            text,
            re.IGNORECASE,
        )
    )
