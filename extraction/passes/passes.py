"""The three passes over all files: a survey of each, the classes of all entries, what each document says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rolegraph.extraction.errors import Failure
from rolegraph.extraction.forms.same_terms import joined, renamings
from rolegraph.extraction.links.homonyms import Homonym, told_apart
from rolegraph.extraction.links.linking import Glossary
from rolegraph.extraction.passes.classing import Classing
from rolegraph.extraction.passes.stages import account_stage, class_stage, reader_of, survey_stage
from rolegraph.extraction.passes.workers import Workers
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Skip
    from rolegraph.extraction.passes.recording import Recorder
    from rolegraph.extraction.passes.stages import Tools
    from rolegraph.extraction.passes.surveys import Survey, Surveyed
    from rolegraph.extraction.prose.genus_classes import Genus
    from rolegraph.extraction.review.doubts import DoubtfulClass, Rulings
    from rolegraph.readers import SourceFile

__all__ = ["Form", "Passes"]

_Result = TypeVar("_Result")


class Form(NamedTuple):
    """The form in which a document was recognised, empty where none was, and how much of its text has a place."""

    source: str
    name: str
    share: float


class Passes:
    """Reads files with at most so many ``jobs``; notes what was skipped and what failed."""

    def __init__(
        self,
        tools: Tools,
        files: Sequence[SourceFile],
        jobs: int,
        progress: Callable[[int, int], None],
        rulings: Rulings,
    ) -> None:
        self._tools, self._files, self._jobs, self._rulings = tools, files, jobs, rulings
        self._progress, self._done = progress, 0
        self._surveyed: list[Surveyed] = []
        self.surveys: list[Survey] = []
        self.skipped: list[Skip] = []
        self.failures: list[Failure] = []
        self.homonyms: list[Homonym] = []
        self.doubts: list[DoubtfulClass] = []

    def survey(self) -> None:
        """Survey all files, make entries that are one term under two names one, and tell homonyms apart."""
        with Workers(partial(survey_stage, self._tools), self._jobs) as workers:
            for each in self._sound(workers.map(self._files)):
                if each is not None:
                    self.skipped += each[1].skipped
                    self._surveyed.append(each[0])
                    self.surveys.append(each[1]._replace(skipped=[]))
        self._join()

    def _join(self) -> None:
        """Join entries of all documents, and note for each document what became of its own."""
        names = [[entry.names() for entry in survey.entries] for survey in self.surveys]
        left = joined(entry for each in self.surveys for entry in each.entries)
        self.homonyms, used = told_apart(left, partial(reader_of, self._tools), self._rulings.meanings)
        self._rulings.used |= used
        kept = set(map(id, left))
        for number, survey in enumerate(self.surveys):
            changes = renamings(survey.entries, names[number], kept)
            self._surveyed[number] = self._surveyed[number]._replace(renamings=changes)
            own = [entry for entry in survey.entries if id(entry) in kept]
            self.surveys[number] = survey._replace(entries=own)

    def forms(self) -> list[Form]:
        """Tell the form of each document."""
        return [Form(survey.name, survey.form, survey.share) for survey in self.surveys]

    def unused(self) -> tuple[str, ...]:
        """Name the columns that were given a meaning and that no document has."""
        lacking = [survey.lacking for survey in self.surveys] or [list(self._tools.look.columns)]
        return tuple(name for name in lacking[0] if all(name in each for each in lacking))

    def glossary(self) -> Glossary:
        """Merge all entries, and tell the class of each."""
        glossary = Glossary(entry for survey in self.surveys for entry in survey.entries)
        for language in {"en", *(primary(survey.language) for survey in self.surveys)}:
            glossary.names(language)  # gathered here, for the processes that begin as copies of this one
        told: dict[int, Genus] = {}
        with Workers(partial(class_stage, self._tools, glossary), self._jobs) as workers:
            for survey, found in zip(self.surveys, self._sound(workers.map(self._surveyed)), strict=True):
                told.update((id(entry), own) for entry, own in zip(survey.entries, found or (), strict=False))
        classing = Classing(self._tools.look.ontology, told, self._rulings)
        glossary.classes = classing.tell(glossary)
        self.doubts = classing.doubts
        return glossary

    def record(self, glossary: Glossary, recorder: Recorder) -> None:
        """Read what all documents say."""
        with Workers(partial(account_stage, self._tools, glossary), self._jobs) as workers:
            for account in self._sound(workers.map(self._surveyed)):
                if account is not None:
                    recorder.add(account)
                    self.skipped += account.skipped
                    self.failures += account.failures

    def _sound(self, results: Iterator[_Result | Failure]) -> Iterator[_Result | None]:
        """Give results; a failure is noted, and None given in its place."""
        for result in results:
            self._done += 1
            self._progress(self._done, 3 * len(self._files))
            if isinstance(result, Failure):
                self.failures.append(result)
                yield None
            else:
                yield result
