"""What people decided in a review: the rows of a spreadsheet as verdicts, and what is wrong with them."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from rolegraph.extraction.errors import Fault, ReviewError
from rolegraph.extraction.review.doubts import faults_of_doubt, is_doubt
from rolegraph.graph.reviews import COLUMNS, NOT, VERDICTS, ReviewRow
from rolegraph.ontology import Ontology, UnknownName
from rolegraph.readers import ReadError
from rolegraph.readers.encodings import decode

__all__ = ["REVIEW_FILES", "Verdict", "read_rows", "read_verdicts", "reviews_in"]

REVIEW_FILES = ("rolegraph-review.csv", "rolegraph-review.xlsx", "rolegraph-review.ods")
"""The names by which a build finds a review in a folder of sources."""

_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_DELIMITERS = ",;\t"
_WORKBOOKS = (".xlsx", ".ods")
_NEEDED = ("id", "verdict")


class Verdict(NamedTuple):
    """A row that somebody decided, and where it stands."""

    file: str
    line: int
    row: ReviewRow

    def fault(self, message: str) -> Fault:
        """Say what is wrong with it."""
        return Fault(self.file, self.line, message)


def read_verdicts(paths: Iterable[str], ontology: Ontology) -> list[Verdict]:
    """Read the decided rows of reviews.

    :raises ReviewError: with all that is wrong in all files: words that are no verdict, unknown relations, changes
        that change nothing, two verdicts on one statement, a file that is no review.
    """
    verdicts: list[Verdict] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            found = [Verdict(path, line, row) for line, row in read_rows(path) if row.decided]
        except ReviewError as error:
            faults += error.faults
            continue
        verdicts += found
        faults += [fault for one in found for fault in _faults(one, ontology)]
    faults += _contradictions(verdicts)
    if faults:
        raise ReviewError(sorted(faults))
    return [one for one in verdicts if one.row.verdict]


def read_rows(path: str) -> list[tuple[int, ReviewRow]]:
    """Read the rows of a review with their lines; verdicts come in small letters.

    :raises ReviewError: if the file cannot be read, or lacks the columns of a review.
    """
    lines = _lines_of_workbook(path) if path.lower().endswith(_WORKBOOKS) else _lines_of_csv(path)
    _, titles = next(lines, (1, []))
    columns = {title.strip().casefold().replace("_", " "): number for number, title in enumerate(titles)}
    missing = [title for title in _NEEDED if title not in columns]
    if missing:
        message = f"no review: its first line has no column {' and none '.join(map(repr, missing))}"
        raise ReviewError([Fault(path, 1, message)])
    places = [columns.get(title, len(titles)) for title in COLUMNS]
    return [(line, _row([*cells, *[""] * len(titles)], places)) for line, cells in lines if any(cells)]


def _row(cells: Sequence[str], places: Sequence[int]) -> ReviewRow:
    """Put cells in the order of the columns, whatever order they stand in."""
    padded = [*cells, ""]
    row = ReviewRow(*(padded[min(place, len(cells))].strip() for place in places))
    return row._replace(verdict=row.verdict.casefold())


def _lines_of_csv(path: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of a CSV file, whichever delimiter and encoding a spreadsheet saved it with."""
    try:
        with open(path, "rb") as stream:
            text = decode(stream.read(), path)
    except ReadError as error:
        raise ReviewError([Fault(path, error.line or 0, error.message)]) from error
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ReviewError([Fault(path, line, f"is no CSV: {error}")]) from error
        if cells is None:
            return
        yield line, [cell[1:] if _GUARDED.match(cell) else cell for cell in cells]
        line = reader.line_num + 1


def _lines_of_workbook(path: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of the first sheet of a workbook, of Excel or OpenDocument."""
    from python_calamine import CalamineError, CalamineWorkbook

    with open(path, "rb") as stream:
        data = io.BytesIO(stream.read())
    try:
        rows = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise ReviewError([Fault(path, 0, f"is no workbook: {error}")]) from error
    for line, row in enumerate(rows, 1):
        yield line, [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """Write a cell as text; a whole number that somebody typed has no decimals."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _faults(verdict: Verdict, ontology: Ontology) -> Iterator[Fault]:
    row = verdict.row
    changes = bool(row.new_subject or row.new_relation or row.new_object)
    if row.verdict not in (*VERDICTS, ""):
        near = get_close_matches(row.verdict, VERDICTS, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(VERDICTS)}"
        yield verdict.fault(f"unknown verdict {row.verdict!r}; {hint}")
    elif changes and row.verdict != "change":
        said = repr(row.verdict) if row.verdict else "empty"
        yield verdict.fault(
            f"there is a new subject, relation or object, and the verdict is {said}; write 'change'"
        )
    elif row.verdict == "change" and not changes:
        yield verdict.fault("'change' needs a new subject, a new relation or a new object")
    if row.verdict and not row.id:
        yield verdict.fault("the row has no id, so nothing tells which statement is meant")
    if is_doubt(row):
        yield from faults_of_doubt(verdict, ontology)
    elif row.new_relation:
        try:
            ontology.relation_type(row.new_relation.removeprefix(NOT))
        except UnknownName as error:
            yield verdict.fault(str(error))


def _contradictions(verdicts: Sequence[Verdict]) -> Iterator[Fault]:
    """Find statements with two different verdicts."""
    first: dict[str, Verdict] = {}
    for one in verdicts:
        other = first.setdefault(one.row.id, one) if one.row.verdict else one
        if _decision(other) != _decision(one):
            place = f"line {other.line}" if other.file == one.file else f"{other.file}, line {other.line}"
            yield one.fault(f"another verdict on the same statement stands in {place}")


def _decision(verdict: Verdict) -> tuple[str, ...]:
    row = verdict.row
    return row.verdict, row.new_subject, row.new_relation, row.new_object


def reviews_in(sources: Iterable[str]) -> list[str]:
    """Find the reviews that stand in folders of sources."""
    paths = (
        os.path.join(source, name) for source in sources if os.path.isdir(source) for name in REVIEW_FILES
    )
    return [path for path in paths if os.path.isfile(path)]
