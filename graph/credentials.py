"""Who asks an endpoint: from the environment or the user's netrc file, never from the command line.

``ROLEGRAPH_TOKEN`` is sent as a Bearer token. ``ROLEGRAPH_USER`` and ``ROLEGRAPH_PASSWORD``, or else the entry of the
host in the netrc file, are sent once the server asks, as it asks: Basic (RFC 7617) or Digest (RFC 7616).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["Challenged", "auth_for"]

TOKEN, USER, PASSWORD = "ROLEGRAPH_TOKEN", "ROLEGRAPH_USER", "ROLEGRAPH_PASSWORD"


class Challenged(httpx.Auth):
    """Gives user and password to a server that asks for them, in the way that it asks."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._known: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request, and again with an answer to the challenge; later requests go with it at once."""
        if self._known is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            is_digest = "digest" in response.headers.get("www-authenticate", "").lower()
            kind = httpx.DigestAuth if is_digest else httpx.BasicAuth
            self._known = kind(self._user, self._password)
        yield from self._known.auth_flow(request)


def auth_for(host: str) -> httpx.Auth | None:
    """Give the credentials for a host; None where there are none."""
    if token := os.environ.get(TOKEN):
        return _Bearer(token)
    if user := os.environ.get(USER):
        return Challenged(user, os.environ.get(PASSWORD, ""))
    found = _netrc(host)
    return Challenged(*found) if found else None


class _Bearer(httpx.Auth):
    """A Bearer token (RFC 6750, 2.1)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _netrc(host: str) -> tuple[str, str] | None:
    import netrc

    file = os.environ.get("NETRC") or os.path.expanduser("~/.netrc")
    try:
        entry = netrc.netrc(file).authenticators(host)
    except (OSError, netrc.NetrcParseError):
        return None
    return (entry[0], entry[2] or "") if entry else None
