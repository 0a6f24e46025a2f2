"""Lines and boxes on a plane: which lines run behind a box, behind which boxes a line runs, which lines cross.

A line is ``(x, y, dx, dy, left, right, top, bottom)``: its start, its way, its extent. A box is ``(x, y, wide, high)``:
its middle and half of its sides. These loops are most of the work of a layout, so they are written flat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["GRAZED", "Line", "crossed", "line", "lines_behind", "over"]

GRAZED = 0.3
"""What a line behind the rim of a box counts: it is easily bent round it."""
Line: TypeAlias = tuple[float, float, float, float, float, float, float, float]


def line(ax: float, ay: float, bx: float, by: float) -> Line:
    """Make a line of its ends.

    >>> line(0, 5, 9, 0)
    (0, 5, 9, -5, 0, 9, 0, 5)
    """
    return ax, ay, bx - ax, by - ay, min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)


def lines_behind(x: float, y: float, wide: float, high: float, lines: Iterable[Line]) -> float:
    """Sum up the lines that run behind a box: 1 for one through its middle, GRAZED at its rim.

    >>> lines_behind(5, 0, 2, 1, [line(0, 0, 9, 0), line(0, 3, 9, 3), line(0, 1, 9, 1)])
    1.0
    """
    left, right, top, bottom = x - wide, x + wide, y - high, y + high
    count = 0.0
    for ax, ay, dx, dy, least_x, most_x, least_y, most_y in lines:
        if most_x < left or least_x > right or most_y < top or least_y > bottom:
            continue
        off, reach = abs((x - ax) * dy - (y - ay) * dx), wide * abs(dy) + high * abs(dx)
        if off < reach:
            count += 1 - (1 - GRAZED) * off / reach
    return count


def over(one: Line, boxes: Iterable[tuple[float, float, float, float]]) -> float:
    """Sum up the boxes that a line runs behind, as ``lines_behind`` does.

    >>> over(line(0, 0, 9, 0), [(3, 0, 1, 1), (6, 1.5, 1, 1), (12, 0, 1, 1)])
    1.0
    """
    ax, ay, dx, dy, left, right, top, bottom = one
    high_dx, wide_dy = abs(dx), abs(dy)
    count = 0.0
    for x, y, wide, high in boxes:
        if x + wide < left or x - wide > right or y + high < top or y - high > bottom:
            continue
        off, reach = abs((x - ax) * dy - (y - ay) * dx), wide * wide_dy + high * high_dx
        if off < reach:
            count += 1 - (1 - GRAZED) * off / reach
    return count


def crossed(one: Line, lines: Iterable[Line]) -> int:
    """Count the lines that a line crosses; such as begin where it does are not among them.

    >>> crossed(line(0, 0, 9, 9), [line(0, 9, 9, 0), line(0, 0, 9, 0), line(20, 0, 20, 9)])
    1
    """
    x, y, dx, dy, left, right, top, bottom = one
    count = 0
    for ax, ay, ex, ey, least_x, most_x, least_y, most_y in lines:
        if most_x < left or least_x > right or most_y < top or least_y > bottom:
            continue
        start = (ax - x) * dy - (ay - y) * dx
        if start * (start + ex * dy - ey * dx) < 0:
            side = (x - ax) * ey - (y - ay) * ex
            count += side * (side + dx * ey - dy * ex) < 0
    return count
