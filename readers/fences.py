"""Fences of code around what is no code: a glossary or a page that was pasted as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["without_fences"]

_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}+|~{3,}+)[ \t]*+(?P<form>[\w-]*+)(?P<rest>.*)")
_TEXT = frozenset({"", "text", "txt", "plaintext", "plain", "markdown", "md", "none"})
_CODE = re.compile(
    r"[{};]\s*$|</|==|\w\(\)|:=|=>|^\s*(?:[$>]|import|from|def|class|sudo|npm|pip|git)\s", re.MULTILINE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS, _SHARE = 12, 0.7


class _Fence(NamedTuple):
    """A text between fences, where it starts with its fences and ends, and what the first of them calls it."""

    start: int
    end: int
    form: str
    text: str


def without_fences(text: str) -> str:
    r"""Take away the fences of a text that stands in them nearly as a whole; the lines keep their numbers.

    >>> without_fences("```\nQuay: a wall in the water, where ships tie up for a day or two.\n```\n")
    '\nQuay: a wall in the water, where ships tie up for a day or two.\n\n'
    >>> without_fences("Run this:\n```\npip install quay\n```\n")
    'Run this:\n```\npip install quay\n```\n'
    """
    if "```" not in text and "~~~" not in text:
        return text
    fences = [fence for fence in _fences(text) if _is_text(fence)]
    words = sum(len(_WORD.findall(fence.text)) for fence in fences)
    if words < _LEAST_WORDS or words < _SHARE * len(_WORD.findall(text)):
        return text
    pieces: list[str] = []
    done = 0
    for fence in fences:
        pieces += (text[done : fence.start], "\n", fence.text)
        done = fence.end
    return "".join((*pieces, text[done:]))


def _fences(text: str) -> Iterator[_Fence]:
    """Yield the fences of a text that are closed, by as many signs as open them or more."""
    opened: tuple[int, int, str, str] | None = None
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        found = _FENCE.match(line)
        if found and opened is None:
            opened = start, min(end + 1, len(text)), found["mark"], found["form"] or found["rest"].strip()
        elif (
            found
            and opened
            and found["mark"].startswith(opened[2])
            and not (found["form"] or found["rest"].strip())
        ):
            yield _Fence(opened[0], end, opened[3], text[opened[1] : start])
            opened = None
        start = end + 1


def _is_text(fence: _Fence) -> bool:
    """Tell what a fence calls a text, and in which few lines look like code."""
    lines = [line for line in fence.text.split("\n") if line.strip()]
    return fence.form.lower() in _TEXT and 8 * len(_CODE.findall(fence.text)) <= len(lines)
