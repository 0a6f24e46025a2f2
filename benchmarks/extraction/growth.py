"""Measure how the time of a build grows with the length of a document: it should be in step.

Each form and each pattern that parsers stumble over is built in several lengths, each in a process of its own.
A line gives the seconds of processor time for a megabyte of the shortest, the same for each other length as a ratio
to that, the exponent of the growth (1 is in step with the length) and the most memory. The exit status is 1
where an exponent is above the limit or a build did not end in time.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import os
import queue
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import NamedTuple

from documents import FORMS, FRAMES, PATTERNS

from rolegraph.extraction import BuildError, build
from rolegraph.readers.archives import is_archive
from rolegraph.readers.registry import reader_for

_MEGABYTE = 1 << 20
_LIMIT = 1.15
# What takes less time than this is measured too coarsely to tell how it grows.
_LEAST_SECONDS = 0.5


class Cost(NamedTuple):
    """What a build took: seconds of processor time, and megabytes of memory at the most."""

    seconds: float
    memory: int


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    sizes = sorted(float(size) for size in options.sizes.split(","))
    base = measure("terms.txt", b"", options.time_limit)
    documents = [*FORMS, *(f"{name}{ending}" for name in PATTERNS for ending in FRAMES)]
    wanted = [name for name in documents if options.only in name and _is_known(name)]
    ratios = " ".join(f"{f'{size:g} MB':>8}" for size in sizes[1:])
    print(f"{'document':28}{f's per MB at {sizes[0]:g}':>15} {ratios} exponent   memory")
    failed = [name for name in wanted if not report(name, sizes, base, options.time_limit)]
    print(
        f"{len(failed)} of {len(wanted)} grow faster than their length"
        + "".join(f"\n  {name}" for name in failed)
    )
    return bool(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1,2,5,10", help="lengths in megabytes (default: %(default)s)")
    parser.add_argument("--only", default="", help="measure the documents with this in their name")
    parser.add_argument(
        "--time-limit", type=int, default=600, help="seconds for one build (default: %(default)s)"
    )
    return parser


def _is_known(name: str) -> bool:
    return is_archive(name) or reader_for(name) is not None


def report(name: str, sizes: Sequence[float], base: Cost | None, limit: int) -> bool:
    """Print a line on a document in all its lengths; False where it grows too fast."""
    costs: list[Cost] = []
    for size in sizes:
        cost = measure(os.path.basename(name), document(name, int(size * _MEGABYTE)), limit)
        if cost is None or base is None:
            print(f"{name:28}did not end within {limit} seconds at {size:g} MB", flush=True)
            return False
        costs.append(Cost(max(cost.seconds - base.seconds, 0.01), cost.memory))
    rates = [cost.seconds / size for cost, size in zip(costs, sizes, strict=True)]
    grows = exponent(sizes, [cost.seconds for cost in costs])
    ratios = " ".join(f"{rate / rates[0]:8.2f}" for rate in rates[1:])
    print(f"{name:28}{rates[0]:15.2f} {ratios} {grows:8.2f} {costs[-1].memory:5} MB", flush=True)
    return grows <= _LIMIT or costs[-1].seconds < _LEAST_SECONDS


def document(name: str, size: int) -> bytes:
    """Give the bytes of a document of about a length."""
    if name in FORMS:
        return FORMS[name](size)
    pattern = PATTERNS[os.path.splitext(name)[0]]
    return (
        "# Agent\n\nAn agent is a person who answers calls.\n\n" + pattern * (size // len(pattern))
    ).encode()


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Give the slope of the seconds over the sizes, both as logarithms, by least squares."""
    x, y = [math.log(size) for size in sizes], [math.log(each) for each in seconds]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    spread = sum((each - middle) ** 2 for each in x)
    return sum((a - middle) * (b - height) for a, b in zip(x, y, strict=True)) / spread if spread else 1.0


def measure(name: str, data: bytes, limit: int) -> Cost | None:
    """Build a document in a process of its own; None where it did not end in time."""
    context = multiprocessing.get_context("fork")
    costs: multiprocessing.Queue[Cost] = context.Queue()
    process = context.Process(target=_build, args=(name, data, limit, costs))
    process.start()
    process.join()
    try:
        return costs.get(timeout=1)
    except queue.Empty:
        return None


def _build(name: str, data: bytes, limit: int, costs: multiprocessing.Queue[Cost]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        start = time.process_time()
        try:
            build([path])
        except BuildError as error:
            print(error, file=sys.stderr)
        costs.put(Cost(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10))


if __name__ == "__main__":
    sys.exit(main())
