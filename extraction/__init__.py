"""What documents say: blocks become entries, sentences become typed statements with evidence."""

from __future__ import annotations

from rolegraph.extraction.building import Build, Form, build
from rolegraph.extraction.confidence import MIN_CONFIDENCE
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import BuildError, Failure, Fault, ReviewError
from rolegraph.extraction.explaining import Explained, explain
from rolegraph.extraction.recognised import DESCRIPTIONS
from rolegraph.extraction.reviewing import Outcome
from rolegraph.extraction.verdicts import REVIEW_FILES, Verdict, read_rows

__all__ = [
    "DESCRIPTIONS",
    "MIN_CONFIDENCE",
    "REVIEW_FILES",
    "Build",
    "BuildError",
    "Explained",
    "Failure",
    "Fault",
    "Form",
    "Outcome",
    "ReviewError",
    "Skip",
    "Verdict",
    "build",
    "explain",
    "read_rows",
]
