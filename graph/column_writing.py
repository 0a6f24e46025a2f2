"""The columns of an Oxigraph folder as they are written: what each predicate says, as numbers of nodes and as texts.

The engine keeps nodes by a hash and looks each up again for each row that it gives out, which takes ten times as long
as to parse it. What is asked of a whole graph (its network, its paths, its measures, its names) is therefore read from
a file beside the data, which is made of the same files as they are loaded.

The file has sections one behind the other, whose places its last line tells, as JSON: the nodes in the order of their
names, without a number in between; for each predicate its pairs of nodes, each once, sorted by their starts, and the
starts again, sorted by their ends; for each predicate of literals the nodes, sorted, where the literals of each begin,
and the literals, spelled as in Turtle; for each node where in these columns it is. So what is said of one node is read
in a few small parts.
"""

from __future__ import annotations

import json
import mmap
import os
import tempfile
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import partial
from itertools import accumulate, chain, groupby, pairwise
from typing import IO, TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from rolegraph.graph.column_file import FILE, STEP, VERSION
from rolegraph.graph.label_writing import state_of
from rolegraph.graph.triple_lines import LineReader
from rolegraph.graph.vocabulary import DEFAULT_GRAPH, INFERRED, TYPE
from rolegraph.ontology.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rolegraph.graph.column_file import ColumnFile

__all__ = ["ColumnWriter"]

