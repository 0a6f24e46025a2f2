"""The columns of an Oxigraph folder as they are asked: what a predicate says of all nodes, without the store."""

from __future__ import annotations

import json
import mmap
import os
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rolegraph.graph.label_writing import state_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

__all__ = ["FILE", "IN", "OUT", "STEP", "TEXT", "VERSION", "ColumnFile", "Row", "open_columns"]

FILE = "columns.bin"
"""The name of the file in the folder; RocksDB leaves alone what it does not know."""

VERSION = 2
"""Another version of the file is not read, as if there were none."""

OUT, IN, TEXT = "out", "in", "text"
"""The ways in which a node has a predicate: what it leads to, what leads to it, literals."""

STEP = 512
"""So many names lie between two that are looked at first."""

_PART = 50_000  # lines
_BYTES = 1 << 24
_KEPT = 10_000  # names
_NOWHERE = [[0, 0]] * 3


class Row(NamedTuple):
    """What a node has under a predicate: where it begins among what all nodes have, and how much it is."""

    predicate: str
    way: str
    first: int
    length: int


def open_columns(folder: str) -> ColumnFile | None:
    """Open the columns of a folder; None where there are none that fit the data."""
    try:
        file = _File(os.open(os.path.join(folder, FILE), os.O_RDONLY | getattr(os, "O_BINARY", 0)))
        end = max(file.size - 8, 0)
        size = min(int.from_bytes(file.read(end, 8), "little"), end)
        meta = json.loads(file.read(end - size, size))
        fits = meta["version"] == VERSION and meta["state"] == state_of(folder)
        fits = fits and meta["end"] == end - size
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return ColumnFile(file, meta) if fits else None


