"""How a span grows, piece by piece, and keeps the source line of each of its characters."""

from __future__ import annotations

from collections.abc import Iterable

from rolegraph.readers.document import Link, Span

__all__ = ["SpanBuilder", "cut_head", "cut_tail", "join_spans"]


class SpanBuilder:
    """Gather the pieces of a text and their lines; ``span`` gives the whole, trimmed at both ends.

    >>> builder = SpanBuilder()
    >>> builder.add("A product manager", 4); builder.add_break(); builder.add("owns the roadmap. ", 5)
    >>> builder.span(4)
    Span(text='A product manager owns the roadmap.', starts=((0, 4), (18, 5)), links=(), strong=(), breaks=())
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[tuple[int, int]] = []
        self._links: list[Link] = []
        self._strong: list[tuple[int, int]] = []
        self._breaks: list[int] = []
        self._spaced = True
        self._gap = False
        self.length = 0

    def add(self, text: str, line: int) -> None:
        """Append text that stands on one line, less the spaces at the very beginning and after a gap."""
        text = text.lstrip() if not self._pieces or (self._gap and self._spaced) else text
        if not text:
            return
        if not self._starts or self._starts[-1][1] != line:
            self._starts.append((self.length, line))
        self._append(text)

    def add_break(self, on_purpose: bool = False) -> None:
        """Append the space that joins two lines, unless one stands there."""
        if not self._spaced:
            self._append(" ")
        self._gap = True
        if on_purpose and self.length:
            self._breaks.append(self.length)

    def add_gap(self) -> None:
        """Note that something was left out here, so that no two spaces meet."""
        self._gap = True

    def add_link(self, start: int, target: str) -> None:
        """Make a link of what was appended since an offset."""
        self._links.append(Link(start, self.length, target))

    def add_strong(self, start: int) -> None:
        """Make bold what was appended since an offset."""
        self._strong.append((start, self.length))

    def span(self, line: int) -> Span:
        """Give the span; ``line`` is where it stands when it holds no text."""
        text = "".join(self._pieces).rstrip()
        starts = tuple(start for start in self._starts if start[0] < len(text)) or ((0, line),)
        links = (Link(*_trim(text, link.start, link.end), link.target) for link in self._links)
        strong = (_trim(text, start, end) for start, end in self._strong)
        return Span(
            text,
            starts,
            tuple(sorted(link for link in links if link.start < link.end)),
            tuple(sorted({bold for bold in strong if bold[0] < bold[1]})),
            tuple(sorted({offset for offset in self._breaks if offset < len(text)})),
        )

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        self._spaced = text[-1].isspace()
        self._gap = False


def cut_head(span: Span, length: int) -> Span:
    """Cut characters off the beginning of a span.

    >>> cut_head(Span("1.2 Offshoring", ((0, 9),), (), ((4, 14),)), 4)
    Span(text='Offshoring', starts=((0, 9),), links=(), strong=((0, 10),), breaks=())
    """
    text = span.text[length:]
    starts = ((0, span.line_at(length)), *((at - length, line) for at, line in span.starts if at > length))
    links = (Link(max(0, link.start - length), link.end - length, link.target) for link in span.links)
    strong = ((max(0, start - length), end - length) for start, end in span.strong)
    return Span(
        text,
        starts,
        tuple(link for link in links if link.end > 0),
        tuple(bold for bold in strong if bold[1] > 0),
        tuple(offset - length for offset in span.breaks if offset > length),
    )


def cut_tail(span: Span, length: int) -> Span:
    """Keep the first characters of a span.

    >>> cut_tail(Span("Offshoring:", ((0, 9),), (), ((0, 11),)), 10)
    Span(text='Offshoring', starts=((0, 9),), links=(), strong=((0, 10),), breaks=())
    """
    return Span(
        span.text[:length],
        tuple((at, line) for at, line in span.starts if at < max(1, length)),
        tuple(link._replace(end=min(link.end, length)) for link in span.links if link.start < length),
        tuple((start, min(end, length)) for start, end in span.strong if start < length),
        tuple(offset for offset in span.breaks if offset < length),
    )


def join_spans(spans: Iterable[Span], line: int) -> Span:
    """Join spans into one, with a break between each two; ``line`` is where it stands when all are empty.

    >>> join_spans([Span("CRM", ((0, 3),)), Span("", ((0, 4),)), Span("ERP", ((0, 5),))], 3)
    Span(text='CRM ERP', starts=((0, 3), (4, 5)), links=(), strong=(), breaks=(4,))
    """
    filled = [span for span in spans if span.text]
    if len(filled) < 2:
        return filled[0] if filled else Span("", ((0, line),))
    starts: list[tuple[int, int]] = []
    links: list[Link] = []
    strong: list[tuple[int, int]] = []
    breaks: list[int] = []
    at = 0
    for span in filled:
        breaks += [at] * bool(at) + [at + offset for offset in span.breaks]
        starts += [(at + offset, number) for offset, number in span.starts]
        links += [Link(at + link.start, at + link.end, link.target) for link in span.links]
        strong += [(at + start, at + end) for start, end in span.strong]
        at += len(span.text) + 1
    text = " ".join(span.text for span in filled)
    return Span(text, _changes(starts), tuple(links), tuple(strong), tuple(breaks))


def _changes(starts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Leave out the starts that are on the line of the one before."""
    kept: list[tuple[int, int]] = []
    for start in starts:
        if not kept or kept[-1][1] != start[1]:
            kept.append(start)
    return tuple(kept)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Draw in the two ends of a part of the text until they meet no space."""
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
