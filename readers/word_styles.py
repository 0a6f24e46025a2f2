"""What the styles and the numbering of a Word document say of a paragraph: heading, title, list, bold, left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Listed", "Styles", "W", "is_on", "value_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Word stores the names of its own styles in English; other programs store what their users see.
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|"
    r"заголовок|başlık|encabezado|cabeçalho|intestazione|標題|标题|見出し|제목)\s*([1-9])",
    re.IGNORECASE,
)
_HEADING_ID = re.compile(
    r"(?:heading|berschrift|titre|ttulo|titolo|kop|rubrik|overskrift)([1-9])", re.IGNORECASE
)
_TITLES = frozenset({"title", "titel", "titre", "título", "titolo", "tittel", "otsikko", "tytuł", "название"})
_LIST = re.compile(r"list (bullet|number|paragraph)(?: ([2-5]))?", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"toc \d|toc heading|table of (?:figures|authorities)|index \d|index heading|caption|header|footer|"
    r"footnote text|endnote text|annotation text",
    re.IGNORECASE,
)
_OFF = frozenset({"0", "false", "off", "none"})
_MAX_LEVEL, _BODY_LEVEL, _MAX_DEPTH = 6, 9, 8


class Listed(NamedTuple):
    """That a paragraph is an item of a list: how deep, and whether it is numbered."""

    depth: int
    ordered: bool


class _Style(NamedTuple):
    name: str
    level: int
    bold: bool | None
    number: str
    depth: int


_NO_STYLE = _Style("", 0, None, "", 0)


def value_of(node: _Element | None, *path: str) -> str:
    """Give the ``w:val`` of an element below a node, or nothing."""
    found = node.find("/".join(W + name for name in path)) if node is not None else None
    return "" if found is None else found.get(W + "val", "")


def is_on(node: _Element | None, name: str) -> bool | None:
    """Tell whether a property is switched on (also without a value) or off; None where it is not named."""
    found = node.find(W + name) if node is not None else None
    return None if found is None else found.get(W + "val", "1").lower() not in _OFF


class Styles:
    """Looks up what a paragraph is, in its own properties first and then in its style and those it is based on."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        nodes = [] if styles is None else styles.findall(W + "style")
        self._nodes = {node.get(W + "styleId", ""): node for node in nodes}
        self._styles: dict[str, _Style] = {}
        self._default = next((key for key, node in self._nodes.items() if _is_default_style(node)), "")
        self._ordered = {} if numbering is None else dict(_orders(numbering))
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.language = value_of(defaults, "lang")

    def level(self, properties: _Element | None) -> int:
        """Give the level of the heading that a paragraph with these properties is, 0 for none."""
        if outline := value_of(properties, "outlineLvl"):
            return _outline_level(outline)
        return self._of(properties).level

    def is_title(self, properties: _Element | None) -> bool:
        """Tell whether a paragraph is the title of its document."""
        return self._of(properties).name.lower() in _TITLES

    def is_left_out(self, properties: _Element | None) -> bool:
        """Tell whether a paragraph is none of the text proper: table of contents, caption."""
        return _LEFT_OUT.fullmatch(self._of(properties).name) is not None

    def is_bold(self, style: str) -> bool | None:
        """Tell whether a style switches bold on or off."""
        return self._style(style).bold

    def paragraph_bold(self, properties: _Element | None) -> bool:
        """Tell whether the text of a paragraph is bold by its style."""
        return bool(self._of(properties).bold)

    def listed(self, properties: _Element | None) -> Listed | None:
        """Tell what place in a list a paragraph has; None for one outside any."""
        style = self._of(properties)
        number = value_of(properties, "numPr", "numId") or style.number
        named = _LIST.fullmatch(style.name)
        if number == "0" or not (number or (named and named[1].lower() != "paragraph")):
            return None
        depth = max(
            _small_number(value_of(properties, "numPr", "ilvl")),
            style.depth,
            int(named[2] or 1) - 1 if named else 0,
        )
        by_name = named is not None and named[1].lower() == "number"
        return Listed(min(depth, _MAX_DEPTH), self._ordered.get((number, depth), by_name))

    def _of(self, properties: _Element | None) -> _Style:
        return self._style(value_of(properties, "pStyle") or self._default)

    def _style(self, key: str) -> _Style:
        """Give a style with what it takes over from those it is based on, which may go round in a circle."""
        if key in self._styles:
            return self._styles[key]
        chain: list[_Element] = []
        following = key
        while (node := self._nodes.get(following)) is not None and node not in chain:
            chain.append(node)
            following = value_of(node, "basedOn")
        self._styles[key] = _resolved(key, chain)
        return self._styles[key]


def _is_default_style(node: _Element) -> bool:
    return node.get(W + "type") == "paragraph" and node.get(W + "default", "0").lower() not in _OFF


def _resolved(key: str, chain: list[_Element]) -> _Style:
    """Put together what a chain of styles says, the nearest first."""
    named = _HEADING_ID.fullmatch(key)
    if not chain:
        return _NO_STYLE._replace(level=_level(named[1])) if named else _NO_STYLE
    outlines = (value_of(node, "pPr", "outlineLvl") for node in chain)
    outline = next(filter(None, outlines), "")
    names = [value_of(node, "name") for node in chain]
    heading = next(filter(None, map(_HEADING.fullmatch, names)), None) or named
    level = _outline_level(outline) if outline else _level(heading[1]) if heading else 0
    bold = next((on for node in chain if (on := is_on(node.find(W + "rPr"), "b")) is not None), None)
    number = next(filter(None, (value_of(node, "pPr", "numPr", "numId") for node in chain)), "")
    depth = next(filter(None, (value_of(node, "pPr", "numPr", "ilvl") for node in chain)), "0")
    return _Style(names[0], level, bold, number, _small_number(depth))


def _outline_level(value: str) -> int:
    """Give the level of a heading for an outline level, which counts from 0; 9 is running text."""
    level = _small_number(value, _BODY_LEVEL)
    return 0 if level >= _BODY_LEVEL else min(level + 1, _MAX_LEVEL)


def _level(digit: str) -> int:
    return min(int(digit), _MAX_LEVEL)


def _small_number(value: str, otherwise: int = 0) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else otherwise


def _orders(numbering: _Element) -> Iterator[tuple[tuple[str, int], bool]]:
    """Yield for each numbering and depth whether it counts or has bullets."""
    abstract = {node.get(W + "abstractNumId"): node for node in numbering.findall(W + "abstractNum")}
    for number in numbering.findall(W + "num"):
        base = abstract.get(value_of(number, "abstractNumId"))
        levels = [] if base is None else base.findall(W + "lvl")
        for level in (*levels, *number.findall(f"{W}lvlOverride/{W}lvl")):
            depth = _small_number(level.get(W + "ilvl", "0"))
            ordered = value_of(level, "numFmt") not in ("bullet", "none")
            yield (number.get(W + "numId", ""), depth), ordered
