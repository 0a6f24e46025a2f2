"""Tables of two columns whose lines were broken within cells, as web pages leave them: a pipe ends each cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.readers.document import Row, Table
from rolegraph.readers.emphasis import text_span

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["loose_length", "read_loose"]

_MOST_LINES, _LEAST_ROWS, _MOST_WORDS = 16, 4, 10


def loose_length(lines: Sequence[Line], start: int) -> int:
    r"""Count the lines of a table of broken cells that begins at a place; 0 where none does.

    >>> from rolegraph.readers.lines import split_lines
    >>> text = "".join(f"{term} |\nA thing\nin a port.\n|\n" for term in ("Quay", "Tug", "Dock", "Crane"))
    >>> loose_length(split_lines(text), 0)
    16
    """
    if start and lines[start - 1].kind != "blank":
        return 0
    end = place = start
    while place < len(lines) and place - end < _MOST_LINES and _goes_on(lines, place):
        place += 1
        end = place if lines[place - 1].body.endswith("|") else end
    if not (_is_broken(lines[start:end]) or _is_stacked(lines[start:end])):
        return 0
    return end - start if _are_pairs(list(_pairs(lines[start:end]))) else 0


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line goes on with the table; blank ones only stand between its rows."""
    if lines[place].kind != "blank":
        return True
    near = lines[place : place + _MOST_LINES], reversed(lines[max(0, place - _MOST_LINES) : place])
    below, above = (next((line for line in side if line.kind != "blank"), None) for side in near)
    return below is not None and above is not None and above.body.endswith("|") and below.body.startswith("|")


def _is_broken(lines: Sequence[Line]) -> bool:
    """Tell lines of cells that go on over several, each row opened or closed by a pipe of its own."""
    alone = sum(line.body == "|" for line in lines)
    opened = sum(map(_opens, lines))
    broken = any(line.body and "|" not in line.body for line in lines)
    return max(alone, opened) >= _LEAST_ROWS - 1 and broken


def _opens(line: Line) -> bool:
    """Tell a line that begins a row with its term: "| Quay |", "| Quay"."""
    return line.body.startswith("|") and len(line.body) > 1


def _is_stacked(lines: Sequence[Line]) -> bool:
    """Tell lines that are a cell each: "Quay |" and below it "A place to land. |"."""
    single = all(line.body.endswith(" |") and line.body.count("|") == 1 for line in lines)
    return single and len(lines) >= 2 * _LEAST_ROWS


def read_loose(lines: Sequence[Line]) -> Table:
    """Read the lines of such a table; what stands before its first whole row is left out."""
    rows = tuple(Row((text_span(term), text_span(told)), term[0][1]) for term, told in _pairs(lines))
    return Table((), rows, rows[0].line)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[list[tuple[str, int]], list[tuple[str, int]]]]:
    """Yield the cells two by two, each as pieces of text with their lines; empty cells only part others."""
    cells: list[list[tuple[str, int]]] = [[]]
    for line in lines:
        first, *rest = line.body.split("|")
        cells[-1].append((first.strip(), line.number))
        cells += [[(part.strip(), line.number)] for part in rest]
    full = [[piece for piece in cell if piece[0]] for cell in cells]
    told = [cell for cell in full if cell]
    told = told[len(told) % 2 :]
    yield from zip(told[::2], told[1::2], strict=True)


def _are_pairs(rows: Sequence[tuple[list[tuple[str, int]], list[tuple[str, int]]]]) -> bool:
    """Tell whether nearly all rows are a few words and a longer text."""
    texts = [(" ".join(text for text, _ in term), " ".join(text for text, _ in told)) for term, told in rows]
    fit = sum(len(term.split()) <= _MOST_WORDS and len(term) < len(told) for term, told in texts)
    return len(rows) >= _LEAST_ROWS and 10 * fit >= 9 * len(rows)
