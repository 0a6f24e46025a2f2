"""The fields of one entry of structured data as columns: nested ones get a title of several words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolegraph.readers.document import Span
from rolegraph.readers.nodes import Keyed, Listed, Node, texts
from rolegraph.readers.spans import join_spans

__all__ = ["field_spans", "is_language", "is_language_map"]

_LANGUAGE = re.compile(
    "(?:ar|bg|ca|cs|cy|da|de|el|en|es|et|eu|fa|fi|fr|ga|gl|he|hi|hr|hu|is|it|ja|ko|lt|lv|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sq|sr|sv"
    "|th|tr|uk|vi|zh)(?:[-_](?:[a-z]{2}|[A-Z]{2}|[A-Z][a-z]{3}|[0-9]{3}))?"
)
_VALUES = ("@value", "value", "text", "content", "label", "definition", "def")
_LANGUAGES = ("@language", "language", "lang", "@lang")
_NAMES = ("term", "name", "label", "prefLabel", "title", "word", "@id", "id", "slug", "ref")
_MAX_NESTED = 4


def is_language(text: str) -> bool:
    """Tell whether a key is the tag of a language that is in wide use, in small letters.

    >>> is_language("en"), is_language("pt-BR"), is_language("is_a")
    (True, True, False)
    """
    return _LANGUAGE.fullmatch(text) is not None


def is_language_map(node: Node) -> bool:
    """Tell whether a mapping gives a text in several languages."""
    return (
        isinstance(node, Keyed)
        and bool(node.pairs)
        and all(is_language(key.text) and not isinstance(value, Keyed) for key, value in node.pairs)
    )


def field_spans(node: Keyed) -> Iterator[tuple[str, Span]]:
    """Yield the title and the text of each field of an entry; what several values say is joined by breaks."""
    found: dict[str, list[Span]] = {}
    for title, span in _fields(node, "", 0):
        found.setdefault(title, []).append(span)
    for title, spans in found.items():
        yield title, join_spans(spans, spans[0].line)


def _fields(node: Keyed, prefix: str, depth: int) -> Iterator[tuple[str, Span]]:
    for key, value in node.pairs:
        title = f"{prefix} {key.text}".strip()
        for inner in value.items if isinstance(value, Listed) else (value,):
            yield from _field(title, inner, listed=isinstance(value, Listed), depth=depth)


def _field(title: str, value: Node, *, listed: bool, depth: int) -> Iterator[tuple[str, Span]]:
    """Yield what one value of a field says."""
    if isinstance(value, Span):
        yield title, value
    elif isinstance(value, Listed):
        yield title, join_spans(texts(value), value.line)
    elif tagged := _tagged(value):
        language, span = tagged
        yield (f"{title} ({language})" if language else title), span
    elif is_language_map(value):
        for key, inner in value.pairs:
            yield f"{title} ({key.text})", join_spans(texts(inner), key.line)
    elif listed or value.get("@id") is not None:
        name = value.get(*_NAMES, *_VALUES)
        yield title, name if isinstance(name, Span) else join_spans(texts(value), value.line)
    elif depth < _MAX_NESTED:
        yield from _fields(value, title, depth + 1)
    else:
        yield title, join_spans(texts(value), value.line)


def _tagged(node: Keyed) -> tuple[str, Span] | None:
    """Give the language and the text of ``{"@language": "en", "@value": "…"}``."""
    value, language = node.get(*_VALUES), node.get(*_LANGUAGES)
    if not isinstance(value, Span) or len(node.pairs) > 3:
        return None
    if isinstance(language, Span) and is_language(language.text):
        return language.text, value
    return ("", value) if node.get("@value") is not None or len(node.pairs) == 1 else None
