"""DokuWiki's mark-up, turned line by line into that of Markdown, whose reader goes on with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.readers.markdown import read_markdown
from rolegraph.readers.text import read_text

if TYPE_CHECKING:
    from rolegraph.readers.document import Document

__all__ = ["is_dokuwiki", "markdown_of", "read_plain"]

_TITLE = re.compile(r"[ \t]*(={2,6})[ \t]+(\S(?:.*\S)?)[ \t]+\1[ \t]*")
_LIST = re.compile(r"^((?: {2}|\t)+)([*-])[ \t]+(?=\S)")
_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
_SLANTED = re.compile(r"(?<![:\w/])//(?=\S)((?:[^/]|/(?!/))+)//(?!/)")
_LEFT_OUT = re.compile(r"~~[A-Z]+(?::[^~]*)?~~|\{\{[^{}]*\}\}|\(\([^()]*\)\)|\\\\(?=\s|$)")


def read_plain(text: str, name: str) -> Document:
    r"""Read a plain text, which may be a page of a DokuWiki.

    >>> [block.span.text for block in read_plain("====== Words ======\n\nA text.", "start.txt").blocks]
    ['Words', 'A text.']
    """
    if is_dokuwiki(text):
        return read_markdown(markdown_of(text), name)._replace(form="wiki")
    return read_text(text, name)


def is_dokuwiki(text: str) -> bool:
    r"""Tell whether a text is written as in DokuWiki: five or six equals signs on both sides of its main titles.

    >>> is_dokuwiki("====== Words ======\n\n  * **Bay** -- a place"), is_dokuwiki("== Words ==\n; Bay\n: A place")
    (True, False)
    """
    titles = (
        found for line in text.split("\n") if line.startswith("=") and (found := _TITLE.fullmatch(line))
    )
    return any(len(title[1]) > 4 for title in titles)


def markdown_of(text: str) -> str:
    r"""Give each line as Markdown has it.

    >>> print(markdown_of("====== Words ======\n  * **Bay** -- a //place//, see [[quay|Quay]]"))
    # Words
    * **Bay** -- a *place*, see [Quay](quay)
    """
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if title := _TITLE.fullmatch(line):
        return f"{'#' * (7 - len(title[1]))} {title[2]}"
    if listed := _LIST.match(line):
        depth = len(listed[1].expandtabs(2)) // 2 - 1
        line = f"{'    ' * depth}{'*' if listed[2] == '*' else '1.'} {line[listed.end() :]}"
    line = _LEFT_OUT.sub("", line)
    line = _LINK.sub(lambda found: f"[{(found[2] or found[1]).strip()}]({_target(found[1])})", line)
    return _SLANTED.sub(r"*\1*", line)


def _target(page: str) -> str:
    return page.strip().replace(" ", "_")
