"""What a map shows of a graph, as the nodes and edges that pyvis hands to vis-network."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from rolegraph.exports.contents import contents_of
from rolegraph.exports.looks import class_of
from rolegraph.exports.map.boxes import box_of
from rolegraph.exports.map.views import set_groups, views
from rolegraph.graph.evidence import highest_confidence
from rolegraph.graph.record import Term, Text
from rolegraph.ontology.namespaces import SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from rolegraph.exports.map.earlier import Places
    from rolegraph.graph import Evidence, KnowledgeGraph, Place
    from rolegraph.graph.relations import Relation
    from rolegraph.ontology import RelationType

__all__ = ["MapContent", "map_content"]

_FEW_MENTIONS = 40
_RELATED = SKOS + "related"
_STEPS = 4

_Node = dict[str, Any]
_Edge = dict[str, Any]


class MapContent(NamedTuple):
    """Nodes and edges, and the tables that their numbers stand for; every value can be written as JSON."""

    nodes: list[_Node]
    edges: list[_Edge]
    classes: list[dict[str, Any]]
    relations: list[dict[str, Any]]
    sources: list[str]
    facts: list[dict[str, Any]]
    questions: list[dict[str, Any]]
    views: dict[str, dict[int, list[int]]]
    mentions_shown: bool
    languages: list[str]


def map_content(
    kg: KnowledgeGraph,
    terms: Collection[str] | None = None,
    *,
    earlier: Mapping[str, Places] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> MapContent:
    """Collect what the map shows: all of a graph, or only the terms with these IRIs.

    ``earlier`` are the places of a map before this one, which are kept where they can be.
    ``progress`` is told how many of how many steps are done: reading, collecting, grouping, placing.
    """
    report = progress or (lambda done, of: None)
    collector = _Collector(kg, terms)
    report(1, _STEPS)
    return collector.content(report, earlier or {})


class _Collector:
    """Numbers terms, classes, relation types and sources as they are met."""

    def __init__(self, kg: KnowledgeGraph, chosen: Collection[str] | None) -> None:
        contents = contents_of(kg)
        self.kg = kg
        self.evidence = kg.evidence()
        self.terms = [term for term in contents.terms if chosen is None or term.iri in chosen]
        self.ids = {term.iri: number for number, term in enumerate(self.terms)}
        self.relations = [one for one in contents.relations if one.subject.iri in self.ids]
        self.sources: dict[str, int] = {}
        self.names = {source.iri: source.name for source in kg.sources()}
        self.types: dict[str, int] = {}
        self.type_rows: list[dict[str, Any]] = []
        self.looks = {term.iri: class_of(kg.ontology, term) for term in self.terms}
        used = {look.iri for look in self.looks.values()}
        known = [*kg.ontology.classes.values(), kg.ontology.concept]
        self.classes = {one.iri: n for n, one in enumerate(one for one in known if one.iri in used)}

    def content(self, report: Callable[[int, int], None], earlier: Mapping[str, Places]) -> MapContent:
        proofs = self._proofs()
        edges = list(self._edges(proofs))
        degrees = Counter(end for edge in edges for end in (edge["from"], edge["to"]))
        most = max(degrees.values(), default=1)
        nodes = [self._node(number, term, degrees[number], most) for number, term in enumerate(self.terms)]
        mentions = sum(term.mention for term in self.terms)
        entries = len(self.terms) - mentions
        facts = [*self._texts(proofs), *self._denials()]
        report(2, _STEPS)
        set_groups(nodes, edges)
        report(3, _STEPS)
        placed = views(nodes, edges, earlier)
        report(4, _STEPS)
        return MapContent(
            nodes,
            edges,
            self._class_rows(),
            self.type_rows,
            [self.names.get(iri, iri) for iri in self.sources],
            facts,
            self._questions(),
            placed,
            mentions <= _FEW_MENTIONS or not entries,
            self._languages(),
        )

    def _node(self, number: int, term: Term, degree: int, most: int) -> _Node:
        font = 13 if term.mention else max(14, 13 + round(5 * (degree / most) ** 0.5))
        box = box_of(term.label.value, font)
        return {
            "id": number,
            "label": term.label.value,
            "name": term.label.value,
            "language": term.label.language,
            "shape": "custom",
            "iri": term.iri,
            "key": term.iri.removeprefix(self.kg.base) or term.iri,
            "class": self.classes[self.looks[term.iri].iri],
            "mention": term.mention,
            "degree": degree,
            "abbreviations": [text.value for text in term.abbreviations],
            "names": [text.value for text in term.alternatives],
            "definitions": [text.value for text in term.definitions],
            "places": [self._place(place) for place in term.places if place.source],
            "box": [box.width, box.height, box.font, box.strip],
            "lines": box.lines,
            **_labels(term),
        }

    def _languages(self) -> list[str]:
        """Give the languages that terms are called in, the one of most labels first."""
        own = Counter(term.label.language for term in self.terms)
        others = {text.language for term in self.terms for text in term.translations}
        first = min(own, key=lambda tag: (-own[tag], tag), default="")
        return [first, *sorted((others | set(own)) - {first, ""})]

    def _class_rows(self) -> list[dict[str, Any]]:
        looks = {look.iri: look for look in self.looks.values()}
        return [
            {
                "name": one.label,
                "plural": one.plural,
                "letter": one.icon,
                "colour": one.colour,
                "fill": one.fill,
            }
            for one in (looks[iri] for iri in self.classes)
        ]

    def _edges(self, proofs: dict[object, list[Evidence]]) -> Iterable[_Edge]:
        pairs: Counter[tuple[int, int]] = Counter()
        for relation in self.relations:
            end = relation.object
            if isinstance(end, Term) and end.iri in self.ids:
                start, to = self.ids[relation.subject.iri], self.ids[end.iri]
                pairs[min(start, to), max(start, to)] += 1
                found = proofs.get((relation.subject.iri, relation.relation_type.iri, end.iri), [])
                yield {
                    "id": sum(pairs.values()) - 1,
                    "from": start,
                    "to": to,
                    "relation": self._type(relation.relation_type),
                    "parallel": pairs[min(start, to), max(start, to)] - 1,
                    "evidence": [self._proof(one) for one in found],
                    "confidence": highest_confidence(found),
                }

    def _texts(self, proofs: dict[object, list[Evidence]]) -> Iterable[dict[str, Any]]:
        """Give what is said of a term and draws no edge: texts, and terms that are not on this map."""
        for relation in self.relations:
            end = relation.object
            if not isinstance(end, Term) or end.iri not in self.ids:
                value = end.iri if isinstance(end, Term) else end
                yield {
                    "of": self.ids[relation.subject.iri],
                    "relation": self._type(relation.relation_type),
                    "text": end.label.value if isinstance(end, Term) else end.value,
                    "evidence": self._evidence(relation, value, proofs),
                }

    def _denials(self) -> Iterable[dict[str, Any]]:
        types = self.kg.ontology.relation_types
        labels = {term.iri: term.label.value for term in self.terms}
        for one in self.evidence:
            subject, kind, value = one.statement
            if one.negative and subject in self.ids and kind in types:
                text = value.value if isinstance(value, Text) else labels.get(value, value)
                yield {
                    "of": self.ids[subject],
                    "relation": self._type(types[kind]),
                    "text": text,
                    "to": self.ids.get(value) if isinstance(value, str) else None,
                    "evidence": [self._proof(one)],
                    "denied": True,
                }

    def _type(self, kind: RelationType) -> int:
        if kind.iri not in self.types:
            self.types[kind.iri] = len(self.types)
            self.type_rows.append(
                {
                    "name": kind.name,
                    "iri": kind.iri,
                    "label": kind.label,
                    "phrase": kind.phrase,
                    "inverse": kind.phrase if kind.symmetric else kind.inverse_phrase,
                    "symmetric": kind.symmetric,
                    "weak": kind.iri == _RELATED,
                }
            )
        return self.types[kind.iri]

    def _proofs(self) -> dict[object, list[Evidence]]:
        proofs: dict[object, list[Evidence]] = {}
        for one in self.evidence:
            if not one.negative:
                proofs.setdefault(tuple(one.statement), []).append(one)
        return proofs

    def _evidence(
        self, relation: Relation, value: str | Text, proofs: dict[object, list[Evidence]]
    ) -> list[dict[str, Any]]:
        found = proofs.get((relation.subject.iri, relation.relation_type.iri, value), [])
        return [self._proof(one) for one in found]

    def _proof(self, one: Evidence) -> dict[str, Any]:
        proof: dict[str, Any] = {"quote": one.quote.value, "place": self._place(one.place)}
        if one.qualifiers:
            proof["qualifiers"] = [list(pair) for pair in one.qualifiers]
        if one.confidence is not None:
            proof["confidence"] = one.confidence
        return proof

    def _place(self, place: Place) -> list[int]:
        return [self.sources.setdefault(place.source, len(self.sources)), place.first]

    def _questions(self) -> list[dict[str, Any]]:
        return [
            {
                "of": self.ids[one.about],
                "question": one.question.value,
                "answer": one.answer.value,
                "place": self._place(one.place),
            }
            for one in self.kg.questions()
            if one.about in self.ids
        ]


def _labels(term: Term) -> dict[str, dict[str, str]]:
    """Give the labels of a term by language, where there are several; the first in a language counts."""
    if not term.translations:
        return {}
    return {"labels": {text.language: text.value for text in (*reversed(term.translations), term.label)}}
