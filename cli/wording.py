"""The words for terms, classes, places and evidence, the same in every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolegraph.graph.record import Term, Text

if TYPE_CHECKING:
    from rolegraph.graph import Evidence, KnowledgeGraph, Place
    from rolegraph.graph.relations import Relation

__all__ = [
    "Places",
    "class_labels",
    "counted",
    "evidence_of",
    "iri_of",
    "name_of",
    "percent",
    "qualified",
    "tagged",
    "titled",
]


_SPOKEN = {"attribution": "according to {}", "review": "{} in review"}


def name_of(end: Term | Text) -> str:
    """Give a term's label, or the text that stands where a term could."""
    return end.label.value if isinstance(end, Term) else end.value


def iri_of(end: Term | Text) -> str:
    """Give a term's IRI; a text has none."""
    return end.iri if isinstance(end, Term) else ""


def titled(term: Term) -> str:
    """Give a term's label with its abbreviations: "Product manager (PM)"."""
    short = ", ".join(text.value for text in term.abbreviations)
    return f"{term.label.value} ({short})" if short else term.label.value


def tagged(text: Text) -> str:
    """Give a text with its language.

    >>> tagged(Text("externalisation", "fr"))
    'externalisation (fr)'
    """
    return f"{text.value} ({text.language})" if text.language else text.value


def class_labels(kg: KnowledgeGraph, term: Term) -> list[str]:
    """Give the labels of a term's classes."""
    return [kg.ontology.classes[iri].label for iri in term.classes if iri in kg.ontology.classes]


def evidence_of(kg: KnowledgeGraph, relation: Relation) -> list[Evidence]:
    """Give what states a relation; a symmetric one may be stated either way round."""
    subject, kind, end, _ = relation
    return [evidence for evidence in kg.evidence(subject, kind, end) if not evidence.negative]


class Places:
    """The places of a graph as people write them: "product-manager.md:26"."""

    def __init__(self, kg: KnowledgeGraph) -> None:
        """Learn the names of the sources."""
        self._names = {source.iri: source.name for source in kg.sources()}

    def __call__(self, place: Place) -> str:
        """Name a place by source and first line; the source alone where the line is not known."""
        name = self._names.get(place.source, place.source)
        return f"{name}:{place.first}" if place.first else name


def qualified(evidence: Evidence) -> str:
    """Give what limits evidence in one breath: "often; at large firms; 20%; confidence 0.8"."""
    said = [_qualifier(name, value) for name, value in evidence.qualifiers]
    if evidence.confidence is not None and "review" not in dict(evidence.qualifiers):
        said.append(f"confidence {evidence.confidence:g}")
    return "; ".join(said)


def _qualifier(name: str, value: str) -> str:
    if name == "share":
        return percent(value)
    if name in _SPOKEN:
        return _SPOKEN[name].format(value)
    return name if name == "optional" else value


def counted(count: int, noun: str) -> str:
    """Give a number with its noun.

    >>> counted(1, "term"), counted(4200, "relation")
    ('1 term', '4200 relations')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def percent(share: str) -> str:
    """Write a share of a whole as a percentage; what is no number stays as it is.

    >>> percent("0.2"), percent("0.125"), percent("most")
    ('20%', '12.5%', 'most')
    """
    try:
        return f"{float(share) * 100:.4g}%"
    except ValueError:
        return share
