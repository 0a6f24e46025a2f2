"""Pages of roles: their outline, duties, requirements, labelled fields and levels."""

from __future__ import annotations

__all__: list[str] = []
