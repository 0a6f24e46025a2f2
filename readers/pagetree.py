"""A web page as a tree whose pieces of text know their source lines: an HTML5 parser builds it, by the standard.

The parser tells lines of tags, not of text. So a mark with the line number is put before the first character of
each line of text, and is read back from the tree, wherever the parser has put the text.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.readers.encodings import clean
from rolegraph.readers.errors import ReadError

if TYPE_CHECKING:
    import turbohtml

__all__ = ["Element", "Words", "elements", "parse_page", "text_of", "words_below"]

_MAX_NODES, _SAMPLE = 3_000_000, 200
# Noncharacters: no text holds them (Unicode 23.7), and an HTML5 parser lets them pass.
_OPEN, _CLOSE = "\ufdd1", "\ufdd2"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_TAG = re.compile(r"<[a-zA-Z]")
_LINE_END = re.compile(r"\n")
_XML = re.compile(r"\s*<\?xml\b|\s*<!DOCTYPE[^>]*\bXHTML\b", re.IGNORECASE)
_SECTION = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_RAW = frozenset({"script", "style"})
_VOID = frozenset(
    re.findall(
        r"\w+", "area base br col embed hr img input link meta param source track wbr basefont bgsound frame"
    )
)


class Words(NamedTuple):
    """A piece of text on one line; ``text`` still holds its spaces, and begins a new line of ``pre``."""

    text: str
    line: int
    broken: bool = False


class Element:
    """An element: its tag, attributes and children; ``size`` counts the letters below it, ``linked`` those in links."""

    __slots__ = ("attributes", "children", "line", "linked", "parent", "size", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int, parent: Element | None) -> None:
        self.tag, self.attributes, self.line, self.parent = tag, attributes, line, parent
        self.children: list[Element | Words] = []
        self.size = self.linked = 0

    def get(self, name: str) -> str:
        """Give the value of an attribute, empty where there is none."""
        return self.attributes.get(name, "")

    def has(self, *names: str) -> bool:
        """Tell whether the element has one of some attributes."""
        return any(name in self.attributes for name in names)


def parse_page(text: str, name: str, line: int = 0) -> Element:
    r"""Parse a page into the tree that a browser would make of it, or the piece of one that begins on a ``line``.

    Raises ReadError for a page of more elements than fit in memory.

    >>> body = parse_page("<p>A\n<b>PM</b>", "pm.html").children[1]
    >>> [(words.text, words.line) for words in words_below(body) if words.text]
    [('A', 1), ('PM', 2)]
    """
    import turbohtml

    if text.count("<") > _MAX_NODES and sum(1 for _ in _TAG.finditer(text)) > _MAX_NODES:
        raise _too_many(name)  # before the tree is built, which takes half a kilobyte an element
    marked = _marked(text, max(1, line))
    document = turbohtml.parse_fragment(marked) if line else turbohtml.parse(marked)
    root = Element("html", {}, 1, None)
    _copy(document, root, name)
    return root.children[0] if len(root.children) == 1 and isinstance(root.children[0], Element) else root


def elements(root: Element) -> Iterator[Element]:
    """Yield an element and all below it, in the order of the source."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack += [child for child in reversed(element.children) if isinstance(child, Element)]


def words_below(root: Element, most: int | None = None) -> Iterator[Words]:
    """Yield the pieces of text below an element, of the first ``most`` elements and pieces below it."""
    stack: list[Element | Words] = [root]
    seen = 0
    while stack and (most is None or seen < most):
        node = stack.pop()
        seen += 1
        if isinstance(node, Words):
            yield node
        elif node.tag not in _RAW or node is root:
            stack += reversed(node.children)


def text_of(root: Element) -> str:
    """Give the text below an element on one line; of a long one, its beginning."""
    words = words_below(root, _SAMPLE)
    return " ".join("".join(f"\n{each.text}" if each.broken else each.text for each in words).split())


def _marked(text: str, first: int) -> str:
    """Put the marks into the text between the tags; of XML, make HTML."""
    import turbohtml

    text = text.replace(_OPEN, "").replace(_CLOSE, "")
    xml = _XML.match(text) is not None
    if xml:
        text = _SECTION.sub(lambda match: match[1].replace("&", "&amp;").replace("<", "&lt;"), text)
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    pieces: list[str] = []
    done, raw = 0, False
    for token in turbohtml.tokenize(text, capture_source=True):
        if token.source is None:
            continue
        at = starts[token.line - 1] + token.col
        pieces += (
            text[done:at] if raw else _numbered(text[done:at], first - 1 + bisect(starts, done)),
            token.source,
        )
        done = at + len(token.source)
        opens = token.type.name == "START_TAG"
        raw = opens and token.tag in _RAW
        if xml and opens and token.self_closing and token.tag not in _VOID:
            pieces.append(f"</{token.tag}>")
    return "".join((*pieces, _numbered(text[done:], first - 1 + bisect(starts, done))))


def _numbered(text: str, line: int) -> str:
    parts = text.split("\n")
    for number, part in enumerate(parts):
        if words := part.lstrip():
            parts[number] = f"{part[: len(part) - len(words)]}{_OPEN}{line + number}{_CLOSE}{words}"
    return "\n".join(parts)


def _copy(document: turbohtml.Node, root: Element, name: str) -> None:
    """Copy the parsed tree, pieces of text for each line, and add up the sizes on the way back."""
    from turbohtml import Element as Parsed
    from turbohtml import Text

    count = 0
    stack: list[tuple[Iterator[object], Element]] = [(iter(document.children), root)]
    while stack:
        children, element = stack[-1]
        child = next(children, None)
        if child is None:
            _add_up(stack.pop()[1])
            continue
        count += 1
        if isinstance(child, Parsed):
            line = child.source_line or element.line
            copied = Element(child.tag, _attributes(child), line, element)
            element.children.append(copied)
            stack.append((iter(child.children), copied))
        elif isinstance(child, Text):
            element.children += _pieces(child.data, element.line)
        if count > _MAX_NODES:
            raise _too_many(name)


def _too_many(name: str) -> ReadError:
    return ReadError(name, f"holds more than {_MAX_NODES:,} elements; split it")


def _attributes(parsed: turbohtml.Element) -> dict[str, str]:
    """Give the attributes as they are written; the parser makes lists of some."""
    return {
        key: value if isinstance(value, str) else " ".join(value or ()) for key, value in parsed.attrs.items()
    }


def _pieces(data: str, line: int) -> Iterator[Words]:
    """Cut a text at its marks, and within them at line breaks that a reference may have brought in."""
    parts = _MARK.split(data)
    for number in range(0, len(parts), 2):
        line = int(parts[number - 1]) if number else line
        for position, text in enumerate(parts[number].split("\n")):
            if position or text:
                yield Words(clean(text), line, bool(position))


def _add_up(element: Element) -> None:
    for child in element.children:
        if isinstance(child, Words):
            element.size += len(child.text.strip())
        elif child.tag not in _RAW:
            element.size += child.size
            element.linked += child.linked
    if element.tag == "a":
        element.linked = element.size
