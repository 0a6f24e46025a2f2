"""Graphs to measure the map with: of any size, with the shape of a glossary."""

from __future__ import annotations

import random

from rolegraph.graph import Evidence, KnowledgeGraph, Place, Source, Statement, Term, Text

__all__ = ["glossary_of"]

BASE = "https://example.org/bench/"
NS = "https://w3id.org/rolegraph/ns#"
SOURCE = f"{BASE}source/roles.md"
_HEADS = ("analyst", "manager", "platform", "audit", "review", "contract", "metric", "office", "team", "plan")
_FIELDS = ("Data", "Product", "Vendor", "Sales", "Cost", "Risk", "Field", "Claims", "Supply", "Legal", "Pay")
_CLASSES = ("Role", "Activity", "Metric", "Skill", "System", "Sector", "Organization", "Method", "Artifact")
_RELATIONS = ("uses", "partOf", "responsibleFor", "measuredBy", "requiresSkill", "supports", "reportsTo")
_REACH = 30
_HUBS = 0.1


def glossary_of(count: int, per_term: int = 3, seed: int = 11) -> KnowledgeGraph:
    """Make a glossary: most relations lead to terms that stand near, one in ten to a hub."""
    draw = random.Random(seed)
    terms = [_term(number, draw) for number in range(count)]
    evidence = []
    for number in range(1, count):
        for _ in range(per_term):
            other = _other(number, count, draw)
            if other != number:
                evidence.append(_evidence(terms[number], draw.choice(_RELATIONS), terms[other], number))
    return KnowledgeGraph.from_record(
        terms, evidence, sources=[Source(SOURCE, "roles.md")], base=BASE, title=f"{count} terms"
    )


def _term(number: int, draw: random.Random) -> Term:
    field, head = _FIELDS[number % len(_FIELDS)], _HEADS[number // len(_FIELDS) % len(_HEADS)]
    label = f"{field} {head}" if number < len(_FIELDS) * len(_HEADS) else f"{field} {head} {number}"
    definition = Text(f"A {label.lower()} is what the people of {field.lower()} call number {number}.", "en")
    return Term(
        f"{BASE}t{number}",
        Text(label, "en"),
        definitions=(definition,),
        classes=(NS + draw.choice(_CLASSES),),
        places=(Place(SOURCE, number + 1, number + 1),),
    )


def _other(number: int, count: int, draw: random.Random) -> int:
    if draw.random() < _HUBS:
        return min(int(draw.paretovariate(0.6)) - 1, number - 1)
    return max(0, min(count - 1, int(number + draw.gauss(0, _REACH))))


def _evidence(start: Term, relation: str, end: Term, line: int) -> Evidence:
    quote = Text(f"{start.label.value} and {end.label.value}: {relation}.", "en")
    return Evidence(
        Statement(start.iri, NS + relation, end.iri), quote, Place(SOURCE, line, line), confidence=0.9
    )
