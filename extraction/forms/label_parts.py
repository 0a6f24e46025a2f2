"""Labels with a comma or a slash: two names ("Crazing, crackle"), or one turned round ("Loan, secured")."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rolegraph.extraction.names.heads import is_abbreviation, is_agent, spells
from rolegraph.extraction.words import english as en
from rolegraph.graph.names import fold
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.entries import Entry

__all__ = ["part_labels"]

_LISTED = re.compile(r"[^\W\d_][^,;/()]{2,40}(?:,\s+[^\W\d_][^,;/()]{2,40}){1,2}")
_SLASHED = re.compile(r"[^\W\d_]{4,}/[^\W\d_]{4,}")
_SIGN = re.compile(r",\s+|/")
_JOINED = frozenset({"and", "or", "&", "und", "oder", "et", "ou", "y", "e", "o"})
# Prepositions, behind which a name is turned round: "Bill, of lading", "Tax on income, personal".
_BEHIND = frozenset({"of", "for", "on", "in", "with", "to", "at", "de", "des", "du", "für", "von", "zu"})
# What a text on two things says, or on what lies between them: "Input/output", "Client/server".
_OF_TWO = re.compile(
    r"\b(?:between|both|two|either|versus|vs|whether|respectively|zwischen|beide[rsn]?|zwei|entre|deux|dos|ambos)\b",
    re.IGNORECASE,
)
_OPPOSED = re.compile(
    r"(?P<lead>\w*)(?:er|or)/(?P=lead)ee|(?P<same>\w*)ee/(?P=same)(?:er|or)"
    r"|\w*geber/\w*nehmer|\w*nehmer/\w*geber|(?:in|im|up|over|pre|on|anti|before)-?\w+/(?:out|ex|down|under|post|off|pro|after)-?\w+",
    re.IGNORECASE,
)
_ADJECTIVAL = (
    *("able", "ible", "ous", "ful", "less", "al", "ive", "ic", "ed", "ary"),
    *("é", "ée", "ale", "el", "elle", "if", "ique", "ado", "ada", "ico", "ica", "ivo", "iva"),
)
_LANGUAGES = frozenset({"en", "de", "fr", "es"})
_NOUN_FIRST = frozenset({"fr", "es"})
_CONFUSED = 85
_OPENING = 8  # words of a definition that its genus stands in
_ENDS = re.compile(r"\s(?:that|which|who|where|der|die|das|qui|que)\s|[.;:]")


def part_labels(entries: Sequence[Entry]) -> None:
    """Part the labels of a document that hold two names, and give a name turned round its straight form as well.

    A name is turned round where its definition begins with its first part, as the kind of thing it is ("Loan,
    secured: a loan that …"), where others begin alike, or where the second part is no noun.
    """
    entries = [entry for entry in entries if primary(entry.language) in _LANGUAGES]
    labels = {fold(entry.label) for entry in entries}
    listed = [entry for entry in entries if _LISTED.fullmatch(entry.label)]
    kinds = Counter(fold(_SIGN.split(entry.label)[0]) for entry in listed)
    apart: list[Entry] = []
    turned: list[Entry] = []
    for entry in listed:
        parts = _SIGN.split(entry.label)
        shared = (
            kinds[fold(parts[0])] > 1 and len(parts) == 2
        )  # "Extract, load, transform" is a name as a whole
        (turned if shared or _is_turned(entry) else apart).append(entry)
    by_nouns = any(not _describes(_SIGN.split(entry.label)[1], entry.language) for entry in turned)
    for entry in turned:
        _straighten(entry)
    for entry in (
        *(() if by_nouns else apart),
        *(entry for entry in entries if _SLASHED.fullmatch(entry.label)),
    ):
        _part(entry, labels)


def _is_turned(entry: Entry) -> bool:
    """Tell a name turned round from names side by side."""
    first, *more = _SIGN.split(entry.label)
    told = entry.definition.text if entry.definition else ""
    opening = fold(" ".join(_ENDS.split(told)[0].split()[:_OPENING]), entry.language).split()
    kind = fold(first, entry.language).split()[-1]
    return len(more) == 1 and (kind in opening or _describes(more[0], entry.language))


def _describes(part: str, language: str) -> bool:
    """Tell a part that is no name by itself: an adjective, a participle, in German a word without a capital."""
    if primary(language) == "de":
        return part[:1].islower()
    words = part.lower().split()
    prepositions = words[0] in _BEHIND or words[-1] in _BEHIND
    return prepositions or words[-1] in en.ADJECTIVES or words[-1].endswith(_ADJECTIVAL)


def _straighten(entry: Entry) -> None:
    """Add the straight form of a name turned round: "Secured loan"."""
    first, second = _SIGN.split(entry.label)[:2]
    in_order = primary(entry.language) in _NOUN_FIRST or second.split()[0].lower() in _BEHIND
    front, back = (first, second) if in_order else (second, first)
    back = back if back[1:2].isupper() or primary(entry.language) == "de" else back[:1].lower() + back[1:]
    entry.add_name(f"{front[:1].upper()}{front[1:]} {back}", abbreviation=False)


def _part(entry: Entry, labels: set[str]) -> None:
    """Name an entry by the first of its names, the others beside it, unless they are two things."""
    first, *others = (part.strip() for part in _SIGN.split(entry.label))
    whole = " ".join((first, *others))
    if any(spells(short, whole) and not spells(short, first) for short in entry.abbreviations):
        return  # "Lockout/tagout (LOTO)"
    if entry.definition is None or not _are_names([first, *others], entry) or labels & set(map(fold, others)):
        return
    entry.label = first
    for name in others:
        entry.add_name(name, abbreviation=is_abbreviation(name, first))


def _are_names(parts: Sequence[str], entry: Entry) -> bool:
    """Tell names of one thing: few words alike in kind, of which the definition tells none apart."""
    told = f" {fold(entry.definition.text if entry.definition else '', entry.language)} "
    spoken = sum(f" {fold(part, entry.language)} " in told for part in parts) > 1
    plain = not any(_JOINED & set(part.lower().split()) or len(part.split()) > 3 for part in parts)
    alike = "/" in entry.label or len({is_agent(part) for part in parts}) == 1
    proper = primary(entry.language) != "de" and any(part[:1].isupper() for part in parts[1:])
    if not plain or not alike or spoken or (proper and "/" not in entry.label) or _sound_alike(parts):
        return False
    return not _OPPOSED.fullmatch(entry.label) and not _OF_TWO.search(told)


def _sound_alike(parts: Sequence[str]) -> bool:
    """Tell words that are set against each other since they are easily confused: "Complement, compliment"."""
    from rapidfuzz import fuzz

    first, *others = map(str.lower, parts)
    return any(fuzz.ratio(first, other) > _CONFUSED for other in others)
