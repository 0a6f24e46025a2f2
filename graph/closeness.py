"""How close a name comes to what was typed, misspellings forgiven."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["CUTOFF", "closeness"]

CUTOFF = 0.7
"""Below this a name is another name."""


def closeness(typed: str) -> Callable[[str], float]:
    """Give a measure of folded names against a folded text: 1 is the same, 0 is another name.

    It counts the edits between the two (optimal string alignment: a swap of neighbours is one edit), or
    between each typed word and the nearest word of a longer name, which is a little further away.

    >>> near = closeness("prodct manger")
    >>> near("product manager") > near("senior product manager") > near("product owner") == 0
    True
    """
    from rapidfuzz.distance import OSA

    words = typed.split()

    def measure(name: str) -> float:
        whole = OSA.normalized_similarity(typed, name, score_cutoff=CUTOFF)
        parts = name.split()
        if not words or len(parts) <= len(words):
            return whole
        nearest = min(max(OSA.normalized_similarity(word, part) for part in parts) for word in words)
        return max(whole, 0.95 * nearest if 0.95 * nearest >= CUTOFF else 0)

    return measure
