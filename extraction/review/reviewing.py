"""Obeying a review: statements that a person accepted, rejected or changed, and what becomes of the terms they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.errors import Fault, ReviewError
from rolegraph.graph import Evidence, Place, Statement, Term, Text, fold, slug
from rolegraph.graph.reviews import NOT, row_of

if TYPE_CHECKING:
    from rolegraph.extraction.review.verdicts import Verdict
    from rolegraph.ontology import Ontology

__all__ = ["Outcome", "Record", "Setting", "obey", "sift"]


class Record(NamedTuple):
    """Terms and the evidence that speaks of them; the ends of what is ``unsettled`` are names in place of IRIs."""

    terms: list[Term]
    evidence: list[Evidence]
    unsettled: Sequence[Evidence] = ()


class Setting(NamedTuple):
    """What a review is obeyed by: the ontology, the base of IRIs, classes by name, names of sources by IRI."""

    ontology: Ontology
    base: str
    classes: Callable[[str], tuple[str, ...]]
    sources: dict[str, str]


class Outcome(NamedTuple):
    """How many statements were accepted, rejected and changed, and the verdicts on what nothing states any more.

    ``settled`` is what was left open and is decided now; ``doubts`` counts the decisions on meanings and classes.
    """

    accepted: int = 0
    rejected: int = 0
    changed: int = 0
    stale: tuple[Verdict, ...] = ()
    settled: tuple[Evidence, ...] = ()
    doubts: int = 0


def sift(record: Record, least: float) -> Record:
    """Leave out statements that are less sure than ``least``, and the mentions that only they spoke of.

    A statement is as sure as its surest sentence, and where that keeps it, its other sentences stay as evidence.
    """
    sure: set[tuple[Statement, bool]] = set()
    for one in record.evidence:
        if one.confidence is None or one.confidence >= least:
            sure.add((one.statement, one.negative))
    kept = [one for one in record.evidence if (one.statement, one.negative) in sure]
    return record if len(kept) == len(record.evidence) else _trimmed(record.terms, record.evidence, kept)


def obey(record: Record, verdicts: Sequence[Verdict], setting: Setting) -> tuple[Record, Outcome]:
    """Do what a review says.

    :raises ReviewError: if a new subject or object can mean several terms; it lists all of them.
    """
    if not verdicts:
        return record, Outcome()
    names = _Names(record.terms, setting)
    found, stale = _matched(record, verdicts, setting)
    settled = [(one, found[one]) for one in record.unsettled if one in found]
    after = [
        left
        for one in record.evidence
        for left in (_decided(one, found[one], names) if one in found else [one])
    ]
    after += [left for one, verdict in settled for left in _decided(one, names.spelled_out(verdict), names)]
    if names.faults:
        raise ReviewError(names.faults)
    counts = Counter(verdict.row.verdict for verdict in found.values())
    decided = tuple(one for one, _ in settled)
    outcome = Outcome(counts["accept"], counts["reject"], counts["change"], tuple(stale), decided)
    return _trimmed([*record.terms, *names.new.values()], record.evidence, _reviewed_first(after)), outcome


def _matched(
    record: Record, verdicts: Sequence[Verdict], setting: Setting
) -> tuple[dict[Evidence, Verdict], list[Verdict]]:
    """Find the evidence that each verdict is about: by its id, else by its words, which a new base does not change."""
    labels = {term.iri: term.label.value for term in record.terms}
    by_id: dict[str, list[Evidence]] = {}
    by_words: dict[tuple[str, ...], list[Evidence]] = {}
    for one in (*record.evidence, *record.unsettled):
        row = row_of(one, setting.ontology, labels.get, setting.sources.get)
        by_id.setdefault(row.id, []).append(one)
        by_words.setdefault(row[1:6], []).append(one)
    found: dict[Evidence, Verdict] = {}
    stale: list[Verdict] = []
    for verdict in verdicts:
        meant = by_id.get(verdict.row.id) or by_words.get(verdict.row[1:6], [])
        found.update(dict.fromkeys(meant, verdict))
        stale += [] if meant else [verdict]
    return found, stale


def _decided(evidence: Evidence, verdict: Verdict, names: _Names) -> list[Evidence]:
    """Give what a verdict leaves of evidence."""
    if verdict.row.verdict == "reject":
        return []
    changed = verdict.row.verdict == "change"
    said = "changed" if changed else "accepted"
    sure = evidence._replace(
        confidence=1.0, qualifiers=tuple(sorted({*evidence.qualifiers, ("review", said)}))
    )
    return [names.changed(sure, verdict)] if changed else [sure]


def _reviewed_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Keep one of what states the same in the same words at the same place: the reviewed, else the first."""
    kept: dict[tuple[object, ...], Evidence] = {}
    for one in evidence:
        key = (one.statement, one.negative, one.quote, one.place)
        if key not in kept or any(name == "review" for name, _ in one.qualifiers):
            kept[key] = one
    return list(kept.values())


