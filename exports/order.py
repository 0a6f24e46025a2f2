"""In which order a graph is told: which subject comes after which, and which predicate.

Entries come in the order of their labels, then mentions, sources and questions; the evidence of a term
follows the term, an answer its question. A new statement then changes one place of the file, and only that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rolegraph.exports.triples import Blocks

__all__ = ["TYPE", "predicate_ranks", "subjects_in_order"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RG = "https://w3id.org/rolegraph/ns#"
_PROV = "http://www.w3.org/ns/prov#"
_SCHEMA = "https://schema.org/"
_DCTERMS = "http://purl.org/dc/terms/"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"

TYPE = f"<{_RDF}type>"
_SUBJECT, _PREDICATE, _OBJECT = f"<{_RDF}subject>", f"<{_RDF}predicate>", f"<{_RDF}object>"
_POLARITY, _DERIVED = f"<{_RG}polarity>", f"<{_PROV}wasDerivedFrom>"
_ANSWER, _IN_SCHEME, _LABEL = f"<{_SCHEMA}acceptedAnswer>", f"<{_SKOS}inScheme>", f"<{_SKOS}prefLabel>"
_NAMES = (_LABEL, f"<{_RDFS}label>", f"<{_SCHEMA}name>", f"<{_DCTERMS}title>")

_FIRST_PREDICATES = (
    TYPE,
    *(_IN_SCHEME, f"<{_SKOS}topConceptOf>", f"<{_SKOS}hasTopConcept>"),
    *(_SUBJECT, _PREDICATE, _OBJECT, _POLARITY),
    *(_LABEL, f"<{_RDFS}label>", f"<{_DCTERMS}title>", f"<{_RG}path>", f"<{_DCTERMS}language>"),
    *(f"<{_RG}abbreviation>", f"<{_SKOS}altLabel>", f"<{_SKOS}hiddenLabel>", f"<{_SKOS}notation>"),
    *(f"<{_SKOS}definition>", f"<{_RDFS}comment>", f"<{_SKOS}scopeNote>", f"<{_SKOS}example>"),
    *(f"<{_SCHEMA}about>", f"<{_SCHEMA}name>", f"<{_SCHEMA}text>", _ANSWER),
    *(f"<{_RG}quote>", _DERIVED),
)
_RANKS = {predicate: rank for rank, predicate in enumerate(_FIRST_PREDICATES)}

_SCHEME, _ENTRY, _MENTION, _SOURCE, _QUESTION, _OTHER, _BLANK = range(7)
_KINDS = {
    f"<{_SKOS}ConceptScheme>": _SCHEME,
    f"<{_RG}Mention>": _MENTION,
    f"<{_SKOS}Concept>": _ENTRY,
    f"<{_RG}SourceDocument>": _SOURCE,
    f"<{_SCHEMA}Question>": _QUESTION,
}
_LINE = re.compile(r"(.*)#line=([0-9]+)")

_Key: TypeAlias = tuple[object, ...]


def predicate_ranks(blocks: Blocks) -> dict[str, int]:
    """Give each predicate of the blocks its rank: the known ones in reading order, then the rest by IRI."""
    seen = {predicate for block in blocks.values() for predicate in block}
    order = sorted(seen, key=lambda predicate: (_RANKS.get(predicate, len(_RANKS)), predicate))
    return {predicate: rank for rank, predicate in enumerate(order)}


def subjects_in_order(blocks: Blocks) -> list[str]:
    """List the subjects as they are to be written, each followed by what belongs to it."""
    owned = _owned(blocks)
    owners: dict[str, list[str]] = {}
    for subject, owner in owned.items():
        owners.setdefault(owner, []).append(subject)
    heads = sorted((s for s in blocks if s not in owned), key=lambda s: _subject_key(s, blocks[s]))
    order: list[str] = []
    for head in heads:
        order.append(head)
        if head in owners:
            order += sorted(owners[head], key=lambda s: _evidence_key(s, blocks[s]))
    return order


def _owned(blocks: Blocks) -> dict[str, str]:
    """Map each piece of evidence to its term and each answer to its question."""
    owned: dict[str, str] = {}
    for subject, block in blocks.items():
        if _SUBJECT in block and _OBJECT in block and block[_SUBJECT][0] in blocks:
            owned[subject] = block[_SUBJECT][0]
        for answer in block.get(_ANSWER, ()):
            if answer in blocks:
                owned[answer] = subject
    return {subject: owner for subject, owner in owned.items() if owner not in owned}


def _subject_key(subject: str, block: dict[str, list[str]]) -> _Key:
    if subject[0] == "_":
        return _BLANK, "", subject
    return _kind(block), _name(block).casefold(), subject


def _kind(block: dict[str, list[str]]) -> int:
    """Tell what a subject is; a mention is also a concept: the first kind of the table counts."""
    types: Iterable[str] = block.get(TYPE, ())
    return next((kind for name, kind in _KINDS.items() if name in types), _OTHER)


def _name(block: dict[str, list[str]]) -> str:
    for predicate in _NAMES:
        if predicate in block:
            return block[predicate][0].rpartition('"')[0]
    return ""


def _evidence_key(subject: str, block: dict[str, list[str]]) -> _Key:
    """Order evidence as its term orders its relations, then as it stands in the sources."""
    place = _LINE.match(block.get(_DERIVED, [""])[0])
    source, line = (place[1], int(place[2])) if place else ("", 0)
    relation, value = block.get(_PREDICATE, [""])[0], block.get(_OBJECT, [""])[0]
    return relation, value, block.get(_POLARITY, []), source, line, subject
