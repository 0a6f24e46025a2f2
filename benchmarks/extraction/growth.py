"""Measure how the time of a build grows with the length of a document: it should be in step.

Each form and each pattern that parsers stumble over is built in several lengths, each in a process of its own.
A line gives the seconds of processor time for a megabyte of the shortest, the same for each other length as a ratio
to that, the exponent of the growth (1 is in step with the length) and the most memory. The exit status is 1
where an exponent is above the limit or a build did not end in time.

With ``--minutes`` each document gets an equal share of so much processor time, and is built in as many of the lengths,
from the shortest on, as are expected to fit into it. A dash stands for the others.
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


class Plan(NamedTuple):
    """Lengths in megabytes, what an empty document costs, the seconds for one build and those for one document."""

    sizes: Sequence[float]
    base: Cost
    limit: int
    share: float


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    sizes = sorted(float(size) for size in options.sizes.split(","))
    base = measure("terms.txt", b"", options.time_limit)
    if base is None:
        raise SystemExit("an empty document was not built")
    documents = [*FORMS, *(f"{name}{ending}" for name in PATTERNS for ending in FRAMES)]
    wanted = [name for name in documents if options.only in name and _is_known(name)]
    ratios = " ".join(f"{f'{size:g} MB':>8}" for size in sizes[1:])
    print(f"{'document':28}{f's per MB at {sizes[0]:g}':>15} {ratios} exponent   memory")
    share = options.minutes * 60 / len(wanted) if options.minutes else math.inf
    plan = Plan(sizes, base, options.time_limit, share)
    failed = [name for name in wanted if not report(name, plan)]
    print(
        f"{len(failed)} of {len(wanted)} grow faster than their length"
        + "".join(f"\n  {name}" for name in failed)
    )
    return bool(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1,2,5,10", help="lengths in megabytes (default: %(default)s)")
    parser.add_argument("--minutes", type=float, help="processor time for all documents (default: unlimited)")
    parser.add_argument("--only", default="", help="measure the documents with this in their name")
    parser.add_argument(
        "--time-limit", type=int, default=600, help="seconds for one build (default: %(default)s)"
    )
    return parser


def _is_known(name: str) -> bool:
    return is_archive(name) or reader_for(name) is not None


def report(name: str, plan: Plan) -> bool:
    """Print a line on a document in its lengths; False where it grows too fast."""
    costs = measured(name, plan)
    if costs is None:
        return False
    sizes = plan.sizes[: len(costs)]
    rates = [cost.seconds / size for cost, size in zip(costs, sizes, strict=True)]
    grows = exponent(sizes, [cost.seconds for cost in costs])
    ratios = [f"{rate / rates[0]:8.2f}" for rate in rates[1:]]
    ratios += [f"{'-':>8}"] * (len(plan.sizes) - len(costs))
    print(f"{name:28}{rates[0]:15.2f} {' '.join(ratios)} {grows:8.2f} {costs[-1].memory:5} MB", flush=True)
    return grows <= _LIMIT or costs[-1].seconds < _LEAST_SECONDS


def measured(name: str, plan: Plan) -> list[Cost] | None:
    """Build a document in all lengths, or in those that fit into its share; None where one did not end in time."""
    costs: list[Cost] = []
    left = plan.share
    for size in plan.sizes:
        if len(costs) > 1 and left < costs[-1].seconds * size / plan.sizes[len(costs) - 1]:
            break
        cost = measure(os.path.basename(name), document(name, int(size * _MEGABYTE)), plan.limit)
        if cost is None:
            print(f"{name:28}did not end within {plan.limit} seconds at {size:g} MB", flush=True)
            return None
        left -= cost.seconds
        costs.append(Cost(max(cost.seconds - plan.base.seconds, 0.01), cost.memory))
    return costs


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
