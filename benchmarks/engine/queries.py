"""Fourteen queries as they are asked of a graph of terms, and their answers in a form that can be compared."""

from __future__ import annotations

from typing import Any

from terms import BASE, labels

_FIRST, _SECOND = labels(50)[7], labels(50)[20]

QUERIES = {
    "label, exact": f'SELECT ?t {{ ?t skos:prefLabel "{_FIRST}"@en }}',
    "label, any case": f'SELECT ?t {{ ?t skos:prefLabel ?l FILTER(LCASE(STR(?l)) = "{_FIRST.lower()}") }}',
    "one hop": f"SELECT ?p ?o {{ <{BASE}t20> ?p ?o FILTER(isIRI(?o)) }}",
    "two hops": f"SELECT DISTINCT ?o {{ <{BASE}t20> ?p ?m . ?m ?q ?o FILTER(isIRI(?m) && isIRI(?o)) }}",
    "broader, all": f"SELECT ?b {{ <{BASE}t900> skos:broader+ ?b }}",
    "narrower, all": f"SELECT ?n {{ ?n skos:broader+ <{BASE}t5> }}",
    "between two terms": f"SELECT ?p ?m ?q {{ <{BASE}t20> ?p ?m . ?m ?q <{BASE}t0> }}",
    "count by type": "SELECT ?c (COUNT(?t) AS ?n) { ?t a ?c } GROUP BY ?c",
    "top degree": "SELECT ?t (COUNT(?s) AS ?n) { ?s rg:uses ?t } GROUP BY ?t ORDER BY DESC(?n) ?t LIMIT 10",
    "missing definitions": "SELECT ?t { ?t a skos:Concept FILTER NOT EXISTS { ?t skos:definition ?d } }",
    "contains": f'SELECT ?t {{ ?t skos:prefLabel ?l FILTER(CONTAINS(STR(?l), "{_SECOND.split()[0].lower()}")) }}',
    "neighbourhood": f"CONSTRUCT {{ <{BASE}t20> ?p ?o . ?s ?q <{BASE}t20> }} "
    f"WHERE {{ {{ <{BASE}t20> ?p ?o }} UNION {{ ?s ?q <{BASE}t20> }} }}",
    "union of types": "SELECT ?t { { ?t a rg:Role } UNION { ?t a rg:Skill } }",
    "orphans": "SELECT ?t { ?t a skos:Concept "
    "FILTER NOT EXISTS { ?s rg:uses ?t } FILTER NOT EXISTS { ?t rg:uses ?o } }",
}


def answer_of(found: Any) -> list[str]:
    """Read an answer to its end, whichever library gives it."""
    return sorted(" ".join(_text(node) for node in row) for row in found)


def _text(node: Any) -> str:
    return str(getattr(node, "value", node))
