"""The way of a build: surveys of documents, processes, the cache, extractors, and the record that comes of it."""

from __future__ import annotations

__all__: list[str] = []
