"""The front matter of a text: `key: value` lines in YAML between `---`, or in TOML between `+++`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from rolegraph.readers.encodings import clean
from rolegraph.readers.errors import ReadError

__all__ = ["FrontMatter", "language_of", "split_front_matter"]

_KEY = re.compile(r"""\s*+["']?\w[\w .-]*+["']?\s*+[:=](?:\s|$)""")
_LINE = re.compile(r".+")
_YAML_END = re.compile(r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE)
_TOML_END = re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE)
_BLANK_LINE = re.compile(r"^[ \t]*$", re.MULTILINE)
_MAX_VALUES = 100_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class FrontMatter(NamedTuple):
    """The values of a front matter, keys in lower case, and the lines before the text proper begins."""

    values: Mapping[str, object]
    lines: int


def split_front_matter(text: str, name: str) -> FrontMatter:
    r"""Read the front matter of a text, if it has one.

    Any run of three or more hyphens ends it, and where no line does, it ends at the first blank line.
    Raises ReadError when it is no YAML (or TOML), or does not hold keys and values.

    >>> split_front_matter("---\nTitle: Offshoring\n---\nWork done abroad.", "terms.md")
    FrontMatter(values={'title': 'Offshoring'}, lines=3)
    """
    fence, _, rest = text.partition("\n")
    fence = fence.rstrip()
    if fence not in ("---", "+++") or not _begins_with_key(rest):
        return FrontMatter({}, 0)
    end = (_YAML_END if fence == "---" else _TOML_END).search(rest)
    if end is None:
        return _unclosed(rest, fence, name)
    inner = rest[: end.start()]
    values = _mapping(_load(inner, fence, name), name)
    return FrontMatter(values, inner.count("\n") + 2)


def language_of(values: Mapping[str, object]) -> str:
    """Give the BCP 47 tag that a front matter names as its language, or nothing.

    >>> language_of({"lang": "pt_BR"}), language_of({"language": "none of these"})
    ('pt-BR', '')
    """
    for key in ("lang", "language", "locale"):
        value = values.get(key)
        if isinstance(value, str) and _LANGUAGE.fullmatch(value):
            return value.replace("_", "-")
    return ""


def _begins_with_key(text: str) -> bool:
    """Tell whether the first line that is neither blank nor a remark names a key."""
    lines = (line.group() for line in _LINE.finditer(text))
    return next((bool(_KEY.match(line)) for line in lines if line.strip()[:1] not in ("", "#")), False)


def _unclosed(rest: str, fence: str, name: str) -> FrontMatter:
    """Take the lines up to the first blank one, if they hold keys and values; otherwise all is text."""
    blank = _BLANK_LINE.search(rest)
    inner = rest[: blank.start()] if blank else rest
    try:
        values = _mapping(_load(inner, fence, name), name)
    except ReadError:
        return FrontMatter({}, 0)
    return FrontMatter(values, inner.count("\n") + 1 + (not inner.endswith("\n")))


def _mapping(value: object, name: str) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise ReadError(name, "the front matter holds no keys; write 'key: value' lines", 1)
    if not _is_bounded(value):
        raise ReadError(name, f"the front matter holds more than {_MAX_VALUES} values", 1)
    return {clean(str(key)).lower(): _cleaned(entry) for key, entry in value.items()}


def _cleaned(value: object) -> object:
    """Take out of all texts what nobody sees; a value can spell it as an escape, which no decoding catches."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {_cleaned(key): _cleaned(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(entry) for entry in value]
    return value


def _is_bounded(value: object) -> bool:
    """Tell whether the values are few enough; YAML's references can make billions of a few lines."""
    found, waiting = 0, [value]
    while waiting and found <= _MAX_VALUES:
        found += 1
        inner = waiting.pop()
        if isinstance(inner, Mapping):
            waiting += inner.values()
        elif isinstance(inner, list | tuple | set):
            waiting += inner
    return found <= _MAX_VALUES


def _load(text: str, fence: str, name: str) -> object:
    return _load_yaml(text, name) if fence == "---" else _load_toml(text, name)


def _load_yaml(text: str, name: str) -> object:
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        problem = error.problem or error.context
        raise ReadError(name, f"the front matter is no YAML: {problem}; quote the value", line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReadError(name, f"the front matter is no YAML: {error}; quote the value", 1) from None


def _load_toml(text: str, name: str) -> object:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problem, _, place = str(error).partition(" (at line ")
        line = int(place.split(",")[0]) + 1 if place[:1].isdigit() else None
        raise ReadError(name, f"the front matter is no TOML: {problem}", line) from None
