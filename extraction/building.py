"""From sources to a graph: survey, link, read, record."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.classes import Classifier
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import BuildError, Failure
from rolegraph.extraction.passes import shelves
from rolegraph.extraction.passes.extractors import Extractor, chosen_extractors
from rolegraph.extraction.passes.passes import Form, Passes
from rolegraph.extraction.passes.recording import Recorder, source_iri
from rolegraph.extraction.passes.stages import Tools
from rolegraph.extraction.passes.surveys import Look
from rolegraph.extraction.review.confidence import MIN_CONFIDENCE
from rolegraph.extraction.review.doubts import Rulings, is_doubt, with_classes
from rolegraph.extraction.review.reviewing import Outcome, Record, Setting, obey, sift
from rolegraph.extraction.review.verdicts import REVIEW_FILES, read_verdicts, reviews_in
from rolegraph.extraction.sheets.column_titles import ColumnTitles
from rolegraph.graph import DEFAULT_BASE, Evidence, KnowledgeGraph, Source, Term
from rolegraph.graph.own_types import declaration_quads
from rolegraph.ontology import Ontology, load
from rolegraph.readers import Found, SourceFile, find

if TYPE_CHECKING:
    from rolegraph.extraction.links.homonyms import Homonym
    from rolegraph.extraction.passes.shelves import Shelf
    from rolegraph.extraction.passes.surveys import Survey
    from rolegraph.extraction.review.doubts import DoubtfulClass
    from rolegraph.extraction.review.verdicts import Verdict

__all__ = ["Build", "Form", "build"]

_SHARE = 64 << 10
"""Bytes of text for which it pays to start a process."""

_LITTLE = 256 << 10
"""Bytes of text that may lie in memory while the others are read."""

_CACHE_BYTES = 512 << 20


class Build(NamedTuple):
    """A graph and what became of its sources.

    ``skipped`` are pieces of text that say nothing for the graph; ``failures`` are sources that could not be read
    (only with ``keep_going``); ``documents`` counts those that were, and ``forms`` tells the form of each; ``unused``
    are the columns that were given a meaning and that no document has; ``doubtful`` the number of statements that were
    not sure enough; ``review`` tells what became of the verdicts of reviews; ``unsettled`` are statements whose ends
    are names, one of which can mean several terms; ``homonyms`` are labels that are defined in words that have
    nothing in common, as terms of their own or, where that is open, as one; ``doubts`` are terms whose class is told
    in two ways, if asked for.
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
    homonyms: Sequence[Homonym] = ()
    doubts: Sequence[DoubtfulClass] = ()


