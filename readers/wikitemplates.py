"""Templates of MediaWiki whose words belong to the text: those of glossaries, and those that only dress words."""

from __future__ import annotations

import re

__all__ = ["told_templates"]

_TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
_LINK = re.compile(r"\[\[[^\[\]]*\]\]")
_NAMED = re.compile(r"\s*(\w+)\s*=\s*")
_DEPTH = 8
# How many values stand before the one that is shown, the last of those that there are; "" is what stands before it.
_SHOWN = {
    "term": (1, "; "),
    "defn": (0, ": "),
    "ghat": (0, ": "),
    "gli": (1, ""),
    "glossary link internal": (1, ""),
    "glossary link": (1, ""),
    "lang": (1, ""),
    "transl": (1, ""),
    "convert": (1, ""),
    "cvt": (1, ""),
    "abbr": (0, ""),
    "nowrap": (0, ""),
    "nobr": (0, ""),
    "em": (0, ""),
    "strong": (0, ""),
    "vanchor": (0, ""),
    "visible anchor": (0, ""),
    "anchor text": (0, ""),
}
_VALUES = ("term", "content", "defn", "text")


def told_templates(text: str) -> str:
    r"""Put what templates show in their place, and only the line ends of those that show nothing of the text.

    >>> told_templates("{{glossary}}\n{{term|bay}}\n{{defn|1=A {{gli|berth}} of {{convert|9|m}}.}}")
    '\n; bay\n: A [[berth]] of 9 m.'
    """
    for _ in range(_DEPTH):
        told = _TEMPLATE.sub(_told, text)
        if told == text:
            break
        text = told
    return text


def _told(found: re.Match[str]) -> str:
    body = _LINK.sub(lambda link: link[0].replace("|", "\0"), found[1])
    name, *values = body.split("|")
    key = name.strip().casefold()
    if key not in _SHOWN:
        return "\n" * found[0].count("\n")
    before, mark = _SHOWN[key]
    shown = _texts(values)
    if key in ("convert", "cvt"):
        text = " ".join(shown[:2])
    elif not shown:
        return ""
    else:
        text = shown[min(before, len(shown) - 1)]
    if key in ("gli", "glossary link internal", "glossary link"):
        text = f"[[{shown[0]}]]" if len(shown) < 2 else f"[[{shown[0]}|{text}]]"
    return mark + text.replace("\0", "|")


def _texts(values: list[str]) -> list[str]:
    """Give the values that count: bare ones, numbered ones and those whose names are known, in their order."""
    texts = []
    for value in values:
        name = _NAMED.match(value)
        if not name:
            texts.append(value.strip())
        elif name[1] in _VALUES or (name[1].isdigit() and len(name[1]) == 1):
            texts.append(value[name.end() :].strip())
    return texts
