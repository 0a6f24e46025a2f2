"""From sources to a graph: read, recognise, link, type, record."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rolegraph.extraction import genus
from rolegraph.extraction.classes import Classifier
from rolegraph.extraction.column_titles import ColumnTitles
from rolegraph.extraction.confidence import MIN_CONFIDENCE
from rolegraph.extraction.detection import with_language
from rolegraph.extraction.entries import Entry, Skip
from rolegraph.extraction.errors import BuildError, Failure
from rolegraph.extraction.hyperlinks import Hyperlinks
from rolegraph.extraction.linking import Glossary, class_of_entry
from rolegraph.extraction.prose import ProseReader, headword
from rolegraph.extraction.recognition import recognise
from rolegraph.extraction.recording import Recorder, source_iri
from rolegraph.extraction.reviewing import Outcome, Record, Setting, obey, sift
from rolegraph.extraction.same_terms import joined
from rolegraph.extraction.sections import Announcer
from rolegraph.extraction.sentences import sentences
from rolegraph.extraction.verdicts import REVIEW_FILES, read_verdicts, reviews_in
from rolegraph.graph import DEFAULT_BASE, Evidence, KnowledgeGraph, Source, Term
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG, Ontology, load
from rolegraph.readers import Document, Found, ReadError, SourceFile, find, read

__all__ = ["Build", "Form", "build"]


class Form(NamedTuple):
    """The form in which a document was recognised, empty where none was, and how much of its text has a place."""

    source: str
    name: str
    share: float


class Build(NamedTuple):
    """A graph and what became of its sources.

    ``skipped`` are pieces of text that say nothing for the graph; ``failures`` are sources that could not be read
    (only with ``keep_going``); ``documents`` counts those that were, and ``forms`` tells the form of each; ``unused``
    are the columns that were given a meaning and that no document has; ``doubtful`` the number of statements that were
    not sure enough; ``review`` tells what became of the verdicts of reviews; ``unsettled`` are statements whose ends
    are names, one of which can mean several terms.
    """

    graph: KnowledgeGraph
    terms: list[Term]
    evidence: list[Evidence]
    skipped: list[Skip]
    failures: list[Failure]
    documents: int
    forms: list[Form]
    unused: tuple[str, ...] = ()
    doubtful: int = 0
    review: Outcome = Outcome()
    unsettled: Sequence[Evidence] = ()


def build(
    sources: Sequence[str],
    *,
    base: str = DEFAULT_BASE,
    ontology: Ontology | None = None,
    keep_going: bool = False,
    title: str = "",
    columns: Mapping[str, str] | None = None,
    language: str = "",
    min_confidence: float = MIN_CONFIDENCE,
    reviews: Sequence[str] | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Build:
    r"""Build a graph from files and folders of glossaries and role descriptions.

    ``columns`` says what columns of tables hold: it maps a title, a letter or a number to a field (``term``,
    ``abbreviation``, ``definition`` …, in a language ``term@fr``), to ``ignore`` or to a relation type.
    ``language`` is the tag of documents that do not tell theirs; without it, it is told from their words.
    Statements that are less sure than ``min_confidence`` are left out. ``reviews`` are the files of reviews to obey;
    without them, those that stand in folders of sources. ``progress`` is told after each document how many of how
    many steps are done.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open(os.path.join(folder, "terms.md"), "w") as file:
    ...         _ = file.write("- Retention: a metric that product managers watch.\\n")
    ...     [str(term.label.value) for term in build([folder]).terms if not term.mention]
    ['Retention']

    :raises BuildError: if a source cannot be read and ``keep_going`` is not set; it lists all of them.
    :raises ReviewError: if a review says what cannot be obeyed; it lists all of it.
    :raises UnknownName: (a KeyError) if a column is mapped to what is neither a field nor a relation type.
    """
    ontology = ontology or load()
    titles = ColumnTitles(ontology, columns)
    verdicts = read_verdicts(reviews_in(sources) if reviews is None else reviews, ontology)
    found = _without_reviews(find(sources))
    documents, failures = _read_all(found.files, language, progress)
    failures = [Failure(error.name, str(error)) for error in found.failures] + failures
    if failures and not keep_going:
        raise BuildError(failures)
    entries, skipped, forms = _recognised(documents, ontology, titles)
    skipped += [Skip(each.name, 0, "", each.reason) for each in found.skipped]
    entries = joined(entries)
    glossary = Glossary(entries)
    reader = _reader(glossary, ontology)
    recorder = Recorder(glossary, reader, base)
    entries = [entry for entry in entries if entry.key in glossary.merged]
    _read_entries(entries, recorder, len(documents), progress)
    sources_read = [_source(document, base) for document in documents]
    setting = Setting(ontology, base, reader.classifier.of_name, {one.iri: one.name for one in sources_read})
    read_record = Record(recorder.terms(), recorder.evidence(), recorder.unsettled)
    reviewed, outcome = obey(read_record, verdicts, setting)
    terms, evidence, _ = sift(reviewed, min_confidence)
    record = (terms, evidence, recorder.questions(), sources_read, recorder.collections())
    graph = KnowledgeGraph.from_record(
        *record, base=base, title=title, language=recorder.language, ontology=ontology
    )
    return Build(
        graph,
        terms,
        evidence,
        sorted([*skipped, *_still_open(recorder.skipped, outcome)]),
        failures,
        len(documents),
        forms,
        tuple(titles.missing_in(documents)),
        doubtful=len(reviewed.evidence) - len(evidence),
        review=outcome,
        unsettled=tuple(dict.fromkeys(recorder.unsettled)),
    )


def _still_open(skips: Sequence[Skip], outcome: Outcome) -> list[Skip]:
    """Leave out of what was skipped the statements that a review settled."""
    settled = {(one.quote.value, one.place.first) for one in outcome.settled}
    return [skip for skip in skips if (skip.text, skip.line) not in settled]


def _without_reviews(found: Found) -> Found:
    """Leave out the reviews that stand among the sources: they are obeyed and not read."""
    files = [file for file in found.files if os.path.basename(file.path) not in REVIEW_FILES]
    skipped = [file for file in found.skipped if file.name.rpartition("/")[2] not in REVIEW_FILES]
    return found._replace(files=files, skipped=skipped)


def _read_all(
    files: Sequence[SourceFile], language: str, progress: Callable[[int, int], None]
) -> tuple[list[Document], list[Failure]]:
    documents, failures = [], []
    for number, file in enumerate(files, 1):
        try:
            documents.append(with_language(read(*file), language))
        except ReadError as error:
            failures.append(Failure(file.name, str(ReadError(file.place, error.message, error.line))))
        progress(number, 2 * len(files))
    return documents, failures


def _recognised(
    documents: Sequence[Document], ontology: Ontology, titles: ColumnTitles
) -> tuple[list[Entry], list[Skip], list[Form]]:
    announcer = Announcer(ontology)
    entries: list[Entry] = []
    skipped: list[Skip] = []
    forms: list[Form] = []
    for document in documents:
        found = recognise(document, ontology, announcer, titles)
        entries += found.entries
        skipped += found.skipped
        forms.append(Form(document.name, found.form, found.share))
    return entries, skipped, forms


def _reader(glossary: Glossary, ontology: Ontology) -> ProseReader:
    """Make a reader that knows all names, and tell it the class of each entry."""
    classifier = Classifier(ontology, glossary.classes)
    reader = ProseReader(ontology, glossary.names, classifier, Hyperlinks(glossary))
    for key, merged in glossary.merged.items():
        declared = [iri for entry in merged.entries for iri in entry.classes]
        by_genus = next(
            (found for entry in merged.entries if (found := _genus_class(entry, key, reader))), ()
        )
        glossary.classes[key] = class_of_entry(
            declared, classifier.of_name(merged.label, merged.entries[0].language), by_genus
        )
    return reader


_ROLE_NOUNS = frozenset(
    {"role", "job", "position", "person", "professional", "someone", "title", "profession"}
)


def _genus_class(entry: Entry, key: str, reader: ProseReader) -> tuple[str, ...]:
    if entry.definition is None:
        return ()
    if primary(entry.language) != "en":
        first = next(sentences(entry.definition, entry.language), None)
        phrase = reader.plain(entry.language).genus(first.text, headword(entry)) if first else None
        return reader.classifier.of_phrase(phrase) if phrase and phrase.keys != (key,) else ()
    for sentence in list(sentences(entry.definition))[:2]:
        tokens = reader.tagged(sentence.text)
        start = genus.definition_start(tokens, key)
        phrase, end = genus.read_genus(tokens, start) if start is not None else (None, -1)
        if phrase is None and end > 0 and tokens[end - 1].lower in _ROLE_NOUNS:
            return (RG + "Role",)
        if phrase and phrase.keys != (key,):
            return reader.classifier.of_name(phrase.text)
    return ()


def _read_entries(
    entries: Sequence[Entry], recorder: Recorder, documents: int, progress: Callable[[int, int], None]
) -> None:
    sources: set[str] = set()
    for entry in entries:
        recorder.add(entry)
        if entry.source not in sources:
            sources.add(entry.source)
            progress(documents + len(sources), 2 * documents)


def _source(document: Document, base: str) -> Source:
    title = str(document.meta.get("title") or document.meta.get("dc:title") or "")
    return Source(source_iri(document.name, base), document.name, title, document.language)