_Place = tuple[int, int]
_BLOCK = 1 << 20
_WAITING = 10_000  # lines
_HALF = 0xFFFFFFFF  # of a pair of numbers in one
_STRING = NamedNode(XSD + "string")
_SPELLED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class ColumnWriter:
    """Takes triples as they are parsed, and writes them by predicate.

    ``is_whole`` turns False where something comes that columns can't hold: triples as objects.
    """

    def __init__(self, folder: str) -> None:
        self.is_whole = True
        self._folder = folder
        self._numbers: dict[str, int] = {}
        self._pairs: dict[str, tuple[array[int], array[int]]] = defaultdict(lambda: (array("I"), array("I")))
        self._texts: dict[str, _Spool] = defaultdict(partial(_Spool, folder))
        self._canonical: dict[Literal, str] = {}
        self._named = False
        self._files = 0

    def __enter__(self) -> ColumnWriter:
        """Begin to take triples."""
        return self

    def __exit__(self, *error: object) -> None:
        """Drop what was not written."""
        for spool in self._texts.values():
            spool.close()

    def add(self, quads: Iterable[Quad]) -> None:
        """Take what a file says; blank nodes of another file are others."""
        self._files += 1
        self._take(quads)

    def add_lines(self, read: Callable[[int], bytes]) -> None:
        """Take the same of a file of N-Triples, whose faults need not be found here."""
        self._files += 1
        lines = LineReader(self._numbers, self._pairs, self._texts, self._blank)
        for block in _whole_lines(read):
            if odd := lines.take(block.decode().split("\n")):
                self._take(parse("\n".join(odd).encode(), RdfFormat.N_TRIPLES))
            for spool in self._texts.values():
                spool.flush()

    def add_file(self, known: ColumnFile) -> None:
        """Take what another file of columns holds, of which nothing was taken yet."""
        for number, name in enumerate(known.names):
            self._numbers[name if number in known.blank else f"<{name}>"] = number
        self._named, self._files = known.has_named_graphs, known.files
        for predicate in known.of_nodes():
            for column, more in zip(self._pairs[f"<{predicate}>"], known.numbers(predicate), strict=True):
                column.frombytes(more.tobytes())
        for predicate in known.of_literals():
            told, spelled = known.literals(predicate)
            self._texts[f"<{predicate}>"].add(told, spelled)

    def write(self) -> None:
        """Write the file into the folder, which nobody else uses yet; raises OSError where the disk is full."""
        nodes = sorted(self._numbers, key=_name)
        ranks = array("I", bytes(4 * len(nodes)))
        for rank, node in enumerate(nodes):
            ranks[self._numbers.pop(node)] = rank
        names = list(map(_name, nodes))
        del nodes
        with open(os.path.join(self._folder, FILE), "wb") as file:
            sections = _Sections(file)
            places = sections.names(names)
            blank = bisect_left(names, "_:"), bisect_left(names, "_;")  # no IRI begins as they do
            del names
            pairs = {_name(one): sections.pairs(*self._pairs.pop(one), ranks) for one in sorted(self._pairs)}
            texts = {_name(one): sections.literals(self._texts[one], ranks) for one in sorted(self._texts)}
            meta = {"version": VERSION, "state": state_of(self._folder), "named": self._named}
            meta |= {"files": self._files, "blank": blank, "pairs": pairs, "texts": texts}
            meta["nodes"] = places | sections.rows(len(ranks))
            meta["end"] = file.tell()
            tail = json.dumps(meta).encode()
            file.write(tail + len(tail).to_bytes(8, "little"))
            file.flush()
            os.fsync(file.fileno())

    @property
    def _blank(self) -> str:
        """What stands before the names of the blank nodes of a file."""
        return f"f{self._files}x"

    def _take(self, quads: Iterable[Quad]) -> None:
        pairs, texts, number = self._pairs, self._texts, self._number
        for quad in quads:
            if quad.graph_name != DEFAULT_GRAPH:
                if quad.graph_name == INFERRED:
                    continue
                self._named = True
            value, predicate = quad.object, f"<{quad.predicate.value}>"
            start = number(quad.subject)
            if type(value) is Literal:
                texts[predicate].put(start, self._spelled(value))
            else:
                starts, ends = pairs[predicate]
                starts.append(start)
                ends.append(number(value))

    def _number(self, node: object) -> int:
        """Give the number of a node, by its spelling in N-Triples."""
        numbers = self._numbers
        if type(node) is NamedNode:
            return numbers.setdefault(f"<{node.value}>", len(numbers))
        if type(node) is BlankNode:
            return numbers.setdefault(f"_:{self._blank}{node.value}", len(numbers))
        self.is_whole = False
        return 0

    def _spelled(self, value: Literal) -> str:
        text, language = value.value, value.language
        if language is None and value.datatype != _STRING:
            return self._canonical.get(value) or self._made_canonical(value)
        if '"' in text or "\\" in text or not text.isprintable():
            text = text.translate(_SPELLED)
        direction = f"--{value.direction.value}" if value.direction else ""
        return f'"{text}"@{language.lower()}{direction}\n' if language else f'"{text}"\n'

    def _made_canonical(self, value: Literal) -> str:
        """Spell a literal of a datatype as the store gives it back, which keeps some by their value."""
        store = Store()
        store.add(Quad(TYPE, TYPE, value))
        kept = next(iter(store)).object
        assert isinstance(kept, Literal)
        spelled = f'"{kept.value.translate(_SPELLED)}"^^{kept.datatype}\n'
        self._canonical[value] = spelled
        return spelled


class _Spool:
    """The nodes that have literals under a predicate, and the lines of these, which wait in a file."""

    def __init__(self, folder: str) -> None:
        self.nodes = array("I")
        self.lines: list[str] = []
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (until it is written)

    def put(self, node: int, line: str) -> None:
        """Take one."""
        self.nodes.append(node)
        self.lines.append(line)
        if len(self.lines) > _WAITING:
            self.flush()

    def add(self, nodes: memoryview, lines: memoryview) -> None:
        """Take some."""
        self.nodes.frombytes(nodes.tobytes())
        self._file.write(lines)

    def flush(self) -> None:
        """Put the lines into the file."""
        self._file.write("".join(self.lines).encode())
        self.lines.clear()

    def whole(self) -> IO[bytes]:
        """Give the file with all lines, at its beginning."""
        self.flush()
        self._file.seek(0)
        return self._file

    def close(self) -> None:
        """Close the file, which is then gone."""
        self._file.close()


