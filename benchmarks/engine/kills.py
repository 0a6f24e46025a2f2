"""Kill what writes in the middle, at random moments, and look at what is left: loads, the cache of files, pushes.

After each kill, what is read must be the old state or the new one, and the next run must work.

    python benchmarks/engine/kills.py [--times 50] [--only loads,cache,pushes]
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import ROLEGRAPH
from terms import lines

from rolegraph.graph import KnowledgeGraph, UnknownTerm

_LONGEST = 12.0  # seconds that a run may take on a busy machine; kills fall into the whole of it


def killed(command: list[str], chance: random.Random, longest: float, environment: dict[str, str]) -> bool:
    """Run a command and kill it at a random moment; True where it had not ended by then."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(chance.uniform(0.02, longest))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def loads(place: Path, times: int, chance: random.Random) -> str:
    """Add a file to a directory, again and again from the old state."""
    old, more, folder = place / "old.nt", place / "more.nt", place / "terms.oxi"
    old.write_text("".join(lines(300)))
    more.write_text("".join(lines(5000)))
    environment = _environment(place)
    run = [ROLEGRAPH, "load", str(more), "--into", str(folder)]
    subprocess.run([ROLEGRAPH, "load", str(old), "--into", str(folder)], env=environment, check=True)
    before, longest = len(KnowledgeGraph.open(folder).store), _seconds(run, environment, folder, old)
    after = _count_after(run, environment, folder, old)
    hits = 0
    for _ in range(times):
        hits += killed(run, chance, longest, environment)
        kg = KnowledgeGraph.open(folder)
        count = len(kg.store)
        assert count in (before, after), (count, before, after)
        assert kg.triples.columns is not None
        assert kg.triples.count() == count
        _asked(kg)
        if count == after:
            _reset(environment, folder, old)
    assert _count_after(run, environment, folder, old) == after
    return f"loads: {hits} of {times} killed at work; each left the {before} old triples or all {after}"


def cache(place: Path, times: int, chance: random.Random) -> str:
    """Ask a large file, whose cache is written meanwhile."""
    file = place / "large.nt"
    file.write_text("".join(lines(3000)))
    environment = _environment(place)
    run = [ROLEGRAPH, "list", "-g", str(file), "--format", "csv"]
    kept = place / "cache"
    right = subprocess.run([*run, "--no-cache"], env=environment, check=True, capture_output=True).stdout
    begun = time.monotonic()
    subprocess.run(run, env=environment, check=True, capture_output=True)
    longest, hits = time.monotonic() - begun, 0
    for _ in range(times):
        shutil.rmtree(kept, ignore_errors=True)
        hits += killed(run, chance, longest, environment)
        found = subprocess.run(run, env=environment, check=True, capture_output=True).stdout
        assert found == right, "the cache answered otherwise than the file"
    return f"cache: {hits} of {times} killed at work; the next run answered right each time"


def pushes(place: Path, times: int, chance: random.Random) -> str:
    """Push a file to Oxigraph's server, again and again until all of it is there."""
    file = place / "pushed.nt"
    file.write_text("".join(lines(2000)))
    environment = _environment(place)
    with _server(place / "server") as url:
        run = [ROLEGRAPH, "push", str(file), "--to", f"{url}/update"]
        hits = sum(killed(run, chance, 4.0, environment) for _ in range(times))
        subprocess.run(run, env=environment, check=True, capture_output=True)
        remote = {str(quad.triple) for quad in KnowledgeGraph.open(f"{url}/query").store}
    assert remote == {str(quad.triple) for quad in KnowledgeGraph.open(file).store}
    return f"pushes: {hits} of {times} killed at work; in the end the engine had all {len(remote)} triples"


WORKS: dict[str, Callable[[Path, int, random.Random], str]] = {
    "loads": loads,
    "cache": cache,
    "pushes": pushes,
}


def main() -> None:
    """Kill, look, tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=50, help="kills of each (50)")
    parser.add_argument("--only", default=",".join(WORKS), help="names of works: %(default)s")
    asked = parser.parse_args()
    for name in asked.only.split(","):
        with tempfile.TemporaryDirectory() as place:
            print(WORKS[name](Path(place), asked.times, random.Random(3)), flush=True)


def _environment(place: Path) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "HOME": str(place), "XDG_CACHE_HOME": str(place / "cache")}


def _asked(kg: KnowledgeGraph) -> None:
    try:
        kg.term("no such name at all")
    except UnknownTerm:
        return


def _reset(environment: dict[str, str], folder: Path, old: Path) -> None:
    subprocess.run(
        [ROLEGRAPH, "load", str(old), "--into", str(folder), "--replace"],
        env=environment,
        check=True,
        capture_output=True,
    )


def _seconds(run: list[str], environment: dict[str, str], folder: Path, old: Path) -> float:
    begun = time.monotonic()
    subprocess.run(run, env=environment, check=True, capture_output=True)
    taken = time.monotonic() - begun
    _reset(environment, folder, old)
    return min(taken, _LONGEST)


def _count_after(run: list[str], environment: dict[str, str], folder: Path, old: Path) -> int:
    subprocess.run(run, env=environment, check=True, capture_output=True)
    count = len(KnowledgeGraph.open(folder).store)
    _reset(environment, folder, old)
    return count


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    program = str(Path(sys.executable).with_name("oxigraph"))
    command = [program, "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
