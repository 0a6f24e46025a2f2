"""What documents say: blocks become entries, sentences become typed statements with evidence."""

from __future__ import annotations

from rolegraph.extraction.building import Build, build
from rolegraph.extraction.contexts import Context, TaggedSentence
from rolegraph.extraction.entries import Entry, Skip
from rolegraph.extraction.errors import BuildError, ExtractorError, Failure, UnknownExtractor, WorkerLost
from rolegraph.extraction.extractors import EXTRACTORS, Extractor, find_extractor
from rolegraph.extraction.proposals import Proposal
from rolegraph.extraction.workers import cores

__all__ = [
    "EXTRACTORS",
    "Build",
    "BuildError",
    "Context",
    "Entry",
    "Extractor",
    "ExtractorError",
    "Failure",
    "Proposal",
    "Skip",
    "TaggedSentence",
    "UnknownExtractor",
    "WorkerLost",
    "build",
    "cores",
    "find_extractor",
]
