"""The label index of an Oxigraph folder as it is written: a SQLite file beside the data, made anew with each load.

Names stand in the order of their length. SQLite's full-text search gives rows in their order, so the first hundred
hits are the shortest names, which are those that come closest to what is searched; nothing needs to be ranked.
"""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

from rolegraph.graph import vocabulary as v
from rolegraph.graph.candidates import FIELDS, every_name
from rolegraph.graph.columns import all_texts
from rolegraph.graph.names import fold
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rolegraph.graph.triples import Triples

__all__ = ["INDEX", "META", "VERSION", "grams", "state_of", "write_index"]

INDEX = "labels.sqlite"
"""The name of the index in the folder; RocksDB leaves alone what it does not know."""

META = ("prefixes", "languages", "predicates")
"""What is noted of the whole, as JSON."""

VERSION = "2"
"""Another version of the index is not read, as if there were none."""

_WORDS = "content='', detail=none, tokenize=\"unicode61 remove_diacritics 0 tokenchars '+#&._'\""
_SCHEMA = f"""
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE name (
        id INTEGER PRIMARY KEY, lower TEXT, folded TEXT, text TEXT, iri TEXT, field INTEGER, language TEXT
    );
    CREATE TEMP TABLE raw (lower TEXT, folded TEXT, text TEXT, iri TEXT, field INTEGER, language TEXT);
    CREATE VIRTUAL TABLE word USING fts5(folded, {_WORDS}, prefix='1 2 3');
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab(word, row);
    CREATE TABLE gram (gram TEXT, word TEXT, PRIMARY KEY (gram, word)) WITHOUT ROWID;
    CREATE TABLE definition (id INTEGER PRIMARY KEY, iri TEXT, field INTEGER);
    CREATE VIRTUAL TABLE defined USING fts5(folded, {_WORDS});
    CREATE TABLE unlabelled (iri TEXT);
    INSERT INTO word (word, rank) VALUES ('hashsize', 67108864), ('automerge', 0);
    INSERT INTO defined (defined, rank) VALUES ('hashsize', 67108864), ('automerge', 0);
"""
_SORTED = """
    INSERT INTO name (lower, folded, text, iri, field, language)
        SELECT DISTINCT * FROM raw ORDER BY length(folded), folded, iri, field, text, language;
    DROP TABLE raw;
    CREATE INDEX name_lower ON name (lower);
    CREATE INDEX name_folded ON name (folded);
    INSERT INTO word (rowid, folded) SELECT id, folded FROM name;
    INSERT INTO word (word) VALUES ('optimize');
    INSERT INTO defined (defined) VALUES ('optimize');
"""


def write_index(
    triples: Triples, folder: str, prefixes: Mapping[str, str], told: Callable[[int], None] | None = None
) -> None:
    """Write the index of a folder that nobody else uses yet; ``told`` hears how many names there are so far.

    Raises sqlite3.Error or OSError where the disk is full.
    """
    path = os.path.join(folder, INDEX)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        database.execute("BEGIN")
        languages = _write_names(database, triples, told or (lambda _: None))
        _write_definitions(database, triples)
        database.executemany("INSERT INTO unlabelled VALUES (?)", _unlabelled(triples))
        for statement in filter(None, map(str.strip, _SORTED.split(";"))):
            database.execute(statement)
        _write_grams(database)
        known = dict(zip(META, (dict(prefixes), languages, triples.predicates()), strict=True))
        meta = {"version": VERSION, "state": state_of(folder)}
        meta |= {key: json.dumps(value) for key, value in known.items()}
        database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        database.execute("COMMIT")
    finally:
        database.close()
    _keep(path)


def state_of(folder: str) -> str:
    """Tell the state of an Oxigraph folder: it differs as soon as another program has written to the data.

    RocksDB begins a new manifest, which CURRENT names, whenever it opens a folder for writing.
    """
    with open(os.path.join(folder, "CURRENT"), encoding="utf-8") as file:
        manifest = file.read().strip()
    return f"{manifest} {os.path.getsize(os.path.join(folder, manifest))}"


def grams(word: str) -> set[str]:
    """Give the pairs of letters of a word, its beginning and its end among them.

    >>> sorted(grams("crm"))
    ['^c', 'cr', 'm$', 'rm']
    """
    padded = f"^{word}$"
    return {padded[at : at + 2] for at in range(len(padded) - 1)}


def _write_names(database: sqlite3.Connection, triples: Triples, told: Callable[[int], None]) -> list[str]:
    fields = {predicate: number for number, (predicate, _) in enumerate(FIELDS)}
    languages = set()

    def rows() -> Iterator[tuple[str, str, str, str, int, str]]:
        for number, name in enumerate(every_name(triples)):
            if not number % 1000:
                told(number)
            languages.add(primary(name.language))
            folded = fold(name.text, primary(name.language))
            yield name.text.casefold(), folded, name.text, name.iri, fields[name.predicate], name.language

    database.executemany("INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?)", rows())
    return sorted(languages)


def _write_definitions(database: sqlite3.Connection, triples: Triples) -> None:
    number = 0
    for field, predicate in enumerate(v.DEFINITIONS):
        for node, text, _ in all_texts(triples, predicate):
            if node[0] == "<":
                number += 1
                database.execute("INSERT INTO definition VALUES (?, ?, ?)", (number, node[1:-1], field))
                database.execute("INSERT INTO defined (rowid, folded) VALUES (?, ?)", (number, fold(text)))


def _unlabelled(triples: Triples) -> Iterator[tuple[str]]:
    labelled = {iri for predicate in v.LABELS for iri in triples.holders(predicate)}
    for concept in v.CONCEPTS:
        yield from ((iri,) for iri in triples.members(concept) if iri not in labelled)


def _write_grams(database: sqlite3.Connection) -> None:
    words = [word for (word,) in database.execute("SELECT term FROM vocabulary")]
    pairs = sorted((gram, word) for word in words for gram in grams(word))
    database.executemany("INSERT INTO gram VALUES (?, ?)", pairs)


def _keep(path: str) -> None:
    """Make sure that the file is on the disk."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
