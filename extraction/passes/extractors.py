"""The one table of extractors: what reads an entry for the relations that it states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolegraph import __version__
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import ExtractorError, UnknownExtractor
from rolegraph.extraction.links.references import hyperlinked, referred
from rolegraph.extraction.passes.guards import guarded
from rolegraph.extraction.prose.prose import LONGEST
from rolegraph.extraction.prose.tables import read_table
from rolegraph.extraction.words.sentences import sentences

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.passes.contexts import Context
    from rolegraph.extraction.passes.proposals import Proposal
    from rolegraph.extraction.prose.prose import Found

__all__ = ["ENTRY_POINTS", "EXTRACTORS", "Extractor", "chosen_extractors", "find_extractor", "offered"]

ENTRY_POINTS = "rolegraph.extractors"
"""The entry point group under which other packages offer an ``Extractor``, each by its name."""

Yielded: TypeAlias = "Found | Proposal | Skip"


class Extractor(NamedTuple):
    """A way to find relations: its name, the function that reads an entry, and what it is in one line.

    The function gets an ``Entry`` and a ``Context`` and yields a ``Proposal`` for each relation, or a ``Skip``
    for text that it couldn't use. What it finds may be kept for later builds under its ``version``, which must
    change when its answers do; without one it is asked anew in every build.
    """

    name: str
    read: Callable[[Entry, Context], Iterable[Yielded]]
    description: str
    version: str = ""


def _prose(entry: Entry, context: Context) -> Iterator[Yielded]:
    topic = context.topic(entry)
    full = context.glossary.merged[topic.keys[0]].entries[0]
    secondary = entry.gloss and not full.gloss
    for span, found in context.reader.read(entry, secondary=secondary):
        yield from guarded(found, entry.source, span.line_at(0))
    yield from _too_long(entry)


def _too_long(entry: Entry) -> Iterator[Skip]:
    """Say which sentences were too long to be read."""
    for span in entry.spans():
        for sentence in sentences(span, entry.language) if len(span.text) > LONGEST else ():
            if len(sentence.text) > LONGEST:
                reason = f"longer than {LONGEST} characters, which is no sentence"
                yield Skip(entry.source, sentence.first, sentence.text[:80], reason)


def _tables(entry: Entry, context: Context) -> Iterator[Yielded]:
    for table in entry.tables:
        found = read_table(table, context.topic(entry), context.reader, entry.source)
        yield from guarded(found, entry.source, table.line)


EXTRACTORS: dict[str, Extractor] = {
    one.name: one
    for one in (
        Extractor(
            "prose", _prose, "sentences, and items below headings, by the cues of the ontology", __version__
        ),
        Extractor("tables", _tables, "tables of activities, and columns that name a relation", __version__),
        Extractor("references", referred, "“See X”, “See also X” and lists of related terms", __version__),
        Extractor("hyperlinks", hyperlinked, "links from one entry to another", __version__),
    )
}
"""The extractors that ship with rolegraph, by name; a build runs them all unless told otherwise."""


def find_extractor(name: str) -> Extractor:
    """Find an extractor by name, among those that ship with rolegraph and those of installed packages.

    >>> find_extractor("tables").description
    'tables of activities, and columns that name a relation'

    :raises UnknownExtractor: (a KeyError) if there is none; it says what is similar, and which there are.
    :raises ExtractorError: if a package offers it and it can't be loaded.
    """
    if name in EXTRACTORS:
        return EXTRACTORS[name]
    points = [point for point in _points() if point.name == name]
    if not points:
        raise UnknownExtractor(name, offered())
    return _loaded(points[0])


def chosen_extractors(extractors: Sequence[str | Extractor] | None) -> list[Extractor]:
    """Give the extractors that are meant by names or given as they are; None means those of rolegraph.

    >>> [one.name for one in chosen_extractors(None)]
    ['prose', 'tables', 'references', 'hyperlinks']
    """
    if extractors is None:
        return list(EXTRACTORS.values())
    found = [find_extractor(one) if isinstance(one, str) else one for one in extractors]
    return list({one.name: one for one in found}.values())


def offered() -> list[str]:
    """Name all extractors, without loading those of other packages."""
    return [*EXTRACTORS, *sorted({point.name for point in _points()} - set(EXTRACTORS))]


def _points() -> Sequence[EntryPoint]:
    from importlib.metadata import entry_points

    return sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value))


def _loaded(point: EntryPoint) -> Extractor:
    try:
        extractor = point.load()
    except Exception as error:
        raise ExtractorError(f"the extractor {point.name!r} can't be loaded: {_told(error)}") from error
    if not isinstance(extractor, Extractor):
        what = f"{point.value} is a {type(extractor).__name__}, not an Extractor"
        raise ExtractorError(f"the extractor {point.name!r} can't be used: {what}")
    return extractor._replace(name=point.name)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
