"""The namespaces that a graph writes in, and their prefixes."""

from __future__ import annotations

from typing import Final

__all__ = [
    "DCTERMS",
    "DQV",
    "ESCO",
    "ISO_THES",
    "LEXINFO",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "RG",
    "SCHEMA",
    "SKOS",
    "TIME",
    "XSD",
    "expand",
    "local_name",
]

RG: Final = "https://w3id.org/rolegraph/ns#"
DCTERMS: Final = "http://purl.org/dc/terms/"
DQV: Final = "http://www.w3.org/ns/dqv#"
ESCO: Final = "http://data.europa.eu/esco/model#"
ISO_THES: Final = "http://purl.org/iso25964/skos-thes#"
LEXINFO: Final = "http://www.lexinfo.net/ontology/3.0/lexinfo#"
ORG: Final = "http://www.w3.org/ns/org#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
TIME: Final = "http://www.w3.org/2006/time#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[dict[str, str]] = {
    "rg": RG,
    "dcterms": DCTERMS,
    "dqv": DQV,
    "esco": ESCO,
    "iso-thes": ISO_THES,
    "lexinfo": LEXINFO,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}


def expand(name: str) -> str:
    """Turn a compact IRI with a known prefix into the full IRI; any other text is given back unchanged.

    >>> expand("rg:employs"), expand("skos:broader"), expand("employs")
    ('https://w3id.org/rolegraph/ns#employs', 'http://www.w3.org/2004/02/skos/core#broader', 'employs')
    """
    prefix, colon, local = name.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        return PREFIXES[prefix] + local
    return name


def local_name(iri: str) -> str:
    """Give what follows the last ``#`` or ``/`` of an IRI.

    >>> local_name("https://w3id.org/rolegraph/ns#employs")
    'employs'
    """
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
