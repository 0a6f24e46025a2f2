"""Checks: the SHACL shapes of the ontology over a graph, through pyshacl."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from rolegraph.graph.names import fold
from rolegraph.graph.reading import language_rank, local_name, read_evidence, read_term, words_of
from rolegraph.graph.record import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import rdflib
    from rdflib.term import Node

    from rolegraph.graph.own_types import OwnTypes
    from rolegraph.graph.triples import Triples, Value
    from rolegraph.ontology import RelationType

__all__ = ["Finding", "check_shapes"]

_WITHOUT_CLASS = "https://w3id.org/rolegraph/shapes#TermWithoutClass"
_SEVERITIES = ("Violation", "Warning", "Info")


class Finding(NamedTuple):
    """A shape that a node breaks: how severe it is, the node, its label, the property, and what to do.

    ``severity`` is "Violation", "Warning" or "Info"; ``path`` is a CURIE, empty where the shape has no path.
    """

    severity: str
    term: str
    label: str
    path: str
    message: str
    shape: str


def check_shapes(
    triples: Triples,
    shapes: str,
    ontology: str,
    prefixes: Mapping[str, str],
    own: OwnTypes,
) -> list[Finding]:
    """Check the asserted triples against a file of shapes: the findings, the worst first, then by label.

    The ends of relations of the graph's ``own`` types are checked as those of ours are. The classes of the ontology are
    taken in, as ``sh:class`` follows sub-classes. The check runs on a copy, so that it neither changes the store nor
    sees it change.
    """
    import pyshacl
    import rdflib

    rules = rdflib.Graph().parse(shapes, format="turtle")
    _add_classes(rules, own.classes)
    for relation_type in own.relation_types:
        _add_ends(rules, relation_type)
    classes = rdflib.Graph().parse(ontology, format="turtle")
    _, report, text = pyshacl.validate(
        _copied(triples), shacl_graph=rules, ont_graph=classes, inference="none", inplace=True
    )
    if not isinstance(report, rdflib.Graph):
        raise RuntimeError(f"pyshacl failed: {text}")
    return sorted(set(_findings(triples, report, rules, prefixes)), key=_order)


def _add_classes(rules: rdflib.Graph, classes: Iterable[str]) -> None:
    """Let terms of these classes be no terms without a class."""
    from rdflib import SH, URIRef
    from rdflib.collection import Collection

    (listed,) = rules.objects(URIRef(_WITHOUT_CLASS), SH.property / SH.qualifiedValueShape / SH["in"])
    known = Collection(rules, listed)
    for iri in classes:
        known.append(URIRef(iri))


def _add_ends(rules: rdflib.Graph, own: RelationType) -> None:
    """Add shapes for the two ends of a relation type, in the form that those of ours have in the file."""
    from rdflib import RDF, SH, BNode, Literal, URIRef
    from rdflib.collection import Collection

    sides = (("begins at", SH.targetSubjectsOf, own.domain), ("leads to", SH.targetObjectsOf, own.range))
    for verb, target, classes in sides:
        if not classes or own.literal:
            continue
        shape, choices = URIRef(f"{own.iri}-{'domain' if verb == 'begins at' else 'range'}"), BNode()
        options = [(BNode(), SH["class"], URIRef(iri)) for iri in classes]
        options.append((BNode(), SH.node, URIRef(_WITHOUT_CLASS)))
        for option in options:
            rules.add(option)
        Collection(rules, choices, [node for node, _, _ in options])
        named = " or ".join(words_of(local_name(iri)).lower() for iri in classes)
        message = (
            f"'{own.phrase}' {verb} a {named}, and this term is of another class; "
            "correct its class or the relation."
        )
        facts = ((RDF.type, SH.NodeShape), (target, URIRef(own.iri)), (SH.severity, SH.Warning))
        for predicate, value in (*facts, (SH.message, Literal(message, lang="en")), (SH["or"], choices)):
            rules.add((shape, predicate, value))


def _order(finding: Finding) -> tuple[object, ...]:
    known = finding.severity in _SEVERITIES
    rank = _SEVERITIES.index(finding.severity) if known else len(_SEVERITIES)
    return rank, fold(finding.label), finding


def _findings(
    triples: Triples, report: rdflib.Graph, rules: rdflib.Graph, prefixes: Mapping[str, str]
) -> Iterator[Finding]:
    from rdflib import RDF, SH, URIRef

    for result in report.subjects(RDF.type, SH.ValidationResult):
        node = report.value(result, SH.focusNode)
        yield Finding(
            severity=local_name(str(report.value(result, SH.resultSeverity))),
            term=str(node or ""),
            label=_label(triples, str(node)) if isinstance(node, URIRef) else "",
            path=_path(report, report.value(result, SH.resultPath), prefixes),
            message=_message(report, result),
            shape=_shape(rules, report.value(result, SH.sourceShape)),
        )


def _label(triples: Triples, iri: str) -> str:
    """Name a node: a term by its label, evidence by the statement that it speaks for."""
    evidence = read_evidence(triples, NamedNode(iri))
    if evidence is None:
        return read_term(triples, iri).label.value
    subject, relation, value = evidence.statement
    end = value.value if isinstance(value, Text) else read_term(triples, value).label.value
    return f"{read_term(triples, subject).label.value} {words_of(local_name(relation))} {end}"


def _message(report: rdflib.Graph, result: Node) -> str:
    from rdflib import SH
    from rdflib import Literal as RdfLiteral

    messages = [one for one in report.objects(result, SH.resultMessage) if isinstance(one, RdfLiteral)]
    messages.sort(key=lambda one: (language_rank(one.language or ""), str(one)))
    return " ".join(str(messages[0]).split()) if messages else ""


def _path(report: rdflib.Graph, path: Node | None, prefixes: Mapping[str, str]) -> str:
    """Write a property as a CURIE, one walked backwards with ``^``; longer paths have no short form."""
    from rdflib import SH, URIRef

    if isinstance(path, URIRef):
        return _curie(str(path), prefixes)
    backwards = None if path is None else report.value(path, SH.inversePath)
    return f"^{_curie(str(backwards), prefixes)}" if isinstance(backwards, URIRef) else ""


def _curie(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = [prefix for prefix, start in prefixes.items() if start and iri.startswith(start)]
    prefix = max(fitting, key=lambda one: (len(prefixes[one]), one), default=None)
    return iri if prefix is None else f"{prefix}:{iri[len(prefixes[prefix]) :]}"


def _shape(rules: rdflib.Graph, shape: Node | None) -> str:
    """Give the IRI of a shape; one without is named by the shape that it belongs to."""
    from rdflib import SH, BNode

    while isinstance(shape, BNode):
        shape = rules.value(None, SH.property, shape) or rules.value(None, SH.sparql, shape)
    return str(shape or "")


def _copied(triples: Triples) -> rdflib.Graph:
    """Copy the triples into an rdflib graph, literals as they are."""
    import rdflib

    graph = rdflib.Graph()
    for quad in triples.match():
        subject, value = _node(quad.subject), _node(quad.object)
        if subject is not None and value is not None:
            graph.add((subject, rdflib.URIRef(quad.predicate.value), value))
    return graph


def _node(value: Value) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal | None:
    """Turn a node into rdflib's; a quoted triple (RDF 1.2) has no counterpart there."""
    import rdflib

    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    if isinstance(value, BlankNode):
        return rdflib.BNode(value.value)
    if not isinstance(value, Literal):
        return None
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value), normalize=False)
