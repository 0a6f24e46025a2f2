"""How sure a statement is: a figure from the rule that found it and a few signs of what was found.

The figure is the logistic function of a sum: a number for the rule and one for each sign that is there. The
numbers stand in ``confidence.json`` beside this module; they are fitted to statements that people judged
(``benchmarks/extraction/calibration.py``), so that of the statements with 0.8 about four in five are right.
"""

from __future__ import annotations

import json
import re
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import AGENTS
from rolegraph.extraction.words.english import EMPTY_HEADS, LIGHT_HEADS
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rolegraph.extraction.claims.claims import Claim, Classes
    from rolegraph.graph import Evidence

__all__ = ["MIN_CONFIDENCE", "Weights", "confidence", "signs", "surest", "weights"]

MIN_CONFIDENCE = 0.3
"""What a statement needs to be kept, where nobody says otherwise: below it nearly four in five are wrong."""

_LONG_SENTENCE = 25
_LONG_PHRASE = 5
_FAR = 3
_SLIGHT_HEADS = EMPTY_HEADS | LIGHT_HEADS
_POINTERS = frozenset({"see", "see also"})


class Weights(NamedTuple):
    """What each rule and each sign adds to the log-odds of being right; ``other`` stands for rules not listed."""

    rules: dict[str, float]
    signs: dict[str, float]
    other: float


@cache
def weights() -> Weights:
    """Read the numbers that were fitted."""
    text = Path(__file__).with_name("confidence.json").read_text(encoding="utf-8")
    return Weights(**json.loads(text))


def confidence(rule: str, found: Iterable[str], table: Weights | None = None) -> float:
    """Give the chance that a statement is right, by its rule and signs: 0.01 to 0.99, two digits.

    ``table`` stands in for the numbers that were fitted.

    >>> confidence("see also", ["both terms"]) > confidence("verb cue", ["no term", "long sentence"])
    True
    """
    table = table or weights()
    odds = table.rules.get(rule, table.other) + sum(table.signs.get(sign, 0.0) for sign in found)
    return min(0.99, max(0.01, round(1 / (1 + exp(-odds)), 2)))


def signs(claim: Claim, quote: str, classes: Callable[[Phrase], Classes]) -> tuple[str, ...]:
    """Name what is there of the signs that tell right statements from wrong ones, in order of name."""
    found = {
        *_of_ends(claim),
        *_of_phrases(claim, quote),
        *_of_object(claim, quote),
        *_of_classes(claim, classes),
        *_of_distance(claim),
        *("hedge" for name, _ in claim.qualifiers if name == "hedge"),
        *(["denied"] if claim.negative else []),
        *(["long sentence"] if len(quote.split()) > _LONG_SENTENCE else []),
        f"says {claim.relation.name}",
    }
    return tuple(sorted(found))


def _of_ends(claim: Claim) -> Iterator[str]:
    """Tell how many ends are terms with an entry, and whether the headword is an end that no word there names."""
    terms = bool(claim.subject.keys) + bool(claim.object.keys)
    yield ("no term", "one term", "both terms")[terms]
    if claim.cue >= 0 and claim.subject.start < 0:
        yield "headword implied"
    if claim.rule in _POINTERS and terms < 2:
        yield "points to no entry"


def _of_phrases(claim: Claim, quote: str) -> Iterator[str]:
    """Tell what is odd about the words of the ends that are no terms."""
    for end in (claim.subject, claim.object):
        words = end.text.split()
        if end.keys or claim.relation.literal or not words:
            continue
        if end.form != "noun":
            yield "gerund" if len(words) > 1 or _ends_there(end.text, quote) else "bare gerund"
        elif len(words) == 1:
            yield "bare word"
        elif words[-1].endswith("ing"):
            yield "ends in participle"
        if len(words) >= _LONG_PHRASE:
            yield "long phrase"
        if end.head in _SLIGHT_HEADS:
            yield "light head"


def _ends_there(text: str, quote: str) -> bool:
    """Tell whether a phrase stands in a quote with its end behind it, and not cut off from what it goes on with."""
    return bool(re.search(rf"\b{re.escape(text)}(?=\s*(?:$|[.,;:|)]|(?:and|or)\b))", quote, re.IGNORECASE))


def _of_object(claim: Claim, quote: str) -> Iterator[str]:
    """Tell whether an object that is no term is a name, is all that the sentence says, or is itself to do something."""
    text = claim.object.text
    if claim.object.keys or claim.relation.literal:
        return
    if claim.rule not in _POINTERS and any(word[:1].isupper() for word in text.split()[1:]):
        yield "name inside"  # what "see also" stands before is a name
    if len(quote.split()) <= len(text.split()) + 1 and claim.cue < 0:
        yield "nothing but the object"
    if claim.relation.name == "supports" and f"{text} to " in quote:
        yield "supports somebody"


def _of_classes(claim: Claim, classes: Callable[[Phrase], Classes]) -> Iterator[str]:
    """Tell whether the classes of the ends are those that the relation type joins."""
    sides = ((claim.subject, claim.relation.domain), (claim.object, claim.relation.range))
    for end, wanted in sides:
        known = classes(end) if wanted else ()
        if wanted and not known:
            yield "class unknown"
        elif wanted:
            yield "class fits" if any(iri in wanted for iri in known) else "class misfit"
    if claim.rule == "modifier" and RG + "Level" in classes(
        Phrase(claim.subject.text.split()[0], "noun", "")
    ):
        yield "names a grade"
    if claim.relation.name == "supports" and set(classes(claim.object)) & AGENTS:
        yield "supports somebody"


def _of_distance(claim: Claim) -> Iterator[str]:
    """Tell whether an end stands far from the cue."""
    for end in (claim.subject, claim.object):
        if claim.cue >= 0 and end.start >= 0:
            gap = claim.cue - end.end if end.start < claim.cue else end.start - claim.cue
            if gap > _FAR:
                yield "far from cue"


def surest(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Keep of what several rules read in one sentence, or in a part of it, the surest, with all its qualifiers."""
    kept: dict[object, list[Evidence]] = {}
    ranked = sorted(
        evidence, key=lambda one: (one.confidence or 0, one.rule, len(one.quote.value)), reverse=True
    )
    for one in ranked:
        same = kept.setdefault((one.statement, one.place, one.negative), [])
        again = next((n for n, known in enumerate(same) if _retells(known, one)), None)
        if again is None:
            same.append(one)
        elif len(one.qualifiers) > len(same[again].qualifiers):
            same[again] = same[again]._replace(qualifiers=one.qualifiers)
    return [one for same in kept.values() for one in same]


def _retells(one: Evidence, other: Evidence) -> bool:
    """Tell evidence of one sentence from that of two; qualifiers that differ tell two things."""
    inside = one.quote.value in other.quote.value or other.quote.value in one.quote.value
    mine, theirs = set(one.qualifiers), set(other.qualifiers)
    return inside and one.quote.language == other.quote.language and (mine <= theirs or theirs <= mine)
