"""What a graph can say: classes, relation types, qualifiers, and the words by which text says them.

>>> from rolegraph.ontology import load
>>> employs = load().relation_type("employs")
>>> employs.phrase, employs.inverse_phrase
('employs', 'is employed by')
"""

from __future__ import annotations

from rolegraph.ontology.errors import OntologyError, UnknownName
from rolegraph.ontology.loading import (
    LANGUAGES_PATH,
    ONTOLOGY_PATH,
    ONTOLOGY_SHAPES_PATH,
    QUERIES_PATH,
    SHAPES_PATH,
    STARTER_GRAPH,
    STARTER_PATH,
    load,
    load_with,
)
from rolegraph.ontology.namespaces import (
    DCTERMS,
    DQV,
    ESCO,
    ISO_THES,
    LEXINFO,
    ORG,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    RG,
    SCHEMA,
    SKOS,
    TIME,
    XSD,
    expand,
    local_name,
)
from rolegraph.ontology.values import Cue, LiteralProperty, Ontology, RelationType, TermClass

__all__ = [
    "DCTERMS",
    "DQV",
    "ESCO",
    "ISO_THES",
    "LANGUAGES_PATH",
    "LEXINFO",
    "ONTOLOGY_PATH",
    "ONTOLOGY_SHAPES_PATH",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "QUERIES_PATH",
    "RDF",
    "RDFS",
    "RG",
    "SCHEMA",
    "SHAPES_PATH",
    "SKOS",
    "STARTER_GRAPH",
    "STARTER_PATH",
    "TIME",
    "XSD",
    "Cue",
    "LiteralProperty",
    "Ontology",
    "OntologyError",
    "RelationType",
    "TermClass",
    "UnknownName",
    "expand",
    "load",
    "load_with",
    "local_name",
]
