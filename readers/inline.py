"""The running text of Markdown: from inline tokens to a span, each character on its source line."""

from __future__ import annotations

import html
import re
from collections.abc import MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from rolegraph.readers.bullets import restore_bullets
from rolegraph.readers.encodings import clean
from rolegraph.readers.spans import SpanBuilder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from rolegraph.readers.document import Span


__all__ = ["PlacedInline", "inline_span", "wiki_link"]

_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)

_NAMED = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))""", re.IGNORECASE)

_RAISED = re.compile(r"<sup\b", re.IGNORECASE)
_RAISED_MARK = re.compile(r"\s*(?:[(\[]?\d{1,3}[)\]]?[\s,]*)+|[*†‡§]{1,3}")
_UNIT = re.compile(r"(?:^|[^\w-])[^\W\d_]{1,3}$|[\d)]$")  # what a power stands behind
_LONGEST_MARK = 12
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BOLD_TAGS = {
    "<b>": "strong_open",
    "</b>": "strong_close",
    "<strong>": "strong_open",
    "</strong>": "strong_close",
}
# Marks that lead to a footnote: "[^1]" without its note, "[4]" glued to a word. "x[0]" is a place in a list.
_MARK = re.compile(r"\[\^[^\]\s]{1,20}\]|(?<=[^\s(\[])(?:\[[1-9]\d?\d?\])+(?![\w(=])")
_LEADING_MARK = re.compile(r"(?:\[[1-9]\d?\d?\])+(?=\s|[:.,;–—-])")
_WIKI_LINK = re.compile(r"!?\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\](?!\()")


class _PlacedState(StateInline):
    """An inline state that notes on each token where in the content it was pushed."""

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self.pos
        return token


class PlacedInline(ParserInline):
    """The inline parser of markdown-it, whose tokens know where they stand (``meta["at"]``)."""

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """Turn content into tokens."""
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def wiki_link(state: StateInline, silent: bool) -> bool:
    """Read ``[[Target]]`` and ``[[Target|text]]`` as links; an embedded page (``![[…]]``) is dropped."""
    match = _WIKI_LINK.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    if not silent and not match[0].startswith("!"):
        target = match[1].strip()
        state.push("link_open", "a", 1).attrs = {"href": target}
        state.push("text", "", 0).content = (match[2] or "").strip() or target.partition("#")[0] or target
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def inline_span(token: Token, line: int) -> Span:
    """Give the text of an inline token whose content begins on a line, without its mark-up."""
    return _InlineReader(token.content, line).read(token.children or ())


class _InlineReader:
    def __init__(self, content: str, line: int) -> None:
        self._content = content
        self._line = line
        self._counted = (0, line)
        self._builder = SpanBuilder()
        self._links: list[tuple[int, str]] = []
        self._bold: list[int] = []
        self._anchors: list[str] = []

    def read(self, tokens: Sequence[Token]) -> Span:
        done = 0
        for place, token in enumerate(tokens):
            if place >= done:
                done = place + self._length_of_mark(tokens, place)
                if done == place:
                    self._read_token(token, token.type)
        return self._builder.span(self._line)._replace(anchors=tuple(self._anchors))

    def _length_of_mark(self, tokens: Sequence[Token], place: int) -> int:
        """Count the tokens of a raised mark that leads to a note; 0 where none stands, or a power: "m<sup>2</sup>"."""
        if tokens[place].type != "html_inline" or not _RAISED.match(tokens[place].content):
            return 0
        closing = (
            number
            for number, token in enumerate(tokens[place : place + _LONGEST_MARK])
            if token.type == "html_inline" and token.content.lower() == "</sup>"
        )
        length = next(closing, 0)
        inner = tokens[place : place + length]
        said = "".join(token.content for token in inner if token.type == "text")
        linked = any(token.type == "link_open" or token.content[:2].lower() == "<a" for token in inner)
        is_mark = _RAISED_MARK.fullmatch(said) and (linked or not _UNIT.search(self._builder.ending()))
        return length + 1 if length and is_mark else 0

    def _read_token(self, token: Token, kind: str) -> None:
        if kind == "text":
            text = clean(restore_bullets(token.content)).replace("\n", " ")
            text = text if self._builder.is_spaced else _LEADING_MARK.sub("", text, count=1)
            self._builder.add(_MARK.sub("", text), self._line_of(token))
        elif kind in ("softbreak", "hardbreak"):
            self._builder.add_break(on_purpose=kind == "hardbreak")
        elif kind == "image":
            self._builder.add_gap()
        elif kind == "code_inline":
            self._read_code(token)
        elif kind == "html_inline":
            self._read_tag(token.content)
        elif kind == "link_open":
            self._links.append((self._builder.length, str(token.attrs.get("href", ""))))
        elif kind == "link_close" and self._links:
            self._builder.add_link(*self._links.pop())
        elif kind == "strong_open":
            self._bold.append(self._builder.length)
        elif kind == "strong_close" and self._bold:
            self._builder.add_strong(self._bold.pop())

    def _read_code(self, token: Token) -> None:
        """Add a code span; it may run over several lines, which its content shows as spaces."""
        begin = token.meta["at"] + len(token.markup)
        raw = self._content[begin : begin + len(token.content) + 2]
        line = self._line_of(token)
        if not raw.replace("\n", " ").startswith(token.content):
            line += raw[0] == "\n"
            raw = raw[1:]
        for number, piece in enumerate(raw[: len(token.content)].split("\n")):
            if number:
                self._builder.add_break()
            self._builder.add(clean(restore_bullets(piece)), line + number)

    def _read_tag(self, tag: str) -> None:
        if name := _value(_NAMED, tag):
            self._anchors.append(name)
        if _BREAK_TAG.match(tag):
            self._builder.add_break(on_purpose=True)
        elif kind := _BOLD_TAGS.get(tag.lower()):
            self._read_token(Token(kind, "strong", 0), kind)
        elif tag[:2].lower() == "<a" and (target := _value(_HREF, tag)):
            self._links.append((self._builder.length, target))
        elif tag.lower() == "</a>" and self._links:
            self._builder.add_link(*self._links.pop())

    def _line_of(self, token: Token) -> int:
        """Count on from the last place asked for: tokens come in rising order."""
        at, line = self._counted
        line += self._content.count("\n", at, token.meta["at"])
        self._counted = (max(at, token.meta["at"]), line)
        return line


def _value(attribute: re.Pattern[str], tag: str) -> str:
    """Give the value of an attribute of a tag, or nothing."""
    match = attribute.search(tag)
    return html.unescape(match[1] or match[2] or match[3] or "") if match else ""
