"""How English sentences are read: words, phrases, cues, definitions and the claims that they make."""

from __future__ import annotations

__all__: list[str] = []
