"""A map as a value: shown by notebooks, saved to a file."""

from __future__ import annotations

import os
from html import escape

__all__ = ["Map"]


class Map:
    """The page of a map; a notebook shows it in place, :meth:`save` writes the file.

    ``html`` is the whole page, ``height`` that of the frame in a notebook, in pixels.
    """

    def __init__(self, html: str, *, height: int = 640) -> None:
        self.html, self.height = html, height

    def __repr__(self) -> str:
        return f"<Map of {len(self.html.encode()):,} bytes; save('map.html') writes it>"

    def _repr_html_(self) -> str:
        """Give the page in a frame, as IPython asks for it."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" title="rolegraph map" allow="clipboard-write" '
            f'width="100%" height="{self.height}" style="border: 0"></iframe>'
        )

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page; the file appears when it is whole."""
        from rolegraph.exports.files import replaced

        with replaced([os.fspath(path)]) as [stream]:
            stream.write(self.html.encode())