class _File:
    """Bytes of a file: small parts are read, of which the process keeps nothing; large ones are mapped."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.size = os.fstat(handle).st_size

    def __del__(self) -> None:
        """Close the file."""
        os.close(self._handle)

    def read(self, begun: int, size: int) -> bytes:
        """Read a part; a copy of it, once the file is mapped, which takes a tenth of the time."""
        if "mapped" in vars(self) or not hasattr(os, "pread"):  # Windows has none
            return bytes(self.mapped[begun : begun + size])
        return os.pread(self._handle, size, begun)

    @cached_property
    def mapped(self) -> memoryview:
        """All of it, which is read as it is looked at."""
        return memoryview(mmap.mmap(self._handle, 0, access=mmap.ACCESS_READ))


class ColumnFile:
    """Nodes by number, in the order of their names: IRIs as they are, blank nodes as ``_:b``; and columns of them."""

    def __init__(self, file: _File, meta: dict[str, Any]) -> None:
        self._file, self._read = file, file.read
        self.has_named_graphs: bool = meta["named"]
        self.files: int = meta["files"]
        self.blank = range(*meta["blank"])
        """The numbers of blank nodes."""
        self._pairs: dict[str, list[list[int]]] = meta["pairs"]
        self._texts: dict[str, list[list[int]]] = meta["texts"]
        self._places: dict[str, list[int]] = meta["nodes"]
        self._count: int = self._places["starts"][1] // 8 - 1
        self._said: dict[frozenset[str] | None, frozenset[int]] = {}
        self._known: dict[int, str] = {}
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        """Count the nodes."""
        return self._count

    # --- one node ------------------------------------------------------------------------------------------------

    def name(self, number: int) -> str:
        """Give a node."""
        if (known := self._known.get(number)) is not None:
            return known
        name = str(self._names(number, number + 1), "utf-8")[:-1]
        self._keep(number, name)
        return name

    def number(self, name: str) -> int | None:
        """Find the number of a node; None for one that there is not."""
        if (known := self._numbers.get(name)) is not None:
            return known
        key = name.encode()  # UTF-8 has the order of the characters
        first = max(bisect_right(self._signs, key) - 1, 0) * STEP
        names = b"\n" + self._names(first, min(first + STEP, len(self)))
        at = names.find(b"\n%b\n" % key)
        if at < 0:
            return None
        number = first + names.count(b"\n", 0, at)
        self._keep(number, name)
        return number

    def _keep(self, number: int, name: str) -> None:
        """Keep a node, as what was asked for or given out is asked for next."""
        if len(self._known) >= _KEPT:
            self._known.clear()
            self._numbers.clear()
        self._known[number], self._numbers[name] = name, number

    def rows(self, node: int, among: Container[int] | None = None) -> list[Row]:
        """Give what a node has, and what has it, in all columns or those ``among`` some."""
        begin, end = self._ints(self._places["begins"], node, 2, "I")
        told = self._ints(self._places["rows"], 3 * begin, 3 * (end - begin), "I").tolist()
        columns = self._columns
        return [
            Row(*columns[code], first, length)
            for code, first, length in zip(told[::3], told[1::3], told[2::3], strict=True)
            if among is None or code in among
        ]

    def columns_of(self, predicates: Container[str], texts: Container[str] = ()) -> frozenset[int]:
        """Give the numbers of the columns of nodes under some predicates, and of texts under some."""
        told = enumerate(self._columns)
        return frozenset(
            code for code, (predicate, way) in told if predicate in (texts if way is TEXT else predicates)
        )

    def said_by(self, predicates: frozenset[str] | None) -> frozenset[int]:
        """Give the numbers of the columns of what nodes have under some predicates, or under all."""
        if predicates not in self._said:
            told = enumerate(self._columns)
            self._said[predicates] = frozenset(
                code
                for code, (predicate, way) in told
                if way is not IN and (predicates is None or predicate in predicates)
            )
        return self._said[predicates]

    def row(self, node: int, predicate: str, way: str) -> Row:
        """Give what a node has under a predicate."""
        found = (row for row in self.rows(node) if row.predicate == predicate and row.way is way)
        return next(found, Row(predicate, way, 0, 0))

    def nodes_of(self, row: Row) -> memoryview:
        """Give the nodes at the other ends of what a node has, in order."""
        predicate, way, first, length = row
        if not length:
            return memoryview(b"").cast("I")
        begun, _ = self._pairs[predicate][1 if way is OUT else 2]
        return memoryview(self._read(begun + 4 * first, 4 * length)).cast("I")

    def lines_of(self, row: Row) -> str:
        """Give the lines of the literals that a node has."""
        if not row.length:
            return ""
        _, starts, lines = self._texts[row.predicate]
        told = self._ints(starts, row.first, row.length + 1, "Q")
        return self._read(lines[0] + told[0], told[-1] - told[0]).decode()

    def count_iris(self, row: Row) -> int:
        """Count the IRIs at the other ends of what a node has."""
        if row.way is TEXT or not self.blank:
            return 0 if row.way is TEXT else row.length
        found = self.nodes_of(row)
        return len(found) - (bisect_left(found, self.blank.stop) - bisect_left(found, self.blank.start))

    @cached_property
    def _columns(self) -> list[tuple[str, str]]:
        """The columns in the order in which they were written."""
        of_nodes = ((predicate, way) for predicate in self._pairs for way in (OUT, IN))
        return [*of_nodes, *((predicate, TEXT) for predicate in self._texts)]

    @cached_property
    def _signs(self) -> list[bytes]:
        """Every so many names."""
        return self._read(*self._places["signs"]).split(b"\n")[:-1]

    def _names(self, first: int, end: int) -> bytes:
        """Give the names of some nodes, one behind the other, as lines."""
        begun = self._places["names"][0]
        told = self._ints(self._places["starts"], first, end - first + 1, "Q")
        return self._read(begun + told[0], told[-1] - told[0])

    def _ints(self, place: list[int], first: int, count: int, form: Literal["I", "Q"]) -> memoryview:
        """Read some numbers of a section."""
        size = 8 if form == "Q" else 4
        return memoryview(self._read(place[0] + first * size, count * size)).cast(form)

    # --- all nodes -----------------------------------------------------------------------------------------------

    @cached_property
    def names(self) -> list[str]:
        """All nodes."""
        return str(self._section(self._places["names"]), "utf-8").split("\n")[:-1]

    def of_nodes(self) -> list[str]:
        """List the predicates that lead to nodes."""
        return list(self._pairs)

    def of_literals(self) -> list[str]:
        """List the predicates that lead to literals."""
        return list(self._texts)

    def predicates(self) -> list[str]:
        """List all predicates, in order."""
        return sorted({*self._pairs, *self._texts})

    def numbers(self, predicate: str) -> tuple[memoryview, memoryview]:
        """Give the nodes that a predicate leads from and to, in order, each pair once."""
        starts, ends, _ = self._pairs.get(predicate, _NOWHERE)
        return self._section(starts).cast("I"), self._section(ends).cast("I")

    def literals(self, predicate: str) -> tuple[memoryview, memoryview]:
        """Give the nodes that have literals under a predicate, in order, and the lines of these, as bytes."""
        nodes, _, lines = self._texts.get(predicate, _NOWHERE)
        return self._section(nodes).cast("I"), self._section(lines)

    def count(self) -> int:
        """Count the triples."""
        return sum(len(self.numbers(one)[0]) for one in self._pairs) + sum(
            len(self.literals(one)[0]) for one in self._texts
        )

    def speakers(self, predicate: str) -> Iterator[int]:
        """Give the nodes that have literals under a predicate, once for each."""
        return (node for node, _ in self.lines(predicate))

    def lines(self, predicate: str) -> Iterator[tuple[int, str]]:
        """Give the nodes that have literals under a predicate, each with the line of one."""
        nodes, lines = self.literals(predicate)
        return zip(nodes, _split(lines), strict=True)

    def number_pairs(self, predicate: str) -> Iterator[tuple[int, int]]:
        """Give the pairs of IRIs that a predicate relates, as numbers."""
        starts, ends = self.numbers(predicate)
        pairs = zip(starts, ends, strict=True)
        blank = self.blank
        if not blank:
            return pairs
        return ((one, other) for one, other in pairs if one not in blank and other not in blank)

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Give the pairs of IRIs that a predicate relates."""
        names = self.names
        return ((names[start], names[end]) for start, end in self.number_pairs(predicate))

    def members(self, predicate: str, value: str) -> list[str]:
        """Give the IRIs that have a node under a predicate."""
        if (number := self.number(value)) is None:
            return []
        names, blank = self.names, self.blank
        starts = self.nodes_of(self.row(number, predicate, IN))
        return [names[start] for start in starts if start not in blank]

    def holder_names(self, predicate: str) -> list[str]:
        """Give the IRIs that have anything under a predicate, each once."""
        return [self.names[node] for node in self.holders(predicate) if node not in self.blank]

    def holders(self, predicate: str) -> set[int]:
        """Give the numbers of what has anything under a predicate, blank nodes among it."""
        return {*self.numbers(predicate)[0], *self.literals(predicate)[0]}

    def parts(self, predicate: str, holder_of: str | None = None) -> Iterator[str]:
        """Give subject and object of all that has a predicate, as text in parts: a line each, a tab between."""
        lines = self._lines(predicate, None if holder_of is None else self.holders(holder_of))
        while part := "".join(islice(lines, _PART)):
            yield part

    def _lines(self, predicate: str, kept: set[int] | None) -> Iterator[str]:
        names, blank = self.names, self.blank
        pairs: Iterable[tuple[int, int]] = zip(*self.numbers(predicate), strict=True)
        told: Iterable[tuple[int, str]] = self.lines(predicate)
        if kept is not None:
            pairs = ((start, end) for start, end in pairs if start in kept)
            told = ((start, line) for start, line in told if start in kept)
        if not blank:
            yield from (f"<{names[start]}>\t<{names[end]}>\n" for start, end in pairs)
            yield from (f"<{names[start]}>\t{line}\n" for start, line in told)
            return

        def spelled(node: int) -> str:
            return names[node] if node in blank else f"<{names[node]}>"

        yield from (f"{spelled(start)}\t{spelled(end)}\n" for start, end in pairs)
        yield from (f"{spelled(start)}\t{line}\n" for start, line in told)

    def _section(self, place: list[int]) -> memoryview:
        begun, size = place
        return self._file.mapped[begun : begun + size]


def _split(lines: memoryview) -> Iterator[str]:
    """Give lines of UTF-8, some at a time."""
    begun, size = 0, len(lines)
    while begun < size:
        part = bytes(lines[begun : begun + _BYTES])
        whole = part.rfind(b"\n") + 1
        if not whole:  # a line that is longer
            part = bytes(lines[begun:])
            whole = part.find(b"\n") + 1
        yield from part[:whole].decode().split("\n")[:-1]
        begun += whole
