"""Boxes of terms: a label wrapped into lines, and how much room they take.

Sizes are computed with the widths of Arial Bold, which Liberation Sans and Helvetica share, so that they hold in
the browser without a font file.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Box", "box_of", "text_width", "wrapped"]

_GROUPS = {
    238: "'",
    278: " ,./I\\ijl",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z",
    556: "#$0123456789J_aceksvxy",
    584: "+<=>^~",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
}
_WIDTHS = {sign: width / 1000 for width, signs in _GROUPS.items() for sign in signs}
_LINE_HEIGHT = 1.22
_MOST_LINES = 4
_MOST_EMS = 13.0


class Box(NamedTuple):
    """A box around lines of text, in pixels at full size; ``strip`` is the part for the letter of the class."""

    lines: tuple[str, ...]
    font: int
    width: int
    height: int
    strip: int


def box_of(label: str, font: int) -> Box:
    """Wrap a label and measure its box.

    >>> box_of("Business process outsourcing", 14)
    Box(lines=('Business process', 'outsourcing'), font=14, width=151, height=44, strip=15)
    """
    lines = wrapped(label)
    strip = round(font * 1.05)
    width = strip + round(max(map(text_width, lines)) * font + font * 1.15)
    return Box(lines, font, width, round(len(lines) * font * _LINE_HEIGHT + font * 0.7), strip)


def wrapped(label: str, ems: float = 8.9) -> tuple[str, ...]:
    """Break a label into few and even lines of about 15 characters; what is very long is cut.

    >>> wrapped("Customer relationship management"), wrapped("Product manager")
    (('Customer', 'relationship', 'management'), ('Product manager',))
    """
    words = [piece for word in label.split() for piece in _pieces(word)] or [""]
    widest = max(ems, *map(text_width, words))
    lines = _filled(words, widest)
    if len(lines) > _MOST_LINES:
        return (*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1] + "…")
    while True:  # as narrow as the same number of lines allows
        narrower = _filled(words, max(map(text_width, lines)) - 0.01)
        if len(narrower) > len(lines) or max(map(text_width, narrower)) >= max(map(text_width, lines)):
            return tuple(lines)
        lines = narrower


@lru_cache(4096)
def text_width(text: str) -> float:
    """Measure a text in bold Arial, in ems.

    >>> round(text_width("Product manager"), 2), text_width("質")
    (8.22, 1.0)
    """
    return sum(_sign_width(sign) for sign in unicodedata.normalize("NFD", text))


def _sign_width(sign: str) -> float:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.78


def _filled(words: list[str], ems: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        if text_width(f"{lines[-1]} {word}") <= ems:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _pieces(word: str) -> list[str]:
    """Cut a word that is wider than any box may be."""
    pieces = [""]
    for sign in word:
        if text_width(pieces[-1] + sign) > _MOST_EMS:
            pieces.append("")
        pieces[-1] += sign
    return pieces
