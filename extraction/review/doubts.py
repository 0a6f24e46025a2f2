"""What is doubtful beside statements, as rows of a review: the meanings of a label, the class of a term."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.links.homonyms import HOMONYM, Homonym, Ruling
from rolegraph.graph.names import fold
from rolegraph.graph.reviews import ReviewRow
from rolegraph.ontology import UnknownName

if TYPE_CHECKING:
    from rolegraph.extraction.errors import Fault
    from rolegraph.extraction.review.verdicts import Verdict
    from rolegraph.graph import Term
    from rolegraph.ontology import Ontology

__all__ = [
    "DoubtfulClass",
    "Rulings",
    "class_id",
    "class_row",
    "faults_of_doubt",
    "homonym_row",
    "is_doubt",
    "with_classes",
]

_CLASS = "class/"
_DOUBTS = (HOMONYM, _CLASS)
_ONE, _TWO = "same term as", "other term than"


class DoubtfulClass(NamedTuple):
    """A term whose class is told in two ways: the IRIs of the one that it has and of the other, and its place."""

    label: str
    language: str
    chosen: str
    other: str
    source: str
    line: int
    quote: str


class Rulings:
    """What a review decided on meanings of labels and on classes; ``used`` are the ids of those that were about any."""

    def __init__(self, verdicts: Iterable[Verdict], ontology: Ontology) -> None:
        self.meanings: dict[str, Ruling] = {}
        self.classes: dict[str, tuple[str, ...]] = {}
        self.used: set[str] = set()
        for verdict in verdicts:
            row = verdict.row
            if row.id.startswith(HOMONYM):
                self.meanings[row.id] = _ruling(row)
            elif row.id.startswith(_CLASS):
                self.classes[row.id] = _classes(row, ontology)

    def of_class(self, label: str, language: str) -> tuple[str, ...] | None:
        """Give the classes that a review decided on for a term, None where it did not."""
        if not self.classes:
            return None
        name = class_id(label, language)
        self.used |= {name} & self.classes.keys()
        return self.classes.get(name)


def is_doubt(row: ReviewRow) -> bool:
    """Tell a row on a meaning or a class from one on a statement."""
    return row.id.startswith(_DOUBTS)


def _ruling(row: ReviewRow) -> Ruling:
    apart = (row.relation == _TWO) != (row.verdict == "reject")
    return Ruling(apart or row.verdict == "change", row.new_subject, row.new_object)


def _classes(row: ReviewRow, ontology: Ontology) -> tuple[str, ...]:
    name = {"accept": row.object, "reject": "", "change": row.new_object}[row.verdict]
    return (ontology.term_class(name).iri,) if name else ()


def class_id(label: str, language: str) -> str:
    """Name the decision on the class of a term by its label."""
    return f"{_CLASS}{hashlib.sha256(fold(label, language).encode()).hexdigest()[:12]}"


# --- rows ----------------------------------------------------------------------------------------------------


def homonym_row(pair: Homonym) -> ReviewRow:
    """Write two definitions of a label as a row; to accept it is to leave things as they are."""
    label, first, second, apart = pair
    quote = f"{first.definition} ↔ {second.definition} ({second.source})"
    names = (first.label, _TWO if apart else _ONE, second.label)
    reason = f"'{label}' is defined in words that have nothing in common"
    return ReviewRow(pair.id, *names, quote, first.source, str(first.line or ""), rule=reason)


def class_row(doubt: DoubtfulClass, ontology: Ontology) -> ReviewRow:
    """Write a doubtful class as a row."""
    chosen = ontology.classes[doubt.chosen].name if doubt.chosen in ontology.classes else ""
    names = (doubt.label, "class", chosen)
    place = (doubt.source, str(doubt.line or ""))
    other = ontology.classes[doubt.other].name if doubt.other in ontology.classes else doubt.other
    reason = f"the name and the words around it do not tell one class; the other is {other}"
    return ReviewRow(class_id(doubt.label, doubt.language), *names, doubt.quote, *place, rule=reason)


def faults_of_doubt(verdict: Verdict, ontology: Ontology) -> Iterator[Fault]:
    """Tell what is wrong with a decision on a meaning or a class."""
    row = verdict.row
    if row.new_relation:
        yield verdict.fault("a row on a meaning or a class takes no new relation")
    if not row.id.startswith(_CLASS):
        if row.new_subject and fold(row.new_subject) == fold(row.new_object or row.object):
            yield verdict.fault("as changed, both meanings have one label")
        return
    if row.new_subject:
        yield verdict.fault("a row on a class takes a new object alone, the name of the class")
    name = {"accept": row.object, "change": row.new_object}.get(row.verdict, "")
    if row.verdict == "accept" and not name:
        yield verdict.fault("there is no class to accept; write 'change' and the name of one as new object")
    if name:
        try:
            ontology.term_class(name)
        except UnknownName as error:
            yield verdict.fault(str(error))


# --- classes of mentions ---------------------------------------------------------------------------------------


def with_classes(terms: Sequence[Term], rulings: Rulings) -> list[Term]:
    """Give terms, the mentions among them with the classes that a review decided on."""
    return [_ruled(term, rulings) if term.mention else term for term in terms]


def _ruled(term: Term, rulings: Rulings) -> Term:
    classes = rulings.of_class(term.label.value, term.label.language)
    return term if classes is None else term._replace(classes=classes)
