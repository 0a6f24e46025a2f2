"""What a clause without a subject says is done: its verbs and their objects."""

from __future__ import annotations

__all__: list[str] = []
