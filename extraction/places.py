"""Names of countries and regions, as the Unicode locale data lists them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.phrases import Phrase

__all__ = ["is_place"]


def is_place(phrase: Phrase) -> bool:
    """Tell whether a phrase names a country or a region of the world.

    >>> is_place(Phrase("Philippines", "noun", "philippines")), is_place(Phrase("Scrum", "noun", "scrum"))
    (True, False)
    """
    return phrase.text[:1].isupper() and fold(phrase.text) in _territories()


@cache
def _territories() -> frozenset[str]:
    """Give the English names of territories (CLDR), folded."""
    from babel import Locale

    return frozenset(fold(name) for name in Locale("en").territories.values())
