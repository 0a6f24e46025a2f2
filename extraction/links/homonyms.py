"""One label that is defined as different things: "Account" for a buyer in one place, for a record in another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.grammar import english as en
from rolegraph.extraction.grammar.genus import definition_start, read_genus
from rolegraph.extraction.grammar.prose import headword
from rolegraph.extraction.grammar.sentences import sentences
from rolegraph.graph.plurals import primary, singular

if TYPE_CHECKING:
    from rolegraph.extraction.forms.entries import Entry
    from rolegraph.extraction.grammar.prose import ProseReader
    from rolegraph.extraction.links.linking import Glossary, Merged
    from rolegraph.readers import Span

__all__ = ["Homonym", "homonyms"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_MOST = 12
_IDLE = frozenset().union(
    *(en.DETERMINERS, en.PREPOSITIONS, en.CONNECTIVES, en.PRONOUNS, en.AUXILIARIES, en.CONJUNCTIONS),
    *(en.ADVERBS, en.MODALS, en.STAND_INS, en.QUESTION_WORDS),
)


class Homonym(NamedTuple):
    """A label, and two places, each a source and a line, that define it as different things."""

    label: str
    first: tuple[str, int]
    second: tuple[str, int]


def homonyms(glossary: Glossary, reader: Callable[[], ProseReader]) -> list[Homonym]:
    """Find the labels whose definitions have no word in common, and genera of other classes.

    Two wordings of one thing share either. ``reader`` is only asked for where
    two definitions share none.
    """
    found = (next(_of(merged, reader), None) for merged in glossary.merged.values())
    return [one for one in found if one]


def _of(merged: Merged, reader: Callable[[], ProseReader]) -> Iterator[Homonym]:
    defined = [(entry, entry.definition) for entry in merged.entries if entry.definition and not entry.gloss][
        :_MOST
    ]
    for (one, first), (other, second) in combinations(defined, 2):
        if primary(one.language) == primary(other.language) and _share_nothing(one, first, other, second):
            kinds = [_kind(entry, span, reader()) for entry, span in ((one, first), (other, second))]
            if _differ(kinds):
                places = sorted([(one.source, first.line), (other.source, second.line)])
                yield Homonym(merged.label, places[0], places[1])


def _share_nothing(one: Entry, first: Span, other: Entry, second: Span) -> bool:
    names = {word for entry in (one, other) for name in entry.names() for word in _stems(name, one.language)}
    words, others = _stems(first.text, one.language) - names, _stems(second.text, one.language) - names
    return len(words) > 1 and len(others) > 1 and not words & others


def _stems(text: str, language: str) -> set[str]:
    """Give the beginnings of the words that say something."""
    words = (word.casefold() for word in _WORD.findall(text))
    return {singular(word, primary(language))[:_STEM] for word in words if word not in _IDLE}


def _kind(entry: Entry, definition: Span, reader: ProseReader) -> Sequence[str]:
    """Give the classes that the genus tells; none where there is no genus, or nothing is known of it."""
    first = next(iter(sentences(definition, entry.language)), None)
    if first is None:
        return ()
    if primary(entry.language) != "en":
        phrase = reader.plain(entry.language).genus(first.text, headword(entry))
    else:
        tokens = reader.tagged(first.text)
        start = definition_start(tokens, entry.key)
        phrase, end = read_genus(tokens, start) if start is not None else (None, -1)
        if phrase is None and end > 0:
            return reader.classifier.of_name(tokens[end - 1].lower)
    return reader.classifier.of_phrase(phrase) if phrase else ()


def _differ(kinds: Sequence[Sequence[str]]) -> bool:
    one, other = kinds
    return bool(one and other and not set(one) & set(other))