class _Sections:
    """Writes sections, each at a place that numbers of eight bytes may begin at; gives their places and lengths."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._columns: list[tuple[array[int], array[int]]] = []

    def names(self, names: list[str]) -> dict[str, _Place]:
        starts = accumulate((len(name.encode()) + 1 for name in names), initial=0)
        return {
            "starts": self._put(array("Q", starts)),
            "names": self._put("".join(f"{name}\n" for name in names).encode()),
            "signs": self._put("".join(f"{name}\n" for name in names[::STEP]).encode()),
        }

    def pairs(self, starts: array[int], ends: array[int], ranks: array[int]) -> list[_Place]:
        both = sorted({ranks[start] << 32 | ranks[end] for start, end in zip(starts, ends, strict=True)})
        firsts, lasts = _halves(both)
        self._note(firsts)
        forth = [self._put(firsts), self._put(lasts)]
        both = sorted((pair & _HALF) << 32 | pair >> 32 for pair in both)
        lasts, firsts = _halves(both)
        self._note(lasts)
        return [*forth, self._put(firsts)]

    def literals(self, spool: _Spool, ranks: array[int]) -> list[_Place]:
        """Write what the nodes have, by node, each literal once, as the store keeps it."""
        kept, starts = array("I"), array("Q", [0])
        begun, _ = self._put(b"")
        for node, lines in _by_node(spool.nodes, spool.whole(), ranks):
            for line in dict.fromkeys(lines):
                kept.append(node)
                starts.append(starts[-1] + len(line))
                self._file.write(line)
        spool.close()
        self._note(kept)
        return [self._put(kept), self._put(starts), (begun, starts[-1])]

    def rows(self, count: int) -> dict[str, _Place]:
        """Write for each node which columns it is in, by the order in which they were written, where, and how often."""
        begins = array("I", bytes(4 * (count + 1)))
        for node in chain.from_iterable(nodes for nodes, _ in self._columns):
            begins[node + 1] += 1
        begins = array("I", accumulate(begins))
        rows, at = array("I", bytes(12 * begins[-1])), begins[:]
        for code, (nodes, firsts) in enumerate(self._columns):
            for node, (first, end) in zip(nodes, pairwise(firsts), strict=True):
                place = 3 * at[node]
                rows[place], rows[place + 1], rows[place + 2] = code, first, end - first
                at[node] += 1
        return {"begins": self._put(begins), "rows": self._put(rows)}

    def _note(self, column: array[int]) -> None:
        """Note which nodes a sorted column has, and where each begins."""
        counts = Counter(column)  # in the order of the column
        self._columns.append((array("I", counts), array("I", accumulate(counts.values(), initial=0))))

    def _put(self, section: bytes | array[int]) -> _Place:
        self._file.write(bytes(-self._file.tell() % 8))
        begun = self._file.tell()
        self._file.write(section)
        return begun, self._file.tell() - begun


def _halves(both: list[int]) -> tuple[array[int], array[int]]:
    return array("I", [pair >> 32 for pair in both]), array("I", [pair & _HALF for pair in both])


def _by_node(nodes: array[int], spool: IO[bytes], ranks: array[int]) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Give the ranks of nodes, in order, with the lines of the spool that go with each."""
    ends = array("Q", accumulate(map(len, spool)))
    order = sorted(ranks[node] << 32 | at for at, node in enumerate(nodes))
    with mmap.mmap(spool.fileno(), 0, access=mmap.ACCESS_READ) as lines:

        def line(one: int) -> bytes:
            at = one & _HALF
            return lines[ends[at - 1] if at else 0 : ends[at]]

        yield from ((rank, map(line, same)) for rank, same in groupby(order, key=lambda one: one >> 32))


def _whole_lines(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """Read blocks of whole lines, without the last break of each."""
    begun: list[bytes] = []
    while block := read(_BLOCK):
        lines, end, rest = block.rpartition(b"\n")
        if end:
            yield b"".join([*begun, lines])
            begun = []
        begun.append(rest)
    yield b"".join(begun)


def _name(node: str) -> str:
    """Give the name of a node as columns keep it, without brackets."""
    return node[1:-1] if node[0] == "<" else node
