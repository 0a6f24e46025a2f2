"""What a document is: one thing told of, a list of terms, or a page of roles; and the entries that it holds."""

from __future__ import annotations

__all__: list[str] = []
