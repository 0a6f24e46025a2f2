"""How close a name comes to what was typed, misspellings forgiven.

Distances are those that rapidfuzz gives, which a test holds; they are counted here, since loading rapidfuzz takes as
long as a look-up in a graph of a thousand terms.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["CUTOFF", "Likeness", "closeness"]

CUTOFF = 0.7
"""Below this a name is another name."""


class Likeness:
    """How like a text others are: 1 is the same, 0 is less alike than ``cutoff``.

    Counts the edits between two texts, of which a swap of neighbours is one (optimal string alignment), and puts them
    against the longer of the two.

    >>> like = Likeness("manger", CUTOFF)
    >>> round(like("manager"), 2), like("owner")
    (0.86, 0)
    """

    def __init__(self, text: str, cutoff: float) -> None:
        self._text, self._cutoff, self._letters = text, cutoff, set(text)
        self._places: dict[str, int] = {}
        for at, letter in enumerate(text):
            self._places[letter] = self._places.get(letter, 0) | 1 << at
        self._known: dict[str, float] = {}

    def __call__(self, other: str) -> float:
        """Compare with a text."""
        if other not in self._known:
            self._known[other] = self._compared(other)
        return self._known[other]

    def _compared(self, other: str) -> float:
        longer = max(len(self._text), len(other))
        most = (1 - self._cutoff) * longer + 1e-9
        if abs(len(self._text) - len(other)) > most:
            return 0
        letters = set(other)  # each letter that only one of the two has is an edit
        if max(len(letters - self._letters), len(self._letters - letters)) > most:
            return 0
        like = 1 - self._distance(other) / longer if longer else 1.0
        return like if like >= self._cutoff else 0

    def _distance(self, other: str) -> int:
        """Count the edits for all places of the text at once, as bits of a number (Hyyrö 2003, section 4)."""
        if not self._text:
            return len(other)
        places, whole = self._places, (1 << len(self._text)) - 1
        last, count = 1 << len(self._text) - 1, len(self._text)
        up, down, level, before = whole, 0, 0, 0
        for letter in other:
            same = places.get(letter, 0)
            swapped = (~level & same) << 1 & before
            level = ((same & up) + up ^ up | same | down | swapped) & whole
            right, left = down | ~(level | up) & whole, level & up
            count += bool(right & last) - bool(left & last)
            right, left = right << 1 | 1, left << 1
            up, down, before = (left | ~(level | right)) & whole, right & level, same
        return count


def closeness(typed: str) -> Callable[[str], float]:
    """Give a measure of folded names against a folded text: 1 is the same, 0 is another name.

    It counts the edits between the two, or between each typed word and the nearest word of a longer name, which is a
    little further away.

    >>> near = closeness("prodct manger")
    >>> near("product manager") > near("senior product manager") > near("product owner") == 0
    True
    """
    words = typed.split()
    whole, singly = Likeness(typed, CUTOFF), [Likeness(word, CUTOFF) for word in words]

    def measure(name: str) -> float:
        found = whole(name)
        parts = name.split()
        if not words or len(parts) <= len(words):
            return found
        nearest = 0.95 * min(max(map(like, parts)) for like in singly)
        return max(found, nearest if nearest >= CUTOFF else 0)

    return measure
