"""Lists that were copied with their signs in lines of their own, or in tables of one cell a row: put in order again."""

from __future__ import annotations

import re

__all__ = ["with_signs_joined"]

_SIGNS = frozenset({"-", "*", "•", "–", "·"})
_LEAST = 3
_FRAMED = re.compile(r"[ \t]*\|(?P<cell>[^|\n]*)\|[ \t]*")
_SHARE = 0.8  # of the lines that are such rows


def with_signs_joined(text: str) -> str:
    r"""Put a bullet that stands alone in a line before the next one, and take rows of one cell out of their bars.

    The lines keep their numbers.

    >>> with_signs_joined("-\nBerth\n-\nQuay\n-\nBuoy\n")
    '\n- Berth\n\n- Quay\n\n- Buoy\n'
    >>> with_signs_joined("| Berth: a place. |\n| |\n| Quay: a wall. |\n| |\n| Buoy: a float. |")
    'Berth: a place.\n\nQuay: a wall.\n\nBuoy: a float.'
    """
    lines = text.split("\n")
    lines = _without_bars(lines) if "|" in text else lines
    return "\n".join(_joined(lines))


def _joined(lines: list[str]) -> list[str]:
    alone = [n for n, line in enumerate(lines[:-1]) if line.strip() in _SIGNS and _is_text(lines[n + 1])]
    if len(alone) < _LEAST:
        return lines
    emptied = dict.fromkeys(alone, "")
    single = (n + 1 for n in alone if n + 2 >= len(lines) or not _is_text(lines[n + 2]))
    changed = emptied | {n: f"- {lines[n].strip()}" for n in single}
    return [changed.get(n, line) for n, line in enumerate(lines)]


def _is_text(line: str) -> bool:
    return line.strip() not in ("", *_SIGNS)


def _without_bars(lines: list[str]) -> list[str]:
    told = [line for line in lines if line.strip()]
    framed = [
        match
        for line in told
        if (match := _FRAMED.fullmatch(line)) and set(match["cell"].strip()) - set("-:")
    ]
    bare = [match for line in told if (match := _FRAMED.fullmatch(line))]
    if len(framed) < _LEAST or len(bare) < _SHARE * len(told):
        return lines
    return [match["cell"].strip() if (match := _FRAMED.fullmatch(line)) else line for line in lines]
