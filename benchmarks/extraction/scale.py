"""Measure how a build grows: per document at two sizes, with one process and two, first and second time.

    python benchmarks/extraction/scale.py [--documents NUMBER]

What is printed are ratios, which hold on another machine where seconds don't, and the most memory that a process took.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from corpus import write_corpus


class Run(NamedTuple):
    """What a build took: seconds on the clock and of all processors, megabytes of the largest process."""

    wall: float
    work: float
    memory: float
    digest: str


def build(folder: Path, place: Path, *options: str) -> Run:
    """Build a folder in a process of its own, with a cache that only this benchmark uses."""
    output = place / "out.ttl"
    program = [sys.executable, "-m", "rolegraph", "build", str(folder), "-o", str(output), *options]
    environment = os.environ | {"XDG_CACHE_HOME": str(place / "cache")}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(program, env=environment, stderr=subprocess.DEVNULL)
    _, status, own = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"the build of {folder} failed with {process.returncode}")
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, work, own.ru_maxrss / 1024, hashlib.sha256(output.read_bytes()).hexdigest())


def measured(place: Path, number: int) -> dict[str, Run]:
    """Build so many documents in four ways, whose results must be the same bytes."""
    folder = place / f"documents-{number}"
    write_corpus(folder, number)
    runs = {
        "1 process": build(folder, place, "--jobs", "1", "--no-cache"),
        "2 processes": build(folder, place, "--jobs", "2", "--no-cache"),
        "first with cache": build(folder, place, "--jobs", "2"),
        "second with cache": build(folder, place, "--jobs", "2"),
    }
    if len({run.digest for run in runs.values()}) > 1:
        raise SystemExit(f"{number} documents: the results differ")
    for way, run in runs.items():
        rate = number / run.work
        print(
            f"{number:6} documents, {way:17} {rate:7.0f} a second and core, {run.memory:5.0f} MB", flush=True
        )
    return runs


def main() -> None:
    """Measure, and print what compares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000, help="default: 10000; also a tenth of it")
    many = parser.parse_args().documents
    few = many // 10
    with tempfile.TemporaryDirectory() as folder:
        small, large = (measured(Path(folder), number) for number in (few, many))
    one, two, cold, warm = large.values()
    growth = {way: (large[way].work / many) / (small[way].work / few) for way in large}
    print(f"the same bytes in all ways; {many} documents:")
    print(f"  time, 2 processes : 1               {two.wall / one.wall:.2f}")
    print(f"  time, second build : first          {warm.wall / cold.wall:.2f}")
    print(f"  work, second build : first          {warm.work / cold.work:.2f}")
    print(f"  work per document, many : few       {growth['1 process']:.2f}")
    print(f"  memory, many : few                  {one.memory / small['1 process'].memory:.2f}")
    print(
        f"  memory for each document more       {1024 * (one.memory - small['1 process'].memory) / (many - few):.0f} KB"
    )


if __name__ == "__main__":
    main()
