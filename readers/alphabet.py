"""Whether names stand in the order of the alphabet, as the terms of a glossary do and the titles of sections do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["is_alphabetical"]

_LEAST, _SHARE = 6, 0.9


def is_alphabetical(names: Sequence[str]) -> bool:
    """Tell whether names, six at least, stand in the order of the alphabet, but for one in ten.

    >>> is_alphabetical(["Actor", "agent", "Bot", "Élan", "Entity", "Field"]), is_alphabetical(["Actor", "Bot"])
    (True, False)
    """
    keys = [_key(name) for name in names]
    ordered = sum(first <= second for first, second in pairwise(keys))
    return len(keys) >= _LEAST and ordered >= _SHARE * (len(keys) - 1)


def _key(name: str) -> str:
    """Give what a name is sorted by: its letters and figures, without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum())
