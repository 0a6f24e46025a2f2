"""The label index of an Oxigraph folder as it is asked: names in milliseconds at a million terms."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.candidates import FIELDS, Name
from rolegraph.graph.closeness import Likeness
from rolegraph.graph.label_writing import INDEX, META, VERSION, grams, state_of
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.graph.triples import Triples

__all__ = ["LabelIndex", "open_index"]

_MANY = 400  # names that are judged one by one; short ones, which come first, are the better ones
_RANGE = 5_000
_NEAR, _NEAREST = 24, 3  # words that a misspelled one may stand for
_WORD_CUTOFF = 0.6
_COLUMNS = "name.text, name.iri, name.field, name.language"


def open_index(triples: Triples, folder: str) -> LabelIndex | None:
    """Open the index of a folder; None where there is none that fits the data."""
    try:
        database = _connected(folder)
        facts = dict(database.execute("SELECT key, value FROM meta"))
    except sqlite3.Error:
        return None
    if facts.get("version") != VERSION or facts.get("state") != state_of(folder):
        database.close()
        return None
    return LabelIndex(triples, database, {key: json.loads(facts[key]) for key in META})


class LabelIndex:
    """The names of a folder, by its index; ``prefixes`` are those of the files that were loaded.

    The file stays open: an index that is replaced goes on to answer for the data that it was made of.
    """

    def __init__(
        self,
        triples: Triples,
        database: sqlite3.Connection,
        meta: dict[str, Any],
    ) -> None:
        self.prefixes: dict[str, str] = meta["prefixes"]
        self._languages: list[str] = meta["languages"]
        self._predicates: list[str] = meta["predicates"]
        self._triples, self._database = triples, database

    def __del__(self) -> None:
        """Close the file."""
        self._database.close()

    def spelled(self, name: str) -> list[Name]:
        """Give the names of the same letters."""
        return list(self._names("name WHERE lower = ?", [name.strip().casefold()]))

    def alike(self, name: str) -> list[Name]:
        """Give the names of the same letters or the same folded form; in capitals with a plural s too."""
        lower = name.strip().casefold()
        spelled = self._names("name WHERE lower IN (?, ?)", [lower, lower.removesuffix("s")])
        keys = self._keys(name)
        folded = self._names(f"name WHERE folded IN ({_places(keys)})", keys)
        return list(dict.fromkeys(chain(spelled, folded)))

    def unlabelled(self, name: str) -> list[str]:
        """Give the concepts without a label whose IRI ends with a name."""
        rows = self._rows(
            "SELECT iri FROM unlabelled WHERE substr(iri, -length(?)) = ? ORDER BY iri", [name, name]
        )
        return [iri for (iri,) in rows]

    def with_words(self, text: str) -> list[Name]:
        """Give the names that begin with a text, and those with words that begin as its words do."""
        found: dict[Name, None] = {}
        for key in self._keys(text):
            found |= dict.fromkeys(self._beginning(key))
            found |= dict.fromkeys(self._matching(" AND ".join(f"{_quoted(word)}*" for word in key.split())))
        return list(found)

    def with_some_words(self, text: str) -> list[Name]:
        """Give the names with most of the words."""
        found: dict[Name, None] = {}
        for key in self._keys(text):
            words = [word for word in dict.fromkeys(key.split()) if len(word) > 2][:6]
            for count in range(len(words), 0, -1):
                for some in combinations(words, count):
                    found |= dict.fromkeys(self._matching(" AND ".join(map(_quoted, some))))
                if len(found) >= _MANY:
                    break
        return list(found)

    def close_to(self, text: str) -> list[Name]:
        """Give the names whose words come close to those of a text, the closest words first."""
        found: dict[Name, None] = {}
        for key in self._keys(text):
            near = [self._near_words(word) for word in key.split()]
            for most in (_NEAREST, _NEAR):
                groups = [" OR ".join(map(_quoted, words[:most])) for words in near if words]
                if groups and len(groups) == len(near):
                    found |= dict.fromkeys(self._matching(" AND ".join(f"({group})" for group in groups)))
            found |= dict.fromkeys(self._joined(key))
        return list(found)

    def defined_with(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the definitions with all words of a text."""
        query = " AND ".join(f"{_quoted(word)}*" for word in text.split())
        rows = self._rows(
            "SELECT DISTINCT iri, field FROM defined JOIN definition ON definition.id = defined.rowid "
            "WHERE defined MATCH ? LIMIT ?",
            [query, _MANY],
        )
        for iri, field in rows:
            for value in self._triples.objects(NamedNode(iri), v.DEFINITIONS[field]):
                if isinstance(value, Literal):
                    yield iri, value.value

    def predicates(self) -> list[str]:
        """Give the predicates in use."""
        return self._predicates

    def _keys(self, text: str) -> list[str]:
        """Fold a text by each language that the names are in."""
        return [key for key in dict.fromkeys(fold(text, language) for language in self._languages) if key]

    def _beginning(self, key: str) -> Iterator[Name]:
        inner = f"SELECT id FROM name WHERE folded >= ? AND folded < ? LIMIT {_RANGE}"
        return self._names(f"name WHERE id IN ({inner}) ORDER BY id LIMIT {_MANY}", [key, key + "\U0010ffff"])

    def _matching(self, query: str) -> Iterator[Name]:
        inner = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid LIMIT ?"
        return self._names(f"name WHERE id IN ({inner}) ORDER BY id", [query, _MANY])

    def _near_words(self, typed: str) -> list[str]:
        """Give the words that a misspelled one may stand for, the nearest first."""
        pairs = sorted(grams(typed))
        rows = self._rows(
            f"SELECT word FROM gram WHERE gram IN ({_places(pairs)}) AND length(word) BETWEEN ? AND ? "
            "GROUP BY word ORDER BY count(*) DESC, word LIMIT 300",
            [*pairs, 0.6 * len(typed) - 1, 1.5 * len(typed) + 1],
        )
        like = Likeness(typed, _WORD_CUTOFF)
        found = sorted((-like(word), word) for (word,) in rows)
        return [word for near, word in found[:_NEAR] if near]

    def _joined(self, key: str) -> Iterator[Name]:
        """Give the names that differ in a space only."""
        forms = [f"{key[:at]} {key[at:]}" for at in range(2, len(key) - 1)] if " " not in key else []
        forms += [key.replace(" ", "", 1)] if " " in key else []
        return self._names(f"name WHERE folded IN ({_places(forms)})", forms)

    def _names(self, condition: str, values: Iterable[object]) -> Iterator[Name]:
        for text, iri, field, language in self._rows(f"SELECT {_COLUMNS} FROM {condition}", values):
            predicate, rank = FIELDS[field]
            yield Name(text, iri, rank, predicate, language)

    def _rows(self, query: str, values: Iterable[object]) -> list[Any]:
        try:
            return self._database.execute(query, list(values)).fetchall()
        except sqlite3.OperationalError as error:
            if "fts5" in str(error):  # a word of signs that the index has no notion of
                return []
            raise


def _connected(folder: str) -> sqlite3.Connection:
    """Open an index to read only; it never changes in its place, so that no lock is needed."""
    from urllib.parse import quote

    path = quote(os.path.abspath(os.path.join(folder, INDEX)))
    # It is only read, and may be closed by whichever thread drops the graph.
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
