"""Which class the genus of a definition tells: "a person who …" is a role."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

# What the genus tells is sent between processes as plain data, for which its types are looked up at run time.
from rolegraph.extraction.claims.claims import Classes  # noqa: TC001
from rolegraph.extraction.definitions import genus
from rolegraph.extraction.definitions.definition_starts import definition_start
from rolegraph.extraction.definitions.named_anew import with_headword_named
from rolegraph.extraction.prose.prose import headword
from rolegraph.extraction.words.insertions import without_insertions
from rolegraph.extraction.words.phrases import Phrase  # noqa: TC001
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.readers import Span

__all__ = ["Genus", "genus_of"]

_ROLE_NOUNS = frozenset(
    {"role", "job", "position", "person", "professional", "someone", "title", "profession"}
)


_SOMEBODY = frozenset({"individual", "entity", "party", "person", "anyone"})
_OFFICIAL = frozenset({"party", "official"})
_GROUPS = frozenset({"group", "body", "panel", "set", "committee"})
_PEOPLE = frozenset(
    {"person", "persons", "people", "individuals", "members", "citizens", "residents", "representatives"}
)
_NEAREST = 6  # words before "who"


class Genus(NamedTuple):
    """What the genus of a definition tells of an entry: its classes, or the phrase that does once it has any."""

    classes: Classes = ()
    phrase: Phrase | None = None


def genus_of(entry: Entry, reader: ProseReader) -> Genus:
    """Read the genus of the definition of an entry."""
    if entry.definition is None:
        return Genus()
    if primary(entry.language) != "en":
        return _plain_genus(entry, entry.definition, reader)
    for sentence in list(sentences(entry.definition))[:2]:
        if len(sentence.text) > LONGEST:
            continue
        tagged = with_headword_named(reader.tagged(sentence.text), headword(entry))
        tokens, _ = without_insertions(tagged)
        start = definition_start(tokens, entry.key)
        phrase, end = genus.read_genus(tokens, start) if start is not None else (None, -1)
        bare = phrase is None or (not phrase.keys and phrase.head in _ROLE_NOUNS)
        if bare and end > 0 and tokens[end - 1].lower in _ROLE_NOUNS:
            return Genus((RG + "Role",))
        if start is not None and _is_somebody(tokens[start:]):
            return Genus((RG + "Role",))
        if phrase and _is_of_people(tokens, phrase, end):
            return Genus((RG + "Team",))
        if phrase and phrase.head in _OFFICIAL:
            return Genus((RG + "Role",))
        if phrase and phrase.keys != (entry.key,):
            return Genus(reader.classifier.of_name(phrase.text))
    return Genus()


def _is_somebody(tokens: Sequence[Token]) -> bool:
    """Tell "the individual or entity who …", "a party to a contract who …" from a thing: "who" speaks of somebody."""
    who = next((n for n, token in enumerate(tokens[:_NEAREST]) if token.tag == Tag.CONNECTIVE), 0)
    nouns = [token.lower for token in tokens[:who]]
    return bool(who) and tokens[who].lower == "who" and not _SOMEBODY.isdisjoint(nouns)


def _is_of_people(tokens: Sequence[Token], phrase: Phrase, end: int) -> bool:
    """Tell "a group of persons", also where the phrase that is read is what the group is of."""
    inside = [token.lower for token in tokens[max(phrase.start - 3, 0) : end + 3]]
    gathered = any(a in _GROUPS and b == "of" for a, b in pairwise(inside))
    return gathered and not _PEOPLE.isdisjoint(inside)


def _plain_genus(entry: Entry, definition: Span, reader: ProseReader) -> Genus:
    first = next(sentences(definition, entry.language), None)
    phrase = reader.plain(entry.language).genus(first.text, headword(entry)) if first else None
    return Genus(phrase=phrase) if phrase and phrase.keys != (entry.key,) else Genus()
