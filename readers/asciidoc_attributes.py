"""Attributes of AsciiDoc: ``:team: the crew`` says what ``{team}`` stands for in the lines below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["ATTRIBUTE", "with_values"]

ATTRIBUTE = re.compile(r":!?(?P<name>[A-Za-z0-9][\w-]*)!?:(?:[ \t]+(?P<value>.*))?")
_REFERENCE = re.compile(r"(?<!\\)\{(?P<name>[A-Za-z0-9][\w-]*)\}")
_GIVEN = {"amp": "&", "apos": "'", "quot": '"', "deg": "°", "cpp": "C++"}
_LONGEST = 2000  # characters: values that stand for one another many times are left alone


def with_values(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with the values of the attributes that they refer to, as far as they are known by then.

    >>> list(with_values([":team: the crew", "A tool of {team} and {others}.", ":team!:", "{team}"]))
    [':team: the crew', 'A tool of the crew and {others}.', ':team!:', '{team}']
    """
    values = dict(_GIVEN)
    for line in lines:
        said = line if "{" not in line else _filled(line, values)
        if attribute := ATTRIBUTE.fullmatch(line):
            name = attribute["name"].lower()
            values.pop(name, None)
            if "!" not in line[: len(name) + 3]:
                told = ATTRIBUTE.fullmatch(said)
                values[name] = (told["value"] if told else attribute["value"]) or ""
        yield said


def _filled(line: str, values: dict[str, str]) -> str:
    filled = _REFERENCE.sub(lambda found: values.get(found["name"].lower(), found[0]), line)
    return filled if len(filled) <= max(_LONGEST, len(line)) else line
