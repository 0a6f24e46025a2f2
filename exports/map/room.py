"""A plane of cells that boxes take up, and where on it there is still room for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Room"]


class Room:
    """Rows of cells, each row a number whose bits are the cells that are taken.

    >>> room = Room(6, 2)
    >>> room.take(2, 0, 2, 1)
    >>> room.near(2, 0, wide=2, high=1)
    [(0, 0), (4, 0), (2, 1)]
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._taken = [0] * rows

    def take(self, left: int, top: int, wide: int, high: int) -> None:
        """Mark cells as taken; what lies outside is cut off."""
        bits = self._bits(left, wide)
        for row in range(max(0, top), min(self.rows, top + high)):
            self._taken[row] |= bits

    def leave(self, left: int, top: int, wide: int, high: int) -> None:
        """Mark cells as free again."""
        bits = self._bits(left, wide)
        for row in range(max(0, top), min(self.rows, top + high)):
            self._taken[row] &= ~bits

    def grow(self, rows: int) -> None:
        """Add rows below."""
        self.rows += rows
        self._taken += [0] * rows

    def near(self, column: int, row: int, *, wide: int, high: int, reach: int = 0) -> list[tuple[int, int]]:
        """Find corners where a box has room: in each row the nearest to the left and to the right.

        Only rows within ``reach`` of ``row`` are looked at; 0 looks at all of them.
        """
        first, last = (row - reach, row + reach) if reach else (0, self.rows)
        found = []
        for top in range(max(0, first), min(self.rows - high, last) + 1):
            free = self._free(top, wide, high)
            found += [(left, top) for left in _nearest(free, min(max(0, column), self.columns - wide))]
        return found

    def _bits(self, left: int, wide: int) -> int:
        first, last = max(0, left), min(self.columns, left + wide)
        return ((1 << max(0, last - first)) - 1) << first

    def _free(self, top: int, wide: int, high: int) -> int:
        """Give the bits of the left cells at which a box has room in a row."""
        taken = 0
        for row in self._taken[top : top + high]:
            taken |= row
        covered = 1
        while covered < wide:  # a taken cell forbids the cells before it, as many as the box is wide
            step = min(covered, wide - covered)
            taken |= taken >> step
            covered += step
        return ~taken & ((1 << max(0, self.columns - wide + 1)) - 1)


def _nearest(free: int, column: int) -> Iterator[int]:
    before = free & ((1 << (column + 1)) - 1)
    if before:
        yield before.bit_length() - 1
    after = free >> column
    if after and not (before and after & 1):
        yield column + (after & -after).bit_length() - 1
