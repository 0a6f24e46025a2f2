"""A SPARQL endpoint over HTTP: queries and updates (SPARQL 1.1 Protocol), with patience and plain words.

What only reads, and what may be done twice without harm, is tried again where the server is busy or the line broke.
"""

from __future__ import annotations

import os
import time
from typing import IO, TYPE_CHECKING, TypeVar, cast
from urllib.parse import urlsplit

import httpx
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from rolegraph.graph.credentials import PASSWORD, TOKEN, USER, auth_for
from rolegraph.graph.errors import EndpointFailed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["TIMEOUT", "Endpoint"]

_Form = TypeVar("_Form")

TIMEOUT = "ROLEGRAPH_TIMEOUT"
_SECONDS = 60.0
_TRIES = 4
_BUSY = (429, 502, 503, 504)
_LONGEST_GET = 2_000  # characters; longer queries are sent as a form (SPARQL 1.1 Protocol, 2.1.2)
_LONGEST_PAUSE = 30.0

_XML = "application/sparql-results+xml"
_RESULTS = {
    _XML: QueryResultsFormat.XML,
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_GRAPHS = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


class Endpoint:
    """An endpoint that is asked, ``url``; raises EndpointFailed where it can't be reached, refuses or fails."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.username or parts.password:
            raise EndpointFailed(
                _bare(url),
                f"a password does not belong on the command line; set {USER} and {PASSWORD}, or use netrc",
            )
        self.url = url
        self._client = httpx.Client(
            auth=auth_for(parts.hostname or ""),
            timeout=httpx.Timeout(_timeout(), connect=10),
            headers={"User-Agent": "rolegraph"},
            follow_redirects=True,
        )

    def __del__(self) -> None:
        """Close the connections."""
        if hasattr(self, "_client"):
            self._client.close()

    def solutions(self, query: str) -> QuerySolutions:
        """Ask a SELECT query; the rows are read as they come."""
        found = self._results(query)
        if not isinstance(found, QuerySolutions):
            raise EndpointFailed(self.url, "it answered with true or false where rows were asked for")
        return found

    def truth(self, query: str) -> bool:
        """Ask an ASK query."""
        found = self._results(query)
        return bool(found) if isinstance(found, QueryBoolean) else next(iter(found), None) is not None

    def triples(self, query: str) -> Iterator[Triple]:
        """Ask a CONSTRUCT or DESCRIBE query; the triples are read as they come."""
        response = self._ask(query, "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5")
        form = self._form(response, _GRAPHS)
        try:
            for quad in parse(_Body(self.url, response).stream(), form):
                yield quad.triple
        except SyntaxError as error:
            raise EndpointFailed(self.url, f"it answered with a broken graph: {error.msg}") from error

    def send(self, body: bytes, content_type: str, query: str = "") -> None:
        """Post what may be posted twice without harm: an update, or triples of a graph (Graph Store Protocol)."""
        url = f"{self.url}{'&' if '?' in self.url else '?'}{query}" if query else self.url
        request = self._client.build_request(
            "POST", url, content=body, headers={"Content-Type": content_type}
        )
        self._patiently(request).close()

    def _results(self, query: str) -> QuerySolutions | QueryBoolean:
        response = self._ask(query, f"{_XML}, application/sparql-results+json;q=0.9")
        form = self._form(response, _RESULTS)
        try:
            return parse_query_results(_Body(self.url, response).stream(), form)
        except SyntaxError as error:
            raise EndpointFailed(self.url, f"it answered with broken results: {error.msg}") from error

    def _ask(self, query: str, accept: str) -> httpx.Response:
        headers = {"Accept": accept}
        if len(query) < _LONGEST_GET:
            request = self._client.build_request("GET", self._with(query), headers=headers)
        else:
            request = self._client.build_request("POST", self.url, data={"query": query}, headers=headers)
        return self._patiently(request)

    def _with(self, query: str) -> httpx.URL:
        return httpx.URL(self.url).copy_merge_params({"query": query})

    def _patiently(self, request: httpx.Request) -> httpx.Response:
        """Send a request until the server has time; a server that says no is not asked again."""
        for attempt in range(1, _TRIES + 1):
            try:
                response = self._client.send(request, stream=True)
            except (httpx.TransportError, httpx.InvalidURL) as error:
                if attempt == _TRIES or not isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError):
                    raise EndpointFailed(self.url, _said(error)) from error
                time.sleep(_pause(attempt))
                continue
            if response.status_code not in _BUSY or attempt == _TRIES:
                break
            response.close()
            time.sleep(_pause(attempt, response.headers.get("retry-after", "")))
        if response.is_error:
            raise EndpointFailed(self.url, self._refusal(response))
        return response

    def _refusal(self, response: httpx.Response) -> str:
        status = response.status_code
        if status in (401, 403):
            how = f"set {USER} and {PASSWORD}, or {TOKEN}, or use netrc"
            return f"it asks for a user that may do this; {how} (HTTP {status})"
        if status == 404:
            return "there is no SPARQL endpoint at this address (HTTP 404)"
        text = response.read().decode("utf-8", "replace").strip()
        words = "" if text[:1] == "<" else " ".join(text.split())[:300]
        return f"it answered {response.reason_phrase or 'with an error'} (HTTP {status}){f': {words}' if words else ''}"

    def _form(self, response: httpx.Response, forms: Mapping[str, _Form]) -> _Form:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in forms:
            raise EndpointFailed(
                self.url, f"it is no SPARQL endpoint: it answered with {kind or 'an unknown type'}"
            )
        return forms[kind]


class _Body:
    """The body of a response as a file, read as it comes."""

    def __init__(self, url: str, response: httpx.Response) -> None:
        self._url, self._response = url, response
        self._pieces = response.iter_bytes()
        self._rest = b""

    def stream(self) -> IO[bytes]:
        """Give itself as what pyoxigraph takes, which only reads."""
        return cast("IO[bytes]", self)

    def read(self, size: int = -1) -> bytes:
        """Give some of what has come, at most ``size`` bytes; nothing at the end."""
        try:
            while not self._rest:
                self._rest = next(self._pieces, None) or b""
                if not self._rest and self._response.is_closed:
                    return b""
                if not self._rest and self._response.is_stream_consumed:
                    return b""
        except httpx.TransportError as error:
            raise EndpointFailed(self._url, _said(error)) from error
        taken, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        return taken


def _timeout() -> float | None:
    try:
        seconds = float(os.environ.get(TIMEOUT, _SECONDS))
    except ValueError:
        seconds = _SECONDS
    return seconds if seconds > 0 else None


def _pause(attempt: int, asked: str = "") -> float:
    return min(float(asked) if asked.isdecimal() else 0.25 * 2**attempt, _LONGEST_PAUSE)


def _said(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return f"it did not answer in time; {TIMEOUT} sets the seconds that are waited"
    if isinstance(error, httpx.ConnectError):
        return f"it can't be reached: {' '.join(str(error).split())}"
    return f"the connection failed: {' '.join(str(error).split()) or type(error).__name__}"


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
