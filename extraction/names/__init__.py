"""The names of terms: the head of an entry, abbreviations, and other names that a text gives."""

from __future__ import annotations

__all__: list[str] = []
