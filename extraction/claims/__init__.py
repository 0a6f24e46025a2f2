"""What a clause claims: two phrases in a relation, told by cues, verbs and turns of phrase."""

from __future__ import annotations

__all__: list[str] = []
