"""Pages on one thing: what they are about, and what they tell of it."""

from __future__ import annotations

__all__: list[str] = []
