"""How a document is laid out: its sections, and what of it is no matter of its own."""

from __future__ import annotations

__all__: list[str] = []
