"""What the elements of a web page stand for: by their tags, or by a role, a property, a class that says more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.readers.boilerplate import is_toggle
from rolegraph.readers.line_blocks import text_blocks
from rolegraph.readers.pagetree import Element, Words, text_of, words_below

if TYPE_CHECKING:
    from rolegraph.readers.document import Block

__all__ = ["PARTS", "TITLES", "is_card", "meaning", "read_preformatted", "stands_apart"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TITLES = _HEADINGS | {"summary"}
PARTS = frozenset(
    re.findall(
        r"\w+",
        "html body main section article header footer aside nav form fieldset legend blockquote center figure "
        "figcaption address hgroup details p div dir menu ul ol search hr tbody thead tfoot tr",
    )
)
_LABELS = frozenset({"span", "a", "strong", "b", "em", "i", "small", "label", "cite", "dfn", "u", "font"})
_LABEL_CLASS = re.compile(
    r"(?:^|[\s_-])(?:term|title|name|word|question|answer|def|definition|desc|description|meaning|explanation|text|"
    r"short|summary|body|detail|details|full|expansion|abbr|acronym|heading|label)(?:$|[\s_-])",
    re.IGNORECASE,
)
_RUNNING = _HEADINGS | {"p", "code", "dt", "cite", "summary"}
_CODE = re.compile(r"[{};]\s*$|^\s*[$>#]\s|</|==|\(\)|:=", re.MULTILINE)
_PROPERTIES = {"DefinedTerm": {"name": "dt", "description": "dd"}, "Question": {"name": "summary"}}
_MAX_ABOVE, _MAX_BESIDE = 40, 40
_MOST_IN_CARD, _MOST_IN_NAME, _FEWEST_TOLD = 600, 8, 3


def meaning(element: Element, inside: bool) -> str:
    """Give the tag that an element stands for; ``inside`` a term or a cell, what opens an answer is no title."""
    tag, role = element.tag, element.get("role")
    if is_card(element) and not inside:
        return "li"
    if element.parent is not None and is_card(element.parent) and tag not in TITLES:
        return "p"
    if not element.attributes or tag in TITLES:
        return tag
    if role == "heading":
        level = element.get("aria-level")
        return f"h{level}" if level in tuple("123456") else "h2"
    if (tag == "button" or role == "button") and is_toggle(element):
        return tag if inside else "summary"
    if tag in _LABELS and _LABEL_CLASS.search(element.get("class")) and _is_part(element):
        return "p"
    return _property(element) or tag


def is_card(element: Element) -> bool:
    """Tell a link that is a name and a text in elements of their own, beside others like it."""
    if element.tag != "a" or not element.has("href") or not _is_named_text(element):
        return False
    above = element.parent
    beside = above.children[:_MAX_BESIDE] if above is not None else []
    cards = sum(isinstance(each, Element) and each.tag == "a" and _is_named_text(each) for each in beside)
    return cards > 1 or (above is not None and above.tag == "li" and cards == 1)


def _is_named_text(element: Element) -> bool:
    """Tell an element of two others: a few words, and more of them."""
    parts = [child for child in element.children if isinstance(child, Element) and child.size]
    words = any(isinstance(child, Words) and child.text.strip() for child in element.children)
    if len(parts) != 2 or words or element.size > _MOST_IN_CARD:
        return False
    first, second = (len(text_of(part).split()) for part in parts)
    return 0 < first <= _MOST_IN_NAME and second >= _FEWEST_TOLD


def stands_apart(element: Element) -> bool:
    """Tell whether an element begins a line by its style alone: no space parts it from the element before."""
    begins = text_of(element)[:1] if element.tag in _LABELS else ""
    return begins.isalnum() and not begins.islower() and _is_part(element)


def read_preformatted(element: Element) -> list[Block]:
    """Read what is set with its line breaks as a plain text; of code, nothing."""
    lines: list[tuple[str, int]] = []
    for words in words_below(element):
        if words.broken or not lines or (words.text.strip() and _has_ended(lines[-1], words.line)):
            lines.append(("", words.line))
        text, line = lines[-1]
        lines[-1] = (text + words.text, words.line if words.text.strip() else line)
    text = "\n".join(text for text, _ in lines)
    filled = [(number, line) for number, (text, line) in enumerate(lines) if text.strip()]
    if not filled or _CODE.search(text) or _holds(element, "code"):
        return []
    first = filled[0][1] - filled[0][0]
    return text_blocks(text, first) if all(line - number == first for number, line in filled) else []


def _has_ended(last: tuple[str, int], line: int) -> bool:
    """Tell whether a comment or a tag with line breaks of its own has ended the last line of the text."""
    return bool(last[0].strip()) and last[1] != line


def _is_part(element: Element) -> bool:
    """Tell whether an element is one of several that make up all of the one around it, which is no running text."""
    above = element.parent
    if above is None or above.tag in _RUNNING:
        return False
    beside = above.children[:_MAX_BESIDE]
    if any(isinstance(child, Words) and child.text.strip() for child in beside):
        return False
    return sum(isinstance(child, Element) and child.size > 0 for child in beside) > 1


def _property(element: Element) -> str:
    """Tell what a property of a defined term or a question stands for (schema.org microdata)."""
    name = element.get("itemprop")
    above = element.parent if name in ("name", "description") else None
    for _ in range(_MAX_ABOVE):
        if above is None or above.has("itemscope"):
            break
        above = above.parent
    kind = above.get("itemtype").rpartition("/")[2] if above is not None else ""
    return _PROPERTIES.get(kind, {}).get(name, "")


def _holds(element: Element, tag: str) -> bool:
    return any(isinstance(child, Element) and child.tag == tag for child in element.children)
