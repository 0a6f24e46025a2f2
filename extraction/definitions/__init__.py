"""What a definition says of its headword: its genus, and what stands behind that."""

from __future__ import annotations

__all__: list[str] = []
