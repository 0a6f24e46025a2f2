"""How entries are told in documents: the forms of lists, tables, fields and articles, and the names in a head."""

from __future__ import annotations

__all__: list[str] = []
