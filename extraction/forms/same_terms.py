"""Entries that are one term under two names: "AHT. See Average handle time", a gloss of an abbreviation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.names.heads import abbreviates, is_abbreviation, read_head
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry

__all__ = ["Renaming", "joined", "only_points", "renamed", "renamings"]


class Renaming(NamedTuple):
    """What became of the entry with a number in its document: its names, or no label where it is left out."""

    number: int
    label: str = ""
    abbreviations: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    qualifier: str = ""
    folded: str = ""


def renamings(
    entries: Sequence[Entry], names: Sequence[Sequence[str]], kept: Collection[int]
) -> tuple[Renaming, ...]:
    """Tell what became of the entries of a document, whose ``names`` were these before; ``kept`` are ids of objects."""
    found = []
    for number, (entry, before) in enumerate(zip(entries, names, strict=True)):
        if id(entry) not in kept:
            found.append(Renaming(number))
        elif entry.names() != before or entry.folded:
            names_now = (entry.label, tuple(entry.abbreviations), tuple(entry.alternatives))
            found.append(Renaming(number, *names_now, entry.qualifier, entry.folded))
    return tuple(found)


def renamed(entries: Iterable[Entry], changes: Iterable[Renaming]) -> Iterator[Entry]:
    """Give the entries of a document under their new names, without those that are left out."""
    changed = {change.number: change for change in changes}
    for number, entry in enumerate(entries):
        change = changed.get(number)
        if change:
            entry.label, entry.qualifier, entry.folded = change.label, change.qualifier, change.folded
            entry.abbreviations, entry.alternatives = list(change.abbreviations), list(change.alternatives)
        if not change or change.label:
            yield entry


def joined(entries: Iterable[Entry]) -> list[Entry]:
    """Give the entries, with those that are another name of one term made one with it.

    An entry that only points to a term whose abbreviation it is, is left out and its name kept; an entry named by an
    abbreviation that exactly one term has goes to that term, unless one document defines both.
    """
    entries = list(entries)
    by_label: dict[str, list[Entry]] = defaultdict(list)
    by_short: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        by_label[fold(entry.label)].append(entry)
        for name in entry.abbreviations:
            by_short[name].setdefault(fold(entry.label), entry)
    pointers = {id(entry) for entry in entries if _points_to_itself(entry, by_label)}
    kept = [entry for entry in entries if id(entry) not in pointers]
    for entry in kept:
        _rename(entry, by_short, by_label)
        for name in entry.variants:
            if fold(name) not in by_label:
                entry.add_name(name, abbreviation=is_abbreviation(name, entry.label))
    _respell(kept)
    _meet(kept)
    return kept


def _meet(entries: Iterable[Entry]) -> None:
    """Let entries of one label meet that several languages fold in different ways: a "Controller" in German."""
    spelled: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        spelled[entry.label.casefold()].append(entry)
    for same in spelled.values():
        keys = {entry.key for entry in same}
        for entry in same if len(keys) > 1 else ():
            entry.folded = min(keys)


def _respell(entries: Sequence[Entry]) -> None:
    """Give entries whose labels differ by a hyphen or a space alone one label: "E-mail" and "Email"."""
    spelled: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        spelled[entry.key.replace(" ", "")][entry.key].append(entry)
    for spellings in spelled.values():
        if len(spellings) > 1:
            first, *others = sorted(spellings.values(), key=lambda same: (-len(same), same[0].key))
            for entry in (one for same in others for one in same):
                own, entry.label = entry.label, first[0].label
                entry.add_name(own, abbreviation=False)


def _points_to_itself(entry: Entry, by_label: Mapping[str, list[Entry]]) -> bool:
    """Tell whether an entry is only "AHT. See Average handle time"; the name then goes to the term it points to."""
    if not only_points(entry):
        return False
    head = read_head(entry.references[0].name)
    for target in by_label.get(fold(head.label), ()):
        if entry.key in {fold(name, entry.language) for name in target.names()} or abbreviates(
            entry.label, target.label
        ):
            target.add_name(entry.label, abbreviation=is_abbreviation(entry.label, target.label))
            return True
    return False


def only_points(entry: Entry) -> bool:
    """Tell whether an entry has no definition and says nothing but "See X"."""
    return entry.definition is None and len(entry.references) == 1 and entry.references[0].redirect


def _rename(
    entry: Entry, by_short: Mapping[str, Mapping[str, Entry]], by_label: Mapping[str, list[Entry]]
) -> None:
    """Give an entry that is named by the abbreviation of one term the name of that term."""
    others = (one for key, one in by_short.get(entry.label, {}).items() if key != fold(entry.label))
    candidates = [one for one in others if one.language == entry.language]
    if len(candidates) != 1 or _both_defined(entry, by_label[fold(candidates[0].label)]):
        return
    short, entry.label = entry.label, candidates[0].label
    entry.add_name(short, abbreviation=True)


def _both_defined(entry: Entry, others: Iterable[Entry]) -> bool:
    return entry.definition is not None and any(
        other.definition is not None and other.source == entry.source for other in others
    )
