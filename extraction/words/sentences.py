"""Where sentences end, and on which lines they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = ["LONGEST", "Sentence", "sentences"]

# Characters: what is longer is no sentence, and its grammar would cost the square of its length.
LONGEST = 3000

_END = re.compile(
    r"(?<![.!?…])[.!?…]++(?:[\"'”’)\]“»]|\s»)*\s+"
    r"(?=[\"'“‘„«(\[¿¡]*\s?[¿¡]?[A-Z0-9À-ÞА-ЯЁ]|[(\[](?:see|cf|siehe|vgl|voir|véase)\b)"
)
_ABBREVIATIONS = {  # without their last dot
    "en": "e.g i.e etc vs cf mr mrs ms dr prof st no nos fig inc ltd co corp approx dept est incl см др",
    "fr": "p.ex ex c.-à-d c-à-d càd m mm mme mlle dr pr no nos n fig art cf etc env éd vol chap p pp réf tél av apr st "
    "ste resp ann hab alin al",
    "de": "z.b z bzw d.h d u.a u v.a s.o s.u i.d.r i o.ä usw etc ca nr art abs vgl bspw evtl ggf inkl exkl max min "
    "dr prof hr fr st str tel abb kap s o v allg engl dt bzgl gem lt sog zzgl mio mrd vs",
    "es": "sr sra srta dr dra prof ud uds ee uu p.ej ej p art arts núm num n pág págs fig cap vol etc aprox tel avda "
    "cía s.a admón depto dpto máx mín vs",
}
_ORDINAL = {"de": r"|\b(?!(?:19|20)\d\d)\d{1,2}"}  # "im 3. Quartal"


def _not_an_end(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, _ABBREVIATIONS[language].split()))
    ordinal = _ORDINAL.get(language, "")
    return re.compile(rf"(?:\b(?:{words})|\b[A-Z]|\.[a-z]{ordinal})\.$", re.IGNORECASE)


_NOT_AN_END = {language: _not_an_end(language) for language in _ABBREVIATIONS}


_ANSWERS = re.compile(r"\bnos?\.$", re.IGNORECASE)  # "No. 5" counts, "No. They do not." answers


class Sentence(NamedTuple):
    """A sentence: its text, where it starts in its span, and the lines it stands on."""

    text: str
    start: int
    first: int
    last: int


def sentences(span: Span, language: str = "en") -> Iterator[Sentence]:
    """Give the sentences of a span in order; ``language`` is the tag of the one whose abbreviations end none.

    >>> from rolegraph.readers import Span
    >>> [s.text for s in sentences(Span("A PM owns a roadmap, e.g. Q3. It changes.", ((0, 1),)))]
    ['A PM owns a roadmap, e.g. Q3.', 'It changes.']
    >>> [s.text for s in sentences(Span("Sie plant im 3. Quartal, z. B. Messen. Sie reist.", ((0, 1),)), "de")]
    ['Sie plant im 3. Quartal, z. B. Messen.', 'Sie reist.']
    """
    start = 0
    for end in [*_ends(span.text, language), len(span.text)]:
        text = span.text[start:end]
        if text.strip():
            begin = start + len(text) - len(text.lstrip())
            stop = start + len(text.rstrip())
            yield Sentence(span.text[begin:stop], begin, span.line_at(begin), span.line_at(stop - 1))
        start = end


def _ends(text: str, language: str) -> Iterator[int]:
    """Give the offsets after each sentence but the last."""
    not_an_end = _NOT_AN_END.get(primary(language), _NOT_AN_END["en"])
    for match in _END.finditer(text):
        before = text[max(0, match.start() - 12) : match.start() + 1]
        counts = text[match.end() : match.end() + 1].isdigit()
        answers = _ANSWERS.search(before) is not None and not counts and primary(language) == "en"
        if text[match.start()] != "." or answers or not not_an_end.search(before):
            yield match.end()
