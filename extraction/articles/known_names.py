"""The names that the entries of a document have already, so that no article makes a second entry of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry

__all__ = ["KnownNames"]


class KnownNames:
    """Looks at the names of each entry once, however many articles a document has, and however many terms each.

    >>> from rolegraph.extraction.entries import Entry
    >>> berth, crane = (Entry("port.md", label, 1, "en") for label in ("Berth", "Crane"))
    >>> known = KnownNames([berth, crane])
    >>> known.holds("berth", crane), known.holds("crane", crane), known.holds("quay", crane)
    (True, True, False)
    """

    def __init__(self, entries: list[Entry]) -> None:
        self._entries, self._taken = entries, 0
        self._names: set[str] = set()

    def holds(self, folded: str, reading: Entry) -> bool:
        """Tell whether an entry has a name; the one that is being read can still get others."""
        new = (each for each in self._entries[self._taken :] if each is not reading)
        self._names.update(fold(name) for each in new for name in each.names())
        self._taken = len(self._entries)
        return folded in self._names or folded in map(fold, reading.names())

    def keep(self, entry: Entry) -> None:
        """Take up the names of an entry that has been read."""
        self._names.update(map(fold, entry.names()))

    def remove(self, entry: Entry) -> None:
        """Take an entry that tells nothing from the list."""
        place = self._entries.index(entry)
        del self._entries[place]
        self._taken = min(self._taken, place)
