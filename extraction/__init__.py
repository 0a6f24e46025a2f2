"""What documents say: blocks become entries, sentences become typed statements with evidence."""

from __future__ import annotations

from rolegraph.extraction.building import Build, Form, build
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import BuildError, Failure
from rolegraph.extraction.explaining import Explained, explain
from rolegraph.extraction.recognised import DESCRIPTIONS

__all__ = [
    "DESCRIPTIONS",
    "Build",
    "BuildError",
    "Explained",
    "Failure",
    "Form",
    "Skip",
    "build",
    "explain",
]
