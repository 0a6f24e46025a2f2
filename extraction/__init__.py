"""What documents say: blocks become entries, sentences become typed statements with evidence."""

from __future__ import annotations

from rolegraph.extraction.building import Build, build
from rolegraph.extraction.entries import Skip
from rolegraph.extraction.errors import BuildError, Failure

__all__ = ["Build", "BuildError", "Failure", "Skip", "build"]