def build(
    sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    base: str = DEFAULT_BASE,
    ontology: Ontology | None = None,
    keep_going: bool = False,
    title: str = "",
    columns: Mapping[str, str] | None = None,
    language: str = "",
    min_confidence: float = MIN_CONFIDENCE,
    reviews: Sequence[str] | None = None,
    extractors: Sequence[str | Extractor] | None = None,
    jobs: int = 1,
    cache: str | None = None,
    doubts: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Build:
    r"""Build a graph from files and folders of glossaries and role descriptions, one or several.

    ``columns`` says what columns of tables hold: it maps a title, a letter or a number to a field (``term``,
    ``abbreviation``, ``definition`` …, in a language ``term@fr``), to ``ignore`` or to a relation type.
    ``language`` is the tag of documents that do not tell theirs; without it, it is told from their words.
    Statements that are less sure than ``min_confidence`` are left out. ``reviews`` are the files of reviews to obey;
    without them, those that stand in folders of sources. ``extractors`` are those to run, by name or as they are;
    None means those that ship with rolegraph. At most ``jobs`` processes read at once, fewer where there is little
    to read. ``cache`` is a folder in which what was read is kept for later builds. Neither changes the result.
    With ``doubts`` the terms whose class is doubtful are looked for as well, which takes longer.
    ``progress`` is told how many of how many steps are done.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open(os.path.join(folder, "terms.md"), "w") as file:
    ...         _ = file.write("- Retention: a metric that product managers watch.\\n")
    ...     [str(term.label.value) for term in build([folder]).terms if not term.mention]
    ['Retention']

    :raises BuildError: if a source cannot be read and ``keep_going`` is not set; it lists all of them.
    :raises ReviewError: if a review says what cannot be obeyed; it lists all of it.
    :raises UnknownName: (a KeyError) if a column is mapped to what is neither a field nor a relation type.
    :raises ExtractorError: if an extractor is unknown or can't be loaded.
    :raises WorkerLost: if a process that reads is killed.
    """
    look = Look(ontology or load(), dict(columns or {}), language)
    ColumnTitles(look.ontology, look.columns)  # refuses what is no field before anything is read
    order = _Order(look, base, title, keep_going, min_confidence, chosen_extractors(extractors))
    paths = _paths(sources)
    verdicts = read_verdicts(reviews_in(paths) if reviews is None else reviews, look.ontology)
    rulings = Rulings(verdicts, look.ontology)
    found = _without_reviews(find(paths))
    size = _size(found.files)
    jobs = max(1, min(jobs, len(found.files), size // _SHARE))
    with _shelf(cache, in_memory=jobs == 1 and size <= _LITTLE) as shelf:
        tools = Tools(look, order.extractors, shelf, _edition(look) if shelf.lasting else "", doubts)
        passes = Passes(tools, found.files, jobs, progress, rulings)
        recorder = _read(passes, found, order)
    if cache is not None:
        shelves.prune(cache, _CACHE_BYTES)
    return _built(passes, recorder, _Decided(verdicts, rulings), order)


class _Order(NamedTuple):
    """What a build was asked for."""

    look: Look
    base: str
    title: str
    keep_going: bool
    min_confidence: float
    extractors: Sequence[Extractor]


class _Decided(NamedTuple):
    """What a review decided: all verdicts, and those on meanings and classes as they are obeyed."""

    verdicts: Sequence[Verdict]
    rulings: Rulings

    def on_statements(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if not is_doubt(verdict.row)]

    def stale(self) -> tuple[Verdict, ...]:
        """Give the decisions on meanings and classes that nothing was about."""
        doubts = (verdict for verdict in self.verdicts if is_doubt(verdict.row))
        return tuple(verdict for verdict in doubts if verdict.row.id not in self.rulings.used)


def _paths(sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]]) -> list[str]:
    """Give the paths of sources; a path alone is one source, and not as many as it has letters."""
    if isinstance(sources, str | os.PathLike):
        return [os.fspath(sources)]
    return [os.fspath(source) for source in sources]


def _read(passes: Passes, found: Found, order: _Order) -> Recorder:
    """Take all passes. Raises BuildError where something failed and that is not to be passed over."""
    passes.failures += [Failure(error.name, str(error)) for error in found.failures]
    passes.skipped += [Skip(each.name, 0, "", each.reason) for each in found.skipped]
    passes.survey()
    _check(passes.failures, order)
    glossary = passes.glossary()
    recorder = Recorder(glossary, order.look.ontology, order.base)
    passes.record(glossary, recorder)
    _check(passes.failures, order)
    return recorder


def _check(failures: Sequence[Failure], order: _Order) -> None:
    if failures and not order.keep_going:
        raise BuildError(failures)


def _built(passes: Passes, recorder: Recorder, decided: _Decided, order: _Order) -> Build:
    """Obey the review, leave out what is not sure enough, and make the graph."""
    ontology, base = order.look.ontology, order.base
    sources = [_source(survey, base) for survey in passes.surveys]
    classes = Classifier(ontology, {}).of_name
    names = {one.iri: one.name for one in sources}
    terms = with_classes(recorder.terms(), decided.rulings)
    read = Record(terms, recorder.evidence(), recorder.unsettled)
    reviewed, outcome = obey(read, decided.on_statements(), Setting(ontology, base, classes, names))
    stale = (*outcome.stale, *decided.stale())
    outcome = outcome._replace(stale=stale, doubts=len(decided.rulings.used))
    terms, evidence, _ = sift(reviewed, order.min_confidence)
    record = (terms, evidence, recorder.questions(), sources, recorder.collections())
    graph = KnowledgeGraph.from_record(
        *record, base=base, title=order.title, language=recorder.language, ontology=ontology
    )
    declared = list(declaration_quads(ontology, terms, evidence))
    if declared:
        graph.store.extend(declared)
    return Build(
        graph,
        terms,
        evidence,
        sorted(_still_open(passes.skipped, outcome)),
        passes.failures,
        len(passes.surveys),
        passes.forms(),
        passes.unused(),
        doubtful=len(reviewed.evidence) - len(evidence),
        review=outcome,
        unsettled=tuple(dict.fromkeys(recorder.unsettled)),
        homonyms=tuple(passes.homonyms),
        doubts=(*passes.doubts, *recorder.doubts(evidence, names)),
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


def _size(files: Sequence[SourceFile]) -> int:
    """Count the bytes of all files, an archive once; one that can't be looked at is told of when it is read."""
    size = 0
    for path in {file.path for file in files}:
        with suppress(OSError):
            size += os.path.getsize(path)
    return size


def _shelf(cache: str | None, *, in_memory: bool) -> AbstractContextManager[Shelf]:
    """Choose where the text of entries lies between the passes."""
    if cache is not None:
        return nullcontext(shelves.Folder(cache, lasting=True))
    return nullcontext(shelves.Memory()) if in_memory else shelves.temporary()


def _edition(look: Look) -> str:
    from rolegraph.extraction.passes.editions import edition  # only a cache needs it

    return edition(look)


def _source(survey: Survey, base: str) -> Source:
    return Source(source_iri(survey.name, base), survey.name, survey.title, survey.language)
