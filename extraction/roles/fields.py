"""Labelled fields on the page of a role: "Reports to: Head of data", one a line, an item or a table row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.words import english as en
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolegraph.readers import Span

__all__ = ["Field", "fields", "listed_in_brackets", "values"]

_LABEL = re.compile(r"(?P<label>[A-ZÀ-ÖØ-Þ][\w/&’' -]{1,38}?)\s*(?P<sign>:|\s[–—-])\s+(?=\S)")
_LINE_LABEL = re.compile(rf"^(?:{_LABEL.pattern})")
_BARS = re.compile(rf"\s[|·•]\s+(?={_LABEL.pattern.replace('?P<label>', '?:').replace('?P<sign>', '?:')})")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SIGNS = r"[,;•·|]|\s/\s"
_AND = {"en": r"\band/or\b|\band\b", "fr": r"\bet\b", "de": r"\bund\b|\bsowie\b", "es": r"\s[ye]\s"}
_OR = {"en": r"\bor\b", "fr": r"\bou\b", "de": r"\boder\b", "es": r"\s[ou]\s"}
_NO_WORD = r"(?!)"  # matches nothing, for languages without words here
_LIST_IN_BRACKETS = re.compile(
    r"\((?:p\. ?ex\. |z\. ?B\. |e\.g\.,? |par exemple |por ejemplo )?([^()]*,[^()]*)\)"
)
_COUNT = re.compile(
    r"^(?:(?:up to|about|approx\.?|approximately|around|~)\s*)?(?:(?:one|two|three|four|five|six|several)\s+|"
    r"\d+\s*(?:[-–—]\s*\d+\s*|\+\s*|x\s+|to\s+\d+\s*)?)"
)
_NOTHING = re.compile(
    r"^(?:none|n/?a|nil|no|not applicable|tbd|tbc|to be confirmed|various|varies|yes|0|[-–—]|aucune?|néant|keine?|"
    r"entfällt|ningun[oa]|no aplica|\[.*\]|"
    r"<.*>|\{.*\}|_+)\b.*$|^\W*$",
    re.IGNORECASE,
)
_SENTENCE = en.DETERMINERS | en.PRONOUNS  # what begins with these is no label
_ARTICLE = re.compile(r"^(?:the|an?|our|your|directly to|to)\s+", re.IGNORECASE)
_ARTICLES = {
    "fr": re.compile(
        r"^(?:(?:à la|le|la|les|un|une|des|du|aux?|notre|nos|votre|vos)\s+|(?:à )?l['’]\s*)", re.IGNORECASE
    ),
    "de": re.compile(r"^(?:der|die|das|dem|den|des|eine?[mnr]?|unser\w*|ihr\w*)\s+", re.IGNORECASE),
    "es": re.compile(r"^(?:el|la|los|las|un|una|al?|del|nuestr[oa]s?|su)\s+", re.IGNORECASE),
}


# The field behind a bare rank belongs to its name: "Manager, Finance Systems".
_OF_FIELD = re.compile(
    r"(?P<rank>(?:^|\b(?:the|an?) )(?:(?:[Ss]enior|[Vv]ice|[Aa]ssociate|[Rr]egional|[Gg]eneral) )?"
    r"(?:[Mm]anager|[Dd]irector|VP|[Pp]resident|[Hh]ead))\s*,\s+(?=[A-Z])"
)
_TIED = "\ue000"  # stands for a comma that parts no names


class Field(NamedTuple):
    """A label and the text of the whole field; ``value`` is where its value begins."""

    label: str
    span: Span
    value: int


def fields(span: Span) -> list[Field]:
    """Give the labelled fields that a text consists of, one a line; none where it is something else.

    >>> from rolegraph.readers import Span
    >>> [(f.label, f.span.text[f.value:]) for f in fields(Span("Team: Data Reports to: CTO", ((0, 1), (11, 2))))]
    [('Team', 'Data'), ('Reports to', 'CTO')]
    """
    barred = [match.end() for match in _BARS.finditer(span.text)]
    starts = sorted({0, *(offset for offset, _ in span.starts), *span.breaks, *barred})
    lines = [
        cut(span, start, stop) for start, stop in zip(starts, [*starts[1:], len(span.text)], strict=True)
    ]
    lines = [cut(line, 0, len(line.text.rstrip(" |·•"))) for line in lines]
    found = [field for line in lines if line.text and (field := _field(line))]
    whole = bool(found) and _field(lines[0]) is not None
    return found if whole else []


def _field(line: Span) -> Field | None:
    match = _LINE_LABEL.match(line.text)
    words = match["label"].split() if match else []
    if match is None or len(words) > (5 if match["sign"] == ":" else 3) or words[0].lower() in _SENTENCE:
        return None
    return Field(match["label"].strip(" *_"), line, match.end())


def values(text: str, *, names_with_and: bool = False, language: str = "en") -> Iterator[str]:
    """Split the value of a field into what it names; ``names_with_and`` leaves "Research and Development" whole.

    >>> list(values("2–4 product managers, the QA lead (interim) and designers"))
    ['product managers', 'QA lead', 'designers']
    >>> list(values("les chefs de projet et l'équipe qualité", language="fr"))
    ['chefs de projet', 'équipe qualité']
    """
    tag = primary(language)
    whole = _OF_FIELD.sub(rf"\g<rank>{_TIED}", _BRACKETS.sub(" ", text))
    for part in _separator(tag, names_with_and=names_with_and).split(whole):
        name = _COUNT.sub("", " ".join(part.replace(_TIED, ", ").split()).strip(" .:*"))
        name = _ARTICLES.get(tag, _ARTICLE).sub("", name).strip()
        if name and not _NOTHING.match(name) and len(name.split()) <= 6:
            yield name


@lru_cache
def _separator(tag: str, *, names_with_and: bool) -> re.Pattern[str]:
    both = _NO_WORD if names_with_and else _AND.get(tag, _NO_WORD)
    return re.compile(rf"\s*(?:{_SIGNS}|{both}|{_OR.get(tag, _NO_WORD)})\s*")


def listed_in_brackets(text: str, language: str) -> list[str]:
    """Give the names in brackets that list what is named before them; none where they list nothing.

    >>> listed_in_brackets("les autres services (achats, qualité et R&D)", "fr")
    ['achats', 'qualité', 'R&D']
    """
    match = _LIST_IN_BRACKETS.search(text)
    return list(values(match[1], language=language)) if match else []
