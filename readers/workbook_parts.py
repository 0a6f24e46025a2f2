"""The parts of a workbook, a ZIP package of XML: looked through before anything in them is believed."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from xml.parsers import expat

from rolegraph.readers.errors import ReadError

__all__ = ["WorkbookParts", "check_workbook"]

_MAX_UNPACKED = 512 << 20
_MAX_PARTS = 10_000
_MAX_CELLS = 20_000_000
_CHUNK = 1 << 20
_NOTED = frozenset({"sheet", "Relationship", "hyperlink"})
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,4})\$?(\d{1,9})")


def check_workbook(data: bytes, name: str) -> WorkbookParts:
    """Refuse a workbook that unpacks to far more than it holds, declares entities, or is damaged or locked.

    Raises ReadError. Members are unpacked piece by piece: what is refused has cost no memory. Gives what the parts
    tell of hyperlinks.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return WorkbookParts(_checked(package, name))
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError) as error:
        raise ReadError(name, f"is no whole Office file ({error}); save it again") from None
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(name, f"is locked or packed in a way that is not read ({error})") from None


class WorkbookParts:
    """What the parts of a workbook tell that the reader of its cells does not."""

    def __init__(self, noted: Mapping[str, Sequence[tuple[str, Mapping[str, str]]]]) -> None:
        self._noted = noted

    def links(self, sheet: str) -> dict[tuple[int, int], str]:
        """Give the targets of the hyperlinks of a sheet by row and column, counted from 0."""
        targets = self._targets("xl/_rels/workbook.xml.rels")
        places = {each.get("name"): _identifier(each) for _, each in self._noted.get("xl/workbook.xml", ())}
        part = posixpath.normpath(posixpath.join("/xl", targets.get(places.get(sheet, ""), ""))).lstrip("/")
        folder, _, file = part.rpartition("/")
        outside = self._targets(f"{folder}/_rels/{file}.rels")
        found: dict[tuple[int, int], str] = {}
        for _, link in self._noted.get(part, ()):
            target = outside.get(_identifier(link)) or f"#{link.get('location', '')}"
            place = _REFERENCE.match(link.get("ref", ""))
            if place and target != "#":
                found[int(place[2]) - 1, _column_number(place[1]) - 1] = target
        return found

    def _targets(self, part: str) -> dict[str, str]:
        return {each.get("Id", ""): each.get("Target", "") for _, each in self._noted.get(part, ())}


def _identifier(attributes: Mapping[str, str]) -> str:
    """Give the id of a relationship, whatever the prefix of its namespace."""
    return next((value for key, value in attributes.items() if key.endswith(":id")), "")


def _checked(package: zipfile.ZipFile, name: str) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Look through all members; give the elements that were noted in each."""
    members = package.infolist()
    if len(members) > _MAX_PARTS:
        raise ReadError(name, f"holds more than {_MAX_PARTS} parts, as no workbook does")
    left = _MAX_UNPACKED
    noted: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for member in members:
        check = _check_of(member.filename, name)
        for piece in _pieces(package, member):
            left -= len(piece)
            if left < 0:
                raise ReadError(name, f"unpacks to more than {_MAX_UNPACKED >> 20} MB; split it")
            if check:
                check.feed(piece)
        if check and check.noted:
            noted[member.filename] = check.noted
    return noted


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(member) as part:
        while piece := part.read(_CHUNK):
            yield piece


def _check_of(part: str, name: str) -> _XmlCheck | None:
    """Give the check of a member, None where it is no XML."""
    if part == "content.xml":
        return _ContentCheck(part, name)
    if _SHEET.fullmatch(part):
        return _SheetCheck(part, name)
    return _XmlCheck(part, name) if part.lower().endswith((".xml", ".rels")) else None


class _XmlCheck:
    """Refuses XML that declares a document type, and so entities: a package has none (ECMA-376-2, 8.1.4)."""

    def __init__(self, part: str, name: str) -> None:
        self.part, self.name = part, name
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.noted: list[tuple[str, dict[str, str]]] = []
        if part == "xl/workbook.xml" or part.endswith(".rels"):
            self.parser.StartElementHandler = self.start

    def feed(self, piece: bytes) -> None:
        """Look through a piece of the part."""
        self.parser.Parse(piece, False)

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Note what tells of sheets and hyperlinks."""
        kind = element.rpartition(":")[2]
        if kind in _NOTED:
            self.noted.append((kind, attributes))

    def _refuse(self, *_: object) -> None:
        raise ReadError(self.name, f"declares entities in {self.part}, as no Office file does")


class _SheetCheck(_XmlCheck):
    """Refuses a sheet of which a few cells, far apart, would make a table that memory does not hold."""

    def __init__(self, part: str, name: str) -> None:
        super().__init__(part, name)
        self.row = self.column = self.last_row = self.last_column = self.repeated = 0
        self.parser.StartElementHandler = self.start

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Follow the cells, and note hyperlinks."""
        kind = element.rpartition(":")[2]
        if kind == "row":
            self.row, self.column = _number(attributes.get("r")) or self.row + 1, 0
        elif kind == "c":
            self.column += 1
            if place := _REFERENCE.fullmatch(attributes.get("r", "")):
                self.column, self.row = _column_number(place[1]), int(place[2])
        elif kind in ("v", "is"):
            self.reach(self.row, self.column)
        elif kind in _NOTED:
            self.noted.append((kind, attributes))

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds something; the table goes as far as the furthest of them."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        if self.last_row * self.last_column > _MAX_CELLS:
            raise ReadError(self.name, "has cells so far apart that no memory holds what lies between", row)


class _ContentCheck(_SheetCheck):
    """The same for an OpenDocument sheet, whose rows and cells say how often they are repeated."""

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Follow the cells (OpenDocument 1.3, part 3, 9.1)."""
        if element == "table:table":
            self.row = self.repeated = self.last_row = self.last_column = 0
        elif element == "table:table-row":
            self.row, self.column = self.row + self.repeated, 0
            self.repeated = _number(attributes.get("table:number-rows-repeated")) or 1
        elif element in ("table:table-cell", "table:covered-table-cell"):
            self.column += _number(attributes.get("table:number-columns-repeated")) or 1
            if any(key.endswith("value-type") for key in attributes):
                self.reach(self.row + self.repeated, self.column)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number
