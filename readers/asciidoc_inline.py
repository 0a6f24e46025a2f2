"""Mark-up within the lines of AsciiDoc: emphasis, links, cross references; taken out, kept as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rolegraph.readers.spans import SpanBuilder

if TYPE_CHECKING:
    from rolegraph.readers.document import Span

__all__ = ["marked_span"]

_MARKUP = re.compile(
    r"""<<(?P<ref>[^<>,]+)(?:,\s*(?P<shown>[^<>]+))?>>
      | \[\[(?P<anchor>[^\[\],]+)(?:,[^\[\]]*)?\]\]
      | (?:footnote(?:ref)?|indexterm2?|image|icon|pass|stem|kbd|btn|menu):{1,2}[^\s\[\]]{0,300}\[[^\[\]]*\]
      | (?P<macro>xref|link|mailto|term):(?P<to>[^\s\[\]]{0,300})\[(?P<label>[^\[\]]*)\]
      | (?P<url>(?:https?|ftp|irc)://[^\s\[\]<>]+)(?:\[(?P<said>[^\[\]]*)\])?
      | \(\(\((?:[^()]*)\)\)\) | \(\((?P<indexed>[^()]+)\)\)
      | (?<![\w*\\])\*{1,2}(?P<bold>[^\s*](?:[^*]*[^\s*])?)\*{1,2}(?![\w*])
      | (?<![\w_\\])_{1,2}(?P<single>[^\s_](?:[^_]*[^\s_])?)_{1,2}(?![\w_])
      | (?:(?<![\w`])"?`|`)\+?(?P<code>[^`]+?)\+?`"?
      | (?<![\w\#])\#(?P<marked>[^\s\#](?:[^\#]*[^\s\#])?)\#(?!\w)
      | [\^~](?P<raised>[^\s^~]+)[\^~]
      | \{(?:empty|sp|nbsp|zwsp)\}
      | \((?P<sign>C|R|TM)\)
      | \\(?=[*_`\#{<\[])""",
    re.VERBOSE,
)
_BREAK = re.compile(r"(?:^|\s)\+$")
_SHOWN = ("shown", "label", "said", "indexed", "bold", "single", "code", "marked", "raised")


def marked_span(lines: Iterable[tuple[str, int]]) -> Span:
    """Join the lines of a paragraph (text and number of each) into one span, mark-up taken out.

    >>> span = marked_span([("A *CRM* is a _system_, +", 3), ("see xref:erp.adoc[ERP] and <<Help desk>>.", 4)])
    >>> span.text, [link.target for link in span.links], span.strong
    ('A CRM is a system, see ERP and Help desk.', ['erp.adoc', '#help-desk'], ((2, 5),))
    """
    builder = SpanBuilder()
    first, broken = 1, False
    for place, (text, number) in enumerate(lines):
        first = number if not place else first
        builder.add_break(on_purpose=broken)
        text = text.strip()
        broken = _BREAK.search(text) is not None
        _add(builder, _BREAK.sub("", text), number)
    return builder.span(first)


def _add(builder: SpanBuilder, text: str, number: int) -> None:
    done = 0
    for match in _MARKUP.finditer(text):
        builder.add(text[done : match.start()], number)
        done = match.end()
        start = builder.length
        shown = next((match[name] for name in _SHOWN if match[name]), "")
        if shown:
            _add(builder, shown, number)
        elif plain := match["ref"] or match["to"] or match["url"] or (match["sign"] and match[0]):
            builder.add(plain.strip("#"), number)
        elif not match["anchor"]:
            builder.add_gap()
        if match["bold"]:
            builder.add_strong(start)
        if target := _target(match):
            builder.add_link(start, target)
    builder.add(text[done:], number)


def _target(match: re.Match[str]) -> str:
    """Give what a piece of mark-up leads to, empty where it is no link; a title that is named leads to its words."""
    if match["macro"] in ("link", "mailto"):
        return match["to"]
    if match["url"]:
        return match["url"]
    to = (match["ref"] or (match["to"] if match["macro"] == "xref" else "") or "").strip()
    if match["macro"] == "term":
        to = match["label"]
    file, sign, name = to.rpartition("#")
    if file or (sign and not name) or re.search(r"\.(?:adoc|asciidoc|html?)$", to):
        return to
    if not name:
        return ""
    return f"#{_slug(name)}" if " " in name or name[0].isupper() else f"#{name}"


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-")
