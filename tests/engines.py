"""SPARQL engines that the tests start, each on a port and in a folder of its own."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

WAIT = 90  # seconds for what takes three on an idle machine

_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{server}
DisableUnixSocket = 1
NumberOfBuffers = 5000
MaxDirtyBuffers = 3000
CheckpointInterval = 0
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000
"""


class Engine(NamedTuple):
    """An engine that runs: where it is asked, where it takes updates, its graph store, the graph that is used."""

    query: str
    update: str
    store: str
    graph: str
    user: str = ""
    password: str = ""


def free_port() -> int:
    """Give a port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Engine]:
    """Run Oxigraph's own server."""
    port = free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    with _running([program, "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}"], port):
        url = f"http://127.0.0.1:{port}"
        yield Engine(f"{url}/query", f"{url}/update", f"{url}/store", "")


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[Engine]:
    """Run Virtuoso, whose updates ask for a user by Digest."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no virtuoso-t (Debian package virtuoso-opensource)")
    http, server = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, http=http, server=server))
    with _running([program, "+foreground", "+configfile", str(folder / "virtuoso.ini")], http):
        url, graph = f"http://127.0.0.1:{http}", "https://example.org/graph"
        yield Engine(
            f"{url}/sparql?default-graph-uri={graph}",
            f"{url}/sparql-auth",
            f"{url}/sparql-graph-crud-auth",
            graph,
            "dba",
            "dba",
        )


@contextlib.contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + WAIT
        while not _answers(port):
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            assert time.monotonic() < until, f"{command[0]} does not answer"
            time.sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
