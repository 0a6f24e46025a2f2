"""How the text of an entry is read: its sentences, items, lists, examples and tables."""

from __future__ import annotations

__all__: list[str] = []
