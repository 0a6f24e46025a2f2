"""What a document was recognised as: its form, its entries, what was left out, and how much found a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.forms.list_forms import FORMS
from rolegraph.extraction.forms.run_on import restored
from rolegraph.readers import Definition, Item, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rolegraph.extraction.entries import Entry, Skip
    from rolegraph.readers import Block, Document

__all__ = ["DESCRIPTIONS", "Recognised", "nearest_form", "share_used", "usual_form"]

DESCRIPTIONS: dict[str, str] = {
    "article": "an article on one term",
    "role page": "a page on a role, or on several",
    "assignments": "a table of who does what",
    "headings": "a heading a term, with its text below",
    "table": "a table with a row a term",
    "records": "labelled fields, a term and what is said of it",
    "definition list": "a list of terms and definitions, marked as one",
    **{name: form.description for name, form in FORMS.items()},
}
"""The forms that documents have, by name."""

UNEXPLAINED = frozenset(
    {
        "no term with a definition",
        "table outside any entry",
        "a title with no text below it",
        "beside the glossary",
    }
)
"""The reasons for leaving out a text that say that no form has a place for it."""


class Recognised(NamedTuple):
    """The entries of a document and its form; ``share`` is how much of its text has a place in them, from 0 to 1."""

    entries: list[Entry]
    skipped: list[Skip]
    form: str
    share: float


def usual_form(forms: Mapping[str, int]) -> str:
    """Give the form in which most entries of a document are written, empty if there are none.

    >>> usual_form({"pairs": 2, "table": 14})
    'table'
    """
    return max(sorted(forms), key=lambda name: forms[name], default="")


def share_used(blocks: Sequence[Block], skipped: Sequence[Skip]) -> float:
    """Tell how much of a document's text, in blocks, has a place in its entries."""
    texts = sum(isinstance(block, Paragraph | Item | Definition | Table) for block in blocks)
    lost = sum(skip.reason in UNEXPLAINED for skip in skipped)
    return round(max(0.0, 1 - lost / texts), 2) if texts else 0.0


def nearest_form(document: Document) -> str:
    """Say which form a document in which nothing was recognised comes nearest to, and what that form looks like."""
    texts = restored([block for block in document.blocks if isinstance(block, Paragraph | Item)])
    listings = [(form.read(name, texts), form) for name, form in FORMS.items()]
    best, form = max(listings, key=lambda found: found[0].explained)
    if not best.explained:
        return "no line of it is like an entry; write “Term: definition”, or a heading with a text below it"
    return f"the nearest form is {form.description}, as in {best.explained} of {best.blocks} blocks"
