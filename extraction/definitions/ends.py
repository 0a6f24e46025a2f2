"""Which term the end of a claim speaks of: "an empty container", "changes in the plan", "the genus" of a definition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.words.english import words
from rolegraph.extraction.words.inflection import singular
from rolegraph.extraction.words.named_terms import whole_term
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase
from rolegraph.extraction.words.tokens import Tag

if TYPE_CHECKING:
    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.words.tokens import Token

__all__ = ["linked", "names_quality", "of_headword", "only_describes", "term_within"]

# What is said of a thing so related to a described one holds for the thing: who uses old kilns uses kilns.
_OF_KINDS = frozenset(
    {
        "uses",
        "supports",
        "dependsOn",
        "appliesTo",
        "derivedFrom",
        "precedes",
        "replaces",
        "produces",
        "measuredBy",
        "partOf",
    }
)
_OF_PARTS = frozenset({"uses", "dependsOn", "derivedFrom"})
# Nouns that hide the thing: who uses the features of a kiln uses the kiln.
_HIDING = words(
    "entry innovation advance advantage feature service function capability facility state status content data record "
    "information output result use work expertise power principle concept technique tool component presence "
    "availability"
)
_SETTLED = frozenset({"broader", "exampleOf", "related"})


def linked(tokens: Sequence[Token], claim: Claim, *, keeps: bool) -> Claim:
    """Put a term in the place of the end behind the cue that only describes it, or that it belongs to.

    With ``keeps``, as for roles, a described term is something of its own ("senior engineers").
    """
    for name, end in (("subject", claim.subject), ("object", claim.object)):
        if end.keys or end.form != "noun" or not 0 <= claim.cue < end.start:
            continue
        term = None if keeps or claim.relation.name not in _OF_KINDS else whole_term(tokens, end)
        if term is None and claim.relation.name in _OF_PARTS:
            term = _owner(tokens, end)
        if term is not None:
            return claim._replace(subject=term) if name == "subject" else claim._replace(object=term)
    return claim


def _owner(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Give the term behind "of" or "in": of "entries in the journal" the journal."""
    hidden = singular(phrase.head) in _HIDING and 0 <= phrase.end < len(tokens) - 1
    if not hidden or tokens[phrase.end].lower not in ("of", "in"):
        return None
    inner, _ = read_noun_phrase(tokens, phrase.end + 1)
    return whole_term(tokens, inner) if inner else None


def of_headword(claim: Claim, topic: Phrase, genus: range) -> Claim:
    """Put the headword in the place of the genus, which a cue takes for its subject ("an expert in glazes")."""
    if claim.relation.name in _SETTLED or not genus:
        return claim
    for name, end in (("subject", claim.subject), ("object", claim.object)):
        if not end.keys and end.form == "noun" and end.start in genus and end.end - 1 in genus:
            return claim._replace(subject=topic) if name == "subject" else claim._replace(object=topic)
    return claim


def term_within(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Take "a modified service" for the term it ends in, "the impact of incidents" for the term behind "of"."""
    if phrase.keys or phrase.form != "noun":
        return phrase
    if phrase.head_keys:
        return phrase._replace(text=phrase.head, keys=phrase.head_keys)
    if 0 <= phrase.end < len(tokens) - 1 and tokens[phrase.end].lower == "of":
        inner, _ = read_noun_phrase(tokens, phrase.end + 1)
        if inner and inner.head_keys:
            return inner._replace(text=inner.head, keys=inner.head_keys)
    return phrase


def only_describes(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell the customer of "handles a customer's account", which is not what is handled."""
    after = tokens[phrase.end : phrase.end + 1]
    return tokens[phrase.end - 1].possessive or (bool(after) and after[0].tag in Tag.NOUNS)


_QUALITIES = ("bility", "urity", "egrity", "iency")


def names_quality(word: str) -> bool:
    """Tell "reliability", which is supported and not produced, from a thing."""
    return word.endswith(_QUALITIES)
