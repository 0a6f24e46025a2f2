"""What documents say: blocks become entries, sentences become typed statements with evidence."""

from __future__ import annotations

from rolegraph.extraction.building import Build, build
from rolegraph.extraction.confidence import MIN_CONFIDENCE
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import BuildError, Failure, Fault, ReviewError
from rolegraph.extraction.reviewing import Outcome
from rolegraph.extraction.verdicts import REVIEW_FILES, Verdict, read_rows

__all__ = [
    "MIN_CONFIDENCE",
    "REVIEW_FILES",
    "Build",
    "BuildError",
    "Failure",
    "Fault",
    "Outcome",
    "ReviewError",
    "Skip",
    "Verdict",
    "build",
    "read_rows",
]
