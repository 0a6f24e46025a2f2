"""Entries that are one term under two names: "AHT. See Average handle time", a gloss of an abbreviation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rolegraph.extraction.heads import is_abbreviation, read_head, spells
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry

__all__ = ["joined"]


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
    return kept


def _points_to_itself(entry: Entry, by_label: Mapping[str, list[Entry]]) -> bool:
    """Tell whether an entry is only "AHT. See Average handle time"; the name then goes to the term it points to."""
    if entry.definition is not None or len(entry.references) != 1 or not entry.references[0].redirect:
        return False
    head = read_head(entry.references[0].name)
    for target in by_label.get(fold(head.label), ()):
        if entry.label in target.names() or _abbreviates(entry.label, target.label):
            target.add_name(entry.label, abbreviation=is_abbreviation(entry.label, target.label))
            return True
    return False


def _abbreviates(short: str, full: str) -> bool:
    return is_abbreviation(short, full) and spells(short, full)


def _rename(
    entry: Entry, by_short: Mapping[str, Mapping[str, Entry]], by_label: Mapping[str, list[Entry]]
) -> None:
    """Give an entry that is named by the abbreviation of one term the name of that term."""
    candidates = [one for key, one in by_short.get(entry.label, {}).items() if key != fold(entry.label)]
    if len(candidates) != 1 or _both_defined(entry, by_label[fold(candidates[0].label)]):
        return
    short, entry.label = entry.label, candidates[0].label
    entry.add_name(short, abbreviation=True)


def _both_defined(entry: Entry, others: Iterable[Entry]) -> bool:
    return entry.definition is not None and any(
        other.definition is not None and other.source == entry.source for other in others
    )
