"""The first look at a document: its entries, before anything is known of other documents."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import msgspec

# Surveys are put on disk as plain data, for which their types are looked up at run time.
from rolegraph.extraction.entries import Entry, Skip
from rolegraph.extraction.errors import Failure
from rolegraph.extraction.foreign.detection import with_language
from rolegraph.extraction.forms.same_terms import Renaming, only_points, renamed
from rolegraph.extraction.layout.sections import announcer_of
from rolegraph.extraction.links.hyperlinks import Pointing
from rolegraph.extraction.passes.guards import told
from rolegraph.extraction.recognition.recognition import recognise
from rolegraph.extraction.sheets.column_titles import ColumnTitles
from rolegraph.readers import ReadError, SourceFile, read_bytes, read_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rolegraph.extraction.passes.shelves import Shelf
    from rolegraph.ontology import Ontology
    from rolegraph.readers import Document

__all__ = ["Look", "Retold", "Survey", "Surveyed", "Surveyor", "outlined"]


class Look(NamedTuple):
    """How documents are looked at: with which ontology, which columns have a meaning, which language is theirs."""

    ontology: Ontology
    columns: Mapping[str, str]
    language: str


class Survey(NamedTuple):
    """What a document holds: its title and language, its entries, what was left out, and its form.

    ``share`` is how much of its text has a place, ``lacking`` are the columns with a meaning that it does not have.
    """

    name: str
    title: str
    language: str
    entries: list[Entry]
    skipped: list[Skip]
    form: str
    share: float
    lacking: list[str]


class Surveyed(NamedTuple):
    """A file, the key under which its survey lies on the shelf, and what became of the names of its entries."""

    file: SourceFile
    key: str
    renamings: tuple[Renaming, ...] = ()


_SHARED = (
    *("variants", "translations", "renderings", "collections", "anchors"),
    *("classes", "passages", "references", "questions", "tables"),
)
_NOTHING: list[object] = []
"""Stands for whatever an outline has none of and nobody adds to: ten lists an entry take more than its words."""

_PART = (
    256  # entries that are read from the shelf at once, so that a long document needn't lie in memory whole
)


class _Stored(NamedTuple):
    """A survey as it lies on the shelf: without its entries, and these in parts."""

    survey: Survey
    parts: list[msgspec.Raw]


_stored = msgspec.msgpack.Decoder(_Stored)
_entries = msgspec.msgpack.Decoder(list[Entry])


class Retold(NamedTuple):
    """The name of a document that was surveyed, and its entries, to be gone through once."""

    name: str
    entries: Iterable[Entry]


class Surveyor:
    """Surveys files, or finds on the shelf what was surveyed before under the same ``setting``."""

    def __init__(self, look: Look, shelf: Shelf, setting: str) -> None:
        self._look, self._shelf, self._setting = look, shelf, setting.encode()
        self._announcer = announcer_of(look.ontology)
        self._titles = ColumnTitles(look.ontology, look.columns)

    def __call__(self, file: SourceFile) -> tuple[Surveyed, Survey] | Failure:
        """Survey a file; the survey comes without the text of its entries, which stays on the shelf."""
        try:
            data = read_content(*file)
            key = self._key(file, data)
            stored = self._kept(key)
            survey = _whole(stored) if stored else self._put(key, self._survey(file, data))
        except ReadError as error:
            return _failure(file, error)
        except UnicodeEncodeError:
            return _failure(file, ReadError(file.name, "holds half a character (a lone surrogate)"))
        return Surveyed(file, key), survey._replace(entries=[outlined(entry) for entry in survey.entries])

    def again(self, surveyed: Surveyed) -> Retold | Failure:
        """Give the whole entries from the shelf, under their last names.

        Where they are gone, the file is surveyed again.
        """
        file = surveyed.file
        stored = self._kept(surveyed.key)
        try:
            entries = _entries_of(stored) if stored else self._anew(surveyed).entries
        except ReadError as error:
            return _failure(file, error)
        return Retold(file.name, renamed(entries, surveyed.renamings))

    def _anew(self, surveyed: Surveyed) -> Survey:
        data = read_content(*surveyed.file)
        if self._key(surveyed.file, data) != surveyed.key:
            raise ReadError(surveyed.file.name, "was changed while it was being read")
        return self._survey(surveyed.file, data)

    def _key(self, file: SourceFile, data: bytes) -> str:
        parts = (self._setting, file.name.encode("utf-8", "surrogatepass"), data)
        return blake2b(b"\0".join(parts), digest_size=20).hexdigest()

    def _kept(self, key: str) -> _Stored | None:
        data = self._shelf.get(f"{key}.survey")
        try:
            return _stored.decode(data) if data is not None else None
        except msgspec.MsgspecError:
            return None

    def _put(self, key: str, survey: Survey) -> Survey:
        encode, entries = msgspec.msgpack.encode, survey.entries
        parts = [
            msgspec.Raw(encode(entries[start : start + _PART])) for start in range(0, len(entries), _PART)
        ]
        self._shelf.put(f"{key}.survey", encode(_Stored(survey._replace(entries=[]), parts)))
        return survey

    def _survey(self, file: SourceFile, data: bytes) -> Survey:
        try:
            return self._survey_of(with_language(read_bytes(data, file.name), self._look.language))
        except ReadError:
            raise
        except Exception as error:
            raise ReadError(file.name, told(error)) from error

    def _survey_of(self, document: Document) -> Survey:
        found = recognise(document, self._look.ontology, self._announcer, self._titles)
        pointing = Pointing(found.entries)
        for entry in found.entries:
            entry.pointing, entry.linking = pointing.points(entry), pointing.links(entry)
        title = str(document.meta.get("title") or document.meta.get("dc:title") or "")
        lacking = self._titles.missing_in([document])
        told = (found.entries, found.skipped, found.form, found.share, lacking)
        return Survey(document.name, title, document.language, *told)


def _whole(stored: _Stored) -> Survey:
    return stored.survey._replace(entries=list(_entries_of(stored)))


def _entries_of(stored: _Stored) -> Iterator[Entry]:
    for part in stored.parts:
        yield from _entries.decode(part)


def _failure(file: SourceFile, error: ReadError) -> Failure:
    return Failure(file.name, str(ReadError(file.place, error.message, error.line)))


def outlined(entry: Entry) -> Entry:
    """Give what other documents may need of an entry: all but its text, of which the definition is kept.

    An entry that does nothing but point to another keeps that as well.
    """
    outline = copy.copy(entry)
    outline.passages, outline.questions, outline.tables = [], [], []
    outline.references = entry.references if only_points(entry) else []
    for name in _SHARED:
        if not getattr(outline, name):
            setattr(outline, name, _NOTHING)
    return outline
