"""RDF as the record: terms, evidence, questions and sources read back from triples.

What rolegraph writes is read whole. Of a graph that others wrote, as much as there is: a label from
``skos:prefLabel``, ``rdfs:label`` or ``schema:name``, in the language of the graph or else in English; the labels
in other languages as translations; a definition from whatever describes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.plurals import primary
from rolegraph.graph.record import Collection, Evidence, Place, Question, Source, Statement, Term, Text
from rolegraph.ontology.namespaces import OWL, RG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rolegraph.graph.triples import Facts, Triples, Value

__all__ = [
    "NOT_CLASSES",
    "language_rank",
    "local_name",
    "read_collection",
    "read_confidence",
    "read_evidence",
    "read_named",
    "read_question",
    "read_source",
    "read_term",
]

NOT_CLASSES = frozenset({v.CONCEPT.value, v.MENTION.value, OWL + "NamedIndividual"})
_NOT_QUALIFIERS = frozenset(one.value for one in (v.QUOTE, v.POLARITY, v.CONFIDENCE, v.RULE, v.LINE))
_NAMES = frozenset(one.value for one in v.LABELS)
_OF_TERMS = frozenset(
    one.value for one in (*v.LABELS, *v.DEFINITIONS, v.ABBREVIATION, v.ALT_LABEL, v.TYPE, v.DERIVED_FROM)
)
_KEPT = 10_000  # terms


def read_term(triples: Triples, iri: str) -> Term:
    """Read what a graph says of an IRI as a term; without a label the IRI's local name stands in."""
    kept = triples.kept
    if kept is None:
        return _read_term(triples, iri)
    if iri not in kept:
        if len(kept) >= _KEPT:
            kept.clear()
        kept[iri] = _read_term(triples, iri)
    return kept[iri]


def read_named(triples: Triples, iri: str) -> Term:
    """Read what a term is called, and leave out what else is said of it, which takes a third of the time."""
    if triples.kept and (known := triples.kept.get(iri)):
        return known
    label, translations, _ = _labels(iri, triples.facts(NamedNode(iri), _NAMES), triples.language)
    return Term(iri, label, translations=translations)


def _read_term(triples: Triples, iri: str) -> Term:
    facts = triples.facts(NamedNode(iri), _OF_TERMS)
    label, translations, others = _labels(iri, facts, triples.language)
    classes = {value.value for value in facts.get(v.TYPE.value, ()) if isinstance(value, NamedNode)}
    return Term(
        iri,
        label,
        _texts(facts, v.ABBREVIATION),
        _sorted_texts({*others, *_texts(facts, v.ALT_LABEL)} - {label, *translations}),
        _definitions(triples, facts),
        tuple(sorted(classes - NOT_CLASSES)),
        v.MENTION.value in classes,
        _places(facts),
        translations,
    )


def read_evidence(triples: Triples, node: NamedNode | BlankNode) -> Evidence | None:
    """Read evidence; None where its subject, predicate or object is missing or no IRI."""
    facts = triples.facts(node)
    subject, relation = _iri(facts, v.SUBJECT), _iri(facts, v.PREDICATE)
    objects = _statement_objects(facts)
    if not (subject and relation and objects):
        return None
    return Evidence(
        Statement(subject, relation, objects[0]),
        _text(facts, v.QUOTE),
        next(iter(_places(facts)), Place("", 0, 0)),
        tuple(sorted(_qualifiers(facts))),
        any(text.value == "negative" for text in _texts(facts, v.POLARITY)),
        read_confidence(_text(facts, v.CONFIDENCE).value),
        _text(facts, v.RULE).value,
        _line(_text(facts, v.LINE).value),
    )


def read_question(triples: Triples, node: NamedNode) -> Question:
    """Read a question and its answer."""
    facts = triples.facts(node)
    answers = [value for value in facts.get(v.ACCEPTED_ANSWER.value, ()) if isinstance(value, NamedNode)]
    answer = triples.facts(min(answers, key=_key)) if answers else {}
    return Question(
        node.value,
        _iri(facts, v.ABOUT),
        _text(facts, v.NAME),
        _text(answer, v.TEXT),
        next(iter(_places(facts)), Place("", 0, 0)),
    )


def read_collection(triples: Triples, node: NamedNode) -> Collection:
    """Read a group of terms; members are those with an IRI, in order."""
    facts = triples.facts(node)
    label, *_ = _labels(node.value, facts, triples.language)
    members = (value.value for value in facts.get(v.MEMBER.value, ()) if isinstance(value, NamedNode))
    return Collection(node.value, label, tuple(sorted(members)))


