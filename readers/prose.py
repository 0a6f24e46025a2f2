"""Code blocks of Markdown that hold no code: definitions that somebody indented."""

from __future__ import annotations

import re

from rolegraph.readers.document import Paragraph
from rolegraph.readers.emphasis import text_span

__all__ = ["is_prose", "read_prose"]

_CODE = re.compile(r"[{}<>;=|\\$@#]|\w\(|::|//|^\s*[-+]{2}", re.MULTILINE)
_MIN_WORDS = 4


def is_prose(text: str) -> bool:
    """Tell whether the text of a code block reads like sentences.

    >>> is_prose("Work that is handed to a firm abroad."), is_prose("pip install rolegraph --user;")
    (True, False)
    """
    words = text.split()
    return (
        len(words) >= _MIN_WORDS
        and text.strip()[:1].isalpha()
        and text.rstrip().endswith((".", "!", "?"))
        and not _CODE.search(text)
    )


def read_prose(text: str, line: int) -> list[Paragraph]:
    """Read the text of a code block that begins on a line: paragraphs, parted by blank lines."""
    paragraphs: list[Paragraph] = []
    lines: list[tuple[str, int]] = []
    for number, content in enumerate([*text.split("\n"), ""], line):
        if content.strip():
            lines.append((content, number))
        elif lines:
            paragraphs.append(Paragraph(text_span(lines)))
            lines = []
    return paragraphs
