"""What stands in brackets behind a label to tell two meanings apart: "Bank (rivers)", as thesauri write it.

ISO 25964-1 (6.2.2) and ANSI/NISO Z39.19 (6.2) give each homograph a qualifier, which is part of its label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING

from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Entry

__all__ = ["own_qualifier", "qualifiers"]

_BRACKETS = re.compile(r"\(([^()]{1,40})\)\s*$")
_NUMBER = re.compile(r"\d{1,2}|[IVX]{1,4}|[a-d]")  # "Appeal (1)" and "Appeal (2)"
_PLAIN = re.compile(r"[^\W\d_]{2,}(?:[ &/-][^\W\d_]{2,}){0,3}$")
_PARTS = re.compile(r"[^\W\d_]+")
_GENERIC = frozenset(
    re.findall(
        r"\w+",
        "glossary glossaries glossaire glossar glosario term terms terminology termes begriffe terminos dictionary "
        "lexicon vocabulary words list definitions definition index readme acronyms abbreviations docs doc content "
        "documentation the and of for de la le das der die section module chapter page pages en fr es main text new",
    )
)
_MOST = 3


def own_qualifier(head: str, names: Sequence[str]) -> str:
    """Give what an author put in brackets behind a name, if it is no other name.

    >>> own_qualifier("Bank (finance)", ["Bank"]), own_qualifier("Average handle time (AHT)", ["AHT"])
    ('finance', '')
    >>> own_qualifier("Bank (2)", ["Bank"])
    '2'
    """
    found = _BRACKETS.search(head)
    text = found[1].strip() if found else ""
    plain = _PLAIN.match(text) or _NUMBER.fullmatch(text)
    return text if text and plain and not any(name in text for name in names) else ""


def qualifiers(
    groups: Sequence[Sequence[Entry]], genus: Callable[[Entry], str], free: Callable[[str], bool]
) -> list[str]:
    """Choose a qualifier for each group of entries that are one term; ``free`` tells whether a label may be taken.

    It is what the author wrote, the category heading, what the name of the document or of a folder tells, or the genus:
    the first of these that no other group has. A number is the last resort.
    """
    offers = [_offers(group, field, genus) for group, field in zip(groups, _fields(groups), strict=True)]
    levels = [Counter(map(fold, level)) for level in zip(*offers, strict=True)]
    chosen: list[str] = []
    for offered in offers:
        taken = {fold(each) for each in chosen}
        own = (each for each, level in zip(offered, levels, strict=True) if each and level[fold(each)] == 1)
        every = chain(own, map(str, count(1)))
        chosen.append(next(each for each in every if fold(each) not in taken and free(each)))
    return chosen


def _offers(group: Sequence[Entry], field: str, genus: Callable[[Entry], str]) -> list[str]:
    """Give what can qualify a group, each level once, empty where there is nothing."""
    return [
        next((entry.qualifier for entry in group if entry.qualifier), ""),
        next((told for entry in group for name in entry.collections if (told := _category(name))), ""),
        field,
        next((noun for entry in group if (noun := genus(entry))), ""),
    ]


def _category(heading: str) -> str:
    """Give what a category heading tells, without "terms" and the like; one that is no plain phrase tells nothing."""
    words = [word for word in _PARTS.findall(heading) if word.casefold() not in _GENERIC and len(word) > 1]
    return " ".join(words[:_MOST]) if _PLAIN.match(heading) else ""


def _fields(groups: Sequence[Sequence[Entry]]) -> list[str]:
    """Give for each group the field that the name of its document tells, or that of a folder: "river-terms.md"."""
    paths = [_path(group[0]) for group in groups]
    common = set.intersection(*(set(chain(*path)) for path in paths))
    told = ([[word for word in words if word not in common] for words in path] for path in paths)
    return [next((" ".join(words[:_MOST]) for words in path if words), "") for path in told]


def _path(entry: Entry) -> list[list[str]]:
    """Give the words of the document's name and of its folders that may name a field, the nearest first."""
    folder, _, name = entry.source.rpartition("/")
    label = fold(entry.label, entry.language).split()
    parts = (name.rpartition(".")[0] or name, *reversed(folder.split("/")))
    words = ([word.casefold() for word in _PARTS.findall(part)] for part in parts)
    return [
        [word for word in each if word not in _GENERIC and fold(word) not in label and len(word) > 1]
        for each in words
    ]
