"""Lines of N-Triples in their usual spelling, read without a parser, which takes half the time.

A line is read here if it is three parts with one space between them and ``" ."`` behind: IRIs and plain blank nodes,
and literals without escapes and datatypes. What is spelled in any other way is left to the parser. Nothing is checked
beyond what tells the two apart: a file with faults is refused by who parses all of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

__all__ = ["LineReader", "Spoken"]

_IRI = re.compile(r'<[^\x00-\x20<>"{}|^`\\]*>')  # N-Triples, 3.2: IRIREF without escapes
_BLANK = re.compile(r"_:\w+")
_TAIL = re.compile(r"(?:@[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)? \.")


class Spoken(Protocol):
    """The nodes that have literals under a predicate, and the lines of these, spelled as in Turtle."""

    nodes: array[int]
    lines: list[str]


class LineReader:
    """Takes lines of a file: numbers nodes by their spelling, and puts pairs and literals by predicate.

    Blank nodes, which are others in each file, get ``blank`` before their names.
    """

    def __init__(
        self,
        numbers: dict[str, int],
        pairs: Mapping[str, tuple[array[int], array[int]]],
        texts: Mapping[str, Spoken],
        blank: str,
    ) -> None:
        self._numbers, self._pairs, self._texts, self._blank = numbers, pairs, texts, blank
        self._predicates: set[str] = set()
        self._tails: dict[str, str] = {}

    def take(self, lines: Iterable[str]) -> list[str]:
        """Take what lines say; give those that a parser must read."""
        odd: list[str] = []
        number, literal, pairs, texts = self._numbers.get, self._literal, self._pairs, self._texts
        for line in lines:
            try:
                subject, predicate, value = line.split(" ", 2)
            except ValueError:
                odd += [line] if line else []
                continue
            start = number(subject)
            if start is None or subject[0] == "_":  # kept by another name
                start = self._new(subject)
            if value[:1] != '"':
                end = number(value[:-2])
                if end is None or value[0] == "_":
                    end = self._new(value[:-2])
                if start is not None and end is not None and value[-2:] == " ." and self._is_iri(predicate):
                    starts, ends = pairs[predicate]
                    starts.append(start)
                    ends.append(end)
                    continue
            elif start is not None and self._is_iri(predicate) and (spelled := literal(value)):
                spoken = texts[predicate]
                spoken.nodes.append(start)
                spoken.lines.append(spelled)
                continue
            odd.append(line)
        return odd

    def _new(self, node: str) -> int | None:
        """Give a number to a node that was not met before; None for what is no node, or is spelled otherwise."""
        if _BLANK.fullmatch(node):
            node = f"_:{self._blank}{node[2:]}"
        elif not _IRI.fullmatch(node):
            return None
        return self._numbers.setdefault(node, len(self._numbers))

    def _is_iri(self, predicate: str) -> bool:
        if predicate in self._predicates:
            return True
        if _IRI.fullmatch(predicate):
            self._predicates.add(predicate)
            return True
        return False

    def _literal(self, value: str) -> str:
        """Give the line of a literal; nothing for one that is spelled otherwise."""
        if "\\" in value or "\t" in value or "\r" in value:
            return ""
        text, _, tail = value.rpartition('"')
        if text.find('"', 1) > 0 or not text:  # the last one is in a comment, or it is the first
            return ""
        if tail not in self._tails:
            self._tails[tail] = f'"{tail[:-2].lower()}\n' if _TAIL.fullmatch(tail) else ""
        end = self._tails[tail]
        return text + end if end else ""
