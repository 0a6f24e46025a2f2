"""The record as RDF: terms, evidence, questions and sources become quads of the default graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from rolegraph.graph import vocabulary as v
from rolegraph.graph.plurals import primary
from rolegraph.graph.record import Collection, Evidence, Place, Question, Source, Statement, Term, Text
from rolegraph.ontology.namespaces import RG

__all__ = [
    "all_evidence_quads",
    "collection_quads",
    "evidence_iri",
    "evidence_quads",
    "question_quads",
    "record_quads",
    "scheme_quads",
    "source_quads",
    "term_quads",
]

_Value = NamedNode | Literal


def scheme_quads(base: str, title: str | Text, language: str = "") -> Iterator[Quad]:
    """Write the concept scheme: the base IRI itself; ``language`` is that of most of its labels, if not English."""
    scheme = NamedNode(base)
    yield Quad(scheme, v.TYPE, v.CONCEPT_SCHEME)
    text = Text(title) if isinstance(title, str) else title
    if text.value:
        yield Quad(scheme, v.TITLE, _literal(text))
    if language and primary(language) != "en":
        yield Quad(scheme, v.LANGUAGE, Literal(language))


def term_quads(term: Term, scheme: str) -> Iterator[Quad]:
    """Write a term; an entry stands in the scheme, a mention does not (it has class ``rg:Mention``)."""
    node = NamedNode(term.iri)
    for predicate, value in _term_values(term, scheme):
        yield Quad(node, predicate, value)


def _term_values(term: Term, scheme: str) -> Iterator[tuple[NamedNode, _Value]]:
    yield v.TYPE, v.CONCEPT
    yield from ((v.TYPE, NamedNode(iri)) for iri in term.classes)
    yield (v.TYPE, v.MENTION) if term.mention else (v.IN_SCHEME, NamedNode(scheme))
    yield from _names(term)
    yield from ((v.DEFINITION, _literal(text)) for text in term.definitions)
    yield from ((v.DERIVED_FROM, NamedNode(place.iri)) for place in term.places if place.source)


def _names(term: Term) -> Iterator[tuple[NamedNode, _Value]]:
    """Write one preferred label a language, and no other name that is the same as one (SKOS S13, S14)."""
    preferred: dict[str, Text] = {}
    for text in (term.label, *term.translations):
        preferred.setdefault(text.language.lower(), text)
    yield from ((v.PREF_LABEL, _literal(text)) for text in preferred.values())
    others = ((v.ABBREVIATION, term.abbreviations), (v.ALT_LABEL, term.alternatives + term.translations))
    for predicate, texts in others:
        yield from (
            (predicate, _literal(text)) for text in texts if preferred.get(text.language.lower()) != text
        )


def evidence_quads(evidence: Evidence, base: str, repeat: int = 0) -> Iterator[Quad]:
    """Write evidence and, unless it is negative, the plain triple that it speaks for."""
    subject, relation, object_ = _nodes(evidence.statement)
    if not evidence.negative:
        yield Quad(subject, relation, object_)
    node = NamedNode(evidence_iri(evidence, base, repeat))
    for predicate, value in ((v.SUBJECT, subject), (v.PREDICATE, relation), (v.OBJECT, object_)):
        yield Quad(node, predicate, value)
    for predicate, value in _grounds(evidence):
        yield Quad(node, predicate, value)


def _grounds(evidence: Evidence) -> Iterator[tuple[NamedNode, _Value]]:
    yield v.TYPE, v.EVIDENCE
    yield v.TYPE, v.STATEMENT
    if evidence.quote.value:
        yield v.QUOTE, _literal(evidence.quote)
    yield from _place_values(evidence.place)
    if evidence.negative:
        yield v.POLARITY, Literal("negative")
    if evidence.confidence is not None:
        yield v.CONFIDENCE, Literal(f"{evidence.confidence:.2f}".rstrip("0").rstrip("."), datatype=v.DECIMAL)
    if evidence.rule:
        yield v.RULE, Literal(evidence.rule)
    if evidence.line:
        yield v.LINE, Literal(evidence.line)
    for name, value in evidence.qualifiers:
        yield NamedNode(RG + name), _qualifier(name, value)


def all_evidence_quads(evidence: Iterable[Evidence], base: str) -> Iterator[Quad]:
    """Write all evidence of a graph, or all that is about some of its subjects; what is said again is told apart."""
    repeats: dict[str, int] = {}
    for item in sorted(evidence, key=lambda each: each.place):
        first = evidence_iri(item, base)
        yield from evidence_quads(item, base, repeats.get(first, 0))
        repeats[first] = repeats.get(first, 0) + 1


def evidence_iri(evidence: Evidence, base: str, repeat: int = 0) -> str:
    """Give the IRI of evidence: 12 hexadecimal digits of a hash of statement, polarity, source and quote.

    The line is left out, so that an edit further up in a document does not rename all evidence below it;
    ``repeat`` tells apart what a source says again in the same words.
    """
    import hashlib  # 16 ms, and only writing needs it

    subject, relation, object_ = evidence.statement
    thing = object_ if isinstance(object_, str) else f'"{object_.value}"@{object_.language.lower()}'
    polarity = "negative" if evidence.negative else "positive"
    key = "\n".join((subject, relation, thing, polarity, evidence.place.source, evidence.quote.value))
    key += f"\n{repeat}" if repeat else ""
    return f"{base}evidence/{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def question_quads(question: Question) -> Iterator[Quad]:
    """Write a question and its answer, whose IRI is the question's with ``answer`` for ``question``."""
    node, answer = NamedNode(question.iri), NamedNode(_answer_iri(question.iri))
    yield Quad(node, v.TYPE, v.QUESTION)
    yield Quad(node, v.NAME, _literal(question.question))
    if question.about:
        yield Quad(node, v.ABOUT, NamedNode(question.about))
    for predicate, value in _place_values(question.place):
        yield Quad(node, predicate, value)
    yield Quad(node, v.ACCEPTED_ANSWER, answer)
    yield Quad(answer, v.TYPE, v.ANSWER)
    yield Quad(answer, v.TEXT, _literal(question.answer))


