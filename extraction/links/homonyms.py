"""Labels that name several things: "Bank" for a firm in one document, for the side of a river in another.

Each meaning becomes a term with a label of its own, "Bank (finance)", and keeps the bare label as another name, which
is then resolved like any name that several terms have. Where it is not plain that there are several meanings, the
entries stay one term. Both are told, and a review decides on both.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.layout.qualifiers import qualifiers
from rolegraph.extraction.links.senses import Likeness, Senses, stems
from rolegraph.graph.names import fold
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.prose.prose import ProseReader

__all__ = ["HOMONYM", "Homonym", "Meaning", "Ruling", "told_apart"]

HOMONYM = "homonym/"
"""What the ids of homonyms begin with."""

_MOST = 12
"""So many definitions of one meaning are compared; more tell no more."""

_MEANINGS = 4
"""A label with more meanings than this is a title that documents share ("Overview"), and no homonym."""


class Meaning(NamedTuple):
    """A definition of a label, its source and line, and the label of the term that it defines."""

    label: str
    source: str
    line: int
    definition: str


class Homonym(NamedTuple):
    """A label with two definitions that have nothing in common.

    With ``apart`` they are two terms, each with a label of its own; else they are one term, and it is open whether
    they should be.
    """

    label: str
    first: Meaning
    second: Meaning
    apart: bool

    @property
    def id(self) -> str:
        """Name the pair by what does not change when lines move."""
        told = (
            self.label,
            self.first.source,
            self.first.definition,
            self.second.source,
            self.second.definition,
        )
        return f"{HOMONYM}{hashlib.sha256(chr(10).join(told).encode()).hexdigest()[:12]}"


class Ruling(NamedTuple):
    """What a review decided on a pair: one term or two, and the labels that the two get, empty for ours."""

    apart: bool
    first: str = ""
    second: str = ""


class _Group:
    """Entries that are one term, and the labels that a review gave it."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self.label = ""

    def names_of_sources(self) -> set[str]:
        return {entry.source for entry in self.entries}

    def folders(self) -> set[str]:
        return {_folder(entry) for entry in self.entries}


def told_apart(
    entries: Iterable[Entry], reader: Callable[[Sequence[Entry]], ProseReader], rulings: Mapping[str, Ruling]
) -> tuple[list[Homonym], set[str]]:
    """Give entries of one label that define different things labels of their own.

    ``reader`` makes a reader of sentences that knows some entries. ``rulings`` are the decisions of a review by the
    ids of pairs. Gives the pairs that are apart or open, and the ids of the rulings that were about any.
    """
    entries = list(entries)
    keys = {entry.key for entry in entries}
    by_key: dict[str, list[Entry]] = {}
    for entry in entries:
        by_key.setdefault(entry.key, []).append(entry)
    several = {key: same for key, same in sorted(by_key.items()) if len(_defined(same)) > 1}
    every = [entry for same in several.values() for entry in same]
    senses = Senses(cache(lambda: reader(every)), (_defined(same)[:_MOST] for same in several.values()))
    found: list[Homonym] = []
    used: set[str] = set()
    for same in several.values():
        label = _Label(same, senses, rulings, keys)
        found += label.homonyms()
        used |= label.used
    return found, used


def _defined(entries: Iterable[Entry]) -> list[Entry]:
    """Give the entries with a definition of their own in the language of most, in the order of their places."""
    found = [entry for entry in entries if entry.definition is not None and not entry.gloss]
    counts = Counter(primary(entry.language) for entry in found)
    most = min(counts, key=lambda tag: (-counts[tag], tag), default="")
    same = (entry for entry in found if primary(entry.language) == most)
    return sorted(same, key=lambda entry: (entry.source, entry.first))


