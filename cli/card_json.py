"""The card of a term as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rolegraph.graph.evidence import highest_confidence
from rolegraph.graph.record import Term, Text

if TYPE_CHECKING:
    from rolegraph.cli.card import Card, Group, Item
    from rolegraph.cli.wording import Places
    from rolegraph.graph import Evidence

__all__ = ["as_json"]


def as_json(card: Card, places: Places) -> dict[str, Any]:
    """Give the card as what ``json.dumps`` takes; texts are objects with value and language."""
    term = card.term
    return {
        "iri": term.iri,
        "label": term.label._asdict(),
        "abbreviations": [text._asdict() for text in term.abbreviations],
        "alternatives": [text._asdict() for text in term.alternatives],
        "translations": [text._asdict() for text in term.translations],
        "definitions": [text._asdict() for text in term.definitions],
        "classes": list(card.classes),
        "collections": list(card.collections),
        "mention": term.mention,
        "places": [places(place) for place in term.places],
        "relations": [_group(group, places) for group in card.relations],
        "denials": [_group(group, places) for group in card.denials],
        "activities": [activity._asdict() for activity in card.activities],
        "questions": [
            {"question": one.question._asdict(), "answer": one.answer._asdict(), "place": places(one.place)}
            for one in card.questions
        ],
    }


def _group(group: Group, places: Places) -> dict[str, Any]:
    items = [_item(item, places) for item in group.items]
    kind = group.relation_type
    return {
        "type": kind.name,
        "iri": kind.iri,
        "phrase": group.phrase,
        "inverse": group.inverse,
        "items": items,
    }


def _item(item: Item, places: Places) -> dict[str, Any]:
    found = [_evidence(one, places) for one in item.evidence]
    return {**_end(item.end), "confidence": highest_confidence(item.evidence), "evidence": found}


def _end(end: Term | Text) -> dict[str, Any]:
    return (
        {"iri": end.iri, "label": end.label._asdict()} if isinstance(end, Term) else {"text": end._asdict()}
    )


def _evidence(evidence: Evidence, places: Places) -> dict[str, Any]:
    return {
        "quote": evidence.quote._asdict(),
        "place": places(evidence.place),
        "place_iri": evidence.place.iri,
        "qualifiers": dict(evidence.qualifiers),
        "confidence": evidence.confidence,
        "rule": evidence.rule,
    }
