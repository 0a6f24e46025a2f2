"""What sentences are made of: words with their tags, phrases, and lists of these."""

from __future__ import annotations

__all__: list[str] = []
