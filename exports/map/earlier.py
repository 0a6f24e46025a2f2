"""The places of an earlier map: where a term stood before it stands again."""

from __future__ import annotations

import gzip
import re
from base64 import b64decode
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

if TYPE_CHECKING:
    import os

__all__ = ["Places", "earlier_places"]

Places: TypeAlias = dict[str, tuple[float, float]]
"""Where terms stand, by IRI."""

_CONTENT = re.compile(r'id="content">([A-Za-z0-9+/=]+)<')
_MOST = 100_000_000
"""Bytes of an older file that are unpacked; a larger one is no map of ours."""


def earlier_places(path: str | os.PathLike[str]) -> dict[str, Places]:
    """Read the places out of a map, by the name of the view; none where the file is none or no map.

    >>> earlier_places("no-such-map.html")
    {}
    """
    try:
        with open(path, encoding="utf-8") as file:
            found = _CONTENT.search(file.read(_MOST))
        return _places(b64decode(found[1])) if found else {}
    except (OSError, ValueError, EOFError, KeyError, TypeError, AttributeError, msgspec.MsgspecError):
        return {}  # whatever else stands there is about to be replaced


def _places(packed: bytes) -> dict[str, Places]:
    import io

    with gzip.open(io.BytesIO(packed)) as stream:
        content: dict[str, Any] = msgspec.json.decode(stream.read(_MOST))
    iris = {str(node["id"]): str(node["iri"]) for node in content["nodes"]}
    return {
        str(name): {iris[one]: (float(x), float(y)) for one, (x, y) in view.items()}
        for name, view in content["views"].items()
    }
