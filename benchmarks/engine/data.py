"""The data that is measured on: made once, kept among the results."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from terms import lines

from rolegraph.graph.loading import load


class Data:
    """Files and directories of so many terms, made when they are first asked for."""

    def __init__(self, place: Path, sizes: Sequence[int]) -> None:
        self.place, self.sizes = place, sizes
        place.mkdir(parents=True, exist_ok=True)

    def file(self, size: int) -> Path:
        """Give the file of so many terms."""
        path = self.place / f"{size}.nt"
        if not path.exists():
            part = path.with_suffix(".part")
            with open(part, "w", encoding="utf-8") as stream:
                stream.writelines(lines(size))
            os.replace(part, path)
        return path

    def folder(self, size: int) -> Path:
        """Give the Oxigraph directory of so many terms."""
        path = self.place / f"{size}.oxi"
        if not path.exists():
            load([str(self.file(size))], str(path))
        return path
