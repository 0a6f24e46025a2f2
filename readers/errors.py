"""What goes wrong while reading.

ReadError(ValueError)    a source that cannot be read: missing, of unknown form, binary, broken
"""

from __future__ import annotations

__all__ = ["ReadError"]


class ReadError(ValueError):
    """Say that a source cannot be read, where, and what is accepted.

    >>> str(ReadError("terms.md", "front matter is not a mapping; write 'key: value' lines", 3))
    "terms.md, line 3: front matter is not a mapping; write 'key: value' lines"
    """

    def __init__(self, name: str, message: str, line: int | None = None) -> None:
        super().__init__(name, message, line)
        self.name = name
        self.message = message
        self.line = line

    def __str__(self) -> str:
        """Give the name, the line where one is known, and the message."""
        place = self.name if self.line is None else f"{self.name}, line {self.line}"
        return f"{place}: {self.message}"
