"""The first look at a document: its entries, before anything is known of other documents."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import msgspec

# Surveys are put on disk as plain data, for which their types are looked up at run time.
from rolegraph.extraction.entries import Entry, Skip
from rolegraph.extraction.errors import Failure
from rolegraph.extraction.recognition import recognise
from rolegraph.extraction.sections import Announcer
from rolegraph.readers import ReadError, SourceFile, file_bytes, read_bytes

if TYPE_CHECKING:
    from rolegraph.extraction.shelves import Shelf
    from rolegraph.ontology import Ontology
    from rolegraph.readers import Document

__all__ = ["Survey", "Surveyed", "Surveyor", "outlined"]


class Survey(NamedTuple):
    """What a document holds: its title and language, its entries, and what was left out."""

    name: str
    title: str
    language: str
    entries: list[Entry]
    skipped: list[Skip]


class Surveyed(NamedTuple):
    """A file and the key under which its survey lies on the shelf."""

    file: SourceFile
    key: str


_decoder = msgspec.msgpack.Decoder(Survey)


class Surveyor:
    """Surveys files, or finds on the shelf what was surveyed before under the same ``setting``."""

    def __init__(self, ontology: Ontology, shelf: Shelf, setting: str) -> None:
        self._ontology, self._shelf, self._setting = ontology, shelf, setting.encode()
        self._announcer = Announcer(ontology)

    def __call__(self, file: SourceFile) -> tuple[Surveyed, Survey] | Failure:
        """Survey a file; the survey comes without the text of its entries, which stays on the shelf."""
        try:
            data = file_bytes(file.path, file.name)
            key = self._key(file, data)
            survey = self._kept(key) or self._put(key, self._survey(file, data))
        except ReadError as error:
            return Failure(file.name, str(ReadError(file.path, error.message, error.line)))
        except UnicodeEncodeError:
            return Failure(file.name, str(ReadError(file.path, "holds half a character (a lone surrogate)")))
        return Surveyed(file, key), survey._replace(entries=[outlined(entry) for entry in survey.entries])

    def again(self, surveyed: Surveyed) -> Survey | Failure:
        """Give the whole survey from the shelf; where it is gone, survey the file again."""
        survey = self._kept(surveyed.key)
        if survey is not None:
            return survey
        file = surveyed.file
        try:
            data = file_bytes(file.path, file.name)
            if self._key(file, data) != surveyed.key:
                raise ReadError(file.name, "was changed while it was being read")
            return self._survey(file, data)
        except ReadError as error:
            return Failure(file.name, str(ReadError(file.path, error.message, error.line)))

    def _key(self, file: SourceFile, data: bytes) -> str:
        parts = (self._setting, file.name.encode("utf-8", "surrogatepass"), data)
        return blake2b(b"\0".join(parts), digest_size=20).hexdigest()

    def _kept(self, key: str) -> Survey | None:
        data = self._shelf.get(f"{key}.survey")
        try:
            return _decoder.decode(data) if data is not None else None
        except msgspec.MsgspecError:
            return None

    def _put(self, key: str, survey: Survey) -> Survey:
        self._shelf.put(f"{key}.survey", msgspec.msgpack.encode(survey))
        return survey

    def _survey(self, file: SourceFile, data: bytes) -> Survey:
        try:
            return _survey_of(read_bytes(data, file.name), self._ontology, self._announcer)
        except ReadError:
            raise
        except Exception as error:
            error.add_note(f"while reading {file.path}")
            raise


def _survey_of(document: Document, ontology: Ontology, announcer: Announcer) -> Survey:
    entries, skipped = recognise(document, ontology, announcer)
    if not entries:
        skipped.append(Skip(document.name, 1, "", "no entry was recognised in this document"))
    title = str(document.meta.get("title") or "")
    return Survey(document.name, title, document.language, entries, skipped)


def outlined(entry: Entry) -> Entry:
    """Give what other documents may need of an entry: all but its text, of which the definition is kept."""
    return replace(entry, passages=[], references=[], questions=[], tables=[])
