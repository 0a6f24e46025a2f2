"""Fences of code around what is no code: a glossary or a page that was pasted as a whole."""

from __future__ import annotations

import re

__all__ = ["without_fences"]

_FENCE = re.compile(
    r"^[ \t]*(?P<mark>`{3,}|~{3,})[ \t]*(?P<form>[\w-]*)[^\n]*\n(?P<text>.*?)^[ \t]*(?P=mark)[`~]*[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_TEXT = frozenset({"", "text", "txt", "plaintext", "plain", "markdown", "md", "none"})
_CODE = re.compile(
    r"[{};]\s*$|</|==|\w\(\)|:=|=>|^\s*(?:[$>]|import|from|def|class|sudo|npm|pip|git)\s", re.MULTILINE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS, _SHARE = 12, 0.7


def without_fences(text: str) -> str:
    r"""Take away the fences of a text that stands in them nearly as a whole; the lines keep their numbers.

    >>> without_fences("```\nQuay: a wall in the water, where ships tie up for a day or two.\n```\n")
    '\nQuay: a wall in the water, where ships tie up for a day or two.\n\n'
    >>> without_fences("Run this:\n```\npip install quay\n```\n")
    'Run this:\n```\npip install quay\n```\n'
    """
    if "```" not in text and "~~~" not in text:
        return text
    fences = [match for match in _FENCE.finditer(text) if _is_text(match)]
    words = sum(len(_WORD.findall(match["text"])) for match in fences)
    if words < _LEAST_WORDS or words < _SHARE * len(_WORD.findall(text)):
        return text
    pieces: list[str] = []
    done = 0
    for match in fences:
        pieces += (text[done : match.start()], "\n", match["text"])
        done = match.end()
    return "".join((*pieces, text[done:]))


def _is_text(match: re.Match[str]) -> bool:
    """Tell what a fence calls a text, and in which few lines look like code."""
    lines = [line for line in match["text"].split("\n") if line.strip()]
    return match["form"].lower() in _TEXT and 8 * len(_CODE.findall(match["text"])) <= len(lines)
