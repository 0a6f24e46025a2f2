"""From sources to a graph: survey, link, read, record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rolegraph.extraction import shelves
from rolegraph.extraction.classes import Classifier
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import BuildError, Failure
from rolegraph.extraction.extractors import Extractor, chosen_extractors
from rolegraph.extraction.linking import Glossary, class_of_entry
from rolegraph.extraction.recording import Recorder, source_iri
from rolegraph.extraction.stages import Setting, account_stage, class_stage, survey_stage
from rolegraph.extraction.workers import Workers
from rolegraph.graph import DEFAULT_BASE, Evidence, KnowledgeGraph, Source, Term
from rolegraph.ontology import Ontology, load
from rolegraph.readers import SourceFile, find

if TYPE_CHECKING:
    from rolegraph.extraction.shelves import Shelf
    from rolegraph.extraction.surveys import Survey, Surveyed

__all__ = ["Build", "build"]

_Result = TypeVar("_Result")

_SHARE = 64 << 10
"""Bytes of text for which it pays to start a process."""

_LITTLE = 8 << 20
"""Bytes of text that may lie in memory while the others are read."""

_CACHE_BYTES = 512 << 20


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
    jobs: int = 1,
    cache: str | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Build:
    r"""Build a graph from files and folders of glossaries and role descriptions.

    ``extractors`` are those to run, by name or as they are; None means those that ship with rolegraph. At most
    ``jobs`` processes read at once, fewer where there is little to read. ``cache`` is a folder in which what was
    read is kept for later builds. Neither changes the result. ``progress`` is told how many of how many steps
    are done.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open(os.path.join(folder, "terms.md"), "w") as file:
    ...         _ = file.write("- Retention: a metric that product managers watch.\\n")
    ...     [str(term.label.value) for term in build([folder]).terms if not term.mention]
    ['Retention']

    :raises BuildError: if a source cannot be read and ``keep_going`` is not set; it lists all of them.
    :raises ExtractorError: if an extractor is unknown or can't be loaded.
    :raises WorkerLost: if a process that reads is killed.
    """
    ontology = ontology or load()
    chosen = chosen_extractors(extractors)
    found = find(sources)
    size = _size(found.files)
    jobs = max(1, min(jobs, len(found.files), size // _SHARE))
    with _shelf(cache, in_memory=jobs == 1 and size <= _LITTLE) as shelf:
        setting = Setting(ontology, chosen, shelf, _edition(ontology) if shelf.lasting else "")
        reading = _Reading(setting, found.files, jobs, progress)
        reading.failures += [Failure(error.name, str(error)) for error in found.failures]
        reading.skipped += [Skip(each.name, 0, "", each.reason) for each in found.skipped]
        surveys = reading.surveys()
        _check(reading.failures, keep_going)
        glossary = reading.glossary(surveys)
        recorder = reading.record(surveys, glossary, Recorder(glossary, ontology, base))
        _check(reading.failures, keep_going)
    if cache is not None:
        shelves.prune(cache, _CACHE_BYTES)
    graph = KnowledgeGraph.from_record(
        terms := recorder.terms(),
        evidence := recorder.evidence(),
        recorder.questions(),
        [_source(survey, base) for _, survey in surveys],
        base=base,
        title=title,
        ontology=ontology,
    )
    return Build(graph, terms, evidence, sorted(reading.skipped), reading.failures, len(surveys))


def _size(files: Sequence[SourceFile]) -> int:
    """Count the bytes of all files; one that can't be looked at is told of when it is read."""
    size = 0
    for file in files:
        with suppress(OSError):
            size += os.path.getsize(file.path)
    return size


def _shelf(cache: str | None, *, in_memory: bool) -> AbstractContextManager[Shelf]:
    """Choose where the text of entries lies between the stages."""
    if cache is not None:
        return nullcontext(shelves.Folder(cache, lasting=True))
    return nullcontext(shelves.Memory()) if in_memory else shelves.temporary()


def _edition(ontology: Ontology) -> str:
    from rolegraph.extraction.editions import edition  # only a cache needs it

    return edition(ontology)


def _check(failures: Sequence[Failure], keep_going: bool) -> None:
    if failures and not keep_going:
        raise BuildError(failures)


class _Reading:
    """Reads files in three stages: a survey of each; the classes of all entries; what each document says."""

    def __init__(
        self,
        setting: Setting,
        files: Sequence[SourceFile],
        jobs: int,
        progress: Callable[[int, int], None],
    ) -> None:
        self._setting, self._files, self._jobs = setting, files, jobs
        self._progress, self._done = progress, 0
        self.skipped: list[Skip] = []
        self.failures: list[Failure] = []

    def surveys(self) -> list[tuple[Surveyed, Survey]]:
        """Survey all files."""
        found = []
        with Workers(partial(survey_stage, self._setting), self._jobs) as workers:
            for each in workers.map(self._files):
                self._step()
                if isinstance(each, Failure):
                    self.failures.append(each)
                else:
                    self.skipped += each[1].skipped
                    found.append(each)
        return found

    def glossary(self, surveys: Sequence[tuple[Surveyed, Survey]]) -> Glossary:
        """Merge all entries, and tell the class of each."""
        glossary = Glossary(entry for _, survey in surveys for entry in survey.entries)
        glossary.names()  # gathered here, for the processes that begin as copies of this one
        told: dict[int, tuple[str, ...]] = {}
        with Workers(partial(class_stage, self._setting, glossary), self._jobs) as workers:
            classes = workers.map([surveyed for surveyed, _ in surveys])
            for (_, survey), found in zip(surveys, self._sound(classes), strict=True):
                told.update(
                    (id(entry), tuple(own)) for entry, own in zip(survey.entries, found or (), strict=False)
                )
        glossary.classes = dict(_classes(glossary, self._setting.ontology, told))
        return glossary

    def record(
        self, surveys: Sequence[tuple[Surveyed, Survey]], glossary: Glossary, recorder: Recorder
    ) -> Recorder:
        """Read what all documents say."""
        with Workers(partial(account_stage, self._setting, glossary), self._jobs) as workers:
            for account in self._sound(workers.map([surveyed for surveyed, _ in surveys])):
                if account is not None:
                    recorder.add(account)
                    self.skipped += account.skipped
                    self.failures += account.failures
        return recorder

    def _sound(self, results: Iterator[_Result | Failure]) -> Iterator[_Result | None]:
        """Give results; a failure is noted, and None given in its place."""
        for result in results:
            self._step()
            if isinstance(result, Failure):
                self.failures.append(result)
                yield None
            else:
                yield result

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, 3 * len(self._files))


def _classes(
    glossary: Glossary, ontology: Ontology, told: dict[int, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    classifier = Classifier(ontology, {})
    for key, merged in glossary.merged.items():
        declared = [iri for entry in merged.entries for iri in entry.classes]
        by_genus = next((found for entry in merged.entries if (found := told.get(id(entry)))), ())
        yield key, class_of_entry(declared, classifier.of_name(merged.label), by_genus)


def _source(survey: Survey, base: str) -> Source:
    return Source(source_iri(survey.name, base), survey.name, survey.title, survey.language)
