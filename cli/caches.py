"""Where the commands keep what took its time, for the next time."""

from __future__ import annotations

__all__ = ["cache_folder"]


def cache_folder(kind: str) -> str:
    """Give a folder of the user's cache."""
    from platformdirs import user_cache_path

    return str(user_cache_path("rolegraph", appauthor=False) / kind)
