"""From sources to a graph: read, recognise, link, type, record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from rolegraph.extraction import genus
from rolegraph.extraction.accounts import EntryReader
from rolegraph.extraction.classes import Classifier
from rolegraph.extraction.contexts import Context
from rolegraph.extraction.entries import Entry, Skip
from rolegraph.extraction.errors import BuildError, Failure
from rolegraph.extraction.extractors import Extractor, chosen_extractors
from rolegraph.extraction.hyperlinks import Hyperlinks
from rolegraph.extraction.linking import Glossary, class_of_entry
from rolegraph.extraction.prose import ProseReader
from rolegraph.extraction.recognition import recognise
from rolegraph.extraction.recording import Recorder, source_iri
from rolegraph.extraction.sections import Announcer
from rolegraph.extraction.sentences import sentences
from rolegraph.graph import DEFAULT_BASE, Evidence, KnowledgeGraph, Source, Term, fold
from rolegraph.ontology import RG, Ontology, load
from rolegraph.readers import Document, ReadError, SourceFile, find, read

__all__ = ["Build", "build"]


class Build(NamedTuple):
    """A graph and what became of its sources.

    ``skipped`` are pieces of text that say nothing for the graph; ``failures`` are sources that could not be read
    (only with ``keep_going``); ``documents`` counts those that were.
    """

    graph: KnowledgeGraph
    terms: list[Term]
    evidence: list[Evidence]
    skipped: list[Skip]
    failures: list[Failure]
    documents: int


def build(
    sources: Sequence[str],
    *,
    base: str = DEFAULT_BASE,
    ontology: Ontology | None = None,
    keep_going: bool = False,
    title: str = "",
    extractors: Sequence[str | Extractor] | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Build:
    r"""Build a graph from files and folders of glossaries and role descriptions.

    ``extractors`` are those to run, by name or as they are; None means those that ship with rolegraph.
    ``progress`` is told after each document how many of how many steps are done.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open(os.path.join(folder, "terms.md"), "w") as file:
    ...         _ = file.write("- Retention: a metric that product managers watch.\\n")
    ...     [str(term.label.value) for term in build([folder]).terms if not term.mention]
    ['Retention']

    :raises BuildError: if a source cannot be read and ``keep_going`` is not set; it lists all of them.
    :raises ExtractorError: if an extractor is unknown or can't be loaded.
    """
    ontology = ontology or load()
    chosen = chosen_extractors(extractors)
    found = find(sources)
    documents, failures = _read_all(found.files, progress)
    failures = [Failure(error.name, str(error)) for error in found.failures] + failures
    if failures and not keep_going:
        raise BuildError(failures)
    entries, skipped = _recognised(documents, ontology)
    skipped += [Skip(each.name, 0, "", each.reason) for each in found.skipped]
    glossary = Glossary(entries)
    reader = _reader(glossary, ontology)
    recorder = Recorder(glossary, ontology, base)
    entries = [entry for entry in entries if fold(entry.label) in glossary.merged]
    entry_reader = EntryReader(Context(glossary, reader), chosen)
    for number, (source, own) in enumerate(groupby(entries, key=lambda entry: entry.source), 1):
        account = entry_reader.account(source, own)
        recorder.add(account)
        skipped += account.skipped
        failures += account.failures
        progress(len(documents) + number, 2 * len(documents))
    if failures and not keep_going:
        raise BuildError(failures)
    graph = KnowledgeGraph.from_record(
        terms := recorder.terms(),
        evidence := recorder.evidence(),
        recorder.questions(),
        [_source(document, base) for document in documents],
        base=base,
        title=title,
        ontology=ontology,
    )
    return Build(graph, terms, evidence, sorted(skipped), failures, len(documents))


def _read_all(
    files: Sequence[SourceFile], progress: Callable[[int, int], None]
) -> tuple[list[Document], list[Failure]]:
    documents, failures = [], []
    for number, file in enumerate(files, 1):
        try:
            documents.append(read(file.path, file.name))
        except ReadError as error:
            failures.append(Failure(file.name, str(ReadError(file.path, error.message, error.line))))
        progress(number, 2 * len(files))
    return documents, failures


def _recognised(documents: Sequence[Document], ontology: Ontology) -> tuple[list[Entry], list[Skip]]:
    announcer = Announcer(ontology)
    entries: list[Entry] = []
    skipped: list[Skip] = []
    for document in documents:
        found, left_out = recognise(document, ontology, announcer)
        entries += found
        skipped += left_out
        if not found:
            skipped.append(Skip(document.name, 1, "", "no entry was recognised in this document"))
    return entries, skipped


def _reader(glossary: Glossary, ontology: Ontology) -> ProseReader:
    """Make a reader that knows all names, and tell it the class of each entry."""
    classifier = Classifier(ontology, glossary.classes)
    reader = ProseReader(ontology, glossary.names(), classifier, Hyperlinks(glossary))
    for key, merged in glossary.merged.items():
        declared = [iri for entry in merged.entries for iri in entry.classes]
        by_genus = next(
            (found for entry in merged.entries if (found := _genus_class(entry, key, reader))), ()
        )
        glossary.classes[key] = class_of_entry(declared, classifier.of_name(merged.label), by_genus)
    return reader


_ROLE_NOUNS = frozenset(
    {"role", "job", "position", "person", "professional", "someone", "title", "profession"}
)


def _genus_class(entry: Entry, key: str, reader: ProseReader) -> tuple[str, ...]:
    if entry.definition is None:
        return ()
    for sentence in list(sentences(entry.definition))[:2]:
        tokens = reader.tagged(sentence.text)
        start = genus.definition_start(tokens, key)
        phrase, end = genus.read_genus(tokens, start) if start is not None else (None, -1)
        if phrase is None and end > 0 and tokens[end - 1].lower in _ROLE_NOUNS:
            return (RG + "Role",)
        if phrase and phrase.keys != (key,):
            return reader.classifier.of_name(phrase.text)
    return ()


def _source(document: Document, base: str) -> Source:
    title = str(document.meta.get("title") or "")
    return Source(source_iri(document.name, base), document.name, title, document.language)
