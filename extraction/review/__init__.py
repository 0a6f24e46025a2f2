"""How sure a statement is, and what a person decided on it."""

from __future__ import annotations

__all__: list[str] = []
