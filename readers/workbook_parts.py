"""Office files: ZIP packages of XML, looked through before anything in them is believed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from rolegraph.readers.errors import ReadError

__all__ = ["check_workbook"]

_MAX_UNPACKED = 512 << 20
_MAX_PARTS = 10_000
_MAX_CELLS = 20_000_000
_CHUNK = 1 << 20
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,4})\$?(\d{1,9})")


def check_workbook(data: bytes, name: str) -> None:
    """Refuse a package that unpacks to far more than it holds, declares entities, or is damaged or locked.

    Raises ReadError. Members are unpacked piece by piece: what is refused has cost no memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_members(package, name)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError) as error:
        raise ReadError(name, f"is no whole Office file ({error}); save it again") from None
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(name, f"is locked or packed in a way that is not read ({error})") from None


def _check_members(package: zipfile.ZipFile, name: str) -> None:
    members = package.infolist()
    if len(members) > _MAX_PARTS:
        raise ReadError(name, f"holds more than {_MAX_PARTS} parts, as no workbook does")
    left = _MAX_UNPACKED
    for member in members:
        check = _check_of(member.filename, name)
        for piece in _pieces(package, member):
            left -= len(piece)
            if left < 0:
                raise ReadError(name, f"unpacks to more than {_MAX_UNPACKED >> 20} MB; split it")
            if check:
                check.feed(piece)


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(member) as part:
        while piece := part.read(_CHUNK):
            yield piece


def _check_of(part: str, name: str) -> _XmlCheck | None:
    """Give the check of a member, None where it is no XML."""
    if _SHEET.fullmatch(part):
        return _SheetCheck(part, name)
    return _XmlCheck(part, name) if part.lower().endswith((".xml", ".rels")) else None


class _XmlCheck:
    """Refuses XML that declares a document type, and so entities: a package has none (ECMA-376-2, 8.1.4)."""

    def __init__(self, part: str, name: str) -> None:
        self.part, self.name = part, name
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, piece: bytes) -> None:
        """Look through a piece of the part."""
        self.parser.Parse(piece, False)

    def _refuse(self, *_: object) -> None:
        raise ReadError(self.name, f"declares entities in {self.part}, as no Office file does")


class _SheetCheck(_XmlCheck):
    """Refuses a sheet of which a few cells, far apart, would make a table that memory does not hold."""

    def __init__(self, part: str, name: str) -> None:
        super().__init__(part, name)
        self.row = self.column = self.last_row = self.last_column = 0
        self.parser.StartElementHandler = self._start

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        kind = element.rpartition(":")[2]
        if kind == "row":
            self.row, self.column = _number(attributes.get("r")) or self.row + 1, 0
        elif kind == "c":
            self.column += 1
            if place := _REFERENCE.fullmatch(attributes.get("r", "")):
                self.column, self.row = _column_number(place[1]), int(place[2])
        elif kind in ("v", "is"):
            self.last_row = max(self.last_row, self.row)
            self.last_column = max(self.last_column, self.column)
            if self.last_row * self.last_column > _MAX_CELLS:
                raise ReadError(
                    self.name, "has cells so far apart that no memory holds what lies between", self.row
                )


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number
