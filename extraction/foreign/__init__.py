"""What other languages than English need: which one a document is in, its names, and its plain sentences."""

from __future__ import annotations

__all__: list[str] = []
