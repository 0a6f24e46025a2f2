"""The columns of an Oxigraph folder as they are asked: what a predicate says of all nodes, without the store."""

from __future__ import annotations

import json
import mmap
import os
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from rolegraph.graph.label_writing import state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["FILE", "VERSION", "ColumnFile", "open_columns"]

FILE = "columns.bin"
"""The name of the file in the folder; RocksDB leaves alone what it does not know."""

VERSION = 1
"""Another version of the file is not read, as if there were none."""

_PART = 50_000  # lines
_BYTES = 1 << 24


def open_columns(folder: str) -> ColumnFile | None:
    """Open the columns of a folder; None where there are none that fit the data."""
    try:
        with open(os.path.join(folder, FILE), "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    size = int.from_bytes(data[-8:], "little")
    try:
        meta = json.loads(data[len(data) - 8 - size : -8])
    except ValueError:
        return None
    if meta.get("version") != VERSION or meta.get("state") != state_of(folder):
        return None
    return ColumnFile(memoryview(data), meta)


class ColumnFile:
    """Nodes by number, in the order of their names: IRIs as they are, blank nodes as ``_:b``; and columns of them."""

    def __init__(self, data: memoryview, meta: dict[str, Any]) -> None:
        self._data = data
        self.has_named_graphs: bool = meta["named"]
        self.files: int = meta["files"]
        self._pairs: dict[str, list[list[int]]] = meta["pairs"]
        self._texts: dict[str, list[list[int]]] = meta["texts"]
        starts, names = meta["names"]
        self._starts, self._names = self._section(starts).cast("Q"), self._section(names)

    def __len__(self) -> int:
        """Count the nodes."""
        return len(self._starts) - 1

    @cached_property
    def names(self) -> list[str]:
        """All nodes."""
        return str(self._names, "utf-8").split("\n")[:-1]

    @cached_property
    def blank(self) -> range:
        """The numbers of blank nodes; no IRI begins as they do."""
        return range(self._first("_:"), self._first("_;"))

    def name(self, number: int) -> str:
        """Give a node."""
        return str(self._names[self._starts[number] : self._starts[number + 1] - 1], "utf-8")

    def number(self, name: str) -> int | None:
        """Find the number of a node; None for one that there is not."""
        at = self._first(name)
        return at if at < len(self) and self.name(at) == name else None

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
        starts, ends = self._pairs.get(predicate) or ([0, 0], [0, 0])
        return self._section(starts).cast("I"), self._section(ends).cast("I")

    def literals(self, predicate: str) -> tuple[memoryview, memoryview]:
        """Give the nodes that have literals under a predicate, and the lines of these, as bytes."""
        nodes, lines = self._texts.get(predicate) or ([0, 0], [0, 0])
        return self._section(nodes).cast("I"), self._section(lines)

    def speakers(self, predicate: str) -> Iterator[int]:
        """Give the nodes that have literals under a predicate, once for each."""
        nodes, lines = self.literals(predicate)
        return (node for node, _ in set(zip(nodes, _split(lines), strict=True)))

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
        number, names, blank = self.number(value), self.names, self.blank
        return [
            names[start]
            for start, end in zip(*self.numbers(predicate), strict=True)
            if end == number and start not in blank
        ]

    def holder_names(self, predicate: str) -> list[str]:
        """Give the IRIs that have anything under a predicate, each once."""
        return [self.names[node] for node in self.holders(predicate) if node not in self.blank]

    def holders(self, predicate: str) -> set[int]:
        """Give the numbers of what has anything under a predicate, blank nodes among it."""
        return {*self.numbers(predicate)[0], *self.literals(predicate)[0]}

    def column(self, predicate: str, holder_of: str | None = None) -> str:
        """Give subject and object of all that has a predicate, as text: a line each, a tab between."""
        return "".join(self.parts(predicate, holder_of))

    def parts(self, predicate: str, holder_of: str | None = None) -> Iterator[str]:
        """Give the same in parts, so that not all of it is held at once."""
        lines = self._lines(predicate, None if holder_of is None else self.holders(holder_of))
        while part := "".join(islice(lines, _PART)):
            yield part

    def _lines(self, predicate: str, kept: set[int] | None) -> Iterator[str]:
        names, blank = self.names, self.blank
        pairs: Iterable[tuple[int, int]] = zip(*self.numbers(predicate), strict=True)
        nodes, lines = self.literals(predicate)
        told: Iterable[tuple[int, str]] = zip(nodes, _split(lines), strict=True)
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
        return self._data[begun : begun + size]

    def _first(self, name: str) -> int:
        """Find the place of a name by halving; UTF-8 has the order of the characters."""
        low, high, key = 0, len(self), name.encode()
        while low < high:
            middle = (low + high) // 2
            if bytes(self._names[self._starts[middle] : self._starts[middle + 1] - 1]) < key:
                low = middle + 1
            else:
                high = middle
        return low


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
