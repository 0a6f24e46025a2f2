"""What an endpoint is told and asked, and what is said when it says no: against a server of a few lines."""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from commandline import GRAPH, refusal, run

from rolegraph.graph import EndpointFailed, KnowledgeGraph
from rolegraph.graph.endpoint import Endpoint
from rolegraph.graph.pushing import Pushed, Target, digest_of, journal_for, push

JSON = "application/sparql-results+json"
ROWS = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}}'
QUERY = "SELECT ?x { ?x ?p ?o }"


class Reply(NamedTuple):
    status: int = 200
    kind: str = JSON
    body: bytes = ROWS
    headers: tuple[tuple[str, str], ...] = ()


class Server:
    """Answers requests in turn, the last answer again and again, and keeps what was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply | Callable[[BaseHTTPRequestHandler], Reply]] = [Reply()]
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.asked.append((self.command, self.path, headers, body))
                reply = server.replies.pop(0) if len(server.replies) > 1 else server.replies[0]
                reply = reply if isinstance(reply, Reply) else reply(self)
                self.send_response(reply.status)
                for name, value in (("Content-Type", reply.kind), ("Content-Length", str(len(reply.body)))):
                    self.send_header(name, value)
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            do_POST = do_GET  # noqa: N815 (the library's name)

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/sparql"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[float]:
    pauses: list[float] = []
    monkeypatch.setattr("rolegraph.graph.endpoint.time.sleep", pauses.append)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    return pauses


def asked(server: Server) -> list[str]:
    return [row[0].value for row in Endpoint(server.url).solutions(QUERY)]


def fault(server: Server, *replies: Reply) -> str:
    server.replies = list(replies)
    with pytest.raises(EndpointFailed) as caught:
        asked(server)
    assert str(caught.value).startswith(f"{server.url}: ")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_short_query_is_sent_by_get_and_a_long_one_as_a_form(server: Server) -> None:
    assert asked(server) == ["1"]
    list(Endpoint(server.url).solutions(QUERY + " " * 3000))
    assert [method for method, *_ in server.asked] == ["GET", "POST"]
    assert parse_qs(urlsplit(server.asked[0][1]).query) == {"query": [QUERY]}
    assert server.asked[1][2]["content-type"] == "application/x-www-form-urlencoded"


def test_busy_server_is_asked_again_when_it_says(server: Server, no_pauses: list[float]) -> None:
    server.replies = [Reply(503, headers=(("Retry-After", "7"),)), Reply(429), Reply()]
    assert asked(server) == ["1"]
    assert no_pauses == [7, 1]


def test_server_that_stays_busy_is_given_up(server: Server) -> None:
    assert "HTTP 503" in fault(server, Reply(503))
    assert len(server.asked) == 4


def test_server_that_says_no_is_not_asked_again(server: Server) -> None:
    assert fault(server, Reply(400, "text/plain", b"Parse error\nat line 1")).endswith(
        "it answered Bad Request (HTTP 400): Parse error at line 1"
    )
    assert "HTTP 500" in fault(server, Reply(500, "text/html", b"<html>a long page</html>"))
    assert "no SPARQL endpoint at this address" in fault(server, Reply(404))
    assert len(server.asked) == 3


def test_page_in_place_of_results_is_told(server: Server) -> None:
    assert "it is no SPARQL endpoint: it answered with text/html" in fault(server, Reply(200, "text/html"))
    assert "broken results" in fault(server, Reply(body=b'{"head": '))


def test_server_that_is_not_there_is_named(server: Server) -> None:
    url = "http://127.0.0.1:1/sparql"
    assert refusal(run("show", "PM", "-g", url)).startswith(f"Error: {url}: it can't be reached")


def test_slow_server_is_waited_for_so_long(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from time import monotonic

    monkeypatch.setenv("ROLEGRAPH_TIMEOUT", "0.2")
    released = threading.Event()

    def slowly(_: BaseHTTPRequestHandler) -> Reply:
        released.wait(30)
        return Reply()

    server.replies = [slowly]
    begun = monotonic()
    with pytest.raises(EndpointFailed, match="did not answer in time; ROLEGRAPH_TIMEOUT"):
        asked(server)
    released.set()
    assert len(server.asked) == 1
    assert monotonic() - begun < 30


def test_user_and_password_are_given_once_they_are_asked_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLEGRAPH_USER", "ann")
    monkeypatch.setenv("ROLEGRAPH_PASSWORD", "secret")
    server.replies = [Reply(401, headers=(("WWW-Authenticate", 'Basic realm="x"'),)), Reply()]
    assert asked(server) == ["1"]
    given = [headers.get("authorization") for _, _, headers, _ in server.asked]
    assert given == [None, f"Basic {base64.b64encode(b'ann:secret').decode()}"]


def test_digest_is_answered_as_digest(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEGRAPH_USER", "ann")
    monkeypatch.setenv("ROLEGRAPH_PASSWORD", "secret")
    challenge = Reply(401, headers=(("WWW-Authenticate", 'Digest realm="x", nonce="abc", qop="auth"'),))
    server.replies = [challenge, challenge, Reply()]
    assert asked(server) == ["1"]
    last = server.asked[-1][2]["authorization"]
    assert last.startswith('Digest username="ann"')
    assert "secret" not in last


def test_token_and_netrc_are_used(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ROLEGRAPH_TOKEN", "t0ken")
    asked(server)
    assert server.asked[-1][2]["authorization"] == "Bearer t0ken"
    monkeypatch.delenv("ROLEGRAPH_TOKEN")
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login bob password pass\n")
    (tmp_path / "netrc").chmod(0o600)
    server.replies = [Reply(401, headers=(("WWW-Authenticate", "Basic"),)), Reply()]
    asked(server)
    assert server.asked[-1][2]["authorization"] == f"Basic {base64.b64encode(b'bob:pass').decode()}"


def test_refusal_of_a_user_says_what_to_set(server: Server) -> None:
    assert "set ROLEGRAPH_USER and ROLEGRAPH_PASSWORD" in fault(server, Reply(401))
    assert len(server.asked) == 1


def test_password_in_the_address_is_refused_and_not_repeated() -> None:
    message = refusal(run("show", "PM", "-g", "http://ann:secret@127.0.0.1:1/sparql"))
    assert "does not belong on the command line" in message
    assert "secret" not in message


def test_push_that_broke_off_goes_on_behind_what_was_acknowledged(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rolegraph.graph.pushing.BATCH", 20)
    triples = KnowledgeGraph.open(GRAPH).triples
    target = Target(server.url, "https://example.org/g")
    journal = journal_for(digest_of(triples), target, str(tmp_path))
    ok = Reply(204, body=b"")
    server.replies = [ok, ok, Reply(400, "text/plain", b"no")]
    with pytest.raises(EndpointFailed):
        push(triples, target, journal)
    server.replies = [ok]
    again = KnowledgeGraph.open(GRAPH).triples
    assert journal_for(digest_of(again), target, str(tmp_path)) == journal
    assert push(again, target, journal) == Pushed(len(triples.store), 40)
    assert not Path(journal).exists()
    accepted = [body for number, (*_, body) in enumerate(server.asked) if number != 2]
    lines = [line for body in accepted for line in body.decode().splitlines() if line.endswith(" .")]
    assert len(lines) == len(set(lines)) == len(triples.store)
    assert all(body.startswith(b"INSERT DATA {\nGRAPH <https://example.org/g> {") for body in accepted)


def test_blank_nodes_get_the_same_iris_in_each_push(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text('@prefix : <http://e/> . :a :b [ :c "x" ] . _:one :d _:two . _:two :d "y" .')
    server.replies = [Reply(204, body=b"")]
    for _ in range(2):
        push(KnowledgeGraph.open(str(file)).triples, Target(server.url))
    first, second = (body for *_, body in server.asked)
    assert first == second
    assert b"_:" not in first
    assert len(set(re.findall(rb"genid/\w+", first))) == 3


def test_push_command_tells_how_much_was_sent(server: Server) -> None:
    server.replies = [Reply(204, body=b"")]
    result = run("push", GRAPH, "--to", server.url)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Sent {len(KnowledgeGraph.open(GRAPH).store)} triples.\n"