class _Names:
    """The terms by what they are called, to find those that a reviewer names; unknown names become mentions."""

    def __init__(self, terms: Iterable[Term], setting: Setting) -> None:
        self._setting = setting
        self._terms: dict[str, list[Term]] = {}
        self._taken: set[str] = set()
        self.new: dict[str, Term] = {}
        self.faults: list[Fault] = []
        for term in terms:
            self._taken.add(term.iri)
            for name in {fold(text.value) for text in (term.label, *term.abbreviations, *term.alternatives)}:
                self._terms.setdefault(name, []).append(term)

    def spelled_out(self, verdict: Verdict) -> Verdict:
        """Take the names of what was left open for new ones, as they stand for no term yet."""
        row = verdict.row
        if row.verdict == "accept":
            self.faults.append(
                verdict.fault("a name can mean several terms; write 'change' and the term it means")
            )
        if row.verdict != "change":
            return verdict
        names = {"new_subject": row.new_subject or row.subject, "new_object": row.new_object or row.object}
        return verdict._replace(row=row._replace(**names))

    def changed(self, evidence: Evidence, verdict: Verdict) -> Evidence:
        """State what the reviewer wrote in place of what was read."""
        row, ontology = verdict.row, self._setting.ontology
        subject, relation, value = evidence.statement
        turned, negative = False, evidence.negative
        if row.new_relation:
            name = row.new_relation.removeprefix(NOT)
            relation, negative = ontology.relation_type(name).iri, row.new_relation.startswith(NOT)
            turned = ontology.direction(name) == "inverse"
        literal = relation in ontology.relation_types and ontology.relation_types[relation].literal
        subject = self._iri(row.new_subject, evidence, verdict) if row.new_subject else subject
        if literal:
            value = Text(row.new_object or row.object, evidence.quote.language)
        elif row.new_object or isinstance(value, Text):
            value = self._iri(row.new_object or row.object, evidence, verdict)
        ends = (str(value), subject) if turned else (subject, value)
        if ends[0] == ends[1]:
            self.faults.append(verdict.fault("as changed, the statement relates a term to itself"))
        return evidence._replace(statement=Statement(ends[0], relation, ends[1]), negative=negative)

    def _iri(self, name: str, evidence: Evidence, verdict: Verdict) -> str:
        """Find the term that a name means: by its very label, as an entry, as a mention; else make a mention."""
        terms = self._terms.get(fold(name), [])
        for chosen in (
            [term for term in terms if term.label.value == name],
            [term for term in terms if not term.mention],
            terms,
        ):
            if len(chosen) == 1:
                return chosen[0].iri
            if chosen:
                labels = " or ".join(repr(term.label.value) for term in chosen)
                self.faults.append(
                    verdict.fault(f"{name!r} can mean {labels}; write the label of the one you mean")
                )
                return chosen[0].iri
        return self._mention(name, evidence)

    def _mention(self, name: str, evidence: Evidence) -> str:
        key = fold(name)
        iri = self._setting.base + slug(key)
        number = 2
        while iri in self._taken:
            iri, number = f"{self._setting.base}{slug(key)}-{number}", number + 1
        label = Text(name, evidence.quote.language)
        term = Term(iri, label, classes=self._setting.classes(name), mention=True, places=(evidence.place,))
        self._taken.add(iri)
        self._terms[key] = [term]
        self.new[iri] = term
        return iri


def _trimmed(terms: Sequence[Term], before: Iterable[Evidence], after: list[Evidence]) -> Record:
    """Drop mentions that nothing speaks of any more, and places of mentions that no statement stands at any more."""
    gone, left = _places(before), _places(after)
    kept = []
    for term in terms:
        lost = gone.get(term.iri, set()) - left.get(term.iri, set())
        gained = left.get(term.iri, set()) - gone.get(term.iri, set())
        if term.mention and (lost or gained):
            term = term._replace(places=tuple(sorted({*term.places, *gained} - lost)))
        if not term.mention or term.iri in left or term.iri not in gone:
            kept.append(term)
    return Record(sorted(kept, key=lambda term: term.iri), after)


def _places(evidence: Iterable[Evidence]) -> dict[str, set[Place]]:
    """Give the places at which terms are spoken of, by the IRIs of the terms."""
    places: dict[str, set[Place]] = {}
    for one in evidence:
        for end in _ends(one.statement):
            places.setdefault(end, set()).add(one.place)
    return places


def _ends(statement: Statement) -> Iterator[str]:
    yield statement.subject
    if isinstance(statement.object, str):
        yield statement.object
