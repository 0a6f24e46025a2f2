"""Which term a name, a mention or a hyperlink means."""

from __future__ import annotations

__all__: list[str] = []
