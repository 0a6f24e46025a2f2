"""The columns of an Oxigraph folder as they are written: what each predicate says, as numbers of nodes and as texts.

The engine keeps nodes by a hash and looks each up again for each row that it gives out, which takes ten times as long
as to parse it. What is asked of a whole graph (its network, its paths, its measures, its names) is therefore read from
a file beside the data, which is made of the same files as they are loaded.

The file has sections one behind the other, whose places its last line tells, as JSON: the nodes in the order of their
names, without a number in between; for each predicate its pairs of nodes, sorted, each once; for each predicate of
literals the nodes and the literals, spelled as in Turtle.
"""

from __future__ import annotations

import json
import os
import tempfile
from array import array
from collections import defaultdict
from hashlib import blake2b
from itertools import accumulate
from typing import IO, TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from rolegraph.graph.column_file import FILE, VERSION
from rolegraph.graph.label_writing import state_of
from rolegraph.graph.vocabulary import DEFAULT_GRAPH, INFERRED, TYPE
from rolegraph.ontology.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rolegraph.graph.column_file import ColumnFile

__all__ = ["ColumnWriter"]

_Place = tuple[int, int]
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
        self._texts: dict[str, tuple[array[int], IO[bytes]]] = {}
        self._canonical: dict[Literal, str] = {}
        self._named = False
        self._files = 0

    def __enter__(self) -> ColumnWriter:
        """Begin to take triples."""
        return self

    def __exit__(self, *error: object) -> None:
        """Drop what was not written."""
        for _, spool in self._texts.values():
            spool.close()

    def add(self, quads: Iterable[Quad]) -> None:
        """Take what a file says; blank nodes of another file are others."""
        self._files += 1
        pairs, texts, number = self._pairs, self._texts, self._number
        for quad in quads:
            if quad.graph_name != DEFAULT_GRAPH:
                if quad.graph_name == INFERRED:
                    continue
                self._named = True
            value, predicate = quad.object, quad.predicate.value
            start = number(quad.subject)
            if type(value) is Literal:
                nodes, spool = texts.get(predicate) or self._spool(predicate)
                nodes.append(start)
                spool.write(self._spelled(value).encode())
            else:
                starts, ends = pairs[predicate]
                starts.append(start)
                ends.append(number(value))

    def add_file(self, known: ColumnFile) -> None:
        """Take what another file of columns holds, of which nothing was taken yet."""
        self._numbers = {name: number for number, name in enumerate(known.names)}
        self._named, self._files = known.has_named_graphs, known.files
        for predicate in known.of_nodes():
            starts, ends = self._pairs[predicate]
            for column, more in zip((starts, ends), known.numbers(predicate), strict=True):
                column.frombytes(more.tobytes())
        for predicate in known.of_literals():
            nodes, spelled = known.literals(predicate)
            self._spool(predicate)[0].frombytes(nodes.tobytes())
            self._spool(predicate)[1].write(bytes(spelled))

    def write(self) -> None:
        """Write the file into the folder, which nobody else uses yet; raises OSError where the disk is full."""
        names = sorted(self._numbers)
        ranks = array("I", bytes(4 * len(names)))
        for rank, name in enumerate(names):
            ranks[self._numbers.pop(name)] = rank
        with open(os.path.join(self._folder, FILE), "wb") as file:
            sections = _Sections(file)
            places = sections.names(names)
            del names
            pairs = {one: sections.pairs(*self._pairs.pop(one), ranks) for one in sorted(self._pairs)}
            texts = {one: sections.literals(*self._texts[one], ranks) for one in sorted(self._texts)}
            meta = {"version": VERSION, "state": state_of(self._folder), "named": self._named}
            tail = json.dumps(
                {**meta, "files": self._files, "names": places, "pairs": pairs, "texts": texts}
            ).encode()
            file.write(tail + len(tail).to_bytes(8, "little"))
            file.flush()
            os.fsync(file.fileno())

    def _number(self, node: object) -> int:
        numbers = self._numbers
        if type(node) is NamedNode:
            return numbers.setdefault(node.value, len(numbers))
        if type(node) is BlankNode:
            return numbers.setdefault(f"_:f{self._files}x{node.value}", len(numbers))
        self.is_whole = False
        return 0

    def _spelled(self, value: Literal) -> str:
        text, language = value.value, value.language
        if language is None and value.datatype != _STRING:
            return self._canonical.get(value) or self._made_canonical(value)
        if '"' in text or "\\" in text or not text.isprintable():
            text = text.translate(_SPELLED)
        return f'"{text}"@{language.lower()}\n' if language else f'"{text}"\n'

    def _made_canonical(self, value: Literal) -> str:
        """Spell a literal of a datatype as the store gives it back, which keeps some by their value."""
        store = Store()
        store.add(Quad(TYPE, TYPE, value))
        kept = next(iter(store)).object
        assert isinstance(kept, Literal)
        spelled = f'"{kept.value.translate(_SPELLED)}"^^{kept.datatype}\n'
        self._canonical[value] = spelled
        return spelled

    def _spool(self, predicate: str) -> tuple[array[int], IO[bytes]]:
        if predicate not in self._texts:
            self._texts[predicate] = array("I"), tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 (until it is written)
        return self._texts[predicate]


class _Sections:
    """Writes sections, each at a place that numbers of eight bytes may begin at; gives their places and lengths."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def names(self, names: list[str]) -> list[_Place]:
        starts = accumulate((len(name.encode()) + 1 for name in names), initial=0)
        return [self._put(array("Q", starts)), self._put("".join(f"{name}\n" for name in names).encode())]

    def pairs(self, starts: array[int], ends: array[int], ranks: array[int]) -> list[_Place]:
        both = sorted({ranks[start] << 32 | ranks[end] for start, end in zip(starts, ends, strict=True)})
        return [
            self._put(array("I", [pair >> 32 for pair in both])),
            self._put(array("I", [pair & 0xFFFFFFFF for pair in both])),
        ]

    def literals(self, nodes: array[int], spool: IO[bytes], ranks: array[int]) -> list[_Place]:
        """Write what some nodes have, once each, as the store keeps it: the lines of the spool go with the nodes."""
        begun, _ = self._put(b"")
        spool.seek(0)
        kept, seen = array("I"), set[bytes]()
        for node, line in zip(nodes, spool, strict=True):
            said = blake2b(ranks[node].to_bytes(4, "little") + line, digest_size=16).digest()
            if said not in seen:
                seen.add(said)
                kept.append(ranks[node])
                self._file.write(line)
        spool.close()
        lines = (begun, self._file.tell() - begun)
        return [self._put(kept), lines]

    def _put(self, section: bytes | array[int]) -> _Place:
        self._file.write(bytes(-self._file.tell() % 8))
        begun = self._file.tell()
        self._file.write(section)
        return begun, self._file.tell() - begun
