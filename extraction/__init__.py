"""What documents say: blocks become entries, sentences become typed statements with evidence."""

from __future__ import annotations

from rolegraph.extraction.building import Build, Form, build
from rolegraph.extraction.entries import Entry, Skip
from rolegraph.extraction.errors import (
    BuildError,
    ExtractorError,
    Failure,
    Fault,
    ReviewError,
    UnknownExtractor,
    WorkerLost,
)
from rolegraph.extraction.explaining import Explained, explain
from rolegraph.extraction.links.homonyms import Homonym
from rolegraph.extraction.passes.contexts import Context, TaggedSentence
from rolegraph.extraction.passes.extractors import EXTRACTORS, Extractor, find_extractor
from rolegraph.extraction.passes.proposals import Proposal
from rolegraph.extraction.passes.workers import cores
from rolegraph.extraction.recognition.recognised import DESCRIPTIONS
from rolegraph.extraction.review.confidence import MIN_CONFIDENCE
from rolegraph.extraction.review.reviewing import Outcome
from rolegraph.extraction.review.verdicts import REVIEW_FILES, Verdict, read_rows

__all__ = [
    "DESCRIPTIONS",
    "EXTRACTORS",
    "MIN_CONFIDENCE",
    "REVIEW_FILES",
    "Build",
    "BuildError",
    "Context",
    "Entry",
    "Explained",
    "Extractor",
    "ExtractorError",
    "Failure",
    "Fault",
    "Form",
    "Homonym",
    "Outcome",
    "Proposal",
    "ReviewError",
    "Skip",
    "TaggedSentence",
    "UnknownExtractor",
    "Verdict",
    "WorkerLost",
    "build",
    "cores",
    "explain",
    "find_extractor",
    "read_rows",
]
