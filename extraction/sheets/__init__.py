"""Tables of terms: which column holds what, and an entry for each row."""

from __future__ import annotations

__all__: list[str] = []
