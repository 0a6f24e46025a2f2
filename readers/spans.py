"""How a span grows, piece by piece, and keeps the source line of each of its characters."""

from __future__ import annotations

from collections.abc import Iterable

from rolegraph.readers.document import Link, Span

__all__ = ["SpanBuilder", "cut_head", "cut_part", "cut_tail", "join_spans"]


class SpanBuilder:
    """Gather the pieces of a text and their lines; ``span`` gives the whole, trimmed at both ends.

    >>> builder = SpanBuilder()
    >>> builder.add("A product manager", 4); builder.add_break(); builder.add("owns the roadmap. ", 5)
    >>> builder.span(4)
    Span(text='A product manager owns the roadmap.', starts=((0, 4), (18, 5)), links=(), strong=(), breaks=(),
        anchors=())
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

    @property
    def is_spaced(self) -> bool:
        """Tell whether the text so far ends in a space, or there is none yet."""
        return self._spaced

    def ending(self) -> str:
        """Give the last characters of the text so far, enough to know its last word."""
        return "".join(self._pieces[-2:])[-40:]

    def add(self, text: str, line: int) -> None:
        """Append text that stands on one line, less the spaces at the very beginning and after a gap."""
        text = text.lstrip() if not self._pieces or (self._gap and self._spaced) else text
        if not text:
            return
        if not self._starts or self._starts[-1][1] != line:
            self._starts.append((self.length, line))
        self._append(text)

    def add_span(self, span: Span) -> None:
        """Append a span with its links, bold and breaks."""
        begin = self.length
        for (start, line), end in zip(
            span.starts, [*(at for at, _ in span.starts[1:]), len(span.text)], strict=True
        ):
            self.add(span.text[start:end], line)
        self._links += (Link(begin + link.start, begin + link.end, link.target) for link in span.links)
        self._strong += ((begin + start, begin + end) for start, end in span.strong)
        self._breaks += (begin + offset for offset in span.breaks)

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
    Span(text='Offshoring', starts=((0, 9),), links=(), strong=((0, 10),), breaks=(), anchors=())
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
        span.anchors,
    )


def cut_tail(span: Span, length: int) -> Span:
    """Keep the first characters of a span.

    >>> cut_tail(Span("Offshoring:", ((0, 9),), (), ((0, 11),)), 10)
    Span(text='Offshoring', starts=((0, 9),), links=(), strong=((0, 10),), breaks=(), anchors=())
    """
    return Span(
        span.text[:length],
        tuple((at, line) for at, line in span.starts if at < max(1, length)),
        tuple(link._replace(end=min(link.end, length)) for link in span.links if link.start < length),
        tuple((start, min(end, length)) for start, end in span.strong if start < length),
        tuple(offset for offset in span.breaks if offset < length),
        span.anchors,
    )


def cut_part(span: Span, start: int, end: int) -> Span:
    """Give the part of a span between two offsets, trimmed at both ends.

    >>> cut_part(Span("BPO | outsourcing", ((0, 9),)), 5, 17).text
    'outsourcing'
    """
    start, end = _trim(span.text, start, end)
    return cut_head(cut_tail(span, end), start)


def join_spans(spans: Iterable[Span], line: int) -> Span:
    """Join paragraphs into one span, a break on purpose between them; ``line`` is where one without text stands.

    >>> join_spans([Span("calls", ((0, 4),)), Span("mail", ((0, 5),))], 4)
    Span(text='calls mail', starts=((0, 4), (6, 5)), links=(), strong=(), breaks=(6,), anchors=())
    """
    builder = SpanBuilder()
    for span in spans:
        builder.add_break(on_purpose=True)
        builder.add_span(span)
    return builder.span(line)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Draw in the two ends of a part of the text until they meet no space."""
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