def read_source(triples: Triples, node: NamedNode) -> Source:
    """Read a document that was built from."""
    facts = triples.facts(node)
    name, title, language = (_text(facts, one).value for one in (v.PATH, v.TITLE, v.LANGUAGE))
    return Source(node.value, name or local_name(node.value), title, language)


@lru_cache(maxsize=1024)
def language_rank(language: str, first: str = "en") -> tuple[int, str]:
    """Rank a language tag: the ``first`` language, English, then none, then the others by name."""
    tag, first = language.lower(), first.lower()
    for rank, wanted in enumerate(dict.fromkeys((first, primary(first), "en"))):
        if tag == wanted:
            return 2 * rank, tag
        if primary(tag) == wanted and tag:
            return 2 * rank + 1, tag
    return (6 if not tag else 7), tag


def local_name(iri: str) -> str:
    """Give what stands behind the last ``#``, ``/`` or ``:`` of an IRI, percent signs decoded.

    >>> local_name("http://www.w3.org/2004/02/skos/core#broader"), local_name("https://example.org/a/")
    ('broader', 'a')
    """
    name = re.split(r"[#/:]", iri.rstrip("#/:"))[-1] or iri
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name)


def words_of(name: str) -> str:
    """Spell a local name as words.

    >>> words_of("worksOn"), words_of("product-manager"), words_of("hasKPI")
    ('works on', 'product manager', 'has KPI')
    """
    words = re.sub(r"[-_+\s]+|(?<=[a-z0-9])(?=[A-Z])", " ", name).split()
    return " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in words) or name


def _labels(iri: str, facts: Facts, language: str) -> tuple[Text, tuple[Text, ...], tuple[Text, ...]]:
    """Choose the label, of the best property and language; give those of other languages, and the rest."""
    for predicate in v.LABELS:
        if texts := _texts(facts, predicate):
            label = min(texts, key=lambda text: (language_rank(text.language, language), text.value))
            first = {
                text.language: text for text in reversed(texts) if text.language not in ("", label.language)
            }
            translations = _sorted_texts(first.values())
            return label, translations, tuple(text for text in texts if text not in (label, *translations))
    return Text(local_name(iri)), (), ()


def _texts(facts: Facts, predicate: NamedNode) -> tuple[Text, ...]:
    values = facts.get(predicate.value, ())
    return _sorted_texts({_as_text(value) for value in values if isinstance(value, Literal)})


def _text(facts: Facts, predicate: NamedNode) -> Text:
    return next(iter(_texts(facts, predicate)), Text(""))


def _line(text: str) -> int:
    """Read the number of a line; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() else 0


def read_confidence(text: str) -> float | None:
    """Read a number from 0 to 1; None for anything else, which the shapes report."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def _sorted_texts(texts: Iterable[Text], language: str = "en") -> tuple[Text, ...]:
    return tuple(sorted(texts, key=lambda text: (language_rank(text.language, language), text.value)))


def _as_text(literal: Literal) -> Text:
    return Text(literal.value, literal.language or "")


def _definitions(triples: Triples, facts: Facts) -> tuple[Text, ...]:
    """Read definitions: literals, or nodes that carry one as ``rdf:value`` (SKOS Primer, 4.2)."""
    for predicate in v.DEFINITIONS:
        found = {text for value in facts.get(predicate.value, ()) for text in _documentation(triples, value)}
        if found:
            return _sorted_texts(found, triples.language)
    return ()


def _documentation(triples: Triples, value: Value) -> Iterator[Text]:
    if isinstance(value, Literal):
        yield _as_text(value)
    elif isinstance(value, NamedNode | BlankNode):
        values = triples.objects(value, v.VALUE)
        yield from (_as_text(one) for one in values if isinstance(one, Literal))


def _places(facts: Facts) -> tuple[Place, ...]:
    values = facts.get(v.DERIVED_FROM.value, ())
    return tuple(sorted({Place.from_iri(value.value) for value in values if isinstance(value, NamedNode)}))


def _iri(facts: Facts, predicate: NamedNode) -> str:
    return min(
        (value.value for value in facts.get(predicate.value, ()) if isinstance(value, NamedNode)), default=""
    )


def _statement_objects(facts: Facts) -> list[str | Text]:
    values = sorted(facts.get(v.OBJECT.value, ()), key=_key)
    iris: list[str | Text] = [value.value for value in values if isinstance(value, NamedNode)]
    return iris or [_as_text(value) for value in values if isinstance(value, Literal)]


def _qualifiers(facts: Facts) -> Iterator[tuple[str, str]]:
    for predicate, values in facts.items():
        if predicate.startswith(RG) and predicate not in _NOT_QUALIFIERS:
            yield from ((predicate[len(RG) :], value.value) for value in values if isinstance(value, Literal))


def _key(value: Value) -> str:
    return str(value)