def collection_quads(collection: Collection) -> Iterator[Quad]:
    """Write a group of terms; SKOS (S37) keeps collections apart from concepts, whose relations they don't take."""
    node = NamedNode(collection.iri)
    yield Quad(node, v.TYPE, v.COLLECTION)
    yield Quad(node, v.PREF_LABEL, _literal(collection.label))
    for member in collection.members:
        yield Quad(node, v.MEMBER, NamedNode(member))


def source_quads(source: Source) -> Iterator[Quad]:
    """Write a document that was read."""
    node = NamedNode(source.iri)
    yield Quad(node, v.TYPE, v.SOURCE_DOCUMENT)
    yield Quad(node, v.TYPE, v.ENTITY)
    values = ((v.PATH, source.name), (v.TITLE, source.title), (v.LANGUAGE, source.language))
    for predicate, value in values:
        if value:
            yield Quad(node, predicate, Literal(value))


def record_quads(
    terms: Iterable[Term],
    evidence: Iterable[Evidence],
    questions: Iterable[Question],
    sources: Iterable[Source],
    collections: Iterable[Collection] = (),
    *,
    base: str,
    title: str | Text,
    language: str = "",
) -> Iterator[Quad]:
    """Write a whole record."""
    yield from scheme_quads(base, title, language)
    for term in terms:
        yield from term_quads(term, base)
    yield from all_evidence_quads(evidence, base)
    for question in questions:
        yield from question_quads(question)
    for source in sources:
        yield from source_quads(source)
    for collection in collections:
        yield from collection_quads(collection)


def _nodes(statement: Statement) -> tuple[NamedNode, NamedNode, _Value]:
    object_ = statement.object
    value = NamedNode(object_) if isinstance(object_, str) else _literal(object_)
    return NamedNode(statement.subject), NamedNode(statement.relation), value


def _place_values(place: Place) -> Iterator[tuple[NamedNode, _Value]]:
    if place.source:
        yield v.DERIVED_FROM, NamedNode(place.iri)


def _literal(text: Text) -> Literal:
    return Literal(text.value, language=text.language) if text.language else Literal(text.value)


def _qualifier(name: str, value: str) -> Literal:
    """Type the values that have a type: a share is a decimal, what is optional is true or false."""
    if name == "share" and value.replace(".", "", 1).isascii() and value.replace(".", "", 1).isdigit():
        return Literal(value, datatype=v.DECIMAL)
    if name == "optional" and value in ("true", "false"):
        return Literal(value, datatype=v.BOOLEAN)
    return Literal(value)


def _answer_iri(iri: str) -> str:
    before, found, after = iri.rpartition("/question/")
    return f"{before}/answer/{after}" if found else f"{iri}-answer"
