"""The forms that glossaries come in: lists, fields and paragraphs that hold a term and its definition."""

from __future__ import annotations

__all__: list[str] = []