class _Label:
    """The entries of one label, grouped by what they mean."""

    def __init__(
        self, entries: list[Entry], senses: Senses, rulings: Mapping[str, Ruling], keys: set[str]
    ) -> None:
        self._entries, self._senses, self._rulings, self._keys = entries, senses, rulings, keys
        self._defined = _defined(entries)
        self._bare = self._defined[0].label
        self._unsure: list[Homonym] = []
        self.used: set[str] = set()

    def homonyms(self) -> list[Homonym]:
        """Tell the meanings apart and give what is to be told of them."""
        groups = self._groups()
        if len(groups) > _MEANINGS and not self.used:
            pair = self._pair(groups[0].entries[0], groups[1].entries[0], apart=False)
            return [pair]
        if len(groups) > 1:
            self._assign(groups)
            self._rename(groups)
        firsts = [group.entries[0] for group in groups]
        told = [self._pair(firsts[0], other, apart=True) for other in firsts[1:]]
        return [pair for pair in (*told, *self._unsure[:1]) if pair.id not in self._rulings]

    def _pair(self, one: Entry, other: Entry, *, apart: bool) -> Homonym:
        first, second = (
            Meaning(each.label, each.source, each.definition.line, each.definition.text)
            for each in (one, other)
            if each.definition is not None
        )
        return Homonym(self._bare, first, second, apart)

    # --- which entries mean the same -----------------------------------------------------------------------

    def _groups(self) -> list[_Group]:
        """Put each entry to the first meaning that it may have."""
        groups: list[_Group] = []
        for entry in self._defined:
            group = next((group for group in groups if self._joins(entry, group)), None)
            if group is None:
                group = _Group([])
                groups.append(group)
            group.entries.append(entry)
            if len(groups) > _MEANINGS and not self._rulings:
                break
            self._named(entry, group, groups)
        return groups

    def _joins(self, entry: Entry, group: _Group) -> bool:
        """Tell whether an entry has the meaning of a group: it is like one of it, and ruled apart from none."""
        members = group.entries[:_MOST]
        ruled = [ruling for member in members if (ruling := self._ruling(member, entry))]
        if ruled:
            return not any(ruling.apart for ruling in ruled)
        likeness = [self._senses.likeness(member, entry) for member in members]
        if Likeness.SAME in likeness:
            return True
        if Likeness.APART in likeness:
            return False
        self._unsure.append(self._pair(members[0], entry, apart=False))
        return True

    def _ruling(self, one: Entry, other: Entry) -> Ruling | None:
        """Give what a review decided on two entries."""
        if not self._rulings:
            return None
        pair = self._pair(one, other, apart=False)
        self.used |= {pair.id} & self._rulings.keys()
        return self._rulings.get(pair.id)

    def _named(self, entry: Entry, own: _Group, groups: Sequence[_Group]) -> None:
        """Take the labels that a review gave to the meanings of an entry and of one before it."""
        for group in groups:
            for member in group.entries[:_MOST] if group is not own else ():
                if ruling := self._ruling(member, entry):
                    group.label, own.label = ruling.first or group.label, ruling.second or own.label

    def _assign(self, groups: Sequence[_Group]) -> None:
        """Put the entries without a definition of their own to a meaning, where document, folder or words tell it."""
        placed = {id(entry) for group in groups for entry in group.entries}
        for entry in self._entries:
            if id(entry) not in placed and (group := _meant(entry, groups)):
                group.entries.append(entry)

    # --- what they are called ------------------------------------------------------------------------------

    def _rename(self, groups: Sequence[_Group]) -> None:
        """Give each meaning its label; the bare one stays another name of it."""
        chosen = qualifiers([group.entries for group in groups], self._genus, self._is_free)
        for group, qualifier in zip(groups, chosen, strict=True):
            for entry in group.entries:
                bare = entry.label
                entry.label = group.label or f"{bare} ({qualifier})"
                entry.qualifier, entry.folded = qualifier, ""
                if fold(entry.label) != fold(bare):
                    entry.alternatives.append(bare)
            key = group.entries[0].key
            for entry in group.entries:
                entry.folded = key if entry.key != key else ""
            self._keys.add(key)

    def _genus(self, entry: Entry) -> str:
        return self._senses.kind(entry).noun

    def _is_free(self, qualifier: str) -> bool:
        return fold(f"{self._bare} ({qualifier})", self._defined[0].language) not in self._keys


def _meant(entry: Entry, groups: Sequence[_Group]) -> _Group | None:
    """Choose the meaning of an entry without a definition."""
    here = [group for group in groups if entry.source in group.names_of_sources()]
    near = [group for group in groups if _folder(entry) in group.folders()]
    for some in (here, near):
        if len(some) == 1:
            return some[0]
    words = stems(entry.definition.text, entry.language) if entry.definition else frozenset[str]()
    like = [group for group in groups if words & _hints(group)]
    return like[0] if len(like) == 1 else None


def _folder(entry: Entry) -> str:
    return entry.source.rpartition("/")[0]


def _hints(group: _Group) -> frozenset[str]:
    texts = (stems(entry.definition.text, entry.language) for entry in group.entries if entry.definition)
    return frozenset[str]().union(*texts)
