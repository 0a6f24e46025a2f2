"""What print and post leave in a plain text: numbers of pages, running heads, the head and the foot of an e-mail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rolegraph.readers.document import Dropped

if TYPE_CHECKING:
    from rolegraph.readers.lines import Line

__all__ = ["without_page_marks"]

_PAGE = re.compile(
    r"\W*(?:page|seite|página|pagina|pág\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/|von|de|sur)\s*\d{1,4})?\W*"
    r"|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\S.{0,80}?(?:\s{3,}|\s*\|\s*)(?:page|seite|página)\s\d{1,4}(?:\s(?:of|von|de|sur)\s\d{1,4})?"
    r"|\S.{0,80}?\s+\[(?:page|seite)\s\d{1,4}\]",
    re.IGNORECASE,
)
_NUMBERED_HEAD = re.compile(
    r"(?P<before>\S.{3,90}?)(?:\s{3,}|\s*\|\s*)(?P<last>\d{1,4})|(?P<first>\d{1,4})(?:\s{3,}|\s*\|\s*)(?P<behind>\S.{3,90})"
)
_STEP = 2  # between the numbers of pages with one head
_NUMBER = re.compile(r"\d+")
_OPEN = re.compile(r"[\w,\-–]$")
_HEADS_OF_MAIL = re.compile(
    r"(?:from|to|cc|subject|date|sent|von|an|betreff|datum|gesendet|de|à|objet|envoyé|para|asunto|fecha|enviado)\s?:\s",
    re.IGNORECASE,
)
_LEAST_HEADS, _NEAR = 3, 2
_AT_MARGINS = re.compile(r"\S+(?: \S+){0,5} {5,}(?P<right>\S+(?: \S+){0,4})")
_MOST_IN_MEMO = 8
_SIGNATURE = re.compile(r"--\s?")


def without_page_marks(lines: Sequence[Line], dropped: list[Dropped]) -> list[Line]:
    """Give the lines with blank ones for what tells of pages and of an e-mail; that is noted as ``dropped``.

    A sentence that a page breaks goes on.
    """
    reasons = {**_of_memo(lines), **_of_mail(lines), **_of_pages(lines)}
    dropped += (
        Dropped(lines[place].number, lines[place].body, why) for place, why in sorted(reasons.items())
    )
    return list(_closed(lines, reasons)) if reasons else list(lines)


def _closed(lines: Sequence[Line], reasons: dict[int, str]) -> Iterator[Line]:
    """Yield the lines left, without the blank ones between two that a page parts in the midst of a sentence."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and (end in reasons or lines[end].kind == "blank"):
            end += 1
        gap = range(place, end)
        above, below = (lines[n] if 0 <= n < len(lines) else None for n in (place - 1, end))
        goes_on = above and below and _OPEN.search(above.body) and below.body[:1].islower()
        if not (goes_on and any(number in reasons for number in gap)):
            yield from (_blank(lines[number]) for number in gap)
        if end < len(lines):
            yield lines[end]
        place = end + 1


def _blank(line: Line) -> Line:
    return line._replace(text="", indent=0, kind="blank", body="", ordered=False, level=0)


# --- pages -------------------------------------------------------------------------------------------------------


def _of_pages(lines: Sequence[Line]) -> dict[int, str]:
    """Find the numbers of pages that stand alone, and the lines that are alike beside several of them."""
    marks = {place for place in range(len(lines)) if _is_mark(lines, place)} | _counting(lines)
    if not marks:
        return {}
    said = [place for place, line in enumerate(lines) if line.body and place not in marks]
    near = {*said[:_NEAR], *said[-_NEAR:], *_beside(lines, marks)}
    alike = Counter(_shape(lines[place]) for place in said)
    beside = Counter(_shape(lines[place]) for place in near)
    heads = {place for place in near if 1 < alike[shape := _shape(lines[place])] == beside[shape]}
    return {place: "number of a page" if place in marks else "head of pages" for place in marks | heads}


def _counting(lines: Sequence[Line]) -> set[int]:
    """Find the lines that are alike but for a number at either end, which counts on: "Tariff of the port     12"."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, line in enumerate(lines):
        if match := _NUMBERED_HEAD.fullmatch(line.body):
            text, number = match["before"] or match["behind"], match["first"] or match["last"]
            found.setdefault(text, []).append((int(number), place))
    runs = [run for run in found.values() if len(run) > 1]
    counted = (run for run in runs if all(0 < b - a <= _STEP for (a, _), (b, _) in pairwise(run)))
    return {place for run in counted for _, place in run}


def _is_mark(lines: Sequence[Line], place: int) -> bool:
    """Tell the number of a page, with a blank line or an end of the text beside it."""
    if lines[place].kind not in ("text", "item", "row") or not _PAGE.fullmatch(lines[place].text.strip()):
        return False
    return not (0 < place < len(lines) - 1) or "blank" in (lines[place - 1].kind, lines[place + 1].kind)


def _beside(lines: Sequence[Line], marks: set[int]) -> Iterator[int]:
    """Yield the places of the two lines above and below each number of a page that say something."""
    for place in sorted(marks):
        for step in (-1, 1):
            at, found = place + step, 0
            while 0 <= at < len(lines) and found < _NEAR and abs(at - place) <= 3 * _NEAR:
                if lines[at].body and at not in marks:
                    found += 1
                    yield at
                at += step


def _shape(line: Line) -> str:
    return _NUMBER.sub("0", " ".join(line.body.split()))


def _of_memo(lines: Sequence[Line]) -> dict[int, str]:
    """Find the lines on top with something at either margin: who wrote a memo, and when."""
    first = next((place for place, line in enumerate(lines) if line.body), len(lines))
    end = next((place for place in range(first, len(lines)) if not lines[place].body), len(lines))
    sides = [_AT_MARGINS.fullmatch(line.body) for line in lines[first:end]]
    columns = {found.start("right") for found in sides if found}
    apart = 2 < end - first <= _MOST_IN_MEMO and all(sides) and len(columns) == end - first
    return dict.fromkeys(range(first, end), "head of a memo") if apart and end < len(lines) else {}


# --- e-mails -----------------------------------------------------------------------------------------------------


def _of_mail(lines: Sequence[Line]) -> dict[int, str]:
    """Find the head of an e-mail, what its writer answers to, and the signature."""
    said = [place for place, line in enumerate(lines) if line.body]
    heads = []
    for place in said:
        if not _HEADS_OF_MAIL.match(lines[place].body + " "):
            break
        heads.append(place)
    labels = {lines[place].body.partition(":")[0].casefold() for place in heads}
    if len(labels) < _LEAST_HEADS:
        return {}
    quoted = [place for place in said if lines[place].body.startswith(">")]
    signed = next((place for place in said if _SIGNATURE.fullmatch(lines[place].text)), len(lines))
    return {
        **dict.fromkeys(heads, "head of an e-mail"),
        **dict.fromkeys(quoted, "quoted in an e-mail"),
        **dict.fromkeys((place for place in said if place >= signed), "signature of an e-mail"),
    }
