"""YAML: the events of its parser, as nodes that know their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from rolegraph.readers.cells import cell_span, lines_span
from rolegraph.readers.document import Document, Dropped, Span
from rolegraph.readers.errors import ReadError
from rolegraph.readers.nodes import MAX_DEPTH, Keyed, Listed, Node, without_repeated
from rolegraph.readers.spans import join_spans
from rolegraph.readers.structures import is_settings, structured_document

__all__ = ["read_yaml", "yaml_nodes"]

_MAX_COPIES = 10_000
_ESCAPE = re.compile(r"\\(?:(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|(.))")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


def read_yaml(text: str, name: str) -> Document:
    r"""Read YAML that lists terms: mappings in a list, definitions by term, groups of either.

    Of keys that stand twice the first counts. Raises ReadError for what is no YAML, and nesting or references
    beyond reason.

    >>> read_yaml("terms:\n- term: CRM\n  definition: Software.", "terms.yml").blocks[0].rows[0].line
    2
    """
    dropped: list[Dropped] = []
    nodes = [] if is_settings(name) else list(yaml_nodes(text, name, dropped=dropped))
    told = [
        node for node in nodes if not isinstance(node, Span) or node.text
    ]  # "---" at the end begins nothing
    return structured_document(name, "yaml", told, dropped)


def yaml_nodes(text: str, name: str, first: int = 1, dropped: list[Dropped] | None = None) -> Iterator[Node]:
    """Yield the root of each document of a stream whose first line has a number; ``dropped`` takes what is left out."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(text.split("\n"), name, first, [] if dropped is None else dropped)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
            if builder.done:
                yield builder.done.pop()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first if mark else first
        raise ReadError(name, f"is no YAML: {_problem(error)}", line) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ReadError(name, f"is no YAML: {error}", first) from None


def _problem(error: Any) -> str:
    """Say what is wrong; where a tab is, that it may not be there."""
    problem = str(error.problem or error.context)
    return (
        f"{problem}; indent with spaces"
        if "\\t" in problem or "tab" in problem
        else f"{problem}; quote the value"
    )


class _Open(NamedTuple):
    """A mapping or a list that is not closed yet: its nodes, keys and values in turn for a mapping."""

    kind: str
    line: int
    anchor: str | None
    nodes: list[Node]


class _Builder:
    """Builds nodes of events; ``done`` holds the roots that are complete."""

    def __init__(self, lines: Sequence[str], name: str, first: int, dropped: list[Dropped]) -> None:
        self._lines, self._name, self._first, self._dropped = lines, name, first, dropped
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._copied = 0
        self.done: list[Node] = []

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event).__name__
        line = event.start_mark.line + self._first
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self._open) >= MAX_DEPTH:
                raise ReadError(self._name, f"is nested more than {MAX_DEPTH} deep", line)
            self._open.append(_Open(kind[0], line, event.anchor, []))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close()
        elif kind == "ScalarEvent":
            self._add(_scalar(event, self._lines, self._first), event.anchor)
        elif kind == "AliasEvent":
            self._add(self._copy(event.anchor, line), None)

    def _close(self) -> None:
        kind, line, anchor, nodes = self._open.pop()
        if kind == "S":
            self._add(Listed(tuple(nodes), line), anchor)
            return
        keys = (key if isinstance(key, Span) else Span("", ((0, line),)) for key in nodes[::2])
        keyed = Keyed(tuple(zip(keys, nodes[1::2], strict=True)), line)
        self._add(_merged(without_repeated(keyed, self._dropped)), anchor)

    def _copy(self, anchor: str, line: int) -> Node:
        """Give what an alias stands for; aliases of aliases can make billions of a few lines."""
        node, size = self._anchors.get(anchor, (Span("", ((0, line),)), 1))
        self._copied += size
        if self._copied > _MAX_COPIES:
            raise ReadError(self._name, f"its references repeat more than {_MAX_COPIES} values", line)
        return node

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (node, _size(node))
        (self._open[-1].nodes if self._open else self.done).append(node)


def _merged(keyed: Keyed) -> Keyed:
    """Take in the pairs of the mappings below the key ``<<`` that are not there already."""
    if keyed.get("<<") is None:
        return keyed
    pairs = [pair for pair in keyed.pairs if pair[0].text != "<<"]
    known = {key.text for key, _ in pairs}
    below = keyed.get("<<")
    for source in below.items if isinstance(below, Listed) else (below,):
        if isinstance(source, Keyed):
            pairs += [pair for pair in source.pairs if pair[0].text not in known]
            known |= {key.text for key, _ in source.pairs}
    return Keyed(tuple(pairs), keyed.line)


def _size(node: Node) -> int:
    """Count the nodes in a node."""
    if isinstance(node, Span):
        return 1
    inner = node.items if isinstance(node, Listed) else [value for _, value in node.pairs]
    return 1 + sum(map(_size, inner))


def _scalar(event: Any, lines: Sequence[str], first: int) -> Span:
    """Make a span of a scalar; a value over several lines finds each of its words on its line."""
    start, end = event.start_mark.line, event.end_mark.line
    if not event.style and event.value in _EMPTY:
        return Span("", ((0, start + first),))
    if event.style == "|":
        return cell_span(event.value, start + first + 1)
    if start == end:
        return cell_span(event.value, start + first, step=0)
    if event.style == ">":
        return _aligned(event.value, lines[start + 1 : end + 1], start + first + 1)
    own = [lines[start][event.start_mark.column :], *lines[start + 1 : end]]
    own.append(lines[end][: event.end_mark.column])
    return _aligned(event.value, [_unescaped(line, event.style) for line in own], start + first)


def _unescaped(line: str, style: str | None) -> str:
    """Write a line of a quoted value without its escapes (YAML 1.2.2, 7.3)."""
    if style == "'":
        return line.replace("''", "'")
    return _ESCAPE.sub(_character, line) if style == '"' else line


def _character(match: re.Match[str]) -> str:
    if match[1]:
        number = int(match[1][1:], 16)
        return chr(number) if number < 0x110000 else ""
    return " " if match[2] in "ntr_ " else match[2]


def _aligned(value: str, lines: Sequence[str], first: int) -> Span:
    """Find the line of each word of a value whose lines were folded."""
    at = offset = 0
    paragraphs: list[Span] = []
    for paragraph in value.split("\n"):
        pieces: list[tuple[str, int]] = []
        for word in paragraph.split():
            place = lines[at].find(word, offset) if at < len(lines) else -1
            below = _next_filled(lines, at)
            if place < 0 and below < len(lines) and (found := lines[below].find(word)) >= 0:
                at, place = below, found
            offset = place + len(word) if place >= 0 else offset
            number = first + min(at, len(lines) - 1)
            if pieces and pieces[-1][1] == number:
                pieces[-1] = (f"{pieces[-1][0]} {word}", number)
            else:
                pieces.append((word, number))
        paragraphs.append(lines_span(pieces) if pieces else Span("", ((0, first),)))
    return join_spans(paragraphs, first)


def _next_filled(lines: Sequence[str], at: int) -> int:
    """Give the place of the next line below one that is not blank."""
    return next((n for n in range(at + 1, len(lines)) if lines[n].strip()), len(lines))
