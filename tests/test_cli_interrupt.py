"""Builds that are interrupted or killed: what was there stays whole, and no process is left over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rolegraph

WAIT = 60  # seconds for what happens at once on an idle machine

# An extractor that says that it is at work and then takes its time, so that a build is interrupted in the midst.
SLOW = """
import os, pathlib, time
from rolegraph.extraction import Extractor

def read(entry, context):
    pathlib.Path("at-work", str(os.getpid())).touch()
    time.sleep(600)
    return ()

slow = Extractor("slow", read, "takes its time")
"""
ENTRY_POINTS = "[rolegraph.extractors]\nslow = slow:slow\n"
METADATA = "Metadata-Version: 2.1\nName: slow\nVersion: 1.0\n"


class Build:
    """A build that is at work, and the processes that read for it."""

    def __init__(self, folder: Path, jobs: int) -> None:
        paths = os.pathsep.join([str(folder / "site"), str(Path(rolegraph.__file__).parents[1])])
        program = [sys.executable, "-m", "rolegraph", "build", "terms", "-o", "out.ttl"]
        self.process = subprocess.Popen(
            [*program, "--extractor", "slow", "--jobs", str(jobs), "--no-cache"],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": paths, "TMPDIR": str(folder / "tmp")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )
        waited = time.monotonic() + WAIT
        while len(list((folder / "at-work").iterdir())) < jobs:
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < waited, "the build did not get to work"
            time.sleep(0.05)
        self.readers = [int(path.name) for path in (folder / "at-work").iterdir()]

    def left_over(self) -> list[int]:
        """Give the readers that do not end, after waiting for them."""
        waited = time.monotonic() + WAIT
        while (found := [reader for reader in self.readers if _runs(reader)]) and time.monotonic() < waited:
            time.sleep(0.05)
        return found


def _runs(process: int) -> bool:
    """Tell whether a process runs; one that has ended and is not yet buried does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with enough to read for two processes, a graph of before, and the slow extractor."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("no /proc to see processes in")
    for name in ("terms", "tmp", "at-work", "site/slow-1.0.dist-info"):
        (tmp_path / name).mkdir(parents=True)
    for number in range(20):
        terms = [f"- Term {number} {line}: a word of the list that is long." for line in range(6)]
        remark = f"<!-- {'long ' * 3000}-->"  # so much that it pays to start processes, and soon read
        (tmp_path / "terms" / f"{number}.md").write_text("\n".join([*terms, "", remark]), encoding="utf-8")
    (tmp_path / "out.ttl").write_text("# the graph of before\n", encoding="utf-8")
    (tmp_path / "site" / "slow.py").write_text(SLOW, encoding="utf-8")
    (tmp_path / "site" / "slow-1.0.dist-info" / "METADATA").write_text(METADATA, encoding="utf-8")
    (tmp_path / "site" / "slow-1.0.dist-info" / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
    return tmp_path


def whole(folder: Path) -> bool:
    """Tell whether the graph of before is what is there, and nothing beside it."""
    files = {path.name for path in folder.iterdir() if path.is_file()}
    return (
        files == {"out.ttl"} and (folder / "out.ttl").read_text(encoding="utf-8") == "# the graph of before\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("send", [os.kill, os.killpg])
def test_interrupt_ends_all_with_one_line_and_130(folder: Path, jobs: int, send: object) -> None:
    build = Build(folder, jobs)
    assert callable(send)
    send(build.process.pid, signal.SIGINT)
    out, err = build.process.communicate(timeout=WAIT)
    assert (build.process.returncode, out, err) == (130, "", "Interrupted: nothing was written.\n")
    assert build.left_over() == []
    assert whole(folder)
    assert list((folder / "tmp").iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_killed_build_leaves_no_process_behind(folder: Path, sent: signal.Signals) -> None:
    build = Build(folder, 2)
    build.process.send_signal(sent)
    build.process.communicate(timeout=WAIT)
    assert build.process.returncode == -sent
    assert build.left_over() == []
    assert whole(folder)


@pytest.mark.slow
def test_killed_worker_is_one_error(folder: Path) -> None:
    build = Build(folder, 2)
    os.kill(build.readers[0], signal.SIGKILL)
    out, err = build.process.communicate(timeout=WAIT)
    assert (build.process.returncode, out) == (1, "")
    assert err == (
        "Error: Nothing was built: a process that read documents was ended from outside, as happens when memory "
        "runs out. With --jobs 1 all is read in one process.\n"
    )
    assert build.left_over() == []
    assert whole(folder)


def test_build_that_is_interrupted_while_it_writes_leaves_the_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from commandline import refusal, run

    from rolegraph.exports import turtle

    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(folder)
    monkeypatch.setattr(turtle, "write_recorded", interrupted)
    message = refusal(run("build", "terms/1.md", "-o", "out.ttl"), exit_code=130)
    assert message == "Interrupted: nothing was written.\n"
    assert whole(folder)
