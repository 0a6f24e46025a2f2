"""The bullets of word processors, which Markdown does not know: made known to the parser, and restored in text."""

from __future__ import annotations

import re

__all__ = ["mark_bullets", "restore_bullets"]

# U+FDD0 is a noncharacter: no text holds it (Unicode 23.7), and none that was cleaned does.
_MARK = "\ufdd0"
_BULLET = re.compile(r"^([ \t]*)([•‣◦▪●○■·👉🔹🔸🔷🔶📌✅⭐])(?=[ \t]+\S)", re.MULTILINE)
_MARKED = re.compile(f"(- )?{_MARK}(.)[ \t]*")


def mark_bullets(text: str) -> str:
    """Put a hyphen and a mark before each bullet that begins a line."""
    return _BULLET.sub(rf"\1- {_MARK}\2", text)


def restore_bullets(text: str) -> str:
    """Take the marks out again: of an item the bullet goes, in running text it stays and the hyphen goes.

    >>> restore_bullets(mark_bullets("• calls").removeprefix("- ")), restore_bullets(mark_bullets("• calls"))
    ('calls', '• calls')
    """
    return _MARKED.sub(_restored, text) if _MARK in text else text


def _restored(match: re.Match[str]) -> str:
    return f"{match[2]} " if match[1] else ""
