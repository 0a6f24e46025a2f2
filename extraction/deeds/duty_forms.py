"""The forms of sentences and clauses that tell duties: bidden, told by an infinitive, of a place or a manner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.deeds.deed_objects import text_of
from rolegraph.extraction.deeds.duties import Lead, lead
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import verb_forms
from rolegraph.extraction.words.noun_classes import BRANCHES
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.tokens import Tag, Token

if TYPE_CHECKING:
    from rolegraph.extraction.claims.cues import CueMatch
    from rolegraph.extraction.deeds.deeds import Deed
    from rolegraph.extraction.words.phrases import Phrase

__all__ = [
    "STATES",
    "as_noun",
    "by_head",
    "does",
    "imperative",
    "infinitive",
    "is_function",
    "manner",
    "relates",
    "says_where",
    "with_examples",
]

_FUNCTIONS = BRANCHES | en.words(
    "product design legal hr leadership it qa communications recruiting analytics data development"
)
_MOST_OF_MANNER = 4
_WHERE = en.words("in at for within under from as inside outside")
_BIDDING = en.words(
    "contact submit send ask read learn discover find note remember consider imagine click visit email download sign "
    "register explore choose select let say tell think try avoid use bring"
)
_GUIDED = re.compile(r"^(?:under|with|within) [^,;.]{3,60}, to ", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|can|may|must|will|should|does|do)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:you|your|we|us|our|please)\b|\?$", re.IGNORECASE)
_RELATING = frozenset(
    {"precedes", "replaces", "dependsOn", "reportsTo", "memberOf", "locatedIn", "distinctFrom"}
)
STATES = en.words(
    "have be play enjoy join get need want include see come become expect thrive love like receive grow "
    "gain find feel know understand possess bring offer require look apply sit live earn belong care start "
    "demand reward qualify "
    "differ vary depend"
)


_DOES = re.compile(
    r"look(?:s|ing)? after |(?:find|receive)s? (?!that\b|out\b|it\b|your|them|how\b|(?:an? )?ways?\b|(?:the )?support|"
    r"training|guidance|pay|salary|benefits|an? (?:salary|wage|commission|bonus))",
    re.IGNORECASE,
)


def does(text: str) -> bool:
    """Tell a deed whose verb otherwise tells a state: "looks after the keys", "find new customers"."""
    return _DOES.match(text) is not None


def with_examples(tokens: Sequence[Token], start: int) -> list[Phrase]:
    """Read a list of names and those that are given as examples of them: "partners such as A and B"."""
    found, end = read_list(tokens, start)
    words = tuple(token.lower for token in tokens[end : end + 2])
    opening = 2 if words == ("such", "as") else 1 if words[:1] in (("like",), ("including",)) else 0
    named, _ = read_list(tokens, end + opening) if found and opening else ([], end)
    return [*found, *named]


def is_function(phrase: Phrase) -> bool:
    """Tell the name of a part of an organization: "product design"."""
    return set(phrase.text.lower().split()) <= _FUNCTIONS


def as_noun(token: Token, after: Token | None) -> Token:
    """Take a word that can be a noun for one before another: "pick lists"."""
    noun = (
        token.tag == Tag.VERB
        and token.verb in en.NOUNS_FIRST
        and after is not None
        and after.tag in Tag.NOUNS
    )
    return token._replace(tag=Tag.WORD) if noun else token


def manner(main: Sequence[Token], deed: Deed) -> str:
    """Read how somebody can work: "working independently", "working under pressure"."""
    words = main[deed.end :]
    stop = next(
        (n for n, token in enumerate(words) if token.tag in ",.;:" or token.tag == Tag.CONJUNCTION),
        len(words),
    )
    told = 0 < stop <= _MOST_OF_MANNER and words[0].tag in (Tag.ADVERB, Tag.PREPOSITION)
    partnered = any(token.lower in ("with", "alongside", "on", "for") for token in words[:stop])
    return f"working {text_of(words[:stop])}" if told and not partnered else ""


def says_where(main: Sequence[Token], deed: Deed) -> bool:
    """Tell "works in the yard" and "works 20 hours", which tell nothing that is done."""
    placed = deed.end < len(main) and main[deed.end].lower in _WHERE
    return placed or any("hours" in text for text in deed.texts)


def by_head(text: str, label: str) -> bool:
    """Tell a sentence that speaks of the role by its last noun, which only this page can tell: "The clerk files …"."""
    head = label.split()[-1]
    return " " in label and bool(re.match(rf"(?:(?:the )?{re.escape(head)}s?|s/he)\b", text, re.IGNORECASE))


def imperative(text: str) -> Lead | None:
    """Find the verb of "Design and maintain platforms"; what the reader is bidden is told to "you" or for "us"."""
    first, after = [*text.split(), "", ""][:2]
    verb = first.lower()
    plain = verb_forms().get(verb) == verb and verb not in _BIDDING | STATES and not after[:1].isupper()
    noun = verb in en.NOUNS_FIRST and (after not in en.DETERMINERS | {"and"} or _FINITE.search(text))
    plain = plain or (does(text) and first.islower())
    return (
        lead(text)
        if plain and not noun and (first[:1].isupper() or does(text)) and not _ADDRESSED.search(text)
        else None
    )


def infinitive(text: str) -> Lead | None:
    """Find the verb of "To keep the minutes"; what one is to be ("To be the contact, keep …") tells no deed."""
    text = _GUIDED.sub("To ", text, count=1)
    if not text.startswith("To "):
        return None
    return lead(text) or lead(text.partition(", ")[2])


def relates(deed: Deed, matches: dict[int, CueMatch]) -> bool:
    """Tell a deed that only says how two roles stand to each other: "follows a product manager"."""
    cues = [match for start, match in matches.items() if deed.start <= start < deed.end]
    readings = [reading for cue in cues for reading in cue.readings]
    led = (each for each in readings if each.relation.name != "reportsTo" or not each.inverse)
    return any(each.relation.name in _RELATING for each in led)
